// Finds all expressions, then walks them in the order of the text, so that each is read against
// what was told before it: the document's date, the last date, the last day. A text whose years
// nearly all lie long before its publication tells a story, and its dates without years follow one
// another. Tested in tests/unit/temporal/annotate_times_test.cpp.

#include "frise/temporal/time_expression.hpp"
#include "temporal/found.hpp"
#include "temporal/join.hpp"
#include "temporal/resolve.hpp"
#include "temporal/tense.hpp"

#include <fmt/format.h>
#include <algorithm>

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

class Narrator {
 public:
  Narrator(const Document& document, const Segmentation& segmentation,
           const std::vector<WordTag>& tags, const Published& published, const TemporalRules& rules,
           TextKind kind)
      : document_{document}, segmentation_{segmentation}, tags_{tags}, rules_{rules.impl()} {
    context_.published = temporal::anchor_of(published);
    context_.kind = kind;
  }

  Layer<TimeExpression> run() {
    const auto all = temporal::find_expressions(document_.text, segmentation_, tags_, rules_,
                                                context_.kind, layer_.diagnostics);
    story_ = tells_story(all, context_.published, context_.kind);
    layer_.items.reserve(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) tell(all, i);
    std::stable_sort(layer_.diagnostics.begin(), layer_.diagnostics.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.span < b.span; });
    return std::move(layer_);
  }

 private:
  void tell(const std::vector<Found>& all, std::size_t index) {
    const Found& found = all[index];
    const Sentence& sentence = segmentation_.sentences[found.sentence];
    ResolveContext context = context_;
    context.story = story_ && context.reference.known;
    if (context_.kind == TextKind::narrative && context.reference.known) {
      context.published = context.reference;
    }
    if (lacks_year(found.frame)) {
      context.tense =
          temporal::clause_tense(segmentation_, tags_, sentence.tokens, found.tokens, rules_);
    }
    if (is_clock_only(found.frame)) context.reference_day = day_for_clock(all, index, context);
    Resolved resolved = temporal::resolve(found.frame, context);
    if (found.distance && resolved.status == Resolved::Status::ok) {
      go(*found.distance, resolved);
    }
    if (found.until && resolved.status == Resolved::Status::ok) {
      const std::string begin = resolved.value;
      if (!reach(*found.until, context, resolved)) {
        layer_.diagnostics.push_back(
            {found.span, "backward-span",
             fmt::format("ends before it begins: {}", slice(document_.text, found.span))});
        return;
      }
      keep(found, std::move(resolved), begin);
      return;
    }
    const std::string value = resolved.value;
    keep(found, std::move(resolved), value);
  }

  /// From the day told to the one meant: "trois jours après le 2 mai".
  static void go(const Found::Distance& distance, Resolved& resolved) {
    const Anchor from = temporal::anchor_of(resolved.value);
    resolved.bounds = {};
    resolved.inferred = true;
    if (!from.known) {
      resolved.value = distance.count < 0 ? "PAST_REF" : "FUTURE_REF";
    } else if (const auto day = temporal::moved(from.first, distance.unit, distance.count)) {
      resolved.value = to_iso(*day);
      resolved.bounds = {*day, *day};
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

  /// The day that a clock time belongs to: told before it in the sentence, right behind it, or just
  /// before.
  Anchor day_for_clock(const std::vector<Found>& all, std::size_t index,
                       const ResolveContext& context) const {
    const Found& found = all[index];
    if (context.reference_day.known && day_sentence_ == found.sentence)
      return context.reference_day;
    if (index + 1 < all.size()) {
      const Found& next = all[index + 1];
      if (next.sentence == found.sentence && next.tokens.begin <= found.tokens.end + 2 &&
          !is_clock_only(next.frame)) {
        const Resolved day = temporal::resolve(next.frame, context);
        const Anchor anchor = temporal::anchor_of(day.value);
        if (anchor.known && temporal::coarseness(anchor.unit) == 0) return anchor;
      }
    }
    if (context.reference_day.known && (story_ || day_sentence_ + 2 >= found.sentence)) {
      return context.reference_day;
    }
    return {};
  }

  /// \param begin the value that later expressions are read against
  void keep(const Found& found, Resolved resolved, const std::string& begin) {
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
    if (dated) remember(found, begin);
    layer_.items.push_back({.span = found.span,
                            .tokens = found.tokens,
                            .type = resolved.type,
                            .value = std::move(resolved.value),
                            .mod = resolved.mod,
                            .bounds = resolved.bounds,
                            .anchor = resolved.anchor,
                            .inferred = resolved.inferred,
                            .rule = rules_.trie.rule_name(*found.leaf)});
  }

  void remember(const Found& found, const std::string& value) {
    const Anchor anchor = temporal::anchor_of(value);
    if (!anchor.known || anchor.unit == temporal::Unit::decade ||
        anchor.unit == temporal::Unit::century) {
      return;
    }
    context_.reference = anchor;
    if (temporal::coarseness(anchor.unit) != 0) return;
    context_.reference_day = anchor;
    day_sentence_ = found.sentence;
  }

  const Document& document_;
  const Segmentation& segmentation_;
  const std::vector<WordTag>& tags_;
  const TemporalRules::Impl& rules_;
  ResolveContext context_;
  bool story_ = false;
  std::uint32_t day_sentence_ = 0;
  Layer<TimeExpression> layer_;
};

}  // namespace

Layer<TimeExpression> annotate_times(const Document& document, const Segmentation& segmentation,
                                     const std::vector<WordTag>& tags, const Published& published,
                                     const TemporalRules& rules, TextKind kind) {
  return Narrator{document, segmentation, tags, published, rules, kind}.run();
}

}  // namespace frise
