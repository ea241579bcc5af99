// Tables of a pack to sets. Every phrase is cut by the tokeniser with the word tables, so those
// come first.

#include "segment/rules.hpp"

#include "segment/chars.hpp"

#include <algorithm>

namespace frise {
namespace {

/// segment/words.tsv: kind, word.
Result<void> add_words(const Table& table, SegmentRules::Impl& impl) {
  for (const TableRow& row : table.rows()) {
    const std::string_view kind = row.cell(0);
    const std::string key{row.cell(1)};
    if (key.empty()) return fail(table.error_at(row, "a row is a kind, a tab and a word"));
    if (kind == "elision") {
      impl.elisions.insert(key);
    } else if (kind == "whole") {
      impl.whole.insert(key);
    } else if (kind == "prefix") {
      impl.prefixes.insert(key);
    } else if (kind == "joint") {
      impl.joints.insert(key);
    } else if (kind == "count") {
      impl.counts.insert(key);
    } else if (kind == "counted") {
      impl.counted.insert(key);
    } else if (kind == "domain") {
      impl.domains.insert(key);
    } else if (kind == "starter") {
      impl.starters.insert(fold_key(key));
    } else if (kind == "suffix" && key.front() == '-') {
      impl.hyphen_suffixes.push_back(key);
    } else if (kind == "suffix" && key.find('\'') != std::string::npos) {
      impl.apostrophe_suffixes.push_back(key);
    } else {
      return fail(table.error_at(
          row, "not a kind of word: " + std::string{kind} +
                   "; elision, whole, prefix, joint, count, counted, suffix, domain or starter"));
    }
  }
  const auto longest_first = [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  };
  std::sort(impl.hyphen_suffixes.begin(), impl.hyphen_suffixes.end(), longest_first);
  std::sort(impl.apostrophe_suffixes.begin(), impl.apostrophe_suffixes.end(), longest_first);
  return {};
}

/// segment/abbreviations.tsv: abbreviation without its stop, kind.
Result<void> add_abbreviations(const Table& table, SegmentRules::Impl& impl) {
  for (const TableRow& row : table.rows()) {
    const std::string_view kind = row.cell(1);
    Abbreviation value = Abbreviation::none;
    if (kind == "title") value = Abbreviation::title;
    if (kind == "number") value = Abbreviation::number;
    if (kind == "word") value = Abbreviation::word;
    if (value == Abbreviation::none) {
      return fail(table.error_at(
          row, "not a kind of abbreviation: " + std::string{kind} + "; title, number or word"));
    }
    impl.abbreviations.emplace(fold_key(row.cell(0)), value);
  }
  return {};
}

/// The keys of a phrase that are words, numbers left out.
std::vector<std::string> word_keys(std::string_view phrase, const SegmentRules& rules) {
  std::vector<std::string> keys;
  for (std::string& key : phrase_keys(phrase, rules)) {
    const auto d = chars::decode(key, 0);
    const auto k = chars::classify(d.c);
    if (chars::is_letter(k) || k == chars::Class::digit || (key.size() > 1 && key[0] == '-')) {
      keys.push_back(std::move(key));
    }
  }
  return keys;
}

/// segment/blocks.tsv: what the cue marks, where it stands, the words.
Result<void> add_blocks(const Table& table, const SegmentRules& rules, SegmentRules::Impl& impl) {
  for (const TableRow& row : table.rows()) {
    const std::string_view kind = row.cell(0);
    const std::string_view where = row.cell(1);
    std::vector<std::string> keys = word_keys(row.cell(2), rules);
    if (keys.empty()) return fail(table.error_at(row, "a row is a kind, a place and some words"));
    if (kind == "header") {
      impl.headers.push_back(std::move(keys));
      continue;
    }
    if (kind == "byline") {
      impl.bylines.push_back(std::move(keys));
      continue;
    }
    if (kind == "language") {
      impl.languages.insert(keys.front());
      continue;
    }
    BlockCue cue;
    cue.tail = kind == "tail";
    if (kind != "furniture" && kind != "tail") {
      return fail(table.error_at(row, "not a kind of block: " + std::string{kind} +
                                          "; furniture, tail, header, byline or language"));
    }
    if (where == "anywhere") {
      cue.where = BlockCue::Where::anywhere;
      impl.anywhere_first.set(SegmentRules::Impl::first_bit(keys.front()));
    } else if (where == "prefix") {
      cue.where = BlockCue::Where::prefix;
    } else if (where != "whole") {
      return fail(table.error_at(
          row, "not a place: " + std::string{where} + "; whole, prefix or anywhere"));
    }
    std::string first = keys.front();
    cue.keys = std::move(keys);
    auto& index = cue.where == BlockCue::Where::anywhere ? impl.anywhere : impl.cues;
    index[std::move(first)].push_back(std::move(cue));
  }
  return {};
}

}  // namespace

SegmentRules::SegmentRules(std::unique_ptr<Impl> impl) noexcept : impl_{std::move(impl)} {}
SegmentRules::SegmentRules(SegmentRules&&) noexcept = default;
SegmentRules& SegmentRules::operator=(SegmentRules&&) noexcept = default;
SegmentRules::~SegmentRules() = default;

Result<SegmentRules> SegmentRules::compile(const LanguagePack& pack) {
  auto impl = std::make_unique<Impl>();
  Impl& filled = *impl;
  const std::string_view decimal = pack.setting("decimal", ".");
  filled.decimal = decimal == "," ? ',' : '.';
  filled.group_space = pack.setting("group", "") == "space";
  if (auto done = add_words(pack.table("segment/words"), filled); !done) return fail(done.error());
  if (auto done = add_abbreviations(pack.table("segment/abbreviations"), filled); !done) {
    return fail(done.error());
  }
  SegmentRules rules{std::move(impl)};
  if (auto done = add_blocks(pack.table("segment/blocks"), rules, filled); !done) {
    return fail(done.error());
  }
  return rules;
}

}  // namespace frise
