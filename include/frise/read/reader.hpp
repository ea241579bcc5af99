#pragma once

/// \file
/// Bytes to documents: plain text with sidecars, front matter and header lines, and JSON Lines.

#include "frise/core/document.hpp"
#include "frise/core/result.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace frise {

/// Files to read, in the order they will be read.
struct InputList {
  std::vector<std::string> paths;  ///< "-" is standard input
  std::vector<Error> errors;       ///< paths that are not there, folders without articles
};

/// Expands folders recursively, sorted by bytes of the relative path; passes over sidecars, hidden files and
/// files of unknown kinds (a file named outright is always taken). A path listed twice is read once.
[[nodiscard]] InputList list_inputs(const std::vector<std::string>& arguments);

struct ReadOptions {
  std::string lang;            ///< given for all documents; empty: by sidecar or guess
  std::string published;       ///< given for all documents that state none
  std::size_t max_bytes = std::size_t{1} << 30;
};

/// Called once a document, in the order of the file; false stops the reading.
using DocumentSink = std::function<bool(Result<Document>)>;

/// Reads one file ("-": standard input): one document, or one a line for JSON Lines. A bad line of JSON Lines is
/// an error of its own and the rest goes on. A broken sidecar is an error of the article: nothing is half read.
void read_documents(const std::string& path, const ReadOptions& options, const DocumentSink& sink);

/// The same from bytes already in memory; `path` names them in messages and gives the id.
void read_bytes(const std::string& path, std::string bytes, const ReadOptions& options,
                const DocumentSink& sink);

}  // namespace frise
