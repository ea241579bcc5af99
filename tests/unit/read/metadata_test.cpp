#include "fixture.hpp"

using namespace frise;
using frise::test::Folder;
using frise::test::message_of;
using frise::test::read_all;
using frise::test::read_text;

namespace {
const std::string article =
    "Le groupe a vendu son usine du Nord à un rival pour dix millions d'euros.\n";
}  // namespace

TEST_CASE("a sidecar states what is known of its article", "[read]") {
  const Folder folder;
  const std::string path = folder.write("a.txt", article);
  folder.write("a.json", R"({"title": "Usine vendue", "published": "2025-04-25T09:30:00+02:00",
      "lang": "fr-FR", "source": "Le Courrier", "url": "https://exemple.com/a", "autre": [1]})");
  const auto documents = read_all(path);
  REQUIRE(documents[0].has_value());
  const Document& document = *documents[0];
  CHECK(document.title == "Usine vendue");
  CHECK(document.source == "Le Courrier");
  CHECK(document.url == "https://exemple.com/a");
  CHECK(document.lang == "fr");
  CHECK(document.published.value == "2025-04-25");
  CHECK(document.published.basis == DateBasis::given);
  CHECK(document.published.why == "sidecar a.json");
  CHECK(document.published.bounds.known());
}

TEST_CASE("a broken sidecar is an error of its article", "[read]") {
  struct Row {
    std::string json, message;
    ErrorCode code;
  };
  const auto row = GENERATE(values<Row>({
      {"{\n  \"published\": \"2025-02-30\"}",
       "a.json:2:16: error: published \"2025-02-30\" is no date: there is no such day; write 2025, "
       "2025-04 or 2025-04-25",
       ErrorCode::bad_value},
      {"{\"published\": \"hier\"}",
       "a.json:1:15: error: published \"hier\" is no date; write 2025, 2025-04 or 2025-04-25",
       ErrorCode::bad_value},
      {"{\"published\": \"XXXX-02-01\"}",
       "a.json:1:15: error: published \"XXXX-02-01\" is no date: its year is not told; write 2025, "
       "2025-04 or 2025-04-25",
       ErrorCode::bad_value},
      {"{\"title\": {}}", "a.json:1:11: error: title must be a string", ErrorCode::bad_value},
      {"{\"lang\": \"français\"}",
       "a.json:1:10: error: lang \"français\" is no language; write fr, en or the like",
       ErrorCode::bad_value},
      {"[]", "a.json:1:1: error: a sidecar is a JSON object: {\"published\": \"2025-04-25\"}",
       ErrorCode::bad_format},
      {"{\"title\": \"\xE9\"}",
       "a.json:1:12: error: byte 0xE9 is not UTF-8; convert the file to UTF-8",
       ErrorCode::not_utf8},
  }));
  const Folder folder;
  const std::string path = folder.write("a.txt", article);
  folder.write("a.json", row.json);
  const auto documents = read_all(path);
  REQUIRE(documents.size() == 1);
  CHECK(message_of(documents[0], folder.path()) == row.message);
  REQUIRE_FALSE(documents[0].has_value());
  CHECK(documents[0].error().code == row.code);
}

TEST_CASE("a sidecar that is no JSON is an error with its place", "[read]") {
  const Folder folder;
  const std::string path = folder.write("a.txt", article);
  for (const std::string json : {"", "{\n\"title\": \"a\",\n}", "{\"title\": \"a", "[[[[[[["}) {
    folder.write("a.json", json);
    const auto documents = read_all(path);
    REQUIRE_FALSE(documents[0].has_value());
    CHECK(documents[0].error().code == ErrorCode::bad_format);
    CHECK(documents[0].error().line > 0);
    CHECK(message_of(documents[0]).find("not JSON") != std::string::npos);
  }
  folder.write("a.json", std::string(100000, '['));
  CHECK_FALSE(read_all(path)[0].has_value());
}

TEST_CASE("empty and null fields of a sidecar state nothing", "[read]") {
  const Folder folder;
  const std::string path = folder.write("a.txt", article);
  folder.write("a.json", R"({"title": null, "published": "", "lang": " "})");
  const auto documents = read_all(path);
  REQUIRE(documents[0].has_value());
  CHECK(documents[0]->published.basis == DateBasis::unknown);
  CHECK(documents[0]->lang == "fr");
}

TEST_CASE("front matter is cut off and read", "[read]") {
  const auto documents =
      read_text("a.md",
                "---\ntitle: \"Usine : vendue\"\ndate: 2025-04-25\ntags: [a, b]\n"
                "language: fr\n---\n" +
                    article);
  REQUIRE(documents[0].has_value());
  CHECK(documents[0]->text == article);
  CHECK(documents[0]->title == "Usine : vendue");
  CHECK(documents[0]->published.value == "2025-04-25");
  CHECK(documents[0]->published.why == "front matter");
}

TEST_CASE("front matter with no such day is an error with its place", "[read]") {
  CHECK(message_of(read_text("a.md", "---\ntitle: A\ndate: 2025-02-30\n---\n" + article)[0]) ==
        "a.md:3:7: error: published \"2025-02-30\" is no date: there is no such day; write 2025, "
        "2025-04 or 2025-04-25");
}

TEST_CASE("a rule at the head of a text is no front matter", "[read]") {
  for (const std::string& text :
       {"---\n" + article + "---\n", "---\n" + article, std::string{"---\n---\nmot"}}) {
    const auto documents = read_text("a.txt", text);
    REQUIRE(documents[0].has_value());
    CHECK(documents[0]->text == text);
  }
}

TEST_CASE("header lines stay in the text", "[read]") {
  const std::string text = "date 2023-03 " + article;
  const auto documents = read_text("a.txt", text);
  REQUIRE(documents[0].has_value());
  CHECK(documents[0]->text == text);
  CHECK(documents[0]->published.basis == DateBasis::unknown);
}
