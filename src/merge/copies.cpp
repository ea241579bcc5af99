// Articles meet through the sentences that they share (MinHash, see similarity.cpp). Shared
// sentences are counted for the younger of two articles; the older one that shares most is its
// original, so that copies of copies lead back to the first bearer. Tested in
// tests/unit/merge/copies_test.cpp.

#include "merge/copies.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

namespace frise {
namespace {

constexpr std::uint32_t least_shared = 3;
constexpr double most_of_it = 0.6;
constexpr std::size_t least_words = 6;  ///< shorter sentences may well be written twice

}  // namespace

DocumentCopies find_copies(const std::vector<Record>& records, const Reports& reports) {
  std::vector<std::uint32_t> sentences(records.size(), 0);
  for (std::size_t i = 0; i < reports.sentences.size(); ++i) {
    if (reports.sentences[i].size() >= least_words) ++sentences[reports.record_of_sentence[i]];
  }
  // Younger record, older record, sentence of the younger.
  std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> shared;
  for (auto [i, j] : reports.near_pairs) {
    std::uint32_t older = reports.record_of_sentence[i];
    std::uint32_t younger = reports.record_of_sentence[j];
    if (older == younger || reports.sentences[i].size() < least_words ||
        reports.sentences[j].size() < least_words) {
      continue;
    }
    std::uint32_t sentence = j;
    if (is_older(records[younger], records[older])) {
      std::swap(older, younger);
      sentence = i;
    }
    shared.emplace_back(younger, older, sentence);
  }
  std::sort(shared.begin(), shared.end());
  shared.erase(std::unique(shared.begin(), shared.end()), shared.end());

  DocumentCopies out;
  out.source_of.resize(records.size());
  std::iota(out.source_of.begin(), out.source_of.end(), 0U);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> original(records.size());  // count, record
  for (std::size_t begin = 0; begin < shared.size();) {
    const auto [younger, older, sentence] = shared[begin];
    std::size_t end = begin;
    while (end < shared.size() && std::get<0>(shared[end]) == younger &&
           std::get<1>(shared[end]) == older) {
      ++end;
    }
    const auto count = static_cast<std::uint32_t>(end - begin);
    const bool better = count > original[younger].first ||
                        (count == original[younger].first && count > 0 &&
                         is_older(records[older], records[original[younger].second]));
    if (better) original[younger] = {count, older};
    begin = end;
  }
  std::vector<std::uint32_t> oldest_first(records.size());
  std::iota(oldest_first.begin(), oldest_first.end(), 0U);
  std::sort(oldest_first.begin(), oldest_first.end(),
            [&](std::uint32_t a, std::uint32_t b) { return is_older(records[a], records[b]); });
  for (const std::uint32_t record : oldest_first) {
    const auto [count, older] = original[record];
    const double part = count == 0 ? 0 : static_cast<double>(count) / sentences[record];
    if (count < least_shared || part < most_of_it) continue;
    out.source_of[record] = out.source_of[older];
    out.copies.push_back({records[record].document.id, records[out.source_of[older]].document.id,
                          std::min(1.0, part)});
  }
  std::sort(out.copies.begin(), out.copies.end(),
            [](const DocumentCopy& a, const DocumentCopy& b) { return a.document < b.document; });
  return out;
}

}  // namespace frise
