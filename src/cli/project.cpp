// Keys of frise.toml are long options of the table, so that both are checked by the same setters.
// Tested in tests/cli/project_test.cpp.

#include "cli/project.hpp"

#include "cli/command_line.hpp"
#include "cli/input.hpp"
#include "frise/pipeline/fingerprint.hpp"
#include "frise/project/project_file.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

namespace frise::cli {
namespace fs = std::filesystem;

namespace {

/// What a project may settle once for all; the rest is of one run.
constexpr auto project_keys = std::to_array<std::string_view>(
    {"lang",   "published", "kind",   "subject",     "no-subject-pack",
     "title",  "subtitle",  "locale", "since",       "until",
     "entity", "type",      "stance", "min-sources", "max-events",
     "lanes",  "top",       "groups", "per",         "page",
     "axis",   "style",     "theme",  "corrections", "store",
     "output", "strict"});

/// Those that name a file or folder, seen from the project's.
constexpr auto path_keys =
    std::to_array<std::string_view>({"corrections", "store", "output", "style"});

bool names(const OptionRow& row, std::string_view key) {
  const std::string flag = "--" + std::string{key};
  for (std::string_view rest = row.flags; !rest.empty();) {
    const auto comma = rest.find(',');
    if (rest.substr(0, comma) == flag) return true;
    rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
  }
  return false;
}

const OptionRow* row_of(const CommandRow& command, std::string_view key) {
  for (const OptionRow& row : option_table()) {
    if ((row.commands & command.bit) != 0 && names(row, key)) return &row;
  }
  return nullptr;
}

std::string unknown(const std::string& key) {
  const std::vector<std::string_view> known{project_keys.begin(), project_keys.end()};
  std::string message = "unknown setting \"" + key + "\"";
  const std::string_view meant = nearest(key, known);
  if (!meant.empty()) message += "; did you mean " + std::string{meant} + "?";
  return message;
}

/// \returns what is wrong, or nothing.
std::string apply(const CommandRow& command, Settings& settings, const ProjectEntry& entry,
                  const fs::path& folder) {
  if (std::find(project_keys.begin(), project_keys.end(), entry.key) == project_keys.end()) {
    return unknown(entry.key);
  }
  const OptionRow* row = row_of(command, entry.key);
  if (row == nullptr || settings.given.contains(row->flags)) return {};
  if (entry.flag != row->argument.empty()) {
    return entry.key + (entry.flag ? " wants a value" : " is true or false");
  }
  const bool is_path = std::find(path_keys.begin(), path_keys.end(), entry.key) != path_keys.end();
  for (const std::string& value : entry.values) {
    const std::string wrong = row->set(settings, is_path ? (folder / value).string() : value);
    if (!wrong.empty()) return entry.key + ": " + wrong;
  }
  return {};
}

}  // namespace

std::set<std::string> beside(const std::vector<std::string>& inputs, std::string_view name) {
  std::set<std::string> found;
  for (const std::string& input : inputs) {
    if (input == "-") continue;
    std::error_code failed;
    const fs::path folder =
        fs::is_directory(input, failed) ? fs::path{input} : fs::path{input}.parent_path();
    const fs::path file = folder / name;
    if (fs::exists(file, failed)) found.insert(file.string());
  }
  return found;
}

Result<void> apply_project(const CommandRow& command, Settings& settings) {
  const std::set<std::string> files = beside(settings.inputs, "frise.toml");
  if (files.empty()) return {};
  const std::string& path = *files.begin();
  if (files.size() > 1) {
    return fail({ErrorCode::bad_value,
                 "and " + *std::next(files.begin()) +
                     " are two projects; read the articles of one at a time",
                 path, 0, 0});
  }
  const auto bytes = read_all(path);
  if (!bytes) return fail(bytes.error());
  const auto entries = parse_project(*bytes, path);
  if (!entries) return fail(entries.error());
  for (const ProjectEntry& entry : *entries) {
    std::string wrong = apply(command, settings, entry, fs::path{path}.parent_path());
    if (!wrong.empty()) {
      return fail({ErrorCode::bad_value, std::move(wrong), path, entry.line, entry.column});
    }
  }
  return {};
}

std::string store_folder(const Settings& settings) {
  if (settings.no_store) return {};
  if (!settings.store.empty()) return settings.store;
  const std::set<std::string> found = beside(settings.inputs, ".frise");
  return found.size() == 1 ? *found.begin() : std::string{};
}

std::unique_ptr<RecordStore> open_store(const Settings& settings, const AnnotatorOptions& options,
                                        Console& console) {
  const std::string folder = store_folder(settings);
  if (folder.empty()) return nullptr;
  auto store = RecordStore::open(folder, fingerprint(options));
  if (store) return std::move(*store);
  Error error = std::move(store).error();
  error.message += "; the articles are read without it";
  console.warning(error);
  return nullptr;
}

}  // namespace frise::cli
