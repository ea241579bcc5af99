// From each token the longest match is taken and the walk goes on behind it: sentences bound
// matches, and matches have a greatest length, so the time is linear. Tested in
// tests/unit/temporal/annotate_times_test.cpp.

#include "temporal/found.hpp"

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

/// "1982-1990" in one piece of text: two years.
void split_years(const Found& both, std::string_view text, std::vector<Found>& out) {
  const std::int32_t pair = both.frame[Slot::year];
  const std::string_view words = slice(text, both.span);
  std::uint32_t digits = 0;
  while (digits < words.size() && words[words.size() - 1 - digits] >= '0' &&
         words[words.size() - 1 - digits] <= '9') {
    ++digits;
  }
  Found first = both;
  first.span.end = std::min(both.span.begin + 4, both.span.end);
  first.frame.set(Slot::year, pair / 10000);
  Found last = both;
  last.span.begin = both.span.end - digits;
  last.frame.set(Slot::year, pair % 10000);
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
                                    std::vector<Diagnostic>& diagnostics) {
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
        found.sentence = s;
        found.leaf = match.leaf;
        found.span = {segmentation.tokens[found.tokens.begin].span.begin,
                      segmentation.tokens[found.tokens.end - 1].span.end};
        if (found.frame.has(Slot::year) && found.frame[Slot::year] > 9999) {
          if (kind == TextKind::dialogue) {
            out.push_back(span_of(found, Slot::year, 10'000));
          } else {
            split_years(found, text, out);
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
