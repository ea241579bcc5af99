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
#include <span>
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

/// One element on a way through a pattern.
struct Piece {
  Element element = class_none;
  std::uint16_t name = 0;       ///< what `$` finds, as PatternReader numbers it; 0 for none
  std::int32_t value = kUnset;  ///< where the element stands for a long form
};

/// One way through a pattern; views into the Ways that hold it.
struct Sequence {
  std::span<const Piece> pieces;
  std::span<const Group> groups;
  std::span<const Assignment> assignments;
};

/// Ways through a pattern, one behind the other in three arrays: a pack has tens of thousands, and
/// compiling them is most of the start of the program.
class Ways {
 public:
  [[nodiscard]] std::size_t size() const noexcept { return ends_.size(); }
  [[nodiscard]] Sequence operator[](std::size_t index) const noexcept;

  /// Adds the way that goes through `head`, then through `tail`, whose indices move.
  void add(const Sequence& head, const Sequence& tail);
  /// Adds to the last way.
  void push(const Piece& piece);
  void push(const Group& group);
  void push(const Assignment& assignment);
  void append(Ways others);

  /// Those of the way at an index, to be changed.
  [[nodiscard]] std::span<Group> groups(std::size_t index) noexcept;
  [[nodiscard]] std::span<Assignment> assignments(std::size_t index) noexcept;
  /// No `$` finds the pieces any longer.
  void forget_names() noexcept;

 private:
  struct Ends {
    std::uint32_t piece = 0;
    std::uint32_t group = 0;
    std::uint32_t assignment = 0;
  };
  [[nodiscard]] Ends begin_of(std::size_t index) const noexcept {
    return index == 0 ? Ends{} : ends_[index - 1];
  }

  std::vector<Piece> pieces_;
  std::vector<Group> groups_;
  std::vector<Assignment> assignments_;
  std::vector<Ends> ends_;
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
  Ways ways;
};

/// Reads rule files, parts before the rules that use them. The tables outlive it.
class PatternReader {
 public:
  PatternReader(Vocabulary& vocabulary, const SegmentRules& segment_rules, std::string lang);

  /// A row is name, pattern, values, guards; a name with `@` defines a part and adds to it.
  [[nodiscard]] Result<void> read(const Table& table);

  [[nodiscard]] std::vector<Rule> take_rules() { return std::move(rules_); }

 private:
  struct Cursor;
  /// What a row sets, read once for all ways through its pattern.
  struct Setting {
    Assignment assignment;
    bool from_piece = false;
    std::uint16_t name = 0;  ///< of the piece
  };
  [[nodiscard]] Result<Ways> parse_alternatives(Cursor& cursor);
  [[nodiscard]] Result<Ways> parse_atom(Cursor& cursor);
  [[nodiscard]] Ways word(std::string_view text);
  [[nodiscard]] Ways word_class(std::string_view text);
  [[nodiscard]] Result<std::vector<Setting>> settings(const Cursor& cursor, std::string_view values,
                                                      bool part);
  /// Adds what is set to the last of `ways`, which goes through `pieces`.
  static void assign(std::span<const Piece> pieces, const Setting& setting, Ways& ways);
  /// Fills the guards of a rule, and its kinds: prev!<det> next=noun kind=dialogue.
  [[nodiscard]] Result<void> guards(const Table& table, const TableRow& row, Rule& rule);
  [[nodiscard]] std::uint16_t number_of(std::string_view name);

  Vocabulary& vocabulary_;
  const SegmentRules& segment_rules_;
  std::string lang_;
  std::vector<std::string_view> names_{""};  ///< views into the tables
  std::map<std::string, Ways, std::less<>> parts_;
  std::vector<Rule> rules_;
};

}  // namespace frise::temporal
