#pragma once

/// \file
/// A file mapped into memory, read only.

#include "frise/core/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace frise {

class MappedFile {
 public:
  /// No file: no bytes.
  MappedFile() noexcept = default;

  /// \param least  a file of fewer bytes is empty: none of it is mapped
  /// \returns ErrorCode::unreadable when the system cannot open or map it.
  [[nodiscard]] static Result<MappedFile> open(const std::string& path, std::size_t least);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  /// Begins on a page of memory, so that numbers at their own multiples are aligned.
  [[nodiscard]] std::string_view bytes() const noexcept { return {data_, size_}; }

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace frise
