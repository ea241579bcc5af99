// The only place that calls the stages one after the other. A language is compiled under a
// once_flag, so that threads that meet it together wait for one of them. Tested in
// tests/unit/pipeline/annotator_test.cpp.

#include "frise/pipeline/annotator.hpp"

#include "frise/temporal/find_published.hpp"
#include "pipeline/guesser.hpp"
#include "pipeline/language.hpp"
#include "pipeline/pack_folders.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>

namespace frise {
namespace fs = std::filesystem;

namespace {

struct LanguageSlot {
  std::string folder;
  std::once_flag once;
  std::optional<Result<Language>> language;
};

/// Adds the time since the last lap to a stage.
class StopWatch {
 public:
  explicit StopWatch(StageTimes* times) noexcept : times_{times} {
    if (times_ != nullptr) last_ = StageTimes::Clock::now();
  }
  void lap(Stage stage) noexcept {
    if (times_ == nullptr) return;
    const auto now = StageTimes::Clock::now();
    times_->add(stage, now - last_);
    last_ = now;
  }

 private:
  StageTimes* times_;
  StageTimes::Clock::time_point last_;
};

/// What can be said of a document that no pack reads.
Record unread(const Document& document, const std::vector<std::string>& languages) {
  Record record = make_record(document, document.published, {}, {}, {}, {});
  const std::string seen =
      document.lang.empty() ? "the language is not known" : "no language pack for " + document.lang;
  record.diagnostics.push_back(
      {{}, "no-language-pack", seen + "; there are packs for " + listed(languages)});
  return record;
}

}  // namespace

struct Annotator::Impl {
  std::string data_root;
  TextKind kind = TextKind::news;
  bool predicates = false;
  std::shared_ptr<const LanguageGuesser> guesser;
  std::vector<SubjectPack> subjects;
  std::vector<Table> facts;                                // of the subjects that have some
  std::map<std::string, LanguageSlot, std::less<>> slots;  // nodes never move

  [[nodiscard]] const Result<Language>* language(std::string_view lang) {
    const auto found = slots.find(lang);
    if (found == slots.end()) return nullptr;
    LanguageSlot& slot = found->second;
    std::call_once(slot.once, [&] {
      slot.language.emplace(Language::load(data_root, slot.folder, subjects, facts));
    });
    return &*slot.language;
  }
};

Annotator::Annotator(std::unique_ptr<Impl> impl) noexcept : impl_{std::move(impl)} {}
Annotator::Annotator(Annotator&&) noexcept = default;
Annotator& Annotator::operator=(Annotator&&) noexcept = default;
Annotator::~Annotator() = default;

Result<Annotator> Annotator::load(const AnnotatorOptions& options) {
  auto impl = std::make_unique<Impl>();
  impl->data_root = options.data_root;
  impl->kind = options.kind;
  impl->predicates = options.predicates;
  const fs::path root{options.data_root};
  for (const std::string& lang : packs_below(root / "lang", "pack.toml")) {
    impl->slots[lang].folder = (root / "lang" / lang).string();
  }
  if (impl->slots.empty()) {
    return fail({ErrorCode::not_found, "no language pack in lang/", options.data_root, 0, 0});
  }
  auto guesser = load_guesser(options.data_root);
  if (!guesser) return fail(guesser.error());
  impl->guesser = std::make_shared<const LanguageGuesser>(std::move(*guesser));
  if (!options.no_subject) {
    const auto present = packs_below(root / "subject", "entities.toml");
    for (const std::string& name : options.subjects.empty() ? present : options.subjects) {
      const bool is_present = std::binary_search(present.begin(), present.end(), name);
      const fs::path folder = is_present ? root / "subject" / name : fs::path{name};
      std::error_code failed;
      if (!is_present && !fs::exists(folder / "entities.toml", failed)) {
        return fail({ErrorCode::not_found,
                     "no subject pack \"" + name + "\"; there are: " + listed(present) +
                         "; or name the folder of one",
                     (root / "subject").string(), 0, 0});
      }
      auto subject = SubjectPack::load(folder.string());
      if (!subject) return fail(subject.error());
      impl->subjects.push_back(std::move(*subject));
      const fs::path facts = folder / "facts.tsv";
      if (!fs::exists(facts, failed)) continue;
      auto table = Table::load(facts.string());
      if (!table) return fail(table.error());
      impl->facts.push_back(std::move(*table));
    }
  }
  return Annotator{std::move(impl)};
}

std::shared_ptr<const LanguageGuesser> Annotator::guesser() const { return impl_->guesser; }

std::vector<std::string> Annotator::languages() const {
  std::vector<std::string> names;
  for (const auto& [name, slot] : impl_->slots) names.push_back(name);
  return names;
}

std::vector<Error> Annotator::warnings() const {
  std::vector<Error> all;
  for (const auto& [name, slot] : impl_->slots) {
    if (!slot.language || !*slot.language) continue;
    const std::vector<Error>& some = (*slot.language)->warnings;
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

bool Annotator::knows(std::string_view entity) const {
  return std::any_of(impl_->slots.begin(), impl_->slots.end(), [&](const auto& named) {
    const auto& language = named.second.language;
    return language && *language && (*language)->entity.knows(entity);
  });
}

Result<Record> Annotator::annotate(const Document& document, StageTimes* times) const {
  StopWatch watch{times};
  const Result<Language>* loaded = impl_->language(document.lang);
  if (loaded == nullptr) return unread(document, languages());
  if (!*loaded) return fail(loaded->error());
  const Language& language = **loaded;
  watch.lap(Stage::load);
  const Segmentation segmentation = segment(document, language.segment);
  watch.lap(Stage::segment);
  const std::vector<WordTag> tags = tag_words(segmentation, language.lexicon, language.tagger);
  watch.lap(Stage::tag);
  const TimeScan scan{document, segmentation, tags, language.temporal, impl_->kind};
  watch.lap(Stage::temporal);
  DocumentDate date =
      find_published(document, segmentation, tags, scan, language.temporal, language.facts);
  const Published& published = date.published;
  watch.lap(Stage::published);
  const Layer<TimeExpression> expressions =
      annotate_times(document, segmentation, tags, scan, published, language.temporal);
  watch.lap(Stage::temporal);
  const EntityLayer entities =
      annotate_entities(document, segmentation, tags, language.entity, language.lexicon);
  watch.lap(Stage::entity);
  Trees trees{language.parser, segmentation, tags};
  const EventInput input{document, segmentation, tags, published, expressions, entities, trees};
  const EventLayer events = annotate_events(input, language.event);
  watch.lap(Stage::event);
  Record record = make_record(document, published, segmentation, expressions, entities, events);
  record.diagnostics.insert(record.diagnostics.begin(), date.diagnostics.begin(),
                            date.diagnostics.end());
  if (impl_->predicates) {
    record.predicates = annotate_predicates(input, language.event, language.lexicon);
  }
  watch.lap(Stage::record);
  return record;
}

}  // namespace frise
