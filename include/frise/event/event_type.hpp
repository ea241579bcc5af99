#pragma once

/// \file
/// Kinds of event, how sure they are, and where a deal stands.

#include <cstdint>
#include <optional>
#include <string_view>

namespace frise {

enum class EventType : std::uint8_t {
  invest,
  acquire,
  merge,
  partner,
  supply,
  launch,
  produce,
  build,
  admit,
  exclude,
  restrict,
  ease,
  cancel,
  close,
  request,
  litigate,
  fine,
  appoint,
  leave,
  report,
  compete,
  praise,
  criticize,
  state,
  other,
};

/// How sure the event is, relative to its source (after FactBank, Saurí & Pustejovsky 2009).
enum class Factuality : std::uint8_t {
  certain,
  probable,
  possible,
  reported,
  planned,
  denied,
  hypothetical,
};

enum class DealStatus : std::uint8_t {
  none,
  rumoured,
  announced,
  letter_of_intent,
  signed_,
  completed,
  suspended,
  cancelled,
};

[[nodiscard]] std::string_view to_string(EventType type) noexcept;
[[nodiscard]] std::string_view to_string(Factuality factuality) noexcept;
[[nodiscard]] std::string_view to_string(DealStatus status) noexcept;
[[nodiscard]] std::optional<EventType> parse_event_type(std::string_view name) noexcept;
[[nodiscard]] std::optional<Factuality> parse_factuality(std::string_view name) noexcept;
[[nodiscard]] std::optional<DealStatus> parse_deal_status(std::string_view name) noexcept;

/// PLOVER score of the act toward its patient, -10 (hostile) to +10 (friendly).
[[nodiscard]] double plover_score(EventType type) noexcept;

}  // namespace frise
