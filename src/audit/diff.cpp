// First the ids, then, among what is left, what rests on the same claims or sentences: the event
// that shares most claims is the same event, told otherwise. Tested in
// tests/unit/audit/diff_test.cpp.

#include "frise/audit/diff.hpp"

#include "frise/record/words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace frise {
namespace {

constexpr std::array<std::string_view, 5> kind_words{"added", "removed", "redated", "rejudged",
                                                     "changed"};
constexpr std::array<std::string_view, 7> thing_words{"document", "entity", "event", "claim",
                                                      "stance",   "role",   "link"};

std::string date_of(const RecordDate& date) { return date.value; }

std::string participants_of(const MergedEvent& event) {
  std::string out;
  for (const MergedParticipant& participant : event.participants) {
    if (!out.empty()) out += ", ";
    out += std::string{to_string(participant.role)} + ' ' + participant.entity;
  }
  return out;
}

std::string truth_of(Factuality factuality, bool negated) {
  return std::string{negated ? "denied to happen, " : ""} + std::string{to_string(factuality)};
}

std::string status_of(DealStatus status) {
  return status == DealStatus::none ? std::string{} : std::string{to_string(status)};
}

/// What is different between two of one identity.
class Fields {
 public:
  void date(const RecordDate& before, const RecordDate& after) {
    note("date", date_of(before), date_of(after), ChangeKind::redated);
  }
  void judgement(std::string_view name, std::string before, std::string after) {
    note(name, std::move(before), std::move(after), ChangeKind::rejudged);
  }
  void other(std::string_view name, std::string before, std::string after) {
    note(name, std::move(before), std::move(after), ChangeKind::changed);
  }

  /// Adds a change when there is any.
  void report(std::vector<Change>& out, ChangedThing thing, const std::string& old_id,
              const std::string& id, const std::string& label, const std::string& place = {}) && {
    if (fields_.empty()) return;
    out.push_back({kind_, thing, id, old_id == id ? std::string{} : old_id, label, place,
                   std::move(fields_)});
  }

 private:
  void note(std::string_view name, std::string before, std::string after, ChangeKind kind) {
    if (before == after) return;
    fields_.push_back({std::string{name}, std::move(before), std::move(after)});
    kind_ = std::min(kind_, kind);
  }

  ChangeKind kind_ = ChangeKind::changed;
  std::vector<ChangedField> fields_;
};

template <class T>
std::unordered_map<std::string_view, const T*> by_id(const std::vector<T>& items) {
  std::unordered_map<std::string_view, const T*> out;
  for (const T& item : items) out.emplace(item.id, &item);
  return out;
}

/// Pairs of the old and the new, and those that have no partner.
template <class T>
struct Pairs {
  std::vector<std::pair<const T*, const T*>> same;
  std::vector<const T*> removed;
  std::vector<const T*> added;
};

/// \param keys gives what an item rests on; of those without an equal id, the two that share most
/// are one.
template <class T, class Keys>
Pairs<T> pair_up(const std::vector<T>& before, const std::vector<T>& after, Keys keys) {
  Pairs<T> pairs;
  const auto old_ids = by_id(before);
  const auto new_ids = by_id(after);
  std::unordered_map<std::string, std::vector<const T*>> holders;
  for (const T& old : before) {
    if (new_ids.contains(old.id)) continue;
    for (const std::string& key : keys(old)) holders[key].push_back(&old);
  }
  std::unordered_map<const T*, const T*> partner;  // old to new
  for (const T& now : after) {
    if (const auto found = old_ids.find(now.id); found != old_ids.end()) {
      pairs.same.emplace_back(found->second, &now);
      continue;
    }
    std::map<std::string_view, std::pair<std::size_t, const T*>> shared;  // by id: a total order
    for (const std::string& key : keys(now)) {
      const auto found = holders.find(key);
      if (found == holders.end()) continue;
      for (const T* old : found->second) {
        if (partner.contains(old)) continue;
        auto& [count, who] = shared[old->id];
        ++count;
        who = old;
      }
    }
    const auto best = std::max_element(
        shared.begin(), shared.end(),
        [](const auto& a, const auto& b) { return a.second.first < b.second.first; });
    if (best == shared.end()) {
      pairs.added.push_back(&now);
    } else {
      partner.emplace(best->second.second, &now);
      pairs.same.emplace_back(best->second.second, &now);
    }
  }
  for (const T& old : before) {
    if (!new_ids.contains(old.id) && !partner.contains(&old)) pairs.removed.push_back(&old);
  }
  return pairs;
}

std::vector<std::string> no_keys(const auto&) { return {}; }

std::vector<std::string> claims_of(const MergedEvent& event) {
  std::vector<std::string> keys;
  for (const Claim& claim : event.claims) keys.push_back(claim.id);
  return keys;
}

/// Who of whom by which sentence.
std::vector<std::string> sentences_of(const MergedStance& stance) {
  std::vector<std::string> keys;
  for (const Evidence& evidence : stance.evidence) {
    keys.push_back(stance.holder + '\n' + stance.target + '\n' + evidence.document + '\n' +
                   evidence.quote);
  }
  return keys;
}

class Differ {
 public:
  Differ(const EventGraph& before, const EventGraph& after)
      : before_{before}, after_{after}, old_{before.corpus()}, new_{after.corpus()} {}

  GraphDiff run() {
    documents();
    entities();
    events();
    stances();
    roles();
    links();
    std::stable_sort(changes_.begin(), changes_.end(), [](const Change& a, const Change& b) {
      return std::tie(a.thing, a.kind) < std::tie(b.thing, b.kind);
    });
    return {std::move(changes_)};
  }

 private:
  void add(ChangeKind kind, ChangedThing thing, const std::string& id, const std::string& label,
           const std::string& place = {}) {
    changes_.push_back({kind, thing, id, {}, label, place, {}});
  }

  template <class T, class Label>
  void added_and_removed(const Pairs<T>& pairs, ChangedThing thing, Label label) {
    for (const T* one : pairs.added) add(ChangeKind::added, thing, one->id, label(*one, after_));
    for (const T* one : pairs.removed)
      add(ChangeKind::removed, thing, one->id, label(*one, before_));
  }

  static std::string name(const EventGraph& graph, const std::string& entity) {
    const MergedEntity* known = graph.entity(entity);
    return known == nullptr || known->name.empty() ? entity : known->name;
  }

  static std::string event_label(const MergedEvent& event, const EventGraph&) {
    return (event.date.value.empty() ? "undated" : event.date.value) + ' ' + event.summary;
  }

  static std::string stance_label(const MergedStance& stance, const EventGraph& graph) {
    const std::string_view side = stance.polarity > 0   ? " for "
                                  : stance.polarity < 0 ? " against "
                                                        : " neutral to ";
    return name(graph, stance.holder) + std::string{side} + name(graph, stance.target) +
           (stance.date.value.empty() ? "" : ", " + stance.date.value);
  }

  static std::string role_label(const MergedRole& role, const EventGraph& graph) {
    return name(graph, role.person) + ", " + role.role + " of " + name(graph, role.organization);
  }

  void documents() {
    const auto pairs =
        pair_up(old_.documents, new_.documents, [](const auto& one) { return no_keys(one); });
    const auto label = [](const RecordDocument& document, const EventGraph&) {
      return document.title.empty() ? document.path : document.title;
    };
    added_and_removed(pairs, ChangedThing::document, label);
    for (const auto& [old, now] : pairs.same) {
      Fields fields;
      if (old->published.value != now->published.value) {
        RecordDate before;
        RecordDate after;
        before.value = old->published.value;
        after.value = now->published.value;
        fields.date(before, after);
      }
      fields.other("text", old->sha256, now->sha256);
      fields.other("title", old->title, now->title);
      std::move(fields).report(changes_, ChangedThing::document, old->id, now->id,
                               label(*now, after_));
    }
  }

  void entities() {
    const auto pairs =
        pair_up(old_.entities, new_.entities, [](const auto& one) { return no_keys(one); });
    const auto label = [](const MergedEntity& entity, const EventGraph&) { return entity.name; };
    added_and_removed(pairs, ChangedThing::entity, label);
    for (const auto& [old, now] : pairs.same) {
      Fields fields;
      fields.other("name", old->name, now->name);
      fields.other("type", std::string{to_string(old->type)}, std::string{to_string(now->type)});
      std::move(fields).report(changes_, ChangedThing::entity, old->id, now->id, now->name);
    }
  }

  void events() {
    const auto pairs = pair_up(old_.events, new_.events, claims_of);
    added_and_removed(pairs, ChangedThing::event, event_label);
    for (const auto& [old, now] : pairs.same) {
      if (old->id != now->id) renamed_.emplace(old->id, now->id);
      Fields fields;
      fields.date(old->date, now->date);
      fields.judgement("is", truth_of(old->factuality, old->negated),
                       truth_of(now->factuality, now->negated));
      fields.judgement("status", status_of(old->status), status_of(now->status));
      fields.other("type", std::string{to_string(old->type)}, std::string{to_string(now->type)});
      fields.other("participants", participants_of(*old), participants_of(*now));
      fields.other("summary", old->summary, now->summary);
      fields.other("drawn", old->salient ? "yes" : "no", now->salient ? "yes" : "no");
      std::move(fields).report(changes_, ChangedThing::event, old->id, now->id,
                               event_label(*now, after_));
      claims(*old, *now);
    }
  }

  void claims(const MergedEvent& old, const MergedEvent& now) {
    const auto pairs =
        pair_up(old.claims, now.claims, [](const auto& one) { return no_keys(one); });
    for (const Claim* one : pairs.added) {
      add(ChangeKind::added, ChangedThing::claim, one->id, claim_label(*one), now.id);
    }
    for (const Claim* one : pairs.removed) {
      add(ChangeKind::removed, ChangedThing::claim, one->id, claim_label(*one), now.id);
    }
    for (const auto& [before, after] : pairs.same) {
      Fields fields;
      fields.date(before->date, after->date);
      fields.judgement("is", truth_of(before->factuality, before->negated),
                       truth_of(after->factuality, after->negated));
      fields.judgement("status", status_of(before->status), status_of(after->status));
      fields.other("copy of", before->copy_of, after->copy_of);
      std::move(fields).report(changes_, ChangedThing::claim, before->id, after->id,
                               claim_label(*after), now.id);
    }
  }

  static std::string claim_label(const Claim& claim) {
    return claim.evidence.document + ": " + claim.evidence.quote;
  }

  void stances() {
    const auto pairs = pair_up(old_.stances, new_.stances, sentences_of);
    added_and_removed(pairs, ChangedThing::stance, stance_label);
    for (const auto& [old, now] : pairs.same) {
      Fields fields;
      fields.date(old->date, now->date);
      fields.judgement("polarity", std::to_string(old->polarity), std::to_string(now->polarity));
      fields.judgement("strength", short_number(old->strength), short_number(now->strength));
      fields.other("sources", std::to_string(old->evidence.size()),
                   std::to_string(now->evidence.size()));
      std::move(fields).report(changes_, ChangedThing::stance, old->id, now->id,
                               stance_label(*now, after_));
    }
  }

  /// One decimal, as strengths are told.
  static std::string short_number(double value) {
    const auto tenths = static_cast<int>(value * 10 + (value < 0 ? -0.5 : 0.5));
    const int magnitude = tenths < 0 ? -tenths : tenths;
    std::string out = (tenths < 0 ? "-" : "") + std::to_string(magnitude / 10);
    if (magnitude % 10 != 0) out += '.' + std::to_string(magnitude % 10);
    return out;
  }

  void roles() {
    const auto pairs =
        pair_up(old_.roles, new_.roles, [](const auto& one) { return no_keys(one); });
    added_and_removed(pairs, ChangedThing::role, role_label);
    for (const auto& [old, now] : pairs.same) {
      Fields fields;
      fields.other("sources", std::to_string(old->claims.size()),
                   std::to_string(now->claims.size()));
      std::move(fields).report(changes_, ChangedThing::role, old->id, now->id,
                               role_label(*now, after_));
    }
  }

  /// Links of events that only changed their id are the same links.
  void links() {
    const auto told = [](const EventLink& link) {
      return link.from + ' ' + std::string{to_string(link.kind)} + ' ' + link.to;
    };
    const auto now_called = [this](const std::string& event) {
      const auto found = renamed_.find(event);
      return found == renamed_.end() ? event : found->second;
    };
    std::map<std::string, std::string> before;
    std::map<std::string, std::string> after;
    for (const EventLink& link : old_.links) {
      before.emplace(told({now_called(link.from), now_called(link.to), link.kind, {}}), link.why);
    }
    for (const EventLink& link : new_.links) after.emplace(told(link), link.why);
    for (const auto& [link, why] : after) {
      if (!before.contains(link)) add(ChangeKind::added, ChangedThing::link, link, why);
    }
    for (const auto& [link, why] : before) {
      if (!after.contains(link)) add(ChangeKind::removed, ChangedThing::link, link, why);
    }
  }

  const EventGraph& before_;
  const EventGraph& after_;
  const Corpus& old_;
  const Corpus& new_;
  std::unordered_map<std::string, std::string> renamed_;  ///< old event id to new
  std::vector<Change> changes_;
};

}  // namespace

std::string_view to_string(ChangeKind kind) noexcept {
  return kind_words[static_cast<std::size_t>(kind)];
}

std::string_view to_string(ChangedThing thing) noexcept {
  return thing_words[static_cast<std::size_t>(thing)];
}

GraphDiff diff(const EventGraph& before, const EventGraph& after) {
  return Differ{before, after}.run();
}

}  // namespace frise
