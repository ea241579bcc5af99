#pragma once

/// \file
/// What a stretch of text says about time. Words are those of TimeML (ISO 24617-1).

#include "frise/core/date.hpp"
#include "frise/core/document.hpp"
#include "frise/core/layer.hpp"
#include "frise/core/span.hpp"
#include "frise/pack/language_pack.hpp"
#include "frise/segment/segmentation.hpp"
#include "frise/tag/tagging.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

/// TIMEX3 types. A `set` is a recurrence ("tous les lundis") and never has bounds.
enum class TimexType : std::uint8_t { date, time, duration, set };

/// TIMEX3 modifiers.
enum class TimexMod : std::uint8_t {
  none,
  start,
  mid,
  end,
  approx,
  before,
  after,
  less_than,
  more_than,
};

/// How an expression was placed, for the events that it dates.
enum class TimexAnchor : std::uint8_t {
  absolute,   ///< says it all: "25 avril 2025"
  published,  ///< read against the document's date: "hier", "1er février"
  reference,  ///< read against a date told before: "le même jour"
  none,       ///< not placed
};

struct TimeExpression {
  Span span;
  TokenRange tokens;
  TimexType type = TimexType::date;
  /// TIMEX3 value: "2024-03-13", "2024-W11", "P3M"; "XXXX-02-01" where the year cannot be had.
  std::string value;
  TimexMod mod = TimexMod::none;
  DayBounds bounds;
  TimexAnchor anchor = TimexAnchor::none;
  /// The value holds a part that the words do not say (the year of "1er février").
  bool inferred = false;
  /// The expression it was read against: an index into the layer. Empty: the document's date, or
  /// none.
  std::optional<std::uint32_t> from;
  /// The arithmetic, where there was any: "2026-02-03 moved by -1 day = 2026-02-02".
  std::string why;
  std::string rule;  ///< "fr/temporal/day-month": the source of the claim
  /// The stretch that this begins or ends, in EDTF: "2017/2019" for both years of "2017-2019".
  std::string range;
};

/// What a modifier makes of a date: about it (`2025~`), or one side of it (`../2025`, `2025/..`).
/// An interval and a date that is marked already stay as they are, and START, MID and END do too:
/// they name no days.
[[nodiscard]] PartialDate modified(PartialDate date, TimexMod mod);

/// An expression's value in EDTF, with its days. Empty for durations and sets, vague values
/// (PAST_REF), and those that EDTF cannot write (XXXX-WXX-2, XXXX-SU).
[[nodiscard]] std::optional<PartialDate> edtf_of(TimexType type, std::string_view value,
                                                 TimexMod mod);

/// How a text tells its time.
enum class TextKind : std::uint8_t { news, narrative, dialogue };

/// The temporal rules of a language pack (`temporal/...`), compiled.
class TemporalRules {
 public:
  [[nodiscard]] static Result<TemporalRules> compile(const LanguagePack& pack,
                                                     const SegmentRules& segment_rules);

  TemporalRules(TemporalRules&&) noexcept;
  TemporalRules& operator=(TemporalRules&&) noexcept;
  ~TemporalRules();

  struct Impl;
  [[nodiscard]] const Impl& impl() const noexcept { return *impl_; }

 private:
  explicit TemporalRules(std::unique_ptr<Impl> impl) noexcept;
  std::unique_ptr<Impl> impl_;
};

/// What the rules read in a document, before it is placed in time: one pass over the tokens, made
/// once for the document's own date and for its expressions.
class TimeScan {
 public:
  TimeScan(const Document& document, const Segmentation& segmentation,
           const std::vector<WordTag>& tags, const TemporalRules& rules,
           TextKind kind = TextKind::news);

  TimeScan(TimeScan&&) noexcept;
  TimeScan& operator=(TimeScan&&) noexcept;
  ~TimeScan();

  struct Impl;
  [[nodiscard]] const Impl& impl() const noexcept { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

/// Every time expression of the document, resolved against `published`, never against today.
/// Items are sorted and do not overlap. The scan is of the same document and rules.
[[nodiscard]] Layer<TimeExpression> annotate_times(const Document& document,
                                                   const Segmentation& segmentation,
                                                   const std::vector<WordTag>& tags,
                                                   const TimeScan& scan, const Published& published,
                                                   const TemporalRules& rules);

}  // namespace frise
