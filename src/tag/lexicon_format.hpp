#pragma once

/// \file
/// The compiled lexicon on disk: what the compiler writes and the library maps.
///
/// Header, then sections one after the other, each beginning on a multiple of 8 bytes:
///
///   buckets    u32[2^bucket_bits + 1]  first entry of each bucket; the last is entry_count
///   entries    Entry[entry_count]      forms, sorted by bucket, then by bytes
///   groups     Group[group_count]      (lemma, set of features) pairs, likeliest first in each
///   form sets       u32[set_count + 1]      first feature word of each set features
///   u32[feature_count]      see features.hpp strings    char[string_size]       forms and lemmas,
///   not terminated
///
/// Numbers are in the byte order of the machine that compiled it; the header's `byte_order` tells.
/// The checksum covers all that follows the header.

#include <cstddef>
#include <cstdint>

namespace frise::tag {

inline constexpr char lexicon_magic[8] = {'f', 'r', 'i', 's', 'e', 'l', 'e', 'x'};
inline constexpr std::uint32_t lexicon_version = 1;
inline constexpr std::uint32_t lexicon_byte_order = 0x01020304;

struct FileHeader {
  char magic[8];
  std::uint32_t version;
  std::uint32_t byte_order;
  char lang[8];
  std::uint64_t file_size;
  std::uint64_t checksum;
  std::uint32_t bucket_bits;
  std::uint32_t entry_count;
  std::uint32_t group_count;
  std::uint32_t set_count;
  std::uint32_t feature_count;
  std::uint32_t string_size;
};
static_assert(sizeof(FileHeader) == 64);

struct Entry {
  std::uint32_t key;    ///< offset in strings
  std::uint32_t group;  ///< index of the first group
  std::uint16_t print;  ///< low bits of the hash, to pass over other forms without reading them
  std::uint8_t length;  ///< of the key, in bytes
  std::uint8_t groups;  ///< how many
};
static_assert(sizeof(Entry) == 12);

struct Group {
  std::uint32_t lemma;  ///< offset in strings
  std::uint16_t set;
  std::uint8_t length;  ///< of the lemma, in bytes
  std::uint8_t unused;
};
static_assert(sizeof(Group) == 8);

/// Longest form or lemma, in bytes.
inline constexpr std::size_t longest_word = 255;

/// Where the sections begin, in bytes from the start of the file.
struct Layout {
  std::uint64_t buckets = 0, entries = 0, groups = 0, sets = 0, features = 0, strings = 0, end = 0;

  [[nodiscard]] static constexpr Layout of(const FileHeader& h) noexcept {
    const auto up = [](std::uint64_t offset) { return (offset + 7) / 8 * 8; };
    Layout l;
    l.buckets = sizeof(FileHeader);
    l.entries = up(l.buckets + 4 * ((std::uint64_t{1} << h.bucket_bits) + 1));
    l.groups = up(l.entries + sizeof(Entry) * std::uint64_t{h.entry_count});
    l.sets = up(l.groups + sizeof(Group) * std::uint64_t{h.group_count});
    l.features = up(l.sets + 4 * (std::uint64_t{h.set_count} + 1));
    l.strings = up(l.features + 4 * std::uint64_t{h.feature_count});
    l.end = up(l.strings + h.string_size);
    return l;
  }
};

}  // namespace frise::tag
