// Words of a map broken into lines, and the boxes that hold them. Tested in
// tests/unit/render/map_test.cpp.

#include "render/map_text.hpp"

#include "render/font_metrics.hpp"
#include "render/sources.hpp"
#include "render/timeline_parts.hpp"
#include "render/typeset.hpp"
#include "render/utf8.hpp"

#include <algorithm>
#include <cmath>

namespace frise::render {
namespace {

constexpr double label_size = 10.5;
constexpr double label_line = 13.5;
constexpr double caption_size = 10.5;

}  // namespace

MapNodeBox write_node(const MapNode& node, std::string_view locale, const MapWidths& widths) {
  MapNodeBox out;
  out.size = node.focus ? 14 : 12;
  const Paragraph name{
      .width = widths.name, .size = out.size, .style = FontStyle::bold, .max_lines = 3};
  out.name = wrap(typeset(clean(node.name, name_limit), locale), name);
  if (out.name.empty()) out.name.emplace_back("?");
  out.caption = wrap(typeset(clean(node.caption, name_limit), locale),
                     {.width = widths.caption, .size = caption_size, .max_lines = 2});
  double width = 40;
  for (const std::string& line : out.name) {
    width = std::max(width, text_width(line, out.size, FontStyle::bold));
  }
  for (const std::string& line : out.caption) {
    width = std::max(width, text_width(line, caption_size));
  }
  const double height = static_cast<double>(out.name.size()) * (out.size + 4) +
                        static_cast<double>(out.caption.size()) * 13.5;
  out.box = {0, 0, std::ceil(width) + 24, std::ceil(height) + 16};
  return out;
}

MapLabelBox write_label(const MapRelation& relation, std::string_view locale,
                        const MapWidths& widths) {
  MapLabelBox out;
  out.lines = wrap(typeset(clean(relation.label), locale),
                   {.width = widths.label, .size = label_size, .max_lines = 4});
  if (out.lines.empty()) out.lines.emplace_back();
  out.references = reference_text(relation.citations);
  const double references = out.references.empty() ? 0 : 2 + text_width(out.references, 7.5);
  double width = text_width(out.lines.back(), label_size) + references;
  for (const std::string& line : out.lines) width = std::max(width, text_width(line, label_size));
  out.box = {0, 0, std::ceil(width) + 8, static_cast<double>(out.lines.size()) * label_line + 5};
  return out;
}

MapLayout write_map(const RelationView& view, const MapWidths& widths) {
  MapLayout draft;
  for (const MapNode& node : view.nodes) {
    draft.nodes.push_back(write_node(node, view.locale, widths));
  }
  for (const MapRelation& relation : view.relations) {
    draft.relations.push_back({.label = write_label(relation, view.locale, widths)});
  }
  if (!view.groups) return draft;
  for (const MapGroup& group : view.groups->standing_out) {
    MapBand& band = draft.bands.emplace_back();
    band.title = wrap(typeset(clean(group.label), view.locale),
                      {.width = 2.5 * widths.name, .size = caption_size, .max_lines = 3});
    double width = 0;
    for (const std::string& line : band.title)
      width = std::max(width, text_width(line, caption_size));
    band.title_box = {0, 0, std::ceil(width) + 6,
                      static_cast<double>(band.title.size()) * label_line + 2};
  }
  return draft;
}

double least_area(const RelationView& view) {
  const MapLayout draft = write_map(view, wide_map);
  double area = 0;
  for (const MapNodeBox& node : draft.nodes) {
    area += (node.box.width() + 24) * (node.box.height() + 14);
  }
  for (const MapRelationLayout& relation : draft.relations) {
    area += (relation.label.box.width() + 20) * (relation.label.box.height() + 12);
  }
  return area;
}

}  // namespace frise::render
