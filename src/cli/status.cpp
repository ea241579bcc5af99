// frise status: the articles are read, not annotated, and held against what the last build met.

#include "cli/articles.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/project.hpp"

#include <fmt/format.h>
#include <map>
#include <utility>

namespace frise::cli {
namespace {

struct Counts {
  std::size_t unchanged = 0;
  std::size_t changed = 0;
  std::size_t added = 0;
};

/// What became of each article, a line each, those that are as they were left out.
std::string compare(const std::map<std::string, StoredDocument>& now,
                    std::map<std::string, StoredDocument> before, Counts& counts) {
  std::string out;
  for (const auto& [id, document] : now) {
    const auto known = before.find(id);
    if (known == before.end()) {
      ++counts.added;
      out += "new      " + document.path + '\n';
      continue;
    }
    const bool same = known->second.content == document.content;
    ++(same ? counts.unchanged : counts.changed);
    if (!same) out += "changed  " + document.path + '\n';
    before.erase(known);
  }
  for (const auto& [id, document] : before) out += "removed  " + document.path + '\n';
  out += fmt::format("{} articles: {} as before, {} changed, {} new; {} removed\n", now.size(),
                     counts.unchanged, counts.changed, counts.added, before.size());
  return out;
}

}  // namespace

Exit run_status(const Settings& settings, Console& console) {
  const auto options = annotator_options(settings);
  if (!options) {
    console.error(options.error());
    return Exit::failed;
  }
  const auto annotator = Annotator::load(*options);
  if (!annotator) {
    console.error(annotator.error());
    return Exit::failed;
  }
  if (store_folder(settings).empty()) {
    console.error({ErrorCode::not_found,
                   "no store beside the articles; frise build --store DIR begins one",
                   settings.inputs.front(), 0, 0});
    return Exit::failed;
  }
  const auto store = open_store(settings, *options, console);
  if (!store) return Exit::failed;

  const InputList inputs = list_inputs(settings.inputs);
  std::size_t skipped = 0;
  const auto skip = [&](const Error& error) {
    console.error(error);
    ++skipped;
  };
  for (const Error& error : inputs.errors) skip(error);
  ReadOptions reading;
  reading.lang = settings.lang;
  reading.published = settings.published;
  reading.ids = inputs.ids;
  reading.guesser = annotator->guesser();
  std::map<std::string, StoredDocument> now;
  for (const std::string& path : inputs.paths) {
    read_documents(path, reading, [&](const Result<Document>& document) {
      if (document) {
        now[document->id] = {path, content_key(*document)};
      } else {
        skip(document.error());
      }
      return true;
    });
  }
  Counts counts;
  std::string report = compare(now, store->documents(), counts);
  if (!store->same_fingerprint()) {
    report += "packs, settings or program have changed: all articles are read again\n";
  }
  if (const auto written = write_output(settings.output, report); !written) {
    if (is_closed_pipe(written.error())) return Exit::done;
    console.error(written.error());
    return Exit::failed;
  }
  return skipped != 0 || (settings.strict && console.warnings() != 0) ? Exit::skipped : Exit::done;
}

}  // namespace frise::cli
