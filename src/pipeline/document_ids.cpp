// Records that share an id are put in the order of their JSON, which no order of reading can
// change, and each is named after its text. Tested in tests/unit/pipeline/document_ids_test.cpp.

#include "frise/pipeline/story.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace frise {
namespace {

/// A record among those that share its id; its JSON puts them in an order of their own.
struct Namesake {
  std::string json;
  std::size_t index;
};

/// `id-<8 of sha256>`, and a number behind where the text, too, is the same.
std::string distinct_id(const RecordDocument& document, std::set<std::string>& taken) {
  const std::string base = document.id + '-' + document.sha256.substr(0, 8);
  std::string name = base;
  for (std::size_t n = 2; !taken.insert(name).second; ++n) name = base + '-' + std::to_string(n);
  return name;
}

}  // namespace

std::vector<std::string> make_ids_distinct(std::vector<Record>& records) {
  std::map<std::string, std::vector<std::size_t>> by_id;
  for (std::size_t i = 0; i < records.size(); ++i) by_id[records[i].document.id].push_back(i);
  std::set<std::string> taken;
  for (const auto& [id, group] : by_id) taken.insert(id);

  std::vector<std::string> shared;
  std::vector<bool> dropped(records.size(), false);
  for (const auto& [id, group] : by_id) {
    if (group.size() == 1) continue;
    std::vector<Namesake> namesakes;
    for (const std::size_t i : group) namesakes.push_back({to_json(records[i]), i});
    std::sort(namesakes.begin(), namesakes.end(), [](const Namesake& a, const Namesake& b) {
      return std::tie(a.json, a.index) < std::tie(b.json, b.index);
    });
    const auto same = [](const Namesake& a, const Namesake& b) { return a.json == b.json; };
    const auto last = std::unique(namesakes.begin(), namesakes.end(), same);
    for (const std::size_t i : group) dropped[i] = true;
    for (auto one = namesakes.begin(); one != last; ++one) dropped[one->index] = false;
    namesakes.erase(last, namesakes.end());
    if (namesakes.size() == 1) continue;
    shared.push_back(id);
    for (const Namesake& one : namesakes) {
      RecordDocument& document = records[one.index].document;
      document.id = distinct_id(document, taken);
    }
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (dropped[i]) continue;
    if (kept != i) records[kept] = std::move(records[i]);
    ++kept;
  }
  records.resize(kept);
  return shared;
}

}  // namespace frise
