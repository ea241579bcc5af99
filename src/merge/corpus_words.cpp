// How graph.json spells the enumerators of the story.

#include "frise/merge/corpus.hpp"

#include <array>

namespace frise {
namespace {

constexpr std::array<std::string_view, 5> link_words{"follows", "contradicts", "denies", "confirms",
                                                     "refines"};
constexpr std::array<std::string_view, 3> rank_words{"preferred", "normal", "deprecated"};
constexpr std::array<std::string_view, 5> claim_link_words{"corroborates", "contradicts", "denies",
                                                           "refines", "copies"};

template <class T, std::size_t Size>
std::optional<T> find(const std::array<std::string_view, Size>& words, std::string_view word) {
  for (std::size_t i = 0; i < Size; ++i) {
    if (words[i] == word) return static_cast<T>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(LinkKind kind) noexcept {
  return link_words[static_cast<std::size_t>(kind)];
}

std::string_view to_string(ClaimRank rank) noexcept {
  return rank_words[static_cast<std::size_t>(rank)];
}

std::string_view to_string(ClaimLinkKind kind) noexcept {
  return claim_link_words[static_cast<std::size_t>(kind)];
}

std::optional<LinkKind> parse_link_kind(std::string_view word) noexcept {
  return find<LinkKind>(link_words, word);
}

std::optional<ClaimRank> parse_claim_rank(std::string_view word) noexcept {
  return find<ClaimRank>(rank_words, word);
}

std::optional<ClaimLinkKind> parse_claim_link_kind(std::string_view word) noexcept {
  return find<ClaimLinkKind>(claim_link_words, word);
}

}  // namespace frise
