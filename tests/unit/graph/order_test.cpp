#include "frise/graph/order.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace frise {
namespace {

/// "0<2 (dates)", one after the other.
std::string told(const std::vector<OrderStep>& steps) {
  std::string out;
  for (const OrderStep& step : steps) {
    out += (out.empty() ? "" : ", ") + std::to_string(step.before) + "<" +
           std::to_string(step.after) + " (" + step.why + ")";
  }
  return out;
}

struct Row {
  std::string what;
  std::vector<OrderStep> steps;
  std::vector<char> kept;
  std::string told;
};

TEST_CASE("order among some events is what the others carry, and no more", "[graph]") {
  const auto row = GENERATE(values<Row>({
      {"nothing", {}, {}, ""},
      {"what follows from two others goes",
       {{0, 1, "dates"}, {1, 2, "dates"}, {0, 2, "dates"}},
       {1, 1, 1},
       "0<1 (dates), 1<2 (dates)"},
      {"through one that is not kept",
       {{0, 1, "dates"}, {1, 2, "dates"}},
       {1, 0, 1},
       "0<2 (dates)"},
      {"what an article says of the order outlives the dates",
       {{0, 1, "dates"}, {1, 2, "follows: \"then\""}},
       {1, 0, 1},
       "0<2 (follows: \"then\")"},
      {"a cycle is cut",
       {{0, 1, "dates"}, {1, 2, "dates"}, {2, 0, "follows"}},
       {1, 1, 1},
       "0<1 (dates), 1<2 (dates)"},
      {"a diamond stays",
       {{0, 1, "a"}, {0, 2, "a"}, {1, 3, "a"}, {2, 3, "a"}, {0, 3, "a"}},
       {1, 1, 1, 1},
       "0<1 (a), 0<2 (a), 1<3 (a), 2<3 (a)"},
      {"ends that are not there", {{0, 9, "a"}}, {1, 1}, ""},
  }));
  CAPTURE(row.what);
  CHECK(told(reduce_order(row.steps, row.kept)) == row.told);
}

TEST_CASE("events are named by their place in the choice", "[graph]") {
  Corpus corpus;
  for (const char* id : {"ev-a", "ev-b", "ev-c"}) {
    corpus.events.emplace_back();
    corpus.events.back().id = id;
  }
  corpus.order = {{"ev-a", "ev-b", "dates"}, {"ev-b", "ev-c", "dates"}};
  CHECK(told(order_among(corpus, {"ev-c", "ev-a"})) == "1<0 (dates)");
}

}  // namespace
}  // namespace frise
