#pragma once

/// \file
/// What TimeML 1.2 calls the kinds of events and predicates.

#include "frise/record/record.hpp"

#include <string_view>

namespace frise {

/// TimeML's classes after the guidelines of version 1.2.1: what one says, what one does about
/// another event.
[[nodiscard]] std::string_view class_of(EventType type);
[[nodiscard]] std::string_view class_of(PredicateClass klass);
[[nodiscard]] std::string_view word_of(Subordination relation);
/// Empty where there is none.
[[nodiscard]] std::string_view modality_of(const Predicate& predicate);
[[nodiscard]] std::string_view tense_of(const Predicate& predicate);

}  // namespace frise
