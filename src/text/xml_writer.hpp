#pragma once

/// \file
/// The one way by which anything gets into XML that we draw or export: every name is ours, every
/// value is escaped here.

#include <string>
#include <string_view>
#include <vector>

namespace frise {

/// `12.3`, at most two decimals, a dot in every locale, no trailing zero, no `-0`.
[[nodiscard]] std::string number(double value);

/// Text or an attribute's value: & < > " as entities, what XML 1.0 cannot hold left out.
void append_xml(std::string& out, std::string_view text);

/// Writes one XML document. Attributes stand in the order of the calls; text is dropped where
/// XML 1.0 has no place for it and escaped otherwise. Open elements are closed by `finish`.
class XmlWriter {
 public:
  XmlWriter& open(std::string_view name);
  XmlWriter& attribute(std::string_view name, std::string_view value);
  XmlWriter& attribute(std::string_view name, const char* value) {
    return attribute(name, std::string_view{value});
  }
  XmlWriter& attribute(std::string_view name, double value);
  XmlWriter& text(std::string_view text);
  XmlWriter& close();

  /// `<name>text</name>`
  XmlWriter& leaf(std::string_view name, std::string_view text) {
    return open(name).text(text).close();
  }

  [[nodiscard]] std::string finish() &&;

 private:
  void end_tag();

  std::string out_;
  std::vector<std::string> open_;
  bool in_tag_ = false;  ///< `<name ...` awaits its `>`
  bool inline_ = false;  ///< the element holds text, so no line break before its end
};

}  // namespace frise
