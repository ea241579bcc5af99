// Rules scan the chunks first: by order and small words they find what an event frame can ask for,
// and they need no model. Where there is a tree, it corrects them relation by relation, by what
// bench/accuracy/clauses.cpp says is right more often. Tested in tests/unit/event/clauses_test.cpp.

#include "event/clauses.hpp"

#include "event/clause_draft.hpp"
#include "event/clause_tree.hpp"

#include <algorithm>

namespace frise {

ClauseDraft::ClauseDraft(const SentenceContext& from, const std::vector<Chunk>& cut)
    : context{from}, chunks{cut}, clause_of(cut.size()), subject_of(cut.size()) {
  for (std::uint32_t c = 0; c < chunks.size(); ++c) {
    if (chunks[c].kind != ChunkKind::verb) continue;
    clause_of[c] = static_cast<std::uint32_t>(clauses.size());
    clauses.push_back({.chunk = c});
  }
}

std::vector<std::uint32_t> Clause::in_slot(std::string_view slot) const {
  std::vector<std::uint32_t> found;
  for (const auto* list : {&complements, &inner}) {
    if (!found.empty()) break;
    for (const auto& [name, chunk_there] : *list) {
      if (name == slot) found.push_back(chunk_there);
    }
  }
  return found;
}

std::optional<std::uint32_t> clause_of_antecedent(const std::vector<Clause>& clauses,
                                                  const Clause& relative) {
  if (relative.subjects.empty()) return std::nullopt;
  constexpr std::size_t near = 8;
  const auto at = static_cast<std::size_t>(&relative - clauses.data());
  const std::size_t end = std::min(clauses.size(), at + near);
  for (std::size_t i = at - std::min(at, near); i < end; ++i) {
    const auto& objects = clauses[i].objects;
    if (std::find(objects.begin(), objects.end(), relative.subjects.front()) != objects.end()) {
      return static_cast<std::uint32_t>(i);
    }
  }
  return std::nullopt;
}

namespace {

class ClauseFinder {
 public:
  ClauseFinder(const SentenceContext& context, const std::vector<Chunk>& chunks)
      : draft_{context, chunks} {}

  std::vector<Clause> run(const SentenceTree& tree) {
    scan_subjects(draft_);
    scan_complements(draft_);
    if (!tree.empty() && !draft_.clauses.empty()) {
      correct(read_tree(draft_, tree));
    }
    for (Clause& clause : draft_.clauses) {
      find_object_before(clause);
      control(clause);
    }
    return std::move(draft_.clauses);
  }

 private:
  void correct(const std::vector<TreeArguments>& read) {
    std::vector<Loose> loose;
    for (std::size_t i = 0; i < read.size(); ++i) {
      Clause& clause = draft_.clauses[i];
      correct_subjects(clause, read[i]);
      correct_link(clause, read[i]);
      loose.push_back({clause.objects, std::move(clause.complements)});
      correct_objects(clause, read[i]);
      clause.complements = read[i].complements;
      clause.inner = read[i].inner;
    }
    keep(loose);
  }

  /// What the scan found for one clause.
  struct Loose {
    std::vector<std::uint32_t> objects;
    std::vector<std::pair<std::string_view, std::uint32_t>> complements;
  };

  /// What the tree gives to no verb at all may still be what the scan took it for.
  void keep(const std::vector<Loose>& loose) {
    std::vector<bool> taken(draft_.chunks.size());
    for (const Clause& clause : draft_.clauses) {
      // What a relative tells of has a place of its own as well.
      if (clause.link != ClauseLink::relative) {
        for (const std::uint32_t c : clause.subjects) taken[c] = true;
      }
      for (const std::uint32_t c : clause.objects) taken[c] = true;
      for (const auto& [slot, c] : clause.complements) taken[c] = true;
      for (const auto& [slot, c] : clause.inner) taken[c] = true;
    }
    for (std::size_t i = 0; i < loose.size(); ++i) {
      Clause& clause = draft_.clauses[i];
      // A bare noun further off may be anything; a name is worth an end of an arrow.
      const auto& objects = loose[i].objects;
      if (clause.objects.empty() && !objects.empty() && !taken[objects.front()] &&
          (objects.front() == clause.chunk + 1 || names_somebody(objects.front()))) {
        clause.objects.push_back(objects.front());
      }
      for (const auto& one : loose[i].complements) {
        if (!taken[one.second]) clause.inner.push_back(one);
      }
    }
  }

  [[nodiscard]] bool names_somebody(std::uint32_t c) const {
    const TokenRange tokens = draft_.chunks[c].tokens;
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (mention_at(draft_.context.input.entities, t)) return true;
    }
    return false;
  }

  void correct_link(Clause& clause, const TreeArguments& tree) {
    if (clause.inverted) return;
    const bool finite = draft_.verb(clause).form == VerbForm::finite;
    const bool shares = tree.relation == Relation::conjunct && !tree.own_subject;
    if (tree.governor && (tree.relation != Relation::conjunct || shares)) {
      clause.governor = tree.governor;
    } else if (finite) {
      clause.governor.reset();
    }
    if (!finite || clause.link == ClauseLink::condition) return;
    switch (tree.relation) {
      case Relation::root:
      case Relation::parataxis:
        clause.link = ClauseLink::none;
        break;
      case Relation::relative:
        // It follows what it tells of.
        if (tree.noun && *tree.noun < clause.chunk) clause.link = ClauseLink::relative;
        break;
      case Relation::complement:
        clause.link = ClauseLink::complement;
        break;
      case Relation::adverbial:
        clause.link = ClauseLink::adverbial;
        break;
      default:
        break;
    }
  }

  void correct_objects(Clause& clause, const TreeArguments& tree) {
    const bool modifies = draft_.verb(clause).form == VerbForm::past_participle;
    if (modifies && tree.objects.empty()) return;
    clause.objects = tree.objects;
    std::erase_if(clause.objects, [&](std::uint32_t c) {
      return std::find(clause.subjects.begin(), clause.subjects.end(), c) != clause.subjects.end();
    });
  }

  void correct_subjects(Clause& clause, const TreeArguments& tree) {
    if (draft_.verb(clause).subject_clitic || clause.inverted) return;
    if (tree.subjects.empty() &&
        (!tree.has_subject || draft_.verb(clause).form == VerbForm::finite))
      return;
    // A neighbour of its own before one that it would only share.
    const bool neighbour = !clause.subjects.empty() && clause.subjects.back() + 1 == clause.chunk;
    if (neighbour && !tree.own_subject) return;
    if (!agree(clause, tree.subjects) && agree(clause, clause.subjects) && !clause.subjects.empty())
      return;
    clause.subjects = tree.subjects;
  }

  [[nodiscard]] bool agree(const Clause& clause, const std::vector<std::uint32_t>& subjects) const {
    const VerbGroup& verb = draft_.verb(clause);
    if (verb.form != VerbForm::finite || verb.number == GrammaticalNumber::unknown ||
        subjects.empty())
      return true;
    if (subjects.size() > 1) return verb.number == GrammaticalNumber::plural;
    const Chunk& chunk = draft_.chunks[subjects.front()];
    GrammaticalNumber number = draft_.context.tag(chunk.head).morphology.number;
    if (chunk.mention) {
      const Mention& m = draft_.context.input.entities.mentions[*chunk.mention];
      if (m.kind == MentionKind::name) return true;
      if (m.number != GrammaticalNumber::unknown) number = m.number;
    }
    return number == GrammaticalNumber::unknown || number == verb.number;
  }

  /// "the mine, which it bought": a relative before a subject of its own stands for the object.
  void find_object_before(Clause& clause) {
    if (clause.inverted || draft_.verb(clause).passive || clause.chunk == 0) return;
    std::uint32_t subject = clause.chunk - 1;
    while (subject > 0 && draft_.chunks[subject].kind == ChunkKind::adverb) --subject;
    if (!follows_relative(subject) && !clause.subjects.empty()) subject = clause.subjects.back();
    if (subject >= clause.chunk || !follows_relative(subject)) return;
    std::uint32_t object = subject - 2;
    if (draft_.chunks[object].kind == ChunkKind::comma && object > 0) --object;
    if (draft_.chunks[object].kind != ChunkKind::noun) return;
    clause.subjects = {subject};
    if (clause.objects.empty()) clause.objects.push_back(object);
    clause.link = ClauseLink::relative;
  }

  /// A phrase that can be a subject, right after "which".
  [[nodiscard]] bool follows_relative(std::uint32_t c) const {
    if (c < 2 || draft_.chunks[c].kind != ChunkKind::noun) return false;
    const Chunk& before = draft_.chunks[c - 1];
    return before.kind == ChunkKind::relative &&
           draft_.context.rules.subject_relatives.contains(before.key);
  }

  /// Infinitives, gerunds and participles after a comma borrow the subject of their governor; under
  /// verbs such as "demander à X de", the person asked.
  void control(Clause& clause) {
    if (!clause.subjects.empty() || !clause.governor) return;
    if (clause.link == ClauseLink::participle && !clause.objects.empty()) return;
    const Clause& governor = draft_.clauses[*clause.governor];
    const std::string_view lemma = draft_.verb(governor).lemma;
    const EventRules::Impl& rules = draft_.context.rules;
    const bool made = clause.link != ClauseLink::gerund && clause.link != ClauseLink::purpose &&
                      rules.operates(lemma, Operator::object);
    const bool alleged = after_preposition(clause) && rules.operates(lemma, Operator::alleged);
    if (made || alleged) {
      for (const auto& [place, c] : governor.complements) {
        if (place == "à" || place == "to") {
          clause.subjects.push_back(c);
          return;
        }
      }
      if (const auto told_of = patient_of(governor)) clause.subjects.push_back(*told_of);
      return;
    }
    clause.subjects = governor.subjects;
  }

  /// "accuse X of copying", "accusé d'avoir vendu", not "accuses X, citing ...".
  [[nodiscard]] bool after_preposition(const Clause& clause) const {
    return clause.chunk > 0 && draft_.chunks[clause.chunk - 1].kind == ChunkKind::preposition;
  }

  /// Whom a verb befalls: its object, the subject of a passive, what a participle is set beside.
  [[nodiscard]] std::optional<std::uint32_t> patient_of(const Clause& clause) const {
    const VerbGroup& verb = draft_.verb(clause);
    // "une amende à X, accusé de ...": whom one accuses is named right before.
    const std::uint32_t v = clause.chunk;
    const bool set_off = verb.form == VerbForm::past_participle && v >= 2 &&
                         draft_.chunks[v - 1].kind == ChunkKind::comma &&
                         draft_.chunks[v - 2].kind == ChunkKind::noun;
    if (set_off && names_somebody(v - 2)) return v - 2;
    if (!clause.objects.empty()) return clause.objects.front();
    const bool befalls = verb.passive || verb.form == VerbForm::past_participle;
    return befalls && !clause.subjects.empty() ? std::optional{clause.subjects.front()}
                                               : std::nullopt;
  }

  ClauseDraft draft_;
};

}  // namespace

std::vector<Clause> find_clauses(const SentenceContext& context, const std::vector<Chunk>& chunks,
                                 const SentenceTree& tree) {
  return ClauseFinder{context, chunks}.run(tree);
}

}  // namespace frise
