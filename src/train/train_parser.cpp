// The parser runs over the lessons as it would at work. Where its move loses an arc, the best of
// the moves that lose none is rewarded; then, from the second round on, it mostly goes its own way
// all the same, so that it learns to go on from its mistakes (Goldberg and Nivre 2012). Relations
// are learned on right arcs. Tested in tests/unit/train/train_parser_test.cpp.

#include "train/train_parser.hpp"

#include "model/model_file.hpp"
#include "syntax/parse_features.hpp"
#include "syntax/parse_model.hpp"
#include "train/oracle.hpp"
#include "train/perceptron.hpp"
#include "train/trees.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <optional>

namespace frise::train {
namespace {

using model::ClassSet;
using syntax::Move;

/// A choice that wins by less is practised too.
constexpr std::int32_t margin = 8;

/// Of ten wrong moves that a parser makes from the second round on, how many are followed.
constexpr std::uint64_t followed_of_ten = 9;

/// A sentence with its tree, read once and used in every round.
struct Exercise {
  std::vector<syntax::Node> nodes;
  Oracle oracle;
  std::vector<std::uint8_t> relations;
};

/// Relations by number, the commonest first.
class RelationNames {
 public:
  explicit RelationNames(std::span<const Lesson* const> lessons) {
    std::map<std::string_view, std::size_t> counts;
    for (const Lesson* lesson : lessons) {
      for (const GoldToken& gold : lesson->gold) ++counts[gold.relation];
    }
    for (const auto& [name, count] : counts) names_.push_back(name);
    std::stable_sort(names_.begin(), names_.end(),
                     [&](auto a, auto b) { return counts[a] > counts[b]; });
    if (names_.size() > 64) names_.resize(64);
    for (const std::string_view name : names_) {
      numbers_[name] = static_cast<std::uint8_t>(numbers_.size());
    }
  }

  /// A rare relation is known by what stands before its colon, or as the commonest.
  [[nodiscard]] std::uint8_t number(std::string_view name) const {
    auto found = numbers_.find(name);
    if (found == numbers_.end()) found = numbers_.find(name.substr(0, name.find(':')));
    return found == numbers_.end() ? std::uint8_t{0} : found->second;
  }

  [[nodiscard]] std::string lines() const {
    std::string out;
    for (const std::string_view name : names_) out += std::string{name} + "\n";
    return out;
  }

 private:
  std::vector<std::string_view> names_;
  std::map<std::string_view, std::uint8_t> numbers_;
};

std::vector<Exercise> make_exercises(std::span<const Lesson* const> lessons,
                                     std::span<const std::vector<WordTag>> tags,
                                     const RelationNames& names) {
  std::vector<Exercise> exercises;
  for (std::size_t l = 0; l < lessons.size(); ++l) {
    const Lesson& lesson = *lessons[l];
    const auto size = static_cast<std::uint32_t>(lesson.gold.size());
    std::vector<std::uint32_t> heads;
    std::vector<std::uint8_t> relations;
    for (const GoldToken& gold : lesson.gold) {
      heads.push_back(gold.head == no_token ? size : static_cast<std::uint32_t>(gold.head));
      relations.push_back(names.number(gold.relation));
    }
    if (!is_tree(heads)) continue;
    make_projective(heads);
    std::vector<syntax::Node> nodes;
    syntax::view_nodes(lesson.segmentation, tags[l], {0, size}, nodes);
    exercises.push_back({std::move(nodes), Oracle{std::move(heads)}, std::move(relations)});
  }
  return exercises;
}

/// Which relations stand between which tags: found by going through every tree without mistake.
class Places {
 public:
  void add(const Exercise& exercise) {
    syntax::Configuration at;
    at.begin(exercise.oracle.size());
    while (!at.done()) {
      Move move = Move::shift;
      for (const Move one : {Move::left, Move::right}) {
        if (at.may(one) && exercise.oracle.cost(one, at) == 0) move = one;
      }
      if (move == Move::shift) {
        at.shift();
        continue;
      }
      const std::uint8_t relation = exercise.relations[at.stack(0)];
      ++counts_[syntax::relation_place(exercise.nodes, at, move)][relation];
      at.hang(move, relation);
    }
  }

  [[nodiscard]] model::ClassSetTables tables() const {
    std::vector<std::pair<std::uint64_t, ClassSet>> things;
    for (const auto& [place, counts] : counts_) {
      ClassSet set = 0;
      std::size_t all = 0;
      for (const auto& [relation, count] : counts) {
        set |= ClassSet{1} << relation;
        all += count;
      }
      if (all >= seldom) things.emplace_back(place, set);
    }
    return model::make_class_sets(things);
  }

 private:
  static constexpr std::size_t seldom = 3;
  std::map<std::uint64_t, std::map<std::uint8_t, std::size_t>> counts_;
};

class Trainer {
 public:
  Trainer(const ParserPlan& plan, const model::ClassSetTables& places, ClassSet other)
      : moves_{plan.move_row_bits, syntax::move_width_bits},
        relations_{plan.relation_row_bits, syntax::relation_width_bits},
        places_{*model::ClassSets::over(places.slots, places.sets)},
        other_{other} {}

  void practise(const Exercise& exercise, bool explore) {
    at_.begin(exercise.oracle.size());
    while (!at_.done()) {
      const Move move = choose_move(exercise, explore);
      if (move == Move::shift) {
        at_.shift();
      } else {
        at_.hang(move, choose_relation(exercise, move));
      }
    }
  }

  [[nodiscard]] const Perceptron& moves() const { return moves_; }
  [[nodiscard]] const Perceptron& relations() const { return relations_; }

 private:
  Move choose_move(const Exercise& exercise, bool explore) {
    std::array<std::uint8_t, syntax::move_count> legal;
    std::array<std::int32_t, syntax::move_count> scores;
    std::size_t count = 0;
    for (std::uint8_t move = 0; move < syntax::move_count; ++move) {
      if (at_.may(static_cast<Move>(move))) legal[count++] = move;
    }
    if (count == 1) return static_cast<Move>(legal[0]);
    const std::size_t size = syntax::move_features(exercise.nodes, at_, features_);
    const std::span<const std::uint32_t> used{features_.data(), size};
    moves_.weights().score(used, {legal.data(), count}, scores.data());
    std::optional<std::size_t> right, wrong;
    std::uint32_t least = 0;
    std::array<std::uint32_t, syntax::move_count> costs{};
    for (std::size_t m = 0; m < count; ++m) {
      costs[m] = exercise.oracle.cost(static_cast<Move>(legal[m]), at_);
      least = m == 0 ? costs[m] : std::min(least, costs[m]);
    }
    for (std::size_t m = 0; m < count; ++m) {
      std::optional<std::size_t>& side = costs[m] == least ? right : wrong;
      if (!side || scores[m] > scores[*side]) side = m;
    }
    moves_.tick();
    if (!wrong) return static_cast<Move>(legal[*right]);
    const std::int32_t lead = scores[*right] - scores[*wrong];
    if (lead < margin) moves_.update(used, legal[*right], legal[*wrong]);
    const bool stray = lead < 0 && explore && shuffler_.next() % 10 < followed_of_ten;
    return static_cast<Move>(legal[stray ? *wrong : *right]);
  }

  std::uint8_t choose_relation(const Exercise& exercise, Move move) {
    ClassSet set = places_.find(syntax::relation_place(exercise.nodes, at_, move));
    if (set == 0) set = other_;
    const std::uint32_t child = at_.stack(0);
    const bool arc_is_right = exercise.oracle.head(child) == at_.head_by(move);
    const std::uint8_t answer = exercise.relations[child];
    if (std::has_single_bit(set)) return static_cast<std::uint8_t>(std::countr_zero(set));
    std::array<std::uint8_t, 64> choice;
    std::array<std::int32_t, 64> scores;
    std::size_t count = 0;
    for (; set != 0; set &= set - 1) {
      choice[count++] = static_cast<std::uint8_t>(std::countr_zero(set));
    }
    const std::size_t size = syntax::relation_features(exercise.nodes, at_, move, features_);
    const std::span<const std::uint32_t> used{features_.data(), size};
    relations_.weights().score(used, {choice.data(), count}, scores.data());
    std::optional<std::size_t> right, wrong;
    for (std::size_t c = 0; c < count; ++c) {
      std::optional<std::size_t>& side = choice[c] == answer ? right : wrong;
      if (!side || scores[c] > scores[*side]) side = c;
    }
    if (arc_is_right) relations_.tick();
    if (!right) return choice[*wrong];
    const std::int32_t lead = scores[*right] - scores[*wrong];
    if (arc_is_right && lead < margin) relations_.update(used, answer, choice[*wrong]);
    return lead < 0 ? choice[*wrong] : answer;
  }

  Perceptron moves_, relations_;
  model::ClassSets places_;
  ClassSet other_;
  Shuffler shuffler_;
  syntax::Configuration at_;
  syntax::ParseFeatures features_;
};

}  // namespace

std::string train_parser(std::span<const Lesson* const> lessons,
                         std::span<const std::vector<WordTag>> tags, std::string_view lang,
                         const ParserPlan& plan) {
  const RelationNames names{lessons};
  const std::vector<Exercise> exercises = make_exercises(lessons, tags, names);
  Places places;
  ClassSet other = 0;
  for (const Exercise& exercise : exercises) {
    places.add(exercise);
    for (const std::uint8_t relation : exercise.relations) other |= ClassSet{1} << relation;
  }
  const model::ClassSetTables tables = places.tables();
  Trainer trainer{plan, tables, other};
  Shuffler shuffler;
  std::vector<const Exercise*> order;
  for (const Exercise& exercise : exercises) order.push_back(&exercise);
  for (unsigned round = 0; round < plan.rounds; ++round) {
    shuffler.shuffle(order);
    for (const Exercise* exercise : order) trainer.practise(*exercise, round > 0);
  }
  using model::bytes_of;
  return model::model_bytes(syntax::parse_model_kind, lang,
                            {{"moves", bytes_of(trainer.moves().quantised())},
                             {"relation", bytes_of(trainer.relations().quantised())},
                             {"names", names.lines()},
                             {"places", bytes_of(tables.slots)},
                             {"placeset", bytes_of(tables.sets)},
                             {"other", bytes_of(std::vector<ClassSet>{other})}});
}

}  // namespace frise::train
