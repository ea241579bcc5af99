#include "frise/pipeline/proposals.hpp"

#include "frise/core/document.hpp"

#include <toml++/toml.h>
#include <algorithm>
#include <catch2/catch.hpp>

using namespace frise;

namespace {

struct Name {
  std::string id, name, form;
};

struct Article {
  Record record;
  std::string text;
};

/// An article whose sentences each name one entity.
Article article(const std::string& id, const std::vector<Name>& names) {
  Article out;
  out.record.document.id = id;
  for (const Name& one : names) {
    out.text += "Hier, ";
    const auto begin = static_cast<std::uint32_t>(out.text.size());
    out.text += one.form;
    const auto end = static_cast<std::uint32_t>(out.text.size());
    out.text += " a ouvert un atelier.\n";
    auto& entities = out.record.entities;
    if (std::none_of(entities.begin(), entities.end(),
                     [&](const RecordEntity& entity) { return entity.id == one.id; })) {
      const auto type = parse_entity_type(one.id.substr(0, one.id.find(':')));
      entities.push_back({one.id, one.name, type.value_or(EntityType::organization)});
    }
    RecordMention mention;
    mention.id = "m" + std::to_string(out.record.mentions.size() + 1);
    mention.quote = {{begin, end}, one.form};
    mention.entity = one.id;
    out.record.mentions.push_back(mention);
  }
  return out;
}

std::vector<Proposal> proposed(const std::vector<Article>& articles,
                               const ProposalOptions& options = {}) {
  Proposer proposer;
  for (const Article& one : articles) proposer.add(one.record, one.text);
  return std::move(proposer).propose(options);
}

std::string names_of(const std::vector<Proposal>& proposals) {
  std::string out;
  for (const Proposal& one : proposals) out += (out.empty() ? "" : " ") + one.id;
  return out;
}

std::vector<Article> corpus() {
  return {article("a", {{"company:kelvio", "Kelvio", "Kelvio"},
                        {"company:kelvio", "Kelvio", "Kelvio SA"},
                        {"person:ada-noor", "Ada Noor", "Ada Noor"},
                        {"person:ada-noor", "Ada Noor", "Noor"},
                        {"place:brevigny", "Brévigny", "Brévigny"},
                        {"place:brevigny", "Brévigny", "Brévigny"},
                        {"product:once", "Once", "Once"}}),
          article("b", {{"company:kelvio", "Kelvio", "Kelvio"},
                        {"company:nvidia", "Nvidia", "Nvidia"},
                        {"company:nvidia", "Nvidia", "Nvidia"}})};
}

}  // namespace

TEST_CASE("who is named most is proposed first, with counts, aliases and a sentence",
          "[pipeline]") {
  const auto found = proposed(corpus());
  CHECK(names_of(found) == "company:kelvio company:nvidia person:ada-noor");
  REQUIRE(found.size() == 3);
  CHECK(found[0].times == 3);
  CHECK(found[0].documents == 2);
  CHECK(found[0].aliases == std::vector<std::string>{"Kelvio SA"});
  CHECK(found[0].example == "Hier, Kelvio a ouvert un atelier.");
  CHECK(found[0].document == "a");
  CHECK(found[2].aliases.empty());  // a surname alone may be another's
  CHECK(found[2].doubtful == std::vector<std::string>{"Noor"});
}

TEST_CASE("what is known, was proposed before or is taken is not proposed", "[pipeline]") {
  ProposalOptions options;
  options.known = [](std::string_view id) { return id == "company:nvidia"; };
  CHECK(names_of(proposed(corpus(), options)) == "company:kelvio person:ada-noor");
  options.before = {"ada-noor"};
  CHECK(names_of(proposed(corpus(), options)) == "company:kelvio");
  PackEntity taken;
  taken.id = "company:other";
  taken.name = "Other";
  taken.aliases = {"KELVIO"};
  options.taken = {taken};
  CHECK(proposed(corpus(), options).empty());
  CHECK(names_of(proposed(corpus(), {.at_least = 3, .known = {}, .before = {}, .taken = {}})) ==
        "company:kelvio");
}

TEST_CASE("the order of articles does not show in proposals", "[pipeline]") {
  auto turned = corpus();
  std::reverse(turned.begin(), turned.end());
  CHECK(to_toml(proposed(turned)) == to_toml(proposed(corpus())));
}

TEST_CASE("one name is proposed for one entity only", "[pipeline]") {
  const auto found = proposed({article("a", {{"company:vega", "Vega", "Vega"},
                                             {"company:vega", "Vega", "Vega"},
                                             {"company:vega", "Vega", "Vega"},
                                             {"product:vega", "Vega", "Vega"},
                                             {"product:vega", "Vega", "Vega"}})});
  CHECK(names_of(found) == "company:vega");
}

TEST_CASE("whatever a text holds stays inside its string or comment", "[pipeline]") {
  Proposal hostile;
  hostile.id = "company:x";
  hostile.name =
      "A\"B\\C\nD\xE2\x80\xAE"
      "E";
  hostile.aliases = {"x\"]\n[[entity]]\nid=\"company:y"};
  hostile.example = "line\n[[entity]]\nid = \"company:z\"\r# \x01\x7F\xC2\x85\xE2\x80\xA8 end";
  hostile.document = "doc\nid = 1";
  hostile.roles = {"chef\n[kind]"};
  hostile.doubtful = {"\n[kind]"};
  const std::string text = to_toml({hostile});
  const toml::table parsed = toml::parse(text);
  CHECK(parsed.size() == 1);
  const toml::array* entities = parsed["entity"].as_array();
  REQUIRE(entities != nullptr);
  REQUIRE(entities->size() == 1);
  CHECK((*entities)[0].as_table()->size() == 3);
  CHECK((*entities)[0].as_table()->get("name")->value_or(std::string{}) == hostile.name);
  CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
  const std::string rows = to_rows({hostile});
  CHECK(std::count(rows.begin(), rows.end(), '\n') == 1);
  CHECK(std::count(rows.begin(), rows.end(), '\t') == 4);
}
