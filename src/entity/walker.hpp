#pragma once

/// \file
/// The walk over a document that resolves references; references.cpp walks, nominals.cpp reads noun
/// phrases.

#include "entity/noun_phrase.hpp"
#include "entity/resolver.hpp"

#include <optional>
#include <vector>

namespace frise {

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
        resolver_{reading, roles, entities} {}

  std::vector<Mention> run();

 private:
  void sentence(std::uint32_t number);
  std::uint32_t token(std::uint32_t at);
  void name(const Mention& mention);
  std::uint32_t nominal(const NounPhrase& np);
  std::uint32_t possessed(std::uint32_t at);
  std::uint32_t speaker(std::uint32_t at);
  std::uint32_t national(std::uint32_t at);
  std::uint32_t court(const NounPhrase& np);
  std::uint32_t pronoun(std::uint32_t at);
  [[nodiscard]] const PronounRule* pronoun_rule(std::uint32_t at, std::uint32_t& length) const;
  [[nodiscard]] bool subject_position(std::uint32_t begin) const;
  [[nodiscard]] std::optional<std::uint32_t> apposed(const NounPhrase& np) const;
  [[nodiscard]] std::optional<std::uint32_t> possessor(const PronounRule& rule, std::uint32_t at);
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
  std::optional<std::uint32_t> subject_;   ///< of this sentence so far
  std::optional<std::uint32_t> previous_;  ///< of the sentence before
  std::size_t quotation_ = 0;
};

}  // namespace frise
