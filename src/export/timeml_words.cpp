// Tables. Tested in tests/unit/export/timeml_test.cpp.

#include "export/timeml_words.hpp"

#include <array>

namespace frise {

std::string_view class_of(EventType type) {
  switch (type) {
    case EventType::state:
    case EventType::report:
    case EventType::praise:
    case EventType::criticize:
      return "REPORTING";
    case EventType::request:
    case EventType::cancel:
    case EventType::restrict:
    case EventType::ease:
    case EventType::appoint:
      return "I_ACTION";
    default:
      return "OCCURRENCE";
  }
}

std::string_view class_of(PredicateClass klass) {
  constexpr std::array<std::string_view, 7> names{
      "OCCURRENCE", "REPORTING", "PERCEPTION", "ASPECTUAL", "I_ACTION", "I_STATE", "STATE"};
  return names[static_cast<std::size_t>(klass)];
}

std::string_view word_of(Subordination relation) {
  constexpr std::array<std::string_view, 4> names{"EVIDENTIAL", "NEG_EVIDENTIAL", "MODAL",
                                                  "CONDITIONAL"};
  return names[static_cast<std::size_t>(relation)];
}

std::string_view modality_of(const Predicate& predicate) {
  constexpr std::array<std::string_view, 3> names{"", "POSSIBILITY", "OBLIGATION"};
  return names[static_cast<std::size_t>(predicate.modality)];
}

std::string_view tense_of(const Predicate& predicate) {
  switch (predicate.form) {
    case VerbForm::infinitive:
      return "INFINITIVE";
    case VerbForm::present_participle:
      return "PRESPART";
    case VerbForm::past_participle:
      return predicate.tense == Tense::none ? "PASTPART" : "PAST";
    default:
      break;
  }
  switch (predicate.tense) {
    case Tense::present:
      return "PRESENT";
    case Tense::imperfect:
      return "IMPERFECT";
    case Tense::past:
      return "PAST";
    case Tense::future:
      return "FUTURE";
    case Tense::none:
      return "NONE";
  }
  return "NONE";
}

}  // namespace frise
