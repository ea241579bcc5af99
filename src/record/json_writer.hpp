#pragma once

/// \file
/// JSON written straight into a string: keys in the order of the calls, absent when empty, always
/// UTF-8.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace frise {

/// Begins and ends must pair up; a key is given inside objects and left empty inside arrays. Keys
/// are our own words: nothing in them needs an escape.
class JsonWriter {
 public:
  /// \param indent spaces a level; 0 writes one line.
  /// \param full called whenever much has been written, and empties the string; none: all stays.
  explicit JsonWriter(std::string& out, int indent = 0, std::function<void()> full = {})
      : out_{out}, indent_{indent}, full_{std::move(full)} {}

  void begin_object(std::string_view key = {}) { open(key, '{'); }
  void end_object() { close('}'); }
  void begin_array(std::string_view key = {}) { open(key, '['); }
  void end_array() { close(']'); }

  /// Nothing at all when the value is empty.
  void text(std::string_view key, std::string_view value);
  void number(std::string_view key, std::int64_t value);
  /// Shortest decimal that reads back the same; infinities and NaN are left out.
  void real(std::string_view key, double value);
  void flag(std::string_view key, bool value);
  /// An element of an array, also when empty.
  void element(std::string_view value);

 private:
  void before(std::string_view key);
  void open(std::string_view key, char bracket);
  void close(char bracket);
  void string(std::string_view value);
  void line();

  std::string& out_;
  int indent_ = 0;
  std::function<void()> full_;
  int depth_ = 0;
  bool first_ = true;
};

/// JSON that may also stand in an HTML script: `<` as \u003c.
[[nodiscard]] std::string fit_for_script(std::string_view json);

}  // namespace frise
