#pragma once

/// \file
/// How the marks of one dictionary read in our terms: `lexicon/hunspell.tsv` of a language pack.
///
/// Rows by their first cell:
///   tag   MARK  POS|-  features        a morphological field: "po:nom"; "po:v*" is any that begins
///   so.
///                                      With a POS it is a reading of its own, with - it adds to
///                                      all
///   form  FLAG  POS    features  when  self|base   a form made by that affix class
///   base  -     POS    features  when              the dictionary word itself
/// `when` lists flags that the word must have, or with ! must not. `self`: the form is its own
/// lemma. Words for which nothing is said are guessed from their spelling (lexicon/spelling.tsv).

#include "frise/pack/table.hpp"
#include "hunspell.hpp"
#include "tag/features.hpp"

#include <string>
#include <vector>

namespace frise::lexicon {

struct Reading {
  std::string lemma;
  tag::Features features;
};

class TagMap {
 public:
  [[nodiscard]] static Result<TagMap> compile(const Table& table);

  /// The readings of a form; none when the map knows nothing of it.
  void read(const Form& form, std::vector<Reading>& out) const;

 private:
  struct Mark {
    std::string name;
    bool open = false;  ///< any that begins so
    bool head = false;
    tag::Features features;
  };
  struct FlagRule {
    std::string flag;  ///< empty: the word itself
    tag::Features features;
    std::vector<std::string> with, without;
    bool own_lemma = false;

    [[nodiscard]] bool applies(const Form& form) const;
  };
  void read_marks(const std::vector<std::string>& fields, std::vector<tag::Features>& heads,
                  std::vector<tag::Features>& extras) const;

  std::vector<Mark> marks_;
  std::vector<FlagRule> rules_;
};

}  // namespace frise::lexicon
