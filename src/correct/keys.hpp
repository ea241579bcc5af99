#pragma once

/// \file
/// What the ids of corrections stand for in the graph without them, and which entries contradict
/// each other.

#include "frise/correct/corrections.hpp"
#include "merge/entities.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace frise {

/// An entry with its ids found.
struct FoundEntry {
  const Correction* entry = nullptr;
  std::vector<std::string> ids;  ///< of the graph without corrections
};

struct FoundEntries {
  std::vector<FoundEntry> found;
  std::vector<Error> stale;
};

/// \param entities those of the same records.
[[nodiscard]] FoundEntries find_entries(const Corrections& corrections, const Corpus& corpus,
                                        const EntityTable& entities);

/// Where each id that merges absorb ends up; only those that go somewhere else.
using MergedInto = std::unordered_map<std::string, std::string>;

struct Settlement {
  MergedInto into;  ///< events and entities
  std::vector<Error> conflicts;
};

[[nodiscard]] Settlement agree(const std::string& path, const std::vector<FoundEntry>& entries,
                               const Corpus& corpus);

}  // namespace frise
