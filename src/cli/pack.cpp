// frise pack: the packs there are and what is wrong with them. A new one: new_pack.cpp.

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "frise/pack/data_root.hpp"

#include <fmt/format.h>
#include <utility>
#include <vector>

namespace frise::cli {
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
      return run_new_pack(settings, *root, console);
    case PackAction::check:
      break;
  }
  return check_packs(settings, *root, console);
}

}  // namespace frise::cli
