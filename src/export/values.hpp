#pragma once

/// \file
/// How values of the graph are spelled, whatever the format.

#include "frise/graph/event_graph.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

/// An id fit for any syntax: itself when it is of letters, digits, . _ : - only and short, else
/// `prefix` and a hash of it.
[[nodiscard]] std::string plain_id(std::string_view prefix, std::string_view id);

/// The document's key among the nodes: documents, entities and events have one space of ids.
[[nodiscard]] std::string document_key(std::string_view id);

/// The days that a date covers. A span of two dates covers all of its own, whichever end of it the
/// text was read at.
[[nodiscard]] DayBounds days_covered(const RecordDate& date);

/// ISO day, or nothing.
[[nodiscard]] std::string day_text(const std::optional<Day>& day);

/// The value itself where it is a year, a month or a day of the calendar ("2017-06"), else
/// nothing: what ISO 8601 can say without adding to it.
[[nodiscard]] std::string calendar_value(const RecordDate& date);

/// TIMEX3 has mods where EDTF has marks and open sides, and nothing for a span of two dates: then
/// both are empty.
struct TimexValue {
  std::string value;
  std::string_view mod;
};
[[nodiscard]] TimexValue timex_of(const Published& published);

/// "amount 5000000 EUR; count 20000 gpu"
[[nodiscard]] std::string amounts_text(const std::vector<Amount>& amounts);

/// Who says it: an entity's name, or the words.
[[nodiscard]] std::string speaker_text(const EventGraph& graph,
                                       const std::optional<RecordAttribution>& attribution);

/// "for", "against", "neutral"
[[nodiscard]] std::string_view polarity_word(int polarity) noexcept;

/// Name, or id where there is none; cleaned.
[[nodiscard]] std::string label_of(const MergedEntity& entity);
[[nodiscard]] std::string label_of(const MergedEvent& event);
[[nodiscard]] std::string label_of(const RecordDocument& document);

}  // namespace frise
