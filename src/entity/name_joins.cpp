// Which names are one: articles, acronyms, short forms, surnames. What could be two names joins
// none. Tested in tests/unit/entity/name_types_test.cpp.

#include "entity/typist.hpp"
#include "entity/unique_names.hpp"

namespace frise {
namespace {

/// First code point of a lookup form, accents off.
std::string initial(std::string_view word) {
  const std::string slug = slug_of(word.substr(0, std::min<std::size_t>(4, word.size())));
  return slug.substr(0, 1);
}

}  // namespace

/// At the head of a sentence an article has its capital anyway: it belongs to the name where it
/// does elsewhere.
void Typist::take_articles() {
  for (std::uint32_t number = 0; number < spans_.size(); ++number) {
    NameSpan& span = spans_[number];
    if (!span.cluster || !clusters_[*span.cluster].articled) continue;
    const std::uint32_t begin = span.tokens.begin;
    if (begin == 0 || reading_.link(begin) == LinkUse::article ||
        reading_.link(begin - 1) != LinkUse::article || !reading_.capital(begin - 1) ||
        span_at_[begin - 1] != 0 || reading_.sentence_of[begin - 1] != span.sentence) {
      continue;
    }
    span.tokens.begin = begin - 1;
    span_at_[begin - 1] = number + 1;
    NameCluster& cluster = clusters_[*span.cluster];
    if (span.tokens.size() > cluster.longest.size()) cluster.longest = span.tokens;
  }
}

std::uint32_t Typist::root_of(std::uint32_t cluster) const {
  while (clusters_[cluster].root != nobody) cluster = clusters_[cluster].root;
  return cluster;
}

void Typist::join(std::uint32_t shorter, std::uint32_t fuller) {
  shorter = root_of(shorter);
  fuller = root_of(fuller);
  if (shorter == fuller || clusters_[shorter].known) return;
  clusters_[shorter].root = fuller;
  NameCluster& into = clusters_[fuller];
  const NameCluster& from = clusters_[shorter];
  into.evidence.scores += from.evidence.scores;
  into.evidence.told += from.evidence.told;
  if (into.evidence.gender == Gender::unknown) into.evidence.gender = from.evidence.gender;
  into.places += from.places;
  into.inner_places += from.inner_places;
  into.only_furniture = into.only_furniture && from.only_furniture;
  into.only_titles = into.only_titles && from.only_titles;
}

/// "Full Name (FN)", "FN (Full Name)", and initials of a name that the document writes out.
void Typist::join_acronyms() {
  for (std::uint32_t i = 0; i + 1 < spans_.size(); ++i) {
    const NameSpan& left = spans_[i];
    const NameSpan& right = spans_[i + 1];
    if (right.tokens.begin != left.tokens.end + 1 || left.sentence != right.sentence ||
        !reading_.is(left.tokens.end, '(') ||
        right.tokens.end >= reading_.sentence_tokens(right.sentence).end ||
        !reading_.is(right.tokens.end, ')')) {
      continue;
    }
    const bool left_long = left.tokens.size() >= right.tokens.size();
    const NameSpan& full = left_long ? left : right;
    const NameSpan& brief = left_long ? right : left;
    if (brief.tokens.size() != 1 || !brief.cluster) continue;
    if (full.cluster && full.tokens.size() >= 1) {
      const Token& token = reading_.token(brief.tokens.begin);
      const bool alike =
          initial(reading_.key(brief.tokens.begin)) == initial(reading_.key(full.tokens.begin));
      const bool acronym = alike || (token.is(shape_all_caps) && full.tokens.size() > 1);
      if (acronym && (full.tokens.size() > 1 || token.is(shape_all_caps))) {
        join(*brief.cluster, *full.cluster);
      }
    } else if (full.known && reading_.token(brief.tokens.begin).is(shape_all_caps) &&
               rules_.entities[*full.known].type != EntityType::place) {
      clusters_[*brief.cluster].known = full.known;
    }
  }
  UniqueNames initials;
  for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
    const NameCluster& cluster = clusters_[i];
    if (cluster.words.size() < 3) continue;
    std::string all;
    std::string content;
    for (std::size_t w = 0; w < cluster.words.size(); ++w) {
      const std::string first = initial(cluster.words[w]);
      all += first;
      const std::uint64_t word = hash_word(cluster.words[w]);
      if (!rules_.links.contains(word) && cluster.words[w] != "et" && cluster.words[w] != "and") {
        content += first;
      }
    }
    initials.add(all, i);
    if (content != all && content.size() >= 3) initials.add(content, i);
    // "European Aeronautic Defence and Space Company" is EADS.
    const auto last = rules_.organization_words.find(hash_word(cluster.words.back()));
    if (last != rules_.organization_words.end() && last->second.end && content.size() > 3) {
      initials.add(content.substr(0, content.size() - 1), i);
    }
  }
  for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
    const NameCluster& cluster = clusters_[i];
    if (cluster.words.size() != 1 || cluster.words[0].size() < 3 ||
        !reading_.token(cluster.longest.begin).is(shape_all_caps)) {
      continue;
    }
    if (const std::uint32_t full = initials.find(slug_of(cluster.words[0])); full != nobody) {
      join(i, full);
    }
  }
}

/// "Kagan" after "Michael Kagan"; a given name alone ("Sam") only where one person bears it.
void Typist::join_people() {
  UniqueNames surnames;
  UniqueNames given;
  for (const NameSpan& span : spans_) {
    std::uint32_t who = nobody;
    if (span.known && rules_.entities[*span.known].type == EntityType::person) {
      who = *span.known | known_bit;
    } else if (span.cluster && span.tokens.size() > 1) {
      const NameCluster& cluster = clusters_[*span.cluster];
      if (best_type(cluster) == EntityType::person &&
          cluster.evidence.scores.of(EntityType::person) >= enough_points) {
        who = *span.cluster;
      }
    }
    if (who == nobody || span.tokens.size() < 2) continue;
    surnames.add(std::string{reading_.key(span.tokens.end - 1)}, who);
    given.add(std::string{reading_.key(span.tokens.begin)}, who);
  }
  for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
    NameCluster& cluster = clusters_[i];
    if (cluster.words.size() != 1 || cluster.places == 0) continue;
    std::uint32_t who = surnames.find(cluster.words[0]);
    if (who == nobody && cluster.inner_places > 0) who = given.find(cluster.words[0]);
    if (who == nobody) continue;
    // What the text calls a company or a town stays one; a verb alone does not make it so.
    const EntityType type = best_type(cluster);
    if (cluster.root != nobody ||
        (type != EntityType::person && cluster.evidence.told.of(type) >= 4)) {
      cluster.person = who;
      continue;
    }
    if ((who & known_bit) != 0) {
      cluster.known = who & ~known_bit;
    } else {
      join(i, who);
    }
  }
}

/// "PSA" for "PSA Peugeot": the first words of exactly one fuller organisation. Longer short forms
/// first, so that "A B" is "A B C" when "A" asks.
void Typist::join_short_forms() {
  join_prefixes(2);
  join_prefixes(1);
}

void Typist::join_prefixes(std::size_t least) {
  UniqueNames prefixes;
  for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
    const NameCluster& cluster = clusters_[i];
    if (cluster.words.size() < 2) continue;
    const EntityType type = best_type(clusters_[root_of(i)]);
    if (type != EntityType::company && type != EntityType::organization) continue;
    // "HP France" is not HP, "Airbus A330" not Airbus.
    const std::uint32_t last = cluster.longest.end - 1;
    const auto node = rules_.names.step(PhraseTrie::root, reading_.words[last]);
    if (node != PhraseTrie::none && !rules_.names.values(node).empty()) continue;
    for (std::size_t count = 1; count < cluster.words.size(); ++count) {
      const auto word = rules_.organization_words.find(hash_word(cluster.words[0]));
      if (count == 1 && word != rules_.organization_words.end()) continue;
      prefixes.add(joined(cluster.words, count), root_of(i));
    }
    // "Delorme" for "Banque Delorme": a name of its own behind the word that says what it is.
    const auto head = rules_.organization_words.find(hash_word(cluster.words[0]));
    const bool headed = head != rules_.organization_words.end() && head->second.head &&
                        type == EntityType::company &&
                        cluster.words.size() == cluster.longest.size();
    if (headed && reading_.link(cluster.longest.begin + 1) == LinkUse::none &&
        !reading_.is_common(cluster.longest.begin + 1)) {
      prefixes.add(
          joined({cluster.words.begin() + 1, cluster.words.end()}, cluster.words.size() - 1),
          root_of(i));
    }
  }
  for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
    const NameCluster& cluster = clusters_[i];
    if (cluster.root != nobody || cluster.known || cluster.words.size() < least) continue;
    const std::uint32_t full = prefixes.find(joined(cluster.words, cluster.words.size()));
    if (full == nobody || full == i) continue;
    const EntityType type = best_type(cluster);
    const bool fits = type == EntityType::company || type == EntityType::organization ||
                      cluster.evidence.scores.of(type) < enough_points;
    if (fits) join(i, full);
  }
}

/// "Delmas" is the house and the man: each place is who its own words speak for, and where they say
/// nothing, the house.
void Typist::share_surnames() {
  for (std::uint32_t number = 0; number < spans_.size(); ++number) {
    NameSpan& span = spans_[number];
    if (!span.cluster || clusters_[*span.cluster].person == nobody) continue;
    const TypeScores& scores = evidence_[number].scores;
    const std::uint32_t at = span.tokens.begin;
    const bool bare = at == reading_.sentence_tokens(span.sentence).begin ||
                      reading_.determiner(at - 1) == DeterminerClass::none;
    const int person = scores.of(EntityType::person);
    if (!bare || person == 0 || person < scores.of(EntityType::company)) continue;
    const std::uint32_t who = clusters_[*span.cluster].person;
    if ((who & known_bit) != 0) {
      span.known = who & ~known_bit;
      span.cluster.reset();
    } else {
      span.cluster = who;
    }
  }
}

}  // namespace frise
