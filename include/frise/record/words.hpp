#pragma once

/// \file
/// How records spell the enumerators of the stages. TimeML's words are in capitals, as in TIMEX3;
/// all others are the enumerator's own name. Entity and event types are spelled where they are
/// declared.

#include "frise/core/document.hpp"
#include "frise/entity/mention.hpp"
#include "frise/event/event_mention.hpp"
#include "frise/temporal/time_expression.hpp"

#include <optional>
#include <string_view>

namespace frise {

[[nodiscard]] std::string_view to_string(DateBasis basis) noexcept;
[[nodiscard]] std::string_view to_string(TimexType type) noexcept;      ///< "DATE"
[[nodiscard]] std::string_view to_string(TimexMod mod) noexcept;        ///< "APPROX"; none is ""
[[nodiscard]] std::string_view to_string(TimexAnchor anchor) noexcept;  ///< none is ""
[[nodiscard]] std::string_view to_string(MentionKind kind) noexcept;
[[nodiscard]] std::string_view to_string(ParticipantRole role) noexcept;
[[nodiscard]] std::string_view to_string(RoleTime time) noexcept;
[[nodiscard]] std::string_view to_string(Anonymity anonymity) noexcept;
[[nodiscard]] std::string_view to_string(StanceBasis basis) noexcept;
[[nodiscard]] std::string_view to_string(StanceExpression expression) noexcept;

[[nodiscard]] std::optional<DateBasis> parse_date_basis(std::string_view word) noexcept;
[[nodiscard]] std::optional<TimexType> parse_timex_type(std::string_view word) noexcept;
[[nodiscard]] std::optional<TimexMod> parse_timex_mod(std::string_view word) noexcept;
[[nodiscard]] std::optional<TimexAnchor> parse_timex_anchor(std::string_view word) noexcept;
[[nodiscard]] std::optional<MentionKind> parse_mention_kind(std::string_view word) noexcept;
[[nodiscard]] std::optional<ParticipantRole> parse_participant_role(std::string_view word) noexcept;
[[nodiscard]] std::optional<RoleTime> parse_role_time(std::string_view word) noexcept;
[[nodiscard]] std::optional<Anonymity> parse_anonymity(std::string_view word) noexcept;
[[nodiscard]] std::optional<StanceBasis> parse_stance_basis(std::string_view word) noexcept;
[[nodiscard]] std::optional<StanceExpression> parse_stance_expression(
    std::string_view word) noexcept;

}  // namespace frise
