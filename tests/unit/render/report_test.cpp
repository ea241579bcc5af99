// The page as bytes; tests/browser/report.mjs uses it.

#include "frise/render/report.hpp"
#include "render/report_parts.hpp"
#include "unit/merge/sample.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

using namespace frise;
using namespace frise::test;

namespace {

EventGraph small_story(const std::string& words = "Alta a investi dans Béru.") {
  std::vector<Record> records{article(
      "a", "2024-03-20",
      {{EventType::invest, "2024-03-12", words, {"agent company:alta", "patient company:beru"}},
       {EventType::fine, "2023", "Le juge a puni Alta.", {"patient company:alta"}}})};
  records[0].document.url = "https://example.org/a";
  records[0].document.sha256 = "abc";
  return EventGraph::build(merge_records(std::move(records)));
}

std::string report_of(const EventGraph& graph, const std::string& locale = "fr",
                      const SentenceContexts& contexts = {}) {
  ViewOptions options;
  options.locale = locale;
  const auto timeline = make_timeline(graph, options);
  const auto map = make_map(graph, options);
  REQUIRE(timeline);
  REQUIRE(map);
  const auto page = report_html(graph, *timeline, *map, {}, contexts);
  REQUIRE(page);
  return page->bytes;
}

std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const auto from = text.find(begin);
  REQUIRE(from != std::string::npos);
  const auto start = from + begin.size();
  return text.substr(start, text.find(end, start) - start);
}

nlohmann::json data_of(const std::string& page) {
  return nlohmann::json::parse(
      between(page, "<script type=\"application/json\" id=\"data\">", "</script>"));
}

}  // namespace

TEST_CASE("a page holds its events as figure, as line and as data, under one id",
          "[render][report]") {
  const std::string page = report_of(small_story());
  const auto data = data_of(page);
  REQUIRE(data["events"].size() == 2);
  for (const auto& event : data["events"]) {
    const std::string id = event["id"];
    CHECK(page.find("<g id=\"" + id + "\"") != std::string::npos);
    CHECK(page.find("<tr id=\"row-" + id + "\"") != std::string::npos);
    CHECK(page.find("<a href=\"#" + id + "\">") != std::string::npos);
  }
  CHECK(data["events"][1]["claims"][0]["quote"] == "Alta a investi dans Béru.");
  CHECK(data["documents"][0]["url"] == "https://example.org/a");
}

TEST_CASE("every id of a page is there once", "[render][report]") {
  const std::string page = report_of(small_story());
  static const std::regex attribute{" id=\"([^\"]*)\""};
  std::set<std::string> ids;
  for (std::sregex_iterator found{page.begin(), page.end(), attribute}, end; found != end;
       ++found) {
    CAPTURE(found->str(1));
    CHECK(ids.insert(found->str(1)).second);
  }
  CHECK(ids.size() > 20);
}

TEST_CASE("a page allows its own script and style and nothing else", "[render][report]") {
  const std::string page = report_of(small_story());
  const std::string policy = between(page, "Content-Security-Policy\" content=\"", "\"");
  CHECK(policy.starts_with("default-src 'none'; script-src 'sha256-"));
  CHECK(policy.find("unsafe") == std::string::npos);
  CHECK(policy.find("http") == std::string::npos);
  CHECK(page.find(" style=\"") == std::string::npos);
  CHECK(page.find(" src=") == std::string::npos);
  CHECK(render::report_script.find("innerHTML") == std::string_view::npos);
  CHECK(render::report_script.find("</") == std::string_view::npos);
  CHECK(render::report_script.size() + render::report_style.size() < 300000);
}

TEST_CASE("a page speaks its reader's language", "[render][report]") {
  const std::string french = report_of(small_story(), "fr");
  CHECK(french.find("<html lang=\"fr\">") != std::string::npos);
  CHECK(french.find("Tableau des événements") != std::string::npos);
  CHECK(french.find("investissement") != std::string::npos);
  const std::string english = report_of(small_story(), "en");
  CHECK(english.find("Table of events") != std::string::npos);
  CHECK(english.find("investment") != std::string::npos);
}

TEST_CASE("hostile words stay words in a page", "[render][report][bad-input]") {
  const std::string words = GENERATE(values<std::string>(
      {"</script><script>alert(1)</script>", "<!--<script>", "<img src=x onerror=alert(1)>",
       "\" onmouseover=\"alert(1)", "&lt;b&gt; &#x202E;", "\u202Egnp.exe", "x\x01y",
       "javascript:alert(1)", "=cmd|' /C calc'!A0", "\\N \\G \\\\", std::string(20000, 'a')}));
  const EventGraph graph = small_story(words);
  const std::string page = report_of(graph);
  const std::string plain = report_of(small_story());
  const auto tags = [](const std::string& text) {
    static const std::regex tag{"<(script|img|a|td|tr|blockquote|style)[ >]"};
    return std::distance(std::sregex_iterator{text.begin(), text.end(), tag}, {});
  };
  CHECK(tags(page) == tags(plain));
  CHECK(page.find("<script>alert") == std::string::npos);
  CHECK(page.find("\u202E") == std::string::npos);
  CHECK(data_of(page)["events"].size() == 2);
}

TEST_CASE("an address that is none of the web is no link", "[render][report][bad-input]") {
  Corpus corpus = small_story().corpus();
  corpus.documents[0].url = "javascript:alert(1)";
  const std::string page = report_of(EventGraph::build(std::move(corpus)));
  CHECK_FALSE(data_of(page)["documents"][0].contains("url"));
  CHECK(page.find("javascript:alert") == std::string::npos);
}

TEST_CASE("a sentence stands in its context, cut between words", "[render][report]") {
  const std::string text = "Premier mot. " + std::string(300, 'a') + " avant. La phrase. Après " +
                           std::string(300, 'b') + " fin.";
  const auto begin = static_cast<std::uint32_t>(text.find("La phrase."));
  const SentenceContext around = context_of(text, {begin, begin + 10});
  CHECK(around.before == "… avant.");
  CHECK(around.after == "Après …");
  CHECK(context_of("Seule.", {0, 6}).before.empty());
  CHECK(context_of("Seule.", {0, 6}).after.empty());
  CHECK(context_of("court", {3, 900}).after.empty());

  const EventGraph graph = small_story();
  const Claim& claim = graph.corpus().events[1].claims[0];
  const auto data =
      data_of(report_of(graph, "fr", {{{"abc", claim.evidence.span.begin}, {"Avant.", "Après."}}}));
  CHECK(data["events"][1]["claims"][0]["before"] == "Avant.");
  CHECK(data["events"][1]["claims"][0]["after"] == "Après.");
}

TEST_CASE("an empty graph is a page as well", "[render][report]") {
  const std::string page = report_of(EventGraph::build({}));
  CHECK(data_of(page)["events"].empty());
  CHECK(page.ends_with("</html>\n"));
}

TEST_CASE("a page tells in its reader's language how a date was read", "[render][report]") {
  struct Row {
    std::string english;
    std::string french;
  };
  const auto row = GENERATE(values<Row>({
      {"", ""},
      {"time expression of its clause", "expression de temps de sa proposition"},
      {"date line of the quoted post; told then as past",
       "date du message cité ; dit alors au passé"},
      {"told then as past; read in a-1, the oldest article that bears this sentence",
       "dit alors au passé ; lue dans a-1, le plus ancien article qui porte cette phrase"},
      {"given in line 12 of the table", "donnée à la ligne 12 du tableau"},
      {"corrections.toml:3: the clause says so", "corrections.toml:3: the clause says so"},
  }));
  CHECK(render::why_words(row.english, "fr") == row.french);
  CHECK(render::why_words(row.english, "en") == row.english);
}
