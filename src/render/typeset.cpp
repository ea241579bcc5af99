// Line breaks: ICU's UAX #14 iterator over the UTF-8 bytes, in the root locale so that the
// machine's own does not show; then greedy filling with the built-in widths. A word wider than a
// line is cut between grapheme clusters. French spaces after the Imprimerie nationale. Tested in
// tests/unit/render/text_test.cpp.

#include "render/typeset.hpp"

#include "render/utf8.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>
#include <memory>

namespace frise::render {
namespace {

constexpr std::string_view nbsp = "\u00A0";
constexpr std::string_view narrow_nbsp = "\u202F";

bool is_french(std::string_view locale) {
  return locale == "fr" || locale.substr(0, 3) == "fr-" || locale.substr(0, 3) == "fr_";
}

bool is_blank(char32_t c) { return c == ' ' || c == 0xA0 || c == 0x202F || c == 0x2009; }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

struct UTextCloser {
  void operator()(UText* text) const { utext_close(text); }
};

/// Made once a thread: making one costs more than a paragraph's breaks. Null when ICU's data are
/// missing.
icu::BreakIterator* iterator(bool lines) {
  const auto make = [](bool of_lines) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made{
        of_lines ? icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status)
                 : icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status)};
    if (U_FAILURE(status) != 0) made.reset();
    return made;
  };
  thread_local const std::unique_ptr<icu::BreakIterator> line = make(true);
  thread_local const std::unique_ptr<icu::BreakIterator> cluster = make(false);
  return lines ? line.get() : cluster.get();
}

/// Byte offsets where the iterator sees a boundary, the end included.
std::vector<std::size_t> boundaries(std::string_view text, bool lines) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, UTextCloser> handle{
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status)};
  icu::BreakIterator* breaks = iterator(lines);
  if (breaks == nullptr || U_FAILURE(status) != 0) return {text.size()};
  breaks->setText(handle.get(), status);
  if (U_FAILURE(status) != 0) return {text.size()};
  std::vector<std::size_t> out;
  breaks->first();
  for (int at = breaks->next(); at != icu::BreakIterator::DONE; at = breaks->next()) {
    const auto place = static_cast<std::size_t>(at);
    // "2021–2025" stays together.
    const bool in_range = lines && place < text.size() &&
                          is_digit(static_cast<unsigned char>(text[place])) &&
                          text.substr(0, place).ends_with("–");
    if (!in_range) out.push_back(place);
  }
  if (out.empty() || out.back() != text.size()) out.push_back(text.size());
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return text;
}

/// Bytes of the longest start of `text` that fits, between grapheme clusters; at least one cluster.
std::size_t longest_start(std::string_view text, double width, double size, FontStyle style) {
  std::size_t best = 0;
  for (const std::size_t at : boundaries(text, false)) {
    if (best != 0 && text_width(text.substr(0, at), size, style) > width) break;
    best = at;
  }
  return best;
}

/// The blank of "5 122": one to three digits before it, three after it.
bool groups_thousands(const std::u32string& text, std::size_t blank) {
  std::size_t before = 0;
  while (before < blank && is_digit(text[blank - 1 - before])) ++before;
  std::size_t after = 0;
  while (blank + 1 + after < text.size() && is_digit(text[blank + 1 + after])) ++after;
  return before >= 1 && before <= 3 && after == 3;
}

}  // namespace

std::string typeset(std::string_view text, std::string_view locale) {
  const bool french = is_french(locale);
  std::u32string in;
  for (std::size_t at = 0; at < text.size();) in += next_code_point(text, at);
  std::string out;
  out.reserve(text.size() + 8);
  for (std::size_t i = 0; i < in.size(); ++i) {
    const char32_t before = i > 0 ? in[i - 1] : U'\0';
    const char32_t c = in[i];
    const char32_t after = i + 1 < in.size() ? in[i + 1] : U'\0';
    if (is_blank(c)) {
      if (french && (after == U';' || after == U'!' || after == U'?' || after == 0xBB)) {
        out += narrow_nbsp;
      } else if (french && after == U':') {
        out += nbsp;
      } else if (french && before == 0xAB) {
        out += narrow_nbsp;
      } else if (french && c == ' ' && groups_thousands(in, i)) {
        out += narrow_nbsp;
      } else if (before == 0xB7) {
        out += nbsp;  // a separating dot ends no line
      } else if (is_digit(before) && is_digit(after) && c != ' ') {
        out += narrow_nbsp;
      } else if (c == ' ' && is_digit(before) &&
                 (after == U'%' || after == 0x20AC || after == U'$' || after == U'M')) {
        out += nbsp;
      } else {
        append_utf8(out, c);
      }
      continue;
    }
    if (french && c == 0xBB && i > 0 && !is_blank(before)) out += narrow_nbsp;
    append_utf8(out, c);
    if (french && c == 0xAB && after != U'\0' && !is_blank(after)) out += narrow_nbsp;
  }
  return out;
}

std::string fit(std::string_view text, double width, double size, FontStyle style) {
  if (text_width(text, size, style) <= width) return std::string{text};
  constexpr std::string_view ellipsis = "…";
  const double room = width - text_width(ellipsis, size, style);
  std::size_t cut = longest_start(text, room, size, style);
  // Within a word only where that is most of what there is.
  if (const auto blank = text.substr(0, cut).rfind(' '); cut < text.size() && text[cut] != ' ' &&
                                                         blank != std::string_view::npos &&
                                                         2 * blank >= cut) {
    cut = blank;
  }
  std::string_view kept = trimmed(text.substr(0, cut));
  while (!kept.empty() && (kept.back() == ',' || kept.back() == '.')) kept.remove_suffix(1);
  return std::string{kept} + std::string{ellipsis};
}

std::vector<std::string> wrap(std::string_view text, const Paragraph& paragraph) {
  const double size = paragraph.size;
  const FontStyle style = paragraph.style;
  if (text_width(text, size, style) <= paragraph.width && paragraph.max_lines > 0) {
    const std::string_view whole = trimmed(text);
    return whole.empty() ? std::vector<std::string>{}
                         : std::vector<std::string>{std::string{whole}};
  }
  std::vector<std::string> lines;
  std::size_t start = 0;  // of the line being filled
  std::size_t end = 0;    // of what it holds
  const std::vector<std::size_t> breaks = boundaries(text, true);
  for (std::size_t i = 0; i < breaks.size();) {
    const std::string_view longer = trimmed(text.substr(start, breaks[i] - start));
    if (text_width(longer, size, style) <= paragraph.width) {
      end = breaks[i++];
      continue;
    }
    if (lines.size() + 1 >= paragraph.max_lines) break;  // the rest goes to the last line, cut
    if (end == start) {
      end = start + longest_start(text.substr(start), paragraph.width, size, style);
      while (i < breaks.size() && breaks[i] <= end) ++i;
    }
    lines.emplace_back(trimmed(text.substr(start, end - start)));
    start = end;
  }
  const std::string_view rest = trimmed(text.substr(start));
  if (!rest.empty() && lines.size() < paragraph.max_lines) {
    lines.push_back(fit(rest, paragraph.width, size, style));
  }
  return lines;
}

}  // namespace frise::render
