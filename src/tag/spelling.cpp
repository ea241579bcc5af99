// Endings in a sorted map, tried from the longest; a dozen probes at most, and only for unknown
// words. Tested in tests/unit/tag/spelling_test.cpp.

#include "tag/spelling.hpp"

#include <algorithm>
#include <charconv>

namespace frise::tag {
namespace {

bool read_number(std::string_view text, std::uint8_t& value) {
  if (text.empty()) return true;
  return std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc{};
}

}  // namespace

Result<Spelling> Spelling::compile(const Table& table) {
  Spelling spelling;
  for (const TableRow& row : table.rows()) {
    Guess guess;
    const auto pos = parse_pos(row.cell(1));
    if (!pos) return fail(table.error_at(row, "no part of speech: " + std::string{row.cell(1)}));
    guess.features.pos = *pos;
    if (const auto unknown = add_features(row.cell(2), guess.features)) {
      return fail(table.error_at(row, "no feature: " + std::string{*unknown}));
    }
    guess.features.guess = true;
    const std::string_view ending = row.cell(0) == "-" ? std::string_view{} : row.cell(0);
    if (!read_number(row.cell(3), guess.cut) || !read_number(row.cell(4), guess.least_stem) ||
        guess.cut > ending.size() + (ending.empty() ? 0U : guess.least_stem)) {
      return fail(table.error_at(row, "the fourth and fifth cells are small numbers of bytes"));
    }
    spelling.endings_[std::string{ending}].push_back(guess);
    spelling.longest_ = std::max(spelling.longest_, ending.size());
  }
  return spelling;
}

std::span<const Guess> Spelling::guess(std::string_view key) const {
  for (std::size_t length = std::min(longest_, key.size()); length > 0; --length) {
    const auto found = endings_.find(key.substr(key.size() - length));
    if (found == endings_.end()) continue;
    if (key.size() >= length + found->second.front().least_stem) return found->second;
  }
  const auto any = endings_.find(std::string_view{});
  return any == endings_.end() ? std::span<const Guess>{} : std::span<const Guess>{any->second};
}

}  // namespace frise::tag
