#pragma once

/// \file
/// Dates in the reader's words, no finer than they are known.

#include "frise/core/date.hpp"
#include "frise/record/record.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace frise {

/// Formats dates of one language; costly to make, cheap to use. Time zone and system locale play no
/// part.
class DateWords {
 public:
  explicit DateWords(std::string_view locale);
  ~DateWords();
  DateWords(const DateWords&) = delete;
  DateWords& operator=(const DateWords&) = delete;

  /// "25 avr. 2025", "1ᵉʳ févr. 2026", "T3 2023", "vers 2018", "au plus tard le 25 avr. 2025",
  /// "2017–2019".
  [[nodiscard]] std::string label(const PartialDate& date) const;

  /// The label of a date whose value nothing but its days give; "sans date" when there are none.
  [[nodiscard]] std::string label(const DayBounds& bounds) const;

 private:
  struct Formats;
  [[nodiscard]] std::string calendar(const PartialDate& date) const;
  [[nodiscard]] std::string interval(const PartialDate& date) const;
  [[nodiscard]] std::string without_year(std::string_view value) const;

  std::string locale_;
  std::unique_ptr<Formats> formats_;
};

/// The date of a graph; by its bounds where its value is none. Empty when nothing is known.
[[nodiscard]] std::optional<PartialDate> date_of(const RecordDate& date);

/// Dates without a given language: "2017–2026", "2025".
[[nodiscard]] std::string year_range(int first, int last);
[[nodiscard]] int year_of(Day day) noexcept;

}  // namespace frise
