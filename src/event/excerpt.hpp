#pragma once

// The article's own words from a point on, short enough for a label.

#include "event/parse.hpp"

#include <cstdint>
#include <string>

namespace frise {

/// Which words a label takes.
struct ExcerptRange {
  std::uint32_t from = 0;  ///< token of the first word
  std::uint32_t keep = 0;  ///< token up to which the label goes at least: the end of its predicate
  bool clause = false;     ///< a clause begins here: it is not said before its verb
  bool relative = false;   ///< it ends before the verb of the clause around it
  bool verbatim = false;   ///< words that begin within a quotation stand in its marks
};

/// Appends words of a sentence to a label, up to a clause mark once there is enough. Small words
/// that only link sentences ("également") and the date that the mark itself shows are left out;
/// what is still too long loses its adverbs, then its last phrases, and ends in an ellipsis only
/// within a quotation or where no phrase ends. Words that begin within a quotation end with it.
void append_excerpt(const ParsedDocument& document, const ParsedSentence& sentence,
                    const ExcerptRange& range, std::string& out);

}  // namespace frise
