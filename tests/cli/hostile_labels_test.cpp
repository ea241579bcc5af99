// An article may hold anything; the figures made of it stay well formed and do nothing.

#include "cli/run_program.hpp"
#include "cli/sample_articles.hpp"
#include "scratch_folder.hpp"

#include <boost/property_tree/xml_parser.hpp>
#include <catch2/catch.hpp>
#include <regex>
#include <sstream>

using namespace frise::test;

namespace {

constexpr const char* hostile =
    "\"quoted\" back\\slash \\\"both\\N <script>alert(1)</script> <!-- ]]> &amp; &#0; "
    "\xe2\x80\xae\xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7\xe2\x80\xac \xe2\x80\x8f \xef\xbf\xbe "
    "\x1b[31m\x07 {a|b}";

/// What is wrong with an SVG, or nothing.
std::string wrong_with(const std::string& svg) {
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

}  // namespace

TEST_CASE("hostile text in articles and options leaves the figures inert",
          "[end-to-end][bad-input]") {
  const ScratchFolder scratch;
  const std::string text = hostile;
  scratch.write("in/a.txt", good_article);
  scratch.write("in/b.txt", "Un titre avec " + text +
                                "\n\nLe 12 mars 2024, Nvidia a investi 2 millions d'euros dans la "
                                "startup " +
                                text +
                                ".\n\nLe 13 mars 2024, Nvidia a d\xc3\xa9"
                                "clar\xc3\xa9 \xc2\xab " +
                                text + " \xc2\xbb.\n");
  scratch.write(
      "in/c.jsonl",
      "{\"id\":\"<c>\\\"&\\u0007\",\"title\":\"<script>x</script>\\u0000\\u202e\","
      "\"source\":\"]]>&\\\\\",\"published\":\"2024-03-14\",\"text\":"
      "\"Hier, la startup <b>O'Neil</b> \\\"& fils\\\" a rachet\xc3\xa9 Nvidia\\u2028.\"}\n");
  const Ran ran = run_frise({"build", scratch.path("in"), "-o", scratch.path("out"), "--title",
                             text, "--subtitle", text});
  INFO(ran.err);
  CHECK((ran.exit == 0 || ran.exit == 3));
  for (const char* figure : {"timeline", "map"}) {
    INFO(figure);
    const std::string svg = bytes_of(scratch.path(std::string{"out/"} + figure + ".svg"));
    CHECK_FALSE(svg.empty());
    CHECK(wrong_with(svg) == "");
    CHECK(run_frise({"draw", figure, scratch.path("out/graph.json"), "--title", text}).exit == 0);
  }
  CHECK(ran.err.find('\x1b') == std::string::npos);
}
