#pragma once

/// \file
/// One document under the entity rules: the views that every step asks for, made once.

#include "entity/rules.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

/// A phrase of a table found in the text: tokens [begin, end).
struct PhraseHit {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t rule = 0;
  bool plural = false;
};

struct SentenceTraits {
  bool furniture = false;
  bool all_caps = false;    ///< a headline in capitals: capitals tell nothing
  bool title_case = false;  ///< An English Headline: Capitals Tell Little
  bool foreign = false;     ///< another language, code, noise: most of its words are unknown
};

/// A name in the text: known, or yet to be typed.
struct NameSpan {
  TokenRange tokens;
  std::uint32_t sentence = 0;
  std::optional<std::uint32_t> known;    ///< index into Impl::entities
  std::optional<std::uint32_t> cluster;  ///< of an unknown name: spans that are one name
  bool opens_sentence = false;           ///< its capital may be the sentence's
  bool doubtful = false;  ///< a common word there: a name only if the document shows it elsewhere
};

struct Reading {
  const Document& document;
  const Segmentation& segmentation;
  const std::vector<WordTag>& tags;
  const EntityRules::Impl& rules;
  const Lexicon& lexicon;

  std::vector<std::uint64_t> words;        ///< hash of each token's lookup form
  std::vector<std::uint32_t> sentence_of;  ///< of each token
  std::vector<SentenceTraits> traits;      ///< of each sentence
  std::vector<PhraseHit> nouns;            ///< sorted, without overlap
  std::vector<PhraseHit> roles;            ///< sorted, without overlap
  std::vector<std::uint32_t> noun_at;      ///< of each token: 1 + index of the hit over it, or 0
  std::vector<std::uint32_t> role_at;

  [[nodiscard]] const Token& token(std::uint32_t at) const { return segmentation.tokens[at]; }
  [[nodiscard]] std::string_view key(std::uint32_t at) const { return segmentation.key(at); }
  [[nodiscard]] std::string_view text(std::uint32_t at) const {
    return slice(document.text, segmentation.tokens[at].span);
  }
  [[nodiscard]] Span span(TokenRange range) const {
    return {token(range.begin).span.begin, token(range.end - 1).span.end};
  }
  [[nodiscard]] std::string_view text(TokenRange range) const {
    return slice(document.text, span(range));
  }
  [[nodiscard]] TokenRange sentence_tokens(std::uint32_t sentence) const {
    return segmentation.sentences[sentence].tokens;
  }
  [[nodiscard]] bool is_word(std::uint32_t at) const { return token(at).kind == TokenKind::word; }
  [[nodiscard]] bool capital(std::uint32_t at) const {
    return token(at).is(shape_capitalised) || token(at).is(shape_mixed_case);
  }
  /// No token but opening marks, bullets and dashes stands before it in its sentence, or a colon or
  /// an opening quotation mark stands right before it.
  [[nodiscard]] bool opens_sentence(std::uint32_t at) const;
  [[nodiscard]] bool is(std::uint32_t at, char mark) const {
    return key(at).size() == 1 && key(at).front() == mark;
  }
  [[nodiscard]] LinkUse link(std::uint32_t at) const {
    return EntityRules::Impl::find(rules.links, words[at], LinkUse::none);
  }
  [[nodiscard]] DeterminerClass determiner(std::uint32_t at) const {
    return EntityRules::Impl::find(rules.determiners, words[at], DeterminerClass::none);
  }
  [[nodiscard]] VerbUse verb(std::uint32_t at) const;
  /// A word of the language; French capitals may have lost their accent ("Etat", "Evidemment").
  [[nodiscard]] bool is_common(std::uint32_t at) const;
  [[nodiscard]] bool is_adjective(std::uint32_t at) const;
  /// A French word that no lexicon has and that ends as those for people of a town do: "vernois".
  [[nodiscard]] bool is_demonym(std::uint32_t at) const;
  /// ISO 3166 code of an adjective of nationality, or empty.
  [[nodiscard]] std::string_view nationality(std::uint32_t at) const;
};

[[nodiscard]] Reading make_reading(const Document& document, const Segmentation& segmentation,
                                   const std::vector<WordTag>& tags, const EntityRules& rules,
                                   const Lexicon& lexicon);

}  // namespace frise
