// frise: what to do is in the arguments, how is in the commands; only exit codes and last words are
// here.

#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/project.hpp"

#include <exception>
#include <new>
#include <string>
#include <vector>

namespace frise::cli {
namespace {

Exit run(const Invocation& invocation, Console& console) {
  switch (invocation.command->bit) {
    case build_bit:
      return run_build(invocation.settings, console);
    case extract_bit:
      return run_extract(invocation.settings, console);
    case merge_bit:
      return run_merge(invocation.settings, console);
    case export_bit:
      return run_export(invocation.settings, console);
    case explain_bit:
      return run_explain(invocation.settings, console);
    case verify_bit:
      return run_verify(invocation.settings, console);
    case diff_bit:
      return run_diff(invocation.settings, console);
    case review_bit:
      return run_review(invocation.settings, console);
    case status_bit:
      return run_status(invocation.settings, console);
    case pack_bit:
      return run_pack(invocation.settings, console);
    case train_bit:
      return run_train(invocation.settings, console);
    default:
      return run_draw(invocation.settings, console);
  }
}

Exit answer(const Answer& said, Console& console) {
  if (said.exit != Exit::done) {
    const auto stop = said.text.find('\n');
    console.error({ErrorCode::bad_value, said.text.substr(0, stop), {}, 0, 0});
    if (stop != std::string::npos) console.note(said.text.substr(stop + 1));
    return said.exit;
  }
  const auto written = write_output({}, said.text);
  if (written || is_closed_pipe(written.error())) return Exit::done;
  console.error(written.error());
  return Exit::failed;
}

int run_program(const std::vector<std::string>& arguments) {
  auto parsed = parse_command_line(arguments);
  auto* invocation = std::get_if<Invocation>(&parsed);
  Result<void> settled{};
  if (invocation != nullptr && (invocation->command->bit & reading_bits) != 0) {
    settled = apply_project(*invocation->command, invocation->settings);
  }
  Console console{invocation != nullptr ? invocation->settings : Settings{}};
  if (!settled) {
    console.error(settled.error());
    return static_cast<int>(Exit::usage);
  }
  try {
    return static_cast<int>(invocation != nullptr ? run(*invocation, console)
                                                  : answer(std::get<Answer>(parsed), console));
  } catch (const std::bad_alloc&) {
    console.error(
        {ErrorCode::too_large, "out of memory; give fewer or smaller articles", {}, 0, 0});
  } catch (const std::exception& unforeseen) {
    console.error({ErrorCode::bad_format, unforeseen.what(), {}, 0, 0});
  }
  return static_cast<int>(Exit::failed);
}

}  // namespace
}  // namespace frise::cli

int main(int count, char** values) {
  frise::cli::handle_signals();
  return frise::cli::run_program({values + (count > 0 ? 1 : 0), values + count});
}
