#include "cli/command_line.hpp"

#include <catch2/catch.hpp>
#include <sstream>

using namespace frise;
using namespace frise::cli;

namespace {

std::vector<std::string> words(const std::string& line) {
  std::istringstream in{line};
  std::vector<std::string> out;
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

Settings settings_of(const std::string& line) {
  const auto parsed = parse_command_line(words(line));
  REQUIRE(std::holds_alternative<Invocation>(parsed));
  return std::get<Invocation>(parsed).settings;
}

Answer answer_to(const std::vector<std::string>& arguments) {
  const auto parsed = parse_command_line(arguments);
  REQUIRE(std::holds_alternative<Answer>(parsed));
  return std::get<Answer>(parsed);
}

}  // namespace

TEST_CASE("a command takes inputs and options in any order", "[cli]") {
  const auto parsed = parse_command_line(words("build a.txt -o out b.txt --jobs 3 -q -"));
  REQUIRE(std::holds_alternative<Invocation>(parsed));
  const auto& [command, settings] = std::get<Invocation>(parsed);
  CHECK(command->name == "build");
  CHECK(settings.inputs == std::vector<std::string>{"a.txt", "b.txt", "-"});
  CHECK(settings.output == "out");
  CHECK(settings.jobs == 3);
  CHECK(settings.quiet);
  CHECK_FALSE(settings.verbose);
}

TEST_CASE("what looks like a command after the first word is an input", "[cli]") {
  CHECK(settings_of("build extract merge").inputs == std::vector<std::string>{"extract", "merge"});
  CHECK(settings_of("build -- --odd-name.txt").inputs ==
        std::vector<std::string>{"--odd-name.txt"});
}

TEST_CASE("names and titles with odd marks arrive as they are", "[cli]") {
  for (const std::string odd : {"[x]", "[a,b]", "{}", "%%", "a=b", "\"q\"", "é à"}) {
    const auto parsed = parse_command_line({"build", odd, "--title", odd, "--entity=" + odd});
    REQUIRE(std::holds_alternative<Invocation>(parsed));
    const Settings& s = std::get<Invocation>(parsed).settings;
    CHECK(s.inputs == std::vector<std::string>{odd});
    CHECK(s.view.title == odd);
    CHECK(s.view.entities == std::vector<std::string>{odd});
  }
}

TEST_CASE("an option that may be repeated gathers, another takes the last", "[cli]") {
  const Settings s = settings_of(
      "build x --entity Nvidia --entity OpenAI --type invest,partner --type fine --subject a,b "
      "--lang fr --lang en");
  CHECK(s.view.entities == std::vector<std::string>{"Nvidia", "OpenAI"});
  CHECK(s.view.types ==
        std::vector<EventType>{EventType::invest, EventType::partner, EventType::fine});
  CHECK(s.subjects == std::vector<std::string>{"a", "b"});
  CHECK(s.lang == "en");
}

TEST_CASE("every option reaches its setting", "[cli]") {
  const Settings s = settings_of(
      "build x --title=T --subtitle=S --locale en --since 2017 --until 2025-04 --top 12 "
      "--page auto --theme dark --published 2026-02-03 --kind narrative --no-subject-pack "
      "--data D --strict -v");
  CHECK(s.view.title == "T");
  CHECK(s.view.subtitle == "S");
  CHECK(s.view.locale == "en");
  CHECK(s.view.since == "2017");
  CHECK(s.view.until == "2025-04");
  CHECK(s.view.top == 12);
  CHECK(s.render.page == "auto");
  CHECK(s.render.theme == Theme::dark);
  CHECK(s.published == "2026-02-03");
  CHECK(s.kind == TextKind::narrative);
  CHECK(s.no_subject_pack);
  CHECK(s.data == "D");
  CHECK(s.strict);
  CHECK(s.verbose);
  CHECK(settings_of("extract x --date 2025").published == "2025");
  CHECK(settings_of("extract x --stats --format jsonl").stats);
}

TEST_CASE("train takes treebanks, a language and a folder", "[cli]") {
  const Settings s = settings_of("train a.conllu b.conllu --lang en -o models");
  CHECK(s.inputs == std::vector<std::string>{"a.conllu", "b.conllu"});
  CHECK(s.lang == "en");
  CHECK(s.output == "models");
  CHECK(answer_to({"train"}).exit == Exit::usage);
}

TEST_CASE("export takes one graph, and reads the format off the name", "[cli]") {
  const auto format = [](const std::string& line) {
    return std::string{settings_of(line).export_format->name};
  };
  CHECK(format("export g.json -T gexf") == "gexf");
  CHECK(format("export g.json -o g.mmd") == "mermaid");
  CHECK(format("export g.json -o g.ftm.json") == "ftm");
  CHECK(format("export g.json -o g.dot -T cypher") == "cypher");
}

TEST_CASE("draw takes a figure and one graph, and reads the format off the name", "[cli]") {
  CHECK(settings_of("draw timeline g.json").figure == Figure::timeline);
  CHECK(settings_of("draw map g.json").figure == Figure::map);
  CHECK(settings_of("draw map g.json").inputs == std::vector<std::string>{"g.json"});
  CHECK(settings_of("draw map g.json -o m.dot").figure_format() == FigureFormat::dot);
  CHECK(settings_of("draw map g.json -o m.dot -T svg").figure_format() == FigureFormat::svg);
  CHECK(settings_of("draw map g.json -T dot").figure_format() == FigureFormat::dot);
  CHECK(settings_of("draw map g.json --groups").view.groups);
  // The report has a map too.
  CHECK(settings_of("draw timeline g.json -T html --groups --top 9").view.top == 9);
}

TEST_CASE("wrong usage is answered with 2 and what would do", "[cli]") {
  struct Row {
    std::string line;
    std::string says;
  };
  const auto row = GENERATE(values<Row>({
      {"", "no command given"},
      {"biuld x", "unknown command biuld; did you mean frise build?"},
      {"frobnicate", "unknown command frobnicate\n"},
      {"--quiet build x", "unknown option --quiet; options of a command stand after it"},
      {"build x --titel T", "unknown option --titel; did you mean --title?"},
      {"build x --tite=T", "unknown option --tite; did you mean --title?"},
      {"build x --stats", "unknown option --stats"},
      {"merge x --jobs 2", "unknown option --jobs"},
      {"build x -z", "unknown option -z\n"},
      {"build", "no articles named; give files, folders, or - for standard input"},
      {"merge -q", "no records named"},
      {"draw", "say which figure and of which graph"},
      {"draw timeline", "say which figure and of which graph"},
      {"draw chart g.json", "\"chart\" is no figure; draw timeline, map or order"},
      {"draw map a b", "one graph at a time; b is too many"},
      {"draw timeline g --per year", "--per is for the map figure"},
      {"draw order g --per year", "--per is for the map figure"},
      {"draw timeline g --groups", "--groups is for the map figure"},
      {"draw order g --top 9", "--top is for the map figure"},
      {"draw timeline g --focus Alta", "--focus is for the map figure"},
      {"draw order g --force", "--force is for the map figure"},
      {"draw map g --per year -o r.html", "--per is for the map figure"},
      {"draw order g --diff h", "--diff is for the timeline figure"},
      {"build x --since 2025-02-30",
       "--since: \"2025-02-30\" is no date: there is no such day; write 2025"},
      {"build x --published hier", "--published: \"hier\" is no date"},
      {"build x --jobs 0", "--jobs: \"0\" is no number from 1 to 1024"},
      {"build x --jobs 2x", "--jobs: \"2x\" is no number"},
      {"build x --top -3", "--top: \"-3\" is no number"},
      {"build x --theme pink", "--theme: \"pink\" is not one of light, dark, auto, print"},
      {"build x --page a5",
       "--page: \"a5\" is not one of a4-landscape, a4-portrait, "
       "16x9, poster-a1, poster-a0, auto"},
      {"build x --type dance", "--type: \"dance\" is no type of event"},
      {"build x --type invest,,fine", "--type: \"invest,,fine\" names nothing"},
      {"build x --kind poem", "--kind: \"poem\" is not one of news, narrative, dialogue"},
      {"build x --lang french", "--lang: \"french\" is no language"},
      {"extract x --format xml", "--format: \"xml\" is not one of jsonl"},
      {"export", "no graph named; give the graph.json of frise build, or - for standard input"},
      {"export g.json", "no format named; say one with -T, such as gexf"},
      {"explain g a b c", "one id at a time, or two actors; c is too many"},
      {"export a b -T dot", "one graph at a time; b is too many"},
      {"export g -T xls", "--to: \"xls\" is not one of csv, cypher, dot"},
      {"draw map g -T gif", "--to: \"gif\" is not one of svg, pdf, png, dot, html"},
      {"draw timeline g --stance kind", "--stance: \"kind\" is not one of favourable"},
      {"draw timeline g --lanes 0", "--lanes: \"0\" is no number from 1 to 200"},
      {"build x --title", "--title: 1 required TEXT missing"},
      {"build x --strict=maybe", "--strict takes no value"},
  }));
  INFO(row.line);
  const Answer answer = answer_to(words(row.line));
  CHECK(answer.exit == Exit::usage);
  CHECK_THAT(answer.text, Catch::Contains(row.says));
  CHECK_THAT(answer.text, Catch::Contains("--help)"));
}

TEST_CASE("an empty value is wrong usage", "[cli]") {
  const auto flag =
      GENERATE(as<std::string>{}, "--title", "--entity", "--output", "--since", "--type");
  INFO(flag);
  CHECK(answer_to({"build", "x", flag, ""}).exit == Exit::usage);
  CHECK(answer_to({"build", "x", flag + "="}).exit == Exit::usage);
}

TEST_CASE("help names every option of a command and none of another", "[cli]") {
  for (const CommandRow& command : command_table()) {
    const Answer answer = answer_to({std::string{command.name}, "--help"});
    CHECK(answer.exit == Exit::done);
    for (const OptionRow& row : option_table()) {
      if ((row.commands & command.bit) != 0)
        CHECK_THAT(answer.text, Catch::Contains(std::string{row.help.substr(0, 20)}));
    }
    CHECK_THAT(answer_to({"-h"}).text, Catch::Contains(std::string{command.summary}));
    std::istringstream lines{answer.text + general_help()};
    for (std::string line; std::getline(lines, line);) CHECK(line.size() <= 80);
  }
  CHECK_THAT(answer_to({"merge", "-h"}).text, !Catch::Contains("--title"));
}

TEST_CASE("no option of a command is named twice", "[cli]") {
  for (const CommandRow& command : command_table()) {
    std::vector<std::string_view> seen;
    for (const OptionRow& row : option_table()) {
      if ((row.commands & command.bit) == 0) continue;
      CHECK(std::find(seen.begin(), seen.end(), row.flags) == seen.end());
      seen.push_back(row.flags);
    }
  }
}

TEST_CASE("the version is one line", "[cli]") {
  const Answer answer = answer_to({"--version"});
  CHECK(answer.exit == Exit::done);
  CHECK_THAT(answer.text, Catch::Matches("frise [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}
