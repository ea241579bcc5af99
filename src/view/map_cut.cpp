// A sheet holds so many actors; who stays is told by the view's own order. Relations of a pair stay
// or go together: one without the other of opposite stance would mislead. Tested in
// tests/unit/view/map_test.cpp.

#include "view/date_words.hpp"
#include "view/map_parts.hpp"
#include "view/words.hpp"

#include <algorithm>
#include <utility>

namespace frise {

void title_map(RelationView& view) {
  if (view.title_is_made) {
    view.title.clear();
    for (std::size_t i = 0; i < view.nodes.size() && i < 3; ++i) {
      view.title += (i == 0 ? "" : ", ") + view.nodes[i].name;
    }
    std::optional<int> first;
    std::optional<int> last;
    for (const MapRelation& relation : view.relations) {
      if (!relation.first_year || !relation.last_year) continue;
      first = std::min(first.value_or(*relation.first_year), *relation.first_year);
      last = std::max(last.value_or(*relation.last_year), *relation.last_year);
    }
    if (view.title.empty()) {
      view.title = word(Word::map, view.locale);
    } else if (first) {
      view.title += std::string{word(Word::colon, view.locale)} + year_range(*first, *last);
    }
  }
  if (!view.subtitle_is_made) return;
  view.subtitle = count_words(Word::one_actor, Word::many_actors, view.nodes.size(), view.locale);
  view.subtitle += ", " + count_words(Word::one_relation, Word::many_relations,
                                      view.relations.size(), view.locale);
  view.subtitle += " " + count_words(Word::from_one_article, Word::from_articles, view.notes.size(),
                                     view.locale);
  if (!view.filter.empty()) {
    view.subtitle += std::string{word(Word::semicolon, view.locale)} + view.filter;
  }
}

RelationView cut_map(const RelationView& view, std::size_t most) {
  if (view.nodes.size() <= most) return view;
  RelationView out = view;
  out.nodes.clear();
  out.relations.clear();
  std::vector<char> related(most, 0);
  for (const MapRelation& relation : view.relations) {
    if (relation.from >= most || relation.to >= most) continue;
    related[relation.from] = related[relation.to] = 1;
    out.relations.push_back(relation);
  }
  std::vector<std::uint32_t> place(most, 0);
  for (std::size_t i = 0; i < most; ++i) {
    place[i] = static_cast<std::uint32_t>(out.nodes.size());
    if (related[i] != 0 || view.nodes[i].focus) out.nodes.push_back(view.nodes[i]);
  }
  std::vector<std::vector<Citation>*> citing;
  for (MapRelation& relation : out.relations) {
    relation.from = place[relation.from];
    relation.to = place[relation.to];
    citing.push_back(&relation.citations);
  }
  renumber_notes(out.notes, citing);
  out.hidden_nodes += view.nodes.size() - out.nodes.size();
  out.hidden_relations += view.relations.size() - out.relations.size();
  if (out.groups) out.groups = group_map(out);
  title_map(out);
  return out;
}

}  // namespace frise
