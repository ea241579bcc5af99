// The records are merged as they are, to find what the ids of the entries stand for; a second time
// only where entries change who is who. Tested in tests/unit/correct/merge_corrected_test.cpp.

#include "correct/apply.hpp"
#include "correct/keys.hpp"
#include "correct/regroup.hpp"
#include "frise/correct/corrections.hpp"

#include <algorithm>
#include <utility>

namespace frise {
namespace {

bool changes_entities(const FoundEntry& found) {
  const Correction& entry = *found.entry;
  return entry.thing == CorrectedThing::entity &&
         (entry.action == CorrectionAction::merge || entry.action == CorrectionAction::split);
}

}  // namespace

Corrected merge_corrected(std::vector<Record> records, const Corrections& corrections) {
  if (corrections.empty()) return {merge_records(std::move(records)), {}, {}};
  std::sort(records.begin(), records.end(),
            [](const Record& a, const Record& b) { return a.document.id < b.document.id; });
  const EntityTable entities = merge_entities(records);
  Corpus base = merge_records(records);
  FoundEntries entries = find_entries(corrections, base, entities);
  Settlement agreed = agree(corrections.path, entries.found, base);
  Corrected out{base, std::move(agreed.conflicts), std::move(entries.stale)};
  if (out.conflicts.empty() &&
      std::any_of(entries.found.begin(), entries.found.end(), changes_entities)) {
    out.corpus = regroup(std::move(records), entities, base, entries.found, agreed.into,
                         corrections.path, out.conflicts);
  }
  if (!out.conflicts.empty()) {
    out.corpus = std::move(base);
    return out;
  }
  std::vector<Error> left =
      apply_entries(out.corpus, base, entries.found, agreed.into, corrections.path);
  out.stale.insert(out.stale.end(), left.begin(), left.end());
  std::stable_sort(out.stale.begin(), out.stale.end(),
                   [](const Error& a, const Error& b) { return a.line < b.line; });
  return out;
}

}  // namespace frise
