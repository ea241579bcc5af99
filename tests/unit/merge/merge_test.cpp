#include "frise/graph/event_graph.hpp"
#include "frise/merge/corpus.hpp"
#include "frise/record/words.hpp"
#include "unit/merge/sample.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace frise;
using namespace frise::test;

/// "2021 x2" for an event of 2021 told twice; events in order, with a comma between them.
std::string told(const Corpus& corpus) {
  std::string out;
  for (const MergedEvent& event : corpus.events) {
    if (!out.empty()) out += ", ";
    out += event.date.value.empty() ? "?" : event.date.value;
    if (event.claims.size() > 1) out += " x" + std::to_string(event.claims.size());
  }
  return out;
}

const std::vector<std::string> alta_beru{"agent company:alta", "patient company:beru"};
const std::vector<std::string> alta_cora{"agent company:alta", "patient company:cora"};
const std::vector<std::string> alta_only{"agent company:alta"};

}  // namespace

TEST_CASE("two reports are one event when who, what and when agree", "[merge]") {
  struct Row {
    std::string why;
    Said first;
    Said second;
    std::string told;
  };
  const auto acquire = EventType::acquire;
  const auto row = GENERATE_COPY(values<Row>({
      {"same day",
       {acquire, "2024-03-12", "Alta rachète Béru.", alta_beru},
       {acquire, "2024-03-12", "Le groupe Alta met la main sur Béru.", alta_beru},
       "2024-03-12 x2"},
      {"the finer date is kept",
       {acquire, "2024", "Alta a racheté Béru en 2024.", alta_beru},
       {acquire, "2024-03", "En mars, Alta s'est offert Béru.", alta_beru},
       "2024-03 x2"},
      {"another day is another event",
       {acquire, "2024-03-12", "Alta rachète Béru.", alta_beru},
       {acquire, "2024-05-02", "Alta rachète Béru de nouveau.", alta_beru},
       "2024-03-12, 2024-05-02"},
      {"another patient is another event",
       {acquire, "2024-03-12", "Alta rachète Béru.", alta_beru},
       {acquire, "2024-03-12", "Alta rachète Cora.", alta_cora},
       "2024-03-12, 2024-03-12"},
      {"another agent is another event",
       {acquire, "2024-03-12", "Alta rachète Béru.", alta_beru},
       {acquire,
        "2024-03-12",
        "Dora rachète Béru.",
        {"agent company:dora", "patient company:beru"}},
       "2024-03-12, 2024-03-12"},
      {"another type is another event",
       {acquire, "2024-03-12", "Alta rachète Béru.", alta_beru},
       {EventType::litigate, "2024-03-12", "Alta poursuit Béru.", alta_beru},
       "2024-03-12, 2024-03-12"},
      {"types that mean much the same go together",
       {EventType::restrict, "2021", "Alta bride les ventes de Béru.", alta_beru},
       {EventType::exclude, "2021", "Alta écarte Béru de ses ventes.", alta_beru},
       "2021 x2"},
      {"undated and dated, with a further participant in common",
       {acquire, "", "Alta a racheté Béru.", alta_beru},
       {acquire, "2024-03-12", "Alta rachète Béru.", alta_beru},
       "2024-03-12 x2"},
      {"undated and dated, with nothing but the agent in common",
       {acquire, "", "Alta fait des emplettes.", alta_only},
       {acquire, "2024-03-12", "Alta rachète Béru.", alta_beru},
       "2024-03-12, ?"},
      {"planned is not done",
       {acquire, "2024", "Alta veut racheter Béru.", alta_beru, "", Factuality::planned},
       {acquire, "2024", "Alta a racheté Béru.", alta_beru},
       "2024, 2024"},
      {"a rumour of it and the fact are one event",
       {acquire, "2024-03", "Alta aurait racheté Béru.", alta_beru, "", Factuality::reported},
       {acquire, "2024-03", "Alta a racheté Béru.", alta_beru},
       "2024-03 x2"},
      {"done is not left undone",
       {acquire,
        "2024",
        "Alta n'a pas racheté Béru.",
        alta_beru,
        "",
        Factuality::certain,
        {},
        true},
       {acquire, "2024", "Alta a racheté Béru.", alta_beru},
       "2024, 2024"},
      {"two sums in one year are two deals",
       {acquire,
        "2024",
        "Alta a racheté Béru pour cinq millions.",
        alta_beru,
        "",
        Factuality::certain,
        {"5000000 EUR"}},
       {acquire,
        "2024",
        "Une part de Béru revient à Alta contre neuf millions.",
        alta_beru,
        "",
        Factuality::certain,
        {"9000000 EUR"}},
       "2024, 2024"},
      {"partners may be named in either order",
       {EventType::partner, "2024-03", "Alta s'allie à Béru.", alta_beru},
       {EventType::partner,
        "2024-03",
        "Béru s'allie à Alta.",
        {"agent company:beru", "patient company:alta"}},
       "2024-03 x2"},
      {"a before-interval meets a day inside it",
       {acquire, "../2024-03-20", "Alta a racheté Béru.", alta_beru},
       {acquire, "2024-03-12", "Alta rachète Béru.", alta_beru},
       "2024-03-12 x2"},
      {"two statements of one day are two events",
       {EventType::state, "2024-03-12", "La demande explose, dit Alta.", alta_only},
       {EventType::state, "2024-03-12", "Le président promet des usines nouvelles.", alta_only},
       "2024-03-12, 2024-03-12"},
      {"one statement told twice is one event",
       {EventType::state, "2024-03-12", "Alta affirme que la demande explose partout en Europe.",
        alta_only},
       {EventType::state, "2024-03-12", "La demande explose en Europe, affirme Alta.", alta_only},
       "2024-03-12 x2"},
  }));
  CAPTURE(row.why);
  CHECK(told(merge_records({article("a", "2024-06-01", {row.first}),
                            article("b", "2024-06-02", {row.second})})) == row.told);
}

TEST_CASE("both claims of an event stay as their sources made them", "[merge]") {
  const Corpus corpus = merge_records({article("a", "2024-06-01",
                                               {{EventType::invest,
                                                 "2024-03",
                                                 "Alta investit cent millions dans Béru.",
                                                 alta_beru,
                                                 "",
                                                 Factuality::certain,
                                                 {"100000000 EUR"}}}),
                                       article("b", "2024-06-02",
                                               {{EventType::invest,
                                                 "2024",
                                                 "Alta met un milliard dans Béru.",
                                                 alta_beru,
                                                 "",
                                                 Factuality::certain,
                                                 {"100000000 EUR"}}}),
                                       article("c", "2024-06-02",
                                               {{EventType::invest,
                                                 "2024-03",
                                                 "Un milliard d'Alta pour Béru.",
                                                 alta_beru,
                                                 "",
                                                 Factuality::certain,
                                                 {"1000000000 EUR"}}})});
  REQUIRE(told(corpus) == "2024-03 x3");
  const MergedEvent& event = corpus.events[0];
  CHECK(event.amounts_disagree);
  CHECK_FALSE(event.dates_disagree);
  CHECK(event.independent == 3);
  CHECK(event.claims[1].date.value == "2024");
  CHECK(event.claims[2].amounts[0].value == "1000000000");
  CHECK(event.summary == "Alta investit cent millions dans Béru.");
}

TEST_CASE("a vague report that fits two events joins neither", "[merge]") {
  const auto act = [](const std::string& date, const std::string& sentence) {
    return Said{EventType::supply, date, sentence, alta_beru};
  };
  const Record a = article("a", "2024-01-01",
                           {act("2023-02", "Alta livre des rames à Béru."),
                            act("2023-09", "Alta livre des trams à Béru.")});
  CHECK(told(merge_records({a, article("b", "2024-02-01", {act("2023", "Alta livre Béru.")})})) ==
        "2023, 2023-02, 2023-09");
  CHECK(told(merge_records({a, article("b", "2024-02-01", {act("", "Alta livre Béru.")})})) ==
        "2023-02, 2023-09, ?");
}

TEST_CASE("an article cannot tell what happened after it appeared", "[merge]") {
  CHECK(
      told(merge_records(
          {article("a", "2020-01-01", {{EventType::invest, "", "Alta mise sur Béru.", alta_beru}}),
           article("b", "2024-01-02",
                   {{EventType::invest, "2023-12", "Alta investit dans Béru.", alta_beru}})})) ==
      "2023-12, ?");
}

TEST_CASE("a sentence copied with its stale date is one event, dated by its oldest bearer",
          "[merge]") {
  const std::vector<std::string> people{"agent company:dora", "patient product:zeta-9",
                                        "recipient company:beru"};
  const Corpus corpus = merge_records(
      {article(
           "new", "2025-06-30",
           {{EventType::supply, "2025-W24",
             "Il y a deux semaines, Dora a révélé qu'elle avait commandé des milliers de moteurs "
             "Zeta 9 pour équiper les navires de Béru.",
             people, "Il y a deux semaines"}}),
       article(
           "old", "2023-03-20",
           {{EventType::supply, "2023-W10",
             "Il y a deux semaines, Dora a déclaré avoir commandé des milliers de moteurs Zeta 9 "
             "afin d'équiper les navires de Béru.",
             people, "Il y a deux semaines"}})});
  REQUIRE(told(corpus) == "2023-W10 x2");
  const MergedEvent& event = corpus.events[0];
  CHECK(event.independent == 1);
  CHECK_FALSE(event.dates_disagree);
  CHECK(event.date.why.find("read in old") != std::string::npos);
  CHECK(event.claims[0].evidence.document == "new");
  CHECK(event.claims[0].copy_of == event.claims[1].id);
  CHECK(event.claims[0].date.value == "2025-W24");
  CHECK(event.claims[1].copy_of.empty());
}

TEST_CASE("what recurs is no copy", "[merge]") {
  const auto bulletin = [](const std::string& id, const std::string& published,
                           const std::string& date) {
    return article(id, published,
                   {{EventType::acquire,
                     date,
                     "La semaine dernière, Alta a racheté une jeune pousse.",
                     {"agent company:alta", "patient sector:startups"},
                     ""}});
  };
  CHECK(told(merge_records({bulletin("a", "2023-03-20", "2023-W11"),
                            bulletin("b", "2025-03-20", "2025-W11")})) == "2023-W11, 2025-W11");
}

TEST_CASE("one sentence with two days in two papers keeps both days", "[merge]") {
  const auto act = [](const std::string& date) {
    return Said{
        EventType::fine,
        date,
        "Le régulateur a infligé une amende de trois millions à Béru pour entente illicite.",
        {"agent government:regulateur", "patient company:beru"}};
  };
  const Corpus corpus = merge_records({article("a", "2024-03-14", {act("2024-03-12")}),
                                       article("b", "2024-03-15", {act("2024-03-13")})});
  REQUIRE(told(corpus) == "2024-03-12 x2");
  CHECK(corpus.events[0].dates_disagree);
}

TEST_CASE("two events of one sentence stay two", "[merge]") {
  Record a = article("a", "2024-03-14", {});
  const std::string sentence = "Alta a vendu dix rames à Béru et six à Cora.";
  add_event(a, {EventType::supply, "", sentence, {"agent company:alta", "recipient company:beru"}});
  add_event(a, {EventType::supply, "", sentence, {"agent company:alta", "recipient company:cora"}});
  a.events[1].sentence.span = a.events[0].sentence.span;
  Record b = a;
  b.document.id = "b";
  CHECK(told(merge_records({a, b})) == "? x2, ? x2");
}

TEST_CASE("a headline and the lead of its article tell one act", "[merge]") {
  struct Row {
    std::string why;
    Said headline;
    Said lead;
    std::string told;
  };
  const auto litigate = EventType::litigate;
  const auto cancel = EventType::cancel;
  const auto planned = Factuality::planned;
  const auto row = GENERATE_COPY(values<Row>({
      {"the same two, and a day in the lead",
       {litigate, "", "Alta attaque Béru en justice", alta_beru},
       {litigate, "2024-03-11", "Alta a assigné Béru lundi.", alta_beru},
       "2024-03-11 x2"},
      {"one actor and nobody else",
       {cancel, "", "Alta renonce à son parc", alta_only},
       {cancel, "2024-03-12", "Le groupe Alta a abandonné jeudi son projet en mer.", alta_only},
       "2024-03-12 x2"},
      {"to be done in the headline, agreed in the lead",
       {litigate, "", "Alta to pay $3 million", alta_only, "", planned},
       {litigate, "2024-03-12", "Alta agreed to pay Béru $3 million.", alta_beru},
       "2024-03-12 x2"},
      {"another kind of act",
       {cancel, "", "Alta renonce à son parc", alta_only},
       {EventType::close, "2024-03-12", "Le groupe Alta a fermé jeudi son usine.", alta_only},
       "2024-03-12, ?"},
      {"another target",
       {litigate, "", "Alta attaque Béru en justice", alta_beru},
       {litigate, "2024-03-11", "Alta a assigné Cora lundi.", alta_cora},
       "2024-03-11, ?"},
      {"another sum",
       {litigate, "", "Alta versera 3 millions", alta_only, "", planned, {"3000000 EUR"}},
       {litigate,
        "2024-03-12",
        "Alta versera 9 millions à son rival.",
        alta_only,
        "",
        planned,
        {"9000000 EUR"}},
       "2024-03-12, ?"},
      {"no headline: a sentence like others",
       {cancel, "", "Alta renonce à son parc.", alta_only},
       {cancel, "2024-03-12", "Le groupe Alta a abandonné jeudi son projet en mer.", alta_only},
       "2024-03-12, ?"},
  }));
  CAPTURE(row.why);
  CHECK(told(merge_records({article("a", "2024-03-14", {row.headline, row.lead})})) == row.told);
}

TEST_CASE("the same record given twice counts once", "[merge]") {
  const Record a = article("a", "2024-03-14",
                           {{EventType::acquire, "2024-03-12", "Alta rachète Béru.", alta_beru}});
  const Corpus corpus = merge_records({a, a});
  CHECK(corpus.documents.size() == 1);
  CHECK(told(corpus) == "2024-03-12");
}

TEST_CASE("events of one identity get ids of their own", "[merge]") {
  const Corpus corpus = merge_records(
      {article("a", "2024-03-14",
               {{EventType::state, "2024-03-12", "La demande explose.", alta_only},
                {EventType::state, "2024-03-12", "Des usines ouvriront bientôt.", alta_only}})});
  REQUIRE(corpus.events.size() == 2);
  CHECK(corpus.events[1].id == corpus.events[0].id + "-2");
}

TEST_CASE("any order of the records gives the same bytes", "[merge][property]") {
  std::mt19937 random{7};
  const std::vector<std::string> dates{"", "2023", "2023-05", "2023-05-04", "2023-05-05", "2024"};
  const std::vector<std::string> people{"company:alta", "company:beru", "company:cora",
                                        "person:dora"};
  const auto pick = [&](const auto& list) { return list[random() % list.size()]; };
  const std::vector<EventType> types{EventType::invest, EventType::supply, EventType::admit,
                                     EventType::exclude, EventType::state};
  for (int round = 0; round < 20; ++round) {
    std::vector<Record> records;
    for (int d = 0; d < 9; ++d) {
      std::vector<Said> events;
      for (int e = 0; e < 6; ++e) {
        Said said;
        said.type = pick(types);
        said.date = pick(dates);
        said.participants = {"agent " + pick(people), "patient " + pick(people)};
        said.sentence = "Phrase " + pick(people) + " " + pick(dates) + " du journal de la ville";
        said.factuality = random() % 3 == 0 ? Factuality::planned : Factuality::certain;
        events.push_back(said);
      }
      records.push_back(article("d" + std::to_string(d), pick(dates), events));
      add_stance(records.back(), pick(people), pick(people), 1, pick(dates), "Une phrase.");
    }
    const std::string once = to_json(EventGraph::build(merge_records(records)));
    std::shuffle(records.begin(), records.end(), random);
    CHECK(to_json(EventGraph::build(merge_records(records))) == once);
    const Corpus corpus = merge_records(records);
    std::size_t claims = 0;
    for (const MergedEvent& event : corpus.events) claims += event.claims.size();
    CHECK(claims == 9 * 6);  // nothing is lost, nothing doubled
  }
}

TEST_CASE("a record with nothing in it merges to nothing", "[merge]") {
  CHECK(merge_records({}).events.empty());
  CHECK(merge_records({Record{}}).events.empty());
  CHECK(parse_graph(to_json(EventGraph::build(merge_records({Record{}})))));
  Record odd =
      article("a", "", {{EventType::invest, "", "", {"agent company:alta", "topic nobody"}}});
  CHECK(merge_records({odd}).events.at(0).participants.size() == 1);
}
