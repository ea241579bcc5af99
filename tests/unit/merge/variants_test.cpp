#include "unit/merge/sample.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace {

using namespace frise;
using namespace frise::test;

const std::vector<std::string> alta_beru{"agent company:alta", "patient company:beru"};

/// "firm > vague" for each link, by the words of the events.
std::string refines(const Corpus& corpus) {
  std::string out;
  for (const EventLink& link : corpus.links) {
    if (link.kind != LinkKind::refines) continue;
    std::string from;
    std::string to;
    for (const MergedEvent& event : corpus.events) {
      if (event.id == link.from) from = event.summary;
      if (event.id == link.to) to = event.summary;
    }
    out += (out.empty() ? "" : ", ") + from + " > " + to;
  }
  return out;
}

}  // namespace

TEST_CASE("tellings of one act that differ in how sure they are stay two, and are linked",
          "[merge]") {
  struct Row {
    std::string why;
    Said first;
    Said second;
    std::string links;
  };
  const auto row = GENERATE_COPY(values<Row>({
      {"a plan and an open question",
       {EventType::invest, "2025-09", "Alta mettra de l'argent dans Béru.", alta_beru, "",
        Factuality::planned},
       {EventType::invest, "", "Alta va-t-elle financer Béru ?", alta_beru, "",
        Factuality::hypothetical},
       "Alta mettra de l'argent dans Béru. > Alta va-t-elle financer Béru ?"},
      {"another year is another act",
       {EventType::invest, "2025-09", "Alta mettra de l'argent dans Béru.", alta_beru, "",
        Factuality::planned},
       {EventType::invest, "2021", "Alta a failli financer Béru.", alta_beru, "",
        Factuality::hypothetical},
       ""},
      {"another act",
       {EventType::invest, "2025-09", "Alta mettra de l'argent dans Béru.", alta_beru, "",
        Factuality::planned},
       {EventType::litigate, "", "Alta pourrait poursuivre Béru.", alta_beru, "",
        Factuality::hypothetical},
       ""},
  }));
  INFO(row.why);
  CHECK(refines(merge_records({article("a", "2026-02-01", {row.first, row.second})})) == row.links);
}

TEST_CASE("two acts that one sentence ties to one sum are facets of a deal", "[merge]") {
  Record record = article("a", "2026-02-01",
                          {{EventType::partner,
                            "",
                            "Alta s'allie à Béru dans un projet de cinq millions.",
                            alta_beru,
                            "",
                            Factuality::certain,
                            {"5000000 EUR"}},
                           {EventType::invest,
                            "",
                            "Un projet de cinq millions.",
                            {"agent company:alta"},
                            "",
                            Factuality::certain,
                            {"5000000 EUR"}}});
  CHECK(refines(merge_records({record})).empty());
  record.events[1].sentence = record.events[0].sentence;
  CHECK(refines(merge_records({record})) ==
        "Alta s'allie à Béru dans un projet de cinq millions. > Un projet de cinq millions.");
}

TEST_CASE("a sum told again in the article without its parties is the same act", "[merge]") {
  const Said full{EventType::invest,      "", "Alta met cinq millions dans ses usines.",
                  {"agent company:alta"}, "", Factuality::certain,
                  {"5000000 EUR"}};
  const Said bare{EventType::invest,
                  "",
                  "Cet investissement de cinq millions créera des emplois.",
                  {},
                  "",
                  Factuality::certain,
                  {"5000000 EUR"}};
  CHECK(merge_records({article("a", "2026-02-01", {full, bare})}).events.size() == 1);
  CHECK(merge_records({article("a", "2026-02-01", {full}), article("b", "2026-02-01", {bare})})
            .events.size() == 2);
}

TEST_CASE("told years later without a date, one act needs a figure to be known again", "[merge]") {
  const std::vector<std::string> people{"agent company:alta", "patient product:servo",
                                        "recipient company:beru"};
  const Said then{
      EventType::supply,    "",           "Alta aurait livré 20 000 Servo à Béru.", people, "",
      Factuality::reported, {"20000 EUR"}};
  const Said later{
      EventType::supply,   "",           "Béru a reçu vingt mille Servo d'Alta.", people, "",
      Factuality::certain, {"20000 EUR"}};
  const Said other{EventType::supply, "", "Béru reçoit ses machines d'Alta.", people};
  CHECK(merge_records({article("a", "2023-03-10", {then}), article("b", "2025-04-28", {later})})
            .events.size() == 1);
  CHECK(merge_records({article("a", "2023-03-10", {then}), article("b", "2025-04-28", {other})})
            .events.size() == 2);
}
