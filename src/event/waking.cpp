// Tested in tests/unit/event/waking_test.cpp.

#include "event/waking.hpp"

#include <algorithm>
#include <set>

namespace frise {
namespace {

constexpr std::uint32_t window = 10;  ///< tokens between a verb and the words that belong to it

struct Gatherer {
  TextMap<std::vector<std::string>> words;
  std::set<std::string, std::less<>> alone;

  template <class Predicate>
  void add(const TextMap<std::vector<Predicate>>& predicates) {
    for (const auto& [lemma, all] : predicates) {
      for (const Predicate& one : all) {
        auto& list = words[lemma];
        if (one.fixed.empty())
          alone.insert(lemma);
        else
          list.push_back(
              *std::max_element(one.fixed.begin(), one.fixed.end(),
                                [](const auto& a, const auto& b) { return a.size() < b.size(); }));
      }
    }
  }
};

/// "satisfait" as it stands or as it agrees: satisfaite, satisfaites.
bool is_word(std::string_view word, std::string_view key, std::string_view lemma) {
  return lemma == word || (key.starts_with(word) && key.size() <= word.size() + 2);
}

bool names_entity(const EntityLayer& layer, TokenRange tokens) {
  auto m = std::lower_bound(
      layer.mentions.begin(), layer.mentions.end(), tokens.begin,
      [](const Mention& mention, std::uint32_t at) { return mention.tokens.end <= at; });
  for (; m != layer.mentions.end() && m->tokens.begin < tokens.end; ++m) {
    if (m->entity) return true;
  }
  return false;
}

bool has_predicate(const EventInput& input, const EventRules::Impl& rules, TokenRange sentence) {
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    const Pos pos = input.tags[t].pos;
    if (pos == Pos::punctuation || pos == Pos::determiner || pos == Pos::adposition) continue;
    const auto found = rules.waking.find(input.tags[t].lemma);
    if (found == rules.waking.end()) continue;
    if (found->second.empty()) return true;
    const std::uint32_t end = std::min(sentence.end, t + window);
    for (std::uint32_t next = t; next < end; ++next) {
      const std::string_view key = input.segmentation.key(next);
      for (const std::string& word : found->second) {
        if (is_word(word, key, input.tags[next].lemma)) return true;
      }
    }
  }
  return false;
}

}  // namespace

TextMap<std::vector<std::string>> waking_words(const EventRules::Impl& rules) {
  Gatherer all;
  all.add(rules.verbs);
  all.add(rules.nouns);
  all.add(rules.speech);
  all.add(rules.stance);
  for (const std::string& lemma : all.alone) all.words[lemma].clear();
  return std::move(all.words);
}

bool wakes(const EventInput& input, const EventRules::Impl& rules, TokenRange sentence) {
  return names_entity(input.entities, sentence) && has_predicate(input, rules, sentence);
}

}  // namespace frise
