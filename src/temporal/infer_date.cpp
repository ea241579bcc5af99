// Absolute clues bound the day of writing on both sides; clues without a year cut the days between
// into the stretches on which all of them can hold. The years of the first stretch make a simple
// temporal network, whose shortest paths are the bounds and their reasons, and whose negative
// cycles are the contradictions. The method and its limits: docs/DOCUMENT-DATE.md. Tested in
// tests/unit/temporal/find_published_test.cpp.

#include "temporal/infer_date.hpp"

#include "temporal/calendar.hpp"
#include "temporal/day_network.hpp"
#include "temporal/year_choice.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace frise::temporal {
namespace {

using Kind = DateClue::Kind;
using Reason = DayNetwork::Reason;

constexpr std::size_t kMaxYearless = 64;        // more of them add nothing
constexpr int kHorizonYears = 12;               // searched from the lower bound on
const boost::gregorian::days kFreshDays{60};    // news are told within two months
constexpr std::size_t kChronicle = 3;           // dates that make one
constexpr std::int32_t kSureYears = 4;          // a weekday fits a date again after five years
constexpr std::chrono::days kNewsDays{366};     // news facts are told of for a year
constexpr std::chrono::days kImpossible{3653};  // ten years
constexpr DayNetwork::Point kOrigin = 0;
constexpr DayNetwork::Point kWriting = 1;
constexpr DayNetwork::Point kFirstClue = 2;

bool bounds_below(Kind kind) {
  return kind == Kind::told || kind == Kind::stamp || kind == Kind::fact || kind == Kind::news;
}

/// Days since 1970, as the network counts.
std::int32_t number(Day day) { return static_cast<std::int32_t>(day.time_since_epoch().count()); }
std::int32_t number(Date date) { return number(day_of(date)); }
Day day_numbered(std::int32_t days) { return Day{std::chrono::days{days}}; }

std::string reason_of(std::string_view text, const DateClue& clue) {
  const std::string_view words = slice(text, clue.span);
  switch (clue.kind) {
    case Kind::fact:
    case Kind::news:
      return fmt::format("\"{}\" ({}: {})", words, to_iso(clue.first), clue.fact->note);
    case Kind::stamp:
      return fmt::format("a post of \"{}\"", words);
    case Kind::ahead:
    case Kind::link:
      return fmt::format("\"{}\" told as to come", words);
    case Kind::told:
    case Kind::recent:
      return fmt::format("\"{}\" told as past", words);
    case Kind::checked:
    case Kind::last_time:
    case Kind::this_year:
      break;
  }
  return fmt::format("\"{}\"", words);
}

class Inference {
 public:
  Inference(std::string_view text, const DateClues& clues) : text_{text}, clues_{clues} {}

  InferredDate run() {
    find_bounds();
    if (!lower_) return std::move(out_);
    const Date first = date_of(at(*lower_).first);
    const Date horizon = first + boost::gregorian::years{kHorizonYears};
    const Date last = upper_ ? std::min(date_of(at(*upper_).last), horizon) : horizon;
    periods_ = {{first, last + boost::gregorian::days{1}}};
    cut_by_yearless();
    bound(last);
    choose_value();
    return std::move(out_);
  }

 private:
  [[nodiscard]] const DateClue& at(Reason index) const { return clues_.all[index]; }

  void find_bounds() {
    for (Reason i = 0; i < clues_.all.size(); ++i) {
      const DateClue& clue = at(i);
      if (!clue.lacks_year() && !(has_date(clue.first) && has_date(clue.last))) continue;
      if (bounds_below(clue.kind) && (!lower_ || clue.first > at(*lower_).first)) lower_ = i;
      if (clue.kind == Kind::ahead && (!upper_ || clue.last < at(*upper_).last)) upper_ = i;
      if (clue.lacks_year() && yearless_.size() < kMaxYearless) yearless_.push_back(i);
    }
    if (!lower_ || !upper_ || at(*lower_).first <= at(*upper_).last) return;
    DayNetwork network{kFirstClue};
    add_bounds(network);
    report(network.conflict());
    // What was to come in an old story is past by now.
    upper_.reset();
  }

  void add_bounds(DayNetwork& network) const {
    network.at_least(kOrigin, kWriting, number(at(*lower_).first), *lower_);
    if (upper_) network.at_most(kOrigin, kWriting, number(at(*upper_).last), *upper_);
  }

  void report(std::vector<Reason> reasons) {
    std::sort(reasons.begin(), reasons.end());
    reasons.erase(std::unique(reasons.begin(), reasons.end()), reasons.end());
    if (reasons.empty()) return;
    std::string all;
    for (const Reason reason : reasons) {
      all += (all.empty() ? "" : ", ") + reason_of(text_, at(reason));
    }
    out_.diagnostics.push_back({at(reasons.back()).span, "dates-contradict",
                                fmt::format("no day of writing fits {}", all)});
  }

  /// A clue that leaves no day is told to be wrong and left aside with all others of its kind:
  /// which of them is misread cannot be known.
  void cut_by_yearless() {
    const auto before = periods_;
    for (std::size_t i = 0; i < yearless_.size(); ++i) {
      auto left = where_holds(periods_, at(yearless_[i]));
      if (!left.empty()) {
        periods_ = std::move(left);
        continue;
      }
      const DayNetwork network = network_of(periods_.front().begin(), i + 1);
      report(network.conflict());
      yearless_.clear();
      periods_ = before;
    }
  }

  /// The constraints when the years of the clues are those that allow a day, or the year before it
  /// where none does.
  [[nodiscard]] DayNetwork network_of(Date day, std::size_t count) const {
    DayNetwork network{kFirstClue + count};
    add_bounds(network);
    for (std::size_t i = 0; i < count; ++i) {
      const Reason reason = yearless_[i];
      const DateClue& clue = at(reason);
      const int year = year_for(clue, day).value_or(day.year());
      const auto within = written_within(clue, year);
      if (!within) continue;
      const std::int32_t told = number(*clue.days_in(year).earliest);
      const DayNetwork::Point point = kFirstClue + i;
      network.at_least(kOrigin, point, told, reason);
      network.at_most(kOrigin, point, told, reason);
      network.at_least(point, kWriting, number(within->begin()) - told, reason);
      network.at_most(point, kWriting, number(within->last()) - told, reason);
    }
    return network;
  }

  void bound(Date last) {
    Published& published = out_.published;
    published.basis = DateBasis::inferred;
    const auto earliest =
        network_of(periods_.front().begin(), yearless_.size()).least(kOrigin, kWriting);
    published.bounds.earliest = day_numbered(earliest->days);
    published.why = fmt::format("not before {}: {}", to_iso(*published.bounds.earliest),
                                told(earliest->reasons));
    if (!upper_) return;
    // Years behind the horizon were not looked at, and may hold.
    const bool beyond = date_of(at(*upper_).last) > last;
    const DayNetwork network =
        beyond ? network_of(last, 0) : network_of(periods_.back().last(), yearless_.size());
    const auto latest = network.greatest(kOrigin, kWriting);
    published.bounds.latest = day_numbered(latest->days);
    published.why +=
        fmt::format("; not after {}: {}", to_iso(*published.bounds.latest), told(latest->reasons));
  }

  [[nodiscard]] std::string told(const std::vector<Reason>& reasons) const {
    std::string out;
    std::vector<Reason> seen;
    for (const Reason reason : reasons) {
      if (std::find(seen.begin(), seen.end(), reason) != seen.end()) continue;
      seen.push_back(reason);
      out += (out.empty() ? "" : ", ") + reason_of(text_, at(reason));
    }
    return out;
  }

  void choose_value() {
    Published& published = out_.published;
    if (published.bounds.latest) {
      published.value = common_value(*published.bounds.earliest, *published.bounds.latest);
      if (!published.value.empty()) return;
    }
    const auto best = best_day();
    if (!best) return;
    published.value = value_around(best->day, best->unit);
    published.why += fmt::format("; probably {}: {}", published.value, best->why);
  }

  [[nodiscard]] static std::string common_value(Day first, Day last) {
    for (const Unit unit : {Unit::day, Unit::month, Unit::year}) {
      if (value_around(first, unit) == value_around(last, unit)) return value_around(first, unit);
    }
    return {};
  }

  struct Fresh {
    Date day;
    Reason clue = 0;
  };
  struct Best {
    Day day;
    std::string why;
    Unit unit = Unit::month;
  };

  [[nodiscard]] std::optional<Best> best_day() const {
    const Day earliest = *out_.published.bounds.earliest;
    const DateClue& lower = at(*lower_);
    if (const auto fresh = freshest()) {
      const DateClue& clue = at(fresh->clue);
      const int years = fresh->day.year() - year_of(lower.first);
      if (clue.kind == Kind::checked && years <= kSureYears) {
        return by_weekday(*fresh);
      }
      if (tells_news_since(lower.first - kNewsDays)) {
        return Best{day_of(fresh->day),
                    fmt::format("the first {} after its news", slice(text_, clue.span))};
      }
      return std::nullopt;
    }
    if (lower.kind == Kind::stamp) return Best{earliest, "a post is quoted when it is new"};
    if (lower.kind == Kind::news) return by_links(earliest);
    if (ends_a_chronicle(*lower_))
      return Best{earliest, "the last of its dates, each with its year"};
    return std::nullopt;
  }

  /// What is to come leaves the month open, and the year where it is far from its ends.
  [[nodiscard]] std::optional<Best> by_weekday(const Fresh& fresh) const {
    const DateClue& clue = at(fresh.clue);
    const std::string why = fmt::format("the weekday of \"{}\"", slice(text_, clue.span));
    if (clue.past) return Best{day_of(fresh.day), why};
    if ((fresh.day + kFreshDays + kFreshDays).year() != fresh.day.year()) return std::nullopt;
    return Best{day_of(fresh.day), why, Unit::year};
  }

  /// Links to articles that wait for a day were set before it, and so was the page.
  [[nodiscard]] std::optional<Best> by_links(Day earliest) const {
    const std::string month = value_around(earliest, Unit::month);
    for (const DateClue& clue : clues_.all) {
      if (clue.kind != Kind::link || clue.last < earliest) continue;
      if (value_around(clue.last, Unit::month) != month) continue;
      return Best{earliest,
                  fmt::format("the page still waits for \"{}\"", slice(text_, clue.span))};
    }
    return std::nullopt;
  }

  /// A text that dates all it tells, one after the other, ends near its own time.
  [[nodiscard]] bool ends_a_chronicle(Reason last) const {
    if (clues_.deictic ||
        value_around(at(last).first, Unit::month) != value_around(at(last).last, Unit::month)) {
      return false;
    }
    std::size_t dates = 0;
    Day before{};
    for (const DateClue& clue : clues_.all) {
      if (clue.kind != Kind::told) continue;
      if (dates > 0 && clue.first < before) return false;
      before = clue.first;
      ++dates;
    }
    return dates >= kChronicle && at(last).kind == Kind::told;
  }

  [[nodiscard]] bool tells_news_since(Day day) const {
    return std::any_of(clues_.all.begin(), clues_.all.end(), [&](const DateClue& clue) {
      return clue.kind == Kind::news && clue.first >= day;
    });
  }

  /// The first day on which one of the days told without a year is news, and all clues hold.
  [[nodiscard]] std::optional<Fresh> freshest() const {
    std::optional<Fresh> best;
    for (const Reason reason : yearless_) {
      const DateClue& clue = at(reason);
      if (clue.kind != Kind::recent && clue.kind != Kind::checked) continue;
      for (const DatePeriod& period : periods_) {
        const int from = year_for(clue, period.begin()).value_or(period.begin().year());
        for (int year = from; year <= from + 1; ++year) {
          const auto days = clue.days_in(year);
          if (!days.known() || !has_date(*days.earliest)) continue;
          const Date told = date_of(*days.earliest);
          const Date day = std::max(period.begin(), clue.past ? told : told - kFreshDays);
          if (day > period.last() || day > told + kFreshDays) continue;
          if (!best || day < best->day) best = Fresh{day, reason};
        }
        if (best && best->day <= period.begin()) break;
      }
    }
    return best;
  }

  std::string_view text_;
  const DateClues& clues_;
  std::optional<Reason> lower_;
  std::optional<Reason> upper_;
  std::vector<Reason> yearless_;
  std::vector<DatePeriod> periods_;
  InferredDate out_;
};

}  // namespace

InferredDate infer_date(std::string_view text, const DateClues& clues) {
  return Inference{text, clues}.run();
}

std::optional<Contradiction> contradiction(std::string_view text, const DateClues& clues,
                                           const Published& published) {
  if (!published.bounds.latest) return std::nullopt;
  const DateClue* latest = nullptr;
  std::size_t impossible = 0;
  for (const DateClue& clue : clues.all) {
    if (!bounds_below(clue.kind) || clue.first <= *published.bounds.latest) continue;
    if (latest == nullptr || clue.first > latest->first) latest = &clue;
    if (clue.first - *published.bounds.latest > kImpossible) {
      ++impossible;
    }
  }
  if (latest == nullptr) return std::nullopt;
  return Contradiction{{latest->span, "date-contradicted",
                        fmt::format("{}, after the document's own date, {} ({})",
                                    reason_of(text, *latest), published.value, published.why)},
                       impossible >= 2};
}

}  // namespace frise::temporal
