// Chunks and clauses of every sentence, then who says what (speech.cpp); and the questions that the
// readers of a parsed document ask: what a phrase stands for, who acts, who speaks.

#include "event/parse.hpp"

#include "event/speech.hpp"
#include "event/waking.hpp"

#include "frise/syntax/parsing.hpp"

#include <algorithm>

namespace frise {
namespace {

class DocumentParser {
 public:
  DocumentParser(const EventInput& input, const EventRules::Impl& rules)
      : document_{input, rules, {}, {}, {}}, relations_{relations_of(input.trees.model())} {}

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
    find_speakers(document_, of_sentence_);
    return std::move(document_);
  }

 private:
  ParsedSentence parse(std::uint32_t index, const Sentence& sentence, BlockKind kind) {
    SentenceContext context{document_.input, document_.rules, sentence.tokens};
    find_headline_verb(context);
    ParsedSentence parsed{.index = index};
    const SentenceTree tree = tree_of(index, sentence.tokens);
    parsed.chunks = chunk_sentence(context, tree);
    if (kind == BlockKind::attribution) {
      find_dash_line(document_, parsed);
      return parsed;
    }
    parsed.clauses = find_clauses(context, parsed.chunks, tree);
    for (std::uint32_t t = sentence.tokens.end; t > sentence.tokens.begin; --t) {
      const std::string_view key = document_.input.segmentation.key(t - 1);
      if (key == "?") parsed.question = true;
      if (key != "?" && key != "»" && key != "”" && key != "\"" && key != ")") break;
    }
    find_speech(document_, parsed);
    return parsed;
  }

  [[nodiscard]] SentenceTree tree_of(std::uint32_t sentence, TokenRange tokens) const {
    if (!document_.input.trees.model().present()) return {};
    if (!wakes(document_.input, document_.rules, tokens)) return {};
    return {tokens, document_.input.trees.of(sentence), relations_};
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

  ParsedDocument document_;
  std::vector<Relation> relations_;  ///< of the parser, by number
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

namespace {

std::optional<std::uint32_t> what_it_is_about(const EventInput& input) {
  constexpr std::size_t head = 3;  // sentences: the title, its line below, the first of the text
  constexpr std::uint32_t least = 3;
  const auto& sentences = input.segmentation.sentences;
  const std::uint32_t stop =
      sentences.empty() ? 0 : sentences[std::min(head, sentences.size()) - 1].tokens.end;
  std::vector<std::uint32_t> counts(input.entities.entities.size());
  std::vector<bool> at_head(counts.size());
  for (const Mention& mention : input.entities.mentions) {
    if (!mention.entity) continue;
    ++counts[*mention.entity];
    if (mention.tokens.begin < stop) at_head[*mention.entity] = true;
  }
  std::optional<std::uint32_t> most;
  bool shared = false;
  for (std::uint32_t e = 0; e < counts.size(); ++e) {
    const EntityType type = input.entities.entities[e].type;
    if (type != EntityType::company && type != EntityType::organization) continue;
    if (!at_head[e] || counts[e] < least) continue;
    shared = most && counts[e] == counts[*most];
    if (!most || counts[e] > counts[*most]) most = e;
  }
  return shared ? std::nullopt : most;
}

}  // namespace

ParsedDocument parse_document(const EventInput& input, const EventRules::Impl& rules) {
  ParsedDocument document = DocumentParser{input, rules}.run();
  document.about = what_it_is_about(input);
  return document;
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

namespace {

/// Marks that may stand within an expression: "est une « filière d'avenir »", "[C'est]
/// inacceptable".
bool transparent(std::string_view mark) {
  constexpr std::string_view marks[] = {"«", "»", "“", "”", "\"", "[", "]"};
  return std::find(std::begin(marks), std::end(marks), mark) != std::end(marks);
}

}  // namespace

bool followed_by(const ParsedDocument& document, const Chunk& verb,
                 const std::vector<std::string>& fixed) {
  if (fixed.empty()) return true;
  const auto& segmentation = document.input.segmentation;
  const auto count = static_cast<std::uint32_t>(segmentation.tokens.size());
  constexpr std::uint32_t window = 10;  // "mettre [la startup X] à l'écart"
  // "est satisfait de": the participle of a passive may be the first of the words.
  const std::uint32_t from = verb.verb->main + (verb.verb->passive ? 0 : 1);
  const bool copula = verb.verb->passive || verb.verb->lemma == document.rules.be_lemma;
  for (std::uint32_t start = from; start < count && start < from + window; ++start) {
    std::size_t matched = 0;
    constexpr std::uint32_t most_graded = 2;  // "en forte baisse", "en très forte baisse"
    std::uint32_t graded = 0;
    while (matched < fixed.size() && start + matched + graded < count) {
      const std::uint32_t at = start + static_cast<std::uint32_t>(matched) + graded;
      const std::string_view key = segmentation.key(at);
      // Adjectives and participles agree: satisfaite, satisfaits, satisfaites.
      constexpr std::size_t shortest = 4;
      const bool agrees = fixed[matched].size() >= shortest && key.starts_with(fixed[matched]) &&
                          key.size() <= fixed[matched].size() + 2;
      if (!agrees && key != fixed[matched] && document.input.tags[at].lemma != fixed[matched]) {
        const Pos pos = document.input.tags[at].pos;
        const bool grades = pos == Pos::adjective || pos == Pos::adverb;
        if (matched == 0 || graded == most_graded || !grades) break;
        ++graded;
        continue;
      }
      ++matched;
    }
    if (matched == fixed.size()) return true;
    if (segmentation.tokens[start].kind == TokenKind::punctuation) {
      if (!transparent(segmentation.key(start))) return false;
      continue;
    }
    const Pos pos = document.input.tags[start].pos;
    if (start != verb.verb->main && (pos == Pos::verb || pos == Pos::auxiliary)) return false;
    // What somebody is stands right behind "être": "est le fabricant de jeux formidables" does not
    // say formidable.
    if (copula && (pos == Pos::adposition || pos == Pos::proper_noun || pos == Pos::pronoun)) {
      return false;
    }
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
