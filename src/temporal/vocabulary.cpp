// Open addressing over 64-bit hashes of the token keys. A hash stands for its key: with some
// thousands of words the chance that another word of a text meets one of them is below 1e-14.
// Tested through the packs.

#include "temporal/vocabulary.hpp"

#include "temporal/frame.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>

namespace frise::temporal {
namespace {

constexpr std::array<std::pair<std::string_view, Element>, class_built_in_ - 1> kBuiltIn{{
    {"num", class_num},
    {"decimal", class_decimal},
    {"ord", class_ord},
    {"day", class_day},
    {"hour", class_hour},
    {"minute", class_minute},
    {"year", class_year},
    {"yy", class_yy},
    {"iso", class_iso},
    {"clock", class_clock},
    {"decades", class_decades},
    {"old-decades", class_old_decades},
    {"military", class_military},
    {"length", class_length},
    {"years", class_years},
    {"roman", class_roman},
    {"day-month", class_day_month},
    {"clock-s", class_clock_s},
    {"clocks", class_clocks},
    {"hour-count", class_hour_count},
    {"iso-day", class_iso_day},
    {"iso-clock", class_iso_clock},
    {"months", class_months},
    {"odd-digits", class_odd_digits},
}};

std::uint64_t hash_of(std::string_view key) noexcept {
  constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15ULL;
  std::uint64_t hash = key.size() * multiplier;
  const auto mix = [&hash](std::uint64_t block) {
    hash = (hash ^ block) * multiplier;
    hash ^= hash >> 32U;
  };
  std::size_t at = 0;
  for (; at + 8 <= key.size(); at += 8) {
    std::uint64_t block = 0;
    std::memcpy(&block, key.data() + at, 8);
    mix(block);
  }
  std::uint64_t tail = 0;
  for (; at < key.size(); ++at) tail = (tail << 8U) | static_cast<unsigned char>(key[at]);
  mix(tail);
  hash *= multiplier;
  return (hash ^ (hash >> 29U)) | 1U;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace

std::vector<std::string> word_keys(std::string_view text, const SegmentRules& segment_rules) {
  // Clitics are tokens only beside their word: l', -là, mi-.
  if (text.size() > 1 && (text.back() == '\'' || text.back() == '-' || text.front() == '-')) {
    return {fold_key(text)};
  }
  return phrase_keys(text, segment_rules);
}

Vocabulary::Vocabulary() {
  for (const auto& [name, element] : kBuiltIn) classes_.emplace(name, element);
}

Element Vocabulary::class_named(std::string_view name) {
  const auto found = classes_.find(name);
  if (found != classes_.end()) return found->second;
  return classes_.emplace(std::string{name}, next_++).first->second;
}

Element Vocabulary::literal(std::string_view key) {
  const auto found = literals_.find(key);
  if (found != literals_.end()) return found->second;
  const Element element = next_++;
  literals_.emplace(std::string{key}, element);
  add(key, {element, 0});
  return element;
}

void Vocabulary::add(std::string_view key, Member member) {
  words_[std::string{key}].push_back(member);
}

Result<void> Vocabulary::add_words(const Table& table, const SegmentRules& segment_rules) {
  for (const TableRow& row : table.rows()) {
    const auto value = symbol_value(row.cell(1));
    if (row.cell(0).empty() || !value) {
      return fail(table.error_at(row, "expected class, value, forms"));
    }
    const Element element = class_named(row.cell(0));
    std::string_view forms = row.cell(2);
    while (!forms.empty()) {
      const auto comma = forms.find(',');
      const std::string_view form = trim(forms.substr(0, comma));
      forms = comma == std::string_view::npos ? std::string_view{} : forms.substr(comma + 1);
      if (form.empty()) continue;
      auto keys = word_keys(form, segment_rules);
      if (keys.empty()) return fail(table.error_at(row, "a form without words"));
      if (keys.size() == 1) {
        add(keys.front(), {element, *value});
      } else {
        long_forms_[element].push_back({std::move(keys), *value});
      }
    }
  }
  return {};
}

const std::vector<Vocabulary::LongForm>& Vocabulary::long_forms(Element element) const {
  static const std::vector<LongForm> none;
  const auto found = long_forms_.find(element);
  return found == long_forms_.end() ? none : found->second;
}

bool Vocabulary::can_match(std::string_view class_name) const {
  const auto found = classes_.find(class_name);
  if (found == classes_.end()) return false;
  const Element element = found->second;
  if (element < class_built_in_ || long_forms_.count(element) != 0) return true;
  return std::any_of(words_.begin(), words_.end(), [element](const auto& word) {
    return std::any_of(word.second.begin(), word.second.end(),
                       [element](const Member& member) { return member.element == element; });
  });
}

void Vocabulary::freeze() {
  std::size_t size = 64;
  while (size < 4 * words_.size()) size *= 2;
  buckets_.assign(size, {});
  members_.clear();
  for (const auto& [key, members] : words_) {
    const std::uint64_t hash = hash_of(key);
    std::size_t at = hash & (size - 1);
    while (buckets_[at].hash != 0) at = (at + 1) & (size - 1);
    buckets_[at] = {hash, static_cast<std::uint32_t>(members_.size()),
                    static_cast<std::uint32_t>(members.size())};
    members_.insert(members_.end(), members.begin(), members.end());
  }
}

std::span<const Member> Vocabulary::find_exact(std::string_view key) const noexcept {
  assert(!buckets_.empty() && "freeze() comes before find()");
  const std::uint64_t hash = hash_of(key);
  const std::size_t mask = buckets_.size() - 1;
  for (std::size_t at = hash & mask; buckets_[at].hash != 0; at = (at + 1) & mask) {
    if (buckets_[at].hash == hash) {
      return std::span{members_}.subspan(buckets_[at].first, buckets_[at].count);
    }
  }
  return {};
}

std::span<const Member> Vocabulary::find(std::string_view key) const noexcept {
  const auto members = find_exact(key);
  if (!members.empty() || key.size() < 2 || key.back() != '.') return members;
  return find_exact(key.substr(0, key.size() - 1));
}

std::int32_t Vocabulary::value_in(std::string_view key, Element element) const noexcept {
  for (const Member& member : find(key)) {
    if (member.element == element) return member.value;
  }
  return kUnset;
}

}  // namespace frise::temporal
