// Hunspell's affix language, as far as the dictionaries of hunspell-fr and hunspell-en-us use it.
// Prefixes that hold an apostrophe (l', d', qu') are left out: our tokens are cut there.

#include "hunspell.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace frise::lexicon {
namespace {

std::size_t character_length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

std::vector<std::string> split_spaces(std::string_view line) {
  std::vector<std::string> cells;
  std::size_t at = 0;
  while ((at = line.find_first_not_of(" \t\r", at)) != std::string_view::npos) {
    const auto end = std::min(line.find_first_of(" \t\r", at), line.size());
    cells.emplace_back(line.substr(at, end - at));
    at = end;
  }
  return cells;
}

bool has(const std::vector<std::string>& flags, std::string_view flag) {
  return !flag.empty() && std::find(flags.begin(), flags.end(), flag) != flags.end();
}

std::string_view last_character(std::string_view word) {
  std::size_t at = word.size();
  while (at > 0 && (static_cast<unsigned char>(word[at - 1]) & 0xC0) == 0x80) --at;
  return at > 0 ? word.substr(at - 1) : word;
}

}  // namespace

bool Condition::Place::accepts(std::string_view character) const {
  if (characters.empty()) return true;
  for (std::size_t i = 0; i < characters.size();) {
    const std::size_t length = character_length(characters[i]);
    if (std::string_view{characters}.substr(i, length) == character) return !negated;
    i += length;
  }
  return negated;
}

Condition Condition::parse(std::string_view pattern) {
  Condition condition;
  while (!pattern.empty()) {
    Place place;
    std::size_t used = 0;
    if (pattern.front() == '[') {
      const auto close = std::min(pattern.find(']'), pattern.size());
      std::string_view inside = pattern.substr(1, close - 1);
      place.negated = inside.starts_with('^');
      if (place.negated) inside.remove_prefix(1);
      place.characters = inside;
      used = close + 1;
    } else {
      used = character_length(pattern.front());
      if (pattern.front() != '.') place.characters = pattern.substr(0, used);
    }
    condition.places_.push_back(std::move(place));
    pattern.remove_prefix(std::min(used, pattern.size()));
  }
  if (condition.places_.size() == 1 && condition.places_[0].characters.empty()) {
    condition.places_.clear();  // "." alone: no condition
  }
  return condition;
}

bool Condition::ends(std::string_view word) const {
  for (auto place = places_.rbegin(); place != places_.rend(); ++place) {
    if (word.empty()) return false;
    const std::string_view character = last_character(word);
    if (!place->accepts(character)) return false;
    word.remove_suffix(character.size());
  }
  return true;
}

bool Condition::begins(std::string_view word) const {
  for (const Place& place : places_) {
    if (word.empty()) return false;
    const std::size_t length = std::min(character_length(word.front()), word.size());
    if (!place.accepts(word.substr(0, length))) return false;
    word.remove_prefix(length);
  }
  return true;
}

Result<Dictionary> Dictionary::load(const std::string& aff, const std::string& dic) {
  Dictionary dictionary;
  if (auto loaded = dictionary.load_affixes(aff); !loaded) return fail(loaded.error());
  if (auto loaded = dictionary.load_words(dic); !loaded) return fail(loaded.error());
  return dictionary;
}

std::vector<std::string> Dictionary::split_flags(std::string_view flags) const {
  std::vector<std::string> split;
  const std::size_t width = long_flags_ ? 2 : 1;
  for (std::size_t i = 0; i + width <= flags.size(); i += width) {
    split.emplace_back(flags.substr(i, width));
  }
  return split;
}

Result<void> Dictionary::load_affixes(const std::string& path) {
  std::ifstream in(path);
  if (!in) return fail({ErrorCode::unreadable, "cannot be read", path, 0, 0});
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    const auto cells = split_spaces(line);
    if (cells.size() < 2) continue;
    if (cells[0] == "SET" && cells[1] != "UTF-8") {
      return fail({ErrorCode::not_utf8, "only SET UTF-8 is understood", path, number, 0});
    }
    if (cells[0] == "FLAG") long_flags_ = cells[1] == "long";
    if (cells[0] == "NEEDAFFIX") need_affix_ = cells[1];
    if (cells[0] == "FORBIDDENWORD") forbidden_ = cells[1];
    if (cells[0] != "PFX" && cells[0] != "SFX") continue;
    if (cells.size() < 4) return fail({ErrorCode::bad_format, "short affix line", path, number, 0});
    const auto found = classes_.find(cells[1]);
    if (found == classes_.end()) {  // the head of a class: kind, flag, cross product, count
      classes_.emplace(cells[1], AffixClass{cells[0] == "SFX", cells[2] == "Y", {}});
      continue;
    }
    AffixRule rule;
    if (cells[2] != "0") rule.strip = cells[2];
    const std::string_view added = cells[3];
    const auto slash = added.find('/');
    if (slash != std::string_view::npos) rule.flags = split_flags(added.substr(slash + 1));
    if (added.substr(0, slash) != "0") rule.add = added.substr(0, slash);
    if (cells.size() > 4) rule.condition = Condition::parse(cells[4]);
    for (std::size_t i = 5; i < cells.size(); ++i) rule.fields.push_back(cells[i]);
    found->second.rules.push_back(std::move(rule));
  }
  return {};
}

Result<void> Dictionary::load_words(const std::string& path) {
  std::ifstream in(path);
  if (!in) return fail({ErrorCode::unreadable, "cannot be read", path, 0, 0});
  std::string line;
  std::getline(in, line);  // the count
  while (std::getline(in, line)) {
    auto cells = split_spaces(line);
    if (cells.empty()) continue;
    DictionaryWord word;
    const auto slash = cells[0].find('/', 1);
    word.word = cells[0].substr(0, slash);
    if (slash != std::string::npos) word.flags = split_flags(cells[0].substr(slash + 1));
    if (has(word.flags, forbidden_)) continue;
    word.fields.assign(cells.begin() + 1, cells.end());
    words_.push_back(std::move(word));
  }
  return {};
}

void Dictionary::expand(const std::function<void(const Form&)>& take) const {
  for (const DictionaryWord& word : words_) {
    if (!has(word.flags, need_affix_)) take({word.word, word.word, {}, nullptr, &word});
    add_suffixes(word.word, word.flags, false, word, take);
    for (const std::string& flag : word.flags) {
      const auto found = classes_.find(flag);
      if (found == classes_.end() || found->second.suffix) continue;
      for (const AffixRule& rule : found->second.rules) {
        if (rule.add.find('\'') != std::string::npos || !word.word.starts_with(rule.strip) ||
            !rule.condition.begins(word.word)) {
          continue;
        }
        const std::string prefixed = rule.add + word.word.substr(rule.strip.size());
        // "0/S." only lends its suffixes to the bare word: in hunspell-fr, the base of a unit.
        if (!has(rule.flags, need_affix_) && !(rule.add.empty() && rule.strip.empty())) {
          take({prefixed, prefixed, {}, &rule.fields, &word});
        }
        add_suffixes(prefixed, rule.flags, false, word, take);
        if (found->second.crosses) add_suffixes(prefixed, word.flags, true, word, take);
      }
    }
  }
}

void Dictionary::add_suffixes(const std::string& base, const std::vector<std::string>& flags,
                              bool crossed, const DictionaryWord& word,
                              const std::function<void(const Form&)>& take) const {
  for (const std::string& flag : flags) {
    const auto found = classes_.find(flag);
    if (found == classes_.end() || !found->second.suffix) continue;
    if (crossed && !found->second.crosses) continue;
    for (const AffixRule& rule : found->second.rules) {
      if (!base.ends_with(rule.strip) || !rule.condition.ends(base)) continue;
      take({base.substr(0, base.size() - rule.strip.size()) + rule.add, base, found->first,
            &rule.fields, &word});
    }
  }
}

}  // namespace frise::lexicon
