// Everything here is one pass over the tokens. Tested through annotate_entities.

#include "entity/reading.hpp"

namespace frise {
namespace {

/// Opening marks and bullets that a name may follow while it still opens its sentence.
bool is_opening(std::string_view key) {
  for (const std::string_view mark : {"«", "“", "\"", "‘", "'", "(", "[", "-", "–", "—", "•", "*",
                                      "~", "…", "·", "#", ":", "|", "❝"}) {
    if (key == mark) return true;
  }
  return false;
}

SentenceTraits traits_of(const Reading& reading, const Sentence& sentence) {
  SentenceTraits traits;
  const BlockKind block = reading.segmentation.block_of(sentence).kind;
  traits.furniture = block == BlockKind::furniture;
  std::size_t words = 0;
  std::size_t capitals = 0;
  std::size_t caps = 0;
  std::size_t lower = 0;
  std::size_t marks = 0;  // of programs
  std::size_t unknown = 0;
  for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
    const Token& token = reading.token(at);
    const std::string_view mark = reading.key(at);
    if (mark.size() == 1 &&
        std::string_view{"{}<>=;|_[]\\*^~"}.find(mark) != std::string_view::npos) {
      ++marks;
    }
    if (token.kind != TokenKind::word || reading.key(at).size() < 3) continue;
    ++words;
    if (reading.capital(at)) {
      ++capitals;
    } else if (!token.is(shape_all_caps)) {
      ++lower;
      if (!reading.tags[at].known) ++unknown;
    }
    if (token.is(shape_all_caps)) ++caps;
  }
  const bool strange = reading.rules.has_lexicon && lower >= 4 && unknown * 10 >= lower * 5;
  traits.foreign = strange || (marks >= 4 && marks * 3 >= words);
  traits.all_caps = (words >= 4 && caps * 10 >= words * 6) || (words >= 2 && caps == words);
  // Only English writes headlines so, and never with a full stop.
  const bool stopped = sentence.tokens.size() > 0 && reading.is(sentence.tokens.end - 1, '.');
  traits.title_case = reading.rules.lang == "en" && !traits.all_caps && !stopped && words >= 4 &&
                      capitals * 10 >= words * 7;
  return traits;
}

void find_phrases(const Reading& reading, const PhraseTrie& singular, const PhraseTrie* plural,
                  std::vector<PhraseHit>& hits, std::vector<std::uint32_t>& at_token) {
  at_token.assign(reading.words.size(), 0);
  for (const Sentence& sentence : reading.segmentation.sentences) {
    const std::uint32_t end = sentence.tokens.end;
    for (std::uint32_t at = sentence.tokens.begin; at < end;) {
      PhraseHit hit{at, at, 0, false};
      std::uint32_t length = singular.longest(reading.words, at, end, hit.rule);
      if (plural != nullptr) {
        std::uint32_t rule = 0;
        const std::uint32_t other = plural->longest(reading.words, at, end, rule);
        if (other > length) {
          length = other;
          hit.rule = rule;
          hit.plural = true;
        }
      }
      if (length == 0) {
        ++at;
        continue;
      }
      hit.end = at + length;
      hits.push_back(hit);
      for (; at < hit.end; ++at) at_token[at] = static_cast<std::uint32_t>(hits.size());
    }
  }
}

}  // namespace

bool Reading::opens_sentence(std::uint32_t at) const {
  const std::uint32_t begin = sentence_tokens(sentence_of[at]).begin;
  return at == begin || is_opening(key(at - 1));
}

VerbUse Reading::verb(std::uint32_t at) const {
  const Pos pos = tags[at].pos;
  if (pos != Pos::verb && pos != Pos::auxiliary) return VerbUse::none;
  const auto found = rules.verbs.find(hash_word(tags[at].lemma));
  return found == rules.verbs.end() ? VerbUse::none : found->second;
}

bool Reading::is_common(std::uint32_t at) const {
  const std::string_view word = key(at);
  if (lexicon.is_common_word(word)) return true;
  if (!capital(at) || word.empty() || (word.front() != 'e' && word.front() != 'a')) return false;
  for (const std::string_view first : {"é", "ê", "è", "â"}) {
    std::string accented{first};
    accented += word.substr(1);
    if (lexicon.is_common_word(accented)) return true;
  }
  return false;
}

bool Reading::is_adjective(std::uint32_t at) const {
  return tags[at].pos == Pos::adjective || !nationality(at).empty() ||
         (rules.lang != "en" && tags[at].pos == Pos::verb &&
          tags[at].morphology.verb_form == VerbForm::past_participle);  // "l'usine fermée"
}

bool Reading::is_demonym(std::uint32_t at) const {
  if (rules.lang == "en" || tags[at].known || !is_word(at) || capital(at)) return false;
  const std::string_view word = key(at);
  for (const std::string_view end :
       {"ois", "oise", "oises", "ais", "aise", "aises", "ien", "ienne", "iens", "iennes", "ain",
        "aine", "ains", "aines", "éen", "éenne"}) {
    if (word.size() > end.size() + 2 && word.ends_with(end)) return true;
  }
  return false;
}

std::string_view Reading::nationality(std::uint32_t at) const {
  const auto found = rules.nationalities.find(words[at]);
  return found == rules.nationalities.end() ? std::string_view{} : std::string_view{found->second};
}

Reading make_reading(const Document& document, const Segmentation& segmentation,
                     const std::vector<WordTag>& tags, const EntityRules& rules,
                     const Lexicon& lexicon) {
  Reading reading{document, segmentation, tags, rules.impl(), lexicon, {}, {}, {}, {}, {}, {}, {}};
  reading.words.reserve(segmentation.tokens.size());
  for (const Token& token : segmentation.tokens) {
    reading.words.push_back(hash_word(segmentation.key(token)));
  }
  reading.sentence_of.assign(segmentation.tokens.size(), 0);
  reading.traits.reserve(segmentation.sentences.size());
  for (std::uint32_t number = 0; number < segmentation.sentences.size(); ++number) {
    const Sentence& sentence = segmentation.sentences[number];
    for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
      reading.sentence_of[at] = number;
    }
    reading.traits.push_back(traits_of(reading, sentence));
  }
  find_phrases(reading, reading.rules.nouns, &reading.rules.plural_nouns, reading.nouns,
               reading.noun_at);
  find_phrases(reading, reading.rules.roles, nullptr, reading.roles, reading.role_at);
  return reading;
}

}  // namespace frise
