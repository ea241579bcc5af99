// Labels and header lines first, datelines next, both among the first blocks only: a date further
// down is one of the story. Tested in tests/unit/temporal/find_published_test.cpp.

#include "temporal/head_date.hpp"

#include "temporal/resolve.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace frise::temporal {
namespace {

constexpr std::uint32_t kHeadBlocks = 5;
constexpr std::uint32_t kLabelReach = 4;     // tokens between "publié" and its date
constexpr std::uint32_t kByLine = 10;        // tokens of a by-line before its date
constexpr std::uint32_t kDatelineReach = 8;  // tokens of places and agencies
constexpr std::uint32_t kShortLine = 24;     // tokens of an author, a date and a reading time

constexpr std::string_view kShortDash = "\xE2\x80\x93";
constexpr std::string_view kLongDash = "\xE2\x80\x94";

template <std::size_t size>
bool one_of(std::string_view key, const std::array<std::string_view, size>& keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

class HeadReader {
 public:
  HeadReader(std::string_view text, const Segmentation& segmentation,
             const TemporalRules::Impl& rules)
      : text_{text}, segmentation_{segmentation}, rules_{rules} {}

  [[nodiscard]] std::optional<HeadDate> labelled(const std::vector<Found>& all) const {
    for (const Found& found : all) {
      const Sentence& sentence = sentence_of(found);
      const bool header = segmentation_.block_of(sentence).kind == BlockKind::header;
      if (!header && sentence.block >= kHeadBlocks) continue;
      const bool near_begin = found.tokens.begin < sentence.tokens.begin + kByLine;
      const bool labelled = near_begin && is_labelled(found) && opens_block(sentence);
      if (!header && !labelled && !is_line_of_its_own(found)) continue;
      if (const auto date = full_date(found)) return say(*date, DateBasis::header, found);
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<HeadDate> dateline(const std::vector<Found>& all) const {
    for (const Found& found : all) {
      if (sentence_of(found).block >= kHeadBlocks) break;
      const auto date = full_date(found);
      if (date && date->precision == Precision::day && is_dateline(found)) {
        return say(*date, DateBasis::dateline, found);
      }
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] const Sentence& sentence_of(const Found& found) const {
    return segmentation_.sentences[found.sentence];
  }

  [[nodiscard]] bool opens_block(const Sentence& sentence) const {
    const Block& block = segmentation_.block_of(sentence);
    return &segmentation_.sentences[block.sentence_begin] == &sentence;
  }

  [[nodiscard]] std::string_view key_at(std::uint32_t token) const {
    return token < segmentation_.tokens.size() ? segmentation_.key(token) : std::string_view{};
  }

  [[nodiscard]] bool is_labelled(const Found& found) const {
    const std::uint32_t first = sentence_of(found).tokens.begin;
    for (std::uint32_t i = found.tokens.begin; i > first && i + kLabelReach > found.tokens.begin;) {
      --i;
      if (rules_.vocabulary.value_in(segmentation_.key(i), rules_.date_label) != kUnset) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] HeadDate say(const PartialDate& date, DateBasis basis, const Found& found) const {
    const std::uint32_t first = sentence_of(found).tokens.begin;
    const std::uint32_t from =
        found.tokens.begin > first + kLabelReach ? found.tokens.begin - kLabelReach : first;
    const Span span{segmentation_.tokens[from].span.begin, found.span.end};
    const std::string_view where = basis == DateBasis::header ? "header" : "dateline";
    return {{date.value, date.bounds, basis, fmt::format("{} \"{}\"", where, slice(text_, span))},
            found.span};
  }

  /// "Léa Brun | 25 avril 2025, 10:30 | 3 min de lecture": parted by marks in a short line under
  /// the title. A title with a date tells of that day.
  [[nodiscard]] bool is_line_of_its_own(const Found& found) const {
    const Sentence& sentence = sentence_of(found);
    const Block& block = segmentation_.block_of(sentence);
    if (sentence.block == 0) return false;
    const std::uint32_t begin = segmentation_.sentences[block.sentence_begin].tokens.begin;
    const std::uint32_t end = segmentation_.sentences[block.sentence_end - 1].tokens.end;
    if (end - begin > kShortLine || names_an_account(begin, end)) return false;
    const auto is_mark = [&](std::uint32_t token) {
      const TokenKind kind = segmentation_.tokens[token].kind;
      return kind == TokenKind::punctuation || kind == TokenKind::symbol;
    };
    const bool parted_before = found.tokens.begin == begin || is_mark(found.tokens.begin - 1);
    std::uint32_t after = found.tokens.end;
    while (after < end && says_hour(after)) ++after;
    return parted_before && (after == end || is_mark(after)) && !ends_as_sentence(end - 1);
  }

  /// Under a post that is quoted stands the date of the post.
  [[nodiscard]] bool names_an_account(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i) {
      if (segmentation_.tokens[i].kind == TokenKind::handle && key_at(i).starts_with('@')) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool says_hour(std::uint32_t token) const {
    return rules_.vocabulary.value_in(segmentation_.key(token), rules_.hour_prep) != kUnset ||
           segmentation_.tokens[token].is(shape_has_digit);
  }

  [[nodiscard]] bool ends_as_sentence(std::uint32_t last) const {
    const std::string_view key = segmentation_.key(last);
    return key == "." || key == "!" || key == "?";
  }

  /// At the very beginning of a paragraph or in its first brackets, and a mark behind it.
  [[nodiscard]] bool is_dateline(const Found& found) const {
    constexpr std::array<std::string_view, 9> ends{".", "-", kShortDash, kLongDash, ")",
                                                   ":", "|", "(",        "/"};
    const Sentence& sentence = sentence_of(found);
    if (!opens_block(sentence)) return false;
    const std::uint32_t begin = sentence.tokens.begin;
    if (found.tokens.begin > begin + kDatelineReach) return false;
    const std::string_view after = key_at(found.tokens.end);
    if (found.tokens.end < sentence.tokens.end && !one_of(after, ends)) return false;
    if (found.tokens.begin == begin) return after != ":" && after != ")" && after != "(";
    return only_places_before(begin, found.tokens.begin);
  }

  /// A place, an agency and marks.
  [[nodiscard]] bool only_places_before(std::uint32_t begin, std::uint32_t date) const {
    constexpr std::array<std::string_view, 9> marks{",",       "(", ")", "-", kShortDash,
                                                    kLongDash, "/", "|", "."};
    bool bracket = false;
    for (std::uint32_t i = begin; i < date; ++i) {
      const Token& token = segmentation_.tokens[i];
      const std::string_view key = segmentation_.key(token);
      bracket = bracket || key == "(";
      const bool name = token.kind == TokenKind::word &&
                        (token.is(shape_capitalised) || token.is(shape_all_caps));
      if (!name && !one_of(key, marks)) return false;
    }
    const std::string_view before = key_at(date - 1);
    return one_of(before, marks) || bracket;
  }

  std::string_view text_;
  const Segmentation& segmentation_;
  const TemporalRules::Impl& rules_;
};

}  // namespace

std::optional<PartialDate> full_date(const Found& found) {
  const Frame& frame = found.frame;
  if (!frame.has(Slot::iso) && !(frame.has(Slot::year) && frame.has(Slot::month))) {
    return std::nullopt;
  }
  if (frame.has(Slot::mod) || frame.has(Slot::count)) return std::nullopt;
  const Resolved resolved = resolve(frame, {});
  if (resolved.status != Resolved::Status::ok) return std::nullopt;
  return parse_date(resolved.value.substr(0, 10));
}

std::optional<HeadDate> head_date(std::string_view text, const Segmentation& segmentation,
                                  const std::vector<Found>& all, const TemporalRules::Impl& rules) {
  const HeadReader reader{text, segmentation, rules};
  if (auto found = reader.labelled(all)) return found;
  return reader.dateline(all);
}

}  // namespace frise::temporal
