#pragma once

/// \file
/// Who and what a document speaks of: entities, and the words that stand for them.

#include "frise/core/document.hpp"
#include "frise/core/layer.hpp"
#include "frise/core/span.hpp"
#include "frise/entity/entity_type.hpp"
#include "frise/entity/subject_pack.hpp"
#include "frise/pack/language_pack.hpp"
#include "frise/segment/segmentation.hpp"
#include "frise/tag/tagging.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

/// One entity of one document.
struct Entity {
  std::string id;    ///< the subject pack's, else "<type>:<slug of the name>"
  std::string name;  ///< preferred name: the pack's, else the fullest form in the text
  EntityType type = EntityType::organization;
  bool from_pack = false;
};

enum class MentionKind : std::uint8_t { name, nominal, pronoun };

/// A stretch of text that stands for an entity (or for something that no rule could name).
struct Mention {
  Span span;  ///< for a nominal, from the determiner to the last word of the noun phrase
  TokenRange tokens;
  MentionKind kind = MentionKind::name;
  std::optional<std::uint32_t> entity;  ///< index into EntityLayer::entities; empty: unresolved
  std::optional<std::uint32_t> second;  ///< the other of two: "les deux groupes"
  Gender gender = Gender::unknown;
  GrammaticalNumber number = GrammaticalNumber::unknown;
  /// For "son programme", "leur entreprise": the entity that the possessive stands for.
  std::optional<std::uint32_t> possessor;
  std::string rule;  ///< "pack", "fr/entity/cue-startup", "fr/entity/nominal-role", ...
};

/// When a role is held, seen from the document: "directeur", "ancien directeur", "alors directeur"
/// (at the time that is spoken of), "futur directeur".
enum class RoleTime : std::uint8_t { present, past, then, future };

/// Who holds which role where, as the text says it: "Michael Kagan, directeur technique de Nvidia".
struct RoleFact {
  std::uint32_t person = 0;
  std::uint32_t organization = 0;
  std::string role;  ///< the words: "directeur technique"
  RoleTime time = RoleTime::present;
  Span evidence;
};

/// Mentions are sorted by where they begin and do not overlap.
struct EntityLayer {
  std::vector<Entity> entities;
  std::vector<Mention> mentions;
  std::vector<RoleFact> roles;
  std::vector<Diagnostic> diagnostics;
};

/// The entity rules of a language pack (`entity/...`) and the names of subject packs, compiled.
class EntityRules {
 public:
  [[nodiscard]] static Result<EntityRules> compile(const LanguagePack& pack,
                                                   const SegmentRules& segment_rules,
                                                   const std::vector<SubjectPack>& subjects);

  EntityRules(EntityRules&&) noexcept;
  EntityRules& operator=(EntityRules&&) noexcept;
  ~EntityRules();

  /// Whether a pack names the entity of that id: a subject pack or the language's gazetteer.
  [[nodiscard]] bool knows(std::string_view id) const;

  struct Impl;
  [[nodiscard]] const Impl& impl() const noexcept { return *impl_; }

 private:
  explicit EntityRules(std::unique_ptr<Impl> impl) noexcept;
  std::unique_ptr<Impl> impl_;
};

/// Finds names, nominals and pronouns and says which entity each stands for. What cannot be
/// resolved stays unresolved.
[[nodiscard]] EntityLayer annotate_entities(const Document& document,
                                            const Segmentation& segmentation,
                                            const std::vector<WordTag>& tags,
                                            const EntityRules& rules, const Lexicon& lexicon);

}  // namespace frise
