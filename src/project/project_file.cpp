// Tested in tests/unit/project/project_file_test.cpp.

#include "frise/project/project_file.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>
#include <algorithm>
#include <optional>
#include <sstream>
#include <tuple>
#include <utility>

namespace frise {
namespace {

/// A value as the command line would spell it.
std::optional<std::string> spelled(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* number = node.as_integer()) return std::to_string(number->get());
  if (const auto* day = node.as_date()) {
    std::ostringstream out;
    out << day->get();
    return out.str();
  }
  return std::nullopt;
}

}  // namespace

Result<std::vector<ProjectEntry>> parse_project(std::string_view text, const std::string& path) {
  toml::table root;
  try {
    root = toml::parse(text, path);
  } catch (const toml::parse_error& error) {
    return fail({ErrorCode::bad_format, std::string{error.description()}, path,
                 error.source().begin.line, error.source().begin.column});
  }
  std::vector<ProjectEntry> entries;
  for (const auto& [key, node] : root) {
    const auto place = node.source().begin;
    ProjectEntry entry{std::string{key.str()}, {}, false, place.line, place.column};
    const auto refuse = [&](const toml::node& what) {
      return fail({ErrorCode::bad_format,
                   fmt::format("{} wants a string, a number, true or false, or an array of strings",
                               entry.key),
                   path, what.source().begin.line, what.source().begin.column});
    };
    if (const toml::array* items = node.as_array()) {
      for (const toml::node& item : *items) {
        auto value = spelled(item);
        if (!value) return refuse(item);
        entry.values.push_back(std::move(*value));
      }
    } else if (const auto* flag = node.as_boolean()) {
      entry.flag = true;
      if (flag->get()) entry.values.emplace_back();
    } else {
      auto value = spelled(node);
      if (!value) return refuse(node);
      entry.values.push_back(std::move(*value));
    }
    entries.push_back(std::move(entry));
  }
  std::sort(entries.begin(), entries.end(), [](const ProjectEntry& a, const ProjectEntry& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
  });
  return entries;
}

}  // namespace frise
