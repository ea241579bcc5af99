// Tested in tests/unit/syntax/configuration_test.cpp.

#include "syntax/node.hpp"

#include "core/hash.hpp"
#include "tag/tag_set.hpp"

#include <algorithm>

namespace frise::syntax {
namespace {

bool closed_class(Pos pos) {
  switch (pos) {
    case Pos::adposition:
    case Pos::coordinating_conjunction:
    case Pos::subordinating_conjunction:
    case Pos::punctuation:
    case Pos::pronoun:
    case Pos::particle:
      return true;
    default:
      return false;
  }
}

}  // namespace

void view_nodes(const Segmentation& segmentation, std::span<const WordTag> tags, TokenRange tokens,
                std::vector<Node>& nodes) {
  nodes.resize(tokens.size() + 2);
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const std::uint32_t token = tokens.begin + i;
    const WordTag& tag = tags[token];
    const std::string_view key = segmentation.key(token);
    const bool number = segmentation.tokens[token].kind == TokenKind::number;
    const Pos pos = tag.light_verb ? Pos::auxiliary : tag.pos;
    Node& node = nodes[i];
    // Numbers of one length are one word.
    node.word =
        number ? hash_bytes("0000000", std::min<std::size_t>(key.size(), 7)) : hash_bytes(key);
    node.lemma = number ? node.word : hash_bytes(tag.lemma);
    node.tag = tag::fine_tag(pos, tag.morphology) + 1U;
    node.kind = closed_class(pos) ? node.word : node.tag;
    node.bend = static_cast<std::uint64_t>(tag.morphology.gender) |
                static_cast<std::uint64_t>(tag.morphology.number) << 2 |
                std::uint64_t{tag.morphology.person} << 4;
  }
  nodes[tokens.size()] = {.word = 1, .lemma = 1, .tag = 62, .kind = 62};
  nodes[tokens.size() + 1] = {.word = 2, .lemma = 2, .tag = 63, .kind = 63};
}

void Configuration::begin(std::uint32_t size) {
  size_ = size;
  next_ = 0;
  stack_.clear();
  Links bare;
  bare.head = bare.left = bare.second_left = bare.right = bare.second_right = none();
  links_.assign(size + 2, bare);
}

bool Configuration::may(Move move) const noexcept {
  switch (move) {
    case Move::shift:
      return next_ < size_;
    case Move::left:
      return !stack_.empty() && (next_ < size_ || stack_.size() == 1);
    case Move::right:
      return stack_.size() >= 2;
  }
  return false;
}

void Configuration::hang(Move move, std::uint8_t relation) {
  const std::uint32_t head = head_by(move);
  const std::uint32_t child = stack_.back();
  stack_.pop_back();
  links_[child].head = head;
  links_[child].relation = relation;
  Links& of = links_[head];
  of.relations |= std::uint64_t{1} << relation;
  if (move == Move::left) {
    of.second_left = of.left;
    of.left = child;
    of.lefts = static_cast<std::uint8_t>(std::min(of.lefts + 1, 255));
  } else {
    of.second_right = of.right;
    of.right = child;
    of.rights = static_cast<std::uint8_t>(std::min(of.rights + 1, 255));
  }
}

}  // namespace frise::syntax
