// Numbers with a multiplier and a currency, or with the noun that is counted; a range is two
// amounts of one unit. Multipliers are the
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

class AmountReader {
 public:
  AmountReader(const ParsedDocument& document, TokenRange tokens)
      : document_{document},
        segmentation_{document.input.segmentation},
        rules_{document.rules},
        tokens_{tokens} {}

  std::vector<Amount> run() {
    for (std::uint32_t t = tokens_.begin; t < tokens_.end;) t = read(t);
    return std::move(found_);
  }

 private:
  struct Number {
    std::string digits;
    int power = 0;
    std::uint32_t end = 0;  ///< token after it, multipliers included
  };

  [[nodiscard]] std::string_view key(std::uint32_t at) const {
    return at < tokens_.end ? segmentation_.key(at) : std::string_view{};
  }

  /// "3,6 millions", "20k", "trois millions", "un million et demi".
  [[nodiscard]] std::optional<Number> number(std::uint32_t t) const {
    Number out;
    std::string_view digits = key(t);
    bool word = false;
    if (digits.size() > 1 && digits.back() == 'k' &&
        plain_number(digits.substr(0, digits.size() - 1))) {
      digits.remove_suffix(1);
      out.power = 3;
    } else if (const auto spelled = rules_.numbers.find(digits); spelled != rules_.numbers.end()) {
      digits = spelled->second;
      word = true;
    } else if (segmentation_.tokens[t].kind != TokenKind::number) {
      return std::nullopt;
    }
    if (!plain_number(digits)) return std::nullopt;
    out.digits = digits;
    std::uint32_t at = t + 1;
    bool multiplied = false;
    for (auto m = rules_.multipliers.find(key(at)); m != rules_.multipliers.end();
         m = rules_.multipliers.find(key(++at))) {
      out.power += power_of(m->second);
      multiplied = true;
      if (key(at + 1) == "de" && rules_.multipliers.contains(key(at + 2))) ++at;
    }
    // "un camion" counts nothing; "un million" does.
    if (word && !multiplied) return std::nullopt;
    if (multiplied && digits.find('.') == std::string_view::npos) {
      for (const auto& half : rules_.halves) {
        std::uint32_t same = 0;
        while (same < half.size() && key(at + same) == half[same]) ++same;
        if (same != half.size()) continue;
        out.digits += ".5";
        at += same;
        break;
      }
    }
    out.end = at;
    return out;
  }

  /// A number within a time expression ("deux semaines", "2018") counts nothing.
  [[nodiscard]] bool dated(std::uint32_t t) const {
    const auto& times = document_.input.times.items;
    const auto time = std::partition_point(
        times.begin(), times.end(), [t](const TimeExpression& x) { return x.tokens.end <= t; });
    return time != times.end() && time->tokens.contains(t);
  }

  /// A noun, or the name of a thing: "20 000 GPU", "40 A320".
  [[nodiscard]] bool counted(std::uint32_t unit) const {
    const Pos pos = document_.input.tags[unit].pos;
    if (pos != Pos::proper_noun) return pos == Pos::noun;
    const auto mention = mention_at(document_.input.entities, unit);
    if (!mention || !document_.mention(*mention).entity) {
      return segmentation_.tokens[unit].is(shape_all_caps);
    }
    return document_.entity(*document_.mention(*mention).entity).type == EntityType::product;
  }

  /// Reads what begins at `t`. \returns the token to go on from
  std::uint32_t read(std::uint32_t t) {
    const auto first = number(t);
    if (!first) return t + 1;
    // "de 2 à 3 millions", "entre 1 000 et 4 000 emplois": the first has the unit of the second.
    if (t > tokens_.begin && rules_.ranges.contains(key(t - 1))) {
      const auto joint = rules_.ranges.find(key(t - 1));
      if (key(first->end) == joint->second) {
        if (const auto second = number(first->end + 1)) {
          const std::size_t before = found_.size();
          const std::uint32_t next = finish(first->end + 1, *second);
          if (found_.size() > before) {
            Amount low = found_.back();
            const bool bare = first->power == 0;
            low.value = shifted(first->digits, bare ? second->power : first->power);
            low.span = document_.span({t, first->end});
            found_.insert(found_.end() - 1, std::move(low));
          }
          return next;
        }
      }
    }
    return finish(t, *first);
  }

  std::uint32_t finish(std::uint32_t t, const Number& number) {
    std::uint32_t at = number.end;
    Amount amount{.slot = "count", .value = shifted(number.digits, number.power)};
    std::uint32_t begin = t;
    std::uint32_t unit = at;
    if (key(unit) == "de" || key(unit) == "d'" || key(unit) == "of") ++unit;
    const auto before =
        t > tokens_.begin ? rules_.currencies.find(key(t - 1)) : rules_.currencies.end();
    if (const auto currency = rules_.currencies.find(key(unit));
        currency != rules_.currencies.end()) {
      amount.slot = "amount";
      amount.currency = currency->second;
      at = unit + 1;
    } else if (before != rules_.currencies.end()) {
      amount.slot = "amount";
      amount.currency = before->second;
      begin = t - 1;
    } else if (key(at) == "%") {
      amount.slot = "percent";
      amount.unit = "%";
      ++at;
    } else if (unit < tokens_.end && counted(unit)) {
      amount.unit = document_.input.tags[unit].lemma;
      at = unit + 1;
    } else if (const bool behind = rules_.likewise.contains(key(unit));
               behind || (t > tokens_.begin && rules_.likewise.contains(key(t - 1)))) {
      // "et 16 000 autres", "un autre 16K": of what was counted before, here or by another verb.
      if (!found_.empty() && found_.back().slot == "count") amount.unit = found_.back().unit;
      if (behind) at = unit + 1;
    } else {
      return t + 1;
    }
    if (!dated(t)) {
      amount.span = document_.span({begin, at});
      found_.push_back(std::move(amount));
    }
    return at;
  }

  const ParsedDocument& document_;
  const Segmentation& segmentation_;
  const EventRules::Impl& rules_;
  TokenRange tokens_;
  std::vector<Amount> found_;
};

}  // namespace

std::vector<Amount> amounts_in(const ParsedDocument& document, TokenRange tokens) {
  return AmountReader{document, tokens}.run();
}

}  // namespace frise
