// Only the one table of each pack is read here: a pack as a whole is loaded when a document needs
// it. Tested in tests/unit/read/language_test.cpp.

#include "pipeline/guesser.hpp"

#include "frise/pack/table.hpp"
#include "pipeline/pack_folders.hpp"

#include <filesystem>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

namespace frise {
namespace fs = std::filesystem;

namespace {

void add_words(std::string_view cell, std::vector<std::string>& words) {
  while (!cell.empty()) {
    const auto space = cell.find(' ');
    if (space != 0) words.emplace_back(cell.substr(0, space));
    cell = space == std::string_view::npos ? std::string_view{} : cell.substr(space + 1);
  }
}

/// The table of a file, or an empty one where there is none.
Result<Table> table_of(const fs::path& path) {
  std::error_code failed;
  if (!fs::exists(path, failed)) return Table{};
  return Table::load(path.string());
}

}  // namespace

Result<LanguageGuesser> load_guesser(const std::string& data_root) {
  const fs::path root = fs::path{data_root} / "lang";
  std::map<std::string, std::vector<std::string>, std::less<>> words;
  const auto neighbours = table_of(root / "neighbours.tsv");
  if (!neighbours) return fail(neighbours.error());
  for (const TableRow& row : neighbours->rows()) {
    add_words(row.cell(1), words[std::string{row.cell(0)}]);
  }
  for (const std::string& lang : packs_below(root, "pack.toml")) {
    const auto own = table_of(root / lang / "read" / "function_words.tsv");
    if (!own) return fail(own.error());
    if (own->rows().empty()) continue;
    words[lang].clear();
    for (const TableRow& row : own->rows()) add_words(row.cell(0), words[lang]);
  }
  return LanguageGuesser{words};
}

}  // namespace frise
