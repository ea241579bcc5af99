#pragma once

/// \file
/// The numbered notes at the foot of a figure.

#include "frise/view/view.hpp"

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace frise {

/// Numbers documents as they are first cited.
class Notes {
 public:
  explicit Notes(const EventGraph& graph) : graph_{graph} {}

  /// A citation of each document, by number; sentences sorted.
  std::vector<Citation> cite(const std::vector<const Evidence*>& evidence);

  /// All notes, sentences sorted; empties this object.
  [[nodiscard]] std::vector<SourceNote> take();

 private:
  /// \returns the number of its note.
  std::uint32_t cite(const Evidence& evidence);

  const EventGraph& graph_;
  std::vector<SourceNote> notes_;
  std::unordered_map<std::string_view, std::uint32_t> number_of_;
};

/// What the claims of an event, or the evidence of a stance, rest on; added to `out`.
void add_evidence(const MergedEvent& event, std::vector<const Evidence*>& out);
void add_evidence(const MergedStance& stance, std::vector<const Evidence*>& out);

/// Drops notes and sentences that nothing cites; numbers the others by first appearance.
void renumber_notes(std::vector<SourceNote>& notes,
                    const std::vector<std::vector<Citation>*>& citing);

}  // namespace frise
