// Layers to record: indices become ids ("t1", "m1", "ev1"), spans take their words along.
// Quotes are cut at 2,000 characters, so that one endless line cannot be copied for each of its
// events. Tested in tests/unit/record/record_test.cpp.

#include "frise/record/record.hpp"
#include "record/quotes.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace frise {
namespace {

std::string_view first_characters(std::string_view text) {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U && ++characters > longest_quote) {
      return text.substr(0, i);
    }
  }
  return text;
}

class Gatherer {
 public:
  Gatherer(const Document& document, const Segmentation& segmentation, const EntityLayer& entities)
      : document_{document}, segmentation_{segmentation}, entities_{entities} {}

  [[nodiscard]] Quote quote(Span span) const {
    return {span, std::string{first_characters(slice(document_.text, span))}};
  }

  [[nodiscard]] std::string entity_id(std::uint32_t index) const {
    return entities_.entities[index].id;
  }

  /// Several events share a sentence, and a sentence may be long: each is squeezed once.
  RecordSentence sentence(std::uint32_t index) {
    const auto [found, fresh] = sentences_.try_emplace(index);
    if (fresh) {
      const Sentence& sentence = segmentation_.sentences[index];
      found->second = {sentence.span, sentence.number,
                       squeeze(slice(document_.text, sentence.span))};
    }
    return found->second;
  }

  /// Expressions come in the order of the text, so their sentences do.
  RecordTimex timex(const TimeExpression& time, std::vector<RecordSentence>& sentences) {
    RecordTimex timex{.quote = quote(time.span),
                      .type = time.type,
                      .value = time.value,
                      .mod = time.mod,
                      .bounds = time.bounds,
                      .anchor = time.anchor,
                      .inferred = time.inferred,
                      .from = time.from ? timex_id(*time.from) : std::string{},
                      .why = time.why,
                      .rule = time.rule,
                      .range = time.range};
    const auto& all = segmentation_.sentences;
    while (timex_sentence_ < all.size() && all[timex_sentence_].span.end <= time.span.begin) {
      ++timex_sentence_;
    }
    if (timex_sentence_ == all.size()) return timex;
    timex.sentence = all[timex_sentence_].number;
    if (sentences.empty() || sentences.back().number != timex.sentence) {
      sentences.push_back(sentence(timex_sentence_));
    }
    return timex;
  }

  [[nodiscard]] static std::string timex_id(std::size_t index) {
    return "t" + std::to_string(index + 1);
  }

  [[nodiscard]] RecordDate date(const EventDate& date) const {
    return {date.value, date.bounds, date.timex ? timex_id(*date.timex) : "", date.inferred,
            date.why};
  }

  [[nodiscard]] std::optional<RecordAttribution> attribution(
      const std::optional<Attribution>& attribution) const {
    if (!attribution) return std::nullopt;
    return RecordAttribution{
        attribution->speaker ? entity_id(*attribution->speaker) : attribution->speaker_text,
        attribution->role,
        attribution->anonymity,
        attribution->cue,
        attribution->span,
        attribution->organization ? entity_id(*attribution->organization) : ""};
  }

  RecordEvent event(const EventMention& mention) {
    RecordEvent event;
    event.type = mention.type;
    event.trigger = quote(mention.trigger);
    event.sentence = sentence(mention.sentence);
    event.date = date(mention.date);
    for (const Participant& participant : mention.participants) {
      event.participants.push_back(
          {participant.role, participant.entity ? entity_id(*participant.entity) : "",
           participant.mention ? "m" + std::to_string(*participant.mention + 1) : ""});
    }
    event.amounts = mention.amounts;
    event.factuality = mention.factuality;
    event.status = mention.status;
    event.attribution = attribution(mention.attribution);
    event.negated = mention.negated;
    event.salient = mention.salient;
    event.summary = mention.summary;
    event.rule = mention.rule;
    return event;
  }

  RecordRole role(const RoleFact& fact) {
    const auto& all = segmentation_.sentences;
    const auto after = std::upper_bound(
        all.begin(), all.end(), fact.evidence.begin,
        [](std::size_t at, const Sentence& sentence) { return at < sentence.span.begin; });
    RecordRole role{entity_id(fact.person),
                    entity_id(fact.organization),
                    fact.role,
                    fact.time,
                    fact.evidence,
                    {}};
    if (after != all.begin()) {
      role.sentence = sentence(static_cast<std::uint32_t>(after - all.begin() - 1));
    }
    return role;
  }

  RecordStance stance(const Stance& from) {
    RecordStance stance;
    stance.holder = entity_id(from.holder);
    stance.target = entity_id(from.target);
    stance.polarity = from.polarity;
    stance.strength = from.strength;
    stance.basis = from.basis;
    stance.expression = from.expression;
    stance.date = date(from.date);
    stance.evidence = quote(from.evidence);
    stance.sentence = sentence(from.sentence);
    stance.attribution = attribution(from.attribution);
    stance.rule = from.rule;
    return stance;
  }

 private:
  const Document& document_;
  const Segmentation& segmentation_;
  const EntityLayer& entities_;
  std::unordered_map<std::uint32_t, RecordSentence> sentences_;
  std::uint32_t timex_sentence_ = 0;  ///< where the expressions are
};

}  // namespace

Record make_record(const Document& document, const Published& published,
                   const Segmentation& segmentation, const Layer<TimeExpression>& times,
                   const EntityLayer& entities, const EventLayer& events) {
  Gatherer gather{document, segmentation, entities};
  Record record;
  record.document = {document.id,     document.path, document.lang,   document.title,
                     document.source, document.url,  document.sha256, published};
  for (const TimeExpression& time : times.items) {
    record.timex.push_back(gather.timex(time, record.sentences));
    record.timex.back().id = Gatherer::timex_id(record.timex.size() - 1);
  }
  record.entities.reserve(entities.entities.size());
  for (const Entity& entity : entities.entities) {
    record.entities.push_back({entity.id, entity.name, entity.type});
  }
  record.mentions.reserve(entities.mentions.size());
  for (const Mention& mention : entities.mentions) {
    record.mentions.push_back(
        {"m" + std::to_string(record.mentions.size() + 1), gather.quote(mention.span),
         mention.entity ? gather.entity_id(*mention.entity) : "", mention.kind});
  }
  record.events.reserve(events.events.size());
  for (const EventMention& mention : events.events) {
    record.events.push_back(gather.event(mention));
    record.events.back().id = "ev" + std::to_string(record.events.size());
  }
  for (const EventOrder& order : events.order) {
    record.order.push_back({record.events[order.before].id, record.events[order.after].id,
                            gather.quote(order.cue), order.rule});
  }
  for (const Stance& stance : events.stances) record.stances.push_back(gather.stance(stance));
  for (const RoleFact& role : entities.roles) record.roles.push_back(gather.role(role));
  const auto remarks = {&document.diagnostics, &segmentation.diagnostics, &times.diagnostics,
                        &entities.diagnostics, &events.diagnostics};
  for (const auto* remark : remarks) {
    record.diagnostics.insert(record.diagnostics.end(), remark->begin(), remark->end());
  }
  return record;
}

}  // namespace frise
