// Frames of nouns of action: alone in a phrase ("le rachat de X par Y"), or as what a support verb
// does ("annoncer le rachat de X"). Tested in tests/unit/event/.

#include "event/frames.hpp"
#include "event/verb_places.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace frise {
namespace {

using Complements = std::vector<std::pair<std::string_view, std::uint32_t>>;  ///< slot name, chunk

/// The words of a frame follow the noun.
bool words_follow(const ParsedDocument& document, std::uint32_t head, const Frame& frame) {
  const auto& segmentation = document.input.segmentation;
  for (std::size_t k = 0; k < frame.fixed.size(); ++k) {
    const std::size_t at = head + 1 + k;
    if (at >= segmentation.tokens.size() || segmentation.key(at) != frame.fixed[k]) return false;
  }
  return true;
}

/// A name before the head: "Orval's order" owns the act, "the Orval order" stands beside it ("mod")
/// where the head comes last.
std::string_view inside_place(const ParsedDocument& document, std::uint32_t mention) {
  const auto& segmentation = document.input.segmentation;
  const std::uint32_t after = document.mention(mention).tokens.end;
  const bool owned = after < segmentation.tokens.size() && segmentation.key(after).starts_with("'");
  return document.rules.head_last && !owned ? "mod" : "poss";
}

/// Names before the head of a noun, by their place.
void add_inside(const ParsedDocument& document, const ParsedSentence& sentence, std::uint32_t chunk,
                const Frame& frame, FrameMatch& match) {
  const Chunk& noun = sentence.chunks[chunk];
  for (const std::uint32_t m : mentions_in(document, {noun.tokens.begin, noun.head})) {
    const FrameSlot* slot = frame.slot(inside_place(document, m));
    if (slot == nullptr) continue;
    // "the Z4 order": a thing does not act, it is acted on.
    const bool thing = slot->role == ParticipantRole::agent && !as_actor(document, m);
    add_participants(document, thing ? ParticipantRole::patient : slot->role, {m},
                     match.participants);
  }
}

/// What a condition asks of the words and names before the head: "mod~job|staff", "poss".
bool holds_inside(const ParsedDocument& document, const ParsedSentence& sentence,
                  const FrameCondition& condition, std::uint32_t chunk) {
  const Chunk& noun = sentence.chunks[chunk];
  const auto& places = condition.places;
  const auto asked = [&](std::string_view place) {
    return std::find(places.begin(), places.end(), place) != places.end();
  };
  if (condition.kind == FrameCondition::Kind::head) {
    for (std::uint32_t t = noun.tokens.begin; asked("mod") && t < noun.head; ++t) {
      const std::string_view lemma = document.input.tags[t].lemma;
      const std::string_view form = document.input.segmentation.key(t);
      for (const std::string& word : condition.lemmas) {
        if (word == lemma || word == form) return true;
      }
    }
    return false;
  }
  const auto names = mentions_in(document, {noun.tokens.begin, noun.head});
  return std::any_of(names.begin(), names.end(), [&](std::uint32_t m) {
    if (!asked(inside_place(document, m))) return false;
    switch (condition.kind) {
      case FrameCondition::Kind::actor:
        return as_actor(document, m).has_value();
      case FrameCondition::Kind::person:
        return any_person(document, {m});
      default:
        return true;
    }
  });
}

bool holds(const ParsedDocument& document, const ParsedSentence& sentence,
           const FrameCondition& condition, std::uint32_t noun, const Complements& complements) {
  if (holds_inside(document, sentence, condition, noun)) return true;
  return std::any_of(complements.begin(), complements.end(), [&](const auto& complement) {
    const auto& [slot, chunk] = complement;
    const auto& places = condition.places;
    if (std::find(places.begin(), places.end(), slot) == places.end()) return false;
    switch (condition.kind) {
      case FrameCondition::Kind::head:
        return head_among(document, sentence, chunk, condition.lemmas);
      case FrameCondition::Kind::person:
        return any_person(document, named_by(document, sentence, chunk));
      case FrameCondition::Kind::entity:
      case FrameCondition::Kind::actor: {
        const auto named = named_by(document, sentence, chunk);
        return std::any_of(named.begin(), named.end(), [&](std::uint32_t m) {
          return condition.kind == FrameCondition::Kind::entity || as_actor(document, m);
        });
      }
      default:
        return true;
    }
  });
}

/// Complements of a noun: a run of preposition and phrase after the frame's own words, lists
/// included, up to the next verb or mark.
Complements complements_of(const ParsedSentence& sentence, std::uint32_t chunk, const Frame& frame,
                           std::uint32_t& end) {
  constexpr std::uint32_t most = 14;
  Complements found;
  std::string_view slot;
  bool foreign_slot = false;
  const std::uint32_t own_words =
      sentence.chunks[chunk].head + 1 + static_cast<std::uint32_t>(frame.fixed.size());
  for (std::uint32_t c = chunk + 1; c < sentence.chunks.size() && c < chunk + most; ++c) {
    const Chunk& next = sentence.chunks[c];
    if (next.tokens.begin < own_words) continue;
    if (next.kind == ChunkKind::preposition) {
      slot = next.key;
    } else if (next.kind == ChunkKind::noun && !slot.empty()) {
      // "avec des fabricants de premier plan": that "de" belongs to the fabricants.
      const bool nested = slot == "de" && foreign_slot;
      foreign_slot = foreign_slot || slot != "de";
      if (!nested) found.emplace_back(slot, c);
    } else if (next.kind != ChunkKind::coordinator && next.kind != ChunkKind::adverb &&
               next.kind != ChunkKind::time && next.kind != ChunkKind::noun) {
      break;
    }
    end = next.tokens.end;
  }
  return found;
}

/// The first frame of a noun whose words follow it and whose conditions hold of the complements
/// that `complements(frame)` gives. Whom the act befalls may be told by the verb alone: "faire
/// l'objet d'une plainte" needs no "contre".
template <class ComplementsOf>
const Frame* noun_frame(const ParsedDocument& document, const ParsedSentence& sentence,
                        std::uint32_t chunk, bool befalls, const ComplementsOf& complements) {
  const std::uint32_t head = sentence.chunks[chunk].head;
  auto found = document.rules.nouns.find(document.input.tags[head].lemma);
  if (found == document.rules.nouns.end()) {
    found = document.rules.nouns.find(document.input.segmentation.key(head));
  }
  if (found == document.rules.nouns.end()) return nullptr;
  for (const Frame& frame : found->second) {
    if (!words_follow(document, head, frame)) continue;
    const Complements around = complements(frame);
    const bool met =
        std::all_of(frame.conditions.begin(), frame.conditions.end(), [&](const auto& condition) {
          const bool needless = befalls && condition.kind == FrameCondition::Kind::present;
          return needless ||
                 holds(document, sentence, condition, chunk, around) != condition.negative;
        });
    if (met) return &frame;
  }
  return nullptr;
}

bool has_agent(const FrameMatch& match) {
  return std::any_of(match.participants.begin(), match.participants.end(),
                     [](const Participant& p) { return p.role == ParticipantRole::agent; });
}

class SupportMatcher {
 public:
  SupportMatcher(const ParsedDocument& document, const ParsedSentence& sentence,
                 std::uint32_t clause)
      : document_{document},
        sentence_{sentence},
        clause_index_{clause},
        clause_{sentence.clauses[clause]},
        chunk_{sentence.chunks[clause_.chunk]},
        places_{document, sentence, clause} {}

  std::optional<FrameMatch> run() {
    const auto found = document_.rules.supports.find(chunk_.verb->lemma);
    if (found == document_.rules.supports.end()) return std::nullopt;
    for (const Support& support : found->second) {
      if (!followed_by(document_, chunk_, support.fixed)) continue;
      for (const std::uint32_t c : places_.at(support.place)) {
        const bool befalls = support.subject == ParticipantRole::patient;
        const Frame* frame = noun_frame(document_, sentence_, c, befalls,
                                        [this](const Frame&) { return complements(); });
        if (frame != nullptr) return fill(*frame, support, c);
      }
    }
    return std::nullopt;
  }

 private:
  /// Of the verb and of its arguments: "annoncer un investissement dans X" has "dans X" inside.
  [[nodiscard]] Complements complements() const {
    Complements all = clause_.complements;
    all.insert(all.end(), clause_.inner.begin(), clause_.inner.end());
    return all;
  }

  [[nodiscard]] FrameMatch fill(const Frame& frame, const Support& support,
                                std::uint32_t noun) const {
    const TokenRange object = sentence_.chunks[noun].tokens;
    FrameMatch match{.frame = &frame,
                     .trigger = {chunk_.tokens.begin, object.end},
                     .clause = clause_index_,
                     .spared = support.spares,
                     .supported = true};
    if (match.trigger.begin > object.begin) match.trigger = object;
    match.counted = is_counted(document_, sentence_, noun);
    if (support.tells) match.tells_of = sentence_.chunks[noun].head;
    match.region = {match.trigger.begin, std::max(clause_.extent.end, match.trigger.end)};
    const bool own_agent = support.tells || support.subject != ParticipantRole::agent;
    if (own_agent) add_slots(frame, noun, true, match);
    // Who tells of another's act is no part of it.
    // "made its first flight": what the frame says of a subject of its own goes first.
    const FrameSlot* subject = frame.slot("subj");
    const auto own = subject != nullptr ? subject->role : support.subject;
    const auto role = support.tells && has_agent(match) ? ParticipantRole::topic : own;
    for (const std::uint32_t c : places_.at("subj")) {
      if (!places_.passive()) break;
      add_participants(document_, role, named_by(document_, sentence_, c), match.participants);
    }
    if (!places_.passive()) {
      add_participants(document_, role, subject_mentions(document_, sentence_, clause_),
                       match.participants);
    }
    add_slots(frame, noun, false, match);
    add_inside(document_, sentence_, noun, frame, match);
    if (!support.tells) {
      for (const std::string_view to : {"à", "to", "on"}) {
        for (const std::uint32_t p : places_.at(to)) {
          if (p == noun) continue;
          auto named = named_by(document_, sentence_, p);
          if (named.empty()) {
            if (const auto owner = owner_of(document_, sentence_, p)) named.push_back(*owner);
          }
          add_participants(document_, ParticipantRole::patient, named, match.participants);
        }
      }
    }
    add_topics(document_, match.region, match.participants);
    return match;
  }

  /// The noun's complements, which to a shallow reader are the verb's.
  void add_slots(const Frame& frame, std::uint32_t noun, bool agents, FrameMatch& match) const {
    for (const auto& [place, c] : complements()) {
      const FrameSlot* slot = c == noun ? nullptr : frame.slot(place);
      if (slot == nullptr || (slot->role == ParticipantRole::agent) != agents) continue;
      add_participants(document_, slot->role, named_by(document_, sentence_, c),
                       match.participants);
      if (is_counted(document_, sentence_, c)) match.counted = true;
    }
  }

  const ParsedDocument& document_;
  const ParsedSentence& sentence_;
  std::uint32_t clause_index_;
  const Clause& clause_;
  const Chunk& chunk_;
  VerbPlaces places_;
};

}  // namespace

std::optional<FrameMatch> match_support(const ParsedDocument& document,
                                        const ParsedSentence& sentence, std::uint32_t clause) {
  return SupportMatcher{document, sentence, clause}.run();
}

std::optional<FrameMatch> match_noun(const ParsedDocument& document, const ParsedSentence& sentence,
                                     std::uint32_t chunk) {
  const Chunk& noun = sentence.chunks[chunk];
  if (noun.kind != ChunkKind::noun) return std::nullopt;
  if (noun.mention && document.mention(*noun.mention).entity) return std::nullopt;
  std::uint32_t end = noun.tokens.end;
  Complements complements;
  const Frame* frame = noun_frame(document, sentence, chunk, false, [&](const Frame& candidate) {
    return complements = complements_of(sentence, chunk, candidate, end);
  });
  if (frame == nullptr) return std::nullopt;
  FrameMatch match{.frame = frame, .trigger = {noun.head, noun.head + 1}};
  match.trigger.end += static_cast<std::uint32_t>(frame->fixed.size());
  match.region = {noun.tokens.begin, end};
  for (const auto& [place, c] : complements) {
    const FrameSlot* slot = frame->slot(place);
    if (slot == nullptr) continue;
    auto mentions = referents(document, sentence, c);
    if (mentions.empty()) mentions = mentions_in(document, sentence.chunks[c].tokens);
    add_participants(document, slot->role, mentions, match.participants);
    if (is_counted(document, sentence, c)) match.counted = true;
  }
  // "son rachat par X": the possessive is whom it befalls when the actor is told.
  if (const FrameSlot* slot = frame->slot("poss")) {
    const auto role = has_agent(match) ? ParticipantRole::patient : slot->role;
    if (const auto owner = possessor_of(document, sentence, chunk)) {
      add_participant(role, *owner, match.participants);
    }
  }
  add_inside(document, sentence, chunk, *frame, match);
  // "la fusion X-Y", "le rachat X"
  const char* beside = frame->slot("entre") != nullptr ? "entre" : "de";
  if (const FrameSlot* slot = frame->slot(beside)) {
    add_participants(document, slot->role, mentions_in(document, {noun.head + 1, noun.tokens.end}),
                     match.participants);
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
  if (frame->own && !has_agent(match)) {
    if (const auto owner = company_behind(document, sentence, noun.head)) {
      add_participant(ParticipantRole::agent, *owner, match.participants);
    }
  }
  if (match.participants.empty() && !match.counted) return std::nullopt;
  return match;
}

}  // namespace frise
