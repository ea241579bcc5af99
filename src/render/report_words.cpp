// French where the locale says so, else English. Tested in tests/unit/render/report_test.cpp.

#include "render/report_parts.hpp"
#include "render/words.hpp"

#include <array>

namespace frise::render {
namespace {

struct Pair {
  std::string_view french;
  std::string_view english;
};

constexpr auto page_words = std::to_array<Pair>({
    {"Aller au tableau", "Go to the table"},
    {"Frise", "Timeline"},
    {"Carte des relations", "Map of relations"},
    {"Tableau des événements", "Table of events"},
    {"Chercher", "Search"},
    {"Acteur", "Actor"},
    {"Type", "Type"},
    {"Position", "Stance"},
    {"Certitude", "Certainty"},
    {"Source", "Source"},
    {"tous", "all"},
    {"Tout afficher", "Show all"},
    {"Clair ou sombre", "Light or dark"},
    {"Du", "From"},
    {"Au", "To"},
    {"Période", "Period"},
    {"Filtres", "Filters"},
    {"Événement", "Event"},
    {"Date", "Date"},
    {"Acteurs", "Actors"},
    {"Autres parties", "Other parties"},
    {"Fermer", "Close"},
    {"phrase %", "sentence %"},
    {"selon", "according to"},
    {"copie d’une autre source", "a copy of another source"},
    {"Date lue ainsi :", "How the date was read:"},
    {"% affichés sur %", "% of % shown"},
    {"Avec JavaScript, cette page se filtre et ses figures répondent.",
     "With JavaScript this page can be filtered and its figures answer."},
});

constexpr auto type_words = std::to_array<Pair>({
    {"investissement", "investment"},
    {"acquisition", "acquisition"},
    {"fusion", "merger"},
    {"partenariat", "partnership"},
    {"fourniture", "supply"},
    {"lancement", "launch"},
    {"production", "production"},
    {"construction", "construction"},
    {"admission", "admission"},
    {"exclusion", "exclusion"},
    {"restriction", "restriction"},
    {"assouplissement", "easing"},
    {"annulation", "cancellation"},
    {"fermeture", "closure"},
    {"demande", "request"},
    {"litige", "litigation"},
    {"sanction", "fine"},
    {"nomination", "appointment"},
    {"départ", "departure"},
    {"résultats", "results"},
    {"concurrence", "competition"},
    {"éloge", "praise"},
    {"critique", "criticism"},
    {"déclaration", "statement"},
    {"autre", "other"},
});

constexpr auto factuality_words = std::to_array<Pair>({
    {"certain", "certain"},
    {"probable", "probable"},
    {"possible", "possible"},
    {"rapporté", "reported"},
    {"prévu", "planned"},
    {"démenti", "denied"},
    {"hypothétique", "hypothetical"},
});

template <class Table, class Enum>
std::string_view of(const Table& table, Enum which, std::string_view locale) noexcept {
  const Pair& pair = table[static_cast<std::size_t>(which)];
  return locale.starts_with("fr") ? pair.french : pair.english;
}

}  // namespace

std::string_view word(ReportWord word, std::string_view locale) noexcept {
  return of(page_words, word, locale);
}
std::string_view word(EventType type, std::string_view locale) noexcept {
  return of(type_words, type, locale);
}
std::string_view word(Factuality factuality, std::string_view locale) noexcept {
  return of(factuality_words, factuality, locale);
}

std::string_view word(MarkStance stance, std::string_view locale) noexcept {
  constexpr std::array words{Word::favourable, Word::unfavourable, Word::contested, Word::neutral,
                             Word::unknown};
  return word(words[static_cast<std::size_t>(stance)], locale);
}

std::string_view key_of(MarkStance stance) noexcept {
  constexpr std::array<std::string_view, 5> keys{"favourable", "unfavourable", "contested",
                                                 "neutral", "unknown"};
  return keys[static_cast<std::size_t>(stance)];
}

}  // namespace frise::render
