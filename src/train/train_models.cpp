// The parser learns from tags as they will be: each fifth of the sentences is tagged by a tagger
// that was trained on the other four. Tested in tests/unit/train/train_models_test.cpp.

#include "frise/train/training.hpp"
#include "train/train_parser.hpp"
#include "train/train_tagger.hpp"

#include <utility>

namespace frise {
namespace {

using train::Lesson;

constexpr std::size_t folds = 5;

Result<std::vector<std::vector<WordTag>>> tag_by_strangers(
    const std::vector<const Lesson*>& lessons, const Lexicon& lexicon, const std::string& lang) {
  std::vector<std::vector<WordTag>> tags(lessons.size());
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<const Lesson*> others;
    for (std::size_t i = 0; i < lessons.size(); ++i) {
      if (i % folds != fold) others.push_back(lessons[i]);
    }
    const auto model = TagModel::from_bytes(train::train_tagger(others, lexicon, lang, {}), lang);
    if (!model) return fail(model.error());
    for (std::size_t i = fold; i < lessons.size(); i += folds) {
      tags[i] = tag_words(lessons[i]->segmentation, lexicon, *model);
    }
  }
  return tags;
}

}  // namespace

Result<TrainedModels> train_models(const TrainingOptions& options) {
  const auto pack = LanguagePack::load(options.data_root + "/lang/" + options.lang);
  if (!pack) return fail(pack.error());
  const auto rules = SegmentRules::compile(*pack);
  if (!rules) return fail(rules.error());
  const auto lexicon = Lexicon::open(*pack, options.data_root + "/lexicon/" + options.lang + ".lex",
                                     Lexicon::Since::left_out);
  if (!lexicon) return fail(lexicon.error());

  std::vector<std::vector<train::ConlluSentence>> banks;
  for (const std::string& path : options.treebanks) {
    auto bank = train::read_conllu(path);
    if (!bank) return fail(bank.error());
    banks.push_back(std::move(*bank));
  }
  std::vector<Lesson> made;
  for (const auto& bank : banks) {
    for (const auto& sentence : bank) {
      made.push_back(train::make_lesson(sentence, *rules, options.lang));
    }
  }
  if (made.empty()) return fail({ErrorCode::empty, "no sentences in the treebanks", {}, 0, 0});
  TrainedModels models;
  std::vector<const Lesson*> lessons;
  for (const Lesson& lesson : made) {
    lessons.push_back(&lesson);
    models.tokens += lesson.gold.size();
  }
  models.sentences = lessons.size();
  models.tagger = train::train_tagger(lessons, *lexicon, options.lang, {});
  const auto tags = tag_by_strangers(lessons, *lexicon, options.lang);
  if (!tags) return fail(tags.error());
  models.parser = train::train_parser(lessons, *tags, options.lang, {});
  return models;
}

}  // namespace frise
