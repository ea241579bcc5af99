// A cut is the byte where a sentence or word begins, white space passed over, so that the two are
// compared by what they part and not by whom a space belongs to. Reasons look at the letters around
// a cut only, never at our own rules: the tables of docs/SEGMENTATION.md name them.

#include "icu_difference.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>
#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <stdexcept>

namespace frise::test {
namespace {

using Cuts = std::set<std::size_t>;

const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

UChar32 at(std::string_view text, std::size_t place) {
  if (place >= text.size()) return U' ';
  UChar32 c = 0;
  U8_GET(bytes_of(text), 0, static_cast<std::int32_t>(place),
         static_cast<std::int32_t>(text.size()), c);
  return c;
}

/// The code point that ends before a place.
UChar32 before(std::string_view text, std::size_t place) {
  if (place == 0) return U'\n';
  auto i = static_cast<std::int32_t>(place);
  UChar32 c = 0;
  U8_PREV(bytes_of(text), 0, i, c);
  return c;
}

std::size_t step_back(std::string_view text, std::size_t place) {
  auto i = static_cast<std::int32_t>(place);
  U8_BACK_1(bytes_of(text), 0, i);
  return static_cast<std::size_t>(i);
}

bool is_space(UChar32 c) { return u_isUWhiteSpace(c) != 0 || c == 0x200B || c == 0xFEFF; }

std::size_t skip_space(std::string_view text, std::size_t place) {
  while (place < text.size() && is_space(at(text, place))) {
    place += static_cast<std::size_t>(U8_LENGTH(at(text, place)));
  }
  return place;
}

Cuts icu_cuts(std::string_view text, const std::string& lang, bool sentences) {
  UErrorCode status = U_ZERO_ERROR;
  UText* raw =
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  const std::unique_ptr<UText, UText* (*)(UText*)> opened{raw, utext_close};
  const icu::Locale locale{lang.c_str()};
  const std::unique_ptr<icu::BreakIterator> breaks{
      sentences ? icu::BreakIterator::createSentenceInstance(locale, status)
                : icu::BreakIterator::createWordInstance(locale, status)};
  if (U_FAILURE(status)) throw std::runtime_error{u_errorName(status)};
  breaks->setText(raw, status);
  Cuts cuts;
  for (auto place = breaks->first(); place != icu::BreakIterator::DONE; place = breaks->next()) {
    cuts.insert(skip_space(text, static_cast<std::size_t>(place)));
  }
  cuts.insert(text.size());
  return cuts;
}

bool is_end_mark(UChar32 c) { return c == '.' || c == '!' || c == '?' || c == 0x2026; }
bool is_dash(UChar32 c) { return c == '-' || c == 0x2013 || c == 0x2014 || c == '~'; }
bool is_quote(UChar32 c) {
  return c == '"' || c == 0x00AB || c == 0x00BB || (c >= 0x2018 && c <= 0x201F) || c == '\'';
}
bool is_symbol(UChar32 c) {
  const auto type = u_charType(c);
  return type == U_CURRENCY_SYMBOL || type == U_MATH_SYMBOL || type == U_OTHER_SYMBOL ||
         type == U_MODIFIER_SYMBOL || c == '&' || c == '%' || c == '@' || c == '#' || c == '/' ||
         c == '*' || c == '_' || c == '\\';
}
bool is_bracket(UChar32 c) { return c == '(' || c == ')' || c == '[' || c == ']'; }

/// What stands before a cut, white space passed over, and the letters before its mark.
struct Left {
  UChar32 mark = 0;    ///< last code point
  std::string word;    ///< letters and digits before a full stop
  bool space = false;  ///< between mark and cut
  bool newline = false;
};

Left left_of(std::string_view text, std::size_t cut) {
  Left left;
  while (cut > 0 && is_space(before(text, cut))) {
    left.space = true;
    left.newline = left.newline || before(text, cut) == '\n' || before(text, cut) == '\r';
    cut = step_back(text, cut);
  }
  left.mark = before(text, cut);
  if (cut == 0 || left.mark != '.') return left;
  const std::size_t end = step_back(text, cut);
  std::size_t begin = end;
  while (begin > 0 && (u_isalnum(before(text, begin)) != 0 || before(text, begin) == '.')) {
    begin = step_back(text, begin);
  }
  left.word = text.substr(begin, end - begin);
  return left;
}

/// Those of the language pack, in lower case.
const std::set<std::string>& abbreviations(const std::string& lang) {
  static std::map<std::string, std::set<std::string>> known;
  std::set<std::string>& words = known[lang];
  if (!words.empty()) return words;
  const auto pack = LanguagePack::load(std::string{FRISE_TEST_DATA_ROOT} + "/lang/" + lang);
  if (!pack) throw std::runtime_error{to_string(pack.error())};
  for (const TableRow& row : pack->table("segment/abbreviations").rows()) {
    words.emplace(row.cell(0));
  }
  return words;
}

bool is_abbreviation(std::string word, const std::string& lang) {
  for (char& c : word) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return abbreviations(lang).contains(word);
}

/// "date 2023-03 Headline": a line that opens with a few words for the machine.
bool after_header(std::string_view text, std::size_t cut) {
  constexpr std::size_t longest = 24;
  const auto line = text.rfind('\n', cut);
  const std::size_t begin = line == std::string_view::npos ? 0 : line + 1;
  return cut - begin <= longest &&
         text.substr(begin, cut - begin).find("date ") != std::string_view::npos;
}

std::size_t letters(std::string_view word) {
  return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

/// Why we do not cut where ICU does.
std::string why_not_cut(std::string_view text, std::size_t cut, const std::string& lang) {
  const Left left = left_of(text, cut);
  const UChar32 next = at(text, cut);
  if (left.newline) return "wrapped line";
  if (is_quote(next) || is_quote(left.mark)) return "quotation";
  if (is_bracket(next) || is_bracket(left.mark)) return "bracket";
  if (left.mark == 0x2026 || left.word.ends_with('.')) return "ellipsis";
  if (left.mark == '.') {
    const bool digits =
        !left.word.empty() && std::all_of(left.word.begin(), left.word.end(),
                                          [](char c) { return c >= '0' && c <= '9'; });
    if (digits) return "number of an item";
    if (left.word.find('.') != std::string::npos) return "initials";
    if (letters(left.word) == 1) return "initials";
    if (is_dash(next)) return "dash after a stop";
    if (is_abbreviation(left.word, lang)) return "abbreviation";
    if (u_islower(next) != 0) return "goes on in lower case";
    return is_symbol(next) && !left.space ? "sign glued to a stop" : "";
  }
  if (is_dash(next)) return "dash after a stop";
  if (left.mark == '!' || left.mark == '?') {
    if (u_isupper(next) == 0) return "goes on in lower case";
    return left.space ? "" : "mark inside a name";
  }
  return "";
}

/// Why we cut where ICU does not.
std::string why_cut(std::string_view text, std::size_t cut, const std::string& lang) {
  const Left left = left_of(text, cut);
  const UChar32 next = at(text, cut);
  if (left.newline) return "end of a block";
  if (is_dash(left.mark)) return "dateline";
  if (is_quote(left.mark) || is_quote(next)) return "quotation";
  if (is_bracket(left.mark) || is_bracket(next)) return "bracket";
  if (is_end_mark(left.mark)) {
    if (!left.space) return "missing space";
    if (left.mark == 0x2026) return "ellipsis ends a sentence";
    if (u_isdigit(next) != 0) return "figure opens a sentence";
    if (is_symbol(next)) return "sign opens a sentence";
    if (u_islower(next) != 0) return "name in lower case opens a sentence";
    const bool stops = left.word.find('.') != std::string::npos;
    return stops || is_abbreviation(left.word, lang) ? "end after an abbreviation" : "";
  }
  if (after_header(text, cut)) return "header before a headline";
  return "";
}

std::string shown(std::string_view text, std::size_t cut) {
  constexpr std::size_t around = 40;
  std::size_t begin = cut > around ? cut - around : 0;
  std::size_t end = std::min(cut + around, text.size());
  while (begin > 0 && U8_IS_TRAIL(static_cast<std::uint8_t>(text[begin]))) --begin;
  while (end < text.size() && U8_IS_TRAIL(static_cast<std::uint8_t>(text[end]))) ++end;
  return std::string{text.substr(begin, cut - begin)} + "|" +
         std::string{text.substr(cut, end - cut)};
}

std::string pieces(std::string_view text, const Cuts& cuts, std::size_t begin, std::size_t end) {
  std::string out;
  for (auto cut = cuts.lower_bound(begin); cut != cuts.end() && *cut < end;) {
    const auto next = std::next(cut);
    std::size_t stop = next == cuts.end() ? end : std::min(*next, end);
    while (stop > *cut && is_space(before(text, stop))) stop = step_back(text, stop);
    if (!out.empty()) out += '|';
    out += text.substr(*cut, stop - *cut);
    cut = next;
  }
  return out;
}

bool has(std::string_view text, bool (*test)(UChar32)) {
  for (std::size_t i = 0; i < text.size();) {
    const UChar32 c = at(text, i);
    if (test(c)) return true;
    i += c < 0 ? 1 : static_cast<std::size_t>(U8_LENGTH(c));
  }
  return false;
}

bool is_ideograph(UChar32 c) { return u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0; }
bool is_letter(UChar32 c) { return u_isalpha(c) != 0; }
bool is_digit(UChar32 c) { return u_isdigit(c) != 0; }
bool is_apostrophe(UChar32 c) { return c == '\'' || c == 0x2019; }
bool is_hyphen(UChar32 c) { return c == '-' || c == 0x2010 || c == 0x2011; }
bool is_stop(UChar32 c) { return c == '.'; }

/// Why a stretch is cut otherwise than by ICU.
std::string why_words(std::string_view stretch, std::string_view ours) {
  const bool one = ours.find('|') == std::string_view::npos;
  const bool letter = has(stretch, is_letter);
  const bool digit = has(stretch, is_digit);
  if (has(stretch, is_ideograph)) return "writing without spaces";
  if (stretch.find("://") != std::string_view::npos || stretch.starts_with("www."))
    return "address";
  if (stretch.front() == '@' || stretch.front() == '#') return "handle";
  if (one && letter && has(stretch, is_stop) && stretch.back() != '.') return "domain or version";
  if (has(stretch, is_apostrophe)) return has(stretch, is_letter) ? "elision or clitic" : "marks";
  if (has(stretch, is_stop) && letter) return one ? "initials" : "missing space";
  if (has(stretch, is_hyphen) && letter) return "hyphen";
  if (digit && !letter) return one ? "grouped number" : "date or clock in figures";
  if (has(stretch, is_symbol)) return "symbol";
  if (digit && letter) return "number with its unit";
  if (!letter && !digit) return "marks";
  return "";
}

}  // namespace

std::vector<IcuDifference> sentence_differences(std::string_view text, const std::string& lang,
                                                const SegmentRules& rules) {
  Document document;
  document.text = text;
  const Segmentation segmentation = segment(document, rules);
  Cuts ours;
  for (const Sentence& sentence : segmentation.sentences) ours.insert(sentence.span.begin);
  ours.insert(skip_space(text, 0));
  ours.insert(text.size());
  const Cuts icu = icu_cuts(text, lang, true);
  std::vector<IcuDifference> found;
  for (const std::size_t cut : icu) {
    if (!ours.contains(cut)) found.push_back({why_not_cut(text, cut, lang), "", shown(text, cut)});
  }
  for (const std::size_t cut : ours) {
    if (!icu.contains(cut)) found.push_back({why_cut(text, cut, lang), shown(text, cut), ""});
  }
  return found;
}

std::vector<IcuDifference> word_differences(std::string_view text, const std::string& lang,
                                            const SegmentRules& rules) {
  Document document;
  document.text = text;
  const Segmentation segmentation = segment(document, rules);
  Cuts ours;
  for (const Token& token : segmentation.tokens) ours.insert(token.span.begin);
  ours.insert(skip_space(text, 0));
  ours.insert(text.size());
  const Cuts icu = icu_cuts(text, lang, false);
  Cuts both;
  std::set_intersection(ours.begin(), ours.end(), icu.begin(), icu.end(),
                        std::inserter(both, both.end()));
  std::vector<IcuDifference> found;
  for (auto begin = both.begin(); begin != both.end() && std::next(begin) != both.end(); ++begin) {
    const std::size_t end = *std::next(begin);
    std::string mine = pieces(text, ours, *begin, end);
    std::string theirs = pieces(text, icu, *begin, end);
    if (mine == theirs) continue;
    std::size_t stop = end;
    while (stop > *begin && is_space(before(text, stop))) stop = step_back(text, stop);
    std::string why = why_words(text.substr(*begin, stop - *begin), mine);
    found.push_back({std::move(why), std::move(mine), std::move(theirs)});
  }
  return found;
}

}  // namespace frise::test
