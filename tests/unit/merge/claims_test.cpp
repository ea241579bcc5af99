#include "unit/merge/sample.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace frise;
using namespace frise::test;

const std::vector<std::string> alta_beru{"agent company:alta", "patient company:beru"};

/// "b contradicts a (amount)" for each link, by the documents of its claims.
std::string claim_links(const Corpus& corpus) {
  std::map<std::string, std::string> document_of;
  for (const MergedEvent& event : corpus.events) {
    for (const Claim& claim : event.claims) document_of[claim.id] = claim.evidence.document;
  }
  std::vector<std::string> lines;
  for (const ClaimLink& link : corpus.claim_links) {
    lines.push_back(document_of[link.from] + ' ' + std::string{to_string(link.kind)} + ' ' +
                    document_of[link.to] + (link.slot.empty() ? "" : " (" + link.slot + ")"));
  }
  std::sort(lines.begin(), lines.end());
  std::string out;
  for (const std::string& line : lines) out += (out.empty() ? "" : ", ") + line;
  return out;
}

Said bought(const std::string& date, const std::string& sentence,
            const std::vector<std::string>& amounts = {}) {
  return {EventType::acquire, date, sentence, alta_beru, "", Factuality::certain, amounts};
}

}  // namespace

TEST_CASE("claims of one event are linked slot by slot", "[merge]") {
  struct Row {
    std::string why;
    Said a;
    Said b;
    std::string links;
  };
  const auto row = GENERATE_COPY(values<Row>({
      {"a second source", bought("2024-03-12", "Alta rachète Béru."),
       bought("2024-03-12", "Le groupe Alta met la main sur Béru."), "b corroborates a"},
      {"a finer date", bought("2024", "Alta a racheté Béru."),
       bought("2024-03", "En mars, Alta s'est offert Béru."),
       "a corroborates b, b refines a (date)"},
      {"another sum", bought("2024-03-12", "Alta rachète Béru.", {"5000000 EUR"}),
       bought("2024-03-12", "Béru passe sous la coupe d'Alta.", {"7000000 EUR"}),
       "b contradicts a (amount), b corroborates a"},
      {"the same sum", bought("2024-03-12", "Alta rachète Béru.", {"5000000 EUR"}),
       bought("2024-03-12", "Béru passe sous la coupe d'Alta.", {"5000000 EUR"}),
       "b corroborates a, b corroborates a (amount)"},
  }));
  INFO(row.why);
  const Corpus corpus =
      merge_records({article("a", "2024-06-01", {row.a}), article("b", "2024-06-02", {row.b})});
  REQUIRE(corpus.events.size() == 1);
  CHECK(claim_links(corpus) == row.links);
}

TEST_CASE("both sums are kept, with the number of sources that give them", "[merge]") {
  const Corpus corpus = merge_records({
      article("a", "2024-06-01", {bought("2024-03-12", "Alta rachète Béru.", {"5000000 EUR"})}),
      article("b", "2024-06-02", {bought("2024-03-12", "Béru est à Alta.", {"7000000 EUR"})}),
      article("c", "2024-06-03",
              {bought("2024-03-12", "Le rachat de Béru coûte cher à Alta.", {"7000000 EUR"})}),
  });
  REQUIRE(corpus.events.size() == 1);
  const MergedEvent& event = corpus.events.front();
  CHECK(event.amounts_disagree);
  REQUIRE(event.values.size() == 2);
  CHECK(event.values[0].value == "7000000");
  CHECK(event.values[0].independent == 2);
  CHECK(event.values[1].value == "5000000");
  CHECK(event.values[1].claims == 1);
}

TEST_CASE("one claim speaks for the event, a stale copy is deprecated", "[merge]") {
  const std::string sentence =
      "Il y a deux semaines, Alta annonçait avoir acheté des milliers de serveurs chez Béru.";
  const Said then{EventType::supply, "2023-03", sentence, alta_beru, "il y a deux semaines"};
  const Said now{EventType::supply, "2025-04", sentence, alta_beru, "il y a deux semaines"};
  const Corpus corpus =
      merge_records({article("old", "2023-03-20", {then}), article("new", "2025-04-20", {now})});
  REQUIRE(corpus.events.size() == 1);
  const MergedEvent& event = corpus.events.front();
  CHECK(event.date.value == "2023-03");
  CHECK(event.independent == 1);
  REQUIRE(event.claims.size() == 2);
  CHECK(event.claims[0].rank == ClaimRank::deprecated);  // "new" stands before "old"
  CHECK_THAT(event.claims[0].rank_why, Catch::Contains("old"));
  CHECK(event.claims[1].rank == ClaimRank::preferred);
  CHECK(claim_links(corpus) == "new copies old");
}
