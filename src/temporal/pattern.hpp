#pragma once

/// \file
/// Rules as they are written, and the flat sequences that they stand for.
///
/// A pattern is made of words, `<class>` (or `<class:name>` where a rule has two of a class),
/// `@part` (a sub-pattern with values of its own), `( a | b )`, and `?` after any of them. `[` and
/// `]` mark what is the expression; the rest is context. A pattern with several `[ ]` tells several
/// expressions, and its value column as many frames, parted by `;`. Words are cut as the text is
/// cut.
///
///     day-range    du [ <day:a> ] au [ <day:b> <month> ]    d=$a m=$month ; d=$b m=$month

#include "frise/core/result.hpp"
#include "frise/pack/table.hpp"
#include "frise/temporal/time_expression.hpp"
#include "temporal/frame.hpp"
#include "temporal/vocabulary.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace frise::temporal {

inline constexpr std::uint8_t kEveryGroup = 255;
inline constexpr std::uint8_t kConstant = 255;

/// Fills one slot: with a constant, or with the value of an element of the sequence.
struct Assignment {
  Slot slot = Slot::year;
  std::uint8_t group = kEveryGroup;
  std::uint8_t element = kConstant;
  std::uint8_t position = kConstant;  ///< where the part that brought it begins
  bool negative = false;
  std::int32_t constant = 0;
};

/// The stretch of a sequence that is an expression: element indices.
struct Group {
  std::uint8_t begin = 0;
  std::uint8_t end = 0;
};

/// One way through a pattern.
struct Sequence {
  std::vector<Element> elements;
  std::vector<std::string_view> names;  ///< what `$` finds; empty for elements inside parts
  std::vector<std::int32_t> values;     ///< of elements that stand for a long form, else kUnset
  std::vector<Group> groups;
  std::vector<Assignment> assignments;
};

/// What must hold of the words around a match.
struct Guard {
  enum class Where : std::uint8_t { previous, first, last, next };
  enum class What : std::uint8_t {
    word_class,
    noun,
    plural_noun,
    proper,
    capital,
    name,
    digit,
    symbol,
    verb,
    participle,
    sentence_start,
    glued,
    adjective,
  };
  Where where = Where::next;
  What what = What::word_class;
  bool negated = false;
  Element element = class_none;
};

/// The kinds of text that a rule reads, a bit each.
using Kinds = std::uint8_t;
inline constexpr Kinds kEveryKind = 0xFF;
[[nodiscard]] constexpr Kinds kind_bit(TextKind kind) noexcept {
  return static_cast<Kinds>(1U << static_cast<unsigned>(kind));
}

struct Rule {
  std::string name;  ///< "fr/temporal/day-month"
  std::vector<Guard> guards;
  Kinds kinds = kEveryKind;
  std::uint32_t row = 0;  ///< how many rules were read before it
  std::vector<Sequence> sequences;
};

/// Reads rule files, parts before the rules that use them.
class PatternReader {
 public:
  PatternReader(Vocabulary& vocabulary, const SegmentRules& segment_rules, std::string lang);

  /// A row is name, pattern, values, guards; a name with `@` defines a part and adds to it.
  [[nodiscard]] Result<void> read(const Table& table);

  [[nodiscard]] std::vector<Rule> take_rules() { return std::move(rules_); }

 private:
  using Alternatives = std::vector<Sequence>;
  struct Cursor;
  [[nodiscard]] Result<Alternatives> parse_alternatives(Cursor& cursor);
  [[nodiscard]] Result<Alternatives> parse_atom(Cursor& cursor);
  [[nodiscard]] Alternatives word(std::string_view text);
  [[nodiscard]] Alternatives word_class(std::string_view text);
  [[nodiscard]] bool assign(Sequence& sequence, std::string_view values, bool part,
                            std::string& problem) const;
  /// Fills the guards of a rule, and its kinds: prev!<det> next=noun kind=dialogue.
  [[nodiscard]] Result<void> guards(const Table& table, const TableRow& row, Rule& rule);

  Vocabulary& vocabulary_;
  const SegmentRules& segment_rules_;
  std::string lang_;
  std::map<std::string, Alternatives, std::less<>> parts_;
  std::vector<Rule> rules_;
};

}  // namespace frise::temporal
