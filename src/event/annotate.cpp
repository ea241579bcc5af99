// The event stage: parse, lay frames over verbs and nouns, add what is merely said, then stances.
// An act of speech is an event of its own only when what it says is none: "a annoncé avoir acheté"
// is a purchase with an attribution. Tested in tests/unit/event/.

#include "event/details.hpp"
#include "event/frames.hpp"
#include "event/salience.hpp"
#include "event/sequence.hpp"
#include "event/stances.hpp"
#include "event/verb_places.hpp"
#include "frise/event/event_mention.hpp"

#include <algorithm>

namespace frise {
namespace {

class EventAnnotator {
 public:
  EventAnnotator(const EventInput& input, const EventRules& rules)
      : document_{parse_document(input, rules.impl())}, things_{document_} {}

  EventLayer run() {
    for (const ParsedSentence& sentence : document_.sentences) {
      if (sentence.clauses.empty() && sentence.chunks.empty()) continue;
      const std::size_t before = layer_.events.size();
      verbs(sentence, before);
      nouns(sentence);
      more_of_the_same(before);
      sayings(sentence, before);
      one_label_one_mark(before);
      for (std::size_t i = before; i < layer_.events.size(); ++i) {
        if (frames_[i] != nullptr && frames_[i]->neutral) continue;
        stances_of_act(document_, sentence, layer_.events[i], layer_.stances);
      }
      stances_of_words(document_, sentence, layer_.events, layer_.stances);
      std::stable_sort(
          layer_.events.begin() + static_cast<std::ptrdiff_t>(before), layer_.events.end(),
          [](const EventMention& a, const EventMention& b) { return a.trigger < b.trigger; });
      order_of_sentence(document_, sentence, layer_.events, before, layer_.order);
    }
    return std::move(layer_);
  }

 private:
  EventMention& add(const ParsedSentence& sentence, const FrameMatch& match) {
    EventMention event{.type = match.frame->type,
                       .trigger = document_.span(match.trigger),
                       .sentence = sentence.index,
                       .participants = match.participants,
                       .status = match.frame->status,
                       .rule = match.frame->rule};
    event.amounts = amounts_in(document_, match.region);
    event.date = date_of(document_, sentence, match.clause, match.trigger.begin);
    // "a annoncé mardi la fermeture de X d'ici à 2025": the day of the telling is not that of the
    // act.
    if (match.tells_of) {
      const EventDate own = date_of(document_, sentence, std::nullopt, *match.tells_of);
      if (own.timex) event.date = own;
    }
    const SpeechAct* speech = speech_around(document_, sentence, match.trigger.begin);
    if (speech != nullptr && (speech->mention || !speech->speaker_text.empty())) {
      event.attribution = attribution_of(document_, *speech);
    }
    if (match.clause) {
      const Certainty certainty = certainty_of(document_, sentence, *match.clause, speech);
      event.factuality = certainty.factuality;
      event.negated = certainty.negated != match.spared;
      if (match.spared && settled(event.factuality)) {
        event.factuality = event.negated ? Factuality::denied : Factuality::certain;
      }
      if (certainty.hypothetical || certainty.alleged ||
          names_maker(sentence, *match.frame, *match.clause, event) ||
          acts_by_nobody(document_, sentence, *match.frame, *match.clause, event)) {
        event.salient = false;
      }
    } else if (sentence.question) {
      event.factuality = Factuality::hypothetical;
    } else if (speech != nullptr && speech->kind == SpeechKind::deny) {
      event.factuality = Factuality::denied;
    } else if (rumoured(sentence, match)) {
      event.factuality = Factuality::reported;
    } else if (speech != nullptr && (speech->anonymous || !speech->clause)) {
      event.factuality = Factuality::reported;
    }
    if (!match.clause && event.factuality == Factuality::certain && doubted(sentence, match)) {
      event.factuality = Factuality::possible;
    }
    if (match.frame->asks_negation()) {
      // "ne sont plus les bienvenus" is what the frame means: nothing is left to deny.
      event.negated = false;
      if (event.factuality == Factuality::denied) event.factuality = Factuality::certain;
    }
    const bool to_come = match.tells_of && match.frame->own;
    if (to_come && event.factuality == Factuality::certain) event.factuality = Factuality::planned;
    if (match.frame->factuality && event.factuality == Factuality::certain) {
      event.factuality = *match.frame->factuality;
    }
    event.status = deal_status(document_, sentence, event);
    event.summary = summarize(document_, sentence, named_agents(sentence, match, event),
                              match.clause, match.region);
    event.salient = event.salient && worth_drawing(document_, sentence, event, match);
    layer_.events.push_back(std::move(event));
    frames_.resize(layer_.events.size());
    frames_.back() = match.frame;
    return layer_.events.back();
  }

  [[nodiscard]] static bool settled(Factuality factuality) {
    return factuality == Factuality::certain || factuality == Factuality::denied;
  }

  /// Who is named in the label: the agents, or all of a joint subject ("X et Y ont signé").
  [[nodiscard]] std::vector<std::uint32_t> named_agents(const ParsedSentence& sentence,
                                                        const FrameMatch& match,
                                                        const EventMention& event) const {
    auto agents = mentions_of(event, ParticipantRole::agent);
    if (!match.clause || agents.empty()) return agents;
    const Clause& clause = sentence.clauses[*match.clause];
    if (sentence.chunks[clause.chunk].verb->passive) return agents;
    auto subject = subject_mentions(document_, sentence, clause);
    const bool joint = subject.size() > agents.size() &&
                       std::find(subject.begin(), subject.end(), agents.front()) != subject.end();
    return joint ? subject : agents;
  }

  /// "l'investissement éventuel de X", "... reste incertain".
  [[nodiscard]] bool doubted(const ParsedSentence& sentence, const FrameMatch& match) const {
    const auto& segmentation = document_.input.segmentation;
    constexpr std::uint32_t near = 14;
    const std::uint32_t end =
        std::min(segmentation.sentences[sentence.index].tokens.end, match.trigger.end + near);
    const std::uint32_t begin = std::max(segmentation.sentences[sentence.index].tokens.begin,
                                         match.trigger.begin > 2 ? match.trigger.begin - 2 : 0);
    for (std::uint32_t t = begin; t < end; ++t) {
      if (document_.rules.doubts.contains(document_.input.tags[t].lemma)) return true;
    }
    return false;
  }

  /// "des rumeurs de rachat de X", "l'hypothèse d'une fusion".
  [[nodiscard]] bool rumoured(const ParsedSentence& sentence, const FrameMatch& match) const {
    constexpr std::uint32_t near = 4;
    const std::uint32_t begin = document_.input.segmentation.sentences[sentence.index].tokens.begin;
    for (std::uint32_t t = match.trigger.begin; t > begin && match.trigger.begin - t < near; --t) {
      if (document_.rules.rumours.contains(document_.input.tags[t - 1].lemma)) return true;
    }
    return false;
  }

  /// "X a publié un logiciel qui limite Y": the relative tells what the thing does, so the thing's
  /// coming out is no mark of its own.
  void outdone(const ParsedSentence& sentence, const Clause& relative, std::size_t before) {
    const auto making = clause_of_antecedent(sentence.clauses, relative);
    if (!making) return;
    const Span verb = document_.span(sentence.chunks[sentence.clauses[*making].chunk].tokens);
    constexpr std::size_t near = 16;
    const std::size_t count = layer_.events.size();
    for (std::size_t i = std::max(before, count - std::min(count, near)); i < count; ++i) {
      EventMention& event = layer_.events[i];
      if (event.trigger == verb && event.type == EventType::launch) event.salient = false;
    }
  }

  void verbs(const ParsedSentence& sentence, std::size_t before) {
    for (std::uint32_t i = 0; i < sentence.clauses.size(); ++i) {
      const auto match = match_verb(document_, sentence, i, things_);
      if (!match) continue;
      const EventMention& event = add(sentence, *match);
      take(sentence, *match);
      if (event.salient && sentence.clauses[i].link == ClauseLink::relative) {
        outdone(sentence, sentence.clauses[i], before);
      }
    }
  }

  /// What a verb's event holds is no event of its own: the object that its frame asks for ("signer
  /// un accord"), and nouns of the same type in its clause.
  void take(const ParsedSentence& sentence, const FrameMatch& match) {
    taken_.push_back({match.trigger, std::nullopt});
    taken_.push_back({{match.trigger.begin, match.region.end}, match.frame->type});
    if (!match.clause || !match.frame->asks_words()) return;
    const Clause& clause = sentence.clauses[*match.clause];
    for (const auto* places : {&clause.objects, &clause.subjects}) {
      for (const std::uint32_t c : *places) taken_.push_back({sentence.chunks[c].tokens, {}});
    }
  }

  void nouns(const ParsedSentence& sentence) {
    for (std::uint32_t c = 0; c < sentence.chunks.size(); ++c) {
      const auto match = match_noun(document_, sentence, c);
      if (!match) continue;
      // Triggers of verbs are in order; only the last ones that begin before may reach so far.
      constexpr std::ptrdiff_t near = 8;
      const auto after = std::lower_bound(
          taken_.begin(), taken_.end(), match->trigger.end,
          [](const Taken& t, std::uint32_t stop) { return t.tokens.begin < stop; });
      const auto from = after - std::min(near, after - taken_.begin());
      const bool taken = std::any_of(from, after, [&](const Taken& t) {
        return (!t.type || *t.type == match->frame->type) && match->trigger.begin < t.tokens.end;
      });
      if (!taken) add(sentence, *match);
    }
    taken_.clear();
  }

  /// The more, the less sure: what is planned is surer than what is only possible.
  [[nodiscard]] static int doubt(Factuality factuality) {
    return factuality == Factuality::planned ? static_cast<int>(Factuality::probable)
                                             : static_cast<int>(factuality);
  }

  /// "X a travaillé avec Y pour vendre Z": two predicates whose labels begin as one make one mark,
  /// that of the predicate that needs no company, else the surer one.
  void one_label_one_mark(std::size_t before) {
    constexpr std::size_t near = 32;
    for (std::size_t i = before; i < layer_.events.size(); ++i) {
      const std::size_t end = std::min(layer_.events.size(), i + near);
      for (std::size_t j = i + 1; j < end; ++j) {
        EventMention& a = layer_.events[i];
        EventMention& b = layer_.events[j];
        const bool one = a.summary.starts_with(b.summary) || b.summary.starts_with(a.summary);
        if (!a.salient || !b.salient || !one) continue;
        const bool weak = frames_[j] != nullptr && frames_[j]->weak;
        const bool one_weak = weak != (frames_[i] != nullptr && frames_[i]->weak);
        const bool keep_first = one_weak ? weak : doubt(a.factuality) <= doubt(b.factuality);
        (keep_first ? b : a).salient = false;
      }
    }
  }

  /// "X a vendu 300 camions à Y, et 50 autres ont été livrés à Z": more of the same, by the same.
  void more_of_the_same(std::size_t before) {
    constexpr std::size_t near = 8;
    for (std::size_t i = before + 1; i < layer_.events.size(); ++i) {
      EventMention& more = layer_.events[i];
      const auto open = std::find_if(more.amounts.begin(), more.amounts.end(), [](const Amount& a) {
        return a.slot == "count" && a.unit.empty();
      });
      if (open == more.amounts.end() || !mentions_of(more, ParticipantRole::agent).empty())
        continue;
      for (std::size_t j = i; j > before && i - j < near; --j) {
        const EventMention& first = layer_.events[j - 1];
        const auto counted =
            std::find_if(first.amounts.begin(), first.amounts.end(),
                         [](const Amount& a) { return a.slot == "count" && !a.unit.empty(); });
        if (first.type != more.type || counted == first.amounts.end()) continue;
        open->unit = counted->unit;
        for (const ParticipantRole role : {ParticipantRole::agent, ParticipantRole::patient}) {
          add_participants(document_, role, mentions_of(first, role), more.participants);
        }
        break;
      }
    }
  }

  /// A saying whose content is no event of its own, by somebody we know.
  void sayings(const ParsedSentence& sentence, std::size_t before) {
    for (const SpeechAct& act : sentence.speech) {
      if (!act.mention || !document_.mention(*act.mention).entity) continue;
      EventMention event = saying(sentence, act);
      for (std::size_t i = before; i < layer_.events.size(); ++i) {
        const EventMention& other = layer_.events[i];
        // The frame of the same verb, or what is said: either tells more than the saying.
        if (other.salient && other.trigger.overlaps(event.trigger)) event.salient = false;
        if (other.salient && !other.participants.empty() && other.attribution &&
            other.attribution->span == act.cue && act.clause && !quoted(act)) {
          event.salient = false;
        }
      }
      if (!event.salient) continue;
      layer_.events.push_back(std::move(event));
      frames_.resize(layer_.events.size());
    }
  }

  /// Some of what an act says stands between quotation marks.
  [[nodiscard]] bool quoted(const SpeechAct& act) const {
    if (act.content.size() == 0) return false;
    if (quotation_at(document_, act.content.begin)) return true;
    const auto& quotations = document_.input.segmentation.quotations;
    const auto next =
        std::lower_bound(quotations.begin(), quotations.end(), act.content.begin,
                         [](const Quotation& q, std::uint32_t at) { return q.tokens.begin < at; });
    return next != quotations.end() && next->tokens.begin < act.content.end &&
           next->tokens.size() > 0;
  }

  /// What an act says, with the sentences before it in the same quotation.
  [[nodiscard]] TokenRange said_by(const SpeechAct& act) const {
    constexpr std::uint32_t far = 120;
    TokenRange said = act.content;
    if (said.size() == 0) return said;
    if (const auto q = quotation_at(document_, said.begin)) {
      const std::uint32_t opens = document_.input.segmentation.quotations[*q].tokens.begin;
      if (said.begin - opens < far) said.begin = opens;
    }
    return said;
  }

  EventMention saying(const ParsedSentence& sentence, const SpeechAct& act) {
    EventMention event{.type = EventType::state, .trigger = act.cue, .sentence = sentence.index};
    if (act.kind == SpeechKind::praise) event.type = EventType::praise;
    if (act.kind == SpeechKind::criticize) event.type = EventType::criticize;
    if (act.kind == SpeechKind::request) event.type = EventType::request;
    event.participants.push_back(
        {ParticipantRole::agent, act.mention, document_.mention(*act.mention).entity});
    event.rule = document_.rules.lang + "/event/speech";
    const bool evaluates = event.type == EventType::praise || event.type == EventType::criticize;
    if (act.clause) {
      const Clause& clause = sentence.clauses[*act.clause];
      const std::uint32_t head = sentence.chunks[clause.chunk].head;
      event.date = date_of(document_, sentence, *act.clause, head);
      const SpeechAct* outer = speech_around(document_, sentence, head);
      if (outer == &act) outer = nullptr;
      // « Nous pensons que ... », "a dit qu'il pensait ...", "s'étonne : c'est trop, pense-t-elle":
      // told as said by them already.
      const bool aims =
          std::any_of(clause.objects.begin(), clause.objects.end(),
                      [&](std::uint32_t c) { return sentence.chunks[c].kind == ChunkKind::noun; });
      const bool told =
          outer != nullptr && outer->mention &&
          (event.type == EventType::state || (evaluates && !aims)) &&
          (in_first_person(document_, sentence, clause) ||
           ((clause.link == ClauseLink::complement || clause.inverted) &&
            document_.mention(*outer->mention).entity == event.participants[0].entity));
      if (outer != nullptr && (outer->mention || !outer->speaker_text.empty())) {
        event.attribution = attribution_of(document_, *outer);
      }
      const Certainty certainty = certainty_of(document_, sentence, *act.clause, outer);
      event.factuality = certainty.factuality;
      event.negated = certainty.negated;
      event.salient = !certainty.hypothetical && !certainty.negated && !told;
      if (act.kind == SpeechKind::promise) {
        // The promise is made, whatever comes of it; a date behind it is that of what is promised.
        event.factuality = Factuality::certain;
        const auto& times = document_.input.times.items;
        if (event.date.timex && event.trigger.end <= times[*event.date.timex].span.begin) {
          event.date = {};
        }
      }
      if (evaluates) {
        for (const std::uint32_t c : clause.objects) {
          auto targets = referents(document_, sentence, c);
          if (targets.empty()) {
            if (const auto owner = owner_of(document_, sentence, c)) targets.push_back(*owner);
          }
          add_participants(document_, ParticipantRole::patient, targets, event.participants);
        }
      }
    } else {
      event.date = date_of(document_, sentence, std::nullopt, act.content.begin);
      // A source phrase or dash line matters only with the words it brings.
      event.salient = act.content.size() > 0 && quoted(act);
    }
    std::vector<std::uint32_t> topics;
    for (const std::uint32_t m : mentions_in(document_, said_by(act))) {
      const EntityType type = document_.entity(*document_.mention(m).entity).type;
      if (type != EntityType::place) topics.push_back(m);
    }
    add_participants(document_, ParticipantRole::topic, topics, event.participants);
    // "a indiqué que le projet en était au stade de la lettre d'intention"; what is finished may be
    // said not to be.
    const DealStatus stage = worded_status(document_, sentence);
    if (stage != DealStatus::completed) event.status = stage;
    event.summary = summarize_speech(document_, sentence, act);
    return event;
  }

  /// Words that belong to an event already: no noun among them is another one, or none of a type.
  struct Taken {
    TokenRange tokens;
    std::optional<EventType> type;
  };

  ParsedDocument document_;
  OwnedThings things_;
  EventLayer layer_;
  std::vector<Taken> taken_;
  std::vector<const Frame*> frames_;  ///< of each event, until its sentence is sorted
};

}  // namespace

EventLayer annotate_events(const EventInput& input, const EventRules& rules) {
  return EventAnnotator{input, rules}.run();
}

}  // namespace frise
