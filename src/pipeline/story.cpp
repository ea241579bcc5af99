// Records to graph, graph to files; nothing here depends on the order of the records.
// Tested in tests/unit/pipeline/story_test.cpp.

#include "frise/pipeline/story.hpp"

#include "frise/export/events_csv.hpp"
#include "frise/merge/corpus.hpp"

#include <algorithm>
#include <utility>

namespace frise {
namespace {

/// For what draws no periods.
ViewOptions one_map(ViewOptions view) {
  view.per = MapPeriod::none;
  return view;
}

Result<Rendering> draw_report(const EventGraph& graph, const ViewOptions& view,
                              const RenderOptions& render, const SentenceContexts& contexts) {
  const auto timeline = make_timeline(graph, view);
  if (!timeline) return fail(timeline.error());
  const auto map = make_map(graph, one_map(view));
  if (!map) return fail(map.error());
  return report_html(graph, *timeline, *map, render, contexts);
}

}  // namespace

EventGraph tell(std::vector<Record> records) {
  return EventGraph::build(merge_records(std::move(records)));
}

namespace {

/// What is printed has no dark side.
RenderOptions options_for(FigureFormat format, const RenderOptions& options) {
  RenderOptions ours = options;
  const bool paper = format == FigureFormat::pdf && options.theme != Theme::print;
  if (paper || (format == FigureFormat::png && options.theme == Theme::automatic)) {
    ours.theme = Theme::light;
  }
  return ours;
}

/// The SVG in the format asked for.
Result<Rendering> convert(Result<Rendering> svg, FigureFormat format, const std::string& title,
                          const RenderOptions& options) {
  if (!svg || format == FigureFormat::svg) return svg;
  return format == FigureFormat::pdf ? as_pdf(*svg, title) : as_png(*svg, options.dots_an_inch);
}

}  // namespace

Told tell(std::vector<Record> records, const Corrections& corrections) {
  Corrected corrected = merge_corrected(std::move(records), corrections);
  return {EventGraph::build(std::move(corrected.corpus)), std::move(corrected.conflicts),
          std::move(corrected.stale)};
}

Result<Rendering> draw(const EventGraph& graph, Figure figure, FigureFormat format,
                       const ViewOptions& view, const RenderOptions& render,
                       const EventGraph* before) {
  if (format == FigureFormat::html) return draw_report(graph, view, render, {});
  const RenderOptions options = options_for(format, render);
  ViewOptions fitting = view;
  if (fitting.max_lanes == 0) fitting.max_lanes = lanes_of(options.page);
  if (figure == Figure::timeline) {
    const auto timeline = before == nullptr ? make_timeline(graph, fitting)
                                            : make_difference(*before, graph, fitting);
    if (!timeline) return fail(timeline.error());
    if (format == FigureFormat::dot) return timeline_dot(*timeline, options);
    return convert(timeline_svg(*timeline, options), format, timeline->title, options);
  }
  if (figure == Figure::order) {
    const auto order = make_order(graph, view);
    if (!order) return fail(order.error());
    if (format == FigureFormat::dot) return order_dot(*order, options);
    return convert(order_svg(*order, options), format, order->events.title, options);
  }
  if (view.per != MapPeriod::none) {
    if (format == FigureFormat::dot) {
      return fail({.code = ErrorCode::bad_value,
                   .message = "maps of periods (--per) are drawn as SVG, PDF or PNG, not as DOT"});
    }
    const auto series = make_map_series(graph, view);
    if (!series) return fail(series.error());
    return convert(map_series_svg(*series, options), format, series->whole.title, options);
  }
  const auto map = make_map(graph, view);
  if (!map) return fail(map.error());
  if (format == FigureFormat::dot) return map_dot(*map, options);
  return convert(map_svg(*map, options), format, map->title, options);
}

Result<Outputs> make_outputs(const EventGraph& graph, const ViewOptions& view,
                             const RenderOptions& render, const SentenceContexts& contexts) {
  struct Drawing {
    const char* name;
    Figure figure;
    FigureFormat format;
  };
  constexpr Drawing drawings[] = {
      {"timeline.svg", Figure::timeline, FigureFormat::svg},
      {"timeline.dot", Figure::timeline, FigureFormat::dot},
      {"map.svg", Figure::map, FigureFormat::svg},
      {"map.dot", Figure::map, FigureFormat::dot},
  };
  Outputs outputs;
  const auto keep = [&outputs](const char* name, Rendering drawn) {
    outputs.files.push_back({name, std::move(drawn.bytes)});
    const auto add = [](std::vector<std::string>& all, std::vector<std::string>& some) {
      for (std::string& one : some) {
        if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(std::move(one));
      }
    };
    add(outputs.warnings, drawn.warnings);
    add(outputs.remarks, drawn.remarks);
  };
  for (const Drawing& drawing : drawings) {
    const bool dot = drawing.format == FigureFormat::dot;
    auto drawn = draw(graph, drawing.figure, drawing.format, dot ? one_map(view) : view, render);
    if (!drawn) return fail(drawn.error());
    keep(drawing.name, std::move(*drawn));
  }
  auto report = draw_report(graph, view, render, contexts);
  if (!report) return fail(report.error());
  keep("report.html", std::move(*report));
  outputs.files.push_back({"graph.json", to_json(graph)});
  outputs.files.push_back({"events.csv", events_csv(graph)});
  return outputs;
}

}  // namespace frise
