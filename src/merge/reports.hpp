#pragma once

/// \file
/// The event mentions of all records, side by side and ready to be compared.

#include "frise/merge/corpus.hpp"
#include "merge/entities.hpp"
#include "merge/similarity.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace frise {

/// Events that two articles may well name differently share a family.
enum class EventFamily : std::uint8_t {
  invest,
  acquire,
  partner,
  supply,
  launch,
  make,
  admit,
  restrict,
  ease,
  cancel,
  close,
  request,
  litigate,
  fine,
  appoint,
  leave,
  report,
  compete,
  speech,
  other,
};

/// Whether the event is told as having happened.
enum class Reality : std::uint8_t { actual, planned, denied, hypothetical };

[[nodiscard]] EventFamily family_of(EventType type) noexcept;
[[nodiscard]] Reality reality_of(Factuality factuality) noexcept;

/// One event of one record, as comparisons see it.
struct Report {
  std::uint32_t record = 0;    ///< index into the sorted records
  std::uint32_t event = 0;     ///< index into Record::events
  std::uint32_t sentence = 0;  ///< index into Reports::sentences
  EventFamily family = EventFamily::other;
  Reality reality = Reality::actual;
  std::vector<std::uint32_t> agents;  ///< entities, sorted
  /// Without sectors and other collectives, which overlap: they tell no two events apart.
  std::vector<std::uint32_t> patients;
  std::vector<std::uint32_t> recipients;
  std::vector<std::uint32_t> others;  ///< all but agents and places, sorted
  DayBounds bounds;
  bool dated = false;  ///< at least one side of `bounds` is known
  bool fine = false;   ///< known to the month or better
  bool relative =
      false;  ///< read against the document's date, or with a part that the words do not say
  std::uint64_t phrase = 0;  ///< hash of the folded words of its date; 0: none
};

struct Reports {
  std::vector<Report> all;         ///< in the order of the records
  std::vector<WordSet> sentences;  ///< each sentence once
  std::vector<std::uint32_t> record_of_sentence;
  /// Pairs (i < j) of nearly the same sentences, sorted.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> near_pairs;
};

[[nodiscard]] Reports gather_reports(const std::vector<Record>& records,
                                     const EntityTable& entities);

[[nodiscard]] const RecordEvent& event_of(const Report& report, const std::vector<Record>& records);

/// The day to go by when asked which article is older; records without a date come last, then by
/// id.
[[nodiscard]] bool is_older(const Record& a, const Record& b) noexcept;

}  // namespace frise
