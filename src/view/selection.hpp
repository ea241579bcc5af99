#pragma once

/// \file
/// What the reader's options leave of a graph: shared by the timeline and the map.

#include "frise/view/view.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace frise {

/// Names compared as readers of the locale expect; equal names by their bytes.
class NameOrder {
 public:
  explicit NameOrder(std::string_view locale);
  ~NameOrder();
  NameOrder(const NameOrder&) = delete;
  NameOrder& operator=(const NameOrder&) = delete;

  [[nodiscard]] int compare(std::string_view a, std::string_view b) const;

 private:
  struct Collator;
  std::unique_ptr<Collator> collator_;
};

/// Options checked against a graph.
struct Selection {
  std::string locale;
  std::optional<Day> since;
  std::optional<Day> until;
  std::unordered_set<std::string> entities;  ///< ids; empty: all
  std::unordered_set<std::string> focus;     ///< ids; empty: nobody chosen
  std::vector<EventType> types;

  [[nodiscard]] bool keeps(const MergedEvent& event) const;
  [[nodiscard]] bool keeps(const MergedStance& stance) const;
  /// "seulement Nvidia ; à partir de 2018", or empty.
  std::string words;
};

/// \returns ErrorCode::bad_value for an option that means nothing.
[[nodiscard]] Result<Selection> select(const EventGraph& graph, const ViewOptions& options);

/// Who an event is told of: its agents, else those it happens to. Nobody: it cannot be drawn.
[[nodiscard]] std::vector<std::string_view> actors_of(const MergedEvent& event);

/// Has a day that bounds it.
[[nodiscard]] bool is_placed(const MergedEvent& event) noexcept;

/// Somebody says something, and does nothing else.
[[nodiscard]] bool is_speech(EventType type) noexcept;

/// News that a figure shows: salient, no mere hypothesis, somebody's, and with enough to say.
[[nodiscard]] bool is_drawable(const MergedEvent& event);

/// A hash of the documents, for the last line of a figure.
[[nodiscard]] std::string input_hash(const EventGraph& graph);

}  // namespace frise
