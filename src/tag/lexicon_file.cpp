// Opening compares sizes and the checksum; a reference is checked when it is followed, since a text
// follows few of them. A lookup is a hash, one bucket, and as a rule one comparison. Tested in
// tests/unit/tag/lexicon_test.cpp.

#include "tag/lexicon_file.hpp"

#include "core/hash.hpp"

#include <cstring>
#include <utility>

namespace frise::tag {

Result<LexiconFile> LexiconFile::open(const std::string& path) {
  auto mapped = MappedFile::open(path, sizeof(FileHeader));
  if (!mapped) return fail(mapped.error());
  if (mapped->bytes().empty()) {
    return fail({ErrorCode::bad_format, "not a compiled lexicon: too short", path, 0, 0});
  }
  LexiconFile file;
  file.mapped_ = std::move(*mapped);
  FileHeader header;
  std::memcpy(&header, file.mapped_.bytes().data(), sizeof header);
  if (const char* fault = file.check(header)) {
    return fail({ErrorCode::bad_format, std::string{fault} + "; build it again", path, 0, 0});
  }
  return file;
}

const char* LexiconFile::check(const FileHeader& header) noexcept {
  const std::string_view bytes = mapped_.bytes();
  if (std::memcmp(header.magic, lexicon_magic, sizeof header.magic) != 0) {
    return "not a compiled lexicon";
  }
  if (header.version != lexicon_version) return "compiled lexicon of another version";
  if (header.byte_order != lexicon_byte_order) return "compiled lexicon of another machine";
  if (header.bucket_bits < 1 || header.bucket_bits > 28 || header.file_size != bytes.size() ||
      Layout::of(header).end != bytes.size()) {
    return "compiled lexicon is cut short";
  }
  if (checksum_of(bytes.substr(sizeof header)) != header.checksum) {
    return "compiled lexicon is damaged";
  }
  place(header);
  return nullptr;
}

void LexiconFile::place(const FileHeader& header) noexcept {
  const Layout at = Layout::of(header);
  const char* data = mapped_.bytes().data();
  shift_ = 64 - header.bucket_bits;
  // The mapping begins on a page and every section on a multiple of 8: these reads are aligned.
  buckets_ = {reinterpret_cast<const std::uint32_t*>(data + at.buckets),
              (std::size_t{1} << header.bucket_bits) + 1};
  entries_ = {reinterpret_cast<const Entry*>(data + at.entries), header.entry_count};
  groups_ = {reinterpret_cast<const Group*>(data + at.groups), header.group_count};
  sets_ = {reinterpret_cast<const std::uint32_t*>(data + at.sets),
           std::size_t{header.set_count} + 1};
  features_ = {reinterpret_cast<const std::uint32_t*>(data + at.features), header.feature_count};
  strings_ = {data + at.strings, header.string_size};
}

const Entry* LexiconFile::find(std::string_view key) const noexcept {
  if (buckets_.empty()) return nullptr;
  const std::uint64_t hash = hash_bytes(key);
  const std::uint64_t bucket = hash >> shift_;
  for (const Entry& entry : part(entries_, buckets_[bucket], buckets_[bucket + 1])) {
    if (entry.print == static_cast<std::uint16_t>(hash & 0xFFFF) && entry.length == key.size() &&
        text(entry.key, entry.length) == key) {
      return &entry;
    }
  }
  return nullptr;
}

}  // namespace frise::tag
