// SemEval-2015 Task 4, "TimeLine: Cross-Document Event Ordering" (Minard et al. 2015): a file an
// actor, its name, then a line an event: order, date with XX for what is not known, and mentions as
// document-sentence-word. Order 0 is for what cannot be placed. Sentences count from 0. Tested in
// tests/unit/export/formats_test.cpp and scored by bench/accuracy/timeline_semeval.py.

#include "export/writers.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace frise {
namespace {

/// "2008-05-XX"; empty when not known to the year.
std::string task_date(const RecordDate& date) {
  const auto digits = [&](std::size_t begin, std::size_t count) {
    return date.value.size() >= begin + count &&
           std::all_of(date.value.begin() + static_cast<std::ptrdiff_t>(begin),
                       date.value.begin() + static_cast<std::ptrdiff_t>(begin + count),
                       [](char c) { return c >= '0' && c <= '9'; });
  };
  if (date.value.find('/') != std::string::npos || !digits(0, 4)) return {};
  const bool month = digits(5, 2) && date.value.substr(5, 2) <= "12";
  if (month && digits(8, 2)) return date.value.substr(0, 10);
  if (month) return date.value.substr(0, 7) + "-XX";
  return date.value.substr(0, 4) + "-XX-XX";
}

/// The last word of the trigger, which bears its meaning: "defeated" of "have defeated".
std::string word_of(const Claim& claim) {
  const std::size_t from = claim.trigger.begin - claim.evidence.span.begin;
  if (claim.trigger.begin < claim.evidence.span.begin || from >= claim.evidence.quote.size()) {
    return {};
  }
  std::string words = claim.evidence.quote.substr(from, claim.trigger.end - claim.trigger.begin);
  const std::size_t space = words.find_last_of(" \t\n-");
  return clean_text(space == std::string::npos ? words : words.substr(space + 1));
}

std::string file_name(std::string_view id) {
  std::string out;
  for (const char c : id) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    out += plain ? c : '_';
  }
  return out;
}

/// Undated events that are told as done stand, as the task wants, on the day of the first article
/// that tells them.
std::string date_of(const EventGraph& graph, const MergedEvent& event) {
  const bool told_as_done = event.factuality == Factuality::certain ||
                            event.factuality == Factuality::reported ||
                            event.factuality == Factuality::probable;
  if (!event.date.value.empty() || !told_as_done || event.negated) return task_date(event.date);
  std::string first;
  for (const Claim& claim : event.claims) {
    const RecordDocument* document = graph.document(claim.evidence.document);
    if (document == nullptr || document->published.value.empty()) continue;
    RecordDate date;
    date.value = document->published.value;
    const std::string day = task_date(date);
    if (!day.empty() && (first.empty() || day < first)) first = day;
  }
  return first;
}

struct Line {
  std::string date;
  std::vector<std::string> mentions;
};

std::string write_timeline(const EventGraph& graph, const MergedEntity& entity) {
  std::vector<Line> lines;
  for (const MergedEvent* event : graph.events_of(entity.id)) {
    if (!event->salient || event->negated) continue;  // what did not happen has no place in time
    Line line{date_of(graph, *event), {}};
    for (const Claim& claim : event->claims) {
      std::string word = word_of(claim);
      if (word.empty()) word = to_string(event->type);
      line.mentions.push_back(clean_text(claim.evidence.document) + '-' +
                              std::to_string(std::max(claim.evidence.sentence, 1U) - 1) + '-' +
                              word);
    }
    if (!line.mentions.empty()) lines.push_back(std::move(line));
  }
  // A year stands before its days: at the first on which it may have been.
  const auto known = [](const Line& line) { return line.date.substr(0, line.date.find("-XX")); };
  std::stable_sort(lines.begin(), lines.end(),
                   [&](const Line& a, const Line& b) { return known(a) < known(b); });
  std::string out = clean_text(entity.name) + '\n';
  std::size_t order = 0;
  std::string_view last;
  for (const Line& line : lines) {
    if (line.date != last) ++order;
    last = line.date;
    out += std::to_string(line.date.empty() ? 0 : order) + '\t' +
           (line.date.empty() ? "XXXX-XX-XX" : line.date);
    for (const std::string& mention : line.mentions) out += '\t' + mention;
    out += '\n';
  }
  return lines.empty() ? std::string{} : out;
}

}  // namespace

std::vector<OutputFile> write_timeline_semeval(const EventGraph& graph) {
  std::vector<OutputFile> files;
  std::map<std::string, int> taken;
  for (const MergedEntity& entity : graph.corpus().entities) {
    std::string bytes = write_timeline(graph, entity);
    if (bytes.empty()) continue;
    std::string name = file_name(entity.id);
    if (const int count = ++taken[name]; count > 1) name += '-' + std::to_string(count);
    files.push_back({name + ".txt", std::move(bytes)});
  }
  return files;
}

}  // namespace frise
