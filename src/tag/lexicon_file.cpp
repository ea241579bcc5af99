// The file is checked once, at opening: sizes, checksum, then every reference. After that a lookup
// is a hash, one bucket, and as a rule one comparison. Tested in
// tests/unit/tag/lexicon_file_test.cpp.

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
  return check_references(header);
}

void LexiconFile::place(const FileHeader& header) noexcept {
  const Layout at = Layout::of(header);
  const char* data = mapped_.bytes().data();
  shift_ = 64 - header.bucket_bits;
  // The mapping begins on a page and every section on a multiple of 8: these reads are aligned.
  buckets_ = reinterpret_cast<const std::uint32_t*>(data + at.buckets);
  entries_ = reinterpret_cast<const Entry*>(data + at.entries);
  groups_ = reinterpret_cast<const Group*>(data + at.groups);
  sets_ = reinterpret_cast<const std::uint32_t*>(data + at.sets);
  features_ = reinterpret_cast<const std::uint32_t*>(data + at.features);
  strings_ = data + at.strings;
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
