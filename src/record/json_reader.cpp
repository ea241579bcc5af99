// A thin layer over simdjson's on-demand reader: it checks UTF-8 and brackets in one pass, and we
// walk the fields in whatever order they come. Line and column are counted only once something is
// wrong. Tested in tests/unit/record/record_test.cpp.

#include "record/json_reader.hpp"

#include <algorithm>
#include <limits>

namespace frise {

JsonReader::JsonReader(std::string_view json) : json_{json} {
  if (const auto error = parser_.iterate(json_).get(document_)) {
    failed_ = true;
    message_ = std::string{"this is no JSON: "} + simdjson::error_message(error);
  }
}

std::size_t JsonReader::here() {
  const char* at = nullptr;
  if (document_.current_location().get(at) != simdjson::SUCCESS || at < json_.data()) {
    return json_.size();
  }
  return std::min(static_cast<std::size_t>(at - json_.data()), json_.size());
}

void JsonReader::fail_at(std::size_t byte, std::string message) {
  if (failed_) return;
  failed_ = true;
  place_ = byte;
  message_ = std::move(message);
}

void JsonReader::broken(simdjson::error_code error) {
  fail(std::string{"this is no JSON: "} + simdjson::error_message(error));
}

void JsonReader::wrong(simdjson::error_code error, std::string_view expected) {
  if (error == simdjson::INCORRECT_TYPE || error == simdjson::NUMBER_ERROR ||
      error == simdjson::NUMBER_OUT_OF_RANGE) {
    fail("expected " + std::string{expected});
  } else {
    broken(error);
  }
}

bool JsonReader::is_null(JsonValue& value) {
  simdjson::ondemand::json_type type{};
  if (const auto error = value.type().get(type)) {
    broken(error);
    return true;
  }
  if (type != simdjson::ondemand::json_type::null) return false;
  bool null = false;
  if (const auto error = value.is_null().get(null); error || !null) broken(error);
  return true;
}

void JsonReader::text(JsonValue& value, std::string& out) {
  if (failed_ || is_null(value)) return;
  std::string_view string;
  if (const auto error = value.get_string().get(string)) return wrong(error, "a string");
  out = string;
}

void JsonReader::number(JsonValue& value, std::uint32_t& out) {
  if (failed_ || is_null(value)) return;
  std::uint64_t wide = 0;
  if (const auto error = value.get_uint64().get(wide)) {
    return wrong(error, "a whole number from 0");
  }
  if (wide > std::numeric_limits<std::uint32_t>::max()) {
    return fail("expected a number below 4294967296");
  }
  out = static_cast<std::uint32_t>(wide);
}

void JsonReader::integer(JsonValue& value, int& out) {
  if (failed_ || is_null(value)) return;
  std::int64_t wide = 0;
  if (const auto error = value.get_int64().get(wide)) return wrong(error, "a whole number");
  if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max()) {
    return fail("expected a smaller number");
  }
  out = static_cast<int>(wide);
}

void JsonReader::real(JsonValue& value, double& out) {
  if (failed_ || is_null(value)) return;
  if (const auto error = value.get_double().get(out)) wrong(error, "a number");
}

void JsonReader::flag(JsonValue& value, bool& out) {
  if (failed_ || is_null(value)) return;
  if (const auto error = value.get_bool().get(out)) wrong(error, "true or false");
}

void JsonReader::day(JsonValue& value, std::optional<Day>& out) {
  if (failed_ || is_null(value)) return;
  const std::size_t place = here();
  std::string iso;
  text(value, iso);
  if (failed_) return;
  out = parse_iso_day(iso);
  if (!out) fail_at(place, "\"" + iso + "\" is no day: expected YYYY-MM-DD");
}

Error JsonReader::error() const {
  Error error;
  error.code = ErrorCode::bad_format;
  error.message = message_;
  const std::string_view before{json_.data(), place_};
  const auto last_line = before.rfind('\n');
  error.line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  error.column = last_line == std::string_view::npos ? place_ + 1 : place_ - last_line;
  return error;
}

}  // namespace frise
