// simdjson parses each line where it lies in the buffer; the strings it yields are the only copies.
// A line that fails is parsed again by nlohmann-json, which can say where. Tested in
// tests/unit/read/json_lines_test.cpp.

#include "read/json_lines.hpp"

#include "read/decode.hpp"
#include "read/metadata.hpp"

#include <simdjson.h>
#include <array>
#include <utility>

namespace frise {
namespace {

class LineReader {
 public:
  LineReader(const std::string& path, const std::string& id, const ReadOptions& options)
      : path_{path}, id_{id}, options_{options} {}

  Result<Document> read(std::string_view line, std::size_t number, bool numbered) {
    if (auto checked = check_text(line, path_, number); !checked) return fail(checked.error());
    simdjson::dom::element value;
    // The buffer is padded: no copy is needed.
    if (parser_.parse(line.data(), line.size(), false).get(value) != simdjson::SUCCESS) {
      return fail(json_error(line, path_, number));
    }
    simdjson::dom::object object;
    if (value.get(object) != simdjson::SUCCESS) {
      return fail(error_at(number, ErrorCode::bad_format, "not a JSON object"));
    }
    Document document;
    document.path = path_;
    document.id = numbered ? id_ + '-' + std::to_string(number) : id_;
    Metadata stated;
    bool has_text = false;
    for (const auto field : object) {
      std::optional<Stated>* member = stated.find(field.key);
      const bool wanted = member != nullptr || field.key == "id" || field.key == "text";
      if (!wanted || field.value.is_null()) continue;
      std::string_view text;
      std::string digits;
      if (field.value.get(text) != simdjson::SUCCESS) {
        std::int64_t whole = 0;
        if (field.key == "text" || field.value.get(whole) != simdjson::SUCCESS) {
          return fail(
              error_at(number, ErrorCode::bad_value, std::string{field.key} + " must be a string"));
        }
        digits = std::to_string(whole);
        text = digits;
      }
      if (field.key == "text") {
        if (text.find('\0') != std::string_view::npos) {
          return fail(error_at(number, ErrorCode::not_utf8, "a NUL character in the text"));
        }
        document.text = text;
        has_text = true;
      } else if (only_white_space(text)) {
        continue;
      } else if (field.key == "id") {
        document.id = text;
      } else {
        *member = Stated{std::string{text}, path_, number, 0, "field " + std::string{field.key}};
      }
    }
    if (!has_text)
      return fail(error_at(number, ErrorCode::bad_format, "no \"text\" in this object"));
    if (only_white_space(document.text)) {
      return fail(error_at(number, ErrorCode::empty, "the text is empty"));
    }
    return finish_document(std::move(document), stated, options_);
  }

 private:
  [[nodiscard]] Error error_at(std::size_t line, ErrorCode code, std::string message) const {
    return {code, std::move(message), path_, line, 0};
  }

  const std::string& path_;
  const std::string& id_;
  const ReadOptions& options_;
  simdjson::dom::parser parser_;
};

}  // namespace

void read_json_lines(const std::string& path, const std::string& id, std::string bytes,
                     bool one_value, const ReadOptions& options, const DocumentSink& sink) {
  const std::size_t size = bytes.size();
  bytes.append(simdjson::SIMDJSON_PADDING, ' ');
  const std::string_view all{bytes.data(), size};
  LineReader reader(path, id, options);
  if (one_value) {
    sink(reader.read(all, 1, false));
    return;
  }
  bool any = false;
  std::size_t number = 1;
  for (std::size_t at = 0; at < size; ++number) {
    const std::size_t stop = std::min(all.find('\n', at), size);
    const std::string_view line = all.substr(at, stop - at);
    at = stop + 1;
    if (only_white_space(line)) continue;
    any = true;
    if (!sink(reader.read(line, number, true))) return;
  }
  if (!any) sink(fail({ErrorCode::empty, "the file is empty", path, 0, 0}));
}

}  // namespace frise
