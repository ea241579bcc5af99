// Quotation marks are passed over: what stands inside them goes on with what stands before.
// Tested in tests/unit/tag/tag_words_test.cpp.

#include "tag/stretch.hpp"

namespace frise::tag {
namespace {

bool is_quote(const Segmentation& segmentation, std::size_t token) {
  if (segmentation.tokens[token].kind != TokenKind::punctuation) return false;
  const std::string_view key = segmentation.key(token);
  return key == "«" || key == "»" || key == "\"" || key == "“" || key == "”";
}

/// A capital after these may be that of a sentence: "Résultat : La société ...".
bool opens_anew(const Segmentation& segmentation, std::size_t token) {
  if (segmentation.tokens[token].kind != TokenKind::punctuation) return false;
  const std::string_view key = segmentation.key(token);
  return key == ":" || key == "." || key == "?" || key == "!" || key == "…" || key == "—";
}

}  // namespace

StretchReader::StretchReader(const Segmentation& segmentation, const Lexicon::Impl& lexicon,
                             TokenRange sentence)
    : segmentation_{segmentation},
      lexicon_{lexicon},
      left_{sentence},
      capitals_{capital_use(segmentation, sentence)} {}

bool StretchReader::next(Stretch& stretch, std::vector<WordTag>& quotes) {
  stretch.tokens.clear();
  stretch.capitals.clear();
  stretch.begins.clear();
  stretch.candidates.clear();
  for (; left_.begin < left_.end && stretch.size() < longest_stretch; ++left_.begin) {
    const std::uint32_t i = left_.begin;
    if (is_quote(segmentation_, i)) {
      quotes[i] = {.lemma = segmentation_.key(i), .pos = Pos::punctuation};
      starts_ = true;
      continue;
    }
    stretch.tokens.push_back(i);
    stretch.begins.push_back(stretch.candidates.size());
    stretch.capitals.push_back(
        add_candidates(segmentation_, lexicon_, i, starts_, capitals_, stretch.candidates));
    starts_ = (starts_ && segmentation_.tokens[i].kind != TokenKind::word) ||
              opens_anew(segmentation_, i);
  }
  stretch.begins.push_back(stretch.candidates.size());
  return stretch.size() != 0;
}

void mark_auxiliaries(const Stretch& stretch, std::span<const WordClass> chosen,
                      std::vector<WordTag>& tags) {
  bool participle_follows = false;
  for (std::size_t t = stretch.size(); t-- > 0;) {
    const WordClass c = chosen[t];
    if (can_be_auxiliary(c)) {
      WordTag& tag = tags[stretch.tokens[t]];
      tag.pos = participle_follows ? Pos::auxiliary : Pos::verb;
      // "a été" on its own: été is the verb, a its auxiliary.
      participle_follows = c == WordClass::been;
    } else if (c == WordClass::participle) {
      participle_follows = true;
    } else if (!is_transparent(c) && c != WordClass::object && c != WordClass::pronoun) {
      participle_follows = false;
    }
  }
}

}  // namespace frise::tag
