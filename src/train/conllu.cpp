// Rows are read as they come; at the blank line the sentence is closed: forms are found in the text
// one after the other, and heads are checked. Empty nodes (8.1) and enhanced dependencies are
// passed over. Tested in tests/unit/train/conllu_test.cpp.

#include "train/conllu.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

namespace frise::train {
namespace {

constexpr std::array<std::pair<std::string_view, Pos>, 17> names{{
    {"ADJ", Pos::adjective},
    {"ADP", Pos::adposition},
    {"ADV", Pos::adverb},
    {"AUX", Pos::auxiliary},
    {"CCONJ", Pos::coordinating_conjunction},
    {"DET", Pos::determiner},
    {"INTJ", Pos::interjection},
    {"NOUN", Pos::noun},
    {"NUM", Pos::numeral},
    {"PART", Pos::particle},
    {"PRON", Pos::pronoun},
    {"PROPN", Pos::proper_noun},
    {"PUNCT", Pos::punctuation},
    {"SCONJ", Pos::subordinating_conjunction},
    {"SYM", Pos::symbol},
    {"VERB", Pos::verb},
    {"X", Pos::other},
}};

std::optional<Pos> pos_named(std::string_view name) {
  for (const auto& [known, pos] : names) {
    if (known == name) return pos;
  }
  return std::nullopt;
}

/// One `Name=Value` of FEATS; names and values that frise has no use for change nothing.
void add_feature(std::string_view name, std::string_view value, Morphology& m) {
  if (name == "Gender") {
    if (value == "Masc") m.gender = Gender::masculine;
    if (value == "Fem") m.gender = Gender::feminine;
  } else if (name == "Number") {
    if (value == "Sing") m.number = GrammaticalNumber::singular;
    if (value == "Plur") m.number = GrammaticalNumber::plural;
  } else if (name == "Person") {
    if (value >= "1" && value <= "3") m.person = static_cast<std::uint8_t>(value[0] - '0');
  } else if (name == "VerbForm") {
    if (value == "Fin") m.verb_form = VerbForm::finite;
    if (value == "Inf") m.verb_form = VerbForm::infinitive;
    if (value == "Part") m.verb_form = VerbForm::past_participle;
    if (value == "Ger") m.verb_form = VerbForm::present_participle;
  } else if (name == "Mood") {
    if (value == "Ind") m.mood = Mood::indicative;
    if (value == "Cnd") m.mood = Mood::conditional;
    if (value == "Sub") m.mood = Mood::subjunctive;
    if (value == "Imp") m.mood = Mood::imperative;
  } else if (name == "Tense") {
    if (value == "Pres") m.tense = Tense::present;
    if (value == "Imp") m.tense = Tense::imperfect;
    if (value == "Past") m.tense = Tense::past;
    if (value == "Fut") m.tense = Tense::future;
  }
}

Morphology read_features(std::string_view list) {
  Morphology m;
  while (!list.empty()) {
    const std::string_view one = list.substr(0, list.find('|'));
    const auto equals = one.find('=');
    if (equals != std::string_view::npos) {
      add_feature(one.substr(0, equals), one.substr(equals + 1), m);
    }
    list.remove_prefix(std::min(list.size(), one.size() + 1));
  }
  if (m.verb_form == VerbForm::past_participle && m.tense == Tense::present) {
    m.verb_form = VerbForm::present_participle;
  }
  if (m.verb_form != VerbForm::finite) m.tense = Tense::none;
  return m;
}

bool read_number(std::string_view text, std::uint32_t& value) {
  const char* end = text.data() + text.size();
  const auto [stop, failed] = std::from_chars(text.data(), end, value);
  return failed == std::errc{} && stop == end;
}

class Reader {
 public:
  explicit Reader(const std::string& path) : path_{path} {}

  Result<std::vector<ConlluSentence>> run(std::string_view bytes) {
    while (!bytes.empty()) {
      std::string_view line = bytes.substr(0, bytes.find('\n'));
      bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
      if (line.ends_with('\r')) line.remove_suffix(1);
      ++line_;
      if (const char* fault = take(line)) return wrong(fault, line_);
    }
    ++line_;
    if (const char* fault = close()) return wrong(fault, line_);
    return std::move(sentences_);
  }

 private:
  /// Words first to last (indices) are the contraction `form`.
  struct Contraction {
    std::uint32_t first, last;
    std::string form;
  };

  tl::unexpected<Error> wrong(const char* what, std::size_t line) const {
    return fail({ErrorCode::bad_format, what, path_, line, 0});
  }

  const char* take(std::string_view line) {
    if (line.empty()) return close();
    if (sentence_.line == 0) sentence_.line = line_;
    if (line.starts_with("# text = ")) sentence_.text = line.substr(9);
    return line.front() == '#' ? nullptr : take_row(line);
  }

  const char* take_row(std::string_view line) {
    std::array<std::string_view, 10> cells;
    std::size_t count = 0;
    for (bool more = true; more; ++count) {
      const auto tab = line.find('\t');
      if (count < cells.size()) cells[count] = line.substr(0, tab);
      more = tab != std::string_view::npos;
      if (more) line.remove_prefix(tab + 1);
    }
    if (count != cells.size()) return "a row has ten cells with tabs between them";
    if (cells[1].empty()) return "a word has a form";
    if (cells[0].find('.') != std::string_view::npos) return nullptr;
    const auto size = static_cast<std::uint32_t>(sentence_.words.size());
    if (const auto dash = cells[0].find('-'); dash != std::string_view::npos) {
      std::uint32_t first = 0, last = 0;
      if (!read_number(cells[0].substr(0, dash), first) ||
          !read_number(cells[0].substr(dash + 1), last) || first != size + 1 || last < first) {
        return "the numbers of a contraction are those of the words that follow it";
      }
      contractions_.push_back({first - 1, last - 1, std::string{cells[1]}});
      return nullptr;
    }
    std::uint32_t number = 0;
    if (!read_number(cells[0], number) || number != size + 1) {
      return "words are numbered 1, 2, 3 in each sentence";
    }
    ConlluWord word;
    word.form = cells[1];
    const auto pos = pos_named(cells[3]);
    if (!pos) return "the fourth cell is a universal part of speech (NOUN, VERB)";
    word.pos = *pos;
    word.morphology = read_features(cells[5]);
    if (!read_number(cells[6], word.head)) return "the seventh cell is the number of the head";
    word.relation = cells[7];
    sentence_.words.push_back(std::move(word));
    return nullptr;
  }

  const char* close() {
    if (sentence_.line == 0) return nullptr;
    const auto size = static_cast<std::uint32_t>(sentence_.words.size());
    for (const ConlluWord& word : sentence_.words) {
      if (word.head > size) return "a head of the sentence above is not in it";
    }
    for (const Contraction& c : contractions_) {
      if (c.last >= size) return "a contraction of the sentence above has words that are not in it";
    }
    if (size != 0 && sentence_.text.empty())
      return "the sentence above has no line \"# text = ...\"";
    if (!find_words()) return "the forms of the sentence above are not its text";
    if (size != 0) sentences_.push_back(std::move(sentence_));
    sentence_ = {};
    contractions_.clear();
    return nullptr;
  }

  /// Finds `form` at or after `at`, only white space between. \returns false when it is not there.
  bool find(const std::string& form, std::size_t& at, Span& span) const {
    const std::string& text = sentence_.text;
    while (text.compare(at, form.size(), form) != 0) {
      // A no-break space is two bytes; nothing else of its letters may be passed over.
      if (at < text.size() && text[at] == ' ') {
        ++at;
      } else if (text.compare(at, 2, "\xC2\xA0") == 0) {
        at += 2;
      } else {
        return false;
      }
    }
    span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + form.size())};
    at += form.size();
    return true;
  }

  bool find_words() {
    std::size_t at = 0;
    auto contraction = contractions_.begin();
    for (std::uint32_t w = 0; w < sentence_.words.size();) {
      if (contraction == contractions_.end() || contraction->first != w) {
        ConlluWord& word = sentence_.words[w++];
        if (!find(word.form, at, word.span)) return false;
        continue;
      }
      Span whole;
      if (!find(contraction->form, at, whole)) return false;
      std::string joined;
      for (std::uint32_t p = w; p <= contraction->last; ++p) joined += sentence_.words[p].form;
      std::uint32_t begin = whole.begin;
      for (; w <= contraction->last; ++w) {
        ConlluWord& word = sentence_.words[w];
        const auto end = begin + static_cast<std::uint32_t>(word.form.size());
        word.span = joined == contraction->form ? Span{begin, end} : whole;
        begin = end;
      }
      ++contraction;
    }
    return true;
  }

  const std::string& path_;
  std::size_t line_ = 0;
  ConlluSentence sentence_;
  std::vector<Contraction> contractions_;
  std::vector<ConlluSentence> sentences_;
};

}  // namespace

Result<std::vector<ConlluSentence>> parse_conllu(const std::string& path, std::string_view bytes) {
  return Reader{path}.run(bytes);
}

Result<std::vector<ConlluSentence>> read_conllu(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
  if (!in.is_open() || in.bad()) return fail({ErrorCode::unreadable, "cannot be read", path, 0, 0});
  return parse_conllu(path, bytes);
}

}  // namespace frise::train
