#pragma once

/// \file
/// The numbered notes at the foot of a figure.

#include "frise/view/view.hpp"

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace frise {

/// What a mark rests on.
struct CitedGround {
  const Evidence* evidence = nullptr;
  std::size_t focus = 0;  ///< byte of the sentence at which it tells so; 0: not known
};

/// Numbers documents as they are first cited.
class Notes {
 public:
  explicit Notes(const EventGraph& graph) : graph_{graph} {}

  /// A citation of each document, by number; sentences sorted.
  std::vector<Citation> cite(const std::vector<CitedGround>& grounds);

  /// All notes, sentences sorted; empties this object.
  [[nodiscard]] std::vector<SourceNote> take();

 private:
  /// \returns the number of its note.
  std::uint32_t cite(const CitedGround& ground);

  const EventGraph& graph_;
  std::vector<SourceNote> notes_;
  std::unordered_map<std::string_view, std::uint32_t> number_of_;
};

/// What the claims of an event, or a stance, rest on; added to `out`.
void add_grounds(const MergedEvent& event, std::vector<CitedGround>& out);
void add_grounds(const MergedStance& stance, std::vector<CitedGround>& out);

/// Drops notes and sentences that nothing cites; numbers the others by first appearance.
void renumber_notes(std::vector<SourceNote>& notes,
                    const std::vector<std::vector<Citation>*>& citing);

}  // namespace frise
