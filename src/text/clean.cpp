// What FIGURES calls untrusted text: cleaned once here, whatever draws it later.
// Tested in tests/unit/text/clean_test.cpp.

#include "text/clean.hpp"

#include "text/utf8.hpp"

#include <algorithm>

namespace frise {
namespace {

constexpr std::size_t longest_address = 2000;

bool is_dropped(char32_t c) noexcept {
  if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) return true;
  if (c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F && c != 0x200D)) return true;
  if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF) return true;
  return (c & 0xFFFEU) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

bool is_space(char32_t c) noexcept {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// Joins to the character before it: a cut must not come between.
bool clings(char32_t c) noexcept {
  return (c >= 0x300 && c <= 0x36F) || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) ||
         (c >= 0x1F3FB && c <= 0x1F3FF) || (c >= 0x20D0 && c <= 0x20FF);
}

/// Marks that look lost before an ellipsis.
std::string_view without_tail(std::string_view text) noexcept {
  static constexpr std::string_view tails[] = {" ",      ",",      ";", ":", "(", "-",
                                               "–",      "—",      "«", "“", "„", "[",
                                               "\u00A0", "\u202F", "'", "’", "."};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view tail : tails) {
      if (text.size() > tail.size() && text.ends_with(tail)) {
        text.remove_suffix(tail.size());
        again = true;
      }
    }
  }
  return text;
}

}  // namespace

std::string clean_text(std::string_view text) {
  std::string out;
  bool space_due = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = utf8_length(text, i);
    if (length == 0) {
      ++i;
      continue;
    }
    const char32_t c = utf8_decode(text, i, length);
    if (is_space(c)) {
      space_due = !out.empty();
    } else if (!is_dropped(c)) {
      if (space_due) out += ' ';
      space_due = false;
      out.append(text, i, length);
    }
    i += length;
  }
  return out;
}

std::string web_address(std::string_view url) {
  const bool web = url.starts_with("https://") || url.starts_with("http://");
  const bool plain = std::all_of(url.begin(), url.end(), [](char c) {
    return c > 0x20 && c < 0x7F && std::string_view{"\"'<>\\^`{|}"}.find(c) == std::string::npos;
  });
  return web && plain && url.size() <= longest_address ? std::string{url} : std::string{};
}

std::size_t count_characters(std::string_view text) noexcept {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

std::string cut_text(std::string_view text, std::size_t most) {
  if (count_characters(text) <= most) return std::string{text};
  if (most == 0) return {};
  std::size_t end = 0;         // a cut that splits no character
  std::size_t after_word = 0;  // a cut at a space
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = utf8_length(text, i);
    const std::size_t step = length == 0 ? 1 : length;
    const char32_t c = length == 0 ? U'?' : utf8_decode(text, i, length);
    if (!clings(c)) {
      if (characters >= most) break;
      end = i;
      if (c == ' ') after_word = i;
    }
    ++characters;
    i += step;
  }
  // A word longer than a third of the room is cut itself.
  if (after_word < end - end / 3) after_word = end;
  std::string out{without_tail(text.substr(0, after_word))};
  out += "…";
  return out;
}

std::string cut_around(std::string_view text, std::size_t focus, std::size_t most) {
  const std::size_t length = count_characters(text);
  const std::size_t before = count_characters(text.substr(0, std::min(focus, text.size())));
  // Most of the room is for what follows the focus; the end of the text needs no more.
  const std::size_t lead =
      std::min(before, std::max(most / 6, most - std::min(most, length - before)));
  if (length <= most || before <= lead || before + most / 3 <= most) return cut_text(text, most);
  std::size_t skip = before - lead;
  std::size_t at = 0;
  for (; at < text.size() && skip > 0; --skip)
    at += std::max<std::size_t>(utf8_length(text, at), 1);
  // From the next word on, where one is near.
  const std::size_t space = text.find(' ', at);
  if (space != std::string_view::npos && space < std::min(focus, text.size())) at = space + 1;
  return "…" + cut_text(text.substr(at), most - 1);
}

}  // namespace frise
