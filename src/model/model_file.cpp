// Everything is checked at opening; what a section means is checked by whoever reads it.
// Tested in tests/unit/model/model_file_test.cpp and tests/fuzz/model_fuzz.cpp.

#include "model/model_file.hpp"

#include "core/hash.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace frise::model {

static_assert(std::endian::native == std::endian::little,
              "models are little-endian; a machine of the other order must turn the bytes over");

namespace {

using Name = std::array<char, 8>;

Name padded(std::string_view text) {
  Name name{};
  std::copy_n(text.begin(), std::min(text.size(), name.size()), name.begin());
  return name;
}

bool same(const char (&stored)[8], std::string_view text) {
  const Name name = padded(text);
  return std::memcmp(stored, name.data(), name.size()) == 0;
}

std::size_t aligned(std::size_t offset) {
  return (offset + section_alignment - 1) / section_alignment * section_alignment;
}

}  // namespace

Result<ModelFile> ModelFile::open(const std::string& path, std::string_view kind,
                                  std::string_view lang) {
  auto mapped = MappedFile::open(path, sizeof(ModelHeader));
  if (!mapped) return fail(mapped.error());
  ModelFile file;
  file.mapped_ = std::move(*mapped);
  if (auto taken = file.take(file.mapped_.bytes(), path, kind, lang); !taken) {
    return fail(taken.error());
  }
  return file;
}

Result<ModelFile> ModelFile::from_bytes(std::string bytes, const std::string& name,
                                        std::string_view kind, std::string_view lang) {
  ModelFile file;
  file.owned_ = std::make_unique<const std::string>(std::move(bytes));
  if (auto taken = file.take(*file.owned_, name, kind, lang); !taken) return fail(taken.error());
  return file;
}

Result<void> ModelFile::take(std::string_view bytes, const std::string& name, std::string_view kind,
                             std::string_view lang) {
  bytes_ = bytes;
  if (const char* fault = check(kind, lang)) {
    return fail({ErrorCode::bad_format, std::string{fault} + "; train it again or take it away",
                 name, 0, 0});
  }
  return {};
}

const char* ModelFile::check(std::string_view kind, std::string_view lang) noexcept {
  const std::string_view bytes = bytes_;
  if (bytes.size() < sizeof(ModelHeader)) return "not a trained model: too short";
  ModelHeader header;
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::memcmp(header.magic, model_magic, sizeof header.magic) != 0)
    return "not a trained model";
  if (header.version != model_version) return "trained model of another version";
  if (header.byte_order != model_byte_order) return "trained model of another machine";
  if (!same(header.kind, kind)) return "trained model of another kind";
  if (!same(header.lang, lang)) return "trained model of another language";
  const std::uint64_t directory_end =
      sizeof header + std::uint64_t{header.section_count} * sizeof(SectionEntry);
  if (header.file_size != bytes.size() || header.section_count > most_sections ||
      directory_end > bytes.size()) {
    return "trained model is cut short";
  }
  if (checksum_of(bytes.substr(sizeof header)) != header.checksum)
    return "trained model is damaged";
  directory_ = {reinterpret_cast<const SectionEntry*>(bytes.data() + sizeof header),
                header.section_count};
  for (const SectionEntry& entry : directory_) {
    if (entry.begin % section_alignment != 0 || entry.begin > bytes.size() ||
        entry.size > bytes.size() - entry.begin) {
      return "trained model does not hold together";
    }
  }
  return nullptr;
}

std::string_view ModelFile::section(std::string_view name) const noexcept {
  for (const SectionEntry& entry : directory_) {
    if (same(entry.name, name)) return bytes_.substr(entry.begin, entry.size);
  }
  return {};
}

std::string model_bytes(std::string_view kind, std::string_view lang,
                        const std::vector<Section>& sections) {
  ModelHeader header{};
  std::memcpy(header.magic, model_magic, sizeof header.magic);
  header.version = model_version;
  header.byte_order = model_byte_order;
  std::memcpy(header.kind, padded(kind).data(), sizeof header.kind);
  std::memcpy(header.lang, padded(lang).data(), sizeof header.lang);
  header.section_count = static_cast<std::uint32_t>(sections.size());
  std::string file(sizeof header + sections.size() * sizeof(SectionEntry), '\0');
  std::size_t at = sizeof header;
  for (const auto& [name, bytes] : sections) {
    file.resize(aligned(file.size()), '\0');
    SectionEntry entry{{}, file.size(), bytes.size()};
    std::memcpy(entry.name, padded(name).data(), sizeof entry.name);
    std::memcpy(file.data() + at, &entry, sizeof entry);
    at += sizeof entry;
    file += bytes;
  }
  header.file_size = file.size();
  header.checksum = checksum_of(std::string_view{file}.substr(sizeof header));
  std::memcpy(file.data(), &header, sizeof header);
  return file;
}

}  // namespace frise::model
