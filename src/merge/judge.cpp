// Rules, not a score to be tuned: who and when are part of what an event is, words only help. The
// firmer the dates, the less else must agree; with no date at all, type, agent and one more
// participant must. What is said (statements, results, prices) recurs, so it needs nearly the same
// sentence or the same speaker, day and content. Tested in tests/unit/merge/merge_test.cpp.

#include "merge/judge.hpp"

#include <algorithm>

namespace frise {
namespace {

constexpr std::chrono::days undated_apart{92};  ///< between articles that tell of one undated event
constexpr std::chrono::days misprint{
    31};  ///< between two dates that one sentence gives in two papers
constexpr std::size_t copied_words = 6;
constexpr double some_words = 0.15;
constexpr double many_words = 0.35;
constexpr double nearly_all_words = 0.6;

bool is_mutual(EventType type) noexcept {
  return type == EventType::partner || type == EventType::merge || type == EventType::compete;
}

/// Happens once between the same parties.
bool is_single(EventFamily family) noexcept {
  return family == EventFamily::acquire || family == EventFamily::admit ||
         family == EventFamily::appoint || family == EventFamily::leave ||
         family == EventFamily::fine || family == EventFamily::close;
}

bool recurs(EventFamily family) noexcept {
  return family == EventFamily::speech || family == EventFamily::report ||
         family == EventFamily::other;
}

std::vector<std::uint32_t> everyone(const Report& report) {
  std::vector<std::uint32_t> all;
  std::set_union(report.agents.begin(), report.agents.end(), report.others.begin(),
                 report.others.end(), std::back_inserter(all));
  return all;
}

/// Both name someone in the role, and the one's is nowhere in the other.
bool told_apart(const std::vector<std::uint32_t>& role_a, const Report& a,
                const std::vector<std::uint32_t>& role_b, const Report& b) noexcept {
  return !role_a.empty() && !role_b.empty() && shared(role_a, b.others) == 0 &&
         shared(role_b, a.others) == 0;
}

/// A figure that is no matter of chance, whatever the articles call what is counted.
bool same_figure(const std::vector<Amount>& a, const std::vector<Amount>& b) {
  constexpr std::size_t telling_digits = 4;
  return std::any_of(a.begin(), a.end(), [&](const Amount& one) {
    return one.value.size() >= telling_digits &&
           std::any_of(b.begin(), b.end(), [&](const Amount& two) {
             return one.slot == two.slot && one.currency == two.currency && one.value == two.value;
           });
  });
}

/// The first sentence, where it has no full stop.
bool is_headline(const RecordEvent& event) noexcept {
  constexpr std::string_view stops = ".!?…\"»”";
  const std::string& text = event.sentence.text;
  return event.sentence.number == 1 && !text.empty() && stops.find(text.back()) == stops.npos;
}

/// A headline and what its article's lead says: of one kind, they tell one act.
bool tell_the_news(const RecordEvent& a, const RecordEvent& b) noexcept {
  const auto leads = [](const RecordEvent& event) {
    return event.sentence.number > 1 && event.sentence.number <= last_of_lead;
  };
  return a.type == b.type && ((is_headline(a) && leads(b)) || (is_headline(b) && leads(a)));
}

/// The article that tells an undated event appeared no earlier than the event.
bool can_tell(const Record& undated, const DayBounds& when) noexcept {
  const auto& latest = undated.document.published.bounds.latest;
  return !latest || !when.earliest || *when.earliest <= *latest;
}

bool far_apart(const Record& a, const Record& b) noexcept {
  const auto& day_a = a.document.published.bounds.earliest;
  const auto& day_b = b.document.published.bounds.earliest;
  if (!day_a || !day_b) return false;
  return (*day_a < *day_b ? *day_b - *day_a : *day_a - *day_b) > undated_apart;
}

}  // namespace

bool overlap(const DayBounds& a, const DayBounds& b) noexcept {
  if (a.latest && b.earliest && *a.latest < *b.earliest) return false;
  if (b.latest && a.earliest && *b.latest < *a.earliest) return false;
  return true;
}

std::size_t shared(const std::vector<std::uint32_t>& a,
                   const std::vector<std::uint32_t>& b) noexcept {
  std::size_t count = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) {
      ++count;
      ++i;
      ++j;
    } else {
      *i < *j ? ++i : ++j;
    }
  }
  return count;
}

AmountRelation relate(const std::vector<Amount>& a, const std::vector<Amount>& b) {
  AmountRelation relation = AmountRelation::unrelated;
  for (const Amount& one : a) {
    for (const Amount& two : b) {
      if (one.slot != two.slot || one.currency != two.currency || one.unit != two.unit) continue;
      if (one.value == two.value) return AmountRelation::agree;
      relation = AmountRelation::differ;
    }
  }
  return relation;
}

bool Judge::is_copy(const Report& a, const Report& b) const {
  if (a.record == b.record) return false;
  const WordSet& words_a = reports_.sentences[a.sentence];
  const WordSet& words_b = reports_.sentences[b.sentence];
  // The same four or five words may well be written twice.
  if (std::min(words_a.size(), words_b.size()) < copied_words) return false;
  if (difference(words_a, words_b).figures ||
      relate(event_of(a, records_).amounts, event_of(b, records_).amounts) ==
          AmountRelation::differ) {
    return false;
  }
  if (near_same(words_a, words_b)) return true;
  return a.relative && b.relative && a.phrase != 0 && a.phrase == b.phrase && a.dated && b.dated &&
         !overlap(a.bounds, b.bounds) && similarity(words_a, words_b) >= many_words;
}

std::optional<Ground> Judge::ground_of_disjoint(const Report& a, const Report& b, double alike,
                                                bool near) const {
  if (a.record == b.record) return std::nullopt;
  // "Two weeks ago", printed again two years later.
  if (a.relative && b.relative && a.phrase == b.phrase && (near || alike >= many_words) &&
      !difference(reports_.sentences[a.sentence], reports_.sentences[b.sentence]).figures) {
    return Ground::copy;
  }
  // One sentence in two papers with two days: a misprint in one of them, kept side by side.
  if ((near || alike >= nearly_all_words) && is_single(a.family) && a.fine && b.fine) {
    const auto gap = *a.bounds.earliest < *b.bounds.earliest
                         ? *b.bounds.earliest - *a.bounds.latest
                         : *a.bounds.earliest - *b.bounds.latest;
    if (gap <= misprint) return Ground::fine;
  }
  return std::nullopt;
}

/// One pattern filled in twice: a list, a bulletin. Two papers may disagree about a figure of one
/// day or of what happens once; in one article, and of what recurs, another figure or name is
/// another event.
bool Judge::is_another_row(const Report& a, const Report& b) const {
  const WordSet& words_a = reports_.sentences[a.sentence];
  const WordSet& words_b = reports_.sentences[b.sentence];
  if (!same_frame(words_a, words_b)) return false;
  const Difference other = difference(words_a, words_b);
  const bool sums = relate(event_of(a, records_).amounts, event_of(b, records_).amounts) ==
                    AmountRelation::differ;
  if (!other.figures && !other.names && !sums) return false;
  if (a.record == b.record || recurs(a.family)) return true;
  const bool one_day = a.fine && a.bounds == b.bounds && *a.bounds.earliest == *a.bounds.latest;
  if ((other.figures || sums) && !one_day && !is_single(a.family)) return true;
  return other.names && shared(a.others, b.others) == 0;
}

std::optional<Agreement> Judge::compare_speech(const Report& a, const Report& b, double alike,
                                               bool near) const {
  const std::size_t speakers = shared(a.agents, b.agents);
  if (speakers == 0 && !(a.agents.empty() && b.agents.empty())) return std::nullopt;
  const Ground ground = a.fine && b.fine     ? Ground::fine
                        : a.dated && b.dated ? Ground::coarse
                        : a.dated || b.dated ? Ground::dated
                                             : Ground::undated;
  if (near) return Agreement{ground, 3 * alike, near};
  if (speakers == 0 || ground != Ground::fine || a.bounds != b.bounds) return std::nullopt;
  const bool same_content =
      alike >= many_words || (shared(a.others, b.others) > 0 && alike >= some_words);
  if (!same_content) return std::nullopt;
  return Agreement{ground, 3 * alike, near};
}

/// What is told as done is not what is planned or denied; but a headline's "X to pay" may be the
/// lead's "X agreed to pay".
bool Judge::may_be_one(const Report& a, const Report& b) const {
  if (a.reality == b.reality) return true;
  const auto settled = [](Reality reality) {
    return reality == Reality::actual || reality == Reality::planned;
  };
  return a.record == b.record && settled(a.reality) && settled(b.reality) &&
         tell_the_news(event_of(a, records_), event_of(b, records_));
}

std::optional<Agreement> Judge::compare(const Report& a, const Report& b) const {
  if (a.family != b.family || !may_be_one(a, b)) return std::nullopt;
  // Two events of one sentence were told apart by who read it.
  if (a.sentence == b.sentence) return std::nullopt;
  const RecordEvent& event_a = event_of(a, records_);
  const RecordEvent& event_b = event_of(b, records_);
  if (event_a.negated != event_b.negated) return std::nullopt;

  const WordSet& words_a = reports_.sentences[a.sentence];
  const WordSet& words_b = reports_.sentences[b.sentence];
  const double alike = similarity(words_a, words_b);
  const bool near = near_same(words_a, words_b);

  const bool mutual = is_mutual(event_a.type) && is_mutual(event_b.type);
  const std::size_t met = mutual ? shared(everyone(a), everyone(b)) : 0;
  const std::size_t agents = mutual ? std::min<std::size_t>(met, 1) : shared(a.agents, b.agents);
  const std::size_t others = mutual ? met - agents : shared(a.others, b.others);
  if (!mutual && agents == 0 && !a.agents.empty() && !b.agents.empty()) return std::nullopt;
  if (!mutual && others == 0 && !a.others.empty() && !b.others.empty() && !near) {
    return std::nullopt;
  }
  if (mutual && others == 0 && !near) return std::nullopt;
  if (!mutual &&
      (told_apart(a.patients, a, b.patients, b) || told_apart(a.recipients, a, b.recipients, b))) {
    return std::nullopt;
  }

  // To restrict and to exclude are kin, not one: without a common day, the words must say the same.
  const bool one_day = a.fine && b.fine;
  if (event_a.type != event_b.type && !one_day && !near && alike < many_words) return std::nullopt;

  if (is_another_row(a, b)) return std::nullopt;

  const AmountRelation amounts = relate(event_a.amounts, event_b.amounts);
  const double score =
      2.0 * static_cast<double>(others) + 3 * alike +
      (amounts == AmountRelation::agree ? 1.0 : 0.0) + (event_a.type == event_b.type ? 0.5 : 0.0) +
      (event_a.rule == event_b.rule ? 1.0 : 0.0) + (event_a.salient && event_b.salient ? 1.0 : 0.0);

  if (a.dated && b.dated && !overlap(a.bounds, b.bounds)) {
    if (agents == 0) return std::nullopt;
    const auto ground = ground_of_disjoint(a, b, alike, near);
    if (!ground) return std::nullopt;
    return Agreement{*ground, score, near};
  }
  const bool news = a.record == b.record && tell_the_news(event_a, event_b) &&
                    amounts != AmountRelation::differ && agents + others > 0;
  // Much is stated, but the news is one.
  if (recurs(a.family) && (!news || event_a.type == EventType::state)) {
    return compare_speech(a, b, alike, near);
  }

  // "L'investissement de 500 milliards", told again in one article without its parties.
  const auto nobody = [](const Report& report) {
    return report.agents.empty() && report.others.empty();
  };
  const bool one_sum =
      a.record == b.record && amounts == AmountRelation::agree && (nobody(a) || nobody(b));
  if (one_sum && (a.dated || b.dated)) {
    return Agreement{a.dated && b.dated ? Ground::coarse : Ground::dated, score, near};
  }
  if (one_sum) return Agreement{Ground::undated, score, near};

  if (a.fine && b.fine) {
    if (agents == 0 && (others == 0 || alike < some_words) && !near) return std::nullopt;
    if (others == 0 && alike < some_words && amounts != AmountRelation::agree) return std::nullopt;
    return Agreement{Ground::fine, score, near};
  }
  const bool enough = (agents > 0 && others > 0) || (agents > 0 && near) || news;
  if (!enough) return std::nullopt;
  // Two sums and no day to hold them together: two deals, unless the words say otherwise.
  if (amounts == AmountRelation::differ && alike < many_words) return std::nullopt;
  if (a.dated && b.dated) return Agreement{Ground::coarse, score, near};
  if (a.dated || b.dated) {
    const Report& undated = a.dated ? b : a;
    const Report& dated = a.dated ? a : b;
    if (!can_tell(records_[undated.record], dated.bounds)) return std::nullopt;
    return Agreement{Ground::dated, score, near};
  }
  // Long after, only what the words repeat, or the same figure and two more participants.
  const bool firm = near || (others >= 2 && same_figure(event_a.amounts, event_b.amounts));
  if (far_apart(records_[a.record], records_[b.record]) && !firm) return std::nullopt;
  return Agreement{Ground::undated, score, near};
}

}  // namespace frise
