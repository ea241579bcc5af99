#include "unit/merge/sample.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace {

using namespace frise;
using namespace frise::test;

/// Events stand in sentences 1, 2, ...: a stance in one of them.
void feel(Record& record, std::uint32_t sentence, const std::string& holder,
          const std::string& target, int polarity) {
  add_stance(record, holder, target, polarity, "", record.events[sentence - 1].sentence.text);
  record.stances.back().sentence = record.events[sentence - 1].sentence;
}

Record quarrel(Factuality told, const std::string& replied) {
  Record record = article("a", "2026-02-10",
                          {{EventType::criticize,
                            "2026-01",
                            "Le patron d'Alta serait fâché contre Béru.",
                            {"agent person:ada-noor", "patient company:beru"},
                            "",
                            told},
                           {EventType::praise,
                            replied,
                            "Ada Noor dit toute sa confiance en Béru.",
                            {"agent person:ada-noor", "topic company:beru"}}});
  feel(record, 1, "person:ada-noor", "company:beru", -1);
  feel(record, 2, "person:ada-noor", "company:beru", 1);
  return record;
}

std::string denials(const Corpus& corpus) {
  std::string out;
  for (const EventLink& link : corpus.links) {
    if (link.kind != LinkKind::denies) continue;
    for (const MergedEvent& event : corpus.events) {
      if (event.id == link.from) out += event.summary;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("own words for the other side deny a report of a rift", "[merge]") {
  CHECK(denials(merge_records({quarrel(Factuality::reported, "2026-02-01")})) ==
        "Ada Noor dit toute sa confiance en Béru.");
  const Corpus corpus = merge_records({quarrel(Factuality::reported, "2026-02-01")});
  CHECK(std::any_of(corpus.claim_links.begin(), corpus.claim_links.end(),
                    [](const ClaimLink& link) { return link.kind == ClaimLinkKind::denies; }));
}

TEST_CASE("nothing is denied by words that came first, or of what was said aloud", "[merge]") {
  CHECK(denials(merge_records({quarrel(Factuality::reported, "2025-11-03")})).empty());
  CHECK(denials(merge_records({quarrel(Factuality::certain, "2026-02-01")})).empty());
}

TEST_CASE("who leads the other side may answer too", "[merge]") {
  Record record = article("a", "2026-02-10",
                          {{EventType::criticize,
                            "2026-01",
                            "Ada Noor serait fâchée contre Béru, dit la presse.",
                            {"agent person:ada-noor", "patient company:beru"},
                            "",
                            Factuality::reported},
                           {EventType::praise,
                            "2026-02-02",
                            "Bo Lind loue le travail d'Ada Noor.",
                            {"agent person:bo-lind", "topic person:ada-noor"}}});
  feel(record, 1, "person:ada-noor", "company:beru", -1);
  feel(record, 2, "person:bo-lind", "person:ada-noor", 1);
  CHECK(denials(merge_records({record})).empty());
  record.roles.push_back({"person:bo-lind",
                          "company:beru",
                          "patron",
                          RoleTime::present,
                          {},
                          record.events[1].sentence});
  CHECK(denials(merge_records({record})) == "Bo Lind loue le travail d'Ada Noor.");
}
