#include "frise/pipeline/annotator.hpp"

#include "scratch_folder.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <thread>

using namespace frise;

namespace {

Document document(std::string lang, std::string text) {
  Document out;
  out.id = "d";
  out.path = "d.txt";
  out.lang = std::move(lang);
  out.text = std::move(text);
  return out;
}

}  // namespace

TEST_CASE("a document goes through every stage", "[pipeline]") {
  const auto annotator = Annotator::load({.data_root = FRISE_TEST_DATA_ROOT});
  REQUIRE(annotator);
  StageTimes times;
  const auto record = annotator->annotate(
      document("fr", "Le 12 mars 2024, Nvidia a investi 2 milliards de dollars dans OpenAI.\n"),
      &times);
  REQUIRE(record);
  CHECK(record->timex.size() == 1);
  CHECK(record->entities.size() >= 2);
  REQUIRE(record->events.size() == 1);
  CHECK(record->events[0].type == EventType::invest);
  CHECK(record->events[0].date.value == "2024-03-12");
  CHECK(times.of(Stage::load) > std::chrono::nanoseconds{0});
  CHECK(times.of(Stage::record) > std::chrono::nanoseconds{0});
}

TEST_CASE("two companies that a noun stands for both take part", "[pipeline]") {
  const auto annotator = Annotator::load({.data_root = FRISE_TEST_DATA_ROOT, .no_subject = true});
  REQUIRE(annotator);
  const auto told = [&](const char* lang, const char* text) {
    const auto record = annotator->annotate(document(lang, text));
    REQUIRE(record);
    REQUIRE(record->events.size() == 2);
    std::string out = record->events[1].summary + ":";
    for (const RecordParticipant& one : record->events[1].participants) out += " " + one.entity;
    return out;
  };
  CHECK(told("fr", "Orval SA a attaqué Brumel SA. Les deux groupes ont fusionné en 2015.\n") ==
        "Orval SA et Brumel SA ont fusionné en 2015: company:orval-sa company:brumel-sa");
  CHECK(told("en", "Orval Inc sued Brumel Inc. In 2015, the two companies merged.\n") ==
        "Orval Inc and Brumel Inc merged: company:orval-inc company:brumel-inc");
}

TEST_CASE("a language without a pack gives a record that says so", "[pipeline]") {
  const auto annotator = Annotator::load({.data_root = FRISE_TEST_DATA_ROOT, .no_subject = true});
  REQUIRE(annotator);
  const auto languages = annotator->languages();
  CHECK(std::is_sorted(languages.begin(), languages.end()));
  for (const char* lang : {"", "xx"}) {
    const auto record = annotator->annotate(document(lang, "Lorem ipsum.\n"));
    REQUIRE(record);
    REQUIRE(record->diagnostics.size() == 1);
    CHECK(record->diagnostics[0].code == "no-language-pack");
    CHECK_THAT(record->diagnostics[0].message, Catch::Contains("there are packs for en, es, fr"));
    CHECK(record->events.empty());
  }
}

TEST_CASE("packs that are missing or broken are named", "[pipeline]") {
  CHECK_FALSE(Annotator::load({.data_root = "/nowhere"}));
  const auto subject =
      Annotator::load({.data_root = FRISE_TEST_DATA_ROOT, .subjects = {"astrology"}});
  REQUIRE_FALSE(subject);
  CHECK(subject.error().code == ErrorCode::not_found);
  CHECK_THAT(subject.error().message, Catch::Contains("\"astrology\""));

  const test::ScratchFolder scratch;
  scratch.write("lang/fr/pack.toml", "lang = \n");
  const auto broken = Annotator::load({.data_root = scratch.root()});
  REQUIRE(broken);  // a language is loaded when it is needed
  const auto record = broken->annotate(document("fr", "Bonjour.\n"));
  REQUIRE_FALSE(record);
  CHECK_THAT(to_string(record.error()), Catch::Contains("lang/fr/pack.toml:1:"));
  CHECK(broken->annotate(document("en", "Hello.\n")));
}

TEST_CASE("threads that meet a language together get the same answer", "[pipeline]") {
  const auto annotator = Annotator::load({.data_root = FRISE_TEST_DATA_ROOT});
  REQUIRE(annotator);
  const Document one = document("fr", "En mai 2023, Intel a racheté la startup Graphwright.\n");
  std::vector<std::string> json(8);
  std::vector<std::thread> threads;
  for (std::string& out : json) {
    threads.emplace_back([&] {
      const auto record = annotator->annotate(one);
      if (record) out = to_json(*record);
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK_FALSE(json[0].empty());
  CHECK(std::count(json.begin(), json.end(), json[0]) == 8);
}
