// Names that are one by a part of them: plurals, a maker and its model, an institution without its
// country. Each part must be a name of its own in the same document. Tested in
// tests/unit/entity/name_types_test.cpp.

#include "entity/typist.hpp"
#include "entity/unique_names.hpp"

#include <algorithm>
#include <unordered_map>

namespace frise {
namespace {

/// The words from the one at `first` on, with a space between them.
std::string joined_from(const std::vector<std::string>& words, std::size_t first) {
  return joined({words.begin() + static_cast<std::ptrdiff_t>(first), words.end()},
                words.size() - first);
}

}  // namespace

/// "800 Dreamliners" are the Dreamliner's, where both are written.
void Typist::join_plurals() {
  UniqueNames names;
  for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
    names.add(joined(clusters_[i].words, clusters_[i].words.size()), i);
  }
  for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
    std::string name = joined(clusters_[i].words, clusters_[i].words.size());
    if (name.size() < 5 || name.back() != 's' || clusters_[i].determined == 0) continue;
    name.pop_back();
    const std::uint32_t one = names.find(name);
    if (one != nobody && clusters_[one].determined > 0) join(i, one);
  }
}

/// "Airbus A380" and "the A380", "Renault Clio" and "la Clio": a maker that the document names too,
/// and a model, which has a digit or goes with an article as no company does.
void Typist::join_models() {
  UniqueNames names;
  for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
    names.add(joined(clusters_[i].words, clusters_[i].words.size()), i);
  }
  for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
    const NameCluster& full = clusters_[i];
    if (full.words.size() < 2 || full.root != nobody) continue;
    if (names.find(full.words.front()) == nobody) continue;
    const std::uint32_t model = names.find(joined_from(full.words, 1));
    if (model == nobody || clusters_[model].root != nobody) continue;
    const NameCluster& part = clusters_[model];
    const Token& first = reading_.token(part.longest.begin);
    const bool number = first.is(shape_has_digit);
    const bool thing = number || (part.determined > 0 && part.determined * 2 >= part.places);
    if (!thing || rules_.organization_words.contains(hash_word(part.words.front()))) continue;
    clusters_[i].evidence.scores.add(EntityType::product, enough_points + 3);
    clusters_[i].evidence.told.add(EntityType::product, enough_points + 3);
    join(model, i);
  }
}

/// "the 787" where the document has a "787 Dreamliner".
void Typist::read_model_numbers() {
  std::unordered_map<std::uint64_t, std::uint32_t> models;
  std::vector<bool> named(reading_.words.size(), false);
  const auto number = [&](std::uint32_t at) {
    return reading_.token(at).kind == TokenKind::number && reading_.key(at).size() == 3;
  };
  for (const NameSpan& span : out_.spans) {
    for (std::uint32_t at = span.tokens.begin; at < span.tokens.end; ++at) named[at] = true;
    const bool thing = !span.known && out_.things[*span.cluster].type == EntityType::product;
    if (thing && span.tokens.begin > 0 && number(span.tokens.begin - 1)) {
      models.emplace(reading_.words[span.tokens.begin - 1], *span.cluster);
    }
  }
  if (models.empty()) return;
  for (std::uint32_t at = 1; at + 1 < reading_.words.size(); ++at) {
    if (named[at] || named[at + 1] || !number(at)) continue;
    const auto model = models.find(reading_.words[at]);
    const bool definite = reading_.determiner(at - 1) == DeterminerClass::definite;
    const Pos next = reading_.tags[at + 1].pos;
    const bool counts = next == Pos::noun || next == Pos::adjective || next == Pos::numeral ||
                        next == Pos::symbol || reading_.is(at + 1, '%');
    if (model == models.end() || !definite || counts) continue;
    out_.spans.push_back(
        {.tokens = {at, at + 1}, .sentence = reading_.sentence_of[at], .cluster = model->second});
  }
  std::sort(out_.spans.begin(), out_.spans.end(),
            [](const NameSpan& a, const NameSpan& b) { return a.tokens.begin < b.tokens.begin; });
}

/// "the Air Force" after "the U.S. Air Force": the last words of one longer name, closed by a word
/// of organisations.
void Typist::join_last_parts() {
  UniqueNames parts;
  for (const NameSpan& span : spans_) {
    const std::uint32_t who = span.known     ? *span.known | known_bit
                              : span.cluster ? root_of(*span.cluster)
                                             : nobody;
    if (who == nobody || span.tokens.size() < 3) continue;
    std::string part{reading_.key(span.tokens.end - 1)};
    for (std::uint32_t at = span.tokens.end - 1; at > span.tokens.begin + 1; --at) {
      part = std::string{reading_.key(at - 1)} + ' ' + part;
      parts.add(part, who);
    }
  }
  for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
    NameCluster& cluster = clusters_[i];
    if (cluster.words.size() < 2 || cluster.root != nobody || cluster.known) continue;
    const auto last = rules_.organization_words.find(hash_word(cluster.words.back()));
    if (last == rules_.organization_words.end() || !last->second.end || last->second.legal)
      continue;
    const std::uint32_t full = parts.find(joined(cluster.words, cluster.words.size()));
    if (full == nobody || full == i) continue;
    if ((full & known_bit) != 0) {
      cluster.known = full & ~known_bit;
    } else {
      join(i, full);
    }
  }
}

}  // namespace frise
