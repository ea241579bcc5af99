// A group is called after the member that has most to do with the others in it. Tested in
// tests/unit/view/map_groups_test.cpp.

#include "frise/graph/communities.hpp"
#include "frise/view/view.hpp"
#include "view/text.hpp"
#include "view/words.hpp"

#include <algorithm>
#include <utility>

namespace frise {
namespace {

constexpr std::size_t longest_name = 40;

/// For "d’": a letter that begins with the sound of a vowel, whatever its accent.
bool begins_with_vowel(std::string_view name) {
  constexpr std::string_view plain = "aeiouAEIOU";
  if (name.empty()) return false;
  if (plain.find(name.front()) != std::string_view::npos) return true;
  constexpr std::string_view accented = "àâäéèêëîïôöùûüœæÀÂÄÉÈÊËÎÏÔÖÙÛÜŒÆ";
  return name.front() == '\xC3' || name.front() == '\xC5'
             ? accented.find(name.substr(0, 2)) != std::string_view::npos
             : false;
}

std::uint32_t middle_of(const std::vector<std::uint32_t>& members, const RelationView& view) {
  std::vector<std::uint64_t> within(view.nodes.size(), 0);
  for (const MapRelation& relation : view.relations) {
    if (relation.from == relation.to) continue;
    if (!std::binary_search(members.begin(), members.end(), relation.from)) continue;
    if (!std::binary_search(members.begin(), members.end(), relation.to)) continue;
    within[relation.from] += relation.events;
    within[relation.to] += relation.events;
  }
  return *std::max_element(
      members.begin(), members.end(),
      [&within](std::uint32_t a, std::uint32_t b) { return within[a] < within[b]; });
}

std::string label_of(const MapGroup& group, const RelationView& view) {
  const std::string name = cut_text(view.nodes[group.middle].name, longest_name);
  const Word around = begins_with_vowel(name) ? Word::around_vowel : Word::around_actor;
  return word(Word::group_of, view.locale, std::to_string(group.members.size())) + ", " +
         word(around, view.locale, name);
}

}  // namespace

MapGroups group_map(const RelationView& view) {
  std::vector<WeightedTie> ties;
  for (const MapRelation& relation : view.relations) {
    ties.push_back({relation.from, relation.to, std::max(relation.events, 1U)});
  }
  Communities found = find_communities(view.nodes.size(), ties);
  MapGroups groups{.modularity = found.modularity, .standing_out = {}};
  if (found.modularity < least_modularity) return groups;
  for (auto& members : found.members) {
    if (members.size() < least_group) continue;
    MapGroup& group = groups.standing_out.emplace_back();
    group.middle = middle_of(members, view);
    group.members = std::move(members);
    group.label = label_of(group, view);
  }
  std::stable_sort(
      groups.standing_out.begin(), groups.standing_out.end(),
      [](const MapGroup& a, const MapGroup& b) { return a.members.size() > b.members.size(); });
  return groups;
}

}  // namespace frise
