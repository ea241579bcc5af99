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

enum class LinkKind : std::uint8_t { follows, contradicts, denies, confirms };

[[nodiscard]] std::string_view to_string(LinkKind kind) noexcept;
[[nodiscard]] std::optional<LinkKind> parse_link_kind(std::string_view word) noexcept;

/// Read as a sentence: `from` follows, contradicts, denies or confirms `to`.
struct EventLink {
  std::string from;  ///< event ids
  std::string to;
  LinkKind kind = LinkKind::follows;
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
/// (timex), or by date, then id (events), so that the order of the inputs cannot show.
struct Corpus {
  std::vector<RecordDocument> documents;
  std::vector<DatingTimex> timex;
  std::vector<MergedEntity> entities;
  std::vector<MergedEvent> events;
  std::vector<MergedStance> stances;
  std::vector<MergedRole> roles;
  std::vector<EventLink> links;
  std::vector<CorrectionNote> corrections;  ///< by line
};

/// Order-free: any permutation of the records gives the same corpus. Near-linear: events are
/// compared within blocks of one type and one shared participant only.
[[nodiscard]] Corpus merge_records(std::vector<Record> records);

}  // namespace frise
