// A label's width is the least of a few that lets its title stand on two lines; only where none
// does is the widest used, with three lines and an ellipsis (the whole text stays in the tooltip).
// In lanes with very many events the heaviest are labelled; the others go to the list at the foot.

#include "render/timeline_parts.hpp"
#include "render/typeset.hpp"
#include "render/utf8.hpp"

#include <algorithm>
#include <array>

namespace frise::render {
namespace {

constexpr double bar_room = 7;  ///< the stance bar and the space after it
constexpr std::size_t most_labels = 150;
constexpr std::array<double, 6> widths{112, 132, 150, 172, 200, 224};

double references_width(const std::string& references) {
  return references.empty() ? 0 : 2 + text_width(references, 7.5);
}

/// The items to label: all, or the heaviest in their order.
std::vector<std::uint32_t> labelled(Draft& draft, const LaneDraft& lane) {
  std::vector<std::uint32_t> items = lane.items;
  if (items.size() <= most_labels) return items;
  std::vector<std::uint32_t> heavy = items;
  std::sort(heavy.begin(), heavy.end(), [&draft](std::uint32_t a, std::uint32_t b) {
    const double wa = draft.view.items[a].weight;
    const double wb = draft.view.items[b].weight;
    return wa != wb ? wa > wb : a < b;
  });
  std::vector<char> keep(draft.view.items.size(), 0);
  for (std::size_t i = 0; i < most_labels; ++i) keep[heavy[i]] = 1;
  for (std::size_t i = most_labels; i < heavy.size(); ++i) draft.layout.listed.push_back(heavy[i]);
  std::erase_if(items, [&keep](std::uint32_t i) { return keep[i] == 0; });
  return items;
}

/// The leader, outwards from the line: up through the stack, through each row, to the label.
std::vector<Point> leader_of(const LabelPlace& place, const LabelRows& rows, double x, double from,
                             double stack) {
  std::vector<Point> points{{x, from}, {x, stack}};
  double depth = stack;
  for (std::size_t row = 0; row < place.ports.size(); ++row) {
    depth += rows.gaps[row];
    points.push_back({place.ports[row], depth});
    if (row + 1 == place.ports.size()) break;
    depth += rows.heights[row];
    points.push_back({place.ports[row], depth});
  }
  return points;
}

}  // namespace

std::string reference_text(const std::vector<std::uint32_t>& notes) {
  if (notes.empty()) return {};
  std::string text = "[";
  for (std::size_t i = 0; i < notes.size();) {
    std::size_t j = i;
    while (j + 1 < notes.size() && notes[j + 1] == notes[j] + 1) ++j;
    if (i > 0) text += ",\u00A0";
    text += std::to_string(notes[i]);
    if (j >= i + 2) {
      text += "–" + std::to_string(notes[j]);
      i = j + 1;
    } else {
      ++i;
    }
  }
  return text + "]";
}

ItemLabel write_label(const TimelineView& view, std::uint32_t index, double widest) {
  const TimelineItem& item = view.items[index];
  ItemLabel label{.item = index};
  const std::string title = typeset(clean(item.label), view.locale);
  const std::string date = typeset(clean(item.date_label, name_limit), view.locale);
  label.references = reference_text(item.notes);
  const double references = references_width(label.references);
  const FontStyle style = item.inferred ? FontStyle::italic : FontStyle::regular;
  const auto write = [&](double width, std::size_t title_lines, std::size_t date_lines) {
    const double room = width - bar_room;
    label.title = wrap(
        title,
        {.width = room, .size = title_size, .style = FontStyle::bold, .max_lines = title_lines});
    label.date = wrap(date, {.width = std::max(room - references, 30.0),
                             .size = date_size,
                             .style = style,
                             .max_lines = date_lines});
  };
  widest = std::min(widest, widths.back());
  bool fits = false;
  for (const double width : widths) {
    if (fits || width > widest) break;
    write(width, 9, 9);
    fits = label.title.size() <= 2 && label.date.size() <= 1;
  }
  if (!fits) write(widest, 3, 2);
  if (label.date.empty()) label.date.emplace_back();
  double content = text_width(label.date.back(), date_size, style) + references;
  for (const std::string& line : label.date) {
    content = std::max(content, text_width(line, date_size, style));
  }
  for (const std::string& line : label.title) {
    content = std::max(content, text_width(line, title_size, FontStyle::bold));
  }
  const auto lines = static_cast<double>(label.title.size() + label.date.size());
  label.box = {0, 0, std::min(content + bar_room, std::max(widest, references + 40)),
               lines * line_height + 2};
  return label;
}

RowRoom row_room(const Draft& draft, std::uint32_t lane) {
  const TimelineLayout& layout = draft.layout;
  RowRoom room{.left = layout.lane_left + 2, .right = layout.page.inner_right() - 2};
  const int level = 3 * static_cast<int>(lane) + (draft.lanes[lane].labels_above ? 0 : 2);
  for (const Upright& upright : draft.uprights) {
    if (upright.from <= level && level <= upright.to) room.walls.push_back(upright.x);
  }
  return room;
}

void label_lanes(Draft& draft) {
  TimelineLayout& layout = draft.layout;
  const std::size_t total = draft.view.items.size();
  for (std::size_t l = 0; l < draft.lanes.size(); ++l) {
    LaneDraft& lane = draft.lanes[l];
    RowRoom room = row_room(draft, static_cast<std::uint32_t>(l));
    room.max_rows = total <= 60 ? 10 : total <= 200 ? 6 : 4;
    const std::vector<std::uint32_t> items = labelled(draft, lane);
    const std::vector<Cell> cells = label_cells(room);
    std::vector<ItemLabel> labels;
    std::vector<LabelRequest> requests;
    for (const std::uint32_t i : items) {
      const double x = layout.marks[i].date.x;
      const double widest = cells.empty() ? 0 : cells[nearest_cell(cells, x)].width();
      labels.push_back(write_label(draft.view, i, std::max(widest - 4, 40.0)));
      const Box& box = labels.back().box;
      requests.push_back({x, box.width(), box.height(), draft.view.items[i].weight});
    }
    lane.rows = place_labels(requests, room);
    const double stack = glyph_half + 2 + track_height * (lane.tracks - 1) + (lane.badges ? 20 : 0);
    std::vector<double> row_start;
    double depth = stack;
    for (std::size_t r = 0; r < lane.rows.heights.size(); ++r) {
      depth += lane.rows.gaps[r];
      row_start.push_back(depth);
      depth += lane.rows.heights[r];
    }
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const LabelPlace& place = lane.rows.places[i];
      if (place.row < 0) {
        layout.listed.push_back(labels[i].item);
        continue;
      }
      const double start = row_start[static_cast<std::size_t>(place.row)];
      ItemLabel& label = labels[i];
      label.box = {place.left, start, place.left + requests[i].width, start + requests[i].height};
      const ItemMark& mark = layout.marks[label.item];
      label.leader = leader_of(place, lane.rows, mark.date.x, track_height * mark.track, stack);
      lane.labels.push_back(std::move(label));
    }
  }
  std::sort(layout.listed.begin(), layout.listed.end());
}

}  // namespace frise::render
