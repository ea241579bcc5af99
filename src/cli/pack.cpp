// frise pack: the packs there are, what is wrong with them, and a new one to begin from.

#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "frise/pack/data_root.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>
#include <vector>

namespace frise::cli {
namespace fs = std::filesystem;

namespace {

const char* spelled(PackKind kind) { return kind == PackKind::language ? "language" : "subject"; }

std::string spelled(const PackContents& contents) {
  std::string out;
  for (const auto& [what, count] : contents.counts) {
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", count, what);
  }
  return out;
}

Exit write_data(const std::string& bytes, Console& console, Exit done) {
  const auto written = write_output({}, bytes);
  if (written || is_closed_pipe(written.error())) return done;
  console.error(written.error());
  return Exit::failed;
}

/// kind, name, title, what is in it: a line a pack.
Exit list_packs(const std::string& root, Console& console) {
  std::string out;
  Exit exit = Exit::done;
  for (const PackPlace& place : find_packs(root)) {
    const auto contents = look_into(place);
    if (!contents) {
      console.error(contents.error());
      exit = Exit::skipped;
      continue;
    }
    out += fmt::format("{}\t{}\t{}\t{}\n", spelled(place.kind), place.name, contents->title,
                       spelled(*contents));
  }
  return write_data(out, console, exit);
}

/// \returns how many errors were told.
std::size_t tell(const PackFindings& findings, Console& console) {
  std::size_t errors = 0;
  for (const PackFinding& finding : findings) {
    switch (finding.kind) {
      case FindingKind::error:
        console.error(finding.error);
        ++errors;
        break;
      case FindingKind::warning:
        console.warning(finding.error);
        break;
      case FindingKind::note:
        console.detail(finding.error);
        break;
    }
  }
  return errors;
}

Exit check_packs(const Settings& settings, const std::string& root, Console& console) {
  std::vector<PackPlace> places;
  if (settings.inputs.empty()) places = find_packs(root);
  for (const std::string& name : settings.inputs) {
    auto place = find_pack(root, name);
    if (!place) {
      console.error(place.error());
      return Exit::failed;
    }
    places.push_back(std::move(*place));
  }
  std::string out;
  std::size_t wrong = 0;
  for (const PackPlace& place : places) {
    const std::size_t errors = tell(check_pack(root, place), console);
    wrong += errors;
    const auto contents = look_into(place);
    out += fmt::format("{}: {}{}\n", place.name,
                       errors == 0   ? "good"
                       : errors == 1 ? "1 error"
                                     : fmt::format("{} errors", errors),
                       contents ? "; " + spelled(*contents) : std::string{});
  }
  const Exit doubtful = settings.strict && console.warnings() != 0 ? Exit::skipped : Exit::done;
  return write_data(out, console, wrong != 0 ? Exit::failed : doubtful);
}

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
Result<std::map<fs::path, std::vector<OutputFile>>> skeleton(const fs::path& from,
                                                             std::string_view name) {
  std::map<fs::path, std::vector<OutputFile>> folders;
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

Exit create_pack(const Settings& settings, const std::string& root, Console& console) {
  const std::string& name = settings.inputs.front();
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
  std::error_code failed;
  if (fs::exists(settings.output, failed) && !fs::is_empty(settings.output, failed)) {
    return refuse({ErrorCode::bad_value, "there is something already; name a new folder",
                   settings.output, 0, 0});
  }
  const auto folders = skeleton(fs::path{root} / "skeleton" / spelled(*settings.new_pack), name);
  if (!folders) return refuse(folders.error());
  for (const auto& [folder, files] : *folders) {
    const auto written = write_folder((fs::path{settings.output} / folder).string(), files);
    if (!written) return refuse(written.error());
  }
  console.note(fmt::format("wrote {}; try frise pack check {}", settings.output, settings.output));
  return Exit::done;
}

}  // namespace

Exit run_pack(const Settings& settings, Console& console) {
  const auto root = find_data_root(settings.data);
  if (!root) {
    console.error(root.error());
    return Exit::failed;
  }
  switch (settings.pack_action) {
    case PackAction::list:
      return list_packs(*root, console);
    case PackAction::create:
      return create_pack(settings, *root, console);
    case PackAction::check:
      break;
  }
  return check_packs(settings, *root, console);
}

}  // namespace frise::cli
