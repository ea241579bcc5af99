// From each token the longest match is taken and the walk goes on behind it: sentences bound
// matches, and matches have a greatest length, so the time is linear. Tested in
// tests/unit/temporal/annotate_times_test.cpp.

#include "temporal/scan_impl.hpp"

#include "temporal/join.hpp"

#include <algorithm>

namespace frise::temporal {
namespace {

Frame frame_of(const Match& match, std::size_t group) {
  Frame frame;
  for (const Assignment& assignment : match.leaf->assignments) {
    if (assignment.group != kEveryGroup && assignment.group != group) continue;
    std::int32_t value = assignment.constant;
    if (assignment.element != kConstant) value = match.steps[assignment.element].value;
    if (assignment.negative && value != kVague) value = -value;
    frame.set(assignment.slot, value);
  }
  if (const std::int32_t iso = frame[Slot::iso]; frame.has(Slot::iso) && iso < 10'000) {
    frame.clear(Slot::iso);
    frame.set(Slot::month, iso / 100);
    frame.set(Slot::day, iso % 100);
  }
  return frame;
}

/// "1982-1990" and "mars-avril" in one piece of text: two expressions, parted at the mark.
void split_pair(const Found& both, std::string_view text, Slot slot, std::int32_t factor,
                std::vector<Found>& out) {
  constexpr std::string_view digits = "0123456789";
  const std::string_view words = slice(text, both.span);
  std::size_t first_end = 0;
  std::size_t last_begin = 0;
  if (slot == Slot::year) {
    first_end = std::min(words.find_first_not_of(digits), words.size());
    last_begin = words.find_last_not_of(digits) + 1;
  } else {
    first_end = words.find('-');
    last_begin = first_end + 1;
  }
  const std::int32_t pair = both.frame[slot];
  Found first = both;
  first.span.end = both.span.begin + static_cast<std::uint32_t>(first_end);
  first.frame.set(slot, pair / factor);
  Found last = both;
  last.span.begin = both.span.begin + static_cast<std::uint32_t>(last_begin);
  last.frame.set(slot, pair % factor);
  last.continues = true;
  out.push_back(first);
  out.push_back(last);
}

/// A pair in one slot, as the two ends of one span.
Found span_of(Found both, Slot slot, std::int32_t base) {
  const std::int32_t pair = both.frame[slot];
  both.until = both.frame;
  both.frame.set(slot, pair / base);
  both.until->set(slot, pair % base);
  return both;
}

/// Digits of another script stand beside it: what they say is not known, so neither is this.
bool beside_odd_digits(const Items& items, const Found& found, TokenRange sentence) {
  return (found.tokens.begin > sentence.begin &&
          items.has(found.tokens.begin - 1, class_odd_digits)) ||
         (found.tokens.end < sentence.end && items.has(found.tokens.end, class_odd_digits));
}

/// "en [avril]" must not hide "avril 2001": a match without that context that reaches further wins.
void prefer_inner(const MatchContext& context, const RuleTrie& trie, Match& match) {
  const auto& groups = match.leaf->groups;
  if (groups.front().begin == 0 || groups.front().begin >= groups.front().end) return;
  const std::uint32_t inner = match.steps[groups.front().begin].begin;
  const std::uint32_t reach = match.steps[groups.back().end - 1U].end;
  Match other;
  if (!trie.longest(context, inner, other)) return;
  const Group last = other.leaf->groups.back();
  if (last.begin < last.end && other.steps[last.end - 1U].end > reach) match = other;
}

}  // namespace

std::vector<Found> find_expressions(std::string_view text, const Segmentation& segmentation,
                                    const std::vector<WordTag>& tags,
                                    const TemporalRules::Impl& rules, TextKind kind,
                                    std::vector<Diagnostic>& diagnostics,
                                    std::vector<std::uint32_t>* won) {
  const Items items{text, segmentation, rules.vocabulary, rules.numbers, diagnostics};
  std::vector<Found> out;
  Match match;
  for (std::uint32_t s = 0; s < segmentation.sentences.size(); ++s) {
    const TokenRange range = segmentation.sentences[s].tokens;
    const MatchContext context{segmentation, tags, items, range, kind};
    for (std::uint32_t token = range.begin; token < range.end;) {
      if (!rules.trie.longest(context, token, match)) {
        ++token;
        continue;
      }
      prefer_inner(context, rules.trie, match);
      if (won != nullptr) won->push_back(rules.trie.row_of(*match.leaf));
      std::uint32_t after = token + 1;
      for (std::size_t g = 0; g < match.leaf->groups.size(); ++g) {
        const Group group = match.leaf->groups[g];
        if (group.begin >= group.end) continue;
        Found found;
        found.frame = frame_of(match, g);
        found.tokens = {match.steps[group.begin].begin, match.steps[group.end - 1U].end};
        after = std::max(after, found.tokens.end);
        if (found.frame.is(Slot::type, Type::ignore)) {
          after = std::max(after, match.end);
          continue;
        }
        if (beside_odd_digits(items, found, range)) continue;
        found.sentence = s;
        found.continues = g > 0;
        found.leaf = match.leaf;
        found.span = {segmentation.tokens[found.tokens.begin].span.begin,
                      segmentation.tokens[found.tokens.end - 1].span.end};
        if (found.frame.has(Slot::year) && found.frame[Slot::year] > 9999) {
          if (found.frame.has(Slot::season)) {  // the winter of 1776-77 begins in the first
            found.frame.set(Slot::year, found.frame[Slot::year] / 10'000);
            out.push_back(found);
          } else if (kind == TextKind::dialogue) {
            out.push_back(span_of(found, Slot::year, 10'000));
          } else {
            split_pair(found, text, Slot::year, 10'000, out);
          }
        } else if (found.frame.has(Slot::month) && found.frame[Slot::month] > 12) {
          if (kind == TextKind::dialogue) {
            out.push_back(span_of(found, Slot::month, kMonthPair));
          } else {
            split_pair(found, text, Slot::month, kMonthPair, out);
          }
        } else if (found.frame.has(Slot::clock) && found.frame[Slot::clock] >= kClockPair) {
          out.push_back(span_of(found, Slot::clock, kClockPair));
        } else {
          out.push_back(found);
        }
      }
      token = after;
    }
  }
  if (kind == TextKind::dialogue) out = join_expressions(out, segmentation, rules);
  return out;
}

}  // namespace frise::temporal

namespace frise {

TimeScan::TimeScan(const Document& document, const Segmentation& segmentation,
                   const std::vector<WordTag>& tags, const TemporalRules& rules, TextKind kind)
    : impl_{std::make_unique<Impl>()} {
  impl_->kind = kind;
  impl_->found = temporal::find_expressions(document.text, segmentation, tags, rules.impl(), kind,
                                            impl_->diagnostics);
}

TimeScan::TimeScan(TimeScan&&) noexcept = default;
TimeScan& TimeScan::operator=(TimeScan&&) noexcept = default;
TimeScan::~TimeScan() = default;

}  // namespace frise
