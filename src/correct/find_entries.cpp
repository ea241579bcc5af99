// An event is found by its id, else by one of its claims: its id changes when a better dated report
// joins it, a claim's only when its own sentence does. Tested in
// tests/unit/correct/merge_corrected_test.cpp.

#include "correct/keys.hpp"

#include <fmt/format.h>
#include <optional>
#include <set>
#include <utility>

namespace frise {
namespace {

class Finder {
 public:
  Finder(const Corpus& corpus, const EntityTable& entities) : entities_{entities} {
    for (const MergedEvent& event : corpus.events) {
      events_.insert(event.id);
      for (const Claim& claim : event.claims) event_of_claim_.emplace(claim.id, event.id);
    }
    for (const MergedStance& stance : corpus.stances) others_.insert(stance.id);
    for (const MergedRole& role : corpus.roles) others_.insert(role.id);
    for (const RecordDocument& document : corpus.documents) documents_.insert(document.id);
  }

  /// The id in the graph, or nothing.
  [[nodiscard]] std::optional<std::string> find(const Correction& entry,
                                                const std::string& id) const {
    switch (entry.thing) {
      case CorrectedThing::entity: {
        const auto found = entities_.find(id);
        if (!found) return std::nullopt;
        return entities_.entities[*found].id;
      }
      case CorrectedThing::event: {
        if (events_.contains(id)) return id;
        if (const auto found = event_of_claim_.find(id); found != event_of_claim_.end()) {
          return found->second;
        }
        for (const std::string& claim : entry.claims) {
          const auto found = event_of_claim_.find(claim);
          if (found != event_of_claim_.end()) return found->second;
        }
        return std::nullopt;
      }
      default:
        return others_.contains(id) ? std::optional{id} : std::nullopt;
    }
  }

  /// What else an entry speaks of and is not there: ends of links, documents, claims.
  [[nodiscard]] std::optional<std::string> missing(const Correction& entry) const {
    for (const std::string& document : entry.documents) {
      if (!documents_.contains(document)) return "document " + document;
    }
    if (entry.action == CorrectionAction::split) {
      for (const std::string& claim : entry.claims) {
        if (!event_of_claim_.contains(claim)) return claim;
      }
    }
    if (entry.link) {
      for (const std::string& end : {entry.link->from, entry.link->to}) {
        if (!events_.contains(end) && !event_of_claim_.contains(end)) return end;
      }
    }
    return std::nullopt;
  }

 private:
  const EntityTable& entities_;
  std::set<std::string> events_;
  std::set<std::string> others_;
  std::set<std::string> documents_;
  std::unordered_map<std::string, std::string> event_of_claim_;
};

}  // namespace

FoundEntries find_entries(const Corrections& corrections, const Corpus& corpus,
                          const EntityTable& entities) {
  const Finder finder{corpus, entities};
  FoundEntries out;
  for (const Correction& entry : corrections.entries) {
    FoundEntry found{&entry, {}};
    std::optional<std::string> missing = finder.missing(entry);
    const bool makes_its_own = entry.action == CorrectionAction::add;
    for (const std::string& id : entry.ids) {
      if (missing) break;
      auto known = finder.find(entry, id);
      if (!known && !makes_its_own) missing = id;
      found.ids.push_back(known.value_or(id));
    }
    if (!missing) {
      out.found.push_back(std::move(found));
      continue;
    }
    out.stale.push_back({ErrorCode::not_found,
                         fmt::format("{} is not in the graph any more; this {} was not applied",
                                     *missing, to_string(entry.action)),
                         corrections.path, entry.line, 0});
  }
  return out;
}

}  // namespace frise
