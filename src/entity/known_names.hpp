#pragma once

/// \file
/// Names known before reading: subject packs, then the language pack's gazetteer of countries,
/// places and media; and where a document has them.

#include "entity/reading.hpp"
#include "entity/rules.hpp"

namespace frise {

/// Fills entities, names, roles and nationalities of the rules.
/// \returns errors of the language pack's tables, with their line.
[[nodiscard]] Result<void> add_known_names(const LanguagePack& pack,
                                           const SegmentRules& segment_rules,
                                           const std::vector<SubjectPack>& subjects,
                                           EntityRules::Impl& rules);

/// The known names of a document, sorted, without overlap; the longest wins.
[[nodiscard]] std::vector<NameSpan> find_known_names(const Reading& reading);

}  // namespace frise
