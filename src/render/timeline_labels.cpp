// A label's width is the least of a few that lets its title stand on two lines; only where none
// does is the widest used, with three lines and an ellipsis (the whole text stays in the tooltip).
// In lanes with very many events the heaviest are labelled; the others go to the list at the foot.

#include "render/sources.hpp"
#include "render/timeline_parts.hpp"
#include "render/typeset.hpp"
#include "render/utf8.hpp"

#include <algorithm>
#include <array>

namespace frise::render {
namespace {

constexpr double bar_room = 7;            ///< the stance bar and the space after it
constexpr std::size_t most_labels = 150;  ///< of a lane
constexpr double narrowest_loupe = 240;
constexpr double dense_shift_cost = 0.05;
constexpr double heaviest = 1e9;  ///< no label displaces an inset
constexpr std::array<double, 6> widths{112, 132, 150, 172, 200, 224};

double references_width(const std::string& references) {
  return references.empty() ? 0 : 2 + text_width(references, 7.5);
}

/// Which items are to have a label in the rows: those asked for, the heaviest of a lane.
std::vector<char> wanted_labels(const Draft& draft) {
  std::vector<char> wanted(draft.view.items.size(), 1);
  for (std::size_t i = 0; i < draft.density.wishes.size(); ++i) {
    wanted[i] = draft.density.wishes[i] == LabelWish::anywhere ? 1 : 0;
  }
  for (const LaneDraft& lane : draft.lanes) {
    std::vector<std::uint32_t> order;
    for (const std::uint32_t i : lane.items) {
      if (draft.told[i] == 0 && wanted[i] != 0) order.push_back(i);
    }
    if (order.size() <= most_labels) continue;
    sort_by_claim(draft.view, order);
    for (std::size_t k = most_labels; k < order.size(); ++k) wanted[order[k]] = 0;
  }
  return wanted;
}

/// As large as its words.
ItemLabel boxed(ItemLabel label, double widest, FontStyle style, double references) {
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

ItemLabel write_label(const TimelineView& view, std::uint32_t index, double widest,
                      std::size_t lines) {
  const TimelineItem& item = view.items[index];
  ItemLabel label{.item = index};
  const std::string title = typeset(clean(item.label), view.locale);
  const std::string date = typeset(clean(item.date_label, name_limit), view.locale);
  label.references = reference_text(item.citations);
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
  if (lines > 0) {
    // On its line: as flat as may be.
    write(widest, 9, 9);
    // No date is cut: a label whose date needs more has more lines than are asked for.
    if (label.title.size() + label.date.size() > lines) write(widest, lines, 9);
    return boxed(std::move(label), widest, style, references);
  }
  widest = std::min(widest, widths.back());
  bool fits = false;
  for (const double width : widths) {
    if (fits || width > widest) break;
    write(width, 9, 9);
    fits = label.title.size() <= 2 && label.date.size() <= 1;
  }
  if (!fits) write(widest, 3, 2);
  return boxed(std::move(label), widest, style, references);
}
}  // namespace

const ItemLabel& LabelBook::label(std::uint32_t item, double widest, std::size_t lines) {
  if (lines == 0) widest = std::min(widest, widths.back());
  const auto key = std::tuple{item, lines, widest};
  const auto known = written_.find(key);
  if (known != written_.end()) return known->second;
  return written_.emplace(key, write_label(view_, item, widest, lines)).first->second;
}

void sort_by_claim(const TimelineView& view, std::vector<std::uint32_t>& items) {
  const auto reversed = [](std::uint32_t index) {
    std::uint32_t out = 0;
    for (int bit = 0; bit < 32; ++bit) out |= ((index >> bit) & 1U) << (31 - bit);
    return out;
  };
  std::sort(items.begin(), items.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (view.items[a].weight != view.items[b].weight)
      return view.items[a].weight > view.items[b].weight;
    return reversed(a) < reversed(b);
  });
}

double stack_depth(const LaneDraft& lane) noexcept {
  return std::max(glyph_half + 2 + track_height * (lane.tracks - 1) +
                      (lane.badges && lane.items.empty() ? 4
                       : lane.badges                     ? 20
                                                         : 0),
                  lane.beside_out + 2);
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

namespace {

/// A label or an inset that wants a place in the rows of a lane.
struct Want {
  double x = 0;
  std::uint32_t item = 0;
  int loupe = -1;
};

std::vector<Want> wants_of(const Draft& draft, const LaneDraft& lane,
                           const std::vector<char>& wanted) {
  std::vector<Want> wants;
  for (const std::uint32_t i : lane.items) {
    if (wanted[i] != 0 && draft.told[i] == 0 && draft.ports[i]) {
      wants.push_back({*draft.ports[i], i, -1});
    }
  }
  for (const std::uint32_t k : lane.loupes) {
    wants.push_back({draft.loupe_ports[k], 0, static_cast<int>(k)});
  }
  std::stable_sort(wants.begin(), wants.end(),
                   [](const Want& a, const Want& b) { return a.x < b.x; });
  return wants;
}

/// An inset that found no place: its events are counted in the badge, and listed.
void close_loupe(TimelineLayout& layout, Loupe& loupe) {
  loupe.inside.clear();
  layout.listed.insert(layout.listed.end(), loupe.items.begin(), loupe.items.end());
}

void label_lane(Draft& draft, std::uint32_t index, const std::vector<char>& wanted) {
  TimelineLayout& layout = draft.layout;
  LaneDraft& lane = draft.lanes[index];
  RowRoom room = row_room(draft, index);
  const std::size_t total = draft.view.items.size();
  room.max_rows = total <= 60 ? 10 : total <= 200 ? 6 : 4;
  if (draft.density.dense) room.shift_cost = dense_shift_cost;
  const std::vector<Cell> cells = label_cells(room);
  const std::vector<Want> wants = wants_of(draft, lane, wanted);
  std::vector<ItemLabel> labels;
  std::vector<LabelRequest> requests;
  for (const Want& want : wants) {
    const double widest = cells.empty() ? 0 : cells[nearest_cell(cells, want.x)].width() - 4;
    if (want.loupe >= 0) {
      Loupe& loupe = layout.loupes[static_cast<std::size_t>(want.loupe)];
      if (widest >= narrowest_loupe) fill_loupe(draft, loupe, widest);
      labels.emplace_back();
      requests.push_back({want.x, widest < narrowest_loupe ? 1e6 : loupe.frame.width(),
                          loupe.frame.height(), heaviest});
    } else {
      labels.push_back(draft.book.label(want.item, std::max(widest, 40.0)));
      const Box& box = labels.back().box;
      requests.push_back({want.x, box.width(), box.height(), draft.view.items[want.item].weight});
    }
  }
  lane.rows = place_labels(requests, room);
  const double stack = stack_depth(lane);
  std::vector<double> row_start;
  double depth = stack;
  for (std::size_t r = 0; r < lane.rows.heights.size(); ++r) {
    depth += lane.rows.gaps[r];
    row_start.push_back(depth);
    depth += lane.rows.heights[r];
  }
  for (std::size_t i = 0; i < wants.size(); ++i) {
    const LabelPlace& place = lane.rows.places[i];
    Loupe* loupe =
        wants[i].loupe < 0 ? nullptr : &layout.loupes[static_cast<std::size_t>(wants[i].loupe)];
    if (place.row < 0) {
      if (loupe != nullptr) {
        close_loupe(layout, *loupe);
      } else {
        layout.listed.push_back(wants[i].item);
      }
      continue;
    }
    const double start = row_start[static_cast<std::size_t>(place.row)];
    const Box box{place.left, start, place.left + requests[i].width, start + requests[i].height};
    if (loupe != nullptr) {
      loupe->frame = box;
      const bool aside = wants[i].x != (loupe->badge.left + loupe->badge.right) / 2;
      loupe->leader = leader_of(place, lane.rows, wants[i].x, aside ? 4 : 10, stack);
      const auto& listed = loupe->inside.front().listed;
      layout.listed.insert(layout.listed.end(), listed.begin(), listed.end());
      continue;
    }
    labels[i].box = box;
    const ItemMark& mark = layout.marks[wants[i].item];
    labels[i].leader = leader_of(place, lane.rows, wants[i].x, track_height * mark.track, stack);
    if (mark.date.x != wants[i].x) {
      labels[i].leader.insert(labels[i].leader.begin(),
                              Point{mark.date.x, track_height * mark.track});
    }
    lane.labels.push_back(std::move(labels[i]));
  }
  for (const std::uint32_t i : lane.items) {
    const bool asked = wanted[i] != 0 && draft.ports[i];
    if (!asked && draft.told[i] == 0) layout.listed.push_back(i);
  }
}

}  // namespace

void label_lanes(Draft& draft) {
  const std::vector<char> wanted = wanted_labels(draft);
  for (std::uint32_t l = 0; l < draft.lanes.size(); ++l) label_lane(draft, l, wanted);
  std::sort(draft.layout.listed.begin(), draft.layout.listed.end());
}

}  // namespace frise::render
