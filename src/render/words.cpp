// A table of words per language, English where a language is missing; dates by ICU with the
// proleptic Gregorian calendar in UTC. Tested in tests/unit/render/text_test.cpp.

#include "render/words.hpp"

#include "render/utf8.hpp"

#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/smpdtfmt.h>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <memory>

namespace frise::render {
namespace {

struct Row {
  Word word;
  std::string_view english;
  std::string_view french;
};

constexpr auto rows = std::to_array<Row>({
    {Word::stance, "Stance", "Position"},
    {Word::favourable, "favourable", "favorable"},
    {Word::unfavourable, "unfavourable", "défavorable"},
    {Word::contested, "contested, mixed", "contestée, mixte"},
    {Word::neutral, "neutral", "neutre"},
    {Word::unknown, "unknown", "inconnue"},
    {Word::date, "Date", "Date"},
    {Word::within, "some time in this span", "a eu lieu quelque part dans cet intervalle"},
    {Word::about, "about this time", "vers cette période"},
    {Word::lasted, "lasted", "a duré"},
    {Word::no_later, "no later than", "au plus tard"},
    {Word::no_earlier, "no earlier than", "au plus tôt"},
    {Word::slanted, "2026", "2026"},
    {Word::inferred, "inferred", "déduit"},
    {Word::several_dates, "dates differ by source", "dates selon les sources"},
    {Word::links, "Links", "Liens"},
    {Word::action, "acts on", "agit sur"},
    {Word::together, "acts with", "agit avec"},
    {Word::follows, "follows", "suit"},
    {Word::contradicts, "contradicts", "contredit"},
    {Word::denies, "denies", "dément"},
    {Word::confirms, "confirms", "confirme"},
    {Word::refines, "refines", "précise"},
    {Word::follows_legend, "follows (at the tip)", "suit (à la pointe)"},
    {Word::contradicts_legend, "contradicts (at the double bar)", "contredit (à la double barre)"},
    {Word::denies_legend, "denies (at the bar)", "dément (à la barre)"},
    {Word::confirms_legend, "confirms (at the dot)", "confirme (au point)"},
    {Word::refines_legend, "refines (at the dot)", "précise (au point)"},
    {Word::undated, "Undated", "Sans date"},
    {Word::actors, "Actors", "Acteurs"},
    {Word::company, "company, organization", "entreprise, organisation"},
    {Word::person, "person", "personne"},
    {Word::product, "product, programme", "produit, programme"},
    {Word::collective, "sector, collective", "secteur, collectif"},
    {Word::sources, "Sources", "Sources"},
    {Word::source, "source", "source"},
    {Word::more_events, "Events by number", "Événements par numéro"},
    {Word::sentence, "sentence", "phrase"},
    {Word::sentences, "sentences", "phrases"},
    {Word::line, "line", "ligne"},
    {Word::lines, "lines", "lignes"},
    {Word::and_, "and", "et"},
    {Word::shown, "shown", "affichés"},
    {Word::extracted, "events extracted", "événements extraits"},
    {Word::hidden, "hidden", "masqués"},
    {Word::hidden_actors, "actors hidden", "acteurs masqués"},
    {Word::colon, ": ", " : "},
    {Word::hidden_relations, "relations hidden", "relations masquées"},
    {Word::input, "input", "entrée"},
    {Word::empty_timeline, "No event to show.", "Aucun événement à montrer."},
    {Word::empty_map, "No relation to show.", "Aucune relation à montrer."},
    {Word::appendix, "Appendix", "Annexe"},
    {Word::next_sheets, "On the next sheets", "Feuilles suivantes"},
    {Word::changes, "Changes", "Changements"},
    {Word::added, "added", "ajouté"},
    {Word::removed, "removed", "retiré"},
    {Word::moved, "moved", "déplacé"},
    {Word::rejudged, "judged otherwise", "jugé autrement"},
    {Word::year, "year", "an"},
    {Word::years, "years", "ans"},
    {Word::month, "month", "mois"},
    {Word::months, "months", "mois"},
    {Word::before, "before → after", "avant → après"},
    {Word::no_place, "No known succession", "Sans succession établie"},
    {Word::absent, "no relation in the period", "sans relation dans la période"},
    {Word::no_relation_in, "no relation in", "aucune relation"},
    {Word::groups, "Groups", "Groupes"},
    {Word::calculated, "calculated from the relations drawn, told by no source",
     "calculés d’après les relations tracées, donnés par aucune source"},
    {Word::modularity, "modularity", "modularité"},
    {Word::no_groups, "no groups stand out", "aucun groupe ne se détache"},
    {Word::no_large_group, "no group has three actors", "aucun groupe n’a trois acteurs"},
    {Word::lines_hidden, "action lines not drawn", "liens d’action non tracés"},
});

bool is_french(std::string_view locale) noexcept {
  return locale.substr(0, 2) == "fr" &&
         (locale.size() == 2 || locale[2] == '-' || locale[2] == '_');
}

}  // namespace

std::string_view word(Word word, std::string_view locale) noexcept {
  for (const Row& row : rows) {
    if (row.word == word) return is_french(locale) ? row.french : row.english;
  }
  return {};
}

std::string count(std::size_t number, std::string_view locale) {
  std::string digits = std::to_string(number);
  if (digits.size() < 4) return digits;
  const std::string_view mark = is_french(locale) ? "\u202F" : ",";
  for (std::size_t at = digits.size() - 3;; at -= 3) {
    digits.insert(at, mark);
    if (at <= 3) break;
  }
  return digits;
}

std::string hundredths(double number, std::string_view locale) {
  const auto whole = static_cast<std::size_t>(std::floor(number * 100 + 1e-9));
  const std::string part = std::to_string(whole % 100);
  return std::to_string(whole / 100) + (is_french(locale) ? "," : ".") +
         (part.size() == 1 ? "0" : "") + part;
}

std::string quoted(std::string_view text, std::string_view locale) {
  if (!is_french(locale)) return "“" + isolate(std::string{text}) + "”";
  // A quotation within a quotation takes the other marks.
  std::string inner;
  bool after_open = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool blank = c == ' ' || c == 0xA0 || c == 0x202F;
    if (after_open && blank) continue;
    after_open = c == 0xAB;
    if (c == 0xBB) {
      while (inner.ends_with(' ')) inner.pop_back();
      if (inner.ends_with("\u00A0")) inner.resize(inner.size() - 2);
      if (inner.ends_with("\u202F")) inner.resize(inner.size() - 3);
    }
    append_utf8(inner, c == 0xAB ? U'“' : c == 0xBB ? U'”' : c);
  }
  return "«\u202F" + isolate(std::move(inner)) + "\u202F»";
}

std::string duration(Day first, Day last, std::string_view locale) {
  const std::chrono::year_month_day from{first};
  const std::chrono::year_month_day to{last + std::chrono::days{1}};
  const auto months = (to.year() / to.month() - from.year() / from.month()).count();
  const auto years = months / 12;
  const auto part = [locale](long number, Word one, Word many) {
    return std::to_string(number) + "\u00A0" + std::string{word(number == 1 ? one : many, locale)};
  };
  std::string text;
  if (years > 0) text = part(years, Word::year, Word::years);
  if (months % 12 != 0 || years == 0) {
    text += (text.empty() ? "" : " ") + part(months % 12, Word::month, Word::months);
  }
  return text;
}

std::string listed(const std::vector<std::uint32_t>& numbers, std::string_view locale) {
  std::string out;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (i > 0) {
      out += i + 1 == numbers.size() ? " " + std::string{word(Word::and_, locale)} + " " : ", ";
    }
    out += std::to_string(numbers[i]);
  }
  return out;
}

struct DateWriter::Formats {
  std::map<std::string, std::unique_ptr<icu::SimpleDateFormat>, std::less<>> by_skeleton;

  /// Null when ICU's data are missing.
  icu::SimpleDateFormat* find(const std::string& tag, std::string_view skeleton) {
    const auto known = by_skeleton.find(skeleton);
    if (known != by_skeleton.end()) return known->second.get();
    return by_skeleton.emplace(skeleton, make(tag, skeleton)).first->second.get();
  }

  static std::unique_ptr<icu::SimpleDateFormat> make(const std::string& tag,
                                                     std::string_view skeleton) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale{tag.c_str()};
    const std::unique_ptr<icu::DateTimePatternGenerator> patterns{
        icu::DateTimePatternGenerator::createInstance(locale, status)};
    if (U_FAILURE(status) != 0) return nullptr;
    const icu::UnicodeString pattern = patterns->getBestPattern(
        icu::UnicodeString{skeleton.data(), static_cast<std::int32_t>(skeleton.size()), US_INV},
        status);
    auto format = std::make_unique<icu::SimpleDateFormat>(pattern, locale, status);
    auto calendar = std::make_unique<icu::GregorianCalendar>(*icu::TimeZone::getGMT(), status);
    if (U_FAILURE(status) != 0) return nullptr;
    calendar->setGregorianChange(-1e18, status);  // proleptic, as our days are
    if (U_FAILURE(status) != 0) return nullptr;
    format->adoptCalendar(calendar.release());
    return format;
  }
};

DateWriter::DateWriter(std::string_view locale)
    : locale_{locale.substr(0, 12)}, formats_{std::make_shared<Formats>()} {
  for (char& c : locale_) {
    if (c == '-') c = '_';
  }
  // What is no language tag would make ICU use the machine's locale.
  const bool plain =
      !locale_.empty() &&
      locale_.find_first_not_of(
          "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789") == std::string::npos;
  if (!plain) locale_ = "en";
}

std::string DateWriter::write(Day day, std::string_view skeleton) const {
  icu::SimpleDateFormat* const format = formats_->find(locale_, skeleton);
  if (format == nullptr) return to_iso(day);
  icu::UnicodeString text;
  format->format(static_cast<double>(day.time_since_epoch().count()) * 86'400'000.0, text);
  std::string out;
  text.toUTF8String(out);
  return out;
}

std::string DateWriter::write(const PartialDate& date) const {
  if (!date.bounds.earliest || date.value.find('/') != std::string::npos) return date.value;
  switch (date.precision) {
    case Precision::day:
      return write(*date.bounds.earliest, "yMMMd");
    case Precision::month:
      return write(*date.bounds.earliest, "yMMM");
    case Precision::year:
      return write(*date.bounds.earliest, "y");
    case Precision::quarter:
      return write(*date.bounds.earliest, "yQQQ");
    default:
      return date.value;
  }
}

}  // namespace frise::render
