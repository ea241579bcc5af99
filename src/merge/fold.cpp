// Case folding and compatibility decomposition (Unicode NFKD, marks dropped) code point by code
// point; ASCII, the bulk, never reaches ICU. An ideograph is a word of its own, since none is
// written between spaces. Tested in tests/unit/merge/entities_test.cpp.

#include "merge/fold.hpp"

#include "text/utf8.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>
#include <algorithm>
#include <array>

namespace frise {
namespace {

const icu::Normalizer2* decomposer() noexcept {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  return U_SUCCESS(status) ? nfkd : nullptr;
}

void append(std::string& out, UChar32 c) {
  std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, c);
  for (std::int32_t i = 0; i < length; ++i)
    out += static_cast<char>(bytes[static_cast<std::size_t>(i)]);
}

/// Appends what the code point folds to; nothing for a mark.
void fold_point(UChar32 c, const icu::Normalizer2* nfkd, std::string& out) {
  icu::UnicodeString parts;
  if (nfkd == nullptr || !nfkd->getDecomposition(c, parts)) parts = icu::UnicodeString{c};
  parts.foldCase();
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 part = parts.char32At(i);
    if (u_isalnum(part)) append(out, part);
  }
}

}  // namespace

void FoldedText::fold(std::string_view text) {
  static const icu::Normalizer2* const nfkd = decomposer();
  letters.clear();
  words.clear();
  FoldedWord word;
  bool inside = false;
  std::uint32_t letter_count = 0;
  std::uint32_t capital_count = 0;
  const auto finish = [&] {
    if (!inside) return;
    inside = false;
    word.length = static_cast<std::uint32_t>(letters.size()) - word.begin;
    word.capitals = letter_count >= 2 && capital_count == letter_count;
    word.has_letter = letter_count > 0;
    if (word.length > 0) words.push_back(word);
  };
  const auto start = [&] {
    if (inside) return;
    inside = true;
    word = {};
    word.begin = static_cast<std::uint32_t>(letters.size());
    letter_count = capital_count = 0;
  };
  for (std::size_t i = 0; i < text.size();) {
    const char ascii = text[i];
    if (static_cast<unsigned char>(ascii) < 0x80) {
      ++i;
      const bool upper = ascii >= 'A' && ascii <= 'Z';
      const bool digit = ascii >= '0' && ascii <= '9';
      if (!upper && !digit && (ascii < 'a' || ascii > 'z')) {
        finish();
        continue;
      }
      start();
      letters += upper ? static_cast<char>(ascii - 'A' + 'a') : ascii;
      if (digit) word.has_digit = true;
      if (upper && letter_count == 0) word.capital = true;
      if (!digit) ++letter_count;
      if (upper) ++capital_count;
      continue;
    }
    const std::size_t length = utf8_length(text, i);
    const auto c = length == 0 ? UChar32{-1} : static_cast<UChar32>(utf8_decode(text, i, length));
    i += std::max<std::size_t>(length, 1);
    if (c >= 0 && (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0) continue;
    if (c < 0 || !u_isalnum(c)) {
      finish();
      continue;
    }
    const bool ideograph = u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0;
    if (ideograph) finish();
    start();
    fold_point(c, nfkd, letters);
    if (u_isdigit(c)) {
      word.has_digit = true;
    } else {
      const bool upper = u_isupper(c) != 0;
      if (upper && letter_count == 0) word.capital = true;
      ++letter_count;
      if (upper) ++capital_count;
    }
    if (ideograph) finish();
  }
  finish();
}

std::string fold_name(std::string_view name) {
  FoldedText folded;
  folded.fold(name);
  std::string out;
  for (const FoldedWord& word : folded.words) {
    if (!out.empty()) out += ' ';
    out += folded.word(word);
  }
  return out;
}

}  // namespace frise
