// Options first: what cannot be meant is refused before anything is drawn. Statements, results and
// what has no type of its own need a date, a second party or a second source to be news. Tested in
// tests/unit/view/selection_test.cpp.

#include "view/selection.hpp"

#include "merge/fold.hpp"
#include "merge/hash.hpp"
#include "view/date_words.hpp"
#include "view/text.hpp"
#include "view/words.hpp"

#include <unicode/coll.h>
#include <unicode/stringpiece.h>
#include <algorithm>
#include <map>
#include <utility>

namespace frise {
namespace {

tl::unexpected<Error> bad_value(std::string message) {
  return fail({.code = ErrorCode::bad_value, .message = std::move(message)});
}

/// The language of most documents; of two, the first by name.
std::string main_language(const EventGraph& graph) {
  std::map<std::string, std::size_t> counts;
  for (const RecordDocument& document : graph.corpus().documents) {
    if (!document.lang.empty()) ++counts[document.lang];
  }
  const auto best =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == counts.end() ? "en" : best->first;
}

bool is_language_tag(std::string_view tag) noexcept {
  if (tag.size() < 2 || tag.size() > 35) return false;
  return std::all_of(tag.begin(), tag.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
  });
}

Result<std::optional<PartialDate>> read_bound(const std::string& value, std::string_view option) {
  if (value.empty()) return std::nullopt;
  const auto date = parse_date(value);
  if (!date || !date->bounds.known()) {
    return bad_value("\"" + clean_text(value) + "\" is no date for " + std::string{option} +
                     ": expected a year, a month or a day such as 2018, 2018-03 or 2018-03-15");
  }
  return date;
}

/// Ids of the entities that an option names by id, name or other name.
std::vector<std::string> find_entities(const EventGraph& graph, const std::string& wanted) {
  if (graph.entity(wanted) != nullptr) return {wanted};
  const std::string key = fold_name(wanted);
  std::vector<std::string> by_name;
  std::vector<std::string> by_alias;
  if (key.empty()) return {};
  for (const MergedEntity& entity : graph.corpus().entities) {
    if (fold_name(entity.name) == key) {
      by_name.push_back(entity.id);
    } else if (std::any_of(entity.aliases.begin(), entity.aliases.end(),
                           [&](const std::string& alias) { return fold_name(alias) == key; })) {
      by_alias.push_back(entity.id);
    }
  }
  return by_name.empty() ? by_alias : by_name;
}

tl::unexpected<Error> no_entity(const std::string& wanted) {
  return bad_value("\"" + clean_text(wanted) +
                   "\" is no entity of this graph: expected an id or a name in its entities");
}

}  // namespace

struct NameOrder::Collator {
  std::unique_ptr<icu::Collator> icu;
};

NameOrder::NameOrder(std::string_view locale) : collator_{std::make_unique<Collator>()} {
  UErrorCode status = U_ZERO_ERROR;
  const std::string name{locale};
  collator_->icu.reset(
      icu::Collator::createInstance(icu::Locale::createFromName(name.c_str()), status));
  if (U_FAILURE(status)) collator_->icu.reset();
}

NameOrder::~NameOrder() = default;

int NameOrder::compare(std::string_view a, std::string_view b) const {
  if (collator_->icu) {
    UErrorCode status = U_ZERO_ERROR;
    const UCollationResult result = collator_->icu->compareUTF8(
        icu::StringPiece{a.data(), static_cast<std::int32_t>(a.size())},
        icu::StringPiece{b.data(), static_cast<std::int32_t>(b.size())}, status);
    if (U_SUCCESS(status) && result != UCOL_EQUAL) return result;
  }
  return a.compare(b);
}

bool Selection::keeps(const MergedEvent& event) const {
  const DayBounds& when = event.date.bounds;
  const bool dated = when.earliest || when.latest;
  if ((since || until) && !dated) return false;
  if (since && when.latest && *when.latest < *since) return false;
  if (until && when.earliest && *when.earliest > *until) return false;
  if (!types.empty() && std::find(types.begin(), types.end(), event.type) == types.end()) {
    return false;
  }
  return entities.empty() || std::any_of(event.participants.begin(), event.participants.end(),
                                         [this](const MergedParticipant& participant) {
                                           return entities.contains(participant.entity);
                                         });
}

bool Selection::keeps(const MergedStance& stance) const {
  const DayBounds& when = stance.date.bounds;
  const bool dated = when.earliest || when.latest;
  if (!types.empty() || ((since || until) && !dated)) return false;
  if (since && when.latest && *when.latest < *since) return false;
  if (until && when.earliest && *when.earliest > *until) return false;
  return entities.empty() || entities.contains(stance.holder) || entities.contains(stance.target);
}

Result<Selection> select(const EventGraph& graph, const ViewOptions& options) {
  Selection selection;
  selection.locale = options.locale.empty() ? main_language(graph) : options.locale;
  if (!is_language_tag(selection.locale)) {
    if (!options.locale.empty()) {
      return bad_value("\"" + clean_text(options.locale) +
                       "\" is no language: expected a tag such as fr or en");
    }
    selection.locale = "en";
  }
  const DateWords dates{selection.locale};
  if (!options.focus.empty()) {
    const auto found = find_entities(graph, options.focus);
    if (found.empty()) return no_entity(options.focus);
    selection.focus.insert(found.begin(), found.end());
  }
  const auto note = [&selection](const std::string& words) {
    if (!selection.words.empty()) selection.words += word(Word::semicolon, selection.locale);
    selection.words += words;
  };
  std::string names;
  for (const std::string& wanted : options.entities) {
    const auto found = find_entities(graph, wanted);
    if (found.empty()) return no_entity(wanted);
    selection.entities.insert(found.begin(), found.end());
    names += (names.empty() ? "" : ", ") + clean_text(graph.entity(found.front())->name);
  }
  if (!names.empty()) note(word(Word::only, selection.locale, names));
  const auto since = read_bound(options.since, "since");
  if (!since) return fail(since.error());
  const auto until = read_bound(options.until, "until");
  if (!until) return fail(until.error());
  if (*since) {
    selection.since = (*since)->bounds.earliest;
    note(word(Word::from_day, selection.locale, dates.label(**since)));
  }
  if (*until) {
    selection.until = (*until)->bounds.latest;
    note(word(Word::to_day, selection.locale, dates.label(**until)));
  }
  if (selection.since && selection.until && *selection.until < *selection.since) {
    return bad_value("the period from " + options.since + " until " + options.until +
                     " ends before it starts");
  }
  selection.types = options.types;
  return selection;
}

std::vector<std::string_view> actors_of(const MergedEvent& event) {
  std::vector<std::string_view> actors;
  for (const ParticipantRole role : {ParticipantRole::agent, ParticipantRole::patient,
                                     ParticipantRole::recipient, ParticipantRole::topic}) {
    for (const MergedParticipant& participant : event.participants) {
      if (participant.role == role) actors.push_back(participant.entity);
    }
    if (!actors.empty()) break;
  }
  return actors;
}

bool is_placed(const MergedEvent& event) noexcept {
  return event.date.bounds.earliest || event.date.bounds.latest;
}

bool is_speech(EventType type) noexcept {
  return type == EventType::state || type == EventType::praise || type == EventType::criticize ||
         type == EventType::request;
}

bool is_drawable(const MergedEvent& event) {
  if (!event.salient || event.factuality == Factuality::hypothetical || event.claims.empty()) {
    return false;
  }
  if (actors_of(event).empty()) return false;
  const bool vague = event.type == EventType::state || event.type == EventType::report ||
                     event.type == EventType::other;
  if (!vague) return true;
  return is_placed(event) || event.participants.size() > 1 || event.independent > 1;
}

std::string input_hash(const EventGraph& graph) {
  StableHash hash;
  for (const RecordDocument& document : graph.corpus().documents) {
    hash.add(document.sha256.empty() ? document.id : document.sha256);
  }
  return hash.id("");
}

}  // namespace frise
