#include "frise/audit/review.hpp"
#include "frise/correct/corrections.hpp"
#include "unit/merge/sample.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

namespace {

using namespace frise;
using namespace frise::test;

std::vector<Record> records() {
  return {
      article("a", "2024-06-01",
              {{EventType::invest,
                "2024-05",
                "Alta Groupe investit dans Béru.",
                {"agent company:alta-groupe", "patient company:beru"}},
               {EventType::launch, "", "Béru lance Dia.", {"agent company:beru"}}}),
      article("b", "2024-07-01",
              {{EventType::invest,
                "2024-05-17",
                "Alta a mis de l'argent dans Céra.",
                {"agent company:alta", "patient company:cera"}}}),
  };
}

/// What the text is once all its entries are taken.
std::string taken(const std::string& text) {
  std::string out;
  bool at_start = true;
  for (const char c : text) {
    if (!(at_start && c == '#')) out += c;
    at_start = c == '\n';
  }
  return out;
}

}  // namespace

TEST_CASE("actors that may be one and events without a date are proposed, with reasons",
          "[audit]") {
  const EventGraph graph = EventGraph::build(merge_records(records()));
  const std::string text = to_toml(review(graph), 50);
  CHECK_THAT(text,
             Catch::Contains("## \"Alta\" is part of the name \"Alta Groupe\", each a company\n"
                             "#[[merge]]\n"
                             "#entities = [\"company:alta-groupe\", \"company:alta\"]\n"));
  CHECK_THAT(text,
             Catch::Contains("## no date is told of \"Béru lance Dia.\"; a has it by 2024-06-01\n"
                             "#[[date]]\n"));
}

TEST_CASE("proposals apply as they are, and what they settle is not proposed again", "[audit]") {
  const EventGraph graph = EventGraph::build(merge_records(records()));
  const auto corrections = parse_corrections(taken(to_toml(review(graph), 50)), "c.toml");
  REQUIRE(corrections);
  CHECK(corrections->entries.size() == review(graph).size());
  const Corrected corrected = merge_corrected(records(), *corrections);
  CHECK(corrected.conflicts.empty());
  CHECK(corrected.stale.empty());
  const auto again = review(EventGraph::build(corrected.corpus));
  CHECK(again.empty());
}

TEST_CASE("what a source tells apart is not proposed as one", "[audit]") {
  std::vector<Record> both = records();
  both.push_back(article("c", "2024-08-01",
                         {{EventType::partner,
                           "2024-08",
                           "Alta s'allie à Alta Groupe.",
                           {"agent company:alta", "patient company:alta-groupe"}}}));
  const std::string text = to_toml(review(EventGraph::build(merge_records(both))), 50);
  CHECK_THAT(text, !Catch::Contains("[[merge]]"));
}

TEST_CASE("dates that sources disagree on are proposed with what each says", "[audit]") {
  Corpus corpus = merge_records(records());
  for (MergedEvent& event : corpus.events) {
    if (event.date.value != "2024-05") continue;
    event.dates_disagree = true;
    Claim other = event.claims.front();
    other.id = "cl-other";
    other.evidence.document = "b";
    other.date = dated("2024-04-02");
    event.claims.push_back(other);
  }
  const std::string text = to_toml(review(EventGraph::build(std::move(corpus))), 50);
  CHECK_THAT(text, Catch::Contains("is dated 2024-05; 2024-04-02 by b; 2024-05 by a\n") &&
                       Catch::Contains("#date = \"2024-04-02\"\n"));
}

TEST_CASE("only the weightiest are written when there are many", "[audit]") {
  std::vector<Suggestion> many(7, Suggestion{1, "a\nreason", "[[hide]]\nevent = \"ev-1\"\n"});
  const std::string text = to_toml(many, 2);
  CHECK_THAT(text, Catch::StartsWith("## 2 of 7 proposals") && Catch::Contains("## a reason\n"));
  CHECK(std::count(text.begin(), text.end(), '[') == 4);
}
