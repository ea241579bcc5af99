// Who "je" and "nous" are in a quotation: the subject of the verb of saying beside it, or the house
// that this person speaks for. Of a quotation without such words, who spoke just before goes on in
// the same paragraph. Nobody found: no mention. Tested in tests/unit/entity/first_person_test.cpp.

#include "entity/walker.hpp"

#include <algorithm>

namespace frise {
namespace {

constexpr std::uint32_t verb_reach = 14;    ///< tokens from a quotation to its verb
constexpr std::uint32_t subject_reach = 8;  ///< tokens from the verb to who follows it

}  // namespace

/// Finds who speaks a quotation.
class Speakers {
 public:
  Speakers(const Reading& reading, const std::vector<Mention>& names,
           const std::vector<std::uint32_t>& name_at, const std::vector<Mention>& references,
           const Register& entities)
      : reading_{reading},
        names_{names},
        name_at_{name_at},
        references_{references},
        entities_{entities},
        reference_at_(name_at.size(), 0) {
    for (std::uint32_t i = 0; i < references.size(); ++i) {
      reference_at_[references[i].tokens.begin] = i + 1;
    }
  }

  [[nodiscard]] std::optional<std::uint32_t> of(const Quotation& quotation) const {
    if (const auto who = behind(quotation.tokens.end)) return who;
    return before(quotation.tokens.begin);
  }

 private:
  [[nodiscard]] std::optional<std::uint32_t> mentioned(std::uint32_t at) const;
  [[nodiscard]] std::optional<std::uint32_t> behind(std::uint32_t end) const;
  [[nodiscard]] std::optional<std::uint32_t> before(std::uint32_t begin) const;
  [[nodiscard]] bool quote(std::uint32_t at) const {
    const std::string_view key = reading_.key(at);
    return key == "«" || key == "»" || key == "\"" || key == "“" || key == "”";
  }
  /// Behind a preposition: who is spoken to or of.
  [[nodiscard]] bool governed(std::uint32_t at, std::uint32_t first) const {
    for (std::uint32_t i = at; i > first && at - i < 4; --i) {
      const Pos pos = reading_.tags[i - 1].pos;
      if (pos == Pos::adposition || reading_.link(i - 1) == LinkUse::of ||
          reading_.link(i - 1) == LinkUse::to) {
        return true;
      }
      if (reading_.determiner(i - 1) == DeterminerClass::none && pos != Pos::noun &&
          !reading_.is_adjective(i - 1)) {
        break;
      }
    }
    return false;
  }

  const Reading& reading_;
  const std::vector<Mention>& names_;
  const std::vector<std::uint32_t>& name_at_;
  const std::vector<Mention>& references_;
  const Register& entities_;
  std::vector<std::uint32_t> reference_at_;  ///< of a token that begins one: 1 + its index
};

/// Whoever can speak and is mentioned from this token on.
std::optional<std::uint32_t> Speakers::mentioned(std::uint32_t at) const {
  std::optional<std::uint32_t> entity;
  if (name_at_[at] != 0 && names_[name_at_[at] - 1].tokens.begin == at) {
    entity = names_[name_at_[at] - 1].entity;
  } else if (reference_at_[at] != 0) {
    entity = references_[reference_at_[at] - 1].entity;
  }
  if (!entity) return entity;
  const EntityType type = entities_.entity(*entity).type;
  const bool speaks = type == EntityType::person || type == EntityType::company ||
                      type == EntityType::organization || type == EntityType::government;
  return speaks ? entity : std::nullopt;
}

/// « ... », a déclaré X; "...," X, its chairman, said
std::optional<std::uint32_t> Speakers::behind(std::uint32_t end) const {
  if (end >= reading_.words.size()) return std::nullopt;
  const std::uint32_t stop =
      std::min(reading_.sentence_tokens(reading_.sentence_of[end]).end, end + verb_reach);
  std::optional<std::uint32_t> who;
  std::uint32_t verb = 0;
  for (std::uint32_t at = end; at < stop; ++at) {
    if (at > end && quote(at)) break;
    if (verb != 0 && at > verb + subject_reach) break;
    if (!who && !governed(at, end)) who = mentioned(at);
    if (verb == 0 && reading_.verb(at) == VerbUse::say) verb = at;
    if (who && verb != 0) return who;
  }
  return std::nullopt;
}

/// X a déclaré : « ... »; explique X, « ... »
std::optional<std::uint32_t> Speakers::before(std::uint32_t begin) const {
  if (begin == 0) return std::nullopt;
  const TokenRange sentence = reading_.sentence_tokens(reading_.sentence_of[begin - 1]);
  std::uint32_t verb = begin - 1;
  const std::uint32_t first =
      std::max(sentence.begin, begin > verb_reach ? begin - verb_reach : 0U);
  while (verb > first && (reading_.verb(verb) != VerbUse::say || quote(verb))) --verb;
  if (reading_.verb(verb) != VerbUse::say) return std::nullopt;
  for (std::uint32_t at = verb; at > sentence.begin; --at) {
    if (quote(at - 1)) break;
    const auto who = mentioned(at - 1);
    if (who && !governed(at - 1, sentence.begin)) return who;
  }
  for (std::uint32_t at = verb + 1; at < begin && at < verb + 4; ++at) {
    if (reading_.tags[at].pos == Pos::adposition) break;
    if (const auto who = mentioned(at)) return who;
  }
  return std::nullopt;
}

std::uint32_t Walker::first_person(const PronounRule& rule, std::uint32_t at, std::uint32_t end) {
  const bool quoted = place(at, end).quoted;
  // "nous nous félicitons": the second is the verb's.
  const bool again = at > sentence_.begin && reading_.words[at - 1] == reading_.words[at];
  if (!quoted || again) return end;
  Mention& mention = add(at, end, MentionKind::pronoun, "pronoun-first");
  mention.number = rule.number;
  first_persons_.push_back(
      {out_.size() - 1, quotation_, rule.number == GrammaticalNumber::plural, true});
  return end;
}

void Walker::resolve_quoted() {
  if (first_persons_.empty() && inverted_.empty()) return;
  const Speakers speakers{reading_, names_, name_at_, out_, entities_};
  resolve_inverted(speakers);
  resolve_first_persons(speakers);
  std::erase_if(out_, [](const Mention& mention) {
    return mention.kind == MentionKind::pronoun && !mention.entity &&
           mention.rule.ends_with("pronoun-first");
  });
}

void Walker::resolve_inverted(const Speakers& speakers) {
  constexpr std::size_t reach = 4;
  const auto& quotations = reading_.segmentation.quotations;
  for (const Inverted& inverted : inverted_) {
    Mention& mention = out_[inverted.mention];
    // The quotation that it closes says nothing of it: those before may.
    for (std::size_t back = 2; back < reach + 2 && back <= inverted.quotation; ++back) {
      const auto who = speakers.of(quotations[inverted.quotation - back]);
      if (!who || entities_.entity(*who).type != EntityType::person) continue;
      const Gender gender = entities_.presence(*who).gender;
      if (gender != Gender::unknown && gender != mention.gender) continue;
      mention.entity = who;
      break;
    }
  }
}

void Walker::resolve_first_persons(const Speakers& speakers) {
  const auto& quotations = reading_.segmentation.quotations;
  const auto block = [&](std::size_t quotation) {
    const std::uint32_t sentence = reading_.sentence_of[quotations[quotation].tokens.begin];
    return reading_.segmentation.sentences[sentence].block;
  };
  std::optional<std::uint32_t> speaker;
  std::size_t said = quotations.size();
  for (const FirstPerson& first : first_persons_) {
    if (first.quotation != said) {
      const auto who = speakers.of(quotations[first.quotation]);
      const bool goes_on = said < quotations.size() && said + 1 == first.quotation &&
                           block(said) == block(first.quotation);
      if (who || !goes_on) speaker = who;
      said = first.quotation;
    }
    if (!speaker) continue;
    const bool person = entities_.entity(*speaker).type == EntityType::person;
    Mention& mention = out_[first.mention];
    if (!first.plural) {
      if (person) mention.entity = speaker;
      continue;
    }
    const auto employer = employers_.find(*speaker);
    std::optional<std::uint32_t> house;
    if (!person) house = speaker;
    if (person && employer != employers_.end()) house = employer->second;
    (first.house ? mention.entity : mention.possessor) = house;
  }
}

}  // namespace frise
