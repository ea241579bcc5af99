#include "fixture.hpp"

using namespace frise;
using frise::test::message_of;
using frise::test::read_text;

TEST_CASE("each line of JSON Lines is a document", "[read]") {
  const auto documents =
      read_text("news.jsonl",
                "{\"id\": \"n1\", \"text\": \"Le groupe de l'est est ici.\", \"published\": "
                "\"2023-02-01T00:00:00\", "
                "\"timex\": []}\n\n"
                "{\"text\": \"The plant of the group is in the north.\", \"title\": \"Plant\"}\r\n"
                "{\"id\": 7, \"text\": \"a\\u00e9\\n\", \"lang\": \"fr\", \"source\": null}");
  REQUIRE(documents.size() == 3);
  for (const auto& document : documents) REQUIRE(document.has_value());
  CHECK(documents[0]->id == "n1");
  CHECK(documents[0]->lang == "fr");
  CHECK(documents[0]->published.value == "2023-02-01");
  CHECK(documents[0]->published.why == "field published");
  CHECK(documents[1]->id == "news-3");
  CHECK(documents[1]->lang == "en");
  CHECK(documents[1]->title == "Plant");
  CHECK(documents[2]->id == "7");
  CHECK(documents[2]->text == "aé\n");
}

TEST_CASE("a bad line is an error of its own and the rest goes on", "[read]") {
  struct Row {
    std::string line, message;
  };
  const auto row = GENERATE(values<Row>({
      {"{\"text\": \"a}", "not JSON"},
      {"[1]", "n.jsonl:2: error: not a JSON object"},
      {"{\"id\": \"x\"}", "n.jsonl:2: error: no \"text\" in this object"},
      {"{\"text\": \" \"}", "n.jsonl:2: error: the text is empty"},
      {"{\"text\": 3}", "n.jsonl:2: error: text must be a string"},
      {"{\"text\": \"a\\u0000b\"}", "n.jsonl:2: error: a NUL character in the text"},
      {"{\"text\": \"\\ud800\"}", "n.jsonl:2"},
      {"{\"text\": \"\xE9\"}",
       "n.jsonl:2:11: error: byte 0xE9 is not UTF-8; convert the file to UTF-8"},
      {"{\"text\": \"a\", \"published\": \"2025-02-30\"}",
       "n.jsonl:2: error: published \"2025-02-30\" is no date: there is no such day; write 2025, "
       "2025-04 or 2025-04-25"},
      {std::string(5000, '['), "n.jsonl:2"},
  }));
  const std::string good = "{\"text\": \"le mot et la chose\"}";
  const auto documents = read_text("n.jsonl", good + '\n' + row.line + '\n' + good + '\n');
  REQUIRE(documents.size() == 3);
  CHECK(documents[0].has_value());
  CHECK(message_of(documents[1]).find(row.message) != std::string::npos);
  CHECK(message_of(documents[1]).starts_with("n.jsonl:2"));
  CHECK(documents[2].has_value());
}

TEST_CASE("reading stops when nobody wants more", "[read]") {
  int count = 0;
  read_bytes("n.jsonl", "{\"text\": \"a\"}\n{\"text\": \"b\"}\n", {}, [&](const Result<Document>&) {
    ++count;
    return false;
  });
  CHECK(count == 1);
}

TEST_CASE("standard input is JSON Lines when it opens with a brace", "[read]") {
  const auto json = read_text("-", "\n{\"text\": \"le mot\"}\n");
  REQUIRE(json[0].has_value());
  CHECK(json[0]->id == "stdin-2");
  const auto text = read_text("-", "le mot");
  REQUIRE(text[0].has_value());
  CHECK(text[0]->id == "stdin");
  CHECK(text[0]->path == "-");
}

TEST_CASE("a file without a line is empty", "[read]") {
  CHECK(message_of(read_text("n.jsonl", "\n \n")[0]) == "n.jsonl: error: the file is empty");
}

TEST_CASE("a JSON file named outright is one document", "[read]") {
  const auto documents =
      read_text("a.json", "{\n  \"text\": \"le mot\",\n  \"published\": 2025\n}\n");
  REQUIRE(documents.size() == 1);
  REQUIRE(documents[0].has_value());
  CHECK(documents[0]->id == "a");
  CHECK(documents[0]->published.value == "2025");
}
