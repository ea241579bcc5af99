// One reading a token: the cheapest way through the candidates of a sentence (Viterbi 1967) under costs that
// a person wrote, not counted from text: how likely the lexicon holds a reading, how well two neighbouring
// classes go together (lexicon/context.tsv), and agreement. Adverbs let the word behind them shine through,
// so that "a toujours investi" is read as "a investi". Quotation marks are passed over. Time is linear: a
// token has at most `most_candidates`, and sentences are cut at `longest_search` tokens.
// Tested in tests/unit/tag/tag_words_test.cpp.

#include "frise/tag/tagging.hpp"
#include "tag/candidates.hpp"
#include "tag/lexicon_impl.hpp"

#include <algorithm>

namespace frise {
namespace tag {
namespace {

constexpr std::size_t longest_search = 512;
constexpr int cost_of_disagreement = 3;
constexpr int cost_of_wrong_person = 4;
constexpr int cost_of_missing_subject = 3;  ///< first or second person with no pronoun before it

template <class Value>
bool differ(Value a, Value b) {
  return a != Value{} && b != Value{} && a != b;
}

bool agrees_with_noun(WordClass c) {
  return c == WordClass::adjective || c == WordClass::participle;
}

/// Words that form one noun phrase share gender and number.
int noun_phrase_cost(const Candidate& first, const Candidate& second) {
  const bool opens = first.word_class == WordClass::determiner ||
                     first.word_class == WordClass::contraction ||
                     first.word_class == WordClass::adjective ||
                     first.word_class == WordClass::numeral;
  const bool into = second.word_class == WordClass::noun || agrees_with_noun(second.word_class);
  const bool after = first.word_class == WordClass::noun && agrees_with_noun(second.word_class);
  if (!(opens && into) && !after) return 0;
  const Morphology& a = first.features.morphology;
  const Morphology& b = second.features.morphology;
  return (differ(a.gender, b.gender) ? cost_of_disagreement : 0) +
         (differ(a.number, b.number) ? cost_of_disagreement : 0);
}

/// A finite verb agrees with the pronoun before it, or with the noun.
int verb_cost(const Candidate& first, const Candidate& second) {
  if (!is_finite(second.word_class)) return 0;
  const Morphology& verb = second.features.morphology;
  if (first.subject_person != 0) {
    const bool wrong = differ(first.subject_person, verb.person) ||
                       differ(first.subject_number, verb.number);
    return wrong ? cost_of_wrong_person : 0;
  }
  int cost = verb.person == 1 || verb.person == 2 ? cost_of_missing_subject : 0;
  if (verb.mood == Mood::imperative) cost = 0;
  if (first.word_class == WordClass::noun &&
      differ(first.features.morphology.number, verb.number)) {
    cost += 1;
  }
  return cost;
}

int step_cost(const ContextCosts& context, const Candidate& first, const Candidate& second) {
  int cost = context(first.word_class, second.word_class);
  if (is_transparent(first.word_class)) {
    cost = std::min(cost, context(first.felt, second.word_class) + 1);
  }
  return cost + noun_phrase_cost(first, second) + verb_cost(first, second);
}

/// What a candidate hands on to the word after it.
void inherit(const Candidate& before, Candidate& here) {
  here.felt = is_transparent(here.word_class) ? before.felt : here.word_class;
  const bool waits = here.word_class == WordClass::object || here.word_class == WordClass::negation ||
                     here.word_class == WordClass::adverb;
  if (here.word_class == WordClass::subject) {
    here.subject_person = here.features.morphology.person;
    here.subject_number = here.features.morphology.number;
  } else if (waits) {
    here.subject_person = before.subject_person;
    here.subject_number = before.subject_number;
  }
}

class SentenceTagger {
 public:
  SentenceTagger(const Segmentation& segmentation, const Lexicon::Impl& lexicon,
                 std::vector<WordTag>& tags)
      : segmentation_{segmentation}, lexicon_{lexicon}, tags_{tags} {}

  void tag(TokenRange range) {
    const CapitalUse capitals = capital_use(segmentation_, range);
    bool starts = true;
    for (std::uint32_t i = range.begin; i < range.end;) {
      tokens_.clear();
      candidates_.clear();
      begins_.clear();
      for (; i < range.end && tokens_.size() < longest_search; ++i) {
        if (is_quote(i)) {
          tags_[i] = {.lemma = segmentation_.key(i), .pos = Pos::punctuation};
          starts = true;
          continue;
        }
        tokens_.push_back(i);
        begins_.push_back(candidates_.size());
        add_candidates(segmentation_, lexicon_, i, starts, capitals, candidates_);
        starts = (starts && segmentation_.tokens[i].kind != TokenKind::word) || opens_anew(i);
      }
      begins_.push_back(candidates_.size());
      search();
      mark_auxiliaries();
    }
  }

 private:
  [[nodiscard]] bool is_quote(std::size_t token) const {
    if (segmentation_.tokens[token].kind != TokenKind::punctuation) return false;
    const std::string_view key = segmentation_.key(token);
    return key == "«" || key == "»" || key == "\"" || key == "“" || key == "”";
  }

  /// A capital after these may be that of a sentence: "Résultat : La société ...".
  [[nodiscard]] bool opens_anew(std::size_t token) const {
    if (segmentation_.tokens[token].kind != TokenKind::punctuation) return false;
    const std::string_view key = segmentation_.key(token);
    return key == ":" || key == "." || key == "?" || key == "!" || key == "…" || key == "—";
  }

  void search() {
    Candidate boundary;
    boundary.word_class = boundary.felt = WordClass::boundary;
    for (std::size_t t = 0; t < tokens_.size(); ++t) {
      const bool first = t == 0;
      const Candidate* before = first ? &boundary : &candidates_[begins_[t - 1]];
      const std::size_t befores = first ? 1 : begins_[t] - begins_[t - 1];
      for (std::size_t c = begins_[t]; c < begins_[t + 1]; ++c) {
        Candidate& here = candidates_[c];
        std::int32_t best = 0;
        for (std::size_t b = 0; b < befores; ++b) {
          const std::int32_t total =
              before[b].total + step_cost(lexicon_.context, before[b], here);
          if (b == 0 || total < best) {
            best = total;
            here.back = static_cast<std::uint8_t>(b);
          }
        }
        here.total = best + here.cost;
        inherit(before[here.back], here);
      }
    }
    if (!tokens_.empty()) read_back();
  }

  void read_back() {
    const std::size_t last = tokens_.size() - 1;
    Candidate end;
    end.word_class = WordClass::boundary;
    std::size_t chosen = begins_[last];
    std::int32_t best = 0;
    for (std::size_t c = begins_[last]; c < begins_[last + 1]; ++c) {
      const std::int32_t total =
          candidates_[c].total + step_cost(lexicon_.context, candidates_[c], end);
      if (c == begins_[last] || total < best) {
        best = total;
        chosen = c;
      }
    }
    chosen_.resize(tokens_.size());
    for (std::size_t t = tokens_.size(); t-- > 0;) {
      const Candidate& one = candidates_[chosen];
      chosen_[t] = one.word_class;
      tags_[tokens_[t]] = {one.lemma, one.features.pos, one.features.morphology, one.known,
                           one.features.given_name};
      if (t > 0) chosen = begins_[t - 1] + one.back;
    }
  }

  /// A form of "avoir" or "être" with a participle after it, adverbs and clitics between, is an auxiliary.
  void mark_auxiliaries() {
    bool participle_follows = false;
    for (std::size_t t = tokens_.size(); t-- > 0;) {
      const WordClass c = chosen_[t];
      if (can_be_auxiliary(c)) {
        tags_[tokens_[t]].pos = participle_follows ? Pos::auxiliary : Pos::verb;
        // "a été" on its own: été is the verb, a its auxiliary.
        participle_follows = c == WordClass::been;
      } else if (c == WordClass::participle) {
        participle_follows = true;
      } else if (!is_transparent(c) && c != WordClass::object && c != WordClass::pronoun) {
        participle_follows = false;
      }
    }
  }

  const Segmentation& segmentation_;
  const Lexicon::Impl& lexicon_;
  std::vector<WordTag>& tags_;
  std::vector<std::uint32_t> tokens_;
  std::vector<std::size_t> begins_;
  std::vector<Candidate> candidates_;
  std::vector<WordClass> chosen_;
};

}  // namespace
}  // namespace tag

std::vector<WordTag> tag_words(const Segmentation& segmentation, const Lexicon& lexicon) {
  std::vector<WordTag> tags(segmentation.tokens.size());
  tag::SentenceTagger tagger{segmentation, lexicon.impl(), tags};
  for (const Sentence& sentence : segmentation.sentences) tagger.tag(sentence.tokens);
  return tags;
}

}  // namespace frise
