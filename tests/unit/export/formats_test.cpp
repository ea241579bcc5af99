// Every format keeps its form whatever the words are: a table of words that other programs would
// run, fold, decode or choke on. tests/exports reads the same formats with programs of others.

#include "frise/export/formats.hpp"
#include "text/utf8.hpp"
#include "unit/merge/sample.hpp"

#include <algorithm>
#include <boost/property_tree/xml_parser.hpp>
#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

using namespace frise;
using namespace frise::test;

namespace {

/// Three articles with all that a graph can hold; wherever an article or a sidecar has its say, it
/// says `words`.
EventGraph story_that_says(const std::string& words) {
  std::vector<Record> records{
      article("a", "2024-03-20",
              {{EventType::invest,
                "2024-03-12",
                "Alta a investi cinq millions d'euros dans Béru.",
                {"agent company:alta", "patient company:beru", "topic product:cera"},
                "",
                Factuality::certain,
                {"5000000 EUR"}},
               {EventType::exclude, "", words, {"agent company:alta", "patient sector:mines"}}}),
      article("b", "2024-04~",
              {{EventType::invest,
                "2024-03",
                "Alta a investi huit millions d'euros dans Béru.",
                {"agent company:alta", "patient company:beru"},
                "",
                Factuality::reported,
                {"8000000 EUR"}},
               {EventType::launch, "../2023", words, {"agent person:dan-ost"}}}),
      article("c", "", {{EventType::acquire, "2022/2023", words, {"agent company:alta"}}})};
  add_stance(records[0], "company:alta", "sector:mines", -1, "2024", words);
  Corpus corpus = merge_records(std::move(records));
  for (RecordDocument& document : corpus.documents) {
    document.title = document.source = document.path = words;
    document.url = words;
  }
  for (MergedEntity& entity : corpus.entities) {
    entity.name = words;
    entity.aliases = {words};
  }
  for (MergedEvent& event : corpus.events) {
    event.summary = words;
    for (Claim& claim : event.claims) {
      claim.summary = claim.evidence.quote = claim.evidence.rule = claim.date.why = words;
      claim.attribution = RecordAttribution{words, words, Anonymity::named, words, {}, {}};
    }
  }
  for (MergedStance& stance : corpus.stances) {
    for (Evidence& evidence : stance.evidence) evidence.quote = words;
  }
  const Evidence told{"a", {0, 10}, 1, words, ""};
  corpus.roles.push_back({"ro-1", "person:dan-ost", "company:alta", words, {{told, {}, {}}}});
  const std::string& claim = corpus.events[0].claims.front().id;
  const std::string& next = corpus.events[1].claims.front().id;
  corpus.claim_order.push_back({claim, next, {{4, 9}, words}, words});
  corpus.links.push_back({corpus.events[0].id, corpus.events[1].id, LinkKind::follows, words});
  return EventGraph::build(std::move(corpus));
}

using Tree = boost::property_tree::ptree;

void count_elements(const Tree& tree, std::map<std::string, int>& counts) {
  for (const auto& [name, child] : tree) {
    ++counts[name];
    count_elements(child, counts);
  }
}

/// "cells 3\nlines 2\n"
std::string told(const std::map<std::string, int>& form) {
  std::string out;
  for (const auto& [what, count] : form) out += what + ' ' + std::to_string(count) + '\n';
  return out;
}

/// What of a file must not depend on the words in it.
std::string form_of(const ExportFormat& format, const OutputFile& file) {
  std::map<std::string, int> form;
  const std::string_view name = format.name;
  if (name == "gexf" || name == "graphml" || name == "timeml") {
    std::istringstream in{file.bytes};
    Tree tree;
    boost::property_tree::read_xml(in, tree);
    count_elements(tree, form);
  } else if (name == "jsonld" || name == "timelinejs") {
    const auto json = nlohmann::json::parse(file.bytes).flatten();
    for (const auto& [key, value] : json.items()) form[key] = 1;
  } else if (name == "csv") {
    std::size_t quotes = 0;
    for (const char c : file.bytes) {
      quotes += c == '"' ? 1U : 0U;
      if (quotes % 2 == 0 && c == ',') ++form["cells"];
      if (quotes % 2 == 0 && c == '\n') ++form["lines"];
    }
  } else {
    std::istringstream in{file.bytes};
    for (std::string line; std::getline(in, line);) {
      if (name == "ics" && line.starts_with(' ')) continue;
      ++form["lines"];
      if (name == "timeline-semeval") continue;  // a line begins with an actor or a number
      ++form[line.substr(0, line.find_first_of(name == "ics" ? ":;" : " \""))];
      if (name == "ftm") {
        const auto json = nlohmann::json::parse(line).flatten();
        for (const auto& [key, value] : json.items()) ++form[key];
      }
    }
  }
  return told(form);
}

/// What no file of text should hold, or nothing.
std::string wrong_with(const std::string& bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = utf8_length(bytes, at);
    if (length == 0) return "a byte that is no UTF-8";
    const char32_t c = utf8_decode(bytes, at, length);
    if ((c < 0x20 && c != '\n' && c != '\r') || (c >= 0x7F && c <= 0x9F)) return "a control";
    if (c >= 0x202A && c <= 0x202E) return "a bidirectional override";
    at += length;
  }
  return {};
}

}  // namespace

TEST_CASE("words of articles change no format's form", "[export][bad-input]") {
  const std::string words =
      GENERATE(values<std::string>({"javascript:alert(1)",
                                    "https://example.org/\"><script>alert(1)</script>",
                                    "</script><script>alert(1)</script>",
                                    "<!--<script>",
                                    "=cmd|' /C calc'!A0",
                                    "+cmd",
                                    "-1+1",
                                    "@SUM(A1)",
                                    "\t=1+1",
                                    "a\tb\r\nBEGIN:VEVENT\nEND:VCALENDAR",
                                    "\u202Egnp.exe\u202C",
                                    "\\N \\G \\l \\\" \\",
                                    "\\u0027 OR \\\\u0027",
                                    "'}) DETACH DELETE n; //",
                                    "`}] --> n1",
                                    "&#x202E;&lt;&quot;&amp;",
                                    "#quot;#35; %%{init: {}}%%",
                                    "end\nclick n1 href",
                                    "x\x01y\x1By\x7F",
                                    "\xFF\xC3(",
                                    "]]><![CDATA[ <?xml ?> --",
                                    ",;\"\"',;",
                                    "{\"@id\": \"x\"}",
                                    "x\uFEFF\uFFFE\u2028",
                                    "e\u0301\u0301 👩‍🚀",
                                    std::string(20000, 'a'),
                                    "é" + std::string(9000, '"') + std::string(9000, '\\')}));
  CAPTURE(words.substr(0, 60));
  const EventGraph plain = story_that_says("Alta");
  const EventGraph graph = story_that_says(words);
  for (const ExportFormat& format : export_formats()) {
    CAPTURE(format.name);
    const auto expected = format.write(plain);
    const auto files = format.write(graph);
    REQUIRE(files.size() == expected.size());
    for (std::size_t i = 0; i < files.size(); ++i) {
      std::string bytes = files[i].bytes;
      if (format.name == "timeline-semeval") std::erase(bytes, '\t');  // stands between its cells
      CHECK(wrong_with(bytes) == "");
      CHECK(form_of(format, files[i]) == form_of(format, expected[i]));
    }
  }
}

TEST_CASE("no format writes an address that is none of the web", "[export][bad-input]") {
  const std::string url = GENERATE(values<std::string>(
      {"javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "file:///etc/passwd",
       "https://example.org/a b", "https://example.org/\"onclick=\"", "//example.org"}));
  Corpus corpus = story_that_says("Alta").corpus();
  for (RecordDocument& document : corpus.documents) document.url = url;
  const EventGraph graph = EventGraph::build(std::move(corpus));
  for (const ExportFormat& format : export_formats()) {
    for (const OutputFile& file : format.write(graph)) {
      CAPTURE(format.name, file.name);
      CHECK(file.bytes.find(url) == std::string::npos);
    }
  }
}

TEST_CASE("no cell of a table is a formula", "[export][bad-input]") {
  const std::string words = GENERATE(values<std::string>({"=1+1", "+33", "-5", "@x", "\t=1"}));
  for (const OutputFile& file : find_export_format("csv")->write(story_that_says(words))) {
    for (std::size_t at = 0; at + 1 < file.bytes.size(); ++at) {
      if (file.bytes[at] != ',' && file.bytes[at] != '\n') continue;
      const char first = file.bytes[at + 1];
      CAPTURE(file.name, file.bytes.substr(at, 30));
      const bool number = first == '-' && file.bytes[at + 2] >= '0' && file.bytes[at + 2] <= '9' &&
                          file.bytes.substr(at + 1, words.size()) != words;
      CHECK((number || std::string_view{"=+-@\t"}.find(first) == std::string_view::npos));
    }
  }
}

TEST_CASE("the same graph gives the same bytes, also read back", "[export]") {
  const EventGraph graph = story_that_says("« Béru » & fils");
  const auto again = parse_graph(to_json(graph));
  REQUIRE(again);
  for (const ExportFormat& format : export_formats()) {
    CAPTURE(format.name);
    const auto once = format.write(graph);
    const auto twice = format.write(*again);
    REQUIRE(once.size() == twice.size());
    for (std::size_t i = 0; i < once.size(); ++i) CHECK(once[i].bytes == twice[i].bytes);
  }
}

TEST_CASE("an empty graph is an empty file of each format", "[export]") {
  const EventGraph graph = EventGraph::build({});
  for (const ExportFormat& format : export_formats()) {
    for (const OutputFile& file : format.write(graph)) {
      CAPTURE(format.name, file.name);
      CHECK(wrong_with(file.bytes) == "");
      CHECK((!file.bytes.empty() || format.name == "ftm" || format.name == "cypher"));
    }
  }
}

TEST_CASE("formats are listed by name, each once", "[export]") {
  const auto formats = export_formats();
  CHECK(std::is_sorted(formats.begin(), formats.end(),
                       [](const auto& a, const auto& b) { return a.name < b.name; }));
  std::set<std::string_view> extensions;
  for (const ExportFormat& format : formats) CHECK(extensions.insert(format.extension).second);
  CHECK(find_export_format("xls") == nullptr);
}
