// Walks what the scan found in the order of the text, so that each is read against
// what was told before it: the document's date, the last date, the last day. A text whose years
// nearly all lie long before its publication tells a story, and its dates without years follow one
// another. Tested in tests/unit/temporal/annotate_times_test.cpp.

#include "frise/temporal/time_expression.hpp"
#include "temporal/join.hpp"
#include "temporal/ranges.hpp"
#include "temporal/resolve.hpp"
#include "temporal/scan_impl.hpp"
#include "temporal/story.hpp"
#include "temporal/tense.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <optional>

namespace frise {
namespace {

using temporal::Anchor;
using temporal::Found;
using temporal::ResolveContext;
using temporal::Resolved;
using temporal::Slot;

bool lacks_year(const temporal::Frame& frame) {
  return !frame.has(Slot::year) && !frame.has(Slot::iso) && !frame.has(Slot::shift);
}

bool is_clock_only(const temporal::Frame& frame) {
  if (!frame.has(Slot::clock) && !frame.has(Slot::hour) && !frame.has(Slot::second) &&
      !frame.has(Slot::part)) {
    return false;
  }
  for (const Slot slot : {Slot::year, Slot::month, Slot::day, Slot::weekday, Slot::shift, Slot::iso,
                          Slot::feast, Slot::times, Slot::nth}) {
    if (frame.has(slot)) return false;
  }
  return true;
}

bool tells_story(const std::vector<Found>& all, const Anchor& published, TextKind kind) {
  if (kind == TextKind::narrative) return true;
  if (kind == TextKind::dialogue || !published.known) return false;
  std::size_t years = 0;
  std::size_t old = 0;
  for (const Found& found : all) {
    if (!found.frame.has(Slot::year)) continue;
    ++years;
    if (found.frame[Slot::year] < published.year() - 3) ++old;
  }
  return years >= 8 && old * 4 >= years * 3;
}

bool is_weekday_only(const temporal::Frame& frame) {
  return frame.has(Slot::weekday) && lacks_year(frame) && !frame.has(Slot::day) &&
         !frame.has(Slot::times) && !frame.has(Slot::direction) && !frame.has(Slot::nth);
}

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kLook = 16;        // expressions around a quotation
constexpr std::chrono::days kNearby{8};  // of a weekday from the publication

struct FullWeekday {
  std::optional<Day> day;
  bool several = false;
};

class Narrator {
 public:
  Narrator(const Document& document, const Segmentation& segmentation,
           const std::vector<WordTag>& tags, const TimeScan::Impl& scan, const Published& published,
           const TemporalRules& rules)
      : document_{document},
        segmentation_{segmentation},
        tags_{tags},
        rules_{rules.impl()},
        all_{scan.found} {
    layer_.diagnostics = scan.diagnostics;
    context_.published = temporal::anchor_of(published);
    context_.kind = scan.kind;
    while (body_ < segmentation.blocks.size() &&
           segmentation.blocks[body_].kind != BlockKind::paragraph) {
      ++body_;
    }
  }

  Layer<TimeExpression> run() {
    story_ = tells_story(all_, context_.published, context_.kind);
    if (story_) guide_.emplace(segmentation_, tags_, rules_, all_);
    find_quotations();
    find_full_weekdays();
    layer_.items.reserve(all_.size());
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const bool range = all_[i].frame.has(Slot::range) && i + 1 < all_.size() &&
                         all_[i + 1].continues && !all_[i].continues;
      if (all_[i].frame.has(Slot::story) && context_.kind != TextKind::narrative) {
        day_.emplace_back();
      } else if (range) {
        tell_range(i);
        ++i;
      } else {
        tell(i);
      }
    }
    std::stable_sort(layer_.diagnostics.begin(), layer_.diagnostics.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.span < b.span; });
    return std::move(layer_);
  }

 private:
  [[nodiscard]] ResolveContext context_of(std::size_t index) const {
    const Found& found = all_[index];
    const Sentence& sentence = segmentation_.sentences[found.sentence];
    ResolveContext context = context_;
    const bool dated = context.published.known && context_.kind != TextKind::narrative;
    if (!context.reference.known && !dated) {
      context.reference = context.reference_day = title_;
    }
    context.story = story_ && context.reference.known;
    if (context_.kind == TextKind::narrative && context.reference.known) {
      context.published = context.reference;
    }
    if (lacks_year(found.frame) || found.frame.has(Slot::literal)) {
      context.tense =
          temporal::clause_tense(segmentation_, tags_, sentence.tokens, found.tokens, rules_);
    }
    if (is_clock_only(found.frame)) context.reference_day = day_for_clock(index, context);
    if (is_weekday_only(found.frame)) context.said_day = full_weekday(found, context);
    if (found.frame.has(Slot::shift) && quotation_[index] != kNone) {
      const Anchor said = day_of_saying(index, context);
      if (said.known) context.published = said;
    }
    return context;
  }

  void tell(std::size_t index) {
    const Found& found = all_[index];
    const ResolveContext context = context_of(index);
    Resolved resolved = temporal::resolve(found.frame, context);
    if (found.distance && resolved.status == Resolved::Status::ok) {
      go(*found.distance, resolved);
    }
    if (found.until && resolved.status == Resolved::Status::ok) {
      const std::string begin = resolved.value;
      if (!reach(*found.until, context, resolved)) {
        day_.emplace_back();
        layer_.diagnostics.push_back(
            {found.span, "range-runs-backwards",
             fmt::format("ends before it begins: {}", slice(document_.text, found.span))});
        return;
      }
      keep(found, std::move(resolved), {}, begin);
      return;
    }
    const std::string value = resolved.value;
    keep(found, std::move(resolved), {}, value);
  }

  /// From the day told to the one meant: "trois jours après le 2 mai".
  static void go(const Found::Distance& distance, Resolved& resolved) {
    const Anchor from = temporal::anchor_of(resolved.value);
    resolved.trace = {};
    resolved.bounds = {};
    resolved.inferred = true;
    if (!from.known) {
      resolved.value = distance.count < 0 ? "PAST_REF" : "FUTURE_REF";
    } else if (const auto day = temporal::moved(from.first, distance.unit, distance.count)) {
      resolved.value = to_iso(*day);
      resolved.bounds = {*day, *day};
      resolved.trace = {.step = temporal::Trace::Step::moved,
                        .unit = distance.unit,
                        .count = distance.count,
                        .first = *day,
                        .last = *day,
                        .anchor = from};
    } else {
      resolved.status = Resolved::Status::out_of_range;
    }
  }

  /// Makes one value of a beginning and its end, or of the parts of a length.
  /// \returns false where the end lies before the beginning.
  static bool reach(const temporal::Frame& until, ResolveContext context, Resolved& begin) {
    const Anchor from = temporal::anchor_of(begin.value);
    if (from.known) {
      if (temporal::coarseness(from.unit) == 0) context.reference_day = from;
      if (lacks_year(until)) {
        context.published = from;
        context.tense = temporal::ClauseTense::future;
      }
    }
    Resolved end = temporal::resolve(until, context);
    if (end.status != Resolved::Status::ok) {
      begin.status = end.status;
      return true;
    }
    if (begin.type == TimexType::duration) {
      const auto digits = end.value.find_first_of("0123456789");
      const bool clock = end.value.starts_with("PT") && !begin.value.starts_with("PT");
      if (digits != std::string::npos) {
        begin.value += (clock ? "T" : "") + end.value.substr(digits);
      }
      return true;
    }
    // Ends at one that begins at eleven: at 13h; at two that begins at 22h: the day after.
    if (is_clock_only(until) && begin.value.size() == end.value.size() && end.value < begin.value) {
      temporal::Frame later = until;
      if (from.known && begin.value.substr(10) >= "T12") {
        context.reference_day.first += std::chrono::days{1};
        context.reference_day.last = context.reference_day.first;
      } else if (!until.has(Slot::meridiem)) {
        later.set(Slot::meridiem, 12);
      }
      Resolved moved = temporal::resolve(later, context);
      if (moved.status == Resolved::Status::ok) end = std::move(moved);
    }
    begin.value += "/" + end.value;
    if (begin.bounds.known() && end.bounds.known()) {
      if (*end.bounds.latest < *begin.bounds.earliest) return false;
      begin.bounds.latest = end.bounds.latest;
    }
    return true;
  }

  void tell_range(std::size_t index) {
    const ResolveContext context = context_of(index);
    const temporal::RangeEnds ends =
        temporal::resolve_range(all_[index].frame, all_[index + 1].frame, context);
    if (ends.backward) {
      day_.resize(index + 2);
      const Span both{all_[index].span.begin, all_[index + 1].span.end};
      layer_.diagnostics.push_back(
          {both, "range-runs-backwards",
           fmt::format("ends before it begins: {}", slice(document_.text, both))});
      return;
    }
    keep(all_[index], ends.first, ends.value, ends.first.value);
    keep(all_[index + 1], ends.last, ends.value, ends.last.value);
  }

  /// The quotation that each expression stands in: both are sorted, so one walk finds them.
  void find_quotations() {
    quotation_.assign(all_.size(), kNone);
    const auto& quotations = segmentation_.quotations;
    std::size_t q = 0;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const std::uint32_t token = all_[i].tokens.begin;
      while (q < quotations.size() && quotations[q].tokens.end <= token) ++q;
      if (q == quotations.size()) return;
      if (quotations[q].closed && quotations[q].tokens.contains(token)) quotation_[i] = q;
    }
  }

  /// Where a text tells "mardi" here and "mardi 1er juin" there, both are one day, if it is near.
  void find_full_weekdays() {
    if (!context_.published.known || temporal::coarseness(context_.published.unit) > 0) return;
    for (const Found& found : all_) {
      const temporal::Frame& frame = found.frame;
      if (!frame.has(Slot::weekday) || !frame.has(Slot::day) || !frame.has(Slot::month)) continue;
      const auto day = parse_iso_day(temporal::resolve(frame, context_).value);
      if (!day || std::chrono::abs(*day - context_.published.first) > kNearby) continue;
      auto& known = full_weekdays_[static_cast<std::size_t>(frame[Slot::weekday])];
      known.several = known.several || (known.day && *known.day != *day);
      known.day = day;
    }
  }

  /// Only where no verb says which way to look.
  [[nodiscard]] std::optional<Day> full_weekday(const Found& found,
                                                const ResolveContext& context) const {
    const auto& known = full_weekdays_[static_cast<std::size_t>(found.frame[Slot::weekday])];
    const bool no_verb = context.tense == temporal::ClauseTense::unknown || in_title(found);
    return no_verb && !known.several ? known.day : std::nullopt;
  }

  /// "Le 3 mars, il a dit : « J'ai vendu hier »": the day told outside the quotation, in the
  /// sentences that open or close it.
  [[nodiscard]] Anchor day_of_saying(std::size_t index, const ResolveContext& context) const {
    const Quotation& quotation = segmentation_.quotations[quotation_[index]];
    const std::uint32_t first = sentence_of(quotation.tokens.begin);
    const std::uint32_t last = sentence_of(quotation.tokens.end);
    for (std::size_t i = index, looked = 0; i-- > 0 && looked < kLook; ++looked) {
      if (all_[i].sentence < first) break;
      if (quotation_[i] == kNone && day_[i].known) return day_[i];
    }
    for (std::size_t i = index + 1; i < all_.size() && i <= index + kLook; ++i) {
      if (all_[i].sentence > last) break;
      if (quotation_[i] != kNone || is_clock_only(all_[i].frame)) continue;
      Anchor day = day_in(temporal::resolve(all_[i].frame, context));
      day.told = true;
      if (day.known) return day;
    }
    return {};
  }

  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t token) const {
    const auto& sentences = segmentation_.sentences;
    const auto after =
        std::upper_bound(sentences.begin(), sentences.end(), token,
                         [](std::uint32_t at, const Sentence& s) { return at < s.tokens.begin; });
    return after == sentences.begin() ? 0
                                      : static_cast<std::uint32_t>(after - sentences.begin() - 1);
  }

  [[nodiscard]] static Anchor day_in(const Resolved& resolved) {
    const bool dated = resolved.type == TimexType::date || resolved.type == TimexType::time;
    if (resolved.status != Resolved::Status::ok || !dated) return {};
    const Anchor anchor = temporal::anchor_of(resolved.value);
    return anchor.known && temporal::coarseness(anchor.unit) == 0 ? anchor : Anchor{};
  }

  /// A headline before the first paragraph.
  [[nodiscard]] bool in_title(const Found& found) const {
    const std::uint32_t block = segmentation_.sentences[found.sentence].block;
    return segmentation_.blocks[block].kind == BlockKind::heading && block < body_;
  }

  /// The day that a clock time belongs to: told before it in the sentence, right behind it, or just
  /// before.
  Anchor day_for_clock(std::size_t index, const ResolveContext& context) const {
    const Found& found = all_[index];
    if (clock_day_.known && day_sentence_ == found.sentence) return clock_day_;
    if (index + 1 < all_.size()) {
      const Found& next = all_[index + 1];
      if (next.sentence == found.sentence && next.tokens.begin <= found.tokens.end + 2 &&
          !is_clock_only(next.frame)) {
        const Resolved day = temporal::resolve(next.frame, context);
        Anchor anchor = temporal::anchor_of(day.value);
        anchor.told = true;
        anchor.origin = static_cast<std::uint32_t>(layer_.items.size() + 1);
        if (anchor.known && temporal::coarseness(anchor.unit) == 0) return anchor;
      }
    }
    if (clock_day_.known && (story_ || day_sentence_ + 2 >= found.sentence)) {
      return clock_day_;
    }
    return {};
  }

  /// \param told the value that later expressions are read against
  void keep(const Found& found, Resolved resolved, std::string range, const std::string& told) {
    day_.push_back(day_in(resolved));
    day_.back().told = true;
    day_.back().origin = static_cast<std::uint32_t>(layer_.items.size());
    const std::string_view words = slice(document_.text, found.span);
    switch (resolved.status) {
      case Resolved::Status::ok:
        break;
      case Resolved::Status::no_such_day:
        layer_.diagnostics.push_back(
            {found.span, "no-such-day", fmt::format("no day of the calendar: {}", words)});
        return;
      case Resolved::Status::no_such_time:
        layer_.diagnostics.push_back(
            {found.span, "no-such-time", fmt::format("no time of the day: {}", words)});
        return;
      case Resolved::Status::out_of_range:
        layer_.diagnostics.push_back({found.span, "time-out-of-range",
                                      fmt::format("beyond the years 1 to 9999: {}", words)});
        return;
      case Resolved::Status::nothing:
        return;
    }
    if (resolved.value.empty()) return;
    const bool dated = resolved.type == TimexType::date || resolved.type == TimexType::time;
    if (dated) remember(found, told);
    std::string why = temporal::in_words(resolved.trace, resolved.value);
    layer_.items.push_back({.span = found.span,
                            .tokens = found.tokens,
                            .type = resolved.type,
                            .value = std::move(resolved.value),
                            .mod = resolved.mod,
                            .bounds = resolved.bounds,
                            .anchor = resolved.anchor,
                            .inferred = resolved.inferred,
                            .from = resolved.trace.anchor.origin,
                            .why = std::move(why),
                            .rule = rules_.trie.rule_name(*found.leaf),
                            .range = std::move(range)});
  }

  /// What is told becomes the time that what follows refers to. A headline's date does not: the
  /// body tells its own, and only an undated text that tells none falls back on it.
  void remember(const Found& found, const std::string& value) {
    const std::uint32_t block = segmentation_.sentences[found.sentence].block;
    if (segmentation_.blocks[block].kind == BlockKind::furniture) return;
    Anchor anchor = temporal::anchor_of(value);
    anchor.told = true;
    anchor.origin = static_cast<std::uint32_t>(layer_.items.size());
    const bool title = in_title(found);
    if (!title && value.find_first_of("0123456789") != std::string::npos) {
      context_.last_value = value;
      context_.last_origin = anchor.origin;
    }
    if (!anchor.known || anchor.unit == temporal::Unit::decade ||
        anchor.unit == temporal::Unit::century) {
      return;
    }
    if (!title && guide_ && !guide_->goes_on_from(found, anchor, context_.reference)) return;
    (title ? title_ : context_.reference) = anchor;
    if (temporal::coarseness(anchor.unit) != 0) return;
    if (!title) context_.reference_day = anchor;
    clock_day_ = anchor;
    day_sentence_ = found.sentence;
  }

  const Document& document_;
  const Segmentation& segmentation_;
  const std::vector<WordTag>& tags_;
  const TemporalRules::Impl& rules_;
  ResolveContext context_;
  const std::vector<Found>& all_;
  std::vector<std::size_t> quotation_;  ///< of each expression, or kNone
  std::vector<Anchor> day_;             ///< that each expression told, if it was a day
  std::array<FullWeekday, 8> full_weekdays_;
  Anchor title_;
  Anchor clock_day_;        ///< that a bare time of day belongs to; a headline may tell it
  std::uint32_t body_ = 0;  ///< the first block that is no headline
  bool story_ = false;
  std::optional<temporal::StoryGuide> guide_;
  std::uint32_t day_sentence_ = 0;
  Layer<TimeExpression> layer_;
};

}  // namespace

Layer<TimeExpression> annotate_times(const Document& document, const Segmentation& segmentation,
                                     const std::vector<WordTag>& tags, const TimeScan& scan,
                                     const Published& published, const TemporalRules& rules) {
  return Narrator{document, segmentation, tags, scan.impl(), published, rules}.run();
}

}  // namespace frise
