#pragma once

/// \file
/// The graph in the formats of other programs. docs/EXPORTS.md says what each keeps and drops.
///
/// \code
///   for (const OutputFile& file : find_export_format("graphml")->write(graph)) ...
/// \endcode
///
/// What holds for all of them:
/// - The same graph gives the same bytes; nothing of the machine or the day is in them.
/// - Words of the articles are cleaned as for a figure: white space squeezed; control characters,
///   bidirectional overrides and invisible ones dropped. They can end no string, tag, cell or line.
/// - An address is written only when it is one of the web: http or https.

#include "frise/graph/event_graph.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

/// A file by name and content.
struct OutputFile {
  std::string name;
  std::string bytes;
};

struct ExportFormat {
  std::string_view name;       ///< as after -T: "graphml"
  std::string_view extension;  ///< of its files, without dot
  bool several = false;        ///< writes more than one file, so a folder is wanted
  std::string_view readers;    ///< who reads it: "Gephi, networkx, yEd"
  std::vector<OutputFile> (*write)(const EventGraph& graph) = nullptr;
};

/// In the order of their names.
[[nodiscard]] std::span<const ExportFormat> export_formats() noexcept;

/// Nullptr when there is none of that name.
[[nodiscard]] const ExportFormat* find_export_format(std::string_view name) noexcept;

}  // namespace frise
