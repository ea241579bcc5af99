// Tested in tests/unit/event/.

#include "event/salience.hpp"

#include "event/verb_places.hpp"

#include <algorithm>

namespace frise {

std::vector<std::uint32_t> mentions_of(const EventMention& event, ParticipantRole role) {
  std::vector<std::uint32_t> found;
  for (const Participant& p : event.participants) {
    if (p.role == role && p.mention) found.push_back(*p.mention);
  }
  return found;
}

bool in_first_person(const ParsedDocument& document, const ParsedSentence& sentence,
                     const Clause& clause) {
  return std::any_of(clause.subjects.begin(), clause.subjects.end(), [&](std::uint32_t c) {
    const std::string_view key = document.input.segmentation.key(sentence.chunks[c].head);
    return document.rules.first_person.contains(key);
  });
}

bool names_maker(const ParsedSentence& sentence, const Frame& frame, std::uint32_t clause,
                 const EventMention& event) {
  const Clause& c = sentence.clauses[clause];
  return (frame.type == EventType::produce || frame.type == EventType::build) &&
         c.link == ClauseLink::participle && event.date.value.empty() &&
         sentence.chunks[c.chunk].verb->form == VerbForm::past_participle;
}

bool acts_by_nobody(const ParsedDocument& document, const ParsedSentence& sentence,
                    const Frame& frame, std::uint32_t clause, const EventMention& event) {
  const Clause& c = sentence.clauses[clause];
  const VerbGroup& verb = *sentence.chunks[c.chunk].verb;
  if (verb.passive || verb.form == VerbForm::past_participle) return false;
  const FrameSlot* subject_slot = frame.slot("subj");
  if (subject_slot != nullptr && subject_slot->role != ParticipantRole::agent) return false;
  if (frame.type == EventType::report && !verb.subject_clitic) return false;
  const auto agents = mentions_of(event, ParticipantRole::agent);
  if (!agents.empty()) {
    // A pronoun read as a crowd ("ils": les investisseurs) is too weak to draw an arrow from.
    return std::all_of(agents.begin(), agents.end(), [&](std::uint32_t m) {
      const Mention& mention = document.mention(m);
      return mention.kind == MentionKind::pronoun &&
             !is_actor(document.entity(*mention.entity).type);
    });
  }
  if (verb.subject_clitic) return true;
  return std::any_of(c.subjects.begin(), c.subjects.end(), [&](std::uint32_t s) {
    const Chunk& subject = sentence.chunks[s];
    // An unresolved "le groupe" still acts; a patient as subject ("Brumel a levé ...") does too.
    if (subject.mention) return document.mention(*subject.mention).kind == MentionKind::pronoun;
    const std::string_view head = document.input.tags[subject.head].lemma;
    return !document.rules.company_nouns.contains(head) &&
           !document.rules.actor_nouns.contains(head) && !counts_actors(document, sentence, s);
  });
}

bool worth_drawing(const ParsedDocument& document, const ParsedSentence& sentence,
                   const EventMention& event, const FrameMatch& match) {
  if (event.factuality == Factuality::hypothetical) return false;
  std::size_t acting = 0;
  std::size_t ends = 0;
  for (const Participant& p : event.participants) {
    if (!p.entity || p.role == ParticipantRole::place) continue;
    const bool actor = is_actor(document.entity(*p.entity).type);
    if (p.role == ParticipantRole::agent && actor) ++acting;
    if (p.role == ParticipantRole::patient || p.role == ParticipantRole::recipient) ++ends;
  }
  if (match.frame->type == EventType::report) {
    // A result is news by whose it is, or with its figure and its day.
    const bool figure = !event.amounts.empty();
    const bool day = !event.date.value.empty();
    return acting > 0 ? !match.frame->weak || figure || day : !match.frame->weak && day;
  }
  // « Nous allons investir »: in a person's own words, with nothing said of what or when.
  const auto agents = mentions_of(event, ParticipantRole::agent);
  const bool person =
      !agents.empty() &&
      document.entity(*document.mention(agents.front()).entity).type == EntityType::person;
  const bool bare = person && ends == 0 && event.date.value.empty() && event.amounts.empty();
  if (bare && match.clause &&
      in_first_person(document, sentence, sentence.clauses[*match.clause])) {
    return false;
  }
  const auto& segmentation = document.input.segmentation;
  const bool headline =
      segmentation.block_of(segmentation.sentences[sentence.index]).kind == BlockKind::heading;
  if (!match.frame->weak || headline || match.supported) {
    const bool settled =
        event.factuality == Factuality::certain || event.factuality == Factuality::planned;
    const auto link = match.clause ? sentence.clauses[*match.clause].link : ClauseLink::none;
    // "un accord signé en 2012": which one, said of nobody.
    const std::uint32_t verb = match.clause ? sentence.clauses[*match.clause].chunk : 0;
    const bool which = link == ClauseLink::participle && verb > 0 &&
                       sentence.chunks[verb - 1].kind == ChunkKind::noun;
    const bool dated = settled && event.date.timex && !which;
    // "investors who bought bonds from it": which ones, no news of theirs.
    const bool crowd = link == ClauseLink::relative && acting == 0 && !agents.empty();
    if (crowd && event.date.value.empty() && event.amounts.empty()) return false;
    return acting > 0 || ends > 0 || match.counted || dated;
  }
  const bool open = event.factuality == Factuality::possible && match.clause &&
                    sentence.clauses[*match.clause].link == ClauseLink::infinitive;
  // "prendre plaisir à collaborer": nobody says that it was done, or when, or for how much.
  if (open && event.date.value.empty() && event.amounts.empty()) return false;
  return acting > 0 && (ends > 0 || !event.date.value.empty() || !event.amounts.empty());
}

}  // namespace frise
