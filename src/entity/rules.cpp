// Compiles the tables of a language pack and the entities of subject packs into tries and word
// maps. Subject packs come first, so that a pack's name wins over the same name in the gazetteer.
// Tested in tests/unit/entity/rules_test.cpp.

#include "entity/rules.hpp"

#include "entity/known_names.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace frise {
namespace {

using Impl = EntityRules::Impl;

std::optional<Gender> parse_gender(std::string_view cell) {
  if (cell.empty()) return Gender::unknown;
  if (cell == "m") return Gender::masculine;
  if (cell == "f") return Gender::feminine;
  return std::nullopt;
}

/// What a word of a table cell means, or nothing.
template <class T>
std::optional<T> choose(std::string_view cell,
                        std::initializer_list<std::pair<std::string_view, T>> values) {
  for (const auto& [name, value] : values) {
    if (cell == name) return value;
  }
  return std::nullopt;
}

struct Compiler {
  const LanguagePack& pack;
  const SegmentRules& segment_rules;
  Impl& out;

  [[nodiscard]] std::vector<std::string> keys(std::string_view phrase) const {
    return phrase_keys(phrase, segment_rules);
  }
  [[nodiscard]] Result<void> trades();
  [[nodiscard]] Result<void> nouns();
  [[nodiscard]] Result<void> roles();
  [[nodiscard]] Result<void> pronouns();
  [[nodiscard]] Result<void> phrases();
  [[nodiscard]] Result<void> words();
  void nominals(const std::vector<SubjectPack>& subjects);

  std::uint32_t noun(std::string words, NounRule rule) {
    rule.words = std::move(words);
    const auto [at, added] =
        noun_index.emplace(rule.words, static_cast<std::uint32_t>(out.noun_rules.size()));
    if (added) out.noun_rules.push_back(std::move(rule));
    return at->second;
  }
  std::unordered_map<std::string, std::uint32_t> noun_index;
};

std::string joined(const std::vector<std::string>& keys) {
  std::string out;
  for (const std::string& key : keys) {
    if (!out.empty()) out += ' ';
    out += key;
  }
  return out;
}

/// Which trade is a kind of which.
Result<void> Compiler::trades() {
  const Table& table = pack.table("entity/trades");
  for (const TableRow& row : table.rows()) {
    if (row.cell(0).empty() || row.cell(1).empty()) {
      return fail(table.error_at(row, "a trade and the broader one are wanted"));
    }
    const std::uint16_t trade = out.field(row.cell(0));
    const std::uint16_t broader = out.field(row.cell(1));
    out.broader_field[trade] = broader;
  }
  return {};
}

Result<void> Compiler::nouns() {
  const Table& table = pack.table("entity/nouns");
  for (const TableRow& row : table.rows()) {
    const auto type = parse_entity_type(row.cell(2));
    if (!type) {
      return fail(table.error_at(row, fmt::format("unknown entity type \"{}\"", row.cell(2))));
    }
    const auto gender = parse_gender(row.cell(3));
    if (!gender) return fail(table.error_at(row, "gender must be m, f or empty"));
    const auto scope = choose<NounScope>(row.cell(4), {{"generic", NounScope::generic},
                                                       {"specific", NounScope::specific},
                                                       {"cue", NounScope::cue}});
    if (!scope) return fail(table.error_at(row, "scope must be generic, specific or cue"));
    const auto singular = keys(row.cell(0));
    const std::uint32_t index =
        noun(joined(singular), {{}, *type, *gender, *scope, out.field(row.cell(5)), {}});
    out.nouns.add(singular, index);
    if (!row.cell(1).empty() && row.cell(1) != row.cell(0)) {
      out.plural_nouns.add(keys(row.cell(1)), index);
    }
  }
  return {};
}

Result<void> Compiler::roles() {
  const Table& table = pack.table("entity/roles");
  for (const TableRow& row : table.rows()) {
    const auto gender = parse_gender(row.cell(2));
    if (!gender || row.cell(1).empty()) {
      return fail(table.error_at(row, "a role needs its words, and a gender m, f or empty"));
    }
    for (const std::size_t column : {std::size_t{1}, std::size_t{3}}) {
      if (row.cell(column).empty() || (column == 3 && row.cell(3) == row.cell(1))) continue;
      out.roles.add(keys(row.cell(column)), static_cast<std::uint32_t>(out.role_rules.size()));
      out.role_rules.push_back(
          {std::string{row.cell(0)}, *gender,
           column == 3 ? GrammaticalNumber::plural : GrammaticalNumber::singular});
    }
  }
  return {};
}

Result<void> Compiler::pronouns() {
  const Table& table = pack.table("entity/pronouns");
  for (const TableRow& row : table.rows()) {
    const auto use = choose<PronounUse>(row.cell(1), {{"subject", PronounUse::subject},
                                                      {"object", PronounUse::object},
                                                      {"latter", PronounUse::latter},
                                                      {"first", PronounUse::first},
                                                      {"possessive", PronounUse::possessive}});
    if (!use)
      return fail(table.error_at(row, "use must be subject, object, possessive, latter or first"));
    const bool thing = row.cell(2) == "n";
    const auto gender = thing ? std::optional{Gender::unknown} : parse_gender(row.cell(2));
    if (!gender) return fail(table.error_at(row, "gender must be m, f, n or empty"));
    const auto number = choose<GrammaticalNumber>(row.cell(3), {{"", GrammaticalNumber::unknown},
                                                                {"s", GrammaticalNumber::singular},
                                                                {"p", GrammaticalNumber::plural}});
    if (!number) return fail(table.error_at(row, "number must be s, p or empty"));
    // "-t-il" is one word behind its verb and none alone.
    const std::vector<std::string> words =
        row.cell(0).starts_with('-') ? std::vector{fold_key(row.cell(0))} : keys(row.cell(0));
    out.pronouns.add(words, static_cast<std::uint32_t>(out.pronoun_rules.size()));
    out.pronoun_rules.push_back(
        {*use, *gender, thing, *number, row.cell(4) == "p", row.cell(5) == "impersonal"});
  }
  return {};
}

Result<void> Compiler::phrases() {
  for (const TableRow& row : pack.table("entity/impersonal").rows()) {
    out.impersonal.add(keys(row.cell(0)), 0);
  }
  for (const TableRow& row : pack.table("entity/speakers").rows()) {
    out.speakers.add(keys(row.cell(0)), static_cast<std::uint32_t>(out.speaker_numbers.size()));
    out.speaker_numbers.push_back(row.cell(1) == "p" ? GrammaticalNumber::plural
                                                     : GrammaticalNumber::singular);
  }
  const Table& owned = pack.table("entity/owned");
  for (const TableRow& row : owned.rows()) {
    const auto type = parse_entity_type(row.cell(1));
    if (!type) {
      return fail(owned.error_at(row, fmt::format("unknown entity type \"{}\"", row.cell(1))));
    }
    out.owned.add(keys(row.cell(0)), static_cast<std::uint32_t>(out.owned_things.size()));
    out.owned_things.push_back({*type});
  }
  return {};
}

Result<void> Compiler::words() {
  const auto word = [](std::string_view cell) { return hash_word(fold_key(cell)); };
  const Table& determiners = pack.table("entity/determiners");
  for (const TableRow& row : determiners.rows()) {
    const auto kind =
        choose<DeterminerClass>(row.cell(1), {{"definite", DeterminerClass::definite},
                                              {"contracted", DeterminerClass::contracted},
                                              {"demonstrative", DeterminerClass::demonstrative},
                                              {"indefinite", DeterminerClass::indefinite},
                                              {"possessive", DeterminerClass::possessive},
                                              {"first", DeterminerClass::first_person}});
    if (!kind) return fail(determiners.error_at(row, "unknown class of determiner"));
    out.determiners.emplace(word(row.cell(0)), *kind);
  }
  const Table& links = pack.table("entity/links");
  for (const TableRow& row : links.rows()) {
    const auto use = choose<LinkUse>(row.cell(1), {{"inside", LinkUse::inside},
                                                   {"of", LinkUse::of},
                                                   {"at", LinkUse::at},
                                                   {"house", LinkUse::house},
                                                   {"in", LinkUse::in},
                                                   {"to", LinkUse::to},
                                                   {"join", LinkUse::join},
                                                   {"on", LinkUse::on},
                                                   {"called", LinkUse::called},
                                                   {"article", LinkUse::article},
                                                   {"by", LinkUse::by}});
    if (!use) return fail(links.error_at(row, "unknown use of a link"));
    out.links.emplace(word(row.cell(0)), *use);
  }
  for (const auto& [name, map] : {std::pair{"entity/titles", &out.titles},
                                  std::pair{"entity/given_names", &out.given_names}}) {
    const Table& table = pack.table(name);
    map->reserve(table.rows().size());
    for (const TableRow& row : table.rows()) {
      const auto gender = parse_gender(row.cell(1));
      if (!gender) return fail(table.error_at(row, "gender must be m, f or empty"));
      const auto [at, added] = map->emplace(word(row.cell(0)), *gender);
      if (!added && at->second != *gender) at->second = Gender::unknown;
    }
  }
  for (const TableRow& row : pack.table("entity/titles").rows()) {
    if (!row.cell(2).empty()) out.title_roles.emplace(word(row.cell(0)), row.cell(2));
  }
  const Table& verbs = pack.table("entity/verbs");
  for (const TableRow& row : verbs.rows()) {
    const auto use = choose<VerbUse>(row.cell(0), {{"say", VerbUse::say},
                                                   {"act", VerbUse::act},
                                                   {"rule", VerbUse::rule},
                                                   {"modal", VerbUse::modal}});
    if (!use) return fail(verbs.error_at(row, "kind must be say, act, rule or modal"));
    out.verbs.emplace(word(row.cell(1)), *use);
  }
  const Table& organizations = pack.table("entity/organization_words");
  for (const TableRow& row : organizations.rows()) {
    const auto type = parse_entity_type(row.cell(1));
    if (!type || (row.cell(2) != "head" && row.cell(2) != "end")) {
      return fail(organizations.error_at(row, "a type, then head or end, is wanted"));
    }
    OrganizationWord& entry = out.organization_words[word(row.cell(0))];
    entry.type = *type;
    (row.cell(2) == "head" ? entry.head : entry.end) = true;
    entry.legal = entry.legal || row.cell(3) == "legal";
    entry.strip = entry.strip || row.cell(3) == "strip";
    if (!row.cell(4).empty()) entry.field = out.field(row.cell(4));
  }
  for (const TableRow& row : pack.table("entity/not_names").rows()) {
    out.not_names.emplace(word(row.cell(0)), true);
  }
  const Table& times = pack.table("entity/role_times");
  for (const TableRow& row : times.rows()) {
    const auto time = choose<RoleTime>(row.cell(1), {{"present", RoleTime::present},
                                                     {"past", RoleTime::past},
                                                     {"then", RoleTime::then},
                                                     {"future", RoleTime::future}});
    if (!time) return fail(times.error_at(row, "time must be present, past, then or future"));
    out.role_times.emplace(word(row.cell(0)), *time);
  }
  const Table& role_verbs = pack.table("entity/role_verbs");
  for (const TableRow& row : role_verbs.rows()) {
    if (row.cell(1).empty()) return fail(role_verbs.error_at(row, "a verb and a role are wanted"));
    out.role_verbs.emplace(word(row.cell(0)), row.cell(1));
  }
  for (const TableRow& row : pack.table("entity/relatives").rows()) {
    out.relatives.emplace(word(row.cell(0)), true);
  }
  for (const TableRow& row : pack.table("entity/giving").rows()) {
    out.giving.emplace(word(row.cell(0)), true);
  }
  for (const TableRow& row : pack.table("entity/others").rows()) {
    out.others.emplace(word(row.cell(0)), true);
  }
  for (const TableRow& row : pack.table("entity/pairs").rows()) {
    out.pairs.emplace(word(row.cell(0)), true);
  }
  return {};
}

/// What subject packs call their entities: new nouns, or narrower readings of the language's.
void Compiler::nominals(const std::vector<SubjectPack>& subjects) {
  for (const SubjectPack& subject : subjects) {
    for (const PackEntity& entity : subject.entities) {
      const auto found = entity.nominals.find(out.lang);
      if (found == entity.nominals.end()) continue;
      const std::uint32_t who = out.entity_of_id.at(entity.id);
      for (const std::string& phrase : found->second) {
        const auto words = keys(phrase);
        if (words.empty()) continue;
        const std::size_t before = out.noun_rules.size();
        const std::uint32_t index =
            noun(joined(words), {{}, entity.type, Gender::unknown, NounScope::specific, 0, {}});
        if (out.noun_rules.size() > before) {
          // The gender of a new phrase is its head's: "géant du numérique" is a géant.
          const auto head = noun_index.find(words.front());
          if (head != noun_index.end()) {
            out.noun_rules[index].gender = out.noun_rules[head->second].gender;
          }
          out.nouns.add(words, index);
        }
        std::vector<std::uint32_t>& entities = out.noun_rules[index].entities;
        if (entities.empty() || entities.back() != who) entities.push_back(who);
      }
    }
  }
}

}  // namespace

std::uint16_t EntityRules::Impl::field(std::string_view name) {
  if (fields.empty()) fields.emplace_back();
  auto at = std::find(fields.begin(), fields.end(), name);
  if (at == fields.end()) at = fields.emplace(at, name);
  broader_field.resize(fields.size(), 0);
  return static_cast<std::uint16_t>(at - fields.begin());
}

EntityRules::EntityRules(std::unique_ptr<Impl> impl) noexcept : impl_{std::move(impl)} {}
EntityRules::EntityRules(EntityRules&&) noexcept = default;
EntityRules& EntityRules::operator=(EntityRules&&) noexcept = default;
EntityRules::~EntityRules() = default;

bool EntityRules::knows(std::string_view id) const {
  return impl_->entity_of_id.contains(std::string{id});
}

Result<EntityRules> EntityRules::compile(const LanguagePack& pack,
                                         const SegmentRules& segment_rules,
                                         const std::vector<SubjectPack>& subjects) {
  auto impl = std::make_unique<Impl>();
  impl->lang = pack.lang();
  impl->has_lexicon = pack.setting("lexicon", "full") != "none";
  if (auto added = add_known_names(pack, segment_rules, subjects, *impl); !added) {
    return fail(added.error());
  }
  Compiler compiler{pack, segment_rules, *impl, {}};
  for (const auto step : {&Compiler::trades, &Compiler::nouns, &Compiler::roles,
                          &Compiler::pronouns, &Compiler::phrases, &Compiler::words}) {
    if (auto done = (compiler.*step)(); !done) return fail(done.error());
  }
  compiler.nominals(subjects);
  return EntityRules{std::move(impl)};
}

}  // namespace frise
