#pragma once

/// \file
/// The stance that a mark shows.

#include "frise/view/view.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace frise {

/// Looks stances up by the sentence that bears them, and denials by the event denied.
class StanceIndex {
 public:
  explicit StanceIndex(const EventGraph& graph);

  /// By the act's score; where the act is neutral, by the stance that its sentence expresses.
  /// Contested when it is denied, or when sources give different amounts.
  [[nodiscard]] MarkStance of(const MergedEvent& event) const;

  /// The side that the event's sentences take for one holder toward one target.
  [[nodiscard]] MarkStance toward(const MergedEvent& event, std::string_view holder,
                                  std::string_view target) const;

 private:
  struct Side {
    std::string holder;
    std::string target;
    int polarity = 0;
  };

  template <class Counts>
  [[nodiscard]] MarkStance sides(const MergedEvent& event, Counts counts) const;

  std::multimap<std::pair<std::string, std::uint32_t>, Side> said_;  ///< by document and sentence
  std::set<std::string> denied_;
};

[[nodiscard]] MarkStance stance_of_polarity(int polarity) noexcept;

}  // namespace frise
