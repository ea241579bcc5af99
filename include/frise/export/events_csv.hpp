#pragma once

/// \file
/// The events as a table: one line a claim, so that what two sources say stays two lines.

#include "frise/graph/event_graph.hpp"

#include <string>
#include <string_view>

namespace frise {

/// RFC 4180 with a header line, CRLF line ends, UTF-8 without mark:
/// id,date,earliest,latest,type,factuality,actors,targets,summary,source,published,sentence,quote,document.
/// Lines are sorted as the graph's events and claims are. `sentence` counts from 1.
[[nodiscard]] std::string events_csv(const EventGraph& graph);

/// One cell: quoted where it must be; white space and controls become spaces. What a spreadsheet
/// would run as a formula (a cell that opens with = + - @ or a tab) gets a ' in front.
[[nodiscard]] std::string csv_cell(std::string_view text);

}  // namespace frise
