// Patterns are expanded into flat sequences of elements: optional and alternative pieces multiply,
// parts bring their values with them. The trie of rule_trie.hpp folds common beginnings together
// again, so matching needs no backtracking state. Tested in tests/unit/temporal/pattern_test.cpp.

#include "temporal/pattern.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace frise::temporal {
namespace {

constexpr std::size_t kMaxSequences = 20'000;  // of one rule
constexpr std::size_t kMaxElements = 24;

std::string_view next_piece(std::string_view& rest, char separator) {
  const auto at = rest.find(separator);
  const std::string_view piece = rest.substr(0, at);
  rest = at == std::string_view::npos ? std::string_view{} : rest.substr(at + 1);
  return piece;
}

template <class T>
std::vector<T> both(const std::vector<T>& head, const std::vector<T>& tail) {
  std::vector<T> out;
  out.reserve(head.size() + tail.size());
  out.insert(out.end(), head.begin(), head.end());
  out.insert(out.end(), tail.begin(), tail.end());
  return out;
}

/// Puts `tail` behind `head`, its indices moved.
Sequence joined(const Sequence& head, const Sequence& tail) {
  Sequence out;
  const auto offset = static_cast<std::uint8_t>(head.elements.size());
  out.elements = both(head.elements, tail.elements);
  out.names = both(head.names, tail.names);
  out.values = both(head.values, tail.values);
  out.groups = head.groups;
  out.assignments.reserve(head.assignments.size() + tail.assignments.size());
  out.assignments.insert(out.assignments.end(), head.assignments.begin(), head.assignments.end());
  for (Group group : tail.groups) {
    out.groups.push_back({static_cast<std::uint8_t>(group.begin + offset),
                          static_cast<std::uint8_t>(group.end + offset)});
  }
  for (Assignment assignment : tail.assignments) {
    if (assignment.element != kConstant) {
      assignment.element = static_cast<std::uint8_t>(assignment.element + offset);
    }
    if (assignment.position != kConstant) {
      assignment.position = static_cast<std::uint8_t>(assignment.position + offset);
    }
    out.assignments.push_back(assignment);
  }
  return out;
}

}  // namespace

/// What is left of a pattern, piece by piece.
struct PatternReader::Cursor {
  std::string_view rest;
  const Table& table;
  const TableRow& row;

  void skip_blanks() {
    while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  }
  [[nodiscard]] bool at(char c) {
    skip_blanks();
    return !rest.empty() && rest.front() == c;
  }
  [[nodiscard]] bool done() {
    skip_blanks();
    return rest.empty();
  }
  bool take(char c) {
    if (!at(c)) return false;
    rest.remove_prefix(1);
    return true;
  }
  std::string_view piece() {
    skip_blanks();
    const auto stop = std::min(rest.find_first_of(" ?|()[]"), rest.size());
    const std::string_view out = rest.substr(0, stop);
    rest.remove_prefix(stop);
    return out;
  }
  [[nodiscard]] Error error(std::string message) const {
    return table.error_at(row, rest, std::move(message));
  }
};

PatternReader::PatternReader(Vocabulary& vocabulary, const SegmentRules& segment_rules,
                             std::string lang)
    : vocabulary_{vocabulary}, segment_rules_{segment_rules}, lang_{std::move(lang)} {}

PatternReader::Alternatives PatternReader::word(std::string_view text) {
  Sequence sequence;
  for (const std::string& key : word_keys(text, segment_rules_)) {
    sequence.elements.push_back(vocabulary_.literal(key));
    sequence.names.emplace_back();
    sequence.values.push_back(kUnset);
  }
  return {std::move(sequence)};
}

PatternReader::Alternatives PatternReader::word_class(std::string_view text) {
  const auto colon = text.find(':');
  const std::string_view class_name = text.substr(0, colon);
  const std::string_view name =
      colon == std::string_view::npos ? class_name : text.substr(colon + 1);
  const Element element = vocabulary_.class_named(class_name);
  Alternatives out{Sequence{{element}, {name}, {kUnset}, {}, {}}};
  for (const auto& form : vocabulary_.long_forms(element)) {
    Sequence sequence;
    for (const std::string& key : form.keys) {
      sequence.elements.push_back(vocabulary_.literal(key));
      sequence.names.emplace_back();
      sequence.values.push_back(kUnset);
    }
    sequence.names.front() = name;
    sequence.values.front() = form.value;
    out.push_back(std::move(sequence));
  }
  return out;
}

Result<PatternReader::Alternatives> PatternReader::parse_atom(Cursor& cursor) {
  Alternatives out;
  if (cursor.take('(')) {
    auto inner = parse_alternatives(cursor);
    if (!inner) return inner;
    if (!cursor.take(')')) return fail(cursor.error("a '(' is never closed"));
    out = std::move(*inner);
  } else {
    const std::string_view text = cursor.piece();
    if (text.empty()) return fail(cursor.error("nothing where a word was expected"));
    if (text.front() == '@') {
      const auto part = parts_.find(text);
      if (part == parts_.end()) {
        return fail(cursor.error(std::string{text} + " is not defined above"));
      }
      out = part->second;
    } else if (text.front() == '<' && text.back() == '>' && text.size() > 2) {
      out = word_class(text.substr(1, text.size() - 2));
    } else if (text.front() == '\\' && text.size() == 1 && !cursor.rest.empty()) {
      Sequence sequence{{vocabulary_.literal(cursor.rest.substr(0, 1))}, {""}, {kUnset}, {}, {}};
      cursor.rest.remove_prefix(1);
      out.push_back(std::move(sequence));
    } else {
      out = word(text);
    }
  }
  if (!cursor.rest.empty() && cursor.rest.front() == '?') {
    cursor.rest.remove_prefix(1);
    out.emplace_back();
  }
  return out;
}

Result<PatternReader::Alternatives> PatternReader::parse_alternatives(Cursor& cursor) {
  Alternatives all;
  Alternatives current{Sequence{}};
  while (true) {
    if (cursor.done() || cursor.at(')') || cursor.at('|')) {
      std::move(current.begin(), current.end(), std::back_inserter(all));
      current = {Sequence{}};
      if (!cursor.take('|')) return all;
      continue;
    }
    if (cursor.take('[')) {
      for (Sequence& sequence : current) {
        const auto at = static_cast<std::uint8_t>(sequence.elements.size());
        sequence.groups.push_back({at, at});
      }
      continue;
    }
    if (cursor.take(']')) {
      for (Sequence& sequence : current) {
        if (sequence.groups.empty()) return fail(cursor.error("']' without '['"));
        sequence.groups.back().end = static_cast<std::uint8_t>(sequence.elements.size());
      }
      continue;
    }
    auto atom = parse_atom(cursor);
    if (!atom) return atom;
    if (current.size() * atom->size() > kMaxSequences) {
      return fail(cursor.error("too many ways through this pattern"));
    }
    Alternatives longer;
    longer.reserve(current.size() * atom->size());
    for (const Sequence& head : current) {
      for (const Sequence& tail : *atom) longer.push_back(joined(head, tail));
    }
    current = std::move(longer);
  }
}

bool PatternReader::assign(Sequence& sequence, std::string_view values, bool part,
                           std::string& problem) const {
  // Values that parts brought belong to the expression they stand in.
  for (Assignment& assignment : sequence.assignments) {
    if (assignment.group != kEveryGroup || assignment.position == kConstant) continue;
    for (std::size_t g = 0; g < sequence.groups.size(); ++g) {
      if (sequence.groups[g].begin <= assignment.position &&
          assignment.position < sequence.groups[g].end) {
        assignment.group = static_cast<std::uint8_t>(g);
      }
    }
  }
  const bool many = values.find(';') != std::string_view::npos;
  for (std::uint8_t group = 0; !values.empty(); ++group) {
    std::string_view frame = next_piece(values, ';');
    while (!frame.empty()) {
      const std::string_view setting = next_piece(frame, ' ');
      if (setting.empty()) continue;
      const auto equals = setting.find('=');
      const auto slot = slot_named(setting.substr(0, equals));
      if (equals == std::string_view::npos || !slot) {
        problem = "no such slot: " + std::string{setting};
        return false;
      }
      std::string_view value = setting.substr(equals + 1);
      Assignment assignment{.slot = *slot, .group = many ? group : kEveryGroup};
      if (part) assignment.position = 0;
      if (part && many) {
        problem = "a part has one frame";
        return false;
      }
      if (value.starts_with("-$")) {
        assignment.negative = true;
        value.remove_prefix(1);
      }
      if (value.starts_with('$')) {
        const auto found = std::find(sequence.names.begin(), sequence.names.end(), value.substr(1));
        // Not on this way through the pattern: the slot stays unset.
        if (found == sequence.names.end()) continue;
        const auto index = static_cast<std::size_t>(found - sequence.names.begin());
        if (sequence.values[index] == kUnset) {
          assignment.element = static_cast<std::uint8_t>(index);
        } else {
          assignment.constant =
              assignment.negative ? -sequence.values[index] : sequence.values[index];
          assignment.negative = false;
        }
      } else {
        const auto constant = symbol_value(value);
        if (!constant) {
          problem = "no such value: " + std::string{value};
          return false;
        }
        assignment.constant = *constant;
      }
      sequence.assignments.push_back(assignment);
    }
  }
  return true;
}

Result<void> PatternReader::guards(const Table& table, const TableRow& row, Rule& rule) {
  constexpr std::array<std::pair<std::string_view, TextKind>, 3> kinds{
      {{"news", TextKind::news},
       {"narrative", TextKind::narrative},
       {"dialogue", TextKind::dialogue}}};
  constexpr std::array<std::pair<std::string_view, Guard::Where>, 4> places{
      {{"prev", Guard::Where::previous},
       {"first", Guard::Where::first},
       {"last", Guard::Where::last},
       {"next", Guard::Where::next}}};
  constexpr std::array<std::pair<std::string_view, Guard::What>, 12> traits{
      {{"noun", Guard::What::noun},
       {"plural", Guard::What::plural_noun},
       {"proper", Guard::What::proper},
       {"capital", Guard::What::capital},
       {"name", Guard::What::name},
       {"digit", Guard::What::digit},
       {"symbol", Guard::What::symbol},
       {"verb", Guard::What::verb},
       {"participle", Guard::What::participle},
       {"start", Guard::What::sentence_start},
       {"glued", Guard::What::glued},
       {"adjective", Guard::What::adjective}}};
  std::string_view rest = row.cell(3);
  while (!rest.empty()) {
    const std::string_view text = next_piece(rest, ' ');
    if (text.empty()) continue;
    const auto sign = text.find_first_of("=!");
    if (sign == std::string_view::npos) return fail(table.error_at(row, "a guard needs = or !"));
    Guard guard;
    guard.negated = text[sign] == '!';
    if (text.substr(0, sign) == "kind") {
      const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const auto& entry) {
        return entry.first == text.substr(sign + 1);
      });
      if (kind == kinds.end()) return fail(table.error_at(row, "no such kind of text"));
      const Kinds bit = kind_bit(kind->second);
      rule.kinds = static_cast<Kinds>(rule.kinds & (guard.negated ? ~bit : bit));
      continue;
    }
    const auto place = std::find_if(places.begin(), places.end(), [&](const auto& entry) {
      return entry.first == text.substr(0, sign);
    });
    if (place == places.end())
      return fail(table.error_at(row, "a guard is of prev, first, last, next or kind"));
    guard.where = place->second;
    const std::string_view what = text.substr(sign + 1);
    if (what.size() > 2 && what.front() == '<' && what.back() == '>') {
      guard.element = vocabulary_.class_named(what.substr(1, what.size() - 2));
    } else {
      const auto trait = std::find_if(traits.begin(), traits.end(),
                                      [&](const auto& entry) { return entry.first == what; });
      if (trait == traits.end())
        return fail(table.error_at(row, "no such guard: " + std::string{text}));
      guard.what = trait->second;
    }
    rule.guards.push_back(guard);
  }
  return {};
}

Result<void> PatternReader::read(const Table& table) {
  for (const TableRow& row : table.rows()) {
    const std::string_view name = row.cell(0);
    const bool part = name.starts_with('@');
    Cursor cursor{row.cell(1), table, row};
    auto ways = parse_alternatives(cursor);
    if (!ways) return fail(ways.error());
    if (!cursor.done()) return fail(cursor.error("')' without '('"));
    std::string problem;
    for (Sequence& sequence : *ways) {
      if (sequence.elements.size() > kMaxElements) return fail(cursor.error("pattern too long"));
      if (!part && sequence.groups.empty()) {
        sequence.groups.push_back({0, static_cast<std::uint8_t>(sequence.elements.size())});
      }
      if (!assign(sequence, row.cell(2), part, problem)) return fail(cursor.error(problem));
    }
    if (part) {
      for (Sequence& sequence : *ways) {
        std::fill(sequence.names.begin(), sequence.names.end(), std::string_view{});
      }
      auto& all = parts_[std::string{name}];
      std::move(ways->begin(), ways->end(), std::back_inserter(all));
      continue;
    }
    Rule rule{.name = lang_ + "/temporal/" + std::string{name}, .sequences = std::move(*ways)};
    if (auto read = guards(table, row, rule); !read) return fail(read.error());
    rule.row = static_cast<std::uint32_t>(rules_.size());
    rules_.push_back(std::move(rule));
  }
  return {};
}

}  // namespace frise::temporal
