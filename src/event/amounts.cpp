// Numbers with a multiplier and a currency, or with the noun that is counted. Multipliers are the
// language's own: a French billion is 10^12. Numbers are kept as decimal text, exact: no floating
// point.

#include "event/details.hpp"

#include <algorithm>

namespace frise {
namespace {

/// "4.51" shifted by a power of ten, without rounding: ("4.51", 12) is "4510000000000".
std::string shifted(std::string_view number, int power) {
  std::string digits;
  int decimals = 0;
  bool after = false;
  for (const char c : number) {
    if (c == '.') {
      after = true;
    } else {
      digits += c;
      if (after) ++decimals;
    }
  }
  while (power > 0 && decimals > 0) {
    --power;
    --decimals;
  }
  digits.append(static_cast<std::size_t>(power), '0');
  if (decimals > 0) digits.insert(digits.size() - static_cast<std::size_t>(decimals), 1, '.');
  const auto first = digits.find_first_not_of('0');
  if (first == std::string::npos) return "0";
  return digits.substr(digits[first] == '.' ? first - 1 : first);
}

int power_of(double multiplier) {
  int power = 0;
  while (multiplier >= 9.99) {
    multiplier /= 10;
    ++power;
  }
  return power;
}

bool plain_number(std::string_view key) {
  constexpr std::size_t longest = 40;
  if (key.empty() || key.size() > longest || key.front() < '0' || key.front() > '9') return false;
  return key.find_first_not_of("0123456789.") == std::string_view::npos &&
         key.find('.') == key.rfind('.') && key.back() != '.';
}

}  // namespace

std::vector<Amount> amounts_in(const ParsedDocument& document, TokenRange tokens) {
  std::vector<Amount> found;
  const auto& segmentation = document.input.segmentation;
  const auto& rules = document.rules;
  const auto key = [&](std::uint32_t at) {
    return at < tokens.end ? segmentation.key(at) : std::string_view{};
  };
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    std::string_view number = key(t);
    int power = 0;
    // "20k", "16k"
    if (number.size() > 1 && number.back() == 'k' &&
        plain_number(number.substr(0, number.size() - 1))) {
      number.remove_suffix(1);
      power = 3;
    } else if (segmentation.tokens[t].kind != TokenKind::number) {
      continue;
    }
    if (!plain_number(number)) continue;
    std::uint32_t at = t + 1;
    for (auto m = rules.multipliers.find(key(at)); m != rules.multipliers.end();
         m = rules.multipliers.find(key(++at))) {
      power += power_of(m->second);
      if (key(at + 1) == "de" && rules.multipliers.contains(key(at + 2))) ++at;
    }
    Amount amount{.slot = "count", .value = shifted(number, power)};
    std::uint32_t begin = t;
    std::uint32_t unit = at;
    if (key(unit) == "de" || key(unit) == "d'" || key(unit) == "of") ++unit;
    const auto before =
        t > tokens.begin ? rules.currencies.find(key(t - 1)) : rules.currencies.end();
    if (const auto currency = rules.currencies.find(key(unit));
        currency != rules.currencies.end()) {
      amount.slot = "amount";
      amount.currency = currency->second;
      at = unit + 1;
    } else if (before != rules.currencies.end()) {
      amount.slot = "amount";
      amount.currency = before->second;
      begin = t - 1;
    } else if (key(at) == "%") {
      amount.slot = "percent";
      amount.unit = "%";
      ++at;
    } else if (unit < tokens.end && document.input.tags[unit].pos == Pos::noun) {
      amount.unit = document.input.tags[unit].lemma;
      at = unit + 1;
    } else {
      continue;
    }
    // A number within a time expression ("deux semaines", "2018") counts nothing.
    const auto& times = document.input.times.items;
    const auto time = std::partition_point(
        times.begin(), times.end(), [t](const TimeExpression& x) { return x.tokens.end <= t; });
    const bool dated = time != times.end() && time->tokens.contains(t);
    if (!dated) {
      amount.span = document.span({begin, at});
      found.push_back(std::move(amount));
    }
    t = at - 1;
  }
  return found;
}

}  // namespace frise
