// A clue is kept only where its clause is clear: told as past, with nothing in the sentence that
// looks ahead; or told as to come, with nothing that looks back. What a speaker says in quotation
// marks, or what follows a date with its year in the same paragraph (a story's own time), says
// nothing of the day of writing but for dates with their years. Tested in
// tests/unit/temporal/find_published_test.cpp.

#include "temporal/date_clues.hpp"

#include "temporal/calendar.hpp"
#include "temporal/resolve.hpp"
#include "temporal/tense.hpp"

#include <set>
#include <tuple>

namespace frise::temporal {
namespace {

using Kind = DateClue::Kind;

constexpr std::uint32_t kNever = 0xFFFF'FFFF;

/// The fields of a frame within a year, whatever it says of its distance.
Resolved in_year(Frame frame, int year) {
  for (const Slot slot : {Slot::shift, Slot::unit, Slot::direction, Slot::from, Slot::clock,
                          Slot::hour, Slot::minute, Slot::part, Slot::type}) {
    frame.clear(slot);
  }
  frame.set(Slot::year, year);
  return resolve(frame, {});
}

bool says_part_of_year(const Frame& frame) {
  return frame.has(Slot::month) || frame.has(Slot::season) || frame.has(Slot::quarter) ||
         frame.has(Slot::half);
}

class Gatherer {
 public:
  Gatherer(const Segmentation& segmentation, const std::vector<WordTag>& tags,
           const TemporalRules& rules, const DatedFacts& facts)
      : segmentation_{segmentation}, tags_{tags}, rules_{rules}, facts_{facts} {}

  DateClues run(const std::vector<Found>& found) {
    const auto mentions = facts_.mentioned(segmentation_, rules_);
    std::size_t next = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
      for (; next < mentions.size() && mentions[next].span < found[i].span; ++next) {
        read_fact(mentions[next]);
      }
      const bool alone = (i == 0 || found[i - 1].sentence != found[i].sentence) &&
                         (i + 1 == found.size() || found[i + 1].sentence != found[i].sentence);
      read_date(found[i], alone);
    }
    for (; next < mentions.size(); ++next) read_fact(mentions[next]);
    return std::move(clues_);
  }

 private:
  void enter(std::uint32_t index) {
    if (index == sentence_index_) return;
    sentence_index_ = index;
    sentence_ = &segmentation_.sentences[index];
    looks_ahead_ = looks_back_ = false;
    for (std::uint32_t i = sentence_->tokens.begin; i < sentence_->tokens.end; ++i) {
      // May is a month, may is a verb.
      const bool name =
          i > sentence_->tokens.begin && segmentation_.tokens[i].is(shape_capitalised);
      if (!name && (is(i, rules_.impl().future_verb) || is(i, rules_.impl().planned) ||
                    is(i, rules_.impl().supposed))) {
        looks_ahead_ = true;
      }
      if (i >= tags_.size()) continue;
      const Morphology& word = tags_[i].morphology;
      if (tags_[i].pos != Pos::verb && tags_[i].pos != Pos::auxiliary) continue;
      looks_ahead_ = looks_ahead_ || word.tense == Tense::future || word.mood == Mood::conditional;
      looks_back_ = looks_back_ || word.tense == Tense::past || word.tense == Tense::imperfect ||
                    word.mood == Mood::conditional;
    }
  }

  [[nodiscard]] bool is(std::uint32_t token, Element element) const {
    return rules_.impl().vocabulary.value_in(segmentation_.key(token), element) != kUnset;
  }

  [[nodiscard]] BlockKind block_kind() const { return segmentation_.block_of(*sentence_).kind; }

  void read_fact(const DatedFacts::Mention& mention) {
    enter(mention.sentence);
    if (block_kind() == BlockKind::furniture) return;
    const FactKind kind = mention.fact->kind;
    if (kind != FactKind::name && looks_ahead_) return;
    clues_.all.push_back({.kind = kind == FactKind::news ? Kind::news : Kind::fact,
                          .span = mention.span,
                          .sentence = mention.sentence,
                          .first = mention.fact->since,
                          .last = mention.fact->since,
                          .fact = mention.fact});
  }

  void read_date(const Found& found, bool alone) {
    const Frame& frame = found.frame;
    if (frame.has(Slot::count) || frame.has(Slot::times) || frame.has(Slot::literal) ||
        frame.is(Slot::type, Type::duration) || frame.is(Slot::type, Type::set)) {
      return;
    }
    enter(found.sentence);
    if (frame.has(Slot::year) || frame.has(Slot::iso)) {
      read_full(found, alone);
      story_block_ = sentence_->block;
      return;
    }
    if (block_kind() == BlockKind::furniture || quoted(found.span)) return;
    if (story_block_ == sentence_->block) return;
    const bool by_document = !frame.is(Slot::from, From::reference);
    const bool within_year = says_part_of_year(frame) || frame.has(Slot::day);
    const bool day =
        frame.has(Slot::weekday) || (frame.is(Slot::unit, Unit::day) && frame.has(Slot::shift));
    clues_.deictic = clues_.deictic || (by_document && (within_year || day));
    if (by_document && says_part_of_year(frame)) read_yearless(found);
  }

  void read_full(const Found& found, bool alone) {
    const Resolved resolved = resolve(found.frame, {});
    if (resolved.status != Resolved::Status::ok || !resolved.bounds.known()) return;
    DateClue clue{.span = found.span,
                  .sentence = found.sentence,
                  .to_the_day = resolved.bounds.earliest == resolved.bounds.latest,
                  .first = *resolved.bounds.earliest,
                  .last = *resolved.bounds.latest};
    const bool furniture = block_kind() == BlockKind::furniture;
    const ClauseTense tense = tense_of(found);
    if (!furniture && clue.to_the_day && stamps_a_post(found)) {
      clue.kind = Kind::stamp;
    } else if (tense == ClauseTense::past && is_when(found)) {
      clue.kind = Kind::told;
    } else if (alone && !looks_back_ && furniture && looks_ahead_) {
      clue.kind = Kind::link;
    } else if (alone && !looks_back_ && (tense == ClauseTense::future || aims_at(found))) {
      clue.kind = Kind::ahead;
    } else {
      return;
    }
    if (furniture != (clue.kind == Kind::link)) return;
    if (clue.kind == Kind::ahead && quoted(found.span)) return;
    clues_.all.push_back(clue);
  }

  void read_yearless(const Found& found) {
    const Frame& frame = found.frame;
    DateClue clue{.span = found.span,
                  .sentence = found.sentence,
                  .past = tense_of(found) == ClauseTense::past && is_when(found),
                  .frame = frame};
    if (frame.has(Slot::shift)) {
      const bool this_year = frame[Slot::shift] == 0 && frame.is(Slot::unit, Unit::year);
      if (!this_year) return;
      clue.kind = Kind::this_year;
    } else if (frame.is(Slot::direction, Direction::past)) {
      if (frame.has(Slot::day) || frame.has(Slot::season)) return;
      clue.kind = Kind::last_time;
    } else if (frame.has(Slot::direction) || !frame.has(Slot::month) || !frame.has(Slot::day)) {
      return;
    } else if (frame.has(Slot::weekday)) {
      clue.kind = Kind::checked;
    } else if (clue.past) {
      clue.kind = Kind::recent;
    } else {
      return;
    }
    const Resolved sample = in_year(frame, 2000);
    if (sample.status != Resolved::Status::ok || !sample.bounds.known()) return;
    const auto key = std::make_tuple(clue.kind, sample.value, frame[Slot::weekday], clue.past);
    if (seen_.insert(key).second) clues_.all.push_back(clue);
  }

  [[nodiscard]] ClauseTense tense_of(const Found& found) const {
    return clause_tense(segmentation_, tags_, sentence_->tokens, found.tokens, rules_.impl());
  }

  /// Says when its clause was: "en 2014", "le 3 mars 2014", and neither "le budget 2014" nor "la
  /// fête du 3 mars", which can be told of before they come. A bare year needs its preposition.
  [[nodiscard]] bool is_when(const Found& found) const {
    if (looks_ahead_ || aims_at(found)) return false;
    const bool opens = found.tokens.begin == sentence_->tokens.begin;
    const Frame& frame = found.frame;
    const bool bare = !frame.has(Slot::iso) && !frame.has(Slot::mod) && !says_part_of_year(frame);
    if (bare) return !opens && is(found.tokens.begin - 1, rules_.impl().when_prep);
    return opens || !is(found.tokens.begin - 1, rules_.impl().noun_prep);
  }

  /// "d'ici 2014", "until 2014": an aim, whatever the tense.
  [[nodiscard]] bool aims_at(const Found& found) const {
    for (std::uint32_t i = found.tokens.begin;
         i > sentence_->tokens.begin && i + 3 > found.tokens.begin;) {
      --i;
      if (is(i, rules_.impl().open_end)) return true;
    }
    return false;
  }

  /// Last in a line that names an account or a page: "– Léa Brun (@leabrun) 25 avril 2025".
  [[nodiscard]] bool stamps_a_post(const Found& found) const {
    for (std::uint32_t i = found.tokens.end; i < sentence_->tokens.end; ++i) {
      if (segmentation_.tokens[i].kind != TokenKind::punctuation) return false;
    }
    for (std::uint32_t i = sentence_->tokens.begin; i < found.tokens.begin; ++i) {
      const Token& token = segmentation_.tokens[i];
      if (token.kind == TokenKind::handle && slice_begins_with_at(token)) return true;
    }
    return false;
  }

  [[nodiscard]] bool slice_begins_with_at(const Token& token) const {
    return segmentation_.key(token).starts_with('@');
  }

  /// Spans come in the order of the text, so the quotations passed are never looked at again.
  [[nodiscard]] bool quoted(Span span) {
    const auto& quotations = segmentation_.quotations;
    while (quotation_ < quotations.size() && quotations[quotation_].span.end <= span.begin) {
      ++quotation_;
    }
    return quotation_ < quotations.size() && quotations[quotation_].content.contains(span);
  }

  const Segmentation& segmentation_;
  const std::vector<WordTag>& tags_;
  const TemporalRules& rules_;
  const DatedFacts& facts_;
  DateClues clues_;
  std::set<std::tuple<Kind, std::string, std::int32_t, bool>> seen_;
  const Sentence* sentence_ = nullptr;
  std::uint32_t sentence_index_ = kNever;
  std::uint32_t story_block_ = kNever;
  std::size_t quotation_ = 0;
  bool looks_ahead_ = false;
  bool looks_back_ = false;
};

}  // namespace

DayBounds DateClue::days_in(int year) const {
  const Resolved resolved = in_year(frame, year);
  if (resolved.status != Resolved::Status::ok || !resolved.bounds.known()) return {};
  if (kind == Kind::checked && weekday_of(*resolved.bounds.earliest) != frame[Slot::weekday]) {
    return {};
  }
  return resolved.bounds;
}

DateClues date_clues(const Segmentation& segmentation, const std::vector<WordTag>& tags,
                     const std::vector<Found>& found, const TemporalRules& rules,
                     const DatedFacts& facts) {
  return Gatherer{segmentation, tags, rules, facts}.run(found);
}

}  // namespace frise::temporal
