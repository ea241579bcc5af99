#include "frise/import/event_table.hpp"
#include "frise/merge/corpus.hpp"
#include "frise/record/words.hpp"
#include "import/table_values.hpp"
#include "unit/merge/sample.hpp"

#include <catch2/catch.hpp>

using namespace frise;
using namespace frise::test;

namespace {

EventTable table_of(const std::string& csv) {
  auto table = parse_event_table(csv, "notes/Ma table.csv");
  REQUIRE(table);
  return std::move(*table);
}

/// "document: type date agent company:alta, ... | summary"
std::string told(const EventTable& table) {
  std::string out;
  for (const Record& record : table.records) {
    for (const RecordEvent& event : record.events) {
      out += record.document.id + ": " + std::string{to_string(event.type)};
      if (!event.date.value.empty()) out += ' ' + event.date.value;
      for (const RecordParticipant& one : event.participants) {
        out += ' ' + std::string{to_string(one.role)} + ' ' + one.entity;
      }
      for (const Amount& amount : event.amounts) {
        out += ' ' + amount.slot + ' ' + amount.value + ' ' + amount.currency + amount.unit;
      }
      if (event.factuality != Factuality::certain) {
        out += ' ' + std::string{to_string(event.factuality)};
      }
      out += " | " + event.summary + '\n';
    }
  }
  return out;
}

std::string said(const std::vector<Error>& errors) {
  std::string out;
  for (const Error& error : errors) out += to_string(error) + '\n';
  return out;
}

}  // namespace

TEST_CASE("a row is an event of its source", "[import]") {
  struct Row {
    std::string csv;
    std::string events;
  };
  const auto row = GENERATE(values<Row>({
      {"date,actor,action,target,source\n2024-03-12,Alta,a racheté,Béru,Le Courrier\n",
       "ma-table-le-courrier: other 2024-03-12 agent company:alta patient company:beru | Alta a "
       "racheté Béru\n"},
      {"date,actor,action,target\n2023~,person:Dan Ost,leave,Alta\n",
       "ma-table-rows: leave 2023~ agent person:dan-ost patient company:alta | Dan Ost · leave · "
       "Alta\n"},
      {"\xEF\xBB\xBF"
       "Date;Acteur;Type;Action;Cible;Montant\r\n2023-Q3;Alta;invest;investit dans;\"Béru; "
       "Céra\";5 "
       "000,5 EUR\r\n",
       "ma-table-rows: invest 2023-35 agent company:alta patient company:beru patient company:cera "
       "amount 5000.5 EUR | Alta investit dans Béru, Céra\n"},
      {"date,actors,type,factuality,summary,lieu\n../2022,Alta,build,planned,Une usine à "
       "Dole,Dole\n",
       "ma-table-rows: build ../2022 agent company:alta place place:dole planned | Une usine à "
       "Dole\n"},
      {"date,actor,action\n,Alta,ferme\n",
       "ma-table-rows: other agent company:alta | Alta ferme\n"},
      {"date,actor,action,source\n2020,Alta,a,X\n2021,Alta,b,Y\n2022,Alta,c,X\n",
       "ma-table-x: other 2020 agent company:alta | Alta a\n"
       "ma-table-x: other 2022 agent company:alta | Alta c\n"
       "ma-table-y: other 2021 agent company:alta | Alta b\n"},
      {"date,actor,action,source,published\n2020,Alta,a,X,2020\n2021,Alta,b,X,2021\n",
       "ma-table-x: other 2020 agent company:alta | Alta a\n"
       "ma-table-x-2: other 2021 agent company:alta | Alta b\n"},
  }));
  CAPTURE(row.csv);
  const EventTable table = table_of(row.csv);
  CHECK(told(table) == row.events);
  CHECK(said(table.errors) == "");
}

TEST_CASE("what is wrong with a table is told where it stands, and the rest is read", "[import]") {
  const EventTable table = table_of(
      "date,actor,action,amount,factuality,note\n"
      "2025-02-30,Alta,a,,,\n"
      "2024,,b,,,\n"
      "2024,Alta,,,,\n"
      "2024,Alta,c,beaucoup,,\n"
      "2024,Alta,d,,sans doute,\n"
      "2024,Alta,e,,,x,y\n"
      "2024,Alta,f\n"
      "2024,\"Alta\"x,g\n");
  CHECK(table.rows == 1);
  CHECK(said(table.warnings) ==
        "notes/Ma table.csv:1:37: error: the column \"note\" is not read\n");
  CHECK(
      said(table.errors) ==
      "notes/Ma table.csv:2:1: error: \"2025-02-30\" is no date: there is no such day; write "
      "2025, 2025-04 or 2025-04-25\n"
      "notes/Ma table.csv:3:6: error: the row names no actor\n"
      "notes/Ma table.csv:4:11: error: the row names no action\n"
      "notes/Ma table.csv:5:13: error: \"beaucoup\" is no amount; write a number, then a currency "
      "or what is counted: 5000000 EUR\n"
      "notes/Ma table.csv:6:14: error: \"sans doute\" is not one of certain, probable, possible, "
      "reported, planned, denied, hypothetical\n"
      "notes/Ma table.csv:7:17: error: the row has more cells than the first line has columns\n"
      "notes/Ma table.csv:9:6: error: words stand behind the quotes of a cell; double the quotes "
      "within it\n");
}

TEST_CASE("a first line that names no columns of events is refused", "[import]") {
  struct Row {
    std::string csv;
    std::string says;
  };
  const auto row = GENERATE(values<Row>({
      {"", "t.csv: error: the table has no rows"},
      {"\n\n", "t.csv: error: the table has no rows"},
      {"a,b\n1,2\n",
       "t.csv:1:1: error: the first line names no date, actor and action; it should begin like "
       "date,actor,action,target,source"},
      {"date,actor,type,date\n", "t.csv:1:17: error: the column \"date\" is there twice"},
      {"date,actor,\xE9\n", "t.csv:1: error: not UTF-8 text; save the table as CSV UTF-8"},
  }));
  const auto table = parse_event_table(row.csv, "t.csv");
  REQUIRE_FALSE(table);
  CHECK(to_string(table.error()) == row.says);
}

TEST_CASE("evidence is the row: its line, its words, their bytes", "[import]") {
  const std::string csv =
      "date,actor,action,quote\n2024,Alta,ferme,\nx,\n2023,Alta,cède,Alta a cédé son usine.\n";
  const EventTable table = table_of(csv);
  REQUIRE(table.rows == 2);
  const RecordEvent& event = table.records[0].events[1];
  CHECK(event.sentence.number == 4);
  CHECK(event.sentence.text == "Alta a cédé son usine.");
  CHECK(slice(csv, event.sentence.span) == event.sentence.text);
  CHECK(slice(csv, event.trigger.span) == "cède");
}

TEST_CASE("actors of no type are those of the articles", "[import]") {
  Record record =
      article("a", "2024-03-20",
              {{EventType::leave,
                "2024-03-12",
                "Dan Ost a quitté Alta.",
                {"agent person:dan-ost", "patient organization:alta", "topic person:nemo"}}});
  EventTable table = table_of(
      "date,actor,type,target\n2024-03-12,Dan Ost,leave,Alta\n2024,company:Nemo,fine,Alta\n");
  adopt_known_entities(table, {record});
  CHECK(told(table) ==
        "ma-table-rows: leave 2024-03-12 agent person:dan-ost patient organization:alta | Dan Ost "
        "· leave · Alta\n"
        "ma-table-rows: fine 2024 agent company:nemo patient organization:alta | Nemo · fine · "
        "Alta\n");

  std::vector<Record> all{record, table.records[0]};
  const Corpus corpus = merge_records(std::move(all));
  REQUIRE(corpus.events.size() == 2);
  const auto& leave = corpus.events[corpus.events[0].type == EventType::leave ? 0 : 1];
  CHECK(leave.claims.size() == 2);
}

TEST_CASE("amounts are numbers with what they count", "[import]") {
  struct Row {
    std::string text;
    std::string amount;
  };
  const auto row = GENERATE(values<Row>({
      {"5000000 EUR", "amount 5000000 EUR"},
      {"5 000 000 EUR", "amount 5000000 EUR"},
      {"5\u202F000,5 EUR", "amount 5000.5 EUR"},
      {"1'000.25 CHF", "amount 1000.25 CHF"},
      {"20000 GPU", "count 20000 GPU"},
      {"12 %", "percent 12 "},
      {"7", "count 7 "},
      {"12 3 x", ""},
      {"1,5,5 EUR", ""},
      {"", ""},
      {"EUR 5", ""},
      {"-5 EUR", ""},
  }));
  CAPTURE(row.text);
  const auto amount = parse_amount(row.text);
  CHECK((amount ? amount->slot + ' ' + amount->value + ' ' + amount->currency + amount->unit
                : "") == row.amount);
}
