// One table an enumeration, in enumerator order; a word is looked for by walking it.
// Tested in tests/unit/record/words_test.cpp.

#include "frise/record/words.hpp"

#include <array>
#include <cstddef>

namespace frise {
namespace {

template <std::size_t size>
using Words = std::array<std::string_view, size>;

constexpr Words<5> date_bases{"given", "header", "dateline", "inferred", "unknown"};
constexpr Words<4> timex_types{"DATE", "TIME", "DURATION", "SET"};
constexpr Words<9> timex_mods{"",       "START", "MID",       "END",      "APPROX",
                              "BEFORE", "AFTER", "LESS_THAN", "MORE_THAN"};
constexpr Words<4> timex_anchors{"absolute", "published", "reference", ""};
constexpr Words<3> mention_kinds{"name", "nominal", "pronoun"};
constexpr Words<6> participant_roles{"agent",      "patient", "recipient",
                                     "instrument", "place",   "topic"};
constexpr Words<4> role_times{"present", "past", "then", "future"};
constexpr Words<3> anonymities{"named", "institutional", "anonymous"};
constexpr Words<2> stance_bases{"verbal", "material"};
constexpr Words<3> stance_expressions{"quoted", "reported", "inferred"};

template <class Enum, std::size_t size>
std::string_view word_of(const Words<size>& words, Enum value) noexcept {
  return words[static_cast<std::size_t>(value)];
}

template <class Enum, std::size_t size>
std::optional<Enum> find(const Words<size>& words, std::string_view word) noexcept {
  for (std::size_t i = 0; i < size; ++i) {
    if (words[i] == word) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(DateBasis basis) noexcept { return word_of(date_bases, basis); }
std::string_view to_string(TimexType type) noexcept { return word_of(timex_types, type); }
std::string_view to_string(TimexMod mod) noexcept { return word_of(timex_mods, mod); }
std::string_view to_string(TimexAnchor anchor) noexcept { return word_of(timex_anchors, anchor); }
std::string_view to_string(MentionKind kind) noexcept { return word_of(mention_kinds, kind); }
std::string_view to_string(ParticipantRole role) noexcept {
  return word_of(participant_roles, role);
}
std::string_view to_string(RoleTime time) noexcept { return word_of(role_times, time); }
std::string_view to_string(Anonymity anonymity) noexcept { return word_of(anonymities, anonymity); }
std::string_view to_string(StanceBasis basis) noexcept { return word_of(stance_bases, basis); }
std::string_view to_string(StanceExpression expression) noexcept {
  return word_of(stance_expressions, expression);
}

std::optional<DateBasis> parse_date_basis(std::string_view word) noexcept {
  return find<DateBasis>(date_bases, word);
}
std::optional<TimexType> parse_timex_type(std::string_view word) noexcept {
  return find<TimexType>(timex_types, word);
}
std::optional<TimexMod> parse_timex_mod(std::string_view word) noexcept {
  return find<TimexMod>(timex_mods, word);
}
std::optional<TimexAnchor> parse_timex_anchor(std::string_view word) noexcept {
  return find<TimexAnchor>(timex_anchors, word);
}
std::optional<MentionKind> parse_mention_kind(std::string_view word) noexcept {
  return find<MentionKind>(mention_kinds, word);
}
std::optional<ParticipantRole> parse_participant_role(std::string_view word) noexcept {
  return find<ParticipantRole>(participant_roles, word);
}
std::optional<RoleTime> parse_role_time(std::string_view word) noexcept {
  return find<RoleTime>(role_times, word);
}
std::optional<Anonymity> parse_anonymity(std::string_view word) noexcept {
  return find<Anonymity>(anonymities, word);
}
std::optional<StanceBasis> parse_stance_basis(std::string_view word) noexcept {
  return find<StanceBasis>(stance_bases, word);
}
std::optional<StanceExpression> parse_stance_expression(std::string_view word) noexcept {
  return find<StanceExpression>(stance_expressions, word);
}

}  // namespace frise
