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

  /// Maps the file and compares its checksum. Lookups stay inside the file whatever it refers to.
  /// \returns ErrorCode::bad_format when it was cut short, altered, or made by another version;
  ///   unreadable when the system cannot map it.
  [[nodiscard]] static Result<LexiconFile> open(const std::string& path);

  /// \returns null when the form is unknown.
  [[nodiscard]] const Entry* find(std::string_view key) const noexcept;

  [[nodiscard]] std::span<const Group> groups(const Entry& entry) const noexcept {
    return part(groups_, entry.group, std::uint64_t{entry.group} + entry.groups);
  }
  [[nodiscard]] std::span<const std::uint32_t> features(const Group& group) const noexcept {
    const auto ends = part(sets_, group.set, std::uint64_t{group.set} + 2);
    return ends.empty() ? std::span<const std::uint32_t>{} : part(features_, ends[0], ends[1]);
  }
  [[nodiscard]] std::string_view lemma(const Group& group) const noexcept {
    return text(group.lemma, group.length);
  }

 private:
  [[nodiscard]] const char* check(const FileHeader& header) noexcept;
  /// What a section holds of [begin, end); nothing when that is not inside it.
  template <class T>
  [[nodiscard]] static std::span<const T> part(std::span<const T> section, std::uint64_t begin,
                                               std::uint64_t end) noexcept {
    if (begin > end || end > section.size()) return {};
    return section.subspan(begin, end - begin);
  }
  [[nodiscard]] std::string_view text(std::uint64_t begin, std::uint64_t length) const noexcept {
    if (begin + length > strings_.size()) return {};
    return strings_.substr(begin, length);
  }
  void place(const FileHeader& header) noexcept;

  MappedFile mapped_;
  unsigned shift_ = 0;
  std::span<const std::uint32_t> buckets_;
  std::span<const Entry> entries_;
  std::span<const Group> groups_;
  std::span<const std::uint32_t> sets_;
  std::span<const std::uint32_t> features_;
  std::string_view strings_;
};

}  // namespace frise::tag
