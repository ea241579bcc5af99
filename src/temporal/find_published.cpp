// Three sources, the surest first: what was given; what a header or dateline says; what the text
// allows. The text also speaks against the first two where it tells of a later time. Tested in
// tests/unit/temporal/find_published_test.cpp.

#include "frise/temporal/find_published.hpp"

#include "temporal/head_date.hpp"
#include "temporal/infer_date.hpp"
#include "temporal/scan_impl.hpp"

#include <utility>

namespace frise {

DocumentDate find_published(const Document& document, const Segmentation& segmentation,
                            const std::vector<WordTag>& tags, const TimeScan& scan,
                            const TemporalRules& rules, const DatedFacts& facts) {
  const std::vector<temporal::Found>& found = scan.impl().found;
  const temporal::DateClues clues = temporal::date_clues(segmentation, tags, found, rules, facts);
  DocumentDate out;
  const bool given = !document.published.value.empty() || document.published.bounds.known();
  if (given) {
    out.published = document.published;
    const auto date = parse_date(out.published.value);
    if (date && out.published.bounds == DayBounds{}) out.published.bounds = date->bounds;
  } else if (auto head = temporal::head_date(document.text, segmentation, found, rules.impl())) {
    out.published = std::move(head->published);
  }
  if (out.published.basis != DateBasis::unknown || given) {
    const auto against = temporal::contradiction(document.text, clues, out.published);
    if (against) out.diagnostics.push_back(against->diagnostic);
    if (given || !against || !against->impossible) return out;
  }
  temporal::InferredDate inferred = temporal::infer_date(document.text, clues);
  out.published = std::move(inferred.published);
  out.diagnostics.insert(out.diagnostics.end(), inferred.diagnostics.begin(),
                         inferred.diagnostics.end());
  return out;
}

}  // namespace frise
