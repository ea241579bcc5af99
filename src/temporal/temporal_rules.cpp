// Compiling: words first, then the rule files in the order of their names, parts before rules, then
// both tables are frozen. Tested in tests/unit/temporal/annotate_times_test.cpp.

#include "temporal/rules_impl.hpp"

#include <utility>

namespace frise {
namespace {

constexpr std::string_view kFolder = "temporal/";
constexpr std::string_view kWords = "temporal/words";

}  // namespace

TemporalRules::TemporalRules(std::unique_ptr<Impl> impl) noexcept : impl_{std::move(impl)} {}
TemporalRules::TemporalRules(TemporalRules&&) noexcept = default;
TemporalRules& TemporalRules::operator=(TemporalRules&&) noexcept = default;
TemporalRules::~TemporalRules() = default;

namespace temporal {

std::vector<const Table*> rule_tables(const LanguagePack& pack) {
  std::vector<const Table*> tables;
  for (const std::string_view name : pack.tables(kFolder)) {
    if (!name.starts_with(kWords)) tables.push_back(&pack.table(name));
  }
  return tables;
}

Result<std::vector<Rule>> read_rules(const LanguagePack& pack, const SegmentRules& segment_rules,
                                     Vocabulary& vocabulary) {
  for (const std::string_view name : pack.tables(kWords)) {
    if (auto added = vocabulary.add_words(pack.table(name), segment_rules); !added) {
      return fail(added.error());
    }
  }
  PatternReader reader{vocabulary, segment_rules, pack.lang()};
  for (const Table* table : rule_tables(pack)) {
    if (auto read = reader.read(*table); !read) return fail(read.error());
  }
  return reader.take_rules();
}

}  // namespace temporal

Result<TemporalRules> TemporalRules::compile(const LanguagePack& pack,
                                             const SegmentRules& segment_rules) {
  auto impl = std::make_unique<Impl>();
  temporal::Vocabulary& vocabulary = impl->vocabulary;
  auto rules = temporal::read_rules(pack, segment_rules, vocabulary);
  if (!rules) return fail(rules.error());
  impl->trie = temporal::RuleTrie{std::move(*rules)};
  impl->numbers.month_first = pack.setting("date_order", "dmy") == "mdy";
  impl->numbers.word = vocabulary.class_named("num-word");
  impl->numbers.joiner = vocabulary.class_named("num-and");
  impl->numbers.ordinal_suffix = vocabulary.class_named("ordinal-suffix");
  impl->numbers.clock_letter = vocabulary.class_named("clock-letter");
  impl->numbers.minute_letter = vocabulary.class_named("minute-letter");
  impl->numbers.meridiem = vocabulary.class_named("meridiem");
  impl->numbers.abbreviated = vocabulary.class_named("abbreviated");
  impl->numbers.unit_suffix = vocabulary.class_named("unit-suffix");
  impl->numbers.clock_tail = vocabulary.class_named("clock-tail");
  impl->numbers.decade_suffix = vocabulary.class_named("decade-suffix");
  impl->numbers.month = vocabulary.class_named("month");
  impl->numbers.short_month = vocabulary.class_named("short-month");
  impl->since = vocabulary.class_named("since");
  impl->relative = vocabulary.class_named("relative");
  impl->state_verb = vocabulary.class_named("state-verb");
  impl->ahead = vocabulary.class_named("ahead");
  impl->future_verb = vocabulary.class_named("future-verb");
  impl->planned = vocabulary.class_named("planned");
  impl->date_label = vocabulary.class_named("date-label");
  impl->open_end = vocabulary.class_named("open-end");
  impl->time_joiner = vocabulary.class_named("time-joiner");
  impl->span_joiner = vocabulary.class_named("span-joiner");
  impl->span_filler = vocabulary.class_named("span-filler");
  impl->distance_joiner = vocabulary.class_named("distance-joiner");
  impl->span_opener = vocabulary.class_named("span-opener");
  impl->span_and = vocabulary.class_named("span-and");
  impl->until = vocabulary.class_named("until");
  impl->had = vocabulary.class_named("had");
  impl->supposed = vocabulary.class_named("supposed");
  impl->hour_prep = vocabulary.class_named("hour-prep");
  impl->noun_prep = vocabulary.class_named("noun-prep");
  impl->when_prep = vocabulary.class_named("when-prep");
  impl->large_number = vocabulary.class_named("large-number");
  vocabulary.freeze();
  return TemporalRules{std::move(impl)};
}

}  // namespace frise
