// A label in the article's own words: who, by the preferred name, then the text from the verb on.
// Nothing is rephrased, so negation, conditional and tense stay as the source wrote them.

#include "event/details.hpp"
#include "event/excerpt.hpp"
#include "event/verb_places.hpp"

#include <algorithm>
#include <utility>

namespace frise {
namespace {

std::string names(const ParsedDocument& document, const std::vector<std::uint32_t>& mentions) {
  std::vector<std::uint32_t> entities;
  for (const std::uint32_t m : mentions) {
    for (const auto& e : {document.mention(m).entity, document.mention(m).second}) {
      if (e && std::find(entities.begin(), entities.end(), *e) == entities.end()) {
        entities.push_back(*e);
      }
    }
  }
  std::string out;
  constexpr std::size_t most = 3;
  for (std::size_t i = 0; i < entities.size() && i < most; ++i) {
    if (i > 0) out += i + 1 == std::min(entities.size(), most) ? document.rules.and_word : ", ";
    out += document.entity(entities[i]).name;
  }
  if (entities.size() > most) out += "…";
  return out;
}

/// The words name the first of the agents.
bool names_one_of(const ParsedDocument& document, TokenRange words,
                  const std::vector<std::uint32_t>& agents) {
  const auto named = mentions_in(document, words);
  return !agents.empty() && std::any_of(named.begin(), named.end(), [&](std::uint32_t m) {
    return document.mention(m).entity == document.mention(agents.front()).entity &&
           document.mention(m).kind == MentionKind::name;
  });
}

bool is_small(char c) { return c >= 'a' && c <= 'z'; }

/// A label that does not begin with a name begins as a title does.
std::string titled(std::string label) {
  if (!label.empty() && is_small(label[0])) label[0] = static_cast<char>(label[0] - 'a' + 'A');
  return label;
}

/// One of the agents is what the clause's own subject stands for.
bool acts_as_subject(const ParsedDocument& document, const ParsedSentence& sentence,
                     const Clause& clause, const std::vector<std::uint32_t>& agents) {
  // "les ventes de X progressent": it is not X that does.
  for (const std::uint32_t c : clause.subjects) {
    const Chunk& subject = sentence.chunks[c];
    const bool itself = subject.mention && document.mention(*subject.mention).entity;
    if (!itself && document.rules.possessions.contains(document.input.tags[subject.head].lemma)) {
      return false;
    }
  }
  for (const std::uint32_t s : subject_mentions(document, sentence, clause)) {
    for (const std::uint32_t a : agents) {
      if (document.mention(s).entity == document.mention(a).entity) return true;
    }
  }
  return false;
}

/// The clause's own subject describes the one agent, who has no name of his own: "A court in
/// Delaware", "Shareholders". The article says that better than we do.
bool described(const ParsedDocument& document, const ParsedSentence& sentence, const Clause& clause,
               const std::vector<std::uint32_t>& agents) {
  if (agents.size() != 1) return false;
  const auto agent = document.mention(agents.front()).entity;
  const std::string& name = document.entity(*agent).name;
  if (name.empty() || !is_small(name.front())) return false;
  const auto subjects = subject_mentions(document, sentence, clause);
  return std::any_of(subjects.begin(), subjects.end(), [&](std::uint32_t s) {
    const Mention& mention = document.mention(s);
    return mention.entity == agent && mention.kind != MentionKind::pronoun;
  });
}

/// The name of one actor before a verb in the plural, or in the first person: "ils produisent",
/// "nous aimons".
bool disagrees(const ParsedDocument& document, const Chunk& verb,
               const std::vector<std::uint32_t>& agents) {
  const VerbGroup& group = *verb.verb;
  if (group.form != VerbForm::finite || agents.empty()) return false;
  if (group.person == 1 || group.person == 2) return true;
  const std::uint32_t first = *document.mention(agents.front()).entity;
  const bool one = std::all_of(agents.begin(), agents.end(), [&](std::uint32_t a) {
    return *document.mention(a).entity == first && !document.mention(a).second;
  });
  return one && group.number == GrammaticalNumber::plural;
}

/// The first clause whose verb stands at a token or after it.
std::vector<Clause>::const_iterator first_clause_at(const ParsedSentence& sentence,
                                                    std::uint32_t token) {
  return std::partition_point(
      sentence.clauses.begin(), sentence.clauses.end(),
      [&](const Clause& clause) { return sentence.chunks[clause.chunk].tokens.begin < token; });
}

/// Begin of the phrase that stands before a verb with no known subject: "un groupe de clients a
/// attaqué ...".
std::uint32_t phrase_before(const ParsedSentence& sentence, const Clause& clause) {
  constexpr std::uint32_t near = 14;
  const std::uint32_t verb = sentence.chunks[clause.chunk].tokens.begin;
  std::uint32_t begin = verb;
  for (std::uint32_t c = clause.chunk; c-- > 0;) {
    const Chunk& chunk = sentence.chunks[c];
    const bool mark = chunk.kind == ChunkKind::comma || chunk.kind == ChunkKind::stop ||
                      chunk.kind == ChunkKind::colon || chunk.kind == ChunkKind::relative ||
                      chunk.kind == ChunkKind::complementizer ||
                      chunk.kind == ChunkKind::subordinator ||
                      chunk.kind == ChunkKind::open_quote || chunk.kind == ChunkKind::close_quote;
    if (mark || verb - chunk.tokens.begin > near) break;
    if (chunk.kind == ChunkKind::noun) begin = chunk.tokens.begin;
  }
  return begin;
}

/// Where a clause begins: at its subject when this stands before the verb.
std::uint32_t begin_of(const ParsedSentence& sentence, const Clause& clause) {
  const std::uint32_t verb = sentence.chunks[clause.chunk].tokens.begin;
  if (clause.subjects.empty()) return verb;
  return std::min(verb, sentence.chunks[clause.subjects.front()].tokens.begin);
}

/// The first word of what is said: after "que", where there is one.
std::uint32_t content_of(const ParsedSentence& sentence, const SpeechAct& act) {
  constexpr std::ptrdiff_t near = 12;
  const auto& chunks = sentence.chunks;
  const auto first = std::partition_point(chunks.begin(), chunks.end(), [&act](const Chunk& chunk) {
    return chunk.tokens.begin < act.content.begin;
  });
  const auto last = first + std::min(near, chunks.end() - first);
  const auto que = std::find_if(
      first, last, [](const Chunk& chunk) { return chunk.kind == ChunkKind::complementizer; });
  const bool opens = que != last && act.content.contains(que->tokens.end);
  return opens ? que->tokens.end : act.content.begin;
}

/// The sentence and token from which a quotation is best cited: the clause that takes sides, else
/// the words at `from` without a condition before them.
std::pair<const ParsedSentence*, std::uint32_t> claim_in(const ParsedDocument& document,
                                                         const ParsedSentence& sentence,
                                                         TokenRange quotation, std::uint32_t from) {
  const auto& rules = document.rules;
  const auto& sentences = document.input.segmentation.sentences;
  const auto first = std::partition_point(
      document.sentences.begin(), document.sentences.end(), [&](const ParsedSentence& one) {
        return sentences[one.index].tokens.end <= quotation.begin;
      });
  constexpr std::ptrdiff_t most_sentences = 12;
  int clauses_left = 48;
  for (auto said = first; said != document.sentences.end() && said - first < most_sentences;
       ++said) {
    if (sentences[said->index].tokens.begin >= quotation.end) break;
    const auto start = first_clause_at(*said, quotation.begin);
    for (auto at = start; at != said->clauses.end() && clauses_left-- > 0; ++at) {
      const Clause& clause = *at;
      const Chunk& verb = said->chunks[clause.chunk];
      const std::uint32_t begin = begin_of(*said, clause);
      if (verb.verb->form != VerbForm::finite || !quotation.contains(begin)) continue;
      const auto words = rules.stance.find(verb.verb->lemma);
      if (words == rules.stance.end()) continue;
      const bool takes_sides =
          std::any_of(words->second.begin(), words->second.end(), [&](const StanceWord& word) {
            return (!word.needs_negation || verb.verb->negated) &&
                   followed_by(document, verb, word.fixed);
          });
      if (takes_sides) return {&*said, begin};
    }
  }
  constexpr std::uint32_t far = 60;
  bool conditional = false;
  for (auto clause = first_clause_at(sentence, from); clause != sentence.clauses.end(); ++clause) {
    if (sentence.chunks[clause->chunk].tokens.begin > from + far) break;
    if (clause->link == ClauseLink::condition) {
      conditional = true;
    } else if (clause->link != ClauseLink::adverbial) {
      const std::uint32_t begin = begin_of(sentence, *clause);
      if (conditional && quotation.contains(begin)) return {&sentence, begin};
      break;
    }
  }
  return {&sentence, from};
}

/// "X a publié un logiciel qui limite ...": the clause of X whose object the relative clause tells
/// of.
std::optional<std::uint32_t> clause_of_thing(const ParsedDocument& document,
                                             const ParsedSentence& sentence, const Clause& relative,
                                             const std::vector<std::uint32_t>& agents) {
  if (relative.link != ClauseLink::relative || relative.subjects.empty()) return std::nullopt;
  constexpr std::ptrdiff_t near = 6;
  const auto end = first_clause_at(sentence, sentence.chunks[relative.chunk].tokens.begin);
  const auto count = end - sentence.clauses.begin();
  for (auto i = static_cast<std::uint32_t>(count - std::min(near, count));
       i < static_cast<std::uint32_t>(count); ++i) {
    const Clause& c = sentence.clauses[i];
    const bool has =
        std::find(c.objects.begin(), c.objects.end(), relative.subjects.front()) != c.objects.end();
    if (has && acts_as_subject(document, sentence, c, agents)) return i;
  }
  return std::nullopt;
}

/// "X a fermé 34 agences et | supprimé 210 postes": the auxiliary that both share, with its blank.
std::string shared_auxiliary(const ParsedDocument& document, const ParsedSentence& sentence,
                             const Clause& clause) {
  const auto& chunks = sentence.chunks;
  const Chunk& verb = chunks[clause.chunk];
  const VerbForm form = document.input.tags[verb.verb->main].morphology.verb_form;
  if (document.rules.past_as_participle || form != VerbForm::past_participle ||
      verb.tokens.begin != verb.verb->main || clause.chunk == 0 ||
      chunks[clause.chunk - 1].kind != ChunkKind::coordinator) {
    return {};
  }
  constexpr std::uint32_t near = 16;
  for (std::uint32_t c = clause.chunk; c-- > 0 && clause.chunk - c < near;) {
    if (chunks[c].kind != ChunkKind::verb) continue;
    const std::uint32_t first = chunks[c].tokens.begin;
    const std::uint32_t main = chunks[c].verb->main;
    const bool finite = chunks[c].verb->form == VerbForm::finite;
    return finite && first < main ? std::string{document.text({first, main})} + ' ' : std::string{};
  }
  return {};
}

/// "une amende que X avait annoncée", "Y, which it bought": the phrase before the relative is what
/// its verb acts on, and the label says nothing without it.
std::optional<std::uint32_t> object_before(const ParsedSentence& sentence, const Clause& relative) {
  constexpr std::uint32_t near = 14;
  if (relative.link != ClauseLink::relative || relative.objects.empty() ||
      relative.subjects.empty() || relative.inverted) {
    return std::nullopt;
  }
  const std::uint32_t object = relative.objects.front();
  const std::uint32_t subject = relative.subjects.front();
  if (object >= subject || subject >= relative.chunk) return std::nullopt;
  const std::uint32_t verb = sentence.chunks[relative.chunk].tokens.begin;
  return verb - sentence.chunks[object].tokens.begin <= near ? std::optional{object} : std::nullopt;
}

}  // namespace

std::string summarize(const ParsedDocument& document, const ParsedSentence& sentence,
                      const std::vector<std::uint32_t>& agents, std::optional<std::uint32_t> clause,
                      TokenRange otherwise) {
  std::string out = names(document, agents);
  if (!clause) {
    // "le rachat de X par Y" names its actor.
    const auto named = mentions_in(document, otherwise);
    const bool told = std::any_of(named.begin(), named.end(), [&](std::uint32_t m) {
      return !agents.empty() &&
             document.mention(m).entity == document.mention(agents.front()).entity;
    });
    if (told) out.clear();
    if (!out.empty()) out += document.rules.colon;
    append_excerpt(document, sentence,
                   {.from = otherwise.begin, .keep = otherwise.end, .verbatim = !out.empty()}, out);
    return agents.empty() || told ? titled(std::move(out)) : out;
  }
  const std::uint32_t keep = sentence.chunks[sentence.clauses[*clause].chunk].tokens.end;
  // "a déclaré avoir acheté", "a travaillé pour commercialiser": from the first verb that the agent
  // governs.
  std::uint32_t from = *clause;
  for (int steps = 0; steps < 4; ++steps) {
    const Clause& c = sentence.clauses[from];
    const bool hangs = c.link == ClauseLink::complement || c.link == ClauseLink::infinitive ||
                       c.link == ClauseLink::purpose || c.link == ClauseLink::gerund;
    const bool infinite = sentence.chunks[c.chunk].verb->form != VerbForm::finite;
    if (!hangs || !infinite || !c.governor || *c.governor >= from) break;
    from = *c.governor;
  }
  if (const auto whole = clause_of_thing(document, sentence, sentence.clauses[from], agents)) {
    from = *whole;
  }
  const Clause& c = sentence.clauses[from];
  const Chunk& verb = sentence.chunks[c.chunk];
  std::uint32_t begin = verb.tokens.begin;
  // "Orval to buy Brumel": the small word says that it is planned.
  const bool ungoverned = verb.verb->form == VerbForm::infinitive && !c.governor;
  if (ungoverned && begin > 0 && document.input.tags[begin - 1].pos == Pos::particle) --begin;
  bool verbatim = false;
  // An actor who is not the subject stands before the article's own subject: "X : un logiciel qui
  // limite ...".
  const bool outside =
      !out.empty() && !verb.verb->passive && !c.subjects.empty() &&
      (!acts_as_subject(document, sentence, c, agents) || disagrees(document, verb, agents));
  const bool told_subject =
      out.empty() || verb.verb->passive || outside || described(document, sentence, c, agents);
  if (const auto phrase = set_off_from(document, sentence, c)) {
    begin = sentence.chunks[*phrase].tokens.begin;
    out.clear();
  } else if (const auto object = object_before(sentence, c)) {
    begin = sentence.chunks[*object].tokens.begin;
    verbatim = !names_one_of(document, {begin, verb.tokens.begin}, agents);
    if (verbatim && !out.empty())
      out += document.rules.colon;
    else
      out.clear();
  } else if (told_subject && !c.subjects.empty() && !c.inverted &&
             sentence.chunks[c.subjects.front()].tokens.begin < begin) {
    const std::uint32_t subject = sentence.chunks[c.subjects.front()].tokens.begin;
    constexpr std::uint32_t near = 14;
    if (begin - subject <= near) {
      begin = subject;
      verbatim = outside && !names_one_of(document, {subject, verb.tokens.begin}, agents);
      const std::uint32_t last = c.subjects.back();
      if (last + 2 == c.chunk && sentence.chunks[last + 1].kind == ChunkKind::comma) {
        // "Le patron de X, Y Z, a été limogé": the name without the commas around it.
        out = document.text({subject, sentence.chunks[last].tokens.end});
        begin = verb.tokens.begin;
        verbatim = false;
      } else if (verbatim)
        out += document.rules.colon;
      else
        out.clear();
    }
  } else if (out.empty() && c.subjects.empty() && !c.inverted) {
    begin = phrase_before(sentence, c);
  } else if (verb.verb->form == VerbForm::past_participle && !c.objects.empty()) {
    begin = sentence.chunks[c.objects.front()].tokens.begin;
    out.clear();
  }
  // "la décision de X de ne pas vendre": no verb agrees with the name.
  if (!out.empty() && begin == verb.tokens.begin && verb.verb->form == VerbForm::infinitive) {
    out += document.rules.colon;
  }
  if (!out.empty() && out.back() != ' ') out += ' ';
  if (!out.empty() && begin == verb.tokens.begin) out += shared_auxiliary(document, sentence, c);
  const bool unnamed = out.empty();
  append_excerpt(document, sentence,
                 {.from = begin,
                  .keep = keep,
                  .relative = c.link == ClauseLink::relative,
                  .verbatim = verbatim},
                 out);
  return unnamed ? titled(std::move(out)) : out;
}

std::string summarize_speech(const ParsedDocument& document, const ParsedSentence& sentence,
                             const SpeechAct& act) {
  std::string out;
  if (act.mention)
    out = document.entity(*document.mention(*act.mention).entity).name;
  else
    out = act.speaker_text;
  for (std::uint32_t t = act.content.begin; t < act.content.end; ++t) {
    const auto q = quotation_at(document, t);
    if (!q) continue;
    const Quotation& quotation = document.input.segmentation.quotations[*q];
    // A short one is a label only where the sentence opens with it: "« Nous partons », a dit X".
    constexpr std::uint32_t phrase = 6;
    constexpr std::uint32_t shortest = 3;
    const bool opens = t <= act.content.begin + 1 && act.clause;
    if (quotation.tokens.size() < (opens ? shortest : phrase)) continue;
    out += document.rules.colon;
    const auto [said, from] = claim_in(document, sentence, quotation.tokens,
                                       std::max(quotation.tokens.begin, act.content.begin));
    append_excerpt(document, *said, {.from = from, .verbatim = true}, out);
    return out;
  }
  if (act.clause && !sentence.clauses[*act.clause].inverted) {
    if (act.mention) {
      std::string label = summarize(document, sentence, {*act.mention}, act.clause, {});
      // "X a déclaré que ..." that does not fit may do so as "X : ...".
      if (act.kind == SpeechKind::state && act.content.size() > 0 && label.ends_with("…")) {
        std::string shorter = out + document.rules.colon;
        append_excerpt(document, sentence, {.from = content_of(sentence, act), .clause = true},
                       shorter);
        if (shorter.find("…") == std::string::npos) return shorter;
      }
      return label;
    }
    out += ' ';
    append_excerpt(document, sentence,
                   {.from = sentence.chunks[sentence.clauses[*act.clause].chunk].tokens.begin},
                   out);
    return out;
  }
  out += document.rules.colon;
  std::uint32_t begin = act.content.begin;
  // "Selon X, ...": what is said begins after the comma.
  const Span opening = document.input.segmentation.tokens[begin].span;
  if (!act.clause && act.cue.begin == opening.begin) {
    const auto comma = std::find_if(sentence.chunks.begin(), sentence.chunks.end(),
                                    [](const Chunk& c) { return c.kind == ChunkKind::comma; });
    if (comma != sentence.chunks.end()) begin = comma->tokens.end;
  }
  append_excerpt(document, sentence, {.from = begin, .verbatim = true}, out);
  return out;
}

}  // namespace frise
