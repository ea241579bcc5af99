#pragma once

/// \file
/// The walk over a document that resolves references; references.cpp walks, nominals.cpp and
/// described.cpp read noun phrases, first_person.cpp says who "nous" is in a quotation.

#include "entity/noun_phrase.hpp"
#include "entity/resolver.hpp"

#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace frise {

class Speakers;

class Walker {
 public:
  Walker(const Reading& reading, const std::vector<Mention>& names,
         const std::vector<std::uint32_t>& name_at, const std::vector<HeldRole>& roles,
         Register& entities)
      : reading_{reading},
        rules_{reading.rules},
        names_{names},
        name_at_{name_at},
        entities_{entities},
        resolver_{reading, roles, entities} {
    for (const HeldRole& role : roles) {
      holders_.emplace(role.token, role.person);
      if (role.time == RoleTime::past) continue;
      if (role.organization) {
        employers_.emplace(role.person, *role.organization);
      } else if (speaks_for_house(role.role)) {
        unplaced_.insert(role.person);
      }
    }
  }

  std::vector<Mention> run();

 private:
  void sentence(std::uint32_t number);
  std::uint32_t token(std::uint32_t at);
  void name(const Mention& mention);
  void learn_from_name(const Mention& mention);
  void learn_beside(const Mention& mention);
  void learn(std::uint32_t entity, const NounPhrase& np);
  void employ(const NounPhrase& np, std::uint32_t organization);
  std::uint32_t nominal(const NounPhrase& np);
  [[nodiscard]] const PhraseHit* inner_noun(const NounPhrase& np) const;
  [[nodiscard]] std::optional<std::uint32_t> predicated(const NounPhrase& np) const;
  [[nodiscard]] std::optional<std::uint32_t> organization_of(
      const NounPhrase& np, const Place& where, std::optional<std::uint32_t> possessor);
  [[nodiscard]] std::optional<std::uint32_t> role_holder(const NounPhrase& np, const Place& where,
                                                         std::optional<std::uint32_t> organization);
  [[nodiscard]] std::optional<std::uint32_t> called(const NounPhrase& np, const Place& where,
                                                    std::optional<std::uint32_t> possessor);
  [[nodiscard]] std::optional<std::pair<std::uint32_t, std::uint32_t>> both(
      const NounPhrase& np) const;
  std::uint32_t possessed(std::uint32_t at);
  std::uint32_t speaker(std::uint32_t at);
  std::uint32_t national(std::uint32_t at);
  std::uint32_t court(const NounPhrase& np);
  std::uint32_t pronoun(std::uint32_t at);
  std::uint32_t first_person(const PronounRule& rule, std::uint32_t at, std::uint32_t end);
  void resolve_quoted();
  void resolve_inverted(const Speakers& speakers);
  void resolve_first_persons(const Speakers& speakers);
  [[nodiscard]] std::optional<std::uint32_t> antecedent(std::uint32_t at) const;
  [[nodiscard]] const PronounRule* pronoun_rule(std::uint32_t at, std::uint32_t& length) const;
  [[nodiscard]] bool subject_position(std::uint32_t begin) const;
  [[nodiscard]] std::optional<std::uint32_t> apposed(const NounPhrase& np) const;
  [[nodiscard]] std::optional<std::uint32_t> possessor(const PronounRule& rule, std::uint32_t at);
  [[nodiscard]] bool quoted(std::uint32_t at) const;
  [[nodiscard]] Place place(std::uint32_t at, std::uint32_t after) const;
  Mention& add(std::uint32_t begin, std::uint32_t end, MentionKind kind, const char* rule);
  void speak(std::uint32_t entity, std::uint32_t token);
  void refer(Mention& mention, std::optional<std::uint32_t> entity);

  const Reading& reading_;
  const EntityRules::Impl& rules_;
  const std::vector<Mention>& names_;
  const std::vector<std::uint32_t>& name_at_;
  Register& entities_;
  Resolver resolver_;
  std::vector<Mention> out_;
  TokenRange sentence_;
  std::uint32_t number_ = 0;
  bool clause_has_verb_ = false;
  bool acts_in_clause_ = false;            ///< the subject is this clause's
  std::optional<std::uint32_t> subject_;   ///< of this sentence so far
  std::optional<std::uint32_t> previous_;  ///< of the sentence before
  std::size_t quotation_ = 0;
  std::unordered_map<std::uint32_t, std::uint32_t> employers_;  ///< of people: for whom they speak

  std::unordered_map<std::uint32_t, std::uint32_t> holders_;  ///< by where the role's words begin
  std::unordered_set<std::uint32_t> unplaced_;  ///< who leads a house that is not named beside

  /// "nous" in a quotation, or "notre groupe": who speaks is known at its end only.
  struct FirstPerson {
    std::size_t mention = 0;  ///< of out_
    std::size_t quotation = 0;
    bool plural = false;
    bool house = true;  ///< the house itself, not what it has: "nous", "notre groupe"
  };
  std::vector<FirstPerson> first_persons_;

  /// "a-t-il dit": whoever was quoted before goes on.
  struct Inverted {
    std::size_t mention = 0;    ///< of out_
    std::size_t quotation = 0;  ///< the first that ends behind it
  };
  std::vector<Inverted> inverted_;
};

}  // namespace frise
