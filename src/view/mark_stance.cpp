// Tested in tests/unit/view/timeline_test.cpp.

#include "view/mark_stance.hpp"

#include <algorithm>

namespace frise {

StanceIndex::StanceIndex(const EventGraph& graph) {
  for (const MergedStance& stance : graph.corpus().stances) {
    for (const Evidence& evidence : stance.evidence) {
      said_.emplace(std::pair{evidence.document, evidence.sentence},
                    Side{stance.holder, stance.target, stance.polarity});
    }
  }
  for (const EventLink& link : graph.corpus().links) {
    if (link.kind == LinkKind::denies) denied_.insert(link.to);
  }
}

MarkStance stance_of_polarity(int polarity) noexcept {
  if (polarity > 0) return MarkStance::favourable;
  return polarity < 0 ? MarkStance::unfavourable : MarkStance::neutral;
}

MarkStance StanceIndex::of(const MergedEvent& event) const {
  if (event.factuality == Factuality::denied || event.amounts_disagree ||
      denied_.contains(event.id)) {
    return MarkStance::contested;
  }
  const double score = plover_score(event.type);
  if (score != 0) {
    if (!event.negated) return stance_of_polarity(score > 0 ? 1 : -1);
    // Not to harm is a favour; not to help is no harm.
    return score < 0 ? MarkStance::favourable : MarkStance::neutral;
  }
  return sides(event, [&event](const Side& side) {
    return std::any_of(event.participants.begin(), event.participants.end(),
                       [&side](const MergedParticipant& participant) {
                         return participant.role == ParticipantRole::agent &&
                                participant.entity == side.holder;
                       });
  });
}

MarkStance StanceIndex::toward(const MergedEvent& event, std::string_view holder,
                               std::string_view target) const {
  return sides(event, [holder, target](const Side& side) {
    return side.holder == holder && side.target == target;
  });
}

template <class Counts>
MarkStance StanceIndex::sides(const MergedEvent& event, Counts counts) const {
  bool for_it = false;
  bool against_it = false;
  for (const Claim& claim : event.claims) {
    const auto [begin, end] = said_.equal_range({claim.evidence.document, claim.evidence.sentence});
    for (auto said = begin; said != end; ++said) {
      if (!counts(said->second)) continue;
      for_it = for_it || said->second.polarity > 0;
      against_it = against_it || said->second.polarity < 0;
    }
  }
  if (for_it && against_it) return MarkStance::contested;
  return stance_of_polarity(for_it ? 1 : against_it ? -1 : 0);
}

}  // namespace frise
