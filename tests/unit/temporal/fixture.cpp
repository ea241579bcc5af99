#include "fixture.hpp"

#include <map>
#include <stdexcept>

namespace frise::test {
namespace {

struct Language {
  LanguagePack pack;
  SegmentRules segment_rules;
  Lexicon lexicon;
  TemporalRules temporal_rules;
  DatedFacts facts;
};

const Language& language(const std::string& lang) {
  static std::map<std::string, Language> known;
  const auto found = known.find(lang);
  if (found != known.end()) return found->second;
  const std::string root = FRISE_TEST_DATA_ROOT;
  const auto checked = [](auto result) {
    if (!result) throw std::runtime_error(to_string(result.error()));
    return std::move(*result);
  };
  auto pack = checked(LanguagePack::load(root + "/lang/" + lang));
  auto segment_rules = checked(SegmentRules::compile(pack));
  auto lexicon = checked(Lexicon::open(pack, root + "/lexicon/" + lang + ".lex"));
  auto rules = checked(TemporalRules::compile(pack, segment_rules));
  std::vector<Table> tables;
  for (const std::string& path : facts_paths()) tables.push_back(checked(Table::load(path)));
  auto facts = checked(DatedFacts::compile(tables, lang, segment_rules));
  return known
      .emplace(lang, Language{std::move(pack), std::move(segment_rules), std::move(lexicon),
                              std::move(rules), std::move(facts)})
      .first->second;
}

}  // namespace

const TemporalRules& temporal_rules(const std::string& lang) {
  return language(lang).temporal_rules;
}

Timed timed(const std::string& lang, const std::string& published, const std::string& text,
            TextKind kind) {
  const Language& pack = language(lang);
  Timed out;
  out.document.lang = lang;
  out.document.text = text;
  if (published != "-") {
    out.document.published.value = published;
    out.document.published.basis = DateBasis::given;
  }
  out.segmentation = segment(out.document, pack.segment_rules);
  out.tags = tag_words(out.segmentation, pack.lexicon);
  const TimeScan scan{out.document, out.segmentation, out.tags, pack.temporal_rules, kind};
  out.published = find_published(out.document, out.segmentation, out.tags, scan,
                                 pack.temporal_rules, pack.facts)
                      .published;
  Published anchor = out.published;
  if (published == "-") anchor = {};
  out.layer =
      annotate_times(out.document, out.segmentation, out.tags, scan, anchor, pack.temporal_rules);
  return out;
}

Timed written(const std::string& lang, const std::string& text, const std::string& published) {
  const Language& pack = language(lang);
  Timed out;
  out.document.lang = lang;
  out.document.text = text;
  if (!published.empty()) {
    out.document.published = {published, {}, DateBasis::given, "sidecar"};
  }
  out.segmentation = segment(out.document, pack.segment_rules);
  out.tags = tag_words(out.segmentation, pack.lexicon);
  const TimeScan scan{out.document, out.segmentation, out.tags, pack.temporal_rules};
  DocumentDate date = find_published(out.document, out.segmentation, out.tags, scan,
                                     pack.temporal_rules, pack.facts);
  out.published = std::move(date.published);
  out.about_date = std::move(date.diagnostics);
  out.layer = annotate_times(out.document, out.segmentation, out.tags, scan, out.published,
                             pack.temporal_rules);
  return out;
}

std::vector<std::string> facts_paths() {
  const std::string subjects = std::string{FRISE_TEST_DATA_ROOT} + "/subject/";
  return {subjects + "cars/facts.tsv", subjects + "tech-crypto/facts.tsv"};
}

std::string spelled(const Timed& timed) {
  std::string out;
  for (const TimeExpression& time : timed.layer.items) {
    if (!out.empty()) out += " | ";
    out += slice(timed.document.text, time.span);
    out += "=" + time.value;
  }
  return out.empty() ? "-" : out;
}

}  // namespace frise::test
