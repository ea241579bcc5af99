// A note a document, with each sentence that a mark rests on. Tested in
// tests/unit/view/timeline_test.cpp and map_test.cpp.

#include "view/notes.hpp"

#include "view/text.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace frise {
namespace {

constexpr std::size_t longest_quote = 120;

/// The file's own name: the way to it depends on where frise was called.
std::string_view file_name(std::string_view path) noexcept {
  return path.substr(path.find_last_of("/\\") + 1);
}

template <typename Values, typename Key>
void sort_unique(Values& values, const Key& key) {
  std::stable_sort(values.begin(), values.end(),
                   [&](const auto& a, const auto& b) { return key(a) < key(b); });
  values.erase(std::unique(values.begin(), values.end(),
                           [&](const auto& a, const auto& b) { return key(a) == key(b); }),
               values.end());
}

/// A sentence whose number is not known is 0 in the notes, and not in a citation.
std::vector<std::uint32_t> numbers_of(const Citation& citation) {
  return citation.sentences.empty() ? std::vector<std::uint32_t>{0} : citation.sentences;
}

void sort_sentences(SourceNote& note) {
  sort_unique(note.sentences, [](const CitedSentence& sentence) { return sentence.number; });
}

}  // namespace

std::uint32_t Notes::cite(const CitedGround& ground) {
  const Evidence& evidence = *ground.evidence;
  const auto [found, fresh] =
      number_of_.try_emplace(evidence.document, static_cast<std::uint32_t>(notes_.size() + 1));
  if (fresh) {
    const auto& corrections = graph_.corpus().corrections;
    SourceNote& note = notes_.emplace_back();
    note.number = found->second;
    note.document = evidence.document;
    note.lines = evidence.rule == table_rule ||
                 std::any_of(corrections.begin(), corrections.end(), [&](const auto& correction) {
                   return correction.document == evidence.document;
                 });
    if (const RecordDocument* document = graph_.document(evidence.document)) {
      note.publisher = cut_text(clean_text(document->source), longest_label);
      note.title = cut_text(clean_text(document->title), longest_label);
      note.published = document->published.value;
      note.path = clean_text(file_name(document->path));
    }
  }
  notes_[found->second - 1].sentences.push_back(
      {evidence.sentence, cut_around(clean_text(evidence.quote), ground.focus, longest_quote)});
  return found->second;
}

std::vector<Citation> Notes::cite(const std::vector<CitedGround>& grounds) {
  std::map<std::uint32_t, std::set<std::uint32_t>> cited;
  for (const CitedGround& ground : grounds) cited[cite(ground)].insert(ground.evidence->sentence);
  std::vector<Citation> citations;
  for (auto& [note, sentences] : cited) {
    sentences.erase(0);
    citations.push_back({note, {sentences.begin(), sentences.end()}});
  }
  return citations;
}

std::vector<SourceNote> Notes::take() {
  for (SourceNote& note : notes_) sort_sentences(note);
  number_of_.clear();
  return std::exchange(notes_, {});
}

void add_grounds(const MergedEvent& event, std::vector<CitedGround>& out) {
  for (const Claim& claim : event.claims) {
    const Span& sentence = claim.evidence.span;
    const bool inside = sentence.begin <= claim.trigger.begin && claim.trigger.begin < sentence.end;
    out.push_back({&claim.evidence, inside ? claim.trigger.begin - sentence.begin : 0});
  }
}

void add_grounds(const MergedStance& stance, std::vector<CitedGround>& out) {
  for (const Evidence& evidence : stance.evidence) out.push_back({&evidence});
}

void renumber_notes(std::vector<SourceNote>& notes,
                    const std::vector<std::vector<Citation>*>& citing) {
  std::unordered_map<std::uint32_t, const SourceNote*> old;
  for (const SourceNote& note : notes) old.emplace(note.number, &note);
  std::unordered_map<std::uint32_t, std::uint32_t> number_of;
  std::vector<SourceNote> kept;
  for (std::vector<Citation>* citations : citing) {
    for (Citation& citation : *citations) {
      const auto of = old.find(citation.note);
      if (of == old.end()) continue;
      const SourceNote& note = *of->second;
      const auto [place, fresh] =
          number_of.try_emplace(citation.note, static_cast<std::uint32_t>(kept.size() + 1));
      if (fresh) {
        kept.push_back(note);
        kept.back().number = place->second;
        kept.back().sentences.clear();
      }
      for (const std::uint32_t number : numbers_of(citation)) {
        const auto sentence = std::lower_bound(
            note.sentences.begin(), note.sentences.end(), number,
            [](const CitedSentence& one, std::uint32_t wanted) { return one.number < wanted; });
        if (sentence == note.sentences.end() || sentence->number != number) continue;
        kept[place->second - 1].sentences.push_back(*sentence);
      }
      citation.note = place->second;
    }
    std::sort(citations->begin(), citations->end(),
              [](const Citation& a, const Citation& b) { return a.note < b.note; });
  }
  for (SourceNote& note : kept) sort_sentences(note);
  notes = std::move(kept);
}

}  // namespace frise
