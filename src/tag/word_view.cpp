// Templates after Ratnaparkhi (1996) and Collins (2002), with the tags that the lexicon offers
// (Denis and Sagot 2009) and those that the rules choose, for the word and for those after it,
// whose own tags are not known yet: the rules look ahead, the model need not. Tested in
// tests/unit/tag/model_tagger_test.cpp.

#include "tag/word_view.hpp"

#include "core/hash.hpp"
#include "model/weights.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace frise::tag {
namespace {

using model::ClassSet;
using model::feature;

constexpr ClassSet bit(FineTag tag) noexcept { return ClassSet{1} << tag; }

/// What a word that nothing is known of may be.
ClassSet open_classes() noexcept {
  static const ClassSet set = [] {
    ClassSet open = bit(fine_tag(Pos::noun, {})) | bit(fine_tag(Pos::proper_noun, {})) |
                    bit(fine_tag(Pos::adjective, {})) | bit(fine_tag(Pos::adverb, {})) |
                    bit(fine_tag(Pos::other, {}));
    for (unsigned i = 0; i < verb_shapes; ++i) open |= bit(static_cast<FineTag>(pos_count + i));
    return open;
  }();
  return set;
}

ClassSet offered_by(std::span<const Candidate> candidates) noexcept {
  ClassSet set = 0;
  for (const Candidate& c : candidates) set |= bit(fine_tag(c.features.pos, c.features.morphology));
  return set;
}

std::uint64_t form_hash(std::string_view key, TokenKind kind) noexcept {
  if (kind != TokenKind::number) return hash_bytes(key);
  return hash_bytes("0000000", std::min<std::size_t>(key.size(), 7));
}

std::uint64_t tail_of(std::string_view key) noexcept {
  std::uint64_t bytes = 0;
  const std::size_t length = std::min<std::size_t>(key.size(), 8);
  if (length == 0) return 0;
  std::memcpy(&bytes, key.data() + key.size() - length, length);
  return bytes << (8 * (8 - length));
}

std::uint32_t head_of(std::string_view key) noexcept {
  std::uint32_t bytes = 0;
  std::memcpy(&bytes, key.data(), std::min<std::size_t>(key.size(), 4));
  return bytes;
}

/// The last `bytes` bytes of a tail.
constexpr std::uint64_t ending(const WordView& view, unsigned bytes) noexcept {
  return view.tail >> (8 * (8 - bytes));
}

}  // namespace

void view_words(const Segmentation& segmentation, const Stretch& stretch,
                std::span<const std::uint8_t> by_rule, std::vector<WordView>& views) {
  views.resize(stretch.size());
  for (std::size_t i = 0; i < stretch.size(); ++i) {
    const Token& token = segmentation.tokens[stretch.tokens[i]];
    const std::string_view key = segmentation.key(token);
    WordView& view = views[i];
    const bool hyphen = key.size() > 1 && key.find('-') != std::string_view::npos;
    view.look = static_cast<std::uint8_t>(
        static_cast<unsigned>(stretch.capitals[i]) | static_cast<unsigned>(token.kind) << 2 |
        (token.is(shape_has_digit) ? 32U : 0U) | (hyphen ? 64U : 0U));
    view.form = form_hash(key, token.kind);
    view.word = view.form ^ (static_cast<std::uint64_t>(stretch.capitals[i]) << 40);
    const std::span<const Candidate> candidates = stretch.candidates_of(i);
    const Features& ruled = candidates[by_rule[i]].features;
    view.by_rule = fine_tag(ruled.pos, ruled.morphology);
    view.offered = offered_by(candidates);
    view.lexical = (view.offered ^ (std::uint64_t{view.look} << 56)) * 0x9E3779B97F4A7C15ULL;
    view.lexical ^= view.lexical >> 32;
    view.tail = tail_of(key);
    view.head = head_of(key);
  }
}

std::size_t tag_features(std::span<const WordView> views, std::size_t i, FineTag before,
                         FineTag before_that, TagFeatures& out) noexcept {
  static constexpr WordView edge{.word = 1, .form = 1, .lexical = 1, .by_rule = no_tag};
  const auto at = [&](std::size_t index) -> const WordView& {
    return index < views.size() ? views[index] : edge;  // also for -1 and -2, which wrap around
  };
  const WordView& here = views[i];
  const WordView& last = at(i - 1);
  const WordView& next = at(i + 1);
  const WordView& second = at(i + 2);
  const std::uint64_t one = before;
  const std::uint64_t two = before | std::uint64_t{before_that} << 8;
  const std::uint64_t form = here.form;
  const std::uint64_t offers = here.lexical;
  std::size_t n = 0;
  std::uint32_t kind = 0;
  const auto add = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    out[n++] = feature(kind++, a, b, c);
  };
  add(form);
  add(form, here.look);
  add(ending(here, 2), here.look);
  add(ending(here, 3), here.look);
  add(ending(here, 4));
  add(ending(here, 5));
  add(here.head);
  add(offers);
  add(here.look, i == 0 ? 1 : 0);
  add(one);
  add(two);
  add(one, form);
  add(one, offers);
  add(two, offers);
  add(one, ending(here, 3));
  add(one, here.look);
  add(last.form);
  add(last.form, form);
  add(last.form, offers);
  add(at(i - 2).form);
  add(at(i - 2).form, last.form);
  add(ending(last, 3));
  add(next.form);
  add(form, next.form);
  add(next.form, offers);
  add(one, next.form);
  add(last.form, next.form);
  add(ending(next, 3));
  add(next.lexical);
  add(next.lexical, offers);
  add(next.lexical, form);
  add(one, offers, next.lexical);
  add(next.lexical, second.lexical);
  add(offers, next.lexical, second.lexical);
  add(second.form);
  add(one, next.lexical);
  add(here.by_rule, offers);
  add(here.by_rule, one, here.look);
  add(here.by_rule, form);
  add(here.by_rule, last.by_rule, next.by_rule);
  add(here.by_rule, next.by_rule, second.by_rule);
  add(offers, next.by_rule);
  add(one, offers, next.by_rule);
  add(here.by_rule, two);
  return n;
}

ClassSet allowed_tags(const WordView& view, const model::ClassSets& words,
                      const model::ClassSets& kinds) noexcept {
  if (const ClassSet set = words.find(view.word)) return set;
  if (const ClassSet set = kinds.find(view.lexical)) return set;
  return view.offered | open_classes();
}

std::size_t list_tags(ClassSet set, std::array<FineTag, 64>& out) noexcept {
  std::size_t n = 0;
  for (; set != 0; set &= set - 1) out[n++] = static_cast<FineTag>(std::countr_zero(set));
  return n;
}

}  // namespace frise::tag
