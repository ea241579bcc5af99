// Web text has a paragraph a line; mail and old agencies wrap at some 72 columns. A run of lines
// counts as wrapped when no line is wider than a page and some line goes on in lower case; within
// it a line continues the one before when its first word would not have fitted there any more.
// Tested in tests/unit/segment/block_test.cpp.

#include "segment/block_cutter.hpp"

#include "segment/chars.hpp"

#include <algorithm>
#include <cstdint>

namespace frise {
namespace {

constexpr std::size_t widest_page = 100;
constexpr std::size_t narrowest_page = 45;
constexpr std::size_t shortest_broken = 40;
constexpr std::size_t shortest_rest = 12;

struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t width = 0;  ///< code points, counted no further than a page
  bool blank_before = false;
};

bool is_space_at(std::string_view text, std::size_t at, std::uint32_t& length) {
  const auto d = chars::decode(text, at);
  length = d.length;
  const auto k = chars::classify(d.c);
  return k == chars::Class::space || k == chars::Class::ignorable;
}

std::size_t width_of(std::string_view line) {
  std::size_t width = 0;
  for (const char c : line) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U && ++width > widest_page) break;
  }
  return width;
}

std::vector<Line> cut_lines(std::string_view text) {
  std::vector<Line> lines;
  bool blank = true;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t stop = at;
    while (stop < text.size() && text[stop] != '\n' && text[stop] != '\r') ++stop;
    Line line{at, stop, 0, blank};
    std::uint32_t length = 0;
    while (line.begin < line.end && is_space_at(text, line.begin, length)) line.begin += length;
    while (line.end > line.begin) {
      std::size_t last = line.end - 1;
      while (last > line.begin && line.end - last < 4 &&
             (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) {
        --last;
      }
      if (!is_space_at(text, last, length) || last + length != line.end) break;
      line.end = last;
    }
    blank = line.begin == line.end;
    if (!blank) {
      line.width = width_of(text.substr(line.begin, line.end - line.begin));
      lines.push_back(line);
    }
    at = stop + 1;
    if (stop + 1 < text.size() && text[stop] == '\r' && text[stop + 1] == '\n') ++at;
  }
  return lines;
}

bool starts_item(std::string_view text, const Line& line) {
  const auto d = chars::decode(text, line.begin);
  const bool bullet = d.c == 0x2022 || d.c == 0x2023 || d.c == 0x25AA || d.c == 0x25AB ||
                      d.c == 0x25CF || d.c == 0x25E6 || d.c == 0xB7 || d.c == '*' || d.c == '~' ||
                      d.c == '#' || d.c == '>' || chars::is_dash(d.c);
  return bullet;
}

bool starts_lower(std::string_view text, const Line& line) {
  return chars::classify(chars::decode(text, line.begin).c) == chars::Class::lower;
}

bool ends_sentence(std::string_view text, const Line& line) {
  std::size_t last = line.end - 1;
  while (last > line.begin && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
  const auto c = chars::decode(text, last).c;
  return c == '.' || c == '!' || c == '?' || c == ':' || c == 0x2026 || c == '"' || c == 0xBB ||
         c == 0x201D;
}

std::size_t first_word_width(std::string_view text, const Line& line) {
  const std::string_view body =
      text.substr(line.begin, std::min<std::size_t>(line.end - line.begin, 200));
  return width_of(body.substr(0, body.find(' ')));
}

/// The width that lines [first, last) are wrapped at, or 0.
std::size_t page_width(std::string_view text, const std::vector<Line>& lines, std::size_t first,
                       std::size_t last) {
  std::size_t widest = 0;
  bool goes_on = false;
  for (std::size_t i = first; i < last; ++i) {
    widest = std::max(widest, lines[i].width);
    goes_on = goes_on || (i > first && starts_lower(text, lines[i]));
  }
  return goes_on && widest >= narrowest_page && widest <= widest_page ? widest : 0;
}

}  // namespace

std::vector<RawBlock> cut_blocks(std::string_view text) {
  const std::vector<Line> lines = cut_lines(text);
  std::vector<RawBlock> blocks;
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t last = first + 1;
    while (last < lines.size() && !lines[last].blank_before) ++last;
    const std::size_t page = page_width(text, lines, first, last);
    for (std::size_t i = first; i < last; ++i) {
      const Line& line = lines[i];
      bool joined = false;
      if (i > first && !starts_item(text, line)) {
        const Line& before = lines[i - 1];
        const bool full = page != 0 && before.width + 1 + first_word_width(text, line) > page;
        const bool broken = before.width >= shortest_broken && starts_lower(text, line) &&
                            (line.width >= shortest_rest || ends_sentence(text, line)) &&
                            !ends_sentence(text, before);
        joined = full || broken;
      }
      if (joined) {
        blocks.back().span.end = static_cast<std::uint32_t>(line.end);
      } else {
        blocks.push_back(
            {{static_cast<std::uint32_t>(line.begin), static_cast<std::uint32_t>(line.end)},
             line.blank_before});
      }
    }
    first = last;
  }
  return blocks;
}

}  // namespace frise
