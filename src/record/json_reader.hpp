#pragma once

/// \file
/// JSON read field by field (simdjson, on demand), with the place of the first thing that is wrong.

#include "frise/core/date.hpp"
#include "frise/core/result.hpp"

#include <simdjson.h>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace frise {

using JsonValue = simdjson::ondemand::value;

/// Reads one JSON text. The first failure sticks: everything after it does nothing, so that callers
/// need only look at the end. A null is as good as an absent field.
class JsonReader {
 public:
  explicit JsonReader(std::string_view json);

  /// Calls `on_field(key, value)` for each field of the top-level object.
  template <class OnField>
  void document(OnField&& on_field) {
    simdjson::ondemand::object fields;
    if (failed_) return;
    if (const auto error = document_.get_object().get(fields)) {
      return wrong(error, "an object");
    }
    each_field(fields, on_field);
    // Once all is read, simdjson has no place left to point at.
    if (!failed_ && document_.current_location().error() == simdjson::SUCCESS) {
      fail("there is text after the end of the object");
    }
  }

  template <class OnField>
  void object(JsonValue& value, OnField&& on_field) {
    if (failed_ || is_null(value)) return;
    simdjson::ondemand::object fields;
    if (const auto error = value.get_object().get(fields)) return wrong(error, "an object");
    each_field(fields, on_field);
  }

  template <class OnElement>
  void array(JsonValue& value, OnElement&& on_element) {
    if (failed_ || is_null(value)) return;
    simdjson::ondemand::array elements;
    if (const auto error = value.get_array().get(elements)) return wrong(error, "an array");
    for (auto element : elements) {
      JsonValue item;
      if (const auto error = element.get(item)) return broken(error);
      on_element(item);
      if (failed_) return;
    }
  }

  void text(JsonValue& value, std::string& out);
  void number(JsonValue& value, std::uint32_t& out);
  void integer(JsonValue& value, int& out);
  void real(JsonValue& value, double& out);
  void flag(JsonValue& value, bool& out);
  void day(JsonValue& value, std::optional<Day>& out);

  /// A word of an enumeration; `parse` gives an empty optional for others.
  template <class Enum, class Parse>
  void word(JsonValue& value, Enum& out, Parse&& parse, std::string_view what) {
    if (failed_ || is_null(value)) return;
    const std::size_t place = here();
    std::string spelling;
    text(value, spelling);
    if (failed_) return;
    const std::optional<Enum> known = parse(std::string_view{spelling});
    if (!known) return fail_at(place, "\"" + spelling + "\" is no " + std::string{what});
    out = *known;
  }

  /// Where the reading stands, in bytes.
  [[nodiscard]] std::size_t here();
  void fail(std::string message) { fail_at(here(), std::move(message)); }
  void fail_at(std::size_t byte, std::string message);

  [[nodiscard]] bool failed() const noexcept { return failed_; }
  /// bad_format, with line and column; only after a failure.
  [[nodiscard]] Error error() const;

 private:
  template <class OnField>
  void each_field(simdjson::ondemand::object& fields, OnField&& on_field) {
    for (auto entry : fields) {
      simdjson::ondemand::field field;
      if (const auto error = std::move(entry).get(field)) return broken(error);
      std::string_view key;
      if (const auto error = field.unescaped_key().get(key)) return broken(error);
      on_field(key, field.value());
      if (failed_) return;
    }
  }

  bool is_null(JsonValue& value);
  void broken(simdjson::error_code error);
  void wrong(simdjson::error_code error, std::string_view expected);

  simdjson::padded_string json_;
  simdjson::ondemand::parser parser_;
  simdjson::ondemand::document document_;
  bool failed_ = false;
  std::size_t place_ = 0;
  std::string message_;
};

}  // namespace frise
