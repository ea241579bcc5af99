// TimelineJS 3 (timeline.knightlab.com/docs/json-format.html). It shows text as HTML, so text is
// written as escaped HTML. Drawn by TimelineJS in tests/exports/npm/browser.mjs.

#include "export/values.hpp"
#include "export/writers.hpp"
#include "record/json_writer.hpp"
#include "text/clean.hpp"
#include "text/xml_writer.hpp"

#include <chrono>
#include <utility>

namespace frise {
namespace {

/// As fine as the precision says; months and days below it are absent.
void write_day(JsonWriter& out, std::string_view key, Day day, Precision finest) {
  const std::chrono::year_month_day date{day};
  out.begin_object(key);
  out.number("year", static_cast<int>(date.year()));
  if (finest == Precision::month || finest == Precision::day) {
    out.number("month", static_cast<unsigned>(date.month()));
  }
  if (finest == Precision::day) out.number("day", static_cast<unsigned>(date.day()));
  out.end_object();
}

std::string html(std::string_view text) {
  std::string out;
  append_xml(out, text);
  return out;
}

/// TimelineJS 3.9 decodes groups and dates once before it shows them as HTML.
std::string twice_html(std::string_view text) { return html(html(text)); }

std::string page_of(const EventGraph& graph, const MergedEvent& event) {
  XmlWriter page;
  page.open("div");
  for (const Claim& claim : event.claims) {
    page.leaf("p", clean_text(claim.evidence.quote));
    const RecordDocument* document = graph.document(claim.evidence.document);
    if (document == nullptr) continue;
    std::string source = label_of(*document);
    for (const std::string& part : {document->source, document->published.value}) {
      if (!part.empty()) source += ", " + clean_text(part);
    }
    page.open("p");
    const std::string url = web_address(document->url);
    if (!url.empty()) page.open("a").attribute("href", url);
    page.text(source);
    if (!url.empty()) page.close();
    page.close();
  }
  return std::move(page).finish();
}

std::string group_of(const EventGraph& graph, const MergedEvent& event) {
  for (const MergedParticipant& one : event.participants) {
    const MergedEntity* entity = graph.entity(one.entity);
    if (one.role == ParticipantRole::agent && entity != nullptr) return label_of(*entity);
  }
  return {};
}

void write_dates(JsonWriter& out, const RecordDate& date) {
  const auto value = parse_date(date.value);
  const bool calendar = !calendar_value(date).empty();
  const Precision finest = calendar ? value->precision : Precision::day;
  const DayBounds days = days_covered(date);
  const Day first = days.earliest ? *days.earliest : *days.latest;
  write_day(out, "start_date", first, finest);
  if (!calendar && days.known() && *days.latest != first) {
    write_day(out, "end_date", *days.latest, finest);
  }
  if (!calendar) out.text("display_date", twice_html(clean_text(date.value)));
}

}  // namespace

std::string write_timelinejs(const EventGraph& graph) {
  std::string json;
  JsonWriter out{json, 2};
  out.begin_object();
  out.begin_array("events");
  for (const MergedEvent& event : graph.corpus().events) {
    if (!event.date.bounds.earliest && !event.date.bounds.latest) continue;
    out.begin_object();
    out.text("unique_id", plain_id("event-x-", event.id));
    write_dates(out, event.date);
    out.text("group", twice_html(group_of(graph, event)));
    out.begin_object("text");
    out.text("headline", html(label_of(event)));
    out.text("text", page_of(graph, event));
    out.end_object();
    out.end_object();
  }
  out.end_array();
  out.end_object();
  return fit_for_script(json) + '\n';
}

}  // namespace frise
