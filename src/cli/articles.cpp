// Errors skip an input; what the reader remarked is a warning; what a text leaves unclear is told
// on request.

#include "cli/articles.hpp"

#include "frise/pack/data_root.hpp"

#include <chrono>
#include <utility>

namespace frise::cli {
namespace {

void tell_remarks(const Extracted& extracted, Console& console) {
  for (const Remark& remark : extracted.remarks) {
    const Error told{ErrorCode::bad_value, remark.message, extracted.record->document.path,
                     remark.line, remark.column};
    if (remark.of_reading || remark.code == "no-language-pack" || remark.code == "not-in-xml")
      console.warning(told);
    else
      console.detail(told);
  }
}

/// By the clock of the machine, so it is only said: no file may depend on the day of its making.
void tell_future(const RecordDocument& document, Console& console) {
  const auto& earliest = document.published.bounds.earliest;
  const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const Day tomorrow{today.time_since_epoch() + std::chrono::days{1}};  // it may be there already
  if (document.published.basis != DateBasis::given || !earliest || *earliest <= tomorrow) return;
  console.warning(
      {ErrorCode::bad_value,
       "published " + document.published.value + " lies in the future; is the date right?",
       document.path, 0, 0});
}

}  // namespace

Result<AnnotatorOptions> annotator_options(const Settings& settings) {
  const auto root = find_data_root(settings.data);
  if (!root) return fail(root.error());
  return AnnotatorOptions{.data_root = *root,
                          .subjects = settings.subjects,
                          .no_subject = settings.no_subject_pack,
                          .kind = settings.kind,
                          .predicates = settings.record_format == RecordFormat::timeml};
}

Result<Annotator> load_annotator(const Settings& settings) {
  const auto options = annotator_options(settings);
  if (!options) return fail(options.error());
  return Annotator::load(*options);
}

Result<Tally> read_articles(const Annotator& annotator, const Settings& settings, Console& console,
                            BatchOptions options, const std::function<bool(Extracted)>& take) {
  Tally tally;
  const InputList inputs = list_inputs(settings.inputs);
  for (const Error& error : inputs.errors) {
    console.error(error);
    ++tally.skipped;
  }
  options.read.lang = settings.lang;
  options.read.published = settings.published;
  options.read.ids = inputs.ids;
  options.jobs = settings.jobs;
  const auto result = extract_all(inputs.paths, annotator, options, [&](Extracted extracted) {
    if (!extracted.record) {
      console.error(extracted.record.error());
      ++tally.skipped;
      return true;
    }
    ++tally.done;
    tally.bytes += extracted.text_bytes;
    tell_remarks(extracted, console);
    tell_future(extracted.record->document, console);
    console.progress("articles read", tally.done);
    return take(std::move(extracted));
  });
  if (!result) return fail(result.error());
  for (const Error& warning : annotator.warnings()) console.warning(warning);
  return tally;
}

Exit exit_of(const Tally& tally, const Settings& settings, const Console& console) {
  if (tally.done == 0) return Exit::failed;
  const bool strictly_wrong = settings.strict && console.warnings() != 0;
  return tally.skipped != 0 || strictly_wrong ? Exit::skipped : Exit::done;
}

}  // namespace frise::cli
