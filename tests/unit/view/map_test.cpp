#include "frise/view/view.hpp"
#include "unit/merge/sample.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace {

using namespace frise;
using namespace frise::test;

RelationView map_of(std::vector<Record> records, const ViewOptions& options = {}) {
  auto view = make_map(EventGraph::build(merge_records(std::move(records))), options);
  REQUIRE(view);
  return std::move(*view);
}

/// "Alta > Béru: rachète · 2024 (+)", one after the other.
std::string told(const RelationView& view) {
  constexpr std::string_view marks = "+-*o?";
  std::string out;
  for (const MapRelation& relation : view.relations) {
    if (!out.empty()) out += " | ";
    out += view.nodes[relation.from].name + " > " + view.nodes[relation.to].name + ": " +
           relation.label + " (" + marks[static_cast<std::size_t>(relation.stance)] + ")";
  }
  return out;
}

const std::vector<std::string> alta_beru{"agent company:alta", "patient company:beru"};

}  // namespace

TEST_CASE("a relation says what was done, in the article's words or in ours", "[view]") {
  struct Row {
    std::string why;
    std::vector<Said> events;
    std::string told;
  };
  const auto row = GENERATE_COPY(values<Row>({
      {"the words between the names",
       {{EventType::restrict, "2021", "Alta bride le minage de Beru.", alta_beru}},
       "Alta > Beru: bride le minage · 2021 (-)"},
      {"the words after the name, when the target is not named",
       {{EventType::restrict, "2021", "Alta bride ses cartes.", alta_beru}},
       "Alta > Beru: bride ses cartes · 2021 (-)"},
      {"a summary that begins otherwise",
       {{EventType::acquire, "", "Hier soir le fondeur de Lyon a racheté son rival.", alta_beru}},
       "Alta > Beru: rachète (+)"},
      {"two events",
       {{EventType::invest, "2017", "Alta mise sur Beru.", alta_beru},
        {EventType::invest, "2021", "Alta remet au pot de Beru.", alta_beru}},
       "Alta > Beru: investit dans · 2017–2021 (+)"},
      {"for and against are two relations",
       {{EventType::admit, "2018", "Alta admet Beru.", alta_beru},
        {EventType::exclude, "2025", "Alta exclut Beru.", alta_beru}},
       "Alta > Beru: admet · 2018 (+) | Alta > Beru: exclut · 2025 (-)"},
      {"planned",
       {{EventType::acquire, "2024", "Selon un plan, Alta et son rival.", alta_beru, "",
         Factuality::planned}},
       "Alta > Beru: rachète (prévu) · 2024 (+)"},
      {"partners",
       {{EventType::partner,
         "2024",
         "Un accord est signé.",
         {"agent company:alta", "agent company:beru"}}},
       "Alta > Beru: s’allie à · 2024 (+)"},
      {"a product stands aside",
       {{EventType::supply,
         "2024",
         "Alta vend des Zeta à Beru.",
         {"agent company:alta", "patient product:zeta", "recipient company:beru"}}},
       "Alta > Beru: vend des Zeta · 2024 (+)"},
      {"a programme is told in the phrase",
       {{EventType::admit,
         "2018",
         "Alta accueille Beru dans Tremplin.",
         {"agent company:alta", "patient company:beru", "topic programme:tremplin"}}},
       "Alta > Beru: admet au programme Tremplin · 2018 (+)"},
      {"what is named beside an act on somebody is no relation",
       {{EventType::fine,
         "2022",
         "Alta sanctionne Beru.",
         {"agent company:alta", "patient company:beru", "topic sector:mineurs"}}},
       "Alta > Beru: sanctionne · 2022 (-)"},
      {"several acted on alike share the word for the act",
       {{EventType::partner,
         "2024",
         "Alta signe avec Beru et Uno.",
         {"agent company:alta", "patient company:beru", "patient company:uno"}}},
       "Alta > Beru: s’allie à · 2024 (+) | Alta > Uno: s’allie à · 2024 (+)"},
      {"a sentence is no relation",
       {{EventType::state,
         "2024",
         "Alta a déclaré que le fabricant de camions Beru irait mieux.",
         {"agent company:alta", "topic company:beru"}}},
       "Alta > Beru: parle de · 2024 (o)"},
      {"nor is a quotation",
       {{EventType::state,
         "2024",
         "Alta : « Beru nous suit. »",
         {"agent company:alta", "topic company:beru"}}},
       "Alta > Beru: parle de · 2024 (o)"},
      {"talk is told only where nothing was done",
       {{EventType::state, "2024", "Alta : « x »", {"agent company:alta", "topic company:beru"}},
        {EventType::report, "2024", "Alta : « y »", alta_beru}},
       "Alta > Beru: rend compte de · 2024 (o)"},
      {"what is cut says nothing",
       {{EventType::supply,
         "2024",
         "Alta vend une quantité de…",
         {"agent company:alta", "recipient company:beru"}}},
       "Alta > Beru: fournit · 2024 (+)"},
      {"a product alone is shown",
       {{EventType::launch,
         "2024",
         "Alta lance Zeta.",
         {"agent company:alta", "patient product:zeta"}}},
       "Alta > Zeta: lance · 2024 (o)"},
  }));
  CAPTURE(row.why);
  CHECK(told(map_of({article("a", "2025", row.events)})) == row.told);
}

TEST_CASE("a stance is a relation, unless its sentence already gave one", "[view]") {
  Record a = article("a", "2025",
                     {{EventType::criticize,
                       "2023",
                       "Ada Noor fustige Beru.",
                       {"agent person:ada-noor", "patient company:beru"}}});
  add_stance(a, "person:ada-noor", "company:beru", -1, "2023", "Ada Noor fustige Beru.");
  add_stance(a, "person:ada-noor", "sector:mineurs", 1, "2023", "Elle loue les mineurs.");
  a.stances[0].sentence.number = a.events[0].sentence.number;
  CHECK(told(map_of({a})) ==
        "Ada Noor > Beru: fustige · 2023 (-) | Ada Noor > Mineurs: soutient · 2023 (+)");
}

TEST_CASE("a statement about many relates its speaker to those it takes sides on", "[view]") {
  Record a = article("a", "2025",
                     {{EventType::state,
                       "2023",
                       "Ada Noor : « … »",
                       {"agent person:ada-noor", "topic company:alta", "topic company:beru",
                        "topic company:uno"}}});
  add_stance(a, "person:ada-noor", "company:uno", 1, "2023", "x");
  a.stances[0].sentence.number = a.events[0].sentence.number;
  const RelationView view = map_of({a});
  CHECK(told(view) == "Ada Noor > Uno: soutient · 2023 (+)");
  CHECK(view.hidden_relations == 2);
}

TEST_CASE("an act in another language is told by our word", "[view]") {
  Record a = article("a", "2025", {{EventType::fine, "2022", "Alta fined Beru.", alta_beru}});
  a.document.lang = "en";
  const Record b = article("b", "2025", {{EventType::state, "", "x", {"agent company:uno"}}});
  CHECK(told(map_of({a, b}, {.locale = "fr"})) == "Alta > Beru: sanctionne · 2022 (-)");
}

TEST_CASE("a person is tied to the employer that the role names", "[view]") {
  Record a = article("a", "2025",
                     {{EventType::acquire, "2023", "Alta rachète Beru.", alta_beru},
                      {EventType::praise,
                       "2023",
                       "Ada Noor salue Beru.",
                       {"agent person:ada-noor", "patient company:beru"}}});
  a.events[1].attribution = RecordAttribution{
      "person:ada-noor", "directrice technique d'Alta", Anonymity::named, "dit", {}};
  const RelationView view = map_of({a});
  CAPTURE(told(view));
  CHECK(told(view).find("Ada Noor > Alta: directrice technique d'Alta") != std::string::npos);
  CHECK(view.nodes[1].caption == "directrice technique d'Alta");
}

TEST_CASE("the heaviest actors stay, and the others are counted", "[view]") {
  std::vector<Said> events;
  for (int i = 0; i < 30; ++i) {
    events.push_back({EventType::supply,
                      "2024",
                      "Alta livre " + std::to_string(i),
                      {"agent company:alta", "patient company:c" + std::to_string(i)}});
  }
  const RelationView view = map_of({article("a", "2025", events)}, {.top = 10});
  CHECK(view.nodes.size() == 10);
  CHECK(view.hidden_nodes == 21);
  CHECK(view.nodes[0].focus);
  CHECK(view.nodes[0].name == "Alta");
  const RelationView kept =
      map_of({article("a", "2025", events)}, {.entities = {"company:c29"}, .top = 2});
  CHECK(told(kept).find("C29") != std::string::npos);
}

TEST_CASE("who only speaks of somebody is left out where relations are many", "[view]") {
  std::vector<Said> events{
      {EventType::state, "2024", "Uno : « … »", {"agent company:uno", "topic company:beru"}}};
  for (int i = 0; i < 16; ++i) {
    events.push_back({EventType::supply,
                      "2024",
                      "Alta livre " + std::to_string(i),
                      {"agent company:alta", "patient company:c" + std::to_string(i)}});
  }
  const RelationView full = map_of({article("a", "2025", events)});
  CHECK(told(full).find("Uno") == std::string::npos);
  CHECK(full.hidden_relations == 1);
  CHECK(full.hidden_nodes == 2);
  CHECK(full.subtitle == "17 acteurs, 16 relations d’après un article");
  const RelationView focused = map_of({article("a", "2025", events)}, {.focus = "Uno"});
  CHECK(focused.nodes[0].name == "Uno");
  CHECK(focused.nodes[0].focus);
  CHECK(focused.nodes[1].name == "Beru");
  events.resize(10);
  CHECK(told(map_of({article("a", "2025", events)})).find("Uno > Beru: parle de") !=
        std::string::npos);
}

TEST_CASE("the neighbours of the focus stay, however few actors are asked for", "[view]") {
  std::vector<Said> events;
  for (int i = 0; i < 9; ++i) {
    const std::string other = "company:c" + std::to_string(i);
    events.push_back(
        {EventType::supply, "2024", "Alta livre", {"agent company:alta", "patient " + other}});
    if (i < 3)
      events.push_back(
          {EventType::fine, "2024", "Uno attaque", {"agent company:uno", "patient " + other}});
  }
  const RelationView view =
      map_of({article("a", "2025", events)}, {.top = 2, .focus = "company:uno"});
  CHECK(view.nodes.size() == 4);
  CHECK(view.relations.size() == 3);
  CHECK(view.hidden_nodes == 7);
  const EventGraph graph = EventGraph::build(merge_records({article("a", "2025", events)}));
  CHECK_FALSE(make_map(graph, {.focus = "Personne"}));
}

TEST_CASE("a map cut for its sheet counts anew and keeps a pair's relations together", "[view]") {
  const RelationView view =
      map_of({article("a", "2025",
                      {{EventType::invest, "2017", "Alta mise sur Beru.", alta_beru},
                       {EventType::fine, "2021", "Alta attaque Beru.", alta_beru},
                       {EventType::fine,
                        "2023",
                        "Alta attaque Uno.",
                        {"agent company:alta", "patient company:uno"}}})});
  REQUIRE(view.nodes.size() == 3);
  const RelationView cut = cut_map(view, 2);
  CHECK(told(cut) == "Alta > Beru: mise · 2017 (+) | Alta > Beru: attaque · 2021 (-)");
  CHECK(cut.hidden_nodes == 1);
  CHECK(cut.hidden_relations == 1);
  CHECK(cut.title == "Alta, Beru\u00A0: 2017–2021");
  CHECK(cut.subtitle == "2 acteurs, 2 relations d’après un article");
}

TEST_CASE("more actors than can be read are refused, unless forced", "[view]") {
  std::vector<Said> events;
  for (int i = 0; i < 250; ++i) {
    events.push_back({EventType::supply,
                      "2024",
                      "Alta livre " + std::to_string(i),
                      {"agent company:alta", "patient company:c" + std::to_string(i)}});
  }
  const EventGraph graph = EventGraph::build(merge_records({article("a", "2025", events)}));
  const auto refused = make_map(graph, {.top = 240});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message ==
        "240 actors on one map: no more than 200 can be read; lower --top, or draw it with "
        "--force");
  CHECK(make_map(graph, {.top = 240, .force = true}));
}

TEST_CASE("a complete graph is thinned before layout", "[view]") {
  std::vector<Said> events;
  for (int a = 0; a < 20; ++a) {
    for (int b = 0; b < 20; ++b) {
      if (a == b) continue;
      events.push_back(
          {EventType::supply,
           "2024",
           "x",
           {"agent company:c" + std::to_string(a), "patient company:c" + std::to_string(b)}});
    }
  }
  const RelationView view = map_of({article("a", "2025", events)});
  CHECK(view.relations.size() == 180);
  CHECK(view.hidden_relations == 200);
}
