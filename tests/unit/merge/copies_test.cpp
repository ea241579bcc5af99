#include "unit/merge/sample.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace {

using namespace frise;
using namespace frise::test;

std::vector<Said> dispatch() {
  return {
      {EventType::acquire,
       "2024-03-12",
       "Alta a racheté mardi le fabricant de câbles Béru pour cinq millions d'euros.",
       {"agent company:alta", "patient company:beru"}},
      {EventType::close,
       "2024-04-02",
       "La direction fermera ensuite l'atelier historique de Cora dans le Jura suisse.",
       {"agent company:alta", "patient company:cora"}},
      {EventType::appoint,
       "2024-04-10",
       "Dora Vance prendra la présidence du nouvel ensemble avant les vacances scolaires.",
       {"agent company:alta", "patient person:dora-vance"}},
  };
}

}  // namespace

TEST_CASE("an article printed again is one source with the first", "[merge]") {
  std::vector<Said> longer = dispatch();
  longer.push_back({EventType::praise,
                    "2024-04-11",
                    "Les syndicats saluent un accord équilibré, négocié pendant plusieurs semaines "
                    "avec patience.",
                    {"agent organization:union", "patient company:alta"}});
  const Corpus corpus = merge_records(
      {article("paper", "2024-04-12", longer), article("agency", "2024-04-11", dispatch()),
       article("other", "2024-04-13",
               {{EventType::acquire,
                 "2024-03-12",
                 "Béru passe sous le contrôle d'Alta.",
                 {"agent company:alta", "patient company:beru"}}})});
  REQUIRE(corpus.copies.size() == 1);
  CHECK(corpus.copies[0].document == "paper");
  CHECK(corpus.copies[0].original == "agency");
  CHECK(corpus.copies[0].shared == 0.75);
  REQUIRE(corpus.events.front().claims.size() == 3);
  CHECK(corpus.events.front().independent == 2);
}

TEST_CASE("articles that share one sentence are two sources", "[merge]") {
  const std::vector<Said> all = dispatch();
  const Corpus corpus = merge_records(
      {article("a", "2024-04-11", {all[0], all[1]}), article("b", "2024-04-12", {all[0], all[2]})});
  CHECK(corpus.copies.empty());
}
