#pragma once

/// \file
/// Part of speech and inflection packed into 32 bits, and their names in the tables of a pack.
///
/// The names are one word each, separated by spaces: "masc sing 3", "fin ind pres", "pastpart fem
/// plur".

#include "frise/tag/tagging.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace frise::tag {

/// What a reading says besides its lemma. The layout is part of the file format: see
/// lexicon_format.hpp.
struct Features {
  Pos pos = Pos::other;
  Morphology morphology;
  bool given_name = false;
  bool capital = false;  ///< the dictionary writes it with a capital: PDG, Paris
  bool rare = false;     ///< a possible but unlikely reading of its form
  bool guess = false;    ///< made from the spelling alone

  friend bool operator==(const Features&, const Features&) = default;
};

inline constexpr unsigned pos_count = static_cast<unsigned>(Pos::other) + 1;

[[nodiscard]] std::uint32_t pack(const Features& features) noexcept;

/// The inverse of pack(); values out of range read as unknown.
[[nodiscard]] Features unpack(std::uint32_t bits) noexcept;

/// "proper_noun" and the other enumerators by their own names.
[[nodiscard]] std::optional<Pos> parse_pos(std::string_view name) noexcept;
[[nodiscard]] std::string_view to_string(Pos pos) noexcept;

/// Adds every feature named in `names` to `features`.
/// \returns the first name that is none, or nothing when all were understood.
[[nodiscard]] std::optional<std::string_view> add_features(std::string_view names,
                                                           Features& features) noexcept;

/// The likelier reading first: common before rare, indicative present before other tenses, third
/// person before the others. Used to order the readings of one form and part of speech.
[[nodiscard]] unsigned rank(const Features& features) noexcept;

/// Takes the next word off a list separated by spaces; empty at the end.
[[nodiscard]] std::string_view next_word(std::string_view& list) noexcept;

}  // namespace frise::tag
