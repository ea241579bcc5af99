// A mark "[1:16]" is found in the list by the same characters. Tested in
// tests/unit/render/sources_test.cpp.

#include "render/sources.hpp"

#include "render/typeset.hpp"
#include "render/utf8.hpp"
#include "render/words.hpp"

#include <algorithm>
#include <cstdint>

namespace frise::render {
namespace {

constexpr std::size_t most_sentences_in_label = 6;
constexpr std::size_t most_sentences_told = 240;  ///< some four sheets of A4
constexpr std::size_t most_numbers = 12;

/// Numbers in order; three or more in a row are a range.
std::string ranges(const std::vector<std::uint32_t>& numbers, std::string_view between) {
  std::string text;
  for (std::size_t i = 0; i < numbers.size();) {
    std::size_t j = i;
    while (j + 1 < numbers.size() && numbers[j + 1] == numbers[j] + 1) ++j;
    if (i > 0) text += between;
    text += std::to_string(numbers[i]);
    if (j >= i + 2) {
      text += "–" + std::to_string(numbers[j]);
      i = j + 1;
    } else {
      ++i;
    }
  }
  return text;
}

std::string place_of(std::uint32_t note, std::uint32_t sentence) {
  return std::to_string(note) + ":" + std::to_string(sentence);
}

/// "Le Fil, « Titre », 3 mars 2024"; the file's name where neither publisher nor title is known.
std::string heading_of(const SourceNote& note, const DateWriter& dates, std::string_view locale) {
  std::string text;
  const auto add = [&text](const std::string& part) {
    if (part.empty()) return;
    text += text.empty() ? "" : ", ";
    text += part;
  };
  add(isolate(clean(note.publisher, name_limit)));
  const std::string title = clean(note.title, 200);
  if (!title.empty()) add(quoted(title, locale));
  if (text.empty()) add(isolate(clean(note.path.empty() ? note.document : note.path, name_limit)));
  if (const auto date = parse_date(note.published)) add(dates.write(*date));
  return text;
}

std::string quote_of(const CitedSentence& sentence, std::string_view locale) {
  const std::string quote = clean(sentence.quote, 120);
  return quote.empty() ? std::string{} : quoted(quote, locale);
}

std::string with_quote(std::string text, const CitedSentence& sentence, std::string_view locale) {
  const std::string quote = quote_of(sentence, locale);
  return quote.empty() ? text : std::move(text) + std::string{word(Word::colon, locale)} + quote;
}

/// "phrases 3, 6 et 9": for a list too long to give each its words.
std::string numbers_of(const SourceNote& note, std::string_view locale) {
  std::vector<std::uint32_t> shown;
  for (const CitedSentence& sentence : note.sentences) {
    if (sentence.number != 0) shown.push_back(sentence.number);
  }
  if (shown.empty()) return {};
  const bool one = shown.size() == 1;
  const Word name =
      note.lines ? (one ? Word::line : Word::lines) : (one ? Word::sentence : Word::sentences);
  const bool many = shown.size() > most_numbers;
  if (many) shown.resize(most_numbers);
  return ", " + std::string{word(name, locale)} + "\u00A0" + listed(shown, locale) +
         (many ? "…" : "");
}

/// "1:3 = source 1, phrase 3; 1:3+16 = phrases 3 et 16", by the first sentences there are.
std::string explanation_of(const std::vector<SourceNote>& notes, std::string_view locale) {
  const auto numbered = [](const SourceNote& note) {
    std::vector<std::uint32_t> numbers;
    for (const CitedSentence& sentence : note.sentences) {
      if (sentence.number != 0) numbers.push_back(sentence.number);
    }
    return numbers;
  };
  const SourceNote* first = nullptr;
  for (const SourceNote& note : notes) {
    const std::size_t count = numbered(note).size();
    if (count > 0 && (first == nullptr || (count > 1 && numbered(*first).size() == 1))) {
      first = &note;
    }
  }
  if (first == nullptr) return {};
  std::vector<std::uint32_t> numbers = numbered(*first);
  const std::string place = place_of(first->number, numbers[0]);
  std::string text = place + " = " + std::string{word(Word::source, locale)} + "\u00A0" +
                     std::to_string(first->number) + ", " +
                     std::string{word(first->lines ? Word::line : Word::sentence, locale)} +
                     "\u00A0" + std::to_string(numbers[0]);
  if (numbers.size() > 1) {
    numbers.resize(2);
    text += " · " + place + "+" + std::to_string(numbers[1]) + " = " +
            std::string{word(first->lines ? Word::lines : Word::sentences, locale)} + "\u00A0" +
            listed(numbers, locale);
  }
  return text;
}

}  // namespace

std::string reference_text(const std::vector<Citation>& citations) {
  if (citations.empty()) return {};
  std::size_t sentences = 0;
  std::vector<std::uint32_t> numbers;
  for (const Citation& citation : citations) {
    sentences += std::max<std::size_t>(citation.sentences.size(), 1);
    numbers.push_back(citation.note);
  }
  if (sentences > most_sentences_in_label) return "[" + ranges(numbers, ",\u00A0") + "]";
  std::string text;
  for (const Citation& citation : citations) {
    text += (text.empty() ? "[" : ",\u00A0") + std::to_string(citation.note);
    if (!citation.sentences.empty()) text += ":" + ranges(citation.sentences, "+");
  }
  return text + "]";
}

FootSection source_section(const std::vector<SourceNote>& notes, std::string_view locale) {
  FootSection section{.heading = std::string{word(Word::sources, locale)}, .count = notes.size()};
  std::size_t sentences = 0;
  for (const SourceNote& note : notes) sentences += note.sentences.size();
  const bool each = sentences <= most_sentences_told;
  section.explanation = explanation_of(notes, locale);
  const DateWriter dates{locale};
  for (const SourceNote& note : notes) {
    const std::string number = std::to_string(note.number);
    const std::string id = "note-" + number;
    std::string text = heading_of(note, dates, locale);
    const auto add = [&](const std::string& mark, const std::string& words,
                         const std::string& name) {
      section.entries.push_back({.mark = mark, .text = typeset(words, locale), .id = name});
    };
    // A mark's number is a sentence's unless the text says otherwise.
    if (!each || note.lines) text += numbers_of(note, locale);
    if (note.sentences.empty()) {
      add("[" + number + "]", text, id);
    } else if (!each || note.sentences.size() == 1) {
      const CitedSentence& first = note.sentences.front();
      const std::string place =
          each && first.number != 0 ? place_of(note.number, first.number) : number;
      add("[" + place + "]", with_quote(std::move(text), first, locale), id);
    } else {
      add("[" + number + "]", text, id);
      section.entries.back().strong = true;
      for (const CitedSentence& sentence : note.sentences) {
        const std::string quote = quote_of(sentence, locale);
        if (sentence.number == 0 || quote.empty()) continue;
        add(place_of(note.number, sentence.number), quote,
            id + "-" + std::to_string(sentence.number));
      }
    }
  }
  return section;
}

}  // namespace frise::render
