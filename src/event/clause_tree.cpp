// The arguments of a verb group hang on any of its words; those of a copula on its predicate. Then
// what Universal Dependencies leave to the reader: a relative pronoun is its antecedent, phrases
// side by side stand in one place, an auxiliary's subject serves two participles, and a name in
// apposition is the better end of an arrow. Tested in tests/unit/event/clauses_test.cpp.

#include "event/clause_tree.hpp"

#include <algorithm>

namespace frise {
namespace {

using Chunks = std::vector<std::uint32_t>;
using Complements = std::vector<std::pair<std::string_view, std::uint32_t>>;
constexpr std::uint32_t none = SentenceTree::none;
constexpr std::size_t most_beside = 64;  ///< phrases side by side in one place

class TreeReader {
 public:
  TreeReader(const ClauseDraft& draft, const SentenceTree& tree)
      : draft_{draft}, tree_{tree}, chunk_of_(tree.tokens().size()) {
    for (std::uint32_t c = 0; c < draft.chunks.size(); ++c) {
      const TokenRange tokens = draft.chunks[c].tokens;
      const std::uint32_t end = std::min(tokens.end, tree.tokens().end);
      for (std::uint32_t t = tokens.begin; t < end; ++t) chunk_of_[t - tree.tokens().begin] = c;
      const ChunkKind kind = draft.chunks[c].kind;
      const bool parts = kind == ChunkKind::stop || kind == ChunkKind::colon;
      marks_.push_back((marks_.empty() ? 0 : marks_.back()) + (parts ? 1 : 0));
      const auto& group = draft.chunks[c].verb;
      const bool finite = group && group->form == VerbForm::finite;
      finite_.push_back((finite_.empty() ? 0 : finite_.back()) + (finite ? 1 : 0));
    }
  }

  std::vector<TreeArguments> run() {
    all_.resize(draft_.clauses.size());
    for (std::uint32_t i = 0; i < all_.size(); ++i) {
      words_ = draft_.chunks[draft_.clauses[i].chunk].tokens;
      predicate_ = predicate_of(i);
      link(i);
      arguments(all_[i]);
      all_[i].own_subject = all_[i].has_subject;
      modified(i);
    }
    // Governors of what is coordinated stand to the left.
    for (std::uint32_t i = 0; i < all_.size(); ++i) share_subjects(i);
    return std::move(all_);
  }

 private:
  [[nodiscard]] std::uint32_t chunk_of(std::uint32_t token) const {
    return chunk_of_[token - tree_.tokens().begin];
  }
  [[nodiscard]] const Chunk& chunk_at(std::uint32_t token) const {
    return draft_.chunks[chunk_of(token)];
  }
  [[nodiscard]] const VerbGroup& verb(std::uint32_t clause) const {
    return draft_.verb(draft_.clauses[clause]);
  }
  [[nodiscard]] bool within(std::uint32_t token) const {
    return words_.contains(token) || token == predicate_;
  }

  /// The word outside of a verb group whose copula the group is, or `none`.
  [[nodiscard]] std::uint32_t predicate_of(std::uint32_t clause) const {
    const std::uint32_t main = verb(clause).main;
    const std::uint32_t head = tree_.head(main);
    const bool copula = tree_.relation(main) == Relation::copula && head != none;
    return copula && !words_.contains(head) ? head : none;
  }

  /// The clause whose verb group or predicate a word is.
  [[nodiscard]] std::optional<std::uint32_t> clause_of(std::uint32_t word) const {
    if (const auto own = draft_.clause_of[chunk_of(word)]) return own;
    const std::uint32_t copula = tree_.child(word, Relation::copula);
    return copula == none ? std::nullopt : draft_.clause_of[chunk_of(copula)];
  }

  void link(std::uint32_t clause) {
    TreeArguments& out = all_[clause];
    std::uint32_t top = predicate_ != none ? predicate_ : verb(clause).main;
    while (tree_.head(top) != none && words_.contains(tree_.head(top))) top = tree_.head(top);
    top_ = top;
    out.relation = tree_.relation(top);
    const std::uint32_t head = tree_.head(top);
    if (head == none) return;
    const auto governor = clause_of(head);
    if (governor && *governor != clause) out.governor = governor;
    if (chunk_at(head).kind == ChunkKind::noun) out.noun = chunk_of(head);
  }

  void arguments(TreeArguments& out) {
    for (std::uint32_t t = words_.begin; t < words_.end; ++t) children_of(t, out);
    if (predicate_ == none) return;
    children_of(predicate_, out);
    const std::uint32_t mark = tree_.child(predicate_, Relation::case_mark);
    if (mark != none)
      complement(predicate_, out);
    else if (chunk_at(predicate_).kind == ChunkKind::noun)
      place(predicate_, out.objects, out);
  }

  void children_of(std::uint32_t word, TreeArguments& out) {
    std::uint32_t receiver = none;
    for (const std::uint32_t c : tree_.children(word)) {
      if (within(c)) {
        out.has_subject |= subject_clitic(c);
        continue;
      }
      switch (tree_.relation(c)) {
        case Relation::subject:
        case Relation::passive_subject:
          if (parted(c, word) || governed(c)) break;
          // Of two side by side, the nearer: "the trucks Orval sold".
          if (!out.subjects.empty() && out.subjects.back() + 1 == chunk_of(c)) {
            out.subjects.clear();
          }
          out.has_subject = true;
          place(c, out.subjects, out);
          break;
        case Relation::expletive:
          if (c > word || chunk_at(c).kind != ChunkKind::noun) break;
          out.has_subject = true;
          out.subjects.push_back(chunk_of(c));
          break;
        case Relation::clausal_subject:
          out.has_subject = true;
          break;
        case Relation::object:
          object(c, out);
          break;
        case Relation::indirect_object:
          receiver = c;
          break;
        case Relation::oblique:
        case Relation::agent:
          if (counted(c) && out.objects.empty())
            place(c, out.objects, out);
          else
            complement(c, out);
          break;
        case Relation::open_complement:
          // "a été nommé président", not "veut vendre".
          if (out.objects.empty() && !clause_of(c) && tree_.child(c, Relation::case_mark) == none) {
            place(c, out.objects, out);
          }
          break;
        case Relation::nominal:
          if (word == predicate_) inner(c, out, 0);
          break;
        default:
          break;
      }
    }
    if (receiver != none) receive(receiver, out);
  }

  /// "asked X for time" has X as its object; "sold X 30 trucks" sells them to X.
  void receive(std::uint32_t word, TreeArguments& out) {
    const std::string_view dative = draft_.context.rules.dative;
    if (out.objects.empty())
      place(word, out.objects, out);
    else if (!dative.empty() && chunk_at(word).kind == ChunkKind::noun)
      add(dative, chunk_of(word), out.complements);
  }

  /// "Selon X, l'objectif est ...": no subject stands behind a preposition, but for "des".
  [[nodiscard]] bool governed(std::uint32_t word) const {
    const std::uint32_t mark = tree_.child(word, Relation::case_mark);
    return mark != none && !counted(word) &&
           !draft_.context.rules.partitives.contains(draft_.context.key(mark));
  }

  /// A full stop, a colon or the dash of a dateline stands between a subject and its verb:
  /// "France : X va fermer ...".
  [[nodiscard]] bool parted(std::uint32_t subject, std::uint32_t verb) const {
    if (subject > verb) return false;
    return dateline(subject) || marks_before(verb) != marks_before(subject);
  }

  /// "BREST, 4 mai - Orval a vendu ...": the sentence opens with a phrase, and with nothing but
  /// marks and times up to a dash.
  [[nodiscard]] bool dateline(std::uint32_t subject) const {
    const auto& chunks = draft_.chunks;
    if (chunk_of(subject) != 0) return false;
    std::uint32_t c = 1;
    while (c < chunks.size() &&
           (chunks[c].kind == ChunkKind::comma || chunks[c].kind == ChunkKind::time)) {
      ++c;
    }
    return c > 1 && c < chunks.size() && chunks[c].kind == ChunkKind::dash;
  }

  [[nodiscard]] std::uint32_t marks_before(std::uint32_t token) const {
    return marks_[chunk_of(token)];
  }

  [[nodiscard]] bool subject_clitic(std::uint32_t token) const {
    return tree_.relation(token) == Relation::subject;
  }

  /// The noun that relative pronouns of this clause stand for, or `none`.
  [[nodiscard]] std::uint32_t antecedent() const {
    std::uint32_t at = top_;
    constexpr int deepest = 6;  // "le groupe qui a vendu X et qui veut racheter Y"
    for (int depth = 0; depth < deepest && at != none; ++depth) {
      switch (tree_.relation(at)) {
        case Relation::relative:
        case Relation::adnominal:
          return tree_.head(at);
        case Relation::conjunct:
        case Relation::open_complement:
        case Relation::complement:
          at = tree_.head(at);
          break;
        default:
          return none;
      }
    }
    return none;
  }

  [[nodiscard]] bool relative_pronoun(std::uint32_t token) const {
    const ChunkKind kind = chunk_at(token).kind;
    return kind == ChunkKind::relative || kind == ChunkKind::complementizer;
  }

  /// Puts the phrase of a word in its place, with those beside it.
  void place(std::uint32_t word, Chunks& out, TreeArguments& all) {
    if (relative_pronoun(word)) {
      const std::uint32_t noun = antecedent();
      if (noun != none && chunk_at(noun).kind == ChunkKind::noun) add(chunk_of(noun), out);
      return;
    }
    if (chunk_at(word).kind != ChunkKind::noun) return;
    const bool subject = &out == &all.subjects;
    add(subject ? named(word) : chunk_of(word), out);
    inner_of(word, all, 0);
    for (const std::uint32_t c : joined_to(word)) {
      if (out.size() >= most_beside || chunk_at(c).kind != ChunkKind::noun || clause_of(c))
        continue;
      if (const std::string_view slot = slot_of(c); !slot.empty()) {
        if (!subject) add(slot, chunk_of(c), all.complements);
        continue;
      }
      add(chunk_of(c), out);
      if (!subject) gapped(c, all);
    }
  }

  /// What stands beside a word; "la Banque X et Y": it may hang on another word of the name.
  [[nodiscard]] std::vector<std::uint32_t> joined_to(std::uint32_t word) const {
    std::vector<std::uint32_t> joined;
    const TokenRange phrase = chunk_at(word).tokens;
    for (std::uint32_t t = phrase.begin; t < phrase.end; ++t) {
      for (const std::uint32_t c : tree_.children(t)) {
        if (tree_.relation(c) != Relation::conjunct || phrase.contains(c)) continue;
        const std::uint32_t beside = chunk_of(c);
        const bool named = beside > 0 && draft_.chunks[beside - 1].kind == ChunkKind::coordinator;
        if (t == word || named) joined.push_back(c);
      }
    }
    return joined;
  }

  /// The preposition is part of the phrase itself: "a supprimé jusqu'à 300 postes".
  [[nodiscard]] bool counted(std::uint32_t word) const {
    const std::uint32_t mark = tree_.child(word, Relation::case_mark);
    return mark != none && chunk_of(mark) == chunk_of(word);
  }

  /// What stands behind a preposition is no object, whatever the parser made of it.
  void object(std::uint32_t word, TreeArguments& out) {
    if (slot_of(word).empty())
      place(word, out.objects, out);
    else
      complement(word, out);
  }

  static void add(std::uint32_t chunk, Chunks& out) {
    if (std::find(out.begin(), out.end(), chunk) == out.end()) out.push_back(chunk);
  }
  static void add(std::string_view slot, std::uint32_t chunk, Complements& out) {
    const std::pair one{slot, chunk};
    if (out.size() < most_beside && std::find(out.begin(), out.end(), one) == out.end()) {
      out.push_back(one);
    }
  }

  /// "Le patron de X, Y Z, a dit": the name set beside a phrase that is none stands for it.
  [[nodiscard]] std::uint32_t named(std::uint32_t word) const {
    const auto& mentions = draft_.context.input.entities.mentions;
    const auto is_name = [&](const Chunk& chunk) {
      return chunk.mention && mentions[*chunk.mention].kind == MentionKind::name;
    };
    if (is_name(chunk_at(word))) return chunk_of(word);
    for (const std::uint32_t c : tree_.children(word)) {
      if (tree_.relation(c) != Relation::apposition || !is_name(chunk_at(c))) continue;
      // Not in brackets: "le plan du groupe (HP)".
      const std::uint32_t aside = chunk_of(c);
      if (aside > 0 && draft_.chunks[aside - 1].kind == ChunkKind::comma) return aside;
    }
    return chunk_of(word);
  }

  /// The slot that the preposition of a word names; empty when it has none.
  [[nodiscard]] std::string_view slot_of(std::uint32_t word) const {
    const std::uint32_t mark = tree_.child(word, Relation::case_mark);
    if (mark != none) {
      const Chunk& chunk = chunk_at(mark);
      return chunk.kind == ChunkKind::preposition ? chunk.key : std::string_view{};
    }
    // A preposition right before the phrase is its own, even if the parser hung it elsewhere.
    const std::uint32_t own = chunk_of(word);
    if (own == 0 || draft_.chunks[own].kind != ChunkKind::noun) return {};
    const Chunk& before = draft_.chunks[own - 1];
    const bool lost =
        before.kind == ChunkKind::preposition && tree_.relation(before.head) == Relation::case_mark;
    return lost ? before.key : std::string_view{};
  }

  void complement(std::uint32_t word, TreeArguments& out) {
    std::string_view slot = slot_of(word);
    if (relative_pronoun(word)) {
      const auto found = draft_.context.rules.prepositions.find(draft_.context.key(word));
      if (slot.empty() && found != draft_.context.rules.prepositions.end()) slot = found->second;
      const std::uint32_t noun = antecedent();
      if (!slot.empty() && noun != none && chunk_at(noun).kind == ChunkKind::noun) {
        add(slot, chunk_of(noun), out.complements);
      }
      return;
    }
    if (slot.empty() || chunk_at(word).kind != ChunkKind::noun || beyond_verb(word)) return;
    add(slot, chunk_of(word), out.complements);
    inner_of(word, out, 0);
    for (const std::uint32_t c : tree_.children(word)) {
      if (tree_.relation(c) != Relation::conjunct || chunk_at(c).kind != ChunkKind::noun) continue;
      const std::string_view own = slot_of(c);
      add(own.empty() ? slot : own, chunk_of(c), out.complements);
    }
  }

  /// To the left, with another finite verb in between: no complement of this one.
  [[nodiscard]] bool beyond_verb(std::uint32_t word) const {
    return word < words_.begin && chunk_of(words_.begin) > 0 &&
           finite_[chunk_of(words_.begin) - 1] != finite_[chunk_of(word)];
  }

  /// "à Orval et 16 000 autres à Brumel": what hangs on the second object with the preposition of
  /// the first's complement is a complement too.
  void gapped(std::uint32_t object, TreeArguments& out) {
    for (const std::uint32_t c : tree_.children(object)) {
      const std::string_view slot = slot_of(c);
      if (slot.empty() || chunk_at(c).kind != ChunkKind::noun) continue;
      const bool same = std::any_of(out.complements.begin(), out.complements.end(),
                                    [&](const auto& given) { return given.first == slot; });
      if (same) add(slot, chunk_of(c), out.complements);
    }
  }

  /// "prendre le contrôle de X": complements of the arguments themselves.
  void inner_of(std::uint32_t word, TreeArguments& out, int depth) {
    for (const std::uint32_t c : tree_.children(word)) {
      if (tree_.relation(c) == Relation::nominal) inner(c, out, depth);
    }
  }

  void inner(std::uint32_t word, TreeArguments& out, int depth) {
    constexpr int deepest = 3;
    const std::string_view slot = slot_of(word);
    if (slot.empty() || chunk_at(word).kind != ChunkKind::noun || depth >= deepest) return;
    add(slot, chunk_of(word), out.inner);
    for (const std::uint32_t c : tree_.children(word)) {
      if (tree_.relation(c) == Relation::conjunct && chunk_at(c).kind == ChunkKind::noun) {
        add(slot, chunk_of(c), out.inner);
      }
    }
    inner_of(word, out, depth + 1);
  }

  /// "une puce vendue par X", "une startup combinant ...": the noun is object or subject.
  void modified(std::uint32_t clause) {
    TreeArguments& out = all_[clause];
    if (out.relation != Relation::adnominal || !out.noun) return;
    const VerbGroup& group = verb(clause);
    if (group.form == VerbForm::past_participle && agrees(*out.noun, group)) {
      add(*out.noun, out.objects);
    }
    if (group.form == VerbForm::present_participle && out.subjects.empty()) {
      add(*out.noun, out.subjects);
    }
  }

  [[nodiscard]] bool agrees(std::uint32_t noun, const VerbGroup& participle) const {
    const Morphology& a = draft_.context.tag(draft_.chunks[noun].head).morphology;
    const Morphology& b = draft_.context.tag(participle.main).morphology;
    const auto differ = [](auto x, auto y) {
      return x != decltype(x)::unknown && y != decltype(y)::unknown && x != y;
    };
    return !differ(a.gender, b.gender) && !differ(a.number, b.number);
  }

  void share_subjects(std::uint32_t clause) {
    TreeArguments& out = all_[clause];
    if (out.has_subject || out.relation != Relation::conjunct || !out.governor) return;
    const TreeArguments& other = all_[*out.governor];
    const VerbForm form = verb(clause).form;
    const bool participle = form == VerbForm::past_participle &&
                            (verb(*out.governor).perfect || verb(*out.governor).passive);
    if (form != VerbForm::finite && !participle) return;
    out.subjects = other.subjects;
    out.has_subject = other.has_subject;
  }

  const ClauseDraft& draft_;
  const SentenceTree& tree_;
  std::vector<std::uint32_t> chunk_of_;
  std::vector<std::uint32_t> marks_;   ///< full stops and colons up to each chunk
  std::vector<std::uint32_t> finite_;  ///< finite verbs up to each chunk
  std::vector<TreeArguments> all_;
  TokenRange words_;  ///< of the clause being read
  std::uint32_t predicate_ = none;
  std::uint32_t top_ = none;  ///< the word of the clause that hangs on another clause
};

}  // namespace

std::vector<TreeArguments> read_tree(const ClauseDraft& draft, const SentenceTree& tree) {
  return TreeReader{draft, tree}.run();
}

}  // namespace frise
