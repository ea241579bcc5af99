#include "event/owners.hpp"

#include <algorithm>

namespace frise {

OwnedThings::OwnedThings(const ParsedDocument& document) {
  const auto tell = [&](const ParsedSentence& sentence, std::uint32_t c, std::uint32_t mention) {
    const Chunk& chunk = sentence.chunks[c];
    const std::string_view lemma = document.input.tags[chunk.head].lemma;
    if (chunk.kind != ChunkKind::noun || !document.rules.metonyms.contains(lemma)) return;
    if (const auto owner = as_actor(document, mention)) {
      things_[lemma].push_back({chunk.tokens.begin, *owner});
    }
  };
  for (const ParsedSentence& sentence : document.sentences) {
    // "X a inauguré sa plus grande usine"
    for (const Clause& clause : sentence.clauses) {
      const auto subjects = subject_mentions(document, sentence, clause);
      if (subjects.empty()) continue;
      for (const std::uint32_t object : clause.objects) tell(sentence, object, subjects.front());
    }
    // "la raffinerie de X"
    for (std::uint32_t c = 0; c < sentence.chunks.size(); ++c) {
      if (sentence.chunks[c].kind != ChunkKind::noun) continue;
      if (const auto owner = owner_of(document, sentence, c)) tell(sentence, c, *owner);
    }
  }
  for (auto& [lemma, told] : things_) {
    std::stable_sort(told.begin(), told.end(),
                     [](const Told& a, const Told& b) { return a.token < b.token; });
  }
}

std::optional<Owner> OwnedThings::owner_of_definite(const ParsedDocument& document,
                                                    const ParsedSentence& sentence,
                                                    std::uint32_t chunk) const {
  const Chunk& thing = sentence.chunks[chunk];
  const std::string_view first = document.input.segmentation.key(thing.tokens.begin);
  const bool known = thing.mention && document.mention(*thing.mention).entity;
  if (known || !document.rules.definites.contains(first)) return std::nullopt;
  const auto found = things_.find(document.input.tags[thing.head].lemma);
  if (found == things_.end()) return std::nullopt;
  const auto after =
      std::partition_point(found->second.begin(), found->second.end(),
                           [&thing](const Told& told) { return told.token < thing.tokens.begin; });
  if (after == found->second.begin()) return std::nullopt;
  return std::prev(after)->owner;
}

std::optional<Owner> possessor_of(const ParsedDocument& document, const ParsedSentence& sentence,
                                  std::uint32_t chunk) {
  const auto m = mention_at(document.input.entities, sentence.chunks[chunk].tokens.begin);
  if (!m || !document.mention(*m).possessor) return std::nullopt;
  const std::uint32_t entity = *document.mention(*m).possessor;
  // The possessive is no mention of its owner; the last one before it is.
  constexpr std::uint32_t far = 100;
  for (std::uint32_t steps = 1; steps <= *m && steps <= far; ++steps) {
    if (document.mention(*m - steps).entity == entity) return Owner{*m - steps, entity};
  }
  return std::nullopt;
}

std::optional<Owner> company_behind(const ParsedDocument& document, const ParsedSentence& sentence,
                                    std::uint32_t token) {
  const auto company = [&document](std::uint32_t mention) -> std::optional<Owner> {
    const auto owner = as_actor(document, mention);
    if (!owner || document.entity(owner->entity).type != EntityType::company) return std::nullopt;
    return owner;
  };
  const auto& chunks = sentence.chunks;
  if (chunks.size() > 2 && chunks[1].kind == ChunkKind::colon && chunks[0].mention) {
    if (const auto owner = company(*chunks[0].mention)) return owner;
  }
  const SpeechAct* speech = speech_around(document, sentence, token);
  return speech != nullptr && speech->mention ? company(*speech->mention) : std::nullopt;
}

std::optional<Owner> as_actor(const ParsedDocument& document, std::uint32_t mention) {
  const auto entity = document.mention(mention).entity;
  if (!entity || !is_actor(document.entity(*entity).type)) return std::nullopt;
  return Owner{mention, *entity};
}

}  // namespace frise
