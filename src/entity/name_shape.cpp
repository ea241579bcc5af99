// What a name looks like, before any word around it is asked.
// Tested in tests/unit/entity/name_types_test.cpp.

#include "entity/name_evidence.hpp"

namespace frise {

TypeScores& TypeScores::operator+=(const TypeScores& other) {
  for (std::size_t i = 0; i < points.size(); ++i) points[i] += other.points[i];
  return *this;
}

std::optional<Gender> given_name(const Reading& reading, std::uint32_t at) {
  const auto look = [&](std::uint64_t word) -> std::optional<Gender> {
    const auto found = reading.rules.given_names.find(word);
    if (found == reading.rules.given_names.end()) return std::nullopt;
    return found->second;
  };
  if (!reading.is_word(at) || !reading.capital(at)) return std::nullopt;
  if (const auto listed = look(reading.words[at])) return listed;
  const std::string_view key = reading.key(at);
  if (const auto hyphen = key.find('-'); hyphen != std::string_view::npos) {
    if (const auto first = look(hash_word(key.substr(0, hyphen)))) return first;
  }
  if (reading.tags[at].given_name) return reading.tags[at].morphology.gender;
  return std::nullopt;
}

bool is_strange(const Reading& reading, TokenRange tokens) {
  for (std::uint32_t at = tokens.begin; at < tokens.end; ++at) {
    if (reading.capital(at) && reading.is_common(at)) return false;
  }
  return true;
}

bool looks_like_person(const Reading& reading, TokenRange tokens) {
  std::uint32_t words = 0;
  for (std::uint32_t at = tokens.begin; at < tokens.end; ++at) {
    const Token& token = reading.token(at);
    if (token.kind == TokenKind::number || token.is(shape_has_digit) || reading.is(at, '&')) {
      return false;
    }
    if (!reading.capital(at)) continue;
    const auto word = reading.rules.organization_words.find(reading.words[at]);
    if (word != reading.rules.organization_words.end()) return false;
    // "Odrick VALMERAUD", where the first word is a person's.
    if (token.is(shape_all_caps) && reading.key(at).size() > 2 && words > 0 &&
        (reading.key(at).size() < 4 || !given_name(reading, tokens.begin))) {
      return false;
    }
    ++words;
  }
  return words >= 2 && words <= 4;
}

}  // namespace frise
