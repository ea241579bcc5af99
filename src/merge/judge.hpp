#pragma once

/// \file
/// Do two reports tell of one event?

#include "merge/reports.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace frise {

/// How firm the ground is; firmer grounds are acted on first.
enum class Ground : std::uint8_t {
  copy,    ///< a sentence repeated with its stale date: the newer date does not count
  fine,    ///< both dated to the month or better
  coarse,  ///< both dated, one of them coarsely
  dated,   ///< only one of them dated
  undated,
};

struct Agreement {
  Ground ground = Ground::undated;
  double score = 0;   ///< between agreements of one ground
  bool near = false;  ///< nearly the same sentence
};

/// Compares reports; all that it needs to know of the records is held by reference.
class Judge {
 public:
  Judge(const std::vector<Record>& records, const Reports& reports)
      : records_{records}, reports_{reports} {}

  /// Empty: two events, or too little to tell.
  [[nodiscard]] std::optional<Agreement> compare(const Report& a, const Report& b) const;

  /// The newer of two claims that are not of one document repeats the older's sentence.
  [[nodiscard]] bool is_copy(const Report& a, const Report& b) const;

 private:
  [[nodiscard]] std::optional<Agreement> compare_speech(const Report& a, const Report& b,
                                                        double alike, bool near) const;
  [[nodiscard]] std::optional<Ground> ground_of_disjoint(const Report& a, const Report& b,
                                                         double alike, bool near) const;
  [[nodiscard]] bool may_be_one(const Report& a, const Report& b) const;
  [[nodiscard]] bool is_another_row(const Report& a, const Report& b) const;

  const std::vector<Record>& records_;
  const Reports& reports_;
};

/// The news of an article is told in its first sentences: a headline, and after a subtitle at most
/// the lead.
inline constexpr std::uint32_t last_of_lead = 3;

/// Nothing known speaks against one day for both.
[[nodiscard]] bool overlap(const DayBounds& a, const DayBounds& b) noexcept;
[[nodiscard]] std::size_t shared(const std::vector<std::uint32_t>& a,
                                 const std::vector<std::uint32_t>& b) noexcept;

/// A sum or count in the same slot and money: do both give one, and is it the same?
enum class AmountRelation : std::uint8_t { unrelated, agree, differ };
[[nodiscard]] AmountRelation relate(const std::vector<Amount>& a, const std::vector<Amount>& b);

}  // namespace frise
