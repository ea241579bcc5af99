// One pass over the bytes. A quote opens a cell only at its beginning, as RFC 4180 has it;
// elsewhere it is a character like others, as spreadsheets have it. Tested in
// tests/unit/import/csv_reader_test.cpp.

#include "import/csv_reader.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <utility>

namespace frise {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

char delimiter_of(std::string_view bytes) {
  std::size_t commas = 0;
  std::size_t semicolons = 0;
  std::size_t tabs = 0;
  bool quoted = false;
  for (const char c : bytes) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    commas += c == ',' ? 1U : 0U;
    semicolons += c == ';' ? 1U : 0U;
    tabs += c == '\t' ? 1U : 0U;
  }
  if (semicolons > commas && semicolons >= tabs) return ';';
  return tabs > commas ? '\t' : ',';
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_{bytes} {
    if (bytes_.starts_with(byte_order_mark)) at_ = counted_ = byte_order_mark.size();
    delimiter_ = delimiter_of(bytes_.substr(at_));
  }

  CsvRows read() {
    while (at_ < bytes_.size()) read_row();
    return std::move(done_);
  }

 private:
  [[nodiscard]] bool at_line_end() const {
    return at_ == bytes_.size() || bytes_[at_] == '\n' || bytes_[at_] == '\r';
  }
  [[nodiscard]] bool at_cell_end() const { return at_line_end() || bytes_[at_] == delimiter_; }

  /// Of the place on its line, in characters from 1; counts on from where it was asked before.
  std::size_t column() {
    for (; counted_ < at_; ++counted_) {
      column_ += (static_cast<unsigned char>(bytes_[counted_]) & 0xC0U) != 0x80U ? 1U : 0U;
    }
    return column_;
  }

  void end_line() {
    if (at_ < bytes_.size() && bytes_[at_] == '\r') ++at_;
    if (at_ < bytes_.size() && bytes_[at_] == '\n') ++at_;
    ++line_;
    counted_ = at_;
    column_ = 1;
  }

  void read_row() {
    CsvRow row;
    bool sound = true;
    while (sound) {
      CsvCell cell;
      cell.line = line_;
      cell.column = column();
      sound = at_ < bytes_.size() && bytes_[at_] == '"' ? read_quoted(cell) : read_plain(cell);
      row.push_back(std::move(cell));
      if (at_line_end()) break;
      if (sound) ++at_;  // the delimiter
    }
    while (!at_line_end()) ++at_;
    end_line();
    const bool blank =
        std::all_of(row.begin(), row.end(), [](const CsvCell& cell) { return cell.text.empty(); });
    if (sound && !blank) done_.rows.push_back(std::move(row));
  }

  bool read_plain(CsvCell& cell) {
    const std::size_t begin = at_;
    while (!at_cell_end()) ++at_;
    std::size_t first = begin;
    std::size_t last = at_;
    while (first < last && bytes_[first] == ' ') ++first;
    while (last > first && bytes_[last - 1] == ' ') --last;
    cell.text = bytes_.substr(first, last - first);
    cell.span = {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
    return true;
  }

  bool read_quoted(CsvCell& cell) {
    const std::size_t begin = ++at_;
    while (true) {
      if (at_ == bytes_.size())
        return wrong(cell, "this quote does not end; double the quotes within a cell");
      const char c = bytes_[at_];
      if (c == '"' && at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '"') {
        cell.text += '"';
        at_ += 2;
      } else if (c == '"') {
        break;
      } else if (c == '\n' || c == '\r') {
        cell.text += '\n';
        end_line();
      } else {
        cell.text += c;
        ++at_;
      }
    }
    cell.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
    ++at_;
    if (at_cell_end()) return true;
    return wrong(cell, "words stand behind the quotes of a cell; double the quotes within it");
  }

  bool wrong(const CsvCell& cell, std::string message) {
    done_.errors.push_back({ErrorCode::bad_format, std::move(message), {}, cell.line, cell.column});
    return false;
  }

  std::string_view bytes_;
  char delimiter_ = ',';
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t counted_ = 0;  ///< bytes that column_ has counted
  std::size_t column_ = 1;
  CsvRows done_;
};

}  // namespace

Result<CsvRows> read_csv(std::string_view bytes) {
  std::size_t line = 1;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = utf8_length(bytes, at);
    if (length == 0) {
      return fail(
          {ErrorCode::not_utf8, "not UTF-8 text; save the table as CSV UTF-8", {}, line, 0});
    }
    if (bytes[at] == '\n') ++line;
    at += length;
  }
  return Reader{bytes}.read();
}

}  // namespace frise
