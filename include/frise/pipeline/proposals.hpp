#pragma once

/// \file
/// A subject pack begun from a corpus: who and what the articles name that no pack knows yet.
///
/// \code
///   Proposer proposer;
///   proposer.add(record, text);                       // once an article, in any order
///   const auto proposals = std::move(proposer).propose({.at_least = 2});
///   entities_toml += to_toml(proposals);              // entries to keep, edit or delete
/// \endcode

#include "frise/entity/subject_pack.hpp"
#include "frise/merge/corpus.hpp"
#include "frise/record/record.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

/// One entity, as an entry of entities.toml to accept or reject.
struct Proposal {
  std::string id;
  std::string name;
  EntityType type = EntityType::organization;
  std::vector<std::string> aliases;  ///< other names seen that nobody else bears, sorted
  /// Names seen that are not proposed as aliases: a surname alone, a name that is another's too.
  std::vector<std::string> doubtful;
  std::uint32_t times = 0;         ///< it is named
  std::uint32_t documents = 0;     ///< that name it
  std::string example;             ///< words around the first naming
  std::string document;            ///< where they stand
  std::vector<std::string> roles;  ///< of a person: "directeur technique, Nvidia"
};

struct ProposalOptions {
  std::uint32_t at_least = 2;  ///< leave out who is named less often
  /// Whether a pack names the entity of that id already; empty: none does.
  std::function<bool(std::string_view id)> known;
  /// Slugs (the part of an id after its type) that were proposed before.
  std::vector<std::string> before;
  /// Entities of the pack that is added to: their names are taken.
  std::vector<PackEntity> taken;
};

/// Gathers what articles name. What it proposes does not depend on their order.
class Proposer {
 public:
  /// \param text of the record's document.
  void add(const Record& record, std::string_view text);

  /// Most often named first. Places are left out: gazetteers hold them.
  [[nodiscard]] std::vector<Proposal> propose(const ProposalOptions& options) &&;

 private:
  struct Example {
    std::string document;
    std::string words;
    friend auto operator<=>(const Example&, const Example&) = default;
  };

  std::vector<Record> records_;  ///< names and roles only
  std::map<std::string, Example, std::less<>> examples_;
};

/// Entries of entities.toml, each under a comment that tells its counts and shows it in a sentence.
/// Whatever a text holds stays inside its string or its comment.
[[nodiscard]] std::string to_toml(const std::vector<Proposal>& proposals);

/// Rows of proposed.tsv: slug, name, type, times, documents.
[[nodiscard]] std::string to_rows(const std::vector<Proposal>& proposals);

/// The part of an id after its type: "nvidia".
[[nodiscard]] std::string_view slug_in(std::string_view id) noexcept;

}  // namespace frise
