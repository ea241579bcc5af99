// Escapes & < > " in both text and attributes; characters that XML 1.0 cannot hold are dropped by
// clean() before layout, and once more here. Tested in tests/unit/render/xml_test.cpp.

#include "text/xml_writer.hpp"

#include "text/utf8.hpp"

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>

namespace frise {

void append_xml(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    switch (c) {
      case U'&':
        out += "&amp;";
        break;
      case U'<':
        out += "&lt;";
        break;
      case U'>':
        out += "&gt;";
        break;
      case U'"':
        out += "&quot;";
        break;
      default:
        if (c >= 0x20 && c != 0xFFFE && c != 0xFFFF) append_utf8(out, c);
    }
  }
}

std::string number(double value) {
  const double rounded = std::round(value * 100.0) / 100.0;
  std::array<char, 32> buffer{};
  // A value beyond any page is our bug, yet must not leave the buffer.
  const double safe = std::isfinite(rounded) && std::abs(rounded) < 1e9 ? rounded : 0.0;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                 safe == 0.0 ? 0.0 : safe, std::chars_format::fixed, 2);
  std::string text{buffer.data(), end.ptr};
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

void XmlWriter::end_tag() {
  if (in_tag_) out_ += '>';
  in_tag_ = false;
}

XmlWriter& XmlWriter::open(std::string_view name) {
  end_tag();
  if (!out_.empty() && !inline_) out_ += '\n';
  out_ += '<';
  out_ += name;
  open_.emplace_back(name);
  in_tag_ = true;
  inline_ = name == "text" || name == "tspan";
  return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value) {
  assert(in_tag_ && "attributes come before text and children");
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  append_xml(out_, value);
  out_ += '"';
  return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, double value) {
  return attribute(name, number(value));
}

XmlWriter& XmlWriter::text(std::string_view text) {
  end_tag();
  inline_ = true;
  append_xml(out_, text);
  return *this;
}

XmlWriter& XmlWriter::close() {
  assert(!open_.empty() && "close without open");
  if (in_tag_) {
    out_ += "/>";
    in_tag_ = false;
  } else {
    if (!inline_) out_ += '\n';
    out_ += "</" + open_.back() + ">";
  }
  open_.pop_back();
  // Only <text> and <tspan> mix text and elements: within them every blank would be drawn.
  inline_ = !open_.empty() && (open_.back() == "text" || open_.back() == "tspan");
  return *this;
}

std::string XmlWriter::finish() && {
  while (!open_.empty()) close();
  out_ += '\n';
  return std::move(out_);
}

}  // namespace frise
