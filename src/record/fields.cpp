// What to_json(Record) and to_json(EventGraph) share, each part beside its reader.

#include "record/fields.hpp"

#include "frise/record/words.hpp"

#include <utility>

namespace frise {

void write_span(JsonWriter& out, Span span) {
  out.number("start", span.begin);
  out.number("end", span.end);
}

void write_bounds(JsonWriter& out, const DayBounds& bounds) {
  if (bounds.earliest) out.text("earliest", to_iso(*bounds.earliest));
  if (bounds.latest) out.text("latest", to_iso(*bounds.latest));
}

void write_date(JsonWriter& out, std::string_view key, const RecordDate& date) {
  if (date.value.empty() && !date.bounds.earliest && !date.bounds.latest && date.why.empty())
    return;
  out.begin_object(key);
  out.text("value", date.value);
  write_bounds(out, date.bounds);
  out.text("timex", date.timex);
  if (date.inferred) out.flag("inferred", true);
  out.text("why", date.why);
  out.end_object();
}

void write_amounts(JsonWriter& out, const std::vector<Amount>& amounts) {
  if (amounts.empty()) return;
  out.begin_array("amounts");
  for (const Amount& amount : amounts) {
    out.begin_object();
    out.text("slot", amount.slot);
    out.text("value", amount.value);
    out.text("currency", amount.currency);
    out.text("unit", amount.unit);
    write_span(out, amount.span);
    out.end_object();
  }
  out.end_array();
}

void write_attribution(JsonWriter& out, const std::optional<RecordAttribution>& attribution) {
  if (!attribution) return;
  out.begin_object("attribution");
  out.text("speaker", attribution->speaker);
  out.text("role", attribution->role);
  out.text("organization", attribution->organization);
  out.text("anonymity", to_string(attribution->anonymity));
  out.text("cue", attribution->cue);
  write_span(out, attribution->span);
  out.end_object();
}

void write_quote(JsonWriter& out, const Quote& quote) {
  write_span(out, quote.span);
  out.text("text", quote.text);
}

void write_timex(JsonWriter& out, const RecordTimex& timex) {
  out.text("id", timex.id);
  write_span(out, timex.quote.span);
  out.text("text", timex.quote.text);
  out.text("type", to_string(timex.type));
  out.text("value", timex.value);
  out.text("mod", to_string(timex.mod));
  write_bounds(out, timex.bounds);
  out.text("anchor", to_string(timex.anchor));
  out.text("from", timex.from);
  if (timex.inferred) out.flag("inferred", true);
  out.text("why", timex.why);
  out.text("rule", timex.rule);
  out.text("range", timex.range);
  if (timex.sentence != 0) out.number("sentence", timex.sentence);
}

void write_document(JsonWriter& out, const RecordDocument& document) {
  out.text("id", document.id);
  out.text("path", document.path);
  out.text("lang", document.lang);
  out.text("title", document.title);
  out.text("source", document.source);
  out.text("url", document.url);
  out.text("sha256", document.sha256);
  out.begin_object("published");
  out.text("value", document.published.value);
  write_bounds(out, document.published.bounds);
  out.text("basis", to_string(document.published.basis));
  out.text("why", document.published.why);
  out.end_object();
}

bool read_span(JsonReader& in, std::string_view key, JsonValue& value, Span& span) {
  if (key == "start") {
    in.number(value, span.begin);
  } else if (key == "end") {
    in.number(value, span.end);
  } else {
    return false;
  }
  return true;
}

bool read_bounds(JsonReader& in, std::string_view key, JsonValue& value, DayBounds& bounds) {
  if (key == "earliest") {
    in.day(value, bounds.earliest);
  } else if (key == "latest") {
    in.day(value, bounds.latest);
  } else {
    return false;
  }
  return true;
}

void check_span(JsonReader& in, Span span) {
  if (span.end < span.begin) in.fail("a span ends before it starts");
}

Quote read_quote(JsonReader& in, JsonValue& value) {
  Quote quote;
  in.object(value, [&](std::string_view key, JsonValue field) {
    if (read_span(in, key, field, quote.span)) return;
    if (key == "text") in.text(field, quote.text);
  });
  check_span(in, quote.span);
  return quote;
}

bool read_timex_field(JsonReader& in, std::string_view key, JsonValue& value, RecordTimex& timex) {
  if (read_span(in, key, value, timex.quote.span)) return true;
  if (read_bounds(in, key, value, timex.bounds)) return true;
  if (key == "id") {
    in.text(value, timex.id);
  } else if (key == "text") {
    in.text(value, timex.quote.text);
  } else if (key == "type") {
    in.word(value, timex.type, parse_timex_type, "TIMEX3 type");
  } else if (key == "value") {
    in.text(value, timex.value);
  } else if (key == "mod") {
    in.word(value, timex.mod, parse_timex_mod, "TIMEX3 modifier");
  } else if (key == "anchor") {
    in.word(value, timex.anchor, parse_timex_anchor, "anchor");
  } else if (key == "from") {
    in.text(value, timex.from);
  } else if (key == "inferred") {
    in.flag(value, timex.inferred);
  } else if (key == "why") {
    in.text(value, timex.why);
  } else if (key == "rule") {
    in.text(value, timex.rule);
  } else if (key == "range") {
    in.text(value, timex.range);
  } else if (key == "sentence") {
    in.number(value, timex.sentence);
  } else {
    return false;
  }
  return true;
}

RecordDate read_date(JsonReader& in, JsonValue& value) {
  RecordDate date;
  in.object(value, [&](std::string_view key, JsonValue field) {
    if (read_bounds(in, key, field, date.bounds)) return;
    if (key == "value") in.text(field, date.value);
    if (key == "timex") in.text(field, date.timex);
    if (key == "inferred") in.flag(field, date.inferred);
    if (key == "why") in.text(field, date.why);
  });
  if (date.bounds.known() && *date.bounds.latest < *date.bounds.earliest) {
    in.fail("a date ends before it starts");
  }
  return date;
}

std::vector<Amount> read_amounts(JsonReader& in, JsonValue& value) {
  std::vector<Amount> amounts;
  in.array(value, [&](JsonValue element) {
    Amount amount;
    in.object(element, [&](std::string_view key, JsonValue field) {
      if (read_span(in, key, field, amount.span)) return;
      if (key == "slot") in.text(field, amount.slot);
      if (key == "value") in.text(field, amount.value);
      if (key == "currency") in.text(field, amount.currency);
      if (key == "unit") in.text(field, amount.unit);
    });
    check_span(in, amount.span);
    amounts.push_back(std::move(amount));
  });
  return amounts;
}

std::optional<RecordAttribution> read_attribution(JsonReader& in, JsonValue& value) {
  std::optional<RecordAttribution> attribution;
  in.object(value, [&](std::string_view key, JsonValue field) {
    if (!attribution) attribution.emplace();
    if (read_span(in, key, field, attribution->span)) return;
    if (key == "speaker") in.text(field, attribution->speaker);
    if (key == "role") in.text(field, attribution->role);
    if (key == "organization") in.text(field, attribution->organization);
    if (key == "anonymity") {
      in.word(field, attribution->anonymity, parse_anonymity, "anonymity");
    }
    if (key == "cue") in.text(field, attribution->cue);
  });
  if (attribution) check_span(in, attribution->span);
  return attribution;
}

RecordDocument read_document(JsonReader& in, JsonValue& value) {
  RecordDocument document;
  in.object(value, [&](std::string_view key, JsonValue field) {
    if (key == "id") in.text(field, document.id);
    if (key == "path") in.text(field, document.path);
    if (key == "lang") in.text(field, document.lang);
    if (key == "title") in.text(field, document.title);
    if (key == "source") in.text(field, document.source);
    if (key == "url") in.text(field, document.url);
    if (key == "sha256") in.text(field, document.sha256);
    if (key == "published") {
      Published& published = document.published;
      in.object(field, [&](std::string_view name, JsonValue part) {
        if (read_bounds(in, name, part, published.bounds)) return;
        if (name == "value") in.text(part, published.value);
        if (name == "basis") in.word(part, published.basis, parse_date_basis, "basis of a date");
        if (name == "why") in.text(part, published.why);
      });
    }
  });
  return document;
}

}  // namespace frise
