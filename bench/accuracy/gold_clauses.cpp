#include "gold_clauses.hpp"

#include <algorithm>

namespace frise::bench {
namespace {

using Tokens = std::vector<std::uint32_t>;
constexpr std::uint32_t none = SentenceTree::none;

class GoldReader {
 public:
  GoldReader(const SentenceContext& context, const train::Lesson& lesson, const SentenceTree& tree)
      : context_{context}, lesson_{lesson}, tree_{tree} {}

  std::vector<GoldVerb> run() {
    std::vector<GoldVerb> all;
    for (std::uint32_t t = tree_.tokens().begin; t < tree_.tokens().end; ++t) {
      if (is_verb(t)) all.push_back(read(t));
    }
    return all;
  }

 private:
  [[nodiscard]] const train::GoldToken& gold(std::uint32_t t) const { return lesson_.gold[t]; }

  [[nodiscard]] bool is_verb(std::uint32_t t) const {
    if (tree_.relation(t) == Relation::copula) return true;
    if (gold(t).pos != Pos::verb) return false;
    const std::string_view relation = gold(t).relation;
    return relation != "amod" && relation != "case" && relation != "mark" && relation != "fixed" &&
           relation != "compound" && relation != "goeswith";
  }

  [[nodiscard]] bool is_nominal(std::uint32_t t) const {
    switch (gold(t).pos) {
      case Pos::noun:
      case Pos::proper_noun:
      case Pos::pronoun:
      case Pos::numeral:
      case Pos::symbol:
        return true;
      default:
        return false;
    }
  }

  /// The word that the arguments hang on: the predicate of a copula.
  [[nodiscard]] std::uint32_t predicate(std::uint32_t verb) const {
    return tree_.relation(verb) == Relation::copula && tree_.head(verb) != none ? tree_.head(verb)
                                                                                : verb;
  }

  /// The verb of a predicate, if it has one.
  [[nodiscard]] std::uint32_t verb_of(std::uint32_t word) const {
    const std::uint32_t copula = tree_.child(word, Relation::copula);
    if (copula != none) return copula;
    return is_verb(word) ? word : none;
  }

  /// The noun that a relative pronoun below this predicate stands for.
  [[nodiscard]] std::uint32_t antecedent(std::uint32_t predicate) const {
    std::uint32_t at = predicate;
    for (int steps = 0; steps < 8 && at != none; ++steps) {
      if (tree_.relation(at) == Relation::relative) return tree_.head(at);
      const Relation relation = tree_.relation(at);
      if (relation != Relation::conjunct && relation != Relation::open_complement &&
          relation != Relation::complement) {
        return none;
      }
      at = tree_.head(at);
    }
    return none;
  }

  [[nodiscard]] bool is_relative_pronoun(std::uint32_t t) const {
    const std::string_view key = context_.key(t);
    return gold(t).pos == Pos::pronoun &&
           (context_.rules.relatives.contains(key) || context_.rules.complementizers.contains(key));
  }

  /// The head of a phrase, what it stands for when it is a relative pronoun, and the heads beside
  /// it.
  void add(std::uint32_t t, std::uint32_t of, Tokens& out) const {
    if (is_relative_pronoun(t)) {
      const std::uint32_t noun = antecedent(of);
      if (noun != none) out.push_back(noun);
      return;
    }
    out.push_back(t);
    for (const std::uint32_t c : tree_.children(t)) {
      if (tree_.relation(c) == Relation::conjunct && is_nominal(c) && verb_of(c) == none &&
          tree_.child(c, Relation::subject) == none) {
        out.push_back(c);
      }
    }
  }

  void add_else(const Tokens& of, Tokens& out) const {
    for (const std::uint32_t t : of) {
      for (const std::uint32_t c : tree_.children(t)) {
        if (tree_.relation(c) == Relation::apposition) out.push_back(c);
      }
    }
  }

  [[nodiscard]] bool finite(std::uint32_t verb, std::uint32_t p) const {
    if (gold(verb).morphology.verb_form == VerbForm::finite) return true;
    for (const std::uint32_t c : tree_.children(p)) {
      if (tree_.relation(c) == Relation::auxiliary ||
          tree_.relation(c) == Relation::passive_auxiliary) {
        return gold(c).morphology.verb_form == VerbForm::finite;
      }
    }
    return false;
  }

  void subjects(std::uint32_t verb, GoldVerb& out, int depth = 0) const {
    const std::uint32_t p = predicate(verb);
    bool own = false;
    for (const std::uint32_t c : tree_.children(p)) {
      const Relation relation = tree_.relation(c);
      if (relation == Relation::expletive) {
        own = true;
        out.else_subjects.push_back(c);
      } else if (relation == Relation::clausal_subject) {
        own = true;
      } else if (relation == Relation::subject || relation == Relation::passive_subject) {
        own = true;
        add(c, p, out.subjects);
      }
    }
    out.knows_subject = own || finite(verb, p);
    if (own || depth > 8) return;
    if (tree_.relation(p) == Relation::conjunct) {
      const std::uint32_t other = verb_of(tree_.head(p));
      // "a vendu et racheté" shares the auxiliary, and so the subject.
      const bool shares = out.knows_subject ||
                          (other != none && finite(other, tree_.head(p)) &&
                           gold(verb).morphology.verb_form == gold(other).morphology.verb_form);
      if (other != none && shares) {
        subjects(other, out, depth + 1);
        return;
      }
    }
    if (tree_.relation(p) == Relation::adnominal && tree_.head(p) != none) {
      const VerbForm form = gold(verb).morphology.verb_form;
      if (form == VerbForm::present_participle) {
        out.knows_subject = true;
        out.subjects.push_back(tree_.head(p));
      }
      if (form == VerbForm::past_participle) out.objects.push_back(tree_.head(p));
    }
  }

  void complement(std::uint32_t t, std::uint32_t of, GoldVerb& out) const {
    const std::uint32_t mark = tree_.child(t, Relation::case_mark);
    if (mark == none) return;
    Tokens heads;
    add(t, of, heads);
    for (const std::uint32_t head : heads) {
      const std::uint32_t own = tree_.child(head, Relation::case_mark);
      out.complements.emplace_back(own == none ? mark : own, head);
    }
  }

  void objects(std::uint32_t verb, GoldVerb& out) const {
    const std::uint32_t p = predicate(verb);
    if (p != verb) {
      if (tree_.child(p, Relation::case_mark) != none)
        complement(p, p, out);
      else if (is_nominal(p))
        add(p, p, out.objects);
      else
        out.else_objects.push_back(p);
    }
    for (const std::uint32_t c : tree_.children(p)) {
      switch (tree_.relation(c)) {
        case Relation::object:
          add(c, p, out.objects);
          break;
        case Relation::indirect_object:
        case Relation::open_complement:
        case Relation::complement:
          out.else_objects.push_back(c);
          break;
        case Relation::oblique:
        case Relation::agent:
          complement(c, p, out);
          if (tree_.child(c, Relation::case_mark) == none) out.else_objects.push_back(c);
          break;
        default:
          break;
      }
    }
    add_else(out.objects, out.else_objects);
  }

  [[nodiscard]] std::optional<ClauseLink> link(std::uint32_t predicate) const {
    switch (tree_.relation(predicate)) {
      case Relation::root:
      case Relation::parataxis:
        return ClauseLink::none;
      case Relation::relative:
        return ClauseLink::relative;
      case Relation::complement:
        return ClauseLink::complement;
      case Relation::adverbial:
        return ClauseLink::adverbial;
      default:
        return std::nullopt;
    }
  }

  GoldVerb read(std::uint32_t verb) const {
    GoldVerb out{.token = verb};
    subjects(verb, out);
    add_else(out.subjects, out.else_subjects);
    objects(verb, out);
    const std::uint32_t p = predicate(verb);
    switch (tree_.relation(p)) {
      case Relation::open_complement:
      case Relation::complement:
      case Relation::adverbial:
      case Relation::conjunct: {
        const std::uint32_t governor = tree_.head(p) == none ? none : verb_of(tree_.head(p));
        // Main clauses side by side, each with a subject, do not govern one another.
        const bool equal = tree_.relation(p) == Relation::conjunct &&
                           (tree_.child(p, Relation::subject) != none ||
                            tree_.child(p, Relation::passive_subject) != none);
        if (governor != none && !equal) out.governor = governor;
        out.governed = true;
        break;
      }
      case Relation::root:
        break;
      default:
        out.governed = true;
    }
    if (finite(verb, p)) out.link = link(p);
    for (const std::uint32_t c : tree_.children(verb)) {
      const Relation relation = tree_.relation(c);
      out.has_auxiliary |=
          relation == Relation::auxiliary || relation == Relation::passive_auxiliary;
      out.passive |=
          relation == Relation::passive_auxiliary || relation == Relation::passive_subject;
    }
    return out;
  }

  const SentenceContext& context_;
  const train::Lesson& lesson_;
  const SentenceTree& tree_;
};

}  // namespace

std::vector<GoldVerb> gold_verbs(const SentenceContext& context, const train::Lesson& lesson,
                                 const SentenceTree& tree) {
  return GoldReader{context, lesson, tree}.run();
}

}  // namespace frise::bench
