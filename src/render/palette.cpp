// Light: text at 5.4:1 or more on white, greys 3.6:1; dark likewise on #14181D. Differences between
// the four stances stay above 18 CIEDE2000 under simulated colour blindness. Tested in
// tests/unit/render/xml_test.cpp.

#include "render/palette.hpp"

namespace frise::render {
namespace {

constexpr std::string_view broken = "6 3";
constexpr std::string_view mixed = "6 3 1.5 3";
constexpr std::string_view dotted = "1.5 3";

constexpr Palette light{"#FFFFFF",
                        "#F6F7F9",
                        "#1B1F24",
                        "#4A525C",
                        "#D5DAE0",
                        "#82878D",
                        {{{"#0A69CC", "#E3EFFB", "", 1.75, Head::arrow},
                          {"#962F08", "#F9E6DD", broken, 1.75, Head::tee},
                          {"#33124F", "#EAE3F0", mixed, 1.75, Head::open_diamond},
                          {"#82878D", "#F2F3F4", dotted, 1.75, Head::none},
                          {"#1B1F24", "none", "", 1.0, Head::none}}}};

constexpr Palette dark{"#14181D",
                       "#1B2027",
                       "#EDF0F3",
                       "#B4BCC6",
                       "#333B45",
                       "#747A80",
                       {{{"#4A9EF5", "#1C2F45", "", 1.75, Head::arrow},
                         {"#F2A766", "#3D2C1E", broken, 1.75, Head::tee},
                         {"#F3E3FA", "#3A3342", mixed, 1.75, Head::open_diamond},
                         {"#747A80", "#24292F", dotted, 1.75, Head::none},
                         {"#EDF0F3", "none", "", 1.0, Head::none}}}};

}  // namespace

const Palette& palette(Theme theme) noexcept {
  static constexpr Palette print = [] {
    Palette plain = light;
    plain.band = plain.background;
    return plain;
  }();
  if (theme == Theme::dark) return dark;
  return theme == Theme::print ? print : light;
}

std::string dark_rules() {
  std::string rules = "@media (prefers-color-scheme: dark) {";
  const auto turn = [&rules](std::string_view from, std::string_view to) {
    for (const std::string_view property : {"fill", "stroke"}) {
      rules.append("[").append(property).append("='").append(from).append("']{");
      rules.append(property).append(":").append(to).append("}");
    }
  };
  turn(light.background, dark.background);
  turn(light.band, dark.band);
  turn(light.ink, dark.ink);
  turn(light.secondary, dark.secondary);
  turn(light.grid, dark.grid);
  turn(light.line, dark.line);
  for (std::size_t i = 0; i < 3; ++i) {
    turn(light.stances[i].colour, dark.stances[i].colour);
    turn(light.stances[i].fill, dark.stances[i].fill);
  }
  turn(light.stances[3].fill, dark.stances[3].fill);
  return rules + "}";
}

}  // namespace frise::render
