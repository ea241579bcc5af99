// Merges first, since two entries about merged events are about one event; then, thing by thing,
// each value may be given once. Every conflict names both places. Tested in
// tests/unit/correct/merge_corrected_test.cpp.

#include "correct/keys.hpp"
#include "merge/fold.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace frise {
namespace {

class Arbiter {
 public:
  Arbiter(const std::string& path, const std::vector<FoundEntry>& entries, const Corpus& corpus)
      : path_{path}, entries_{entries} {
    for (const MergedEntity& entity : corpus.entities) {
      entities_.emplace(entity.id, entity.type);
      names_.emplace(std::pair{entity.type, fold_name(entity.name)}, entity.id);
      for (const std::string& alias : entity.aliases) {
        names_.emplace(std::pair{entity.type, fold_name(alias)}, entity.id);
      }
    }
  }

  Settlement run() {
    for (const FoundEntry& found : entries_) {
      if (found.entry->action == CorrectionAction::merge) merge(found);
    }
    follow();
    if (out_.conflicts.empty()) values();
    return std::move(out_);
  }

 private:
  using Place = const Correction*;

  void conflict(const Correction& here, const Correction& there, const std::string& what) {
    const auto [first, second] = std::minmax({here.line, there.line});
    out_.conflicts.push_back({ErrorCode::bad_value,
                              fmt::format("{}; see also line {}, and keep one", what, first), path_,
                              second, 0});
  }

  void merge(const FoundEntry& found) {
    const std::string& target = found.ids.front();
    for (std::size_t i = 1; i < found.ids.size(); ++i) {
      const std::string& id = found.ids[i];
      if (id == target) continue;
      const auto [known, fresh] = absorbed_.try_emplace(id, target, found.entry);
      if (!fresh && known->second.first != target) {
        conflict(*found.entry, *known->second.second,
                 fmt::format("{} is merged into {} and into {}", id, known->second.first, target));
      }
    }
  }

  /// Chains of merges to their ends; a chain that comes back is a circle, told once, at its first
  /// id.
  void follow() {
    for (const auto& [id, step] : absorbed_) {
      std::set<std::string> seen{id};
      std::string end = step.first;
      Place last = step.second;
      bool circle = false;
      for (auto next = absorbed_.find(end); next != absorbed_.end(); next = absorbed_.find(end)) {
        circle = !seen.insert(end).second;
        if (circle) break;
        last = next->second.second;
        end = next->second.first;
      }
      if (!circle) {
        out_.into.emplace(id, end);
      } else if (end == id && id == *seen.begin()) {
        conflict(*last, *step.second, fmt::format("merges go in a circle by way of {}", id));
      }
    }
  }

  [[nodiscard]] const std::string& root(const std::string& id) const {
    const auto found = out_.into.find(id);
    return found == out_.into.end() ? id : found->second;
  }

  void once(const FoundEntry& found, const std::string& what, const std::string& value) {
    const std::string& id = root(found.ids.front());
    const auto [known, fresh] =
        given_.try_emplace(std::pair{id, what}, std::pair{value, found.entry});
    if (fresh || known->second.first == value) return;
    conflict(
        *found.entry, *known->second.second,
        fmt::format("the {} of {} is \"{}\" and \"{}\"", what, id, known->second.first, value));
  }

  void split(const FoundEntry& found) {
    const Correction& entry = *found.entry;
    for (const std::string& part :
         entry.thing == CorrectedThing::event ? entry.claims : entry.documents) {
      const auto [known, fresh] = parts_.try_emplace(std::pair{found.ids.front(), part}, &entry);
      if (!fresh) conflict(entry, *known->second, fmt::format("{} goes two ways", part));
    }
    if (entry.new_id.empty()) return;
    const auto [known, fresh] = made_.try_emplace(entry.new_id, &entry);
    if (!fresh) conflict(entry, *known->second, fmt::format("{} is made twice", entry.new_id));
    if (entities_.contains(entry.new_id)) {
      out_.conflicts.push_back(
          {ErrorCode::bad_value,
           fmt::format("{} is an entity already; give the one that the split makes another id",
                       entry.new_id),
           path_, entry.line, 0});
      return;
    }
    const auto type = entities_.find(found.ids.front());
    const auto namesake = names_.find(std::pair{
        type == entities_.end() ? EntityType::organization : type->second, fold_name(entry.name)});
    if (namesake == names_.end()) return;
    out_.conflicts.push_back(
        {ErrorCode::bad_value,
         fmt::format(
             "\"{}\" is a name of {} too, and merging joins what has one name; give what the "
             "split makes a name of its own",
             entry.name, namesake->second),
         path_, entry.line, 0});
  }

  void distinct(const FoundEntry& found) {
    std::map<std::string, std::string> roots;
    for (const std::string& id : found.ids) {
      const auto [known, fresh] = roots.try_emplace(root(id), id);
      if (fresh || known->second == id) continue;
      // The entry that took one of the two in.
      const auto taken =
          absorbed_.contains(id) ? absorbed_.find(id) : absorbed_.find(known->second);
      conflict(*found.entry, *taken->second.second,
               fmt::format("{} and {} are told apart and merged", known->second, id));
    }
  }

  void values() {
    std::map<std::string, Place> hidden;
    for (const FoundEntry& found : entries_) {
      if (found.entry->action == CorrectionAction::hide) {
        hidden.emplace(root(found.ids.front()), found.entry);
      }
    }
    for (const FoundEntry& found : entries_) {
      const Correction& entry = *found.entry;
      bool about_one = true;
      switch (entry.action) {
        case CorrectionAction::date:
          once(found, "date", entry.date);
          break;
        case CorrectionAction::rename:
          once(found, "name", entry.name);
          break;
        case CorrectionAction::retype:
          once(found, "type", entry.type);
          break;
        case CorrectionAction::confirm:
          break;
        case CorrectionAction::split:
          split(found);
          about_one = false;
          break;
        case CorrectionAction::distinct:
          distinct(found);
          about_one = false;
          break;
        case CorrectionAction::merge:
        case CorrectionAction::hide:
        case CorrectionAction::add:
          about_one = false;
          break;
      }
      if (!about_one) continue;
      const auto known = hidden.find(root(found.ids.front()));
      if (known == hidden.end()) continue;
      conflict(entry, *known->second,
               fmt::format("{} is hidden, and there is a {} of it", known->first,
                           to_string(entry.action)));
    }
  }

  const std::string& path_;
  const std::vector<FoundEntry>& entries_;
  std::map<std::string, EntityType> entities_;
  std::map<std::pair<EntityType, std::string>, std::string> names_;  ///< folded, to an id
  std::map<std::string, std::pair<std::string, Place>> absorbed_;
  std::map<std::pair<std::string, std::string>, std::pair<std::string, Place>> given_;
  std::map<std::pair<std::string, std::string>, Place> parts_;
  std::map<std::string, Place> made_;
  Settlement out_;
};

}  // namespace

Settlement agree(const std::string& path, const std::vector<FoundEntry>& entries,
                 const Corpus& corpus) {
  return Arbiter{path, entries, corpus}.run();
}

}  // namespace frise
