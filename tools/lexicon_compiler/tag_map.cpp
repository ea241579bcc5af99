// Marks are first split into readings ("po:nom") and features that add to them ("is:fem"). Those of
// the affix rule stand in place of the word's own readings: "po:v1_it" gives way to "po:ppas
// po:adj". Several tenses and persons on one rule are the product of both: "po:ipre po:spre po:1sg
// po:3sg" is four readings.

#include "tag_map.hpp"

#include <algorithm>

namespace frise::lexicon {
namespace {

/// Adds to `features` what `extra` knows.
void merge(tag::Features& features, const tag::Features& extra) {
  Morphology& m = features.morphology;
  const Morphology& e = extra.morphology;
  if (e.gender != Gender::unknown) m.gender = e.gender;
  if (e.number != GrammaticalNumber::unknown) m.number = e.number;
  if (e.person != 0) m.person = e.person;
  features.given_name |= extra.given_name;
  features.rare |= extra.rare;
}

}  // namespace

Result<TagMap> TagMap::compile(const Table& table) {
  TagMap map;
  for (const TableRow& row : table.rows()) {
    const bool mark = row.cell(0) == "tag";
    if (!mark && row.cell(0) != "form" && row.cell(0) != "base") {
      return fail(table.error_at(row, "rows begin with tag, form or base"));
    }
    tag::Features features;
    const bool head = row.cell(2) != "-";
    if (head) {
      const auto pos = tag::parse_pos(row.cell(2));
      if (!pos) {
        return fail(table.error_at(row, "no part of speech: " + std::string{row.cell(2)}));
      }
      features.pos = *pos;
    }
    if (const auto unknown = tag::add_features(row.cell(3), features)) {
      return fail(table.error_at(row, "no feature: " + std::string{*unknown}));
    }
    if (mark) {
      std::string name{row.cell(1)};
      const bool open = name.ends_with('*');
      if (open) name.pop_back();
      map.marks_.push_back({std::move(name), open, head, features});
      continue;
    }
    FlagRule rule;
    if (row.cell(0) == "form") rule.flag = row.cell(1);
    rule.features = features;
    std::string_view when = row.cell(4);
    for (auto flag = tag::next_word(when); !flag.empty(); flag = tag::next_word(when)) {
      if (flag.front() == '!') {
        rule.without.emplace_back(flag.substr(1));
      } else {
        rule.with.emplace_back(flag);
      }
    }
    rule.own_lemma = row.cell(5) == "self";
    map.rules_.push_back(std::move(rule));
  }
  return map;
}

bool TagMap::FlagRule::applies(const Form& form) const {
  if (flag != form.flag) return false;
  const auto has = [&](const std::string& wanted) {
    const auto& flags = form.word->flags;
    return std::find(flags.begin(), flags.end(), wanted) != flags.end();
  };
  return std::all_of(with.begin(), with.end(), has) &&
         std::none_of(without.begin(), without.end(), has);
}

void TagMap::read_marks(const std::vector<std::string>& fields, std::vector<tag::Features>& heads,
                        std::vector<tag::Features>& extras) const {
  for (const std::string& field : fields) {
    for (const Mark& mark : marks_) {
      if (mark.open ? !field.starts_with(mark.name) : field != mark.name) continue;
      (mark.head ? heads : extras).push_back(mark.features);
      break;
    }
  }
}

void TagMap::read(const Form& form, std::vector<Reading>& out) const {
  out.clear();
  std::vector<tag::Features> heads, own_heads, extras;
  read_marks(form.word->fields, own_heads, extras);
  if (form.fields != nullptr) read_marks(*form.fields, heads, extras);
  if (heads.empty()) heads = own_heads;

  std::string lemma = form.base;
  for (const std::string& field : form.word->fields) {
    if (field.starts_with("st:")) lemma = field.substr(3);
  }
  for (const tag::Features& head : heads) {
    // A verb whose rule names no form is the bare stem class of the dictionary, not a word of the
    // text.
    if (head.pos == Pos::verb && head.morphology.verb_form == VerbForm::none) continue;
    tag::Features features = head;
    std::vector<tag::Features> persons;
    for (const tag::Features& extra : extras) {
      if (extra.morphology.person != 0) {
        persons.push_back(extra);
      } else {
        merge(features, extra);
      }
    }
    if (head.morphology.verb_form != VerbForm::finite || persons.empty()) {
      out.push_back({lemma, features});
      continue;
    }
    for (const tag::Features& person : persons) {
      tag::Features one = features;
      merge(one, person);
      out.push_back({lemma, one});
    }
  }
  for (const FlagRule& rule : rules_) {
    if (rule.applies(form)) {
      out.push_back({rule.own_lemma ? form.text : form.base, rule.features});
    }
  }
}

}  // namespace frise::lexicon
