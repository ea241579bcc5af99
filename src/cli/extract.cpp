// frise extract: a record a line, written as soon as it is its turn, so memory does not grow with
// the corpus. TimeML has one root a document, so several do not fit one stream: they become files
// of a folder.

#include "cli/articles.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"

#include <fmt/format.h>
#include <memory>
#include <set>
#include <string_view>
#include <utility>

namespace frise::cli {
namespace {

constexpr std::string_view only_one =
    "several documents are several TimeML files; name a folder for them with -o DIR";

void tell_times(const StageTimes& times, const Tally& tally, std::chrono::nanoseconds wall,
                Console& console) {
  const auto ms = [](std::chrono::nanoseconds time) {
    return std::chrono::duration<double, std::milli>{time}.count();
  };
  for (std::size_t i = 0; i < stage_names.size(); ++i) {
    console.note(fmt::format("{:<10}{:10.2f} ms", stage_names[i], ms(times.of(Stage(i)))));
  }
  const double seconds = ms(wall) / 1e3;
  console.note(fmt::format("{:<10}{:10.2f} ms, {} documents, {} bytes, {:.2f} MB/s", "all",
                           ms(wall), tally.done, tally.bytes,
                           static_cast<double>(tally.bytes) / 1e6 / seconds));
}

/// Takes what the batch made, in order.
class Writer {
 public:
  Writer() = default;
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  virtual ~Writer() = default;
  [[nodiscard]] virtual Result<void> add(const Extracted& extracted) = 0;
  /// \param any something was added.
  [[nodiscard]] virtual Result<void> end(bool any) = 0;
};

/// All to one place, each on its line.
class Lines : public Writer {
 public:
  explicit Lines(Output output) : output_{std::move(output)} {}

  Result<void> add(const Extracted& extracted) override {
    if (auto done = output_.write(extracted.bytes); !done) return done;
    return output_.write("\n");
  }

  Result<void> end(bool any) override {
    if (auto done = output_.finish(); !done || !any) return done;
    return output_.commit();
  }

 private:
  Output output_;
};

/// NAME.tml in a folder.
class Files : public Writer {
 public:
  explicit Files(std::string folder) : folder_{std::move(folder)} {}

  Result<void> add(const Extracted& extracted) override {
    return write_folder(folder_, {{file_name(extracted.record->document.id), extracted.bytes}});
  }

  Result<void> end(bool) override { return {}; }

 private:
  /// The id as a file name of one part; ids that come to the same are numbered in the order of the
  /// inputs.
  std::string file_name(const std::string& id) {
    constexpr std::size_t longest = 200;
    std::string name = id.substr(0, longest);
    while (name.size() < id.size() && !name.empty() &&
           (static_cast<unsigned char>(id[name.size()]) & 0xC0U) == 0x80U) {
      name.pop_back();
    }
    for (char& c : name) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x20 || byte == 0x7F ||
          std::string_view{"/\\:*?\"<>|"}.find(c) != std::string_view::npos)
        c = '_';
    }
    if (name.empty() || name[0] == '.' || name[0] == '-') name.insert(0, 1, '_');
    std::string free = name;
    for (std::size_t n = 2; !taken_.insert(free).second; ++n) free = fmt::format("{}-{}", name, n);
    return free + ".tml";
  }

  std::string folder_;
  std::set<std::string> taken_;
};

/// Standard output, for one document; held back until it is known to be the only one.
class OnlyOne : public Writer {
 public:
  Result<void> add(const Extracted& extracted) override {
    if (!bytes_.empty()) return fail({ErrorCode::bad_value, std::string{only_one}, {}, 0, 0});
    bytes_ = extracted.bytes;
    return {};
  }

  Result<void> end(bool any) override { return any ? write_output({}, bytes_) : Result<void>{}; }

 private:
  std::string bytes_;
};

Result<std::unique_ptr<Writer>> make_writer(const Settings& settings) {
  const bool to_stdout = settings.output.empty() || settings.output == "-";
  if (settings.record_format == RecordFormat::timeml) {
    if (to_stdout) return std::make_unique<OnlyOne>();
    return std::make_unique<Files>(settings.output);
  }
  auto output = Output::open(settings.output);
  if (!output) return fail(output.error());
  return std::make_unique<Lines>(std::move(*output));
}

}  // namespace

Exit run_extract(const Settings& settings, Console& console) {
  const auto begin = StageTimes::Clock::now();
  const auto writer = make_writer(settings);
  if (!writer) {
    console.error(writer.error());
    return Exit::failed;
  }
  const auto annotator = load_annotator(settings);
  if (!annotator) {
    console.error(annotator.error());
    return Exit::failed;
  }
  StageTimes times;
  Result<void> written{};
  const auto tally =
      read_articles(*annotator, settings, console,
                    {.format = settings.record_format, .times = settings.stats ? &times : nullptr},
                    [&](const Extracted& extracted) {
                      written = (*writer)->add(extracted);
                      return written.has_value();
                    });
  if (!tally) {
    console.error(tally.error());
    return Exit::failed;
  }
  if (written) written = (*writer)->end(tally->done != 0);
  if (!written) {
    if (is_closed_pipe(written.error())) return Exit::done;
    console.error(written.error());
    return written.error().message == only_one ? Exit::usage : Exit::failed;
  }
  if (settings.stats) tell_times(times, *tally, StageTimes::Clock::now() - begin, console);
  return exit_of(*tally, settings, console);
}

}  // namespace frise::cli
