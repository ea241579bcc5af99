// "la stratégie de X", "leur travail", "ces propos", "the deal": names first, then whose it is,
// then who said or did it. Tested in tests/unit/event/stance_test.cpp.

#include "event/stance_targets.hpp"

#include "event/stances.hpp"

#include <algorithm>
#include <map>

namespace frise {

bool is_one_of(std::string_view places, std::string_view name) {
  while (!places.empty()) {
    const auto stop = places.find('|');
    if (places.substr(0, stop) == name) return true;
    places = stop == std::string_view::npos ? std::string_view{} : places.substr(stop + 1);
  }
  return false;
}

StanceTargets::Entities StanceTargets::unique(Entities list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  return list;
}

std::vector<std::pair<std::string_view, std::uint32_t>> StanceTargets::complements_of(
    std::uint32_t c) const {
  constexpr std::uint32_t near = 12;
  std::vector<std::pair<std::string_view, std::uint32_t>> found;
  std::string_view slot;
  for (std::uint32_t n = c + 1; n < sentence_.chunks.size() && n < c + near; ++n) {
    const Chunk& next = sentence_.chunks[n];
    if (next.kind == ChunkKind::preposition) {
      slot = next.key;
    } else if (next.kind == ChunkKind::noun) {
      if (!slot.empty()) found.emplace_back(slot, n);
    } else if (next.verb && next.verb->form == VerbForm::past_participle) {
      continue;  // "se dit opposée à X"
    } else if (next.kind != ChunkKind::coordinator && next.kind != ChunkKind::adverb &&
               next.kind != ChunkKind::time && next.kind != ChunkKind::open_quote &&
               next.kind != ChunkKind::close_quote) {
      break;
    }
  }
  return found;
}

StanceTargets::Entities StanceTargets::places(const Clause& clause, std::string_view names,
                                              const Entities& holders) const {
  if (names == "theme") return theme(holders);
  if (names == "that-subj") return governed_subjects(clause);
  if (names == "subj" && neutral(clause)) return governed_subjects(clause);
  std::vector<std::uint32_t> chunks;
  Entities found;
  if (names == "subj") {
    chunks = clause.subjects;
    for (const std::uint32_t m : subject_mentions(document_, sentence_, clause)) {
      found.push_back(*document_.mention(m).entity);
    }
    if (!found.empty()) return unique(std::move(found));
  } else if (names == "obj") {
    chunks = clause.objects;
  } else {
    for (const auto& [slot, c] : clause.complements) {
      if (names == "about" || is_one_of(names, slot)) chunks.push_back(c);
    }
    if (is_one_of(names, "obj") || names == "about") {
      chunks.insert(chunks.begin(), clause.objects.begin(), clause.objects.end());
    }
  }
  // "placer un espoir en X": what hangs on the noun of an expression hangs on the expression.
  if (chunks.empty() && names != "subj") {
    for (const auto& [slot, c] : complements_of(clause.chunk)) {
      if (names == "about" || is_one_of(names, slot)) chunks.push_back(c);
    }
  }
  for (const std::uint32_t c : chunks) {
    for (const std::uint32_t m : referents(document_, sentence_, c)) {
      found.push_back(*document_.mention(m).entity);
    }
  }
  for (std::size_t i = 0; found.empty() && i < chunks.size(); ++i) {
    found = phrase(chunks[i], holders);
  }
  return unique(std::move(found));
}

StanceTargets::Entities StanceTargets::phrase(std::uint32_t c, const Entities& holders) const {
  Entities found;
  for (const std::uint32_t m : referents(document_, sentence_, c)) {
    found.push_back(*document_.mention(m).entity);
  }
  if (!found.empty()) return unique(std::move(found));
  if (const auto owner = owner_of(document_, sentence_, c)) {
    return {*document_.mention(*owner).entity};
  }
  if (const auto possessor = possessor_of(c)) return {*possessor};
  // "ces propos", "le plan"; "un choix" may be anybody's.
  const std::uint32_t first = sentence_.chunks[c].tokens.begin;
  for (std::uint32_t t = first + 1; t > 0 && first + 1 - t < 3; --t) {  // "un « choix »"
    if (document_.rules.indefinite.contains(document_.input.segmentation.key(t - 1))) return {};
  }
  if (document_.rules.sayings.contains(lemma(c))) return last(holders, true);
  const auto doing = document_.rules.doings.find(lemma(c));
  if (doing == document_.rules.doings.end()) return {};
  found = doing->second.empty() ? doer(holders) : doer_of(doing->second, first, holders);
  return found.empty() ? theme(holders) : found;
}

/// Who the article is about: "ont appelé à la grève".
StanceTargets::Entities StanceTargets::theme(const Entities& holders) const {
  if (!document_.about) return {};
  const bool own = std::find(holders.begin(), holders.end(), *document_.about) != holders.end();
  return own ? Entities{} : Entities{*document_.about};
}

/// "the deal", "la sanction": the last act of such a type before this place; whoever did it, else
/// whom it befell.
StanceTargets::Entities StanceTargets::doer_of(const std::vector<EventType>& types,
                                               std::uint32_t before,
                                               const Entities& holders) const {
  constexpr std::ptrdiff_t most = 64;
  const std::uint32_t place = document_.span({before, before + 1}).begin;
  for (auto event = told_.rbegin(); event != told_.rend() && event - told_.rbegin() < most;
       ++event) {
    if (event->trigger.end > place || !event->salient) continue;
    if (std::find(types.begin(), types.end(), event->type) == types.end()) continue;
    for (const ParticipantRole role : {ParticipantRole::agent, ParticipantRole::patient}) {
      for (const Participant& p : event->participants) {
        const bool other = p.role == role && p.entity && can_be_target(document_, *p.entity) &&
                           std::find(holders.begin(), holders.end(), *p.entity) == holders.end();
        if (other) return {*p.entity};
      }
    }
  }
  return {};
}

/// Whose "ce plan", "cette annonce" is: of who did something just before, else of who did most of
/// what was told so far.
StanceTargets::Entities StanceTargets::doer(const Entities& holders) const {
  constexpr std::uint32_t near = 2;
  constexpr std::ptrdiff_t most = 64;
  std::map<std::uint32_t, std::uint32_t> deeds;
  for (auto event = told_.end() - std::min<std::ptrdiff_t>(most, told_.end() - told_.begin());
       event != told_.end(); ++event) {
    if (event->sentence == sentence_.index || event->negated) continue;
    for (const Participant& p : event->participants) {
      if (p.role == ParticipantRole::agent && p.entity) ++deeds[*p.entity];
    }
  }
  const Entities nearest = last(holders, false, near);
  if (!nearest.empty()) return nearest;
  std::uint32_t best = 0;
  Entities found;
  for (const auto& [entity, count] : deeds) {
    const bool fits = document_.entity(entity).type != EntityType::person &&
                      can_hold(document_, entity) &&
                      std::find(holders.begin(), holders.end(), entity) == holders.end();
    if (!fits || count < best) continue;
    if (count > best) found.clear();
    best = count;
    found.push_back(entity);
  }
  return found.size() == 1 && best > 1 ? found : Entities{};
}

/// Whoever else last spoke, or last did something, before this place.
StanceTargets::Entities StanceTargets::last(const Entities& holders, bool spoke,
                                            std::uint32_t sentences) const {
  constexpr std::ptrdiff_t most = 12;
  std::ptrdiff_t looked = 0;
  for (auto event = told_.rbegin(); event != told_.rend() && looked < most; ++event, ++looked) {
    if (event->sentence == sentence_.index) continue;
    if (sentence_.index - event->sentence > sentences) break;
    const bool said = event->type == EventType::state || event->type == EventType::praise ||
                      event->type == EventType::criticize || event->type == EventType::request;
    if (said != spoke || event->negated) continue;
    for (const Participant& p : event->participants) {
      if (p.role != ParticipantRole::agent || !p.entity) continue;
      const bool house = spoke || document_.entity(*p.entity).type != EntityType::person;
      const bool fits = house && can_hold(document_, *p.entity);
      if (fits && std::find(holders.begin(), holders.end(), *p.entity) == holders.end()) {
        return {*p.entity};
      }
    }
  }
  return {};
}

/// "c'est ...", "il est ... que": the subject stands for what the rest of the sentence tells.
bool StanceTargets::neutral(const Clause& clause) const {
  if (clause.subjects.size() != 1) return false;
  const Chunk& subject = sentence_.chunks[clause.subjects.front()];
  if (subject.mention && document_.mention(*subject.mention).entity) return false;
  return document_.rules.neutral_subjects.contains(document_.input.segmentation.key(subject.head));
}

/// Who acts in the clause that hangs on this one: "croire que X ...", "inacceptable que X ...".
StanceTargets::Entities StanceTargets::governed_subjects(const Clause& clause) const {
  for (const Clause& other : sentence_.clauses) {
    if (other.chunk <= clause.chunk || other.subjects.empty()) continue;
    if (sentence_.chunks[other.chunk].verb->form != VerbForm::finite) continue;
    Entities found;
    for (const std::uint32_t m : subject_mentions(document_, sentence_, other)) {
      found.push_back(*document_.mention(m).entity);
    }
    return unique(std::move(found));
  }
  return {};
}

std::optional<std::uint32_t> StanceTargets::possessor_of(std::uint32_t chunk) const {
  const auto m = mention_at(document_.input.entities, sentence_.chunks[chunk].head);
  return m ? document_.mention(*m).possessor : std::nullopt;
}

}  // namespace frise
