#pragma once

/// \file
/// A language pack: the files of data/lang/<lang>, loaded and not yet understood.
///
/// Each stage compiles the tables it owns (`temporal/...`, `event/...`) into its own frozen form;
/// the pack only finds and holds them, so that a new language adds files and no code.

#include "frise/core/result.hpp"
#include "frise/pack/table.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

class LanguagePack {
 public:
  /// Loads every *.tsv below `folder` (examples/ left aside), by relative name without extension:
  /// "event/frames", "lexicon/abbreviations".
  /// \returns ErrorCode::not_found when the folder or its pack.toml is missing.
  [[nodiscard]] static Result<LanguagePack> load(const std::string& folder);

  /// BCP 47 primary subtag, from pack.toml.
  [[nodiscard]] const std::string& lang() const noexcept { return lang_; }
  /// What speakers call the language: "Français"; empty if the pack does not say.
  [[nodiscard]] const std::string& title() const noexcept { return title_; }
  [[nodiscard]] const std::string& folder() const noexcept { return folder_; }

  /// The table of that name, or an empty one: a pack need not have every table.
  [[nodiscard]] const Table& table(std::string_view name) const noexcept;

  /// Names of all tables that begin with a prefix, sorted: tables("temporal/").
  [[nodiscard]] std::vector<std::string_view> tables(std::string_view prefix) const;

  /// A setting of pack.toml's [settings], or the fallback: setting("decimal", ",").
  [[nodiscard]] std::string_view setting(std::string_view name,
                                         std::string_view fallback) const noexcept;

 private:
  std::string lang_;
  std::string title_;
  std::string folder_;
  std::map<std::string, Table, std::less<>> tables_;
  std::map<std::string, std::string, std::less<>> settings_;
};

}  // namespace frise
