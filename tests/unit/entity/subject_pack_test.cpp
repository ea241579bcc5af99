#include "frise/entity/subject_pack.hpp"

#include <unistd.h>
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

namespace frise {
namespace {
namespace fs = std::filesystem;

/// A subject pack in a folder of its own, gone when the test is.
class TemporaryPack {
 public:
  TemporaryPack(const std::string& entities, const std::string& relations = "") {
    static int count = 0;
    folder_ = fs::temp_directory_path() /
              ("frise-subject-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
    fs::create_directories(folder_);
    write("pack.toml", "name = \"mills\"\n");
    write("entities.toml", entities);
    if (!relations.empty()) write("relations.toml", relations);
  }
  TemporaryPack(const TemporaryPack&) = delete;
  TemporaryPack& operator=(const TemporaryPack&) = delete;
  ~TemporaryPack() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  [[nodiscard]] std::string folder() const { return folder_.string(); }

 private:
  void write(const char* name, const std::string& text) const {
    std::ofstream{folder_ / name, std::ios::binary} << text;
  }
  fs::path folder_;
};

TEST_CASE("a subject pack gives entities with the phrases of their kinds", "[entity]") {
  const TemporaryPack files{R"([kind]
miller = { fr = ["meunier"], en = ["miller"] }
[[entity]]
id = "company:grand-moulin"
name = "Grand Moulin"
aliases = ["GM", "moulin [Grand]"]
kinds = ["miller"]
nominals.fr = ["géant de la farine"]
country = "FR"
names.en = "Great Mill"
[[entity]]
id = "product:fleur"
name = "Fleur"
parent = "company:grand-moulin"
since = "1998-05"
)",
                            R"([[role]]
person = "product:fleur"
organization = "company:grand-moulin"
role = "mascot"
until = "2001"
)"};
  const auto pack = SubjectPack::load(files.folder());
  REQUIRE(pack);
  CHECK(pack->name == "mills");
  REQUIRE(pack->entities.size() == 2);
  const PackEntity& mill = pack->entities[0];
  CHECK(mill.type == EntityType::company);
  CHECK(mill.aliases == std::vector<std::string>{"GM", "moulin [Grand]"});
  CHECK(mill.nominals.at("fr") == std::vector<std::string>{"géant de la farine", "meunier"});
  CHECK(mill.nominals.at("en") == std::vector<std::string>{"miller"});
  CHECK(mill.names.at("en") == "Great Mill");
  CHECK(pack->entities[1].parent == "company:grand-moulin");
  REQUIRE(pack->roles.size() == 1);
  CHECK(pack->roles[0].until == "2001");
}

TEST_CASE("a broken subject pack is refused with the line that is wrong", "[entity]") {
  struct Row {
    const char* entities;
    const char* message;
    std::size_t line;
  };
  const auto row = GENERATE(values<Row>({
      {"[[entity]]\nid = \"mill:a\"\nname = \"A\"\n",
       "id \"mill:a\" does not begin with a type and a colon, such as company:, person:, product:",
       2},
      {"[[entity]]\nid = \"company:\"\nname = \"A\"\n",
       "id \"company:\" does not begin with a type and a colon, such as company:, person:, "
       "product:",
       2},
      {"[[entity]]\nid = \"company:a\"\nname = \"A\"\n[[entity]]\nname = \"B\"\nid = "
       "\"company:a\"\n",
       "id \"company:a\" is used twice", 6},
      {"[[entity]]\nid = \"company:a\"\n", "company:a needs a name", 1},
      {"[[entity]]\nname = \"A\"\n", "an entity needs an id", 1},
      {"[[entity]]\nid = \"company:a\"\nname = \"A\"\nalias = [\"B\"]\n", "unknown key \"alias\"",
       4},
      {"[[entity]]\nid = \"company:a\"\nname = \"A\"\naliases = \"B\"\n",
       "an array of strings is wanted here", 4},
      {"[[entity]]\nid = \"company:a\"\nname = \"A\"\naliases = [\"B\",\n 3]\n",
       "a string that is not empty is wanted here", 5},
      {"[[entity]]\nid = \"company:a\"\nname = \"A\"\nkinds = [\"miller\"]\n",
       "no [kind] named \"miller\"", 4},
      {"[[entity]]\nid = \"company:a\"\nname = \"A\"\nparent = \"company:b\"\n",
       "parent \"company:b\" is not an id of this pack", 4},
      {"[[entity]]\nid = \"person:a\"\nname = \"A\"\ngender = \"x\"\n",
       "gender \"x\" is neither \"m\" nor \"f\"", 4},
      {"[entity]\nid = \"company:a\"\n", "write [[entity]] before each", 1},
  }));
  const TemporaryPack files{row.entities};
  const auto pack = SubjectPack::load(files.folder());
  REQUIRE_FALSE(pack);
  CHECK(pack.error().message == row.message);
  CHECK(pack.error().line == row.line);
  CHECK(fs::path{pack.error().path}.filename() == "entities.toml");
}

TEST_CASE("TOML that does not parse is refused with its line", "[entity]") {
  const TemporaryPack files{"[[entity]]\nid = \"company:a\nname = \"A\"\n"};
  const auto pack = SubjectPack::load(files.folder());
  REQUIRE_FALSE(pack);
  CHECK(pack.error().code == ErrorCode::bad_format);
  CHECK(pack.error().line == 2);
}

TEST_CASE("a role of somebody unknown is refused with its line", "[entity]") {
  const TemporaryPack files{"[[entity]]\nid = \"company:a\"\nname = \"A\"\n",
                            "\n[[role]]\nperson = \"person:b\"\norganization = \"company:a\"\n"
                            "role = \"founder\"\n"};
  const auto pack = SubjectPack::load(files.folder());
  REQUIRE_FALSE(pack);
  CHECK(pack.error().message == "no entity of this pack has the id \"person:b\"");
  CHECK(pack.error().line == 2);
}

TEST_CASE("a folder without a subject pack says what is missing", "[entity]") {
  const auto pack = SubjectPack::load("/nowhere/at/all");
  REQUIRE_FALSE(pack);
  CHECK(pack.error().code == ErrorCode::not_found);
  CHECK(pack.error().message == "no subject pack here: pack.toml is missing");
}

TEST_CASE("the tech-crypto pack loads and is as large as it says", "[entity]") {
  const auto pack = SubjectPack::load(std::string{FRISE_TEST_DATA_ROOT} + "/subject/tech-crypto");
  REQUIRE(pack);
  CHECK(pack->entities.size() >= 400);
  CHECK(pack->roles.size() >= 40);
  for (const EntityType type :
       {EntityType::company, EntityType::person, EntityType::organization, EntityType::government,
        EntityType::product, EntityType::programme, EntityType::cryptocurrency, EntityType::sector,
        EntityType::place, EntityType::publication}) {
    CHECK(std::any_of(pack->entities.begin(), pack->entities.end(),
                      [type](const PackEntity& entity) { return entity.type == type; }));
  }
}

TEST_CASE("the cars pack loads, knows its marques' owners and who led them when", "[entity]") {
  const auto pack = SubjectPack::load(std::string{FRISE_TEST_DATA_ROOT} + "/subject/cars");
  REQUIRE(pack);
  CHECK(pack->entities.size() >= 200);
  CHECK(pack->roles.size() >= 70);
  const auto named = [&](std::string_view id) {
    return std::find_if(pack->entities.begin(), pack->entities.end(),
                        [id](const PackEntity& entity) { return entity.id == id; });
  };
  REQUIRE(named("company:opel") != pack->entities.end());
  CHECK(named("company:opel")->parent == "company:stellantis");
  CHECK(named("organization:renault-nissan-mitsubishi")->since == "1999-03");
  CHECK(std::any_of(pack->roles.begin(), pack->roles.end(), [](const PackRole& role) {
    return role.person == "person:carlos-ghosn" && role.organization == "company:nissan" &&
           role.until == "2017";
  }));
}

}  // namespace
}  // namespace frise
