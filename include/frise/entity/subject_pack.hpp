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
  std::string id;  ///< "company:nvidia"
  std::string name;
  EntityType type = EntityType::company;
  std::map<std::string, std::string> names;    ///< preferred name by language
  std::vector<std::string> aliases;            ///< other names, any language, cased as written
  std::map<std::string, std::vector<std::string>> nominals;  ///< by language: "fabricant de puces"
  std::string wikidata;                        ///< "Q182477", or empty
  std::string parent;                          ///< id of the owner (AWS: company:amazon), or empty
  std::string gender;                          ///< "m", "f" for people, or empty
  std::string since;                           ///< EDTF: not before this, or empty
};

struct SubjectPack {
  std::string name;
  std::vector<PackEntity> entities;

  /// \returns errors with the line of the entry that is wrong: unknown type, id used twice, ...
  [[nodiscard]] static Result<SubjectPack> load(const std::string& folder);
};

}  // namespace frise
