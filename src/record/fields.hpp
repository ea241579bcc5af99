#pragma once

/// \file
/// The parts that records and graphs spell alike: spans, dates, amounts, attributions, documents.

#include "frise/record/record.hpp"
#include "record/json_reader.hpp"
#include "record/json_writer.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace frise {

void write_span(JsonWriter& out, Span span);
void write_bounds(JsonWriter& out, const DayBounds& bounds);
/// Absent when nothing is known.
void write_date(JsonWriter& out, std::string_view key, const RecordDate& date);
void write_amounts(JsonWriter& out, const std::vector<Amount>& amounts);
void write_attribution(JsonWriter& out, const std::optional<RecordAttribution>& attribution);
/// The fields of a quotation, in an object that the caller has begun.
void write_quote(JsonWriter& out, const Quote& quote);
/// The fields of a time expression, in an object that the caller has begun.
void write_timex(JsonWriter& out, const RecordTimex& timex);
/// The fields of the document, in an object that the caller has begun.
void write_document(JsonWriter& out, const RecordDocument& document);

/// True when the key was "start" or "end".
bool read_span(JsonReader& in, std::string_view key, JsonValue& value, Span& span);
bool read_bounds(JsonReader& in, std::string_view key, JsonValue& value, DayBounds& bounds);
void check_span(JsonReader& in, Span span);
Quote read_quote(JsonReader& in, JsonValue& value);
/// True when the key was one of a time expression's.
bool read_timex_field(JsonReader& in, std::string_view key, JsonValue& value, RecordTimex& timex);
RecordDate read_date(JsonReader& in, JsonValue& value);
std::vector<Amount> read_amounts(JsonReader& in, JsonValue& value);
std::optional<RecordAttribution> read_attribution(JsonReader& in, JsonValue& value);
RecordDocument read_document(JsonReader& in, JsonValue& value);

}  // namespace frise
