// Tab-separated tables. The bytes are held in one block that never moves, so the rows may view it.
// Tested in tests/unit/pack/table_test.cpp.

#include "frise/pack/table.hpp"

#include <unicode/utf8.h>
#include <algorithm>
#include <cstdint>
#include <fstream>
#include <utility>

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
    if (bytes[i] < 0x80) {
      ++i;
      continue;
    }
    UChar32 c = 0;
    U8_NEXT(bytes, i, length, c);
    if (c < 0) return false;
  }
  return true;
}

}  // namespace

Result<Table> Table::take(std::string path, std::vector<char> bytes) {
  Table table;
  table.path_ = std::move(path);
  table.bytes_ = std::move(bytes);
  std::string_view rest{table.bytes_.data(), table.bytes_.size()};
  // Room for all, since the rows view the cells: each ends in a tab or with its line.
  const auto lines = std::count(rest.begin(), rest.end(), '\n') + 1;
  const auto tabs = std::count(rest.begin(), rest.end(), '\t');
  table.cells_.reserve(static_cast<std::size_t>(lines + tabs));
  table.rows_.reserve(static_cast<std::size_t>(lines));
  for (std::size_t line = 1; !rest.empty(); ++line) {
    const auto stop = rest.find('\n');
    std::string_view text = rest.substr(0, stop);
    rest = stop == std::string_view::npos ? std::string_view{} : rest.substr(stop + 1);
    if (!valid_utf8(text)) {
      return fail({ErrorCode::not_utf8, "not UTF-8 text", table.path_, line, 0});
    }
    if (trim(text).empty() || text.front() == '#') continue;
    const std::size_t first = table.cells_.size();
    while (true) {
      const auto tab = text.find('\t');
      table.cells_.push_back(trim(text.substr(0, tab)));
      if (tab == std::string_view::npos) break;
      text = text.substr(tab + 1);
    }
    table.rows_.push_back({line, std::span{table.cells_}.subspan(first)});
  }
  return table;
}

Result<Table> Table::parse(std::string path, std::string_view bytes) {
  return take(std::move(path), {bytes.begin(), bytes.end()});
}

Result<Table> Table::load(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return fail({ErrorCode::unreadable, "cannot be read", path, 0, 0});
  constexpr std::size_t chunk = std::size_t{1} << 14;
  std::vector<char> bytes;
  for (std::size_t used = 0; in;) {
    bytes.resize(used + chunk);
    in.read(bytes.data() + used, chunk);
    used += static_cast<std::size_t>(in.gcount());
    bytes.resize(used);
  }
  return take(path, std::move(bytes));
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
