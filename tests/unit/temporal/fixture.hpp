#pragma once

/// \file
/// Time expressions of a text in one line, for the tables of these tests.

#include "frise/temporal/time_expression.hpp"

#include <string>

namespace frise::test {

struct Timed {
  Document document;
  Segmentation segmentation;
  std::vector<WordTag> tags;
  Published published;
  Layer<TimeExpression> layer;
};

/// \param published ISO value, or "-" where the document is undated.
[[nodiscard]] Timed timed(const std::string& lang, const std::string& published,
                          const std::string& text, TextKind kind = TextKind::news);

/// "Le 2 février=2026-02-02 | hier=2026-02-02"; "-" when nothing was found.
[[nodiscard]] std::string spelled(const Timed& timed);

[[nodiscard]] const TemporalRules& temporal_rules(const std::string& lang);

}  // namespace frise::test
