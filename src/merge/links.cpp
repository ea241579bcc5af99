// Each event looks back for one earlier event with the same agent and one more participant in
// common: what it carries out (planned, then done), undoes (admit, then exclude), or denies. The
// nearest in time is taken; if there is none that is clear, there is no link. Near-linear: events
// meet in blocks of two participants. Tested in tests/unit/merge/links_test.cpp.

#include "merge/links.hpp"

#include "merge/hash.hpp"
#include "merge/reports.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <unordered_map>

namespace frise {
namespace {

constexpr std::size_t most_looked_at = 64;
constexpr std::size_t most_participants = 8;
constexpr std::chrono::days denial_span{60};

bool are_opposed(EventFamily later, EventFamily earlier) noexcept {
  using F = EventFamily;
  const auto either = [&](F x, F y) {
    return (later == x && earlier == y) || (later == y && earlier == x);
  };
  if (either(F::admit, F::restrict) || either(F::ease, F::restrict)) return true;
  return later == F::cancel &&
         (earlier == F::invest || earlier == F::partner || earlier == F::acquire);
}

bool comes_after(const MergedEvent& later, const MergedEvent& earlier) noexcept {
  return later.date.bounds.earliest && earlier.date.bounds.latest &&
         *later.date.bounds.earliest > *earlier.date.bounds.latest;
}

bool is_told_as_true(const MergedEvent& event) noexcept {
  return reality_of(event.factuality) == Reality::actual && !event.negated;
}

bool share_sentence(const MergedEvent& a, const MergedEvent& b) {
  for (const Claim& x : a.claims) {
    for (const Claim& y : b.claims) {
      if (x.evidence.document == y.evidence.document && x.evidence.span == y.evidence.span) {
        return true;
      }
    }
  }
  return false;
}

std::optional<EventLink> judge(const MergedEvent& event, const MergedEvent& other) {
  const EventFamily family = family_of(event.type);
  const EventFamily other_family = family_of(other.type);
  const auto link = [&](LinkKind kind, std::string why) {
    return EventLink{event.id, other.id, kind, std::move(why)};
  };
  if (event.factuality == Factuality::denied) {
    if (reality_of(other.factuality) == Reality::denied || other.negated) return std::nullopt;
    if (!may_come_after(event, other)) return std::nullopt;
    if (family == other_family && family != EventFamily::speech) {
      return link(LinkKind::denies, "the same act between the same parties, denied");
    }
    const bool doubtful = other.factuality == Factuality::reported ||
                          other.factuality == Factuality::possible ||
                          other.factuality == Factuality::probable;
    const auto& day = event.date.bounds.earliest;
    const auto& other_day = other.date.bounds.latest;
    const bool close =
        day && other_day ? *day - *other_day <= denial_span : share_document(event, other);
    if (doubtful && close) {
      return link(LinkKind::denies, "a denial soon after a report about the same parties");
    }
    return std::nullopt;
  }
  if (!is_told_as_true(event) || !comes_after(event, other)) return std::nullopt;
  if (are_opposed(family, other_family) && is_told_as_true(other)) {
    return link(LinkKind::contradicts, std::string{to_string(event.type)} + " after " +
                                           std::string{to_string(other.type)} +
                                           ", same agent and a shared participant");
  }
  if (family == other_family && family != EventFamily::speech && family != EventFamily::other &&
      other.factuality == Factuality::planned && !other.negated) {
    return link(LinkKind::follows, "planned, then told as done");
  }
  return std::nullopt;
}

struct Entry {
  std::uint64_t key = 0;
  std::uint32_t event = 0;

  friend auto operator<=>(const Entry&, const Entry&) = default;
};

}  // namespace

bool may_come_after(const MergedEvent& later, const MergedEvent& earlier) noexcept {
  return !later.date.bounds.latest || !earlier.date.bounds.earliest ||
         *later.date.bounds.latest >= *earlier.date.bounds.earliest;
}

bool share_document(const MergedEvent& a, const MergedEvent& b) {
  // Claims are sorted by document.
  for (auto i = a.claims.begin(), j = b.claims.begin();
       i != a.claims.end() && j != b.claims.end();) {
    const int order = i->evidence.document.compare(j->evidence.document);
    if (order == 0) return true;
    order < 0 ? ++i : ++j;
  }
  return false;
}

void sort_links(std::vector<EventLink>& links) {
  const auto key = [](const EventLink& link) { return std::tie(link.from, link.to, link.kind); };
  std::stable_sort(links.begin(), links.end(),
                   [&](const EventLink& a, const EventLink& b) { return key(a) < key(b); });
  links.erase(std::unique(links.begin(), links.end(),
                          [&](const EventLink& a, const EventLink& b) { return key(a) == key(b); }),
              links.end());
}

std::vector<EventLink> link_events(const std::vector<MergedEvent>& events) {
  std::vector<Entry> entries;
  for (std::uint32_t i = 0; i < events.size(); ++i) {
    const auto& people = events[i].participants;
    const std::size_t count = std::min(people.size(), most_participants);
    for (std::size_t a = 0; a < count && people[a].role == ParticipantRole::agent; ++a) {
      for (std::size_t b = 0; b < count; ++b) {
        if (a == b || people[b].role == ParticipantRole::place) continue;
        const bool swap = people[b].role == ParticipantRole::agent && b < a;
        if (swap) continue;
        entries.push_back({StableHash{}.add(people[a].entity).add(people[b].entity).value(), i});
      }
    }
  }
  std::sort(entries.begin(), entries.end());

  std::map<std::tuple<std::string, LinkKind>, std::pair<std::uint32_t, EventLink>> best;
  for (std::size_t begin = 0; begin < entries.size();) {
    std::size_t end = begin;
    while (end < entries.size() && entries[end].key == entries[begin].key) ++end;
    // Within a block events stand by date: the nearest earlier one is met first.
    for (std::size_t i = begin; i < end; ++i) {
      const MergedEvent& event = events[entries[i].event];
      const bool undated = !event.date.bounds.earliest;
      std::size_t looked = 0;
      for (std::size_t j = undated ? end : i; j-- > begin && looked < most_looked_at; ++looked) {
        if (j == i) continue;
        const MergedEvent& other = events[entries[j].event];
        auto link = judge(event, other);
        if (!link || share_sentence(event, other)) continue;
        const auto key = std::tuple{link->from, link->kind};
        const auto found = best.find(key);
        if (found == best.end() || found->second.first < entries[j].event) {
          best.insert_or_assign(key, std::pair{entries[j].event, std::move(*link)});
        }
        break;
      }
    }
    begin = end;
  }
  std::vector<EventLink> links;
  for (auto& [key, found] : best) links.push_back(std::move(found.second));
  sort_links(links);
  return links;
}

}  // namespace frise
