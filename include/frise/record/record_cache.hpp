#pragma once

/// \file
/// Where records may come from other than from reading a document again.

#include "frise/core/document.hpp"
#include "frise/record/record.hpp"

#include <optional>

namespace frise {

/// A cache answers for the packs and settings it was made for. Both are called from several threads
/// at once.
class RecordCache {
 public:
  RecordCache() = default;
  RecordCache(const RecordCache&) = delete;
  RecordCache& operator=(const RecordCache&) = delete;
  virtual ~RecordCache() = default;

  /// The record that annotating the document would give, or nothing.
  [[nodiscard]] virtual std::optional<Record> find(const Document& document) = 0;

  /// What annotating the document gave.
  virtual void keep(const Document& document, const Record& record) = 0;
};

}  // namespace frise
