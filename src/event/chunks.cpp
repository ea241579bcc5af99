// Chunks by one pass over the tags (Abney, "Parsing by Chunks", 1991). Names and nominals found by
// the entity stage are taken whole; everything else goes by part of speech. No tree is built:
// clauses.cpp says which chunk belongs to which verb. Tested in tests/unit/event/.

#include "event/chunks.hpp"

#include <algorithm>

namespace frise {
namespace {

class Chunker {
 public:
  explicit Chunker(const SentenceContext& context)
      : context_{context},
        rules_{context.rules},
        times_{context.input.times.items},
        mentions_{context.input.entities.mentions} {
    const auto begin = context.tokens.begin;
    time_ =
        static_cast<std::size_t>(std::lower_bound(times_.begin(), times_.end(), begin,
                                                  [](const TimeExpression& t, std::uint32_t at) {
                                                    return t.tokens.begin < at;
                                                  }) -
                                 times_.begin());
    mention_ = static_cast<std::size_t>(
        std::lower_bound(mentions_.begin(), mentions_.end(), begin,
                         [](const Mention& m, std::uint32_t at) { return m.tokens.end <= at; }) -
        mentions_.begin());
  }

  std::vector<Chunk> run() {
    std::uint32_t at = context_.tokens.begin;
    while (at < context_.tokens.end) at = next(at);
    return std::move(chunks_);
  }

 private:
  [[nodiscard]] std::string_view key(std::uint32_t token) const { return context_.key(token); }
  [[nodiscard]] const WordTag& tag(std::uint32_t token) const { return context_.tag(token); }
  [[nodiscard]] std::uint32_t end() const { return context_.tokens.end; }

  const Mention* mention_from(std::uint32_t at) {
    while (mention_ < mentions_.size() && mentions_[mention_].tokens.end <= at) ++mention_;
    if (mention_ == mentions_.size()) return nullptr;
    const Mention& m = mentions_[mention_];
    return m.tokens.begin <= at ? &m : nullptr;
  }

  Chunk& add(ChunkKind kind, std::uint32_t begin, std::uint32_t stop) {
    chunks_.push_back({.kind = kind, .tokens = {begin, stop}, .head = begin});
    return chunks_.back();
  }

  std::uint32_t next(std::uint32_t at) {
    while (time_ < times_.size() && times_[time_].tokens.end <= at) ++time_;
    if (time_ < times_.size() && times_[time_].tokens.begin <= at) {
      const std::uint32_t stop = std::min(times_[time_].tokens.end, end());
      add(ChunkKind::time, at, stop);
      return std::max(stop, at + 1);
    }
    if (const Mention* m = mention_from(at); m != nullptr && !clitic_object(at, *m)) {
      return noun_phrase(at);
    }
    const Token& token = context_.input.segmentation.tokens[at];
    if (token.kind == TokenKind::punctuation) return mark(at);
    if (const auto stop = verb_group(at)) return *stop;
    return word(at);
  }

  std::uint32_t mark(std::uint32_t at) {
    const std::string_view k = key(at);
    ChunkKind kind = ChunkKind::stop;
    if (k == ",")
      kind = ChunkKind::comma;
    else if (k == ":")
      kind = ChunkKind::colon;
    else if (k == "«" || k == "“" || k == "‘")
      kind = ChunkKind::open_quote;
    else if (k == "»" || k == "”")
      kind = ChunkKind::close_quote;
    else if (k == "(" || k == "[")
      kind = ChunkKind::open_bracket;
    else if (k == ")" || k == "]")
      kind = ChunkKind::close_bracket;
    else if (k == "–" || k == "—" || k == "-")
      kind = ChunkKind::dash;
    else if (k == "\"")
      kind = std::exchange(in_straight_, !in_straight_) ? ChunkKind::close_quote
                                                        : ChunkKind::open_quote;
    else if (k == "'" || k == "…" || k == "...")
      kind = ChunkKind::other;
    add(kind, at, at + 1).key = k;
    return at + 1;
  }

  std::uint32_t word(std::uint32_t at) {
    const std::string_view k = key(at);
    const WordTag& t = tag(at);
    const auto marker = [&](ChunkKind kind) {
      add(kind, at, at + 1).key = k;
      return at + 1;
    };
    if (rules_.hypothesis.contains(k) && t.pos == Pos::subordinating_conjunction) {
      return marker(ChunkKind::subordinator);
    }
    if (rules_.relatives.contains(k) && t.pos == Pos::pronoun) return marker(ChunkKind::relative);
    if (rules_.complementizers.contains(k)) {
      // "les puces que vend X": after a noun, que is a relative; after a verb, it opens what is
      // said.
      const bool after_noun = !chunks_.empty() && chunks_.back().kind == ChunkKind::noun;
      return marker(after_noun && t.pos == Pos::pronoun ? ChunkKind::relative
                                                        : ChunkKind::complementizer);
    }
    if (measures(at)) {
      add(ChunkKind::preposition, at, at + 1).key = rules_.prepositions.find(k)->second;
      return at + 1;
    }
    switch (t.pos) {
      case Pos::adposition: {
        if (opens_object(at)) return noun_phrase(at);
        const auto found = rules_.prepositions.find(k);
        add(ChunkKind::preposition, at, at + 1).key =
            found == rules_.prepositions.end() ? t.lemma : std::string_view{found->second};
        // A contracted preposition holds the article of the phrase after it.
        return at + 1;
      }
      case Pos::coordinating_conjunction:
        return marker(ChunkKind::coordinator);
      case Pos::subordinating_conjunction:
        return marker(ChunkKind::subordinator);
      case Pos::adverb:
      case Pos::particle:
        return marker(ChunkKind::adverb);
      case Pos::noun:
      case Pos::proper_noun:
      case Pos::determiner:
      case Pos::adjective:
      case Pos::numeral:
      case Pos::pronoun:
      case Pos::symbol:
        return noun_phrase(at);
      default:
        return marker(ChunkKind::other);
    }
  }

  /// "ont lancé des cartes": right after a verb that takes no "de", the contraction is an article.
  [[nodiscard]] bool opens_object(std::uint32_t at) const {
    if (!rules_.partitives.contains(key(at)) || chunks_.empty()) return false;
    const auto& verb = chunks_.back().verb;
    return verb && !verb->passive && !verb->reflexive && verb->form != VerbForm::past_participle &&
           !rules_.de_verbs.contains(verb->lemma);
  }

  /// "l'a exclu", "leur vend": a pronoun before its verb belongs to the verb group.
  [[nodiscard]] bool clitic_object(std::uint32_t at, const Mention& m) const {
    return m.kind == MentionKind::pronoun && at + 1 < end() && !nominative(at) &&
           (is_verb(at + 1) || rules_.negators.contains(key(at + 1)));
  }

  [[nodiscard]] bool nominative(std::uint32_t at) const {
    return rules_.subject_pronouns.contains(key(at));
  }

  [[nodiscard]] bool is_verb(std::uint32_t at) const {
    return tag(at).pos == Pos::verb || tag(at).pos == Pos::auxiliary;
  }

  [[nodiscard]] bool nominal(std::uint32_t at) const {
    const Pos pos = tag(at).pos;
    return pos == Pos::noun || pos == Pos::proper_noun || pos == Pos::adjective ||
           pos == Pos::numeral || pos == Pos::determiner || pos == Pos::symbol ||
           rules_.possessives.contains(key(at));
  }

  /// "an order worth $15bn": an adjective that the pack calls a preposition.
  [[nodiscard]] bool measures(std::uint32_t at) const {
    return tag(at).pos == Pos::adjective && rules_.prepositions.contains(key(at));
  }

  /// "fined Orval 107 million pounds": right after a name, a sum is a phrase of its own.
  [[nodiscard]] bool sum_after_name(std::uint32_t at) const {
    if (!mention_at(context_.input.entities, at - 1)) return false;
    if (rules_.currencies.contains(key(at))) return true;
    return tag(at).pos == Pos::numeral && at + 1 < end() &&
           (rules_.multipliers.contains(key(at + 1)) || rules_.currencies.contains(key(at + 1)));
  }

  [[nodiscard]] bool in_time(std::uint32_t at) const {
    std::size_t i = time_;
    while (i < times_.size() && times_[i].tokens.end <= at) ++i;
    return i < times_.size() && times_[i].tokens.contains(at);
  }

  /// Determiners, adjectives, nouns and the mentions among them. A second determiner opens another
  /// phrase.
  std::uint32_t noun_phrase(std::uint32_t begin) {
    std::uint32_t at = begin;
    std::optional<std::uint32_t> first_noun;
    std::optional<std::uint32_t> last_noun;
    std::optional<std::uint32_t> first_mention;
    std::optional<std::uint32_t> last_mention;
    while (at < end()) {
      if (at > begin && in_time(at)) break;
      if (const Mention* m = mention_from(at)) {
        if (at > begin && m->kind == MentionKind::pronoun) break;
        if (at > begin && first_noun && m->kind == MentionKind::nominal &&
            tag(m->tokens.begin).pos == Pos::determiner) {
          break;
        }
        const auto index = static_cast<std::uint32_t>(m - mentions_.data());
        if (!first_mention) first_mention = index;
        last_mention = index;
        const std::uint32_t head = mention_head(*m);
        if (!first_noun) first_noun = head;
        last_noun = head;
        at = std::max(m->tokens.end, at + 1);
        if (m->kind == MentionKind::pronoun) break;
        continue;
      }
      const Token& token = context_.input.segmentation.tokens[at];
      if (token.kind == TokenKind::punctuation) break;
      const Pos pos = tag(at).pos;
      if (at == begin && pos == Pos::adposition && rules_.partitives.contains(key(at))) {
        ++at;
        continue;
      }
      if (pos == Pos::determiner && (first_noun || (at > begin && !determiner_run(begin, at))))
        break;
      if (pos == Pos::pronoun && !rules_.possessives.contains(key(at))) {
        if (at > begin) break;
        add_noun(begin, at + 1, at, std::nullopt);
        return at + 1;
      }
      if (pos == Pos::particle && key(at) == "'s") {
        // The owner is over, what is owned begins: the phrase goes on, its head is still to come.
        ++at;
        continue;
      }
      if (grades(begin, at, first_noun.has_value())) {
        ++at;
        continue;
      }
      if (!nominal(at) || (first_noun && measures(at)) || (last_mention && sum_after_name(at))) {
        break;
      }
      if (pos == Pos::noun || pos == Pos::proper_noun) {
        if (!first_noun) first_noun = at;
        last_noun = at;
      }
      ++at;
    }
    if (at == begin) at = begin + 1;
    const std::uint32_t head =
        rules_.head_last ? last_noun.value_or(at - 1) : first_noun.value_or(at - 1);
    add_noun(begin, at, head, rules_.head_last ? last_mention : first_mention);
    return at;
  }

  /// "sa plus grande usine", "a very large plant": an adverb inside the phrase, before its
  /// adjective.
  [[nodiscard]] bool grades(std::uint32_t begin, std::uint32_t at, bool headed) const {
    return at > begin && !headed && tag(at).pos == Pos::adverb && at + 1 < end() &&
           tag(at + 1).pos == Pos::adjective && determiner_run(begin, at);
  }

  [[nodiscard]] bool determiner_run(std::uint32_t begin, std::uint32_t at) const {
    for (std::uint32_t i = begin; i < at; ++i) {
      const Pos pos = tag(i).pos;
      if (pos != Pos::determiner && pos != Pos::adjective && pos != Pos::numeral) return false;
    }
    return true;
  }

  [[nodiscard]] std::uint32_t mention_head(const Mention& m) const {
    if (m.kind == MentionKind::name) return m.tokens.end - 1;
    std::optional<std::uint32_t> noun;
    for (std::uint32_t i = m.tokens.begin; i < m.tokens.end; ++i) {
      if (tag(i).pos == Pos::noun) noun = i;
      if (noun && (!rules_.head_last || tag(i).pos == Pos::adposition)) break;
    }
    return noun.value_or(m.tokens.end - 1);
  }

  /// A phrase stands for the mention at its head; a name beside a common noun ("le logiciel CUDA",
  /// "la société X") names the phrase unless it is a maker or owner ("puces Nvidia").
  void add_noun(std::uint32_t begin, std::uint32_t stop, std::uint32_t head,
                std::optional<std::uint32_t> mention) {
    Chunk& chunk = add(ChunkKind::noun, begin, stop);
    chunk.head = head;
    if (!mention) return;
    const Mention& m = mentions_[*mention];
    const bool at_head = m.tokens.contains(head);
    const bool names_head = !at_head && m.entity && m.kind == MentionKind::name &&
                            naming(context_.input.entities.entities[*m.entity].type, head);
    if (at_head || names_head) chunk.mention = mention;
  }

  [[nodiscard]] bool naming(EntityType type, std::uint32_t head) const {
    switch (type) {
      case EntityType::product:
      case EntityType::programme:
      case EntityType::person:
      case EntityType::cryptocurrency:
        return true;
      case EntityType::place:
        return false;
      default:
        return rules_.company_nouns.contains(tag(head).lemma);
    }
  }

  [[nodiscard]] std::string_view auxiliary(std::uint32_t at) const {
    const auto found = rules_.auxiliary.find(tag(at).lemma);
    return found == rules_.auxiliary.end() ? std::string_view{} : std::string_view{found->second};
  }

  [[nodiscard]] bool between_verbs(std::uint32_t at) const {
    const Pos pos = tag(at).pos;
    return pos == Pos::adverb || pos == Pos::particle || rules_.negations.contains(key(at)) ||
           (pos == Pos::pronoun && key(at).front() == '-');
  }

  /// Steps over adverbs, negation and inverted clitics, and notes what they say.
  std::uint32_t skip(std::uint32_t at, VerbGroup& group) const {
    while (at < end()) {
      if (const std::uint32_t phrase = adverb_phrase(at); phrase != 0) {
        at += phrase;
        continue;
      }
      if (!between_verbs(at)) break;
      if (negates(at)) group.negated = true;
      if (key(at).front() == '-') group.subject_clitic = at;
      ++at;
    }
    return at;
  }

  /// Length of an adverb of several words ("de nouveau") that begins here, or 0.
  [[nodiscard]] std::uint32_t adverb_phrase(std::uint32_t at) const {
    const auto found = rules_.adverb_phrases.find(key(at));
    if (found == rules_.adverb_phrases.end()) return 0;
    for (const auto& words : found->second) {
      std::uint32_t matched = 0;
      while (matched < words.size() && at + matched < end() &&
             key(at + matched) == words[matched]) {
        ++matched;
      }
      if (matched == words.size()) return matched;
    }
    return 0;
  }

  /// French "plus", "rien", "jamais" deny only after "ne"; "pas" and the English words do alone.
  [[nodiscard]] bool negates(std::uint32_t at) const {
    const auto found = rules_.negations.find(key(at));
    if (found == rules_.negations.end()) return false;
    return negator_seen_ || found->second == negation_alone;
  }

  [[nodiscard]] bool participle(std::uint32_t at) const {
    return at < end() && is_verb(at) && tag(at).morphology.verb_form == VerbForm::past_participle;
  }

  [[nodiscard]] bool infinitive(std::uint32_t at) const {
    return at < end() && is_verb(at) && tag(at).morphology.verb_form == VerbForm::infinitive;
  }

  std::optional<std::uint32_t> verb_group(std::uint32_t begin) {
    VerbGroup group;
    std::uint32_t at = begin;
    negator_seen_ = false;
    for (; at < end(); ++at) {
      const std::string_view k = key(at);
      if (rules_.negators.contains(k)) {
        negator_seen_ = true;
        continue;
      }
      if (rules_.negations.contains(k) && at + 1 < end() &&
          (is_verb(at + 1) || between_verbs(at + 1)) &&
          (at == begin || tag(at).pos == Pos::adverb)) {
        // "ne pas imposer", "not to impose"
        if (!verb_ahead(at + 1)) return std::nullopt;
        if (negates(at)) group.negated = true;
        continue;
      }
      if (rules_.reflexives.contains(k)) {
        group.reflexive = true;
        continue;
      }
      // "not to sell"
      if (group.negated && tag(at).pos == Pos::particle && at + 1 < end() && is_verb(at + 1))
        continue;
      if (tag(at).pos == Pos::pronoun && rules_.clitics.contains(k) && !agrees_as_subject(at))
        continue;
      break;
    }
    if (at >= end() || !is_verb(at)) return std::nullopt;
    const WordTag& first = tag(at);
    group.form = first.morphology.verb_form == VerbForm::none ? VerbForm::finite
                                                              : first.morphology.verb_form;
    group.mood = first.morphology.mood;
    group.tense = first.morphology.tense;
    group.number = first.morphology.number;
    group.person = first.morphology.person;
    const std::uint32_t stop = follow(at, group);
    if (simple_past(at, group, stop)) {
      group.form = VerbForm::finite;
      group.tense = Tense::past;
    }
    Chunk& chunk = add(ChunkKind::verb, begin, stop);
    chunk.head = group.main;
    chunk.verb = std::move(group);
    return stop;
  }

  /// English "sold" is participle or past by its form: alone after a phrase and not before "by", it
  /// is the past.
  [[nodiscard]] bool simple_past(std::uint32_t at, const VerbGroup& group,
                                 std::uint32_t stop) const {
    if (!rules_.past_as_participle || group.form != VerbForm::past_participle || group.main != at) {
      return false;
    }
    if (stop < end() && key(stop) == "by") return false;
    return !chunks_.empty() && chunks_.back().kind != ChunkKind::preposition;
  }

  /// "nous allons": a pronoun that is a subject's or an object's form, before a verb of its own
  /// person.
  [[nodiscard]] bool agrees_as_subject(std::uint32_t at) const {
    if (!rules_.subject_pronouns.contains(key(at)) || at + 1 >= end() || !is_verb(at + 1))
      return false;
    const std::uint8_t person = tag(at + 1).morphology.person;
    return person == 1 || person == 2;
  }

  [[nodiscard]] bool verb_ahead(std::uint32_t at) const {
    for (; at < end() && at < context_.tokens.end; ++at) {
      if (is_verb(at)) return true;
      if (!between_verbs(at) && !rules_.negators.contains(key(at)) &&
          !rules_.clitics.contains(key(at)) && !rules_.reflexives.contains(key(at))) {
        return false;
      }
    }
    return false;
  }

  /// From the first verb through auxiliaries and operators to the one that means something.
  std::uint32_t follow(std::uint32_t at, VerbGroup& group) {
    while (true) {
      group.main = at;
      group.lemma = tag(at).lemma;
      const std::uint32_t after = skip(at + 1, group);
      const std::string_view aux = auxiliary(at);
      if (aux == "have" && participle(after)) {
        group.perfect = true;
        at = after;
        continue;
      }
      if (aux == "be" && participle(after)) {
        if (group.reflexive || rules_.be_perfect.contains(tag(after).lemma))
          group.perfect = true;
        else
          group.passive = true;
        at = after;
        continue;
      }
      if (aux == "be" && after < end() && is_verb(after) && rules_.head_last &&
          tag(after).morphology.verb_form == VerbForm::present_participle) {
        at = after;
        continue;
      }
      if ((aux == "will" || aux == "would" || aux == "do") && after < end() && is_verb(after)) {
        if (aux == "will") group.operators.push_back(Operator::future);
        if (aux == "would") group.mood = Mood::conditional;
        at = after;
        continue;
      }
      if (const auto governed = operated(at, after, group)) {
        at = *governed;
        continue;
      }
      return group.subject_clitic && *group.subject_clitic >= at + 1
                 ? after
                 : std::max(at + 1, trailing(at));
    }
  }

  /// Negation that trails a simple verb ("n'exclut pas") belongs to the group.
  [[nodiscard]] std::uint32_t trailing(std::uint32_t at) const {
    std::uint32_t stop = at + 1;
    while (stop < end() && negates(stop)) ++stop;
    return stop;
  }

  /// "va investir", "cesse de vendre", "plans to build": the verb that is operated on, if there is
  /// one.
  std::optional<std::uint32_t> operated(std::uint32_t at, std::uint32_t after,
                                        VerbGroup& group) const {
    const auto found = rules_.operators.find(tag(at).lemma);
    if (found == rules_.operators.end()) return std::nullopt;
    // "failed to tell": the linker may be a particle, which `after` has already stepped over.
    std::uint32_t linked = at + 1;
    while (linked < after && tag(linked).pos != Pos::particle) ++linked;
    for (const OperatorVerb& op : found->second) {
      if (op.effect == Operator::object) continue;
      for (const std::string& linker : op.linkers) {
        std::uint32_t next = linker.empty() ? after : linked;
        if (!linker.empty()) {
          if (next >= end() || key(next) != linker) continue;
          ++next;
        }
        bool negated = false;
        bool reflexive = false;
        while (next < end()) {
          const std::string_view k = key(next);
          if (negates(next))
            negated = true;
          else if (rules_.reflexives.contains(k))
            reflexive = true;
          else if (!rules_.negators.contains(k) && tag(next).pos != Pos::adverb &&
                   !(tag(next).pos == Pos::pronoun && rules_.clitics.contains(k))) {
            break;
          }
          ++next;
        }
        if (!infinitive(next) && !(rules_.head_last && next < end() && is_verb(next))) continue;
        group.operators.push_back(op.effect);
        group.negated = group.negated != negated;
        group.reflexive = reflexive;
        return next;
      }
    }
    return std::nullopt;
  }

  const SentenceContext& context_;
  const EventRules::Impl& rules_;
  const std::vector<TimeExpression>& times_;
  const std::vector<Mention>& mentions_;
  std::vector<Chunk> chunks_;
  std::size_t time_ = 0;
  std::size_t mention_ = 0;
  bool in_straight_ = false;
  bool negator_seen_ = false;  ///< of the verb group being read
};

}  // namespace

std::vector<Chunk> chunk_sentence(const SentenceContext& context) { return Chunker{context}.run(); }

std::optional<std::uint32_t> mention_at(const EntityLayer& layer, std::uint32_t token) {
  const auto found =
      std::upper_bound(layer.mentions.begin(), layer.mentions.end(), token,
                       [](std::uint32_t at, const Mention& m) { return at < m.tokens.end; });
  if (found == layer.mentions.end() || !found->tokens.contains(token)) return std::nullopt;
  return static_cast<std::uint32_t>(found - layer.mentions.begin());
}

}  // namespace frise
