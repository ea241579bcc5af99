#include "frise/merge/corpus.hpp"
#include "unit/merge/sample.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <string>

namespace {

using namespace frise;
using namespace frise::test;

/// "contradicts 2025-04 2018" and so on, one after the other.
std::string links(const Corpus& corpus) {
  std::map<std::string, std::string> date;
  for (const MergedEvent& event : corpus.events) date[event.id] = event.date.value;
  std::string out;
  for (const EventLink& link : corpus.links) {
    if (!out.empty()) out += ", ";
    out += std::string{to_string(link.kind)} + " " + date[link.from] + " " + date[link.to];
  }
  return out;
}

const std::vector<std::string> alta_beru{"agent company:alta", "patient company:beru"};

}  // namespace

TEST_CASE("events of the same parties are linked when the later one answers the earlier",
          "[merge]") {
  struct Row {
    std::string why;
    Said first;
    Said second;
    std::string links;
  };
  const auto row = GENERATE_COPY(values<Row>({
      {"admitted, then shut out",
       {EventType::admit,
        "2018",
        "Alta accueille Uno dans Tremplin.",
        {"agent company:alta", "patient company:uno", "recipient programme:tremplin"}},
       {EventType::exclude,
        "2025-04",
        "Alta écarte les mineurs de Tremplin.",
        {"agent company:alta", "patient sector:mineurs", "recipient programme:tremplin"}},
       "contradicts 2025-04 2018"},
      {"shut out by somebody else",
       {EventType::admit, "2018", "Alta accueille Béru.", alta_beru},
       {EventType::exclude,
        "2025-04",
        "Cora écarte Béru.",
        {"agent company:cora", "patient company:beru"}},
       ""},
      {"planned, then done",
       {EventType::invest, "2023", "Alta veut investir dans Béru.", alta_beru, "",
        Factuality::planned},
       {EventType::invest, "2024", "Alta a investi dans Béru.", alta_beru},
       "follows 2024 2023"},
      {"planned for the year in which it is done: which came first is not known",
       {EventType::invest, "2024", "Alta veut investir dans Béru.", alta_beru, "",
        Factuality::planned},
       {EventType::invest, "2024", "Alta a investi dans Béru.", alta_beru},
       "refines 2024 2024"},
      {"agreed, then called off",
       {EventType::acquire, "2023-01", "Alta rachète Béru.", alta_beru},
       {EventType::cancel, "2023-06", "Alta renonce à Béru.", alta_beru},
       "contradicts 2023-06 2023-01"},
      {"reported, then denied",
       {EventType::criticize, "2026-01", "Alta aurait critiqué Béru.", alta_beru, "",
        Factuality::reported},
       {EventType::state, "2026-02-01", "Alta dément toute brouille avec Béru.", alta_beru, "",
        Factuality::denied},
       "denies 2026-02-01 2026-01"},
      {"praise after praise is no answer",
       {EventType::praise, "2026-01", "Alta salue Béru.", alta_beru},
       {EventType::praise, "2026-02-01", "Alta loue Béru.", alta_beru},
       ""},
  }));
  CAPTURE(row.why);
  CHECK(links(merge_records({article("a", "2026-03-01", {row.first}),
                             article("b", "2026-03-01", {row.second})})) == row.links);
}
