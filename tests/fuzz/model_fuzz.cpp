// Trained models: what is taken as one can be used, damaged or not. The checksum is made good, so
// that the sections behind it are reached.

#include "core/hash.hpp"
#include "frise/syntax/parsing.hpp"
#include "model/model_file.hpp"

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

std::string with_good_checksum(std::string bytes) {
  frise::model::ModelHeader header;
  if (bytes.size() < sizeof header) return bytes;
  std::memcpy(&header, bytes.data(), sizeof header);
  header.file_size = bytes.size();
  header.checksum = frise::checksum_of(std::string_view{bytes}.substr(sizeof header));
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes;
}

void parse_something(const frise::ParseModel& model) {
  frise::Segmentation segmentation;
  segmentation.keys = {'a', 'b'};
  std::vector<frise::WordTag> tags(9);
  for (std::uint32_t i = 0; i < tags.size(); ++i) {
    segmentation.tokens.push_back({.span = {i, i + 1}, .key_begin = i % 2, .key_length = 1});
    tags[i].pos = static_cast<frise::Pos>(i);
  }
  std::vector<frise::Arc> arcs;
  frise::Parser{model}.parse(segmentation, tags, {0, 9}, arcs);
  for (const frise::Arc& arc : arcs) {
    if (arc.head != frise::Arc::root && arc.head >= tags.size()) std::abort();
    if (arc.relation >= model.relation_count()) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes{reinterpret_cast<const char*>(data), size};
  (void)frise::TagModel::from_bytes(bytes, "fr");
  (void)frise::TagModel::from_bytes(with_good_checksum(bytes), "fr");
  if (const auto parser = frise::ParseModel::from_bytes(with_good_checksum(bytes), "fr")) {
    parse_something(*parser);
  }
  return 0;
}
