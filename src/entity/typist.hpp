#pragma once

/// \file
/// Groups the names of a document and gives each group its kind; name_types.cpp gathers and
/// decides, name_joins.cpp and name_parts.cpp say which names are one.

#include "entity/name_types.hpp"

#include <string>
#include <vector>

namespace frise {

inline constexpr int enough_points = 3;  ///< points that name a kind
inline constexpr std::uint32_t nobody = static_cast<std::uint32_t>(-1);

struct NameCluster {
  TokenRange longest;              ///< where its fullest form stands
  std::vector<std::string> words;  ///< lookup forms, legal forms left out
  NameEvidence evidence;
  std::uint32_t places = 0;
  std::uint32_t determined = 0;    ///< places with a determiner before it: "la Clio", "an A380"
  bool plural = false;             ///< only ever written in the plural: "A380s"
  std::uint32_t inner_places = 0;  ///< where its capital is not the sentence's
  bool only_furniture = true;
  bool only_titles = true;             ///< nothing but Headlines In Capitals
  bool articled = false;               ///< its article has a capital: L'Oréal
  bool known_word = false;             ///< nothing but common words of the language
  std::uint32_t root = nobody;         ///< the fuller name that this one is short for
  std::optional<std::uint32_t> known;  ///< short for a known entity
  std::uint32_t person = nobody;       ///< a company's name that is also this person's surname
  std::optional<std::uint32_t> thing;
};

/// The first words with a space between them.
[[nodiscard]] std::string joined(const std::vector<std::string>& words, std::size_t count);

class Typist {
 public:
  Typist(const Reading& reading, std::vector<NameSpan> known, std::vector<NameSpan> runs);

  TypedNames run();

 private:
  void gather();
  void join_plurals();
  void join_models();
  void join_last_parts();
  void join_acronyms();
  void join_people();
  void join_short_forms();
  void join_prefixes(std::size_t least);
  void join(std::uint32_t shorter, std::uint32_t fuller);
  void decide();
  void take_articles();
  void read_capitals();
  void read_model_numbers();
  void share_surnames();
  void add_thing(NameCluster& root);
  [[nodiscard]] bool shows_name(const NameSpan& span) const;
  [[nodiscard]] bool stands_alone(TokenRange tokens) const;
  void capitals_that_govern();
  [[nodiscard]] std::uint32_t root_of(std::uint32_t cluster) const;
  [[nodiscard]] EntityType best_type(const NameCluster& cluster) const;
  [[nodiscard]] bool keeps(const NameCluster& cluster, EntityType type) const;

  const Reading& reading_;
  const EntityRules::Impl& rules_;
  std::vector<NameSpan> spans_;
  std::vector<std::uint32_t> span_at_;
  std::vector<NameEvidence> evidence_;  ///< of each span
  std::vector<NameCluster> clusters_;
  TypedNames out_;
};

}  // namespace frise
