// Furniture is known by cue (data), by names of languages, by repetition, by runs of one to three
// words, and by its place in a tail that holds such blocks. Prose, that is a block that ends a
// sentence, is furniture by cue alone. Titles are short blocks without a full stop that prose
// follows. Each rule is one pass over the blocks. Tested in tests/unit/segment/block_test.cpp.

#include "segment/block_classifier.hpp"

#include "segment/chars.hpp"
#include "segment/rules.hpp"

#include <algorithm>
#include <unordered_map>

namespace frise {
namespace {

constexpr std::uint32_t longest_title = 30;
constexpr std::uint32_t longest_cued = 60;

struct Features {
  std::uint32_t first = 0;  ///< first token that is no bullet
  std::uint32_t end = 0;
  std::uint32_t words = 0;
  char32_t opening = 0;     ///< the mark the block opens with, or 0
  bool final_mark = false;  ///< ends a sentence
  bool colon = false;       ///< ends in a colon: something belongs to it
  bool question = false;
  bool linked = false;  ///< holds a handle or an address
  bool tail_cue = false;
  bool prose = false;
};

class Classifier {
 public:
  Classifier(std::string_view text, const SegmentRules::Impl& rules, Segmentation& s)
      : text_{text}, rules_{rules}, s_{s} {}

  void run() {
    for (const Block& block : s_.blocks) features_.push_back(look_at(block));
    mark_cues();
    mark_repeated();
    mark_items_and_attributions();
    mark_runs();
    mark_after_tail_cues();
    mark_tail();
    mark_headings();
  }

 private:
  [[nodiscard]] std::size_t size() const { return s_.blocks.size(); }
  [[nodiscard]] BlockKind kind(std::size_t i) const { return s_.blocks[i].kind; }
  void set(std::size_t i, BlockKind kind) { s_.blocks[i].kind = kind; }
  [[nodiscard]] bool free(std::size_t i) const { return kind(i) == BlockKind::paragraph; }

  [[nodiscard]] char32_t mark_of(std::uint32_t token) const {
    const Token& t = s_.tokens[token];
    if (t.kind != TokenKind::punctuation && t.kind != TokenKind::symbol) return 0;
    return chars::decode(text_, t.span.begin).c;
  }
  [[nodiscard]] static bool is_word(const Token& t) {
    return t.kind == TokenKind::word || t.kind == TokenKind::number;
  }
  [[nodiscard]] static bool is_bullet(char32_t c) {
    return c == 0x2022 || c == 0x2023 || c == 0x25AA || c == 0x25AB || c == 0x25CF || c == 0x25E6 ||
           c == 0xB7 || c == '*' || c == '+';
  }

  Features look_at(const Block& block) const {
    Features f;
    const Sentence& head = s_.sentences[block.sentence_begin];
    f.first = head.tokens.begin;
    f.end = s_.sentences[block.sentence_end - 1].tokens.end;
    f.opening = mark_of(f.first);
    if (is_bullet(f.opening) && f.first + 1 < f.end) ++f.first;
    for (std::uint32_t i = f.first; i < f.end; ++i) {
      const Token& t = s_.tokens[i];
      if (is_word(t)) ++f.words;
      f.linked = f.linked || t.kind == TokenKind::handle || t.kind == TokenKind::url;
    }
    // The last mark, less closing quotation marks and brackets.
    std::uint32_t last = f.end - 1;
    for (int marks = 0; marks < 3 && last > f.first; ++marks, --last) {
      const char32_t c = mark_of(last);
      if (c != 0xBB && c != 0x201D && c != 0x2019 && c != '"' && c != ')' && c != ']') break;
    }
    const char32_t c = mark_of(last);
    f.question = c == '?' || c == '!';
    f.final_mark = c == '.' || c == 0x2026 || c == 0x3002 || f.question;
    f.colon = c == ':';
    const std::uint32_t sentences = block.sentence_end - block.sentence_begin;
    f.prose = ((f.final_mark || f.colon) && f.words >= 6) || (sentences > 1 && f.words >= 12) ||
              f.words >= longest_title;
    return f;
  }

  /// Index after the cue's words among the words from `at` on, or `at`.
  [[nodiscard]] std::uint32_t match(const BlockCue& cue, std::uint32_t at,
                                    std::uint32_t end) const {
    std::uint32_t i = at;
    for (const std::string& key : cue.keys) {
      while (i < end && !is_word(s_.tokens[i])) ++i;
      if (i == end || s_.key(i) != key) return at;
      ++i;
    }
    return i;
  }

  [[nodiscard]] bool only_numbers(std::uint32_t at, std::uint32_t end) const {
    for (; at < end; ++at) {
      if (s_.tokens[at].kind == TokenKind::word) return false;
    }
    return true;
  }

  void mark_cues() {
    for (std::size_t i = 0; i < size(); ++i) {
      Features& f = features_[i];
      if (!free(i)) continue;
      std::uint32_t at = f.first;
      while (at < f.end && !is_word(s_.tokens[at])) ++at;
      if (at == f.end) {
        if (f.words == 0 && !f.linked) set(i, BlockKind::furniture);  // rules, emoji, counters
        continue;
      }
      if (f.words <= longest_cued) {
        if (const auto found = rules_.cues.find(s_.key(at)); found != rules_.cues.end()) {
          for (const BlockCue& cue : found->second) {
            const std::uint32_t after = match(cue, at, f.end);
            if (after == at) continue;
            if (cue.where == BlockCue::Where::whole && !only_numbers(after, f.end)) continue;
            set(i, BlockKind::furniture);
            f.tail_cue = f.tail_cue || cue.tail;
          }
        }
      }
      if (free(i)) mark_anywhere(i);
      if (free(i)) mark_languages(i);
    }
  }

  void mark_anywhere(std::size_t i) {
    const Features& f = features_[i];
    for (std::uint32_t at = f.first; at < f.end; ++at) {
      const std::string_view key = s_.key(at);
      if (!rules_.anywhere_first[SegmentRules::Impl::first_bit(key)]) continue;
      const auto found = rules_.anywhere.find(key);
      if (found == rules_.anywhere.end()) continue;
      for (const BlockCue& cue : found->second) {
        if (match(cue, at, f.end) != at) set(i, BlockKind::furniture);
      }
    }
  }

  void mark_languages(std::size_t i) {
    const Features& f = features_[i];
    std::uint32_t names = 0;
    std::uint32_t others = 0;
    for (std::uint32_t at = f.first; at < f.end && others <= names + 3; ++at) {
      if (s_.tokens[at].kind != TokenKind::word) continue;
      (rules_.languages.contains(s_.key(at)) ? names : others) += 1;
    }
    if (names >= 3 && names > others) set(i, BlockKind::furniture);
    if (names == 1 && f.words <= 4 && i > 0 && kind(i - 1) == BlockKind::furniture) {
      set(i, BlockKind::furniture);
    }
  }

  /// Links that stand twice. The first one stays where no prose has come yet: it is the title.
  void mark_repeated() {
    std::unordered_map<std::string, std::uint32_t> count;
    std::vector<std::string> forms(size());
    for (std::size_t i = 0; i < size(); ++i) {
      const Features& f = features_[i];
      if (f.words < 3 || (f.final_mark && !f.question) || f.words > longest_title) continue;
      for (std::uint32_t at = f.first; at < f.end; ++at) {
        if (!is_word(s_.tokens[at])) continue;
        forms[i] += s_.key(at);
        forms[i] += ' ';
      }
      ++count[forms[i]];
    }
    bool prose_seen = false;
    for (std::size_t i = 0; i < size(); ++i) {
      prose_seen = prose_seen || (free(i) && features_[i].prose);
      if (forms[i].empty() || !free(i)) continue;
      std::uint32_t& times = count[forms[i]];
      if (times < 2) continue;
      if (prose_seen || times == repeated_and_kept) set(i, BlockKind::furniture);
      if (!prose_seen) times = repeated_and_kept;
    }
  }

  /// "– Jensen Huang, PDG de Nvidia": a name behind a dash, not a sentence, alone, after what was
  /// said.
  [[nodiscard]] bool is_attribution(std::size_t i) const {
    const Features& f = features_[i];
    const bool tilde = f.opening == '~';
    if (i == 0 || f.final_mark || f.colon || f.words > 25 ||
        !(tilde || chars::is_dash(f.opening))) {
      return false;
    }
    const std::uint32_t name = f.first + 1;
    if (name >= f.end || !s_.tokens[name].is(shape_space_before)) return false;
    if (s_.tokens[name].kind != TokenKind::handle && !s_.tokens[name].is(shape_capitalised))
      return false;
    if (i + 1 < size() && features_[i + 1].opening == f.opening) return false;
    if (features_[i - 1].opening == f.opening || kind(i - 1) == BlockKind::furniture) return false;
    if (f.linked) return true;
    for (std::uint32_t at = name; at < f.end && at < name + 6; ++at) {
      if (mark_of(at) == ',' || mark_of(at) == '(') return true;
    }
    return f.opening != '-' && f.words <= 6;
  }

  void mark_items_and_attributions() {
    for (std::size_t i = 0; i < size(); ++i) {
      if (!free(i)) continue;
      const Features& f = features_[i];
      if (is_attribution(i)) {
        set(i, BlockKind::attribution);
        continue;
      }
      const bool dashed = (chars::is_dash(f.opening) || f.opening == '~') && f.first + 1 < f.end &&
                          s_.tokens[f.first + 1].is(shape_space_before);
      const bool numbered = s_.tokens[f.first].kind == TokenKind::number && f.first + 2 < f.end &&
                            s_.tokens[f.first].span.length() <= 2 &&
                            (mark_of(f.first + 1) == '.' || mark_of(f.first + 1) == ')') &&
                            s_.tokens[f.first + 2].is(shape_space_before);
      if (dashed || numbered || is_bullet(f.opening)) set(i, BlockKind::list_item);
    }
  }

  /// Three or more blocks of one to three words that no colon announces are a menu. The last one
  /// may be the title of what follows.
  void mark_runs() {
    for (std::size_t i = 0; i < size();) {
      std::size_t stop = i;
      while (stop < size() && is_short(stop)) ++stop;
      if (stop - i >= 3 && (i == 0 || !features_[i - 1].colon)) {
        const bool titles = stop < size() && features_[stop].prose &&
                            features_[stop - 1].words >= 2 &&
                            kind(stop - 1) == BlockKind::paragraph;
        for (std::size_t k = i; k < (titles ? stop - 1 : stop); ++k) set(k, BlockKind::furniture);
      }
      i = std::max(stop, i + 1);
    }
  }

  [[nodiscard]] bool is_short(std::size_t i) const {
    const Features& f = features_[i];
    return f.words <= 3 && !f.final_mark && !f.colon && kind(i) != BlockKind::header &&
           kind(i) != BlockKind::attribution;
  }

  /// "Le plus lu": what follows it, up to the next prose or the title of such.
  void mark_after_tail_cues() {
    bool after_cue = false;
    for (std::size_t i = 0; i < size(); ++i) {
      if (features_[i].tail_cue) after_cue = true;
      if (!after_cue || kind(i) == BlockKind::furniture) continue;
      const bool title = i + 1 < size() && prose_left(i + 1);
      if (features_[i].prose || title) {
        after_cue = false;
      } else if (kind(i) != BlockKind::header) {
        set(i, BlockKind::furniture);
      }
    }
  }

  [[nodiscard]] bool prose_left(std::size_t i) const {
    return features_[i].prose && kind(i) != BlockKind::furniture;
  }

  /// After the last prose nothing but furniture comes, if some of it is known to be that.
  void mark_tail() {
    std::size_t tail = size();
    bool known = false;
    while (tail > 0 && !prose_left(tail - 1)) {
      --tail;
      known = known || kind(tail) == BlockKind::furniture;
    }
    if (!known || tail == 0) return;
    const bool announced = features_[tail - 1].colon;
    for (std::size_t i = tail; i < size(); ++i) {
      if (kind(i) == BlockKind::attribution && i == tail) continue;
      if (announced && kind(i) == BlockKind::list_item) continue;
      if (kind(i) != BlockKind::header && features_[i].words < longest_title &&
          !(features_[i].final_mark && features_[i].words >= 4)) {
        set(i, BlockKind::furniture);
      }
    }
  }

  void mark_headings() {
    bool prose_follows = false;  // within what comes next, other titles and headers passed over
    for (std::size_t i = size(); i-- > 0;) {
      const Features& f = features_[i];
      if (kind(i) == BlockKind::furniture || kind(i) == BlockKind::header) continue;
      if (kind(i) == BlockKind::list_item && f.opening == '#') set(i, BlockKind::heading);
      const Block& block = s_.blocks[i];
      const bool one = block.sentence_end - block.sentence_begin <= (f.question ? 1U : 2U);
      const bool title = free(i) && prose_follows && one && !f.linked && f.words <= longest_title &&
                         f.words > 0 && !f.colon &&
                         (!f.final_mark || (f.question && f.words <= 20));
      if (title) {
        set(i, BlockKind::heading);
      } else {
        prose_follows = f.prose || f.colon || kind(i) == BlockKind::list_item;
      }
    }
  }

  static constexpr std::uint32_t repeated_and_kept = UINT32_MAX;

  std::string_view text_;
  const SegmentRules::Impl& rules_;
  Segmentation& s_;
  std::vector<Features> features_;
};

}  // namespace

void classify_blocks(std::string_view text, const SegmentRules::Impl& rules, Segmentation& s) {
  Classifier(text, rules, s).run();
}

}  // namespace frise
