// Appends to one string; the only state is the depth and whether a comma is due. Bytes that are no
// UTF-8 become U+FFFD, so that what we write can always be read. Tested in
// tests/unit/record/record_test.cpp.

#include "record/json_writer.hpp"

#include "text/utf8.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace frise {
namespace {

constexpr std::size_t much = std::size_t{1} << 16;

/// Whether a byte stands for itself in a JSON string.
constexpr auto plain_bytes = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 0x7F; ++c) plain[c] = c != '"' && c != '\\';
  return plain;
}();

bool is_plain(char c) noexcept { return plain_bytes[static_cast<unsigned char>(c)]; }

/// Where the run of bytes that need no escape ends: plain ones and well-formed UTF-8.
std::size_t run_end(std::string_view value, std::size_t at) noexcept {
  while (at < value.size()) {
    if (is_plain(value[at])) {
      ++at;
      continue;
    }
    const bool ascii = static_cast<unsigned char>(value[at]) < 0x80;
    const std::size_t length = ascii ? 0 : utf8_length(value, at);
    if (length == 0) break;
    at += length;
  }
  return at;
}

}  // namespace

void JsonWriter::line() {
  if (indent_ == 0) return;
  out_ += '\n';
  out_.append(static_cast<std::size_t>(indent_ * depth_), ' ');
}

void JsonWriter::before(std::string_view key) {
  if (!first_) out_ += ',';
  first_ = false;
  if (depth_ > 0) line();
  if (key.empty()) return;
  out_ += '"';
  out_ += key;
  out_.append("\": ", indent_ == 0 ? 2 : 3);
}

void JsonWriter::open(std::string_view key, char bracket) {
  before(key);
  out_ += bracket;
  ++depth_;
  first_ = true;
}

void JsonWriter::close(char bracket) {
  --depth_;
  if (!first_) line();
  out_ += bracket;
  first_ = false;
  if (full_ && out_.size() >= much) full_();
}

void JsonWriter::text(std::string_view key, std::string_view value) {
  if (value.empty()) return;
  before(key);
  string(value);
}

void JsonWriter::element(std::string_view value) {
  before({});
  string(value);
}

void JsonWriter::number(std::string_view key, std::int64_t value) {
  before(key);
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out_.append(digits.data(), end);
}

void JsonWriter::real(std::string_view key, double value) {
  if (!std::isfinite(value)) return;
  before(key);
  std::array<char, 32> digits{};
  const double plain = value == 0 ? 0.0 : value;  // no -0
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), plain).ptr;
  out_.append(digits.data(), end);
}

void JsonWriter::flag(std::string_view key, bool value) {
  before(key);
  out_ += value ? "true" : "false";
}

void JsonWriter::string(std::string_view value) {
  constexpr std::string_view hex = "0123456789abcdef";
  out_ += '"';
  for (std::size_t i = 0; i < value.size();) {
    const std::size_t end = run_end(value, i);
    out_.append(value, i, end - i);
    if ((i = end) == value.size()) break;
    const auto byte = static_cast<unsigned char>(value[i]);
    if (byte == '"' || byte == '\\') {
      out_ += '\\';
      out_ += value[i++];
    } else if (byte == '\n') {
      out_ += "\\n";
      ++i;
    } else if (byte == '\t') {
      out_ += "\\t";
      ++i;
    } else if (byte < 0x20 || byte == 0x7F) {
      out_ += "\\u00";
      out_ += hex[byte >> 4U];
      out_ += hex[byte & 15U];
      ++i;
    } else {
      out_ += "\xEF\xBF\xBD";
      ++i;
    }
  }
  out_ += '"';
}

std::string fit_for_script(std::string_view json) {
  std::string out;
  out.reserve(json.size() + json.size() / 64);
  for (const char c : json) {
    if (c == '<') {
      out += "\\u003c";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace frise
