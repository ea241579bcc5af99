#pragma once

/// \file
/// Trains the tagger and the parser of a language from treebanks.
///
/// \code
///   const auto models = train_models({.lang = "fr", .data_root = root, .treebanks =
///   {"fr-train.conllu"}});
///   // models->tagger and models->parser are the bytes of tagger.model and parser.model
/// \endcode

#include "frise/core/result.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace frise {

struct TrainingOptions {
  std::string lang;       ///< a language that has a pack
  std::string data_root;  ///< holds lang/ and lexicon/
  /// Files in CoNLL-U, each sentence with its `# text`. Their order matters.
  std::vector<std::string> treebanks;
};

struct TrainedModels {
  std::string tagger;
  std::string parser;
  std::size_t sentences = 0;
  std::size_t tokens = 0;
};

/// The same treebanks, pack and lexicon give the same bytes, on any machine.
/// \returns ErrorCode::bad_format, with file and line, when a treebank does not parse.
[[nodiscard]] Result<TrainedModels> train_models(const TrainingOptions& options);

}  // namespace frise
