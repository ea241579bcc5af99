#include "treebank.hpp"

#include "frise/pack/data_root.hpp"

namespace frise::bench {

void print_most(const char* title, const Counts& counts, std::size_t most) {
  std::vector<std::pair<std::size_t, std::string>> sorted;
  for (const auto& [name, count] : counts) sorted.emplace_back(count, name);
  std::sort(sorted.rbegin(), sorted.rend());
  std::printf("%s\n", title);
  for (std::size_t i = 0; i < std::min(most, sorted.size()); ++i) {
    std::printf("  %5zu %s\n", sorted[i].first, sorted[i].second.c_str());
  }
}

bool read_options(int argc, char** argv, TreebankOptions& out) {
  for (int i = 1; i < argc; ++i) {
    const std::string one = argv[i];
    if (one == "-v")
      out.verbose = true;
    else if (one == "--rules")
      out.rules = true;
    else if (one == "--tagger" && i + 1 < argc)
      out.tagger = argv[++i];
    else if (one == "--parser" && i + 1 < argc)
      out.parser = argv[++i];
    else if (out.lang.empty())
      out.lang = one;
    else
      out.files.push_back(one);
  }
  if (!out.files.empty()) return true;
  std::fprintf(stderr,
               "usage: %s [-v] [--rules] [--tagger FILE] [--parser FILE] LANG FILE.conllu...\n",
               argc > 0 ? argv[0] : "frise_bench");
  return false;
}

Result<Language> load_language(const TreebankOptions& options) {
  const auto root = find_data_root("");
  if (!root) return fail(root.error());
  auto language = Language::load(*root, *root + "/lang/" + options.lang, {}, {});
  if (!language) return language;
  if (options.rules) {
    language->tagger = TagModel{};
    language->parser = ParseModel{};
  }
  if (!options.tagger.empty()) {
    auto tagger = TagModel::open(options.tagger, options.lang);
    if (!tagger) return fail(tagger.error());
    language->tagger = std::move(*tagger);
  }
  if (!options.parser.empty()) {
    auto parser = ParseModel::open(options.parser, options.lang);
    if (!parser) return fail(parser.error());
    language->parser = std::move(*parser);
  }
  return language;
}

}  // namespace frise::bench
