// Tested through the formats, in tests/unit/export/formats_test.cpp.

#include "export/values.hpp"

#include "core/hash.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace frise {
namespace {

constexpr std::size_t longest_id = 120;

bool is_plain(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '_' || c == ':' || c == '-';
}

}  // namespace

std::string plain_id(std::string_view prefix, std::string_view id) {
  const bool plain = !id.empty() && id.size() <= longest_id && id.front() != '-' &&
                     id.front() != '.' && std::all_of(id.begin(), id.end(), is_plain);
  if (plain) return std::string{id};
  std::array<char, 16> digits{};
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), hash_bytes(id), 16).ptr;
  return std::string{prefix} + std::string{digits.data(), end};
}

std::string document_key(std::string_view id) { return "document:" + plain_id("x-", id); }

DayBounds days_covered(const RecordDate& date) {
  const auto value = parse_date(date.value);
  const bool span = value && value->precision == Precision::interval && value->bounds.known();
  return span ? value->bounds : date.bounds;
}

std::string day_text(const std::optional<Day>& day) { return day ? to_iso(*day) : std::string{}; }

std::string calendar_value(const RecordDate& date) {
  const auto known = parse_date(date.value);
  if (!known || known->approximate || known->uncertain) return {};
  const bool calendar = known->precision == Precision::day ||
                        known->precision == Precision::month || known->precision == Precision::year;
  return calendar ? date.value : std::string{};
}

TimexValue timex_of(const Published& published) {
  std::string_view value = published.value;
  std::string_view mod =
      !published.bounds.known() && published.bounds.earliest ? "ON_OR_AFTER" : "";
  if (value.starts_with("../")) {
    value.remove_prefix(3);
    mod = "ON_OR_BEFORE";
  } else if (value.ends_with("/..")) {
    value.remove_suffix(3);
  }
  if (value.find('/') != std::string_view::npos) value = {};
  if (value.ends_with('~') || value.ends_with('%')) mod = "APPROX";
  if (const auto mark = value.find_first_of("~?%"); mark != std::string_view::npos) {
    value = value.substr(0, mark);
  }
  return {std::string{value}, value.empty() ? std::string_view{} : mod};
}

std::string amounts_text(const std::vector<Amount>& amounts) {
  std::string out;
  for (const Amount& amount : amounts) {
    if (!out.empty()) out += "; ";
    out += amount.slot + ' ' + amount.value;
    if (!amount.currency.empty()) out += ' ' + amount.currency;
    if (!amount.unit.empty()) out += ' ' + amount.unit;
  }
  return clean_text(out);
}

std::string speaker_text(const EventGraph& graph,
                         const std::optional<RecordAttribution>& attribution) {
  if (!attribution) return {};
  const MergedEntity* entity = graph.entity(attribution->speaker);
  return entity != nullptr ? label_of(*entity) : clean_text(attribution->speaker);
}

std::string_view polarity_word(int polarity) noexcept {
  return polarity > 0 ? "for" : polarity < 0 ? "against" : "neutral";
}

std::string label_of(const MergedEntity& entity) {
  std::string name = clean_text(entity.name);
  return name.empty() ? clean_text(entity.id) : name;
}

std::string label_of(const MergedEvent& event) {
  std::string summary = clean_text(event.summary);
  return summary.empty() ? std::string{to_string(event.type)} : summary;
}

std::string label_of(const RecordDocument& document) {
  std::string title = clean_text(document.title);
  return title.empty() ? clean_text(document.id) : title;
}

}  // namespace frise
