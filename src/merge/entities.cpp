// Two ids are one entity when their folded names are the same and their types go together, or when
// the name of one is another name of the other, is no mere part of it ("Apollo" for "Apollo
// Tyres"), means nobody else, and no document tells the two apart. Two ids that a pack gave are
// never one. Likeness alone never counts. Tested in tests/unit/merge/entities_test.cpp.

#include "merge/entities.hpp"

#include "merge/fold.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <utility>

namespace frise {
namespace {

constexpr std::size_t most_aliases = 64;
constexpr std::size_t longest_alias = 200;  // bytes

/// What all records say of one id.
struct Raw {
  std::string id;
  EntityType type = EntityType::organization;
  std::map<std::string, std::uint32_t> names;  ///< with the number of documents
  std::set<std::string> forms;                 ///< names in the text
  std::vector<std::uint32_t> documents;        ///< indices, sorted
  std::uint32_t mentions = 0;
  std::string key;  ///< of the preferred name
};

/// Types that two articles may well give to one entity.
int type_group(EntityType type) noexcept {
  switch (type) {
    case EntityType::company:
    case EntityType::organization:
    case EntityType::government:
    case EntityType::publication:
      return -1;
    case EntityType::product:
    case EntityType::programme:
      return -2;
    default:
      return static_cast<int>(type);
  }
}

const std::string& preferred_name(const std::map<std::string, std::uint32_t>& names) {
  return std::max_element(names.begin(), names.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

std::vector<Raw> gather(const std::vector<Record>& records) {
  std::vector<Raw> all;
  std::unordered_map<std::string_view, std::uint32_t> index;
  for (std::uint32_t document = 0; document < records.size(); ++document) {
    const Record& record = records[document];
    for (const RecordEntity& entity : record.entities) {
      const auto [found, fresh] =
          index.try_emplace(entity.id, static_cast<std::uint32_t>(all.size()));
      if (fresh) all.emplace_back().id = entity.id, all.back().type = entity.type;
      Raw& raw = all[found->second];
      raw.type = std::min(raw.type, entity.type);
      ++raw.names[entity.name.empty() ? entity.id : entity.name];
      if (raw.documents.empty() || raw.documents.back() != document) {
        raw.documents.push_back(document);
      }
    }
    for (const RecordMention& mention : record.mentions) {
      const auto found = index.find(mention.entity);
      if (found == index.end()) continue;
      Raw& raw = all[found->second];
      ++raw.mentions;
      if (mention.kind == MentionKind::name && mention.quote.text.size() <= longest_alias) {
        raw.forms.insert(mention.quote.text);
      }
    }
  }
  for (Raw& raw : all) raw.key = fold_name(preferred_name(raw.names));
  std::sort(all.begin(), all.end(), [](const Raw& a, const Raw& b) { return a.id < b.id; });
  return all;
}

/// The id says no more than the name does: no pack gave it.
bool is_slug(const Raw& raw) {
  const auto colon = raw.id.find(':');
  return colon == std::string::npos || fold_name(raw.id.substr(colon + 1)) == raw.key;
}

/// Every word of `part` is a word of `whole`.
bool is_part(std::string_view part, std::string_view whole) {
  while (!part.empty()) {
    const auto space = part.find(' ');
    const std::string word = " " + std::string{part.substr(0, space)} + " ";
    if ((" " + std::string{whole} + " ").find(word) == std::string::npos) return false;
    part = space == std::string_view::npos ? std::string_view{} : part.substr(space + 1);
  }
  return true;
}

bool share_document(const Raw& a, const Raw& b) {
  for (auto i = a.documents.begin(), j = b.documents.begin();
       i != a.documents.end() && j != b.documents.end();) {
    if (*i == *j) return true;
    *i < *j ? ++i : ++j;
  }
  return false;
}

class Union {
 public:
  explicit Union(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), 0U);
  }
  std::uint32_t root(std::uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void unite(std::uint32_t a, std::uint32_t b) {
    const auto [low, high] = std::minmax({root(a), root(b)});
    parent_[high] = low;
  }

 private:
  std::vector<std::uint32_t> parent_;
};

using NameKey = std::pair<std::string, int>;

void unite_same_names(const std::vector<Raw>& all, Union& sets) {
  std::map<NameKey, std::vector<std::uint32_t>> by_name;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    if (!all[i].key.empty()) by_name[{all[i].key, type_group(all[i].type)}].push_back(i);
  }
  for (const auto& [name, members] : by_name) {
    for (const std::uint32_t member : members) {
      if (is_slug(all[member]) || is_slug(all[members.front()])) {
        sets.unite(members.front(), member);
      }
    }
  }
}

void unite_other_names(const std::vector<Raw>& all, Union& sets) {
  std::map<NameKey, std::set<std::uint32_t>> holders;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    for (const std::string& form : all[i].forms) {
      const std::string key = fold_name(form);
      if (key.empty() || is_part(key, all[i].key)) continue;
      holders[{key, type_group(all[i].type)}].insert(i);
    }
  }
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    if (!is_slug(all[i])) continue;
    const auto found = holders.find({all[i].key, type_group(all[i].type)});
    if (found == holders.end()) continue;
    std::set<std::uint32_t> roots;
    for (const std::uint32_t holder : found->second) roots.insert(sets.root(holder));
    roots.erase(sets.root(i));
    if (roots.size() != 1) continue;
    const bool told_apart =
        std::any_of(found->second.begin(), found->second.end(),
                    [&](std::uint32_t holder) { return share_document(all[i], all[holder]); });
    if (!told_apart) sets.unite(i, *roots.begin());
  }
}

/// "Airbus A380" and "A380": the maker before the name of a model, which holds a digit, is no part
/// of the name.
void unite_models(const std::vector<Raw>& all, Union& sets) {
  std::set<std::string_view> makers;
  std::map<std::string_view, std::vector<std::uint32_t>> models;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    if (all[i].type == EntityType::company) makers.insert(all[i].key);
    if (all[i].type == EntityType::product) models[all[i].key].push_back(i);
  }
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    if (all[i].type != EntityType::product || !is_slug(all[i])) continue;
    const std::string_view key = all[i].key;
    const std::size_t space = key.find(' ');
    if (space == std::string_view::npos || !makers.contains(key.substr(0, space))) continue;
    const std::string_view model = key.substr(space + 1);
    const bool numbered =
        std::any_of(model.begin(), model.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
        std::any_of(model.begin(), model.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    const auto found = models.find(model);
    if (!numbered || found == models.end() || found->second.size() != 1) continue;
    const std::uint32_t bare = found->second.front();
    if (is_slug(all[bare])) sets.unite(i, bare);
  }
}

/// Whose id the merged entity keeps: a pack's before a slug, the more telling type, the more
/// documents.
bool is_better(const Raw& a, const Raw& b) {
  const bool slug_a = is_slug(a);
  const bool slug_b = is_slug(b);
  if (slug_a != slug_b) return slug_b;
  if (a.type != b.type) return a.type < b.type;
  if (a.documents.size() != b.documents.size()) return a.documents.size() > b.documents.size();
  return a.id < b.id;
}

MergedEntity blend(const std::vector<const Raw*>& members, const std::vector<Record>& records) {
  const Raw& best = **std::min_element(
      members.begin(), members.end(), [](const Raw* a, const Raw* b) { return is_better(*a, *b); });
  MergedEntity merged;
  merged.id = best.id;
  merged.type = best.type;
  merged.name = preferred_name(best.names);
  std::set<std::string> aliases;
  std::set<std::string> documents;
  for (const Raw* member : members) {
    merged.mentions += member->mentions;
    for (const auto& [name, count] : member->names) aliases.insert(name);
    aliases.insert(member->forms.begin(), member->forms.end());
    for (const std::uint32_t document : member->documents) {
      documents.insert(records[document].document.id);
    }
  }
  aliases.erase(merged.name);
  for (const std::string& alias : aliases) {
    if (merged.aliases.size() == most_aliases) break;
    merged.aliases.push_back(alias);
  }
  merged.documents.assign(documents.begin(), documents.end());
  return merged;
}

}  // namespace

EntityTable merge_entities(const std::vector<Record>& records) {
  const std::vector<Raw> all = gather(records);
  Union sets{all.size()};
  unite_same_names(all, sets);
  unite_other_names(all, sets);
  unite_models(all, sets);

  std::map<std::uint32_t, std::vector<const Raw*>> groups;
  for (std::uint32_t i = 0; i < all.size(); ++i) groups[sets.root(i)].push_back(&all[i]);
  std::vector<std::pair<MergedEntity, const std::vector<const Raw*>*>> merged;
  for (const auto& [root, members] : groups) merged.emplace_back(blend(members, records), &members);
  std::sort(merged.begin(), merged.end(),
            [](const auto& a, const auto& b) { return a.first.id < b.first.id; });

  EntityTable table;
  for (auto& [entity, members] : merged) {
    const auto index = static_cast<std::uint32_t>(table.entities.size());
    for (const Raw* member : *members) table.index_of.emplace(member->id, index);
    table.entities.push_back(std::move(entity));
  }
  return table;
}

}  // namespace frise
