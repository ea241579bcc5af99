#pragma once

/// \file
/// Lines of "name  value", and what graphs and records explain alike.

#include "frise/merge/corpus.hpp"
#include "frise/record/record.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace frise::explaining {

/// All text is cleaned as it is added: nothing of an article can move a terminal's cursor.
class Page {
 public:
  /// `id  words`
  void heading(std::size_t indent, std::string_view id, std::string_view words);
  /// `name  value`; nothing when there is no value.
  void line(std::size_t indent, std::string_view name, std::string_view value);

  [[nodiscard]] std::string take() && { return std::move(out_); }

 private:
  std::string out_;
};

/// Where the expressions of one document are found.
struct Source {
  const RecordDocument* document = nullptr;  ///< nullptr: not known
  std::function<const RecordTimex*(std::string_view id)> timex;
  std::function<std::string_view(std::uint32_t number)> sentence;  ///< its words, or nothing
};

[[nodiscard]] std::string quoted(std::string_view words);
/// `a1 (articles/a1.txt), 2026-02-03 by sidecar a1.json`
[[nodiscard]] std::string name_of(const RecordDocument& document);
/// `2026-01-19 to 2026-01-25`
[[nodiscard]] std::string days_of(const DayBounds& bounds);
/// `4 "Le ..."`
[[nodiscard]] std::string sentence_of(std::uint32_t number, std::string_view words);

/// An expression with its rule, reading, anchor and arithmetic, and those it was read against.
void tell_timex(Page& page, std::size_t indent, const Source& source, const RecordTimex& timex);
/// A date, why it is that, and the expression that gave it.
void tell_date(Page& page, std::size_t indent, const Source& source, const RecordDate& date);
void tell_attribution(Page& page, std::size_t indent,
                      const std::optional<RecordAttribution>& attribution);
void tell_amounts(Page& page, std::size_t indent, const std::vector<Amount>& amounts);

/// `DOCUMENT#t3` into its parts; the document is empty where none is named.
struct Address {
  std::string_view document;
  std::string_view id;
};
[[nodiscard]] Address address_of(std::string_view id);

}  // namespace frise::explaining
