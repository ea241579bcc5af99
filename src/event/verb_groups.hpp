#pragma once

// A verb with its auxiliaries, negation, clitics and the verbs that act on it, as one group.

#include "event/chunks.hpp"

#include <cstdint>
#include <optional>
#include <utility>

namespace frise {

[[nodiscard]] inline bool is_verb(const SentenceContext& context, std::uint32_t token) {
  const Pos pos = context.tag(token).pos;
  return pos == Pos::verb || pos == Pos::auxiliary;
}

/// The group that begins at a token, with the token after it, if one does.
/// \param before kind of the chunk before it
[[nodiscard]] std::optional<std::pair<std::uint32_t, VerbGroup>> read_verb_group(
    const SentenceContext& context, std::uint32_t begin, std::optional<ChunkKind> before);

}  // namespace frise
