// Four sources, the surest first: what was given; a labelled date among the first lines ("date
// 2023-03", "Publié le 3 mars 2021"); a dateline ("Paris, 3 mars 2021 –", "(AFP, 12 mai 2020)");
// and else what the text itself allows: an article is no older than the latest day it tells as
// past. That bound is all that is claimed, and a text that tells no year leaves its document
// undated. Tested in tests/unit/temporal/find_published_test.cpp.

#include "frise/temporal/time_expression.hpp"
#include "temporal/found.hpp"
#include "temporal/resolve.hpp"
#include "temporal/tense.hpp"

#include <fmt/format.h>

namespace frise {
namespace {

using temporal::Found;
using temporal::Resolved;
using temporal::Slot;

constexpr std::uint32_t kHeadBlocks = 5;  // datelines stand in the first of these

class Dater {
 public:
  Dater(const Document& document, const Segmentation& segmentation,
        const std::vector<WordTag>& tags, const TemporalRules& rules)
      : document_{document}, segmentation_{segmentation}, tags_{tags}, rules_{rules.impl()} {}

  Published run() {
    std::vector<Diagnostic> ignored;  // annotate_times reports them
    const auto all = temporal::find_expressions(document_.text, segmentation_, tags_, rules_,
                                                TextKind::news, ignored);
    if (auto published = labelled(all)) return *published;
    if (auto published = dateline(all)) return *published;
    return inferred(all);
  }

 private:
  /// The value of an expression that says its year, and the month at least.
  [[nodiscard]] static std::optional<PartialDate> full_date(const Found& found) {
    const auto& frame = found.frame;
    const bool fields = frame.has(Slot::year) && frame.has(Slot::month);
    if (!frame.has(Slot::iso) && !fields) return std::nullopt;
    if (frame.has(Slot::mod) || frame.has(Slot::count)) return std::nullopt;
    const Resolved resolved = temporal::resolve(frame, {});
    if (resolved.status != Resolved::Status::ok) return std::nullopt;
    return parse_date(resolved.value.substr(0, 10));
  }

  [[nodiscard]] const Sentence& sentence_of(const Found& found) const {
    return segmentation_.sentences[found.sentence];
  }

  [[nodiscard]] bool is_labelled(const Found& found) const {
    const std::uint32_t first = sentence_of(found).tokens.begin;
    for (std::uint32_t i = found.tokens.begin; i > first && i + 4 > found.tokens.begin;) {
      --i;
      if (rules_.vocabulary.value_in(segmentation_.key(i), rules_.date_label) != temporal::kUnset) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] std::string line_of(const Found& found) const {
    const std::uint32_t first = sentence_of(found).tokens.begin;
    const std::uint32_t from = found.tokens.begin > first + 4 ? found.tokens.begin - 4 : first;
    const Span span{segmentation_.tokens[from].span.begin, found.span.end};
    return std::string{slice(document_.text, span)};
  }

  [[nodiscard]] static Published say(const PartialDate& date, DateBasis basis, std::string why) {
    return {date.value, date.bounds, basis, std::move(why)};
  }

  [[nodiscard]] std::optional<Published> labelled(const std::vector<Found>& all) const {
    for (const Found& found : all) {
      const Sentence& sentence = sentence_of(found);
      const BlockKind kind = segmentation_.block_of(sentence).kind;
      if (kind != BlockKind::header && sentence.block >= kHeadBlocks) continue;
      const bool near_begin = found.tokens.begin < sentence.tokens.begin + 6;
      if (kind != BlockKind::header && !(near_begin && is_labelled(found) && opens_block(sentence)))
        continue;
      if (const auto date = full_date(found)) {
        return say(*date, DateBasis::header, fmt::format("header \"{}\"", line_of(found)));
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] bool opens_block(const Sentence& sentence) const {
    const Block& block = segmentation_.block_of(sentence);
    return &segmentation_.sentences[block.sentence_begin] == &sentence;
  }

  [[nodiscard]] std::string_view key_at(std::uint32_t token) const {
    return token < segmentation_.tokens.size() ? segmentation_.key(token) : std::string_view{};
  }

  /// A day of a year at the very beginning of a paragraph or in its first brackets, and a mark
  /// behind it.
  [[nodiscard]] bool is_dateline(const Found& found) const {
    const Sentence& sentence = sentence_of(found);
    if (!opens_block(sentence)) return false;
    const std::uint32_t begin = sentence.tokens.begin;
    if (found.tokens.begin > begin + 8) return false;
    const std::string_view after = key_at(found.tokens.end);
    const bool ends = found.tokens.end >= sentence.tokens.end || after == "." || after == "-" ||
                      after == "\xE2\x80\x93" || after == "\xE2\x80\x94" || after == ")" ||
                      after == ":" || after == "|";
    if (!ends) return false;
    if (found.tokens.begin == begin) return after != ":" && after != ")";
    // Before the date stand only a place, an agency and marks.
    bool bracket = false;
    for (std::uint32_t i = begin; i < found.tokens.begin; ++i) {
      const Token& token = segmentation_.tokens[i];
      const std::string_view key = segmentation_.key(token);
      bracket = bracket || key == "(";
      const bool name = token.kind == TokenKind::word &&
                        (token.is(shape_capitalised) || token.is(shape_all_caps));
      const bool mark = key == "," || key == "(" || key == ")" || key == "-" ||
                        key == "\xE2\x80\x93" || key == "\xE2\x80\x94" || key == "/";
      if (!name && !mark) return false;
    }
    const std::string_view before = key_at(found.tokens.begin - 1);
    return before == "," || before == "(" || bracket;
  }

  [[nodiscard]] std::optional<Published> dateline(const std::vector<Found>& all) const {
    for (const Found& found : all) {
      if (sentence_of(found).block >= kHeadBlocks) break;
      const auto date = full_date(found);
      if (date && date->precision == Precision::day && is_dateline(found)) {
        return say(*date, DateBasis::dateline, fmt::format("dateline \"{}\"", line_of(found)));
      }
    }
    return std::nullopt;
  }

  /// Told as past, or with no verb near, and not as an aim ("d'ici", "until").
  [[nodiscard]] bool is_past(const Found& found) const {
    const TokenRange sentence = sentence_of(found).tokens;
    for (std::uint32_t i = found.tokens.begin; i > sentence.begin && i + 3 > found.tokens.begin;) {
      --i;
      if (rules_.vocabulary.value_in(segmentation_.key(i), rules_.open_end) != temporal::kUnset) {
        return false;
      }
    }
    using temporal::ClauseTense;
    const ClauseTense tense =
        temporal::clause_tense(segmentation_, tags_, sentence, found.tokens, rules_);
    return tense == ClauseTense::past || tense == ClauseTense::unknown;
  }

  [[nodiscard]] Published inferred(const std::vector<Found>& all) const {
    Published best;
    for (const Found& found : all) {
      const Sentence& sentence = sentence_of(found);
      if (segmentation_.block_of(sentence).kind == BlockKind::furniture) continue;
      auto date = full_date(found);
      const bool fine = date.has_value();
      if (!fine && found.frame.has(Slot::year) && !found.frame.has(Slot::mod)) {
        date = parse_date(temporal::resolve(found.frame, {}).value.substr(0, 10));
      }
      if (!date || !date->bounds.known() || !is_past(found)) continue;
      if (best.bounds.earliest && *date->bounds.earliest <= *best.bounds.earliest) continue;
      best.basis = DateBasis::inferred;
      // A bare year bounds the date and is too coarse to stand for it.
      best.value = fine ? date->value : std::string{};
      best.bounds = {date->bounds.earliest, std::nullopt};
      best.why = fmt::format("tells \"{}\" as past, so no earlier", line_of(found));
    }
    return best;
  }

  const Document& document_;
  const Segmentation& segmentation_;
  const std::vector<WordTag>& tags_;
  const TemporalRules::Impl& rules_;
};

}  // namespace

Published find_published(const Document& document, const Segmentation& segmentation,
                         const std::vector<WordTag>& tags, const TemporalRules& rules) {
  if (!document.published.value.empty() || document.published.bounds.known()) {
    Published given = document.published;
    if (const auto date = parse_date(given.value); date && given.bounds == DayBounds{}) {
      given.bounds = date->bounds;
    }
    return given;
  }
  return Dater{document, segmentation, tags, rules}.run();
}

}  // namespace frise
