#pragma once

/// \file
/// The project store: records on disk, so that only new and changed articles are read again.
///
/// It holds nothing that articles and packs do not give again: it may be removed at any time.
/// Ending the program at any moment leaves it usable.

#include "frise/core/document.hpp"
#include "frise/core/result.hpp"
#include "frise/record/record_cache.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace frise {

/// What a document is to the store: everything that its record is made from, but for packs. Its
/// path does not count.
[[nodiscard]] std::string content_key(const Document& document);

/// A document as the last build met it.
struct StoredDocument {
  std::string path;
  std::string content;  ///< content_key
};

class RecordStore : public RecordCache {
 public:
  /// Opens the store of a folder, or begins one; the folder is made if need be.
  /// \param fingerprint of packs, settings and program: records made with another are not found
  /// \returns ErrorCode::unreadable, or bad_format for a damaged store or one from a newer frise:
  /// what to do is in the message.
  [[nodiscard]] static Result<std::unique_ptr<RecordStore>> open(const std::string& folder,
                                                                 std::string_view fingerprint);

  ~RecordStore() override;

  [[nodiscard]] std::optional<Record> find(const Document& document) override;
  void keep(const Document& document, const Record& record) override;

  /// Notes the documents met since it was opened as those of the last build, and forgets records
  /// that no build has used for long.
  void finish();

  /// Documents of the last build, by id.
  [[nodiscard]] std::map<std::string, StoredDocument> documents() const;
  /// Whether the last build had the same fingerprint.
  [[nodiscard]] bool same_fingerprint() const;

  [[nodiscard]] std::size_t found() const noexcept;  ///< records that were there
  [[nodiscard]] std::size_t kept() const noexcept;   ///< records that were read anew

  /// The first thing that went wrong since it was opened; from then on it only does what it can.
  [[nodiscard]] std::optional<Error> trouble() const;

  struct Impl;

 private:
  explicit RecordStore(std::unique_ptr<Impl> impl) noexcept;
  std::unique_ptr<Impl> impl_;
};

}  // namespace frise
