// Select, rank, place, label, cite: each step is a file of its own; this one joins them.
// Tested in tests/unit/view/timeline_test.cpp.

#include "frise/view/view.hpp"
#include "merge/assemble.hpp"
#include "view/date_words.hpp"
#include "view/lanes.hpp"
#include "view/mark_stance.hpp"
#include "view/notes.hpp"
#include "view/phrases.hpp"
#include "view/selection.hpp"
#include "view/text.hpp"
#include "view/words.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace frise {
namespace {

constexpr std::size_t usual_lanes = 8;
constexpr std::size_t longest_event_label = 116;

/// Who keeps the better place: strong acts, many sources, sums, links; statements last.
double weight_of(const MergedEvent& event, const std::set<std::string_view>& linked) {
  double weight = 1;
  if (plover_score(event.type) != 0) weight += 1;
  if (event.type == EventType::state || event.type == EventType::other) weight -= 0.5;
  weight += 0.5 * std::min<double>(event.independent - 1.0, 4);
  weight += 0.1 * std::min<double>(static_cast<double>(event.claims.size()) - 1, 5);
  weight += 0.25 * std::min<double>(static_cast<double>(event.participants.size()) - 1, 3);
  if (!event.claims.front().amounts.empty()) weight += 0.5;
  if (linked.contains(event.id)) weight += 1;
  if (is_placed(event)) weight += 1;
  return weight;
}

/// A timeline is of what happened when: what is merely said, reported or thought possible needs a
/// date of its own (a year unknown is one) or a second source; an act without a date needs two
/// parties.
bool belongs_on_axis(const MergedEvent& event) {
  if (!event.date.value.empty() || event.independent > 1) return true;
  const bool said = event.type == EventType::state || event.type == EventType::report ||
                    event.type == EventType::other || event.type == EventType::request ||
                    event.type == EventType::praise || event.type == EventType::criticize;
  if (said || event.factuality == Factuality::possible) return false;
  const auto has = [&event](auto... roles) {
    return std::any_of(event.participants.begin(), event.participants.end(),
                       [&](const MergedParticipant& p) { return ((p.role == roles) || ...); });
  };
  return has(ParticipantRole::agent) && has(ParticipantRole::patient, ParticipantRole::recipient);
}

/// "X : « nous ... »": the words of the speaker, not of the article.
bool is_quoted(const MergedEvent& event) {
  const std::string_view summary = event.summary;
  for (const std::string_view opening : {": «", ": “", ": \"", ": ‘"}) {
    if (summary.find(opening) != std::string_view::npos) return true;
  }
  return false;
}

/// What somebody tells in a quotation is within the mark of the statement: one quotation, one mark.
void drop_quoted_acts(std::vector<const MergedEvent*>& events) {
  std::set<std::tuple<std::string_view, std::string_view, std::uint32_t>> statements;
  for (const MergedEvent* event : events) {
    if (!is_speech(event->type)) continue;
    for (const std::string_view speaker : actors_of(*event)) {
      for (const Claim& claim : event->claims) {
        statements.emplace(speaker, claim.evidence.document, claim.evidence.sentence);
      }
    }
  }
  std::erase_if(events, [&statements](const MergedEvent* event) {
    if (is_speech(event->type) || !is_quoted(*event)) return false;
    return std::all_of(event->claims.begin(), event->claims.end(), [&](const Claim& claim) {
      return claim.attribution &&
             statements.contains(
                 {claim.attribution->speaker, claim.evidence.document, claim.evidence.sentence});
    });
  });
}

/// Heaviest first, then the order of the graph.
void keep_heaviest(std::vector<const MergedEvent*>& events, std::size_t most,
                   const std::set<std::string_view>& linked) {
  if (most == 0 || events.size() <= most) return;
  std::vector<std::size_t> order(events.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return weight_of(*events[a], linked) > weight_of(*events[b], linked);
  });
  order.resize(most);
  std::sort(order.begin(), order.end());
  std::vector<const MergedEvent*> kept;
  for (const std::size_t i : order) kept.push_back(events[i]);
  events = std::move(kept);
}

/// What other sources say that cannot be true as well; what a copy makes of an old sentence does
/// not count.
std::vector<PartialDate> other_dates(const MergedEvent& event) {
  std::vector<PartialDate> others;
  if (!event.dates_disagree) return others;
  for (const Claim& claim : event.claims) {
    if (date_equal(claim.date.bounds, event.date.bounds)) continue;
    const auto date = date_of(claim.date);
    if (!date || (!date->bounds.earliest && !date->bounds.latest)) continue;
    const bool apart = (date->bounds.latest && event.date.bounds.earliest &&
                        *date->bounds.latest < *event.date.bounds.earliest) ||
                       (date->bounds.earliest && event.date.bounds.latest &&
                        *date->bounds.earliest > *event.date.bounds.latest);
    const bool stale = !claim.copy_of.empty() && claim.date.inferred;
    if (apart && !stale) others.push_back(*date);
  }
  std::sort(others.begin(), others.end(), [](const PartialDate& a, const PartialDate& b) {
    return date_before(a.bounds, b.bounds);
  });
  others.erase(std::unique(others.begin(), others.end()), others.end());
  return others;
}

std::string date_label(const TimelineItem& item, const DateWords& dates,
                       const std::string& locale) {
  if (!item.date) return std::string{word(Word::undated, locale)};
  std::string label = dates.label(*item.date);
  if (item.inferred && item.date->precision != Precision::unknown) {
    const bool finer =
        item.date->precision == Precision::day || item.date->precision == Precision::month;
    label += " (" + std::string{word(finer ? Word::year_inferred : Word::inferred, locale)} + ")";
  }
  return label;
}

/// First and last year of the marks; empty when none is placed.
std::string period_of(const std::vector<TimelineItem>& items) {
  std::optional<int> first;
  std::optional<int> last;
  for (const TimelineItem& item : items) {
    if (!item.date) continue;
    for (const auto& day : {item.date->bounds.earliest, item.date->bounds.latest}) {
      if (!day) continue;
      const int year = year_of(*day);
      if (!first || year < *first) first = year;
      if (!last || year > *last) last = year;
    }
  }
  return first ? year_range(*first, *last) : std::string{};
}

std::string title_of(const std::vector<std::string>& actors, const std::string& period,
                     const std::string& locale) {
  std::string title;
  for (const std::string& actor : actors) title += (title.empty() ? "" : ", ") + actor;
  if (title.empty()) title = word(Word::timeline, locale);
  if (!period.empty()) title += std::string{word(Word::colon, locale)} + period;
  return title;
}

std::string subtitle_of(const TimelineView& view, const std::string& filter) {
  std::string text =
      count_words(Word::one_event, Word::many_events, view.items.size(), view.locale);
  text += " " +
          count_words(Word::from_one_article, Word::from_articles, view.notes.size(), view.locale);
  text += word(Word::semicolon, view.locale);
  text += word(Word::a_lane_an_actor, view.locale);
  if (!filter.empty()) text += std::string{word(Word::semicolon, view.locale)} + filter;
  return text;
}

}  // namespace

Result<TimelineView> make_timeline(const EventGraph& graph, const ViewOptions& options) {
  const auto selection = select(graph, options);
  if (!selection) return fail(selection.error());
  const Corpus& corpus = graph.corpus();

  std::set<std::string_view> linked;
  for (const EventLink& link : corpus.links) {
    if (link.kind == LinkKind::refines)
      continue;  // variants of one act: drawn, they would only clutter
    linked.insert(link.from);
    linked.insert(link.to);
  }
  const StanceIndex stances{graph};
  std::vector<const MergedEvent*> events;
  for (const MergedEvent& event : corpus.events) events.push_back(&event);
  std::vector<HiddenEvents> hidden;
  const auto narrow = [&](std::string why, const auto& rule) {
    const std::size_t before = events.size();
    rule();
    if (events.size() < before) hidden.push_back({std::move(why), before - events.size()});
  };
  const auto keep = [&](std::string why, const auto& wanted) {
    narrow(std::move(why), [&] {
      std::erase_if(events, [&](const MergedEvent* event) { return !wanted(*event); });
    });
  };
  const auto why = [&](Word reason) { return std::string{word(reason, selection->locale)}; };
  keep(why(Word::minor), is_drawable);
  keep(why(Word::unwitnessed), belongs_on_axis);
  keep(why(Word::outside_selection),
       [&](const MergedEvent& event) { return selection->keeps(event); });
  narrow(why(Word::quoted_elsewhere), [&] { drop_quoted_acts(events); });
  keep(word(Word::few_sources, selection->locale, std::to_string(options.min_sources)),
       [&](const MergedEvent& event) { return event.independent >= options.min_sources; });
  keep(why(Word::other_stance), [&](const MergedEvent& event) {
    return options.stances.empty() || std::find(options.stances.begin(), options.stances.end(),
                                                stances.of(event)) != options.stances.end();
  });
  narrow(why(Word::beyond_limit), [&] { keep_heaviest(events, options.max_events, linked); });
  // A graph read from a file may come in any order.
  std::stable_sort(events.begin(), events.end(), [](const MergedEvent* a, const MergedEvent* b) {
    if (date_before(a->date.bounds, b->date.bounds)) return true;
    if (date_before(b->date.bounds, a->date.bounds)) return false;
    if (a->date.value.empty() != b->date.value.empty()) return b->date.value.empty();
    return a->id < b->id;
  });

  TimelineView view;
  view.locale = selection->locale;
  view.extracted = corpus.events.size();
  view.hidden = corpus.events.size() - events.size();
  view.reasons = std::move(hidden);
  view.input_hash = input_hash(graph);
  LanePlan plan = plan_lanes(
      graph, events,
      {.most = options.max_lanes == 0 ? usual_lanes : options.max_lanes, .first = options.lanes},
      view.locale);
  view.lanes = std::move(plan.lanes);

  const DateWords dates{view.locale};
  Notes notes{graph};
  std::unordered_map<std::string_view, std::uint32_t> item_of;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const MergedEvent& event = *events[i];
    TimelineItem item;
    item.id = event.id;
    item.lane = plan.places[i].lane;
    item.targets = std::move(plan.places[i].targets);
    item.partners = std::move(plan.places[i].partners);
    item.actor = std::move(plan.places[i].actor);
    item.label = cut_text(summary_of(event, graph, view.locale), longest_event_label);
    item.date = date_of(event.date);
    item.other_dates = other_dates(event);
    item.inferred = event.date.inferred;
    item.date_label = date_label(item, dates, view.locale);
    item.stance = stances.of(event);
    item.factuality = event.factuality;
    std::vector<CitedGround> grounds;
    add_grounds(event, grounds);
    item.citations = notes.cite(grounds);
    item.quote = cut_text(clean_text(quote_of(event)), longest_tooltip);
    item.weight = weight_of(event, linked);
    item_of.emplace(event.id, static_cast<std::uint32_t>(i));
    view.items.push_back(std::move(item));
  }
  for (const EventLink& link : corpus.links) {
    if (link.kind == LinkKind::refines) continue;
    const auto from = item_of.find(link.from);
    const auto to = item_of.find(link.to);
    if (from == item_of.end() || to == item_of.end()) continue;
    view.links.push_back({from->second, to->second, link.kind});
  }
  std::sort(view.links.begin(), view.links.end(), [](const TimelineLink& a, const TimelineLink& b) {
    return std::tie(a.from, a.to, a.kind) < std::tie(b.from, b.to, b.kind);
  });
  view.notes = notes.take();
  view.title = options.title.empty() ? title_of(plan.leading, period_of(view.items), view.locale)
                                     : cut_text(clean_text(options.title), longest_label);
  view.subtitle = options.subtitle.empty() ? subtitle_of(view, selection->words)
                                           : cut_text(clean_text(options.subtitle), longest_label);
  return view;
}

}  // namespace frise
