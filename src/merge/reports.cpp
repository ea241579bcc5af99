// One Report an event mention: entities as numbers, the date as days, the sentence as a set of
// words.

#include "merge/reports.hpp"

#include "merge/fold.hpp"
#include "merge/hash.hpp"

#include <algorithm>
#include <unordered_map>

namespace frise {
namespace {

constexpr std::chrono::days month_long{31};

void sort_unique(std::vector<std::uint32_t>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

void read_participants(const RecordEvent& event, const EntityTable& entities, Report& report) {
  for (const RecordParticipant& participant : event.participants) {
    const auto entity = entities.find(participant.entity);
    if (!entity || participant.role == ParticipantRole::place) continue;
    if (participant.role == ParticipantRole::agent) {
      report.agents.push_back(*entity);
      continue;
    }
    report.others.push_back(*entity);
    if (entities.entities[*entity].type == EntityType::sector) continue;
    if (participant.role == ParticipantRole::patient) report.patients.push_back(*entity);
    if (participant.role == ParticipantRole::recipient) report.recipients.push_back(*entity);
  }
  sort_unique(report.agents);
  sort_unique(report.patients);
  sort_unique(report.recipients);
  sort_unique(report.others);
}

void read_date(const RecordEvent& event, const RecordTimex* timex, Report& report) {
  report.bounds = event.date.bounds;
  if (!report.bounds.earliest && !report.bounds.latest && !event.date.value.empty()) {
    if (const auto date = parse_date(event.date.value)) report.bounds = date->bounds;
  }
  report.dated = report.bounds.earliest.has_value() || report.bounds.latest.has_value();
  report.fine = report.bounds.known() && *report.bounds.latest >= *report.bounds.earliest &&
                *report.bounds.latest - *report.bounds.earliest < month_long;
  // A date without words comes from a table, which gives days.
  report.relative =
      event.date.inferred ||
      (timex != nullptr && (timex->inferred || timex->anchor != TimexAnchor::absolute));
  if (timex != nullptr) {
    report.phrase = StableHash{}.add(fold_name(timex->quote.text)).value();
  }
}

}  // namespace

EventFamily family_of(EventType type) noexcept {
  switch (type) {
    case EventType::invest:
      return EventFamily::invest;
    case EventType::acquire:
    case EventType::merge:
      return EventFamily::acquire;
    case EventType::partner:
      return EventFamily::partner;
    case EventType::supply:
      return EventFamily::supply;
    case EventType::launch:
      return EventFamily::launch;
    case EventType::produce:
    case EventType::build:
      return EventFamily::make;
    case EventType::admit:
      return EventFamily::admit;
    case EventType::exclude:
    case EventType::restrict:
      return EventFamily::restrict;
    case EventType::ease:
      return EventFamily::ease;
    case EventType::cancel:
      return EventFamily::cancel;
    case EventType::close:
      return EventFamily::close;
    case EventType::request:
      return EventFamily::request;
    case EventType::litigate:
      return EventFamily::litigate;
    case EventType::fine:
      return EventFamily::fine;
    case EventType::appoint:
      return EventFamily::appoint;
    case EventType::leave:
      return EventFamily::leave;
    case EventType::report:
      return EventFamily::report;
    case EventType::compete:
      return EventFamily::compete;
    case EventType::praise:
    case EventType::criticize:
    case EventType::state:
      return EventFamily::speech;
    case EventType::other:
      return EventFamily::other;
  }
  return EventFamily::other;
}

Reality reality_of(Factuality factuality) noexcept {
  switch (factuality) {
    case Factuality::planned:
      return Reality::planned;
    case Factuality::denied:
      return Reality::denied;
    case Factuality::hypothetical:
      return Reality::hypothetical;
    default:
      return Reality::actual;
  }
}

Reports gather_reports(const std::vector<Record>& records, const EntityTable& entities) {
  Reports reports;
  for (std::uint32_t r = 0; r < records.size(); ++r) {
    const Record& record = records[r];
    std::unordered_map<std::string_view, const RecordTimex*> times;
    for (const RecordTimex& timex : record.timex) times.emplace(timex.id, &timex);
    std::unordered_map<std::uint64_t, std::uint32_t> sentences;
    for (std::uint32_t e = 0; e < record.events.size(); ++e) {
      const RecordEvent& event = record.events[e];
      Report& report = reports.all.emplace_back();
      report.record = r;
      report.event = e;
      report.family = family_of(event.type);
      report.reality = reality_of(event.factuality);
      read_participants(event, entities, report);
      const auto timex = times.find(event.date.timex);
      read_date(event, timex == times.end() ? nullptr : timex->second, report);
      const std::uint64_t place =
          (static_cast<std::uint64_t>(event.sentence.span.begin) << 32U) | event.sentence.span.end;
      const auto [found, fresh] =
          sentences.try_emplace(place, static_cast<std::uint32_t>(reports.sentences.size()));
      if (fresh) {
        reports.sentences.push_back(content_words(event.sentence.text));
        reports.record_of_sentence.push_back(r);
      }
      report.sentence = found->second;
    }
  }
  reports.near_pairs = near_same_pairs(reports.sentences);
  return reports;
}

const RecordEvent& event_of(const Report& report, const std::vector<Record>& records) {
  return records[report.record].events[report.event];
}

bool is_older(const Record& a, const Record& b) noexcept {
  const auto& day_a = a.document.published.bounds.earliest;
  const auto& day_b = b.document.published.bounds.earliest;
  if (day_a.has_value() != day_b.has_value()) return day_a.has_value();
  if (day_a && *day_a != *day_b) return *day_a < *day_b;
  return a.document.id < b.document.id;
}

}  // namespace frise
