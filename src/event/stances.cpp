// Stances (holder, target, polarity; Mohammad et al. 2016) without training, from acts: by PLOVER's
// score of what is done. Words that take sides are read in stance_words.cpp.

#include "event/stances.hpp"

#include <algorithm>

namespace frise {

namespace {

/// "tribunal de commerce de Lyon", "Delaware Court of Chancery": by a word of the name.
bool is_court(const ParsedDocument& document, std::uint32_t entity) {
  const std::string name = fold_key(document.entity(entity).name);
  std::string_view rest = name;
  while (!rest.empty()) {
    const auto space = rest.find(' ');
    if (document.rules.courts.contains(rest.substr(0, space))) return true;
    rest = space == std::string_view::npos ? std::string_view{} : rest.substr(space + 1);
  }
  return false;
}

}  // namespace

bool can_be_target(const ParsedDocument& document, std::uint32_t entity) {
  return document.entity(entity).type != EntityType::place && !is_court(document, entity);
}

bool can_hold(const ParsedDocument& document, std::uint32_t entity) {
  const EntityType type = document.entity(entity).type;
  return is_actor(type) && type != EntityType::publication && !is_court(document, entity);
}

bool works_for(const ParsedDocument& document, std::uint32_t holder, std::uint32_t target) {
  const auto& roles = document.input.entities.roles;
  return std::any_of(roles.begin(), roles.end(), [&](const RoleFact& fact) {
    return fact.person == holder && fact.organization == target && fact.time != RoleTime::past;
  });
}

namespace {

bool takes_sides(EventType type) {
  switch (type) {
    case EventType::invest:
    case EventType::partner:
    case EventType::admit:
    case EventType::exclude:
    case EventType::restrict:
    case EventType::ease:
    case EventType::cancel:
    case EventType::litigate:
    case EventType::fine:
      return true;
    default:
      return false;
  }
}

/// "The regulator has opened an inquiry": into whom the article is about, where nobody else is
/// named.
std::optional<std::uint32_t> understood_target(const ParsedDocument& document,
                                               const EventMention& event, std::uint32_t holder) {
  const auto about = document.about;
  if (event.type != EventType::litigate || !about || *about == holder) return std::nullopt;
  if (document.entity(holder).type == EntityType::person) return std::nullopt;
  const bool named =
      std::any_of(event.participants.begin(), event.participants.end(), [&](const Participant& p) {
        const bool beside = p.role == ParticipantRole::agent || p.role == ParticipantRole::place;
        if (beside || !p.entity || *p.entity == holder) return false;
        return p.role == ParticipantRole::patient || p.role == ParticipantRole::recipient ||
               (can_hold(document, *p.entity) && *p.entity != *about);
      });
  return named ? std::nullopt : about;
}

Stance stance_of(const ParsedSentence& sentence, const EventMention& event, std::uint32_t holder,
                 std::uint32_t target) {
  const double score = plover_score(event.type);
  Stance stance{.holder = holder,
                .target = target,
                .polarity = score > 0 ? 1 : -1,
                .strength = score,
                .basis = StanceBasis::material,
                .expression = StanceExpression::inferred};
  stance.date = event.date;
  stance.evidence = event.trigger;
  stance.sentence = sentence.index;
  stance.attribution = event.attribution;
  stance.rule = event.rule;
  return stance;
}

}  // namespace

void stances_of_act(const ParsedDocument& document, const ParsedSentence& sentence,
                    const EventMention& event, std::vector<Stance>& out) {
  if (!takes_sides(event.type) || event.negated || !event.salient) return;
  if (event.factuality != Factuality::certain && event.factuality != Factuality::planned &&
      event.factuality != Factuality::reported) {
    return;
  }
  for (const Participant& agent : event.participants) {
    if (agent.role != ParticipantRole::agent || !agent.entity) continue;
    if (!can_hold(document, *agent.entity)) continue;
    for (const Participant& target : event.participants) {
      if (!target.entity || target.entity == agent.entity) continue;
      if (target.role != ParticipantRole::patient && target.role != ParticipantRole::recipient) {
        continue;
      }
      if (!can_be_target(document, *target.entity)) continue;
      // "Orval rappelle la Z4": what becomes of a product is no enmity towards it.
      const bool thing = document.entity(*target.entity).type == EntityType::product;
      if (event.type == EventType::cancel && thing) continue;
      if (works_for(document, *agent.entity, *target.entity)) continue;
      out.push_back(stance_of(sentence, event, *agent.entity, *target.entity));
    }
    if (const auto target = understood_target(document, event, *agent.entity)) {
      out.push_back(stance_of(sentence, event, *agent.entity, *target));
    }
  }
}

}  // namespace frise
