// Known names are found by one walk of the trie from each token; the longest phrase whose letters pass
// wins. Case decides for short names and for common words ("Meta", "Gate", "US"), and neighbours
// decide for a place inside a longer name ("Air France", "Paris Hilton").
// Tested in tests/unit/entity/known_names_test.cpp.

#include "entity/known_names.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace frise {
namespace {

using Impl = EntityRules::Impl;

std::vector<std::string_view> split(std::string_view cell, char mark) {
  std::vector<std::string_view> out;
  while (!cell.empty()) {
    const auto at = cell.find(mark);
    if (at != 0) out.push_back(cell.substr(0, at));
    cell = at == std::string_view::npos ? std::string_view{} : cell.substr(at + 1);
  }
  return out;
}

struct Adder {
  const SegmentRules& segment_rules;
  Impl& out;

  std::uint32_t entity(KnownEntity entity) {
    const auto [at, added] =
        out.entity_of_id.emplace(entity.id, static_cast<std::uint32_t>(out.entities.size()));
    if (added) out.entities.push_back(std::move(entity));
    return at->second;
  }

  /// \param text as written; "plateforme [X]" names X in those words only.
  void name(std::uint32_t entity, std::string_view text) {
    const auto open = text.find('[');
    const auto close = text.find(']');
    KnownName name{entity, 0, 0, 0, std::string{text}, false};
    std::vector<std::string> keys;
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) {
      keys = phrase_keys(text, segment_rules);
      name.end = static_cast<std::uint16_t>(keys.size());
    } else {
      name.in_context = true;
      name.text = text.substr(open + 1, close - open - 1);
      const auto append = [&](std::string_view part) {
        for (std::string& key : phrase_keys(part, segment_rules)) keys.push_back(std::move(key));
        return static_cast<std::uint16_t>(keys.size());
      };
      name.begin = append(text.substr(0, open));
      name.end = append(name.text);
      append(text.substr(close + 1));
    }
    if (keys.empty() || name.begin == name.end) return;
    name.length = static_cast<std::uint16_t>(keys.size());
    out.names.add(keys, static_cast<std::uint32_t>(out.known_names.size()));
    out.known_names.push_back(std::move(name));
  }

  void subject(const SubjectPack& pack);
  [[nodiscard]] Result<void> countries(const LanguagePack& pack);
  void places(const LanguagePack& pack);
};

void Adder::subject(const SubjectPack& pack) {
  for (const PackEntity& entry : pack.entities) {
    const auto local = entry.names.find(out.lang);
    const std::string& name_here = local == entry.names.end() ? entry.name : local->second;
    const Gender gender = entry.gender == "m"   ? Gender::masculine
                          : entry.gender == "f" ? Gender::feminine
                                                : Gender::unknown;
    const std::uint32_t index =
        entity({entry.id, name_here, entry.type, true, gender, entry.country, {}, {}});
    if (entry.name_is_alias) name(index, entry.name);
    for (const auto& [lang, text] : entry.names) name(index, text);
    for (const std::string& alias : entry.aliases) name(index, alias);
  }
  for (const PackEntity& entry : pack.entities) {
    if (!entry.parent.empty()) {
      out.entities[out.entity_of_id.at(entry.id)].parent = out.entity_of_id.at(entry.parent);
    }
  }
  for (const PackRole& role : pack.roles) {
    out.known_roles.push_back({out.entity_of_id.at(role.person),
                               out.entity_of_id.at(role.organization), role.role,
                               !role.until.empty()});
  }
}

Result<void> Adder::countries(const LanguagePack& pack) {
  const auto patterns = split(pack.setting("governments", ""), ';');
  const Table& table = pack.table("entity/countries");
  for (const TableRow& row : table.rows()) {
    const std::string iso{row.cell(0)};
    const auto adjectives = split(row.cell(4), ';');
    for (const std::string_view adjective : adjectives) {
      for (const std::string& key : phrase_keys(adjective, segment_rules)) {
        out.nationalities.emplace(hash_word(key), iso);
      }
    }
    if (row.cell(2).empty()) continue;
    if (row.cell(1).empty()) return fail(table.error_at(row, "a country needs its slug"));
    const std::string slug{row.cell(1)};
    const std::uint32_t place = entity({.id = "place:" + slug,
                                        .name = std::string{row.cell(2)},
                                        .type = EntityType::place,
                                        .country = iso});
    name(place, row.cell(2));
    for (const std::string_view other : split(row.cell(3), ';')) name(place, other);
    std::optional<std::uint32_t> government;
    for (const std::string_view pattern : patterns) {
      const auto hole = pattern.find("{}");
      if (hole == std::string_view::npos || adjectives.empty()) continue;
      for (const std::string_view adjective : adjectives) {
        std::string text{pattern};
        text.replace(hole, 2, adjective);
        if (!government) {
          std::string title = text;
          if (title.front() >= 'a' && title.front() <= 'z') title.front() -= 'a' - 'A';
          government = entity({.id = "government:" + slug,
                               .name = std::move(title),
                               .type = EntityType::government,
                               .country = iso});
        }
        name(*government, text);
      }
    }
    if (!row.cell(5).empty()) {
      const std::uint32_t capital = entity({.id = fmt::format("place:{}", row.cell(6)),
                                            .name = std::string{row.cell(5)},
                                            .type = EntityType::place,
                                            .country = iso,
                                            .governs = government});
      name(capital, row.cell(5));
    }
  }
  return {};
}

void Adder::places(const LanguagePack& pack) {
  for (const TableRow& row : pack.table("entity/places").rows()) {
    const std::uint32_t place = entity({.id = fmt::format("place:{}", row.cell(1)),
                                        .name = std::string{row.cell(2)},
                                        .type = EntityType::place,
                                        .country = std::string{row.cell(0)}});
    name(place, row.cell(2));
  }
  for (const TableRow& row : pack.table("entity/publications").rows()) {
    const std::uint32_t media = entity({.id = fmt::format("publication:{}", row.cell(0)),
                                        .name = std::string{row.cell(1)},
                                        .type = EntityType::publication});
    name(media, row.cell(1));
    for (const std::string_view other : split(row.cell(2), ';')) name(media, other);
  }
}

/// Letters of a text, not bytes: "é" is one.
std::size_t letters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool has_upper(const Reading& reading, TokenRange range) {
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    if (reading.capital(at) || reading.token(at).is(shape_all_caps)) return true;
  }
  return false;
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
  [[nodiscard]] bool accepts(const KnownName& name, std::uint32_t begin) const;
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
    if (!rules_.names.values(node).empty()) return true;
  }
  return false;
}

bool Finder::letters_pass(const KnownName& name, TokenRange range) const {
  const std::string_view text = reading_.text(range);
  const bool exact = text == name.text;
  if (name.in_context || exact) return true;
  const bool lower_name = std::none_of(name.text.begin(), name.text.end(),
                                       [](char c) { return c >= 'A' && c <= 'Z'; });
  const std::string_view key = reading_.key(range.begin);
  if (range.size() > 1) {
    return lower_name || has_upper(reading_, range) ||
           !reading_.lexicon.is_common_word(key);
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

/// Part of a longer name that the list does not have?
bool Finder::neighbours_pass(const KnownName& name, TokenRange range) const {
  const KnownEntity& entity = rules_.entities[name.entity];
  const TokenRange sentence = reading_.sentence_tokens(reading_.sentence_of[range.begin]);
  const bool one_word = range.size() == 1;
  const auto is_name = [&](std::uint32_t at) {
    return reading_.is_word(at) && reading_.capital(at) && !rules_.not_names.contains(reading_.words[at]);
  };
  const bool before = range.begin > sentence.begin && is_name(range.begin - 1) &&
                      !claimed_[range.begin - 1];
  const bool after = range.end < sentence.end && is_name(range.end) &&
                     !starts_known(range.end, sentence.end);
  if (before && one_word && entity.type != EntityType::person &&
      rules_.given_names.contains(reading_.words[range.begin - 1])) {
    return false;  // "Robert Rubin"
  }
  if (reading_.traits[reading_.sentence_of[range.begin]].title_case) return true;
  if (after && one_word && rules_.given_names.contains(reading_.words[range.begin]) &&
      entity.type != EntityType::person) {
    return false;  // "Claude Martin"
  }
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

void Finder::find_in(std::uint32_t sentence) {
  const TokenRange tokens = reading_.sentence_tokens(sentence);
  for (std::uint32_t begin = tokens.begin; begin < tokens.end;) {
    matches_.clear();
    if (reading_.token(begin).kind == TokenKind::handle) {
      const std::string_view key = reading_.key(begin);
      const auto node = rules_.names.step(PhraseTrie::root, hash_word(key.substr(std::min<std::size_t>(1, key.size()))));
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
      NameSpan span{.tokens = {begin + name.begin, begin + name.end},
                    .sentence = sentence,
                    .known = name.entity,
                    .opens_sentence = reading_.opens_sentence(begin + name.begin)};
      const std::uint64_t word = reading_.words[span.tokens.begin];
      const bool lower_name = name.text.front() >= 'a' && name.text.front() <= 'z';
      const bool common = span.tokens.size() == 1 && !lower_name &&
                          reading_.lexicon.is_common_word(reading_.key(span.tokens.begin));
      if (common && span.opens_sentence) {
        const std::uint32_t after = span.tokens.end;
        const bool shows = after < tokens.end && (reading_.tags[after].pos == Pos::verb ||
                                                  reading_.tags[after].pos == Pos::auxiliary ||
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
    if (!claimed_[span.tokens.begin] &&
        std::binary_search(confirmed_.begin(), confirmed_.end(),
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
    const auto hit = std::lower_bound(
        learned_.begin(), learned_.end(), reading_.words[at],
        [](const auto& entry, std::uint64_t word) { return entry.first < word; });
    if (hit == learned_.end() || hit->first != reading_.words[at]) continue;
    claimed_[at] = true;
    found_.push_back({.tokens = {at, at + 1}, .sentence = reading_.sentence_of[at],
                      .known = hit->second});
  }
}

std::vector<NameSpan> Finder::run() {
  claimed_.assign(reading_.words.size(), false);
  for (std::uint32_t sentence = 0; sentence < reading_.traits.size(); ++sentence) {
    find_in(sentence);
  }
  find_again();
  std::sort(found_.begin(), found_.end(), [](const NameSpan& a, const NameSpan& b) {
    return a.tokens.begin < b.tokens.begin;
  });
  return std::move(found_);
}

}  // namespace

Result<void> add_known_names(const LanguagePack& pack, const SegmentRules& segment_rules,
                             const std::vector<SubjectPack>& subjects, EntityRules::Impl& rules) {
  Adder adder{segment_rules, rules};
  for (const SubjectPack& subject : subjects) adder.subject(subject);
  if (auto added = adder.countries(pack); !added) return added;
  adder.places(pack);
  return {};
}

std::vector<NameSpan> find_known_names(const Reading& reading) { return Finder{reading}.run(); }

}  // namespace frise
