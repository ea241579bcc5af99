#pragma once

/// \file
/// Bytes to documents: plain text with sidecars, front matter and header lines, and JSON Lines.
///
/// What is known of an article beside its text comes from, the first that states it:
///  - the fields of its JSON line, or its front matter (`---`, `key: value` lines, `---`);
///  - its sidecar, the JSON object in NAME.json beside NAME.txt;
///  - the options, for all documents that state nothing.
/// Keys: title, published, lang, source, url (front matter also takes date, language, publisher,
/// link); others are ignored. `published` must be a date that parse_date takes, or a date and a
/// time of day, which is dropped. Lines such as "date 2023-03" are part of the text: segment marks
/// them and temporal reads them.
///
/// The text is UTF-8. A byte order mark is dropped; UTF-16 with its mark is converted, and a
/// diagnostic says so. Bytes that are no UTF-8, and NUL, are errors that name the place; other
/// control characters stay in the text.

#include "frise/core/document.hpp"
#include "frise/core/result.hpp"
#include "frise/read/language_guess.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

/// Files to read, in the order they will be read.
struct InputList {
  std::vector<std::string> paths;  ///< "-" is standard input
  std::vector<Error> errors;       ///< paths that are not there, folders without articles
  /// Ids of the files whose id is not the stem of their name: those below a folder (the relative
  /// path without extension), and those whose stems are the same (the whole path without
  /// extension).
  std::map<std::string, std::string> ids;
};

/// Expands folders recursively, sorted by bytes of the relative path. Takes .txt, .text, .md,
/// .markdown, .jsonl and .ndjson; passes over sidecars, hidden files, README files and other kinds
/// (a file named outright is always taken). A file listed twice is read once.
[[nodiscard]] InputList list_inputs(const std::vector<std::string>& arguments);

struct ReadOptions {
  std::string lang;       ///< given for all documents; empty: as they state it, or guessed
  std::string published;  ///< given for all documents that state none
  std::size_t max_bytes = std::size_t{1} << 30;  ///< of a file; spans end at 4 GiB in any case
  std::map<std::string, std::string> ids;        ///< of InputList; others take the stem of the name
  /// Tells the language of documents that state none; without it they have none.
  std::shared_ptr<const LanguageGuesser> guesser;
};

/// Called once a document, in the order of the file; false stops the reading.
using DocumentSink = std::function<bool(Result<Document>)>;

/// Reads one file ("-": standard input): one document, or one a line for JSON Lines (.jsonl,
/// .ndjson, or standard input that opens with '{'). A bad line of JSON Lines is an error of its own
/// and the rest goes on. A broken sidecar is an error of the article: nothing is half read. Ids:
/// the "id" of the JSON line, else the id of the file and the number of the line ("news-12"); the
/// id of standard input is "stdin". \returns through the sink: ErrorCode::not_found, unreadable,
/// not_utf8, bad_format, bad_value, too_large or empty.
void read_documents(const std::string& path, const ReadOptions& options, const DocumentSink& sink);

/// The same from bytes already in memory; `path` names them in messages and gives the id.
void read_bytes(const std::string& path, std::string bytes, const ReadOptions& options,
                const DocumentSink& sink);

}  // namespace frise
