// Children are laid in one array by a counting sort over heads, so that a sentence of any length
// costs linear time. Tested in tests/unit/event/sentence_tree_test.cpp.

#include "event/sentence_tree.hpp"

#include <cassert>
#include <utility>

namespace frise {
namespace {

constexpr std::pair<std::string_view, Relation> names[] = {
    {"root", Relation::root},
    {"nsubj", Relation::subject},
    {"nsubj:pass", Relation::passive_subject},
    {"csubj", Relation::clausal_subject},
    {"expl", Relation::expletive},
    {"obj", Relation::object},
    {"iobj", Relation::indirect_object},
    {"obl", Relation::oblique},
    {"obl:agent", Relation::agent},
    {"nmod", Relation::nominal},
    {"nummod", Relation::numeral},
    {"case", Relation::case_mark},
    {"mark", Relation::marker},
    {"det", Relation::determiner},
    {"advmod", Relation::adverb},
    {"aux", Relation::auxiliary},
    {"aux:pass", Relation::passive_auxiliary},
    {"aux:caus", Relation::causative},
    {"cop", Relation::copula},
    {"conj", Relation::conjunct},
    {"cc", Relation::coordinator},
    {"xcomp", Relation::open_complement},
    {"ccomp", Relation::complement},
    {"advcl", Relation::adverbial},
    {"acl", Relation::adnominal},
    {"acl:relcl", Relation::relative},
    {"advcl:relcl", Relation::relative},
    {"appos", Relation::apposition},
    {"flat", Relation::flat},
    {"fixed", Relation::flat},
    {"goeswith", Relation::flat},
    {"compound", Relation::compound},
    {"parataxis", Relation::parataxis},
    {"punct", Relation::punctuation},
};

}  // namespace

Relation relation_named(std::string_view name) noexcept {
  while (true) {
    for (const auto& [text, relation] : names) {
      if (text == name) return relation;
    }
    const auto colon = name.rfind(':');
    if (colon == std::string_view::npos) return Relation::other;
    name = name.substr(0, colon);
  }
}

std::vector<Relation> relations_of(const ParseModel& model) {
  std::vector<Relation> all(model.relation_count());
  for (std::size_t r = 0; r < all.size(); ++r) {
    all[r] = relation_named(model.relation(static_cast<std::uint8_t>(r)));
  }
  return all;
}

SentenceTree::SentenceTree(TokenRange tokens, std::vector<std::uint32_t> heads,
                           std::vector<Relation> relations)
    : tokens_{tokens}, heads_{std::move(heads)}, relations_{std::move(relations)} {
  assert(heads_.size() == tokens.size() && relations_.size() == tokens.size());
  index_children();
}

SentenceTree::SentenceTree(TokenRange tokens, std::span<const Arc> arcs,
                           const std::vector<Relation>& relation_names)
    : tokens_{tokens} {
  heads_.reserve(arcs.size());
  relations_.reserve(arcs.size());
  for (const Arc& arc : arcs) {
    heads_.push_back(arc.head == Arc::root ? none : arc.head);
    relations_.push_back(relation_names[arc.relation]);
  }
  index_children();
}

void SentenceTree::index_children() {
  first_.assign(heads_.size() + 1, 0);
  for (const std::uint32_t head : heads_) {
    if (head != none) ++first_[head - tokens_.begin + 1];
  }
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  children_.resize(first_.back());
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (std::uint32_t i = 0; i < heads_.size(); ++i) {
    if (heads_[i] == none) continue;
    children_[next[heads_[i] - tokens_.begin]++] = tokens_.begin + i;
  }
}

/// The subject or object that a token is or belongs to, looking up a few words.
std::uint32_t SentenceTree::argument_around(std::uint32_t token) const noexcept {
  constexpr int deepest = 5;
  for (int depth = 0; depth < deepest && token != none; ++depth) {
    switch (relation(token)) {
      case Relation::subject:
      case Relation::passive_subject:
      case Relation::object:
      case Relation::indirect_object:
        return token;
      default:
        token = head(token);
    }
  }
  return none;
}

bool SentenceTree::parts_phrases(std::uint32_t token) const noexcept {
  if (empty() || token <= tokens_.begin) return false;
  const std::uint32_t left = argument_around(token - 1);
  const std::uint32_t right = argument_around(token);
  return right != none && right >= token && (left == none || left < token);
}

std::uint32_t SentenceTree::child(std::uint32_t token, Relation wanted) const noexcept {
  for (const std::uint32_t c : children(token)) {
    if (relation(c) == wanted) return c;
  }
  return none;
}

}  // namespace frise
