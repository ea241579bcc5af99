#pragma once

/// \file
/// What happened, when, who says so and how sure; and who is for or against whom.

#include "frise/core/document.hpp"
#include "frise/core/span.hpp"
#include "frise/entity/mention.hpp"
#include "frise/event/event_type.hpp"
#include "frise/pack/language_pack.hpp"
#include "frise/segment/segmentation.hpp"
#include "frise/tag/tagging.hpp"
#include "frise/temporal/time_expression.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace frise {

class Trees;  // frise/syntax/parsing.hpp

enum class ParticipantRole : std::uint8_t { agent, patient, recipient, instrument, place, topic };

struct Participant {
  ParticipantRole role = ParticipantRole::agent;
  std::optional<std::uint32_t> mention;  ///< index into EntityLayer::mentions
  std::optional<std::uint32_t> entity;   ///< index into EntityLayer::entities
};

/// A sum or a count tied to an event: {"amount", 20e9, "USD"}, {"count", 20000, "gpu"}.
struct Amount {
  std::string slot;
  std::string value;     ///< decimal number, no exponent, '.' as the mark
  std::string currency;  ///< ISO 4217, or empty
  std::string unit;      ///< what is counted, or empty
  Span span;
};

/// Who said it. Anonymity: the author's own voice has no attribution at all.
enum class Anonymity : std::uint8_t { named, institutional, anonymous };

struct Attribution {
  std::optional<std::uint32_t> speaker;  ///< index into EntityLayer::entities
  std::string speaker_text;              ///< the words when no entity: "des médias étrangers"
  std::string role;                      ///< the words: "porte-parole"
  std::optional<std::uint32_t> organization;  ///< where the speaker holds the role
  Anonymity anonymity = Anonymity::named;
  std::string cue;  ///< "a déclaré", "selon"
  Span span;        ///< of the cue
};

/// The day an event lies on. `value` is EDTF; empty when the text does not say.
struct EventDate {
  std::string value;
  DayBounds bounds;
  std::optional<std::uint32_t> timex;  ///< index into Layer<TimeExpression>::items
  bool inferred = false;               ///< part of the value is not in the words
  std::string why;
};

struct EventMention {
  EventType type = EventType::other;
  Span trigger;
  std::uint32_t sentence = 0;  ///< index into Segmentation::sentences
  EventDate date;
  std::vector<Participant> participants;
  std::vector<Amount> amounts;
  Factuality factuality = Factuality::certain;
  DealStatus status = DealStatus::none;
  std::optional<Attribution> attribution;
  bool negated = false;  ///< the act itself is said not to be: "ne pas imposer de restrictions"
  bool salient = true;
  std::string summary;  ///< who did what to whom, in the article's words
  std::string rule;     ///< "fr/event/exclure"
};

enum class StanceBasis : std::uint8_t { verbal, material };
enum class StanceExpression : std::uint8_t { quoted, reported, inferred };

/// Holder is for (+1), neither (0) or against (-1) target; strength -10..+10 (PLOVER scale).
struct Stance {
  std::uint32_t holder = 0;  ///< entities
  std::uint32_t target = 0;
  int polarity = 0;
  double strength = 0;
  StanceBasis basis = StanceBasis::verbal;
  StanceExpression expression = StanceExpression::inferred;
  EventDate date;
  Span evidence;
  std::uint32_t sentence = 0;
  std::optional<Attribution> attribution;
  std::string rule;
};

/// One event comes before another, as a word between them says: "après", "ahead of".
struct EventOrder {
  std::uint32_t before = 0;  ///< indices into EventLayer::events
  std::uint32_t after = 0;
  Span cue;
  std::string rule;  ///< "fr/event/order/apres"
};

struct EventLayer {
  std::vector<EventMention> events;
  std::vector<EventOrder> order;  ///< of events of one sentence
  std::vector<Stance> stances;
  std::vector<Diagnostic> diagnostics;
};

/// The event and stance rules of a language pack (`event/...`, `stance/...`), compiled.
class EventRules {
 public:
  [[nodiscard]] static Result<EventRules> compile(const LanguagePack& pack,
                                                  const SegmentRules& segment_rules);

  EventRules(EventRules&&) noexcept;
  EventRules& operator=(EventRules&&) noexcept;
  ~EventRules();

  struct Impl;
  [[nodiscard]] const Impl& impl() const noexcept { return *impl_; }

 private:
  explicit EventRules(std::unique_ptr<Impl> impl) noexcept;
  std::unique_ptr<Impl> impl_;
};

/// Everything that `annotate_events` reads of one document.
struct EventInput {
  const Document& document;
  const Segmentation& segmentation;
  const std::vector<WordTag>& tags;
  const Published& published;
  const Layer<TimeExpression>& times;
  const EntityLayer& entities;
  Trees& trees;  ///< asked only for sentences in which something may happen; may have no model
};

[[nodiscard]] EventLayer annotate_events(const EventInput& input, const EventRules& rules);

}  // namespace frise
