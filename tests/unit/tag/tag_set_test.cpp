#include "tag/tag_set.hpp"

#include <catch2/catch.hpp>

using namespace frise;
using namespace frise::tag;

TEST_CASE("a fine tag keeps the part of speech and the shape of a verb", "[tag]") {
  for (unsigned i = 0; i < fine_tag_count; ++i) {
    const auto tag = static_cast<FineTag>(i);
    Morphology m{.gender = Gender::feminine, .number = GrammaticalNumber::plural};
    shape_verb(tag, m);
    CHECK(fine_tag(pos_of(tag), m) == tag);
    CHECK(m.gender == Gender::feminine);
    CHECK(m.number == GrammaticalNumber::plural);
  }
}

TEST_CASE("the tense of a conditional or an imperative is not told apart", "[tag]") {
  const Morphology bare{.verb_form = VerbForm::finite, .mood = Mood::conditional};
  Morphology present = bare;
  present.tense = Tense::present;
  CHECK(fine_tag(Pos::verb, bare) == fine_tag(Pos::verb, present));
  CHECK(fine_tag(Pos::verb, bare) != fine_tag(Pos::auxiliary, bare));
}
