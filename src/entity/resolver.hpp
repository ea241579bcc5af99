#pragma once

/// \file
/// Which entity a noun (resolver_nouns.cpp), a role or a pronoun (resolver.cpp) may stand for at
/// one place of the text.

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
  bool inverted = false;                  ///< "a-t-il dit": who was quoted
  bool object = false;                    ///< of the verb before it: not who acts in that clause
  std::optional<std::uint32_t> subject;   ///< of this sentence so far
  std::optional<std::uint32_t> previous;  ///< last subject of the sentence before
  std::optional<std::uint32_t> told_of;   ///< by the relative that opens here: "X, which it sold"
};

/// What is asked for by a noun: "le fabricant de puces (américain)".
struct Wanted {
  std::uint32_t noun = 0;   ///< rule
  std::uint16_t trade = 0;  ///< of the noun or of what narrows it
  std::string_view nationality;
  std::string_view detail;  ///< lookup form of the noun that narrows it: "le géant du luxe"
};

class Resolver {
 public:
  Resolver(const Reading& reading, const std::vector<HeldRole>& roles, Register& entities);

  /// The most salient entity that may be called so; nobody where somebody without a name, as
  /// "une banque", was spoken of since.
  [[nodiscard]] std::optional<std::uint32_t> noun(const Wanted& wanted, const Place& place) const;
  /// "une banque italienne": somebody who has no name here.
  void stranger(const Wanted& wanted, const Place& place);
  /// "l'Italienne", "le Français": a person, else a company known to be from there.
  [[nodiscard]] std::optional<std::uint32_t> national(Gender gender, std::string_view country,
                                                      const Place& place) const;
  [[nodiscard]] std::optional<std::uint32_t> national_house(std::string_view country,
                                                            const Place& place) const;
  /// "son programme": what the possessor, and it alone, is known to own or to run.
  [[nodiscard]] std::optional<std::uint32_t> owned(const NounRule& rule, std::uint32_t possessor);
  /// "le PDG (de X)", "l'ancien PDG (de X)".
  [[nodiscard]] std::optional<std::uint32_t> role(const std::string& role, Gender gender,
                                                  RoleTime time,
                                                  std::optional<std::uint32_t> organization,
                                                  const Place& place);
  /// The company or body that the text is about here.
  [[nodiscard]] std::optional<std::uint32_t> house(const Place& place) const;
  /// "le gouvernement", where the text has named none: that of the country most spoken of so far.
  [[nodiscard]] std::optional<std::uint32_t> home_government();
  [[nodiscard]] std::optional<std::uint32_t> pronoun(const PronounRule& rule,
                                                     const Place& place) const;

 private:
  /// Sentences over which a noun may look back.
  static constexpr std::uint32_t noun_reach = 12;

  /// May the noun be used of this entity at all, and how gladly?
  struct Fit {
    double weight = 0;
    int told = 0;  ///< things asked for that the text has told of the entity
  };
  [[nodiscard]] Fit fits(const Wanted& wanted, std::uint32_t entity) const;
  [[nodiscard]] bool heads(const Wanted& wanted, std::uint32_t noun) const;
  [[nodiscard]] std::optional<std::uint32_t> only_person(Gender gender, const Place& place) const;
  [[nodiscard]] bool outdated(const Wanted& wanted, std::uint32_t entity, const Place& place) const;
  [[nodiscard]] double kind_fits(const Wanted& wanted, std::uint32_t entity) const;
  [[nodiscard]] double trade_fits(const Wanted& wanted, const Presence& presence) const;
  [[nodiscard]] double pronoun_fits(const PronounRule& rule, std::uint32_t entity,
                                    const Place& place) const;

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

  struct Stranger {
    Wanted called;
    std::uint32_t sentence = 0;
    std::uint32_t token = 0;
  };
  std::vector<Stranger> strangers_;  ///< the last few
};

}  // namespace frise
