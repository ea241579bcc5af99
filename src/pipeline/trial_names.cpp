#include "pipeline/trial_names.hpp"

#include "frise/pack/examples.hpp"

#include <fmt/format.h>

namespace frise {

Result<SubjectPack> load_trial_names(const std::string& folder) {
  SubjectPack names;
  names.name = "examples";
  const auto tables = load_examples(folder, "names");
  if (!tables) return fail(tables.error());
  for (const Table& table : *tables) {
    for (const TableRow& row : table.rows()) {
      const auto type = parse_entity_type(row.cell(1));
      if (!type) {
        return fail(
            table.error_at(row, row.cell(1), fmt::format("no type of entity \"{}\"", row.cell(1))));
      }
      PackEntity entity;
      entity.id = fmt::format("{}:{}", row.cell(1), row.cell(0));
      entity.name = row.cell(0);
      entity.type = *type;
      names.entities.push_back(std::move(entity));
    }
  }
  return names;
}

RulesFound rules_in(const Language& language, std::string_view text) {
  Document document;
  document.lang = language.pack.lang();
  document.text = text;
  const Published undated;
  const Segmentation segmentation = segment(document, language.segment);
  const auto tags = tag_words(segmentation, language.lexicon, language.tagger);
  const TimeScan scan{document, segmentation, tags, language.temporal};
  const auto times = annotate_times(document, segmentation, tags, scan, undated, language.temporal);
  const EntityLayer entities =
      annotate_entities(document, segmentation, tags, language.entity, language.lexicon);
  Trees trees{language.parser, segmentation, tags};
  const EventLayer events = annotate_events(
      {document, segmentation, tags, undated, times, entities, trees}, language.event);
  RulesFound found;
  for (const EventMention& event : events.events) {
    (event.salient ? found.drawn : found.weak).insert(event.rule);
  }
  for (const Stance& stance : events.stances) found.drawn.insert(stance.rule);
  for (const EventOrder& order : events.order) found.drawn.insert(order.rule);
  return found;
}

}  // namespace frise
