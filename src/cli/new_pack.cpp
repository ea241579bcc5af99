// frise pack new: a copy of the skeleton; with --from, what the articles name and no pack knows
// yet. An existing pack is only added to: entities.toml keeps its bytes, and proposed.tsv remembers
// what was proposed, so that a deleted entry does not come back.

#include "cli/articles.hpp"
#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "frise/entity/subject_pack.hpp"
#include "frise/pack/table.hpp"
#include "frise/pipeline/proposals.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>
#include <vector>

namespace frise::cli {
namespace fs = std::filesystem;

namespace {

using Folders = std::map<fs::path, std::vector<OutputFile>>;

constexpr const char* entities_file = "entities.toml";
constexpr const char* proposed_file = "proposed.tsv";
constexpr const char* proposed_head =
    "# Entities that were proposed: slug, name, type, times named, documents. frise pack new "
    "--from\n"
    "# proposes none of these again; take a row out to have it proposed once more.\n";

/// Lower-case letters and digits with hyphens between: what a folder and a rule may be called.
bool is_plain_name(std::string_view name, PackKind kind) {
  const bool language = kind == PackKind::language;
  if (name.size() < 2 || (language && name.size() > 3) || name.front() == '-') return false;
  return std::all_of(name.begin(), name.end(), [language](char c) {
    return (c >= 'a' && c <= 'z') || (!language && ((c >= '0' && c <= '9') || c == '-'));
  });
}

void put_name(std::string& bytes, std::string_view name) {
  constexpr std::string_view mark = "@NAME@";
  for (auto at = bytes.find(mark); at != std::string::npos; at = bytes.find(mark, at)) {
    bytes.replace(at, mark.size(), name);
  }
}

/// The files of the skeleton by their folder, each with the name put in.
Result<Folders> skeleton(const fs::path& from, std::string_view name) {
  Folders folders;
  std::error_code failed;
  for (fs::recursive_directory_iterator at{from, failed}, end; !failed && at != end;
       at.increment(failed)) {
    if (!at->is_regular_file()) continue;
    auto bytes = read_all(at->path().string());
    if (!bytes) return fail(bytes.error());
    put_name(*bytes, name);
    const fs::path relative = at->path().lexically_relative(from);
    folders[relative.parent_path()].push_back({relative.filename().string(), std::move(*bytes)});
  }
  if (failed || folders.empty()) {
    return fail({ErrorCode::not_found, "the skeleton of a pack is not there; reinstall frise",
                 from.string(), 0, 0});
  }
  return folders;
}

/// The comment that a file of the skeleton opens with, without its example entries.
std::string opening_comment(const std::string& bytes) {
  std::size_t end = 0;
  while (end < bytes.size() && bytes[end] == '#') {
    const auto newline = bytes.find('\n', end);
    end = newline == std::string::npos ? bytes.size() : newline + 1;
  }
  return bytes.substr(0, end);
}

Result<void> write_all(const fs::path& root, const Folders& folders) {
  for (const auto& [folder, files] : folders) {
    if (auto written = write_folder((root / folder).string(), files); !written) return written;
  }
  return {};
}

/// What a pack held before.
struct Present {
  bool exists = false;
  std::vector<PackEntity> entities;
  std::string entities_toml;
  std::vector<std::string> slugs;  ///< proposed before
  std::string proposed_tsv;
};

Result<Present> look_at(const fs::path& folder) {
  Present present;
  std::error_code failed;
  present.exists = fs::exists(folder / entities_file, failed);
  if (!present.exists) return present;
  auto pack = SubjectPack::load(folder.string());
  if (!pack) return fail(pack.error());
  present.entities = std::move(pack->entities);
  auto bytes = read_all((folder / entities_file).string());
  if (!bytes) return fail(bytes.error());
  present.entities_toml = std::move(*bytes);
  const std::string proposed = (folder / proposed_file).string();
  if (!fs::exists(proposed, failed)) return present;
  const auto table = Table::load(proposed);
  if (!table) return fail(table.error());
  for (const TableRow& row : table->rows()) present.slugs.emplace_back(row.cell(0));
  auto rows = read_all(proposed);
  if (!rows) return fail(rows.error());
  present.proposed_tsv = std::move(*rows);
  return present;
}

/// The installed packs, and the one that is added to.
Settings reading_settings(const Settings& settings, const std::string& root, bool exists) {
  Settings reading = settings;
  if (!exists) return reading;
  reading.no_subject_pack = false;
  std::error_code failed;
  for (const PackPlace& place : find_packs(root)) {
    if (settings.no_subject_pack || place.kind != PackKind::subject ||
        fs::equivalent(place.folder, settings.output, failed)) {
      continue;
    }
    reading.subjects.push_back(place.name);
  }
  reading.subjects.push_back(settings.output);
  return reading;
}

void append(std::string& bytes, std::string_view more) {
  if (!bytes.empty() && bytes.back() != '\n') bytes += '\n';
  bytes += more;
}

Result<void> write_pack(const Settings& settings, const std::string& root, Present present,
                        const std::vector<Proposal>& proposals, std::size_t articles) {
  Folders folders;
  if (!present.exists) {
    auto copied = skeleton(fs::path{root} / "skeleton" / "subject", settings.pack_name);
    if (!copied) return fail(copied.error());
    folders = std::move(*copied);
    for (OutputFile& file : folders[{}]) {
      if (file.name == "relations.toml") file.bytes = opening_comment(file.bytes);
      if (file.name == entities_file) present.entities_toml = opening_comment(file.bytes);
    }
    std::erase_if(folders[{}], [](const OutputFile& file) { return file.name == entities_file; });
    present.proposed_tsv = proposed_head;
  } else if (present.proposed_tsv.empty()) {
    present.proposed_tsv = proposed_head;
  }
  append(present.entities_toml,
         fmt::format("\n# ---- Proposed from {} article{}: keep, edit or delete. ----\n", articles,
                     articles == 1 ? "" : "s"));
  append(present.entities_toml, to_toml(proposals));
  append(present.proposed_tsv, to_rows(proposals));
  folders[{}].push_back({entities_file, std::move(present.entities_toml)});
  folders[{}].push_back({proposed_file, std::move(present.proposed_tsv)});
  return write_all(settings.output, folders);
}

/// \param present what the folder holds
Exit propose_pack(const Settings& settings, const std::string& root, Present present,
                  Console& console) {
  const Settings reading = reading_settings(settings, root, present.exists);
  const auto annotator = load_annotator(reading);
  if (!annotator) {
    console.error(annotator.error());
    return Exit::failed;
  }
  Proposer proposer;
  const auto tally = read_articles(*annotator, reading, console, {.keep_text = true},
                                   [&](const Extracted& extracted) {
                                     proposer.add(*extracted.record, extracted.text);
                                     return true;
                                   });
  if (!tally) {
    console.error(tally.error());
    return Exit::failed;
  }
  if (tally->done == 0) return Exit::failed;
  const auto proposals = std::move(proposer).propose(
      {.at_least = static_cast<std::uint32_t>(settings.at_least),
       .known = [&](std::string_view id) { return annotator->knows(id); },
       .before = present.slugs,
       .taken = present.entities});
  if (proposals.empty()) {
    console.note("the articles name nobody new so often; nothing was written");
    return exit_of(*tally, settings, console);
  }
  if (auto written = write_pack(settings, root, std::move(present), proposals, tally->done);
      !written) {
    console.error(written.error());
    return Exit::failed;
  }
  console.note(fmt::format("{} proposed in {}/{}; delete what is wrong, then frise pack check {}",
                           proposals.size(), settings.output, entities_file, settings.output));
  return exit_of(*tally, settings, console);
}

}  // namespace

Exit run_new_pack(const Settings& settings, const std::string& root, Console& console) {
  const std::string& name = settings.pack_name;
  const auto refuse = [&console](Error error) {
    console.error(error);
    return Exit::failed;
  };
  if (!is_plain_name(name, *settings.new_pack)) {
    return refuse({ErrorCode::bad_value,
                   fmt::format("\"{}\" is no name for a pack; {}", name,
                               *settings.new_pack == PackKind::language
                                   ? "write the code of the language, such as es"
                                   : "use small letters, digits and hyphens"),
                   {},
                   0,
                   0});
  }
  Present present;
  if (settings.from_articles) {
    auto seen = look_at(settings.output);
    if (!seen) return refuse(seen.error());
    present = std::move(*seen);
  }
  std::error_code failed;
  if (!present.exists && fs::exists(settings.output, failed) &&
      !fs::is_empty(settings.output, failed)) {
    return refuse({ErrorCode::bad_value, "there is something already; name a new folder",
                   settings.output, 0, 0});
  }
  if (settings.from_articles) return propose_pack(settings, root, std::move(present), console);
  const bool is_language = *settings.new_pack == PackKind::language;
  const auto folders =
      skeleton(fs::path{root} / "skeleton" / (is_language ? "language" : "subject"), name);
  if (!folders) return refuse(folders.error());
  if (const auto written = write_all(settings.output, *folders); !written) {
    return refuse(written.error());
  }
  console.note(fmt::format("wrote {}; try frise pack check {}", settings.output, settings.output));
  return Exit::done;
}

}  // namespace frise::cli
