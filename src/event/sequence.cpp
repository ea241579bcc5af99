// A cue governs the next act behind it ("après le rachat de X", "before buying X") where nothing
// but the phrase or clause itself lies between. The act that this one is said of is the next event
// up the tree; without a tree, the only other one on its side. Tested in
// tests/unit/event/sequence_test.cpp.

#include "event/sequence.hpp"

#include "event/rules.hpp"

#include <algorithm>
#include <optional>
#include <span>

namespace frise {
namespace {

constexpr std::uint32_t longest_gap = 8;  ///< tokens from the cue to the act it governs
constexpr std::size_t most_steps = 24;    ///< up the tree
constexpr std::size_t most_events = 16;   ///< of a sentence; more is a list

class Sequence {
 public:
  Sequence(const ParsedDocument& document, const ParsedSentence& sentence,
           const std::vector<EventMention>& events, std::size_t first)
      : document_{document},
        tokens_{document.input.segmentation.sentences[sentence.index].tokens},
        events_{events},
        first_{first},
        sentence_{sentence.index} {
    for (std::size_t i = first; i < events.size(); ++i) triggers_.push_back(range_of(i));
  }

  void read(std::vector<EventOrder>& out) const {
    const auto& cues = document_.rules.order_cues;
    for (std::uint32_t t = tokens_.begin; t < tokens_.end; ++t) {
      const auto found = cues.find(document_.input.segmentation.key(t));
      if (found == cues.end() || is_determined(t)) continue;
      for (const OrderCue& cue : found->second) {
        if (!stands_at(cue, t)) continue;
        const TokenRange words{t, t + static_cast<std::uint32_t>(cue.words.size())};
        relate(cue, words, out);
        t = words.end - 1;
        break;
      }
    }
  }

 private:
  using Place = std::size_t;  ///< into triggers_

  [[nodiscard]] TokenRange range_of(std::size_t event) const {
    const auto& tokens = document_.input.segmentation.tokens;
    const Span trigger = events_[event].trigger;
    const auto begin = tokens.begin() + tokens_.begin;
    const auto end = tokens.begin() + tokens_.end;
    const auto from = std::partition_point(
        begin, end, [&](const Token& token) { return token.span.end <= trigger.begin; });
    const auto to = std::partition_point(
        from, end, [&](const Token& token) { return token.span.begin < trigger.end; });
    return {static_cast<std::uint32_t>(from - tokens.begin()),
            static_cast<std::uint32_t>(to - tokens.begin())};
  }

  /// "In the following year": a word of the phrase, no link.
  [[nodiscard]] bool is_determined(std::uint32_t token) const {
    return token > tokens_.begin && document_.input.tags[token - 1].pos == Pos::determiner;
  }

  [[nodiscard]] bool stands_at(const OrderCue& cue, std::uint32_t token) const {
    if (token + cue.words.size() > tokens_.end) return false;
    for (std::uint32_t i = 0; i < cue.words.size(); ++i) {
      if (document_.input.segmentation.key(token + i) != cue.words[i]) return false;
    }
    return true;
  }

  [[nodiscard]] bool told(Place place) const {
    const EventMention& event = events_[first_ + place];
    return !event.negated && event.factuality != Factuality::denied &&
           event.factuality != Factuality::hypothetical;
  }

  [[nodiscard]] bool holds_time(TokenRange tokens) const {
    const Span span = document_.span(tokens);
    const auto& times = document_.input.times.items;
    return std::any_of(times.begin(), times.end(), [&](const TimeExpression& time) {
      return time.span.begin < span.end && span.begin < time.span.end;
    });
  }

  /// The first act behind the cue, if nothing else comes between.
  [[nodiscard]] std::optional<Place> governed(TokenRange cue) const {
    std::optional<Place> next;
    for (Place i = 0; i < triggers_.size(); ++i) {
      if (triggers_[i].begin < cue.end) continue;
      if (!next || triggers_[i].begin < triggers_[*next].begin) next = i;
    }
    if (!next) return std::nullopt;
    const TokenRange gap{cue.end, triggers_[*next].begin};
    if (gap.size() > longest_gap || (gap.size() > 0 && holds_time(gap))) return std::nullopt;
    for (std::uint32_t t = gap.begin; t < gap.end; ++t) {
      if (document_.input.tags[t].pos == Pos::punctuation) return std::nullopt;
    }
    return next;
  }

  /// The event up the tree from the governed one, where the cue hangs on this or this on the cue.
  [[nodiscard]] std::optional<Place> above(std::span<const Arc> tree, TokenRange cue,
                                           Place governed) const {
    const TokenRange from = triggers_[governed];
    bool joined = climb(tree, cue.begin, [&](std::uint32_t t) { return from.contains(t); });
    std::optional<Place> found;
    climb(tree, from.begin, [&](std::uint32_t t) {
      joined = joined || cue.contains(t);
      if (from.contains(t)) return false;
      for (Place i = 0; i < triggers_.size(); ++i) {
        if (!triggers_[i].contains(t)) continue;
        found = i;
        return true;
      }
      return false;
    });
    return joined ? found : std::nullopt;
  }

  /// Whether `stop` holds of a token on the way from one to the root.
  template <class Stop>
  bool climb(std::span<const Arc> tree, std::uint32_t token, const Stop& stop) const {
    for (std::size_t step = 0; step < most_steps; ++step) {
      const std::uint32_t head = tree[token - tokens_.begin].head;
      if (!tokens_.contains(head)) return false;
      if (stop(head)) return true;
      token = head;
    }
    return false;
  }

  /// Without a tree: of several there is no telling which.
  [[nodiscard]] std::optional<Place> only_other(TokenRange cue, Place governed) const {
    std::optional<Place> found;
    const bool opens = std::none_of(triggers_.begin(), triggers_.end(),
                                    [&](TokenRange trigger) { return trigger.end <= cue.begin; });
    for (Place i = 0; i < triggers_.size(); ++i) {
      if (triggers_[i] == triggers_[governed]) continue;
      if (!opens && triggers_[i].begin >= cue.begin) continue;
      if (found && !(triggers_[*found] == triggers_[i])) return std::nullopt;
      if (!found) found = i;
    }
    return found;
  }

  void relate(const OrderCue& cue, TokenRange words, std::vector<EventOrder>& out) const {
    const auto act = governed(words);
    if (!act) return;
    const auto tree = document_.input.trees.of(sentence_);
    const auto other = tree.empty() ? only_other(words, *act) : above(tree, words, *act);
    if (!other) return;
    // What stands under one word is several events: "a racheté X et Y".
    for (Place a = 0; a < triggers_.size(); ++a) {
      for (Place b = 0; b < triggers_.size(); ++b) {
        if (!(triggers_[a] == triggers_[*act] && triggers_[b] == triggers_[*other])) continue;
        if (!told(a) || !told(b)) continue;
        const auto governed = static_cast<std::uint32_t>(first_ + a);
        const auto said_of = static_cast<std::uint32_t>(first_ + b);
        out.push_back({cue.governed_first ? governed : said_of,
                       cue.governed_first ? said_of : governed, document_.span(words), cue.rule});
      }
    }
  }

  const ParsedDocument& document_;
  TokenRange tokens_;
  const std::vector<EventMention>& events_;
  std::size_t first_;
  std::uint32_t sentence_;
  std::vector<TokenRange> triggers_;  ///< one an event of the sentence
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
