// Tested in tests/unit/audit/as_of_test.cpp and tests/unit/correct/merge_corrected_test.cpp.

#include "merge/retell.hpp"

#include "merge/assemble.hpp"
#include "merge/claim_links.hpp"
#include "merge/order.hpp"
#include "merge/told_order.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace frise {
namespace {

/// Days that a date leaves open; the lower, the finer.
std::chrono::days openness(const RecordDate& date) {
  const DayBounds& bounds = date.bounds;
  if (!bounds.earliest && !bounds.latest) return std::chrono::days::max();
  if (!bounds.known()) return std::chrono::days::max() - std::chrono::days{1};
  return *bounds.latest - *bounds.earliest;
}

bool dates_disagree(const std::vector<Claim>& claims) {
  DayBounds common;
  for (const Claim& claim : claims) {
    const DayBounds& bounds = claim.date.bounds;
    if (!claim.copy_of.empty()) continue;
    if (bounds.earliest && (!common.earliest || *bounds.earliest > *common.earliest)) {
      common.earliest = bounds.earliest;
    }
    if (bounds.latest && (!common.latest || *bounds.latest < *common.latest)) {
      common.latest = bounds.latest;
    }
  }
  return common.known() && *common.earliest > *common.latest;
}

bool amounts_disagree(const std::vector<Claim>& claims) {
  std::map<std::tuple<std::string, std::string, std::string>, std::set<std::string>> slots;
  for (const Claim& claim : claims) {
    std::map<std::tuple<std::string, std::string, std::string>, std::set<std::string>> here;
    for (const Amount& amount : claim.amounts) {
      here[{amount.slot, amount.currency, amount.unit}].insert(amount.value);
    }
    for (auto& [slot, values] : here) {
      const auto [known, fresh] = slots.try_emplace(slot, values);
      if (!fresh && std::none_of(values.begin(), values.end(), [&known](const std::string& value) {
            return known->second.contains(value);
          })) {
        return true;
      }
    }
  }
  return false;
}

/// The claim that the event was told by, if it is still there.
bool is_told_by(const MergedEvent& event, const Claim& claim) {
  return claim.date.value == event.date.value && claim.summary == event.summary;
}

void tell_by(MergedEvent& event, const Claim& claim) {
  event.date = claim.date;
  event.date.timex.clear();
  event.factuality = claim.factuality;
  event.status = claim.status;
  event.negated = claim.negated;
  event.summary = claim.summary;
  event.lang = claim.lang;
}

/// Each sum with its claims and sources; a copy counts for the one it was copied from.
std::vector<SlotValue> values_of(const std::vector<Claim>& claims) {
  std::map<std::string, std::string> document_of;
  for (const Claim& claim : claims) document_of.emplace(claim.id, claim.evidence.document);
  std::map<std::tuple<std::string, std::string, std::string, std::string>,
           std::pair<std::uint32_t, std::set<std::string>>>
      counts;
  for (const Claim& claim : claims) {
    std::set<std::tuple<std::string, std::string, std::string, std::string>> here;
    for (const Amount& amount : claim.amounts) {
      here.insert({amount.slot, amount.currency, amount.unit, amount.value});
    }
    const auto original = document_of.find(claim.copy_of);
    for (const auto& key : here) {
      auto& [count, sources] = counts[key];
      ++count;
      sources.insert(original == document_of.end() ? claim.evidence.document : original->second);
    }
  }
  std::vector<SlotValue> values;
  for (const auto& [key, count] : counts) {
    const auto& [slot, currency, unit, value] = key;
    values.push_back({slot, value, currency, unit, count.first,
                      static_cast<std::uint32_t>(count.second.size())});
  }
  sort_values(values);
  return values;
}

/// The claim that tells the event is the preferred one, and no other.
void rank(MergedEvent& event) {
  const auto tells = [&](const Claim& claim) { return is_told_by(event, claim); };
  auto teller = std::find_if(event.claims.begin(), event.claims.end(), [&](const Claim& claim) {
    return claim.rank == ClaimRank::preferred && tells(claim);
  });
  if (teller == event.claims.end()) {
    teller = std::find_if(event.claims.begin(), event.claims.end(), tells);
  }
  for (auto claim = event.claims.begin(); claim != event.claims.end(); ++claim) {
    if (claim == teller) {
      if (claim->rank == ClaimRank::preferred) continue;
      claim->rank = ClaimRank::preferred;
      claim->rank_why = "tells the event among the claims that are left";
    } else if (claim->rank == ClaimRank::preferred) {
      claim->rank = ClaimRank::normal;
      claim->rank_why.clear();
    }
  }
}

}  // namespace

void relink(Corpus& corpus) {
  std::set<std::string> documents;
  for (const RecordDocument& document : corpus.documents) documents.insert(document.id);
  std::erase_if(corpus.copies, [&](const DocumentCopy& copy) {
    return !documents.contains(copy.document) || !documents.contains(copy.original);
  });
  corpus.claim_links = link_claims(corpus.events, corpus.links);
  keep_told(corpus.claim_order, corpus.events);
  corpus.order.clear();
  corpus.conflicts.clear();
  for (MergedEvent& event : corpus.events) event.inferred.reset();
  order_events(corpus);
}

void retell(MergedEvent& event) {
  std::set<std::string> present;
  for (const Claim& claim : event.claims) present.insert(claim.id);
  std::set<std::string> independent;
  for (Claim& claim : event.claims) {
    if (!present.contains(claim.copy_of)) claim.copy_of.clear();
    if (claim.copy_of.empty()) independent.insert(claim.evidence.document);
  }
  event.independent = static_cast<std::uint32_t>(independent.size());
  event.dates_disagree = dates_disagree(event.claims);
  event.amounts_disagree = amounts_disagree(event.claims);
  event.values = values_of(event.claims);
  if (std::none_of(event.claims.begin(), event.claims.end(),
                   [&](const Claim& claim) { return is_told_by(event, claim); })) {
    tell_by(event, *std::min_element(event.claims.begin(), event.claims.end(),
                                     [](const Claim& a, const Claim& b) {
                                       return openness(a.date) < openness(b.date);
                                     }));
  }
  rank(event);
}

void sort_values(std::vector<SlotValue>& values) {
  std::stable_sort(values.begin(), values.end(), [](const SlotValue& a, const SlotValue& b) {
    return std::tie(a.slot, a.currency, a.unit, b.claims) <
           std::tie(b.slot, b.currency, b.unit, a.claims);
  });
}

void sort_claims(MergedEvent& event) {
  std::sort(event.claims.begin(), event.claims.end(), [](const Claim& a, const Claim& b) {
    return std::tie(a.evidence.document, a.evidence.span, a.trigger, a.id) <
           std::tie(b.evidence.document, b.evidence.span, b.trigger, b.id);
  });
}

void sort_events(std::vector<MergedEvent>& events) {
  std::sort(events.begin(), events.end(), [](const MergedEvent& a, const MergedEvent& b) {
    if (date_before(a.date.bounds, b.date.bounds)) return true;
    if (date_before(b.date.bounds, a.date.bounds)) return false;
    return a.id < b.id;
  });
}

}  // namespace frise
