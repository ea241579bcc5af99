// Known names are found by one walk of the trie from each token; the longest phrase whose letters
// pass wins. Case decides for short names and for common words ("Meta", "Gate", "US"), and
// neighbours decide for a place inside a longer name ("Air France", "Paris Hilton"). Tested in
// tests/unit/entity/known_names_test.cpp.

#include "entity/known_names.hpp"

#include <algorithm>

namespace frise {
namespace {

using Impl = EntityRules::Impl;

/// Letters of a text, not bytes: "é" is one.
std::size_t letters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

bool has_upper(const Reading& reading, TokenRange range) {
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    if (reading.capital(at) || reading.token(at).is(shape_all_caps)) return true;
  }
  return false;
}

bool written_small(const KnownName& name) {
  return name.text.front() >= 'a' && name.text.front() <= 'z';
}

class Finder {
 public:
  explicit Finder(const Reading& reading) : reading_{reading}, rules_{reading.rules} {}

  std::vector<NameSpan> run();

 private:
  struct Match {
    std::uint32_t name = 0;
    std::uint32_t length = 0;
  };

  [[nodiscard]] PhraseTrie::Node step(PhraseTrie::Node node, std::uint32_t at) const;
  [[nodiscard]] bool starts_known(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] bool letters_pass(const KnownName& name, TokenRange range) const;
  [[nodiscard]] bool neighbours_pass(const KnownName& name, TokenRange range) const;
  [[nodiscard]] bool inside_phrase(TokenRange range) const;
  [[nodiscard]] bool narrowed(const KnownName& name, TokenRange range) const;
  [[nodiscard]] bool accepts(const KnownName& name, std::uint32_t begin) const;
  [[nodiscard]] TokenRange bare(TokenRange range, std::uint32_t entity) const;
  void find_in(std::uint32_t sentence);
  void find_again();

  const Reading& reading_;
  const Impl& rules_;
  std::vector<NameSpan> found_;
  std::vector<bool> claimed_;
  std::vector<Match> matches_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> learned_;  ///< bare names met in context
  std::vector<std::uint64_t> confirmed_;  ///< common words seen as names where their capital counts
  std::vector<NameSpan> doubtful_;        ///< the same where it does not
};

/// One more word; a model number may carry a plural ("H100s").
PhraseTrie::Node Finder::step(PhraseTrie::Node node, std::uint32_t at) const {
  const PhraseTrie::Node next = rules_.names.step(node, reading_.words[at]);
  if (next != PhraseTrie::none || !reading_.token(at).is(shape_has_digit)) return next;
  const std::string_view key = reading_.key(at);
  if (key.size() < 3 || key.back() != 's') return PhraseTrie::none;
  return rules_.names.step(node, hash_word(key.substr(0, key.size() - 1)));
}

bool Finder::starts_known(std::uint32_t at, std::uint32_t end) const {
  PhraseTrie::Node node = PhraseTrie::root;
  for (; at < end; ++at) {
    node = step(node, at);
    if (node == PhraseTrie::none) return false;
    for (const std::uint32_t value : rules_.names.values(node)) {
      const KnownName& name = rules_.known_names[value];
      // "Ovalis Airlines" is no trade behind a name.
      const bool trade = rules_.entities[name.entity].type == EntityType::sector;
      if (!trade || !written_small(name) || !reading_.capital(at)) return true;
    }
  }
  return false;
}

bool Finder::letters_pass(const KnownName& name, TokenRange range) const {
  const std::string_view text = reading_.text(range);
  const bool exact = text == name.text;
  if (name.in_context || exact) return true;
  const bool lower_name =
      std::none_of(name.text.begin(), name.text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  const std::string_view key = reading_.key(range.begin);
  if (range.size() > 1) {
    return lower_name || has_upper(reading_, range) || !reading_.lexicon.is_common_word(key);
  }
  if (lower_name) return letters(text) > 3 || !reading_.token(range.begin).is(shape_all_caps);
  if (reading_.traits[reading_.sentence_of[range.begin]].all_caps) {
    return letters(text) > 3 || !reading_.lexicon.is_common_word(key);
  }
  if (letters(name.text) <= 3) return false;
  if (has_upper(reading_, range)) return true;
  const EntityType type = rules_.entities[name.entity].type;
  const bool may_be_lower = type == EntityType::company || type == EntityType::product ||
                            type == EntityType::cryptocurrency;
  return may_be_lower && letters(text) >= 5 && !reading_.lexicon.is_common_word(key) &&
         !rules_.given_names.contains(reading_.words[range.begin]);
}

/// "Confédération nationale des agriculteurs": the trade is part of a longer phrase.
bool Finder::inside_phrase(TokenRange range) const {
  constexpr std::uint32_t reach = 5;
  const std::uint32_t begin = reading_.sentence_tokens(reading_.sentence_of[range.begin]).begin;
  if (reading_.noun_at[range.begin] != 0) {  // "le gendarme du nucléaire"
    const PhraseHit& noun = reading_.nouns[reading_.noun_at[range.begin] - 1];
    const bool one =
        range.begin > begin && !noun.plural &&
        reading_.determiner(range.begin - 1) != DeterminerClass::none &&
        reading_.tags[range.begin - 1].morphology.number == GrammaticalNumber::singular;
    if (noun.begin < range.begin || one) return true;  // "la PME" is one of them
  }
  for (std::uint32_t at = range.begin; at > begin && range.begin - at < reach; --at) {
    const std::uint32_t before = at - 1;
    if (!reading_.is_word(before)) return false;
    const auto word = rules_.organization_words.find(reading_.words[before]);
    if (word != rules_.organization_words.end() && word->second.head && reading_.capital(before)) {
      return true;
    }
    if (reading_.link(before) == LinkUse::none && !reading_.is_adjective(before) &&
        reading_.determiner(before) == DeterminerClass::none) {
      return false;
    }
  }
  return false;
}

/// "ses actionnaires", "500 chercheurs", "les passagers du vol", "bank shares": some of them, or
/// only the first half of another noun.
bool Finder::narrowed(const KnownName& name, TokenRange range) const {
  const TokenRange sentence = reading_.sentence_tokens(reading_.sentence_of[range.begin]);
  const bool english = rules_.lang == "en";
  // "Ovalis Airlines": a capital makes it part of a name.
  if (written_small(name) && reading_.capital(range.begin) &&
      !reading_.opens_sentence(range.begin)) {
    return true;
  }
  if (range.end < sentence.end) {
    const Pos next = reading_.tags[range.end].pos;
    const bool name_follows = reading_.is_word(range.end) && reading_.capital(range.end);
    if ((english && next == Pos::noun) || name_follows) return true;
  }
  if (name.in_context || range.size() > 1) return false;
  const bool plural = reading_.tags[range.begin].morphology.number == GrammaticalNumber::plural;
  if (plural && range.end < sentence.end && reading_.tags[range.end].pos == Pos::adjective &&
      reading_.nationality(range.end).empty()) {
    return true;
  }
  if (plural && range.end < sentence.end &&
      (reading_.link(range.end) == LinkUse::of || reading_.key(range.end) == "of" ||
       reading_.link(range.end) == LinkUse::in)) {
    return true;
  }
  if (range.begin == sentence.begin) return false;
  const std::uint32_t before = range.begin - 1;
  const DeterminerClass determiner = reading_.determiner(before);
  if (determiner == DeterminerClass::possessive || determiner == DeterminerClass::indefinite ||
      determiner == DeterminerClass::demonstrative || determiner == DeterminerClass::first_person ||
      reading_.tags[before].pos == Pos::numeral ||
      reading_.token(before).kind == TokenKind::number) {
    return true;
  }
  // "la grève des enseignants" and not "des enseignants sont venus".
  return determiner == DeterminerClass::contracted && plural &&
         (before == sentence.begin || reading_.tags[before - 1].pos != Pos::noun);
}

/// Part of a longer name that the list does not have?
bool Finder::neighbours_pass(const KnownName& name, TokenRange range) const {
  const KnownEntity& entity = rules_.entities[name.entity];
  const TokenRange sentence = reading_.sentence_tokens(reading_.sentence_of[range.begin]);
  const bool one_word = range.size() == 1;
  const auto is_name = [&](std::uint32_t at) {
    return reading_.is_word(at) && reading_.capital(at) &&
           !rules_.not_names.contains(reading_.words[at]);
  };
  const bool before =
      range.begin > sentence.begin && is_name(range.begin - 1) && !claimed_[range.begin - 1];
  const auto given = [&](std::uint32_t at) {
    return rules_.given_names.contains(reading_.words[at]);
  };
  // "le ministre de Bavière Odrick Valmeraud": a person's name begins behind.
  const bool person_after = range.end + 1 < sentence.end && given(range.end) &&
                            is_name(range.end + 1) && !given(range.begin);
  const bool after = range.end < sentence.end && is_name(range.end) && !person_after &&
                     !starts_known(range.end, sentence.end);
  if (before && one_word && entity.type != EntityType::person && given(range.begin - 1)) {
    return false;  // "Robert Rubin"
  }
  if (reading_.traits[reading_.sentence_of[range.begin]].title_case) return true;
  if (after && one_word && given(range.begin) && entity.type != EntityType::person) {
    return false;  // "Claude Martin"
  }
  if (entity.type == EntityType::sector && !entity.from_pack)
    return !inside_phrase(range) && !narrowed(name, range);
  if (entity.type != EntityType::place || entity.from_pack) return true;
  // The gazetteer yields to longer names: "Air France", "Paris Match".
  const bool before_counts =
      before && reading_.role_at[range.begin - 1] == 0 &&
      reading_.nationality(range.begin - 1).empty() &&
      !(reading_.opens_sentence(range.begin - 1) &&
        reading_.lexicon.is_common_word(reading_.key(range.begin - 1)) &&
        !rules_.organization_words.contains(reading_.words[range.begin - 1]));
  return !before_counts && !after;
}

bool Finder::accepts(const KnownName& name, std::uint32_t begin) const {
  const TokenRange mention{begin + name.begin, begin + name.end};
  for (std::uint32_t at = mention.begin; at < mention.end; ++at) {
    if (claimed_[at]) return false;
  }
  if (name.in_context && reading_.text(mention) != name.text) return false;
  return letters_pass(name, mention) && neighbours_pass(name, mention);
}

/// The name without what only introduces it: "the" in lower case, the noun in "puce X".
TokenRange Finder::bare(TokenRange range, std::uint32_t entity) const {
  while (range.size() > 1 && !reading_.capital(range.begin) &&
         reading_.determiner(range.begin) != DeterminerClass::none) {
    ++range.begin;
  }
  if (reading_.noun_at[range.begin] == 0) return range;
  const PhraseHit& noun = reading_.nouns[reading_.noun_at[range.begin] - 1];
  if (noun.begin != range.begin || noun.end >= range.end) return range;
  PhraseTrie::Node node = PhraseTrie::root;
  for (std::uint32_t at = noun.end; at < range.end && node != PhraseTrie::none; ++at) {
    node = step(node, at);
  }
  if (node == PhraseTrie::none) return range;
  for (const std::uint32_t value : rules_.names.values(node)) {
    if (rules_.known_names[value].entity == entity) return {noun.end, range.end};
  }
  return range;
}

void Finder::find_in(std::uint32_t sentence) {
  const TokenRange tokens = reading_.sentence_tokens(sentence);
  for (std::uint32_t begin = tokens.begin; begin < tokens.end;) {
    matches_.clear();
    if (reading_.token(begin).kind == TokenKind::handle) {
      const std::string_view key = reading_.key(begin);
      const auto node = rules_.names.step(
          PhraseTrie::root, hash_word(key.substr(std::min<std::size_t>(1, key.size()))));
      if (node != PhraseTrie::none && !rules_.names.values(node).empty()) {
        matches_.push_back({rules_.names.values(node).front(), 1});
      }
    } else {
      PhraseTrie::Node node = PhraseTrie::root;
      for (std::uint32_t at = begin; at < tokens.end; ++at) {
        node = step(node, at);
        if (node == PhraseTrie::none) break;
        for (const std::uint32_t value : rules_.names.values(node)) {
          matches_.push_back({value, at + 1 - begin});
        }
      }
    }
    // Longest first; of one length, the one added first.
    std::stable_sort(matches_.begin(), matches_.end(),
                     [](const Match& a, const Match& b) { return a.length > b.length; });
    std::uint32_t next = begin + 1;
    for (const Match& match : matches_) {
      const KnownName& name = rules_.known_names[match.name];
      if (reading_.token(begin).kind != TokenKind::handle && !accepts(name, begin)) continue;
      NameSpan span{.tokens = bare({begin + name.begin, begin + name.end}, name.entity),
                    .sentence = sentence,
                    .known = name.entity,
                    .opens_sentence = reading_.opens_sentence(begin + name.begin)};
      const std::uint64_t word = reading_.words[span.tokens.begin];
      const bool lower_name = written_small(name);
      const bool common = span.tokens.size() == 1 && !lower_name &&
                          reading_.lexicon.is_common_word(reading_.key(span.tokens.begin));
      if (common && span.opens_sentence) {
        const std::uint32_t after = span.tokens.end;
        const bool shows =
            after < tokens.end &&
            (reading_.tags[after].pos == Pos::verb || reading_.tags[after].pos == Pos::auxiliary ||
             reading_.token(after).kind == TokenKind::punctuation);
        if (!shows) {
          doubtful_.push_back(span);
          break;
        }
      } else if (common) {
        confirmed_.push_back(word);
      }
      if (name.in_context && span.tokens.size() == 1) learned_.emplace_back(word, name.entity);
      for (std::uint32_t at = span.tokens.begin; at < span.tokens.end; ++at) claimed_[at] = true;
      next = begin + match.length;
      // A contextual name leaves the words around it to be names of their own.
      if (name.in_context) next = std::max(begin + 1, span.tokens.end);
      found_.push_back(span);
      break;
    }
    begin = next;
  }
}

/// Names that the document itself has made sure of: "X" once it was "la plateforme X".
void Finder::find_again() {
  std::sort(confirmed_.begin(), confirmed_.end());
  for (const NameSpan& span : doubtful_) {
    if (!claimed_[span.tokens.begin] && std::binary_search(confirmed_.begin(), confirmed_.end(),
                                                           reading_.words[span.tokens.begin])) {
      claimed_[span.tokens.begin] = true;
      found_.push_back(span);
    }
  }
  if (learned_.empty()) return;
  std::stable_sort(learned_.begin(), learned_.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::uint32_t at = 0; at < reading_.words.size(); ++at) {
    if (claimed_[at] || !reading_.capital(at) || reading_.opens_sentence(at)) continue;
    const auto hit =
        std::lower_bound(learned_.begin(), learned_.end(), reading_.words[at],
                         [](const auto& entry, std::uint64_t word) { return entry.first < word; });
    if (hit == learned_.end() || hit->first != reading_.words[at]) continue;
    claimed_[at] = true;
    found_.push_back(
        {.tokens = {at, at + 1}, .sentence = reading_.sentence_of[at], .known = hit->second});
  }
}

std::vector<NameSpan> Finder::run() {
  claimed_.assign(reading_.words.size(), false);
  for (std::uint32_t sentence = 0; sentence < reading_.traits.size(); ++sentence) {
    find_in(sentence);
  }
  find_again();
  std::sort(found_.begin(), found_.end(),
            [](const NameSpan& a, const NameSpan& b) { return a.tokens.begin < b.tokens.begin; });
  return std::move(found_);
}

}  // namespace

std::vector<NameSpan> find_known_names(const Reading& reading) { return Finder{reading}.run(); }

}  // namespace frise
