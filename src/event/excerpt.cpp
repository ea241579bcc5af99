// Pieces first, then their choice: each token is a piece that knows whether it may be left out and
// whether the label may end before it. Nothing within quotation marks is left out. Tested in
// tests/unit/event/summary_test.cpp.

#include "event/excerpt.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace frise {
namespace {

constexpr std::size_t longest = 112;
constexpr std::size_t far = 4 * longest;  ///< what is never reached, whatever is left out
constexpr std::size_t enough = 48;        ///< characters after which a clause mark ends the label
constexpr std::size_t least = 28;         ///< characters that a cut leaves
constexpr std::size_t length_of_a_year = 4;  ///< as a TIMEX3 value

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

/// Appends words, squeezing white space to one blank.
void append(std::string& out, std::string_view text) {
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
}

/// How well a label ends before a piece.
enum class Cut : std::uint8_t { no, poor, fair, good };

struct Piece {
  std::string_view text;
  bool space = false;
  bool quoted = false;
  bool spare = false;  ///< left out when room is short: an adverb, an aside before "que"
  bool opens = false;  ///< a quotation mark
  Cut cut = Cut::no;
  std::uint32_t token = 0;
};

class Excerpt {
 public:
  Excerpt(const ParsedDocument& document, const ParsedSentence& sentence, const ExcerptRange& range)
      : document_{document},
        sentence_{sentence},
        keep_{range.keep},
        verbs_due_{range.clause ? 1 : 0},
        relative_{range.relative},
        tokens_{document.input.segmentation.sentences[sentence.index].tokens} {}

  void write(std::uint32_t from, bool verbatim, std::string& out) {
    open_within(from, verbatim, out);
    collect(from, code_points(out));
    const bool spare = length(out, pieces_.size(), true) <= longest;
    std::size_t end = pieces_.size();
    bool phrase_ends = true;
    if (!spare && length(out, end, false) > longest) end = cut(out, phrase_ends);
    for (std::size_t i = 0; i < end; ++i) {
      // The full stop of what is quoted is none of the label's.
      const bool stop =
          pieces_[i].text == "." && i + 2 == end && pieces_[i].quoted && !pieces_[i + 1].quoted;
      if (!stop && (spare || !pieces_[i].spare)) put(pieces_[i], out);
    }
    close(end, phrase_ends, out);
  }

 private:
  [[nodiscard]] std::string_view key(std::uint32_t token) const {
    return document_.input.segmentation.key(token);
  }

  void collect(std::uint32_t from, std::size_t before) {
    const auto& chunks = sentence_.chunks;
    auto c = static_cast<std::size_t>(
        std::partition_point(chunks.begin(), chunks.end(),
                             [from](const Chunk& one) { return one.tokens.end <= from; }) -
        chunks.begin());
    std::size_t total = before;
    for (std::uint32_t t = from; t < tokens_.end && total < far;) {
      while (c < chunks.size() && chunks[c].tokens.end <= t) ++c;
      const Chunk* chunk = c < chunks.size() && chunks[c].tokens.begin <= t ? &chunks[c] : nullptr;
      Cut cut = Cut::no;
      if (chunk != nullptr && chunk->tokens.begin == t) {
        if (ends_at(c, total)) return;
        if (const auto after = passed_over(c, from); after > t) {
          t = after;
          continue;
        }
        cut = t == from || t < keep_ || verbs_due_ > 0 ? Cut::no : cut_before(c);
        note_clause(*chunk);
        if (t >= aside_end_ && !quoted_ && t > from) aside_end_ = aside_from(c);
        if (chunk->kind == ChunkKind::open_quote && quoted_) ++nested_;
        if (chunk->kind == ChunkKind::open_quote && !quoted_) {
          quoted_ = true;
          close_mark_ = closing(key(t));
        }
      }
      if (const auto words = filler(t, chunk); words > 0) {
        t += words;
        continue;
      }
      bool closes = chunk != nullptr && chunk->kind == ChunkKind::close_quote;
      if (closes && nested_ > 0) {
        --nested_;
        closes = false;
      }
      if (closes && within_ && !quoted_) return;
      const Token& token = document_.input.segmentation.tokens[t];
      pieces_.push_back({.text = slice(document_.input.document.text, token.span),
                         .space = token.is(shape_space_before),
                         .quoted = quoted_ && !closes,
                         .spare = spare(t, chunk),
                         .opens = chunk != nullptr && chunk->kind == ChunkKind::open_quote,
                         .cut = cut,
                         .token = t});
      total += width(pieces_.back());
      ++t;
      if (!closes) continue;
      quoted_ = false;
      if (within_) return;
    }
  }

  /// After "que" or "qui", and after a subject of its own, a clause is not said before its verb.
  void note_clause(const Chunk& chunk) {
    if (chunk.kind == ChunkKind::complementizer || chunk.kind == ChunkKind::relative) {
      ++verbs_due_;
    } else if (chunk.kind == ChunkKind::verb && chunk.verb->form == VerbForm::finite) {
      verbs_due_ = std::max(verbs_due_ - 1, 0);
    }
  }

  /// The token after an aside that opens at a chunk: "a déclaré [lors d'un entretien] que", "que la
  /// puce[, faite pour la Chine,] coûtera"; 0 where none does.
  [[nodiscard]] std::uint32_t aside_from(std::size_t c) const {
    constexpr std::size_t near = 8;
    const auto& chunks = sentence_.chunks;
    const bool comma = chunks[c].kind == ChunkKind::comma && verbs_due_ > 0;
    const bool adjunct =
        c > 0 && chunks[c - 1].kind == ChunkKind::verb &&
        (chunks[c].kind == ChunkKind::preposition || chunks[c].kind == ChunkKind::adverb);
    if (!comma && !adjunct) return 0;
    for (std::size_t i = c + 1; i < chunks.size() && i <= c + near; ++i) {
      const bool finite = chunks[i].kind == ChunkKind::verb &&
                          (adjunct || chunks[i].verb->form == VerbForm::finite);
      if (finite) return 0;
      if (comma && chunks[i].kind == ChunkKind::comma) return chunks[i].tokens.end;
      if (adjunct && chunks[i].kind == ChunkKind::complementizer) return chunks[i].tokens.begin;
      if (chunks[i].kind == ChunkKind::comma) return 0;
    }
    return 0;
  }

  /// What begins within a quotation ends with it, in its marks where it is given word for word.
  void open_within(std::uint32_t from, bool verbatim, std::string& out) {
    const auto q = quotation_at(document_, from);
    if (!q) return;
    const std::uint32_t first = document_.input.segmentation.quotations[*q].tokens.begin;
    if (first == 0) return;
    within_ = true;
    if (!verbatim) return;
    quoted_ = true;
    close_mark_ = closing(key(first - 1));
    out += key(first - 1);
    if (close_mark_.front() == ' ') out += ' ';
  }

  static std::string_view closing(std::string_view mark) {
    return mark == "«" ? " »" : mark == "“" ? "”" : mark == "‘" ? "’" : "\"";
  }

  [[nodiscard]] bool ends_at(std::size_t c, std::size_t total) const {
    const Chunk& chunk = sentence_.chunks[c];
    if (quoted_) return false;
    if (chunk.kind == ChunkKind::stop) return true;
    if (verbs_due_ > 0 || chunk.tokens.begin < keep_) return false;
    // "X, qui détient 9 % du capital, | critique Y"
    if (relative_ && chunk.kind == ChunkKind::comma && c + 1 < sentence_.chunks.size()) {
      const Chunk& next = sentence_.chunks[c + 1];
      if (next.kind == ChunkKind::verb && next.verb->form == VerbForm::finite) return true;
    }
    const bool mark = chunk.kind == ChunkKind::comma || chunk.kind == ChunkKind::relative ||
                      chunk.kind == ChunkKind::subordinator || chunk.kind == ChunkKind::dash;
    return mark && total >= enough;
  }

  /// The token after an aside or a date that stands at a chunk, or the chunk's own begin.
  [[nodiscard]] std::uint32_t passed_over(std::size_t c, std::uint32_t from) const {
    const auto& chunks = sentence_.chunks;
    const Chunk& chunk = chunks[c];
    const std::uint32_t stay = chunk.tokens.begin;
    if (quoted_) return stay;
    if (chunk.kind == ChunkKind::dash || chunk.kind == ChunkKind::open_bracket) {
      const ChunkKind close =
          chunk.kind == ChunkKind::dash ? ChunkKind::dash : ChunkKind::close_bracket;
      const auto other =
          std::find_if(chunks.begin() + static_cast<std::ptrdiff_t>(c) + 1, chunks.end(),
                       [close](const Chunk& one) { return one.kind == close; });
      return other == chunks.end() ? tokens_.end : other->tokens.end;
    }
    if (c == 0 || stay == from || chunks[c - 1].kind != ChunkKind::verb ||
        chunks[c - 1].verb->form == VerbForm::past_participle) {
      return stay;
    }
    // "a racheté hier", "agreed on Tuesday": right after the verb, to the month or the day.
    std::size_t time = c;
    if (chunk.kind == ChunkKind::preposition && document_.rules.dating.contains(key(stay))) ++time;
    if (time >= chunks.size() || chunks[time].kind != ChunkKind::time) return stay;
    return is_date(chunks[time].tokens) ? chunks[time].tokens.end : stay;
  }

  [[nodiscard]] bool is_date(TokenRange tokens) const {
    const auto& times = document_.input.times.items;
    const auto found = std::partition_point(
        times.begin(), times.end(),
        [tokens](const TimeExpression& one) { return one.tokens.end <= tokens.begin; });
    return found != times.end() && found->tokens.begin <= tokens.begin &&
           found->type == TimexType::date && found->value.size() > length_of_a_year;
  }

  /// Number of tokens of a filler at `t`, or 0.
  [[nodiscard]] std::uint32_t filler(std::uint32_t t, const Chunk* chunk) const {
    if (quoted_ || chunk == nullptr) return 0;
    const auto found = document_.rules.fillers.find(key(t));
    if (found == document_.rules.fillers.end()) return 0;
    for (const auto& words : found->second) {
      const auto count = static_cast<std::uint32_t>(words.size());
      if (t + count > tokens_.end) continue;
      bool same = true;
      for (std::uint32_t i = 0; i < count; ++i) same = same && key(t + i) == words[i];
      if (!same || measures(t, count)) continue;
      if (chunk->kind == ChunkKind::verb || count > 1) return count;
      // "aussi grand", "also profitable": here it is a degree.
      const Pos next = t + 1 < tokens_.end ? document_.input.tags[t + 1].pos : Pos::other;
      const bool degree = next == Pos::adjective || next == Pos::adverb;
      if (chunk->kind == ChunkKind::adverb && !degree) return count;
    }
    return 0;
  }

  /// "6 % de plus", "plus tôt de plus que": words that link sentences elsewhere say how much here.
  [[nodiscard]] bool measures(std::uint32_t t, std::uint32_t count) const {
    if (count < 2) return false;
    const Pos before = t > tokens_.begin ? document_.input.tags[t - 1].pos : Pos::other;
    return before == Pos::numeral || before == Pos::symbol ||
           (t + count < tokens_.end && document_.rules.complementizers.contains(key(t + count)));
  }

  [[nodiscard]] bool spare(std::uint32_t t, const Chunk* chunk) const {
    if (quoted_ || chunk == nullptr) return false;
    if (t < aside_end_) return true;
    const Pos next = t + 1 < tokens_.end ? document_.input.tags[t + 1].pos : Pos::other;
    // "lors de", "moins de", "plus grand": part of a phrase.
    const bool alone = next != Pos::adposition && next != Pos::adjective && next != Pos::adverb &&
                       next != Pos::numeral && next != Pos::subordinating_conjunction;
    const bool adverb = document_.input.tags[t].pos == Pos::adverb &&
                        (chunk->kind == ChunkKind::verb || chunk->kind == ChunkKind::adverb);
    return adverb && alone && !document_.rules.negations.contains(key(t)) &&
           !document_.rules.negators.contains(key(t));
  }

  [[nodiscard]] Cut cut_before(std::size_t c) const {
    const auto& chunks = sentence_.chunks;
    if (c == 0) return Cut::no;
    const Chunk& chunk = chunks[c];
    const ChunkKind before = chunks[c - 1].kind;
    const bool whole = before == ChunkKind::noun || before == ChunkKind::time ||
                       before == ChunkKind::close_quote || before == ChunkKind::close_bracket;
    switch (chunk.kind) {
      case ChunkKind::comma:
      case ChunkKind::relative:
      case ChunkKind::subordinator:
        return Cut::good;
      case ChunkKind::coordinator:
        return whole ? Cut::fair : Cut::no;
      case ChunkKind::verb:
        // "un réseau | couvrant la région", "des cartes | réservées aux mineurs"
        if (!whole) return Cut::no;
        return chunk.verb->form == VerbForm::present_participle ? Cut::good
               : chunk.verb->form == VerbForm::past_participle  ? Cut::fair
                                                                : Cut::no;
      case ChunkKind::preposition: {
        if (!whole || c + 1 >= chunks.size() || is_bare(c - 1)) return Cut::no;
        const Chunk& next = chunks[c + 1];
        if (next.kind == ChunkKind::verb && next.verb->form != VerbForm::present_participle &&
            !document_.rules.purpose.contains(key(chunk.tokens.begin))) {
          // "a condamné le fabricant | de téléphones X | à verser": whom, before what to do.
          return chunks[c - 1].mention ? Cut::poor : Cut::no;
        }
        if (chunk.key != "de" && chunk.key != "of") return Cut::good;
        // "20 milliards | de dollars" says nothing without its unit.
        const std::uint32_t head = chunks[c - 1].tokens.end - 1;
        const bool quantity = document_.rules.multipliers.contains(key(head)) ||
                              document_.input.tags[head].pos == Pos::numeral;
        return quantity ? Cut::no : Cut::fair;
      }
      default:
        return Cut::no;
    }
  }

  /// "grâce à", "face à": a noun alone after a verb is half of a phrase.
  [[nodiscard]] bool is_bare(std::size_t c) const {
    const Chunk& chunk = sentence_.chunks[c];
    return chunk.kind == ChunkKind::noun && chunk.tokens.size() == 1 && !chunk.mention &&
           document_.input.tags[chunk.head].pos == Pos::noun && c > 0 &&
           sentence_.chunks[c - 1].kind == ChunkKind::verb;
  }

  static void put(const Piece& piece, std::string& out) {
    if (piece.space && !out.empty() && out.back() != ' ') out += ' ';
    append(out, piece.text);
  }

  static std::size_t width(const Piece& piece) {
    return code_points(piece.text) + (piece.space ? 1 : 0);
  }

  /// Characters already there; the blank before the first piece counts once.
  static std::size_t start(const std::string& before) {
    const bool blank = !before.empty() && before.back() == ' ';
    return code_points(before) - (blank ? 1 : 0);
  }

  [[nodiscard]] std::size_t length(const std::string& before, std::size_t end, bool spare) const {
    std::size_t total = start(before);
    for (std::size_t i = 0; i < end; ++i) {
      if (spare || !pieces_[i].spare) total += width(pieces_[i]);
    }
    return total;
  }

  /// Where the label ends: before the last piece that a phrase ends before, else at the last word
  /// that fits.
  [[nodiscard]] std::size_t cut(const std::string& before, bool& phrase_ends) const {
    std::size_t total = start(before);
    std::size_t fits = 0;
    std::size_t good = 0;
    std::size_t fair = 0;
    std::size_t poor = 0;  // later than a fair one
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (total <= longest && total >= least) {
        if (pieces_[i].cut == Cut::good) good = i;
        if (pieces_[i].cut == Cut::fair || pieces_[i].cut == Cut::good) fair = i;
        if (pieces_[i].cut != Cut::no && fair > 0) poor = i;
      }
      if (!pieces_[i].spare) total += width(pieces_[i]);
      if (total < longest) fits = i + 1;
    }
    while (fits > 1 && hangs(pieces_[fits - 1])) --fits;
    if (good == 0) good = std::max(fair, poor);
    phrase_ends = good > 0;
    return phrase_ends ? good : fits;
  }

  /// Says nothing before an ellipsis: an opening mark, a preposition, an article, "n'".
  [[nodiscard]] bool hangs(const Piece& piece) const {
    const Pos pos = document_.input.tags[piece.token].pos;
    return piece.opens || piece.spare || pos == Pos::adposition || pos == Pos::determiner ||
           pos == Pos::numeral || pos == Pos::coordinating_conjunction ||
           pos == Pos::subordinating_conjunction || piece.text.ends_with('\'') ||
           piece.text.ends_with("’") || document_.rules.relatives.contains(key(piece.token)) ||
           document_.rules.complementizers.contains(key(piece.token));
  }

  void close(std::size_t end, bool phrase_ends, std::string& out) const {
    const bool in_quote = end > 0 && pieces_[end - 1].quoted;
    const bool cut_quote = in_quote && (end < pieces_.size() || quoted_);
    const auto strip = [&out](std::string_view marks) {
      while (!out.empty() && marks.find(out.back()) != std::string_view::npos) out.pop_back();
    };
    strip(cut_quote ? " ,:." : " ,:");
    if (end < pieces_.size() && (!phrase_ends || in_quote)) out += "…";
    if (cut_quote) out += close_mark_;
  }

 private:
  const ParsedDocument& document_;
  const ParsedSentence& sentence_;
  std::uint32_t keep_;  ///< the label goes on at least up to this token
  int verbs_due_;       ///< clauses that have begun and whose verb is still to come
  bool relative_;       ///< a relative clause is being read
  TokenRange tokens_;
  std::vector<Piece> pieces_;
  std::string_view close_mark_;
  int nested_ = 0;
  bool quoted_ = false;
  bool within_ = false;          ///< the first word stands within a quotation
  std::uint32_t aside_end_ = 0;  ///< token after the aside being read
};

}  // namespace

void append_excerpt(const ParsedDocument& document, const ParsedSentence& sentence,
                    const ExcerptRange& range, std::string& out) {
  Excerpt{document, sentence, range}.write(range.from, range.verbatim, out);
}

}  // namespace frise
