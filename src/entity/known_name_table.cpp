// Names known before reading, entered in the order of who wins: subject packs, countries, places
// and media, then sectors. Tested in tests/unit/entity/known_names_test.cpp.

#include "entity/known_names.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace frise {
namespace {

using Impl = EntityRules::Impl;

std::vector<std::string_view> split(std::string_view cell, char mark) {
  std::vector<std::string_view> out;
  while (!cell.empty()) {
    const auto at = cell.find(mark);
    if (at != 0) out.push_back(cell.substr(0, at));
    cell = at == std::string_view::npos ? std::string_view{} : cell.substr(at + 1);
  }
  return out;
}

struct Adder {
  const SegmentRules& segment_rules;
  Impl& out;

  std::uint32_t entity(KnownEntity entity) {
    const auto [at, added] =
        out.entity_of_id.emplace(entity.id, static_cast<std::uint32_t>(out.entities.size()));
    if (added) out.entities.push_back(std::move(entity));
    return at->second;
  }

  /// \param text as written; "plateforme [X]" names X in those words only.
  void name(std::uint32_t entity, std::string_view text) {
    const auto open = text.find('[');
    const auto close = text.find(']');
    KnownName name{entity, 0, 0, 0, std::string{text}, false};
    std::vector<std::string> keys;
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) {
      keys = phrase_keys(text, segment_rules);
      name.end = static_cast<std::uint16_t>(keys.size());
    } else {
      name.in_context = true;
      name.text = text.substr(open + 1, close - open - 1);
      const auto append = [&](std::string_view part) {
        for (std::string& key : phrase_keys(part, segment_rules)) keys.push_back(std::move(key));
        return static_cast<std::uint16_t>(keys.size());
      };
      name.begin = append(text.substr(0, open));
      name.end = append(name.text);
      append(text.substr(close + 1));
    }
    if (keys.empty() || name.begin == name.end) return;
    name.length = static_cast<std::uint16_t>(keys.size());
    out.names.add(keys, static_cast<std::uint32_t>(out.known_names.size()));
    out.known_names.push_back(std::move(name));
  }

  void town(std::string_view text) {
    const auto words = phrase_keys(text, segment_rules);
    if (!words.empty()) out.towns.add(words, 0);
  }

  void subject(const SubjectPack& pack);
  [[nodiscard]] Result<void> countries(const LanguagePack& pack);
  void places(const LanguagePack& pack);
  [[nodiscard]] Result<void> institutions(const LanguagePack& pack);
  [[nodiscard]] Result<void> sectors(const LanguagePack& pack);
};

void Adder::subject(const SubjectPack& pack) {
  for (const PackEntity& entry : pack.entities) {
    const auto local = entry.names.find(out.lang);
    const std::string& name_here = local == entry.names.end() ? entry.name : local->second;
    const Gender gender = entry.gender == "m"   ? Gender::masculine
                          : entry.gender == "f" ? Gender::feminine
                                                : Gender::unknown;
    const std::uint32_t index =
        entity({entry.id, name_here, entry.type, true, gender, entry.country, {}, {}});
    if (entry.name_is_alias) name(index, entry.name);
    for (const auto& [lang, text] : entry.names) name(index, text);
    for (const std::string& alias : entry.aliases) name(index, alias);
  }
  for (const PackEntity& entry : pack.entities) {
    if (!entry.parent.empty()) {
      out.entities[out.entity_of_id.at(entry.id)].parent = out.entity_of_id.at(entry.parent);
    }
  }
  for (const PackRole& role : pack.roles) {
    out.known_roles.push_back({out.entity_of_id.at(role.person),
                               out.entity_of_id.at(role.organization), role.role,
                               !role.until.empty()});
  }
}

Result<void> Adder::countries(const LanguagePack& pack) {
  const auto patterns = split(pack.setting("governments", ""), ';');
  const Table& table = pack.table("entity/countries");
  for (const TableRow& row : table.rows()) {
    const std::string iso{row.cell(0)};
    const auto adjectives = split(row.cell(4), ';');
    for (const std::string_view adjective : adjectives) {
      for (const std::string& key : phrase_keys(adjective, segment_rules)) {
        out.nationalities.emplace(hash_word(key), iso);
      }
    }
    if (row.cell(2).empty()) continue;
    if (row.cell(1).empty()) return fail(table.error_at(row, "a country needs its slug"));
    const std::string slug{row.cell(1)};
    const std::uint32_t place = entity({.id = "place:" + slug,
                                        .name = std::string{row.cell(2)},
                                        .type = EntityType::place,
                                        .country = iso});
    name(place, row.cell(2));
    for (const std::string_view other : split(row.cell(3), ';')) name(place, other);
    std::optional<std::uint32_t> government;
    for (const std::string_view pattern : patterns) {
      const auto hole = pattern.find("{}");
      if (hole == std::string_view::npos || adjectives.empty()) continue;
      for (const std::string_view adjective : adjectives) {
        std::string text{pattern};
        text.replace(hole, 2, adjective);
        if (!government) {
          std::string title = text;
          if (title.front() >= 'a' && title.front() <= 'z') title.front() -= 'a' - 'A';
          government = entity({.id = "government:" + slug,
                               .name = std::move(title),
                               .type = EntityType::government,
                               .country = iso});
        }
        name(*government, text);
      }
    }
    if (!row.cell(5).empty()) {
      const std::uint32_t capital = entity({.id = fmt::format("place:{}", row.cell(6)),
                                            .name = std::string{row.cell(5)},
                                            .type = EntityType::place,
                                            .country = iso,
                                            .governs = government});
      name(capital, row.cell(5));
    }
  }
  return {};
}

void Adder::places(const LanguagePack& pack) {
  for (const TableRow& row : pack.table("entity/places").rows()) {
    const std::uint32_t place = entity({.id = fmt::format("place:{}", row.cell(1)),
                                        .name = std::string{row.cell(2)},
                                        .type = EntityType::place,
                                        .country = std::string{row.cell(0)}});
    name(place, row.cell(2));
  }
  for (const TableRow& row : pack.table("entity/towns").rows()) {
    town(row.cell(1));
    // Capitals lose their accents: "Epinal".
    constexpr std::string_view accented = "É";
    if (row.cell(1).starts_with(accented)) {
      town("E" + std::string{row.cell(1).substr(accented.size())});
    }
  }
  for (const TableRow& row : pack.table("entity/publications").rows()) {
    const std::uint32_t media = entity({.id = fmt::format("publication:{}", row.cell(0)),
                                        .name = std::string{row.cell(1)},
                                        .type = EntityType::publication});
    name(media, row.cell(1));
    for (const std::string_view other : split(row.cell(2), ';')) name(media, other);
  }
}

Result<void> Adder::institutions(const LanguagePack& pack) {
  const Table& table = pack.table("entity/institutions");
  for (const TableRow& row : table.rows()) {
    const auto type = parse_entity_type(row.cell(0));
    if (!type || row.cell(1).empty() || row.cell(3).empty()) {
      return fail(
          table.error_at(row, "a type, a slug, a country or nothing, and a name are wanted"));
    }
    const std::uint32_t institution = entity({.id = fmt::format("{}:{}", row.cell(0), row.cell(1)),
                                              .name = std::string{row.cell(3)},
                                              .type = *type,
                                              .country = std::string{row.cell(2)},
                                              .field = out.field(row.cell(5))});
    name(institution, row.cell(3));
    for (const std::string_view other : split(row.cell(4), ';')) name(institution, other);
  }
  return {};
}

/// Trades and collectives. A subject pack that knows one by the same id keeps its name for it.
Result<void> Adder::sectors(const LanguagePack& pack) {
  const Table& table = pack.table("entity/sectors");
  for (const TableRow& row : table.rows()) {
    if (row.cell(0).empty() || row.cell(1).empty()) {
      return fail(table.error_at(row, "a slug and a name are wanted"));
    }
    const std::uint32_t sector = entity({.id = fmt::format("sector:{}", row.cell(0)),
                                         .name = std::string{row.cell(1)},
                                         .type = EntityType::sector});
    // "nucléaire" alone may be an adjective: then the table tells where it is the noun.
    const auto others = split(row.cell(2), ';');
    const bool adjective = std::any_of(others.begin(), others.end(), [](std::string_view other) {
      return other.find('[') != std::string_view::npos;
    });
    if (!adjective) name(sector, row.cell(1));
    for (const std::string_view other : others) name(sector, other);
  }
  return {};
}

}  // namespace

Result<void> add_known_names(const LanguagePack& pack, const SegmentRules& segment_rules,
                             const std::vector<SubjectPack>& subjects, EntityRules::Impl& rules) {
  Adder adder{segment_rules, rules};
  for (const SubjectPack& subject : subjects) adder.subject(subject);
  if (auto added = adder.countries(pack); !added) return added;
  if (auto added = adder.institutions(pack); !added) return added;
  adder.places(pack);
  if (auto added = adder.sectors(pack); !added) return added;
  return {};
}

}  // namespace frise
