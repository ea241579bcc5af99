#include "frise/pipeline/batch.hpp"

#include "pipeline/document_queue.hpp"
#include "pipeline/line_counter.hpp"
#include "scratch_folder.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>
#include <thread>

using namespace frise;

namespace {

Annotator annotator() {
  auto loaded = Annotator::load({.data_root = FRISE_TEST_DATA_ROOT, .no_subject = true});
  REQUIRE(loaded);
  return std::move(*loaded);
}

/// Forty articles, of which every seventh is not there.
std::vector<std::string> articles(const test::ScratchFolder& scratch) {
  std::vector<std::string> paths;
  for (int i = 0; i < 40; ++i) {
    const std::string name = "a" + std::to_string(i) + ".txt";
    std::string text;
    for (int n = 0; n <= i % 9; ++n) text += "Le 3 mai 2024, une usine a ouvert à Lens.\n\n";
    paths.push_back(i % 7 == 6 ? scratch.path(name) : scratch.write(name, text));
  }
  return paths;
}

std::vector<std::string> run(const std::vector<std::string>& paths, const Annotator& annotator,
                             std::size_t jobs, std::size_t most = 1000) {
  std::vector<std::string> out;
  BatchOptions options;
  options.jobs = jobs;
  options.format = RecordFormat::json;
  REQUIRE(extract_all(paths, annotator, options, [&](const Extracted& one) {
    out.push_back(one.record ? one.bytes : to_string(one.record.error()));
    return out.size() < most;
  }));
  return out;
}

}  // namespace

TEST_CASE("a batch comes in the order of its inputs, however many jobs", "[pipeline]") {
  const test::ScratchFolder scratch;
  const auto paths = articles(scratch);
  const Annotator one = annotator();
  const auto expected = run(paths, one, 1);
  REQUIRE(expected.size() == paths.size());
  for (std::size_t i = 0; i < paths.size(); ++i) CHECK_THAT(expected[i], Catch::Contains(paths[i]));
  CHECK(run(paths, one, 2) == expected);
  CHECK(run(paths, one, 8) == expected);
  CHECK(run(paths, one, 0) == expected);
}

TEST_CASE("a batch stops when nobody wants more", "[pipeline]") {
  const test::ScratchFolder scratch;
  const auto paths = articles(scratch);
  const Annotator one = annotator();
  for (const std::size_t jobs : {std::size_t{1}, std::size_t{4}}) {
    CHECK(run(paths, one, jobs, 3).size() == 3);
  }
  CHECK(run({}, one, 4).empty());
}

TEST_CASE("what the sink throws reaches the caller", "[pipeline]") {
  const test::ScratchFolder scratch;
  const auto paths = articles(scratch);
  const Annotator one = annotator();
  for (const std::size_t jobs : {std::size_t{1}, std::size_t{4}}) {
    BatchOptions options;
    options.jobs = jobs;
    const auto throws = [](const Extracted&) -> bool { throw std::runtime_error{"enough"}; };
    CHECK_THROWS_AS(extract_all(paths, one, options, throws), std::runtime_error);
  }
}

TEST_CASE("a queue holds few documents and always one", "[pipeline]") {
  DocumentQueue queue{2, 10};
  Document large;
  large.text.assign(100, 'x');
  CHECK(queue.push(large));
  std::thread reader{[&] {
    for (int i = 0; i < 50; ++i) queue.push(large);
    queue.end(std::make_exception_ptr(std::runtime_error{"read error"}));
  }};
  for (int i = 0; i < 51; ++i) CHECK(queue.pop().has_value());
  CHECK_THROWS_AS(queue.pop(), std::runtime_error);
  reader.join();
  queue.close();
  CHECK_FALSE(queue.push(large));
  CHECK_FALSE(queue.pop().has_value());
}

TEST_CASE("lines count from one and columns in code points", "[pipeline]") {
  LineCounter counter{"été\nà l'été"};
  CHECK(counter.advance(0) == std::pair<std::size_t, std::size_t>{1, 1});
  CHECK(counter.advance(3) == std::pair<std::size_t, std::size_t>{1, 3});
  CHECK(counter.advance(6) == std::pair<std::size_t, std::size_t>{2, 1});
  CHECK(counter.advance(8) == std::pair<std::size_t, std::size_t>{2, 2});
  CHECK(counter.advance(999) == std::pair<std::size_t, std::size_t>{2, 8});
}
