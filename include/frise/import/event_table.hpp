#pragma once

/// \file
/// A table of events that a person made, as records: they merge with those of articles, and are
/// drawn like them. docs/EVENT-TABLE.md is for who writes one.
///
/// \code{.csv}
///   date,actor,action,target,source
///   2024-03-12,Alta,a racheté,Béru,Le Courrier
///   2023~,person:Dan Ost,leave,Alta,Archives
/// \endcode
///
/// CSV after RFC 4180, UTF-8 with or without mark, with commas, semicolons or tabs, whichever the
/// first line has most of. Each source (with its title, address and date) becomes a document, each
/// row an event of it; the row's line is the number of its sentence, and its spans count the bytes
/// of the table. A row that means nothing is left out and told; the others stand.

#include "frise/core/result.hpp"
#include "frise/record/record.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace frise {

struct EventTable {
  std::vector<Record> records;  ///< by document id
  std::size_t rows = 0;         ///< that became events
  std::vector<Error> errors;    ///< of rows left out, with line and column in characters
  std::vector<Error> warnings;  ///< columns that are not read
  /// Ids, sorted, of actors whose type no cell gives: companies until adopt_known_entities finds
  /// out more.
  std::vector<std::string> untyped;
};

/// \param path for messages and document ids.
/// \returns ErrorCode::bad_format when the first line lacks the columns that make an event,
/// ErrorCode::not_utf8, or ErrorCode::empty when there is no first line.
[[nodiscard]] Result<EventTable> parse_event_table(std::string_view csv, const std::string& path);

/// Actors of no type whom the records know by name take their id and type: "Dan Ost" is the person
/// of the articles. Of several, the first by id.
void adopt_known_entities(EventTable& table, const std::vector<Record>& records);

}  // namespace frise
