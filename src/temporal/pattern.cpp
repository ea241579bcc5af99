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

/// Values that parts brought belong to the expression they stand in.
void settle_groups(std::span<const Group> groups, std::span<Assignment> assignments) {
  for (Assignment& assignment : assignments) {
    if (assignment.group != kEveryGroup || assignment.position == kConstant) continue;
    for (std::size_t g = 0; g < groups.size(); ++g) {
      if (groups[g].begin <= assignment.position && assignment.position < groups[g].end) {
        assignment.group = static_cast<std::uint8_t>(g);
      }
    }
  }
}

}  // namespace

Sequence Ways::operator[](std::size_t index) const noexcept {
  const Ends begin = begin_of(index);
  const Ends end = ends_[index];
  return {{pieces_.data() + begin.piece, pieces_.data() + end.piece},
          {groups_.data() + begin.group, groups_.data() + end.group},
          {assignments_.data() + begin.assignment, assignments_.data() + end.assignment}};
}

void Ways::add(const Sequence& head, const Sequence& tail) {
  const auto offset = static_cast<std::uint8_t>(head.pieces.size());
  const auto moved = [offset](std::uint8_t index) {
    return index == kConstant ? index : static_cast<std::uint8_t>(index + offset);
  };
  pieces_.insert(pieces_.end(), head.pieces.begin(), head.pieces.end());
  pieces_.insert(pieces_.end(), tail.pieces.begin(), tail.pieces.end());
  groups_.insert(groups_.end(), head.groups.begin(), head.groups.end());
  for (const Group& group : tail.groups) {
    groups_.push_back({static_cast<std::uint8_t>(group.begin + offset),
                       static_cast<std::uint8_t>(group.end + offset)});
  }
  assignments_.insert(assignments_.end(), head.assignments.begin(), head.assignments.end());
  for (Assignment assignment : tail.assignments) {
    assignment.element = moved(assignment.element);
    assignment.position = moved(assignment.position);
    assignments_.push_back(assignment);
  }
  ends_.push_back({static_cast<std::uint32_t>(pieces_.size()),
                   static_cast<std::uint32_t>(groups_.size()),
                   static_cast<std::uint32_t>(assignments_.size())});
}

void Ways::push(const Piece& piece) {
  pieces_.push_back(piece);
  ++ends_.back().piece;
}

void Ways::push(const Group& group) {
  groups_.push_back(group);
  ++ends_.back().group;
}

void Ways::push(const Assignment& assignment) {
  assignments_.push_back(assignment);
  ++ends_.back().assignment;
}

void Ways::append(Ways others) {
  if (ends_.empty()) {
    *this = std::move(others);
    return;
  }
  for (std::size_t i = 0; i < others.size(); ++i) add(others[i], {});
}

std::span<Group> Ways::groups(std::size_t index) noexcept {
  return {groups_.data() + begin_of(index).group, groups_.data() + ends_[index].group};
}

std::span<Assignment> Ways::assignments(std::size_t index) noexcept {
  return {assignments_.data() + begin_of(index).assignment,
          assignments_.data() + ends_[index].assignment};
}

void Ways::forget_names() noexcept {
  for (Piece& piece : pieces_) piece.name = 0;
}

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

std::uint16_t PatternReader::number_of(std::string_view name) {
  const auto number = std::find(names_.begin(), names_.end(), name) - names_.begin();
  if (number == std::ssize(names_)) names_.push_back(name);
  return static_cast<std::uint16_t>(number);
}

Ways PatternReader::word(std::string_view text) {
  Ways out;
  out.add({}, {});
  for (const std::string& key : word_keys(text, segment_rules_)) {
    out.push(Piece{vocabulary_.literal(key)});
  }
  return out;
}

Ways PatternReader::word_class(std::string_view text) {
  const auto colon = text.find(':');
  const std::string_view class_name = text.substr(0, colon);
  const std::uint16_t name =
      number_of(colon == std::string_view::npos ? class_name : text.substr(colon + 1));
  const Element element = vocabulary_.class_named(class_name);
  Ways out;
  out.add({}, {});
  out.push(Piece{element, name});
  for (const auto& form : vocabulary_.long_forms(element)) {
    out.add({}, {});
    Piece piece{.name = name, .value = form.value};
    for (const std::string& key : form.keys) {
      piece.element = vocabulary_.literal(key);
      out.push(piece);
      piece = {};
    }
  }
  return out;
}

Result<Ways> PatternReader::parse_atom(Cursor& cursor) {
  Ways out;
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
      out.add({}, {});
      out.push(Piece{vocabulary_.literal(cursor.rest.substr(0, 1))});
      cursor.rest.remove_prefix(1);
    } else {
      out = word(text);
    }
  }
  if (!cursor.rest.empty() && cursor.rest.front() == '?') {
    cursor.rest.remove_prefix(1);
    out.add({}, {});
  }
  return out;
}

Result<Ways> PatternReader::parse_alternatives(Cursor& cursor) {
  const Ways nothing = [] {
    Ways ways;
    ways.add({}, {});
    return ways;
  }();
  Ways all;
  Ways current = nothing;
  while (true) {
    if (cursor.done() || cursor.at(')') || cursor.at('|')) {
      all.append(std::exchange(current, nothing));
      if (!cursor.take('|')) return all;
      continue;
    }
    Ways next;
    if (cursor.take('[')) {
      next = nothing;
      next.push(Group{});
    } else if (cursor.take(']')) {
      for (std::size_t i = 0; i < current.size(); ++i) {
        if (current.groups(i).empty()) return fail(cursor.error("']' without '['"));
        current.groups(i).back().end = static_cast<std::uint8_t>(current[i].pieces.size());
      }
      continue;
    } else {
      auto atom = parse_atom(cursor);
      if (!atom) return atom;
      next = std::move(*atom);
    }
    if (current.size() * next.size() > kMaxSequences) {
      return fail(cursor.error("too many ways through this pattern"));
    }
    Ways longer;
    for (std::size_t head = 0; head < current.size(); ++head) {
      for (std::size_t tail = 0; tail < next.size(); ++tail) longer.add(current[head], next[tail]);
    }
    current = std::move(longer);
  }
}

Result<std::vector<PatternReader::Setting>> PatternReader::settings(const Cursor& cursor,
                                                                    std::string_view values,
                                                                    bool part) {
  std::vector<Setting> out;
  const bool many = values.find(';') != std::string_view::npos;
  for (std::uint8_t group = 0; !values.empty(); ++group) {
    std::string_view frame = next_piece(values, ';');
    while (!frame.empty()) {
      const std::string_view text = next_piece(frame, ' ');
      if (text.empty()) continue;
      const auto equals = text.find('=');
      const auto slot = slot_named(text.substr(0, equals));
      if (equals == std::string_view::npos || !slot) {
        return fail(cursor.error("no such slot: " + std::string{text}));
      }
      std::string_view value = text.substr(equals + 1);
      Setting setting{.assignment = {.slot = *slot, .group = many ? group : kEveryGroup}};
      if (part) setting.assignment.position = 0;
      if (part && many) return fail(cursor.error("a part has one frame"));
      if (value.starts_with("-$")) {
        setting.assignment.negative = true;
        value.remove_prefix(1);
      }
      if (value.starts_with('$')) {
        setting.from_piece = true;
        setting.name = number_of(value.substr(1));
      } else if (const auto constant = symbol_value(value)) {
        setting.assignment.constant = *constant;
      } else {
        return fail(cursor.error("no such value: " + std::string{value}));
      }
      out.push_back(setting);
    }
  }
  return out;
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

void PatternReader::assign(std::span<const Piece> pieces, const Setting& setting, Ways& ways) {
  Assignment assignment = setting.assignment;
  if (setting.from_piece) {
    const auto found = std::find_if(pieces.begin(), pieces.end(),
                                    [&](const Piece& piece) { return piece.name == setting.name; });
    // Not on this way through the pattern: the slot stays unset.
    if (found == pieces.end()) return;
    if (found->value == kUnset) {
      assignment.element = static_cast<std::uint8_t>(found - pieces.begin());
    } else {
      assignment.constant = assignment.negative ? -found->value : found->value;
      assignment.negative = false;
    }
  }
  ways.push(assignment);
}

Result<void> PatternReader::read(const Table& table) {
  for (const TableRow& row : table.rows()) {
    const std::string_view name = row.cell(0);
    const bool part = name.starts_with('@');
    Cursor cursor{row.cell(1), table, row};
    const auto ways = parse_alternatives(cursor);
    if (!ways) return fail(ways.error());
    if (!cursor.done()) return fail(cursor.error("')' without '('"));
    const auto to_set = settings(cursor, row.cell(2), part);
    if (!to_set) return fail(to_set.error());
    Ways done;
    for (std::size_t i = 0; i < ways->size(); ++i) {
      const Sequence way = (*ways)[i];
      if (way.pieces.size() > kMaxElements) return fail(cursor.error("pattern too long"));
      done.add(way, {});
      if (!part && way.groups.empty()) {
        done.push(Group{0, static_cast<std::uint8_t>(way.pieces.size())});
      }
      settle_groups(done.groups(i), done.assignments(i));
      for (const Setting& setting : *to_set) assign(way.pieces, setting, done);
    }
    if (part) {
      done.forget_names();
      parts_[std::string{name}].append(std::move(done));
      continue;
    }
    Rule rule{.name = lang_ + "/temporal/" + std::string{name}, .ways = std::move(done)};
    if (auto read = guards(table, row, rule); !read) return fail(read.error());
    rule.row = static_cast<std::uint32_t>(rules_.size());
    rules_.push_back(std::move(rule));
  }
  return {};
}

}  // namespace frise::temporal
