// Help from the table, in lines of at most 80 columns. Tested in
// tests/unit/cli/command_line_test.cpp.

#include "cli/command_line.hpp"

#include <algorithm>
#include <cstddef>

namespace frise::cli {
namespace {

constexpr std::size_t width = 80;
constexpr std::size_t help_column = 27;

/// Appends words, broken at spaces; lines after the first are indented.
void append_wrapped(std::string& out, std::size_t column, std::size_t indent,
                    std::string_view text) {
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    if (column > indent && column + 1 + word.size() > width) {
      out += '\n' + std::string(indent, ' ');
      column = indent;
    }
    if (column > indent) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
    text.remove_prefix(std::min(text.size(), word.size() + 1));
  }
  out += '\n';
}

void append_row(std::string& out, std::string_view left, std::string_view right) {
  out += "  " + std::string{left};
  std::size_t column = left.size() + 2;
  if (column + 2 > help_column) {
    out += '\n';
    column = 0;
  }
  out += std::string(help_column - column, ' ');
  append_wrapped(out, help_column, help_column, right);
}

/// "-o, --output FILE"; long names stand below one another.
std::string spelled(const OptionRow& row) {
  std::string out = row.flags.starts_with("--") ? "    " : "";
  for (const char c : row.flags) {
    out += c;
    if (c == ',') out += ' ';
  }
  if (!row.argument.empty()) out += ' ' + std::string{row.argument};
  return out;
}

}  // namespace

std::string general_help() {
  std::string out =
      "frise draws what news articles tell: a timeline and a relationship map whose\n"
      "every mark cites its sentence\n"
      "\n"
      "usage: frise COMMAND [OPTIONS] ...\n"
      "\n"
      "commands:\n";
  for (const CommandRow& command : command_table()) append_row(out, command.name, command.summary);
  out += "\noptions:\n";
  append_row(out, "-h, --help", "show this help, or after a command that command's");
  append_row(out, "    --version", "show the version");
  out +=
      "\n"
      "exit status: 0 done, 1 could not do it, 2 wrong usage, 3 done but some inputs\n"
      "were skipped (with --strict: or there were warnings), 130 interrupted\n";
  return out;
}

std::string command_help(const CommandRow& command) {
  std::string out = "usage: frise " + std::string{command.name} + " [OPTIONS] " +
                    std::string{command.arguments} + "\n\n";
  append_wrapped(out, 0, 0, command.detail);
  out += "\nexample: " + std::string{command.example} + "\n\noptions:\n";
  for (const OptionRow& row : option_table()) {
    if ((row.commands & command.bit) != 0) append_row(out, spelled(row), row.help);
  }
  return out;
}

}  // namespace frise::cli
