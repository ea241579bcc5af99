// A rift is a hostile stance in a sentence that tells something as reported or possible; a reply, a
// friendly one in a passage where its holder speaks. Both reach back two sentences to the words
// that introduce them. Rifts and replies meet by the pair of sides. Tested in
// tests/unit/merge/replies_test.cpp.

#include "merge/replies.hpp"

#include "merge/links.hpp"
#include "merge/reports.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace frise {
namespace {

constexpr std::uint32_t passage = 2;  ///< sentences before the stance
constexpr std::chrono::days reply_span{60};
constexpr std::size_t most_rifts = 16;  ///< of one pair of sides that a reply looks at

using Pair = std::pair<std::string_view, std::string_view>;

class Replies {
 public:
  explicit Replies(const Corpus& corpus) : corpus_{corpus} {
    for (const MergedRole& role : corpus.roles) {
      for (const RoleClaim& claim : role.claims) {
        if (claim.time != RoleTime::present) continue;
        sides_[role.person].insert(role.organization);
        break;
      }
    }
    for (std::uint32_t i = 0; i < corpus.events.size(); ++i) {
      for (const Claim& claim : corpus.events[i].claims) {
        told_[{claim.evidence.document, claim.evidence.sentence}].push_back(i);
      }
    }
  }

  void add(std::vector<EventLink>& links) {
    for (const MergedStance& stance : corpus_.stances) {
      if (stance.polarity < 0) note_rift(stance);
    }
    std::map<std::uint32_t, std::uint32_t> denied;
    for (const MergedStance& stance : corpus_.stances) {
      if (stance.polarity > 0) find_replies(stance, denied);
    }
    for (const auto& [reply, report] : denied) {
      links.push_back({corpus_.events[reply].id, corpus_.events[report].id, LinkKind::denies,
                       "own words for the other side, after a report that the two are at odds"});
    }
  }

 private:
  /// An entity and the organizations it speaks for.
  [[nodiscard]] std::vector<std::string_view> sides_of(std::string_view id) const {
    std::vector<std::string_view> out{id};
    const auto found = sides_.find(id);
    if (found != sides_.end()) out.insert(out.end(), found->second.begin(), found->second.end());
    return out;
  }

  /// Every pair of one of either side, in order.
  [[nodiscard]] std::set<Pair> pairs_of(const MergedStance& stance) const {
    std::set<Pair> pairs;
    for (const std::string_view a : sides_of(stance.holder)) {
      for (const std::string_view b : sides_of(stance.target)) {
        if (a != b) pairs.insert(std::minmax(a, b));
      }
    }
    return pairs;
  }

  /// Events told in the passage that ends with the stance, `speech` only but in its own sentence.
  template <class Visit>
  void visit_passage(const Evidence& evidence, const Visit& visit) const {
    const std::uint32_t first = evidence.sentence > passage ? evidence.sentence - passage : 0;
    for (std::uint32_t sentence = first; sentence <= evidence.sentence; ++sentence) {
      const auto found = told_.find({evidence.document, sentence});
      if (found == told_.end()) continue;
      for (const std::uint32_t event : found->second) visit(event, sentence == evidence.sentence);
    }
  }

  [[nodiscard]] bool speaks(const MergedEvent& event, std::string_view who) const {
    if (family_of(event.type) != EventFamily::speech) return false;
    return std::any_of(event.participants.begin(), event.participants.end(),
                       [&](const MergedParticipant& one) {
                         return one.role == ParticipantRole::agent && one.entity == who;
                       });
  }

  static bool is_doubtful(const MergedEvent& event) noexcept {
    return event.factuality == Factuality::reported || event.factuality == Factuality::possible;
  }

  void note_rift(const MergedStance& stance) {
    const std::set<Pair> pairs = pairs_of(stance);
    for (const Evidence& evidence : stance.evidence) {
      visit_passage(evidence, [&](std::uint32_t i, bool here) {
        const MergedEvent& event = corpus_.events[i];
        if (!is_doubtful(event) || (!here && !speaks(event, stance.holder))) return;
        for (const Pair& pair : pairs) rifts_[pair].insert(i);
      });
    }
  }

  void find_replies(const MergedStance& stance, std::map<std::uint32_t, std::uint32_t>& denied) {
    std::set<std::uint32_t> reports;
    for (const Pair& pair : pairs_of(stance)) {
      const auto found = rifts_.find(pair);
      if (found == rifts_.end()) continue;
      auto rift = found->second.rbegin();
      for (std::size_t n = 0; n < most_rifts && rift != found->second.rend(); ++n, ++rift) {
        reports.insert(*rift);
      }
    }
    if (reports.empty()) return;
    for (const Evidence& evidence : stance.evidence) {
      visit_passage(evidence, [&](std::uint32_t i, bool) {
        const MergedEvent& reply = corpus_.events[i];
        if (reply.factuality != Factuality::certain || !speaks(reply, stance.holder)) return;
        for (const std::uint32_t report : reports) {
          if (!answers(reply, corpus_.events[report])) continue;
          const auto [found, fresh] = denied.try_emplace(i, report);
          if (!fresh && nearness(reply, report) > nearness(reply, found->second)) {
            found->second = report;
          }
        }
      });
    }
  }

  [[nodiscard]] bool answers(const MergedEvent& reply, const MergedEvent& report) const {
    if (!may_come_after(reply, report)) return false;
    const auto& day = reply.date.bounds.earliest;
    const auto& reported = report.date.bounds.latest;
    if (share_document(reply, report)) return true;
    return day && reported && *day - *reported <= reply_span;
  }

  /// The higher, the nearer: in the same article, then the latest one.
  [[nodiscard]] std::tuple<bool, Day, std::uint32_t> nearness(const MergedEvent& reply,
                                                              std::uint32_t report) const {
    const MergedEvent& event = corpus_.events[report];
    const DayBounds& bounds = event.date.bounds;
    Day day = Day::min();  // bounds alone may be those of the article
    if (!event.date.value.empty() && bounds.earliest) day = *bounds.earliest;
    return {share_document(reply, event), day, report};
  }

  const Corpus& corpus_;
  std::map<std::string_view, std::set<std::string_view>> sides_;
  std::map<std::pair<std::string_view, std::uint32_t>, std::vector<std::uint32_t>> told_;
  std::map<Pair, std::set<std::uint32_t>> rifts_;  ///< events, by their index
};

}  // namespace

void add_replies(const Corpus& corpus, std::vector<EventLink>& links) {
  Replies{corpus}.add(links);
}

}  // namespace frise
