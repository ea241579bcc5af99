#pragma once

/// \file
/// Time expressions of a text in one line, for the tables of these tests.

#include "frise/temporal/find_published.hpp"

#include <string>

namespace frise::test {

struct Timed {
  Document document;
  Segmentation segmentation;
  std::vector<WordTag> tags;
  Published published;
  std::vector<Diagnostic> about_date;  ///< of the search for the document's date
  Layer<TimeExpression> layer;
};

/// \param published ISO value, or "-" where the document is undated.
[[nodiscard]] Timed timed(const std::string& lang, const std::string& published,
                          const std::string& text, TextKind kind = TextKind::news);

/// The same with the words tagged, and dates read against the document's own date, found or given.
[[nodiscard]] Timed written(const std::string& lang, const std::string& text,
                            const std::string& published = "");

/// The facts of the subject pack that these tests read with.
[[nodiscard]] std::vector<std::string> facts_paths();

/// "Le 2 février=2026-02-02 | hier=2026-02-02"; "-" when nothing was found.
[[nodiscard]] std::string spelled(const Timed& timed);

[[nodiscard]] const TemporalRules& temporal_rules(const std::string& lang);

}  // namespace frise::test
