#pragma once

/// \file
/// What lies beside the articles and belongs to a project: its settings and its store.

#include "cli/console.hpp"
#include "cli/option_table.hpp"
#include "cli/settings.hpp"
#include "frise/pipeline/annotator.hpp"
#include "frise/store/record_store.hpp"

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace frise::cli {

/// Files or folders of a name that lie in folders among the inputs or beside files among them.
[[nodiscard]] std::set<std::string> beside(const std::vector<std::string>& inputs,
                                           std::string_view name);

/// Takes the settings of the frise.toml beside the inputs that the command line does not give.
/// \returns ErrorCode::bad_value with the place: unknown keys, values that mean nothing.
[[nodiscard]] Result<void> apply_project(const CommandRow& command, Settings& settings);

/// The folder of the store: that of --store, else the .frise beside the inputs that is there;
/// empty: none is wanted.
[[nodiscard]] std::string store_folder(const Settings& settings);

/// Opens it. What keeps it from being used is a warning, and the articles are read without.
[[nodiscard]] std::unique_ptr<RecordStore> open_store(const Settings& settings,
                                                      const AnnotatorOptions& options,
                                                      Console& console);

}  // namespace frise::cli
