// Greedy: at each step the move with the highest score, then the relation with the highest score.
// Two moves a token. Tested in tests/unit/syntax/parsing_test.cpp.

#include "frise/syntax/parsing.hpp"
#include "syntax/parse_features.hpp"
#include "syntax/parse_model.hpp"

#include <bit>

namespace frise {

struct Parser::State {
  const ParseModel::Impl& model;
  std::vector<syntax::Node> nodes;
  syntax::Configuration at;
  syntax::ParseFeatures features;

  [[nodiscard]] syntax::Move choose_move() noexcept;
  [[nodiscard]] std::uint8_t choose_relation(syntax::Move move) noexcept;
};

syntax::Move Parser::State::choose_move() noexcept {
  std::array<std::uint8_t, syntax::move_count> legal;
  std::array<std::int32_t, syntax::move_count> scores;
  std::size_t count = 0;
  for (std::uint8_t move = 0; move < syntax::move_count; ++move) {
    if (at.may(static_cast<syntax::Move>(move))) legal[count++] = move;
  }
  if (count == 1) return static_cast<syntax::Move>(legal[0]);
  const std::size_t size = syntax::move_features(nodes, at, features);
  model.moves.score({features.data(), size}, {legal.data(), count}, scores.data());
  std::size_t best = 0;
  for (std::size_t m = 1; m < count; ++m) {
    if (scores[m] > scores[best]) best = m;
  }
  return static_cast<syntax::Move>(legal[best]);
}

std::uint8_t Parser::State::choose_relation(syntax::Move move) noexcept {
  model::ClassSet set = model.places.find(syntax::relation_place(nodes, at, move));
  if (set == 0) set = model.other;
  if (std::has_single_bit(set)) return static_cast<std::uint8_t>(std::countr_zero(set));
  std::array<std::uint8_t, 64> choice;
  std::array<std::int32_t, 64> scores;
  std::size_t count = 0;
  for (; set != 0; set &= set - 1) {
    choice[count++] = static_cast<std::uint8_t>(std::countr_zero(set));
  }
  const std::size_t size = syntax::relation_features(nodes, at, move, features);
  model.relations.score({features.data(), size}, {choice.data(), count}, scores.data());
  std::size_t best = 0;
  for (std::size_t c = 1; c < count; ++c) {
    if (scores[c] > scores[best]) best = c;
  }
  return choice[best];
}

Parser::Parser(const ParseModel& model)
    : state_{std::make_unique<State>(State{model.impl(), {}, {}, {}})} {}
Parser::Parser(Parser&&) noexcept = default;
Parser& Parser::operator=(Parser&&) noexcept = default;
Parser::~Parser() = default;

void Parser::parse(const Segmentation& segmentation, std::span<const WordTag> tags,
                   TokenRange tokens, std::vector<Arc>& out) {
  State& s = *state_;
  syntax::view_nodes(segmentation, tags, tokens, s.nodes);
  s.at.begin(tokens.size());
  while (!s.at.done()) {
    const syntax::Move move = s.choose_move();
    if (move == syntax::Move::shift) {
      s.at.shift();
    } else {
      s.at.hang(move, s.choose_relation(move));
    }
  }
  out.resize(tokens.size());
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const syntax::Links& links = s.at.links(i);
    out[i] = {links.head == s.at.root() ? Arc::root : tokens.begin + links.head, links.relation};
  }
}

Trees::Trees(const ParseModel& model, const Segmentation& segmentation,
             std::span<const WordTag> tags)
    : model_{model}, segmentation_{segmentation}, tags_{tags} {}

std::span<const Arc> Trees::of(std::size_t sentence) {
  if (!model_.present()) return {};
  if (!parser_) {
    parser_.emplace(model_);
    arcs_.resize(segmentation_.tokens.size());
    parsed_.resize(segmentation_.sentences.size());
  }
  const TokenRange tokens = segmentation_.sentences[sentence].tokens;
  if (parsed_[sentence] == 0) {
    parser_->parse(segmentation_, tags_, tokens, sentence_arcs_);
    std::copy(sentence_arcs_.begin(), sentence_arcs_.end(), arcs_.begin() + tokens.begin);
    parsed_[sentence] = 1;
  }
  return std::span{arcs_}.subspan(tokens.begin, tokens.size());
}

}  // namespace frise
