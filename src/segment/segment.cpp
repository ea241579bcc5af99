// The stage: lines to blocks, and each block to tokens, quotations and sentences while it is warm;
// then the kinds of blocks, which need all of them. Tested in tests/unit/segment/.

#include "frise/segment/segmentation.hpp"

#include "segment/block_classifier.hpp"
#include "segment/block_cutter.hpp"
#include "segment/rules.hpp"
#include "segment/sentence_splitter.hpp"
#include "segment/tokenizer.hpp"

#include <cassert>
#include <limits>

namespace frise {
namespace {

/// Headers stand at the head of an article: in one of its first blocks.
constexpr std::size_t header_blocks = 6;

}  // namespace

Segmentation segment(const Document& document, const SegmentRules& rules) {
  const std::string_view text = document.text;
  assert(text.size() <= std::numeric_limits<std::uint32_t>::max() && "spans count 32 bits");
  Segmentation s;
  s.tokens.reserve(text.size() / 5 + 8);
  s.keys.reserve(text.size() + 64);
  s.sentences.reserve(text.size() / 100 + 1);
  Tokenizer tokenizer(text, rules.impl(), s);
  SentenceSplitter splitter(text, rules.impl(), s);
  const auto add = [&](std::uint32_t first, std::uint32_t last, BlockKind kind) {
    Block block;
    block.span = {s.tokens[first].span.begin, s.tokens[last - 1].span.end};
    block.kind = kind;
    block.sentence_begin = static_cast<std::uint32_t>(s.sentences.size());
    splitter.run(first, last, static_cast<std::uint32_t>(s.blocks.size()));
    block.sentence_end = static_cast<std::uint32_t>(s.sentences.size());
    s.blocks.push_back(block);
  };
  for (const RawBlock& raw : cut_blocks(text)) {
    auto first = static_cast<std::uint32_t>(s.tokens.size());
    tokenizer.run(raw.span.begin, raw.span.end);
    const auto last = static_cast<std::uint32_t>(s.tokens.size());
    if (first == last) continue;
    if (s.blocks.size() < header_blocks) {
      const std::uint32_t after = header_end(s, {first, last}, text, rules.impl());
      if (after > first) add(first, after, BlockKind::header);
      first = after;
    }
    if (first < last) add(first, last, BlockKind::paragraph);
  }
  classify_blocks(text, rules.impl(), s);
  return s;
}

std::vector<std::string> phrase_keys(std::string_view phrase, const SegmentRules& rules) {
  Segmentation s;
  s.tokens.reserve(4);
  s.keys.reserve(phrase.size());
  Tokenizer(phrase, rules.impl(), s).run(0, phrase.size());
  std::vector<std::string> keys;
  keys.reserve(s.tokens.size());
  for (const Token& token : s.tokens) keys.emplace_back(s.key(token));
  return keys;
}

std::string fold_key(std::string_view text) {
  std::vector<char> key;
  key.reserve(text.size());
  append_key(key, text, std::string_view::npos, false);
  return {key.begin(), key.end()};
}

}  // namespace frise
