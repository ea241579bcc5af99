// Tested in tests/unit/import/event_table_test.cpp.

#include "import/table_values.hpp"

#include <algorithm>
#include <array>

namespace frise {
namespace {

constexpr auto grouping = std::to_array<std::string_view>({" ", "\u00A0", "\u202F", "'", "_"});

/// ISO 4217 codes that business news is told in; another word is what is counted.
constexpr auto currencies = std::to_array<std::string_view>(
    {"AED", "ARS", "AUD", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "DZD",
     "EGP", "EUR", "GBP", "HKD", "HUF", "IDR", "ILS", "INR", "JPY", "KRW", "KWD", "MAD",
     "MXN", "MYR", "NGN", "NOK", "NZD", "PHP", "PLN", "QAR", "RON", "RUB", "SAR", "SEK",
     "SGD", "THB", "TND", "TRY", "TWD", "UAH", "USD", "VND", "XAF", "XOF", "ZAR"});

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// Length of the mark between groups of three digits that the text begins with, or 0.
std::size_t group_mark(std::string_view text) {
  for (const std::string_view mark : grouping) {
    if (!text.starts_with(mark) || text.size() < mark.size() + 3) continue;
    const std::string_view three = text.substr(mark.size(), 3);
    const bool digits = std::all_of(three.begin(), three.end(), is_digit);
    const bool more = text.size() > mark.size() + 3 && is_digit(text[mark.size() + 3]);
    if (digits && !more) return mark.size();
  }
  return 0;
}

}  // namespace

std::string lower_case(std::string_view text) {
  std::string out{text};
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::vector<std::string_view> parts_of(std::string_view cell) {
  std::vector<std::string_view> parts;
  while (!cell.empty()) {
    const auto end = cell.find(';');
    const std::string_view part = trimmed(cell.substr(0, end));
    if (!part.empty()) parts.push_back(part);
    cell = end == std::string_view::npos ? std::string_view{} : cell.substr(end + 1);
  }
  return parts;
}

NamedEntity named_entity(std::string_view part, ParticipantRole role) {
  const auto colon = part.find(':');
  if (colon != std::string_view::npos) {
    const auto type = parse_entity_type(lower_case(part.substr(0, colon)));
    const std::string_view name = trimmed(part.substr(colon + 1));
    if (type && !name.empty()) return {std::string{name}, *type, true};
  }
  if (role == ParticipantRole::place) return {std::string{part}, EntityType::place, true};
  return {std::string{part}, EntityType::company, false};
}

std::string names_in(std::string_view cell) {
  std::string out;
  for (const std::string_view part : parts_of(cell)) {
    if (!out.empty()) out += ", ";
    out += named_entity(part, ParticipantRole::agent).name;
  }
  return out;
}

std::string join_words(std::initializer_list<std::string> words, std::string_view between) {
  std::string out;
  for (const std::string& word : words) {
    if (word.empty()) continue;
    if (!out.empty()) out += between;
    out += word;
  }
  return out;
}

std::optional<Amount> parse_amount(std::string_view text) {
  text = trimmed(text);
  Amount amount;
  bool point = false;
  while (!text.empty()) {
    if (is_digit(text.front())) {
      amount.value += text.front();
      text.remove_prefix(1);
    } else if (const std::size_t mark = group_mark(text);
               mark != 0 && !point && !amount.value.empty()) {
      text.remove_prefix(mark);
    } else if ((text.front() == '.' || text.front() == ',') && !point && !amount.value.empty() &&
               text.size() > 1 && is_digit(text[1])) {
      point = true;
      amount.value += '.';
      text.remove_prefix(1);
    } else {
      break;
    }
  }
  const std::string_view word = trimmed(text);
  if (amount.value.empty() || word.find_first_of("0123456789.,") == 0) return std::nullopt;
  const bool currency = std::find(currencies.begin(), currencies.end(), word) != currencies.end();
  amount.slot = currency ? "amount" : word == "%" ? "percent" : "count";
  if (currency) amount.currency = word;
  if (amount.slot == "count") amount.unit = word;
  return amount;
}

}  // namespace frise
