#pragma once

/// \file
/// Text cut into blocks, sentences, quotations and tokens.
///
/// \code
///   // "choses.En 2017, AMD ..." is two sentences, whatever the typist forgot.
///   const Segmentation s = segment(document, rules);
///   s.key(s.tokens[0]);   // lower case, apostrophes made straight, NFC
/// \endcode

#include "frise/core/diagnostic.hpp"
#include "frise/core/document.hpp"
#include "frise/core/result.hpp"
#include "frise/core/span.hpp"
#include "frise/pack/language_pack.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

enum class TokenKind : std::uint8_t {
  word,         ///< letters, with digits inside or around: GPT-3.5, A100, 1er, Hewlett-Packard, S&P
  number,       ///< digits, grouped or decimal: 2018, 20 000, 2,89, 100,000
  punctuation,  ///< one mark: , . ; : ! ? ( ) « » “ ” " – — -
  symbol,       ///< % $ € & @ # / and the like
  url,          ///< http://..., pic.twitter.com/...
  handle,       ///< @name, #tag
};

/// What the letters look like, as bits.
enum TokenShape : std::uint8_t {
  shape_capitalised = 1,  ///< first letter upper case
  shape_all_caps = 2,     ///< two or more letters, all upper case
  shape_mixed_case = 4,   ///< upper case after lower: OpenAI, iPhone
  shape_has_digit = 8,
  shape_space_before = 16,  ///< white space (or the start of the text) stands before it
  shape_elided = 32,        ///< ends in an apostrophe that glues it to the next: l', qu'
};

/// One token. French clitics are tokens of their own: l' + IA, a + -t-il, jour + -là; so is the
/// English 's (Nvidia + 's) and n't. A compound with a hyphen is one token: États-Unis; but mi- and
/// ex- are cut off (mi- + juin), and a hyphen after digits parts (12-month, 2023-03: number, mark,
/// rest), as does a slash. "U.S." and "J.-P." are words with their stops; the stop of other
/// abbreviations ("Inc.", "sept.") is a token of its own, and so are the parts of 25.04.2025, 14:30
/// and 25/04/2025. "14h30" and "20k" are words.
struct Token {
  Span span;
  std::uint32_t key_begin = 0;
  std::uint16_t key_length = 0;
  TokenKind kind = TokenKind::word;
  std::uint8_t shape = 0;

  [[nodiscard]] bool is(TokenShape bit) const noexcept { return (shape & bit) != 0; }
};

/// A half-open range of token indices.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const noexcept { return end - begin; }
  [[nodiscard]] constexpr bool contains(std::uint32_t token) const noexcept {
    return begin <= token && token < end;
  }
  friend constexpr bool operator==(TokenRange, TokenRange) = default;
};

enum class BlockKind : std::uint8_t {
  paragraph,
  heading,  ///< title or headline: no full stop, set apart
  list_item,
  attribution,  ///< "– Jensen Huang, PDG de NVIDIA": who said the block before
  header,       ///< "date 2023-03", a by-line: says something of the document
  furniture,    ///< menus, share buttons, language lists, links to other articles: makes no events
};

struct Block {
  Span span;
  BlockKind kind = BlockKind::paragraph;
  std::uint32_t sentence_begin = 0;
  std::uint32_t sentence_end = 0;
};

/// One sentence. A dateline ("27 août 2012. -") is one of its own, dash included. Numbered from 1
/// through the document, furniture included, for citing.
struct Sentence {
  Span span;
  TokenRange tokens;
  std::uint32_t block = 0;
  std::uint32_t number = 0;
};

/// A stretch between quotation marks, marks included; it may run over several sentences.
struct Quotation {
  Span span;
  Span content;
  TokenRange tokens;   ///< of the content
  bool closed = true;  ///< false when the text ended, or the block did, before the closing mark
};

/// All layers of one document. Tokens, sentences and blocks are sorted and do not overlap;
/// quotations are sorted by where they begin and may nest.
struct Segmentation {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Block> blocks;
  std::vector<Quotation> quotations;
  std::vector<Diagnostic> diagnostics;
  std::vector<char> keys;

  /// Lookup form of a token: NFC, lower case, ’ as ', digits as typed without group separators, '.'
  /// as the decimal mark. Accents are kept. Valid as long as this object lives.
  [[nodiscard]] std::string_view key(const Token& token) const noexcept {
    return {keys.data() + token.key_begin, token.key_length};
  }
  [[nodiscard]] std::string_view key(std::size_t token) const noexcept {
    return key(tokens[token]);
  }
  [[nodiscard]] const Block& block_of(const Sentence& sentence) const noexcept {
    return blocks[sentence.block];
  }
};

/// What a language pack says about cutting text (`segment/...`), frozen.
class SegmentRules {
 public:
  [[nodiscard]] static Result<SegmentRules> compile(const LanguagePack& pack);

  SegmentRules(SegmentRules&&) noexcept;
  SegmentRules& operator=(SegmentRules&&) noexcept;
  ~SegmentRules();

  struct Impl;
  [[nodiscard]] const Impl& impl() const noexcept { return *impl_; }

 private:
  explicit SegmentRules(std::unique_ptr<Impl> impl) noexcept;
  std::unique_ptr<Impl> impl_;
};

/// Time and memory are linear in the length of the text.
[[nodiscard]] Segmentation segment(const Document& document, const SegmentRules& rules);

/// The lookup forms of the tokens of a phrase of a pack ("semaine dernière"), cut as text is cut.
[[nodiscard]] std::vector<std::string> phrase_keys(std::string_view phrase,
                                                   const SegmentRules& rules);

/// Lookup form of a string on its own: NFC, lower case, straight apostrophes.
[[nodiscard]] std::string fold_key(std::string_view text);

}  // namespace frise
