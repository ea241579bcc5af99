#pragma once

/// \file
/// A trained model on disk: named sections of bytes behind a header that is checked before any is
/// read.
///
///   header     ModelHeader
///   directory  SectionEntry[section_count]
///   sections   each beginning on a multiple of 64 bytes, in the order of the directory
///
/// Numbers are little-endian, whatever machine trained it; the checksum covers all that follows the
/// header, and every byte between sections is 0, so that equal models are equal files.

#include "core/mapped_file.hpp"
#include "frise/core/result.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace frise::model {

inline constexpr char model_magic[8] = {'f', 'r', 'i', 's', 'e', 'm', 'd', 'l'};
inline constexpr std::uint32_t model_version = 1;
inline constexpr std::uint32_t model_byte_order = 0x01020304;
inline constexpr std::size_t section_alignment = 64;
inline constexpr std::uint32_t most_sections = 64;

struct ModelHeader {
  char magic[8];
  std::uint32_t version;
  std::uint32_t byte_order;
  char kind[8];  ///< "tagger", "parser"; filled up with 0
  char lang[8];
  std::uint64_t file_size;
  std::uint64_t checksum;
  std::uint32_t section_count;
  std::uint32_t unused;
};
static_assert(sizeof(ModelHeader) == 56);

struct SectionEntry {
  char name[8];
  std::uint64_t begin;
  std::uint64_t size;
};
static_assert(sizeof(SectionEntry) == 24);

class ModelFile {
 public:
  /// Maps the file and checks all of it.
  /// \returns ErrorCode::bad_format when it is no model of this kind and language, was cut short or
  ///   altered, or belongs to another version; unreadable when it cannot be mapped.
  [[nodiscard]] static Result<ModelFile> open(const std::string& path, std::string_view kind,
                                              std::string_view lang);

  /// The same of bytes in memory; `name` stands for the path in messages.
  [[nodiscard]] static Result<ModelFile> from_bytes(std::string bytes, const std::string& name,
                                                    std::string_view kind, std::string_view lang);

  /// The bytes of a section; empty when there is none of that name.
  [[nodiscard]] std::string_view section(std::string_view name) const noexcept;

  /// A section as numbers; empty when its size is no multiple of theirs.
  template <class Number>
  [[nodiscard]] std::span<const Number> numbers(std::string_view name) const noexcept {
    const std::string_view bytes = section(name);
    if (bytes.size() % sizeof(Number) != 0) return {};
    // Sections begin on multiples of 64 of a page, or of what a string allocates: reads are
    // aligned.
    return {reinterpret_cast<const Number*>(bytes.data()), bytes.size() / sizeof(Number)};
  }

 private:
  [[nodiscard]] Result<void> take(std::string_view bytes, const std::string& name,
                                  std::string_view kind, std::string_view lang);
  [[nodiscard]] const char* check(std::string_view kind, std::string_view lang) noexcept;

  MappedFile mapped_;
  std::unique_ptr<const std::string> owned_;  ///< stays where it is when the model moves
  std::string_view bytes_;
  std::span<const SectionEntry> directory_;
};

/// A section to be written.
using Section = std::pair<std::string, std::string>;

/// The bytes of a model file. Names of sections, kind and language are at most 8 bytes long.
[[nodiscard]] std::string model_bytes(std::string_view kind, std::string_view lang,
                                      const std::vector<Section>& sections);

/// The bytes of numbers, for a section.
template <class Number>
[[nodiscard]] std::string bytes_of(const std::vector<Number>& numbers) {
  return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(Number)};
}

}  // namespace frise::model
