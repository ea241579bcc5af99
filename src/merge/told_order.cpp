// An event of a record is found again among the claims by its document and the words that tell it.
// Tested in tests/unit/merge/told_order_test.cpp.

#include "merge/told_order.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace frise {
namespace {

using ClaimsAt = std::map<std::pair<std::string_view, Span>, std::vector<std::string_view>>;

/// Only of the documents that order something: they are few.
ClaimsAt claims_of(const std::vector<Record>& records, const std::vector<MergedEvent>& events) {
  std::unordered_set<std::string_view> ordering;
  for (const Record& record : records) {
    if (!record.order.empty()) ordering.insert(record.document.id);
  }
  ClaimsAt claims;
  if (ordering.empty()) return claims;
  for (const MergedEvent& event : events) {
    for (const Claim& claim : event.claims) {
      if (!ordering.contains(claim.evidence.document)) continue;
      claims[{claim.evidence.document, claim.trigger}].push_back(claim.id);
    }
  }
  return claims;
}

}  // namespace

std::vector<ClaimOrder> order_of_claims(const std::vector<Record>& records,
                                        const std::vector<MergedEvent>& events) {
  std::vector<ClaimOrder> out;
  const ClaimsAt claims = claims_of(records, events);
  for (const Record& record : records) {
    if (record.order.empty()) continue;
    std::unordered_map<std::string_view, Span> trigger;
    for (const RecordEvent& event : record.events) trigger.emplace(event.id, event.trigger.span);
    const auto told = [&](const std::string& id) {
      const auto event = trigger.find(id);
      const auto found =
          event == trigger.end() ? claims.end() : claims.find({record.document.id, event->second});
      return found == claims.end() ? std::vector<std::string_view>{} : found->second;
    };
    for (const RecordOrder& order : record.order) {
      for (const std::string_view before : told(order.before)) {
        for (const std::string_view after : told(order.after)) {
          out.push_back({std::string{before}, std::string{after}, order.cue, order.rule});
        }
      }
    }
  }
  const auto key = [](const ClaimOrder& one) {
    return std::tie(one.before, one.after, one.cue.span, one.rule);
  };
  std::sort(out.begin(), out.end(),
            [&](const ClaimOrder& a, const ClaimOrder& b) { return key(a) < key(b); });
  out.erase(std::unique(out.begin(), out.end(),
                        [&](const ClaimOrder& a, const ClaimOrder& b) { return key(a) == key(b); }),
            out.end());
  return out;
}

void keep_told(std::vector<ClaimOrder>& order, const std::vector<MergedEvent>& events) {
  if (order.empty()) return;
  std::unordered_set<std::string_view> claims;
  for (const MergedEvent& event : events) {
    for (const Claim& claim : event.claims) claims.insert(claim.id);
  }
  std::erase_if(order, [&](const ClaimOrder& one) {
    return !claims.contains(one.before) || !claims.contains(one.after);
  });
}

}  // namespace frise
