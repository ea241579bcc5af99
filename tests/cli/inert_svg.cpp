#include "cli/inert_svg.hpp"

#include <boost/property_tree/xml_parser.hpp>
#include <regex>
#include <sstream>

namespace frise::test {

std::string wrong_with_svg(const std::string& svg) {
  for (std::size_t i = 0; i < svg.size(); ++i) {
    const auto c = static_cast<unsigned char>(svg[i]);
    if (c < 0x20 && c != '\n' && c != '\t')
      return "a control character at byte " + std::to_string(i);
  }
  for (const char* marks : {"\xef\xbf\xbe", "\xef\xbf\xbf"}) {
    if (svg.find(marks) != std::string::npos) return "a code point that XML does not allow";
  }
  static const std::regex loose_ampersand{"&(?!(amp|lt|gt|quot|apos|#[0-9]+|#x[0-9a-fA-F]+);)"};
  if (std::regex_search(svg, loose_ampersand)) return "an ampersand that is no entity";
  static const std::regex active{
      "<script|<foreignObject|<iframe|<a[ >]|<use|<image|<animate|<set[ >]|[ \\n]on[a-z]+ *=|"
      "javascript:|@import|xlink:href",
      std::regex::icase};
  std::string markup = std::regex_replace(svg, std::regex{">[^<]*<"}, "><");
  markup = std::regex_replace(markup, std::regex{"\"[^\"]*\""}, "\"\"");
  std::smatch found;
  if (std::regex_search(markup, found, active)) return "something active: " + found.str();
  try {
    std::istringstream in{svg};
    boost::property_tree::ptree tree;
    boost::property_tree::read_xml(in, tree);
    return tree.size() == 1 || tree.count("svg") == 1 ? "" : "more than one root";
  } catch (const boost::property_tree::xml_parser_error& error) {
    return error.what();
  }
}

}  // namespace frise::test
