#pragma once

/// \file
/// What the user asked for, as values: filled by parse_command_line, read by the commands.

#include "frise/core/date.hpp"
#include "frise/export/formats.hpp"
#include "frise/pipeline/annotator.hpp"
#include "frise/pipeline/batch.hpp"
#include "frise/pipeline/pack_check.hpp"
#include "frise/pipeline/story.hpp"
#include "frise/render/render.hpp"
#include "frise/view/view.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace frise::cli {

/// Exit codes of the program (DESIGN, conventions).
enum class Exit : int { done = 0, failed = 1, usage = 2, skipped = 3, interrupted = 130 };

enum class PackAction : unsigned char { check, list, create };

/// One member an option; a command reads those that its line of the table names.
struct Settings {
  std::set<std::string_view> given;  ///< flags of the options that the command line gave
  std::vector<std::string> inputs;   ///< articles, records or a graph; "-" is standard input
  std::string id;                    ///< what to explain
  std::string other_id;              ///< explain: the second of two actors, or empty
  std::string output;                ///< file or folder; empty: the command's own choice

  std::string lang;
  std::string published;
  std::vector<std::string> subjects;
  bool no_subject_pack = false;
  TextKind kind = TextKind::news;
  std::string data;
  std::size_t jobs = 0;

  PackAction pack_action = PackAction::check;
  std::optional<PackKind> new_pack;  ///< for PackAction::create; `output` is its folder
  std::string pack_name;             ///< of the new pack; `inputs` are articles to propose from
  bool from_articles = false;
  std::size_t at_least = 2;  ///< propose who is named so often

  std::string store;  ///< folder; empty: the .frise beside the articles, if it is there
  bool no_store = false;
  std::string corrections;   ///< file; empty: the one beside the articles, if any
  std::optional<Day> as_of;  ///< leave out what was published later
  bool diff_json = false;
  std::size_t most_proposals = 50;

  std::string before;  ///< draw: the older graph that the figure tells the changes of
  ViewOptions view;
  RenderOptions render;
  Figure figure = Figure::timeline;
  std::optional<FigureFormat> format;  ///< empty: by the name of `output`, else SVG
  [[nodiscard]] FigureFormat figure_format() const noexcept {
    if (format) return *format;
    if (output.ends_with(".html")) return FigureFormat::html;
    if (output.ends_with(".dot") || output.ends_with(".gv")) return FigureFormat::dot;
    if (output.ends_with(".pdf")) return FigureFormat::pdf;
    return output.ends_with(".png") ? FigureFormat::png : FigureFormat::svg;
  }

  const ExportFormat* export_format = nullptr;  ///< a line of the table; set for `export`
  RecordFormat record_format = RecordFormat::json;
  bool stats = false;
  bool strict = false;
  bool quiet = false;
  bool verbose = false;
};

}  // namespace frise::cli
