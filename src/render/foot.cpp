// The legend flows like text; sections stand in one column, or two of equal height when they have
// more than a few lines. One routine walks the foot with or without a writer, so that height and
// drawing cannot differ.

#include "render/foot.hpp"

#include "render/svg_parts.hpp"
#include "render/typeset.hpp"
#include "render/utf8.hpp"
#include "render/words.hpp"

#include <algorithm>

namespace frise::render {
namespace {

constexpr double note_size = 9.5;
constexpr double note_line = 13;
constexpr double glyph_width = 10;
constexpr double mark_gap = 6;
constexpr double column_gap = 24;
constexpr double least_wide_sheet = 800;

struct Entry {
  const FootEntry* source = nullptr;
  std::vector<std::string> lines;
};

std::vector<Entry> wrap_entries(const FootSection& section, double width, double room) {
  std::vector<Entry> entries;
  for (const FootEntry& entry : section.entries) {
    entries.push_back(
        {&entry, wrap(entry.text, {.width = width - room, .size = note_size, .max_lines = 6})});
  }
  return entries;
}

class FootWriter {
 public:
  FootWriter(const Foot& foot, double left, double width, const Palette& colours, XmlWriter* svg)
      : foot_{foot}, left_{left}, width_{width}, colours_{colours}, svg_{svg} {}

  /// \returns the y of the foot's end.
  double run(double top) {
    y_ = top;
    legend();
    for (const FootSection& section : foot_.sections) {
      if (!section.entries.empty()) this->section(section);
    }
    last_line();
    return y_;
  }

 private:
  void legend() {
    if (foot_.legend.empty()) return;
    y_ += 18;
    if (svg_ != nullptr) svg_->open("g").attribute("class", "legend");
    double x = left_;
    const auto room_for = [&](double needed) {
      if (x > left_ && x + needed > left_ + width_) {
        x = left_;
        y_ += 20;
      }
    };
    for (const LegendGroup& group : foot_.legend) {
      if (group.entries.empty()) continue;
      const double heading = text_width(group.heading, legend_size, FontStyle::bold);
      const LegendEntry& first = group.entries.front();
      room_for(heading + 12 + first.width + 7 + text_width(first.words, legend_size));
      if (svg_ != nullptr) {
        draw_text(*svg_, x, y_ + 4, group.heading,
                  {.size = legend_size, .colour = colours_.ink, .font = FontStyle::bold});
      }
      x += heading + 12;
      for (const LegendEntry& entry : group.entries) {
        const double words = text_width(entry.words, legend_size);
        room_for(entry.width + 7 + words);
        if (svg_ != nullptr) {
          entry.draw(*svg_, x, y_);
          draw_text(*svg_, x + entry.width + 7, y_ + 4, entry.words,
                    {.size = legend_size, .colour = colours_.ink});
        }
        x += entry.width + 7 + words + 18;
      }
      x += 10;
    }
    if (svg_ != nullptr) svg_->close();
    y_ += 14;
  }

  void section(const FootSection& section) {
    y_ += 4;
    if (svg_ != nullptr) {
      draw_line(*svg_, {left_, y_}, {left_ + width_, y_}, colours_.grid, 1);
      svg_->open("g").attribute("class", "notes");
    }
    y_ += 4;
    if (!section.heading.empty()) {
      y_ += note_line;
      if (svg_ != nullptr) {
        draw_text(*svg_, left_, y_, section.heading,
                  {.size = note_size + 0.5, .colour = colours_.ink, .font = FontStyle::bold});
        const double after = text_width(section.heading, note_size + 0.5, FontStyle::bold) + 8;
        draw_text(*svg_, left_ + after, y_, section.explanation,
                  {.size = note_size, .colour = colours_.secondary});
      }
      y_ += 2;
    }
    const std::size_t columns = section.entries.size() <= 3 ? 1
                                : width_ < least_wide_sheet
                                    ? std::min<std::size_t>(2, section.columns)
                                    : section.columns;
    const double width =
        (width_ - column_gap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    const double room = mark_room(section.entries);
    const std::vector<Entry> entries = wrap_entries(section, width, room);
    std::size_t lines = 0;
    for (const Entry& entry : entries) lines += entry.lines.size();
    const std::size_t goal = (lines + columns - 1) / columns;
    const double top = y_;
    double lowest = y_;
    double x = left_;
    std::size_t column = 0;
    std::size_t done = 0;
    for (const Entry& entry : entries) {
      if (column + 1 < columns && done >= goal * (column + 1)) {
        ++column;
        x += width + column_gap;
        y_ = top;
      }
      draw_entry(entry, x, x + room);
      done += entry.lines.size();
      lowest = std::max(lowest, y_);
    }
    y_ = lowest + 5;
    if (svg_ != nullptr) svg_->close();
  }

  void draw_entry(const Entry& entry, double x, double text_x) {
    if (svg_ != nullptr) {
      svg_->open("g").attribute("class", "note");
      if (!entry.source->id.empty()) svg_->attribute("id", entry.source->id);
      draw_mark(*svg_, *entry.source, x, text_x, y_ + note_line, colours_);
    }
    for (const std::string& line : entry.lines) {
      y_ += note_line;
      if (svg_ != nullptr) {
        draw_text(*svg_, text_x, y_, line,
                  {.size = note_size,
                   .colour = entry.source->strong ? colours_.ink : colours_.secondary});
      }
    }
    if (svg_ != nullptr) svg_->close();
  }

  void last_line() {
    if (foot_.last_line.empty()) return;
    for (const std::string& line :
         wrap(foot_.last_line, {.width = width_, .size = note_size, .max_lines = 3})) {
      y_ += note_line + 2;
      if (svg_ != nullptr) {
        draw_text(*svg_, left_, y_, line, {.size = note_size, .colour = colours_.secondary});
      }
    }
  }

  const Foot& foot_;
  double left_;
  double width_;
  const Palette& colours_;
  XmlWriter* svg_;
  double y_ = 0;
};

}  // namespace

double mark_room(const std::vector<FootEntry>& entries) {
  double marks = 0;
  double glyphs = 0;
  for (const FootEntry& entry : entries) {
    marks = std::max(marks, text_width(entry.mark, note_size));
    if (entry.glyph) glyphs = glyph_width;
  }
  return marks + (marks > 0 && glyphs > 0 ? 4 : 0) + glyphs + mark_gap;
}

void draw_mark(XmlWriter& svg, const FootEntry& entry, double x, double text_x, double baseline,
               const Palette& colours) {
  if (entry.glyph) {
    draw_glyph(svg, {text_x - mark_gap - glyph_width / 2, baseline - 3.5}, *entry.glyph, colours,
               glyph_width / 14);
  }
  if (!entry.mark.empty()) {
    draw_text(svg, x, baseline, entry.mark, {.size = note_size, .colour = colours.ink});
  }
}

double foot_height(const Foot& foot, double width) {
  return FootWriter{foot, 0, width, palette(Theme::light), nullptr}.run(0);
}

void draw_foot(XmlWriter& svg, const Foot& foot, double left, double top, double width,
               const Palette& colours) {
  svg.open("g").attribute("class", "foot");
  FootWriter{foot, left, width, colours, &svg}.run(top);
  svg.close();
}

}  // namespace frise::render
