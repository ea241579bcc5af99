// Who speaks without a verb of speech: "selon X", "X : « ... »", "« ... », réplique X". Tested in
// tests/unit/event/speech_test.cpp.

#include "event/speech_parts.hpp"

#include <algorithm>

namespace frise {
namespace {

/// The phrase behind a source's cue, best speaker first: "le directeur de X, Y Z", "le directeur de
/// X Y Z" are said by Y Z. `end` is the chunk after the phrase.
std::vector<std::uint32_t> source_phrase(const ParsedDocument& document,
                                         const ParsedSentence& sentence, std::uint32_t first,
                                         std::uint32_t& end) {
  std::vector<std::uint32_t> heard{first};
  constexpr std::uint32_t near = 9;
  const auto limit =
      std::min<std::uint32_t>(static_cast<std::uint32_t>(sentence.chunks.size()), first + near);
  end = first + 1;
  for (; end < limit; ++end) {
    const ChunkKind kind = sentence.chunks[end].kind;
    if (kind == ChunkKind::noun && is_person(document, sentence.chunks[end].mention)) {
      heard.insert(heard.begin(), end);
    } else if (kind != ChunkKind::noun && kind != ChunkKind::preposition) {
      break;
    }
  }
  if (end + 1 < limit && sentence.chunks[end].kind == ChunkKind::comma &&
      is_person(document, sentence.chunks[end + 1].mention)) {
    heard.insert(heard.begin(), end + 1);
  }
  return heard;
}

/// A cue that is a preposition of other uses too ("pour") speaks only when it opens the sentence,
/// or a part of it, and its phrase is set off: "Pour X, ...", "Y : pour X, ...".
bool set_off(const ParsedDocument& document, const ParsedSentence& sentence, std::uint32_t cue,
             std::uint32_t end, const SpeechAct& act) {
  const TokenRange tokens = document.input.segmentation.sentences[sentence.index].tokens;
  if (cue > tokens.begin) {
    const std::string_view before = document.input.segmentation.key(cue - 1);
    if (before != ":" && before != "-" && before != "–" && before != "—") return false;
  }
  if (end >= sentence.chunks.size()) return false;
  const ChunkKind mark = sentence.chunks[end].kind;
  if (mark != ChunkKind::comma && mark != ChunkKind::colon) return false;
  if (!act.mention) return !act.speaker_text.empty() && !act.anonymous;
  const EntityType type = document.entity(*document.mention(*act.mention).entity).type;
  // "Pour Samsung, le verdict ..." is what it means to Samsung.
  return type == EntityType::person || type == EntityType::organization;
}

}  // namespace

void find_source_phrases(const ParsedDocument& document, ParsedSentence& sentence) {
  const auto& segmentation = document.input.segmentation;
  const TokenRange tokens = segmentation.sentences[sentence.index].tokens;
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (sentence.speech.size() >= most_speech_acts) return;
    for (const SourceCue& source : document.rules.sources) {
      if (t + source.words.size() >= tokens.end) continue;
      bool same = true;
      for (std::size_t k = 0; same && k < source.words.size(); ++k) {
        same = segmentation.key(t + k) == source.words[k];
      }
      if (!same) continue;
      const std::uint32_t after = t + static_cast<std::uint32_t>(source.words.size());
      SpeechAct act{.kind = SpeechKind::report};
      act.cue = document.span({t, after});
      const auto first = std::find_if(sentence.chunks.begin(), sentence.chunks.end(), [&](auto& c) {
        return c.kind == ChunkKind::noun && c.tokens.end > after;
      });
      if (first == sentence.chunks.end()) break;
      std::uint32_t end = 0;
      const auto at = static_cast<std::uint32_t>(first - sentence.chunks.begin());
      set_speaker(document, sentence, source_phrase(document, sentence, at, end), act);
      act.content = tokens;
      if (source.set_off) {
        if (!set_off(document, sentence, t, end, act)) break;
        act.content.begin = sentence.chunks[end].tokens.end;
      }
      if (has_speaker(act)) sentence.speech.push_back(std::move(act));
      break;
    }
  }
}

void find_colon_speech(const ParsedDocument& document, ParsedSentence& sentence) {
  const auto& chunks = sentence.chunks;
  for (std::uint32_t c = 1; c + 1 < chunks.size(); ++c) {
    if (chunks[c].kind != ChunkKind::colon) continue;
    const bool before = chunks[c + 1].kind == ChunkKind::open_quote;
    const bool behind = chunks[c - 1].kind == ChunkKind::close_quote;
    const std::uint32_t name = before ? c - 1 : c + 1;
    if (before == behind || chunks[name].kind != ChunkKind::noun) continue;
    const bool verbs = std::any_of(
        before ? chunks.begin() : chunks.begin() + c, before ? chunks.begin() + c : chunks.end(),
        [](const Chunk& chunk) { return chunk.kind == ChunkKind::verb; });
    if (verbs) continue;
    SpeechAct act{.kind = SpeechKind::state, .cue = document.span(chunks[c].tokens)};
    set_speaker(document, sentence, {name}, act);
    if (!act.mention) continue;
    const TokenRange tokens = document.input.segmentation.sentences[sentence.index].tokens;
    act.content = before ? TokenRange{chunks[c].tokens.end, tokens.end}
                         : TokenRange{tokens.begin, chunks[c].tokens.begin};
    sentence.speech.push_back(std::move(act));
    return;
  }
}

void find_quote_tags(const ParsedDocument& document, ParsedSentence& sentence) {
  const auto& chunks = sentence.chunks;
  const auto& segmentation = document.input.segmentation;
  for (std::uint32_t c = 1; c < chunks.size(); ++c) {
    const bool comma = c > 1 && chunks[c - 1].kind == ChunkKind::comma;
    if (chunks[comma ? c - 2 : c - 1].kind != ChunkKind::close_quote) continue;
    const std::uint32_t word = chunks[c].tokens.begin;
    if (chunks[c].verb || !document.rules.quote_tags.contains(segmentation.key(word))) continue;
    const auto m = mention_at(document.input.entities, word + 1);
    if (!m || document.mention(*m).tokens.begin != word + 1 || !document.mention(*m).entity ||
        !is_actor(document.entity(*document.mention(*m).entity).type)) {
      continue;
    }
    sentence.speech.push_back(
        {.kind = SpeechKind::state,
         .mention = m,
         .cue = document.span({word, word + 1}),
         .content = {segmentation.sentences[sentence.index].tokens.begin, word}});
  }
}

}  // namespace frise
