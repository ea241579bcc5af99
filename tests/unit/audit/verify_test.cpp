#include "frise/audit/verify.hpp"
#include "unit/merge/sample.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace frise;
using namespace frise::test;

/// A graph of one document whose one sentence stands at [10, 10 + size).
EventGraph citing(const std::string& sentence, std::uint32_t size) {
  Record a = article("a", "2024-06-01",
                     {{EventType::invest, "2024-05", sentence, {"agent company:alta"}}});
  a.timex.clear();
  a.events[0].date.timex.clear();
  a.events[0].sentence.span = {10, 10 + size};
  return EventGraph::build(merge_records({a}));
}

Verification checked(const EventGraph& graph, const std::string& text) {
  QuoteChecker checker{graph};
  Document document;
  document.id = "a";
  document.path = "a.txt";
  document.text = text;
  CHECK(checker.check(document));
  return std::move(checker).take();
}

}  // namespace

TEST_CASE("a quote that stands where it stood is found, whatever its white space", "[audit]") {
  const EventGraph graph = citing("Alta a investi.", 16);
  const Verification done = checked(graph, "0123456789Alta a\n investi. Fin.");
  CHECK(done.quotes == 1);
  CHECK(done.findings.empty());
  CHECK(done.missing.empty());
}

TEST_CASE("a quote found elsewhere has moved, and the place is told", "[audit]") {
  const EventGraph graph = citing("Alta a investi.", 15);
  const Verification done = checked(graph, "Un \u00e9t\u00e9.\nPuis Alta a investi.");
  REQUIRE(done.findings.size() == 1);
  const QuoteFinding& finding = done.findings.front();
  CHECK(finding.state == QuoteState::moved);
  CHECK(finding.moved_to == Span{15, 30});
  CHECK(finding.line == 2);
  CHECK(finding.column == 6);
  CHECK(to_string(finding) ==
        "\"Alta a investi.\" (" + finding.owner + ") has moved from bytes 10 to 25 to 15 to 30");
}

TEST_CASE("a quote that is gone is told with what stands there now", "[audit]") {
  const EventGraph graph = citing("Alta a investi.", 15);
  const Verification done = checked(graph, "0123456789Alta a renonc\u00e9, et puis plus rien.");
  REQUIRE(done.findings.size() == 1);
  CHECK(done.findings.front().state == QuoteState::changed);
  CHECK_THAT(
      to_string(done.findings.front()),
      Catch::EndsWith("is not there any more: bytes 10 to 25 are now \"Alta a renonc\u00e9\""));
  const Verification shorter = checked(graph, "012345");
  CHECK_THAT(to_string(shorter.findings.front()),
             Catch::EndsWith("is not there any more: the text ends before byte 25"));
}

TEST_CASE("a document is known by its text under another id, and one not given is missing",
          "[audit]") {
  Record a = article("a", "2024-06-01",
                     {{EventType::invest, "2024-05", "Alta a investi.", {"agent company:alta"}}});
  a.document.sha256 = std::string(64, 'a');
  const EventGraph graph = EventGraph::build(merge_records({a}));
  Document renamed;
  renamed.id = "b";
  renamed.sha256 = a.document.sha256;
  QuoteChecker checker{graph};
  CHECK(checker.check(renamed));
  CHECK(std::move(checker).take().missing.empty());
  Document other;
  other.id = "b";
  other.sha256 = std::string(64, 'b');
  QuoteChecker second{graph};
  CHECK_FALSE(second.check(other));
  CHECK(std::move(second).take().missing == std::vector<std::string>{"a"});
}
