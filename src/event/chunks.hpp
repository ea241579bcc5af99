#pragma once

// A sentence as a row of chunks (Abney 1991): noun phrases without their complements, verb groups
// with their auxiliaries, and the small words between them.

#include "event/rules.hpp"
#include "event/sentence_tree.hpp"
#include "frise/event/event_mention.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace frise {

enum class ChunkKind : std::uint8_t {
  noun,
  verb,
  preposition,
  coordinator,
  complementizer,  ///< que, that
  relative,        ///< qui, dont, who
  subordinator,    ///< car, si, because
  comma,
  colon,
  dash,
  open_quote,
  close_quote,
  open_bracket,
  close_bracket,
  time,  ///< a time expression of any type
  adverb,
  stop,  ///< . ; ! ? and what else ends a clause
  other,
};

/// A verb with all that belongs to it: "n'aurait jamais été vendu", "va devoir fermer".
struct VerbGroup {
  std::uint32_t main = 0;  ///< token of the verb that means something
  std::string_view lemma;
  VerbForm form = VerbForm::finite;  ///< of the first verb
  Mood mood = Mood::none;            ///< of the first verb
  Tense tense = Tense::none;
  GrammaticalNumber number = GrammaticalNumber::unknown;
  std::uint8_t person = 0;
  bool perfect = false;
  bool passive = false;
  bool reflexive = false;
  bool negated = false;
  std::vector<Operator> operators;              ///< of the verbs passed on the way to the main one
  std::optional<std::uint32_t> subject_clitic;  ///< token of an inverted subject: -t-il
};

struct Chunk {
  ChunkKind kind = ChunkKind::other;
  TokenRange tokens;
  std::uint32_t head = 0;                ///< token
  std::optional<std::uint32_t> mention;  ///< what a noun phrase stands for; index of the mention
  std::string_view key;                  ///< slot name of a preposition, lookup form of a marker
  std::optional<VerbGroup> verb;
};

/// What the chunker and all that follows it read.
struct SentenceContext {
  const EventInput& input;
  const EventRules::Impl& rules;
  TokenRange tokens;
  std::optional<std::uint32_t> headline_verb = {};  ///< token; see find_headline_verb
  WordTag headline_tag = {};                        ///< its tag, read as a verb

  [[nodiscard]] std::string_view key(std::uint32_t token) const noexcept {
    return input.segmentation.key(token);
  }
  [[nodiscard]] const WordTag& tag(std::uint32_t token) const noexcept {
    return token == headline_verb ? headline_tag : input.tags[token];
  }
};

/// "Orval unveils new truck": in a sentence without a verb, a plural noun after a name that is also
/// the present of a known predicate is that verb. Sets it in the context.
void find_headline_verb(SentenceContext& context);

/// Cuts a sentence. Linear in its tokens. \param tree may be empty
[[nodiscard]] std::vector<Chunk> chunk_sentence(const SentenceContext& context,
                                                const SentenceTree& tree);

/// Length of the longest of some phrases that begins at a token, or 0.
[[nodiscard]] std::uint32_t phrase_at(const SentenceContext& context,
                                      const TextMap<std::vector<std::vector<std::string>>>& phrases,
                                      std::uint32_t token);

/// Length of the words before a number that belong to it ("pas moins de 300"), or 0.
[[nodiscard]] std::uint32_t quantity_at(const SentenceContext& context, std::uint32_t token);

/// The mention that covers a token, if any; the mentions are sorted, so this is a binary search.
[[nodiscard]] std::optional<std::uint32_t> mention_at(const EntityLayer& layer,
                                                      std::uint32_t token);

}  // namespace frise
