// Stances (holder, target, polarity; Mohammad et al. 2016) without training: acts by PLOVER's
// score, words by the pack's lexicon with the places of holder and target. In a quotation "je" and
// "nous" are the speaker, and an evaluation without a holder of its own is the speaker's. Where
// holder or target is not known, no stance.

#include "event/stances.hpp"

#include <algorithm>
#include <cmath>

namespace frise {
namespace {

bool can_be_target(EntityType type) { return type != EntityType::place; }

bool can_hold(EntityType type) { return is_actor(type) && type != EntityType::publication; }

class WordStances {
 public:
  WordStances(const ParsedDocument& document, const ParsedSentence& sentence,
              std::vector<Stance>& out)
      : document_{document}, sentence_{sentence}, out_{out} {}

  void run() {
    for (std::uint32_t i = 0; i < sentence_.clauses.size(); ++i) {
      const Clause& clause = sentence_.clauses[i];
      const Chunk& chunk = sentence_.chunks[clause.chunk];
      if (lookup(i, chunk, chunk.verb->lemma) || !chunk.verb->passive) continue;
      lookup(i, chunk, document_.rules.be_lemma);
    }
  }

 private:
  bool lookup(std::uint32_t clause, const Chunk& chunk, std::string_view lemma) {
    const auto found = document_.rules.stance.find(lemma);
    if (found == document_.rules.stance.end()) return false;
    for (const StanceWord& word : found->second) {
      if (word.reflexive && !chunk.verb->reflexive) continue;
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
    const Certainty certainty = certainty_of(document_, sentence_, clause_index, speech);
    if (certainty.hypothetical) return false;
    const auto holders =
        word.holder == "speaker" ? speaker(speech) : entities(clause, word.holder, speech);
    const auto targets = entities(clause, word.target, nullptr);
    if (holders.empty() || targets.empty()) return false;
    double strength = word.strength;
    if (!word.needs_negation && chunk.verb->negated) strength = -strength;
    for (const std::uint32_t holder : holders) {
      if (!can_hold(document_.entity(holder).type)) continue;
      for (const std::uint32_t target : targets) {
        if (target == holder || !can_be_target(document_.entity(target).type)) continue;
        Stance stance{.holder = holder,
                      .target = target,
                      .polarity = strength > 0 ? 1 : -1,
                      .strength = strength,
                      .basis = StanceBasis::verbal};
        stance.expression = quotation_at(document_, chunk.head) ? StanceExpression::quoted
                                                                : StanceExpression::reported;
        stance.date = date_of(document_, sentence_, clause_index, chunk.head);
        stance.evidence = evidence(clause);
        stance.sentence = sentence_.index;
        if (speech != nullptr) stance.attribution = attribution_of(document_, *speech);
        stance.rule = word.rule;
        out_.push_back(std::move(stance));
      }
    }
    return true;
  }

  [[nodiscard]] Span evidence(const Clause& clause) const {
    TokenRange tokens = sentence_.chunks[clause.chunk].tokens;
    for (const std::uint32_t c : clause.subjects) {
      tokens.begin = std::min(tokens.begin, sentence_.chunks[c].tokens.begin);
    }
    tokens.end = std::max(tokens.end, clause.extent.end);
    return document_.span(tokens);
  }

  [[nodiscard]] std::vector<std::uint32_t> speaker(const SpeechAct* speech) const {
    if (speech == nullptr || !speech->mention) return {};
    const auto entity = document_.mention(*speech->mention).entity;
    return entity ? std::vector{*entity} : std::vector<std::uint32_t>{};
  }

  /// Entities in a place of the clause; first person is the speaker.
  [[nodiscard]] std::vector<std::uint32_t> entities(const Clause& clause, std::string_view place,
                                                    const SpeechAct* speech) const {
    std::vector<std::uint32_t> chunks;
    if (place == "subj")
      chunks = clause.subjects;
    else if (place == "obj")
      chunks = clause.objects;
    else if (place == "that-subj")
      chunks = content_subject(clause);
    else
      chunks = clause.in_slot(place);
    std::vector<std::uint32_t> found;
    if (place == "subj") {
      for (const std::uint32_t m : subject_mentions(document_, sentence_, clause)) {
        found.push_back(*document_.mention(m).entity);
      }
      if (found.empty() && speech != nullptr && first_person(clause)) return speaker(speech);
    } else {
      for (const std::uint32_t c : chunks) {
        for (const std::uint32_t m : referents(document_, sentence_, c)) {
          found.push_back(*document_.mention(m).entity);
        }
      }
    }
    if (!found.empty()) return unique(std::move(found));
    // "la stratégie de X", "leur travail": what is X's stands for X.
    for (const std::uint32_t c : chunks) {
      if (const auto owner = owner_of(document_, sentence_, c)) {
        found.push_back(*document_.mention(*owner).entity);
      } else if (const auto possessor = possessor_of(c)) {
        found.push_back(*possessor);
      }
    }
    return unique(std::move(found));
  }

  [[nodiscard]] std::vector<std::uint32_t> content_subject(const Clause& clause) const {
    constexpr std::ptrdiff_t near = 16;
    const auto end = sentence_.clauses.data() + sentence_.clauses.size();
    for (const Clause* other = &clause + 1; other < end && other - &clause < near; ++other) {
      if (other->link == ClauseLink::complement) return other->subjects;
    }
    return {};
  }

  [[nodiscard]] bool first_person(const Clause& clause) const {
    for (const std::uint32_t c : clause.subjects) {
      const std::string_view key = document_.input.segmentation.key(sentence_.chunks[c].head);
      if (document_.rules.first_person.contains(key)) return true;
    }
    return false;
  }

  /// "leur travail": whom the possessive stands for.
  [[nodiscard]] std::optional<std::uint32_t> possessor_of(std::uint32_t chunk) const {
    const auto m = mention_at(document_.input.entities, sentence_.chunks[chunk].head);
    return m ? document_.mention(*m).possessor : std::nullopt;
  }

  static std::vector<std::uint32_t> unique(std::vector<std::uint32_t> list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
  }

  const ParsedDocument& document_;
  const ParsedSentence& sentence_;
  std::vector<Stance>& out_;
};

bool takes_sides(EventType type) {
  switch (type) {
    case EventType::invest:
    case EventType::partner:
    case EventType::admit:
    case EventType::exclude:
    case EventType::restrict:
    case EventType::ease:
    case EventType::cancel:
    case EventType::litigate:
    case EventType::fine:
      return true;
    default:
      return false;
  }
}

}  // namespace

void stances_of_act(const ParsedDocument& document, const ParsedSentence& sentence,
                    const EventMention& event, std::vector<Stance>& out) {
  if (!takes_sides(event.type) || event.negated || !event.salient) return;
  if (event.factuality != Factuality::certain && event.factuality != Factuality::planned &&
      event.factuality != Factuality::reported) {
    return;
  }
  const double score = plover_score(event.type);
  for (const Participant& agent : event.participants) {
    if (agent.role != ParticipantRole::agent || !agent.entity) continue;
    if (!can_hold(document.entity(*agent.entity).type)) continue;
    for (const Participant& target : event.participants) {
      if (!target.entity || target.entity == agent.entity) continue;
      if (target.role != ParticipantRole::patient && target.role != ParticipantRole::recipient) {
        continue;
      }
      if (!can_be_target(document.entity(*target.entity).type)) continue;
      Stance stance{.holder = *agent.entity,
                    .target = *target.entity,
                    .polarity = score > 0 ? 1 : -1,
                    .strength = score,
                    .basis = StanceBasis::material,
                    .expression = StanceExpression::inferred};
      stance.date = event.date;
      stance.evidence = event.trigger;
      stance.sentence = sentence.index;
      stance.attribution = event.attribution;
      stance.rule = event.rule;
      out.push_back(std::move(stance));
    }
  }
}

void stances_of_words(const ParsedDocument& document, const ParsedSentence& sentence,
                      std::vector<Stance>& out) {
  WordStances{document, sentence, out}.run();
}

}  // namespace frise
