#include "frise/record/words.hpp"

#include "frise/entity/entity_type.hpp"
#include "frise/event/event_type.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace {

using namespace frise;

/// Every enumerator up to `last` is spelled, and its spelling is read as itself.
template <class Enum, class Parse>
void reads_itself(Enum last, Parse parse) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    const auto value = static_cast<Enum>(i);
    CAPTURE(i, std::string{to_string(value)});
    CHECK(parse(to_string(value)) == value);
  }
}

}  // namespace

TEST_CASE("each enumerator is read back from its own spelling", "[record]") {
  reads_itself(EntityType::publication, parse_entity_type);
  reads_itself(EventType::other, parse_event_type);
  reads_itself(Factuality::hypothetical, parse_factuality);
  reads_itself(DealStatus::cancelled, parse_deal_status);
  reads_itself(DateBasis::unknown, parse_date_basis);
  reads_itself(TimexType::set, parse_timex_type);
  reads_itself(TimexMod::more_than, parse_timex_mod);
  reads_itself(TimexAnchor::none, parse_timex_anchor);
  reads_itself(MentionKind::pronoun, parse_mention_kind);
  reads_itself(ParticipantRole::topic, parse_participant_role);
  reads_itself(RoleTime::future, parse_role_time);
  reads_itself(Anonymity::anonymous, parse_anonymity);
  reads_itself(StanceBasis::material, parse_stance_basis);
  reads_itself(StanceExpression::inferred, parse_stance_expression);
}

TEST_CASE("a word that no enumeration has is refused", "[record]") {
  CHECK_FALSE(parse_event_type("announce"));
  CHECK_FALSE(parse_entity_type("Company"));
  CHECK_FALSE(parse_factuality(""));
  CHECK_FALSE(parse_timex_type("date"));
  CHECK(parse_deal_status("signed") == DealStatus::signed_);
}

TEST_CASE("the score of an act says whether it is friendly", "[record]") {
  CHECK(plover_score(EventType::admit) > 0);
  CHECK(plover_score(EventType::exclude) < 0);
  CHECK(plover_score(EventType::litigate) < plover_score(EventType::criticize));
  CHECK(plover_score(EventType::state) == 0);
}
