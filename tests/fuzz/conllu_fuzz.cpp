// Treebanks: every word lies in the text of its sentence, every head in its sentence.

#include "train/conllu.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  const auto sentences = frise::train::parse_conllu("t.conllu", bytes);
  if (!sentences) return 0;
  for (const auto& sentence : *sentences) {
    std::uint32_t begin = 0;
    for (const auto& word : sentence.words) {
      if (word.head > sentence.words.size()) std::abort();
      if (word.span.begin < begin || word.span.end > sentence.text.size()) std::abort();
      begin = word.span.begin;
    }
  }
  return 0;
}
