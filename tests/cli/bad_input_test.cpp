// What the world can put into a folder of articles. Each bad input is named with its place, the
// good ones beside it are done, the exit code says so, and no file is left half made.

#include "cli/run_program.hpp"
#include "cli/sample_articles.hpp"
#include "scratch_folder.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

using namespace frise::test;
using Names = std::vector<std::string>;

namespace {

std::ptrdiff_t lines_of(const std::string& text) {
  return std::count(text.begin(), text.end(), '\n');
}

std::string utf16(std::string_view ascii, bool little) {
  std::string out = little ? "\xff\xfe" : "\xfe\xff";
  for (const char c : ascii) out += little ? std::string{c, '\0'} : std::string{'\0', c};
  return out;
}

}  // namespace

TEST_CASE("a bad article is named with its place and the others are done",
          "[end-to-end][bad-input]") {
  struct Row {
    std::string name;
    std::string bytes;
    std::string sidecar;  ///< bytes of NAME.json; none when empty
    std::string says;
  };
  const auto row = GENERATE(values<Row>({
      {"empty.txt", "", "", "empty.txt: error: the file is empty"},
      {"blank.txt", " \n\t\r\n", "", "blank.txt: error: nothing but white space"},
      {"nul.txt", std::string("Nvidia\0 investit.\n", 18), "", "nul.txt:1:7: error: "},
      {"latin1.txt", "Nvidia a lanc\xe9 une carte.\n", "", "latin1.txt:1:14: error: "},
      {"cut.txt", "Nvidia investit.\nEn \xe2\x82", "", "cut.txt:2:4: error: "},
      {"surrogate.txt", "Un \xed\xa0\x80.\n", "", "surrogate.txt:1:4: error: "},
      {"cut16.txt", std::string("\xff\xfeN\0v", 5), "", "cut16.txt"},
      {"broken.txt", good_article, "{\"title\": \"a\",\n oops}", "broken.json:2:"},
      {"list.txt", good_article, "[1, 2]", "list.json"},
      {"day.txt", good_article, "{\"published\": \"2025-02-30\"}",
       "\"2025-02-30\" is no date: there is no such day"},
      {"range.txt", good_article, "{\"published\": \"2025/2021\"}", "the range runs backwards"},
      {"zero.txt", good_article, "{\"published\": \"0000-05-01\"}", "years are 0001 to 9999"},
      {"far.txt", good_article, "{\"published\": 99999}", "years are 0001 to 9999"},
      {"farther.txt", good_article, "{\"published\": \"Y12345\"}", "years are 0001 to 9999"},
      {"arabic.txt", good_article, "{\"published\": \"\xd9\xa2\xd9\xa0\xd9\xa2\xd9\xa5\"}",
       "its digits must be 0 to 9"},
      {"wide.txt", good_article,
       "{\"published\": \"\xef\xbc\x92\xef\xbc\x90\xef\xbc\x92\xef\xbc\x95\"}",
       "its digits must be 0 to 9"},
      {"bad.jsonl", "{\"id\": \"a\", \"text\": \n", "", "bad.jsonl:1"},
      {"notext.jsonl", "{\"id\": \"a\"}\n", "", "notext.jsonl:1"},
  }));
  INFO(row.name);
  const ScratchFolder scratch;
  scratch.write("in/good.txt", good_article);
  scratch.write("in/" + row.name, row.bytes);
  if (!row.sidecar.empty()) {
    const auto stem = std::filesystem::path{row.name}.stem().string();
    scratch.write("in/" + stem + ".json", row.sidecar);
  }
  const Ran beside = run_frise({"extract", scratch.path("in")});
  CHECK(beside.exit == 3);
  CHECK(lines_of(beside.out) == 1);
  CHECK_THAT(beside.out, Catch::Contains("2024-03-12"));
  CHECK_THAT(beside.err, Catch::Contains(row.says));
  CHECK(lines_of(beside.err) == 1);

  const std::string alone = scratch.path("in/" + row.name);
  const Ran extract = run_frise({"extract", alone, "-o", scratch.path("records.jsonl")});
  CHECK(extract.exit == 1);
  CHECK_THAT(extract.err, Catch::Contains(row.says));
  CHECK(run_frise({"build", alone, "-o", scratch.path("out")}).exit == 1);
  CHECK(scratch.names() == Names{"in"});
}

TEST_CASE("a date that does not exist gets a remark and no value", "[end-to-end][bad-input]") {
  struct Row {
    std::string words, never, code;
  };
  const auto row = GENERATE(values<Row>({
      {"Le 30 février 2025", "2025-02", "no-such-day"},
      {"Le 31 avril 2024", "2024-0", "no-such-day"},
      {"Le 2023-13-45", "2023-", "no-such-day"},
      {"Il y a 1000000000000000000000000000000 ans", "PAST_REF", "time-out-of-range"},
      {"En 99999", "9999", ""},
      {"En l'an 0", "0000", ""},
      {"Entre 2025 et 2021", "2025/2021", ""},
      {"Le \u0662\u0665/\u0660\u0664/\u0662\u0660\u0662\u0665", "2025", ""},
      {"Le \uff12\uff10\uff12\uff15\uff0d\uff10\uff14\uff0d\uff12\uff15", "2025", ""},
  }));
  INFO(row.words);
  const ScratchFolder scratch;
  const std::string text =
      "Alta change de main\n\n" + row.words + ", Alta a vendu une usine dans la région.\n";
  const Ran ran = run_frise({"extract", scratch.write("a.txt", text), "--lang", "fr"});
  CHECK(ran.exit == 0);
  CHECK_THAT(ran.out, !Catch::Contains("\"value\":\"" + row.never));
  if (!row.code.empty()) CHECK_THAT(ran.out, Catch::Contains("\"code\":\"" + row.code));
}

TEST_CASE("EDTF dates are taken from sidecars and options", "[end-to-end]") {
  const ScratchFolder scratch;
  const std::string path = scratch.write("a.txt", good_article);
  for (const std::string date :
       {"2025-XX", "2025-05-XX", "202X", "2025-22", "2025-33~", "../2025", "2024/2025?"}) {
    INFO(date);
    const Ran ran = run_frise({"extract", path, "--date", date});
    CHECK(ran.exit == 0);
    CHECK_THAT(ran.out, Catch::Contains("\"value\":\"" + date + '"'));
    scratch.write("a.json", "{\"published\": \"" + date + "\"}");
    CHECK(run_frise({"extract", path}).out.find("\"value\":\"" + date + '"') != std::string::npos);
    std::filesystem::remove(scratch.path("a.json"));
  }
}

TEST_CASE("an article from the future is kept, and that is told", "[end-to-end][bad-input]") {
  const ScratchFolder scratch;
  const std::string path = scratch.write("a.txt", good_article);
  const Ran ran = run_frise({"extract", path, "--date", "2999-01-01"});
  CHECK(ran.exit == 0);
  CHECK_THAT(ran.err, Catch::Contains("a.txt: warning: published 2999-01-01 lies in the future"));
  CHECK_THAT(ran.out, Catch::Contains("\"value\":\"2999-01-01\""));
  CHECK(run_frise({"extract", path, "--date", "2999-01-01", "--strict"}).exit == 3);
  CHECK(run_frise({"extract", path, "--date", "2024-05"}).err.empty());
}

TEST_CASE("what is not there is named", "[end-to-end][bad-input]") {
  const ScratchFolder scratch;
  const std::string good = scratch.write("good.txt", good_article);
  std::filesystem::create_directories(scratch.path("bare"));
  scratch.write("other/picture.png", "\x89PNG");
  for (const std::string name : {"gone.txt", "bare", "other"}) {
    INFO(name);
    const Ran beside = run_frise({"extract", scratch.path(name), good});
    CHECK(beside.exit == 3);
    CHECK(lines_of(beside.out) == 1);
    CHECK_THAT(beside.err, Catch::Contains(name + ": error: "));
    CHECK(run_frise({"extract", scratch.path(name)}).exit == 1);
  }
}

TEST_CASE("a bad line of JSON Lines is named and the rest goes on", "[end-to-end][bad-input]") {
  const ScratchFolder scratch;
  const std::string good =
      R"({"id":"a","lang":"fr","text":"Le 3 mai 2024, Intel a lancé un GPU."})";
  const std::string lines = good + "\nnonsense\n{\"id\":\"b\",\"text\":7}\n" + good + "\n";
  const Ran ran = run_frise({"extract", scratch.write("news.jsonl", lines)});
  CHECK(ran.exit == 3);
  CHECK(lines_of(ran.out) == 2);
  CHECK_THAT(ran.err, Catch::Contains("news.jsonl:2") && Catch::Contains("news.jsonl:3"));
}

TEST_CASE("UTF-16 with its mark is converted, and that is told", "[end-to-end][bad-input]") {
  const ScratchFolder scratch;
  for (const bool little : {true, false}) {
    const std::string path = scratch.write("a.txt", utf16(english_article, little));
    const Ran ran = run_frise({"extract", path});
    CHECK(ran.exit == 0);
    CHECK_THAT(ran.out, Catch::Contains("2023-06-04"));
    CHECK_THAT(ran.err, Catch::Contains("a.txt:1:1: warning: "));
    CHECK(run_frise({"extract", path, "--strict", "-q"}).exit == 3);
  }
}

TEST_CASE("a line of many megabytes is read in linear time", "[end-to-end][bad-input]") {
#ifdef NDEBUG
  constexpr std::size_t megabyte = 1'000'000;
#else
  constexpr std::size_t megabyte = 200'000;  // the same with fewer, as it is ten times slower
#endif
  const ScratchFolder scratch;
  const std::string unit =
      GENERATE(as<std::string>{}, "Le 3 mai 2024, Nvidia a investi dans Intel. ", "a", "1", "« ",
               "- ", "Nvidia ", ".", "(", "\xe2\x80\x8f", "Rien ne bouge ici. ");
  INFO(unit);
  const std::size_t size = (unit.starts_with("Rien") ? 50 : 10) * megabyte;
  std::string line;
  line.reserve(size + unit.size());
  while (line.size() < size) line += unit;
  const std::string path = scratch.write("long.txt", line);
  const std::string good = scratch.write("good.txt", good_article);
  const Ran ran = run_frise({"extract", path, good, "-o", scratch.path("r.jsonl")});
  CHECK((ran.exit == 0 || ran.exit == 3));
  CHECK_THAT(bytes_of(scratch.path("r.jsonl")), Catch::Contains("2024-03-12"));
}

TEST_CASE("an article with no date and no name gives figures that say so",
          "[end-to-end][bad-input]") {
  const ScratchFolder scratch;
  const std::string path = scratch.write("a.txt", empty_handed_article);
  const Ran ran = run_frise({"build", path, "-o", scratch.path("out")});
  CHECK(ran.exit == 0);
  CHECK_THAT(ran.err, Catch::Contains("warning: no events were found in 1 article;"));
  CHECK_THAT(bytes_of(scratch.path("out/timeline.svg")), Catch::Contains("</svg>"));
  CHECK_THAT(bytes_of(scratch.path("out/map.svg")), Catch::Contains("</svg>"));
  CHECK(run_frise({"build", path, "-o", scratch.path("out"), "--strict"}).exit == 3);
}

TEST_CASE("a file's name may hold any bytes", "[end-to-end][bad-input]") {
  const ScratchFolder scratch;
  for (const char* name :
       {"caf\xe9.txt", "new\nline.txt", "a\x1b[31m.txt", "-o.txt", "q\"uote.txt"}) {
    const std::string path = scratch.write(name, good_article);
    const Ran ran = run_frise({"extract", path});
    INFO(ran.err);
    CHECK(ran.exit == 0);
    CHECK(lines_of(ran.out) == 1);
    CHECK(run_frise({"merge", "-"}, {.input = ran.out}).exit == 0);
  }
}

TEST_CASE("documents that share an id are both kept, and that is told", "[end-to-end][bad-input]") {
  const ScratchFolder scratch;
  const std::string lines =
      "{\"id\":\"a\",\"lang\":\"fr\",\"text\":\"Le 3 mai 2024, Intel a investi dans Nvidia.\"}\n"
      "{\"id\":\"a\",\"lang\":\"fr\",\"text\":\"Le 9 juin 2025, AMD a investi dans Intel.\"}\n";
  const Ran ran = run_frise({"build", scratch.write("n.jsonl", lines), "-o", scratch.path("out")});
  CHECK(ran.exit == 0);
  CHECK_THAT(ran.err, Catch::Contains("warning: several documents have the id a;"));
  CHECK_THAT(bytes_of(scratch.path("out/events.csv")),
             Catch::Contains("2024-05-03") && Catch::Contains("2025-06-09"));
}
