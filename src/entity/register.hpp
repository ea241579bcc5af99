#pragma once

/// \file
/// The entities of one document as they are met, and how present each is to a reader.

#include "entity/name_types.hpp"
#include "entity/reading.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace frise {

/// What the discourse knows of an entity beside its record.
struct Presence {
  std::optional<std::uint32_t> known;  ///< index into Impl::entities
  Gender gender = Gender::unknown;
  bool governed = false;             ///< last named behind "de"
  bool plural = false;               ///< last named in the plural: "les mineurs"
  std::string country;               ///< ISO 3166, from the packs or from "le groupe français X"
  std::vector<std::uint32_t> nouns;  ///< noun rules that the text has used of it
  std::optional<std::uint32_t> name_noun;  ///< noun rule that its name holds: "Agence de ..."
  std::uint16_t field = 0;                 ///< the trade that its name or its pack tells, 0 none
  std::vector<std::uint16_t> trades;       ///< that the text has told, or that references to it had
  std::vector<std::uint16_t> told_trades;  ///< of these, told beside its name
  std::vector<std::uint64_t> details;      ///< of words that the text narrowed such nouns by
  Gender spoken = Gender::unknown;  ///< of the noun or article that it was last spoken of with
  bool sure = true;                 ///< its kind is told, not guessed
  double weight = 0;
  std::uint32_t sentence = 0;  ///< where it was last spoken of
  std::uint32_t token = 0;
  std::uint32_t times = 0;
};

/// Entities in the order in which they are met; salience after Lappin and Leass (1994): every
/// mention adds weight, more for a subject, and weight shrinks with each sentence.
class Register {
 public:
  Register(const EntityRules::Impl& rules, EntityLayer& layer) : rules_{rules}, layer_{layer} {}

  std::uint32_t known(std::uint32_t index);
  std::uint32_t found(const NamedThing& thing);

  /// The text has called the entity by this noun, of this trade or of none, narrowed by this word
  /// or by none: "le fabricant de moteurs".
  void learn(std::uint32_t entity, std::uint32_t noun, std::uint16_t trade,
             std::string_view detail = {});
  /// The text takes it for one of this trade, or of none.
  void learn_trade(std::uint32_t entity, std::uint16_t trade);
  void mention(std::uint32_t entity, std::uint32_t sentence, std::uint32_t token, bool subject);
  [[nodiscard]] double salience(std::uint32_t entity, std::uint32_t sentence) const;

  /// Entities spoken of lately, the last first: few, so that looking back costs the same
  /// everywhere.
  [[nodiscard]] const std::vector<std::uint32_t>& recent() const { return recent_; }
  [[nodiscard]] Presence& presence(std::uint32_t entity) { return presences_[entity]; }
  [[nodiscard]] const Presence& presence(std::uint32_t entity) const { return presences_[entity]; }
  [[nodiscard]] const Entity& entity(std::uint32_t index) const { return layer_.entities[index]; }

 private:
  std::uint32_t add(std::string id, std::string name, EntityType type, bool from_pack);

  const EntityRules::Impl& rules_;
  EntityLayer& layer_;
  std::unordered_map<std::string, std::uint32_t> index_;
  std::vector<Presence> presences_;
  std::vector<std::uint32_t> recent_;
};

}  // namespace frise
