#include "cli/run_program.hpp"

#include "scratch_folder.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace frise::test {
namespace {

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> out;
  for (std::string& word : words) out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

/// Waits for the child; SIGKILL after a minute.
int exit_of(pid_t child) {
  int status = 0;
  for (int tick = 0; tick < 6000; ++tick) {
    const pid_t ended = ::waitpid(child, &status, WNOHANG);
    if (ended == child) return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    ::usleep(tick < 100 ? 1000 : 10000);
  }
  ::kill(child, SIGKILL);
  ::waitpid(child, &status, 0);
  return 128 + SIGKILL;
}

}  // namespace

std::string bytes_of(const std::string& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
}

Ran run_frise(const std::vector<std::string>& arguments, const RunOptions& options) {
  const ScratchFolder scratch;
  const std::string input = scratch.write("in", options.input);
  const std::string output = options.output.empty() ? scratch.path("out") : options.output;
  const std::string errors = scratch.path("err");

  std::vector<std::string> words{FRISE_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> environment{"PATH=/usr/bin:/bin"};
  // What a library keeps until the end is no leak of ours; see cmake/lsan.supp.
  if (const char* sanitizer = std::getenv("LSAN_OPTIONS")) {
    environment.push_back(std::string{"LSAN_OPTIONS="} + sanitizer);
  }
  environment.insert(environment.end(), options.environment.begin(), options.environment.end());

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input.c_str(), O_RDONLY, 0);
  constexpr int fresh = O_WRONLY | O_CREAT | O_TRUNC;
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.c_str(), fresh, 0600);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors.c_str(), fresh, 0600);
  if (!options.folder.empty()) {
    posix_spawn_file_actions_addchdir_np(&actions, options.folder.c_str());
  }
  pid_t child = 0;
  const int failed = ::posix_spawn(&child, FRISE_PROGRAM, &actions, nullptr, pointers(words).data(),
                                   pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw std::runtime_error{std::string{"posix_spawn: "} + std::strerror(failed)};
  const int exit = exit_of(child);
  return {exit, options.output.empty() ? bytes_of(output) : std::string{}, bytes_of(errors)};
}

}  // namespace frise::test
