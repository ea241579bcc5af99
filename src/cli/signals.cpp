// A handler may only unlink, write and leave; so the names lie in plain memory, and a slot's flag
// is set last and cleared first.

#include "cli/output.hpp"
#include "cli/passing_files.hpp"

#include <unistd.h>
#include <array>
#include <climits>
#include <csignal>
#include <cstring>

namespace frise::cli {
namespace {

struct Slot {
  volatile std::sig_atomic_t used = 0;
  char path[PATH_MAX] = {};
};

std::array<Slot, 16> slots;

extern "C" void interrupted(int signal_number) {
  remove_passing_files();
  constexpr char message[] = "frise: interrupted\n";
  [[maybe_unused]] const auto told = ::write(STDERR_FILENO, message, sizeof message - 1);
  ::_exit(128 + signal_number);
}

}  // namespace

void note_passing_file(const std::string& path) noexcept {
  for (Slot& slot : slots) {
    if (slot.used != 0 || path.size() >= sizeof slot.path) continue;
    std::memcpy(slot.path, path.c_str(), path.size() + 1);
    slot.used = 1;
    return;
  }
}

void forget_passing_file(const std::string& path) noexcept {
  for (Slot& slot : slots) {
    if (slot.used != 0 && path == slot.path) slot.used = 0;
  }
}

void remove_passing_files() noexcept {
  for (Slot& slot : slots) {
    if (slot.used != 0) ::unlink(slot.path);
  }
}

void handle_signals() noexcept {
  struct sigaction action = {};
  action.sa_handler = interrupted;
  sigemptyset(&action.sa_mask);
  for (const int one : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before = {};
    // A shell starts background jobs with SIGINT ignored, nohup with SIGHUP: leave that as it is.
    if (sigaction(one, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) continue;
    sigaction(one, &action, nullptr);
  }
  std::signal(SIGPIPE, SIG_IGN);
}

}  // namespace frise::cli
