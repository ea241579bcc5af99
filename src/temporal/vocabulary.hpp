#pragma once

/// \file
/// Which classes of the rules a token belongs to: one hash look-up a token, no text kept.

#include "frise/core/result.hpp"
#include "frise/pack/table.hpp"
#include "frise/segment/segmentation.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace frise::temporal {

/// A literal word or a class of words, as the rules name them.
using Element = std::uint16_t;

/// Classes that the engine itself gives to tokens, from their digits. Words with a value can be put
/// into `num`, `ord` and `some` by the pack.
enum BuiltIn : Element {
  class_none,
  class_num,          // whole number, of digits or words: 12, vingt-trois
  class_decimal,      // 2.5, in hundredths
  class_ord,          // first, 2e, 21st
  class_day,          // 1 to 31 in at most two digits
  class_hour,         // 0 to 24 in at most two digits
  class_minute,       // 00 to 59 in two digits
  class_year,         // 1000 to 2199 in four digits, no unit or currency sign beside it
  class_yy,           // two digits
  class_iso,          // 2023-03-04, 2023-03, 12/03/2024
  class_clock,        // 9:30, 14h30
  class_decades,      // 1990s
  class_old_decades,  // 470s, as 47
  class_military,     // 0530, as minutes of the day
  class_length,       // 24hrs, as count * kUnitRange + unit
  class_years,        // 2019-2021 in one token
  class_roman,        // XX, XXe
  class_months,       // mars-avril in one token: kMonthPair times the first, plus the second
  class_odd_digits,   // ٣, ３: digits of another script, which are not read
  class_day_month,    // 12/03, by the language's order: month * 100 + day
  class_clock_s,      // 10:12:59, 8h10m30s: second of the day
  class_clocks,       // 13h-15h in one token: see kClockPair
  class_hour_count,   // 48h
  class_iso_day,      // 2014-11-30 before T08:15
  class_iso_clock,    // T08:15:30 behind its day: second of the day
  class_built_in_,
};

/// What a length in one token is packed with: its count times this, plus its unit.
inline constexpr std::int32_t kUnitRange = 32;

inline constexpr std::int32_t kMonthPair = 100;

struct Member {
  Element element = class_none;
  std::int32_t value = 0;
};

/// Lookup forms of a word or phrase of the pack, clitics among them.
[[nodiscard]] std::vector<std::string> word_keys(std::string_view text,
                                                 const SegmentRules& segment_rules);

class Vocabulary {
 public:
  Vocabulary();

  /// The element of a class, made on first use.
  Element class_named(std::string_view name);
  /// The element of a literal word, made on first use.
  Element literal(std::string_view key);

  /// Reads `words.tsv`: class, value, forms parted by commas.
  [[nodiscard]] Result<void> add_words(const Table& table, const SegmentRules& segment_rules);

  /// Forms of a class that are more than one token ("jour de l'an"), with their values.
  struct LongForm {
    std::vector<std::string> keys;
    std::int32_t value = 0;
  };
  [[nodiscard]] const std::vector<LongForm>& long_forms(Element element) const;

  /// Fills the hash table; no words may be added after that.
  void freeze();

  /// All elements of a token key; a full stop at the end ("janv.") is passed over.
  [[nodiscard]] std::span<const Member> find(std::string_view key) const noexcept;

  /// The value that a key has in a class, or kUnset.
  [[nodiscard]] std::int32_t value_in(std::string_view key, Element element) const noexcept;

  [[nodiscard]] std::size_t element_count() const noexcept { return next_; }

  /// The class is one that the engine fills, or the pack has words for it.
  [[nodiscard]] bool can_match(std::string_view class_name) const;

  /// All words of one token, with what they stand for.
  [[nodiscard]] const std::map<std::string, std::vector<Member>, std::less<>>& words()
      const noexcept {
    return words_;
  }

 private:
  struct Bucket {
    std::uint64_t hash = 0;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };
  [[nodiscard]] std::span<const Member> find_exact(std::string_view key) const noexcept;
  void add(std::string_view key, Member member);

  std::map<std::string, Element, std::less<>> classes_;
  std::map<std::string, Element, std::less<>> literals_;
  std::map<std::string, std::vector<Member>, std::less<>> words_;
  std::map<Element, std::vector<LongForm>> long_forms_;
  std::vector<Bucket> buckets_;
  std::vector<Member> members_;
  Element next_ = class_built_in_;
};

}  // namespace frise::temporal
