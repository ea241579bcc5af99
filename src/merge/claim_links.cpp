// Every claim is held against the one that speaks for its event (a star, not all pairs), slot by
// slot; a copy says nothing of its own and is only held against its original. Tested in
// tests/unit/merge/claims_test.cpp.

#include "merge/claim_links.hpp"

#include "merge/judge.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace frise {
namespace {

bool is_dated(const Claim& claim) noexcept {
  return claim.date.bounds.earliest.has_value() || claim.date.bounds.latest.has_value();
}

/// `fine` lies within `coarse` and is less open.
bool is_finer(const DayBounds& fine, const DayBounds& coarse) noexcept {
  const bool from = !coarse.earliest || (fine.earliest && *fine.earliest >= *coarse.earliest);
  const bool to = !coarse.latest || (fine.latest && *fine.latest <= *coarse.latest);
  return from && to && fine != coarse;
}

/// Values by slot, currency and unit.
using Slots = std::map<std::tuple<std::string, std::string, std::string>, std::set<std::string>>;

Slots slots_of(const Claim& claim) {
  Slots slots;
  for (const Amount& amount : claim.amounts) {
    slots[{amount.slot, amount.currency, amount.unit}].insert(amount.value);
  }
  return slots;
}

class Linker {
 public:
  void within(const MergedEvent& event) {
    const auto preferred =
        std::find_if(event.claims.begin(), event.claims.end(),
                     [](const Claim& claim) { return claim.rank == ClaimRank::preferred; });
    for (const Claim& claim : event.claims) {
      if (!claim.copy_of.empty()) {
        add(claim, claim.copy_of, ClaimLinkKind::copies, "");
      } else if (preferred != event.claims.end() && &claim != &*preferred) {
        compare(claim, *preferred);
      }
    }
  }

  /// Between the claims that speak for two linked events.
  void across(const Claim& from, const Claim& to, LinkKind kind) {
    if (kind == LinkKind::denies) add(from, to.id, ClaimLinkKind::denies, "");
    if (kind != LinkKind::refines) return;
    add(from, to.id, ClaimLinkKind::refines, from.factuality == to.factuality ? "" : "factuality");
    compare_amounts(from, to);
  }

  std::vector<ClaimLink> take() {
    const auto key = [](const ClaimLink& link) {
      return std::tie(link.from, link.to, link.kind, link.slot);
    };
    std::sort(links_.begin(), links_.end(),
              [&](const ClaimLink& a, const ClaimLink& b) { return key(a) < key(b); });
    links_.erase(
        std::unique(links_.begin(), links_.end(),
                    [&](const ClaimLink& a, const ClaimLink& b) { return key(a) == key(b); }),
        links_.end());
    return std::move(links_);
  }

 private:
  void add(const Claim& from, const std::string& to, ClaimLinkKind kind, std::string slot) {
    links_.push_back({from.id, to, kind, std::move(slot)});
  }

  void compare(const Claim& claim, const Claim& preferred) {
    // One article that says a thing twice does not corroborate itself.
    if (claim.evidence.document != preferred.evidence.document) {
      add(claim, preferred.id, ClaimLinkKind::corroborates, "");
    }
    if (is_dated(claim) && is_dated(preferred)) {
      if (!overlap(claim.date.bounds, preferred.date.bounds)) {
        add(claim, preferred.id, ClaimLinkKind::contradicts, "date");
      } else if (is_finer(preferred.date.bounds, claim.date.bounds)) {
        add(preferred, claim.id, ClaimLinkKind::refines, "date");
      }
    }
    if (claim.factuality != preferred.factuality) {
      const bool firmer = claim.factuality < preferred.factuality;
      add(firmer ? claim : preferred, firmer ? preferred.id : claim.id, ClaimLinkKind::refines,
          "factuality");
    }
    if (claim.status != DealStatus::none && preferred.status != DealStatus::none &&
        claim.status != preferred.status) {
      const bool further = claim.status > preferred.status;
      add(further ? claim : preferred, further ? preferred.id : claim.id, ClaimLinkKind::refines,
          "status");
    }
    compare_amounts(claim, preferred);
  }

  void compare_amounts(const Claim& claim, const Claim& preferred) {
    const Slots mine = slots_of(claim);
    for (const auto& [slot, values] : slots_of(preferred)) {
      const auto found = mine.find(slot);
      if (found == mine.end()) continue;
      const bool agree = std::any_of(values.begin(), values.end(), [&](const std::string& value) {
        return found->second.contains(value);
      });
      if (!agree) {
        add(claim, preferred.id, ClaimLinkKind::contradicts, std::get<0>(slot));
      } else if (claim.evidence.document != preferred.evidence.document) {
        add(claim, preferred.id, ClaimLinkKind::corroborates, std::get<0>(slot));
      }
    }
  }

  std::vector<ClaimLink> links_;
};

}  // namespace

std::vector<ClaimLink> link_claims(const std::vector<MergedEvent>& events,
                                   const std::vector<EventLink>& links) {
  Linker linker;
  std::unordered_map<std::string_view, const Claim*> speaks_for;
  for (const MergedEvent& event : events) {
    linker.within(event);
    for (const Claim& claim : event.claims) {
      if (claim.rank == ClaimRank::preferred) speaks_for.emplace(event.id, &claim);
    }
  }
  for (const EventLink& link : links) {
    const auto from = speaks_for.find(link.from);
    const auto to = speaks_for.find(link.to);
    if (from == speaks_for.end() || to == speaks_for.end()) continue;
    linker.across(*from->second, *to->second, link.kind);
  }
  return linker.take();
}

}  // namespace frise
