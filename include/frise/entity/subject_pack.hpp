#pragma once

/// \file
/// A subject pack: the entities of a field, as data/subject/<name>/entities.toml lists them.

#include "frise/core/result.hpp"
#include "frise/entity/entity_type.hpp"

#include <map>
#include <string>
#include <vector>

namespace frise {

/// One entity that the pack knows. Names by language fall back to `name`.
struct PackEntity {
  std::string id;  ///< "company:nvidia": the type, then a slug
  std::string name;
  EntityType type = EntityType::company;
  bool name_is_alias = true;  ///< false: only the aliases are looked for ("X" is too short)
  std::map<std::string, std::string> names;  ///< preferred name by language
  /// Other names, any language, cased as written. "plateforme [X]" is a name only in those words;
  /// the mention is what the brackets hold.
  std::vector<std::string> aliases;
  std::map<std::string, std::vector<std::string>> nominals;  ///< by language: "fabricant de puces"
  std::string wikidata;                                      ///< "Q182477", or empty
  std::string parent;   ///< id of the owner (AWS: company:amazon), or empty
  std::string country;  ///< ISO 3166 alpha-2, or empty
  std::string gender;   ///< "m", "f" for people, or empty
  std::string since;    ///< EDTF: not before this, or empty
};

/// Who holds which role where, and when.
struct PackRole {
  std::string person;        ///< id of a person of the pack
  std::string organization;  ///< id of an entity of the pack
  std::string role;          ///< "chief_executive", as the language packs' entity/roles name it
  std::string since;         ///< EDTF, or empty
  std::string until;         ///< EDTF, or empty: still held
};

struct SubjectPack {
  std::string name;
  std::string title;  ///< for people, or empty
  std::vector<PackEntity> entities;
  std::vector<PackRole> roles;

  /// Reads pack.toml, entities.toml and, where there is one, relations.toml.
  /// \returns errors with the line of the entry that is wrong: unknown type, id used twice, ...
  [[nodiscard]] static Result<SubjectPack> load(const std::string& folder);
};

}  // namespace frise
