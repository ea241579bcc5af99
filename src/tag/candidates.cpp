// Costs before context: the order of the readings in the lexicon, and what the capital says.
// Readings that nothing tells apart (same class and inflection) are one candidate, the likeliest.

#include "tag/candidates.hpp"

#include <algorithm>
#include <array>

namespace frise::tag {
namespace {

constexpr int cost_of_order = 1;  ///< for each part of speech that is listed before
constexpr int cost_of_rare = 5;
constexpr int cost_of_guess = 2;
constexpr int cost_of_imperative = 4;
constexpr int cost_of_hidden_name = 8;  ///< a name written without its capital
constexpr int cost_of_capital = 7;      ///< an ordinary word with a capital inside a sentence
constexpr int cost_of_small_name = 3;   ///< "The", "De" as part of a name

bool is_open_class(WordClass c) {
  switch (c) {
    case WordClass::noun:
    case WordClass::adjective:
    case WordClass::finite:
    case WordClass::infinitive:
    case WordClass::participle:
    case WordClass::gerund:
    case WordClass::interjection:
    case WordClass::adverb:
      return true;
    default:
      return false;
  }
}

Capital capital_of(const Token& token, bool starts, CapitalUse use) {
  const bool inner = token.is(shape_mixed_case);
  if (inner) return Capital::name;
  if (!token.is(shape_capitalised)) return Capital::none;
  if (token.is(shape_all_caps)) return use.all_caps ? Capital::mute : Capital::caps;
  return starts || use.title_case || use.all_caps ? Capital::mute : Capital::name;
}

class Collector {
 public:
  Collector(std::vector<Candidate>& out) : out_{out}, first_{out.size()} {}

  void add(std::string_view lemma, const Features& features, WordClass word_class, int cost,
           bool known) {
    for (std::size_t i = first_; i < out_.size(); ++i) {
      const Candidate& old = out_[i];
      if (old.word_class == word_class && old.features.pos == features.pos &&
          old.features.morphology == features.morphology) {
        return;
      }
    }
    if (size() == most_candidates) return;
    Candidate& one = out_.emplace_back();
    one.lemma = lemma;
    one.features = features;
    one.word_class = word_class;
    one.cost = static_cast<std::int16_t>(cost);
    one.known = known;
  }

  [[nodiscard]] std::size_t size() const { return out_.size() - first_; }

 private:
  std::vector<Candidate>& out_;
  std::size_t first_;
};

/// Numbers the parts of speech of a form in the order they come.
class PosOrder {
 public:
  int place(Pos pos) {
    const auto at = static_cast<std::size_t>(pos);
    if (places_[at] == 0) places_[at] = ++next_;
    return places_[at] - 1;
  }

 private:
  std::array<std::int8_t, pos_count> places_{};
  std::int8_t next_ = 0;
};

int lexical_cost(const Features& f, WordClass word_class, Capital capital) {
  int cost = (f.rare ? cost_of_rare : 0) + (f.guess ? cost_of_guess : 0);
  if (f.morphology.mood == Mood::imperative) cost += cost_of_imperative;
  if (word_class == WordClass::proper) {
    if (capital == Capital::none) cost += cost_of_hidden_name;
    if (capital == Capital::mute) cost += 1;
  } else if (f.capital) {
    cost += capital == Capital::none ? 1 : 0;
  } else if (capital == Capital::caps || (capital == Capital::name && is_open_class(word_class))) {
    cost += cost_of_capital;
  }
  return cost;
}

/// "vice-président" is read as "président" is.
bool add_compound(std::string_view key, const Lexicon::Impl& lexicon, Capital capital,
                  Collector& candidates) {
  const auto hyphen = key.rfind('-');
  if (hyphen == std::string_view::npos || hyphen + 3 > key.size()) return false;
  bool any = false;
  PosOrder order;
  lexicon.for_each_reading(
      key.substr(hyphen + 1), [&](std::string_view, const Features& f, WordClass c) {
        if (c != WordClass::noun && c != WordClass::adjective) return;
        any = true;
        candidates.add(key, f, c, 1 + order.place(f.pos) + lexical_cost(f, c, capital), false);
      });
  return any;
}

void add_word(std::string_view key, const Token& token, const Lexicon::Impl& lexicon,
              Capital capital, Collector& candidates) {
  PosOrder order;
  bool common = false;
  bool open = false;
  bool name = false;
  const bool known =
      lexicon.for_each_reading(key, [&](std::string_view lemma, const Features& f, WordClass c) {
        (c == WordClass::proper ? name : common) = true;
        open |= is_open_class(c);
        const int cost = cost_of_order * order.place(f.pos) + lexical_cost(f, c, capital);
        candidates.add(lemma, f, c, cost, true);
      });
  const bool digits = token.is(shape_has_digit);
  if (!common && capital != Capital::caps && !digits &&
      !add_compound(key, lexicon, capital, candidates)) {
    int place = known ? 3 : 0;
    for (const Guess& guess : lexicon.spelling.guess(key)) {
      const WordClass c = usual_class(guess.features);
      candidates.add(key.substr(0, key.size() - guess.cut), guess.features, c,
                     place++ + lexical_cost(guess.features, c, capital), false);
    }
  }
  if (!name && (capital != Capital::none || digits)) {
    Features features;
    features.pos = Pos::proper_noun;
    const bool small = common && !open;
    const int cost = capital == Capital::mute ? (common ? 4 : 1) : small ? cost_of_small_name : 0;
    candidates.add(key, features, WordClass::proper, cost, false);
  }
  if (candidates.size() == 0) {
    Features features;
    features.pos = Pos::noun;
    candidates.add(key, features, WordClass::noun, cost_of_guess, false);
  }
}

}  // namespace

CapitalUse capital_use(const Segmentation& segmentation, TokenRange tokens) {
  std::size_t words = 0;
  std::size_t capitalised = 0;
  std::size_t all_caps = 0;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const Token& token = segmentation.tokens[i];
    // Short words keep lower case in titles ("of", "de"), so they say nothing.
    if (token.kind != TokenKind::word || token.span.length() < 4) continue;
    ++words;
    capitalised += token.is(shape_capitalised) ? 1U : 0U;
    all_caps += token.is(shape_all_caps) ? 1U : 0U;
  }
  return {.title_case = words >= 4 && 4 * capitalised >= 3 * words,
          .all_caps = words >= 2 && 4 * all_caps >= 3 * words};
}

Capital add_candidates(const Segmentation& segmentation, const Lexicon::Impl& lexicon,
                       std::size_t token, bool starts, CapitalUse capitals,
                       std::vector<Candidate>& out) {
  const Token& t = segmentation.tokens[token];
  const std::string_view key = segmentation.key(token);
  const Capital capital = capital_of(t, starts, capitals);
  Collector candidates{out};
  const auto only = [&](Pos pos, WordClass c) {
    Features features;
    features.pos = pos;
    candidates.add(key, features, c, 0, false);
    return Capital::none;
  };
  switch (t.kind) {
    case TokenKind::number:
      return only(Pos::numeral, WordClass::numeral);
    case TokenKind::punctuation:
      return only(Pos::punctuation, key == "," ? WordClass::comma : WordClass::punctuation);
    case TokenKind::symbol:
      return only(Pos::symbol, WordClass::symbol);
    case TokenKind::url:
      return only(Pos::other, WordClass::proper);
    case TokenKind::handle:
      return only(Pos::proper_noun, WordClass::proper);
    case TokenKind::word:
      break;
  }
  add_word(key, t, lexicon, capital, candidates);
  return capital;
}

}  // namespace frise::tag
