#pragma once

/// \file
/// Words with their lemma, part of speech and inflection. Names follow Universal Dependencies 2.

#include "frise/core/result.hpp"
#include "frise/pack/language_pack.hpp"
#include "frise/segment/segmentation.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

enum class Pos : std::uint8_t {
  adjective,
  adposition,
  adverb,
  auxiliary,
  coordinating_conjunction,
  determiner,
  interjection,
  noun,
  numeral,
  particle,
  pronoun,
  proper_noun,
  punctuation,
  subordinating_conjunction,
  symbol,
  verb,
  other,
};

enum class Gender : std::uint8_t { unknown, masculine, feminine };
enum class GrammaticalNumber : std::uint8_t { unknown, singular, plural };
enum class VerbForm : std::uint8_t {
  none,
  finite,
  infinitive,
  past_participle,
  present_participle
};
enum class Mood : std::uint8_t { none, indicative, conditional, subjunctive, imperative };
enum class Tense : std::uint8_t { none, present, imperfect, past, future };

/// Inflection; every field may be unknown. `unknown` gender or number agrees with anything.
struct Morphology {
  Gender gender = Gender::unknown;
  GrammaticalNumber number = GrammaticalNumber::unknown;
  std::uint8_t person = 0;  ///< 1, 2, 3; 0 is unknown
  VerbForm verb_form = VerbForm::none;
  Mood mood = Mood::none;
  Tense tense = Tense::none;

  friend bool operator==(const Morphology&, const Morphology&) = default;
};

/// One reading of a word form.
struct Analysis {
  std::string_view lemma;  ///< lower case; points into the lexicon
  Pos pos = Pos::other;
  Morphology morphology;
  bool given_name = false;
};

/// All readings of all forms of a language: a compiled file (memory-mapped) and the closed classes
/// of the pack (`lexicon/...`), which win. Without the file the closed classes and rules of
/// spelling remain.
class Lexicon {
 public:
  /// Whether the rows of `lexicon/paradigms-since` count, which came after the models were trained:
  /// models are trained without them, so that they stay what the treebanks give.
  enum class Since : std::uint8_t { counts, left_out };

  /// \param compiled path of <data>/lexicon/<lang>.lex; may be missing, must not be broken.
  [[nodiscard]] static Result<Lexicon> open(const LanguagePack& pack, const std::string& compiled,
                                            Since since = Since::counts);

  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;
  ~Lexicon();

  /// Readings of a lookup form (see Segmentation::key), best first; empty when the word is unknown.
  /// Appends to `out` after clearing it, so that a caller can reuse the vector.
  void analyses(std::string_view key, std::vector<Analysis>& out) const;

  /// The language has a word of this form that is not a name: "orange", "sur", "mars".
  [[nodiscard]] bool is_common_word(std::string_view key) const;

  struct Impl;
  [[nodiscard]] const Impl& impl() const noexcept { return *impl_; }

 private:
  explicit Lexicon(std::unique_ptr<Impl> impl) noexcept;
  std::unique_ptr<Impl> impl_;
};

/// The reading chosen for one token.
struct WordTag {
  std::string_view lemma;  ///< of the lexicon, or the token's key; valid while both live
  Pos pos = Pos::other;
  Morphology morphology;
  bool known = false;       ///< the lexicon has the word
  bool given_name = false;  ///< the lexicon marks it as a person's given name
  bool light_verb =
      false;  ///< a verb that Universal Dependencies calls AUX: a copula, "faire" + infinitive
};

/// A tagger trained by `frise train`, mapped into memory; without its file there is none.
class TagModel {
 public:
  TagModel() noexcept;

  /// \param path of <data>/model/<lang>/tagger.model.
  /// \returns ErrorCode::bad_format when it was cut short, altered, or is no tagger of this
  /// language.
  [[nodiscard]] static Result<TagModel> open(const std::string& path, std::string_view lang);

  /// The same of bytes in memory.
  [[nodiscard]] static Result<TagModel> from_bytes(std::string bytes, std::string_view lang);

  TagModel(TagModel&&) noexcept;
  TagModel& operator=(TagModel&&) noexcept;
  ~TagModel();

  [[nodiscard]] bool present() const noexcept { return impl_ != nullptr; }

  struct Impl;
  [[nodiscard]] const Impl& impl() const noexcept { return *impl_; }

 private:
  explicit TagModel(std::unique_ptr<Impl> impl) noexcept;
  std::unique_ptr<Impl> impl_;
};

/// One tag a token, same indices, by rules alone.
[[nodiscard]] std::vector<WordTag> tag_words(const Segmentation& segmentation,
                                             const Lexicon& lexicon);

/// The same by a trained model, or by rules when it is not present.
[[nodiscard]] std::vector<WordTag> tag_words(const Segmentation& segmentation,
                                             const Lexicon& lexicon, const TagModel& model);

}  // namespace frise
