// The file is checked once, at opening: sizes, checksum, then every reference. After that a lookup is a
// hash, one bucket, and as a rule one comparison. Tested in tests/unit/tag/lexicon_file_test.cpp.

#include "tag/lexicon_file.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace frise::tag {

Result<LexiconFile> LexiconFile::open(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    return fail({ErrorCode::unreadable, std::strerror(errno), path, 0, 0});
  }
  struct stat status {};
  const bool regular = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  const std::size_t size = regular ? static_cast<std::size_t>(status.st_size) : 0;
  void* mapped = size >= sizeof(FileHeader)
                     ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0)
                     : nullptr;
  ::close(descriptor);
  if (mapped == nullptr) {
    return fail({ErrorCode::bad_format, "not a compiled lexicon: too short", path, 0, 0});
  }
  if (mapped == MAP_FAILED) return fail({ErrorCode::unreadable, "cannot be mapped", path, 0, 0});

  LexiconFile file;
  file.data_ = static_cast<const char*>(mapped);
  file.size_ = size;
  FileHeader header;
  std::memcpy(&header, file.data_, sizeof header);
  if (const char* fault = file.check(header)) {
    return fail({ErrorCode::bad_format, std::string{fault} + "; build it again", path, 0, 0});
  }
  return file;
}

const char* LexiconFile::check(const FileHeader& header) const noexcept {
  if (std::memcmp(header.magic, lexicon_magic, sizeof header.magic) != 0) {
    return "not a compiled lexicon";
  }
  if (header.version != lexicon_version) return "compiled lexicon of another version";
  if (header.byte_order != lexicon_byte_order) return "compiled lexicon of another machine";
  if (header.bucket_bits < 1 || header.bucket_bits > 28 || header.file_size != size_ ||
      Layout::of(header).end != size_) {
    return "compiled lexicon is cut short";
  }
  if (checksum_of({data_ + sizeof header, size_ - sizeof header}) != header.checksum) {
    return "compiled lexicon is damaged";
  }
  const_cast<LexiconFile*>(this)->place(header);
  return check_references(header);
}

void LexiconFile::place(const FileHeader& header) noexcept {
  const Layout at = Layout::of(header);
  shift_ = 64 - header.bucket_bits;
  // The mapping begins on a page and every section on a multiple of 8: these reads are aligned.
  buckets_ = reinterpret_cast<const std::uint32_t*>(data_ + at.buckets);
  entries_ = reinterpret_cast<const Entry*>(data_ + at.entries);
  groups_ = reinterpret_cast<const Group*>(data_ + at.groups);
  sets_ = reinterpret_cast<const std::uint32_t*>(data_ + at.sets);
  features_ = reinterpret_cast<const std::uint32_t*>(data_ + at.features);
  strings_ = data_ + at.strings;
}

const char* LexiconFile::check_references(const FileHeader& header) const noexcept {
  bool good = true;
  const std::size_t buckets = std::size_t{1} << header.bucket_bits;
  for (std::size_t i = 0; i < buckets; ++i) good &= buckets_[i] <= buckets_[i + 1];
  good &= buckets_[buckets] == header.entry_count;
  for (std::size_t i = 0; i < header.entry_count; ++i) {
    const Entry& e = entries_[i];
    good &= std::uint64_t{e.key} + e.length <= header.string_size;
    good &= std::uint64_t{e.group} + e.groups <= header.group_count;
  }
  for (std::size_t i = 0; i < header.group_count; ++i) {
    const Group& g = groups_[i];
    good &= std::uint64_t{g.lemma} + g.length <= header.string_size && g.set < header.set_count;
  }
  for (std::size_t i = 0; i < header.set_count; ++i) good &= sets_[i] <= sets_[i + 1];
  good &= sets_[header.set_count] <= header.feature_count;
  return good ? nullptr : "compiled lexicon does not hold together";
}

LexiconFile::LexiconFile(LexiconFile&& other) noexcept { *this = std::move(other); }

LexiconFile& LexiconFile::operator=(LexiconFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  std::swap(shift_, other.shift_);
  std::swap(buckets_, other.buckets_);
  std::swap(entries_, other.entries_);
  std::swap(groups_, other.groups_);
  std::swap(sets_, other.sets_);
  std::swap(features_, other.features_);
  std::swap(strings_, other.strings_);
  return *this;
}

LexiconFile::~LexiconFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

const Entry* LexiconFile::find(std::string_view key) const noexcept {
  if (buckets_ == nullptr) return nullptr;
  const std::uint64_t hash = hash_bytes(key);
  const std::uint64_t bucket = hash >> shift_;
  for (std::uint32_t i = buckets_[bucket]; i < buckets_[bucket + 1]; ++i) {
    const Entry& entry = entries_[i];
    if (entry.print == static_cast<std::uint16_t>(hash & 0xFFFF) && entry.length == key.size() &&
        std::memcmp(strings_ + entry.key, key.data(), key.size()) == 0) {
      return &entry;
    }
  }
  return nullptr;
}

}  // namespace frise::tag
