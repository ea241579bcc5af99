// Messages go out whole, in one write each. File names and quoted input are shown without their
// control characters, so that no article can play with the terminal. Tested in
// tests/unit/cli/console_test.cpp.

#include "cli/console.hpp"

#include <unistd.h>
#include <cstdio>
#include <cstdlib>

namespace frise::cli {
namespace {

using namespace std::chrono_literals;

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool c1_control =
        c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (c >= 0x20 && c != 0x7F && !c1_control) {
      out += text[i];
      continue;
    }
    constexpr std::string_view digits = "0123456789abcdef";
    out += "\\x";
    out += digits[c >> 4U];
    out += digits[c & 15U];
  }
  return out;
}

/// What cannot be said is lost: there is nowhere left to say it.
void write_line(std::string line) {
  line += '\n';
  std::fwrite(line.data(), 1, line.size(), stderr);
  std::fflush(stderr);
}

bool set_in_environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

bool dumb_terminal() {
  const char* term = std::getenv("TERM");
  return term == nullptr || std::string_view{term} == "dumb";
}

}  // namespace

std::string message_line(const Error& error, std::string_view kind) {
  std::string out;
  if (!error.path.empty()) {
    out += error.path == "-" ? "standard input" : printable(error.path);
    if (error.line != 0) out += ':' + std::to_string(error.line);
    if (error.line != 0 && error.column != 0) out += ':' + std::to_string(error.column);
    out += ": ";
  } else {
    out += "frise: ";
  }
  out += kind;
  return out + ": " + printable(error.message);
}

Console::Console(const Settings& settings)
    : quiet_{settings.quiet},
      verbose_{settings.verbose},
      terminal_{isatty(STDERR_FILENO) != 0 && !dumb_terminal()},
      colour_{terminal_ && !set_in_environment("NO_COLOR")},
      begin_{std::chrono::steady_clock::now()},
      last_progress_{begin_} {}

Console::~Console() { clear_progress(); }

void Console::say(const Error& error, std::string_view kind, std::string_view colour) {
  clear_progress();
  if (!colour_) return write_line(message_line(error, kind));
  std::string painted = "\x1b[" + std::string{colour} + 'm';
  painted += kind;
  write_line(message_line(error, painted + "\x1b[0m"));
}

void Console::error(const Error& error) { say(error, "error", "1;31"); }

void Console::warning(const Error& warning) {
  ++warnings_;
  if (!quiet_) say(warning, "warning", "1;33");
}

void Console::remark(const Error& remark) {
  if (!quiet_) say(remark, "note", "1;36");
}

void Console::detail(const Error& remark) {
  if (verbose_) this->remark(remark);
}

void Console::note(std::string_view text) {
  if (quiet_) return;
  clear_progress();
  write_line(printable(text));
}

void Console::progress(std::string_view doing, std::size_t done) {
  if (quiet_ || !terminal_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - begin_ < 1s || now - last_progress_ < 100ms) return;
  last_progress_ = now;
  progress_shown_ = true;
  std::fprintf(stderr, "\r\x1b[K%.*s: %zu", static_cast<int>(doing.size()), doing.data(), done);
  std::fflush(stderr);
}

void Console::clear_progress() {
  if (!progress_shown_) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
  progress_shown_ = false;
}

}  // namespace frise::cli
