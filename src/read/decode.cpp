// UTF-8 is checked at memory speed by simdjson; only when that fails is the place looked for byte
// by byte. Other charsets are not guessed: a wrong guess would put wrong names on a figure. Tested
// in tests/unit/read/reader_test.cpp.

#include "read/decode.hpp"

#include <simdjson.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>
#include <algorithm>

namespace frise {
namespace {

std::string hexadecimal(unsigned char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  return {'0', 'x', digits[byte / 16U], digits[byte % 16U]};
}

/// Offset of the first byte that is no UTF-8, or the size.
std::size_t first_bad_byte(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    UChar32 c = 0;
    U8_NEXT(bytes, i, text.size(), c);
    if (c < 0) return start;
  }
  return text.size();
}

Result<void> from_utf16(std::string& bytes, bool little, const std::string& path,
                        std::vector<Diagnostic>& diagnostics) {
  if (bytes.size() % 2 != 0) {
    return fail({ErrorCode::not_utf8, "UTF-16 that ends in half a unit; convert the file to UTF-8",
                 path, 0, 0});
  }
  std::u16string units(bytes.size() / 2 - 1, u'\0');
  for (std::size_t i = 0; i < units.size(); ++i) {
    const auto first = static_cast<unsigned char>(bytes[2 * i + 2]);
    const auto second = static_cast<unsigned char>(bytes[2 * i + 3]);
    units[i] = static_cast<char16_t>(little ? first | (second << 8U) : (first << 8U) | second);
  }
  const auto count = static_cast<std::int32_t>(units.size());
  std::int32_t length = 0;
  std::int32_t replaced = 0;
  UErrorCode failed = U_ZERO_ERROR;
  u_strToUTF8WithSub(nullptr, 0, &length, units.data(), count, 0xFFFD, &replaced, &failed);
  failed = U_ZERO_ERROR;
  std::string text(static_cast<std::size_t>(length), '\0');
  u_strToUTF8WithSub(text.data(), length, &length, units.data(), count, 0xFFFD, &replaced, &failed);
  if (U_FAILURE(failed)) {
    return fail({ErrorCode::not_utf8, "UTF-16 that cannot be converted", path, 0, 0});
  }
  bytes = std::move(text);
  diagnostics.push_back(
      {{0, 0}, "converted-utf-16", "the file is UTF-16; it is read as its UTF-8 form"});
  if (replaced > 0) {
    diagnostics.push_back({{0, 0},
                           "replaced-surrogates",
                           std::to_string(replaced) + " lone surrogates became U+FFFD"});
  }
  return {};
}

}  // namespace

Place place_of(std::string_view bytes, std::size_t offset) {
  const std::string_view before = bytes.substr(0, offset);
  Place place;
  place.line += static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t newline = before.rfind('\n');
  const std::string_view line = before.substr(newline == std::string_view::npos ? 0 : newline + 1);
  place.column += static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
  return place;
}

Result<void> to_utf8(std::string& bytes, const std::string& path,
                     std::vector<Diagnostic>& diagnostics) {
  using namespace std::string_view_literals;
  const std::string_view view = bytes;
  if (view.starts_with("\xFF\xFE\0\0"sv) || view.starts_with("\0\0\xFE\xFF"sv)) {
    return fail({ErrorCode::not_utf8, "the file is UTF-32; convert it to UTF-8", path, 0, 0});
  }
  if (view.starts_with("\xFF\xFE"sv)) return from_utf16(bytes, true, path, diagnostics);
  if (view.starts_with("\xFE\xFF"sv)) return from_utf16(bytes, false, path, diagnostics);
  if (view.starts_with("\xEF\xBB\xBF"sv)) bytes.erase(0, 3);
  return {};
}

Result<void> check_text(std::string_view text, const std::string& path, std::size_t first_line) {
  std::size_t bad = text.find('\0');
  if (!simdjson::validate_utf8(text.data(), text.size())) {
    bad = std::min(bad, first_bad_byte(text));
  } else if (bad == std::string_view::npos) {
    return {};
  }
  const Place place = place_of(text, bad);
  const auto byte = static_cast<unsigned char>(text[bad]);
  std::string message =
      byte == 0 ? "a NUL byte; this is no text file"
                : "byte " + hexadecimal(byte) + " is not UTF-8; convert the file to UTF-8";
  return fail(
      {ErrorCode::not_utf8, std::move(message), path, place.line + first_line - 1, place.column});
}

bool only_white_space(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

}  // namespace frise
