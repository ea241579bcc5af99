// French where the locale says so, else English. Tested in tests/unit/render/report_test.cpp.

#include "render/report_parts.hpp"
#include "render/words.hpp"

#include <array>
#include <optional>

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
    {"ligne %", "line %"},
    {"selon", "according to"},
    {"copie d’une autre source", "a copy of another source"},
    {"Date lue ainsi :", "How the date was read:"},
    {"Affichés : % sur %", "% of % shown"},
    {"% : % événements, %", "%: % events, %"},
    {"Autres", "Others"},
    {"Trop d’événements pour les montrer un à un : chaque case les compte. Cliquez une case, ou "
     "resserrez la période, pour les voir.",
     "Too many events to show one by one: each cell counts them. Click a cell, or narrow the "
     "period, to see them."},
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

/// All that dating and merging say of how a date was read; `%` stands for a number or a name.
constexpr auto reasons = std::to_array<Pair>({
    {"expression de temps de sa proposition", "time expression of its clause"},
    {"expression de temps qui ouvre la phrase", "time expression that opens the sentence"},
    {"expression de temps à côté du nom", "time expression beside the noun"},
    {"expression de temps de sa phrase", "time expression of its sentence"},
    {"date du message cité", "date line of the quoted post"},
    {"date de la proposition dont elle dépend", "date of the clause it hangs on"},
    {"nouvelle d’un article dont l’en-tête donne le jour",
     "news of an article whose header tells its day"},
    {"nouvelle du jour de la dépêche", "news of the day of the dateline"},
    {"dit alors au passé", "told then as past"},
    {"lue dans %, le plus ancien article qui porte cette phrase",
     "read in %, the oldest article that bears this sentence"},
    {"donnée à la ligne % du tableau", "given in line % of the table"},
});

/// What `%` stands for, where `text` is made of `pattern`.
std::optional<std::string_view> fill_of(std::string_view text, std::string_view pattern) noexcept {
  const std::size_t hole = pattern.find('%');
  if (hole == std::string_view::npos) {
    return text == pattern ? std::optional{std::string_view{}} : std::nullopt;
  }
  const std::string_view begin = pattern.substr(0, hole);
  const std::string_view end = pattern.substr(hole + 1);
  const bool made =
      text.size() > begin.size() + end.size() && text.starts_with(begin) && text.ends_with(end);
  if (!made) return std::nullopt;
  return text.substr(begin.size(), text.size() - begin.size() - end.size());
}

std::string reason_in_french(std::string_view reason) {
  for (const Pair& pair : reasons) {
    const auto fill = fill_of(reason, pair.english);
    if (!fill) continue;
    std::string words{pair.french};
    if (const auto hole = words.find('%'); hole != std::string::npos) {
      words.replace(hole, 1, *fill);
    }
    return words;
  }
  return std::string{reason};
}

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

std::string why_words(std::string_view why, std::string_view locale) {
  if (!locale.starts_with("fr")) return std::string{why};
  std::string out;
  constexpr std::string_view between = "; ";
  while (true) {
    const std::size_t end = why.find(between);
    out += reason_in_french(why.substr(0, end));
    if (end == std::string_view::npos) return out;
    out += " ; ";
    why.remove_prefix(end + between.size());
  }
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
