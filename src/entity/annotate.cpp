// Names first (known, then discovered and typed), then the nouns and pronouns that refer to them.
// Tested in tests/unit/entity/annotate_test.cpp.

#include "entity/known_names.hpp"
#include "entity/name_runs.hpp"
#include "entity/name_types.hpp"
#include "entity/reading.hpp"
#include "entity/references.hpp"
#include "entity/register.hpp"
#include "entity/role_facts.hpp"

#include "frise/entity/mention.hpp"

#include <algorithm>
#include <iterator>

namespace frise {
namespace {

using Impl = EntityRules::Impl;

/// Names as mentions, with their entities entered in the order of the text.
std::vector<Mention> name_mentions(const Reading& reading, const TypedNames& names,
                                   Register& entities) {
  std::vector<Mention> out;
  out.reserve(names.spans.size());
  for (const NameSpan& span : names.spans) {
    Mention mention;
    mention.span = reading.span(span.tokens);
    mention.tokens = span.tokens;
    if (span.known) {
      const KnownEntity& entity = reading.rules.entities[*span.known];
      mention.entity = entities.known(*span.known);
      mention.gender = entity.gender;
      mention.rule = entity.from_pack ? "pack" : reading.rules.lang + "/entity/gazetteer";
    } else {
      const NamedThing& thing = names.things[*span.cluster];
      mention.entity = entities.found(thing);
      mention.gender = thing.gender;
      mention.rule = reading.rules.lang + "/entity/name";
    }
    out.push_back(std::move(mention));
  }
  return out;
}

}  // namespace

EntityLayer annotate_entities(const Document& document, const Segmentation& segmentation,
                              const std::vector<WordTag>& tags, const EntityRules& rules,
                              const Lexicon& lexicon) {
  EntityLayer layer;
  if (segmentation.tokens.empty()) return layer;
  const Reading reading = make_reading(document, segmentation, tags, rules, lexicon);
  std::vector<NameSpan> known = find_known_names(reading);
  std::vector<NameSpan> runs = find_name_runs(reading, known);
  const TypedNames names = type_names(reading, std::move(known), std::move(runs));
  Register entities{reading.rules, layer};
  std::vector<Mention> named = name_mentions(reading, names, entities);
  std::vector<std::uint32_t> name_at(segmentation.tokens.size(), 0);
  for (std::uint32_t i = 0; i < named.size(); ++i) {
    for (std::uint32_t at = named[i].tokens.begin; at < named[i].tokens.end; ++at) {
      name_at[at] = i + 1;
    }
  }
  const std::vector<HeldRole> roles = find_held_roles(reading, layer.entities, named, name_at);
  for (const HeldRole& held : roles) {
    if (held.organization) {
      layer.roles.push_back(
          {held.person, *held.organization, held.words, held.time, held.evidence});
    }
  }
  std::vector<Mention> references = find_references(reading, named, name_at, roles, entities);
  layer.mentions.resize(named.size() + references.size());
  std::merge(std::make_move_iterator(named.begin()), std::make_move_iterator(named.end()),
             std::make_move_iterator(references.begin()), std::make_move_iterator(references.end()),
             layer.mentions.begin(),
             [](const Mention& a, const Mention& b) { return a.span.begin < b.span.begin; });
  return layer;
}

}  // namespace frise
