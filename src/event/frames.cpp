// Frame matching (Fillmore): slots are filled from the clause's subject, object and prepositional
// complements, with passives turned; what else is named in the clause becomes a topic, never an end
// of an arrow.

#include "event/frames.hpp"

#include <algorithm>
#include <utility>

namespace frise {
namespace {

class VerbMatcher {
 public:
  VerbMatcher(const ParsedDocument& document, const ParsedSentence& sentence, std::uint32_t clause)
      : document_{document},
        sentence_{sentence},
        clause_index_{clause},
        clause_{sentence.clauses[clause]},
        chunk_{sentence.chunks[clause_.chunk]},
        verb_{*chunk_.verb} {}

  std::optional<FrameMatch> run() {
    const auto found = document_.rules.verbs.find(verb_.lemma);
    if (found != document_.rules.verbs.end()) {
      for (const Frame& frame : found->second) {
        if (frame.reflexive != verb_.reflexive && (frame.reflexive || !reflexive_passive()))
          continue;
        if (!followed_by(document_, chunk_, frame.fixed)) continue;
        if (!holds(frame)) continue;
        return fill(frame, chunk_.tokens);
      }
    }
    return supported();
  }

 private:
  [[nodiscard]] bool reflexive_passive() const { return !verb_.reflexive; }

  /// Chunks that stand in a place of the frame; a passive turns subject and object.
  [[nodiscard]] std::vector<std::uint32_t> place(std::string_view name) const {
    const bool bare_participle = verb_.form == VerbForm::past_participle && !verb_.perfect;
    const bool passive = verb_.passive || bare_participle;
    if (name == "subj") {
      if (!passive) return clause_.subjects;
      std::vector<std::uint32_t> out;
      for (const auto& [slot, c] : clause_.complements) {
        if (slot == "par" || slot == "by") out.push_back(c);
      }
      return out;
    }
    if (name == "obj") {
      if (!passive) return clause_.objects;
      return bare_participle ? clause_.objects : clause_.subjects;
    }
    return clause_.in_slot(name);
  }

  [[nodiscard]] bool holds(const Frame& frame) const {
    return std::all_of(frame.conditions.begin(), frame.conditions.end(),
                       [this](const FrameCondition& c) { return holds(c) != c.negative; });
  }

  [[nodiscard]] bool holds(const FrameCondition& condition) const {
    if (condition.kind == FrameCondition::Kind::negative_act) return governs_negative();
    if (condition.kind == FrameCondition::Kind::negated) return verb_.negated;
    if (condition.place == "subj" && verb_.subject_clitic &&
        condition.kind != FrameCondition::Kind::head) {
      return true;
    }
    for (const std::uint32_t c : place(condition.place)) {
      switch (condition.kind) {
        case FrameCondition::Kind::present:
          return true;
        case FrameCondition::Kind::head: {
          // Some nouns have the lemma of an adjective ("filiale"), so the form itself counts too.
          const std::uint32_t head = sentence_.chunks[c].head;
          const std::string_view lemma = document_.input.tags[head].lemma;
          const std::string_view form = document_.input.segmentation.key(head);
          if (std::any_of(condition.lemmas.begin(), condition.lemmas.end(),
                          [&](const std::string& l) { return l == lemma || l == form; })) {
            return true;
          }
          break;
        }
        case FrameCondition::Kind::entity:
          if (!referents(document_, sentence_, c).empty()) return true;
          break;
        case FrameCondition::Kind::actor:
          for (const std::uint32_t m : referents(document_, sentence_, c)) {
            if (is_actor(document_.entity(*document_.mention(m).entity).type)) return true;
          }
          break;
        case FrameCondition::Kind::negated:
        case FrameCondition::Kind::negative_act:
          break;
      }
    }
    return false;
  }

  /// "demander d'arrêter de vendre", "interdire de", "ask not to": the governed act is one of
  /// stopping.
  [[nodiscard]] bool governs_negative() const {
    constexpr std::size_t near = 16;
    const std::size_t end = std::min<std::size_t>(sentence_.clauses.size(), clause_index_ + near);
    for (std::size_t i = clause_index_ + 1; i < end; ++i) {
      const Clause& c = sentence_.clauses[i];
      if (c.governor != clause_index_ || c.link != ClauseLink::infinitive) continue;
      const VerbGroup& verb = *sentence_.chunks[c.chunk].verb;
      const bool stops = std::find(verb.operators.begin(), verb.operators.end(),
                                   Operator::negative) != verb.operators.end();
      if (verb.negated != stops) return true;
    }
    return false;
  }

  /// All that the phrase and its complements name: what the phrase stands for, else the names
  /// inside.
  [[nodiscard]] std::vector<std::uint32_t> fillers(std::uint32_t c) const {
    auto found = referents(document_, sentence_, c);
    if (found.empty()) {
      const Chunk& chunk = sentence_.chunks[c];
      for (const std::uint32_t m : mentions_in(document_, chunk.tokens)) {
        if (document_.mention(m).kind == MentionKind::name) found.push_back(m);
      }
    }
    return found;
  }

  FrameMatch fill(const Frame& frame, TokenRange trigger) const {
    FrameMatch match{.frame = &frame, .trigger = trigger, .clause = clause_index_};
    match.region = {trigger.begin, std::max(clause_.extent.end, trigger.end)};
    const bool passive =
        verb_.passive || (verb_.form == VerbForm::past_participle && !verb_.perfect);
    for (const FrameSlot& slot : frame.slots) {
      if (slot.place == "subj" && !passive) {
        auto mentions = subject_mentions(document_, sentence_, clause_);
        if (mentions.empty() || !any_actor(mentions)) {
          if (const auto maker = maker_of_subject()) mentions = *maker;
        }
        if (mentions.empty()) mentions = speaking_subject();
        add_participants(document_, slot.role, mentions, match.participants);
        continue;
      }
      if (slot.place == "before" && clause_index_ > 0) {
        add_participants(
            document_, slot.role,
            subject_mentions(document_, sentence_, sentence_.clauses[clause_index_ - 1]),
            match.participants);
        continue;
      }
      for (const std::uint32_t c : place(slot.place)) {
        add_participants(document_, slot.role, fillers(c), match.participants);
      }
    }
    pair_off(frame, match);
    for (const std::uint32_t m : mentions_in(document_, topic_region())) {
      const EntityType type = document_.entity(*document_.mention(m).entity).type;
      add_participants(document_,
                       type == EntityType::place ? ParticipantRole::place : ParticipantRole::topic,
                       {m}, match.participants);
    }
    return match;
  }

  /// "X et Y ont signé un accord": each is the other's partner.
  void pair_off(const Frame& frame, FrameMatch& match) const {
    if (frame.type != EventType::partner && frame.type != EventType::merge) return;
    const bool with_other = std::any_of(
        clause_.complements.begin(), clause_.complements.end(),
        [](const auto& c) { return c.first == "avec" || c.first == "with" || c.first == "à"; });
    if (with_other) return;
    bool first = true;
    for (Participant& p : match.participants) {
      if (p.role != ParticipantRole::agent) return;
      if (!std::exchange(first, false)) p.role = ParticipantRole::patient;
    }
  }

  /// The clause, with the infinitives and participles that hang on it.
  [[nodiscard]] TokenRange topic_region() const {
    std::uint32_t end = std::max(clause_.extent.end, chunk_.tokens.end);
    std::uint32_t last = clause_index_;  // infinitives hang on one another in a row
    for (std::uint32_t i = clause_index_ + 1; i < sentence_.clauses.size(); ++i) {
      const Clause& c = sentence_.clauses[i];
      const VerbForm form = sentence_.chunks[c.chunk].verb->form;
      if (form != VerbForm::infinitive || !c.governor || *c.governor != last) break;
      end = std::max(end, c.extent.end);
      last = i;
    }
    return {chunk_.tokens.end, end};
  }

  /// "Nous allons investir", said X: in a quotation the first person is the speaker.
  [[nodiscard]] std::vector<std::uint32_t> speaking_subject() const {
    for (const std::uint32_t c : clause_.subjects) {
      const std::uint32_t head = sentence_.chunks[c].head;
      if (!document_.rules.first_person.contains(document_.input.segmentation.key(head))) continue;
      const SpeechAct* speech = speech_around(document_, sentence_, head);
      if (speech != nullptr && speech->mention) return {*speech->mention};
    }
    return {};
  }

  [[nodiscard]] bool any_actor(const std::vector<std::uint32_t>& mentions) const {
    return std::any_of(mentions.begin(), mentions.end(), [this](std::uint32_t m) {
      return is_actor(document_.entity(*document_.mention(m).entity).type);
    });
  }

  /// "X a publié un logiciel qui limite ...": who made the thing does what the thing does.
  [[nodiscard]] std::optional<std::vector<std::uint32_t>> maker_of_subject() const {
    if (clause_.link != ClauseLink::relative) return std::nullopt;
    const auto making = clause_of_antecedent(sentence_.clauses, clause_);
    if (!making) return std::nullopt;
    auto makers = subject_mentions(document_, sentence_, sentence_.clauses[*making]);
    return any_actor(makers) ? std::optional{std::move(makers)} : std::nullopt;
  }

  /// "infliger une amende à X", "annoncer le rachat de X": the verb lends the noun its subject.
  std::optional<FrameMatch> supported() {
    if (!document_.rules.supports.contains(verb_.lemma)) return std::nullopt;
    for (const std::uint32_t c : place("obj")) {
      const Chunk& object = sentence_.chunks[c];
      const auto found = document_.rules.nouns.find(document_.input.tags[object.head].lemma);
      if (found == document_.rules.nouns.end()) continue;
      for (const Frame& frame : found->second) {
        if (!frame.fixed.empty() && !noun_followed_by(object, frame)) continue;
        FrameMatch match{.frame = &frame,
                         .trigger = {chunk_.tokens.begin, object.tokens.end},
                         .clause = clause_index_};
        if (match.trigger.begin > object.tokens.begin) match.trigger = object.tokens;
        match.region = {match.trigger.begin, std::max(clause_.extent.end, match.trigger.end)};
        if (!verb_.passive) {
          add_participants(document_, ParticipantRole::agent,
                           subject_mentions(document_, sentence_, clause_), match.participants);
        }
        for (const FrameSlot& slot : frame.slots) {
          // The owner of the act is the verb's subject now; "de X" can only be its object.
          if (slot.role == ParticipantRole::agent) continue;
          for (const std::uint32_t p : place(slot.place)) {
            add_participants(document_, slot.role, fillers(p), match.participants);
          }
        }
        for (const std::string_view to : {"à", "to", "on"}) {
          for (const std::uint32_t p : place(to)) {
            add_participants(document_, ParticipantRole::patient, fillers(p), match.participants);
          }
        }
        for (const std::uint32_t m : mentions_in(document_, match.region)) {
          const EntityType type = document_.entity(*document_.mention(m).entity).type;
          add_participants(
              document_,
              type == EntityType::place ? ParticipantRole::place : ParticipantRole::topic, {m},
              match.participants);
        }
        return match;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] bool noun_followed_by(const Chunk& chunk, const Frame& frame) const {
    std::uint32_t at = chunk.head + 1;
    for (const std::string& word : frame.fixed) {
      if (at >= document_.input.segmentation.tokens.size() ||
          document_.input.segmentation.key(at) != word) {
        return false;
      }
      ++at;
    }
    return true;
  }

  const ParsedDocument& document_;
  const ParsedSentence& sentence_;
  std::uint32_t clause_index_;
  const Clause& clause_;
  const Chunk& chunk_;
  const VerbGroup& verb_;
};

}  // namespace

void add_participants(const ParsedDocument& document, ParticipantRole role,
                      const std::vector<std::uint32_t>& mentions, std::vector<Participant>& out) {
  constexpr std::size_t most = 12;
  for (const std::uint32_t m : mentions) {
    const auto entity = document.mention(m).entity;
    const bool there = std::any_of(out.begin(), out.end(),
                                   [entity](const Participant& p) { return p.entity == entity; });
    if (!there && out.size() < most) out.push_back({role, m, entity});
  }
}

std::optional<FrameMatch> match_verb(const ParsedDocument& document, const ParsedSentence& sentence,
                                     std::uint32_t clause) {
  return VerbMatcher{document, sentence, clause}.run();
}

std::optional<FrameMatch> match_noun(const ParsedDocument& document, const ParsedSentence& sentence,
                                     std::uint32_t chunk) {
  const Chunk& noun = sentence.chunks[chunk];
  if (noun.kind != ChunkKind::noun || noun.mention) return std::nullopt;
  const auto found = document.rules.nouns.find(document.input.tags[noun.head].lemma);
  if (found == document.rules.nouns.end()) return std::nullopt;
  const auto& segmentation = document.input.segmentation;
  const Frame* frame = nullptr;
  for (const Frame& candidate : found->second) {
    bool same = true;
    for (std::size_t k = 0; same && k < candidate.fixed.size(); ++k) {
      const std::size_t at = noun.head + 1 + k;
      same = at < segmentation.tokens.size() && segmentation.key(at) == candidate.fixed[k];
    }
    if (same) {
      frame = &candidate;
      break;
    }
  }
  if (frame == nullptr) return std::nullopt;
  FrameMatch match{.frame = frame, .trigger = {noun.head, noun.head + 1}};
  match.trigger.end += static_cast<std::uint32_t>(frame->fixed.size());
  // Complements: a run of preposition and phrase, lists included, up to the next verb or mark.
  std::string_view slot;
  bool foreign_slot = false;
  std::uint32_t end = noun.tokens.end;
  for (std::uint32_t c = chunk + 1; c < sentence.chunks.size() && c < chunk + 14; ++c) {
    const Chunk& next = sentence.chunks[c];
    if (next.kind == ChunkKind::preposition) {
      slot = next.key;
    } else if (next.kind == ChunkKind::noun && !slot.empty()) {
      // "avec des fabricants de premier plan": that "de" belongs to the fabricants.
      const bool nested = slot == "de" && foreign_slot;
      foreign_slot = foreign_slot || slot != "de";
      if (const FrameSlot* place = nested ? nullptr : frame->slot(slot)) {
        auto mentions = referents(document, sentence, c);
        if (mentions.empty()) mentions = mentions_in(document, next.tokens);
        add_participants(document, place->role, mentions, match.participants);
      }
    } else if (next.kind != ChunkKind::coordinator && next.kind != ChunkKind::adverb &&
               next.kind != ChunkKind::time && next.kind != ChunkKind::noun) {
      break;
    }
    end = next.tokens.end;
  }
  match.region = {noun.tokens.begin, end};
  // "l'exclusion des startups crypto", "Nvidia's takeover": names inside the phrase own the act.
  if (const FrameSlot* owner = frame->slot("poss")) {
    auto inside = mentions_in(document, {noun.tokens.begin, noun.head});
    add_participants(document, owner->role, inside, match.participants);
  }
  // "en partenariat avec X": the subject of the clause before takes part.
  if (chunk > 0 && sentence.chunks[chunk - 1].key == "en") {
    auto clause = std::lower_bound(sentence.clauses.begin(), sentence.clauses.end(), chunk,
                                   [](const Clause& c, std::uint32_t at) { return c.chunk < at; });
    if (clause != sentence.clauses.begin()) {
      --clause;
      add_participants(document, ParticipantRole::agent,
                       subject_mentions(document, sentence, *clause), match.participants);
    }
  }
  for (const FrameCondition& condition : frame->conditions) {
    const FrameSlot* place = frame->slot(condition.place);
    const bool filled =
        place != nullptr &&
        std::any_of(match.participants.begin(), match.participants.end(),
                    [place](const Participant& p) { return p.role == place->role; });
    if (filled == condition.negative) return std::nullopt;
  }
  if (match.participants.empty()) return std::nullopt;
  return match;
}

}  // namespace frise
