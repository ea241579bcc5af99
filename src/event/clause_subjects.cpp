// Subjects to the left, by the order and the small words of French and English (SVO), with the
// inversions of news: relatives, participles, "..., a déclaré X". Scans are bounded. Tested in
// tests/unit/event/clauses_test.cpp.

#include "event/clause_draft.hpp"

#include <algorithm>

namespace frise {
namespace {

constexpr std::uint32_t reach = ClauseDraft::reach;

class SubjectScan {
 public:
  explicit SubjectScan(ClauseDraft& draft) : draft_{draft} {}

  void run() {
    for (Clause& clause : draft_.clauses) attach_subject(clause);
  }

 private:
  [[nodiscard]] ChunkKind kind(std::uint32_t c) const { return draft_.chunks[c].kind; }
  [[nodiscard]] const VerbGroup& verb(const Clause& clause) const { return draft_.verb(clause); }
  [[nodiscard]] std::uint32_t index(const Clause& clause) const { return draft_.index(clause); }

  /// The chunk is governed by a preposition, or coordinated with one that is.
  [[nodiscard]] bool governed(std::uint32_t c) const {
    for (std::uint32_t steps = 0; c > 0 && steps < reach; --c, ++steps) {
      const ChunkKind before = kind(c - 1);
      if (before == ChunkKind::preposition) return true;
      if (before == ChunkKind::coordinator && c >= 2 && kind(c - 2) == ChunkKind::noun) {
        --c;
        continue;
      }
      return false;
    }
    return false;
  }

  [[nodiscard]] bool plural(std::uint32_t c) const {
    const Chunk& chunk = draft_.chunks[c];
    const auto& mentions = draft_.context.input.entities.mentions;
    if (chunk.mention && mentions[*chunk.mention].number == GrammaticalNumber::plural) return true;
    return draft_.context.tag(chunk.head).morphology.number == GrammaticalNumber::plural;
  }

  void set_subject(Clause& clause, std::uint32_t c) {
    clause.subjects.push_back(c);
    draft_.subject_of[c] = index(clause);
    if (verb(clause).number == GrammaticalNumber::singular) return;
    // "AMD, Intel et Nvidia ont": the rest of the list, to the left.
    bool joined = false;
    for (std::uint32_t at = c; at >= 2; at -= 2) {
      const ChunkKind link = kind(at - 1);
      if (kind(at - 2) != ChunkKind::noun) break;
      if (link == ChunkKind::coordinator)
        joined = true;
      else if (!(link == ChunkKind::comma && joined))
        break;
      if (governed(at - 2)) break;
      clause.subjects.push_back(at - 2);
      draft_.subject_of[at - 2] = index(clause);
    }
    std::reverse(clause.subjects.begin(), clause.subjects.end());
  }

  /// The opening comma or dash of the aside that closes just before `c`, if there is one.
  [[nodiscard]] std::optional<std::uint32_t> aside(std::uint32_t close) const {
    const ChunkKind mark = kind(close);
    const ChunkKind open = mark == ChunkKind::close_bracket ? ChunkKind::open_bracket : mark;
    for (std::uint32_t steps = 1; steps <= close && steps < reach; ++steps) {
      const std::uint32_t c = close - steps;
      if (kind(c) == open) return c;
      if (kind(c) == ChunkKind::stop || kind(c) == ChunkKind::colon) return std::nullopt;
    }
    return std::nullopt;
  }

  /// A lone name of a person between commas is the subject itself: "Le PDG de X, Y Z, a dit".
  [[nodiscard]] std::optional<std::uint32_t> named_aside(std::uint32_t open,
                                                         std::uint32_t close) const {
    if (close != open + 2 || kind(open + 1) != ChunkKind::noun) return std::nullopt;
    const auto mention = draft_.chunks[open + 1].mention;
    if (!mention) return std::nullopt;
    const Mention& m = draft_.context.input.entities.mentions[*mention];
    return m.kind == MentionKind::name ? std::optional{open + 1} : std::nullopt;
  }

  void antecedent(Clause& clause, std::uint32_t relative) {
    clause.link = ClauseLink::relative;
    for (std::uint32_t steps = 1; steps <= relative && steps < reach; ++steps) {
      const std::uint32_t c = relative - steps;
      if (kind(c) == ChunkKind::noun) {
        const bool wrong_number = verb(clause).number == GrammaticalNumber::singular && plural(c);
        if (wrong_number && governed(c)) continue;
        clause.subjects.push_back(c);
        return;
      }
      if (kind(c) == ChunkKind::stop || kind(c) == ChunkKind::colon) return;
    }
  }

  void attach_subject(Clause& clause) {
    const VerbGroup& group = verb(clause);
    const std::uint32_t v = clause.chunk;
    switch (group.form) {
      case VerbForm::infinitive:
        infinitive(clause);
        return;
      case VerbForm::past_participle:
        participle(clause);
        return;
      case VerbForm::present_participle:
        gerund(clause);
        return;
      default:
        break;
    }
    if (group.subject_clitic) return;  // its mention is read from the token
    if (inverted_speech(clause)) return;
    std::uint32_t c = v;
    bool crossed =
        false;  // stepped over something that only a subject of the main clause can stand behind
    for (std::uint32_t steps = 0; c > 0 && steps < reach; ++steps) {
      --c;
      switch (kind(c)) {
        case ChunkKind::noun: {
          if (governed(c) && !opens_clause(c, v)) {
            crossed = true;
            continue;
          }
          if (draft_.subject_of[c] && *draft_.subject_of[c] != index(clause)) continue;
          if (const auto outer = object_of_relative(c)) {
            c = *outer;
            crossed = true;
            continue;
          }
          set_subject(clause, c);
          mark_condition(clause, clause.subjects.front());
          return;
        }
        case ChunkKind::comma:
        case ChunkKind::dash:
        case ChunkKind::close_bracket:
          if (c + 1 == v || crossed || kind(c) == ChunkKind::close_bracket) {
            if (const auto open = aside(c)) {
              if (const auto name = named_aside(*open, c)) {
                set_subject(clause, *name);
                return;
              }
              c = *open;
            }
          }
          crossed = true;
          continue;
        case ChunkKind::relative:
          if (!crossed || c + 1 == v) {
            const std::string_view k = draft_.chunks[c].key;
            // "que", "dont" leave the subject to be found after the verb or between.
            if (subject_relative(k))
              antecedent(clause, c);
            else
              clause.link = ClauseLink::relative;
            return;
          }
          return;
        case ChunkKind::complementizer:
          clause.link = ClauseLink::complement;
          return;
        case ChunkKind::subordinator:
          clause.link = ClauseLink::adverbial;
          mark_condition(clause, c);
          return;
        case ChunkKind::coordinator: {
          if (c + 1 != v) {
            crossed = true;
            continue;
          }
          share_subject(clause, c);
          return;
        }
        case ChunkKind::verb:
          if (draft_.chunks[c].verb->form == VerbForm::finite) {
            if (kind(v - 1) == ChunkKind::comma) share_subject(clause, v - 1);
            return;
          }
          crossed = true;
          continue;
        case ChunkKind::stop:
        case ChunkKind::colon:
          return;
        default:
          continue;
      }
    }
  }

  /// "« ... », a déclaré X", "..., a déclaré X": a verb of speech set off by a mark, with its
  /// speaker after it.
  bool inverted_speech(Clause& clause) {
    const std::uint32_t v = clause.chunk;
    if (v == 0 || verb(clause).passive ||
        !draft_.context.rules.speech.contains(verb(clause).lemma)) {
      return false;
    }
    const ChunkKind before = kind(v - 1);
    if (before != ChunkKind::comma && before != ChunkKind::close_quote &&
        before != ChunkKind::dash) {
      return false;
    }
    if (before == ChunkKind::comma) {
      // "X, patron de Y, a décrit la société", "X's head, Y Z, criticised W": an aside after a
      // subject is no inversion.
      const auto open = aside(v - 1);
      if (open && *open > 0 && kind(*open - 1) == ChunkKind::noun && named_aside(*open, v - 1)) {
        return false;
      }
      if (open && *open > 0 && kind(*open - 1) == ChunkKind::noun && !governed(*open - 1) &&
          draft_.chunks[*open - 1].mention) {
        return false;
      }
    }
    std::uint32_t c = v + 1;
    // "..., a annoncé jeudi X"
    while (c < draft_.chunks.size() &&
           (kind(c) == ChunkKind::adverb || kind(c) == ChunkKind::time)) {
      ++c;
    }
    if (c >= draft_.chunks.size() || kind(c) != ChunkKind::noun) return false;
    const bool clause_end = before != ChunkKind::comma || draft_.chunks[c].mention.has_value();
    if (!clause_end) return false;
    clause.subjects.push_back(c);
    draft_.subject_of[c] = index(clause);
    clause.inverted = true;
    return true;
  }

  [[nodiscard]] bool subject_relative(std::string_view key) const {
    return draft_.context.rules.subject_relatives.contains(key);
  }

  /// "l'entreprise qui vend des puces a ...": for "des puces", the "qui" before its verb.
  [[nodiscard]] std::optional<std::uint32_t> object_of_relative(std::uint32_t c) const {
    if (c < 2 || kind(c - 1) != ChunkKind::verb) return std::nullopt;
    if (draft_.chunks[c - 1].verb->form != VerbForm::finite) return std::nullopt;
    if (kind(c - 2) != ChunkKind::relative) return std::nullopt;
    return c - 2;
  }

  void mark_condition(Clause& clause, std::uint32_t from) {
    for (std::uint32_t steps = 0; steps <= from && steps < 3; ++steps) {
      const std::uint32_t c = from - steps;
      if (kind(c) == ChunkKind::subordinator &&
          draft_.context.rules.hypothesis.contains(draft_.chunks[c].key)) {
        clause.link = ClauseLink::condition;
        return;
      }
      if (kind(c) == ChunkKind::complementizer) {
        clause.link = conditional(c) ? ClauseLink::condition : ClauseLink::complement;
        return;
      }
      if (kind(c) == ChunkKind::comma || kind(c) == ChunkKind::stop) return;
    }
  }

  /// "after the court fined X": what seems to govern the phrase right before the verb.
  [[nodiscard]] bool opens_clause(std::uint32_t c, std::uint32_t verb) const {
    return c + 1 == verb && c > 0 && kind(c - 1) == ChunkKind::preposition &&
           draft_.context.rules.clause_openers.contains(
               draft_.context.key(draft_.chunks[c - 1].head));
  }

  /// "à condition que", "on condition that", "à moins que"
  [[nodiscard]] bool conditional(std::uint32_t complementizer) const {
    if (complementizer == 0) return false;
    const std::uint32_t before = draft_.chunks[complementizer].tokens.begin - 1;
    return draft_.context.rules.conditions.contains(draft_.context.key(before));
  }

  void share_subject(Clause& clause, std::uint32_t before) {
    for (std::uint32_t steps = 1; steps <= before && steps < reach; ++steps) {
      const std::uint32_t c = before - steps;
      if (kind(c) == ChunkKind::stop || kind(c) == ChunkKind::colon) return;
      if (kind(c) != ChunkKind::verb || draft_.chunks[c].verb->form != VerbForm::finite) continue;
      const std::uint32_t other = *draft_.clause_of[c];
      const GrammaticalNumber a = draft_.chunks[c].verb->number;
      const GrammaticalNumber b = verb(clause).number;
      if (a != b && a != GrammaticalNumber::unknown && b != GrammaticalNumber::unknown) continue;
      clause.governor = other;
      clause.link = draft_.clauses[other].link == ClauseLink::none ? ClauseLink::coordinated
                                                                   : draft_.clauses[other].link;
      clause.subjects = draft_.clauses[other].subjects;
      return;
    }
  }

  /// The nearest verb to the left that can govern: skipping asides is not worth its errors.
  [[nodiscard]] std::optional<std::uint32_t> verb_before(std::uint32_t v) const {
    for (std::uint32_t steps = 1; steps <= v && steps < reach; ++steps) {
      const std::uint32_t c = v - steps;
      if (kind(c) == ChunkKind::verb) return draft_.clause_of[c];
      if (kind(c) == ChunkKind::stop) return std::nullopt;
    }
    return std::nullopt;
  }

  void infinitive(Clause& clause) {
    const std::uint32_t v = clause.chunk;
    clause.link = ClauseLink::infinitive;
    std::uint32_t c = v;
    while (c > 0 && kind(c - 1) == ChunkKind::adverb) --c;
    if (c > 0 && (kind(c - 1) == ChunkKind::preposition || kind(c - 1) == ChunkKind::subordinator ||
                  kind(c - 1) == ChunkKind::other)) {
      if (draft_.context.rules.purpose.contains(draft_.chunks[c - 1].key) ||
          draft_.context.rules.purpose.contains(draft_.context.key(draft_.chunks[c - 1].head))) {
        clause.link = ClauseLink::purpose;
      }
      // "après avoir vendu", "condamné pour avoir vendu": done, not intended.
      if (verb(clause).perfect) clause.link = ClauseLink::gerund;
    } else if (c > 0 && kind(c - 1) == ChunkKind::verb) {
      clause.link = ClauseLink::complement;
    }
    of_noun(clause, c);
    clause.governor = verb_before(v);
    if (!clause.governor && c < v && clause.subjects.empty() && headline_subject(c)) {
      set_subject(clause, c - 1);
      clause.link = ClauseLink::purpose;
      return;
    }
    if (!clause.governor && v + 1 < draft_.chunks.size()) {
      // "Afin de ..., X a ...": the verb to come.
      for (std::uint32_t n = v + 1; n < draft_.chunks.size() && n < v + reach; ++n) {
        if (kind(n) == ChunkKind::verb && draft_.chunks[n].verb->form == VerbForm::finite) {
          clause.governor = draft_.clause_of[n];
          break;
        }
      }
    }
  }

  /// "Orval to buy Brumel": the phrase before "to" is what a headline tells of.
  [[nodiscard]] bool headline_subject(std::uint32_t c) const {
    return draft_.context.rules.head_last && c > 0 && kind(c - 1) == ChunkKind::noun &&
           !governed(c - 1);
  }

  /// "la décision de X de ne pas vendre", "son projet de vendre", "Orval's plan to sell": the noun
  /// says how settled the act is, and its complement or owner who acts. `c` is the first chunk of
  /// the infinitive, after its preposition.
  void of_noun(Clause& clause, std::uint32_t c) {
    const bool bare = draft_.context.rules.head_last && c > 0 && kind(c - 1) == ChunkKind::noun;
    if (!bare && (c < 2 || kind(c - 1) != ChunkKind::preposition)) return;
    std::optional<std::uint32_t> actor;
    for (std::uint32_t n = bare ? c : c - 1; n > 0 && kind(n - 1) == ChunkKind::noun; n -= 2) {
      const std::string_view head = draft_.context.tag(draft_.chunks[n - 1].head).lemma;
      const bool decided = draft_.context.rules.decisions.contains(head);
      if (decided || draft_.context.rules.plans.contains(head)) {
        clause.link = decided ? ClauseLink::decision : ClauseLink::purpose;
        if (bare && !actor) actor = n - 1;
        if (actor) clause.subjects.push_back(*actor);
        return;
      }
      if (draft_.chunks[n - 1].mention) actor = n - 1;
      if (n < 2 || kind(n - 2) != ChunkKind::preposition) return;
      if (bare && draft_.chunks[n - 2].key != "of") return;
    }
  }

  void participle(Clause& clause) {
    clause.link = ClauseLink::participle;
    clause.governor = verb_before(clause.chunk);
    // Passive: what it modifies is its object.
    if (clause.chunk > 0 && kind(clause.chunk - 1) == ChunkKind::noun) {
      clause.objects.push_back(clause.chunk - 1);
    }
  }

  void gerund(Clause& clause) {
    clause.link = ClauseLink::gerund;
    clause.governor = verb_before(clause.chunk);
    const std::uint32_t v = clause.chunk;
    if (v > 0 && kind(v - 1) == ChunkKind::noun) {
      clause.link = ClauseLink::participle;
      clause.subjects.push_back(v - 1);
      return;
    }
    // "Son patron, X Y, étant mécontent de Z, ...": a name set off right before it.
    const bool named = v > 2 && kind(v - 1) == ChunkKind::comma &&
                       kind(v - 3) == ChunkKind::comma && named_aside(v - 3, v - 1).has_value();
    if (named || (v > 1 && kind(v - 1) == ChunkKind::comma && kind(v - 2) == ChunkKind::noun &&
                  !clause.governor)) {
      clause.link = ClauseLink::participle;
      clause.subjects.push_back(v - 2);
    }
  }

  ClauseDraft& draft_;
};

}  // namespace

void scan_subjects(ClauseDraft& draft) { SubjectScan{draft}.run(); }

}  // namespace frise
