#pragma once

/// \file
/// What an analyst puts right, once: entries of corrections.toml, keyed by ids, applied whenever
/// records are merged. docs/CORRECTIONS.md describes the file.
///
/// \code
///   [[date]]
///   event = "ev-0a1b2c3d4e5f"
///   date = "2025-09-22"
///   why = "press release of that day"
/// \endcode

#include "frise/core/result.hpp"
#include "frise/core/span.hpp"
#include "frise/merge/corpus.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

enum class CorrectionAction : std::uint8_t {
  date,
  merge,
  split,
  rename,
  retype,
  hide,
  add,
  confirm,
  distinct,
};

enum class CorrectedThing : std::uint8_t { entity, event, stance, role, link };

[[nodiscard]] std::string_view to_string(CorrectionAction action) noexcept;
[[nodiscard]] std::string_view to_string(CorrectedThing thing) noexcept;

/// One entry of the file; which members count depends on action and thing.
struct Correction {
  CorrectionAction action = CorrectionAction::confirm;
  CorrectedThing thing = CorrectedThing::event;
  std::size_t line = 0;             ///< of its header, from 1
  std::vector<std::string> ids;     ///< what it is about; of a merge, the first keeps its id
  std::vector<std::string> claims;  ///< where the event's id has changed, the one with such a claim
  std::string date;                 ///< EDTF
  std::string name;                 ///< or summary of an event
  std::string type;
  std::string new_id;                  ///< of the entity that a split makes
  std::vector<std::string> documents;  ///< whose mentions a split takes
  std::string why;
  std::string source;
  std::string quote;  ///< bytes of the file under `span`: why, source, or what stands for them
  Span span;

  std::optional<MergedEvent> event;    ///< of add
  std::optional<MergedStance> stance;  ///< of add
  std::optional<EventLink> link;       ///< of add
};

struct Corrections {
  std::string path;
  std::vector<Correction> entries;

  [[nodiscard]] bool empty() const noexcept { return entries.empty(); }
};

/// \returns ErrorCode::bad_format or bad_value with the place: broken TOML, unknown actions and
/// keys, missing keys, dates and types that are none.
[[nodiscard]] Result<Corrections> parse_corrections(std::string_view toml, const std::string& path);

struct Corrected {
  Corpus corpus;
  std::vector<Error> conflicts;  ///< entries that contradict each other: nothing was applied
  std::vector<Error> stale;      ///< entries whose ids are not there any more
};

/// Merges the records as merge_records does, and puts right what the entries say. Entries are keyed
/// by ids of the graph without corrections, which the corrected graph keeps; their order does not
/// matter. Entities are merged and split before events are compared, so that reports of one event
/// find together.
[[nodiscard]] Corrected merge_corrected(std::vector<Record> records,
                                        const Corrections& corrections);

}  // namespace frise
