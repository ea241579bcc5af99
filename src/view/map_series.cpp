// Small multiples: the actors of one map, their relations period by period. Tested in
// tests/unit/view/map_series_test.cpp.

#include "frise/view/view.hpp"
#include "view/date_words.hpp"
#include "view/map_parts.hpp"
#include "view/periods.hpp"
#include "view/relation_labels.hpp"
#include "view/words.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <unordered_map>
#include <utility>

namespace frise {
namespace {

constexpr std::size_t most_periods = 60;
constexpr int without_period = std::numeric_limits<int>::max();  ///< after all others

/// What of the choice belongs to each period. No longer a span than figures take is walked through.
class Calendar {
 public:
  Calendar(const Selection& selection, MapPeriod per) : per_{per} {
    if (selection.since) first_ = period_of(*selection.since, per);
    if (selection.until) last_ = period_of(*selection.until, per);
  }

  void add(const Bundles& bundles) {
    for (const auto& [key, bundle] : bundles) {
      for (const MergedEvent* event : bundle.events) {
        for_each_period(event->date,
                        [&, &k = key](int at) { periods_[at][k].events.push_back(event); });
      }
      for (const MergedStance* stance : bundle.stances) {
        for_each_period(stance->date,
                        [&, &k = key](int at) { periods_[at][k].stances.push_back(stance); });
      }
    }
  }

  [[nodiscard]] const std::map<int, Bundles>& periods() const { return periods_; }

 private:
  template <class Take>
  void for_each_period(const RecordDate& date, Take take) const {
    const auto span = periods_of(date, per_);
    if (!span) {
      take(without_period);
      return;
    }
    const int from = std::max(span->first, first_);
    const auto longest = static_cast<int>(most_periods);
    const int to = std::min({span->last, last_, from + longest});
    for (int at = from; at <= to; ++at) take(at);
  }

  MapPeriod per_;
  int first_ = std::numeric_limits<int>::min() / 2;
  int last_ = std::numeric_limits<int>::max() / 2;
  std::map<int, Bundles> periods_;
};

/// The years are told where the heading does not.
std::string label_in(int period, MapPeriod per, const RelationKey& key, const Bundle& bundle,
                     const EventGraph& graph, const std::string& locale) {
  if (period == without_period) return relation_label(key, bundle, graph, locale);
  const int year = per == MapPeriod::quarter ? period / 4 : period;
  const Years years = years_of(bundle);
  return years.first == year && years.last == year ? relation_phrase(key, bundle, graph, locale)
                                                   : relation_label(key, bundle, graph, locale);
}

/// Titles, and which periods have nothing.
void describe(MapSeries& series) {
  const std::string& locale = series.whole.locale;
  title_map(series.whole);
  if (series.whole.subtitle_is_made) {
    const bool years = series.per == MapPeriod::year;
    series.whole.subtitle +=
        std::string{word(Word::semicolon, locale)} +
        std::string{word(years ? Word::a_map_a_year : Word::a_map_a_quarter, locale)};
  }
  std::vector<int> known;
  for (const PeriodMap& period : series.periods) {
    if (period.number) known.push_back(*period.number);
  }
  series.without_relation = periods_between(known, series.per, DateWords{locale});
}

}  // namespace

Result<MapSeries> make_map_series(const EventGraph& graph, const ViewOptions& options) {
  if (options.groups) {
    return fail({.code = ErrorCode::bad_value,
                 .message = "groups are drawn on one map, not on maps of periods; leave out "
                            "--groups or --per"});
  }
  const auto selection = select(graph, options);
  if (!selection) return fail(selection.error());
  const auto choice = choose_for_map(graph, *selection, options);
  if (!choice) return fail(choice.error());
  MapSeries series;
  series.per = options.per;
  series.whole = begin_map(graph, *selection, *choice, options);
  const std::string& locale = series.whole.locale;
  Calendar calendar{*selection, options.per};
  calendar.add(choice->bundles);
  if (const std::size_t count = calendar.periods().size(); count > most_periods) {
    return fail({.code = ErrorCode::bad_value,
                 .message = std::to_string(count) + " periods with relations: no more than " +
                            std::to_string(most_periods) +
                            " are drawn; narrow them by --since and --until, or by --per year"});
  }
  const ActorNumbers numbers = number_actors(*choice);
  const DateWords dates{locale};
  Notes notes{graph};
  const auto write = [&](const Bundles::value_type& entry, const std::string& label) {
    MapRelation relation = write_relation(entry.first, entry.second, label, notes);
    relation.from = numbers.at(entry.first.from);
    relation.to = numbers.at(entry.first.to);
    return relation;
  };
  for (const auto& [number, bundles] : calendar.periods()) {
    PeriodMap period;
    if (number == without_period) {
      period.name = word(options.per == MapPeriod::year ? Word::no_year : Word::no_quarter, locale);
    } else {
      period.number = number;
      period.name = period_name(number, options.per, dates);
    }
    for (const Bundles::value_type* entry : in_order(bundles, numbers)) {
      period.relations.push_back(
          write(*entry, label_in(number, options.per, entry->first, entry->second, graph, locale)));
    }
    series.periods.push_back(std::move(period));
  }
  for (const Bundles::value_type* entry : in_order(choice->bundles, numbers)) {
    series.whole.relations.push_back(
        write(*entry, relation_label(entry->first, entry->second, graph, locale)));
    series.whole.relations.back().citations.clear();
  }
  series.whole.notes = notes.take();
  describe(series);
  return series;
}

MapSeries cut_map_series(const MapSeries& series, std::size_t most) {
  if (series.whole.nodes.size() <= most) return series;
  MapSeries out;
  out.per = series.per;
  out.whole = cut_map(series.whole, most);
  std::unordered_map<std::string_view, std::uint32_t> place;
  for (std::uint32_t i = 0; i < out.whole.nodes.size(); ++i) {
    place.emplace(out.whole.nodes[i].id, i);
  }
  for (const PeriodMap& period : series.periods) {
    PeriodMap& kept = out.periods.emplace_back(period);
    kept.relations.clear();
    for (const MapRelation& relation : period.relations) {
      const auto from = place.find(series.whole.nodes[relation.from].id);
      const auto to = place.find(series.whole.nodes[relation.to].id);
      if (from == place.end() || to == place.end()) continue;
      kept.relations.push_back(relation);
      kept.relations.back().from = from->second;
      kept.relations.back().to = to->second;
    }
    if (kept.relations.empty()) out.periods.pop_back();
  }
  out.whole.notes = series.whole.notes;
  std::vector<std::vector<Citation>*> citing;
  for (PeriodMap& period : out.periods) {
    for (MapRelation& relation : period.relations) citing.push_back(&relation.citations);
  }
  renumber_notes(out.whole.notes, citing);
  describe(out);
  return out;
}

}  // namespace frise
