#pragma once

/// \file
/// One place of a name and what speaks for its kind; name_evidence.cpp looks inside and before it,
/// name_surroundings.cpp behind it, at its verb and at its list.

#include "entity/name_evidence.hpp"

#include <string_view>
#include <vector>

namespace frise {

class Witness {
 public:
  Witness(const Reading& reading, const std::vector<NameSpan>& spans,
          const std::vector<std::uint32_t>& span_at, const NameSpan& span)
      : reading_{reading},
        rules_{reading.rules},
        spans_{spans},
        span_at_{span_at},
        tokens_{span.tokens},
        sentence_{reading.sentence_tokens(span.sentence)},
        person_like_{looks_like_person(reading, span.tokens)} {}

  NameEvidence hear();

 private:
  void inside();
  void article();
  void before();
  void place();
  void apposed_noun(std::uint32_t comma);
  void after();
  void verbs();
  void list();
  [[nodiscard]] std::uint32_t past_list(std::uint32_t at) const;

  void say(EntityType type, int points) { out_.scores.add(type, points); }
  void made_by(const PhraseHit& hit);
  void say_noun(const PhraseHit& hit, int points);
  [[nodiscard]] const PhraseHit* role_over(std::uint32_t at) const {
    return reading_.role_at[at] == 0 ? nullptr : &reading_.roles[reading_.role_at[at] - 1];
  }
  [[nodiscard]] const PhraseHit* noun_over(std::uint32_t at) const {
    return reading_.noun_at[at] == 0 ? nullptr : &reading_.nouns[reading_.noun_at[at] - 1];
  }
  [[nodiscard]] bool has_digit() const {
    for (std::uint32_t at = tokens_.begin; at < tokens_.end; ++at) {
      if (reading_.token(at).is(shape_has_digit) || reading_.token(at).kind == TokenKind::number) {
        return true;
      }
    }
    return false;
  }
  [[nodiscard]] bool opening_quote(std::uint32_t at) const {
    const std::string_view key = reading_.key(at);
    return key == "«" || key == "\"" || key == "“" || key == "‘" || key == "'";
  }

  const Reading& reading_;
  const EntityRules::Impl& rules_;
  const std::vector<NameSpan>& spans_;
  const std::vector<std::uint32_t>& span_at_;
  TokenRange tokens_;
  TokenRange sentence_;
  bool person_like_;
  NameEvidence out_;
};

}  // namespace frise
