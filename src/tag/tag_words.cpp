// A sentence at a time, by the model where there is one, else by rules.
// Tested in tests/unit/tag/tag_words_test.cpp and model_tagger_test.cpp.

#include "frise/tag/tagging.hpp"
#include "tag/model_tagger.hpp"
#include "tag/rule_tagger.hpp"

namespace frise {
namespace {

template <class TagStretch>
std::vector<WordTag> tag_all(const Segmentation& segmentation, const Lexicon::Impl& lexicon,
                             TagStretch tag_stretch) {
  std::vector<WordTag> tags(segmentation.tokens.size());
  tag::Stretch stretch;
  for (const Sentence& sentence : segmentation.sentences) {
    tag::StretchReader reader{segmentation, lexicon, sentence.tokens};
    while (reader.next(stretch, tags)) tag_stretch(stretch, tags);
  }
  return tags;
}

}  // namespace

std::vector<WordTag> tag_words(const Segmentation& segmentation, const Lexicon& lexicon) {
  tag::RuleTagger tagger{lexicon.impl()};
  return tag_all(segmentation, lexicon.impl(),
                 [&](tag::Stretch& stretch, auto& tags) { tagger.tag(stretch, tags); });
}

std::vector<WordTag> tag_words(const Segmentation& segmentation, const Lexicon& lexicon,
                               const TagModel& model) {
  if (!model.present()) return tag_words(segmentation, lexicon);
  tag::ModelTagger tagger{model.impl(), lexicon.impl()};
  return tag_all(segmentation, lexicon.impl(), [&](tag::Stretch& stretch, auto& tags) {
    tagger.tag(segmentation, stretch, tags);
  });
}

}  // namespace frise
