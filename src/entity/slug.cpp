// Slugs: NFKD, marks dropped, the rest lower-cased; no transliteration service, so that ids never
// change with the version of a library's tables. Tested in tests/unit/entity/slug_test.cpp.

#include "entity/rules.hpp"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <cstdint>

namespace frise {
namespace {

/// Latin letters that have no decomposition.
std::string_view latin(UChar32 c) {
  switch (c) {
    case 0x00E6:
      return "ae";
    case 0x0153:
      return "oe";
    case 0x00F8:
      return "o";
    case 0x00DF:
      return "ss";
    case 0x0142:
      return "l";
    case 0x0111:
      return "d";
    case 0x00F0:
      return "d";
    case 0x00FE:
      return "th";
    case 0x0131:
      return "i";
    default:
      return {};
  }
}

}  // namespace

std::string slug_of(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece{name.data(), static_cast<std::int32_t>(name.size())});
  if (U_SUCCESS(status)) text = nfkd->normalize(text, status);
  std::string out;
  bool gap = false;
  const auto put = [&](std::string_view letters) {
    if (gap && !out.empty()) out += '-';
    gap = false;
    out += letters;
  };
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = u_tolower(text.char32At(i));
    if (c < 0x80 && u_isalnum(c)) {
      const char letter = static_cast<char>(c);
      put({&letter, 1});
    } else if (const std::string_view letters = latin(c); !letters.empty()) {
      put(letters);
    } else if (u_isalnum(c)) {
      put(fmt::format("u{:x}", static_cast<std::uint32_t>(c)));
    } else if (u_charType(c) != U_NON_SPACING_MARK && c != '\'' && c != 0x2019) {
      gap = true;
    }
  }
  return out.empty() ? "u" : out;
}

}  // namespace frise
