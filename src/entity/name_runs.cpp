// A run begins at a capital that its place in the sentence does not explain and goes on over
// capitals, linking words and numbers. A capitalised head of an organisation ("Union", "Bureau")
// also takes the lower-case words that belong to it. Tested in
// tests/unit/entity/name_runs_test.cpp.

#include "entity/name_runs.hpp"

#include "entity/name_evidence.hpp"

#include <algorithm>

namespace frise {
namespace {

using Impl = EntityRules::Impl;

/// Words of a lower-case tail; longer ones are sentences, not names.
constexpr std::uint32_t longest_tail = 9;
constexpr std::uint32_t longest_run = 8;

class Runner {
 public:
  Runner(const Reading& reading, const std::vector<NameSpan>& known)
      : reading_{reading}, rules_{reading.rules}, taken_(reading.words.size(), false) {
    for (const NameSpan& span : known) {
      for (std::uint32_t at = span.tokens.begin; at < span.tokens.end; ++at) taken_[at] = true;
    }
  }

  std::vector<NameSpan> run();

 private:
  [[nodiscard]] bool may_be_name(std::uint32_t at) const;
  [[nodiscard]] bool joins_places(std::string_view key) const;
  [[nodiscard]] bool describes(std::string_view key) const;
  [[nodiscard]] bool may_begin(std::uint32_t at, TokenRange sentence) const;
  [[nodiscard]] const OrganizationWord* organization_word(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t capitals(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] bool heads_name(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t tail(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] bool joins_words(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t before_person(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] bool acronym_follows(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] bool common_opening(std::uint32_t at) const;
  [[nodiscard]] bool in_ticker(std::uint32_t at) const;
  [[nodiscard]] bool is_initial(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] TokenRange past_nationality(TokenRange run) const;

  const Reading& reading_;
  const Impl& rules_;
  std::vector<bool> taken_;
};

bool Runner::may_be_name(std::uint32_t at) const {
  if (taken_[at] || !reading_.is_word(at) || !reading_.capital(at)) return false;
  // "Gale Partners", "Société X de Crédit": elsewhere a role or a plain word.
  const bool organization = organization_word(at) != nullptr;
  if (!organization && rules_.not_names.contains(reading_.words[at])) return false;
  // "16K", "3e": a quantity, unless letters follow ("3Com").
  const std::string_view key = reading_.key(at);
  // "all-Airbus", "anti-X"
  const char initial = reading_.text(at).front();
  if (initial >= 'a' && initial <= 'z' && key.find('-') != std::string_view::npos) return false;
  if (key.front() >= '0' && key.front() <= '9' && key.size() < 4) return false;
  if (joins_places(key) || describes(key) || in_ticker(at)) return false;
  // Titles and roles stand before names: "PDG", "Chief Executive".
  if (rules_.titles.contains(reading_.words[at])) return false;
  return organization || reading_.role_at[at] == 0;
}

/// "Rio-Paris": a way between two places.
bool Runner::joins_places(std::string_view key) const {
  const auto hyphen = key.find('-');
  if (hyphen == std::string_view::npos) return false;
  for (const std::string_view half : {key.substr(0, hyphen), key.substr(hyphen + 1)}) {
    const auto node = rules_.names.step(PhraseTrie::root, hash_word(half));
    if (node == PhraseTrie::none || rules_.names.values(node).empty()) return false;
    const KnownName& name = rules_.known_names[rules_.names.values(node).front()];
    if (rules_.entities[name.entity].type != EntityType::place) return false;
  }
  return true;
}

/// "Seattle-born", "Paris-based": a common word at the end makes an adjective of the name.
bool Runner::describes(std::string_view key) const {
  const auto hyphen = key.rfind('-');
  if (rules_.lang != "en" || hyphen == std::string_view::npos) return false;
  const std::string_view last = key.substr(hyphen + 1);
  return last.ends_with("ed") || last.ends_with("led") || last == "born" || last == "built" ||
         last == "made" || last == "run";
}

/// "(NASDAQ: ABCD)": where the shares are traded is no name of the article's.
bool Runner::in_ticker(std::uint32_t at) const {
  const TokenRange sentence = reading_.sentence_tokens(reading_.sentence_of[at]);
  if (!reading_.token(at).is(shape_all_caps) && !reading_.capital(at)) return false;
  const auto colon = [&](std::uint32_t i) { return i < sentence.end && reading_.is(i, ':'); };
  const auto opens = [&](std::uint32_t i) { return i >= sentence.begin && reading_.is(i, '('); };
  const auto closes = [&](std::uint32_t i) { return i < sentence.end && reading_.is(i, ')'); };
  if (at > sentence.begin && opens(at - 1) && colon(at + 1) && closes(at + 3)) return true;
  return at > sentence.begin + 2 && colon(at - 1) && opens(at - 3) && closes(at + 1);
}

/// "Michael R. Golden": one letter and its stop between two words of a name.
bool Runner::is_initial(std::uint32_t at, std::uint32_t end) const {
  if (!reading_.is_word(at) || !reading_.capital(at) || reading_.text(at).size() != 1) return false;
  return at + 2 < end && reading_.is(at + 1, '.') && may_be_name(at + 2) &&
         reading_.text(at + 2).size() > 1;
}

/// A plain word that opens the sentence and is the first of a name: "International Paper",
/// "China Eastern Airlines". What introduces a name is not: "Rival X", "Carmaker Y".
bool Runner::common_opening(std::uint32_t at) const {
  const Pos pos = reading_.tags[at].pos;
  if (pos != Pos::noun && pos != Pos::adjective && pos != Pos::proper_noun) return false;
  std::uint32_t rule = 0;
  const bool goes_on = reading_.is_common(at + 1) || organization_word(at + 1) != nullptr;
  return goes_on && reading_.noun_at[at] == 0 && reading_.nationality(at).empty() &&
         !rules_.others.contains(reading_.words[at]) &&
         rules_.owned.longest(reading_.words, at, at + 1, rule) == 0 &&
         !rules_.given_names.contains(reading_.words[at + 1]);
}

/// English writes nationalities with a capital: "German Rheinstahl" is Rheinstahl, "European" alone
/// nobody, while "Danish Society of Cardiology" needs all its words.
TokenRange Runner::past_nationality(TokenRange run) const {
  while (run.begin < run.end && !reading_.nationality(run.begin).empty()) {
    const bool proper = run.size() > 2 && reading_.is_common(run.begin + 1);
    if (proper || (run.size() == 2 && organization_word(run.end - 1) != nullptr)) break;
    ++run.begin;
  }
  return run;
}

const OrganizationWord* Runner::organization_word(std::uint32_t at) const {
  const auto found = rules_.organization_words.find(reading_.words[at]);
  return found == rules_.organization_words.end() ? nullptr : &found->second;
}

/// A capital that opens a sentence counts only with a reason: no common word, a given name or
/// another capital after it, or a bare noun before its verb ("Total fermera ...").
bool Runner::may_begin(std::uint32_t at, TokenRange sentence) const {
  if (!may_be_name(at)) return false;
  const bool function_word =
      reading_.determiner(at) != DeterminerClass::none || reading_.link(at) != LinkUse::none;
  const bool next_is_name =
      at + 1 < sentence.end && (may_be_name(at + 1) || taken_[at + 1]) && reading_.capital(at + 1);
  // "Van Houten", "Al Nasr": a capital on a particle makes it part of the name.
  if (reading_.link(at) == LinkUse::inside && next_is_name && !taken_[at + 1]) return true;
  if (function_word) {
    // "Le Monde" inside a sentence; at its start "Le" is only an article.
    return next_is_name && !reading_.opens_sentence(at) && reading_.link(at) == LinkUse::article &&
           !taken_[at + 1];
  }
  if (!reading_.opens_sentence(at)) return true;
  const Pos pos = reading_.tags[at].pos;
  if (!reading_.is_common(at)) return true;
  const Token& token = reading_.token(at);
  if (token.is(shape_mixed_case)) return true;
  // "SONDAGE." heads a paragraph; "SEC" is a name.
  if (token.is(shape_all_caps) && reading_.key(at).size() <= 4) return true;
  if (at + 1 >= sentence.end) return false;
  if (rules_.given_names.contains(reading_.words[at]) && next_is_name && !taken_[at + 1])
    return true;
  const OrganizationWord* word = organization_word(at);
  if (word != nullptr && (word->head || word->end) && next_is_name) return true;
  if (next_is_name && common_opening(at)) return true;
  const bool noun = pos == Pos::noun || pos == Pos::proper_noun || pos == Pos::adjective;
  const WordTag& next = reading_.tags[at + 1];
  const bool verb = (next.pos == Pos::verb || next.pos == Pos::auxiliary) &&
                    next.morphology.verb_form == VerbForm::finite;
  return noun && verb && reading_.verb(at + 1) != VerbUse::none;
}

/// "les Chantiers de la Rade", "la Dépêche des Alpes": French gives a plain noun a capital behind
/// its article only where it begins a name.
bool Runner::heads_name(std::uint32_t at) const {
  if (rules_.lang == "en" || at == 0 || reading_.tags[at].pos != Pos::noun) return false;
  const DeterminerClass before = reading_.determiner(at - 1);
  const bool definite =
      before == DeterminerClass::definite || before == DeterminerClass::contracted;
  return definite && reading_.is_common(at) && !reading_.token(at).is(shape_all_caps);
}

/// End of the capitals that begin at `begin`.
std::uint32_t Runner::capitals(std::uint32_t begin, std::uint32_t end) const {
  std::uint32_t at = begin + 1;
  // "Le Monde", "L'Oréal": the article is only the way in.
  if (reading_.link(begin) == LinkUse::article && at < end) ++at;
  const OrganizationWord* first = organization_word(begin);
  const bool organization = first != nullptr && first->head;
  while (at < end && at - begin < longest_run) {
    if (is_initial(at, end)) {
      at += 3;
      continue;
    }
    if (may_be_name(at) &&
        (reading_.token(at).is(shape_space_before) || reading_.token(at - 1).is(shape_elided))) {
      ++at;
      continue;
    }
    // "Orval Foods plc": what a firm is by law ends its name, whatever its case.
    if (const OrganizationWord* form = organization_word(at);
        form != nullptr && form->legal && reading_.is_word(at) && !taken_[at] &&
        (reading_.capital(at) || !reading_.is_common(at))) {
      return at + 1;
    }
    const bool more = at + 1 < end && may_be_name(at + 1);
    const LinkUse link = reading_.link(at);
    const bool lower = reading_.is_word(at) && !reading_.capital(at);
    if (more && (link == LinkUse::inside || reading_.is(at, '&')) &&
        (lower || reading_.is(at, '&'))) {
      at += 2;
      continue;
    }
    // "Banque de France", "Bank of America"; "Charles de Gaulle".
    if (more && link == LinkUse::of && lower) {
      const bool person = at == begin + 1 && rules_.given_names.contains(reading_.words[begin]);
      const bool particle = reading_.key(at) == "de" || reading_.key(at) == "d'";
      const OrganizationWord* last = rules_.lang == "en" ? organization_word(at - 1) : nullptr;
      if (organization || last != nullptr || (person && particle) ||
          (heads_name(begin) && reading_.is_common(at + 1))) {
        at += 2;
        continue;
      }
    }
    // "Société des Bains de la Rade", "Chantiers de la Rade": one more article.
    if (link == LinkUse::of && lower && at + 2 < end && may_be_name(at + 2) &&
        !reading_.capital(at + 1) && reading_.determiner(at + 1) == DeterminerClass::definite &&
        (organization || (heads_name(begin) && reading_.is_common(at + 2)))) {
      at += 3;
      continue;
    }
    // "Shopworkers' Union"
    if (more && reading_.is(at, '\'') && reading_.key(at - 1).ends_with('s')) {
      const OrganizationWord* last = organization_word(at + 1);
      if (last != nullptr && last->end) {
        at += 2;
        continue;
      }
    }
    // "Securities and Exchange Commission", "Hi Investment and Securities".
    if (more && link == LinkUse::join && joins_words(at, end)) {
      at += 2;
      continue;
    }
    // "Europe 1", "Boeing 737": a short number that counts nothing.
    if (reading_.token(at).kind == TokenKind::number && reading_.key(at).size() <= 3 &&
        (at + 1 == end || reading_.token(at + 1).kind == TokenKind::punctuation ||
         reading_.tags[at + 1].pos == Pos::verb || reading_.tags[at + 1].pos == Pos::auxiliary)) {
      ++at;
    }
    break;
  }
  return at;
}

/// "le directeur de Jababeka David Quentin": a given name behind a strange word begins another
/// name. Where the first word is one of the language or of organisations ("Fondation Louis ..."),
/// it stays.
std::uint32_t Runner::before_person(std::uint32_t begin, std::uint32_t end) const {
  if (end - begin < 3 || given_name(reading_, begin)) return end;
  const bool linked = begin > 0 && reading_.link(begin - 1) != LinkUse::none &&
                      organization_word(begin) == nullptr && !reading_.is_common(begin);
  for (std::uint32_t at = begin + 1; at + 1 < end; ++at) {
    if (!rules_.given_names.contains(reading_.words[at])) continue;
    // "l'UBN Odrick Valmeraud", "the Air Force James Roche": the first name is complete.
    const OrganizationWord* before = organization_word(at - 1);
    const Token& last = reading_.token(at - 1);
    const bool complete = (before != nullptr && before->end) ||
                          (last.is(shape_all_caps) && reading_.key(at - 1).size() <= 5);
    if (linked || complete) return at;
  }
  return end;
}

/// Does "and" stand inside one organisation's name? Plain words on its left, and on its right words
/// that end in one of an organisation.
bool Runner::joins_words(std::uint32_t at, std::uint32_t end) const {
  const OrganizationWord* left = organization_word(at - 1);
  if (left == nullptr && !reading_.is_common(at - 1)) return false;
  // "Orval SA et Brumel SA" are two.
  if (left != nullptr && left->legal) return false;
  std::uint32_t last = at + 1;
  while (last + 1 < end && may_be_name(last + 1)) ++last;
  // "Orval Fuels and Brumel Inc": a strange word begins another name; "Orval Pharma and General
  // Energy": so do plain ones between two words of companies, but not in "Gas and Electric
  // Company".
  if (organization_word(at + 1) == nullptr) {
    const OrganizationWord* closing = organization_word(last);
    const bool each = left != nullptr && left->end && closing != nullptr && closing->end &&
                      closing->type == EntityType::company && last > at + 1;
    if (each || !reading_.is_common(at + 1)) return false;
  }
  for (std::uint32_t i = at + 1; i <= last; ++i) {
    const OrganizationWord* right = organization_word(i);
    if (right != nullptr && right->end && (left != nullptr || i > at + 1)) return true;
  }
  return false;
}

bool Runner::acronym_follows(std::uint32_t at, std::uint32_t end) const {
  return at + 2 < end && reading_.is(at, '(') && reading_.is_word(at + 1) &&
         reading_.capital(at + 1) && reading_.is(at + 2, ')');
}

/// End of the lower-case words that belong to an organisation's head: "belge du secteur financier".
/// All of them when an acronym stands behind, else no further than the words surely belong.
std::uint32_t Runner::tail(std::uint32_t begin, std::uint32_t end) const {
  std::uint32_t at = begin;
  std::uint32_t sure = begin;
  const std::uint32_t stop = std::min(end, begin + longest_tail);
  for (; at < stop && !taken_[at]; ++at) {
    if (!reading_.is_word(at)) break;
    const Pos pos = reading_.tags[at].pos;
    const bool small = reading_.determiner(at) != DeterminerClass::none ||
                       reading_.link(at) == LinkUse::of || reading_.link(at) == LinkUse::in ||
                       reading_.link(at) == LinkUse::to || pos == Pos::adposition ||
                       pos == Pos::coordinating_conjunction || pos == Pos::determiner;
    if (small) continue;
    // "Banque du Rhône sanctionnée" heads an article.
    const bool content = pos == Pos::noun || pos == Pos::proper_noun ||
                         (reading_.is_adjective(at) && pos != Pos::verb);
    if (!content) break;
    if (reading_.capital(at) && at > begin) {
      // "Bureau d'enquêtes de la DGAC": another name's words belong only if an acronym closes them.
      if (!acronym_follows(at + 1, end)) break;
    }
    sure = at + 1;
  }
  if (acronym_follows(at, end)) return at;
  // Without an acronym an "et" or "à" is the sentence's, unless the same link goes on behind it.
  std::uint32_t safe = begin;
  for (std::uint32_t i = begin; i < sure; ++i) {
    const Pos pos = reading_.tags[i].pos;
    if (pos == Pos::coordinating_conjunction &&
        !(i + 1 < sure && reading_.link(i + 1) == LinkUse::of)) {
      break;
    }
    if (reading_.link(i) == LinkUse::in || reading_.link(i) == LinkUse::to ||
        reading_.link(i) == LinkUse::at) {
      break;
    }
    const bool small = reading_.determiner(i) != DeterminerClass::none ||
                       reading_.link(i) == LinkUse::of || pos == Pos::coordinating_conjunction ||
                       pos == Pos::determiner || pos == Pos::adposition;
    if (!small) safe = i + 1;
  }
  return safe;
}

std::vector<NameSpan> Runner::run() {
  std::vector<NameSpan> out;
  for (std::uint32_t number = 0; number < reading_.traits.size(); ++number) {
    const SentenceTraits& traits = reading_.traits[number];
    if (traits.all_caps || traits.foreign) continue;
    const TokenRange sentence = reading_.sentence_tokens(number);
    for (std::uint32_t at = sentence.begin; at < sentence.end;) {
      if (!may_begin(at, sentence)) {
        if (may_be_name(at) && reading_.opens_sentence(at) &&
            reading_.determiner(at) == DeterminerClass::none &&
            reading_.link(at) == LinkUse::none) {
          out.push_back({.tokens = {at, at + 1},
                         .sentence = number,
                         .opens_sentence = true,
                         .doubtful = true});
        }
        ++at;
        continue;
      }
      std::uint32_t end = capitals(at, sentence.end);
      const OrganizationWord* first = organization_word(at);
      if (rules_.lang != "en" && first != nullptr && first->head && !first->strip &&
          !reading_.token(at).is(shape_all_caps)) {
        end = std::max(end, tail(end, sentence.end));
      }
      end = before_person(at, end);
      std::uint32_t begin = at;
      if (first != nullptr && first->strip && end - begin > 1) ++begin;
      const TokenRange run = past_nationality({begin, end});
      if (run.size() > 0) {
        out.push_back({.tokens = run,
                       .sentence = number,
                       .opens_sentence = run.begin == at && reading_.opens_sentence(at)});
      }
      at = end;
    }
  }
  return out;
}

}  // namespace

std::vector<NameSpan> find_name_runs(const Reading& reading, const std::vector<NameSpan>& known) {
  return Runner{reading, known}.run();
}

}  // namespace frise
