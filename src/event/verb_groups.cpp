// One pass over the tags, from the first clitic or auxiliary to the verb that means something.
// Tested in tests/unit/event/.

#include "event/verb_groups.hpp"

#include <algorithm>
#include <vector>

namespace frise {
namespace {

class VerbGroupReader {
 public:
  explicit VerbGroupReader(const SentenceContext& context)
      : context_{context}, rules_{context.rules} {}

  [[nodiscard]] std::string_view auxiliary(std::uint32_t at) const {
    const auto found = rules_.auxiliary.find(tag(at).lemma);
    return found == rules_.auxiliary.end() ? std::string_view{} : std::string_view{found->second};
  }

  [[nodiscard]] bool between_verbs(std::uint32_t at) const {
    const Pos pos = tag(at).pos;
    return pos == Pos::adverb || pos == Pos::particle || rules_.negations.contains(key(at)) ||
           (pos == Pos::pronoun && key(at).front() == '-');
  }

  /// Steps over adverbs, negation and inverted clitics, and notes what they say.
  std::uint32_t skip(std::uint32_t at, VerbGroup& group) const {
    while (at < end()) {
      if (quantity_at(context_, at) != 0) break;
      if (const std::uint32_t phrase = phrase_at(context_, rules_.adverb_phrases, at);
          phrase != 0) {
        at += phrase;
        continue;
      }
      // "X, de Y, a elle relevé": the subject once more.
      if (rules_.emphatics.contains(key(at)) && participle(at + 1)) {
        ++at;
        continue;
      }
      if (!between_verbs(at)) break;
      if (negates(at)) group.negated = true;
      if (key(at).front() == '-') group.subject_clitic = at;
      ++at;
    }
    return at;
  }

  /// French "plus", "rien", "jamais" deny only after "ne"; "pas" and the English words do alone.
  [[nodiscard]] bool negates(std::uint32_t at) const {
    const auto found = rules_.negations.find(key(at));
    if (found == rules_.negations.end()) return false;
    return negator_seen_ || found->second == negation_alone;
  }

  [[nodiscard]] bool participle(std::uint32_t at) const {
    return at < end() && is_verb(context_, at) &&
           tag(at).morphology.verb_form == VerbForm::past_participle;
  }

  [[nodiscard]] bool infinitive(std::uint32_t at) const {
    return at < end() && is_verb(context_, at) &&
           tag(at).morphology.verb_form == VerbForm::infinitive;
  }

  std::optional<std::pair<std::uint32_t, VerbGroup>> read(std::uint32_t begin,
                                                          std::optional<ChunkKind> before) {
    VerbGroup group;
    std::uint32_t at = begin;
    negator_seen_ = false;
    for (; at < end(); ++at) {
      const std::string_view k = key(at);
      if (rules_.negators.contains(k)) {
        negator_seen_ = true;
        continue;
      }
      if (rules_.negations.contains(k) && at + 1 < end() &&
          (is_verb(context_, at + 1) || between_verbs(at + 1)) &&
          (at == begin || tag(at).pos == Pos::adverb)) {
        // "ne pas imposer", "not to impose"
        if (!verb_ahead(at + 1)) return std::nullopt;
        if (negates(at)) group.negated = true;
        continue;
      }
      if (rules_.reflexives.contains(k)) {
        group.reflexive = true;
        continue;
      }
      // "not to sell"
      if (group.negated && tag(at).pos == Pos::particle && at + 1 < end() &&
          is_verb(context_, at + 1))
        continue;
      if (tag(at).pos == Pos::pronoun && rules_.clitics.contains(k) && !agrees_as_subject(at))
        continue;
      break;
    }
    if (at >= end() || !is_verb(context_, at)) return std::nullopt;
    const WordTag& first = tag(at);
    group.form = first.morphology.verb_form == VerbForm::none ? VerbForm::finite
                                                              : first.morphology.verb_form;
    group.mood = first.morphology.mood;
    group.tense = first.morphology.tense;
    group.number = first.morphology.number;
    group.person = first.morphology.person;
    const std::uint32_t stop = follow(at, group);
    if (simple_past(at, group, stop, before)) {
      group.form = VerbForm::finite;
      group.tense = Tense::past;
    }
    return std::pair{stop, std::move(group)};
  }

  /// English "sold" is participle or past by its form: alone after a phrase and not before "by", it
  /// is the past.
  [[nodiscard]] bool simple_past(std::uint32_t at, const VerbGroup& group, std::uint32_t stop,
                                 std::optional<ChunkKind> before) const {
    if (!rules_.past_as_participle || group.form != VerbForm::past_participle || group.main != at) {
      return false;
    }
    if (stop < end() && key(stop) == "by") return false;
    return before && *before != ChunkKind::preposition;
  }

  /// "nous allons": a pronoun that is a subject's or an object's form, before a verb of its own
  /// person.
  [[nodiscard]] bool agrees_as_subject(std::uint32_t at) const {
    if (!rules_.subject_pronouns.contains(key(at)) || at + 1 >= end() || !is_verb(context_, at + 1))
      return false;
    const std::uint8_t person = tag(at + 1).morphology.person;
    return person == 1 || person == 2;
  }

  [[nodiscard]] bool verb_ahead(std::uint32_t at) const {
    for (; at < end() && at < context_.tokens.end; ++at) {
      if (is_verb(context_, at)) return true;
      if (!between_verbs(at) && !rules_.negators.contains(key(at)) &&
          !rules_.clitics.contains(key(at)) && !rules_.reflexives.contains(key(at))) {
        return false;
      }
    }
    return false;
  }

  /// From the first verb through auxiliaries and operators to the one that means something.
  std::uint32_t follow(std::uint32_t at, VerbGroup& group) {
    while (true) {
      group.main = at;
      group.lemma = tag(at).lemma;
      const std::uint32_t after = skip(at + 1, group);
      const std::string_view aux = auxiliary(at);
      if (aux == "have" && participle(after)) {
        group.perfect = true;
        at = after;
        continue;
      }
      if ((aux == "be" || aux == "get") && participle(after)) {
        if (group.reflexive || rules_.be_perfect.contains(tag(after).lemma))
          group.perfect = true;
        else
          group.passive = true;
        at = after;
        continue;
      }
      if (aux == "be" && after < end() && is_verb(context_, after) && rules_.head_last &&
          tag(after).morphology.verb_form == VerbForm::present_participle) {
        at = after;
        continue;
      }
      // "was to deliver": arranged, whether or not it came about.
      if (aux == "be" && rules_.head_last && after < end() && is_verb(context_, after) &&
          linked_by_particle(at, after)) {
        group.operators.push_back(Operator::plan);
        at = after;
        continue;
      }
      if ((aux == "will" || aux == "would" || aux == "do") && after < end() &&
          is_verb(context_, after)) {
        if (aux == "will") group.operators.push_back(Operator::future);
        if (aux == "would") group.mood = Mood::conditional;
        at = after;
        continue;
      }
      if (const auto governed = operated(at, after, group)) {
        at = *governed;
        continue;
      }
      return group.subject_clitic && *group.subject_clitic >= at + 1
                 ? after
                 : std::max(at + 1, trailing(at));
    }
  }

  /// "to" stands right before the second of two verbs, of which the first is stepped over.
  [[nodiscard]] bool linked_by_particle(std::uint32_t first, std::uint32_t second) const {
    return second > first + 1 && tag(second - 1).pos == Pos::particle &&
           !rules_.negations.contains(key(second - 1));
  }

  /// Negation that trails a simple verb ("n'exclut pas") belongs to the group.
  [[nodiscard]] std::uint32_t trailing(std::uint32_t at) const {
    std::uint32_t stop = at + 1;
    while (stop < end() && negates(stop) && quantity_at(context_, stop) == 0) ++stop;
    return stop;
  }

  /// "va investir", "cesse de vendre", "plans to build": the verb that is operated on, if there is
  /// one.
  std::optional<std::uint32_t> operated(std::uint32_t at, std::uint32_t after,
                                        VerbGroup& group) const {
    const auto found = rules_.operators.find(tag(at).lemma);
    if (found == rules_.operators.end()) return std::nullopt;
    // "failed to tell": the linker may be a particle, which `after` has already stepped over.
    std::uint32_t linked = at + 1;
    while (linked < after && tag(linked).pos != Pos::particle) ++linked;
    for (const OperatorVerb& op : found->second) {
      if (op.effect == Operator::object || op.effect == Operator::alleged) continue;
      for (const std::string& linker : op.linkers) {
        std::uint32_t next = linker.empty() ? after : linked;
        if (!linker.empty()) {
          if (next >= end() || key(next) != linker) continue;
          ++next;
        }
        bool negated = false;
        bool reflexive = false;
        while (next < end()) {
          const std::string_view k = key(next);
          if (negates(next))
            negated = true;
          else if (rules_.reflexives.contains(k))
            reflexive = true;
          else if (!rules_.negators.contains(k) && tag(next).pos != Pos::adverb &&
                   !(tag(next).pos == Pos::pronoun && rules_.clitics.contains(k))) {
            break;
          }
          ++next;
        }
        if (!infinitive(next) && !(rules_.head_last && next < end() && is_verb(context_, next)))
          continue;
        group.operators.push_back(op.effect);
        group.negated = group.negated != negated;
        group.reflexive = reflexive;
        return next;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::string_view key(std::uint32_t token) const { return context_.key(token); }
  [[nodiscard]] const WordTag& tag(std::uint32_t token) const { return context_.tag(token); }
  [[nodiscard]] std::uint32_t end() const { return context_.tokens.end; }

  const SentenceContext& context_;
  const EventRules::Impl& rules_;
  bool negator_seen_ = false;
};

}  // namespace

std::optional<std::pair<std::uint32_t, VerbGroup>> read_verb_group(
    const SentenceContext& context, std::uint32_t begin, std::optional<ChunkKind> before) {
  return VerbGroupReader{context}.read(begin, before);
}

}  // namespace frise
