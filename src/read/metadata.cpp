// Sidecars are small: nlohmann-json reads them, since it names the place of an error. A date that
// is stated and means nothing is an error of the article, not a date less. Tested in
// tests/unit/read/metadata_test.cpp.

#include "read/metadata.hpp"

#include "read/decode.hpp"
#include "read/file.hpp"

#include <openssl/evp.h>
#include <array>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <utility>

namespace frise {
namespace fs = std::filesystem;

namespace {

constexpr std::size_t largest_sidecar = std::size_t{16} << 20;
constexpr std::size_t longest_reason = 200;

/// Place of the value of a top-level key, as well as it can be told.
Place place_of_key(std::string_view json, std::string_view key) {
  const std::string quoted = '"' + std::string{key} + '"';
  std::size_t at = json.find(quoted);
  if (at == std::string_view::npos) return {0, 0};
  at = json.find(':', at + quoted.size());
  at = at == std::string_view::npos ? at : json.find_first_not_of(" \t\r\n", at + 1);
  return at == std::string_view::npos ? Place{0, 0} : place_of(json, at);
}

std::string sha256_of(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int length = 0;
  std::string out;
  if (EVP_Digest(text.data(), text.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1) {
    return out;
  }
  for (unsigned int i = 0; i < length; ++i) {
    out += digits[digest[i] / 16U];
    out += digits[digest[i] % 16U];
  }
  return out;
}

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// A calendar value; of a day with a time of day, the day.
std::optional<PartialDate> date_of(std::string_view value) {
  value = trim(value);
  if (value.size() > 10 && (value[10] == 'T' || value[10] == ' ') &&
      parse_iso_day(value.substr(0, 10))) {
    value = value.substr(0, 10);
  }
  auto date = parse_date(value);
  if (date && !date->bounds.earliest && !date->bounds.latest) return std::nullopt;
  return date;
}

Result<Published> published_of(const Stated& stated) {
  auto date = date_of(stated.value);
  if (!date) {
    return fail({ErrorCode::bad_value, "published " + why_no_date(stated.value), stated.path,
                 stated.line, stated.column});
  }
  return Published{std::move(date->value), date->bounds, DateBasis::given, stated.where};
}

/// The primary subtag in lower case.
Result<std::string> lang_of(const Stated& stated) {
  std::string lang;
  for (const char c : trim(stated.value)) {
    if (c == '-' || c == '_') break;
    lang += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  const bool letters = lang.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
  if (lang.size() < 2 || lang.size() > 3 || !letters) {
    return fail({ErrorCode::bad_value,
                 "lang \"" + stated.value + "\" is no language; write fr, en or the like",
                 stated.path, stated.line, stated.column});
  }
  return lang;
}

}  // namespace

std::optional<Stated>* Metadata::find(std::string_view key) {
  if (key == "title") return &title;
  if (key == "published") return &published;
  if (key == "lang") return &lang;
  if (key == "source") return &source;
  if (key == "url") return &url;
  return nullptr;
}

void Metadata::fill_from(Metadata other) {
  for (const char* key : {"title", "published", "lang", "source", "url"}) {
    if (!find(key)->has_value()) *find(key) = std::move(*other.find(key));
  }
}

Error json_error(std::string_view json, const std::string& path, std::size_t first_line) {
  try {
    [[maybe_unused]] const auto parsed = nlohmann::json::parse(json);
  } catch (const nlohmann::json::parse_error& error) {
    const Place place = place_of(json, error.byte == 0 ? 0 : std::min(error.byte - 1, json.size()));
    // The library's own words follow its error number and place: "[json...] parse error at ...:
    // words".
    const std::string_view what = error.what();
    const auto colon = what.find(": ");
    std::string words{colon == std::string_view::npos ? what : what.substr(colon + 2)};
    if (words.size() > longest_reason) words = "it breaks off or goes wrong here";
    return {ErrorCode::bad_format, "not JSON: " + words, path, place.line + first_line - 1,
            place.column};
  } catch (const nlohmann::json::exception& error) {
    return {ErrorCode::bad_format, std::string{"not JSON: "} + error.what(), path, first_line, 0};
  }
  return {ErrorCode::bad_format, "not JSON that can be read: nested too deep, or half a surrogate",
          path, first_line, 0};
}

Result<Metadata> read_sidecar(const std::string& article) {
  const fs::path path = fs::path{article}.replace_extension(".json");
  std::error_code failed;
  if (path == fs::path{article} || !fs::is_regular_file(path, failed)) return Metadata{};
  const std::string name = path.string();
  auto bytes = read_file(name, largest_sidecar);
  if (!bytes) return fail(bytes.error());
  if (auto checked = check_text(*bytes, name); !checked) return fail(checked.error());
  const auto json = nlohmann::json::parse(*bytes, nullptr, false);
  if (json.is_discarded()) return fail(json_error(*bytes, name));
  if (!json.is_object()) {
    return fail({ErrorCode::bad_format,
                 "a sidecar is a JSON object: {\"published\": \"2025-04-25\"}", name, 1, 1});
  }
  Metadata metadata;
  for (const char* key : {"title", "published", "lang", "source", "url"}) {
    const auto found = json.find(key);
    if (found == json.end() || found->is_null()) continue;
    const Place place = place_of_key(*bytes, key);
    if (!found->is_string() && !found->is_number_integer()) {
      return fail({ErrorCode::bad_value, std::string{key} + " must be a string", name, place.line,
                   place.column});
    }
    std::string value = found->is_string() ? found->get<std::string>() : found->dump();
    if (trim(value).empty()) continue;
    *metadata.find(key) = Stated{std::move(value), name, place.line, place.column,
                                 "sidecar " + path.filename().string()};
  }
  return metadata;
}

Metadata take_front_matter(std::string& text, const std::string& path) {
  constexpr std::size_t most_lines = 100;
  const std::string_view view = text;
  Metadata metadata;
  if (!view.starts_with("---\n") && !view.starts_with("---\r\n")) return metadata;
  std::size_t at = view.find('\n') + 1;
  bool known = false;
  for (std::size_t number = 2; number < most_lines && at < view.size(); ++number) {
    const std::size_t stop = std::min(view.find('\n', at), view.size());
    const std::string_view line = trim(view.substr(at, stop - at));
    const std::size_t start = at;
    at = stop + 1;
    if (line == "---" || line == "...") {
      if (!known) return {};
      text.erase(0, std::min(at, text.size()));
      return metadata;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    std::string_view key = trim(line.substr(0, colon));
    std::string_view value = trim(line.substr(colon + 1));
    if (value.size() >= 2 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0]) {
      value = value.substr(1, value.size() - 2);
    }
    if (key == "date") key = "published";
    if (key == "language") key = "lang";
    if (key == "publisher") key = "source";
    if (key == "link") key = "url";
    std::optional<Stated>* member = metadata.find(key);
    if (member == nullptr || value.empty()) continue;
    known = true;
    const auto offset = static_cast<std::size_t>(value.data() - view.data());
    *member = Stated{std::string{value}, path, number,
                     place_of(view.substr(start), offset - start).column, "front matter"};
  }
  return {};
}

Result<Document> finish_document(Document document, const Metadata& stated,
                                 const ReadOptions& options) {
  if (stated.title) document.title = trim(stated.title->value);
  if (stated.source) document.source = trim(stated.source->value);
  if (stated.url) document.url = trim(stated.url->value);
  if (stated.published) {
    auto published = published_of(*stated.published);
    if (!published) return fail(published.error());
    document.published = std::move(*published);
  } else if (!options.published.empty()) {
    auto published = published_of({options.published, "", 0, 0, "given for all articles"});
    if (!published) return fail(published.error());
    document.published = std::move(*published);
  }
  if (!options.lang.empty() || stated.lang) {
    auto lang = lang_of(!options.lang.empty() ? Stated{options.lang, "", 0, 0, ""} : *stated.lang);
    if (!lang) return fail(lang.error());
    document.lang = std::move(*lang);
  } else {
    const LanguageGuess guess =
        options.guesser ? options.guesser->guess(document.text) : LanguageGuess{};
    document.lang = guess.lang;
    if (guess.lang.empty()) {
      document.diagnostics.push_back(
          {{0, 0}, "language-unknown", "no word tells the language; state it as lang"});
    } else if (!guess.sure) {
      document.diagnostics.push_back(
          {{0, 0},
           "language-unsure",
           "taken for " + guess.lang + " by few words; state it as lang"});
    }
  }
  document.sha256 = sha256_of(document.text);
  return document;
}

}  // namespace frise
