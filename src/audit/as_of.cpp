// Everything hangs on documents, so documents are chosen and the rest follows. Nothing is added: a
// disagreement can only go away. Tested in tests/unit/audit/as_of_test.cpp.

#include "frise/audit/as_of.hpp"

#include "merge/retell.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace frise {
namespace {

using Known = std::unordered_set<std::string>;

const std::string& document_of(const Evidence& evidence) { return evidence.document; }
const std::string& document_of(const auto& claim) { return claim.evidence.document; }

template <class Items>
void keep_documents(Items& items, const Known& documents) {
  std::erase_if(items, [&](const auto& one) { return !documents.contains(document_of(one)); });
}

void reduce(MergedEvent& event, const Known& documents, const Known& own, const Known& entities) {
  const std::size_t before = event.claims.size();
  keep_documents(event.claims, documents);
  if (event.claims.size() == before) return;
  const bool only_corrected =
      std::all_of(event.claims.begin(), event.claims.end(),
                  [&](const Claim& claim) { return own.contains(claim.evidence.document); });
  if (only_corrected) event.claims.clear();
  if (event.claims.empty()) return;
  std::erase_if(event.participants, [&](const MergedParticipant& participant) {
    return !entities.contains(participant.entity);
  });
  retell(event);
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
  Known own;  // files of corrections: what they say counts with what it is about
  for (const CorrectionNote& note : kept.corrections) own.insert(note.document);
  std::erase_if(kept.documents, [&](const RecordDocument& document) {
    if (own.contains(document.id)) return false;
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

  for (MergedEvent& event : kept.events) reduce(event, documents, own, entities);
  std::erase_if(kept.events, [](const MergedEvent& event) { return event.claims.empty(); });
  sort_events(kept.events);
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
  relink(kept);
  return known;
}

}  // namespace frise
