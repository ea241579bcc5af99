// frise train: treebanks to the two models of a language.

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "frise/pack/data_root.hpp"
#include "frise/train/training.hpp"

#include <fmt/format.h>

namespace frise::cli {

Exit run_train(const Settings& settings, Console& console) {
  const auto root = find_data_root(settings.data);
  if (!root) {
    console.error(root.error());
    return Exit::failed;
  }
  auto models = train_models({.lang = settings.lang.empty() ? "fr" : settings.lang,
                              .data_root = *root,
                              .treebanks = settings.inputs});
  if (!models) {
    console.error(models.error());
    return Exit::failed;
  }
  const std::string folder = settings.output.empty() ? "output" : settings.output;
  console.note(fmt::format("{} sentences, {} tokens: {}/tagger.model, {}/parser.model",
                           models->sentences, models->tokens, folder, folder));
  const auto written = write_folder(folder, {{"tagger.model", std::move(models->tagger)},
                                             {"parser.model", std::move(models->parser)}});
  if (written) return Exit::done;
  console.error(written.error());
  return Exit::failed;
}

}  // namespace frise::cli
