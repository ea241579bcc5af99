// Function words are counted: they are a third of any prose and hardly shared between languages
// (Grefenstette, "Comparing two language identification schemes", 1995). Neighbours of French are
// listed so that they are not taken for it. A word shared by several languages counts for each.
// Tested in tests/unit/read/language_test.cpp.

#include "frise/read/reader.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace frise {
namespace {

constexpr std::size_t reach = std::size_t{32} << 10;

struct Language {
  std::string_view code;
  std::string_view words;
};

// In alphabetical order of the codes: the first of equals wins.
constexpr std::array<Language, 7> languages{{
    {"de",
     " der die das und ist nicht ein eine einen einem einer den dem des mit von zu zum zur im auf "
     "für "
     "sich auch als an es er sie wir ich bei nach aus wie noch nur werden wird wurde hat haben "
     "sind war "
     "über durch oder aber dass um bis kann mehr "},
    {"en",
     " the of and to in is was for that with on as at by from it its he she they his her their has "
     "have "
     "had be been are were will would which this not but an or said after about who when more than "
     "into "
     "over could also we you i "},
    {"es",
     " el la los las de del y que en un una unos es por con para su sus al lo como más pero no se "
     "ha han "
     "fue era son este esta entre también sobre desde cuando muy sin hasta según años ser está "},
    {"fr",
     " le la les l d de des du un une et est en que qu qui dans pour par sur au aux ce cette ces "
     "il elle "
     "ils elles on nous vous je ne n pas plus avec son sa ses leur leurs se s a ont été être avait "
     "sont "
     "mais ou où comme selon après depuis entre c j "},
    {"it",
     " il lo la gli le di del della dei delle e che è in un una per con non si da dal dalla al "
     "alla nel "
     "nella sono ha hanno come più ma anche su suo sua questo questa tra anni dopo era stato "
     "stata "},
    {"nl",
     " de het een en van is dat niet op te in met voor zijn aan er door om bij ook als naar maar "
     "heeft "
     "hebben wordt werd worden uit nog over deze die dit zich kan hij ze we meer dan tot "},
    {"pt",
     " o a os as de do da dos das e que em no na nos nas um uma para por com não se é foi são ao à "
     "mais "
     "como mas seu sua pelo pela até também entre ser está sobre quando muito já anos "},
}};

using Votes = std::array<std::uint32_t, languages.size()>;

const std::unordered_map<std::string_view, std::uint8_t>& words() {
  static const auto table = [] {
    std::unordered_map<std::string_view, std::uint8_t> masks;
    for (std::size_t i = 0; i < languages.size(); ++i) {
      std::string_view rest = languages[i].words.substr(1);
      while (!rest.empty()) {
        const auto space = rest.find(' ');
        masks[rest.substr(0, space)] |= static_cast<std::uint8_t>(1U << i);
        rest = rest.substr(space + 1);
      }
    }
    return masks;
  }();
  return table;
}

/// Letters, as far as this needs to know them: ASCII letters and the two-byte letters of Latin
/// scripts.
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

Votes count_words(std::string_view text) {
  Votes votes{};
  const auto& known = words();
  std::string word;
  for (std::size_t i = 0; i <= text.size();) {
    const char c = i < text.size() ? text[i] : ' ';
    const auto byte = static_cast<unsigned char>(c);
    if (is_letter(c)) {
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      ++i;
    } else if (byte >= 0xC3 && byte <= 0xC9 && i + 1 < text.size()) {
      auto second = static_cast<unsigned char>(text[i + 1]);
      if (byte == 0xC3 && second >= 0x80 && second <= 0x9E) second = second + 0x20U;  // À to à
      word += c;
      word += static_cast<char>(second);
      i += 2;
    } else {
      if (const auto found = known.find(word); found != known.end()) {
        for (std::size_t k = 0; k < votes.size(); ++k) votes[k] += (found->second >> k) & 1U;
      }
      word.clear();
      ++i;
    }
  }
  return votes;
}

}  // namespace

LanguageGuess guess_language(std::string_view text) {
  const Votes votes = count_words(text.substr(0, reach));
  const auto best = std::max_element(votes.begin(), votes.end());
  if (*best == 0) return {};
  std::uint32_t second = 0;
  for (auto it = votes.begin(); it != votes.end(); ++it) {
    if (it != best) second = std::max(second, *it);
  }
  LanguageGuess guess;
  guess.lang = languages[static_cast<std::size_t>(best - votes.begin())].code;
  guess.sure = *best >= 5 && *best * 2 >= second * 3;
  return guess;
}

}  // namespace frise
