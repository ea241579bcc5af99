#include "frise/merge/corpus.hpp"
#include "merge/fold.hpp"
#include "unit/merge/sample.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace {

using namespace frise;
using namespace frise::test;

struct Named {
  std::string id;
  std::string name;
  std::vector<std::string> forms;
};

Record record_of(const std::string& document, const std::vector<Named>& all) {
  Record record = article(document, "2024", {});
  for (const Named& named : all) {
    record.entities.push_back({named.id, named.name, type_of(named.id)});
    for (const std::string& form : named.forms) {
      RecordMention mention;
      mention.quote.text = form;
      mention.entity = named.id;
      record.mentions.push_back(mention);
    }
  }
  return record;
}

}  // namespace

TEST_CASE("entities are one by id, name or other name, never by likeness", "[merge]") {
  struct Row {
    std::string why;
    std::vector<Named> first;
    std::vector<Named> second;
    std::string ids;
  };
  const auto row = GENERATE(values<Row>({
      {"same id", {{"company:alta", "Alta", {}}}, {{"company:alta", "ALTA", {}}}, "company:alta "},
      {"same folded name, types that go together",
       {{"company:beru", "Béru", {}}},
       {{"organization:beru", "BERU", {}}},
       "company:beru "},
      {"same name, types that do not",
       {{"company:orange", "Orange", {}}},
       {{"place:orange", "Orange", {}}},
       "company:orange place:orange "},
      {"another name seen in the text",
       {{"company:grande-maison-du-livre", "Grande Maison du livre", {"GML"}}},
       {{"organization:gml", "GML", {"GML"}}},
       "company:grande-maison-du-livre "},
      {"a mere part of the name",
       {{"company:apollo-tyres", "Apollo Tyres", {"Apollo"}}},
       {{"company:apollo", "Apollo", {"Apollo"}}},
       "company:apollo company:apollo-tyres "},
      {"a family name",
       {{"person:ada-noor", "Ada Noor", {"Noor"}}},
       {{"person:noor", "Noor", {"Noor"}}},
       "person:ada-noor person:noor "},
      {"two that one article tells apart",
       {{"company:grande-maison-du-livre", "Grande Maison du livre", {"GML"}},
        {"company:gml", "GML", {"GML"}}},
       {},
       "company:gml company:grande-maison-du-livre "},
      {"alike is not the same",
       {{"company:altair", "Altair", {}}},
       {{"company:altaire", "Altaire", {}}},
       "company:altair company:altaire "},
      {"a pack's id wins over a slug",
       {{"company:q9", "Béru Industries", {"Béru Industries"}}},
       {{"organization:beru-industries", "Beru Industries", {}}},
       "company:q9 "},
  }));
  CAPTURE(row.why);
  const Corpus corpus = merge_records({record_of("a", row.first), record_of("b", row.second)});
  std::string ids;
  for (const MergedEntity& entity : corpus.entities) ids += entity.id + " ";
  CHECK(ids == row.ids);
}

TEST_CASE("a merged entity knows its documents, names and mentions", "[merge]") {
  const Corpus corpus = merge_records({record_of("b", {{"company:alta", "Alta", {"Alta", "ALTA"}}}),
                                       record_of("a", {{"company:alta", "Alta", {"Alta"}}})});
  REQUIRE(corpus.entities.size() == 1);
  CHECK(corpus.entities[0].documents == std::vector<std::string>{"a", "b"});
  CHECK(corpus.entities[0].aliases == std::vector<std::string>{"ALTA"});
  CHECK(corpus.entities[0].mentions == 3);
}

TEST_CASE("a folded name has neither case, accent nor punctuation", "[merge]") {
  CHECK(fold_name("L'Éclair S.A.") == "l eclair s a");
  CHECK(fold_name("Œuvre ﬁne") == "œuvre fine");
  CHECK(fold_name("ΑΘΗΝΑ") == fold_name("αθηνα"));
  CHECK(fold_name("東京") == "東 京");
  CHECK(fold_name("  -- ") == "");
  CHECK(fold_name("a\xFF"
                  "b") == "a b");
}
