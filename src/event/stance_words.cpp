// Stances from words: the pack's lexicon with the places of holder and target. In a quotation "je"
// and "nous" are the speaker, and an evaluation without a holder of its own is the speaker's; a
// spokesman's is also his house's. Where holder or target is not known, no stance; irony is out of
// reach. Tested in tests/unit/event/stance_test.cpp.

#include "event/stance_targets.hpp"
#include "event/stances.hpp"

#include <algorithm>

namespace frise {
namespace {

using Entities = StanceTargets::Entities;

class WordStances {
 public:
  WordStances(const ParsedDocument& document, const ParsedSentence& sentence,
              const std::vector<EventMention>& told, std::vector<Stance>& out)
      : document_{document}, sentence_{sentence}, targets_{document, sentence, told}, out_{out} {}

  void run() {
    for (std::uint32_t i = 0; i < sentence_.clauses.size(); ++i) {
      const Clause& clause = sentence_.clauses[i];
      const Chunk& chunk = sentence_.chunks[clause.chunk];
      if (lookup(i, chunk, chunk.verb->lemma)) continue;
      if (chunk.verb->passive && lookup(i, chunk, document_.rules.be_lemma)) continue;
      wish(i);
    }
    for (std::uint32_t c = 0; c < sentence_.chunks.size(); ++c) noun(c);
  }

 private:
  [[nodiscard]] std::string_view lemma(std::uint32_t chunk) const {
    return document_.input.tags[sentence_.chunks[chunk].head].lemma;
  }

  // Words ------------------------------------------------------------------------------------

  bool lookup(std::uint32_t clause, const Chunk& chunk, std::string_view lemma) {
    const auto found = document_.rules.stance.find(lemma);
    if (found == document_.rules.stance.end()) return false;
    for (const StanceWord& word : found->second) {
      if (word.reflexive != chunk.verb->reflexive) continue;
      if (word.needs_negation && !chunk.verb->negated) continue;
      if (!followed_by(document_, chunk, word.fixed)) continue;
      if (apply(clause, word)) return true;
    }
    return false;
  }

  bool apply(std::uint32_t clause_index, const StanceWord& word) {
    const Clause& clause = sentence_.clauses[clause_index];
    const Chunk& chunk = sentence_.chunks[clause.chunk];
    const SpeechAct* speech = speech_around(document_, sentence_, chunk.head);
    const auto strength = strength_of(clause_index, word, speech);
    if (!strength) return false;
    Entities holders = word.holder == "speaker" ? speaker(speech) : subject(clause, speech);
    if (holders.empty()) return false;
    Entities targets = targets_.places(clause, word.target, holders);
    // "met en cause Brumel": the name may have been read as part of the expression.
    if (targets.empty() && word.target == "obj" && !word.fixed.empty()) {
      targets = targets_.places(clause, "about", holders);
    }
    const bool added = add(clause_index, word.rule, *strength, holders, targets);
    const bool contrasted = contrast(clause_index, word.rule, -*strength, holders);
    return added || contrasted;
  }

  /// "X n'apporte rien d'utile, contrairement à Y": of Y the contrary is held.
  bool contrast(std::uint32_t clause, const std::string& rule, double strength,
                const Entities& holders) {
    const auto& segmentation = document_.input.segmentation;
    const TokenRange tokens = segmentation.sentences[sentence_.index].tokens;
    constexpr std::uint32_t near = 20;
    const std::uint32_t begin = sentence_.chunks[sentence_.clauses[clause].chunk].tokens.end;
    for (std::uint32_t t = begin; t < std::min(tokens.end, begin + near); ++t) {
      for (const auto& words : document_.rules.contrasts) {
        std::uint32_t same = 0;
        while (same < words.size() && t + same < tokens.end &&
               segmentation.key(t + same) == words[same]) {
          ++same;
        }
        if (same != words.size()) continue;
        constexpr std::uint32_t phrase = 3;
        const auto named = mentions_in(document_, {t, std::min(tokens.end, t + same + phrase)});
        return !named.empty() &&
               add(clause, rule, strength, holders, {*document_.mention(named.front()).entity});
      }
    }
    return false;
  }

  /// Sign and strength as the clause has them, or nothing when it does not take sides: an open
  /// question, a denial of having criticized, a criticism that was not made.
  [[nodiscard]] std::optional<double> strength_of(std::uint32_t clause, const StanceWord& word,
                                                  const SpeechAct* speech) const {
    const Clause& c = sentence_.clauses[clause];
    const Certainty certainty = certainty_of(document_, sentence_, clause, speech);
    if (certainty.hypothetical || baseless(c)) return std::nullopt;
    if (certainty.factuality == Factuality::possible && c.link != ClauseLink::infinitive) {
      return std::nullopt;
    }
    if (word.needs_negation) return word.strength;
    if (!certainty.negated) {
      if (certainty.factuality == Factuality::denied) return std::nullopt;
      return word.strength;
    }
    if (word.strength < 0 || word.deed) return std::nullopt;
    return -word.strength;
  }

  /// "les rumeurs selon lesquelles il est mécontent de X sont sans fondement": whoever says so
  /// denies the claim, and what the claim tells is no stance.
  [[nodiscard]] bool baseless(const Clause& clause) const {
    const auto& segmentation = document_.input.segmentation;
    const TokenRange tokens = segmentation.sentences[sentence_.index].tokens;
    constexpr std::uint32_t near = 16;
    const std::uint32_t begin = sentence_.chunks[clause.chunk].tokens.end;
    for (std::uint32_t t = begin; t < std::min(tokens.end, begin + near); ++t) {
      for (const auto& words : document_.rules.baseless) {
        std::uint32_t same = 0;
        while (same < words.size() && t + same < tokens.end &&
               segmentation.key(t + same) == words[same]) {
          ++same;
        }
        if (same == words.size()) return true;
      }
    }
    return false;
  }

  /// "souhaiter une sortie de X", "engager la relance de X": who asks for what hurts X is against
  /// it.
  void wish(std::uint32_t clause_index) {
    const Clause& clause = sentence_.clauses[clause_index];
    const Chunk& chunk = sentence_.chunks[clause.chunk];
    if (chunk.verb->passive || !document_.rules.wishes.contains(chunk.verb->lemma)) return;
    for (const std::uint32_t c : clause.objects) {
      const auto outcome = document_.rules.outcomes.find(lemma(c));
      if (outcome == document_.rules.outcomes.end()) continue;
      constexpr double wished = 4;
      const SpeechAct* speech = speech_around(document_, sentence_, chunk.head);
      const StanceWord word{.strength = wished * outcome->second, .deed = true};
      const auto strength = strength_of(clause_index, word, speech);
      const auto owner = owner_of(document_, sentence_, c);
      if (!strength || !owner) return;
      add(clause_index, document_.rules.lang + "/stance/outcome", *strength,
          subject(clause, speech), {*document_.mention(*owner).entity});
      return;
    }
  }

  /// "apporter son soutien à X", "la colère de X contre Y".
  void noun(std::uint32_t c) {
    const Chunk& chunk = sentence_.chunks[c];
    if (chunk.kind != ChunkKind::noun) return;
    if (chunk.mention && document_.mention(*chunk.mention).entity) return;
    const auto found = document_.rules.stance_nouns.find(lemma(c));
    if (found == document_.rules.stance_nouns.end()) return;
    const auto complements = targets_.complements_of(c);
    const auto [clause, lent] = lender(c);
    const SpeechAct* speech = speech_around(document_, sentence_, chunk.head);
    for (const StanceWord& word : found->second) {
      Entities holders;
      std::optional<std::uint32_t> holding;
      // "la colère de X contre Y": the owner comes first.
      if (!complements.empty() && is_one_of(word.holder, complements.front().first)) {
        holding = complements.front().second;
        holders = targets_.phrase(*holding, {});
      }
      double strength = word.strength;
      if (holders.empty() && lent != 0) {
        if (clause) holders = subject(sentence_.clauses[*clause], speech);
        const auto turned = strength_of(*clause, word, speech);
        if (!turned) continue;
        strength = *turned * lent;
      } else if (holders.empty()) {
        if (const auto owner = targets_.possessor_of(c)) holders = {*owner};
      }
      if (holders.empty() || sentence_.question) continue;
      Entities targets;
      for (const auto& [slot, at] : complements) {
        if (at == holding || (word.target != "about" && !is_one_of(word.target, slot))) continue;
        targets = targets_.phrase(at, holders);
        if (!targets.empty()) break;
      }
      if (add(clause, word.rule, strength, holders, targets, chunk.tokens)) return;
    }
  }

  /// The clause whose verb lends the noun its subject, and with which sign; 0: none does.
  [[nodiscard]] std::pair<std::optional<std::uint32_t>, int> lender(std::uint32_t c) const {
    constexpr std::uint32_t near = 8;
    for (std::uint32_t steps = 1; steps <= std::min(near, c); ++steps) {
      const Chunk& chunk = sentence_.chunks[c - steps];
      if (chunk.kind == ChunkKind::stop || chunk.kind == ChunkKind::complementizer ||
          chunk.kind == ChunkKind::relative) {
        break;
      }
      if (!chunk.verb) continue;
      const auto found = document_.rules.lending.find(chunk.verb->lemma);
      if (found == document_.rules.lending.end() || chunk.verb->passive) break;
      for (const LendingVerb& verb : found->second) {
        if (!followed_by(document_, chunk, verb.fixed)) continue;
        const auto clause = std::find_if(sentence_.clauses.begin(), sentence_.clauses.end(),
                                         [&](const Clause& one) { return one.chunk == c - steps; });
        return {static_cast<std::uint32_t>(clause - sentence_.clauses.begin()), verb.sign};
      }
      break;
    }
    return {std::nullopt, 0};
  }

  // Who --------------------------------------------------------------------------------------

  /// A spokesman speaks for himself and for his house: both hold what he says.
  [[nodiscard]] Entities speaker(const SpeechAct* speech) const {
    Entities found;
    if (speech == nullptr || !speech->mention) return found;
    if (const auto entity = document_.mention(*speech->mention).entity) found.push_back(*entity);
    if (speech->house) found.push_back(*speech->house);
    return StanceTargets::unique(std::move(found));
  }

  /// The subject; first person is the speaker; what a house thinks, its spokesman who says so
  /// thinks too.
  [[nodiscard]] Entities subject(const Clause& clause, const SpeechAct* speech) const {
    Entities found;
    for (const std::uint32_t m : subject_mentions(document_, sentence_, clause)) {
      if (!doubtful(m)) found.push_back(*document_.mention(m).entity);
    }
    if (found.empty() && speech != nullptr && first_person(clause)) return speaker(speech);
    if (found.empty()) return found;
    if (speech != nullptr && speech->mention && speaks_for(*speech, found)) {
      found.push_back(*document_.mention(*speech->mention).entity);
    }
    return StanceTargets::unique(std::move(found));
  }

  /// "Le président a promis ... Il a pris ...": a pronoun behind somebody else who has no name here
  /// is not sure enough to be put for or against anybody.
  [[nodiscard]] bool doubtful(std::uint32_t pronoun) const {
    const Mention& own = document_.mention(pronoun);
    if (own.kind != MentionKind::pronoun) return false;
    constexpr std::uint32_t near = 8;
    for (std::uint32_t back = 1; back <= std::min(near, pronoun); ++back) {
      const Mention& before = document_.mention(pronoun - back);
      if (before.entity == own.entity) return false;
      const bool role = before.kind == MentionKind::nominal && !before.entity &&
                        before.rule.ends_with("nominal-role");
      if (role && before.number != GrammaticalNumber::plural) return true;
    }
    return false;
  }

  [[nodiscard]] bool speaks_for(const SpeechAct& speech, const Entities& holders) const {
    const auto entity = document_.mention(*speech.mention).entity;
    if (!entity || document_.entity(*entity).type != EntityType::person) return false;
    return std::any_of(holders.begin(), holders.end(), [&](std::uint32_t holder) {
      if (speech.house == holder) return true;
      if (document_.entity(holder).type != EntityType::government) return false;
      const auto& mentions = document_.input.entities.mentions;
      return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
        return m.entity == entity && m.kind == MentionKind::nominal &&
               std::any_of(document_.input.tags.begin() + m.tokens.begin,
                           document_.input.tags.begin() + m.tokens.end, [&](const WordTag& tag) {
                             return document_.rules.cabinet.contains(tag.lemma);
                           });
      });
    });
  }

  [[nodiscard]] bool first_person(const Clause& clause) const {
    return std::any_of(clause.subjects.begin(), clause.subjects.end(), [&](std::uint32_t c) {
      const std::string_view key = document_.input.segmentation.key(sentence_.chunks[c].head);
      return document_.rules.first_person.contains(key);
    });
  }

  // Stances ----------------------------------------------------------------------------------

  [[nodiscard]] Span evidence(const Clause& clause) const {
    TokenRange tokens = sentence_.chunks[clause.chunk].tokens;
    for (const std::uint32_t c : clause.subjects) {
      tokens.begin = std::min(tokens.begin, sentence_.chunks[c].tokens.begin);
    }
    tokens.end = std::max(tokens.end, clause.extent.end);
    return document_.span(tokens);
  }

  bool add(std::optional<std::uint32_t> clause, const std::string& rule, double strength,
           const Entities& holders, const Entities& targets, TokenRange words = {}) {
    bool any = false;
    const std::uint32_t head =
        clause ? sentence_.chunks[sentence_.clauses[*clause].chunk].head : words.begin;
    const SpeechAct* speech = speech_around(document_, sentence_, head);
    for (const std::uint32_t holder : holders) {
      if (!can_hold(document_, holder)) continue;
      for (const std::uint32_t target : targets) {
        const bool own = std::find(holders.begin(), holders.end(), target) != holders.end();
        if (own || works_for(document_, holder, target)) continue;
        if (!can_be_target(document_, target)) continue;
        Stance stance{.holder = holder,
                      .target = target,
                      .polarity = strength > 0 ? 1 : -1,
                      .strength = strength,
                      .basis = StanceBasis::verbal};
        stance.expression =
            quotation_at(document_, head) ? StanceExpression::quoted : StanceExpression::reported;
        stance.date = date_of(document_, sentence_, clause, head);
        stance.evidence = clause ? evidence(sentence_.clauses[*clause]) : document_.span(words);
        stance.sentence = sentence_.index;
        if (speech != nullptr) stance.attribution = attribution_of(document_, *speech);
        stance.rule = rule;
        out_.push_back(std::move(stance));
        any = true;
      }
    }
    return any;
  }

  const ParsedDocument& document_;
  const ParsedSentence& sentence_;
  StanceTargets targets_;
  std::vector<Stance>& out_;
};

}  // namespace

void stances_of_words(const ParsedDocument& document, const ParsedSentence& sentence,
                      const std::vector<EventMention>& told, std::vector<Stance>& out) {
  WordStances{document, sentence, told, out}.run();
}

}  // namespace frise
