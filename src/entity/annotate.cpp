// Names first (known, then discovered and typed), then the nouns and pronouns that refer to them.
// Tested in tests/unit/entity/annotate_test.cpp.

#include "entity/known_names.hpp"
#include "entity/name_runs.hpp"
#include "entity/name_types.hpp"
#include "entity/reading.hpp"

#include "frise/entity/mention.hpp"

#include <unordered_map>

namespace frise {
namespace {

using Impl = EntityRules::Impl;

/// Line breaks and double spaces inside a name are the page's.
std::string one_line(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

/// Entities in the order of their first name in the text.
class Register {
 public:
  Register(const Impl& rules, EntityLayer& layer) : rules_{rules}, layer_{layer} {}

  std::uint32_t known(std::uint32_t index) {
    const KnownEntity& entity = rules_.entities[index];
    return add(entity.id, entity.name, entity.type, entity.from_pack);
  }
  std::uint32_t found(const NamedThing& thing) {
    std::string name = one_line(thing.name);
    std::string id{to_string(thing.type)};
    id += ':';
    id += slug_of(name);
    return add(std::move(id), std::move(name), thing.type, false);
  }

 private:
  std::uint32_t add(std::string id, std::string name, EntityType type, bool from_pack) {
    const auto [at, added] =
        index_.emplace(id, static_cast<std::uint32_t>(layer_.entities.size()));
    if (added) layer_.entities.push_back({std::move(id), std::move(name), type, from_pack});
    return at->second;
  }

  const Impl& rules_;
  EntityLayer& layer_;
  std::unordered_map<std::string, std::uint32_t> index_;
};

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
    layer.mentions.push_back(std::move(mention));
  }
  return layer;
}

}  // namespace frise
