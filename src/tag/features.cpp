// Names and bits of the features of a reading. Tested in tests/unit/tag/features_test.cpp.

#include "tag/features.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace frise::tag {
namespace {

constexpr std::array<std::pair<std::string_view, Pos>, pos_count> pos_names{{
    {"adjective", Pos::adjective},
    {"adposition", Pos::adposition},
    {"adverb", Pos::adverb},
    {"auxiliary", Pos::auxiliary},
    {"coordinating_conjunction", Pos::coordinating_conjunction},
    {"determiner", Pos::determiner},
    {"interjection", Pos::interjection},
    {"noun", Pos::noun},
    {"numeral", Pos::numeral},
    {"particle", Pos::particle},
    {"pronoun", Pos::pronoun},
    {"proper_noun", Pos::proper_noun},
    {"punctuation", Pos::punctuation},
    {"subordinating_conjunction", Pos::subordinating_conjunction},
    {"symbol", Pos::symbol},
    {"verb", Pos::verb},
    {"other", Pos::other},
}};

using Setter = void (*)(Features&);

constexpr std::pair<std::string_view, Setter> setters[] = {
    {"masc", [](Features& f) { f.morphology.gender = Gender::masculine; }},
    {"fem", [](Features& f) { f.morphology.gender = Gender::feminine; }},
    {"sing", [](Features& f) { f.morphology.number = GrammaticalNumber::singular; }},
    {"plur", [](Features& f) { f.morphology.number = GrammaticalNumber::plural; }},
    {"1", [](Features& f) { f.morphology.person = 1; }},
    {"2", [](Features& f) { f.morphology.person = 2; }},
    {"3", [](Features& f) { f.morphology.person = 3; }},
    {"fin", [](Features& f) { f.morphology.verb_form = VerbForm::finite; }},
    {"inf", [](Features& f) { f.morphology.verb_form = VerbForm::infinitive; }},
    {"pastpart", [](Features& f) { f.morphology.verb_form = VerbForm::past_participle; }},
    {"prespart", [](Features& f) { f.morphology.verb_form = VerbForm::present_participle; }},
    {"ind", [](Features& f) { f.morphology.mood = Mood::indicative; }},
    {"cond", [](Features& f) { f.morphology.mood = Mood::conditional; }},
    {"subj", [](Features& f) { f.morphology.mood = Mood::subjunctive; }},
    {"imper", [](Features& f) { f.morphology.mood = Mood::imperative; }},
    {"pres", [](Features& f) { f.morphology.tense = Tense::present; }},
    {"imperf", [](Features& f) { f.morphology.tense = Tense::imperfect; }},
    {"past", [](Features& f) { f.morphology.tense = Tense::past; }},
    {"fut", [](Features& f) { f.morphology.tense = Tense::future; }},
    {"given", [](Features& f) { f.given_name = true; }},
    {"rare", [](Features& f) { f.rare = true; }},
    {"guess", [](Features& f) { f.guess = true; }},
};

template <class Enum>
std::uint32_t bits_of(Enum value) noexcept {
  return static_cast<std::uint32_t>(value);
}

template <class Enum>
Enum field(std::uint32_t bits, unsigned shift, std::uint32_t mask, Enum last) noexcept {
  const std::uint32_t value = (bits >> shift) & mask;
  return value <= bits_of(last) ? static_cast<Enum>(value) : Enum{};
}

}  // namespace

std::uint32_t pack(const Features& f) noexcept {
  const Morphology& m = f.morphology;
  return bits_of(f.pos) | bits_of(m.gender) << 5 | bits_of(m.number) << 7 |
         (std::uint32_t{m.person} & 3U) << 9 | bits_of(m.verb_form) << 11 | bits_of(m.mood) << 14 |
         bits_of(m.tense) << 17 | bits_of(f.given_name) << 20 | bits_of(f.capital) << 21 |
         bits_of(f.rare) << 22 | bits_of(f.guess) << 23;
}

Features unpack(std::uint32_t bits) noexcept {
  Features f;
  const std::uint32_t pos = bits & 31U;
  f.pos = pos < pos_count ? static_cast<Pos>(pos) : Pos::other;
  f.morphology.gender = field(bits, 5, 3U, Gender::feminine);
  f.morphology.number = field(bits, 7, 3U, GrammaticalNumber::plural);
  f.morphology.person = static_cast<std::uint8_t>((bits >> 9) & 3U);
  f.morphology.verb_form = field(bits, 11, 7U, VerbForm::present_participle);
  f.morphology.mood = field(bits, 14, 7U, Mood::imperative);
  f.morphology.tense = field(bits, 17, 7U, Tense::future);
  f.given_name = (bits >> 20 & 1U) != 0;
  f.capital = (bits >> 21 & 1U) != 0;
  f.rare = (bits >> 22 & 1U) != 0;
  f.guess = (bits >> 23 & 1U) != 0;
  return f;
}

std::optional<Pos> parse_pos(std::string_view name) noexcept {
  for (const auto& [known, pos] : pos_names) {
    if (known == name) return pos;
  }
  return std::nullopt;
}

std::string_view to_string(Pos pos) noexcept {
  return pos_names[static_cast<std::size_t>(pos)].first;
}

std::optional<std::string_view> add_features(std::string_view names, Features& features) noexcept {
  for (std::string_view name = next_word(names); !name.empty(); name = next_word(names)) {
    const auto* found = std::find_if(std::begin(setters), std::end(setters),
                                     [&](const auto& setter) { return setter.first == name; });
    if (found == std::end(setters)) return name;
    found->second(features);
  }
  return std::nullopt;
}

unsigned rank(const Features& f) noexcept {
  constexpr unsigned of_mood[] = {0, 0, 3, 5, 8};   // none, indicative, conditional, ...
  constexpr unsigned of_tense[] = {0, 0, 1, 4, 2};  // none, present, imperfect, past, future
  const Morphology& m = f.morphology;
  const unsigned person = m.person == 3 || m.person == 0 ? 0 : 1;
  const unsigned number = m.number == GrammaticalNumber::plural ? 1 : 0;
  return (f.guess ? 1000U : 0U) + (f.rare ? 500U : 0U) +
         8U * (of_mood[static_cast<unsigned>(m.mood)] + of_tense[static_cast<unsigned>(m.tense)]) +
         4U * person + number;
}

std::string_view next_word(std::string_view& list) noexcept {
  const auto begin = std::min(list.find_first_not_of(' '), list.size());
  const auto end = std::min(list.find(' ', begin), list.size());
  const std::string_view word = list.substr(begin, end - begin);
  list.remove_prefix(end);
  return word;
}

}  // namespace frise::tag
