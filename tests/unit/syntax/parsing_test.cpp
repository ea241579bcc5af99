#include "frise/syntax/parsing.hpp"
#include "model/model_file.hpp"
#include "syntax/parse_model.hpp"
#include "train/perceptron.hpp"
#include "train/trees.hpp"
#include "unit/tag/language.hpp"

using namespace frise;

namespace {

ParseModel open_parser(const std::string& lang) {
  auto model = ParseModel::open(
      std::string{FRISE_TEST_DATA_ROOT} + "/model/" + lang + "/parser.model", lang);
  if (!model) FAIL(to_string(model.error()));
  return std::move(*model);
}

TagModel open_tagger(const std::string& lang) {
  auto model =
      TagModel::open(std::string{FRISE_TEST_DATA_ROOT} + "/model/" + lang + "/tagger.model", lang);
  if (!model) FAIL(to_string(model.error()));
  return std::move(*model);
}

/// A text, cut, tagged, and parsed sentence by sentence.
struct Parsed {
  Segmentation segmentation;
  std::vector<WordTag> tags;

  Parsed(const std::string& text, const test::Language& language, const TagModel& tagger) {
    Document document;
    document.text = text;
    document.lang = language.pack.lang();
    segmentation = segment(document, language.rules);
    tags = tag_words(segmentation, language.lexicon, tagger);
  }
};

/// "relation(head, word)" of the arcs whose relation begins with one of the names that a test looks
/// at.
std::string arcs_of(const std::string& text, const test::Language& language, const TagModel& tagger,
                    const ParseModel& model) {
  const Parsed parsed{text, language, tagger};
  Trees trees{model, parsed.segmentation, parsed.tags};
  std::string out;
  for (std::size_t s = 0; s < parsed.segmentation.sentences.size(); ++s) {
    const TokenRange tokens = parsed.segmentation.sentences[s].tokens;
    const auto tree = trees.of(s);
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
      const std::string_view relation = model.relation(tree[i].relation);
      if (!relation.starts_with("nsubj") && relation != "obj" && relation != "root") continue;
      const std::string head = tree[i].head == Arc::root
                                   ? std::string{}
                                   : std::string{parsed.segmentation.key(tree[i].head)} + " ";
      if (!out.empty()) out += ", ";
      out += std::string{relation} + "(" + head +
             std::string{parsed.segmentation.key(tokens.begin + i)} + ")";
    }
  }
  return out;
}

}  // namespace

TEST_CASE("the parser finds who does what to whom in French", "[syntax]") {
  static const TagModel tagger = open_tagger("fr");
  static const ParseModel model = open_parser("fr");
  struct Row {
    const char *text, *expected;
  };
  const auto row = GENERATE(values<Row>({
      {"Le groupe ferme son usine.", "nsubj(ferme groupe), root(ferme), obj(ferme usine)"},
      {"Le constructeur a vendu deux usines à son rival.",
       "nsubj(vendu constructeur), root(vendu), obj(vendu usines)"},
      {"La filiale a été rachetée par un fonds américain.",
       "nsubj:pass(rachetée filiale), root(rachetée)"},
  }));
  CAPTURE(row.text);
  CHECK(arcs_of(row.text, test::french(), tagger, model) == row.expected);
}

TEST_CASE("the parser finds who does what to whom in English", "[syntax]") {
  static const TagModel tagger = open_tagger("en");
  static const ParseModel model = open_parser("en");
  struct Row {
    const char *text, *expected;
  };
  const auto row = GENERATE(values<Row>({
      {"The carmaker closed two plants in Ohio.",
       "nsubj(closed carmaker), root(closed), obj(closed plants)"},
      {"The bank was bought by a rival.", "nsubj:pass(bought bank), root(bought)"},
  }));
  CAPTURE(row.text);
  CHECK(arcs_of(row.text, test::english(), tagger, model) == row.expected);
}

TEST_CASE("whatever the text, arcs are trees with one root that do not cross", "[syntax]") {
  static const TagModel tagger = open_tagger("fr");
  static const ParseModel model = open_parser("fr");
  const std::vector<std::string> words{
      "le", "groupe", ",", "vend", "Paris", "de",    "qui", "12", "«",     "»",     "et",
      "(",  ")",      "a", "été",  "fermé", "usine", "ne",  "?",  "s'est", "rapide"};
  train::Shuffler lot;
  Parser parser{model};
  std::vector<Arc> arcs;
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (std::uint64_t n = lot.next() % 40; n > 0; --n)
      text += words[lot.next() % words.size()] + " ";
    const Parsed parsed{text, test::french(), tagger};
    for (const Sentence& sentence : parsed.segmentation.sentences) {
      parser.parse(parsed.segmentation, parsed.tags, sentence.tokens, arcs);
      REQUIRE(arcs.size() == sentence.tokens.size());
      std::vector<std::uint32_t> heads;
      for (const Arc& arc : arcs) {
        const bool root = arc.head == Arc::root;
        if (!root) REQUIRE(sentence.tokens.contains(arc.head));
        heads.push_back(root ? sentence.tokens.size() : arc.head - sentence.tokens.begin);
        REQUIRE_FALSE(model.relation(arc.relation).empty());
      }
      CHECK(train::is_tree(heads));
      CHECK(train::is_projective(heads));
    }
  }
}

TEST_CASE("a sentence is parsed once, and asked for in any order", "[syntax]") {
  static const TagModel tagger = open_tagger("fr");
  static const ParseModel model = open_parser("fr");
  const Parsed parsed{"Le groupe vend une usine. La banque cherche un partenaire. Elle attend.",
                      test::french(), tagger};
  REQUIRE(parsed.segmentation.sentences.size() == 3);
  Trees forward{model, parsed.segmentation, parsed.tags};
  Trees backward{model, parsed.segmentation, parsed.tags};
  for (std::size_t s = 3; s-- > 0;) (void)backward.of(s);
  for (std::size_t s = 0; s < 3; ++s) {
    const auto one = forward.of(s), other = backward.of(s);
    CHECK(std::vector<Arc>(one.begin(), one.end()) == std::vector<Arc>(other.begin(), other.end()));
    CHECK(forward.of(s).data() == one.data());
  }
}

TEST_CASE("without a model there are no trees", "[syntax]") {
  const ParseModel none;
  CHECK_FALSE(none.present());
  CHECK(none.relation_count() == 0);
  CHECK(none.relation(0).empty());
  const TagModel tagger;
  const Parsed parsed{"Le groupe vend une usine.", test::french(), tagger};
  Trees trees{none, parsed.segmentation, parsed.tags};
  CHECK(trees.of(0).empty());
}

TEST_CASE("relations have names and names have relations", "[syntax]") {
  const ParseModel model = open_parser("fr");
  for (std::size_t i = 0; i < model.relation_count(); ++i) {
    const auto number = static_cast<std::uint8_t>(i);
    CHECK(model.find_relation(model.relation(number)) == number);
  }
  CHECK_FALSE(model.find_relation("no such relation").has_value());
  CHECK(model.find_relation("nsubj:pass").has_value());
}

TEST_CASE("a parser whose sections do not hold together is refused", "[syntax]") {
  using model::bytes_of;
  const std::string weights(256, '\0');
  const std::string slots = bytes_of(std::vector<model::ClassSets::Slot>(2));
  const auto message = [&](const std::string& names, std::uint64_t other) {
    const auto model = ParseModel::from_bytes(
        model::model_bytes("parser", "fr",
                           {{"moves", weights},
                            {"relation", weights},
                            {"names", names},
                            {"places", slots},
                            {"placeset", {}},
                            {"other", bytes_of(std::vector<model::ClassSet>{other})}}),
        "fr");
    return model ? std::string{} : model.error().message;
  };
  CHECK(message("root\ndet\n", 3).empty());
  CHECK(message("root\ndet\n", 4) == "trained model: sets of relations do not hold together");
  CHECK(message("root\ndet\n", 0) == "trained model: sets of relations do not hold together");
  CHECK(message("", 1) == "trained model: 1 to 64 relations");
  const auto bare = ParseModel::from_bytes(model::model_bytes("parser", "fr", {}), "fr");
  REQUIRE_FALSE(bare.has_value());
  CHECK(bare.error().message == "trained model: no table of weights");
}
