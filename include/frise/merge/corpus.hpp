#pragma once

/// \file
/// Many records, one story: who and what is the same, and what each source claims of it.

#include "frise/core/date.hpp"
#include "frise/record/record.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

/// The sentence a mark came from.
struct Evidence {
  std::string document;  ///< document id
  Span span;             ///< of the sentence, UTF-8 bytes
  std::uint32_t sentence = 0;
  std::string quote;
  std::string rule;
};

/// How far a claim speaks for its event (after the ranks of Wikidata's statements): `preferred`
/// gives the event its date and words; `deprecated` is known not to hold as printed.
enum class ClaimRank : std::uint8_t { preferred, normal, deprecated };

[[nodiscard]] std::string_view to_string(ClaimRank rank) noexcept;
[[nodiscard]] std::optional<ClaimRank> parse_claim_rank(std::string_view word) noexcept;

/// What one source says of one event. Never overwritten, never averaged.
struct Claim {
  std::string id;
  Evidence evidence;
  Span trigger;
  RecordDate date;
  std::vector<Amount> amounts;
  Factuality factuality = Factuality::certain;
  DealStatus status = DealStatus::none;
  bool negated = false;
  std::optional<RecordAttribution> attribution;
  std::string summary;
  std::string lang;
  std::string copy_of;  ///< id of the older claim whose sentence this repeats, or empty
  ClaimRank rank = ClaimRank::normal;
  std::string rank_why;  ///< empty for `normal`
};

/// One value that claims of an event give a slot, and how many of them do.
struct SlotValue {
  std::string slot;
  std::string value;
  std::string currency;  ///< or empty
  std::string unit;      ///< or empty
  std::uint32_t claims = 0;
  std::uint32_t independent = 0;  ///< sources that are no copies of one another
};

/// Days of an event that follow from what stands before and after it, where they are narrower than
/// those that its own words give. No part of its date: a figure that shows them has to say so.
struct InferredDays {
  DayBounds bounds;
  std::string why;
};

struct MergedEntity {
  std::string id;
  std::string name;
  EntityType type = EntityType::organization;
  std::vector<std::string> aliases;    ///< other forms seen, sorted
  std::vector<std::string> documents;  ///< ids, sorted
  std::uint32_t mentions = 0;
};

struct MergedParticipant {
  ParticipantRole role = ParticipantRole::agent;
  std::string entity;

  friend auto operator<=>(const MergedParticipant&, const MergedParticipant&) = default;
};

/// One event, told by one source or many. `date`, `summary` and `factuality` are those of the
/// preferred claim: the finest date that contradicts no other, else the first by date and document;
/// of a copied sentence with a relative date, the oldest bearer's reading only.
struct MergedEvent {
  std::string id;  ///< hash of identity: stable over rebuilds
  EventType type = EventType::other;
  RecordDate date;
  std::vector<MergedParticipant> participants;  ///< sorted, unique
  Factuality factuality = Factuality::certain;
  DealStatus status = DealStatus::none;
  bool negated = false;
  bool salient = true;  ///< at least one source tells it as news, not in passing
  std::string summary;
  std::string lang;
  std::vector<Claim> claims;      ///< sorted by document and place; at least one
  std::uint32_t independent = 1;  ///< sources that are no copies of one another
  std::vector<SlotValue> values;  ///< sums and counts, by slot, unit, then most claims first
  std::optional<InferredDays> inferred;
  bool dates_disagree = false;
  bool amounts_disagree = false;
};

struct MergedStance {
  std::string id;
  std::string holder;
  std::string target;
  int polarity = 0;
  double strength = 0;
  StanceBasis basis = StanceBasis::verbal;
  StanceExpression expression = StanceExpression::inferred;
  RecordDate date;
  std::vector<Evidence> evidence;
  std::optional<RecordAttribution> attribution;
};

/// What one source says of a role: its time is seen from that document.
struct RoleClaim {
  Evidence evidence;
  Span words;  ///< that name person and role
  RoleTime time = RoleTime::present;
};

/// Who is said to hold which role where. Sources that see it at different times stay side by side.
struct MergedRole {
  std::string id;
  std::string person;             ///< entity id
  std::string organization;       ///< entity id
  std::string role;               ///< the words of the first source: "directeur technique"
  std::vector<RoleClaim> claims;  ///< by document and place; at least one
};

enum class LinkKind : std::uint8_t { follows, contradicts, denies, confirms, refines };

[[nodiscard]] std::string_view to_string(LinkKind kind) noexcept;
[[nodiscard]] std::optional<LinkKind> parse_link_kind(std::string_view word) noexcept;

/// Read as a sentence: `from` follows, contradicts, denies, confirms or refines `to`. An event
/// refines another when it tells more firmly, or closer, what the other leaves open.
struct EventLink {
  std::string from;  ///< event ids
  std::string to;
  LinkKind kind = LinkKind::follows;
  std::string why;
};

enum class ClaimLinkKind : std::uint8_t { corroborates, contradicts, denies, refines, copies };

[[nodiscard]] std::string_view to_string(ClaimLinkKind kind) noexcept;
[[nodiscard]] std::optional<ClaimLinkKind> parse_claim_link_kind(std::string_view word) noexcept;

/// Read as a sentence: `from` contradicts `to` about the amount. `slot` is "date", "status",
/// "factuality" or the slot of an amount; empty: about the event itself.
struct ClaimLink {
  std::string from;  ///< claim ids
  std::string to;
  ClaimLinkKind kind = ClaimLinkKind::corroborates;
  std::string slot;
};

/// One claim's act comes before another's, as words between them in their sentence say.
struct ClaimOrder {
  std::string before;  ///< claim ids
  std::string after;
  Quote cue;  ///< "à la suite"
  std::string rule;
};

/// An article most of whose sentences another one printed before: no source of its own.
struct DocumentCopy {
  std::string document;
  std::string original;  ///< the oldest that bears them
  double shared = 0;     ///< of the copy's sentences that tell an event, 0 to 1
};

/// Two events whose order is known and is not carried by a third between them.
struct OrderEdge {
  std::string before;  ///< event ids
  std::string after;
  std::string why;  ///< "dates", the link that says so, or the words: "après"
};

/// What cannot all be true of the order of events.
struct OrderConflict {
  std::vector<std::string> claims;  ///< ids, sorted: their sentences are the conflict
  std::string why;
};

/// A time expression that dates something, or that such a one was read against.
struct DatingTimex {
  std::string document;  ///< document id
  RecordTimex timex;     ///< its id is unique in the document
};

/// What an analyst put right, and where that is written.
struct CorrectionNote {
  std::string document;          ///< id of the file of corrections, one of the documents
  std::uint32_t line = 0;        ///< of the entry
  std::string action;            ///< "date", "hide"
  std::vector<std::string> ids;  ///< of what it is about
  std::string was;               ///< the value before, or what is gone
  std::string why;
};

/// All vectors are sorted by id (documents, entities, stances, roles), by document and place
/// (timex), by date, then id (events), or by their ends (links, copies, order), so that the order
/// of the inputs cannot show.
struct Corpus {
  std::vector<RecordDocument> documents;
  std::vector<DatingTimex> timex;
  std::vector<MergedEntity> entities;
  std::vector<MergedEvent> events;
  std::vector<MergedStance> stances;
  std::vector<MergedRole> roles;
  std::vector<EventLink> links;
  std::vector<CorrectionNote> corrections;  ///< by line
  std::vector<ClaimLink> claim_links;
  std::vector<ClaimOrder> claim_order;
  std::vector<DocumentCopy> copies;
  std::vector<OrderEdge> order;
  std::vector<OrderConflict> conflicts;
};

/// Order-free: any permutation of the records gives the same corpus. Near-linear: events are
/// compared within blocks of one type and one shared participant only.
[[nodiscard]] Corpus merge_records(std::vector<Record> records);

}  // namespace frise
