// RFC 5545: content lines of at most 75 octets, folded between characters; TEXT escaped. What lies
// "somewhere in March" is an entry over the whole of March that blocks no time; its date as the
// text gives it stands in the description. Read by ical.js in tests/exports/npm/formats.mjs.

#include "export/values.hpp"
#include "export/writers.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace frise {
namespace {

constexpr std::size_t longest_line = 75;  // octets, without the line's end

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ',' || c == ';') out += '\\';
    out += c;
  }
  return out;
}

void append_line(std::string& out, const std::string& line) {
  std::size_t room = longest_line;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t length = std::max<std::size_t>(1, utf8_length(line, at));
    if (length > room) {
      out += "\r\n ";
      room = longest_line - 1;
    }
    out.append(line, at, length);
    room -= length;
    at += length;
  }
  out += "\r\n";
}

/// "20240315"
std::string compact(Day day) {
  std::string iso = to_iso(day);
  std::erase(iso, '-');
  return iso;
}

std::string_view status_of(const MergedEvent& event) noexcept {
  if (event.status == DealStatus::cancelled || event.factuality == Factuality::denied) {
    return "CANCELLED";
  }
  return event.factuality == Factuality::certain ? "CONFIRMED" : "TENTATIVE";
}

/// When the newest source appeared: the same for the same articles, unlike the time of writing.
std::string stamp_of(const EventGraph& graph, const MergedEvent& event) {
  std::string stamp = "19700101";
  for (const Claim& claim : event.claims) {
    const RecordDocument* document = graph.document(claim.evidence.document);
    if (document == nullptr || !document->published.bounds.latest) continue;
    stamp = std::max(stamp, compact(*document->published.bounds.latest));
  }
  return stamp + "T000000Z";
}

std::string description_of(const EventGraph& graph, const MergedEvent& event) {
  std::string out =
      escaped(clean_text(event.date.value) + " (" + std::string{to_string(event.factuality)} + ')');
  for (const Claim& claim : event.claims) {
    const RecordDocument* document = graph.document(claim.evidence.document);
    out += "\\n\\n" + escaped(clean_text(claim.evidence.quote));
    if (document == nullptr) continue;
    out += "\\n" + escaped(label_of(*document));
    const std::string source = clean_text(document->source);
    if (!source.empty()) out += escaped(", " + source);
    if (!document->published.value.empty()) {
      out += escaped(", " + clean_text(document->published.value));
    }
  }
  return out;
}

/// Of the first source that has one.
std::string address_of(const EventGraph& graph, const MergedEvent& event) {
  for (const Claim& claim : event.claims) {
    const RecordDocument* document = graph.document(claim.evidence.document);
    const std::string url = document != nullptr ? web_address(document->url) : std::string{};
    if (!url.empty()) return url;
  }
  return {};
}

}  // namespace

std::string write_icalendar(const EventGraph& graph) {
  std::string out;
  append_line(out, "BEGIN:VCALENDAR");
  append_line(out, "VERSION:2.0");
  append_line(out, "PRODID:-//frise//frise//EN");
  append_line(out, "CALSCALE:GREGORIAN");
  for (const MergedEvent& event : graph.corpus().events) {
    const DayBounds days = days_covered(event.date);
    if (!days.known()) continue;
    append_line(out, "BEGIN:VEVENT");
    append_line(out, "UID:" + plain_id("event:x-", event.id) + "@frise");
    append_line(out, "DTSTAMP:" + stamp_of(graph, event));
    append_line(out, "DTSTART;VALUE=DATE:" + compact(*days.earliest));
    const Day last = std::min(*days.latest, last_day - std::chrono::days{1});
    append_line(out, "DTEND;VALUE=DATE:" + compact(last + std::chrono::days{1}));
    append_line(out, "SUMMARY:" + escaped(label_of(event)));
    append_line(out, "DESCRIPTION:" + description_of(graph, event));
    append_line(out, "CATEGORIES:" + std::string{to_string(event.type)});
    append_line(out, "STATUS:" + std::string{status_of(event)});
    append_line(out, "TRANSP:TRANSPARENT");
    if (const std::string url = address_of(graph, event); !url.empty()) {
      append_line(out, "URL:" + url);
    }
    append_line(out, "END:VEVENT");
  }
  append_line(out, "END:VCALENDAR");
  return out;
}

}  // namespace frise
