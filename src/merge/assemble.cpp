// One claim a report; copies marked against the oldest bearer of their sentence; then the claim
// that speaks for the event is chosen, and nothing of the others is lost. Tested in
// tests/unit/merge/merge_test.cpp.

#include "merge/assemble.hpp"

#include "merge/retell.hpp"

#include "frise/record/words.hpp"
#include "merge/hash.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace frise {
namespace {

/// Older claims that a claim is held against when copies are looked for.
constexpr std::size_t most_originals = 32;

struct Told {
  const Report* report = nullptr;
  Claim claim;
  const Told* original = nullptr;  ///< of a copy
};

Claim make_claim(const Report& report, const Record& record, const EntityTable& entities) {
  const RecordEvent& event = record.events[report.event];
  // By words and not by place, nor by who is who: an edit elsewhere in the text, or two names found
  // to be one, must not change it.
  StableHash identity;
  identity.add(record.document.id).add(to_string(event.type));
  identity.add(event.sentence.text).add(event.trigger.text);
  Claim claim;
  claim.id = identity.id("cl-");
  claim.evidence = {record.document.id, event.sentence.span, event.sentence.number,
                    event.sentence.text, event.rule};
  claim.trigger = event.trigger.span;
  claim.date = event.date;
  claim.date.bounds = report.bounds;
  claim.amounts = event.amounts;
  claim.factuality = event.factuality;
  claim.status = event.status;
  claim.negated = event.negated;
  claim.attribution = canonical(event.attribution, entities);
  claim.summary = event.summary;
  claim.lang = record.document.lang;
  return claim;
}

/// \param told oldest document first.
void mark_copies(std::vector<Told>& told, const Judge& judge) {
  std::vector<const Told*> originals;
  for (Told& one : told) {
    for (const Told* original : originals) {
      if (!judge.is_copy(*original->report, *one.report)) continue;
      one.original = original;
      one.claim.copy_of = original->claim.id;
      break;
    }
    if (one.original == nullptr && originals.size() < most_originals) originals.push_back(&one);
  }
}

/// A copy whose date is only what its own day makes of the original's words.
bool is_stale(const Told& told) {
  return told.original != nullptr && told.report->relative &&
         !overlap(told.report->bounds, told.original->report->bounds);
}

bool dates_disagree(const std::vector<Told>& told) {
  DayBounds common;
  for (const Told& one : told) {
    if (!one.report->dated || is_stale(one)) continue;
    const DayBounds& bounds = one.report->bounds;
    if (!overlap(common, bounds)) return true;
    if (!common.earliest || (bounds.earliest && *bounds.earliest > *common.earliest)) {
      common.earliest = bounds.earliest;
    }
    if (!common.latest || (bounds.latest && *bounds.latest < *common.latest)) {
      common.latest = bounds.latest;
    }
  }
  return false;
}

bool amounts_disagree(const std::vector<Told>& told) {
  // Slot to the values of the first claim that fills it; every later claim must share one.
  std::map<std::tuple<std::string, std::string, std::string>, std::set<std::string>> slots;
  for (const Told& one : told) {
    std::map<std::tuple<std::string, std::string, std::string>, std::set<std::string>> here;
    for (const Amount& amount : one.claim.amounts) {
      here[{amount.slot, amount.currency, amount.unit}].insert(amount.value);
    }
    for (auto& [slot, values] : here) {
      const auto [found, fresh] = slots.try_emplace(slot, values);
      if (fresh) continue;
      const std::set<std::string>& known = found->second;
      const bool agree =
          std::any_of(values.begin(), values.end(),
                      [&known](const std::string& value) { return known.contains(value); });
      if (!agree) return true;
    }
  }
  return false;
}

/// Days that a date leaves open; the lower, the finer.
std::chrono::days openness(const Report& report) noexcept {
  if (!report.dated) return std::chrono::days::max();
  if (!report.bounds.known()) return std::chrono::days::max() - std::chrono::days{1};
  return *report.bounds.latest - *report.bounds.earliest;
}

const Told& preferred(const std::vector<Told>& told, bool disagree,
                      const std::vector<Record>& records) {
  const Told* best = nullptr;
  const auto better = [&](const Told& a, const Told& b) {
    if (is_stale(a) != is_stale(b)) return is_stale(b);
    const auto& event_a = event_of(*a.report, records);
    const auto& event_b = event_of(*b.report, records);
    if (event_a.salient != event_b.salient) return event_a.salient;
    if (disagree) {
      if (!date_equal(a.report->bounds, b.report->bounds)) {
        return date_before(a.report->bounds, b.report->bounds);
      }
    } else if (openness(*a.report) != openness(*b.report)) {
      return openness(*a.report) < openness(*b.report);
    }
    if ((a.original == nullptr) != (b.original == nullptr)) return a.original == nullptr;
    if (event_a.date.inferred != event_b.date.inferred) return event_b.date.inferred;
    const std::size_t people_a = event_a.participants.size();
    const std::size_t people_b = event_b.participants.size();
    return people_a > people_b;  // equal: the older one, which stands first
  };
  for (const Told& one : told) {
    if (best == nullptr || better(one, *best)) best = &one;
  }
  return *best;
}

std::vector<MergedParticipant> participants(const std::vector<Told>& told,
                                            const std::vector<Record>& records,
                                            const EntityTable& entities) {
  std::set<MergedParticipant> all;
  for (const Told& one : told) {
    for (const RecordParticipant& participant : event_of(*one.report, records).participants) {
      const auto entity = entities.find(participant.entity);
      if (entity) all.insert({participant.role, entities.entities[*entity].id});
    }
  }
  // One source's patient may be another's topic: the more telling role, which is declared first,
  // stays.
  std::set<std::string> placed;
  std::vector<MergedParticipant> out;
  for (const MergedParticipant& participant : all) {
    if (placed.insert(participant.entity).second) out.push_back(participant);
  }
  return out;
}

void rank_claims(std::vector<Told>& told, const Told& first, bool disagree) {
  for (Told& one : told) {
    if (&one == &first) {
      one.claim.rank = ClaimRank::preferred;
      if (told.size() > 1) {
        one.claim.rank_why = disagree ? "the first of dates that disagree"
                                      : "no other claim has a finer date or contradicts this one";
      }
    } else if (is_stale(one)) {
      one.claim.rank = ClaimRank::deprecated;
      one.claim.rank_why = "a relative date copied from " + one.original->claim.evidence.document +
                           ", which printed the sentence first";
    }
  }
}

std::vector<SlotValue> slot_values(const std::vector<Told>& told, const DocumentCopies& copies) {
  using Key = std::tuple<std::string, std::string, std::string, std::string>;
  struct Count {
    std::uint32_t claims = 0;
    std::set<std::uint32_t> sources;
  };
  std::map<Key, Count> counts;
  for (const Told& one : told) {
    std::set<Key> here;
    for (const Amount& amount : one.claim.amounts) {
      here.insert({amount.slot, amount.currency, amount.unit, amount.value});
    }
    for (const Key& key : here) {
      Count& count = counts[key];
      ++count.claims;
      count.sources.insert(
          copies.source_of[(one.original != nullptr ? one.original : &one)->report->record]);
    }
  }
  std::vector<SlotValue> values;
  for (const auto& [key, count] : counts) {
    const auto& [slot, currency, unit, value] = key;
    values.push_back({slot, value, currency, unit, count.claims,
                      static_cast<std::uint32_t>(count.sources.size())});
  }
  sort_values(values);
  return values;
}

MergedEvent assemble(const Cluster& cluster, const std::vector<Record>& records,
                     const EntityTable& entities, const Reports& reports, const Judge& judge,
                     const DocumentCopies& copies) {
  std::vector<Told> told;
  for (const std::uint32_t index : cluster.reports) {
    const Report& report = reports.all[index];
    told.push_back({&report, make_claim(report, records[report.record], entities), nullptr});
  }
  std::stable_sort(told.begin(), told.end(), [&](const Told& a, const Told& b) {
    if (a.report->record == b.report->record) return false;
    return is_older(records[a.report->record], records[b.report->record]);
  });
  mark_copies(told, judge);

  MergedEvent event;
  event.dates_disagree = dates_disagree(told);
  event.amounts_disagree = amounts_disagree(told);
  const Told& first = preferred(told, event.dates_disagree, records);
  event.type = event_of(*first.report, records).type;
  event.date = first.claim.date;
  event.date.timex.clear();  // of one record: it means nothing here
  const bool stale = std::any_of(told.begin(), told.end(), is_stale);
  if (stale) {
    if (!event.date.why.empty()) event.date.why += "; ";
    event.date.why += "read in " + first.claim.evidence.document +
                      ", the oldest article that bears this sentence";
  }
  event.participants = participants(told, records, entities);
  event.factuality = first.claim.factuality;
  event.status = first.claim.status;
  event.negated = first.claim.negated;
  event.summary = first.claim.summary;
  event.lang = first.claim.lang;
  event.salient = false;
  std::set<std::uint32_t> independent;
  for (const Told& one : told) {
    if (event_of(*one.report, records).salient) event.salient = true;
    if (event.status == DealStatus::none) event.status = one.claim.status;
    if (one.original == nullptr) independent.insert(copies.source_of[one.report->record]);
  }
  event.values = slot_values(told, copies);
  rank_claims(told, first, event.dates_disagree);
  event.independent = static_cast<std::uint32_t>(independent.size());
  for (Told& one : told) event.claims.push_back(std::move(one.claim));
  std::sort(event.claims.begin(), event.claims.end(), [](const Claim& a, const Claim& b) {
    return std::tie(a.evidence.document, a.evidence.span, a.trigger, a.id) <
           std::tie(b.evidence.document, b.evidence.span, b.trigger, b.id);
  });

  StableHash identity;
  identity.add(to_string(event.type)).add(event.date.value);
  for (const MergedParticipant& participant : event.participants) {
    identity.add(static_cast<std::uint64_t>(participant.role)).add(participant.entity);
  }
  event.id = identity.id("ev-");
  return event;
}

/// "x" seen before becomes "x-2", "x-3".
class Suffixes {
 public:
  void apply(std::string& id) {
    const std::uint32_t count = ++seen_[id];
    if (count > 1) id += "-" + std::to_string(count);
  }

 private:
  std::unordered_map<std::string, std::uint32_t> seen_;
};

}  // namespace

bool date_before(const DayBounds& a, const DayBounds& b) noexcept {
  const auto key = [](const DayBounds& bounds) {
    const Day first = bounds.earliest ? *bounds.earliest
                      : bounds.latest ? *bounds.latest
                                      : Day::max();
    const Day last = bounds.latest ? *bounds.latest : Day::max();
    return std::pair{first, last};
  };
  return key(a) < key(b);
}

bool date_equal(const DayBounds& a, const DayBounds& b) noexcept {
  return !date_before(a, b) && !date_before(b, a);
}

std::optional<RecordAttribution> canonical(std::optional<RecordAttribution> attribution,
                                           const EntityTable& entities) {
  if (attribution) {
    if (const auto speaker = entities.find(attribution->speaker)) {
      attribution->speaker = entities.entities[*speaker].id;
    }
  }
  return attribution;
}

std::vector<MergedEvent> assemble_events(const std::vector<Record>& records,
                                         const EntityTable& entities, const Reports& reports,
                                         const std::vector<Cluster>& clusters, const Judge& judge,
                                         const DocumentCopies& copies) {
  std::vector<MergedEvent> events;
  events.reserve(clusters.size());
  for (const Cluster& cluster : clusters) {
    events.push_back(assemble(cluster, records, entities, reports, judge, copies));
  }
  std::sort(events.begin(), events.end(), [](const MergedEvent& a, const MergedEvent& b) {
    if (date_before(a.date.bounds, b.date.bounds)) return true;
    if (date_before(b.date.bounds, a.date.bounds)) return false;
    if (a.id != b.id) return a.id < b.id;
    const Claim& x = a.claims.front();
    const Claim& y = b.claims.front();
    return std::tie(x.evidence.document, x.evidence.span, x.trigger) <
           std::tie(y.evidence.document, y.evidence.span, y.trigger);
  });
  Suffixes event_ids;
  Suffixes claim_ids;
  for (MergedEvent& event : events) {
    event_ids.apply(event.id);
    for (Claim& claim : event.claims) claim_ids.apply(claim.id);
  }
  return events;
}

}  // namespace frise
