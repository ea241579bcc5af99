#include "model/weights.hpp"
#include "tag/rule_tagger.hpp"
#include "tag/tag_model.hpp"
#include "tag/word_view.hpp"
#include "unit/tag/language.hpp"

#include <bit>

using namespace frise;

namespace {

std::string model_path(const std::string& lang) {
  return std::string{FRISE_TEST_DATA_ROOT} + "/model/" + lang + "/tagger.model";
}

/// A French text, cut and tagged; lemmas may point into the keys, so both are kept.
struct Tagged {
  Segmentation segmentation;
  std::vector<WordTag> tags;

  Tagged(const std::string& text, const TagModel& model) {
    Document document;
    document.text = text;
    document.lang = "fr";
    segmentation = segment(document, test::french().rules);
    tags = tag_words(segmentation, test::french().lexicon, model);
  }
  const WordTag& operator[](std::size_t i) const { return tags[i]; }
};

TagModel open_model(const std::string& lang) {
  auto model = TagModel::open(model_path(lang), lang);
  if (!model) FAIL(to_string(model.error()));
  return std::move(*model);
}

}  // namespace

TEST_CASE("the trained tagger reads French news", "[tag]") {
  static const TagModel model = open_model("fr");
  struct Row {
    const char *text, *expected;
  };
  const auto row = GENERATE(values<Row>({
      {"Le groupe ferme son usine.",
       "le/determiner groupe/noun ferme/verb son/determiner usine/noun"},
      {"Il a pris une ferme en Bretagne.",
       "il/pronoun a/auxiliary pris/verb une/determiner ferme/noun en/adposition "
       "bretagne/proper_noun"},
      {"La demande de puces a été forte cet été.",
       "la/determiner demande/noun de/adposition puces/noun a/auxiliary été/verb forte/adjective "
       "cet/determiner été/noun"},
      {"Il demande aux revendeurs de patienter.",
       "il/pronoun demande/verb aux/adposition revendeurs/noun de/adposition patienter/verb"},
      {"Le constructeur n'a pas investi l'an dernier.",
       "le/determiner constructeur/noun n'/adverb a/auxiliary pas/adverb investi/verb "
       "l'/determiner "
       "an/noun dernier/adjective"},
      {"Les deux rivaux ont signé un accord qui prévoit trois usines.",
       "les/determiner deux/numeral rivaux/noun ont/auxiliary signé/verb un/determiner accord/noun "
       "qui/pronoun prévoit/verb trois/numeral usines/noun"},
      {"La banque annonce qu'elle quittera la Pologne.",
       "la/determiner banque/noun annonce/verb qu'/subordinating_conjunction elle/pronoun "
       "quittera/verb la/determiner pologne/proper_noun"},
  }));
  CAPTURE(row.text);
  CHECK(test::tagged(row.text, test::french(), &model) == row.expected);
}

TEST_CASE("the trained tagger reads English news", "[tag]") {
  static const TagModel model = open_model("en");
  struct Row {
    const char *text, *expected;
  };
  const auto row = GENERATE(values<Row>({
      {"The board decided to sell the plant next year.",
       "the/determiner board/noun decided/verb to/particle sell/verb the/determiner plant/noun "
       "next/adjective year/noun"},
      {"The carmaker has cut its sales target.",
       "the/determiner carmaker/noun has/auxiliary cut/verb its/pronoun sales/noun target/noun"},
      {"Its shares fell because the report was released.",
       "its/pronoun shares/noun fell/verb because/subordinating_conjunction the/determiner "
       "report/noun "
       "was/auxiliary released/verb"},
  }));
  CAPTURE(row.text);
  CHECK(test::tagged(row.text, test::english(), &model) == row.expected);
}

TEST_CASE("the tag of the model chooses tense and mood, the lexicon the rest", "[tag]") {
  static const TagModel model = open_model("fr");
  const Tagged tags{"Elle avait vendu ses usines, puis elle investira.", model};
  CHECK(tags[1].lemma == "avoir");
  CHECK(tags[1].morphology.tense == Tense::imperfect);
  CHECK(tags[2].lemma == "vendre");
  CHECK(tags[2].morphology.verb_form == VerbForm::past_participle);
  CHECK(tags[4].lemma == "usine");
  CHECK(tags[4].morphology.number == GrammaticalNumber::plural);
  CHECK(tags[8].morphology.tense == Tense::future);
}

TEST_CASE("a copula is a verb that is marked, an auxiliary has its participle", "[tag]") {
  static const TagModel model = open_model("fr");
  const Tagged copula{"Le marché est immense.", model};
  CHECK(copula[2].pos == Pos::verb);
  CHECK(copula[2].light_verb);
  const Tagged passive{"Le marché est dominé par deux groupes.", model};
  CHECK(passive[2].pos == Pos::auxiliary);
  CHECK_FALSE(passive[2].light_verb);
}

TEST_CASE("every token has one tag from the model too, whatever the text", "[tag]") {
  static const TagModel model = open_model("fr");
  const auto text = GENERATE(values<std::string>({
      "",
      "'",
      "- - -",
      "« « » »",
      "ÉÈÀ ŒUVRE 12,5 % @nom http://exemple.fr",
      std::string(5000, 'a'),
      std::string(3000, '-'),
      "\u202e\u0301\U0001F600",
  }));
  CHECK_NOTHROW(test::tagged(text, test::french(), &model));
}

TEST_CASE("a word with one allowed tag gets it, whatever the weights say", "[tag]") {
  // The same sets under weights that are all zero: only words with a choice may differ.
  const auto file = model::ModelFile::open(model_path("fr"), tag::tag_model_kind, "fr");
  REQUIRE(file.has_value());
  std::vector<model::Section> sections;
  for (const char* name : {"weights", "words", "wordsets", "kinds", "kindsets"}) {
    sections.emplace_back(name, std::string{file->section(name)});
  }
  sections[0].second.assign(sections[0].second.size(), '\0');
  const auto mute = TagModel::from_bytes(model::model_bytes("tagger", "fr", sections), "fr");
  REQUIRE(mute.has_value());
  static const TagModel model = open_model("fr");
  const std::string text =
      "Elle a ouvert une usine en 2011 avec un partenaire chinois, mais la demande baisse.";
  const Tagged by_model{text, model};
  const Tagged by_sets{text, *mute};
  const Segmentation& s = by_model.segmentation;
  tag::Stretch stretch;
  tag::RuleTagger rules{test::french().lexicon.impl()};
  std::vector<WordTag> quotes(s.tokens.size());
  std::vector<tag::WordView> views;
  std::size_t sure = 0;
  for (const Sentence& sentence : s.sentences) {
    tag::StretchReader reader{s, test::french().lexicon.impl(), sentence.tokens};
    while (reader.next(stretch, quotes)) {
      tag::view_words(s, stretch, rules.choose(stretch), views);
      for (std::size_t i = 0; i < views.size(); ++i) {
        const auto allowed = tag::allowed_tags(views[i], model.impl().words, model.impl().kinds);
        if (!std::has_single_bit(allowed)) continue;
        ++sure;
        const std::uint32_t token = stretch.tokens[i];
        const auto pos = [](const WordTag& t) { return t.light_verb ? Pos::auxiliary : t.pos; };
        CHECK(pos(by_model[token]) == pos(by_sets[token]));
      }
    }
  }
  CHECK(sure > 0);
}

TEST_CASE("without a model words are tagged by rules", "[tag]") {
  const TagModel none;
  CHECK_FALSE(none.present());
  const std::string text = "Le groupe ferme son usine.";
  CHECK(test::tagged(text, test::french(), &none) == test::tagged(text, test::french()));
}

TEST_CASE("a tagger whose sections do not hold together is refused", "[tag]") {
  const auto refused = [](const std::vector<model::Section>& sections) {
    const auto model = TagModel::from_bytes(model::model_bytes("tagger", "fr", sections), "fr");
    REQUIRE_FALSE(model.has_value());
    return model.error().message;
  };
  const std::vector<model::ClassSets::Slot> slots(2);
  const std::string empty = model::bytes_of(slots);
  CHECK(refused({}) == "trained model: no table of weights");
  CHECK(refused({{"weights", std::string(100, '\0')}}) == "trained model: no table of weights");
  CHECK(refused({{"weights", std::string(128, '\0')}}) ==
        "trained model: section words does not hold together");
  CHECK(refused({{"weights", std::string(128, '\0')},
                 {"words", empty},
                 {"wordsets", model::bytes_of(std::vector<model::ClassSet>{~0ULL})}}) ==
        "trained model: section words does not hold together");
  CHECK(refused({{"weights", std::string(128, '\0')}, {"words", empty}}) ==
        "trained model: section kinds does not hold together");
}
