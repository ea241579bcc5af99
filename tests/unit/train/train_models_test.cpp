// A treebank of our own, small and said over and over: enough to learn a pattern and to compare
// bytes.

#include "frise/syntax/parsing.hpp"
#include "frise/train/training.hpp"
#include "unit/tag/language.hpp"

#include <filesystem>
#include <fstream>

using namespace frise;

namespace {

std::string small_treebank() {
  const char* subjects[] = {"Le groupe", "La banque", "Le fabricant", "La filiale"};
  const char* verbs[] = {"vend", "ferme", "cherche", "quitte"};
  const char* objects[] = {"une usine", "un site", "un partenaire", "une mine"};
  std::string out;
  for (const char* subject : subjects) {
    for (const char* verb : verbs) {
      for (const char* object : objects) {
        const std::string s = subject, o = object;
        const auto noun = [](const std::string& np) { return np.substr(np.find(' ') + 1); };
        const auto det = [](const std::string& np) { return np.substr(0, np.find(' ')); };
        out += "# text = " + s + " " + verb + " " + o + ".\n";
        out += "1\t" + det(s) + "\t_\tDET\t_\t_\t2\tdet\t_\t_\n";
        out += "2\t" + noun(s) + "\t_\tNOUN\t_\t_\t3\tnsubj\t_\t_\n";
        out +=
            std::string{"3\t"} + verb +
            "\t_\tVERB\t_\tMood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin\t0\troot\t_\t_\n";
        out += "4\t" + det(o) + "\t_\tDET\t_\t_\t5\tdet\t_\t_\n";
        out += "5\t" + noun(o) + "\t_\tNOUN\t_\t_\t3\tobj\t_\tSpaceAfter=No\n";
        out += "6\t.\t_\tPUNCT\t_\t_\t3\tpunct\t_\t_\n\n";
      }
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a training gives models that read what they were shown, and the same bytes again",
          "[train]") {
  const auto path = (std::filesystem::temp_directory_path() / "frise-small.conllu").string();
  std::ofstream(path, std::ios::binary) << small_treebank();
  const TrainingOptions options{"fr", FRISE_TEST_DATA_ROOT, {path}};
  const auto models = train_models(options);
  REQUIRE(models.has_value());
  CHECK(models->sentences == 64);
  CHECK(models->tokens == 6 * 64);
  const auto again = train_models(options);
  REQUIRE(again.has_value());
  CHECK(models->tagger == again->tagger);
  CHECK(models->parser == again->parser);
  std::filesystem::remove(path);

  const auto tagger = TagModel::from_bytes(models->tagger, "fr");
  REQUIRE(tagger.has_value());
  const std::string text = "La banque ferme une mine.";
  CHECK(test::tagged(text, test::french(), &*tagger) ==
        "la/determiner banque/noun ferme/verb une/determiner mine/noun");
  const auto parser = ParseModel::from_bytes(models->parser, "fr");
  REQUIRE(parser.has_value());
  Document document;
  document.text = text;
  document.lang = "fr";
  const Segmentation segmentation = segment(document, test::french().rules);
  const auto tags = tag_words(segmentation, test::french().lexicon, *tagger);
  Trees trees{*parser, segmentation, tags};
  const auto tree = trees.of(0);
  REQUIRE(tree.size() == 6);
  CHECK(tree[1].head == 2);
  CHECK(parser->relation(tree[1].relation) == "nsubj");
  CHECK(tree[2].head == Arc::root);
  CHECK(parser->relation(tree[4].relation) == "obj");
}

TEST_CASE("a training without sentences says so", "[train]") {
  const auto path = (std::filesystem::temp_directory_path() / "frise-empty.conllu").string();
  std::ofstream(path, std::ios::binary) << "\n";
  const auto models = train_models({"fr", FRISE_TEST_DATA_ROOT, {path}});
  REQUIRE_FALSE(models.has_value());
  CHECK(models.error().message == "no sentences in the treebanks");
  std::filesystem::remove(path);
}
