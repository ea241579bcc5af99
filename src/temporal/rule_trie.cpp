// A node's edges live in one hash table keyed by (node, element): a step is one probe for each
// element that the token can stand for, most tokens have none, and so most of a text costs one
// look-up a token. Tested in tests/unit/temporal/pattern_test.cpp.

#include "temporal/rule_trie.hpp"

#include <algorithm>
#include <utility>

namespace frise::temporal {
namespace {

// Rules for some kinds of text have a root of their own: other kinds do not pay for them.
constexpr std::uint32_t kRoot = 0;
constexpr std::uint32_t kRootOfSome = 1;

std::uint64_t edge_key(std::uint32_t node, Element element) {
  return (static_cast<std::uint64_t>(node) << 16U | element) + 1;
}

std::size_t mixed(std::uint64_t key) {
  key *= 0x9E3779B97F4A7C15ULL;
  return static_cast<std::size_t>(key ^ (key >> 31U));
}

bool is_noun(Pos pos) { return pos == Pos::noun; }

bool has_trait(const MatchContext& context, const Guard& guard, std::uint32_t index) {
  const Token& token = context.segmentation.tokens[index];
  const WordTag* tag = index < context.tags.size() ? &context.tags[index] : nullptr;
  switch (guard.what) {
    case Guard::What::word_class:
      return context.items.has(index, guard.element);
    case Guard::What::noun:
      return tag && is_noun(tag->pos);
    case Guard::What::plural_noun:
      return tag && is_noun(tag->pos) && tag->morphology.number == GrammaticalNumber::plural;
    case Guard::What::proper:
      return tag && tag->pos == Pos::proper_noun;
    case Guard::What::adjective:
      return tag && tag->pos == Pos::adjective;
    case Guard::What::verb:
      return tag && (tag->pos == Pos::verb || tag->pos == Pos::auxiliary);
    case Guard::What::participle:
      return tag && tag->morphology.verb_form == VerbForm::past_participle;
    case Guard::What::capital:
      return token.is(shape_capitalised);
    case Guard::What::name:
      return token.kind == TokenKind::word &&
             (token.is(shape_capitalised) || token.is(shape_mixed_case) ||
              token.is(shape_all_caps)) &&
             index != context.sentence.begin;
    case Guard::What::digit:
      return token.kind == TokenKind::number || token.is(shape_has_digit);
    case Guard::What::symbol:
      return token.kind == TokenKind::symbol;
    case Guard::What::sentence_start:
      return index == context.sentence.begin;
    case Guard::What::glued:
      return !token.is(shape_space_before);
  }
  return false;
}

}  // namespace

RuleTrie::RuleTrie(std::vector<Rule> rules) : rules_{std::move(rules)}, edges_(64) {
  std::stable_partition(rules_.begin(), rules_.end(),
                        [](const Rule& rule) { return rule.kinds != kEveryKind; });
  for (std::uint32_t number = 0; number < rules_.size(); ++number) {
    const Rule& rule = rules_[number];
    const bool of_some = rule.kinds != kEveryKind;
    if (of_some) some_kinds_ = static_cast<Kinds>(some_kinds_ | rule.kinds);
    for (std::size_t i = 0; i < rule.ways.size(); ++i) {
      add(rule.ways[i], number, of_some ? kRootOfSome : kRoot);
    }
  }
  for (const Edge& edge : edges_) {
    const std::uint64_t from = (edge.key - 1) >> 16U;
    if (edge.key == 0 || from >= starts_.size()) continue;
    const std::size_t element = (edge.key - 1) & 0xFFFFU;
    std::vector<bool>& starts = starts_[from];
    if (starts.size() <= element) starts.resize(element + 1);
    starts[element] = true;
  }
}

void RuleTrie::add(const Sequence& sequence, std::uint32_t rule, std::uint32_t root) {
  if (sequence.pieces.empty() || sequence.pieces.size() > kMaxDepth) return;
  std::uint32_t node = root;
  for (const Piece& piece : sequence.pieces) {
    const std::uint64_t key = edge_key(node, piece.element);
    std::size_t at = place_of(key);
    if (edges_[at].key == 0) {
      if (2 * ++edge_count_ > edges_.size()) {
        grow();
        at = place_of(key);
      }
      edges_[at] = {key, static_cast<std::uint32_t>(leaf_of_node_.size())};
      leaf_of_node_.push_back(0);
    }
    node = edges_[at].child;
  }
  std::uint32_t* link = &leaf_of_node_[node];
  while (*link != 0) link = &leaves_[*link].next;
  *link = static_cast<std::uint32_t>(leaves_.size());
  leaves_.push_back({rule, 0, sequence.groups, sequence.assignments});
}

std::size_t RuleTrie::place_of(std::uint64_t key) const noexcept {
  const std::size_t mask = edges_.size() - 1;
  std::size_t at = mixed(key) & mask;
  while (edges_[at].key != 0 && edges_[at].key != key) at = (at + 1) & mask;
  return at;
}

void RuleTrie::grow() {
  std::vector<Edge> old(2 * edges_.size());
  old.swap(edges_);
  for (const Edge& edge : old) {
    if (edge.key != 0) edges_[place_of(edge.key)] = edge;
  }
}

std::uint32_t RuleTrie::child(std::uint32_t node, Element element) const noexcept {
  return edges_[place_of(edge_key(node, element))].child;
}

bool RuleTrie::holds(const MatchContext& context, const Rule& rule, const Match& match) const {
  if ((rule.kinds & kind_bit(context.kind)) == 0) return false;
  for (const Guard& guard : rule.guards) {
    bool there = true;
    std::uint32_t index = match.begin;
    switch (guard.where) {
      case Guard::Where::previous:
        there = match.begin > context.sentence.begin;
        index = there ? match.begin - 1 : match.begin;
        break;
      case Guard::Where::first:
        break;
      case Guard::Where::last:
        index = match.end - 1;
        break;
      case Guard::Where::next:
        there = match.end < context.sentence.end;
        index = match.end;
        break;
    }
    const bool found = there && has_trait(context, guard, index);
    if (found == guard.negated) return false;
  }
  return true;
}

void RuleTrie::walk(const MatchContext& context, std::uint32_t node, std::size_t depth,
                    Match& current, Match& best) const {
  if (best.leaf == nullptr || current.end >= best.end) {
    for (std::uint32_t leaf = leaf_of_node_[node]; leaf != 0; leaf = leaves_[leaf].next) {
      if (best.leaf != nullptr && current.end == best.end &&
          best.leaf->rule <= leaves_[leaf].rule) {
        continue;
      }
      if (!holds(context, rules_[leaves_[leaf].rule], current)) continue;
      best.begin = current.begin;
      best.end = current.end;
      best.leaf = &leaves_[leaf];
      std::copy_n(current.steps.begin(), depth, best.steps.begin());
      break;
    }
  }
  if (depth == kMaxDepth || current.end >= context.sentence.end) return;
  const std::uint32_t token = current.end;
  for (const Option& option : context.items.at(token)) {
    if (option.end > context.sentence.end) continue;
    const std::uint32_t next = child(node, option.element);
    if (next == 0) continue;
    current.steps[depth] = {token, option.end, option.value};
    current.end = option.end;
    walk(context, next, depth + 1, current, best);
    current.end = token;
  }
}

bool RuleTrie::longest(const MatchContext& context, std::uint32_t token, Match& best) const {
  best.leaf = nullptr;
  const auto options = context.items.at(token);
  const auto leads_on = [&](std::uint32_t root) {
    const std::vector<bool>& starts = starts_[root];
    return std::any_of(options.begin(), options.end(), [&](const Option& option) {
      return option.element < starts.size() && starts[option.element];
    });
  };
  Match current;
  current.begin = current.end = token;
  if ((some_kinds_ & kind_bit(context.kind)) != 0 && leads_on(kRootOfSome)) {
    walk(context, kRootOfSome, 0, current, best);
  }
  if (leads_on(kRoot)) walk(context, kRoot, 0, current, best);
  return best.leaf != nullptr;
}

}  // namespace frise::temporal
