#pragma once

/// \file
/// Stand-off annotation: where something stands in a text, and how to read it there.

#include <compare>
#include <cstdint>
#include <string_view>

namespace frise {

/// A stretch of Document::text. Unit: UTF-8 bytes, half-open [begin, end), cut between code points.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t length() const noexcept { return end - begin; }
  [[nodiscard]] constexpr bool empty() const noexcept { return begin == end; }
  [[nodiscard]] constexpr bool contains(Span other) const noexcept {
    return begin <= other.begin && other.end <= end;
  }
  [[nodiscard]] constexpr bool overlaps(Span other) const noexcept {
    return begin < other.end && other.begin < end;
  }

  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

/// The words under a span. The span must lie within the text.
[[nodiscard]] constexpr std::string_view slice(std::string_view text, Span span) noexcept {
  return text.substr(span.begin, span.length());
}

}  // namespace frise
