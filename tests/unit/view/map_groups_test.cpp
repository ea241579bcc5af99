#include "frise/view/view.hpp"
#include "unit/merge/sample.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace {

using namespace frise;
using namespace frise::test;

/// "Alta>Beru" or "Alta>Beru*3" for three deliveries.
RelationView map_of(const std::vector<std::string>& deals, const std::string& locale = "fr") {
  std::vector<Said> events;
  for (const std::string& deal : deals) {
    const auto arrow = deal.find('>');
    const auto star = deal.find('*');
    const int times = star == std::string::npos ? 1 : std::stoi(deal.substr(star + 1));
    for (int i = 0; i < times; ++i) {
      events.push_back({EventType::supply,
                        "202" + std::to_string(i),
                        "livraison " + deal + std::to_string(i),
                        {"agent company:" + deal.substr(0, arrow),
                         "recipient company:" + deal.substr(arrow + 1, star - arrow - 1)}});
    }
  }
  auto view = make_map(EventGraph::build(merge_records({article("a", "2025", events)})),
                       {.locale = locale, .groups = true});
  REQUIRE(view);
  REQUIRE(view->groups);
  return std::move(*view);
}

std::string told(const RelationView& view) {
  std::string out;
  for (const MapGroup& group : view.groups->standing_out) {
    out += (out.empty() ? "" : " | ") + group.label + ":";
    for (const std::uint32_t member : group.members) out += " " + view.nodes[member].name;
  }
  return out;
}

const std::vector<std::string> two_camps{"alta>beru*3", "alta>cobo*2", "beru>cobo", "alta>xeno",
                                         "xeno>yado*3", "xeno>zupa*2", "yado>zupa"};

}  // namespace

TEST_CASE("actors tied more to each other than to the rest are a group", "[view]") {
  CHECK(told(map_of(two_camps)) ==
        "groupe de 3 acteurs, autour d’Alta: Alta Beru Cobo | "
        "groupe de 3 acteurs, autour de Xeno: Xeno Yado Zupa");
  CHECK(told(map_of(two_camps, "en")) ==
        "group of 3 actors, around Alta: Alta Beru Cobo | "
        "group of 3 actors, around Xeno: Xeno Yado Zupa");
}

TEST_CASE("the order of what is told does not show in the groups", "[view]") {
  const std::vector<std::string> turned{two_camps.rbegin(), two_camps.rend()};
  CHECK(told(map_of(turned)) == told(map_of(two_camps)));
}

TEST_CASE("pairs are no groups, and a star has none", "[view]") {
  const RelationView pairs = map_of({"alta>beru", "cobo>dima", "elva>faro"});
  CHECK(pairs.groups->modularity == Approx(2.0 / 3));
  CHECK(told(pairs) == "");
  const RelationView star = map_of({"alta>beru", "alta>cobo", "alta>dima", "elva>alta"});
  CHECK(star.groups->modularity < least_modularity);
  CHECK(told(star) == "");
}

TEST_CASE("a map that is cut is grouped anew, and one not asked for groups has none", "[view]") {
  const RelationView whole = map_of(two_camps);
  const RelationView cut = cut_map(whole, 3);
  REQUIRE(cut.groups);
  CHECK(cut.groups->modularity < whole.groups->modularity);
  CHECK(told(cut) == "");
  RelationView plain = whole;
  plain.groups.reset();
  CHECK_FALSE(cut_map(plain, 3).groups);
}
