// Blocks flow down a column, then into the next, then onto the next sheet; a block is never parted.
// The columns of a single sheet are of one depth.
// Each sheet is headed by the figure's title. Tested in tests/unit/render/timeline_test.cpp.

#include "render/appendix.hpp"

#include "render/svg_parts.hpp"
#include "render/typeset.hpp"
#include "render/words.hpp"

#include <algorithm>

namespace frise::render {
namespace {

constexpr double text_size = 9.5;
constexpr double heading_size = 11;
constexpr double line_height = 13;
constexpr double column_gap = 28;
constexpr double head_height = 34;

class Flow {
 public:
  /// \param depth of the columns.
  Flow(const Page& sheet, std::string title, double depth)
      : sheet_{sheet}, title_{std::move(title)}, depth_{depth} {
    appendix_.sheet = sheet;
    columns_ = sheet.inner_width() > 600 ? 2 : 1;
    width_ = (sheet.inner_width() - column_gap * static_cast<double>(columns_ - 1)) /
             static_cast<double>(columns_);
    column_ = columns_;  // the first block opens a sheet
  }

  void add(const FootSection& section) {
    if (section.entries.empty()) return;
    const double room = mark_room(section.entries);
    if (!section.heading.empty()) {
      put({.entry = {.text = section.explanation}, .lines = {section.heading}, .heading = true}, 0,
          3 * line_height);
    }
    for (const FootEntry& entry : section.entries) {
      put({.entry = entry,
           .lines = wrap(entry.text, {.width = width_ - room, .size = text_size, .max_lines = 6})},
          room, 0);
    }
    y_ += line_height;
  }

  Appendix finish() && { return std::move(appendix_); }

 private:
  [[nodiscard]] double sheet_top() const {
    return sheet_.height * static_cast<double>(appendix_.sheets);
  }

  /// `company`: what must follow in the same column.
  void put(AppendixBlock block, double room, double company) {
    const double height = line_height * static_cast<double>(block.lines.size()) + 2;
    const double bottom = sheet_top() + sheet_.margin + head_height + depth_;
    if (column_ == columns_ || y_ + height + company > bottom) next_column();
    block.at = {sheet_.margin + (width_ + column_gap) * static_cast<double>(column_), y_};
    block.text_x = block.at.x + room;
    y_ += height;
    appendix_.blocks.push_back(std::move(block));
  }

  void next_column() {
    ++column_;
    if (column_ >= columns_) {
      ++appendix_.sheets;
      column_ = 0;
      appendix_.blocks.push_back(
          {.at = {sheet_.margin, sheet_top() + sheet_.margin},
           .entry = {},
           .text_x = sheet_.margin,
           .lines = {fit(title_, sheet_.inner_width(), heading_size, FontStyle::bold)},
           .heading = true});
    }
    y_ = sheet_top() + sheet_.margin + head_height;
  }

  const Page& sheet_;
  std::string title_;
  double depth_;
  Appendix appendix_;
  std::size_t columns_ = 2;
  std::size_t column_ = 0;
  double width_ = 0;
  double y_ = 0;
};

}  // namespace

Appendix lay_out_appendix(std::vector<FootSection> sections, const std::string& title,
                          std::string_view locale, const Page& sheet) {
  const std::string head =
      std::string{word(Word::appendix, locale)} + std::string{word(Word::colon, locale)} + title;
  const auto laid_out = [&, title_line = typeset(head, locale)](double depth) {
    Flow flow{sheet, title_line, depth};
    for (const FootSection& section : sections) flow.add(section);
    return std::move(flow).finish();
  };
  const double whole = sheet.height - 2 * sheet.margin - head_height;
  Appendix appendix = laid_out(whole);
  if (appendix.sheets != 1) return appendix;
  // On a sheet that is not full, columns of one depth.
  for (double depth = 4 * line_height; depth < whole; depth += line_height) {
    Appendix shallow = laid_out(depth);
    if (shallow.sheets == 1) return shallow;
  }
  return appendix;
}

void draw_appendix(XmlWriter& svg, const Appendix& appendix, const Palette& colours) {
  if (appendix.blocks.empty()) return;
  svg.open("g").attribute("class", "appendix");
  for (const AppendixBlock& block : appendix.blocks) {
    svg.open("g").attribute("class", block.heading ? "heading" : "note");
    if (!block.entry.id.empty()) svg.attribute("id", block.entry.id);
    double y = block.at.y;
    if (!block.heading)
      draw_mark(svg, block.entry, block.at.x, block.text_x, y + line_height, colours);
    for (const std::string& line : block.lines) {
      y += line_height;
      draw_text(
          svg, block.text_x, y, line,
          block.heading
              ? TextStyle{.size = heading_size, .colour = colours.ink, .font = FontStyle::bold}
              : TextStyle{.size = text_size,
                          .colour = block.entry.strong ? colours.ink : colours.secondary});
    }
    if (block.heading) {
      draw_text(svg, block.text_x + text_width(block.lines[0], heading_size, FontStyle::bold) + 8,
                y, block.entry.text, {.size = text_size, .colour = colours.secondary});
    }
    svg.close();
  }
  svg.close();
}

}  // namespace frise::render
