// In order of preference: the role that ties a person to an employer, the programme that somebody
// is let into or kept out of, the words between the two names, the words for the acts. Tested in
// tests/unit/view/map_test.cpp.

#include "view/relation_labels.hpp"

#include "view/date_words.hpp"
#include "view/phrases.hpp"
#include "view/text.hpp"
#include "view/words.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace frise {
namespace {

constexpr std::size_t longest_role = 32;
constexpr std::size_t longest_programme = 24;

/// How an entity takes part; a product that an act is about is what it is done to.
ParticipantRole role_in(const MergedEvent& event, const MergedEntity& entity) {
  for (const MergedParticipant& participant : event.participants) {
    if (participant.entity != entity.id) continue;
    const bool about = participant.role == ParticipantRole::topic;
    return about && entity.type == EntityType::product ? ParticipantRole::patient
                                                       : participant.role;
  }
  return ParticipantRole::topic;
}

/// Several are acted on in the same way: one phrase cannot name them all.
bool is_shared(const MergedEvent& event, const MergedEntity& target, const EventGraph& graph) {
  const ParticipantRole role = role_in(event, target);
  return std::count_if(event.participants.begin(), event.participants.end(),
                       [&](const MergedParticipant& participant) {
                         const MergedEntity* entity = graph.entity(participant.entity);
                         return entity != nullptr && role_in(event, *entity) == role;
                       }) > 1;
}

/// The article's words are of the figure's language.
bool is_in_language(const MergedEvent& event, std::string_view locale) {
  return event.lang.empty() || locale.substr(0, 2) == std::string_view{event.lang}.substr(0, 2);
}

/// Name of the programme that all events let their party into, or keep it out of; empty for none.
std::string programme_of(const std::vector<const MergedEvent*>& events, const EventGraph& graph) {
  const MergedEntity* programme = nullptr;
  for (const MergedEvent* event : events) {
    const MergedEntity* found = nullptr;
    for (const MergedParticipant& participant : event->participants) {
      const MergedEntity* entity = graph.entity(participant.entity);
      if (entity != nullptr && entity->type == EntityType::programme) found = entity;
    }
    if (found == nullptr || (programme != nullptr && found != programme)) return {};
    programme = found;
  }
  std::string name = programme == nullptr ? std::string{} : clean_text(programme->name);
  return count_characters(name) > longest_programme ? std::string{} : name;
}

/// The two commonest acts, by count, then by the order of the types; talk only when nothing was
/// done.
std::string acts_of(const RelationKey& key, const std::vector<const MergedEvent*>& events,
                    const EventGraph& graph, const std::string& locale) {
  struct Act {
    std::string_view words;
    std::size_t count = 0;
  };
  std::map<EventType, Act> found;
  for (const MergedEvent* event : events) {
    Act& act = found[event->type];
    if (act.count++ == 0)
      act.words = act_word(event->type, role_in(*event, *graph.entity(key.to)), locale);
  }
  if (found.size() > 1) found.erase(EventType::state);
  std::vector<Act> acts;
  for (const auto& [type, act] : found) acts.push_back(act);
  std::stable_sort(acts.begin(), acts.end(),
                   [](const Act& a, const Act& b) { return a.count > b.count; });
  if (acts.size() > 2) acts.resize(2);
  std::string text;
  for (const Act& act : acts) text += (text.empty() ? "" : ", ") + std::string{act.words};
  return text;
}

std::string_view side_word(MarkStance stance, const std::string& locale) {
  return word(stance == MarkStance::favourable     ? Word::supports
              : stance == MarkStance::unfavourable ? Word::opposes
                                                   : Word::speaks_of,
              locale);
}

/// "(prévu)" when it holds for all of them.
std::string reservation_on(const std::vector<const MergedEvent*>& events,
                           const std::string& locale) {
  std::string_view reservation;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const std::string_view one = reservation_of(*events[i], locale);
    if (i == 0) reservation = one;
    if (one != reservation) return {};
  }
  return reservation.empty() ? std::string{} : " (" + std::string{reservation} + ")";
}

std::string deeds_of(const RelationKey& key, const Bundle& bundle, const EventGraph& graph,
                     const std::string& locale) {
  const auto& events = bundle.events;
  const auto all = [&events](EventType type) {
    return !events.empty() && std::all_of(events.begin(), events.end(), [type](const auto* event) {
      return event->type == type;
    });
  };
  const bool admits = all(EventType::admit);
  if (admits || all(EventType::exclude)) {
    if (const std::string programme = programme_of(events, graph);
        !programme.empty() && graph.entity(key.to)->type != EntityType::programme) {
      return word(admits ? Word::admits_to : Word::excludes_from, locale, programme) +
             reservation_on(events, locale);
    }
  }
  if (events.size() == 1 && is_in_language(*events.front(), locale) &&
      !is_shared(*events.front(), *graph.entity(key.to), graph)) {
    std::string words =
        predicate_of(*events.front(), *graph.entity(key.from), *graph.entity(key.to));
    if (!words.empty()) return words;
  }
  if (events.empty() || all(EventType::state)) return std::string{side_word(key.stance, locale)};
  return acts_of(key, events, graph, locale) + reservation_on(events, locale);
}

}  // namespace

Years years_of(const Bundle& bundle) {
  Years years;
  const auto note = [&](const DayBounds& bounds) {
    for (const auto& day : {bounds.earliest, bounds.latest}) {
      if (!day) continue;
      const int year = year_of(*day);
      if (!years.first || year < *years.first) years.first = year;
      if (!years.last || year > *years.last) years.last = year;
    }
  };
  for (const MergedEvent* event : bundle.events) note(event->date.bounds);
  for (const MergedStance* stance : bundle.stances) note(stance->date.bounds);
  return years;
}

std::string relation_phrase(const RelationKey& key, const Bundle& bundle, const EventGraph& graph,
                            const std::string& locale) {
  return bundle.role.empty() ? deeds_of(key, bundle, graph, locale)
                             : cut_text(bundle.role, longest_role);
}

std::string relation_label(const RelationKey& key, const Bundle& bundle, const EventGraph& graph,
                           const std::string& locale) {
  const std::string phrase = relation_phrase(key, bundle, graph, locale);
  if (!bundle.role.empty()) return phrase;
  const Years years = years_of(bundle);
  return phrase + (years.first ? " · " + year_range(*years.first, *years.last) : std::string{});
}

}  // namespace frise
