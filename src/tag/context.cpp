// Reads the table of costs into a square matrix. Tested in tests/unit/tag/context_test.cpp.

#include "tag/context.hpp"

#include <charconv>
#include <map>
#include <string>
#include <vector>

namespace frise::tag {
namespace {

using Classes = std::vector<WordClass>;
using Groups = std::map<std::string, Classes, std::less<>>;

/// A class, a group or `*`; empty when it is none of them.
Classes classes_named(std::string_view name, const Groups& groups) {
  if (const auto group = groups.find(name); group != groups.end()) return group->second;
  if (const auto one = parse_word_class(name)) return {*one};
  return {};
}

}  // namespace

Result<ContextCosts> ContextCosts::compile(const Table& table) {
  ContextCosts costs;
  Groups groups;
  Classes all;
  for (std::size_t i = 0; i < word_class_count; ++i) all.push_back(static_cast<WordClass>(i));
  groups.emplace("*", all);

  for (const TableRow& row : table.rows()) {
    const bool names_group = row.cell(0) == "group";
    Classes firsts;
    std::string_view names = row.cell(names_group ? 2 : 0);
    for (auto name = next_word(names); !name.empty(); name = next_word(names)) {
      const Classes named = classes_named(name, groups);
      if (named.empty()) return fail(table.error_at(row, "no class: " + std::string{name}));
      firsts.insert(firsts.end(), named.begin(), named.end());
    }
    if (names_group) {
      groups.insert_or_assign(std::string{row.cell(1)}, firsts);
      continue;
    }
    std::string_view steps = row.cell(1);
    for (auto step = next_word(steps); !step.empty(); step = next_word(steps)) {
      const auto colon = std::min(step.find(':'), step.size());
      const Classes seconds = classes_named(step.substr(0, colon), groups);
      const std::string_view digits = step.substr(std::min(colon + 1, step.size()));
      std::int8_t cost = -1;
      std::from_chars(digits.data(), digits.data() + digits.size(), cost);
      if (seconds.empty() || cost < 0 || cost > 20) {
        return fail(table.error_at(row, "not class:cost (0 to 20): " + std::string{step}));
      }
      for (const WordClass first : firsts) {
        for (const WordClass second : seconds) {
          costs.cost_[static_cast<std::size_t>(first) * word_class_count +
                      static_cast<std::size_t>(second)] = cost;
        }
      }
    }
  }
  return costs;
}

}  // namespace frise::tag
