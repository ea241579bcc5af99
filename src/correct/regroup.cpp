// Ids are replaced in the records, which are merged anew: so two reports of one event find together
// when their companies do. What a split makes is called by its new name only, since merging goes by
// names. Ids of what comes out are then those that the same claims had before. Tested in
// tests/unit/correct/merge_corrected_test.cpp.

#include "correct/regroup.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace frise {
namespace {

struct Split {
  std::string id;
  std::string name;
  EntityType type = EntityType::organization;
};

/// What each id of a record becomes.
class Renaming {
 public:
  Renaming(const EntityTable& entities, const std::vector<FoundEntry>& entries,
           const MergedInto& into)
      : entities_{entities}, into_{into} {
    for (const auto& [from, to] : into) targets_.insert(to);
    for (const FoundEntry& found : entries) {
      const Correction& entry = *found.entry;
      if (entry.action != CorrectionAction::split || entry.thing != CorrectedThing::entity)
        continue;
      for (const std::string& document : entry.documents) {
        splits_[{document, found.ids.front()}] = {
            entry.new_id, entry.name,
            parse_entity_type(entry.type).value_or(EntityType::organization)};
      }
    }
  }

  void apply(Record& record) const {
    std::set<std::string> seen;
    std::vector<RecordEntity> entities;
    for (RecordEntity& entity : record.entities) {
      if (const Split* split = split_of(record, entity.id)) {
        entity = {split->id, split->name, split->type};
      } else {
        entity.id = renamed(record, entity.id);
      }
      if (seen.insert(entity.id).second) entities.push_back(std::move(entity));
    }
    record.entities = std::move(entities);
    for (RecordMention& mention : record.mentions) {
      if (const Split* split = split_of(record, mention.entity)) mention.quote.text = split->name;
      rename(record, mention.entity);
    }
    for (RecordEvent& event : record.events) {
      for (RecordParticipant& one : event.participants) rename(record, one.entity);
      rename(record, event.attribution);
    }
    for (RecordStance& stance : record.stances) {
      rename(record, stance.holder);
      rename(record, stance.target);
      rename(record, stance.attribution);
    }
    for (RecordRole& role : record.roles) {
      rename(record, role.person);
      rename(record, role.organization);
    }
  }

 private:
  [[nodiscard]] const std::string* merged(const std::string& id) const {
    const auto found = entities_.find(id);
    return found ? &entities_.entities[*found].id : nullptr;
  }

  [[nodiscard]] const Split* split_of(const Record& record, const std::string& id) const {
    const std::string* whole = merged(id);
    if (whole == nullptr) return nullptr;
    const auto found = splits_.find({record.document.id, *whole});
    return found == splits_.end() ? nullptr : &found->second;
  }

  [[nodiscard]] std::string renamed(const Record& record, const std::string& id) const {
    if (const Split* split = split_of(record, id)) return split->id;
    const std::string* whole = merged(id);
    if (whole == nullptr) return id;
    const auto found = into_.find(*whole);
    if (found != into_.end()) return found->second;
    return targets_.contains(*whole) ? *whole : id;
  }

  void rename(const Record& record, std::string& id) const { id = renamed(record, id); }

  void rename(const Record& record, std::optional<RecordAttribution>& attribution) const {
    if (!attribution) return;
    rename(record, attribution->speaker);
    rename(record, attribution->organization);
  }

  const EntityTable& entities_;
  const MergedInto& into_;
  std::set<std::string> targets_;
  std::map<std::pair<std::string, std::string>, Split> splits_;  ///< by document and entity
};

/// An id that nobody has taken yet.
std::string free_id(const std::string& id, const std::set<std::string>& taken) {
  std::string free = id;
  for (std::size_t n = 2; taken.contains(free); ++n) free = id + '-' + std::to_string(n);
  return free;
}

/// The event of before whose claims it has, the first by date; each goes to one.
void keep_event_ids(Corpus& corpus, const Corpus& base) {
  std::map<std::string, std::size_t> home;
  std::set<std::string> taken;
  for (std::size_t i = 0; i < base.events.size(); ++i) {
    taken.insert(base.events[i].id);
    for (const Claim& claim : base.events[i].claims) home.emplace(claim.id, i);
  }
  std::map<std::string, std::string> called;
  std::set<std::size_t> given;
  for (MergedEvent& event : corpus.events) {
    std::set<std::size_t> homes;
    for (const Claim& claim : event.claims) {
      if (const auto found = home.find(claim.id); found != home.end()) homes.insert(found->second);
    }
    const auto best = std::find_if(homes.begin(), homes.end(),
                                   [&](std::size_t index) { return given.insert(index).second; });
    std::string id = best != homes.end() ? base.events[*best].id : free_id(event.id, taken);
    taken.insert(id);
    called.emplace(event.id, id);
    event.id = std::move(id);
  }
  for (EventLink& link : corpus.links) {
    link.from = called.at(link.from);
    link.to = called.at(link.to);
  }
}

/// \param key of one in the graph of before, and of one now
template <class T, class KeyBefore, class KeyNow>
void keep_ids(std::vector<T>& now, const std::vector<T>& before, KeyBefore key_before,
              KeyNow key_now) {
  std::map<decltype(key_now(now.front())), std::string> known;
  std::set<std::string> taken;
  for (const T& one : before) {
    known.emplace(key_before(one), one.id);
    taken.insert(one.id);
  }
  for (T& one : now) {
    const auto found = known.find(key_now(one));
    one.id = found != known.end() ? found->second : free_id(one.id, taken);
    taken.insert(one.id);
  }
  std::sort(now.begin(), now.end(), [](const T& a, const T& b) { return a.id < b.id; });
}

void keep_ids(Corpus& corpus, const Corpus& base, const MergedInto& into) {
  const auto root = [&](const std::string& id) {
    const auto found = into.find(id);
    return found == into.end() ? id : found->second;
  };
  const auto stance_key = [](const MergedStance& stance, std::string holder, std::string target) {
    return std::tuple{std::move(holder), std::move(target), stance.polarity, stance.basis,
                      stance.date.value};
  };
  keep_event_ids(corpus, base);
  keep_ids(
      corpus.stances, base.stances,
      [&](const MergedStance& one) { return stance_key(one, root(one.holder), root(one.target)); },
      [&](const MergedStance& one) { return stance_key(one, one.holder, one.target); });
  keep_ids(
      corpus.roles, base.roles,
      [&](const MergedRole& one) {
        return std::tuple{root(one.person), root(one.organization), one.role};
      },
      [](const MergedRole& one) {
        return std::tuple{one.person, one.organization, one.role};
      });
}

}  // namespace

Corpus regroup(std::vector<Record> records, const EntityTable& entities, const Corpus& base,
               const std::vector<FoundEntry>& entries, const MergedInto& into,
               const std::string& path, std::vector<Error>& conflicts) {
  const Renaming renaming{entities, entries, into};
  for (Record& record : records) renaming.apply(record);
  Corpus corpus = merge_records(std::move(records));
  keep_ids(corpus, base, into);

  std::map<std::string, MergedEntity*> by_id;
  for (MergedEntity& entity : corpus.entities) by_id.emplace(entity.id, &entity);
  for (const MergedEntity& before : base.entities) {
    const auto found = by_id.find(before.id);
    if (found == by_id.end() || found->second->name == before.name) continue;
    MergedEntity& now = *found->second;
    std::erase(now.aliases, before.name);
    now.aliases.push_back(std::exchange(now.name, before.name));
    std::sort(now.aliases.begin(), now.aliases.end());
  }
  for (const FoundEntry& found : entries) {
    const Correction& entry = *found.entry;
    if (entry.new_id.empty() || by_id.contains(entry.new_id)) continue;
    conflicts.push_back(
        {ErrorCode::bad_value,
         fmt::format(
             "{} could not be told apart: \"{}\" is also a name of another, or the documents "
             "do not speak of it",
             entry.new_id, entry.name),
         path, entry.line, 0});
  }
  return corpus;
}

}  // namespace frise
