#include "model/model_file.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

using namespace frise;
using namespace frise::model;

namespace {

std::string small_model() {
  return model_bytes("tagger", "fr",
                     {{"numbers", bytes_of(std::vector<std::uint32_t>{7, 8, 9})},
                      {"text", "un deux"},
                      {"nothing", ""}});
}

std::string refusal(std::string bytes, std::string_view kind = "tagger",
                    std::string_view lang = "fr") {
  const auto file = ModelFile::from_bytes(std::move(bytes), "x.model", kind, lang);
  REQUIRE_FALSE(file.has_value());
  CHECK(file.error().code == ErrorCode::bad_format);
  CHECK(file.error().path == "x.model");
  return file.error().message;
}

}  // namespace

TEST_CASE("a model gives back the sections that it was made of", "[model]") {
  const auto path = std::filesystem::temp_directory_path() / "frise-small.model";
  std::ofstream(path, std::ios::binary) << small_model();
  const auto file = ModelFile::open(path.string(), "tagger", "fr");
  REQUIRE(file.has_value());
  const auto numbers = file->numbers<std::uint32_t>("numbers");
  CHECK(std::vector<std::uint32_t>(numbers.begin(), numbers.end()) ==
        std::vector<std::uint32_t>{7, 8, 9});
  CHECK(file->section("text") == "un deux");
  CHECK(file->section("nothing").empty());
  CHECK(file->section("not there").empty());
  CHECK(file->numbers<std::uint32_t>("text").empty());
  std::filesystem::remove(path);
}

TEST_CASE("equal sections are equal files", "[model]") { CHECK(small_model() == small_model()); }

TEST_CASE("a model that is cut, altered or another's is refused with a reason", "[model]") {
  const std::string whole = small_model();
  const std::string advice = "; train it again or take it away";
  CHECK(refusal("") == "not a trained model: too short" + advice);
  CHECK(refusal(whole.substr(0, 20)) == "not a trained model: too short" + advice);
  CHECK(refusal(whole.substr(0, whole.size() - 1)) == "trained model is cut short" + advice);
  CHECK(refusal(whole + "x") == "trained model is cut short" + advice);
  CHECK(refusal(std::string(500, 'x')) == "not a trained model" + advice);
  CHECK(refusal(whole, "parser") == "trained model of another kind" + advice);
  CHECK(refusal(whole, "tagger", "en") == "trained model of another language" + advice);
  std::string other = whole;
  other[8] = 9;
  CHECK(refusal(other) == "trained model of another version" + advice);
  for (std::size_t i = sizeof(ModelHeader); i < whole.size(); ++i) {
    std::string altered = whole;
    altered[i] = static_cast<char>(altered[i] ^ 0x10);
    CHECK(refusal(altered) == "trained model is damaged" + advice);
  }
}

TEST_CASE("a model that is not there cannot be opened", "[model]") {
  const auto file = ModelFile::open("/nowhere/tagger.model", "tagger", "fr");
  REQUIRE_FALSE(file.has_value());
  CHECK(file.error().code == ErrorCode::unreadable);
}
