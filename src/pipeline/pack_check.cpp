// What a stage owns of a pack it checks, as it compiles it; the table of checkers below says which
// do. Tested in tests/unit/pipeline/pack_check_test.cpp.

#include "frise/pipeline/pack_check.hpp"

#include "frise/pack/examples.hpp"
#include "pipeline/language.hpp"
#include "pipeline/pack_folders.hpp"
#include "pipeline/trial_names.hpp"
#include "temporal/check.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <map>
#include <set>

namespace frise {
namespace fs = std::filesystem;

namespace {

constexpr const char* kLanguageMarker = "pack.toml";
constexpr std::string_view kStanceWords = "stance/words";
constexpr std::string_view kOrderWords = "event/order";
constexpr const char* kSubjectMarker = "entities.toml";

void add(PackFindings& findings, FindingKind kind, Error error) {
  findings.push_back({kind, std::move(error)});
}

/// A row that says again what a row above says.
void check_duplicates(const Language& language, PackFindings& findings) {
  for (const std::string_view name : language.pack.tables("")) {
    const Table& table = language.pack.table(name);
    std::map<std::vector<std::string_view>, std::size_t> seen;
    for (const TableRow& row : table.rows()) {
      const auto [first, added] = seen.try_emplace({row.cells.begin(), row.cells.end()}, row.line);
      if (added) continue;
      add(findings, FindingKind::error,
          table.error_at(row, row.cell(0), fmt::format("the same as line {}", first->second)));
    }
  }
}

Result<std::vector<Table>> temporal_examples(const std::string& folder) {
  std::vector<Table> all;
  for (const char* name : {"dialogue", "narrative", "temporal"}) {
    auto tables = load_examples(folder, name);
    if (!tables) return tables;
    std::move(tables->begin(), tables->end(), std::back_inserter(all));
  }
  return all;
}

void check_temporal(const Language& language, PackFindings& findings) {
  temporal::check_rules(language.pack, language.segment, findings);
  const auto examples = temporal_examples(language.pack.folder());
  if (!examples) return add(findings, FindingKind::error, examples.error());
  temporal::check_examples({language.pack, language.segment, language.lexicon, language.temporal},
                           *examples, findings);
}

/// event/verbs.tsv, event/verbs-deals.tsv, event/nouns.tsv, ...
std::vector<std::string_view> frame_tables(const LanguagePack& pack) {
  std::vector<std::string_view> names = pack.tables("event/verbs");
  const auto nouns = pack.tables("event/nouns");
  names.insert(names.end(), nouns.begin(), nouns.end());
  return names;
}

/// Two rules of one name could not be told apart in a record.
void check_rule_names(const Language& language, PackFindings& findings) {
  std::set<std::string_view> names;
  for (const std::string_view name : frame_tables(language.pack)) {
    const Table& table = language.pack.table(name);
    for (const TableRow& row : table.rows()) {
      if (names.insert(row.cell(0)).second) continue;
      add(findings, FindingKind::error,
          table.error_at(row, row.cell(0),
                         fmt::format("a rule above is called {} too", row.cell(0))));
    }
  }
}

/// A table whose rows bring an example and a counter-example, and where they stand.
struct ExampleTable {
  std::string_view name;
  std::string_view rules;  ///< "event" in "fr/event/achat"
  std::size_t example = 6;
  std::size_t counter = 7;
};

/// Each frame, word of stance and word of order must be found in its example and not in its
/// counter-example.
void check_inline_examples(const Language& language, PackFindings& findings) {
  std::vector<ExampleTable> tables;
  for (const std::string_view name : frame_tables(language.pack)) tables.push_back({name, "event"});
  tables.push_back({kStanceWords, "stance"});
  tables.push_back({kOrderWords, "event/order", 3, 4});
  for (const ExampleTable& one : tables) {
    const Table& table = language.pack.table(one.name);
    for (const TableRow& row : table.rows()) {
      const std::string rule =
          fmt::format("{}/{}/{}", language.pack.lang(), one.rules, row.cell(0));
      const RulesFound found = rules_in(language, row.cell(one.example));
      if (found.drawn.count(rule) + found.weak.count(rule) == 0) {
        // Whose words they are, a line alone seldom tells.
        const bool speaks = row.cell(2) == "speaker";
        add(findings, speaks ? FindingKind::note : FindingKind::error,
            table.error_at(row, row.cell(one.example),
                           fmt::format("{} does not find this", row.cell(0))));
      }
      if (rules_in(language, row.cell(one.counter)).drawn.count(rule) != 0) {
        add(findings, FindingKind::error,
            table.error_at(row, row.cell(one.counter),
                           fmt::format("{} finds this and must not", row.cell(0))));
      }
    }
  }
}

struct Checker {
  const char* stage;
  void (*check)(const Language&, PackFindings&);
};

/// In the order of the flow.
constexpr std::array<Checker, 4> checkers{{
    {"pack", check_duplicates},
    {"temporal", check_temporal},
    {"event", check_rule_names},
    {"event", check_inline_examples},
}};

PackFindings check_language(const std::string& data_root, const PackPlace& place) {
  PackFindings findings;
  auto names = load_trial_names(place.folder);
  if (!names) {
    add(findings, FindingKind::error, names.error());
    return findings;
  }
  const auto language = Language::load(data_root, place.folder, {*names}, {});
  if (!language) {
    add(findings, FindingKind::error, language.error());
    return findings;
  }
  for (const Checker& checker : checkers) checker.check(*language, findings);
  return findings;
}

/// What two entities are both called is told: a text cannot mean both.
PackFindings check_subject(const PackPlace& place) {
  PackFindings findings;
  const auto subject = SubjectPack::load(place.folder);
  if (!subject) {
    add(findings, FindingKind::error, subject.error());
    return findings;
  }
  const std::string path = (fs::path{place.folder} / kSubjectMarker).string();
  std::map<std::string, std::string> called;
  for (const PackEntity& entity : subject->entities) {
    std::set<std::string> names{entity.aliases.begin(), entity.aliases.end()};
    if (entity.name_is_alias) names.insert(entity.name);
    for (const std::string& name : names) {
      const auto [other, added] = called.try_emplace(name, entity.id);
      if (added) continue;
      add(findings, FindingKind::warning,
          {ErrorCode::bad_value, fmt::format("\"{}\" is {} and {}", name, other->second, entity.id),
           path, 0, 0});
    }
  }
  return findings;
}

std::size_t count_rows(const std::vector<Table>& tables) {
  std::size_t rows = 0;
  for (const Table& table : tables) rows += table.rows().size();
  return rows;
}

}  // namespace

std::vector<PackPlace> find_packs(const std::string& data_root) {
  const fs::path root{data_root};
  std::vector<PackPlace> places;
  for (std::string& name : packs_below(root / "lang", kLanguageMarker)) {
    const std::string folder = (root / "lang" / name).string();
    places.push_back({PackKind::language, std::move(name), folder});
  }
  for (std::string& name : packs_below(root / "subject", kSubjectMarker)) {
    const std::string folder = (root / "subject" / name).string();
    places.push_back({PackKind::subject, std::move(name), folder});
  }
  return places;
}

Result<PackPlace> find_pack(const std::string& data_root, const std::string& name_or_folder) {
  std::vector<std::string> names;
  for (PackPlace& place : find_packs(data_root)) {
    if (place.name == name_or_folder) return std::move(place);
    names.push_back(std::move(place.name));
  }
  const fs::path folder{name_or_folder};
  const fs::path own_name =
      folder.has_filename() ? folder.filename() : folder.parent_path().filename();
  std::error_code failed;
  if (fs::exists(folder / kSubjectMarker, failed)) {
    return PackPlace{PackKind::subject, own_name.string(), name_or_folder};
  }
  if (fs::exists(folder / kLanguageMarker, failed)) {
    return PackPlace{PackKind::language, own_name.string(), name_or_folder};
  }
  return fail({ErrorCode::not_found,
               fmt::format("no pack and no folder of one; there are: {}", listed(names)),
               name_or_folder, 0, 0});
}

Result<PackContents> look_into(const PackPlace& place) {
  PackContents contents;
  if (place.kind == PackKind::subject) {
    const auto subject = SubjectPack::load(place.folder);
    if (!subject) return fail(subject.error());
    contents.title = subject->title;
    contents.counts = {{"entities", subject->entities.size()}, {"roles", subject->roles.size()}};
    return contents;
  }
  const auto pack = LanguagePack::load(place.folder);
  if (!pack) return fail(pack.error());
  const auto examples = temporal_examples(place.folder);
  if (!examples) return fail(examples.error());
  std::size_t rules = 0;
  for (const std::string_view name : pack->tables("temporal/")) {
    if (name.starts_with("temporal/words")) continue;
    const auto& rows = pack->table(name).rows();
    rules +=
        static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [](const TableRow& row) {
          return !row.cell(0).starts_with('@');
        }));
  }
  const auto rows = [&](std::string_view name) { return pack->table(name).rows().size(); };
  std::size_t frames = 0;
  for (const std::string_view name : frame_tables(*pack)) frames += rows(name);
  contents.title = pack->title();
  contents.counts = {{"temporal rules", rules},
                     {"temporal examples", count_rows(*examples)},
                     {"event frames", frames},
                     {"stance words", rows(kStanceWords)},
                     {"order words", rows(kOrderWords)}};
  return contents;
}

PackFindings check_pack(const std::string& data_root, const PackPlace& place) {
  PackFindings findings =
      place.kind == PackKind::language ? check_language(data_root, place) : check_subject(place);
  std::stable_sort(findings.begin(), findings.end(),
                   [](const PackFinding& a, const PackFinding& b) {
                     return std::tie(a.error.path, a.error.line, a.error.column) <
                            std::tie(b.error.path, b.error.line, b.error.column);
                   });
  return findings;
}

}  // namespace frise
