// The lead is the first sentence with a verb in a paragraph, datelines, by-lines and headings
// passed over. Tested in tests/unit/event/dating_test.cpp.

#include "event/news_head.hpp"

#include <algorithm>

namespace frise {
namespace {

constexpr std::uint32_t kHeadSentences = 14;
constexpr std::uint32_t kDatelineReach = 8;  // tokens of places and agencies before the date

/// The document's own day stands among the first words of a sentence.
bool says_day(const ParsedDocument& document, TokenRange sentence) {
  const auto& times = document.input.times.items;
  const std::string& day = document.input.published.value;
  const std::uint32_t reach = std::min(sentence.end, sentence.begin + kDatelineReach);
  auto t = std::lower_bound(
      times.begin(), times.end(), sentence.begin,
      [](const TimeExpression& one, std::uint32_t at) { return one.tokens.begin < at; });
  for (; t != times.end() && t->tokens.begin < reach; ++t) {
    if (t->anchor == TimexAnchor::absolute && t->value.starts_with(day)) return true;
  }
  return false;
}

/// "13 mars 2024. -" has none, "Publié le 13 mars 2024" a participle.
std::optional<VerbForm> first_verb(const ParsedDocument& document, TokenRange sentence) {
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    const WordTag& tag = document.input.tags[t];
    if (tag.pos == Pos::verb || tag.pos == Pos::auxiliary) return tag.morphology.verb_form;
  }
  return std::nullopt;
}

}  // namespace

std::optional<NewsDay> news_day(const ParsedDocument& document, std::uint32_t sentence) {
  const Segmentation& segmentation = document.input.segmentation;
  if (sentence >= kHeadSentences) return std::nullopt;
  const auto published = parse_date(document.input.published.value);
  if (!published || published->precision != Precision::day) return std::nullopt;
  std::optional<NewsDay> day;
  bool told = false;
  const auto count = std::min<std::size_t>(segmentation.sentences.size(), kHeadSentences);
  for (std::uint32_t i = 0; i < count; ++i) {
    const Sentence& one = segmentation.sentences[i];
    const BlockKind kind = segmentation.block_of(one).kind;
    const bool says = says_day(document, one.tokens);
    if (kind == BlockKind::header || kind == BlockKind::furniture) {
      if (says && !day) day = NewsDay::header;
      continue;
    }
    if (says) {
      const auto verb = first_verb(document, one.tokens);
      const bool label = verb && *verb != VerbForm::finite;
      day = label ? NewsDay::header : NewsDay::dateline;
      if (label || !verb) continue;
    }
    told = told || i == sentence;
    if (kind != BlockKind::heading && first_verb(document, one.tokens)) break;
  }
  return told ? day : std::nullopt;
}

bool tells_news(const VerbGroup& verb) {
  if (verb.form != VerbForm::finite || verb.mood == Mood::conditional) return false;
  if (verb.tense == Tense::imperfect) return false;
  return !(verb.perfect && verb.tense == Tense::past);
}

}  // namespace frise
