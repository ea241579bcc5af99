#pragma once

/// \file
/// What changed between two graphs, by ids. An event keeps its identity by its claims where its id,
/// which holds its date, has changed.

#include "frise/graph/event_graph.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

enum class ChangeKind : std::uint8_t {
  added,
  removed,
  redated,   ///< an event or stance is told of other days
  rejudged,  ///< factuality, status, denial, polarity or strength
  changed,   ///< anything else: participants, type, words
};

enum class ChangedThing : std::uint8_t { document, entity, event, claim, stance, role, link };

[[nodiscard]] std::string_view to_string(ChangeKind kind) noexcept;
[[nodiscard]] std::string_view to_string(ChangedThing thing) noexcept;

/// One value that is not what it was.
struct ChangedField {
  std::string name;
  std::string before;  ///< empty: was not known
  std::string after;   ///< empty: is not known any more
};

struct Change {
  ChangeKind kind = ChangeKind::changed;  ///< the first that applies, in the order above
  ChangedThing thing = ChangedThing::event;
  std::string id;                    ///< in the new graph; of what was removed, in the old one
  std::string old_id;                ///< where it is another
  std::string label;                 ///< for people: a summary, a name
  std::string place;                 ///< of a claim, its event
  std::vector<ChangedField> fields;  ///< none for what was added or removed
};

struct GraphDiff {
  std::vector<Change> changes;  ///< by thing, kind, then in the order of the graphs
};

[[nodiscard]] GraphDiff diff(const EventGraph& before, const EventGraph& after);

/// A line a change, the values below it; empty when nothing changed.
[[nodiscard]] std::string to_text(const GraphDiff& diff);

/// `{"schema": "frise-diff/1", "changes": [...]}`, indented, with a newline at the end.
[[nodiscard]] std::string to_json(const GraphDiff& diff);

}  // namespace frise
