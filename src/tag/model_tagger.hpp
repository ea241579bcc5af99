#pragma once

/// \file
/// The trained tagger: from left to right, each word by its features and the tags before it.

#include "tag/rule_tagger.hpp"
#include "tag/stretch.hpp"
#include "tag/tag_model.hpp"
#include "tag/word_view.hpp"

#include <vector>

namespace frise::tag {

class ModelTagger {
 public:
  ModelTagger(const TagModel::Impl& model, const Lexicon::Impl& lexicon) noexcept
      : model_{model}, rules_{lexicon} {}

  void tag(const Segmentation& segmentation, Stretch& stretch, std::vector<WordTag>& tags);

 private:
  void choose_tags();

  const TagModel::Impl& model_;
  RuleTagger rules_;
  std::vector<WordView> views_;
  std::vector<FineTag> chosen_;
  std::vector<WordClass> classes_;
};

/// Reads the words of a stretch by the tags chosen for them: the lexicon's reading that fits the
/// tag and agrees best with the word before it gives lemma and inflection.
void read_by_tags(Stretch& stretch, std::span<const FineTag> chosen,
                  const Segmentation& segmentation, std::vector<WordClass>& classes,
                  std::vector<WordTag>& tags);

}  // namespace frise::tag
