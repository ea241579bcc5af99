// Each stage compiles what it owns of the pack; the first that cannot stops it.

#include "pipeline/language.hpp"

namespace frise {

Result<Language> Language::load(const std::string& data_root, const std::string& folder,
                                const std::vector<SubjectPack>& subjects,
                                const std::vector<Table>& facts) {
  auto pack = LanguagePack::load(folder);
  if (!pack) return fail(pack.error());
  auto segment = SegmentRules::compile(*pack);
  if (!segment) return fail(segment.error());
  auto lexicon = Lexicon::open(*pack, data_root + "/lexicon/" + pack->lang() + ".lex");
  if (!lexicon) return fail(lexicon.error());
  auto temporal = TemporalRules::compile(*pack, *segment);
  if (!temporal) return fail(temporal.error());
  auto dated = DatedFacts::compile(facts, pack->lang(), *segment);
  if (!dated) return fail(dated.error());
  auto entity = EntityRules::compile(*pack, *segment, subjects);
  if (!entity) return fail(entity.error());
  auto event = EventRules::compile(*pack, *segment);
  if (!event) return fail(event.error());
  return Language{std::move(*pack),  std::move(*segment), std::move(*lexicon), std::move(*temporal),
                  std::move(*dated), std::move(*entity),  std::move(*event)};
}

}  // namespace frise
