#pragma once

/// \file
/// A document's date where it is written down: a labelled date among the first lines ("date
/// 2023-03", "Publié le 3 mars 2021"), or a dateline ("Paris, 3 mars 2021 –", "(AFP, 12 mai
/// 2020)").

#include "temporal/found.hpp"

#include <optional>
#include <vector>

namespace frise::temporal {

/// The value of an expression that says its year, and the month at least.
[[nodiscard]] std::optional<PartialDate> full_date(const Found& found);

struct HeadDate {
  Published published;
  Span span;  ///< the words of the date
};

[[nodiscard]] std::optional<HeadDate> head_date(std::string_view text,
                                                const Segmentation& segmentation,
                                                const std::vector<Found>& all,
                                                const TemporalRules::Impl& rules);

}  // namespace frise::temporal
