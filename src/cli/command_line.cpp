// The first argument names the command; CLI11 takes the rest apart by that command's lines of the
// table, and the table's setters judge the values. Tested in tests/unit/cli/command_line_test.cpp.

#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <deque>
#include <utility>

namespace frise::cli {
namespace {

/// One option of the command at hand and the values it was given.
struct Bound {
  const OptionRow* row;
  std::vector<std::string> values;
  CLI::Option* option = nullptr;
};

std::vector<std::string_view> flags_of(const OptionRow& row) {
  std::vector<std::string_view> flags;
  for (std::string_view rest = row.flags; !rest.empty();) {
    const auto comma = rest.find(',');
    flags.push_back(rest.substr(0, comma));
    rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
  }
  return flags;
}

std::string long_name(const OptionRow& row) {
  for (const std::string_view flag : flags_of(row)) {
    if (flag.starts_with("--")) return std::string{flag};
  }
  return std::string{row.flags};
}

Answer wrong_usage(const CommandRow* command, std::string message) {
  message += "\n(see frise ";
  if (command != nullptr) message += std::string{command->name} + ' ';
  return {Exit::usage, message + "--help)"};
}

Answer unknown_option(const CommandRow& command, std::string_view seen) {
  const std::string_view flag = seen.substr(0, seen.find('='));
  std::vector<std::string_view> candidates;
  for (const OptionRow& row : option_table()) {
    if ((row.commands & command.bit) == 0) continue;
    for (const std::string_view one : flags_of(row)) candidates.push_back(one);
  }
  std::string message = "unknown option " + std::string{flag};
  const std::string_view meant = flag.size() > 2 ? nearest(flag, candidates) : std::string_view{};
  if (!meant.empty()) message += "; did you mean " + std::string{meant} + "?";
  return wrong_usage(&command, std::move(message));
}

Answer unknown_command(std::string_view seen) {
  if (seen.starts_with('-')) {
    return wrong_usage(
        nullptr, "unknown option " + std::string{seen} + "; options of a command stand after it");
  }
  std::vector<std::string_view> candidates;
  for (const CommandRow& row : command_table()) candidates.push_back(row.name);
  std::string message = "unknown command " + std::string{seen};
  const std::string_view meant = nearest(seen, candidates);
  if (!meant.empty()) message += "; did you mean frise " + std::string{meant} + "?";
  return wrong_usage(nullptr, std::move(message));
}

std::string lower_first(std::string text) {
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] + 32);
  while (!text.empty() && (text.back() == '\n' || text.back() == '.')) text.pop_back();
  return text;
}

/// Flags of what only a map has.
constexpr auto map_options =
    std::to_array<std::string_view>({"--top", "--focus", "--groups", "--per", "--force"});

/// `draw` names its figure first; the rest are inputs.
std::string take_figure(Settings& settings) {
  if (settings.inputs.empty()) return {};
  const std::string name = settings.inputs.front();
  if (name == "timeline")
    settings.figure = Figure::timeline;
  else if (name == "map")
    settings.figure = Figure::map;
  else if (name == "order")
    settings.figure = Figure::order;
  else
    return "\"" + name + "\" is no figure; draw timeline, map or order";
  settings.inputs.erase(settings.inputs.begin());
  if (settings.inputs.size() > 1)
    return "one graph at a time; " + settings.inputs[1] + " is too many";
  const bool report = settings.figure_format() == FigureFormat::html;
  if (!settings.before.empty() && (settings.figure != Figure::timeline || report))
    return "--diff is for the timeline figure";
  if (settings.figure == Figure::map && !report) return {};
  for (const std::string_view flag : map_options) {
    // The report has a map too, but of all periods.
    if (settings.given.contains(flag) && (!report || flag == "--per"))
      return std::string{flag} + " is for the map figure";
  }
  return {};
}

/// Without -T, the name after -o tells the format.
std::string take_export_format(Settings& settings) {
  if (settings.inputs.size() > 1)
    return "one graph at a time; " + settings.inputs[1] + " is too many";
  for (const ExportFormat& format : export_formats()) {
    if (settings.export_format != nullptr) break;
    if (!format.several && settings.output.ends_with('.' + std::string{format.extension}))
      settings.export_format = &format;
  }
  return settings.export_format != nullptr ? "" : "no format named; say one with -T, such as gexf";
}

/// `review` takes one.
std::string check_graph(const Settings& settings) {
  if (settings.inputs.size() < 2) return {};
  return "one graph at a time; " + settings.inputs[1] + " is too many";
}

/// `diff` takes two graphs.
std::string check_graphs(const Settings& settings) {
  if (settings.inputs.size() == 1) return "one graph named; diff takes an old one and a new one";
  if (settings.inputs.size() > 2)
    return "two graphs at a time; " + settings.inputs[2] + " is too many";
  return {};
}

/// `explain` names its input first, then what to explain.
std::string take_id(Settings& settings) {
  if (settings.inputs.size() == 1) return "no id named; give that of an event, a date or an actor";
  if (settings.inputs.size() > 3) {
    return "one id at a time, or two actors; " + settings.inputs[3] + " is too many";
  }
  if (settings.inputs.empty()) return {};
  if (settings.inputs.size() == 3) {
    settings.other_id = settings.inputs.back();
    settings.inputs.pop_back();
  }
  settings.id = settings.inputs.back();
  settings.inputs.pop_back();
  return {};
}

/// `new` names the pack first; what follows are articles, which --from announces.
std::string take_new_pack(Settings& settings) {
  if (settings.inputs.empty()) return "new takes one name: es, or my-subject";
  settings.pack_name = settings.inputs.front();
  settings.inputs.erase(settings.inputs.begin());
  if (!settings.from_articles) {
    if (!settings.inputs.empty()) return "new takes one name: es, or my-subject";
    return settings.new_pack ? "" : "new wants --lang DIR, --subject DIR or --from ARTICLES";
  }
  if (settings.new_pack == PackKind::language) return "--from makes a subject pack, no language";
  if (!settings.new_pack) settings.output = settings.pack_name;
  settings.new_pack = PackKind::subject;
  return {};
}

/// `pack` names what to do first; the rest are packs, or the name of a new one.
std::string take_pack_action(Settings& settings) {
  if (settings.inputs.empty()) return {};
  const std::string name = settings.inputs.front();
  settings.inputs.erase(settings.inputs.begin());
  if (name == "check")
    settings.pack_action = PackAction::check;
  else if (name == "list")
    settings.pack_action = PackAction::list;
  else if (name == "new")
    settings.pack_action = PackAction::create;
  else
    return "\"" + name + "\" is nothing to do with packs; check, list or new";
  if (settings.pack_action == PackAction::create) return take_new_pack(settings);
  if (settings.new_pack) return "--lang and --subject go with new";
  if (settings.from_articles) return "--from goes with new";
  if (settings.pack_action == PackAction::list && !settings.inputs.empty())
    return "list takes no argument; " + settings.inputs.front() + " is too many";
  return {};
}

/// Options of the command, told to CLI11; it keeps pointers into the result, hence the deque.
std::deque<Bound> bind_options(const CommandRow& command, CLI::App& app) {
  std::deque<Bound> bound;
  for (const OptionRow& row : option_table()) {
    if ((row.commands & command.bit) == 0) continue;
    Bound& one = bound.emplace_back(Bound{&row, {}, nullptr});
    if (row.argument.empty()) {
      one.option = app.add_flag(std::string{row.flags});
    } else {
      one.option = app.add_option(std::string{row.flags}, one.values)
                       ->expected(1)
                       ->allow_extra_args(false)
                       ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
                       ->type_name(std::string{row.argument});
    }
  }
  return bound;
}

/// A flag that was written as "--strict=maybe", or nothing.
std::string flag_with_value(const std::deque<Bound>& bound,
                            const std::vector<std::string>& arguments) {
  for (const std::string& argument : arguments) {
    if (argument == "--") break;
    const auto equals = argument.find('=');
    if (equals == std::string::npos) continue;
    for (const Bound& one : bound) {
      const std::string name = long_name(*one.row);
      if (one.row->argument.empty() && name == argument.substr(0, equals)) return name;
    }
  }
  return {};
}

/// \returns what is wrong with a value, or nothing.
std::string fill(Settings& settings, std::deque<Bound>& bound) {
  for (Bound& one : bound) {
    if (one.row->argument.empty() && one.option->count() != 0) one.values.emplace_back();
    if (one.option->count() != 0) settings.given.insert(one.row->flags);
    for (const std::string& value : one.values) {
      const std::string wrong = one.row->set(settings, value);
      if (!wrong.empty()) return long_name(*one.row) + ": " + wrong;
    }
  }
  return {};
}

std::variant<Invocation, Answer> parse_command(const CommandRow& command,
                                               std::vector<std::string> arguments) {
  Invocation invocation{&command, {}};
  Settings& settings = invocation.settings;
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  std::deque<Bound> bound = bind_options(command, app);
  if (const std::string flag = flag_with_value(bound, arguments); !flag.empty()) {
    return wrong_usage(&command, flag + " takes no value");
  }
  std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
  try {
    app.parse(std::move(arguments));
  } catch (const CLI::ParseError& error) {
    return wrong_usage(&command, lower_first(error.what()));
  }
  for (const Bound& one : bound) {
    const bool is_help = one.row->set == nullptr;
    if (is_help && one.option->count() != 0) return Answer{Exit::done, command_help(command)};
  }
  // Inputs come as extras: CLI11 would take a positional of the form "[a,b]" apart.
  bool marked = false;  // "--" was seen: only inputs follow
  for (const std::string& extra : app.remaining()) {
    if (!marked && extra == "--") {
      marked = true;
    } else if (!marked && extra.size() > 1 && extra.starts_with('-')) {
      return unknown_option(command, extra);
    } else {
      settings.inputs.push_back(extra);
    }
  }
  std::string wrong = fill(settings, bound);
  if (wrong.empty() && command.bit == draw_bit) wrong = take_figure(settings);
  if (wrong.empty() && command.bit == explain_bit) wrong = take_id(settings);
  if (wrong.empty() && command.bit == verify_bit && settings.inputs.size() == 1)
    wrong = "no articles named; give those that the graph was made from";
  if (wrong.empty() && settings.inputs.empty()) wrong = command.missing;
  if (wrong.empty() && command.bit == review_bit) wrong = check_graph(settings);
  if (wrong.empty() && command.bit == diff_bit) wrong = check_graphs(settings);
  if (wrong.empty() && command.bit == export_bit) wrong = take_export_format(settings);
  if (wrong.empty() && command.bit == pack_bit) wrong = take_pack_action(settings);
  if (!wrong.empty()) return wrong_usage(&command, std::move(wrong));
  return invocation;
}

}  // namespace

std::string_view nearest(std::string_view seen, const std::vector<std::string_view>& candidates) {
  std::string_view best;
  std::size_t best_distance = std::max<std::size_t>(2, seen.size() / 3) + 1;
  if (seen.size() > 64) return best;
  for (const std::string_view candidate : candidates) {
    std::vector<std::size_t> row(candidate.size() + 1);  // Levenshtein, one row at a time
    for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= seen.size(); ++i) {
      std::size_t diagonal = std::exchange(row[0], i);
      for (std::size_t j = 1; j < row.size(); ++j) {
        const std::size_t changed = diagonal + (seen[i - 1] == candidate[j - 1] ? 0U : 1U);
        diagonal = row[j];
        row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
      }
    }
    if (row.back() < best_distance && row.back() < candidate.size()) {
      best = candidate;
      best_distance = row.back();
    }
  }
  return best;
}

std::variant<Invocation, Answer> parse_command_line(const std::vector<std::string>& arguments) {
  if (arguments.empty()) return wrong_usage(nullptr, "no command given");
  const std::string& first = arguments.front();
  if (first == "-h" || first == "--help" || first == "help") {
    return Answer{Exit::done, general_help()};
  }
  if (first == "--version") return Answer{Exit::done, "frise " FRISE_VERSION "\n"};
  for (const CommandRow& command : command_table()) {
    if (first == command.name)
      return parse_command(command, {arguments.begin() + 1, arguments.end()});
  }
  return unknown_command(first);
}

}  // namespace frise::cli
