// The speaker of each quotation: the act of speech beside it, the dash line under it, or whoever
// spoke before. Tested in tests/unit/event/speech_test.cpp.

#include "event/speech.hpp"
#include "event/speech_parts.hpp"

#include <algorithm>

namespace frise {
namespace {

/// The speech act of a sentence whose cue lies nearest to a place and outside the quotation.
std::optional<std::uint32_t> nearest_act(const ParsedSentence& sentence, const Quotation& quotation,
                                         std::uint32_t at) {
  std::optional<std::uint32_t> best;
  std::uint32_t distance = UINT32_MAX;
  for (std::uint32_t i = 0; i < sentence.speech.size(); ++i) {
    const SpeechAct& act = sentence.speech[i];
    if (quotation.span.contains(act.cue) || !has_speaker(act)) continue;
    const std::uint32_t d = act.cue.begin > at ? act.cue.begin - at : at - act.cue.begin;
    if (d < distance) {
      distance = d;
      best = i;
    }
  }
  return best;
}

class SpeakerFinder {
 public:
  SpeakerFinder(ParsedDocument& document,
                const std::vector<std::optional<std::uint32_t>>& of_sentence)
      : document_{document}, of_sentence_{of_sentence} {}

  void run() {
    const auto& quotations = document_.input.segmentation.quotations;
    document_.speakers.resize(quotations.size());
    for (std::size_t q = 0; q < quotations.size(); ++q) {
      const Quotation& quotation = quotations[q];
      if (quotation.tokens.size() == 0) continue;
      const auto first = sentence_of(quotation.tokens.begin);
      const auto last = sentence_of(quotation.tokens.end - 1);
      for (const auto& [place, at] :
           {std::pair{last, quotation.span.end}, std::pair{first, quotation.span.begin}}) {
        if (!place || document_.speakers[q]) continue;
        if (const auto act = nearest_act(document_.sentences[*place], quotation, at)) {
          document_.speakers[q] = {*place, *act};
        }
      }
      if (document_.speakers[q] || !last) continue;
      if (const auto dash = document_.dash_lines[block_of(*last)]) {
        document_.speakers[q] = {*dash, 0};
      } else if (q > 0 && first && stands_alone(quotation, *first, *last)) {
        document_.speakers[q] = speaker_before(q, *first);
      }
    }
  }

 private:
  [[nodiscard]] std::optional<std::uint32_t> sentence_of(std::uint32_t token) const {
    const auto& sentences = document_.input.segmentation.sentences;
    const auto found =
        std::upper_bound(sentences.begin(), sentences.end(), token,
                         [](std::uint32_t at, const Sentence& s) { return at < s.tokens.end; });
    if (found == sentences.end()) return std::nullopt;
    return of_sentence_[static_cast<std::size_t>(found - sentences.begin())];
  }

  [[nodiscard]] const Sentence& sentence(std::uint32_t parsed) const {
    return document_.input.segmentation.sentences[document_.sentences[parsed].index];
  }

  [[nodiscard]] std::uint32_t block_of(std::uint32_t parsed) const {
    return sentence(parsed).block;
  }

  /// Nothing but marks stands around the quotation in its sentences, and they are no headline.
  [[nodiscard]] bool stands_alone(const Quotation& quotation, std::uint32_t first,
                                  std::uint32_t last) const {
    constexpr std::uint32_t marks = 2;
    const auto& segmentation = document_.input.segmentation;
    return segmentation.block_of(sentence(first)).kind == BlockKind::paragraph &&
           quotation.tokens.begin <= sentence(first).tokens.begin + marks &&
           sentence(last).tokens.end <= quotation.tokens.end + marks;
  }

  /// The speaker of the quotation before, when it ends in the sentence before this one.
  [[nodiscard]] std::optional<std::pair<std::uint32_t, std::uint32_t>> speaker_before(
      std::size_t q, std::uint32_t first) const {
    for (std::size_t back = 1; back <= std::min<std::size_t>(q, 4); ++back) {
      const Quotation& before = document_.input.segmentation.quotations[q - back];
      if (before.tokens.size() == 0 || !document_.speakers[q - back]) continue;
      const auto [place, act] = *document_.speakers[q - back];
      const auto end = sentence_of(before.tokens.end - 1);
      const bool near = end && first <= std::max(*end, place) + 1;
      if (near && block_of(first) <= block_of(*end) + 1) return document_.speakers[q - back];
      return std::nullopt;
    }
    return std::nullopt;
  }

  ParsedDocument& document_;
  const std::vector<std::optional<std::uint32_t>>& of_sentence_;
};

}  // namespace

void find_speakers(ParsedDocument& document,
                   const std::vector<std::optional<std::uint32_t>>& of_sentence) {
  SpeakerFinder{document, of_sentence}.run();
}

}  // namespace frise
