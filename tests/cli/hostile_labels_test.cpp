// An article may hold anything; the figures made of it stay well formed and do nothing.

#include "cli/inert_svg.hpp"
#include "cli/run_program.hpp"
#include "cli/sample_articles.hpp"
#include "scratch_folder.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace frise::test;

namespace {

constexpr const char* hostile =
    "\"quoted\" back\\slash \\\"both\\N <script>alert(1)</script> <!-- ]]> &amp; &#0; "
    "\xe2\x80\xae\xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7\xe2\x80\xac \xe2\x80\x8f \xef\xbf\xbe "
    "\x1b[31m\x07 {a|b}";

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
    CHECK(wrong_with_svg(svg) == "");
    CHECK(run_frise({"draw", figure, scratch.path("out/graph.json"), "--title", text}).exit == 0);
  }
  CHECK(ran.err.find('\x1b') == std::string::npos);
}

TEST_CASE("hostile names in a table leave every figure and the report inert",
          "[end-to-end][bad-input]") {
  const std::string words = GENERATE(values<std::string>(
      {"javascript:alert(1)", "</script><script>alert(1)</script>",
       "<a href='javascript:alert(1)'>", "=cmd|' /C calc'!A0", "+1-1", "@SUM(1)", "\u202Egnp.exe",
       "\\N \\G \\l \\\\", "&#x202E; &lt;b&gt; &amp;amp; &eacute;", "]]><![CDATA[ <?xml ?> --",
       "{a|b} -> <c> \\", std::string(20000, 'a')}));
  CAPTURE(words.substr(0, 40));
  const ScratchFolder scratch;
  std::string table = "date,actor,type,target,summary,source,title,url,quote\n";
  const std::string cell = '"' + words + '"';
  const std::string said = cell + ",javascript:alert(1)," + cell + '\n';
  table += "2023-02," + cell + ",invest,Alta," + cell + ',' + cell + ',' + said;
  table += "2024-03-12,Alta,supply," + cell + ',' + cell + ',' + cell + ',' + said;
  table += "2024-05-02,Alta,exclude,Beru," + cell + ',' + cell + ',' + said;
  const std::string graph = scratch.path("graph.json");
  REQUIRE(run_frise({"merge", scratch.write("events.csv", table), "-o", graph}).exit == 0);
  using Arguments = std::vector<std::string>;
  for (const Arguments& figure :
       {Arguments{"timeline"}, {"map"}, {"order"}, {"map", "--per", "year"}}) {
    CAPTURE(figure.back());
    Arguments arguments{"draw"};
    arguments.insert(arguments.end(), figure.begin(), figure.end());
    arguments.insert(arguments.end(), {graph, "--title", words, "--locale", "en"});
    const Ran ran = run_frise(arguments);
    CHECK(ran.exit == 0);
    CHECK(wrong_with_svg(ran.out) == "");
  }
  const Ran page = run_frise({"draw", "timeline", graph, "-T", "html", "--title", words});
  CHECK(page.exit == 0);
  CHECK(page.out.find("<script>alert") == std::string::npos);
  CHECK(page.out.find("href=\"javascript:") == std::string::npos);
  CHECK(page.out.find("\"url\":") == std::string::npos);
  CHECK(page.out.find("\u202E") == std::string::npos);
}
