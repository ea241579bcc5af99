// Light: text at 5.4:1 or more on white, greys 3.6:1; dark likewise on #14181D. Differences between
// the four stances stay above 18 CIEDE2000 under simulated colour blindness. Tested in
// tests/unit/render/xml_test.cpp.

#include "render/palette.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

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

Palette palette(Theme theme, const Style& style) {
  Palette colours = palette(theme);
  const Style::Colours& own = theme == Theme::dark ? style.dark : style.light;
  const auto take = [&own](std::string_view name, std::string_view& colour) {
    if (const auto found = own.find(name); found != own.end()) colour = found->second;
  };
  take("background", colours.background);
  take("band", colours.band);
  take("ink", colours.ink);
  take("secondary", colours.secondary);
  take("grid", colours.grid);
  take("line", colours.line);
  for (std::size_t i = 0; i < colours.stances.size(); ++i) {
    take(stance_names[i], colours.stances[i].colour);
    take(std::string{stance_names[i]} + "-fill", colours.stances[i].fill);
  }
  if (theme == Theme::print) colours.band = colours.background;
  return colours;
}

double contrast(std::string_view a, std::string_view b) {
  const auto luminance = [](std::string_view colour) {
    const auto channel = [colour](std::size_t at) {
      int value = 0;
      std::from_chars(colour.data() + at, colour.data() + at + 2, value, 16);
      const double c = value / 255.0;
      return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  };
  const double x = luminance(a);
  const double y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

std::string dark_rules(const Style& style) {
  const Palette light = palette(Theme::light, style);
  const Palette dark = palette(Theme::dark, style);
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
