// Verbs by their tags; nouns by the pack's list or by how they are made of a verb. Links come from
// what the parse knows already: acts of speech, operators and conditions. Tested in
// tests/unit/event/predicates_test.cpp; measured by bench/accuracy/timebank_events.py.

#include "frise/event/predicate.hpp"

#include "event/parse.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace frise {
namespace {

class PredicateFinder {
 public:
  PredicateFinder(const EventInput& input, const EventRules& rules, const Lexicon& lexicon)
      : document_{parse_document(input, rules.impl())},
        words_{rules.impl().predicates},
        lexicon_{lexicon},
        index_(input.segmentation.tokens.size()) {}

  PredicateLayer run() {
    for (const ParsedSentence& sentence : document_.sentences) {
      for (const Chunk& chunk : sentence.chunks) {
        if (chunk.verb) verbs_of(chunk);
        if (chunk.kind == ChunkKind::noun) noun_of(chunk);
      }
    }
    for (const ParsedSentence& sentence : document_.sentences) link(sentence);
    std::sort(layer_.links.begin(), layer_.links.end(), [](const auto& a, const auto& b) {
      return std::pair{a.governor, a.governed} < std::pair{b.governor, b.governed};
    });
    return std::move(layer_);
  }

 private:
  [[nodiscard]] const WordTag& tag(std::uint32_t token) const {
    return document_.input.tags[token];
  }

  Predicate& add(std::uint32_t token, Pos pos) {
    index_[token] = static_cast<std::uint32_t>(layer_.predicates.size());
    Predicate& made = layer_.predicates.emplace_back();
    made.span = document_.input.segmentation.tokens[token].span;
    made.pos = pos;
    return made;
  }

  [[nodiscard]] PredicateClass class_of(std::string_view lemma) const {
    if (const auto found = words_.classes.find(lemma); found != words_.classes.end()) {
      return found->second;
    }
    if (document_.rules.speech.contains(lemma)) return PredicateClass::reporting;
    return PredicateClass::occurrence;
  }

  /// The verbs of a group, auxiliaries and tenses made with verbs ("va fermer") left out.
  void verbs_of(const Chunk& chunk) {
    const VerbGroup& group = *chunk.verb;
    for (std::uint32_t t = chunk.tokens.begin; t < chunk.tokens.end; ++t) {
      const bool main = t == group.main;
      if (!main && !passed(t, group)) continue;
      if (main && document_.rules.auxiliary.contains(tag(t).lemma)) continue;
      Predicate& made = add(t, Pos::verb);
      made.klass = class_of(tag(t).lemma);
      made.tense = group.tense;
      made.form = main ? tag(t).morphology.verb_form : group.form;
      made.perfect = group.perfect;
      // "n'a pas pu vendre" denies the first verb.
      made.negated = group.negated && (main ? group.operators.empty() : true);
      if (main) made.modality = modality_of(group);
    }
  }

  /// A verb on the way to the main one that is a predicate by itself: "cesse de vendre".
  [[nodiscard]] bool passed(std::uint32_t token, const VerbGroup& group) const {
    if (token >= group.main || tag(token).pos != Pos::verb) return false;
    const auto found = document_.rules.operators.find(tag(token).lemma);
    if (found == document_.rules.operators.end()) return false;
    return std::none_of(found->second.begin(), found->second.end(), [](const OperatorVerb& op) {
      return op.effect == Operator::future || op.effect == Operator::recent_past;
    });
  }

  [[nodiscard]] static Modality modality_of(const VerbGroup& group) {
    for (const Operator effect : group.operators) {
      if (effect == Operator::possible) return Modality::possibility;
      if (effect == Operator::necessary) return Modality::obligation;
    }
    return Modality::none;
  }

  /// Every noun of a phrase that is no name and no part of a time.
  void noun_of(const Chunk& chunk) {
    for (std::uint32_t t = chunk.tokens.begin; t < chunk.tokens.end; ++t) {
      if (tag(t).pos != Pos::noun || !tells_act(tag(t).lemma)) continue;
      const auto mention = mention_at(document_.input.entities, t);
      if (mention && document_.mention(*mention).kind == MentionKind::name) continue;
      Predicate& made = add(t, Pos::noun);
      made.klass = class_of(tag(t).lemma);
    }
  }

  [[nodiscard]] bool tells_act(std::string_view lemma) {
    if (const auto found = words_.nouns.find(lemma); found != words_.nouns.end()) {
      return found->second;
    }
    const auto known = derived_.find(lemma);
    if (known != derived_.end()) return known->second;
    const bool made = made_of_verb(lemma);
    derived_.emplace(lemma, made);
    return made;
  }

  [[nodiscard]] bool made_of_verb(std::string_view lemma) {
    for (const auto& [noun_end, verb_end] : words_.endings) {
      if (!lemma.ends_with(noun_end)) continue;
      std::string verb{lemma.substr(0, lemma.size() - noun_end.size())};
      constexpr std::size_t stem = 3;
      if (verb.size() < stem) continue;
      verb += verb_end;
      lexicon_.analyses(verb, readings_);
      for (const Analysis& reading : readings_) {
        if (reading.pos == Pos::verb && reading.lemma == verb) return true;
      }
    }
    return false;
  }

  void link(const ParsedSentence& sentence) {
    for (const SpeechAct& act : sentence.speech) {
      if (!act.clause) continue;
      const std::uint32_t verb = main_of(sentence, *act.clause);
      for (std::uint32_t c = 0; c < sentence.clauses.size(); ++c) {
        const Clause& clause = sentence.clauses[c];
        const std::uint32_t said = main_of(sentence, c);
        if (c == *act.clause || !act.content.contains(said)) continue;
        const bool own = clause.governor == *act.clause && (clause.link == ClauseLink::complement ||
                                                            clause.link == ClauseLink::infinitive);
        const bool top = clause.link == ClauseLink::none || clause.link == ClauseLink::coordinated;
        const bool complement = clause.link == ClauseLink::complement && !clause.governor;
        if (own || top || complement) {
          join(verb, said,
               act.kind == SpeechKind::deny ? Subordination::neg_evidential
                                            : Subordination::evidential);
        }
      }
    }
    for (std::uint32_t c = 0; c < sentence.clauses.size(); ++c) modal_links(sentence, c);
  }

  void modal_links(const ParsedSentence& sentence, std::uint32_t c) {
    const Clause& clause = sentence.clauses[c];
    const Chunk& chunk = sentence.chunks[clause.chunk];
    std::uint32_t last = chunk.verb->main;
    for (std::uint32_t t = chunk.verb->main; t-- > chunk.tokens.begin;) {
      if (!index_[t]) continue;
      join(t, last, Subordination::modal);
      last = t;
    }
    if (!clause.governor) return;
    const std::uint32_t governor = main_of(sentence, *clause.governor);
    if (clause.link == ClauseLink::condition) {
      join(main_of(sentence, c), governor, Subordination::conditional);
    } else if (clause.link == ClauseLink::infinitive && intends(governor)) {
      join(governor, last, Subordination::modal);
    }
  }

  [[nodiscard]] bool intends(std::uint32_t verb) const {
    const PredicateClass klass = class_of(tag(verb).lemma);
    return klass == PredicateClass::i_action || klass == PredicateClass::i_state;
  }

  [[nodiscard]] static std::uint32_t main_of(const ParsedSentence& sentence, std::uint32_t clause) {
    return sentence.chunks[sentence.clauses[clause].chunk].verb->main;
  }

  void join(std::uint32_t governor, std::uint32_t governed, Subordination relation) {
    if (!index_[governor] || !index_[governed]) return;
    const auto linked = std::pair{*index_[governor], *index_[governed]};
    if (!linked_.emplace(linked, '\0').second) return;
    layer_.links.push_back({linked.first, linked.second, relation});
  }

  ParsedDocument document_;
  const PredicateWords& words_;
  const Lexicon& lexicon_;
  std::vector<std::optional<std::uint32_t>> index_;  ///< of each token, its predicate
  std::map<std::string_view, bool> derived_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, char> linked_;
  std::vector<Analysis> readings_;
  PredicateLayer layer_;
};

}  // namespace

PredicateLayer annotate_predicates(const EventInput& input, const EventRules& rules,
                                   const Lexicon& lexicon) {
  return PredicateFinder{input, rules, lexicon}.run();
}

}  // namespace frise
