// The events are those of the timeline; what stands before what comes from the whole network, so
// that an event left out still orders the others. Tested in tests/unit/view/order_test.cpp.

#include "view/notes.hpp"
#include "view/selection.hpp"
#include "view/words.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace frise {
namespace {

void subtitle_order(OrderView& view) {
  if (!view.subtitle_is_made) return;
  TimelineView& events = view.events;
  events.subtitle =
      count_words(Word::one_event, Word::many_events, events.items.size(), events.locale) + ", " +
      count_words(Word::one_step, Word::many_steps, view.steps.size(), events.locale) + " " +
      count_words(Word::from_one_article, Word::from_articles, events.notes.size(), events.locale);
  if (!view.filter.empty()) {
    events.subtitle += std::string{word(Word::semicolon, events.locale)} + view.filter;
  }
}

}  // namespace

Result<OrderView> make_order(const EventGraph& graph, const ViewOptions& options) {
  auto timeline = make_timeline(graph, options);
  if (!timeline) return fail(timeline.error());
  const auto selection = select(graph, options);
  if (!selection) return fail(selection.error());
  OrderView view{.events = std::move(*timeline),
                 .filter = selection->words,
                 .subtitle_is_made = options.subtitle.empty()};
  std::vector<std::string_view> ids;
  std::unordered_map<std::string_view, std::uint32_t> place;
  for (const TimelineItem& item : view.events.items) {
    place.emplace(item.id, static_cast<std::uint32_t>(ids.size()));
    ids.push_back(item.id);
  }
  view.steps = order_among(graph.corpus(), ids);
  auto& links = view.events.links;
  for (const EventLink& link : graph.corpus().links) {
    if (link.kind != LinkKind::refines) continue;
    const auto from = place.find(link.from);
    const auto to = place.find(link.to);
    if (from == place.end() || to == place.end()) continue;
    links.push_back({from->second, to->second, link.kind});
  }
  std::sort(links.begin(), links.end(), [](const TimelineLink& a, const TimelineLink& b) {
    return std::tie(a.from, a.to, a.kind) < std::tie(b.from, b.to, b.kind);
  });
  subtitle_order(view);
  return view;
}

OrderView cut_order(const OrderView& view, std::size_t most) {
  const std::size_t count = view.events.items.size();
  if (count <= most) return view;
  std::vector<std::uint32_t> heaviest(count);
  std::iota(heaviest.begin(), heaviest.end(), 0U);
  std::stable_sort(heaviest.begin(), heaviest.end(), [&view](std::uint32_t a, std::uint32_t b) {
    return view.events.items[a].weight > view.events.items[b].weight;
  });
  std::vector<char> kept(count, 0);
  for (std::size_t i = 0; i < most; ++i) kept[heaviest[i]] = 1;

  OrderView out = view;
  TimelineView& events = out.events;
  events.items.clear();
  std::vector<std::uint32_t> place(count, 0);
  for (std::uint32_t i = 0; i < count; ++i) {
    place[i] = static_cast<std::uint32_t>(events.items.size());
    if (kept[i] != 0) events.items.push_back(view.events.items[i]);
  }
  out.steps = reduce_order(view.steps, kept);
  for (OrderStep& step : out.steps) {
    step.before = place[step.before];
    step.after = place[step.after];
  }
  std::erase_if(events.links, [&kept](const TimelineLink& link) {
    return kept[link.from] == 0 || kept[link.to] == 0;
  });
  for (TimelineLink& link : events.links) {
    link.from = place[link.from];
    link.to = place[link.to];
  }
  std::vector<std::vector<Citation>*> citing;
  for (TimelineItem& item : events.items) citing.push_back(&item.citations);
  renumber_notes(events.notes, citing);
  events.hidden += count - most;
  events.reasons.push_back({std::string{word(Word::beyond_sheet, events.locale)}, count - most});
  subtitle_order(out);
  return out;
}

}  // namespace frise
