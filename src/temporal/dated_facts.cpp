// Phrases are found by their first word, one hash look-up a token; each sentence then knows which
// terms of which cues it holds. Amounts are looked for only where every other term of their cue was
// found. Tested in tests/unit/temporal/dated_facts_test.cpp, which also reads the packs' own yes
// and no sentences.

#include "frise/temporal/dated_facts.hpp"

#include "core/hash.hpp"

#include "temporal/rules_impl.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

namespace frise {
namespace {

using TermBits = std::uint32_t;
constexpr std::size_t kMaxTerms = 16;

struct Phrase {
  std::vector<std::string> keys;
  bool capital = false;
  std::uint32_t cue = 0;
  TermBits term = 0;
};

struct Cue {
  std::uint32_t fact = 0;
  TermBits wanted = 0;
  TermBits unwanted = 0;
  TermBits amount = 0;  // one of the wanted
  double at_least = 0;
  double at_most = 0;
};

struct KeyHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view key) const noexcept {
    return static_cast<std::size_t>(hash_bytes(key));
  }
};
using PhraseIndex =
    std::unordered_map<std::string, std::vector<std::uint32_t>, KeyHash, std::equal_to<>>;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view text, std::string_view mark) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto at = text.find(mark);
    parts.push_back(trimmed(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + mark.size());
  }
}

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<FactKind> kind_named(std::string_view name) {
  if (name == "name") return FactKind::name;
  if (name == "state") return FactKind::state;
  if (name == "news") return FactKind::news;
  return std::nullopt;
}

}  // namespace

struct DatedFacts::Impl {
  std::vector<DatedFact> facts;
  std::vector<Cue> cues;
  std::vector<Phrase> phrases;
  PhraseIndex by_first_key;

  Result<void> add_fact(const Table& table, const TableRow& row) {
    const auto date = parse_date(row.cell(3));
    const auto kind = kind_named(row.cell(2));
    if (row.cell(1).empty() || !kind || !date || !date->bounds.earliest || row.cell(4).empty()) {
      return fail(table.error_at(row, "expected fact, id, name or state or news, date, source"));
    }
    facts.push_back(
        {std::string{row.cell(1)}, *kind, *date->bounds.earliest, std::string{row.cell(4)}});
    return {};
  }

  Result<void> add_cue(const Table& table, const TableRow& row, const SegmentRules& segment_rules) {
    const auto at = static_cast<std::uint32_t>(cues.size());
    Cue cue{.fact = static_cast<std::uint32_t>(facts.size() - 1)};
    const auto terms = split(row.cell(2), " + ");
    if (terms.size() > kMaxTerms) return fail(table.error_at(row, "a cue has too many terms"));
    for (std::size_t i = 0; i < terms.size(); ++i) {
      std::string_view term = terms[i];
      const TermBits bit = TermBits{1} << i;
      if (const auto dots = term.find(".."); dots != std::string_view::npos) {
        const auto low = number(term.substr(0, dots));
        const auto high = number(term.substr(dots + 2));
        if (!low || !high || cue.amount != 0) {
          return fail(table.error_at(row, "expected one amount such as 4e12..2e13"));
        }
        cue.amount = bit;
        cue.at_least = *low;
        cue.at_most = *high;
        cue.wanted |= bit;
        continue;
      }
      const bool unwanted = term.starts_with('!');
      if (unwanted) term.remove_prefix(1);
      (unwanted ? cue.unwanted : cue.wanted) |= bit;
      for (const std::string_view form : split(term, "|")) {
        Phrase phrase{.keys = phrase_keys(form, segment_rules), .cue = at, .term = bit};
        if (phrase.keys.empty()) return fail(table.error_at(row, "a term without words"));
        phrase.capital = fold_key(form).substr(0, 1) != form.substr(0, 1);
        by_first_key[phrase.keys.front()].push_back(static_cast<std::uint32_t>(phrases.size()));
        phrases.push_back(std::move(phrase));
      }
    }
    if ((cue.wanted & ~cue.amount) == 0) return fail(table.error_at(row, "a cue without words"));
    cues.push_back(cue);
    return {};
  }
};

namespace {

/// What a sentence holds of one cue.
struct Holding {
  std::uint32_t cue = 0;
  TermBits terms = 0;
  TokenRange tokens;
};

/// "4,51 billions", "4 500 milliards", "$4.5tn": the greatest amount of a sentence within limits.
bool has_amount(const Segmentation& segmentation, TokenRange sentence,
                const TemporalRules::Impl& rules, const Cue& cue) {
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const std::string_view key = segmentation.key(i);
    if (key.empty() || key.front() < '0' || key.front() > '9') continue;
    const auto letters = std::min(key.find_first_not_of("0123456789."), key.size());
    const auto count = number(key.substr(0, letters));
    std::string_view unit = key.substr(letters);
    if (unit.empty() && i + 1 < sentence.end) unit = segmentation.key(i + 1);
    const std::int32_t power = rules.vocabulary.value_in(unit, rules.large_number);
    if (!count || power == temporal::kUnset) continue;
    const double amount = *count * std::pow(10.0, power);
    if (amount >= cue.at_least && amount <= cue.at_most) return true;
  }
  return false;
}

bool stands_at(const Segmentation& segmentation, TokenRange sentence, std::uint32_t token,
               const Phrase& phrase) {
  if (token + phrase.keys.size() > sentence.end) return false;
  const Token& first = segmentation.tokens[token];
  const bool capital =
      first.is(shape_capitalised) || first.is(shape_all_caps) || first.is(shape_mixed_case);
  if (phrase.capital && !capital) return false;
  for (std::size_t i = 1; i < phrase.keys.size(); ++i) {
    if (segmentation.key(token + i) != phrase.keys[i]) return false;
  }
  return true;
}

}  // namespace

DatedFacts::DatedFacts() : impl_{std::make_unique<Impl>()} {}
DatedFacts::DatedFacts(DatedFacts&&) noexcept = default;
DatedFacts& DatedFacts::operator=(DatedFacts&&) noexcept = default;
DatedFacts::~DatedFacts() = default;

const std::vector<DatedFact>& DatedFacts::facts() const noexcept { return impl_->facts; }

Result<DatedFacts> DatedFacts::compile(const std::vector<Table>& tables, std::string_view lang,
                                       const SegmentRules& segment_rules) {
  DatedFacts out;
  for (const Table& table : tables) {
    bool begun = false;  // cues belong to a fact of their own file
    for (const TableRow& row : table.rows()) {
      const std::string_view what = row.cell(0);
      if (what == "fact") {
        if (auto added = out.impl_->add_fact(table, row); !added) return fail(added.error());
        begun = true;
      } else if (!begun || (what != "cue" && what != "yes" && what != "no")) {
        return fail(table.error_at(row, "expected fact, then its cue, yes and no rows"));
      } else if (what == "cue") {
        const auto languages = split(row.cell(1), ",");
        if (std::find(languages.begin(), languages.end(), lang) == languages.end()) continue;
        if (auto added = out.impl_->add_cue(table, row, segment_rules); !added) {
          return fail(added.error());
        }
      }
    }
  }
  return out;
}

std::vector<DatedFacts::Mention> DatedFacts::mentioned(const Segmentation& segmentation,
                                                       const TemporalRules& rules) const {
  std::vector<Mention> out;
  if (impl_->cues.empty()) return out;
  std::vector<Holding> holdings;
  for (std::uint32_t s = 0; s < segmentation.sentences.size(); ++s) {
    const Sentence& sentence = segmentation.sentences[s];
    holdings.clear();
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const auto found = impl_->by_first_key.find(segmentation.key(t));
      if (found == impl_->by_first_key.end()) continue;
      for (const std::uint32_t index : found->second) {
        const Phrase& phrase = impl_->phrases[index];
        if (!stands_at(segmentation, sentence.tokens, t, phrase)) continue;
        auto holding = std::find_if(holdings.begin(), holdings.end(),
                                    [&](const Holding& h) { return h.cue == phrase.cue; });
        if (holding == holdings.end()) {
          holding = holdings.insert(holdings.end(), {phrase.cue, 0, {t, t}});
        }
        holding->terms |= phrase.term;
        const auto end = t + static_cast<std::uint32_t>(phrase.keys.size());
        if ((phrase.term & impl_->cues[phrase.cue].wanted) != 0) {
          holding->tokens.end = std::max(holding->tokens.end, end);
        }
      }
    }
    for (const Holding& holding : holdings) {
      const Cue& cue = impl_->cues[holding.cue];
      if ((holding.terms & cue.unwanted) != 0) continue;
      if ((holding.terms | cue.amount) != cue.wanted) continue;
      if (cue.amount != 0 && !has_amount(segmentation, sentence.tokens, rules.impl(), cue)) {
        continue;
      }
      const Span span{segmentation.tokens[holding.tokens.begin].span.begin,
                      segmentation.tokens[holding.tokens.end - 1].span.end};
      out.push_back({s, span, &impl_->facts[cue.fact]});
    }
  }
  return out;
}

}  // namespace frise
