// Chunks and clauses of every sentence, then who says what: verbs of speech with their subject,
// "selon X", dash lines, and the quotations around them (after the source-cue-content scheme of
// Pareti, PARC 2012).

#include "event/parse.hpp"

#include <algorithm>

namespace frise {
namespace {

/// First human-like mention of a phrase, or its words when it is one of the unnamed sources.
void set_speaker(const ParsedDocument& document, const ParsedSentence& sentence,
                 const std::vector<std::uint32_t>& chunks, SpeechAct& act) {
  for (const std::uint32_t c : chunks) {
    const Chunk& chunk = sentence.chunks[c];
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
  }
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
  return {verb.tokens.end, sentence_tokens.end};
}

const SpeechVerb* speech_verb(const ParsedDocument& document, const Chunk& chunk) {
  const auto found = document.rules.speech.find(chunk.verb->lemma);
  if (found == document.rules.speech.end()) return nullptr;
  for (const SpeechVerb& verb : found->second) {
    if (verb.reflexive && !chunk.verb->reflexive) continue;
    if (followed_by(document, chunk, verb.fixed)) return &verb;
  }
  return nullptr;
}

/// A verb of speech needs something said: a quotation, a clause, a colon ("répondre à la demande"
/// says nothing); those that judge, deny or describe may take a plain object.
bool says_something(const ParsedSentence& sentence, std::uint32_t index, const SpeechVerb& verb) {
  const Clause& clause = sentence.clauses[index];
  const Chunk& chunk = sentence.chunks[clause.chunk];
  if (clause.inverted || chunk.verb->subject_clitic) return true;
  if (verb.bare || verb.kind == SpeechKind::deny || verb.kind == SpeechKind::praise ||
      verb.kind == SpeechKind::criticize || verb.kind == SpeechKind::request) {
    return true;
  }
  for (std::size_t c = clause.chunk + 1; c < sentence.chunks.size(); ++c) {
    const Chunk& later = sentence.chunks[c];
    switch (later.kind) {
      case ChunkKind::complementizer:
      case ChunkKind::colon:
      case ChunkKind::open_quote:
        return true;
      case ChunkKind::verb:
        if (later.verb->form == VerbForm::infinitive && c == clause.chunk + 1) return true;
        // English leaves "that" out: "said it had sold".
        if (later.verb->form == VerbForm::finite) return verb.kind != SpeechKind::request;
        continue;
      case ChunkKind::stop:
        return false;
      default:
        continue;
    }
  }
  return verb.kind == SpeechKind::announce && !clause.objects.empty();
}

void find_speech_verbs(const ParsedDocument& document, ParsedSentence& sentence) {
  for (std::uint32_t i = 0; i < sentence.clauses.size(); ++i) {
    const Clause& clause = sentence.clauses[i];
    const Chunk& chunk = sentence.chunks[clause.chunk];
    if (chunk.verb->passive) continue;
    const SpeechVerb* verb = speech_verb(document, chunk);
    if (verb == nullptr || !says_something(sentence, i, *verb)) continue;
    SpeechAct act{.kind = verb->kind, .clause = i};
    set_speaker(document, sentence, clause.subjects, act);
    if (chunk.verb->subject_clitic) {
      act.mention = mention_at(document.input.entities, *chunk.verb->subject_clitic);
    }
    act.cue = document.span(chunk.tokens);
    act.content = content_of(document, sentence, clause);
    sentence.speech.push_back(std::move(act));
  }
}

/// "selon X, ...", "according to X": the phrase after the cue speaks, the rest of the sentence is
/// said.
void find_source_phrases(const ParsedDocument& document, ParsedSentence& sentence) {
  const auto& segmentation = document.input.segmentation;
  const TokenRange tokens = segmentation.sentences[sentence.index].tokens;
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    for (const auto& source : document.rules.sources) {
      if (t + source.size() >= tokens.end) continue;
      bool same = true;
      for (std::size_t k = 0; same && k < source.size(); ++k) {
        same = segmentation.key(t + k) == source[k];
      }
      if (!same) continue;
      const std::uint32_t after = t + static_cast<std::uint32_t>(source.size());
      SpeechAct act{.kind = SpeechKind::report};
      act.cue = document.span({t, after});
      for (std::uint32_t c = 0; c < sentence.chunks.size(); ++c) {
        const Chunk& chunk = sentence.chunks[c];
        if (chunk.kind != ChunkKind::noun || chunk.tokens.end <= after) continue;
        std::vector<std::uint32_t> heard{c};
        // "le directeur de X, Y Z": a name in apposition is the better speaker.
        for (std::uint32_t n = c + 1; n + 1 < sentence.chunks.size() && n < c + 6; ++n) {
          if (sentence.chunks[n].kind != ChunkKind::comma) continue;
          const auto named = sentence.chunks[n + 1].mention;
          if (named && document.mention(*named).entity &&
              document.entity(*document.mention(*named).entity).type == EntityType::person) {
            heard.insert(heard.begin(), n + 1);
          }
          break;
        }
        set_speaker(document, sentence, heard, act);
        break;
      }
      act.content = tokens;
      if (act.mention || act.anonymous) sentence.speech.push_back(std::move(act));
      break;
    }
  }
}

/// The speech act of a sentence whose cue lies nearest to a place and outside the quotation.
std::optional<std::uint32_t> nearest_act(const ParsedSentence& sentence, const Quotation& quotation,
                                         std::uint32_t at) {
  std::optional<std::uint32_t> best;
  std::uint32_t distance = UINT32_MAX;
  for (std::uint32_t i = 0; i < sentence.speech.size(); ++i) {
    const SpeechAct& act = sentence.speech[i];
    if (quotation.span.contains(act.cue) || (!act.mention && !act.anonymous)) continue;
    const std::uint32_t d = act.cue.begin > at ? act.cue.begin - at : at - act.cue.begin;
    if (d < distance) {
      distance = d;
      best = i;
    }
  }
  return best;
}

class Parser {
 public:
  Parser(const EventInput& input, const EventRules::Impl& rules)
      : document_{input, rules, {}, {}, {}} {}

  ParsedDocument run() {
    const Segmentation& segmentation = document_.input.segmentation;
    of_sentence_.resize(segmentation.sentences.size());
    for (std::uint32_t i = 0; i < segmentation.sentences.size(); ++i) {
      const Sentence& sentence = segmentation.sentences[i];
      const BlockKind kind = segmentation.block_of(sentence).kind;
      if (kind == BlockKind::furniture || kind == BlockKind::header) continue;
      of_sentence_[i] = static_cast<std::uint32_t>(document_.sentences.size());
      document_.sentences.push_back(parse(i, sentence, kind));
    }
    dash_lines();
    speakers();
    return std::move(document_);
  }

 private:
  ParsedSentence parse(std::uint32_t index, const Sentence& sentence, BlockKind kind) {
    SentenceContext context{document_.input, document_.rules, sentence.tokens};
    find_headline_verb(context);
    ParsedSentence parsed{.index = index};
    parsed.chunks = chunk_sentence(context);
    if (kind == BlockKind::attribution) {
      dash_line(parsed);
      return parsed;
    }
    parsed.clauses = find_clauses(context, parsed.chunks);
    for (std::uint32_t t = sentence.tokens.end; t > sentence.tokens.begin; --t) {
      const std::string_view key = document_.input.segmentation.key(t - 1);
      if (key == "?") parsed.question = true;
      if (key != "?" && key != "»" && key != "”" && key != "\"" && key != ")") break;
    }
    find_speech_verbs(document_, parsed);
    find_source_phrases(document_, parsed);
    return parsed;
  }

  /// "– Jensen Huang, PDG de NVIDIA": an act of its own, whose content is the block before.
  void dash_line(ParsedSentence& parsed) {
    SpeechAct act{.kind = SpeechKind::state};
    for (const Chunk& chunk : parsed.chunks) {
      if (!chunk.mention || !document_.mention(*chunk.mention).entity) continue;
      if (!is_actor(document_.entity(*document_.mention(*chunk.mention).entity).type)) continue;
      act.mention = chunk.mention;
      act.cue = document_.span(chunk.tokens);
      break;
    }
    if (act.mention) parsed.speech.push_back(std::move(act));
  }

  void dash_lines() {
    const Segmentation& segmentation = document_.input.segmentation;
    document_.dash_lines.resize(segmentation.blocks.size());
    for (std::uint32_t i = 0; i < document_.sentences.size(); ++i) {
      const std::uint32_t block = segmentation.sentences[document_.sentences[i].index].block;
      if (segmentation.blocks[block].kind != BlockKind::attribution || block == 0) continue;
      if (!document_.sentences[i].speech.empty()) document_.dash_lines[block - 1] = i;
    }
  }

  [[nodiscard]] std::optional<std::uint32_t> sentence_of(std::uint32_t token) const {
    const auto& sentences = document_.input.segmentation.sentences;
    const auto found =
        std::upper_bound(sentences.begin(), sentences.end(), token,
                         [](std::uint32_t at, const Sentence& s) { return at < s.tokens.end; });
    if (found == sentences.end()) return std::nullopt;
    return of_sentence_[static_cast<std::size_t>(found - sentences.begin())];
  }

  void speakers() {
    const auto& segmentation = document_.input.segmentation;
    document_.speakers.resize(segmentation.quotations.size());
    for (std::size_t q = 0; q < segmentation.quotations.size(); ++q) {
      const Quotation& quotation = segmentation.quotations[q];
      if (quotation.tokens.size() == 0) continue;
      const auto first = sentence_of(quotation.tokens.begin);
      const auto last = sentence_of(quotation.tokens.end - 1);
      for (const auto& [place, at] :
           {std::pair{last, quotation.span.end}, std::pair{first, quotation.span.begin}}) {
        if (!place || document_.speakers[q]) continue;
        if (const auto act = nearest_act(document_.sentences[*place], quotation, at)) {
          document_.speakers[q] = {*place, *act};
        }
      }
      if (document_.speakers[q] || !last) continue;
      const auto& sentence = segmentation.sentences[document_.sentences[*last].index];
      if (const auto dash = document_.dash_lines[sentence.block])
        document_.speakers[q] = {*dash, 0};
    }
  }

  ParsedDocument document_;
  std::vector<std::optional<std::uint32_t>> of_sentence_;
};

}  // namespace

std::string_view ParsedDocument::text(TokenRange tokens) const {
  return slice(input.document.text, span(tokens));
}

Span ParsedDocument::span(TokenRange tokens) const {
  if (tokens.size() == 0) return {};
  const auto& all = input.segmentation.tokens;
  return {all[tokens.begin].span.begin, all[tokens.end - 1].span.end};
}

ParsedDocument parse_document(const EventInput& input, const EventRules::Impl& rules) {
  return Parser{input, rules}.run();
}

std::optional<std::uint32_t> quotation_at(const ParsedDocument& document, std::uint32_t token) {
  const auto& quotations = document.input.segmentation.quotations;
  const auto after =
      std::upper_bound(quotations.begin(), quotations.end(), token,
                       [](std::uint32_t at, const Quotation& q) { return at < q.tokens.begin; });
  constexpr std::ptrdiff_t nesting = 8;
  for (auto q = after; q != quotations.begin() && after - q < nesting;) {
    --q;
    if (q->tokens.contains(token)) return static_cast<std::uint32_t>(q - quotations.begin());
  }
  return std::nullopt;
}

const SpeechAct* speech_around(const ParsedDocument& document, const ParsedSentence& sentence,
                               std::uint32_t token) {
  if (const auto q = quotation_at(document, token); q && document.speakers[*q]) {
    const auto [place, act] = *document.speakers[*q];
    return &document.sentences[place].speech[act];
  }
  // The last act whose content holds the token is the innermost one.
  for (auto act = sentence.speech.rbegin(); act != sentence.speech.rend(); ++act) {
    if (!act->content.contains(token)) continue;
    if (act->clause) {
      const Chunk& verb = sentence.chunks[sentence.clauses[*act->clause].chunk];
      if (verb.tokens.contains(token)) continue;
    }
    return &*act;
  }
  const std::uint32_t block = document.input.segmentation.sentences[sentence.index].block;
  const auto dash = document.dash_lines[block];
  return dash ? &document.sentences[*dash].speech[0] : nullptr;
}

std::vector<std::uint32_t> mentions_in(const ParsedDocument& document, TokenRange tokens) {
  std::vector<std::uint32_t> found;
  const auto& mentions = document.input.entities.mentions;
  auto m = std::lower_bound(
      mentions.begin(), mentions.end(), tokens.begin,
      [](const Mention& mention, std::uint32_t at) { return mention.tokens.end <= at; });
  for (; m != mentions.end() && m->tokens.begin < tokens.end; ++m) {
    if (m->entity && m->tokens.begin >= tokens.begin && m->tokens.end <= tokens.end) {
      found.push_back(static_cast<std::uint32_t>(m - mentions.begin()));
    }
  }
  return found;
}

std::optional<std::uint32_t> owner_of(const ParsedDocument& document,
                                      const ParsedSentence& sentence, std::uint32_t chunk) {
  std::optional<std::uint32_t> named;
  constexpr std::uint32_t deepest = 5;
  for (std::uint32_t depth = 0; depth < deepest; ++depth) {
    for (const std::uint32_t m : mentions_in(document, sentence.chunks[chunk].tokens)) {
      if (is_actor(document.entity(*document.mention(m).entity).type)) return m;
      if (!named) named = m;
    }
    const std::uint32_t next = chunk + 1;
    const bool of = next + 1 < sentence.chunks.size() &&
                    sentence.chunks[next].kind == ChunkKind::preposition &&
                    (sentence.chunks[next].key == "de" || sentence.chunks[next].key == "of") &&
                    sentence.chunks[next + 1].kind == ChunkKind::noun;
    if (!of) break;
    chunk = next + 1;
  }
  return named;
}

std::vector<std::uint32_t> referents(const ParsedDocument& document, const ParsedSentence& sentence,
                                     std::uint32_t chunk) {
  std::vector<std::uint32_t> found;
  const auto& chunks = sentence.chunks;
  if (chunks[chunk].mention && document.mention(*chunks[chunk].mention).entity) {
    found.push_back(*chunks[chunk].mention);
    return found;
  }
  const std::string_view head = document.input.tags[chunks[chunk].head].lemma;
  std::uint32_t next = chunk + 1;
  while (next < chunks.size() && chunks[next].kind == ChunkKind::adverb) ++next;
  if (next + 1 < chunks.size()) {
    const bool of = chunks[next].kind == ChunkKind::preposition &&
                    (chunks[next].key == "de" || chunks[next].key == "of");
    if (of && chunks[next + 1].kind == ChunkKind::noun && document.rules.metonyms.contains(head)) {
      return referents(document, sentence, next + 1);
    }
    // Members: "des fabricants de puces comme A, B et C", two words for "tels que".
    std::uint32_t list = next;
    for (; list < chunks.size() && list < next + 6; ++list) {
      const ChunkKind kind = chunks[list].kind;
      if (kind == ChunkKind::verb || kind == ChunkKind::stop || kind == ChunkKind::colon) break;
      if (!document.rules.examples.contains(chunks[list].key) &&
          !document.rules.examples.contains(
              document.input.segmentation.key(chunks[list].tokens.begin))) {
        const bool complement =
            kind == ChunkKind::noun && list > 0 && chunks[list - 1].kind == ChunkKind::preposition;
        if (kind == ChunkKind::noun && !complement) break;
        continue;
      }
      while (list < chunks.size() && chunks[list].kind != ChunkKind::noun) ++list;
      for (; list < chunks.size(); ++list) {
        if (chunks[list].kind == ChunkKind::noun) {
          if (!chunks[list].mention) break;
          if (document.mention(*chunks[list].mention).entity) {
            found.push_back(*chunks[list].mention);
          }
        } else if (chunks[list].kind != ChunkKind::comma &&
                   chunks[list].kind != ChunkKind::coordinator) {
          break;
        }
      }
      return found;
    }
  }
  // English: "Nvidia's management": the owner stands for a metonymic head.
  if (document.rules.metonyms.contains(head)) {
    const auto inside = mentions_in(document, chunks[chunk].tokens);
    if (!inside.empty()) found.push_back(inside.front());
  }
  return found;
}

namespace {

/// "X a révélé qu'il avait vendu": under a verb of speech the pronoun right after "que" is the
/// speaker, unless gender or number forbid it.
std::optional<std::uint32_t> speaking_pronoun(const ParsedDocument& document,
                                              const ParsedSentence& sentence, std::uint32_t chunk) {
  if (chunk == 0 || sentence.chunks[chunk - 1].kind != ChunkKind::complementizer) {
    return std::nullopt;
  }
  const auto own = sentence.chunks[chunk].mention;
  if (!own || document.mention(*own).kind != MentionKind::pronoun) return std::nullopt;
  const Mention& pronoun = document.mention(*own);
  const std::uint32_t token = sentence.chunks[chunk].head;
  for (auto act = sentence.speech.rbegin(); act != sentence.speech.rend(); ++act) {
    if (!act->clause || !act->mention || !act->content.contains(token)) continue;
    const Mention& speaker = document.mention(*act->mention);
    const auto differ = [](auto a, auto b) {
      return a != decltype(a)::unknown && b != decltype(b)::unknown && a != b;
    };
    const bool person =
        speaker.entity && document.entity(*speaker.entity).type == EntityType::person;
    if (person && differ(speaker.gender, pronoun.gender)) return std::nullopt;
    if (differ(speaker.number, pronoun.number)) return std::nullopt;
    return act->mention;
  }
  return std::nullopt;
}

/// "Chez X, la direction a confirmé ...": a sentence that opens with a house tells of its people.
std::optional<std::uint32_t> house_of(const ParsedDocument& document,
                                      const ParsedSentence& sentence, std::uint32_t chunk) {
  const auto& chunks = sentence.chunks;
  if (chunk < 3 || chunks[0].key != "chez" || !chunks[1].mention) return std::nullopt;
  const auto house = document.mention(*chunks[1].mention).entity;
  if (!house || !is_actor(document.entity(*house).type)) return std::nullopt;
  const Chunk& subject = chunks[chunk];
  const bool named =
      subject.mention && document.mention(*subject.mention).kind == MentionKind::name;
  const bool part =
      document.rules.metonyms.contains(document.input.tags[subject.head].lemma) &&
      document.rules.definites.contains(document.input.segmentation.key(subject.tokens.begin));
  return !named && part ? chunks[1].mention : std::nullopt;
}

}  // namespace

std::vector<std::uint32_t> subject_mentions(const ParsedDocument& document,
                                            const ParsedSentence& sentence, const Clause& clause) {
  std::vector<std::uint32_t> found;
  const Chunk& verb = sentence.chunks[clause.chunk];
  if (verb.verb->subject_clitic) {
    const auto m = mention_at(document.input.entities, *verb.verb->subject_clitic);
    if (m && document.mention(*m).entity) found.push_back(*m);
    return found;
  }
  for (const std::uint32_t c : clause.subjects) {
    if (const auto house = house_of(document, sentence, c)) {
      found.push_back(*house);
      continue;
    }
    if (const auto self = speaking_pronoun(document, sentence, c)) {
      found.push_back(*self);
      continue;
    }
    const auto more = referents(document, sentence, c);
    found.insert(found.end(), more.begin(), more.end());
  }
  return found;
}

bool followed_by(const ParsedDocument& document, const Chunk& verb,
                 const std::vector<std::string>& fixed) {
  if (fixed.empty()) return true;
  const auto& segmentation = document.input.segmentation;
  const auto count = static_cast<std::uint32_t>(segmentation.tokens.size());
  constexpr std::uint32_t window = 10;  // "mettre [la startup X] à l'écart"
  // "est satisfait de": the participle of a passive may be the first of the words.
  const std::uint32_t from = verb.verb->main + (verb.verb->passive ? 0 : 1);
  for (std::uint32_t start = from; start < count && start < from + window; ++start) {
    std::size_t matched = 0;
    while (matched < fixed.size() && start + matched < count) {
      const std::uint32_t at = start + static_cast<std::uint32_t>(matched);
      const std::string_view key = segmentation.key(at);
      // A participle after "être" agrees: satisfaite, satisfaits, satisfaites.
      const bool agrees = at == verb.verb->main && key.starts_with(fixed[matched]) &&
                          key.size() <= fixed[matched].size() + 2;
      if (!agrees && key != fixed[matched] && document.input.tags[at].lemma != fixed[matched])
        break;
      ++matched;
    }
    if (matched == fixed.size()) return true;
    if (start == verb.verb->main) continue;
    const TokenKind kind = segmentation.tokens[start].kind;
    if (kind == TokenKind::punctuation) return false;
    const Pos pos = document.input.tags[start].pos;
    if (pos == Pos::verb || pos == Pos::auxiliary) return false;
  }
  return false;
}

bool is_actor(EntityType type) noexcept {
  switch (type) {
    case EntityType::company:
    case EntityType::person:
    case EntityType::organization:
    case EntityType::government:
    case EntityType::publication:
      return true;
    default:
      return false;
  }
}

}  // namespace frise
