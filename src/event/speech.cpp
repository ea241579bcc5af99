// Verbs and expressions of speech with their subject and what they say (after the
// source-cue-content scheme of Pareti, PARC 2012). Tested in tests/unit/event/speech_test.cpp.

#include "event/speech.hpp"
#include "event/speech_parts.hpp"

#include <algorithm>

namespace frise {
namespace {

/// "un représentant du groupe", "le ministre du Budget": somebody by his role whom no name is known
/// for.
bool unnamed_role(const ParsedDocument& document, const Chunk& chunk) {
  if (!chunk.mention) return false;
  const Mention& mention = document.mention(*chunk.mention);
  return mention.kind == MentionKind::nominal && !mention.entity &&
         mention.rule.ends_with("nominal-role");
}

bool indefinite(const ParsedDocument& document, const Chunk& chunk) {
  return document.input.tags[chunk.head].morphology.number == GrammaticalNumber::plural ||
         document.rules.indefinite.contains(document.input.segmentation.key(chunk.tokens.begin));
}

/// "sous couvert d'anonymat": who speaks so is not the house, even where the house is named.
bool asks_not_to_be_named(const ParsedDocument& document, const ParsedSentence& sentence) {
  const TokenRange tokens = document.input.segmentation.sentences[sentence.index].tokens;
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (document.rules.anonymity.contains(document.input.segmentation.key(t))) return true;
  }
  return false;
}

/// News calls a person by the role first and by the name in the next sentence: "Le ministre a
/// déclaré ... X reconnaît ...": the person whose name opens it.
std::optional<std::uint32_t> named_next(const ParsedDocument& document,
                                        const ParsedSentence& sentence) {
  const auto& sentences = document.input.segmentation.sentences;
  if (sentence.index + 1 >= sentences.size()) return std::nullopt;
  const auto m = mention_at(document.input.entities, sentences[sentence.index + 1].tokens.begin);
  if (!m || document.mention(*m).kind != MentionKind::name) return std::nullopt;
  return is_person(document, m) ? m : std::nullopt;
}

}  // namespace

bool has_speaker(const SpeechAct& act) { return act.mention || !act.speaker_text.empty(); }

bool is_person(const ParsedDocument& document, std::optional<std::uint32_t> mention) {
  if (!mention) return false;
  const auto entity = document.mention(*mention).entity;
  return entity && document.entity(*entity).type == EntityType::person;
}

void set_speaker(const ParsedDocument& document, const ParsedSentence& sentence,
                 const std::vector<std::uint32_t>& chunks, SpeechAct& act) {
  for (const std::uint32_t c : chunks) {
    const Chunk& chunk = sentence.chunks[c];
    if (indefinite(document, chunk) && asks_not_to_be_named(document, sentence)) {
      act.speaker_text = document.text(chunk.tokens);
      act.anonymous = true;
      return;
    }
    for (const std::uint32_t m : referents(document, sentence, c)) {
      const Mention& mention = document.mention(m);
      if (!mention.entity || !is_actor(document.entity(*mention.entity).type)) continue;
      act.mention = m;
      return;
    }
    if (document.rules.anonymous.contains(document.input.tags[chunk.head].lemma)) {
      act.speaker_text = document.text(chunk.tokens);
      act.anonymous = true;
      return;
    }
    if (!unnamed_role(document, chunk)) continue;
    if (indefinite(document, chunk)) {
      act.speaker_text = document.text(chunk.tokens);
      act.anonymous = true;
    } else if (const auto named = named_next(document, sentence)) {
      act.mention = named;
    } else {
      act.speaker_text = document.text(chunk.tokens);
    }
    return;
  }
}

namespace {

/// Whom a person speaks for, besides himself: a spokesman for his house; the head or a member of a
/// union, party or association for it ("X, de la CGT", "X, président de l'UFIP"); not the head of a
/// company, who has a mind of his own.
std::optional<std::uint32_t> house_of(const ParsedDocument& document,
                                      const ParsedSentence& sentence, std::uint32_t speaker) {
  const auto person = document.mention(speaker).entity;
  if (!person || document.entity(*person).type != EntityType::person) return std::nullopt;
  for (const RoleFact& fact : document.input.entities.roles) {
    if (fact.person != *person || fact.time == RoleTime::past) continue;
    const bool body = document.entity(fact.organization).type == EntityType::organization;
    const bool speaks = std::any_of(
        document.rules.spokesmen.begin(), document.rules.spokesmen.end(),
        [&](const auto& word) { return fact.role.find(word.first) != std::string::npos; });
    if (body || speaks) return fact.organization;
  }
  // "X, de la CGT, ..."
  const std::uint32_t behind = document.mention(speaker).tokens.end;
  const auto comma = std::find_if(sentence.chunks.begin(), sentence.chunks.end(),
                                  [&](const Chunk& c) { return c.tokens.begin == behind; });
  if (comma == sentence.chunks.end() || sentence.chunks.end() - comma < 3) return std::nullopt;
  const Chunk& of = *(comma + 1);
  const Chunk& body = *(comma + 2);
  if (comma->kind != ChunkKind::comma || of.kind != ChunkKind::preposition ||
      (of.key != "de" && of.key != "of") || !body.mention) {
    return std::nullopt;
  }
  const auto entity = document.mention(*body.mention).entity;
  const bool fits = entity && document.entity(*entity).type == EntityType::organization;
  return fits ? entity : std::nullopt;
}

/// "“...,” X said": a quotation ends right before the speaker.
bool follows_quotation(const ParsedSentence& sentence, const Clause& clause) {
  if (clause.subjects.empty() || clause.subjects.front() >= clause.chunk) return false;
  const std::uint32_t subject = clause.subjects.front();
  const auto closes = [&](std::uint32_t back) {
    return subject >= back && sentence.chunks[subject - back].kind == ChunkKind::close_quote;
  };
  return closes(1) || (closes(2) && sentence.chunks[subject - 1].kind == ChunkKind::comma);
}

/// What an act says, in tokens: the part after its complementizer or colon, else all before an
/// inverted cue.
TokenRange content_of(const ParsedDocument& document, const ParsedSentence& sentence,
                      const Clause& clause) {
  const auto& sentence_tokens = document.input.segmentation.sentences[sentence.index].tokens;
  const Chunk& verb = sentence.chunks[clause.chunk];
  if (clause.inverted || verb.verb->subject_clitic) {
    return {sentence_tokens.begin, verb.tokens.begin};
  }
  if (follows_quotation(sentence, clause)) {
    return {sentence_tokens.begin, sentence.chunks[clause.subjects.front()].tokens.begin};
  }
  return {verb.tokens.end, sentence_tokens.end};
}

const SpeechVerb* speech_verb(const ParsedDocument& document, const Chunk& chunk) {
  const auto found = document.rules.speech.find(chunk.verb->lemma);
  if (found == document.rules.speech.end()) return nullptr;
  for (const SpeechVerb& verb : found->second) {
    if (verb.reflexive != chunk.verb->reflexive) continue;
    if (followed_by(document, chunk, verb.fixed)) return &verb;
  }
  return nullptr;
}

/// "a promis de fermer", "menace de partir": the verb that was passed on the way to the act.
const SpeechVerb* promising_verb(const ParsedDocument& document, const Chunk& chunk) {
  if (chunk.verb->operators.empty()) return nullptr;
  for (std::uint32_t t = chunk.tokens.begin; t < chunk.verb->main; ++t) {
    const auto found = document.rules.speech.find(document.input.tags[t].lemma);
    if (found == document.rules.speech.end()) continue;
    for (const SpeechVerb& verb : found->second) {
      const bool promises = verb.kind == SpeechKind::promise || verb.kind == SpeechKind::warn;
      if (!promises || !verb.fixed.empty()) continue;
      bool reflexive = false;
      for (std::uint32_t before = chunk.tokens.begin; before < t; ++before) {
        reflexive = reflexive ||
                    document.rules.reflexives.contains(document.input.segmentation.key(before));
      }
      if (verb.reflexive == reflexive) return &verb;
    }
  }
  return nullptr;
}

/// "X a fermé le site, affirmant que ...": a participle whose subject is nobody known is said by
/// the first who acts in the sentence.
void borrow_speaker(const ParsedDocument& document, const ParsedSentence& sentence,
                    std::uint32_t clause, SpeechAct& act) {
  const VerbGroup& verb = *sentence.chunks[sentence.clauses[clause].chunk].verb;
  if (has_speaker(act) || verb.form != VerbForm::present_participle) return;
  for (std::uint32_t i = 0; i < clause && !has_speaker(act); ++i) {
    set_speaker(document, sentence, sentence.clauses[i].subjects, act);
  }
}

/// What is said may be an infinitive behind a preposition.
bool advises(SpeechKind kind) {
  return kind == SpeechKind::recommend || kind == SpeechKind::promise || kind == SpeechKind::warn;
}

/// What stands behind the verb is a quotation, a clause or a colon.
bool content_follows(const ParsedSentence& sentence, std::uint32_t verb, SpeechKind kind) {
  for (std::size_t c = verb + 1; c < sentence.chunks.size(); ++c) {
    const Chunk& later = sentence.chunks[c];
    switch (later.kind) {
      case ChunkKind::complementizer:
      case ChunkKind::colon:
      case ChunkKind::open_quote:
        return true;
      case ChunkKind::verb:
        if (later.verb->form == VerbForm::infinitive &&
            (c == verb + 1 || (c == verb + 2 && advises(kind)))) {
          return true;  // "affirme avoir vendu", "conseille de vendre"
        }
        // English leaves "that" out: "said it had sold".
        if (later.verb->form == VerbForm::finite) return kind != SpeechKind::request;
        continue;
      case ChunkKind::stop:
      case ChunkKind::close_quote:  // the verb is itself part of what somebody says
        return false;
      default:
        continue;
    }
  }
  return false;
}

/// A verb of speech needs something said ("répondre à la demande" says nothing); expressions, and
/// those that judge, deny or describe, may take a plain object.
bool says_something(const ParsedDocument& document, const ParsedSentence& sentence,
                    std::uint32_t index, const SpeechVerb& verb) {
  const Clause& clause = sentence.clauses[index];
  const Chunk& chunk = sentence.chunks[clause.chunk];
  if (clause.inverted || chunk.verb->subject_clitic) return true;
  if (follows_quotation(sentence, clause)) return true;
  const auto names_actor = [&](std::uint32_t c) {
    const auto owner = owner_of(document, sentence, c);
    return owner && is_actor(document.entity(*document.mention(*owner).entity).type);
  };
  switch (verb.need) {
    case SpeechNeed::bare:
      return true;
    case SpeechNeed::actor:
      if (std::any_of(clause.objects.begin(), clause.objects.end(), names_actor)) return true;
      break;
    case SpeechNeed::kind:
      if (verb.kind == SpeechKind::deny || verb.kind == SpeechKind::praise ||
          verb.kind == SpeechKind::criticize || verb.kind == SpeechKind::request) {
        return true;
      }
      if (verb.kind == SpeechKind::announce && !clause.objects.empty()) return true;
      break;
    case SpeechNeed::said:
      break;
  }
  return content_follows(sentence, clause.chunk, verb.kind);
}

bool differ(const Mention& a, const Mention& b) {
  const auto unlike = [](auto x, auto y) {
    return x != decltype(x)::unknown && y != decltype(y)::unknown && x != y;
  };
  return unlike(a.gender, b.gender) || unlike(a.number, b.number);
}

/// Who spoke last, in this sentence or shortly before it.
std::optional<std::uint32_t> last_speaker(const ParsedDocument& document,
                                          const ParsedSentence& sentence) {
  constexpr std::size_t reach = 6;
  const auto in = [](const ParsedSentence& one) -> std::optional<std::uint32_t> {
    for (auto act = one.speech.rbegin(); act != one.speech.rend(); ++act) {
      if (act->mention) return act->mention;
    }
    return std::nullopt;
  };
  if (const auto here = in(sentence)) return here;
  for (std::size_t back = 1; back <= std::min(reach, document.sentences.size()); ++back) {
    if (const auto m = in(document.sentences[document.sentences.size() - back])) return m;
  }
  return std::nullopt;
}

/// "« ... », a-t-il dit": whom the pronoun stands for, else whoever spoke last.
std::optional<std::uint32_t> clitic_speaker(const ParsedDocument& document,
                                            const ParsedSentence& sentence, std::uint32_t clitic) {
  const auto m = mention_at(document.input.entities, clitic);
  if (m && document.mention(*m).entity) return m;
  const auto last = last_speaker(document, sentence);
  if (!last || (m && differ(document.mention(*m), document.mention(*last)))) return std::nullopt;
  return last;
}

/// "« ... » déclare à l'AFP X, ...", "« ... », a dit mardi à la presse X": the speaker behind what
/// the verb takes first.
std::optional<std::uint32_t> speaker_after(const ParsedDocument& document,
                                           const ParsedSentence& sentence, std::uint32_t verb) {
  if (verb == 0 || sentence.chunks[verb - 1].kind != ChunkKind::close_quote) {
    const bool comma = verb > 1 && sentence.chunks[verb - 1].kind == ChunkKind::comma &&
                       sentence.chunks[verb - 2].kind == ChunkKind::close_quote;
    if (!comma) return std::nullopt;
  }
  constexpr std::uint32_t near = 7;
  bool governed = false;
  for (std::uint32_t c = verb + 1; c < sentence.chunks.size() && c <= verb + near; ++c) {
    switch (sentence.chunks[c].kind) {
      case ChunkKind::preposition:
        governed = true;
        break;
      case ChunkKind::noun: {
        const bool actor = [&] {
          const auto who = referents(document, sentence, c);
          return !who.empty() &&
                 is_actor(document.entity(*document.mention(who.front()).entity).type);
        }();
        if (!governed && actor) return c;
        governed = false;
        break;
      }
      case ChunkKind::time:
      case ChunkKind::adverb:
      case ChunkKind::comma:
        break;
      default:
        return std::nullopt;
    }
  }
  return std::nullopt;
}

void find_speech_verbs(const ParsedDocument& document, ParsedSentence& sentence) {
  for (std::uint32_t i = 0; i < sentence.clauses.size(); ++i) {
    if (sentence.speech.size() >= most_speech_acts) return;
    Clause& clause = sentence.clauses[i];
    const Chunk& chunk = sentence.chunks[clause.chunk];
    if (chunk.verb->passive) continue;
    const SpeechVerb* verb = speech_verb(document, chunk);
    if (verb == nullptr) {
      if (const SpeechVerb* promise = promising_verb(document, chunk)) {
        SpeechAct act{.kind = promise->kind, .clause = i, .cue = document.span(chunk.tokens)};
        set_speaker(document, sentence, clause.subjects, act);
        act.content = content_of(document, sentence, clause);
        sentence.speech.push_back(std::move(act));
      }
      continue;
    }
    if (!clause.inverted && !chunk.verb->subject_clitic) {
      if (const auto after = speaker_after(document, sentence, clause.chunk)) {
        clause.subjects = {*after};
        clause.inverted = true;
      }
    }
    if (!says_something(document, sentence, i, *verb)) continue;
    SpeechAct act{.kind = verb->kind, .clause = i};
    set_speaker(document, sentence, clause.subjects, act);
    if (chunk.verb->subject_clitic) {
      act.mention = clitic_speaker(document, sentence, *chunk.verb->subject_clitic);
    }
    borrow_speaker(document, sentence, i, act);
    act.cue = document.span(chunk.tokens);
    act.content = content_of(document, sentence, clause);
    sentence.speech.push_back(std::move(act));
  }
}

}  // namespace

void find_speech(const ParsedDocument& document, ParsedSentence& sentence) {
  find_speech_verbs(document, sentence);
  find_source_phrases(document, sentence);
  find_quote_tags(document, sentence);
  if (sentence.speech.empty()) find_colon_speech(document, sentence);
  for (SpeechAct& act : sentence.speech) {
    if (act.mention) act.house = house_of(document, sentence, *act.mention);
  }
}

void find_dash_line(const ParsedDocument& document, ParsedSentence& sentence) {
  SpeechAct act{.kind = SpeechKind::state};
  for (const Chunk& chunk : sentence.chunks) {
    if (!chunk.mention || !document.mention(*chunk.mention).entity) continue;
    if (!is_actor(document.entity(*document.mention(*chunk.mention).entity).type)) continue;
    act.mention = chunk.mention;
    act.cue = document.span(chunk.tokens);
    break;
  }
  if (!act.mention) return;
  act.house = house_of(document, sentence, *act.mention);
  sentence.speech.push_back(std::move(act));
}

}  // namespace frise
