#pragma once

/// \file
/// The stance that a mark shows.

#include "frise/view/view.hpp"

#include <map>
#include <set>
#include <string>
#include <utility>

namespace frise {

/// Looks stances up by the sentence that bears them, and denials by the event denied.
class StanceIndex {
 public:
  explicit StanceIndex(const EventGraph& graph);

  /// By the act's score; where the act is neutral, by the stance that its sentence expresses.
  /// Contested when it is denied, or when sources give different amounts.
  [[nodiscard]] MarkStance of(const MergedEvent& event) const;

 private:
  /// Document and sentence number, to holder and polarity.
  std::multimap<std::pair<std::string, std::uint32_t>, std::pair<std::string, int>> said_;
  std::set<std::string> denied_;
};

[[nodiscard]] MarkStance stance_of_polarity(int polarity) noexcept;

}  // namespace frise
