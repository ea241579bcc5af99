// One file to its documents: bytes to UTF-8, then text with what stands beside it, or JSON Lines.
// Tested in tests/unit/read/reader_test.cpp.

#include "frise/read/reader.hpp"

#include "read/decode.hpp"
#include "read/file.hpp"
#include "read/json_lines.hpp"
#include "read/metadata.hpp"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <utility>

namespace frise {
namespace fs = std::filesystem;

namespace {

enum class Form { text, json, json_lines };

Form form_of(const std::string& path, std::string_view bytes) {
  if (path == "-") {
    const auto first = bytes.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && bytes[first] == '{' ? Form::json_lines : Form::text;
  }
  const std::string extension = fs::path{path}.extension().string();
  if (extension == ".jsonl" || extension == ".ndjson" || extension == ".JSONL")
    return Form::json_lines;
  return extension == ".json" ? Form::json : Form::text;
}

std::string id_of(const std::string& path, const ReadOptions& options) {
  if (path == "-") return "stdin";
  const auto given = options.ids.find(path);
  return given != options.ids.end() ? given->second : fs::path{path}.stem().string();
}

Result<Document> read_text(const std::string& path, std::string bytes,
                           std::vector<Diagnostic> remarks, const ReadOptions& options) {
  if (auto checked = check_text(bytes, path); !checked) return fail(checked.error());
  Metadata stated = take_front_matter(bytes, path);
  if (only_white_space(bytes)) {
    const char* message = bytes.empty() ? "the file is empty" : "nothing but white space";
    return fail({ErrorCode::empty, message, path, 0, 0});
  }
  if (path != "-") {
    auto sidecar = read_sidecar(path);
    if (!sidecar) return fail(sidecar.error());
    stated.fill_from(std::move(*sidecar));
  }
  Document document;
  document.id = id_of(path, options);
  document.path = path;
  document.text = std::move(bytes);
  document.diagnostics = std::move(remarks);
  return finish_document(std::move(document), stated, options);
}

}  // namespace

void read_bytes(const std::string& path, std::string bytes, const ReadOptions& options,
                const DocumentSink& sink) {
  constexpr std::size_t span_limit = std::numeric_limits<std::uint32_t>::max() - 1;
  const std::size_t most = std::min(options.max_bytes, span_limit);
  std::vector<Diagnostic> remarks;
  if (auto converted = to_utf8(bytes, path, remarks); !converted) {
    sink(fail(converted.error()));
    return;
  }
  if (bytes.size() > most) {
    sink(fail({ErrorCode::too_large, "larger than " + std::to_string(most) + " bytes; split it",
               path, 0, 0}));
    return;
  }
  const Form form = form_of(path, bytes);
  if (form == Form::text) {
    sink(read_text(path, std::move(bytes), std::move(remarks), options));
  } else {
    read_json_lines(path, id_of(path, options), std::move(bytes), form == Form::json, options,
                    sink);
  }
}

void read_documents(const std::string& path, const ReadOptions& options, const DocumentSink& sink) {
  constexpr std::size_t span_limit = std::numeric_limits<std::uint32_t>::max() - 1;
  auto bytes = read_file(path, std::min(options.max_bytes, span_limit));
  if (!bytes) {
    sink(fail(bytes.error()));
    return;
  }
  read_bytes(path, std::move(*bytes), options, sink);
}

}  // namespace frise
