#pragma once

/// \file
/// Whether the quotes of a graph are still in their sources, byte for byte.

#include "frise/core/document.hpp"
#include "frise/core/span.hpp"
#include "frise/graph/event_graph.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace frise {

enum class QuoteState : std::uint8_t {
  moved,    ///< not at its bytes, but elsewhere in the document
  changed,  ///< not in the document
};

/// A quote that is not where the graph says.
struct QuoteFinding {
  QuoteState state = QuoteState::changed;
  std::string document;  ///< id in the graph
  std::string path;      ///< of the document as it was read now
  std::string owner;     ///< id of the claim, stance, role or expression that rests on it
  Span span;             ///< where the graph says it stands, UTF-8 bytes
  std::string quote;
  std::string now;         ///< what stands there; cut where it is long
  Span moved_to;           ///< of QuoteState::moved
  std::size_t line = 0;    ///< of where it stands, or stood, from 1
  std::size_t column = 0;  ///< in code points, from 1
};

struct Verification {
  std::size_t quotes = 0;              ///< looked at
  std::vector<QuoteFinding> findings;  ///< by document as they were given, then by place
  std::vector<std::string> missing;    ///< documents of the graph that were not given, by id
};

/// Holds a graph against documents given one by one, in any order.
class QuoteChecker {
 public:
  explicit QuoteChecker(const EventGraph& graph);
  QuoteChecker(QuoteChecker&&) noexcept;
  QuoteChecker& operator=(QuoteChecker&&) noexcept;
  ~QuoteChecker();

  /// A document is known by its text, else by its id. \returns false when the graph does not cite
  /// it.
  bool check(const Document& document);

  [[nodiscard]] Verification take() &&;

  struct Impl;

 private:
  std::unique_ptr<Impl> impl_;
};

/// `"La vente ..." (cl-0a1b2c3d4e5f) is not there any more: bytes 12 to 48 are now "..."`
[[nodiscard]] std::string to_string(const QuoteFinding& finding);

}  // namespace frise
