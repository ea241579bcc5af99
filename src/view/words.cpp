// One table: a word a line, in the order of the enumeration. A third language is a third column.

#include "view/words.hpp"

#include <algorithm>
#include <array>

namespace frise {
namespace {

struct Entry {
  std::string_view french;
  std::string_view english;
};

constexpr std::array<Entry, 73> words{{
    {"Chronologie", "Timeline"},
    {"Relations", "Relations"},
    {"Autres (%)", "Others (%)"},
    {"sans date", "undated"},
    {"année inconnue", "year unknown"},
    {"année déduite", "year inferred"},
    {"déduit", "inferred"},
    {"incertain", "uncertain"},
    {"vers %", "around %"},
    {"depuis %", "since %"},
    {"depuis le %", "since %"},
    {"au plus tard en %", "%, at the latest"},
    {"au plus tard le %", "%, at the latest"},
    {"semaine du %", "week of %"},
    {"1ᵉʳ semestre %", "first half of %"},
    {"2ᵉ semestre %", "second half of %"},
    {"printemps %", "spring %"},
    {"été %", "summer %"},
    {"automne %", "autumn %"},
    {"hiver %", "winter %"},
    {"années %", "%s"},
    {"%ᵉ siècle", "century %"},
    {"% événement", "% event"},
    {"% événements", "% events"},
    {"d’après un article", "from 1 article"},
    {"d’après % articles", "from % articles"},
    {"une ligne par acteur", "one lane per actor"},
    {"% relation", "% relation"},
    {"% relations", "% relations"},
    {"% acteur", "% actor"},
    {"% acteurs", "% actors"},
    {"seulement %", "only %"},
    {"à partir de %", "from %"},
    {"jusqu’à %", "until %"},
    {"prévu", "planned"},
    {"démenti", "denied"},
    {"non confirmé", "unconfirmed"},
    {"nié", "said not to be"},
    {"soutient", "supports"},
    {"critique", "criticises"},
    {"parle de", "speaks of"},
    {"admet au programme %", "admits to %"},
    {"exclut du programme %", "excludes from %"},
    {"\u202F; ", "; "},
    {"\u00A0: ", ": "},
    {"secondaires, hypothétiques ou sans acteur", "minor, hypothetical or without an actor"},
    {"dits une fois, sans date ni second acteur", "told once, without date or second actor"},
    {"hors de la sélection", "outside the selection"},
    {"dans une citation montrée", "within a quotation shown"},
    {"moins de % sources", "fewer than % sources"},
    {"d’une autre position", "of another stance"},
    {"au-delà du nombre demandé", "beyond the number asked for"},
    {"ajouté", "added"},
    {"retiré", "removed"},
    {"déplacé", "moved"},
    {"jugé autrement", "judged otherwise"},
    {"avant\u00A0: %", "before: %"},
    {"ajoutés\u00A0: %", "added: %"},
    {"retirés\u00A0: %", "removed: %"},
    {"déplacés\u00A0: %", "moved: %"},
    {"jugés autrement\u00A0: %", "judged otherwise: %"},
    {"inchangés\u00A0: %", "unchanged: %"},
    {"depuis l’entrée %", "since input %"},
    {"sans place sur la feuille", "without room on the sheet"},
    {"% succession établie", "% known succession"},
    {"% successions établies", "% known successions"},
    {"une carte par année", "one map per year"},
    {"une carte par trimestre", "one map per quarter"},
    {"Année inconnue ou approximative", "Year unknown or approximate"},
    {"Trimestre inconnu ou approximatif", "Quarter unknown or approximate"},
    {"groupe de % acteurs", "group of % actors"},
    {"autour de %", "around %"},
    {"autour d’%", "around %"},
}};

constexpr std::array<Entry, 25> acts{{
    {"investit dans", "invests in"},
    {"rachète", "acquires"},
    {"fusionne avec", "merges with"},
    {"s’allie à", "partners with"},
    {"fournit", "supplies"},
    {"lance", "launches"},
    {"produit", "produces"},
    {"construit", "builds"},
    {"admet", "admits"},
    {"exclut", "excludes"},
    {"restreint", "restricts"},
    {"assouplit ses règles pour", "eases rules for"},
    {"annule", "cancels"},
    {"ferme", "closes"},
    {"sollicite", "asks"},
    {"poursuit", "sues"},
    {"sanctionne", "fines"},
    {"nomme", "appoints"},
    {"quitte", "leaves"},
    {"rend compte de", "reports on"},
    {"concurrence", "competes with"},
    {"salue", "praises"},
    {"critique", "criticises"},
    {"parle de", "speaks of"},
    {"agit sur", "acts on"},
}};

/// Acts that are told otherwise of whom they are for, or about, than of what they are done to.
struct Beside {
  EventType type;
  ParticipantRole role;
  Entry entry;
};

constexpr std::array<Beside, 16> acts_beside{{
    {EventType::acquire, ParticipantRole::recipient, {"cède à", "sells to"}},
    {EventType::supply, ParticipantRole::topic, {"fait affaire avec", "deals with"}},
    {EventType::launch, ParticipantRole::agent, {"lance un projet avec", "launches with"}},
    {EventType::produce, ParticipantRole::agent, {"produit avec", "produces with"}},
    {EventType::build, ParticipantRole::agent, {"construit avec", "builds with"}},
    {EventType::launch, ParticipantRole::recipient, {"lance un produit pour", "launches for"}},
    {EventType::launch, ParticipantRole::topic, {"lance un produit pour", "launches for"}},
    {EventType::produce, ParticipantRole::recipient, {"produit pour", "produces for"}},
    {EventType::produce, ParticipantRole::topic, {"produit pour", "produces for"}},
    {EventType::build, ParticipantRole::recipient, {"construit pour", "builds for"}},
    {EventType::build, ParticipantRole::topic, {"construit pour", "builds for"}},
    {EventType::admit, ParticipantRole::recipient, {"ouvre", "opens"}},
    {EventType::exclude, ParticipantRole::recipient, {"exclut de", "excludes from"}},
    {EventType::appoint, ParticipantRole::recipient, {"nomme à", "appoints to"}},
    {EventType::litigate, ParticipantRole::recipient, {"solde un litige avec", "settles with"}},
    {EventType::cancel, ParticipantRole::recipient, {"renonce à un projet avec", "cancels with"}},
}};

constexpr std::array<std::string_view, 5> conjunctions{"and", "et", "ni", "or", "ou"};

constexpr std::array<std::string_view, 16> clause_words{
    "because", "car",   "dont", "if",   "qu",      "quand", "que", "qui",
    "si",      "since", "that", "when", "whether", "which", "who", "whose"};

constexpr std::array<std::string_view, 56> loose_ends{
    "a",      "au",      "aux", "avec", "by",     "car",   "ce",  "cette", "chez", "d",
    "dans",   "de",      "des", "du",   "en",     "et",    "for", "from",  "in",   "into",
    "its",    "l",       "la",  "le",   "les",    "leur",  "of",  "on",    "ou",   "par",
    "pour",   "qu",      "que", "qui",  "s",      "sa",    "ses", "son",   "sous", "sur",
    "the",    "to",      "un",  "une",  "vers",   "with",  "à",   "an",    "and",  "at",
    "contre", "against", "via", "that", "envers", "auprès"};

}  // namespace

bool is_french(std::string_view locale) noexcept {
  return locale == "fr" || locale.starts_with("fr-") || locale.starts_with("fr_");
}

std::string_view word(Word what, std::string_view locale) noexcept {
  const Entry& entry = words[static_cast<std::size_t>(what)];
  return is_french(locale) ? entry.french : entry.english;
}

std::string word(Word what, std::string_view locale, std::string_view with) {
  std::string out{word(what, locale)};
  if (const auto at = out.find('%'); at != std::string::npos) out.replace(at, 1, with);
  return out;
}

std::string count_words(Word one, Word many, std::size_t count, std::string_view locale) {
  // French says nought in the singular.
  const bool singular = count == 1 || (count == 0 && is_french(locale));
  return word(singular ? one : many, locale, std::to_string(count));
}

std::string_view act_word(EventType type, ParticipantRole role, std::string_view locale) noexcept {
  const auto beside = std::find_if(
      acts_beside.begin(), acts_beside.end(),
      [type, role](const Beside& one) { return one.type == type && one.role == role; });
  const Entry& entry =
      beside == acts_beside.end() ? acts[static_cast<std::size_t>(type)] : beside->entry;
  return is_french(locale) ? entry.french : entry.english;
}

bool is_loose_end(std::string_view lower_case_word) noexcept {
  return std::find(loose_ends.begin(), loose_ends.end(), lower_case_word) != loose_ends.end();
}

bool is_conjunction(std::string_view lower_case_word) noexcept {
  return std::find(conjunctions.begin(), conjunctions.end(), lower_case_word) != conjunctions.end();
}

bool opens_clause(std::string_view lower_case_word) noexcept {
  return std::find(clause_words.begin(), clause_words.end(), lower_case_word) != clause_words.end();
}

}  // namespace frise
