// A note a document; its quote is the first sentence that was cited. Tested in
// tests/unit/view/timeline_test.cpp.

#include "view/notes.hpp"

#include "view/text.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace frise {
namespace {

constexpr std::size_t longest_quote = 120;

/// The file's own name: the way to it depends on where frise was called.
std::string_view file_name(std::string_view path) noexcept {
  return path.substr(path.find_last_of("/\\") + 1);
}

void sort_unique(std::vector<std::uint32_t>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

std::uint32_t Notes::cite(const Evidence& evidence) {
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
    note.quote = cut_text(clean_text(evidence.quote), longest_quote);
    if (const RecordDocument* document = graph_.document(evidence.document)) {
      note.publisher = cut_text(clean_text(document->source), longest_label);
      note.title = cut_text(clean_text(document->title), longest_label);
      note.published = document->published.value;
      note.path = clean_text(file_name(document->path));
    }
  }
  if (evidence.sentence != 0) notes_[found->second - 1].sentences.push_back(evidence.sentence);
  return found->second;
}

std::vector<std::uint32_t> Notes::cite(const std::vector<Claim>& claims) {
  std::vector<std::uint32_t> numbers;
  for (const Claim& claim : claims) numbers.push_back(cite(claim.evidence));
  sort_unique(numbers);
  return numbers;
}

std::vector<std::uint32_t> Notes::cite(const std::vector<Evidence>& evidence) {
  std::vector<std::uint32_t> numbers;
  for (const Evidence& one : evidence) numbers.push_back(cite(one));
  sort_unique(numbers);
  return numbers;
}

std::vector<SourceNote> Notes::take() {
  for (SourceNote& note : notes_) sort_unique(note.sentences);
  number_of_.clear();
  return std::exchange(notes_, {});
}

}  // namespace frise
