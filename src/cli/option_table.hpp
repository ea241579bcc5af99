#pragma once

/// \file
/// Commands and options, as one table: the parser, `--help` and the hints for slips are made from
/// it.

#include "cli/settings.hpp"
#include "frise/core/result.hpp"

#include <span>
#include <string>
#include <string_view>

namespace frise::cli {

/// Commands that an option belongs to, as bits.
enum CommandBit : unsigned {
  build_bit = 1,
  extract_bit = 2,
  merge_bit = 4,
  draw_bit = 8,
  pack_bit = 16,
  explain_bit = 32,
  train_bit = 64,
  verify_bit = 128,
  diff_bit = 256,
  status_bit = 512,
  review_bit = 1024,
  export_bit = 2048,
  reading_bits = build_bit | extract_bit | status_bit,
  drawing_bits = build_bit | draw_bit,
  graph_bits = draw_bit | explain_bit | verify_bit | diff_bit | review_bit,  ///< that read a graph
  all_bits = reading_bits | merge_bit | graph_bits | export_bit | pack_bit | train_bit,
};

struct CommandRow {
  CommandBit bit;
  std::string_view name;
  std::string_view arguments;  ///< "ARTICLES..."
  std::string_view summary;    ///< one line
  std::string_view detail;     ///< a paragraph for `frise COMMAND --help`
  std::string_view example;
  std::string_view missing;  ///< what to say when no argument is given
};

/// Puts a value into the settings. \returns a message (what was seen, what would do) or nothing.
using Setter = std::string (*)(Settings&, const std::string& value);

struct OptionRow {
  unsigned commands;
  std::string_view flags;     ///< "-o,--output", as CLI11 writes them
  std::string_view argument;  ///< "FILE"; empty for a flag
  std::string_view help;
  Setter set;  ///< called once a value; a flag's value is ""
};

[[nodiscard]] std::span<const CommandRow> command_table() noexcept;
[[nodiscard]] std::span<const OptionRow> option_table() noexcept;

}  // namespace frise::cli
