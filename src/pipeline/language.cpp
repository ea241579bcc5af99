// Each stage compiles what it owns of the pack; the first that cannot stops it.

#include "pipeline/language.hpp"

#include <filesystem>

namespace frise {
namespace {

Result<Lexicon> open_lexicon(const LanguagePack& pack, const std::string& path,
                             std::vector<Error>& warnings) {
  auto lexicon = Lexicon::open(pack, path);
  if (lexicon || lexicon.error().path != path) return lexicon;
  warnings.push_back(lexicon.error());
  return Lexicon::open(pack, {});
}

/// A model that is not there is no warning: the language is read by rules.
template <class Model>
Model open_model(const std::string& path, const std::string& lang, std::vector<Error>& warnings) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return {};
  auto model = Model::open(path, lang);
  if (model) return std::move(*model);
  warnings.push_back(model.error());
  return {};
}

}  // namespace

Result<Language> Language::load(const std::string& data_root, const std::string& folder,
                                const std::vector<SubjectPack>& subjects,
                                const std::vector<Table>& facts) {
  auto pack = LanguagePack::load(folder);
  if (!pack) return fail(pack.error());
  auto segment = SegmentRules::compile(*pack);
  if (!segment) return fail(segment.error());
  std::vector<Error> warnings;
  const std::string& lang = pack->lang();
  auto lexicon = open_lexicon(*pack, data_root + "/lexicon/" + lang + ".lex", warnings);
  if (!lexicon) return fail(lexicon.error());
  const std::string models = data_root + "/model/" + lang;
  auto tagger = open_model<TagModel>(models + "/tagger.model", lang, warnings);
  auto parser = open_model<ParseModel>(models + "/parser.model", lang, warnings);
  auto temporal = TemporalRules::compile(*pack, *segment);
  if (!temporal) return fail(temporal.error());
  auto dated = DatedFacts::compile(facts, pack->lang(), *segment);
  if (!dated) return fail(dated.error());
  auto entity = EntityRules::compile(*pack, *segment, subjects);
  if (!entity) return fail(entity.error());
  auto event = EventRules::compile(*pack, *segment);
  if (!event) return fail(event.error());
  return Language{std::move(*pack),  std::move(*segment),  std::move(*lexicon), std::move(tagger),
                  std::move(parser), std::move(*temporal), std::move(*dated),   std::move(*entity),
                  std::move(*event), std::move(warnings)};
}

}  // namespace frise
