// Finds a pack's tables on disk. Understands nothing of them: each stage compiles its own.
// Tested in tests/unit/pack/language_pack_test.cpp.

#include "frise/pack/language_pack.hpp"

#include <toml++/toml.h>
#include <filesystem>

namespace frise {
namespace fs = std::filesystem;

Result<LanguagePack> LanguagePack::load(const std::string& folder) {
  const fs::path root{folder};
  const fs::path manifest = root / "pack.toml";
  std::error_code ignored;
  if (!fs::is_regular_file(manifest, ignored)) {
    return fail(
        {ErrorCode::not_found, "no language pack here: pack.toml is missing", folder, 0, 0});
  }
  LanguagePack pack;
  pack.folder_ = folder;
  try {
    const toml::table settings = toml::parse_file(manifest.string());
    pack.lang_ = settings["lang"].value_or(std::string{});
    pack.title_ = settings["name"].value_or(std::string{});
    if (const toml::table* table = settings["settings"].as_table()) {
      for (const auto& [key, value] : *table) {
        if (const auto* text = value.as_string()) {
          pack.settings_.emplace(std::string{key.str()}, text->get());
        }
      }
    }
  } catch (const toml::parse_error& error) {
    return fail({ErrorCode::bad_format, std::string{error.description()}, manifest.string(),
                 error.source().begin.line, error.source().begin.column});
  }
  if (pack.lang_.empty()) {
    return fail({ErrorCode::bad_format, "pack.toml needs lang = \"...\"", manifest.string(), 0, 0});
  }
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.path().extension() != ".tsv" || !entry.is_regular_file()) continue;
    fs::path relative = entry.path().lexically_relative(root);
    if (*relative.begin() == "examples") continue;
    auto table = Table::load(entry.path().string());
    if (!table) return fail(table.error());
    pack.tables_.emplace(relative.replace_extension().generic_string(), std::move(*table));
  }
  return pack;
}

const Table& LanguagePack::table(std::string_view name) const noexcept {
  static const Table empty{};
  const auto found = tables_.find(name);
  return found == tables_.end() ? empty : found->second;
}

std::vector<std::string_view> LanguagePack::tables(std::string_view prefix) const {
  std::vector<std::string_view> names;
  for (const auto& [name, table] : tables_) {
    if (name.starts_with(prefix)) names.emplace_back(name);
  }
  return names;
}

std::string_view LanguagePack::setting(std::string_view name,
                                       std::string_view fallback) const noexcept {
  const auto found = settings_.find(name);
  return found == settings_.end() ? fallback : std::string_view{found->second};
}

}  // namespace frise
