#pragma once

// One document parsed as far as events need it, and the questions that all of its readers ask.

#include "event/chunks.hpp"
#include "event/clauses.hpp"

#include <optional>
#include <string>
#include <vector>

namespace frise {

/// Somebody says something: "a déclaré X", "selon X", a dash line under a quotation.
struct SpeechAct {
  SpeechKind kind = SpeechKind::state;
  std::optional<std::uint32_t> clause;   ///< of its verb; none for "selon X" and dash lines
  std::optional<std::uint32_t> mention;  ///< of the speaker
  std::optional<std::uint32_t> house;    ///< entity for which a spokesman speaks
  std::string speaker_text;              ///< when no entity: "des médias étrangers"
  bool anonymous = false;                ///< an unnamed source, not a role without its name
  Span cue;
  TokenRange content;  ///< what is said, as far as it lies in this sentence; may be empty
};

/// Acts read in one sentence: what has more is no prose, and would cost more than linear time.
inline constexpr std::size_t most_speech_acts = 64;

struct ParsedSentence {
  std::uint32_t index = 0;  ///< in Segmentation::sentences
  std::vector<Chunk> chunks;
  std::vector<Clause> clauses;
  std::vector<SpeechAct> speech;
  bool question = false;
};

struct ParsedDocument {
  const EventInput& input;
  const EventRules::Impl& rules;
  std::vector<ParsedSentence> sentences;  ///< those that may hold events, in order
  /// For each quotation of the segmentation: who speaks, as sentence (index into sentences) and
  /// speech act.
  std::vector<std::optional<std::pair<std::uint32_t, std::uint32_t>>> speakers;
  /// For each block: the sentence that is the dash line under it.
  std::vector<std::optional<std::uint32_t>> dash_lines;
  /// The company or body that the article is about: named at its head and more often than any
  /// other.
  std::optional<std::uint32_t> about;

  [[nodiscard]] const Mention& mention(std::uint32_t index) const {
    return input.entities.mentions[index];
  }
  [[nodiscard]] const Entity& entity(std::uint32_t index) const {
    return input.entities.entities[index];
  }
  [[nodiscard]] std::string_view text(TokenRange tokens) const;
  [[nodiscard]] Span span(TokenRange tokens) const;
};

/// Reads every sentence that is no furniture; then gives each quotation its speaker.
[[nodiscard]] ParsedDocument parse_document(const EventInput& input, const EventRules::Impl& rules);

/// The innermost quotation that holds the token.
[[nodiscard]] std::optional<std::uint32_t> quotation_at(const ParsedDocument& document,
                                                        std::uint32_t token);

/// Who says what stands at a token: the speaker of its quotation, else of the reported clause
/// around it.
[[nodiscard]] const SpeechAct* speech_around(const ParsedDocument& document,
                                             const ParsedSentence& sentence, std::uint32_t token);

/// Mentions of entities that a phrase stands for: its own; for "la direction de X" that of the
/// complement; for "des partenaires comme X et Y" those of the examples.
[[nodiscard]] std::vector<std::uint32_t> referents(const ParsedDocument& document,
                                                   const ParsedSentence& sentence,
                                                   std::uint32_t chunk);

/// Whose it is: down the chain "les performances des puces de X", the first mention that can act,
/// else the first of an entity.
[[nodiscard]] std::optional<std::uint32_t> owner_of(const ParsedDocument& document,
                                                    const ParsedSentence& sentence,
                                                    std::uint32_t chunk);

/// Mentions of entities within a range of tokens, in order.
[[nodiscard]] std::vector<std::uint32_t> mentions_in(const ParsedDocument& document,
                                                     TokenRange tokens);

/// The mentions that a clause's subject stands for, its inverted pronoun included.
[[nodiscard]] std::vector<std::uint32_t> subject_mentions(const ParsedDocument& document,
                                                          const ParsedSentence& sentence,
                                                          const Clause& clause);

/// The words after a verb begin with these, adverbs and negation passed over.
[[nodiscard]] bool followed_by(const ParsedDocument& document, const Chunk& verb,
                               const std::vector<std::string>& fixed);

/// Can speak, sign and sue: company, person, organization, government, publication.
[[nodiscard]] bool is_actor(EntityType type) noexcept;

}  // namespace frise
