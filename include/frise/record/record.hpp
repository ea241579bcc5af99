#pragma once

/// \file
/// The extraction record, "frise-record/1": all that was found in one document, as values.
///
/// Left of it nothing knows other documents; right of it nothing knows text beyond the quotes held
/// here. It is the unit of caching, distribution and scoring; docs/RECORD.md describes the JSON.

#include "frise/core/document.hpp"
#include "frise/core/layer.hpp"
#include "frise/core/result.hpp"
#include "frise/entity/mention.hpp"
#include "frise/event/event_mention.hpp"
#include "frise/event/predicate.hpp"
#include "frise/segment/segmentation.hpp"
#include "frise/temporal/time_expression.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

inline constexpr std::string_view record_schema = "frise-record/1";

/// A span with the words under it, so that nobody downstream needs the text.
struct Quote {
  Span span;
  std::string text;
};

struct RecordTimex {
  std::string id;  ///< "t1", unique in the record
  Quote quote;
  TimexType type = TimexType::date;
  std::string value;
  TimexMod mod = TimexMod::none;
  DayBounds bounds;
  TimexAnchor anchor = TimexAnchor::none;
  bool inferred = false;
  /// Id of the expression it was read against; empty: the document's date, or none.
  std::string from;
  /// The arithmetic, where there was any: "2026-02-03 moved by -1 day = 2026-02-02".
  std::string why;
  std::string rule;
  std::string range;           ///< EDTF, of the stretch that this begins or ends
  std::uint32_t sentence = 0;  ///< number, from 1; its words are among Record::sentences
};

struct RecordEntity {
  std::string id;
  std::string name;
  EntityType type = EntityType::organization;
};

struct RecordMention {
  std::string id;  ///< "m1"
  Quote quote;
  std::string entity;  ///< empty: unresolved
  MentionKind kind = MentionKind::name;
};

struct RecordParticipant {
  ParticipantRole role = ParticipantRole::agent;
  std::string entity;   ///< may be empty
  std::string mention;  ///< may be empty
};

struct RecordAttribution {
  std::string speaker;  ///< entity id, or the words
  std::string role;
  Anonymity anonymity = Anonymity::named;
  std::string cue;
  Span span;
  std::string organization;  ///< entity id: where the speaker holds the role
};

struct RecordSentence {
  Span span;
  std::uint32_t number = 0;  ///< from 1
  std::string text;          ///< the sentence, white space squeezed, at most 2,000 characters
};

struct RecordDate {
  std::string value;  ///< EDTF; empty: not known
  DayBounds bounds;
  std::string timex;  ///< id, or empty
  bool inferred = false;
  std::string why;
};

/// Rule of the events of a table made by hand: what is numbered as sentences are its lines.
inline constexpr std::string_view table_rule = "table";

struct RecordEvent {
  std::string id;  ///< "ev1"
  EventType type = EventType::other;
  Quote trigger;
  RecordSentence sentence;
  RecordDate date;
  std::vector<RecordParticipant> participants;
  std::vector<Amount> amounts;
  Factuality factuality = Factuality::certain;
  DealStatus status = DealStatus::none;
  std::optional<RecordAttribution> attribution;
  bool negated = false;
  bool salient = true;
  std::string summary;
  std::string rule;
};

/// One event of the document comes before another, as words between them say.
struct RecordOrder {
  std::string before;  ///< event ids
  std::string after;
  Quote cue;
  std::string rule;
};

struct RecordStance {
  std::string holder;  ///< entity id
  std::string target;
  int polarity = 0;
  double strength = 0;
  StanceBasis basis = StanceBasis::verbal;
  StanceExpression expression = StanceExpression::inferred;
  RecordDate date;
  Quote evidence;
  RecordSentence sentence;
  std::optional<RecordAttribution> attribution;
  std::string rule;
};

struct RecordRole {
  std::string person;  ///< entity id
  std::string organization;
  std::string role;  ///< the article's words
  RoleTime time = RoleTime::present;
  Span evidence;
  RecordSentence sentence;
};

struct RecordDocument {
  std::string id;
  std::string path;
  std::string lang;
  std::string title;
  std::string source;
  std::string url;
  std::string sha256;
  Published published;
};

struct Record {
  RecordDocument document;
  std::vector<RecordTimex> timex;
  std::vector<RecordSentence> sentences;  ///< those with a time expression, each once, in order
  std::vector<RecordEntity> entities;
  std::vector<RecordMention> mentions;
  std::vector<RecordEvent> events;
  std::vector<RecordOrder> order;
  std::vector<RecordStance> stances;
  std::vector<RecordRole> roles;
  std::vector<Diagnostic> diagnostics;
  /// Every verb and act noun, for formats that mark them all; empty unless asked for, and no part
  /// of the JSON.
  PredicateLayer predicates;
};

/// Gathers the layers of one document into its record.
[[nodiscard]] Record make_record(const Document& document, const Published& published,
                                 const Segmentation& segmentation,
                                 const Layer<TimeExpression>& times, const EntityLayer& entities,
                                 const EventLayer& events);

/// One line of JSON, without the newline. Keys in the order of DESIGN's contract; the same record
/// gives the same bytes. Values not known are absent.
[[nodiscard]] std::string to_json(const Record& record);

/// Reads what to_json writes; keys it does not know are passed over.
/// \returns ErrorCode::bad_format for broken JSON, another schema, or spans that run backwards.
[[nodiscard]] Result<Record> parse_record(std::string_view json);

}  // namespace frise
