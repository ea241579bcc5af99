#pragma once

/// \file
/// Where the time went: nanoseconds a stage, summed over documents and threads.

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace frise {

enum class Stage : std::uint8_t { load, segment, tag, published, temporal, entity, event, record };

inline constexpr std::array<std::string_view, 8> stage_names{
    "load", "segment", "tag", "published", "temporal", "entity", "event", "record"};

/// Safe to add to from several threads at once. It measures; nothing that is written depends on it.
class StageTimes {
 public:
  using Clock = std::chrono::steady_clock;

  void add(Stage stage, Clock::duration time) noexcept {
    nanoseconds_[static_cast<std::size_t>(stage)].fetch_add(
        std::chrono::duration_cast<std::chrono::nanoseconds>(time).count(),
        std::memory_order_relaxed);
  }
  [[nodiscard]] std::chrono::nanoseconds of(Stage stage) const noexcept {
    return std::chrono::nanoseconds{
        nanoseconds_[static_cast<std::size_t>(stage)].load(std::memory_order_relaxed)};
  }

 private:
  std::array<std::atomic<std::int64_t>, stage_names.size()> nanoseconds_{};
};

}  // namespace frise
