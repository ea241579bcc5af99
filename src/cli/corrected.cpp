// One file of corrections a run, so that two cannot contradict each other unseen.

#include "cli/corrected.hpp"

#include "cli/input.hpp"
#include "cli/project.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace frise::cli {
Result<Corrections> read_corrections(const Settings& settings) {
  std::string path = settings.corrections;
  if (path.empty()) {
    const std::set<std::string> found = beside(settings.inputs, "corrections.toml");
    if (found.empty()) return Corrections{};
    if (found.size() > 1) {
      return fail({ErrorCode::bad_value,
                   "and " + *std::next(found.begin()) +
                       " are two files of corrections; name one with --corrections",
                   *found.begin(), 0, 0});
    }
    path = *found.begin();
  }
  const auto bytes = read_all(path);
  if (!bytes) return fail(bytes.error());
  return parse_corrections(*bytes, path);
}

namespace {

/// The same text under two ids is one source at most: merging marks it, and people may not know.
void tell_same_texts(const std::vector<Record>& records, Console& console) {
  std::map<std::string_view, std::set<std::string_view>> by_text;
  for (const Record& record : records) {
    if (!record.document.sha256.empty()) {
      by_text[record.document.sha256].insert(record.document.id);
    }
  }
  for (const auto& [text, ids] : by_text) {
    if (ids.size() < 2) continue;
    std::string all;
    for (const std::string_view id : ids) {
      if (!all.empty()) all += ", ";
      all += id;
    }
    console.warning({ErrorCode::bad_value,
                     "documents " + all + " have the same text; they count as one source",
                     {},
                     0,
                     0});
  }
}

}  // namespace

std::optional<EventGraph> tell_corrected(std::vector<Record> records,
                                         const Corrections& corrections, Console& console) {
  for (const std::string& id : make_ids_distinct(records)) {
    console.warning({ErrorCode::bad_value,
                     "several documents have the id " + id + "; each was given one of its own",
                     {},
                     0,
                     0});
  }
  tell_same_texts(records, console);
  Told told = tell(std::move(records), corrections);
  for (const Error& conflict : told.conflicts) console.error(conflict);
  for (const Error& stale : told.stale) console.warning(stale);
  if (!told.conflicts.empty()) return std::nullopt;
  return std::move(told.graph);
}

}  // namespace frise::cli
