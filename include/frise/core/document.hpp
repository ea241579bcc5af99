#pragma once

/// \file
/// An article as read: its text, and what is known of where and when it appeared.

#include "frise/core/date.hpp"
#include "frise/core/diagnostic.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace frise {

/// Where the date of a document comes from.
enum class DateBasis : std::uint8_t { given, header, dateline, inferred, unknown };

/// The document's own date (TimeML: DCT). `value` is empty when not known; it is never today.
struct Published {
  std::string value;
  DayBounds bounds;
  DateBasis basis = DateBasis::unknown;
  std::string why;  ///< the words or the reasoning, for people

  friend bool operator==(const Published&, const Published&) = default;
};

/// One article. `text` is valid UTF-8, holds no NUL, and is never altered once read: every span of
/// every stage counts its bytes.
struct Document {
  std::string id;    ///< unique in a batch
  std::string path;  ///< as the user named it; "-" for standard input
  std::string lang;  ///< BCP 47 primary subtag: "fr", "en"; empty until known
  std::string title;
  std::string source;  ///< publisher
  std::string url;
  std::string sha256;  ///< of `text`, lower-case hexadecimal
  Published published;
  std::string text;
  std::vector<Diagnostic> diagnostics;  ///< of the reading: repaired bytes, odd headers
};

}  // namespace frise
