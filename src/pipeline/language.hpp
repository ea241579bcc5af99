#pragma once

/// \file
/// All that one language needs, compiled; made once, when its first document comes.

#include "frise/entity/mention.hpp"
#include "frise/event/event_mention.hpp"
#include "frise/pack/language_pack.hpp"
#include "frise/segment/segmentation.hpp"
#include "frise/syntax/parsing.hpp"
#include "frise/tag/tagging.hpp"
#include "frise/temporal/dated_facts.hpp"
#include "frise/temporal/time_expression.hpp"

#include <string>
#include <vector>

namespace frise {

struct Language {
  LanguagePack pack;
  SegmentRules segment;
  Lexicon lexicon;
  TagModel tagger;    ///< not present: words are tagged by rules
  ParseModel parser;  ///< not present: clauses are found by rules
  TemporalRules temporal;
  DatedFacts facts;
  EntityRules entity;
  EventRules event;
  std::vector<Error> warnings;  ///< compiled files that are there and could not be used

  /// A compiled lexicon or model that is damaged is a warning: the language is read by rules, less
  /// well. \param folder data/lang/<lang>; the lexicon is looked for in <data_root>/lexicon, models
  /// in
  ///   <data_root>/model/<lang>.
  /// \param facts the facts.tsv of the subject packs.
  [[nodiscard]] static Result<Language> load(const std::string& data_root,
                                             const std::string& folder,
                                             const std::vector<SubjectPack>& subjects,
                                             const std::vector<Table>& facts);
};

}  // namespace frise
