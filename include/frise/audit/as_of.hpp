#pragma once

/// \file
/// What was known by a day: the corpus without what was published later.

#include "frise/core/date.hpp"
#include "frise/merge/corpus.hpp"

#include <string>
#include <vector>

namespace frise {

/// A document that was left out, and why, for people.
struct LeftOut {
  std::string document;
  std::string why;
};

struct KnownBy {
  Corpus corpus;
  std::vector<LeftOut> left_out;  ///< by id
};

/// Keeps the documents that were published by the day, and what rests on them. A document counts
/// from the earliest day that its date allows; one of which not even that is known is left out.
/// Events and stances keep their ids; an event whose telling claim is gone is told by the finest
/// dated of those left.
[[nodiscard]] KnownBy as_of(const Corpus& corpus, Day day);

}  // namespace frise
