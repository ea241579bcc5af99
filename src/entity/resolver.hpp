#pragma once

/// \file
/// Which entity a noun, a role or a pronoun may stand for at one place of the text.

#include "entity/register.hpp"
#include "entity/role_facts.hpp"

#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

namespace frise {

/// Where a reference stands.
struct Place {
  std::uint32_t sentence = 0;
  std::uint32_t token = 0;
  bool quoted = false;
  bool before_say_verb = false;
  std::optional<std::uint32_t> subject;   ///< of this sentence so far
  std::optional<std::uint32_t> previous;  ///< last subject of the sentence before
};

class Resolver {
 public:
  Resolver(const Reading& reading, const std::vector<HeldRole>& roles, Register& entities);

  /// "le fabricant de puces (américain)": the most salient entity that may be called so.
  [[nodiscard]] std::optional<std::uint32_t> noun(const NounRule& rule, std::uint32_t index,
                                                  std::string_view nationality,
                                                  const Place& place) const;
  /// "l'Italienne", "le Français": a person, else a company known to be from there.
  [[nodiscard]] std::optional<std::uint32_t> national(Gender gender, std::string_view country,
                                                      const Place& place) const;
  /// "son programme": what the possessor, and it alone, is known to own or to run.
  [[nodiscard]] std::optional<std::uint32_t> owned(const NounRule& rule, std::uint32_t possessor);
  /// "le PDG (de X)", "l'ancien PDG (de X)".
  [[nodiscard]] std::optional<std::uint32_t> role(const RoleRule& rule, RoleTime time,
                                                  std::optional<std::uint32_t> organization,
                                                  const Place& place);
  /// "le gouvernement", where the text has named none: that of the country most spoken of so far.
  [[nodiscard]] std::optional<std::uint32_t> home_government();
  [[nodiscard]] std::optional<std::uint32_t> pronoun(const PronounRule& rule,
                                                     const Place& place) const;
  /// May the noun be used of this entity at all?
  [[nodiscard]] double fits(const NounRule& rule, std::uint32_t index, std::string_view nationality,
                            std::uint32_t entity) const;

 private:
  [[nodiscard]] double kind_fits(const NounRule& rule, std::uint32_t entity) const;

  using Weigh = std::function<double(std::uint32_t)>;
  [[nodiscard]] std::optional<std::uint32_t> best(const Place& place, std::uint32_t reach,
                                                  const Weigh& weigh) const;

  const Reading& reading_;
  const EntityRules::Impl& rules_;
  /// Roles that the text gives, by person and by organisation: a few each, looked up only.
  using ByEntity = std::unordered_map<std::uint32_t, std::vector<const HeldRole*>>;
  [[nodiscard]] static const std::vector<const HeldRole*>& held(const ByEntity& roles,
                                                                std::uint32_t entity);
  ByEntity roles_of_person_;
  ByEntity roles_in_organization_;
  Register& entities_;
};

}  // namespace frise
