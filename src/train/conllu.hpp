#pragma once

/// \file
/// Treebanks in CoNLL-U (https://universaldependencies.org/format.html), with the place of each
/// word in the text of its sentence.

#include "frise/core/result.hpp"
#include "frise/core/span.hpp"
#include "frise/tag/tagging.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace frise::train {

struct ConlluWord {
  std::string form;
  Pos pos = Pos::other;
  Morphology morphology;
  std::uint32_t head = 0;  ///< 1 + index of the head; 0 is the root
  std::string relation;
  /// Bytes of the sentence's text. The words of a contraction ("du": de, le) share its span; where
  /// they are the contraction cut up ("don't": do, n't), each has its own.
  Span span;
};

struct ConlluSentence {
  std::string text;
  std::vector<ConlluWord> words;
  std::size_t line = 0;  ///< of its first line in the file, from 1
};

/// Reads what is held in memory; `path` is for messages.
/// \returns ErrorCode::bad_format, with the line, where a row is not ten cells, a number is none, a
///   head is outside the sentence, or a form is not where `# text` says.
[[nodiscard]] Result<std::vector<ConlluSentence>> parse_conllu(const std::string& path,
                                                               std::string_view bytes);

[[nodiscard]] Result<std::vector<ConlluSentence>> read_conllu(const std::string& path);

}  // namespace frise::train
