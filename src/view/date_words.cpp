// ICU skeletons (UTS 35) yMMMd, yMMM, y, yQQQ, in the Gregorian calendar without its Julian past,
// at GMT; what ICU has no words for (seasons, halves, "at the latest") comes from words.cpp. Tested
// in tests/unit/view/date_words_test.cpp.

#include "view/date_words.hpp"

#include "view/words.hpp"

#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/smpdtfmt.h>
#include <utility>

namespace frise {
namespace {

constexpr double milliseconds_a_day = 86400000.0;

UDate to_icu(Day day) noexcept {
  return static_cast<double>(day.time_since_epoch().count()) * milliseconds_a_day;
}

std::unique_ptr<icu::SimpleDateFormat> make_format(const icu::Locale& locale,
                                                   const char* skeleton) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::DateTimePatternGenerator> generator{
      icu::DateTimePatternGenerator::createInstance(locale, status)};
  if (U_FAILURE(status)) return nullptr;
  const icu::UnicodeString pattern = generator->getBestPattern(skeleton, status);
  auto format = std::make_unique<icu::SimpleDateFormat>(pattern, locale, status);
  if (U_FAILURE(status)) return nullptr;
  auto calendar =
      std::make_unique<icu::GregorianCalendar>(*icu::TimeZone::getGMT(), locale, status);
  calendar->setGregorianChange(-1e17, status);
  if (U_FAILURE(status)) return nullptr;
  format->adoptCalendar(calendar.release());
  return format;
}

std::string written(const std::unique_ptr<icu::SimpleDateFormat>& format, Day day) {
  if (!format) return to_iso(day);
  icu::UnicodeString text;
  format->format(to_icu(day), text);
  std::string out;
  text.toUTF8String(out);
  return out;
}

std::string ordinal_day(std::string text, std::string_view locale) {
  if (is_french(locale) && text.starts_with("1 ")) text.replace(0, 1, "1ᵉʳ");
  return text;
}

Word season_word(Day first) noexcept {
  const std::chrono::year_month_day ymd{first};
  switch (static_cast<unsigned>(ymd.month())) {
    case 3:
      return Word::spring;
    case 6:
      return Word::summer;
    case 9:
      return Word::autumn;
    default:
      return Word::winter;
  }
}

}  // namespace

struct DateWords::Formats {
  std::unique_ptr<icu::SimpleDateFormat> day;
  std::unique_ptr<icu::SimpleDateFormat> month;
  std::unique_ptr<icu::SimpleDateFormat> year;
  std::unique_ptr<icu::SimpleDateFormat> quarter;
  std::unique_ptr<icu::SimpleDateFormat> month_day;
  std::unique_ptr<icu::SimpleDateFormat> bare_month;
};

DateWords::DateWords(std::string_view locale)
    : locale_{locale}, formats_{std::make_unique<Formats>()} {
  const icu::Locale icu_locale = icu::Locale::createFromName(locale_.c_str());
  formats_->day = make_format(icu_locale, "yMMMd");
  formats_->month = make_format(icu_locale, "yMMM");
  formats_->year = make_format(icu_locale, "y");
  formats_->quarter = make_format(icu_locale, "yQQQ");
  formats_->month_day = make_format(icu_locale, "MMMd");
  formats_->bare_month = make_format(icu_locale, "LLLL");
}

DateWords::~DateWords() = default;

std::string DateWords::without_year(std::string_view value) const {
  // XXXX-MM or XXXX-MM-DD; a leap year lends it 29 February.
  const auto date = parse_date("2000" + std::string{value.substr(4)});
  if (!date || !date->bounds.earliest) return std::string{value};
  const bool day = date->precision == Precision::day;
  const std::string text =
      written(day ? formats_->month_day : formats_->bare_month, *date->bounds.earliest);
  return ordinal_day(text, locale_) + " (" + std::string{word(Word::year_unknown, locale_)} + ")";
}

std::string DateWords::calendar(const PartialDate& date) const {
  if (!date.bounds.earliest) {
    return date.value.starts_with("XXXX-") ? without_year(date.value)
                                           : std::string{word(Word::undated, locale_)};
  }
  const Day first = *date.bounds.earliest;
  const std::string year = written(formats_->year, first);
  switch (date.precision) {
    case Precision::day:
      return ordinal_day(written(formats_->day, first), locale_);
    case Precision::week:
      return word(Word::week_of, locale_, ordinal_day(written(formats_->day, first), locale_));
    case Precision::month:
      return written(formats_->month, first);
    case Precision::quarter:
      return written(formats_->quarter, first);
    case Precision::season:
      return word(season_word(first), locale_, year);
    case Precision::half: {
      const std::chrono::year_month_day ymd{first};
      const bool early = static_cast<unsigned>(ymd.month()) == 1;
      return word(early ? Word::first_half : Word::second_half, locale_, year);
    }
    case Precision::decade:
      return word(Word::decade, locale_, year);
    case Precision::century:
      return word(Word::century, locale_, std::to_string(year_of(first) / 100 + 1));
    default:
      return year;
  }
}

std::string DateWords::interval(const PartialDate& date) const {
  const auto slash = date.value.find('/');
  if (slash == std::string::npos) return label(date.bounds);
  const auto from = parse_date(std::string_view{date.value}.substr(0, slash));
  const auto to = parse_date(std::string_view{date.value}.substr(slash + 1));
  const auto to_the_day = [](const PartialDate& end) { return end.precision == Precision::day; };
  if (from && to) {
    const std::string first = calendar(*from);
    const std::string last = calendar(*to);
    if (first == last) return first;
    const bool years = from->precision == Precision::year && to->precision == Precision::year;
    return first + (years ? "–" : " – ") + last;
  }
  if (to) {
    return word(to_the_day(*to) ? Word::until_day : Word::until_period, locale_, calendar(*to));
  }
  if (from) {
    return word(to_the_day(*from) ? Word::since_day : Word::since_period, locale_, calendar(*from));
  }
  return label(date.bounds);
}

std::string DateWords::label(const PartialDate& date) const {
  std::string text = date.precision == Precision::interval ? interval(date) : calendar(date);
  if (date.approximate) text = word(Word::around, locale_, text);
  if (date.uncertain) text += " (" + std::string{word(Word::uncertain, locale_)} + ")";
  return text;
}

std::string DateWords::label(const DayBounds& bounds) const {
  const auto day = [this](Day d) { return ordinal_day(written(formats_->day, d), locale_); };
  if (bounds.known()) {
    if (*bounds.earliest == *bounds.latest) return day(*bounds.earliest);
    return day(*bounds.earliest) + " – " + day(*bounds.latest);
  }
  if (bounds.latest) return word(Word::until_day, locale_, day(*bounds.latest));
  if (bounds.earliest) return word(Word::since_day, locale_, day(*bounds.earliest));
  return std::string{word(Word::undated, locale_)};
}

int year_of(Day day) noexcept { return static_cast<int>(std::chrono::year_month_day{day}.year()); }

std::string year_range(int first, int last) {
  return first == last ? std::to_string(first) : std::to_string(first) + "–" + std::to_string(last);
}

std::optional<PartialDate> date_of(const RecordDate& date) {
  auto known = parse_date(date.value);
  if (known || (!date.bounds.earliest && !date.bounds.latest)) return known;
  PartialDate bare;
  bare.value = date.bounds.earliest ? to_iso(*date.bounds.earliest) : "..";
  bare.value += "/" + (date.bounds.latest ? to_iso(*date.bounds.latest) : std::string{".."});
  return parse_date(bare.value);
}

}  // namespace frise
