// Evidence is summed over all places of a name, so that one clear place types every other; short
// forms add theirs to the full name's. Kinds compete by points, ties by the order of EntityType.
// Tested in tests/unit/entity/name_types_test.cpp.

#include "entity/typist.hpp"

#include <algorithm>
#include <unordered_map>

namespace frise {

Typist::Typist(const Reading& reading, std::vector<NameSpan> known, std::vector<NameSpan> runs)
    : reading_{reading}, rules_{reading.rules}, span_at_(reading.words.size(), 0) {
  spans_.resize(known.size() + runs.size());
  std::merge(known.begin(), known.end(), runs.begin(), runs.end(), spans_.begin(),
             [](const NameSpan& a, const NameSpan& b) { return a.tokens.begin < b.tokens.begin; });
  for (std::uint32_t i = 0; i < spans_.size(); ++i) {
    for (std::uint32_t at = spans_[i].tokens.begin; at < spans_[i].tokens.end; ++at) {
      span_at_[at] = i + 1;
    }
  }
}

std::string joined(const std::vector<std::string>& words, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    if (i != 0) out += ' ';
    out += words[i];
  }
  return out;
}

void Typist::gather() {
  std::unordered_map<std::string, std::uint32_t> index;
  evidence_.resize(spans_.size());
  for (std::uint32_t number = 0; number < spans_.size(); ++number) {
    NameSpan& span = spans_[number];
    if (span.known) continue;
    std::vector<std::string> words;
    for (std::uint32_t at = span.tokens.begin; at < span.tokens.end; ++at) {
      const auto word = rules_.organization_words.find(reading_.words[at]);
      const bool legal = word != rules_.organization_words.end() && word->second.legal;
      if (legal && !words.empty()) continue;
      words.emplace_back(reading_.key(at));
    }
    // "A380s": more than one of them.
    const bool plural = reading_.token(span.tokens.end - 1).is(shape_has_digit) &&
                        words.back().size() > 3 && words.back().ends_with('s');
    if (plural) words.back().pop_back();
    // "L'Oréal" and "Oréal" behind a small "l'" are one.
    const bool articled = words.size() > 1 && reading_.link(span.tokens.begin) == LinkUse::article;
    if (articled) words.erase(words.begin());
    const auto [at, added] =
        index.emplace(joined(words, words.size()), static_cast<std::uint32_t>(clusters_.size()));
    if (added) {
      clusters_.push_back({});
      clusters_.back().longest = span.tokens;
      clusters_.back().words = std::move(words);
      bool common = true;
      for (std::uint32_t i = span.tokens.begin; i < span.tokens.end; ++i) {
        common = common && reading_.is_common(i);
      }
      clusters_.back().known_word = common;
    }
    NameCluster& cluster = clusters_[at->second];
    span.cluster = at->second;
    cluster.articled = cluster.articled || articled;
    if (cluster.plural && !plural) cluster.longest = span.tokens;
    cluster.plural = (added || cluster.plural) && plural;
    if (span.doubtful) continue;
    ++cluster.places;
    if (span.tokens.begin > 0 && !articled) {
      const std::uint32_t before = span.tokens.begin - 1;
      const bool determined = reading_.determiner(before) != DeterminerClass::none ||
                              reading_.token(before).kind == TokenKind::number ||
                              reading_.tags[before].pos == Pos::numeral;
      if (determined) ++cluster.determined;
    }
    const SentenceTraits& traits = reading_.traits[span.sentence];
    // A strange word, capitals within and a second capital are a name's wherever they stand.
    const Token& first = reading_.token(span.tokens.begin);
    const bool own_capital = !span.opens_sentence || span.tokens.size() > 1 ||
                             first.is(shape_mixed_case) || first.is(shape_all_caps) ||
                             !cluster.known_word;
    if (own_capital && !traits.title_case) ++cluster.inner_places;
    if (!traits.furniture) cluster.only_furniture = false;
    if (!traits.title_case) cluster.only_titles = false;
    if (span.tokens.size() > cluster.longest.size()) cluster.longest = span.tokens;
    evidence_[number] = evidence_for(reading_, spans_, span_at_, span);
    const NameEvidence& evidence = evidence_[number];
    cluster.evidence.scores += evidence.scores;
    cluster.evidence.told += evidence.told;
    if (cluster.evidence.gender == Gender::unknown) cluster.evidence.gender = evidence.gender;
  }
}

/// A headline in capitals: what the article names elsewhere is named here too.
void Typist::read_capitals() {
  PhraseTrie names;
  bool any = false;
  for (const SentenceTraits& traits : reading_.traits) any = any || traits.all_caps;
  if (!any) return;
  for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
    const NameCluster& root = clusters_[root_of(i)];
    if (root.known || !root.thing) continue;
    names.add(clusters_[i].words, *root.thing);
  }
  const std::size_t written = out_.spans.size();
  for (std::uint32_t number = 0; number < reading_.traits.size(); ++number) {
    if (!reading_.traits[number].all_caps) continue;
    const TokenRange sentence = reading_.sentence_tokens(number);
    for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) {
      std::uint32_t thing = 0;
      const std::uint32_t length = names.longest(reading_.words, at, sentence.end, thing);
      const std::uint32_t end = at + length;
      if (length == 0 || std::any_of(span_at_.begin() + at, span_at_.begin() + end,
                                     [](std::uint32_t taken) { return taken != 0; })) {
        continue;
      }
      out_.spans.push_back({.tokens = {at, end}, .sentence = number, .cluster = thing});
      at = end - 1;
    }
  }
  if (out_.spans.size() == written) return;
  std::sort(out_.spans.begin(), out_.spans.end(),
            [](const NameSpan& a, const NameSpan& b) { return a.tokens.begin < b.tokens.begin; });
}

EntityType Typist::best_type(const NameCluster& cluster) const {
  std::size_t best = static_cast<std::size_t>(EntityType::company);
  for (std::size_t i = 0; i < entity_type_count; ++i) {
    if (cluster.evidence.scores.points[i] > cluster.evidence.scores.points[best]) best = i;
  }
  return static_cast<EntityType>(best);
}

/// Little evidence keeps a name only if its shape is one: several words inside a sentence, or a
/// word that the language does not have, seen again.
bool Typist::keeps(const NameCluster& cluster, EntityType type) const {
  const int points = cluster.evidence.scores.of(type);
  const bool many = cluster.words.size() > 1;
  if (cluster.places == 0 || cluster.only_titles) return false;
  if (!many) {
    // "Electronics" alone is a word, "Sénat" a name.
    const auto word = rules_.organization_words.find(hash_word(cluster.words[0]));
    if (word != rules_.organization_words.end() && !word->second.head) return false;
  }
  if (cluster.only_furniture) return many && points >= 6;
  if (!many && cluster.words[0].size() < 3 &&
      !reading_.token(cluster.longest.begin).is(shape_all_caps)) {
    return false;
  }
  const bool lone_common =
      !many && cluster.known_word && !reading_.token(cluster.longest.begin).is(shape_all_caps);
  if (type == EntityType::person && !many) {
    return points >= 5 || (points >= enough_points && given_name(reading_, cluster.longest.begin));
  }
  if (lone_common) return points >= enough_points && type != EntityType::place;
  if (points >= enough_points) return true;
  if (many) return cluster.inner_places > 0 && !cluster.known_word;
  // A strange word in capitals is a name as soon as it does or says something, any other at once.
  const bool acronym = reading_.token(cluster.longest.begin).is(shape_all_caps);
  return cluster.inner_places >= 2 ||
         (cluster.inner_places == 1 && (!acronym || points >= 2 || stands_alone(cluster.longest)));
}

/// An acronym that goes with no noun: "at HBO", "HBO, ...", not "la norme HDMI".
bool Typist::stands_alone(TokenRange tokens) const {
  const TokenRange sentence = reading_.sentence_tokens(reading_.sentence_of[tokens.begin]);
  if (tokens.end < sentence.end && reading_.tags[tokens.end].pos == Pos::noun) return false;
  if (tokens.begin == sentence.begin) return true;
  const std::uint32_t before = tokens.begin - 1;
  const Pos pos = reading_.tags[before].pos;
  return pos == Pos::adposition || pos == Pos::coordinating_conjunction || pos == Pos::verb ||
         reading_.token(before).kind == TokenKind::punctuation;
}

/// "Washington a annoncé": a capital that says or does is its government.
void Typist::capitals_that_govern() {
  for (NameSpan& span : spans_) {
    if (!span.known || !rules_.entities[*span.known].governs) continue;
    const TokenRange sentence = reading_.sentence_tokens(span.sentence);
    if (span.tokens.begin > sentence.begin) {
      const std::uint32_t before = span.tokens.begin - 1;
      if (reading_.link(before) != LinkUse::none || reading_.tags[before].pos == Pos::adposition) {
        continue;
      }
    }
    for (std::uint32_t at = span.tokens.end; at < sentence.end && at < span.tokens.end + 4; ++at) {
      if (reading_.verb(at) == VerbUse::modal) continue;
      if (reading_.verb(at) != VerbUse::none) {
        span.known = rules_.entities[*span.known].governs;
        break;
      }
      const Pos pos = reading_.tags[at].pos;
      if (pos != Pos::auxiliary && pos != Pos::adverb && pos != Pos::pronoun) break;
    }
  }
}

/// A word that may only be the sentence's shows that it is a name by what stands behind it.
bool Typist::shows_name(const NameSpan& span) const {
  const std::uint32_t next = span.tokens.end;
  if (next >= reading_.sentence_tokens(span.sentence).end) return false;
  return reading_.verb(next) != VerbUse::none || reading_.key(next) == "'s" ||
         reading_.tags[next].pos == Pos::auxiliary;
}

void Typist::add_thing(NameCluster& root) {
  NamedThing thing{std::string{reading_.text(root.longest)}, best_type(root), root.evidence.gender};
  if (root.plural) thing.name.pop_back();
  const TypeScores& scores = root.evidence.scores;
  const int points = scores.of(thing.type);
  thing.sure = points >= enough_points + 2;
  if (points < 2) {
    // Nothing speaks: in the news most such names are companies, and acronyms may be anything.
    thing.type = reading_.token(root.longest.begin).is(shape_all_caps) ? EntityType::organization
                                                                       : EntityType::company;
  }
  for (std::uint32_t at = root.longest.begin; at < root.longest.end; ++at) {
    const auto word = rules_.organization_words.find(reading_.words[at]);
    if (word != rules_.organization_words.end() && word->second.field != 0) {
      thing.field = word->second.field;
    }
  }
  root.thing = static_cast<std::uint32_t>(out_.things.size());
  out_.things.push_back(std::move(thing));
}

void Typist::decide() {
  for (NameSpan& span : spans_) {
    if (span.known) {
      out_.spans.push_back(span);
      continue;
    }
    NameCluster& root = clusters_[root_of(*span.cluster)];
    if (root.known) {
      span.known = root.known;
      span.cluster.reset();
      out_.spans.push_back(span);
      continue;
    }
    if (!keeps(root, best_type(root))) continue;
    const NameCluster& own = clusters_[*span.cluster];
    const bool joined_and_shown = own.root != nobody && shows_name(span);
    if (span.doubtful && own.inner_places == 0 && !joined_and_shown) continue;
    if (reading_.traits[span.sentence].title_case && root.inner_places == 0) continue;
    if (!root.thing) add_thing(root);
    span.cluster = root.thing;
    out_.spans.push_back(span);
  }
}

TypedNames Typist::run() {
  gather();
  take_articles();
  join_plurals();
  join_models();
  join_acronyms();
  join_last_parts();
  join_short_forms();
  join_people();
  share_surnames();
  capitals_that_govern();
  decide();
  read_capitals();
  read_model_numbers();
  return std::move(out_);
}

TypedNames type_names(const Reading& reading, std::vector<NameSpan> known,
                      std::vector<NameSpan> runs) {
  return Typist{reading, std::move(known), std::move(runs)}.run();
}

}  // namespace frise
