// The mapping is private and filled at once: whoever maps a file checks all of it first.
// Tested in tests/unit/tag/lexicon_test.cpp and tests/unit/model/model_file_test.cpp.

#include "core/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace frise {

Result<MappedFile> MappedFile::open(const std::string& path, std::size_t least) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return fail({ErrorCode::unreadable, std::strerror(errno), path, 0, 0});
  struct stat status {};
  const bool regular = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  const std::size_t size = regular ? static_cast<std::size_t>(status.st_size) : 0;
  MappedFile file;
  if (size < least || size == 0) {
    ::close(descriptor);
    return file;
  }
  void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0);
  ::close(descriptor);
  if (mapped == MAP_FAILED) return fail({ErrorCode::unreadable, "cannot be mapped", path, 0, 0});
  file.data_ = static_cast<const char*>(mapped);
  file.size_ = size;
  return file;
}

MappedFile::MappedFile(MappedFile&& other) noexcept { *this = std::move(other); }

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

}  // namespace frise
