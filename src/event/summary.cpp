// A label in the article's own words: who, by the preferred name, then the text from the verb on. Nothing is
// rephrased, so negation, conditional and tense stay as the source wrote them.

#include "event/details.hpp"

#include <algorithm>

namespace frise {
namespace {

constexpr std::size_t longest = 110;
constexpr std::size_t enough = 48;

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

/// Appends words, squeezing white space to one blank.
void append(std::string& out, std::string_view text) {
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) out += c;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
}

std::string names(const ParsedDocument& document, const std::vector<std::uint32_t>& mentions) {
  std::vector<std::uint32_t> entities;
  for (const std::uint32_t m : mentions) {
    const std::uint32_t e = *document.mention(m).entity;
    if (std::find(entities.begin(), entities.end(), e) == entities.end()) entities.push_back(e);
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

/// One of the agents is what the clause's own subject stands for.
bool acts_as_subject(const ParsedDocument& document, const ParsedSentence& sentence,
                     const Clause& clause, const std::vector<std::uint32_t>& agents) {
  for (const std::uint32_t s : subject_mentions(document, sentence, clause)) {
    for (const std::uint32_t a : agents) {
      if (document.mention(s).entity == document.mention(a).entity) return true;
    }
  }
  return false;
}

/// Appends the words of tokens until a clause mark after `enough` characters, or `longest`.
void append_clause(const ParsedDocument& document, const ParsedSentence& sentence,
                   std::uint32_t from, std::string& out) {
  const auto& segmentation = document.input.segmentation;
  const TokenRange tokens = segmentation.sentences[sentence.index].tokens;
  const std::string_view text = document.input.document.text;
  auto chunk = std::partition_point(sentence.chunks.begin(), sentence.chunks.end(),
                                    [&](const Chunk& c) { return c.tokens.end <= from; });
  std::uint32_t skip_until = 0;
  bool open_quote = false;
  std::string_view quote_close;
  for (std::uint32_t t = from; t < tokens.end; ++t) {
    while (chunk != sentence.chunks.end() && chunk->tokens.end <= t) ++chunk;
    if (t < skip_until) continue;
    const Token& token = segmentation.tokens[t];
    const bool starts = chunk != sentence.chunks.end() && chunk->tokens.begin == t;
    const std::size_t length = code_points(out);
    if (starts) {
      const ChunkKind kind = chunk->kind;
      const bool mark = kind == ChunkKind::comma || kind == ChunkKind::relative ||
                        kind == ChunkKind::subordinator || kind == ChunkKind::dash;
      if (kind == ChunkKind::stop && !open_quote) break;
      if (mark && length >= enough && !open_quote) break;
      if (kind == ChunkKind::dash || kind == ChunkKind::open_bracket) {
        const ChunkKind close =
            kind == ChunkKind::dash ? ChunkKind::dash : ChunkKind::close_bracket;
        const auto other = std::find_if(chunk + 1, sentence.chunks.end(),
                                        [close](const Chunk& c) { return c.kind == close; });
        if (other == sentence.chunks.end()) break;
        skip_until = other->tokens.end;
        continue;
      }
      if (kind == ChunkKind::open_quote) {
        open_quote = true;
        const std::string_view k = segmentation.key(t);
        quote_close = k == "«" ? " »" : k == "“" ? "”" : k == "‘" ? "’" : "\"";
      }
      if (kind == ChunkKind::close_quote) open_quote = false;
    }
    const std::string_view word = slice(text, token.span);
    if (length + code_points(word) > longest) {
      while (!out.empty() && out.back() == ' ') out.pop_back();
      out += "…";
      break;
    }
    if (token.is(shape_space_before) && !out.empty() && out.back() != ' ') out += ' ';
    append(out, word);
  }
  while (!out.empty() && (out.back() == ' ' || out.back() == ',' || out.back() == ':')) out.pop_back();
  if (open_quote) out += quote_close;
}

}  // namespace

std::string summarize(const ParsedDocument& document, const ParsedSentence& sentence,
                      const std::vector<std::uint32_t>& agents,
                      std::optional<std::uint32_t> clause, TokenRange otherwise) {
  std::string out = names(document, agents);
  if (!clause) {
    if (!out.empty()) out += document.rules.colon;
    append_clause(document, sentence, otherwise.begin, out);
    return out;
  }
  // "a déclaré avoir acheté", "a travaillé pour commercialiser": from the first verb that the agent governs.
  std::uint32_t from = *clause;
  for (int steps = 0; steps < 4; ++steps) {
    const Clause& c = sentence.clauses[from];
    const bool hangs = c.link == ClauseLink::complement || c.link == ClauseLink::infinitive ||
                       c.link == ClauseLink::purpose || c.link == ClauseLink::gerund;
    const bool infinite = sentence.chunks[c.chunk].verb->form != VerbForm::finite;
    if (!hangs || !infinite || !c.governor || *c.governor >= from) break;
    from = *c.governor;
  }
  const Clause& c = sentence.clauses[from];
  const Chunk& verb = sentence.chunks[c.chunk];
  std::uint32_t begin = verb.tokens.begin;
  // An actor who is not the subject stands before the article's own subject: "X : un logiciel qui limite ...".
  const bool outside = !out.empty() && !verb.verb->passive && !c.subjects.empty() &&
                       !acts_as_subject(document, sentence, c, agents);
  const bool told_subject = out.empty() || verb.verb->passive || outside;
  if (told_subject && !c.subjects.empty() && !c.inverted &&
      sentence.chunks[c.subjects.front()].tokens.begin < begin) {
    const std::uint32_t subject = sentence.chunks[c.subjects.front()].tokens.begin;
    constexpr std::uint32_t near = 14;
    if (begin - subject <= near) {
      begin = subject;
      if (outside) out += document.rules.colon;
      else out.clear();
    }
  } else if (verb.verb->form == VerbForm::past_participle && !c.objects.empty()) {
    begin = sentence.chunks[c.objects.front()].tokens.begin;
    out.clear();
  }
  if (!out.empty() && out.back() != ' ') out += ' ';
  append_clause(document, sentence, begin, out);
  return out;
}

std::string summarize_speech(const ParsedDocument& document, const ParsedSentence& sentence,
                             const SpeechAct& act) {
  std::string out;
  if (act.mention) out = document.entity(*document.mention(*act.mention).entity).name;
  else out = act.speaker_text;
  const auto& segmentation = document.input.segmentation;
  for (std::uint32_t t = act.content.begin; t < act.content.end; ++t) {
    const auto q = quotation_at(document, t);
    if (!q) continue;
    const Quotation& quotation = segmentation.quotations[*q];
    constexpr std::uint32_t phrase = 6;
    if (quotation.tokens.size() < phrase) continue;
    out += document.rules.colon;
    const std::uint32_t open = quotation.tokens.begin > 0 ? quotation.tokens.begin - 1 : 0;
    append_clause(document, sentence, std::max(open, act.content.begin), out);
    return out;
  }
  if (act.clause && !sentence.clauses[*act.clause].inverted) {
    if (act.mention) return summarize(document, sentence, {*act.mention}, act.clause, {});
    out += ' ';
    append_clause(document, sentence,
                  sentence.chunks[sentence.clauses[*act.clause].chunk].tokens.begin, out);
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
  append_clause(document, sentence, begin, out);
  return out;
}

}  // namespace frise
