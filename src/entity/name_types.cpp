// Evidence is summed over all places of a name, so that one clear place types every other; short
// forms add theirs to the full name's. Kinds compete by points, ties by the order of EntityType.
// Tested in tests/unit/entity/name_types_test.cpp.

#include "entity/name_types.hpp"

#include <algorithm>
#include <unordered_map>

namespace frise {
namespace {

using Impl = EntityRules::Impl;

constexpr int enough = 3;  ///< points that name a kind
constexpr std::uint32_t nobody = static_cast<std::uint32_t>(-1);

struct Cluster {
  TokenRange longest;              ///< where its fullest form stands
  std::vector<std::string> words;  ///< lookup forms, legal forms left out
  NameEvidence evidence;
  std::uint32_t places = 0;
  std::uint32_t inner_places = 0;  ///< where its capital is not the sentence's
  bool only_furniture = true;
  bool only_titles = true;             ///< nothing but Headlines In Capitals
  bool articled = false;               ///< its article has a capital: L'Oréal
  bool known_word = false;             ///< nothing but common words of the language
  std::uint32_t root = nobody;         ///< the fuller name that this one is short for
  std::optional<std::uint32_t> known;  ///< short for a known entity
  std::uint32_t person = nobody;       ///< a company's name that is also this person's surname
  std::optional<std::uint32_t> thing;
};

/// A word that may stand for several names stands for none.
class Unique {
 public:
  void add(const std::string& word, std::uint32_t value) {
    const auto [at, added] = values_.emplace(word, value);
    if (!added && at->second != value) at->second = nobody;
  }
  [[nodiscard]] std::uint32_t find(const std::string& word) const {
    const auto at = values_.find(word);
    return at == values_.end() ? nobody : at->second;
  }

 private:
  std::unordered_map<std::string, std::uint32_t> values_;
};

std::string joined(const std::vector<std::string>& words, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    if (i != 0) out += ' ';
    out += words[i];
  }
  return out;
}

/// First code point of a lookup form, accents off.
std::string initial(std::string_view word) {
  const std::string slug = slug_of(word.substr(0, std::min<std::size_t>(4, word.size())));
  return slug.substr(0, 1);
}

class Typist {
 public:
  Typist(const Reading& reading, std::vector<NameSpan> known, std::vector<NameSpan> runs);

  TypedNames run();

 private:
  void gather();
  void join_acronyms();
  void join_people();
  void join_short_forms();
  void join_prefixes(std::size_t least);
  void join(std::uint32_t shorter, std::uint32_t fuller);
  void decide();
  void take_articles();
  void read_capitals();
  void share_surnames();
  void add_thing(Cluster& root);
  [[nodiscard]] bool shows_name(const NameSpan& span) const;
  [[nodiscard]] bool stands_alone(TokenRange tokens) const;
  void capitals_that_govern();
  [[nodiscard]] std::uint32_t root_of(std::uint32_t cluster) const;
  [[nodiscard]] EntityType best_type(const Cluster& cluster) const;
  [[nodiscard]] bool keeps(const Cluster& cluster, EntityType type) const;

  const Reading& reading_;
  const Impl& rules_;
  std::vector<NameSpan> spans_;
  std::vector<std::uint32_t> span_at_;
  std::vector<NameEvidence> evidence_;  ///< of each span
  std::vector<Cluster> clusters_;
  TypedNames out_;
};

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
    Cluster& cluster = clusters_[at->second];
    span.cluster = at->second;
    cluster.articled = cluster.articled || articled;
    if (span.doubtful) continue;
    ++cluster.places;
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
    Cluster& cluster = clusters_[*span.cluster];
    if (span.tokens.size() > cluster.longest.size()) cluster.longest = span.tokens;
  }
}

/// A headline in capitals: what the article names elsewhere is named here too.
void Typist::read_capitals() {
  PhraseTrie names;
  bool any = false;
  for (const SentenceTraits& traits : reading_.traits) any = any || traits.all_caps;
  if (!any) return;
  for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
    const Cluster& root = clusters_[root_of(i)];
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

std::uint32_t Typist::root_of(std::uint32_t cluster) const {
  while (clusters_[cluster].root != nobody) cluster = clusters_[cluster].root;
  return cluster;
}

void Typist::join(std::uint32_t shorter, std::uint32_t fuller) {
  shorter = root_of(shorter);
  fuller = root_of(fuller);
  if (shorter == fuller || clusters_[shorter].known) return;
  clusters_[shorter].root = fuller;
  Cluster& into = clusters_[fuller];
  const Cluster& from = clusters_[shorter];
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
      const bool acronym = token.is(shape_all_caps) || initial(reading_.key(brief.tokens.begin)) ==
                                                           initial(reading_.key(full.tokens.begin));
      if (acronym && (full.tokens.size() > 1 || token.is(shape_all_caps))) {
        join(*brief.cluster, *full.cluster);
      }
    } else if (full.known && reading_.token(brief.tokens.begin).is(shape_all_caps) &&
               rules_.entities[*full.known].type != EntityType::place) {
      clusters_[*brief.cluster].known = full.known;
    }
  }
  Unique initials;
  for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
    const Cluster& cluster = clusters_[i];
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
  }
  for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
    const Cluster& cluster = clusters_[i];
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
  Unique surnames;
  Unique given;
  constexpr std::uint32_t known_bit = 0x80000000U;
  for (const NameSpan& span : spans_) {
    std::uint32_t who = nobody;
    if (span.known && rules_.entities[*span.known].type == EntityType::person) {
      who = *span.known | known_bit;
    } else if (span.cluster && span.tokens.size() > 1) {
      const Cluster& cluster = clusters_[*span.cluster];
      if (best_type(cluster) == EntityType::person &&
          cluster.evidence.scores.of(EntityType::person) >= enough) {
        who = *span.cluster;
      }
    }
    if (who == nobody || span.tokens.size() < 2) continue;
    surnames.add(std::string{reading_.key(span.tokens.end - 1)}, who);
    given.add(std::string{reading_.key(span.tokens.begin)}, who);
  }
  for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
    Cluster& cluster = clusters_[i];
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
  Unique prefixes;
  for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
    const Cluster& cluster = clusters_[i];
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
  }
  for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
    const Cluster& cluster = clusters_[i];
    if (cluster.root != nobody || cluster.known || cluster.words.size() < least) continue;
    const std::uint32_t full = prefixes.find(joined(cluster.words, cluster.words.size()));
    if (full == nobody || full == i) continue;
    const EntityType type = best_type(cluster);
    const bool fits = type == EntityType::company || type == EntityType::organization ||
                      cluster.evidence.scores.of(type) < enough;
    if (fits) join(i, full);
  }
}

EntityType Typist::best_type(const Cluster& cluster) const {
  std::size_t best = static_cast<std::size_t>(EntityType::company);
  for (std::size_t i = 0; i < entity_type_count; ++i) {
    if (cluster.evidence.scores.points[i] > cluster.evidence.scores.points[best]) best = i;
  }
  return static_cast<EntityType>(best);
}

/// Little evidence keeps a name only if its shape is one: several words inside a sentence, or a
/// word that the language does not have, seen again.
bool Typist::keeps(const Cluster& cluster, EntityType type) const {
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
    return points >= 5 || (points >= enough && given_name(reading_, cluster.longest.begin));
  }
  if (lone_common) return points >= enough && type != EntityType::place;
  if (points >= enough) return true;
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

/// "Delmas" is the house and the man: each place is who its own words speak for, and where they say
/// nothing, the house.
void Typist::share_surnames() {
  constexpr std::uint32_t known_bit = 0x80000000U;
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

void Typist::add_thing(Cluster& root) {
  NamedThing thing{std::string{reading_.text(root.longest)}, best_type(root), root.evidence.gender};
  const TypeScores& scores = root.evidence.scores;
  const int points = scores.of(thing.type);
  thing.sure = points >= enough + 2;
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
    Cluster& root = clusters_[root_of(*span.cluster)];
    if (root.known) {
      span.known = root.known;
      span.cluster.reset();
      out_.spans.push_back(span);
      continue;
    }
    if (!keeps(root, best_type(root))) continue;
    const Cluster& own = clusters_[*span.cluster];
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
  join_acronyms();
  join_short_forms();
  join_people();
  share_surnames();
  capitals_that_govern();
  decide();
  read_capitals();
  return std::move(out_);
}

}  // namespace

TypedNames type_names(const Reading& reading, std::vector<NameSpan> known,
                      std::vector<NameSpan> runs) {
  return Typist{reading, std::move(known), std::move(runs)}.run();
}

}  // namespace frise
