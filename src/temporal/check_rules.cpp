// A row is dead when each of its sequences is read by a row above it that asks for no more of the
// words around. Sequences of the rows above stand in a trie; a row's sequence walks it along its
// own elements and along the classes that hold all words of these. Tested in
// tests/unit/pipeline/pack_check_test.cpp.

#include "temporal/check.hpp"
#include "temporal/rules_impl.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>

namespace frise::temporal {
namespace {

using Words = std::set<std::string_view>;

Words words_of(std::string_view cell) {
  Words words;
  while (!cell.empty()) {
    const auto space = cell.find(' ');
    if (space != 0) words.insert(cell.substr(0, space));
    cell = space == std::string_view::npos ? std::string_view{} : cell.substr(space + 1);
  }
  return words;
}

/// Calls `take` with the name of each piece of a cell that begins with a mark: <name>, @name,
/// $name.
template <class Take>
void for_each_name(std::string_view cell, char mark, const Take& take) {
  for (auto at = cell.find(mark); at != std::string_view::npos; at = cell.find(mark, at + 1)) {
    const auto stop = std::min(cell.find_first_of(" ?|()[]>;", at + 1), cell.size());
    if (stop > at + 1) take(cell.substr(at + 1, stop - at - 1));
  }
}

/// Which elements hold every word of another one, itself among them.
class Cover {
 public:
  explicit Cover(const Vocabulary& vocabulary) {
    for (const auto& [word, members] : vocabulary.words()) {
      for (const Member& member : members) words_[member.element].insert(word);
    }
    for (const auto& [word, members] : vocabulary.words()) {
      for (const Member& member : members) {
        if (wider_.count(member.element) == 0) wider_[member.element] = wider(member, members);
      }
    }
  }

  [[nodiscard]] const std::vector<Element>& of(Element element) {
    auto& all = wider_[element];
    if (all.empty()) all.push_back(element);
    return all;
  }

 private:
  /// What the engine fills from digits is not compared: those classes have no list of words.
  [[nodiscard]] std::vector<Element> wider(const Member& member,
                                           const std::vector<Member>& beside) const {
    std::vector<Element> all{member.element};
    if (member.element < class_built_in_) return all;
    const Words& own = words_.at(member.element);
    for (const Member& other : beside) {
      if (other.element < class_built_in_ || other.element == member.element) continue;
      const Words& others = words_.at(other.element);
      if (std::includes(others.begin(), others.end(), own.begin(), own.end())) {
        all.push_back(other.element);
      }
    }
    return all;
  }

  std::map<Element, Words> words_;
  std::map<Element, std::vector<Element>> wider_;
};

/// A row of a rule file that is a rule.
struct RuleRow {
  const Table* table = nullptr;
  const TableRow* row = nullptr;
  Words guards;
  Kinds kinds = kEveryKind;

  /// Wherever the other row may match, this one may, and it is not the one that must stand back.
  [[nodiscard]] bool goes_before(const RuleRow& other) const {
    return kinds == other.kinds &&
           std::includes(other.guards.begin(), other.guards.end(), guards.begin(), guards.end());
  }
};

class Shadows {
 public:
  explicit Shadows(const Vocabulary& vocabulary) : cover_{vocabulary} {}

  /// The row above that reads all of this rule's sequences first (the last of several), or nullptr.
  [[nodiscard]] const RuleRow* over(const std::vector<RuleRow>& rows, std::size_t index,
                                    const Rule& rule) {
    const RuleRow* by = nullptr;
    for (std::size_t i = 0; i < rule.ways.size(); ++i) {
      by = nullptr;
      walk(rows, rows[index], rule.ways[i].pieces, 0, 0, by);
      if (by == nullptr) return nullptr;
    }
    return by;
  }

  void add(std::size_t index, const Rule& rule) {
    for (std::size_t i = 0; i < rule.ways.size(); ++i) {
      std::size_t node = 0;
      for (const Piece& piece : rule.ways[i].pieces) {
        node = edges_.try_emplace({node, piece.element}, edges_.size() + 1).first->second;
      }
      rules_at_[node].push_back(index);
    }
  }

 private:
  void walk(const std::vector<RuleRow>& rows, const RuleRow& own, std::span<const Piece> pieces,
            std::size_t depth, std::size_t node, const RuleRow*& by) {
    if (by != nullptr) return;
    if (depth == pieces.size()) {
      const auto found = rules_at_.find(node);
      if (found == rules_at_.end()) return;
      for (const std::size_t index : found->second) {
        const RuleRow& above = rows[index];
        if (above.goes_before(own)) {
          by = &above;
          return;
        }
      }
      return;
    }
    for (const Element element : cover_.of(pieces[depth].element)) {
      const auto edge = edges_.find({node, element});
      if (edge != edges_.end()) walk(rows, own, pieces, depth + 1, edge->second, by);
    }
  }

  Cover cover_;
  std::map<std::pair<std::size_t, Element>, std::size_t> edges_;
  std::map<std::size_t, std::vector<std::size_t>> rules_at_;
};

void check_words(const std::vector<const Table*>& tables, const Vocabulary& vocabulary,
                 PackFindings& findings) {
  std::set<std::string_view> used;
  for (const Table* table : tables) {
    for (const TableRow& row : table->rows()) {
      const auto error = [&](std::string_view piece, std::string message) {
        findings.push_back({FindingKind::error, table->error_at(row, piece, std::move(message))});
      };
      for_each_name(row.cell(1), '@', [&](std::string_view name) { used.insert(name); });
      for (const std::size_t cell : {std::size_t{1}, std::size_t{3}}) {
        for_each_name(row.cell(cell), '<', [&](std::string_view name) {
          const std::string_view of_class = name.substr(0, name.find(':'));
          if (!vocabulary.can_match(of_class)) {
            error(name, fmt::format("no word is in the class <{}>", of_class));
          }
        });
      }
      for_each_name(row.cell(2), '$', [&](std::string_view name) {
        bool brought = false;
        for_each_name(row.cell(1), '<', [&](std::string_view piece) {
          const auto colon = piece.find(':');
          brought |= name == (colon == std::string_view::npos ? piece : piece.substr(colon + 1));
        });
        if (!brought) error(name, fmt::format("nothing in the pattern is called ${}", name));
      });
    }
  }
  std::set<std::string_view> told;
  for (const Table* table : tables) {
    for (const TableRow& row : table->rows()) {
      const std::string_view name = row.cell(0);
      if (!name.starts_with('@') || used.count(name.substr(1)) != 0) continue;
      if (!told.insert(name).second) continue;
      findings.push_back(
          {FindingKind::error,
           table->error_at(row, name, fmt::format("no rule below uses the part {}", name))});
    }
  }
}

}  // namespace

void check_rules(const LanguagePack& pack, const SegmentRules& segment_rules,
                 PackFindings& findings) {
  Vocabulary vocabulary;
  const auto rules = read_rules(pack, segment_rules, vocabulary);
  if (!rules) {
    findings.push_back({FindingKind::error, rules.error()});
    return;
  }
  const auto tables = rule_tables(pack);
  check_words(tables, vocabulary, findings);
  std::vector<RuleRow> rows;
  for (const Table* table : tables) {
    for (const TableRow& row : table->rows()) {
      if (!row.cell(0).starts_with('@')) {
        rows.push_back({table, &row, words_of(row.cell(3)), (*rules)[rows.size()].kinds});
      }
    }
  }
  Shadows shadows{vocabulary};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (const RuleRow* by = shadows.over(rows, i, (*rules)[i])) {
      findings.push_back({FindingKind::error,
                          rows[i].table->error_at(
                              *rows[i].row, rows[i].row->cell(0),
                              fmt::format("{} is dead: {} in line {} reads the same words first",
                                          rows[i].row->cell(0), by->row->cell(0), by->row->line))});
    }
    shadows.add(i, (*rules)[i]);
  }
}

}  // namespace frise::temporal
