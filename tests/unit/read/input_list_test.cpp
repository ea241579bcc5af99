#include "fixture.hpp"

using namespace frise;
using frise::test::Folder;

namespace {

/// Names below the folder, parted by spaces.
std::string names_of(const InputList& list, const Folder& folder) {
  std::string out;
  for (const std::string& path : list.paths) {
    if (!out.empty()) out += ' ';
    out += path.starts_with(folder.path()) ? path.substr(folder.path().size() + 1) : path;
  }
  return out;
}

}  // namespace

TEST_CASE("folders are listed in a fixed order, articles only", "[read]") {
  const Folder folder;
  for (const char* name :
       {"b.txt", "a.txt", "a.json", "a.gold.json", "lone.json", ".hidden.txt", "README.md",
        ".git/c.txt", "sub/d.md", "sub/a.txt", "n.jsonl", "x.pdf", "B.TXT"}) {
    folder.write(name, "mot");
  }
  const InputList list = list_inputs({folder.path()});
  CHECK(list.errors.empty());
  CHECK(names_of(list, folder) == "B.TXT a.txt b.txt n.jsonl sub/a.txt sub/d.md");
  CHECK(list.ids.at(folder / "sub/d.md") == "sub/d");
  CHECK(list.ids.count(folder / "a.txt") == 0);
}

TEST_CASE("a file is read once, and any kind of it when named", "[read]") {
  const Folder folder;
  folder.write("a.txt", "mot");
  folder.write("x.log", "mot");
  const InputList list = list_inputs(
      {folder / "x.log", folder / "a.txt", folder.path(), folder / "./a.txt", "-", "-"});
  CHECK(names_of(list, folder) == "x.log a.txt -");
}

TEST_CASE("what is missing or empty is an error, and the rest is listed", "[read]") {
  const Folder folder;
  folder.write("vide/x.pdf", "mot");
  folder.write("a.txt", "mot");
  const InputList list = list_inputs({folder / "rien", folder / "vide", folder / "a.txt"});
  CHECK(names_of(list, folder) == "a.txt");
  REQUIRE(list.errors.size() == 2);
  CHECK(list.errors[0].code == ErrorCode::not_found);
  CHECK(list.errors[0].path == folder / "rien");
  CHECK(list.errors[1].code == ErrorCode::empty);
}

TEST_CASE("files of the same name get the ids of their paths", "[read]") {
  const Folder folder;
  const std::string first = folder.write("x/a.txt", "mot");
  const std::string second = folder.write("y/a.txt", "mot");
  const InputList list = list_inputs({first, second});
  CHECK(list.ids.at(first) == first.substr(0, first.size() - 4));
  CHECK(list.ids.at(second) == second.substr(0, second.size() - 4));
}
