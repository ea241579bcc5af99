// Tellings of an act meet in blocks (kind of act, two participants); in each block the few firmest
// are offered to the others. Tested in tests/unit/merge/variants_test.cpp.

#include "merge/variants.hpp"

#include "merge/hash.hpp"
#include "merge/judge.hpp"
#include "merge/links.hpp"
#include "merge/reports.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace frise {
namespace {

constexpr std::size_t firmest = 32;  ///< of a block that a vaguer telling looks at
constexpr std::size_t most_participants = 8;
constexpr std::size_t most_in_sentence = 8;

bool is_dated(const MergedEvent& event) noexcept {
  return event.date.bounds.earliest || event.date.bounds.latest;
}

/// The higher, the firmer: the date counts before the wording.
std::pair<int, int> firmness(const MergedEvent& event) noexcept {
  // "2025-09~" tells the month, "2025~" the year; a period or a bound tells less than either.
  constexpr std::size_t to_the_month = 7;
  const std::string& value = event.date.value;
  const bool plain = value.find('/') == std::string::npos;
  const int date = value.empty() ? 0 : plain && value.size() >= to_the_month ? 2 : 1;
  return {date, -static_cast<int>(event.factuality)};
}

bool may_vary(const MergedEvent& event) noexcept {
  const EventFamily family = family_of(event.type);
  return family != EventFamily::speech && family != EventFamily::report &&
         family != EventFamily::other && !event.negated && event.factuality != Factuality::denied;
}

AmountRelation relate_values(const MergedEvent& a, const MergedEvent& b) {
  const auto amounts = [](const MergedEvent& event) {
    std::vector<Amount> out;
    for (const SlotValue& value : event.values) {
      out.push_back({value.slot, value.value, value.currency, value.unit, {}});
    }
    return out;
  };
  return relate(amounts(a), amounts(b));
}

bool is_variant(const MergedEvent& firm, const MergedEvent& vague) {
  if (firmness(firm) <= firmness(vague) || !overlap(firm.date.bounds, vague.date.bounds)) {
    return false;
  }
  if (reality_of(firm.factuality) == reality_of(vague.factuality)) return false;
  return share_document(firm, vague) || (is_dated(firm) && is_dated(vague)) ||
         relate_values(firm, vague) == AmountRelation::agree;
}

struct Entry {
  std::uint64_t key = 0;
  std::pair<int, int> vagueness;  ///< of the event, so that the firmest stand first
  std::uint32_t event = 0;

  friend auto operator<=>(const Entry&, const Entry&) = default;
};

std::vector<Entry> variant_entries(const std::vector<MergedEvent>& events) {
  std::vector<Entry> entries;
  for (std::uint32_t i = 0; i < events.size(); ++i) {
    const MergedEvent& event = events[i];
    if (!may_vary(event)) continue;
    std::vector<std::string_view> people;
    for (const MergedParticipant& one : event.participants) {
      if (one.role == ParticipantRole::place || people.size() == most_participants) continue;
      people.push_back(one.entity);
    }
    std::sort(people.begin(), people.end());
    const auto [date, wording] = firmness(event);
    const auto family = static_cast<std::uint64_t>(family_of(event.type));
    for (std::size_t a = 0; a < people.size(); ++a) {
      for (std::size_t b = a + 1; b < people.size(); ++b) {
        entries.push_back(
            {StableHash{}.add(family).add(people[a]).add(people[b]).value(), {-date, -wording}, i});
      }
    }
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

void add_tellings(const std::vector<MergedEvent>& events, std::vector<EventLink>& links) {
  std::set<std::pair<std::string_view, std::string_view>> linked;
  for (const EventLink& link : links) linked.insert({link.from, link.to});
  std::map<std::uint32_t, std::uint32_t> firm_of;  // of each vaguer event
  const std::vector<Entry> entries = variant_entries(events);
  for (std::size_t begin = 0; begin < entries.size();) {
    std::size_t end = begin;
    while (end < entries.size() && entries[end].key == entries[begin].key) ++end;
    for (std::size_t i = begin; i < end; ++i) {
      const std::size_t last = std::min(i, begin + firmest);
      for (std::size_t j = begin; j < last; ++j) {
        const std::uint32_t firm = entries[j].event;
        const std::uint32_t vague = entries[i].event;
        if (!is_variant(events[firm], events[vague])) continue;
        const auto [found, fresh] = firm_of.try_emplace(vague, firm);
        const auto rank = [&](std::uint32_t event) {
          const auto [date, wording] = firmness(events[event]);
          return std::tuple{-date, -wording, event};
        };
        if (!fresh && rank(firm) < rank(found->second)) found->second = firm;
        break;
      }
    }
    begin = end;
  }
  std::vector<EventLink> added;
  for (const auto& [vague, firm] : firm_of) {
    if (linked.contains({events[firm].id, events[vague].id}) ||
        linked.contains({events[vague].id, events[firm].id})) {
      continue;
    }
    added.push_back({events[firm].id, events[vague].id, LinkKind::refines,
                     "the same act between the same parties, told as " +
                         std::string{to_string(events[firm].factuality)} + " and as " +
                         std::string{to_string(events[vague].factuality)}});
  }
  links.insert(links.end(), added.begin(), added.end());
}

/// Two kinds of act, one sum, one sentence: "s'est associé à X dans un projet de 5 milliards".
bool is_facet(const MergedEvent& a, const MergedEvent& b) {
  if (!may_vary(a) || !may_vary(b) || family_of(a.type) == family_of(b.type)) return false;
  if (!overlap(a.date.bounds, b.date.bounds)) return false;
  for (const SlotValue& x : a.values) {
    for (const SlotValue& y : b.values) {
      if (!x.currency.empty() && x.slot == y.slot && x.value == y.value &&
          x.currency == y.currency) {
        return true;
      }
    }
  }
  return false;
}

void add_facets(const std::vector<MergedEvent>& events, std::vector<EventLink>& links) {
  std::vector<std::tuple<std::string_view, Span, std::uint32_t>> places;
  for (std::uint32_t i = 0; i < events.size(); ++i) {
    if (events[i].values.empty()) continue;
    for (const Claim& claim : events[i].claims) {
      places.emplace_back(claim.evidence.document, claim.evidence.span, i);
    }
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  const auto same_place = [&](std::size_t a, std::size_t b) {
    return std::get<0>(places[a]) == std::get<0>(places[b]) &&
           std::get<1>(places[a]) == std::get<1>(places[b]);
  };
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (std::size_t j = i + 1;
         j < std::min(places.size(), i + most_in_sentence) && same_place(i, j); ++j) {
      const MergedEvent* rich = &events[std::get<2>(places[i])];
      const MergedEvent* poor = &events[std::get<2>(places[j])];
      if (!is_facet(*rich, *poor)) continue;
      if (rich->participants.size() < poor->participants.size()) std::swap(rich, poor);
      links.push_back(
          {rich->id, poor->id, LinkKind::refines, "one sentence ties both to the same sum"});
    }
  }
}

}  // namespace

void add_variants(const std::vector<MergedEvent>& events, std::vector<EventLink>& links) {
  add_tellings(events, links);
  add_facets(events, links);
}

}  // namespace frise
