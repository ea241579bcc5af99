#pragma once

/// \file
/// What is stated of an article beside its text, and how it gets into the Document.

#include "frise/core/document.hpp"
#include "frise/core/result.hpp"
#include "frise/read/reader.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace frise {

/// A value as it was written, and where.
struct Stated {
  std::string value;
  std::string path;
  std::size_t line = 0;
  std::size_t column = 0;
  std::string where;  ///< for people: "sidecar a.json", "front matter"
};

struct Metadata {
  std::optional<Stated> title;
  std::optional<Stated> published;
  std::optional<Stated> lang;
  std::optional<Stated> source;
  std::optional<Stated> url;

  /// The member of that name, or null.
  [[nodiscard]] std::optional<Stated>* find(std::string_view key);
  /// Takes what this one does not state from another.
  void fill_from(Metadata other);
};

/// The sidecar of an article. \returns empty metadata where there is none.
[[nodiscard]] Result<Metadata> read_sidecar(const std::string& article);

/// Cuts front matter off the head of `text`.
[[nodiscard]] Metadata take_front_matter(std::string& text, const std::string& path);

/// Place and reason why `json` does not parse, for a value that begins on `first_line`.
[[nodiscard]] Error json_error(std::string_view json, const std::string& path,
                               std::size_t first_line = 1);

/// Checks and fills in what is stated, then what the options give, then language and sha256 from
/// the text.
[[nodiscard]] Result<Document> finish_document(Document document, const Metadata& stated,
                                               const ReadOptions& options);

}  // namespace frise
