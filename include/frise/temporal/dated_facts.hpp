#pragma once

/// \file
/// What could not be written before a certain day: the facts of a subject pack (`facts.tsv`).
///
/// A text that speaks of the Blackwell chips is no older than their announcement. Rows are
///
///     fact  <id>  name|state|news  <date>  <what happened, and where that is on record>
///     cue   <languages>  <terms>
///     yes   <language>  <sentence that shows the fact>
///     no    <language>  <sentence that must not>
///
/// where cue, yes and no belong to the fact above them. The terms of a cue are parted by ` + ` and
/// all of them stand in one sentence; a term is one of several phrases parted by `|`, with `!` in
/// front phrases that must not stand there, and `4e12..2e13` an amount. A phrase with a capital is
/// found with a capital only.

#include "frise/core/date.hpp"
#include "frise/core/result.hpp"
#include "frise/pack/table.hpp"
#include "frise/segment/segmentation.hpp"
#include "frise/temporal/time_expression.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

enum class FactKind : std::uint8_t {
  name,   ///< shown by any sentence: before the day nobody could write it
  state,  ///< shown where it is told as past or present: it was foreseen, or the word was used
          ///< before
  news,   ///< a state that is told of while it is new
};

struct DatedFact {
  std::string id;
  FactKind kind = FactKind::name;
  Day since;
  std::string note;
};

/// The facts of the subject packs in one language, compiled.
class DatedFacts {
 public:
  [[nodiscard]] static Result<DatedFacts> compile(const std::vector<Table>& tables,
                                                  std::string_view lang,
                                                  const SegmentRules& segment_rules);
  DatedFacts();
  DatedFacts(DatedFacts&&) noexcept;
  DatedFacts& operator=(DatedFacts&&) noexcept;
  ~DatedFacts();

  struct Mention {
    std::uint32_t sentence = 0;  ///< index
    Span span;                   ///< from the first to the last term
    const DatedFact* fact = nullptr;
  };
  /// Every fact that a sentence shows, in the order of the text. Linear in the number of tokens.
  /// \param rules of the same language, for the words of large numbers.
  [[nodiscard]] std::vector<Mention> mentioned(const Segmentation& segmentation,
                                               const TemporalRules& rules) const;

  [[nodiscard]] const std::vector<DatedFact>& facts() const noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace frise
