// Frame matching (Fillmore): slots are filled from the clause's subject, object and prepositional
// complements, with passives turned; what else is named in the clause becomes a topic, never an end
// of an arrow. Tested in tests/unit/event/.

#include "event/frames.hpp"

#include "event/verb_places.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace frise {
namespace {

class VerbMatcher {
 public:
  VerbMatcher(const ParsedDocument& document, const ParsedSentence& sentence, std::uint32_t clause,
              const OwnedThings& things)
      : document_{document},
        sentence_{sentence},
        things_{things},
        clause_index_{clause},
        clause_{sentence.clauses[clause]},
        chunk_{sentence.chunks[clause_.chunk]},
        verb_{*chunk_.verb},
        places_{document, sentence, clause} {}

  std::optional<FrameMatch> run() {
    const Frame* frame = fitting();
    if (frame == nullptr || !frame->asks_words()) {
      if (auto supported = match_support(document_, sentence_, clause_index_)) return supported;
    }
    if (frame == nullptr) return std::nullopt;
    return fill(*frame);
  }

 private:
  [[nodiscard]] const Frame* fitting() const {
    const auto found = document_.rules.verbs.find(verb_.lemma);
    if (found == document_.rules.verbs.end()) return nullptr;
    for (const Frame& frame : found->second) {
      if (frame.reflexive == verb_.reflexive && followed_by(document_, chunk_, frame.fixed) &&
          holds(frame)) {
        return &frame;
      }
    }
    return nullptr;
  }

  [[nodiscard]] bool holds(const Frame& frame) const {
    return std::all_of(
        frame.conditions.begin(), frame.conditions.end(),
        [&](const FrameCondition& c) { return holds(c, frame.particle()) != c.negative; });
  }

  [[nodiscard]] bool holds(const FrameCondition& condition, std::string_view particle) const {
    using Kind = FrameCondition::Kind;
    if (condition.kind == Kind::negative_act) return governs_negative();
    if (condition.kind == Kind::negated) return verb_.negated != stops(verb_);
    if (condition.kind == Kind::governed_act) return governs_act(condition.lemmas);
    if (condition.kind == Kind::governed_object) return governs_object(condition.lemmas);
    return std::any_of(
        condition.places.begin(), condition.places.end(), [&](const std::string& place) {
          if (place == "subj" && verb_.subject_clitic && condition.kind != Kind::head) return true;
          const auto chunks = places_.at(place, particle);
          return std::any_of(chunks.begin(), chunks.end(),
                             [&](std::uint32_t c) { return holds(condition, c); });
        });
  }

  [[nodiscard]] bool holds(const FrameCondition& condition, std::uint32_t chunk) const {
    switch (condition.kind) {
      case FrameCondition::Kind::present:
        return true;
      case FrameCondition::Kind::head:
        return head_among(document_, sentence_, chunk, condition.lemmas);
      case FrameCondition::Kind::entity:
        return !referents(document_, sentence_, chunk).empty();
      case FrameCondition::Kind::actor: {
        const std::string_view head = document_.input.tags[sentence_.chunks[chunk].head].lemma;
        const bool nameless = document_.rules.actor_nouns.contains(head) ||
                              document_.rules.company_nouns.contains(head);
        return nameless || any_actor(referents(document_, sentence_, chunk));
      }
      case FrameCondition::Kind::person:
        return any_person(document_, referents(document_, sentence_, chunk));
      case FrameCondition::Kind::negated:
      case FrameCondition::Kind::negative_act:
      case FrameCondition::Kind::governed_act:
      case FrameCondition::Kind::governed_object:
        break;
    }
    return false;
  }

  /// "demander d'arrêter de vendre", "interdire de", "ask not to": the governed act is one of
  /// stopping.
  [[nodiscard]] bool governs_negative() const {
    return governs([this](const Clause& c) {
      const VerbGroup& verb = *sentence_.chunks[c.chunk].verb;
      return c.link == ClauseLink::infinitive && verb.negated != stops(verb);
    });
  }

  /// "payer ... pour solder", "pay ... to settle"
  [[nodiscard]] bool governs_act(const std::vector<std::string>& lemmas) const {
    return governs([&](const Clause& c) {
      const std::string_view lemma = sentence_.chunks[c.chunk].verb->lemma;
      return std::find(lemmas.begin(), lemmas.end(), lemma) != lemmas.end();
    });
  }

  /// "... pour solder un litige"
  [[nodiscard]] bool governs_object(const std::vector<std::string>& lemmas) const {
    return governs([&](const Clause& c) {
      const auto among = [&](std::uint32_t chunk) {
        return head_among(document_, sentence_, chunk, lemmas);
      };
      return std::any_of(c.objects.begin(), c.objects.end(), among) ||
             std::any_of(c.complements.begin(), c.complements.end(),
                         [&](const auto& complement) { return among(complement.second); });
    });
  }

  /// One of the infinitives that hang on the clause, of an act or of its purpose, is as asked.
  template <class Asked>
  [[nodiscard]] bool governs(const Asked& asked) const {
    constexpr std::size_t near = 16;
    const std::size_t end = std::min<std::size_t>(sentence_.clauses.size(), clause_index_ + near);
    for (std::size_t i = clause_index_ + 1; i < end; ++i) {
      const Clause& c = sentence_.clauses[i];
      const bool infinite = c.link == ClauseLink::infinitive || c.link == ClauseLink::purpose;
      if (c.governor == clause_index_ && infinite && asked(c)) return true;
    }
    return false;
  }

  /// "cesse de vendre", "refuse de payer"
  [[nodiscard]] static bool stops(const VerbGroup& verb) {
    return std::find(verb.operators.begin(), verb.operators.end(), Operator::negative) !=
           verb.operators.end();
  }

  [[nodiscard]] FrameMatch fill(const Frame& frame) const {
    FrameMatch match{.frame = &frame, .trigger = chunk_.tokens, .clause = clause_index_};
    match.region = {chunk_.tokens.begin, std::max(clause_.extent.end, chunk_.tokens.end)};
    // "16 000 autres ont été livrées": what is counted stands before the verb.
    if (places_.passive() && !clause_.subjects.empty()) {
      std::uint32_t subject = sentence_.chunks[clause_.subjects.front()].tokens.begin;
      const auto& tokens = document_.input.segmentation.tokens;
      while (subject > 0 && tokens[subject - 1].kind == TokenKind::number) --subject;
      match.region.begin = std::min(match.region.begin, subject);
    }
    for (const FrameSlot& slot : frame.slots) {
      if (slot.place == "subj" && !places_.passive()) {
        add_subject(frame, slot.role, match);
      } else if (slot.place == "before") {
        if (clause_index_ == 0) continue;
        const Clause& before = sentence_.clauses[clause_index_ - 1];
        add_participants(document_, slot.role, subject_mentions(document_, sentence_, before),
                         match.participants);
      } else {
        add_place(slot, frame.particle(), match);
      }
    }
    if (frame.own) add_company_behind(match);
    pair_off(frame, match);
    add_topics(document_, topic_region(), match.participants);
    if (frame.type == EventType::restrict) restrict_topic(match);
    return match;
  }

  void add_place(const FrameSlot& slot, std::string_view particle, FrameMatch& match) const {
    for (const std::uint32_t c : places_.at(slot.place, particle)) {
      if (slot.place == "obj" && is_counted(document_, sentence_, c)) match.counted = true;
      auto named = named_by(document_, sentence_, c);
      // "shares fell in Paris", "la cour de Paris a annulé", "un parc au large d'Oléron": where,
      // not whose.
      const bool agent = slot.role == ParticipantRole::agent;
      const bool acts = slot.place == "par" || slot.place == "by";
      const bool whose = agent ? !acts : slot.place == "de" || slot.place == "of";
      std::erase_if(named, [&](std::uint32_t m) {
        const Mention& mention = document_.mention(m);
        const std::string_view head = document_.input.tags[sentence_.chunks[c].head].lemma;
        const bool beside = !agent && !sentence_.chunks[c].tokens.contains(mention.tokens.begin) &&
                            !document_.rules.actor_nouns.contains(head);  // "the state of X"
        return document_.entity(*mention.entity).type == EntityType::place && (whose || beside);
      });
      add_participants(document_, slot.role, named, match.participants);
      if (!named.empty()) continue;
      if (slot.role == ParticipantRole::agent && slot.place != "entre") {
        if (const auto owner = owner_of_thing(c)) {
          add_participant(slot.role, *owner, match.participants);
        }
      } else if (slot.place == "entre" ||
                 (slot.place == "obj" && befalls_owner(match.frame->type))) {
        // "un parc au large d'Oléron": a place is where it is, not whose.
        const auto m = owner_of(document_, sentence_, c);
        if (m && document_.entity(*document_.mention(*m).entity).type != EntityType::place) {
          add_participants(document_, slot.role, {*m}, match.participants);
        }
      }
    }
  }

  /// "racheter les activités de X", "bloquer le rachat de X": it is X whom the act concerns; a
  /// seller of "des puces de X" does nothing to X.
  [[nodiscard]] static bool befalls_owner(EventType type) {
    constexpr EventType types[] = {EventType::acquire,   EventType::restrict, EventType::ease,
                                   EventType::cancel,    EventType::litigate, EventType::fine,
                                   EventType::criticize, EventType::praise};
    return std::find(std::begin(types), std::end(types), type) != std::end(types);
  }

  void add_subject(const Frame& frame, ParticipantRole role, FrameMatch& match) const {
    auto mentions = subject_mentions(document_, sentence_, clause_);
    if (mentions.empty() || !any_actor(mentions)) {
      if (const auto maker = maker_of_subject()) mentions = *maker;
    }
    if (mentions.empty()) mentions = speaking_subject();
    if (mentions.empty() || (frame.type == EventType::report && !any_actor(mentions))) {
      for (const std::uint32_t c : clause_.subjects) {
        if (counts_actors(document_, sentence_, c)) match.counted = true;
        auto owner = owner_of_thing(c);
        // "les marges de X progressent", "les salariés de X font grève": whose they are.
        if (!owner && (frame.type == EventType::report || role == ParticipantRole::patient)) {
          if (const auto m = owner_of(document_, sentence_, c)) owner = as_actor(document_, *m);
        }
        if (!owner && frame.type == EventType::report) owner = whose_shares(c);
        if (owner) add_participant(role, *owner, match.participants);
      }
    }
    add_participants(document_, role, mentions, match.participants);
  }

  /// "le titre gagnait 3 %", "the shares fell": of whom the article is about.
  [[nodiscard]] std::optional<Owner> whose_shares(std::uint32_t chunk) const {
    const Chunk& shares = sentence_.chunks[chunk];
    const std::string_view first = document_.input.segmentation.key(shares.tokens.begin);
    if (!document_.about || !document_.rules.definites.contains(first) ||
        !document_.rules.stocks.contains(document_.input.tags[shares.head].lemma) ||
        !mentions_in(document_, shares.tokens).empty()) {
      return std::nullopt;
    }
    const auto& mentions = document_.input.entities.mentions;
    auto at = std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& m) {
      return m.tokens.begin < shares.tokens.begin;
    });
    constexpr std::ptrdiff_t far = 200;
    const auto first_near = at - std::min(far, at - mentions.begin());
    while (at != first_near) {
      --at;
      if (at->entity == document_.about) {
        return Owner{static_cast<std::uint32_t>(at - mentions.begin()), *document_.about};
      }
    }
    return std::nullopt;
  }

  /// "son usine", "l'usine" of one told of before.
  [[nodiscard]] std::optional<Owner> owner_of_thing(std::uint32_t chunk) const {
    // "its main bank", "ses créanciers" are others than whom they belong to; "its unit" is not.
    const std::string_view head = document_.input.tags[sentence_.chunks[chunk].head].lemma;
    const bool other =
        document_.rules.actor_nouns.contains(head) || document_.rules.company_nouns.contains(head);
    if (other && !document_.rules.metonyms.contains(head)) return std::nullopt;
    if (const auto owner = possessor_of(document_, sentence_, chunk)) return owner;
    return things_.owner_of_definite(document_, sentence_, chunk);
  }

  /// "500 postes seront supprimés, a indiqué X": what nobody else does to its own, the company
  /// does.
  void add_company_behind(FrameMatch& match) const {
    const bool acted =
        std::any_of(match.participants.begin(), match.participants.end(),
                    [](const Participant& p) { return p.role == ParticipantRole::agent; });
    if (acted || !places_.passive()) return;
    if (const auto owner = company_behind(document_, sentence_, chunk_.head)) {
      add_participant(ParticipantRole::agent, *owner, match.participants);
    }
  }

  /// "interdire la vente de X": what is named in what is forbidden is what is restricted.
  static void restrict_topic(FrameMatch& match) {
    const auto of = [&match](ParticipantRole role) {
      return std::find_if(match.participants.begin(), match.participants.end(),
                          [role](const Participant& p) { return p.role == role; });
    };
    if (of(ParticipantRole::patient) != match.participants.end()) return;
    const auto topic = of(ParticipantRole::topic);
    if (topic != match.participants.end()) topic->role = ParticipantRole::patient;
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
    return std::any_of(mentions.begin(), mentions.end(),
                       [this](std::uint32_t m) { return as_actor(document_, m).has_value(); });
  }

  /// "X a publié un logiciel qui limite ...": who made the thing does what the thing does.
  [[nodiscard]] std::optional<std::vector<std::uint32_t>> maker_of_subject() const {
    if (clause_.link != ClauseLink::relative) return std::nullopt;
    const auto making = clause_of_antecedent(sentence_.clauses, clause_);
    if (!making) return std::nullopt;
    auto makers = subject_mentions(document_, sentence_, sentence_.clauses[*making]);
    return any_actor(makers) ? std::optional{std::move(makers)} : std::nullopt;
  }

  const ParsedDocument& document_;
  const ParsedSentence& sentence_;
  const OwnedThings& things_;
  std::uint32_t clause_index_;
  const Clause& clause_;
  const Chunk& chunk_;
  const VerbGroup& verb_;
  VerbPlaces places_;
};

}  // namespace

void add_participant(ParticipantRole role, const Owner& owner, std::vector<Participant>& out) {
  constexpr std::size_t most = 12;
  const bool there = std::any_of(
      out.begin(), out.end(), [&owner](const Participant& p) { return p.entity == owner.entity; });
  if (!there && out.size() < most) out.push_back({role, owner.mention, owner.entity});
}

void add_participants(const ParsedDocument& document, ParticipantRole role,
                      const std::vector<std::uint32_t>& mentions, std::vector<Participant>& out) {
  for (const std::uint32_t m : mentions) {
    const Mention& mention = document.mention(m);
    if (mention.entity) add_participant(role, {m, *mention.entity}, out);
    if (mention.second) add_participant(role, {m, *mention.second}, out);
  }
}

void add_topics(const ParsedDocument& document, TokenRange tokens, std::vector<Participant>& out) {
  for (const std::uint32_t m : mentions_in(document, tokens)) {
    const EntityType type = document.entity(*document.mention(m).entity).type;
    const auto role = type == EntityType::place ? ParticipantRole::place : ParticipantRole::topic;
    add_participants(document, role, {m}, out);
  }
}

std::optional<FrameMatch> match_verb(const ParsedDocument& document, const ParsedSentence& sentence,
                                     std::uint32_t clause, const OwnedThings& things) {
  return VerbMatcher{document, sentence, clause, things}.run();
}

}  // namespace frise
