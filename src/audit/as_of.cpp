// Everything hangs on documents, so documents are chosen and the rest follows. Nothing is added: a
// disagreement can only go away. Tested in tests/unit/audit/as_of_test.cpp.

#include "frise/audit/as_of.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace frise {
namespace {

using Known = std::unordered_set<std::string>;

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

const std::string& document_of(const Evidence& evidence) { return evidence.document; }
const std::string& document_of(const auto& claim) { return claim.evidence.document; }

template <class Items>
void keep_documents(Items& items, const Known& documents) {
  std::erase_if(items, [&](const auto& one) { return !documents.contains(document_of(one)); });
}

/// The claim that the event was told by, if it is still there.
bool is_told_by(const MergedEvent& event, const Claim& claim) {
  return claim.date.value == event.date.value && claim.summary == event.summary;
}

void tell_anew(MergedEvent& event) {
  const auto told = std::find_if(event.claims.begin(), event.claims.end(),
                                 [&](const Claim& claim) { return is_told_by(event, claim); });
  if (told != event.claims.end()) return;
  const Claim& best = *std::min_element(
      event.claims.begin(), event.claims.end(),
      [](const Claim& a, const Claim& b) { return openness(a.date) < openness(b.date); });
  event.date = best.date;
  event.date.timex.clear();
  event.factuality = best.factuality;
  event.status = best.status;
  event.negated = best.negated;
  event.summary = best.summary;
  event.lang = best.lang;
}

void reduce(MergedEvent& event, const Known& documents, const Known& entities) {
  const std::size_t before = event.claims.size();
  keep_documents(event.claims, documents);
  if (event.claims.size() == before || event.claims.empty()) return;
  Known claims;
  for (const Claim& claim : event.claims) claims.insert(claim.id);
  std::set<std::string> independent;
  for (Claim& claim : event.claims) {
    if (!claims.contains(claim.copy_of)) claim.copy_of.clear();
    if (claim.copy_of.empty()) independent.insert(claim.evidence.document);
  }
  event.independent = static_cast<std::uint32_t>(independent.size());
  event.dates_disagree = event.dates_disagree && dates_disagree(event.claims);
  event.amounts_disagree = event.amounts_disagree && amounts_disagree(event.claims);
  std::erase_if(event.participants, [&](const MergedParticipant& participant) {
    return !entities.contains(participant.entity);
  });
  tell_anew(event);
}

template <class Items>
Known ids_of(const Items& items) {
  Known ids;
  for (const auto& item : items) ids.insert(item.id);
  return ids;
}

/// Why a document was not known by then; empty when it was.
std::string why_left_out(const RecordDocument& document, Day day) {
  const auto& earliest = document.published.bounds.earliest;
  if (!earliest) return "nothing says when it was published";
  if (*earliest <= day) return {};
  return "published " + (document.published.value.empty() ? to_iso(*earliest) + " or later"
                                                          : document.published.value);
}

}  // namespace

KnownBy as_of(const Corpus& corpus, Day day) {
  KnownBy known{corpus, {}};
  Corpus& kept = known.corpus;
  std::erase_if(kept.documents, [&](const RecordDocument& document) {
    std::string why = why_left_out(document, day);
    if (why.empty()) return false;
    known.left_out.push_back({document.id, std::move(why)});
    return true;
  });
  if (known.left_out.empty()) return known;

  const Known documents = ids_of(kept.documents);
  std::erase_if(kept.timex, [&](const auto& one) { return !documents.contains(one.document); });
  for (MergedEntity& entity : kept.entities) {
    std::erase_if(entity.documents, [&](const std::string& id) { return !documents.contains(id); });
  }
  std::erase_if(kept.entities, [](const MergedEntity& one) { return one.documents.empty(); });
  const Known entities = ids_of(kept.entities);

  for (MergedEvent& event : kept.events) reduce(event, documents, entities);
  std::erase_if(kept.events, [](const MergedEvent& event) { return event.claims.empty(); });
  std::stable_sort(
      kept.events.begin(), kept.events.end(), [](const MergedEvent& a, const MergedEvent& b) {
        const auto first = [](const MergedEvent& event) {
          const DayBounds& bounds = event.date.bounds;
          return bounds.earliest ? *bounds.earliest : bounds.latest.value_or(Day::max());
        };
        return first(a) < first(b);
      });
  for (MergedStance& stance : kept.stances) keep_documents(stance.evidence, documents);
  std::erase_if(kept.stances, [&](const MergedStance& stance) {
    return stance.evidence.empty() || !entities.contains(stance.holder) ||
           !entities.contains(stance.target);
  });
  for (MergedRole& role : kept.roles) keep_documents(role.claims, documents);
  std::erase_if(kept.roles, [&](const MergedRole& role) {
    return role.claims.empty() || !entities.contains(role.person) ||
           !entities.contains(role.organization);
  });
  const Known events = ids_of(kept.events);
  std::erase_if(kept.links, [&](const EventLink& link) {
    return !events.contains(link.from) || !events.contains(link.to);
  });
  return known;
}

}  // namespace frise
