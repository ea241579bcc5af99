// Colours are checked here, before anything is drawn: a figure that cannot be read is worse than a
// message. Tested in tests/unit/render/style_test.cpp.

#include "render/palette.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace frise {
namespace {

using render::Palette;

constexpr std::array<std::string_view, 6> grounds{"background", "band", "ink",
                                                  "secondary",  "grid", "line"};
constexpr double least_for_text = 4.5;
constexpr double least_for_marks = 3;

bool is_known(std::string_view name) {
  if (std::find(grounds.begin(), grounds.end(), name) != grounds.end()) return true;
  if (name.ends_with("-fill")) name.remove_suffix(5);
  const auto& stances = render::stance_names;
  return std::find(stances.begin(), stances.end(), name) != stances.end();
}

bool is_colour(std::string_view text) {
  return text.size() == 7 && text[0] == '#' &&
         text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

class StyleReader {
 public:
  explicit StyleReader(const std::string& path) : path_{path} {}

  Result<Style> read(const toml::table& root) {
    for (const auto& [key, node] : root) {
      const std::string_view name = key.str();
      if (name == "lanes") {
        read_lanes(node);
      } else if (name == "light") {
        read_colours(node, style_.light);
      } else if (name == "dark") {
        read_colours(node, style_.dark);
      } else {
        refuse(node, fmt::format("unknown key \"{}\": one of lanes, light, dark", name));
      }
    }
    if (!error_) check(Theme::light, "light", root);
    if (!error_) check(Theme::dark, "dark", root);
    if (error_) return fail(std::move(*error_));
    return std::move(style_);
  }

 private:
  void refuse(const toml::node& at, std::string why) {
    if (error_) return;
    error_ = Error{ErrorCode::bad_value, std::move(why), path_, at.source().begin.line,
                   at.source().begin.column};
  }

  void read_lanes(const toml::node& node) {
    const toml::array* items = node.as_array();
    if (items == nullptr) return refuse(node, "lanes wants an array of names");
    for (const toml::node& item : *items) {
      const auto* name = item.as_string();
      if (name == nullptr) return refuse(item, "lanes wants an array of names");
      style_.lanes.push_back(name->get());
    }
  }

  void read_colours(const toml::node& node, Style::Colours& colours) {
    const toml::table* table = node.as_table();
    if (table == nullptr) return refuse(node, "wants a table of colours");
    for (const auto& [key, value] : *table) {
      const std::string name{key.str()};
      if (!is_known(name)) return refuse(value, fmt::format("unknown colour \"{}\"", name));
      const auto* text = value.as_string();
      if (text == nullptr || !is_colour(text->get())) {
        return refuse(value, fmt::format("{} wants a colour such as \"#0A69CC\"", name));
      }
      colours[name] = text->get();
    }
  }

  /// The palette that comes of it must be as legible as the usual one.
  void check(Theme theme, std::string_view table, const toml::table& root) {
    const toml::table* own = root[table].as_table();
    if (own == nullptr) return;
    const Palette colours = render::palette(theme, style_);
    const auto wants = [&](std::string_view name, std::string_view colour, double least) {
      for (const std::string_view ground : {colours.background, colours.band}) {
        const double found = render::contrast(colour, ground);
        if (found < least) {
          return refuse(*own, fmt::format("{}: contrast of {} with {} is {:.1f}; {} is the least",
                                          table, name, ground, found, least));
        }
      }
    };
    wants("ink", colours.ink, least_for_text);
    wants("secondary", colours.secondary, least_for_text);
    for (std::size_t i = 0; i < colours.stances.size(); ++i) {
      wants(render::stance_names[i], colours.stances[i].colour, least_for_marks);
      for (std::size_t k = 0; k < i; ++k) {
        if (colours.stances[i].colour == colours.stances[k].colour) {
          refuse(*own, fmt::format("{}: {} and {} have one colour", table, render::stance_names[k],
                                   render::stance_names[i]));
        }
      }
    }
  }

  const std::string& path_;
  Style style_;
  std::optional<Error> error_;
};

}  // namespace

Result<Style> parse_style(std::string_view toml, const std::string& path) {
  toml::table root;
  try {
    root = toml::parse(toml, path);
  } catch (const toml::parse_error& error) {
    return fail({ErrorCode::bad_format, std::string{error.description()}, path,
                 error.source().begin.line, error.source().begin.column});
  }
  return StyleReader{path}.read(root);
}

}  // namespace frise
