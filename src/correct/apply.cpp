// First what an event is made of (split, merge), then what is said of it, then what is added, and
// at last what is hidden, so that no entry misses its target because of another. A correction of an
// event is a claim of its own, by the file of corrections. Tested in
// tests/unit/correct/merge_corrected_test.cpp.

#include "correct/apply.hpp"

#include "frise/record/words.hpp"
#include "merge/hash.hpp"
#include "merge/retell.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

namespace frise {
namespace {

class Applier {
 public:
  Applier(Corpus& corpus, const Corpus& base, const std::vector<FoundEntry>& entries,
          const MergedInto& into, const std::string& path)
      : corpus_{corpus}, entries_{entries}, into_{into}, path_{path} {
    for (const MergedEvent& event : base.events) {
      first_claim_.emplace(event.id, event.claims.front().id);
    }
    for (MergedEvent& event : corpus.events) {
      for (const Claim& claim : event.claims) home_.emplace(claim.id, event.id);
      events_.emplace(event.id, std::move(event));
    }
    for (std::size_t i = 0; i < corpus.entities.size(); ++i) {
      entities_.emplace(corpus.entities[i].id, i);
    }
    document_.id = std::filesystem::path{path}.filename().string();
    for (const RecordDocument& one : corpus.documents) {
      if (one.id == document_.id) document_.id += "#corrections";
    }
    document_.path = path;
  }

  std::vector<Error> run() {
    using A = CorrectionAction;
    for (const A stage : {A::split, A::merge, A::date, A::rename, A::retype, A::confirm,
                          A::distinct, A::add, A::hide}) {
      for (const FoundEntry& found : entries_) {
        if (found.entry->action == stage) apply(found);
      }
    }
    finish();
    return std::move(left_);
  }

 private:
  void apply(const FoundEntry& found) {
    const Correction& entry = *found.entry;
    const bool of_event = entry.thing == CorrectedThing::event;
    switch (entry.action) {
      case CorrectionAction::split:
        return of_event ? split_event(found) : note(found, {});
      case CorrectionAction::merge:
        return of_event ? merge_events(found) : note(found, {});
      case CorrectionAction::date:
      case CorrectionAction::rename:
      case CorrectionAction::retype:
        return of_event ? change_event(found) : change_entity(found);
      case CorrectionAction::confirm:
      case CorrectionAction::distinct:
        return note(found, {});
      case CorrectionAction::add:
        return add(found);
      case CorrectionAction::hide:
        return hide(found);
    }
  }

  /// \param ids as told in the graph; \param was the value before
  void note(const FoundEntry& found, std::string was) {
    const Correction& entry = *found.entry;
    std::vector<std::string> ids = found.ids;
    if (!entry.new_id.empty()) ids.push_back(entry.new_id);
    corpus_.corrections.push_back({document_.id, static_cast<std::uint32_t>(entry.line),
                                   std::string{to_string(entry.action)}, std::move(ids),
                                   std::move(was), entry.why.empty() ? entry.source : entry.why});
  }

  void leave(const Correction& entry, const std::string& why) {
    left_.push_back({ErrorCode::not_found,
                     fmt::format("{}; this {} was not applied", why, to_string(entry.action)),
                     path_, entry.line, 0});
  }

  /// The event that an id of the graph without corrections has become.
  MergedEvent& event_at(const std::string& id) {
    const auto merged = into_.find(id);
    const std::string& root = merged == into_.end() ? id : merged->second;
    return events_.at(home_.at(first_claim_.at(root)));
  }

  [[nodiscard]] Evidence evidence_of(const Correction& entry) const {
    return {document_.id, entry.span, static_cast<std::uint32_t>(entry.line), entry.quote,
            fmt::format("{}:{}", document_.id, entry.line)};
  }

  /// What the file of corrections says of the event as it is now.
  void add_claim(MergedEvent& event, const Correction& entry) {
    Claim claim;
    claim.id = StableHash{}.add(event.id).add(to_string(entry.action)).add(entry.quote).id("cl-");
    claim.evidence = evidence_of(entry);
    claim.trigger = {entry.span.begin, entry.span.begin};
    claim.date = event.date;
    claim.factuality = event.factuality;
    claim.status = event.status;
    claim.negated = event.negated;
    claim.summary = event.summary;
    claim.lang = event.lang;
    if (!event.claims.empty()) claim.amounts = event.claims.front().amounts;
    event.claims.push_back(std::move(claim));
    sort_claims(event);
  }

  void split_event(const FoundEntry& found) {
    const Correction& entry = *found.entry;
    const std::set<std::string> wanted{entry.claims.begin(), entry.claims.end()};
    MergedEvent& whole = event_at(found.ids.front());
    MergedEvent part = whole;
    std::erase_if(part.claims, [&](const Claim& claim) { return !wanted.contains(claim.id); });
    if (part.claims.size() != wanted.size())
      return leave(entry, "its claims are of several events");
    if (part.claims.size() == whole.claims.size()) return leave(entry, "it would take every claim");
    std::erase_if(whole.claims, [&](const Claim& claim) { return wanted.contains(claim.id); });
    StableHash identity;
    identity.add(whole.id);
    for (const std::string& claim : wanted) identity.add(claim);
    part.id = free_event_id(identity.id("ev-"));
    retell(whole);
    retell(part);
    for (const Claim& claim : part.claims) home_[claim.id] = part.id;
    // The first claim leads from the old id to what is left of the event.
    first_claim_[found.ids.front()] = whole.claims.front().id;
    note(found, whole.summary);
    corpus_.corrections.back().ids.push_back(part.id);
    std::string id = part.id;
    events_.emplace(std::move(id), std::move(part));
  }

  void merge_events(const FoundEntry& found) {
    std::string was;
    const std::string target_id = event_at(found.ids.front()).id;
    for (const std::string& id : found.ids) {
      const std::string other_id = events_.at(home_.at(first_claim_.at(id))).id;
      if (other_id == target_id) continue;
      MergedEvent other = std::move(events_.at(other_id));
      events_.erase(other_id);
      MergedEvent& target = events_.at(target_id);
      if (!was.empty()) was += "; ";
      was += other.summary;
      join(target, std::move(other));
      for (EventLink& link : corpus_.links) {
        if (link.from == other_id) link.from = target_id;
        if (link.to == other_id) link.to = target_id;
      }
    }
    note(found, std::move(was));
  }

  void join(MergedEvent& target, MergedEvent other) {
    for (Claim& claim : other.claims) {
      home_[claim.id] = target.id;
      target.claims.push_back(std::move(claim));
    }
    sort_claims(target);
    for (const MergedParticipant& participant : other.participants) {
      const bool there = std::any_of(
          target.participants.begin(), target.participants.end(),
          [&](const MergedParticipant& one) { return one.entity == participant.entity; });
      if (!there) target.participants.push_back(participant);
    }
    std::sort(target.participants.begin(), target.participants.end());
    target.salient = target.salient || other.salient;
    retell(target);
  }

  void change_event(const FoundEntry& found) {
    const Correction& entry = *found.entry;
    MergedEvent& event = event_at(found.ids.front());
    std::string was;
    if (entry.action == CorrectionAction::date) {
      was = event.date.value;
      event.date = {};
      event.date.value = entry.date;
      event.date.bounds = parse_date(entry.date)->bounds;
      event.date.why = fmt::format("{}:{}", document_.id, entry.line) +
                       (entry.why.empty() ? "" : ": " + entry.why);
    } else if (entry.action == CorrectionAction::rename) {
      was = std::exchange(event.summary, entry.name);
    } else {
      was = to_string(event.type);
      event.type = *parse_event_type(entry.type);
    }
    add_claim(event, entry);
    note(found, std::move(was));
  }

  void change_entity(const FoundEntry& found) {
    const Correction& entry = *found.entry;
    const auto merged = into_.find(found.ids.front());
    const auto index = entities_.find(merged == into_.end() ? found.ids.front() : merged->second);
    if (index == entities_.end()) return leave(entry, found.ids.front() + " is not there any more");
    MergedEntity& entity = corpus_.entities[index->second];
    if (entry.action == CorrectionAction::retype) {
      note(found, std::string{to_string(entity.type)});
      entity.type = *parse_entity_type(entry.type);
      return;
    }
    if (entity.name != entry.name) {
      std::erase(entity.aliases, entry.name);
      entity.aliases.push_back(entity.name);
      std::sort(entity.aliases.begin(), entity.aliases.end());
    }
    note(found, std::exchange(entity.name, entry.name));
  }

  std::string free_event_id(const std::string& id) const {
    std::string free = id;
    for (std::size_t n = 2; events_.contains(free); ++n) free = id + '-' + std::to_string(n);
    return free;
  }

  /// The entity that an id means now, or nothing.
  [[nodiscard]] const std::string* entity_at(const std::string& id) const {
    const auto merged = into_.find(id);
    const auto found = entities_.find(merged == into_.end() ? id : merged->second);
    return found == entities_.end() ? nullptr : &corpus_.entities[found->second].id;
  }

  void add(const FoundEntry& found) {
    const Correction& entry = *found.entry;
    if (entry.event) return add_event(found, *entry.event);
    if (entry.stance) return add_stance(found, *entry.stance);
    if (entry.link) return add_link(found, *entry.link);
    const std::string& id = found.ids.front();
    if (entities_.contains(id)) return leave(entry, id + " is there already");
    entities_.emplace(id, corpus_.entities.size());
    corpus_.entities.push_back(
        {id, entry.name, *parse_entity_type(entry.type), {}, {document_.id}, 0});
    note(found, {});
  }

  void add_event(const FoundEntry& found, MergedEvent event) {
    StableHash identity;
    identity.add(to_string(event.type)).add(event.date.value);
    for (MergedParticipant& participant : event.participants) {
      const std::string* id = entity_at(participant.entity);
      if (id == nullptr) return leave(*found.entry, participant.entity + " is not in the graph");
      participant.entity = *id;
      identity.add(static_cast<std::uint64_t>(participant.role)).add(participant.entity);
    }
    event.id = free_event_id(identity.id("ev-"));
    add_claim(event, *found.entry);
    note(found, {});
    corpus_.corrections.back().ids.push_back(event.id);
    std::string id = event.id;
    events_.emplace(std::move(id), std::move(event));
  }

  void add_stance(const FoundEntry& found, MergedStance stance) {
    for (std::string* end : {&stance.holder, &stance.target}) {
      const std::string* id = entity_at(*end);
      if (id == nullptr) return leave(*found.entry, *end + " is not in the graph");
      *end = *id;
    }
    stance.evidence = {evidence_of(*found.entry)};
    stance.id = StableHash{}
                    .add(document_.id)
                    .add(stance.holder)
                    .add(stance.target)
                    .add(found.entry->quote)
                    .id("st-");
    note(found, {});
    corpus_.corrections.back().ids.push_back(stance.id);
    corpus_.stances.push_back(std::move(stance));
  }

  void add_link(const FoundEntry& found, EventLink link) {
    for (std::string* end : {&link.from, &link.to}) {
      const auto claim = home_.find(*end);
      *end = claim != home_.end() ? claim->second : event_at(*end).id;
    }
    link.why = fmt::format("{}:{}: {}", document_.id, found.entry->line, found.entry->source);
    note(found, {});
    corpus_.corrections.back().ids = {link.from, link.to};
    corpus_.links.push_back(std::move(link));
  }

  void hide(const FoundEntry& found) {
    const std::string& id = found.ids.front();
    switch (found.entry->thing) {
      case CorrectedThing::event: {
        const MergedEvent& event = event_at(id);
        note(found, event.summary);
        hidden_.insert(event.id);
        return;
      }
      case CorrectedThing::entity: {
        const std::string* entity = entity_at(id);
        if (entity == nullptr) return leave(*found.entry, id + " is not there any more");
        note(found, corpus_.entities[entities_.at(*entity)].name);
        hidden_.insert(*entity);
        return;
      }
      default: {
        const auto is_it = [&](const auto& one) { return one.id == id; };
        const auto gone =
            std::erase_if(corpus_.stances, is_it) + std::erase_if(corpus_.roles, is_it);
        if (gone == 0) return leave(*found.entry, id + " is not there any more");
        note(found, {});
      }
    }
  }

  /// Takes away what is hidden and what cannot be without it, and puts all in order again.
  void finish() {
    const auto is_hidden = [&](const std::string& id) { return hidden_.contains(id); };
    for (auto& [id, event] : events_) {
      const std::size_t before = event.participants.size();
      std::erase_if(event.participants,
                    [&](const MergedParticipant& one) { return is_hidden(one.entity); });
      if (before != 0 && event.participants.empty()) hidden_.insert(id);
    }
    corpus_.events.clear();
    for (auto& [id, event] : events_) {
      if (!is_hidden(id)) corpus_.events.push_back(std::move(event));
    }
    sort_events(corpus_.events);
    std::erase_if(corpus_.entities, [&](const MergedEntity& one) { return is_hidden(one.id); });
    std::erase_if(corpus_.stances, [&](const MergedStance& one) {
      return is_hidden(one.holder) || is_hidden(one.target);
    });
    std::erase_if(corpus_.roles, [&](const MergedRole& one) {
      return is_hidden(one.person) || is_hidden(one.organization);
    });
    auto& links = corpus_.links;
    std::erase_if(links, [&](const EventLink& link) {
      return is_hidden(link.from) || is_hidden(link.to) || link.from == link.to;
    });
    const auto place = [](const EventLink& link) {
      return std::tie(link.from, link.to, link.kind);
    };
    std::stable_sort(links.begin(), links.end(),
                     [&](const EventLink& a, const EventLink& b) { return place(a) < place(b); });
    links.erase(
        std::unique(links.begin(), links.end(),
                    [&](const EventLink& a, const EventLink& b) { return place(a) == place(b); }),
        links.end());
    const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
    if (!corpus_.corrections.empty()) corpus_.documents.push_back(document_);
    std::sort(corpus_.documents.begin(), corpus_.documents.end(), by_id);
    std::sort(corpus_.entities.begin(), corpus_.entities.end(), by_id);
    std::sort(corpus_.stances.begin(), corpus_.stances.end(), by_id);
    std::stable_sort(
        corpus_.corrections.begin(), corpus_.corrections.end(),
        [](const CorrectionNote& a, const CorrectionNote& b) { return a.line < b.line; });
    if (!corpus_.corrections.empty()) relink(corpus_);
  }

  Corpus& corpus_;
  const std::vector<FoundEntry>& entries_;
  const MergedInto& into_;
  const std::string& path_;
  RecordDocument document_;
  std::map<std::string, MergedEvent> events_;
  std::map<std::string, std::size_t> entities_;     ///< places in the corpus
  std::map<std::string, std::string> home_;         ///< claim to event
  std::map<std::string, std::string> first_claim_;  ///< of events of the graph of before
  std::set<std::string> hidden_;
  std::vector<Error> left_;
};

}  // namespace

std::vector<Error> apply_entries(Corpus& corpus, const Corpus& base,
                                 const std::vector<FoundEntry>& entries, const MergedInto& into,
                                 const std::string& path) {
  return Applier{corpus, base, entries, into, path}.run();
}

}  // namespace frise
