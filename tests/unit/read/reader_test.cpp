#include "fixture.hpp"

using namespace frise;
using frise::test::Folder;
using frise::test::message_of;
using frise::test::read_all;
using frise::test::read_text;
using namespace std::string_literals;

namespace {
const std::string article =
    "Le groupe a vendu son usine du Nord à un rival pour dix millions d'euros.\n";
}  // namespace

TEST_CASE("a text file is one document, unaltered", "[read]") {
  const Folder folder;
  const std::string path = folder.write("usine.txt", article);
  const auto documents = read_all(path);
  REQUIRE(documents.size() == 1);
  REQUIRE(documents[0].has_value());
  const Document& document = *documents[0];
  CHECK(document.id == "usine");
  CHECK(document.path == path);
  CHECK(document.lang == "fr");
  CHECK(document.text == article);
  CHECK(document.published.value.empty());
  CHECK(document.published.basis == DateBasis::unknown);
  CHECK(document.diagnostics.empty());
  CHECK(document.sha256.size() == 64);
}

TEST_CASE("the digest is that of the text", "[read]") {
  const auto documents = read_text("a.txt", "abc");
  REQUIRE(documents[0].has_value());
  CHECK(documents[0]->sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("bytes that are no text are refused with their place", "[read]") {
  struct Row {
    std::string bytes, message;
    ErrorCode code;
  };
  const auto row = GENERATE(values<Row>({
      {"", "a.txt: error: the file is empty", ErrorCode::empty},
      {" \n\t\r\n", "a.txt: error: nothing but white space", ErrorCode::empty},
      {"\xEF\xBB\xBF", "a.txt: error: the file is empty", ErrorCode::empty},
      {"un\nd\xC3\xA9j\xC3\xA0 \xE9t\xE9",
       "a.txt:2:6: error: byte 0xE9 is not UTF-8; convert the file to UTF-8", ErrorCode::not_utf8},
      {"fin \xE2\x82", "a.txt:1:5: error: byte 0xE2 is not UTF-8; convert the file to UTF-8",
       ErrorCode::not_utf8},
      {"\xED\xA0\x80", "a.txt:1:1: error: byte 0xED is not UTF-8; convert the file to UTF-8",
       ErrorCode::not_utf8},
      {"\xC0\xAF", "a.txt:1:1: error: byte 0xC0 is not UTF-8; convert the file to UTF-8",
       ErrorCode::not_utf8},
      {"un\ndeux\0trois"s, "a.txt:2:5: error: a NUL byte; this is no text file",
       ErrorCode::not_utf8},
      {"\xFF\xFE\0\0a\0\0\0"s, "a.txt: error: the file is UTF-32; convert it to UTF-8",
       ErrorCode::not_utf8},
      {"\xFF\xFE"
       "a",
       "a.txt: error: UTF-16 that ends in half a unit; convert the file to UTF-8",
       ErrorCode::not_utf8},
      {"\xFF\xFE"
       "a\0\0\0"s,
       "a.txt:1:2: error: a NUL byte; this is no text file", ErrorCode::not_utf8},
  }));
  const auto documents = read_text("a.txt", row.bytes);
  REQUIRE(documents.size() == 1);
  CHECK(message_of(documents[0]) == row.message);
  REQUIRE_FALSE(documents[0].has_value());
  CHECK(documents[0].error().code == row.code);
}

TEST_CASE("byte order marks are dropped and UTF-16 is converted", "[read]") {
  struct Row {
    std::string bytes, text;
    std::size_t remarks;
  };
  const auto row = GENERATE(values<Row>({
      {"\xEF\xBB\xBF\xC3\xA9t\xC3\xA9 de la", "été de la", 0},
      {"\xFF\xFE\xE9\0t\0\xE9\0"s, "été", 1},
      {"\xFE\xFF\0\xE9\0t\0\xE9"s, "été", 1},
      {"\xFF\xFE\x3D\xD8\x00\xDE"s, "😀", 1},
      {"\xFF\xFE\x3D\xD8"
       "a\0"s,
       "\xEF\xBF\xBD"
       "a",
       2},
  }));
  const auto documents = read_text("a.txt", row.bytes, {.lang = "fr"});
  REQUIRE(documents[0].has_value());
  CHECK(documents[0]->text == row.text);
  CHECK(documents[0]->diagnostics.size() == row.remarks);
}

TEST_CASE("control characters and direction marks stay in the text", "[read]") {
  const std::string text =
      "un \x01\x1B deux \xE2\x80\xAE"
      "trois";
  const auto documents = read_text("a.txt", text);
  REQUIRE(documents[0].has_value());
  CHECK(documents[0]->text == text);
}

TEST_CASE("what cannot be read is named", "[read]") {
  const Folder folder;
  CHECK(message_of(read_all(folder / "rien.txt")[0], folder.path()) ==
        "rien.txt: error: no such file");
  CHECK(read_all(folder / "rien.txt")[0].error().code == ErrorCode::not_found);
  CHECK(read_all(folder.path())[0].error().code == ErrorCode::unreadable);
  const std::string path = folder.write("a.txt", article);
  ReadOptions options;
  options.max_bytes = 10;
  CHECK(message_of(read_all(path, options)[0], folder.path()) ==
        "a.txt: error: larger than 10 bytes; split it");
  CHECK(read_text("b.txt", article, options)[0].error().code == ErrorCode::too_large);
}

TEST_CASE("a single line of 50 MB is read", "[read]") {
  std::string text;
  while (text.size() < 50000000) text += "le mot et la chose, ";
  const Folder folder;
  const auto documents = read_all(folder.write("long.txt", text));
  REQUIRE(documents[0].has_value());
  CHECK(documents[0]->text == text);
}

TEST_CASE("options fill what a document does not state", "[read]") {
  ReadOptions options;
  options.published = "2025-04";
  options.lang = "en-GB";
  const auto documents = read_text("a.txt", article, options);
  REQUIRE(documents[0].has_value());
  CHECK(documents[0]->published.value == "2025-04");
  CHECK(documents[0]->published.basis == DateBasis::given);
  CHECK(documents[0]->lang == "en");
  options.published = "hier";
  CHECK(message_of(read_text("a.txt", article, options)[0]) ==
        "error: published \"hier\" is no date; write 2025, 2025-04 or 2025-04-25");
}
