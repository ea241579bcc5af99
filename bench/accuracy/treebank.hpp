#pragma once

// What the benches against treebanks share: their arguments, the language with its models, and the
// sentences of each file as lessons. A file that is not there is skipped, and said so.

#include "pipeline/language.hpp"
#include "train/lesson.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <map>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace frise::bench {

/// Commonest first.
using Counts = std::map<std::string, std::size_t>;
void print_most(const char* title, const Counts& counts, std::size_t most);

[[nodiscard]] inline double percent(std::size_t part, std::size_t whole) {
  return 100.0 * static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(whole, 1));
}

struct TreebankOptions {
  bool verbose = false;
  bool rules = false;  ///< no models
  std::string tagger;  ///< a model other than the one installed
  std::string parser;
  std::string lang;
  std::vector<std::string> files;
};

/// "[-v] [--rules] [--tagger FILE] [--parser FILE] LANG FILE.conllu..."
/// \returns false, after a message, when used wrongly.
[[nodiscard]] bool read_options(int argc, char** argv, TreebankOptions& out);

/// The language without a subject pack, with the models that the options ask for.
[[nodiscard]] Result<Language> load_language(const TreebankOptions& options);

/// \returns the exit code, having called score(path, sentences) for each file.
template <class Score>
int for_each_treebank(int argc, char** argv, const Score& score) {
  TreebankOptions options;
  if (!read_options(argc, argv, options)) return 2;
  const auto stop = [](const Error& error) {
    std::fprintf(stderr, "%s\n", to_string(error).c_str());
    return 1;
  };
  const auto language = load_language(options);
  if (!language) return stop(language.error());
  for (const std::string& path : options.files) {
    if (std::error_code failed; !std::filesystem::exists(path, failed)) {
      std::printf("skipped: no %s\n", path.c_str());
      continue;
    }
    const auto sentences = train::read_conllu(path);
    if (!sentences) return stop(sentences.error());
    score(options, *language, path, *sentences);
  }
  return 0;
}

}  // namespace frise::bench
