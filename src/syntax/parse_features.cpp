// Templates after Zhang and Nivre (2011), turned to the arc-hybrid system: the words that a move
// may join are the top of the stack, the one below it and the next one; around them their children
// and neighbours. Tested in tests/unit/syntax/parsing_test.cpp.

#include "syntax/parse_features.hpp"

#include "model/weights.hpp"

#include <algorithm>

namespace frise::syntax {
namespace {

using model::feature;

/// Numbers the templates as they come.
class Writer {
 public:
  Writer(ParseFeatures& out, std::uint32_t first_kind) : out_{out}, kind_{first_kind} {}
  void add(std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) noexcept {
    out_[size_++] = feature(kind_++, a, b, c);
  }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }

 private:
  ParseFeatures& out_;
  std::uint32_t kind_;
  std::size_t size_ = 0;
};

/// Two small values as one.
constexpr std::uint64_t both(std::uint64_t a, std::uint64_t b) noexcept {
  return a ^ ((b + 1) * 0xD6E8FEB86659FD93ULL);
}

std::uint64_t distance(std::uint32_t from, std::uint32_t to) noexcept {
  const std::uint32_t words = to - from;
  return words <= 5 ? words : words <= 10 ? 6 : words <= 20 ? 7 : 8;
}

}  // namespace

std::size_t move_features(std::span<const Node> nodes, const Configuration& at,
                          ParseFeatures& out) noexcept {
  const std::uint32_t i0 = at.stack(0), i1 = at.stack(1), j0 = at.next();
  const Node &s0 = nodes[i0], &s1 = nodes[i1], &s2 = nodes[at.stack(2)];
  const Node &b0 = nodes[j0], &b1 = nodes[at.ahead(1)], &b2 = nodes[at.ahead(2)];
  const Links &l0 = at.links(i0), &l1 = at.links(i1), &m0 = at.links(j0);
  const Node &s0l = nodes[l0.left], &s0r = nodes[l0.right], &s0l2 = nodes[l0.second_left],
             &s0r2 = nodes[l0.second_right];
  const Node &s1l = nodes[l1.left], &s1r = nodes[l1.right], &s1r2 = nodes[l1.second_right];
  const Node &b0l = nodes[m0.left], &b0l2 = nodes[m0.second_left];
  const Node& after_s0 = nodes[i0 == at.none() ? i0 : i0 + 1];
  const Node& before_b0 = nodes[j0 == 0 ? at.none() : j0 - 1];
  const std::uint64_t far = i0 == at.none() ? 9 : distance(i0, j0);
  const std::uint64_t far1 = i1 == at.none() ? 9 : distance(i1, i0);
  Writer f{out, 0};
  f.add(s0.word, s0.tag);
  f.add(s0.tag);
  f.add(s0.lemma);
  f.add(b0.word, b0.tag);
  f.add(b0.tag);
  f.add(b0.lemma);
  f.add(s1.word, s1.tag);
  f.add(s1.tag);
  f.add(b1.word, b1.tag);
  f.add(b1.tag);
  f.add(b2.kind);
  f.add(s2.kind);
  f.add(s0.word, b0.word);
  f.add(s0.lemma, b0.lemma);
  f.add(s0.word, b0.tag);
  f.add(s0.tag, b0.word);
  f.add(s0.kind, b0.kind);
  f.add(s0.tag, b0.tag, far);
  f.add(s1.lemma, s0.lemma);
  f.add(s1.lemma, s0.kind);
  f.add(s1.kind, s0.lemma);
  f.add(s1.kind, s0.kind);
  f.add(s1.tag, s0.tag, far1);
  f.add(s1.kind, b0.kind);
  f.add(s1.lemma, b0.lemma);
  f.add(b0.kind, b1.kind);
  f.add(b0.kind, b1.kind, b2.kind);
  f.add(s0.kind, b0.kind, b1.kind);
  f.add(s0.lemma, b0.kind, b1.kind);
  f.add(s1.kind, s0.kind, b0.kind);
  f.add(s1.lemma, s0.kind, b0.kind);
  f.add(s1.kind, s0.lemma, b0.kind);
  f.add(s1.kind, s0.kind, b0.lemma);
  f.add(s2.kind, s1.kind, s0.kind);
  f.add(s2.kind, s1.kind, both(s0.kind, b0.kind));
  f.add(s1.kind, s0.kind, both(b0.kind, b1.kind));
  f.add(s0.kind, b0.kind, both(b1.kind, b2.kind));
  f.add(s0.kind, s0l.kind, b0.kind);
  f.add(s0.kind, s0r.kind, b0.kind);
  f.add(s0.kind, b0.kind, b0l.kind);
  f.add(s1.kind, s0.kind, s0l.kind);
  f.add(s1.kind, s0.kind, s0r.kind);
  f.add(s1.kind, s1r.kind, s0.kind);
  f.add(s1.kind, s1l.kind, s0.kind);
  f.add(s1.lemma, s0.tag, s0l.kind);
  f.add(s1.tag, s0.lemma, s0l.kind);
  f.add(s1.kind, both(s0.kind, s0l.kind), b0.kind);
  f.add(s0.kind, both(b0.kind, s0l.kind), s0r.kind);
  f.add(s0.lemma, far);
  f.add(s0.tag, far);
  f.add(b0.lemma, far);
  f.add(b0.tag, far);
  f.add(s1.tag, s0.tag, both(far, far1));
  f.add(s0.tag, l0.rights, b0.tag);
  f.add(s0.tag, l0.lefts);
  f.add(s0.lemma, l0.rights);
  f.add(s1.lemma, l1.rights, s0.tag);
  f.add(s1.tag, l1.rights, s0.tag);
  f.add(b0.tag, m0.lefts, s0.tag);
  f.add(b0.lemma, m0.lefts);
  f.add(s0l.word, s0.tag);
  f.add(s0r.word, s0.tag);
  f.add(b0l.word, b0.tag);
  f.add(s1r.word, s1.tag);
  f.add(at.links(l0.left).relation, s0.tag, s0l.tag);
  f.add(at.links(l0.right).relation, s0.tag, s0r.tag);
  f.add(at.links(m0.left).relation, b0.tag, b0l.tag);
  f.add(at.links(l1.right).relation, s1.tag, s0.tag);
  f.add(s0.kind, s0l.kind, s0l2.kind);
  f.add(s0.kind, s0r.kind, s0r2.kind);
  f.add(b0.kind, b0l.kind, b0l2.kind);
  f.add(s1.kind, s1r.kind, s1r2.kind);
  f.add(l0.relations, s0.tag, b0.tag);
  f.add(m0.relations, b0.tag, s0.tag);
  f.add(l1.relations, s1.tag, s0.kind);
  f.add(l0.relations, both(s0.tag, s1.tag), b0.kind);
  f.add(l1.relations, both(s0.tag, s1.tag), b0.kind);
  f.add(both(s0.tag, s0.bend), both(b0.tag, b0.bend));
  f.add(both(s1.tag, s1.bend), both(s0.tag, s0.bend));
  f.add(both(s1.tag, s1.bend), both(s0.tag, s0.bend), both(b0.tag, b0.bend));
  f.add(after_s0.kind, s0.tag, b0.tag);
  f.add(before_b0.kind, s0.tag, b0.tag);
  f.add(after_s0.kind, both(s0.tag, s1.tag), b0.kind);
  f.add(before_b0.kind, both(s0.kind, s1.tag), b0.kind);
  return f.size();
}

std::size_t relation_features(std::span<const Node> nodes, const Configuration& at, Move move,
                              ParseFeatures& out) noexcept {
  const std::uint32_t child = at.stack(0), head = at.head_by(move);
  const Node &c = nodes[child], &h = nodes[head];
  const Links &of_c = at.links(child), &of_h = at.links(head);
  const Node &left = nodes[of_c.left], &left2 = nodes[of_c.second_left];
  const Node& right = nodes[of_c.right];
  const Node& before = nodes[child == 0 ? at.none() : child - 1];
  const Node& after = nodes[child + 1];
  const Node& sister = nodes[move == Move::left ? of_h.left : of_h.right];
  const auto side = static_cast<std::uint64_t>(move);
  const std::uint64_t far = move == Move::left ? distance(child, head) : distance(head, child);
  Writer f{out, 128};
  f.add(c.word, side);
  f.add(c.lemma, side, h.tag);
  f.add(c.tag, side, h.tag);
  f.add(c.kind, side, h.kind);
  f.add(h.lemma, side, c.tag);
  f.add(h.lemma, side, c.lemma);
  f.add(h.lemma, side, c.kind);
  f.add(h.word, side);
  f.add(c.word, side, both(h.tag, far));
  f.add(c.tag, h.tag, both(side, far));
  f.add(left.word, c.tag, both(h.tag, side));
  f.add(left.word, h.lemma, side);
  f.add(left.word, c.lemma, side);
  f.add(left.kind, left2.kind, both(c.tag, h.tag));
  f.add(left.kind, right.kind, both(c.tag, h.tag));
  f.add(left2.word, c.tag, both(h.tag, side));
  f.add(right.word, c.tag, both(h.tag, side));
  f.add(of_h.relations, both(c.tag, h.tag), side);
  f.add(of_h.relations, c.kind, side);
  f.add(of_c.relations, both(c.tag, h.tag), side);
  f.add(of_c.relations, h.lemma, both(c.tag, side));
  f.add(both(c.bend, h.bend), both(c.tag, h.tag), side);
  f.add(before.kind, c.tag, both(h.tag, side));
  f.add(after.kind, c.tag, both(h.tag, side));
  f.add(before.word, c.word);
  f.add(c.word, after.word);
  f.add(sister.kind, c.tag, both(h.tag, side));
  f.add(sister.kind, c.kind, both(h.kind, side));
  f.add(of_h.lefts, of_h.rights, both(c.tag, h.tag));
  f.add(at.links(of_c.left).relation, c.tag, both(h.tag, side));
  return f.size();
}

std::uint64_t relation_place(std::span<const Node> nodes, const Configuration& at,
                             Move move) noexcept {
  const Node &c = nodes[at.stack(0)], &h = nodes[at.head_by(move)];
  const std::uint64_t place = c.tag | h.tag << 8 | static_cast<std::uint64_t>(move) << 16;
  return (place * 0x9E3779B97F4A7C15ULL) ^ place;
}

}  // namespace frise::syntax
