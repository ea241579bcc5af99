// Tab-separated tables. The bytes are held in one block that never moves, so the rows may view it.
// Tested in tests/unit/pack/table_test.cpp.

#include "frise/pack/table.hpp"

#include <unicode/utf8.h>
#include <cstdint>
#include <fstream>
#include <iterator>

namespace frise {
namespace {

std::string_view trim(std::string_view cell) {
  while (!cell.empty() && (cell.front() == ' ' || cell.front() == '\r')) cell.remove_prefix(1);
  while (!cell.empty() && (cell.back() == ' ' || cell.back() == '\r')) cell.remove_suffix(1);
  return cell;
}

bool valid_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < length;) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, length, c);
    if (c < 0) return false;
  }
  return true;
}

}  // namespace

Result<Table> Table::parse(std::string path, std::string_view bytes) {
  Table table;
  table.path_ = std::move(path);
  table.bytes_.assign(bytes.begin(), bytes.end());
  std::string_view rest{table.bytes_.data(), table.bytes_.size()};
  for (std::size_t line = 1; !rest.empty(); ++line) {
    const auto stop = rest.find('\n');
    std::string_view text = rest.substr(0, stop);
    rest = stop == std::string_view::npos ? std::string_view{} : rest.substr(stop + 1);
    if (!valid_utf8(text)) {
      return fail({ErrorCode::not_utf8, "not UTF-8 text", table.path_, line, 0});
    }
    if (trim(text).empty() || text.front() == '#') continue;
    TableRow row{.line = line, .cells = {}};
    while (true) {
      const auto tab = text.find('\t');
      row.cells.push_back(trim(text.substr(0, tab)));
      if (tab == std::string_view::npos) break;
      text = text.substr(tab + 1);
    }
    table.rows_.push_back(std::move(row));
  }
  return table;
}

Result<Table> Table::load(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return fail({ErrorCode::unreadable, "cannot be read", path, 0, 0});
  const std::string bytes{std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
  return parse(path, bytes);
}

Error Table::error_at(const TableRow& row, std::string message) const {
  return {ErrorCode::bad_format, std::move(message), path_, row.line, 0};
}

Error Table::error_at(const TableRow& row, std::string_view piece, std::string message) const {
  const char* begin = row.cells.front().data();
  // A cell that is not there stands at the end of its row.
  const char* at =
      piece.data() != nullptr ? piece.data() : row.cells.back().data() + row.cells.back().size();
  std::size_t column = 1;
  for (; begin < at; ++begin) column += (static_cast<unsigned char>(*begin) & 0xC0U) != 0x80U;
  return {ErrorCode::bad_format, std::move(message), path_, row.line, column};
}

}  // namespace frise
