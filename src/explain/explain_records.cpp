// Ids of a record hold in their document only. Tested in tests/unit/explain/explain_test.cpp.

#include "explain/page.hpp"
#include "frise/explain/explain.hpp"
#include "frise/record/words.hpp"

#include <algorithm>

namespace frise {
namespace {

using explaining::Page;
using explaining::Source;

Source source_of(const Record& record) {
  Source source;
  source.document = &record.document;
  source.timex = [&record](std::string_view id) -> const RecordTimex* {
    const auto found = std::find_if(record.timex.begin(), record.timex.end(),
                                    [&](const RecordTimex& timex) { return timex.id == id; });
    return found == record.timex.end() ? nullptr : &*found;
  };
  source.sentence = [&record](std::uint32_t number) -> std::string_view {
    const auto found =
        std::find_if(record.sentences.begin(), record.sentences.end(),
                     [&](const RecordSentence& one) { return one.number == number; });
    return found == record.sentences.end() ? std::string_view{} : found->text;
  };
  return source;
}

void tell_event(Page& page, const Record& record, const RecordEvent& event) {
  page.heading(0, event.id, std::string{to_string(event.type)} + ": " + event.summary);
  page.line(2, "document", explaining::name_of(record.document));
  page.line(2, "sentence", explaining::sentence_of(event.sentence.number, event.sentence.text));
  page.line(2, "trigger", explaining::quoted(event.trigger.text));
  page.line(2, "rule", event.rule);
  for (const RecordParticipant& participant : event.participants) {
    page.line(2, to_string(participant.role), participant.entity);
  }
  explaining::tell_amounts(page, 2, event.amounts);
  page.line(2, "is",
            std::string{event.negated ? "denied to happen, " : ""} +
                std::string{to_string(event.factuality)});
  if (event.status != DealStatus::none) page.line(2, "status", to_string(event.status));
  explaining::tell_attribution(page, 2, event.attribution);
  explaining::tell_date(page, 2, source_of(record), event.date);
  for (const RecordOrder& order : record.order) {
    const bool first = order.before == event.id;
    if (!first && order.after != event.id) continue;
    page.line(2, first ? "comes before" : "comes after",
              (first ? order.after : order.before) + ", by " + explaining::quoted(order.cue.text) +
                  ' ' + order.rule);
  }
}

void tell_entity(Page& page, const Record& record, const RecordEntity& entity) {
  page.heading(0, entity.id, entity.name + ", " + std::string{to_string(entity.type)});
  page.line(2, "document", explaining::name_of(record.document));
  for (const RecordMention& mention : record.mentions) {
    if (mention.entity != entity.id) continue;
    page.line(2, to_string(mention.kind),
              mention.id + ' ' + explaining::quoted(mention.quote.text) + " at byte " +
                  std::to_string(mention.quote.span.begin));
  }
  for (const RecordEvent& event : record.events) {
    for (const RecordParticipant& participant : event.participants) {
      if (participant.entity != entity.id) continue;
      page.line(2, to_string(participant.role), event.id + ' ' + event.summary);
    }
  }
}

/// Explains what has the id, if anything of this record has.
bool tell(Page& page, const Record& record, std::string_view id) {
  for (const RecordTimex& timex : record.timex) {
    if (timex.id != id) continue;
    explaining::tell_timex(page, 0, source_of(record), timex);
    return true;
  }
  for (const RecordEvent& event : record.events) {
    if (event.id != id) continue;
    tell_event(page, record, event);
    return true;
  }
  for (const RecordEntity& entity : record.entities) {
    if (entity.id != id) continue;
    tell_entity(page, record, entity);
    return true;
  }
  return false;
}

}  // namespace

Result<std::string> explain(const std::vector<Record>& records, std::string_view id) {
  const explaining::Address address = explaining::address_of(id);
  Page page;
  std::vector<std::string> found;
  for (const Record& record : records) {
    const bool named = !address.document.empty() && record.document.id == address.document;
    if (!named && !address.document.empty()) continue;
    // One that is not alone is only named.
    Page more;
    if (!tell(found.empty() ? page : more, record, address.id)) continue;
    found.push_back(record.document.id + '#' + std::string{address.id});
  }
  if (found.empty()) {
    return fail({ErrorCode::not_found,
                 "no \"" + std::string{id} +
                     "\" in the records; ids are those of their timex, events and entities",
                 {},
                 0,
                 0});
  }
  if (found.size() > 1 && found[0] != found[1]) {
    return fail({ErrorCode::bad_value,
                 std::to_string(found.size()) + " documents have a " + std::string{id} +
                     "; write " + found[0] + " or " + found[1],
                 {},
                 0,
                 0});
  }
  return std::move(page).take();
}

}  // namespace frise
