// Blocking (Christen, "Data Matching", 2012, ch. 4): reports that share a key, sorted by date
// within it, and each met with the next few. Undated ones stand last in a block and also meet its
// first few.

#include "merge/candidates.hpp"

#include "merge/hash.hpp"
#include "merge/judge.hpp"

#include <algorithm>
#include <unordered_map>

namespace frise {
namespace {

constexpr std::size_t window = 24;  ///< others that a report meets in one block
constexpr std::size_t most_participants = 6;
constexpr std::size_t most_in_sentence = 8;

struct Entry {
  std::uint64_t key = 0;
  Day day;
  std::uint32_t report = 0;

  friend auto operator<=>(const Entry&, const Entry&) = default;
};

constexpr Day no_day = Day::max();

Day first_day(const Report& report) noexcept {
  if (report.bounds.earliest) return *report.bounds.earliest;
  if (report.bounds.latest) return *report.bounds.latest;
  return no_day;
}

std::vector<Entry> block_entries(const std::vector<Record>& records, const Reports& reports) {
  std::vector<Entry> entries;
  std::vector<std::uint32_t> people;
  for (std::uint32_t i = 0; i < reports.all.size(); ++i) {
    const Report& report = reports.all[i];
    people.clear();
    for (const auto* list : {&report.agents, &report.others}) {
      for (const std::uint32_t one : *list) {
        if (people.size() < most_participants) people.push_back(one);
      }
    }
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    const Day day = first_day(report);
    const auto family = static_cast<std::uint64_t>(report.family);
    for (const Amount& amount : event_of(report, records).amounts) {
      if (amount.currency.empty()) continue;
      entries.push_back({StableHash{}
                             .add("sum")
                             .add(family)
                             .add(report.record)
                             .add(amount.value)
                             .add(amount.currency)
                             .value(),
                         day, i});
    }
    for (std::size_t a = 0; a < people.size(); ++a) {
      for (std::size_t b = a + 1; b < people.size(); ++b) {
        entries.push_back({StableHash{}.add(family).add(people[a]).add(people[b]).value(), day, i});
      }
      if (event_of(report, records).sentence.number <= last_of_lead) {
        entries.push_back(
            {StableHash{}.add("news").add(family).add(report.record).add(people[a]).value(), day,
             i});
      }
      if (!report.fine) continue;
      // A month that spans two is filed under both.
      const auto month_of = [](Day date) {
        const std::chrono::year_month_day ymd{date};
        return static_cast<std::uint64_t>(static_cast<int>(ymd.year())) * 12U +
               static_cast<unsigned>(ymd.month());
      };
      const std::uint64_t from = month_of(*report.bounds.earliest);
      const std::uint64_t to = month_of(*report.bounds.latest);
      for (std::uint64_t month = from; month <= to; ++month) {
        entries.push_back(
            {StableHash{}.add("month").add(family).add(people[a]).add(month).value(), day, i});
      }
    }
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

void add_block_pairs(const std::vector<Entry>& entries, std::vector<ReportPair>& pairs) {
  const auto add = [&](std::size_t a, std::size_t b) {
    pairs.push_back(std::minmax(entries[a].report, entries[b].report));
  };
  for (std::size_t begin = 0; begin < entries.size();) {
    std::size_t end = begin;
    while (end < entries.size() && entries[end].key == entries[begin].key) ++end;
    for (std::size_t i = begin; i < end; ++i) {
      const std::size_t last = std::min(end, i + 1 + window);
      for (std::size_t j = i + 1; j < last; ++j) add(i, j);
      if (entries[i].day != no_day) continue;
      for (std::size_t j = begin; j < std::min(i, begin + window); ++j) add(j, i);
    }
    begin = end;
  }
}

void add_sentence_pairs(const Reports& reports, std::vector<ReportPair>& pairs) {
  std::vector<std::vector<std::uint32_t>> of_sentence(reports.sentences.size());
  for (std::uint32_t i = 0; i < reports.all.size(); ++i) {
    auto& list = of_sentence[reports.all[i].sentence];
    if (list.size() < most_in_sentence) list.push_back(i);
  }
  for (const auto& [a, b] : reports.near_pairs) {
    for (const std::uint32_t i : of_sentence[a]) {
      for (const std::uint32_t j : of_sentence[b]) pairs.push_back(std::minmax(i, j));
    }
  }
}

}  // namespace

std::vector<ReportPair> candidate_pairs(const std::vector<Record>& records,
                                        const Reports& reports) {
  std::vector<ReportPair> pairs;
  add_block_pairs(block_entries(records, reports), pairs);
  add_sentence_pairs(reports, pairs);
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace frise
