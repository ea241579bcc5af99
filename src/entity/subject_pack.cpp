// Subject packs: TOML that a person can write, checked entry by entry so that an error names its
// line. Tested in tests/unit/entity/subject_pack_test.cpp.

#include "frise/entity/subject_pack.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>
#include <filesystem>
#include <optional>
#include <string_view>
#include <unordered_set>

namespace frise {
namespace fs = std::filesystem;

namespace {

using Nominals = std::map<std::string, std::vector<std::string>>;

/// One TOML file being read, to make errors that point into it.
struct Source {
  std::string path;

  [[nodiscard]] tl::unexpected<Error> at(const toml::node& node, ErrorCode code,
                                         std::string message) const {
    return fail(
        {code, std::move(message), path, node.source().begin.line, node.source().begin.column});
  }
};

Result<toml::table> parse(const std::string& path) {
  try {
    return toml::parse_file(path);
  } catch (const toml::parse_error& error) {
    return fail({ErrorCode::bad_format, std::string{error.description()}, path,
                 error.source().begin.line, error.source().begin.column});
  }
}

Result<void> add_strings(const Source& source, const toml::node& node,
                         std::vector<std::string>& out) {
  const toml::array* items = node.as_array();
  if (items == nullptr) {
    return source.at(node, ErrorCode::bad_format, "an array of strings is wanted here");
  }
  for (const toml::node& item : *items) {
    const auto* text = item.as_string();
    if (text == nullptr || text->get().empty()) {
      return source.at(item, ErrorCode::bad_format, "a string that is not empty is wanted here");
    }
    out.push_back(text->get());
  }
  return {};
}

Result<void> add_nominals(const Source& source, const toml::node& node, Nominals& out) {
  const toml::table* languages = node.as_table();
  if (languages == nullptr) {
    return source.at(node, ErrorCode::bad_format, "nominals go by language: nominals.fr = [...]");
  }
  for (const auto& [lang, phrases] : *languages) {
    if (auto added = add_strings(source, phrases, out[std::string{lang.str()}]); !added)
      return added;
  }
  return {};
}

/// The text of a key, or empty where the key is missing.
Result<std::string> text_of(const Source& source, const toml::table& entry, std::string_view key) {
  const toml::node* node = entry.get(key);
  if (node == nullptr) return std::string{};
  const auto* text = node->as_string();
  if (text == nullptr) {
    return source.at(*node, ErrorCode::bad_format, fmt::format("{} must be a string", key));
  }
  return text->get();
}

Result<void> read_texts(const Source& source, const toml::table& entry,
                        std::initializer_list<std::pair<std::string_view, std::string*>> keys) {
  for (const auto& [key, out] : keys) {
    auto text = text_of(source, entry, key);
    if (!text) return fail(text.error());
    *out = std::move(*text);
  }
  return {};
}

Result<void> check_keys(const Source& source, const toml::table& entry,
                        std::initializer_list<std::string_view> known) {
  for (const auto& [key, node] : entry) {
    bool found = false;
    for (const std::string_view name : known) found = found || key.str() == name;
    if (!found) {
      return source.at(node, ErrorCode::bad_format, fmt::format("unknown key \"{}\"", key.str()));
    }
  }
  return {};
}

Result<PackEntity> read_entity(const Source& source, const toml::table& entry,
                               const std::map<std::string, Nominals>& kinds) {
  if (auto checked = check_keys(source, entry,
                                {"id", "name", "name_is_alias", "names", "aliases", "kinds",
                                 "nominals", "wikidata", "parent", "country", "gender", "since"});
      !checked) {
    return fail(checked.error());
  }
  PackEntity entity;
  if (auto read = read_texts(source, entry,
                             {{"id", &entity.id},
                              {"name", &entity.name},
                              {"wikidata", &entity.wikidata},
                              {"parent", &entity.parent},
                              {"country", &entity.country},
                              {"gender", &entity.gender},
                              {"since", &entity.since}});
      !read) {
    return fail(read.error());
  }
  if (entity.id.empty()) return source.at(entry, ErrorCode::bad_format, "an entity needs an id");
  if (entity.name.empty()) {
    return source.at(entry, ErrorCode::bad_format, fmt::format("{} needs a name", entity.id));
  }
  const auto colon = entity.id.find(':');
  const auto type = parse_entity_type(std::string_view{entity.id}.substr(0, colon));
  if (colon == std::string::npos || colon + 1 == entity.id.size() || !type) {
    return source.at(*entry.get("id"), ErrorCode::bad_value,
                     fmt::format("id \"{}\" does not begin with a type and a colon, such as "
                                 "company:, person:, product:",
                                 entity.id));
  }
  entity.type = *type;
  if (!entity.gender.empty() && entity.gender != "m" && entity.gender != "f") {
    return source.at(*entry.get("gender"), ErrorCode::bad_value,
                     fmt::format("gender \"{}\" is neither \"m\" nor \"f\"", entity.gender));
  }
  entity.name_is_alias = entry["name_is_alias"].value_or(true);
  if (const toml::table* names = entry["names"].as_table()) {
    for (const auto& [lang, name] : *names) {
      if (const auto* text = name.as_string()) entity.names[std::string{lang.str()}] = text->get();
    }
  }
  if (const toml::node* aliases = entry.get("aliases")) {
    if (auto added = add_strings(source, *aliases, entity.aliases); !added) {
      return fail(added.error());
    }
  }
  if (const toml::node* nominals = entry.get("nominals")) {
    if (auto added = add_nominals(source, *nominals, entity.nominals); !added) {
      return fail(added.error());
    }
  }
  if (const toml::node* listed = entry.get("kinds")) {
    std::vector<std::string> names;
    if (auto added = add_strings(source, *listed, names); !added) return fail(added.error());
    for (const std::string& name : names) {
      const auto kind = kinds.find(name);
      if (kind == kinds.end()) {
        return source.at(*listed, ErrorCode::bad_value,
                         fmt::format("no [kind] named \"{}\"", name));
      }
      for (const auto& [lang, phrases] : kind->second) {
        auto& out = entity.nominals[lang];
        out.insert(out.end(), phrases.begin(), phrases.end());
      }
    }
  }
  return entity;
}

Result<PackRole> read_role(const Source& source, const toml::table& entry,
                           const std::unordered_set<std::string>& ids) {
  if (auto checked =
          check_keys(source, entry, {"person", "organization", "role", "since", "until"});
      !checked) {
    return fail(checked.error());
  }
  PackRole role;
  if (auto read = read_texts(source, entry,
                             {{"person", &role.person},
                              {"organization", &role.organization},
                              {"role", &role.role},
                              {"since", &role.since},
                              {"until", &role.until}});
      !read) {
    return fail(read.error());
  }
  for (const std::string& id : {role.person, role.organization}) {
    if (!ids.contains(id)) {
      return source.at(entry, ErrorCode::bad_value,
                       fmt::format("no entity of this pack has the id \"{}\"", id));
    }
  }
  if (role.role.empty()) return source.at(entry, ErrorCode::bad_format, "a role needs its name");
  return role;
}

/// The tables of an array [[key]]; none when it is missing.
Result<std::vector<const toml::table*>> tables_of(const Source& source, const toml::table& root,
                                                  std::string_view key) {
  std::vector<const toml::table*> out;
  const toml::node* node = root.get(key);
  if (node == nullptr) return out;
  const toml::array* items = node->as_array();
  if (items == nullptr) {
    return source.at(*node, ErrorCode::bad_format, fmt::format("write [[{}]] before each", key));
  }
  for (const toml::node& item : *items) {
    if (item.as_table() == nullptr) {
      return source.at(item, ErrorCode::bad_format, fmt::format("write [[{}]] before each", key));
    }
    out.push_back(item.as_table());
  }
  return out;
}

Result<std::map<std::string, Nominals>> read_kinds(const Source& source, const toml::table& root) {
  std::map<std::string, Nominals> kinds;
  const toml::node* node = root.get("kind");
  if (node == nullptr) return kinds;
  const toml::table* table = node->as_table();
  if (table == nullptr) {
    return source.at(*node, ErrorCode::bad_format, "kind must be a table of tables");
  }
  for (const auto& [name, phrases] : *table) {
    if (auto added = add_nominals(source, phrases, kinds[std::string{name.str()}]); !added) {
      return fail(added.error());
    }
  }
  return kinds;
}

}  // namespace

Result<SubjectPack> SubjectPack::load(const std::string& folder) {
  const fs::path root{folder};
  std::error_code ignored;
  for (const char* needed : {"pack.toml", "entities.toml"}) {
    if (!fs::is_regular_file(root / needed, ignored)) {
      return fail({ErrorCode::not_found, fmt::format("no subject pack here: {} is missing", needed),
                   folder, 0, 0});
    }
  }
  SubjectPack pack;
  const auto manifest = parse((root / "pack.toml").string());
  if (!manifest) return fail(manifest.error());
  pack.name = (*manifest)["name"].value_or(root.filename().string());
  pack.title = (*manifest)["title"].value_or(std::string{});

  const Source source{(root / "entities.toml").string()};
  const auto entities = parse(source.path);
  if (!entities) return fail(entities.error());
  const auto kinds = read_kinds(source, *entities);
  if (!kinds) return fail(kinds.error());
  const auto entries = tables_of(source, *entities, "entity");
  if (!entries) return fail(entries.error());
  std::unordered_set<std::string> ids;
  for (const toml::table* entry : *entries) {
    auto entity = read_entity(source, *entry, *kinds);
    if (!entity) return fail(entity.error());
    if (!ids.insert(entity->id).second) {
      return source.at(*entry->get("id"), ErrorCode::bad_value,
                       fmt::format("id \"{}\" is used twice", entity->id));
    }
    pack.entities.push_back(std::move(*entity));
  }
  for (std::size_t i = 0; i < pack.entities.size(); ++i) {
    const std::string& parent = pack.entities[i].parent;
    if (!parent.empty() && !ids.contains(parent)) {
      return source.at(*(*entries)[i]->get("parent"), ErrorCode::bad_value,
                       fmt::format("parent \"{}\" is not an id of this pack", parent));
    }
  }

  const Source relations{(root / "relations.toml").string()};
  if (!fs::is_regular_file(relations.path, ignored)) return pack;
  const auto related = parse(relations.path);
  if (!related) return fail(related.error());
  const auto roles = tables_of(relations, *related, "role");
  if (!roles) return fail(roles.error());
  for (const toml::table* entry : *roles) {
    auto role = read_role(relations, *entry, ids);
    if (!role) return fail(role.error());
    pack.roles.push_back(std::move(*role));
  }
  return pack;
}

}  // namespace frise
