#pragma once

/// \file
/// A compiled lexicon, mapped into memory. Format: lexicon_format.hpp.

#include "core/mapped_file.hpp"
#include "frise/core/result.hpp"
#include "tag/lexicon_format.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace frise::tag {

class LexiconFile {
 public:
  /// No file: every word is unknown.
  LexiconFile() noexcept = default;

  /// Maps and checks the whole file, so that lookups need not check anything.
  /// \returns ErrorCode::bad_format when it was cut short, altered, or made by another version;
  ///   unreadable when the system cannot map it.
  [[nodiscard]] static Result<LexiconFile> open(const std::string& path);

  /// \returns null when the form is unknown.
  [[nodiscard]] const Entry* find(std::string_view key) const noexcept;

  [[nodiscard]] std::span<const Group> groups(const Entry& entry) const noexcept {
    return {groups_ + entry.group, entry.groups};
  }
  [[nodiscard]] std::span<const std::uint32_t> features(const Group& group) const noexcept {
    return {features_ + sets_[group.set], features_ + sets_[group.set + 1]};
  }
  [[nodiscard]] std::string_view lemma(const Group& group) const noexcept {
    return {strings_ + group.lemma, group.length};
  }

 private:
  [[nodiscard]] const char* check(const FileHeader& header) noexcept;
  [[nodiscard]] const char* check_references(const FileHeader& header) const noexcept;
  void place(const FileHeader& header) noexcept;

  MappedFile mapped_;
  unsigned shift_ = 0;
  const std::uint32_t* buckets_ = nullptr;
  const Entry* entries_ = nullptr;
  const Group* groups_ = nullptr;
  const std::uint32_t* sets_ = nullptr;
  const std::uint32_t* features_ = nullptr;
  const char* strings_ = nullptr;
};

}  // namespace frise::tag
