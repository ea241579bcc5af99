// Chunks by one pass over the tags (Abney, "Parsing by Chunks", 1991). Names and nominals found by
// the entity stage are taken whole; everything else goes by part of speech. A tree, where there is
// one, parts phrases that stand side by side. Tested in tests/unit/event/.

#include "event/chunks.hpp"

#include "event/verb_groups.hpp"

#include <algorithm>

namespace frise {
namespace {

class Chunker {
 public:
  Chunker(const SentenceContext& context, const SentenceTree& tree)
      : context_{context},
        tree_{tree},
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
    if (const std::uint32_t words = quantity_at(context_, at); words > 0 && !in_time(at + words)) {
      return noun_phrase(at, words);
    }
    if (auto group = read_verb_group(context_, at, before())) {
      share_auxiliary(group->second);
      Chunk& chunk = add(ChunkKind::verb, at, group->first);
      chunk.head = group->second.main;
      chunk.verb = std::move(group->second);
      return chunk.tokens.end;
    }
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
    if (!rules_.partitives.contains(key(at))) return false;
    // "cherche depuis l'an dernier des ...": a time may stand between.
    std::size_t last = chunks_.size();
    if (last > 0 && chunks_[last - 1].kind == ChunkKind::time) --last;
    if (last > 0 && chunks_[last - 1].kind == ChunkKind::preposition) --last;
    if (last == 0) return false;
    const auto& verb = chunks_[last - 1].verb;
    return verb && !verb->passive && !verb->reflexive && verb->form != VerbForm::past_participle &&
           !rules_.de_verbs.contains(verb->lemma);
  }

  /// "l'a exclu", "leur vend": a pronoun before its verb belongs to the verb group.
  [[nodiscard]] bool clitic_object(std::uint32_t at, const Mention& m) const {
    return m.kind == MentionKind::pronoun && at + 1 < end() && !nominative(at) &&
           (is_verb(context_, at + 1) || rules_.negators.contains(key(at + 1)));
  }

  /// "a racheté X et vendu Y": the second participle has the auxiliary of the first.
  void share_auxiliary(VerbGroup& group) const {
    if (group.form != VerbForm::past_participle || group.perfect || group.passive) return;
    if (before() != ChunkKind::coordinator) return;
    constexpr std::size_t reach = 12;
    for (std::size_t steps = 2; steps <= chunks_.size() && steps < reach; ++steps) {
      const Chunk& chunk = chunks_[chunks_.size() - steps];
      if (chunk.kind == ChunkKind::stop || chunk.kind == ChunkKind::colon) return;
      if (!chunk.verb) continue;
      const VerbGroup& first = *chunk.verb;
      if (first.form != VerbForm::finite || (!first.perfect && !first.passive)) return;
      // "a fermé l'usine achetée et vendue": after "avoir" a participle of its own stays as it is.
      const Morphology& own = tag(group.main).morphology;
      const bool agrees = own.gender == Gender::feminine || own.number == GrammaticalNumber::plural;
      if (agrees && !first.passive && !first.reflexive) return;
      group.form = first.form;
      group.mood = first.mood;
      group.tense = first.tense;
      group.number = first.number;
      group.person = first.person;
      group.perfect = first.perfect;
      group.passive = first.passive;
      return;
    }
  }

  [[nodiscard]] std::optional<ChunkKind> before() const {
    return chunks_.empty() ? std::nullopt : std::optional{chunks_.back().kind};
  }

  [[nodiscard]] bool nominative(std::uint32_t at) const {
    return rules_.subject_pronouns.contains(key(at));
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
    const EntityLayer& layer = context_.input.entities;
    // "Orval plc": the form of a company is no part of its name.
    if (!mention_at(layer, at - 1) && !(at >= 2 && mention_at(layer, at - 2))) return false;
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
  /// \param skipped words before a number that are part of the phrase
  std::uint32_t noun_phrase(std::uint32_t begin, std::uint32_t skipped = 0) {
    std::uint32_t at = begin + skipped;
    std::optional<std::uint32_t> first_noun;
    std::optional<std::uint32_t> last_noun;
    std::optional<std::uint32_t> first_mention;
    std::optional<std::uint32_t> last_mention;
    while (at < end()) {
      if (at > begin && (in_time(at) || (first_noun && parted(at)))) break;
      if (const Mention* m = mention_from(at)) {
        if (at > begin && m->kind == MentionKind::pronoun) break;
        if (at > begin && first_noun && m->kind == MentionKind::nominal &&
            tag(m->tokens.begin).pos == Pos::determiner) {
          break;
        }
        const auto index = static_cast<std::uint32_t>(m - mentions_.data());
        // "le constructeur automobile Valdoré": the trade tells what kind, the name tells whom.
        const bool trade = first_mention && first_noun && is_sector(*first_mention) &&
                           !mentions_[*first_mention].tokens.contains(*first_noun) &&
                           m->kind == MentionKind::name;
        // "son rival Orval": who is meant by the words right before a name is its bearer.
        const bool named = first_mention && m->kind == MentionKind::name && m->entity &&
                           mentions_[*first_mention].kind == MentionKind::nominal &&
                           !mentions_[*first_mention].entity &&
                           mentions_[*first_mention].tokens.end == at &&
                           naming(context_.input.entities.entities[*m->entity].type, *first_noun);
        if (!first_mention || trade || named) first_mention = index;
        last_mention = index;
        const std::uint32_t head = mention_head(*m);
        if (!first_noun) first_noun = head;
        last_noun = head;
        at = std::max(m->tokens.end, at + 1);
        if (m->kind == MentionKind::pronoun) break;
        continue;
      }
      const Token& token = context_.input.segmentation.tokens[at];
      if (first_noun && possessive_mark(at)) {
        ++at;
        continue;
      }
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

  /// "the carmakers' plant": the mark of a plural owner, where heads stand last.
  [[nodiscard]] bool possessive_mark(std::uint32_t at) const {
    const std::string_view k = key(at);
    return rules_.head_last && (k == "'" || k == "’") && key(at - 1).ends_with('s') &&
           at + 1 < end() && nominal(at + 1);
  }

  /// The tree parts two phrases between a noun and what follows: never inside "X's new plant".
  [[nodiscard]] bool parted(std::uint32_t at) const {
    const Pos before = tag(at - 1).pos;
    return (before == Pos::noun || before == Pos::proper_noun) && tag(at).pos != Pos::particle &&
           tree_.parts_phrases(at);
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

  [[nodiscard]] bool is_sector(std::uint32_t mention) const {
    const Mention& m = mentions_[mention];
    return m.entity && context_.input.entities.entities[*m.entity].type == EntityType::sector;
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

  const SentenceContext& context_;
  const SentenceTree& tree_;
  const EventRules::Impl& rules_;
  const std::vector<TimeExpression>& times_;
  const std::vector<Mention>& mentions_;
  std::vector<Chunk> chunks_;
  std::size_t time_ = 0;
  std::size_t mention_ = 0;
  bool in_straight_ = false;
};

}  // namespace

std::vector<Chunk> chunk_sentence(const SentenceContext& context, const SentenceTree& tree) {
  return Chunker{context, tree}.run();
}

std::uint32_t phrase_at(const SentenceContext& context,
                        const TextMap<std::vector<std::vector<std::string>>>& phrases,
                        std::uint32_t token) {
  const auto found = phrases.find(context.key(token));
  if (found == phrases.end()) return 0;
  std::uint32_t longest = 0;
  for (const auto& words : found->second) {
    std::uint32_t matched = 0;
    while (matched < words.size() && token + matched < context.tokens.end &&
           context.key(token + matched) == words[matched]) {
      ++matched;
    }
    if (matched == words.size()) longest = std::max(longest, matched);
  }
  return longest;
}

std::uint32_t quantity_at(const SentenceContext& context, std::uint32_t token) {
  const std::uint32_t length = phrase_at(context, context.rules.quantities, token);
  const std::uint32_t number = token + length;
  const bool counts =
      length > 0 && number < context.tokens.end && context.tag(number).pos == Pos::numeral;
  return counts ? length : 0;
}

std::optional<std::uint32_t> mention_at(const EntityLayer& layer, std::uint32_t token) {
  const auto found =
      std::upper_bound(layer.mentions.begin(), layer.mentions.end(), token,
                       [](std::uint32_t at, const Mention& m) { return at < m.tokens.end; });
  if (found == layer.mentions.end() || !found->tokens.contains(token)) return std::nullopt;
  return static_cast<std::uint32_t>(found - layer.mentions.begin());
}

}  // namespace frise
