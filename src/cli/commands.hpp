#pragma once

/// \file
/// The commands. Each takes the settings of its own lines of the table and answers with an exit
/// code; a file each.

#include "cli/console.hpp"
#include "cli/settings.hpp"

#include <string>

namespace frise::cli {

Exit run_build(const Settings& settings, Console& console);
Exit run_extract(const Settings& settings, Console& console);
Exit run_merge(const Settings& settings, Console& console);
Exit run_draw(const Settings& settings, Console& console);
Exit run_export(const Settings& settings, Console& console);
Exit run_explain(const Settings& settings, Console& console);
Exit run_verify(const Settings& settings, Console& console);
Exit run_diff(const Settings& settings, Console& console);
Exit run_review(const Settings& settings, Console& console);
Exit run_status(const Settings& settings, Console& console);
Exit run_pack(const Settings& settings, Console& console);
/// \param root of the packs
Exit run_new_pack(const Settings& settings, const std::string& root, Console& console);
Exit run_train(const Settings& settings, Console& console);

}  // namespace frise::cli
