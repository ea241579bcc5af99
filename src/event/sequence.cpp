// A cue governs the act right behind it ("après le rachat de X", "before buying X"). The act that
// this one is said of is where the tree hangs the two together, and the last act told before the
// words; without a tree, the only other one of the sentence. What could be read otherwise gives
// nothing. Tested in tests/unit/event/sequence_test.cpp.

#include "event/sequence.hpp"

#include "event/rules.hpp"
#include "event/sentence_tree.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace frise {
namespace {

constexpr std::uint32_t longest_gap = 8;  ///< tokens from the cue to the act it governs
constexpr std::size_t most_steps = 4;     ///< up the tree from what hangs on a part of an act
constexpr std::size_t most_events = 16;   ///< of a sentence; more is a list

/// The acts of a sentence by the words that tell them; one word may tell several.
class Acts {
 public:
  using Place = std::size_t;

  Acts(const ParsedDocument& document, TokenRange sentence, const std::vector<EventMention>& events,
       std::size_t first) {
    const auto& tokens = document.input.segmentation.tokens;
    const auto begin = tokens.begin() + sentence.begin;
    const auto end = tokens.begin() + sentence.end;
    for (std::size_t i = first; i < events.size(); ++i) {
      const Span trigger = events[i].trigger;
      const auto from = std::partition_point(
          begin, end, [&](const Token& token) { return token.span.end <= trigger.begin; });
      const auto to = std::partition_point(
          from, end, [&](const Token& token) { return token.span.begin < trigger.end; });
      all_.push_back({static_cast<std::uint32_t>(from - tokens.begin()),
                      static_cast<std::uint32_t>(to - tokens.begin())});
    }
  }

  [[nodiscard]] std::size_t size() const noexcept { return all_.size(); }
  [[nodiscard]] TokenRange operator[](Place place) const { return all_[place]; }
  [[nodiscard]] bool same(Place a, Place b) const { return all_[a] == all_[b]; }

  [[nodiscard]] std::optional<Place> next_from(std::uint32_t token) const {
    std::optional<Place> next;
    for (Place i = 0; i < all_.size(); ++i) {
      if (all_[i].begin < token) continue;
      if (!next || all_[i].begin < all_[*next].begin) next = i;
    }
    return next;
  }

  [[nodiscard]] std::optional<Place> last_until(std::uint32_t token) const {
    std::optional<Place> last;
    for (Place i = 0; i < all_.size(); ++i) {
      if (all_[i].end > token) continue;
      if (!last || all_[i].end > all_[*last].end) last = i;
    }
    return last;
  }

 private:
  std::vector<TokenRange> all_;
};

/// Where the tree hangs acts and cues.
class ActTree {
 public:
  ActTree(const SentenceTree& tree, const Acts& acts) : tree_{tree}, acts_{acts} {
    for (std::size_t i = 0; i < acts.size(); ++i) chains_.push_back(chain(acts[i]));
  }

  /// The act that the governed one is said of, by the words between them.
  [[nodiscard]] std::optional<Acts::Place> said_of(TokenRange cue, Acts::Place governed) const {
    const Chain& below = chains_[governed];
    const auto in_chain = [&](std::uint32_t token) {
      return std::find(below.begin(), below.end(), token) != below.end();
    };
    std::uint32_t top = SentenceTree::none;
    for (const std::uint32_t token : below) {
      if (token != SentenceTree::none) top = token;
    }
    if (!acts_[governed].contains(below.front())) return std::nullopt;
    bool joined = false;
    for (std::uint32_t t = cue.begin; t < cue.end; ++t) joined = joined || in_chain(tree_.head(t));
    for (const std::uint32_t token : below) {
      if (token == SentenceTree::none || !cue.contains(tree_.head(token))) continue;
      joined = true;
      top = token;
      break;
    }
    return joined ? act_above(cue, top, governed) : std::nullopt;
  }

 private:
  /// The word of an act that the rest of it hangs on, and those above that tell the same act: "was
  /// | down", "agreed to | buy".
  using Chain = std::array<std::uint32_t, 3>;

  [[nodiscard]] Chain chain(TokenRange trigger) const {
    Chain out;
    out.fill(SentenceTree::none);
    std::uint32_t top = trigger.begin;
    while (top < trigger.end && trigger.contains(tree_.head(top))) ++top;
    if (top >= trigger.end) return out;
    for (std::uint32_t& link : out) {
      link = top;
      const Relation relation = tree_.relation(top);
      const bool carries = relation == Relation::copula || relation == Relation::auxiliary ||
                           relation == Relation::passive_auxiliary ||
                           relation == Relation::open_complement;
      top = tree_.head(top);
      if (!carries || top == SentenceTree::none) break;
    }
    return out;
  }

  /// What hangs on a phrase of an act hangs on the act; nothing is looked for beyond a clause.
  [[nodiscard]] std::optional<Acts::Place> act_above(TokenRange cue, std::uint32_t token,
                                                     Acts::Place governed) const {
    for (std::size_t step = 0; step < most_steps; ++step) {
      token = tree_.head(token);
      if (token == SentenceTree::none) return std::nullopt;
      for (Acts::Place i = 0; i < acts_.size(); ++i) {
        if (acts_.same(i, governed)) continue;
        const bool there =
            std::find(chains_[i].begin(), chains_[i].end(), token) != chains_[i].end();
        if (there || acts_[i].contains(token)) return i;
      }
      const Relation relation = tree_.relation(token);
      const bool of_phrase = relation == Relation::nominal || relation == Relation::object ||
                             relation == Relation::oblique;
      if (!of_phrase && !cue.contains(token)) return std::nullopt;
    }
    return std::nullopt;
  }

  const SentenceTree& tree_;
  const Acts& acts_;
  std::vector<Chain> chains_;
};

class Sequence {
 public:
  Sequence(const ParsedDocument& document, const ParsedSentence& sentence,
           const std::vector<EventMention>& events, std::size_t first)
      : document_{document},
        sentence_{sentence},
        tokens_{document.input.segmentation.sentences[sentence.index].tokens},
        events_{events},
        first_{first},
        acts_{document, tokens_, events, first} {}

  void read(std::vector<EventOrder>& out) const {
    for (std::uint32_t t = tokens_.begin; t < tokens_.end; ++t) {
      const OrderCue* cue = cue_at(t);
      if (cue == nullptr) continue;
      const TokenRange words{t, t + static_cast<std::uint32_t>(cue->words.size())};
      if (!is_one_of_several(words)) relate(*cue, words, out);
      t = words.end - 1;
    }
  }

 private:
  [[nodiscard]] Pos pos(std::uint32_t token) const { return document_.input.tags[token].pos; }

  [[nodiscard]] const OrderCue* cue_at(std::uint32_t token) const {
    const auto& segmentation = document_.input.segmentation;
    const auto& cues = document_.rules.order_cues;
    const auto found = cues.find(segmentation.key(token));
    if (found == cues.end()) return nullptr;
    // "In the following year": a word of the phrase, no link.
    if (token > tokens_.begin && pos(token - 1) == Pos::determiner) return nullptr;
    for (const OrderCue& cue : found->second) {
      if (token + cue.words.size() > tokens_.end) continue;
      const auto stands = [&, t = token](const std::string& word) mutable {
        return segmentation.key(t++) == word;
      };
      if (std::all_of(cue.words.begin(), cue.words.end(), stands)) return &cue;
    }
    return nullptr;
  }

  /// "Before or after the merger" says neither.
  [[nodiscard]] bool is_one_of_several(TokenRange cue) const {
    const auto coordinates = [&](std::uint32_t token) {
      return tokens_.contains(token) && pos(token) == Pos::coordinating_conjunction;
    };
    if (coordinates(cue.end)) return true;
    return cue.begin >= tokens_.begin + 2 && coordinates(cue.begin - 1) &&
           cue_at(cue.begin - 2) != nullptr;
  }

  /// \param governed may be no more than possible: "avant de racheter X" says no more of it.
  [[nodiscard]] bool told(Acts::Place place, bool governed) const {
    const EventMention& event = events_[first_ + place];
    return !event.negated && event.factuality != Factuality::denied &&
           event.factuality != Factuality::hypothetical &&
           (governed || event.factuality != Factuality::possible);
  }

  [[nodiscard]] bool holds_time(TokenRange tokens) const {
    if (tokens.size() == 0) return false;
    const Span span = document_.span(tokens);
    const auto& times = document_.input.times.items;
    return std::any_of(times.begin(), times.end(), [&](const TimeExpression& time) {
      return time.span.begin < span.end && span.begin < time.span.end;
    });
  }

  [[nodiscard]] bool holds_verb(TokenRange tokens) const {
    return std::any_of(sentence_.clauses.begin(), sentence_.clauses.end(), [&](const Clause& one) {
      return tokens.contains(sentence_.chunks[one.chunk].head);
    });
  }

  /// The first act behind the cue, if nothing else comes between.
  [[nodiscard]] std::optional<Acts::Place> governed(TokenRange cue) const {
    const auto next = acts_.next_from(cue.end);
    if (!next) return std::nullopt;
    const TokenRange gap{cue.end, acts_[*next].begin};
    if (gap.size() > longest_gap || holds_time(gap)) return std::nullopt;
    for (std::uint32_t t = gap.begin; t < gap.end; ++t) {
      if (pos(t) == Pos::punctuation) return std::nullopt;
    }
    return next;
  }

  [[nodiscard]] std::optional<Acts::Place> by_tree(TokenRange cue, Acts::Place governed) const {
    const auto arcs = document_.input.trees.of(sentence_.index);
    const SentenceTree tree{tokens_, arcs, relations_of(document_.input.trees.model())};
    const auto found = ActTree{tree, acts_}.said_of(cue, governed);
    const auto last = acts_.last_until(cue.begin);
    if (!found || acts_[*found].begin >= cue.end) return found;
    const bool nearest = last && acts_.same(*last, *found);
    return nearest && !holds_verb({acts_[*found].end, cue.begin}) ? found : std::nullopt;
  }

  [[nodiscard]] std::optional<Acts::Place> only_other(TokenRange cue, Acts::Place governed) const {
    std::optional<Acts::Place> other;
    for (Acts::Place i = 0; i < acts_.size(); ++i) {
      if (acts_.same(i, governed)) continue;
      if (other && !acts_.same(i, *other)) return std::nullopt;
      other = i;
    }
    if (!other || holds_verb({cue.end, acts_[governed].begin})) return std::nullopt;
    const bool opens = acts_[*other].begin > acts_[governed].begin;
    const TokenRange between = opens ? TokenRange{acts_[governed].end, acts_[*other].begin}
                                     : TokenRange{acts_[*other].end, cue.begin};
    return holds_verb(between) ? std::nullopt : other;
  }

  void relate(const OrderCue& cue, TokenRange words, std::vector<EventOrder>& out) const {
    const auto act = governed(words);
    if (!act) return;
    const bool parsed = !document_.input.trees.of(sentence_.index).empty();
    const auto other = parsed ? by_tree(words, *act) : only_other(words, *act);
    if (!other) return;
    const auto quotation = quotation_at(document_, words.begin);
    if (quotation_at(document_, acts_[*act].begin) != quotation ||
        quotation_at(document_, acts_[*other].begin) != quotation) {
      return;
    }
    // What stands under one word is several events: "a racheté X et Y".
    for (Acts::Place a = 0; a < acts_.size(); ++a) {
      for (Acts::Place b = 0; b < acts_.size(); ++b) {
        if (!acts_.same(a, *act) || !acts_.same(b, *other)) continue;
        if (!told(a, true) || !told(b, false)) continue;
        const auto behind = static_cast<std::uint32_t>(first_ + a);
        const auto said_of = static_cast<std::uint32_t>(first_ + b);
        out.push_back({cue.governed_first ? behind : said_of, cue.governed_first ? said_of : behind,
                       document_.span(words), cue.rule});
      }
    }
  }

  const ParsedDocument& document_;
  const ParsedSentence& sentence_;
  TokenRange tokens_;
  const std::vector<EventMention>& events_;
  std::size_t first_;
  Acts acts_;
};

}  // namespace

void order_of_sentence(const ParsedDocument& document, const ParsedSentence& sentence,
                       const std::vector<EventMention>& events, std::size_t first,
                       std::vector<EventOrder>& out) {
  const std::size_t count = events.size() - first;
  if (count < 2 || count > most_events) return;
  Sequence{document, sentence, events, first}.read(out);
}

}  // namespace frise
