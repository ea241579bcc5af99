#pragma once

/// \file
/// The temporal rules of a pack looked at closely: what `frise pack check` says of them.

#include "frise/pack/finding.hpp"
#include "frise/pack/language_pack.hpp"
#include "frise/segment/segmentation.hpp"
#include "frise/tag/tagging.hpp"
#include "frise/temporal/time_expression.hpp"

#include <vector>

namespace frise::temporal {

/// Rules that cannot be right although they compile: classes without words, parts that no rule
/// uses, values that no word brings, and rows that never fire because rules above them read the
/// same.
void check_rules(const LanguagePack& pack, const SegmentRules& segment_rules,
                 PackFindings& findings);

/// A language's rules, and what they are tried with.
struct Trial {
  const LanguagePack& pack;
  const SegmentRules& segment_rules;
  const Lexicon& lexicon;
  const TemporalRules& rules;
};

/// Reads every example and compares. A row is
///
///     rule    publication date, or -    text    what is read    kind of text
///
/// (the kind is news where none is given, and dialogue in the files called so), and what is read is
/// `words=value | words=value`, or `-` for nothing at all. The rule of the row must be among those
/// that read it; `!rule`, or `not` in the last cell, says that it must not, and so does `-`. A rule
/// whose values are `type=IGNORE` reads nothing: its examples are those where it hides something.
///
/// Told besides: rules without an example, rules without a counter-example, rows of a rule that no
/// example needs (as notes).
void check_examples(const Trial& trial, const std::vector<Table>& examples, PackFindings& findings);

}  // namespace frise::temporal
