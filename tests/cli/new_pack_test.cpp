// frise pack new --from: a subject pack begun from articles, kept by hand, and added to.

#include "cli/run_program.hpp"
#include "scratch_folder.hpp"

#include <catch2/catch.hpp>

using namespace frise::test;

namespace {

constexpr const char* first_article =
    "Télécoms : Horvane rachète Kelvio\n\n"
    "Le 12 mars 2024, l'opérateur Horvane a racheté Kelvio pour 2 milliards d'euros. Kelvio "
    "emploie "
    "900 personnes. Horvane veut vendre des routeurs.\n";
constexpr const char* second_article =
    "Énergie : Brisenor ferme une centrale\n\n"
    "Le 3 mai 2024, l'énergéticien Brisenor a fermé une centrale. Brisenor emploie 80 personnes. "
    "Kelvio et Horvane ne disent rien.\n";

}  // namespace

TEST_CASE("a pack is begun from articles, passes its check and is of use", "[end-to-end]") {
  const ScratchFolder scratch;
  const std::string article = scratch.write("articles/a.txt", first_article);
  const Ran made =
      run_frise({"pack", "new", "telecoms", "--from", article}, {.folder = scratch.root()});
  CHECK(made.exit == 0);
  CHECK_THAT(made.err, Catch::Contains("2 proposed in telecoms/entities.toml"));
  CHECK_THAT(made.err, Catch::Contains("frise pack check telecoms"));
  const std::string toml = bytes_of(scratch.path("telecoms/entities.toml"));
  CHECK_THAT(toml, Catch::Contains("# 3 times in 1 document\n"));
  CHECK_THAT(toml, Catch::Contains("[[entity]]\nid = \"company:kelvio\"\nname = \"Kelvio\"\n"));
  CHECK(toml.find("example-works") == std::string::npos);
  const Ran checked = run_frise({"pack", "check", scratch.path("telecoms"), "--strict"});
  CHECK(checked.exit == 0);
  CHECK(checked.err.empty());
  const Ran read = run_frise({"extract", article, "--subject", scratch.path("telecoms")});
  CHECK(read.exit == 0);
  CHECK_THAT(read.out, Catch::Contains("company:kelvio"));

  const Ran again =
      run_frise({"pack", "new", "telecoms", "--subject", scratch.path("other"), "--from", article});
  CHECK(again.exit == 0);
  CHECK(bytes_of(scratch.path("other/entities.toml")) == toml);
}

TEST_CASE("a second run keeps every edit and proposes only what is new", "[end-to-end]") {
  const ScratchFolder scratch;
  const std::string first = scratch.write("a.txt", first_article);
  const std::string second = scratch.write("b.txt", second_article);
  const std::string folder = scratch.path("mine");
  REQUIRE(run_frise({"pack", "new", "mine", "--subject", folder, "--from", first, "-q"}).exit == 0);
  // Kelvio is deleted, Horvane is edited.
  const std::string edited =
      "# mine\n[[entity]]\nid = \"company:horvane-telecom\"\nname = \"Horvane Telecom\"\n"
      "aliases = [\"Horvane\"]";
  scratch.write("mine/entities.toml", edited);
  const Ran ran = run_frise({"pack", "new", "mine", "--subject", folder, "--from", first, second});
  CHECK(ran.exit == 0);
  CHECK_THAT(ran.err, Catch::Contains("1 proposed in "));
  const std::string toml = bytes_of(folder + "/entities.toml");
  CHECK(toml.starts_with(edited));
  CHECK_THAT(toml, Catch::Contains("name = \"Brisenor\""));
  CHECK(toml.find("\"Kelvio\"") == std::string::npos);
  CHECK(run_frise({"pack", "check", folder, "--strict"}).exit == 0);

  const Ran idle = run_frise({"pack", "new", "mine", "--subject", folder, "--from", first, second});
  CHECK(idle.exit == 0);
  CHECK_THAT(idle.err, Catch::Contains("nothing was written"));
  CHECK(bytes_of(folder + "/entities.toml") == toml);
}

TEST_CASE("a pack that is broken, and a folder of something else, are left alone", "[end-to-end]") {
  const ScratchFolder scratch;
  const std::string article = scratch.write("a.txt", first_article);
  const std::string other = scratch.write("other/notes.txt", "mine\n");
  const Ran taken =
      run_frise({"pack", "new", "x1", "--subject", scratch.path("other"), "--from", article});
  CHECK(taken.exit == 1);
  CHECK_THAT(taken.err, Catch::Contains("there is something already"));
  scratch.write("bad/pack.toml", "name = \"bad\"\n");
  const std::string broken = scratch.write("bad/entities.toml", "[[entity]\n");
  const Ran refused =
      run_frise({"pack", "new", "bad", "--subject", scratch.path("bad"), "--from", article});
  CHECK(refused.exit == 1);
  CHECK_THAT(refused.err, Catch::Contains("entities.toml:1:"));
  CHECK(bytes_of(broken) == "[[entity]\n");
  const Ran nothing = run_frise({"pack", "new", "none", "--subject", scratch.path("none"), "--from",
                                 scratch.path("missing.txt")});
  CHECK(nothing.exit == 1);
  CHECK(scratch.names() == std::vector<std::string>{"a.txt", "bad", "other"});
}
