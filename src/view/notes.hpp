#pragma once

/// \file
/// The numbered notes at the foot of a figure.

#include "frise/view/view.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace frise {

/// Numbers documents as they are first cited.
class Notes {
 public:
  explicit Notes(const EventGraph& graph) : graph_{graph} {}

  /// The numbers of the documents cited, sorted.
  std::vector<std::uint32_t> cite(const std::vector<Claim>& claims);
  std::vector<std::uint32_t> cite(const std::vector<Evidence>& evidence);

  /// All notes, sentences sorted; empties this object.
  [[nodiscard]] std::vector<SourceNote> take();

 private:
  std::uint32_t cite(const Evidence& evidence);

  const EventGraph& graph_;
  std::vector<SourceNote> notes_;
  std::unordered_map<std::string, std::uint32_t> number_of_;
};

}  // namespace frise
