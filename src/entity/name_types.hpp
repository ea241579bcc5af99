#pragma once

/// \file
/// Which names are one name, and what kind of thing each is.

#include "entity/name_evidence.hpp"

#include <vector>

namespace frise {

/// A name that no list has, over the whole document.
struct NamedThing {
  std::string name;  ///< the fullest form seen
  EntityType type = EntityType::organization;
  Gender gender = Gender::unknown;
  std::uint16_t field = 0;  ///< the trade that a word of the name tells, 0 none
  bool sure = false;        ///< the text says its kind; else its kind is what such names mostly are
};

struct TypedNames {
  std::vector<NameSpan> spans;  ///< known and kept unknown names; `cluster` indexes `things`
  std::vector<NamedThing> things;
};

/// Groups the runs by their words, joins acronyms, surnames and short forms to the full name, gives
/// each group the kind with the most evidence, and drops what too little speaks for. \param known,
/// runs  sorted, without overlap
[[nodiscard]] TypedNames type_names(const Reading& reading, std::vector<NameSpan> known,
                                    std::vector<NameSpan> runs);

}  // namespace frise
