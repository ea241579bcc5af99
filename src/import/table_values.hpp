#pragma once

/// \file
/// What stands in the cells of an event table.

#include "frise/entity/entity_type.hpp"
#include "frise/event/event_mention.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

/// Ours are ASCII, but for the accents of column names, which are lower case already.
[[nodiscard]] std::string lower_case(std::string_view text);

/// "Alta; Béru" -> Alta, Béru; without spaces around, none empty.
[[nodiscard]] std::vector<std::string_view> parts_of(std::string_view cell);

struct NamedEntity {
  std::string name;
  EntityType type = EntityType::company;
  bool typed = false;  ///< the cell, or the role, gives the type
};

/// "person:Dan Ost" is a person; "Alta" a company until more is known; in a place's column a place.
[[nodiscard]] NamedEntity named_entity(std::string_view part, ParticipantRole role);

/// "person:Dan Ost; Alta" -> "Dan Ost, Alta"
[[nodiscard]] std::string names_in(std::string_view cell);

/// Those that are not empty.
[[nodiscard]] std::string join_words(std::initializer_list<std::string> words,
                                     std::string_view between);

/// "5000000 EUR", "5 000 000,50 EUR", "20000 GPU", "12 %". A word that is no currency of
/// ISO 4217 is what is counted.
[[nodiscard]] std::optional<Amount> parse_amount(std::string_view text);

}  // namespace frise
