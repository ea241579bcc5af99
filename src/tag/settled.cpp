// Closed classes replace, paradigms add in front, priors reorder: in that order, so that each may
// build on the one before. Tested in tests/unit/tag/lexicon_test.cpp.

#include "tag/settled.hpp"

#include <algorithm>
#include <map>

namespace frise::tag {
namespace {

class Settler {
 public:
  Settler(const LanguagePack& pack, Lexicon::Impl& impl) : pack_{pack}, impl_{impl} {}

  Result<void> run(Lexicon::Since since) {
    if (auto done = read_closed(); !done) return done;
    if (auto done = read_paradigms("lexicon/paradigms"); !done) return done;
    if (since == Lexicon::Since::counts) {
      if (auto done = read_paradigms("lexicon/paradigms-since"); !done) return done;
    }
    read_irregular();
    add_paradigms();
    return read_priors();
  }

 private:
  std::string_view keep(std::string_view lemma) { return impl_.lemmas.emplace_back(lemma); }

  /// Reads a class, `-` or empty standing for the usual one.
  static bool read_class(std::string_view name, Reading& reading) {
    reading.word_class = usual_class(reading.features);
    if (name.empty() || name == "-") return true;
    const auto known = parse_word_class(name);
    if (known) reading.word_class = *known;
    return known.has_value();
  }

  Result<void> read_closed() {
    const Table& table = pack_.table("lexicon/closed");
    for (const TableRow& row : table.rows()) {
      Reading reading;
      const auto pos = parse_pos(row.cell(2));
      if (!pos) {
        return fail(table.error_at(row, "no part of speech: " + std::string{row.cell(2)}));
      }
      reading.features.pos = *pos;
      if (const auto unknown = add_features(row.cell(3), reading.features)) {
        return fail(table.error_at(row, "no feature: " + std::string{*unknown}));
      }
      if (!read_class(row.cell(4), reading)) {
        return fail(table.error_at(row, "no class: " + std::string{row.cell(4)}));
      }
      reading.lemma = keep(row.cell(1));
      std::string_view forms = row.cell(0);
      for (auto form = next_word(forms); !form.empty(); form = next_word(forms)) {
        impl_.settled[std::string{form}].push_back(reading);
      }
    }
    return {};
  }

  Result<void> read_paradigms(std::string_view name) {
    const Table& table = pack_.table(name);
    for (const TableRow& row : table.rows()) {
      Reading reading;
      reading.features.pos = Pos::verb;
      if (const auto unknown = add_features(row.cell(2), reading.features)) {
        return fail(table.error_at(row, "no feature: " + std::string{*unknown}));
      }
      if (!read_class(row.cell(1), reading)) {
        return fail(table.error_at(row, "no class: " + std::string{row.cell(1)}));
      }
      reading.lemma = keep(row.cell(0));
      std::vector<std::string_view> forms;
      std::string_view list = row.cell(3);
      for (auto form = next_word(list); !form.empty(); form = next_word(list)) {
        forms.push_back(form);
      }
      const bool persons =
          forms.size() == 6 && reading.features.morphology.verb_form == VerbForm::finite;
      for (std::size_t i = 0; i < forms.size(); ++i) {
        if (forms[i] == "-") continue;
        Reading one = reading;
        if (persons) {
          one.features.morphology.person = static_cast<std::uint8_t>(i % 3 + 1);
          one.features.morphology.number =
              i < 3 ? GrammaticalNumber::singular : GrammaticalNumber::plural;
        }
        added_[std::string{forms[i]}].push_back(one);
      }
    }
    return {};
  }

  void add_forms(std::string_view alternatives, const Reading& reading) {
    while (!alternatives.empty()) {
      const auto slash = std::min(alternatives.find('/'), alternatives.size());
      added_[std::string{alternatives.substr(0, slash)}].push_back(reading);
      alternatives.remove_prefix(std::min(slash + 1, alternatives.size()));
    }
  }

  void read_irregular() {
    for (const TableRow& row : pack_.table("lexicon/irregular").rows()) {
      Reading reading;
      reading.lemma = keep(row.cell(0));
      reading.features.pos = Pos::verb;
      const auto as = [&](VerbForm form, Mood mood, Tense tense) {
        reading.features.morphology = {.verb_form = form, .mood = mood, .tense = tense};
        reading.word_class = usual_class(reading.features);
        return reading;
      };
      add_forms(row.cell(1), as(VerbForm::finite, Mood::indicative, Tense::past));
      add_forms(row.cell(2), as(VerbForm::past_participle, Mood::none, Tense::none));
      add_forms(row.cell(0), as(VerbForm::infinitive, Mood::none, Tense::none));
      add_forms(row.cell(0), as(VerbForm::finite, Mood::indicative, Tense::present));
      add_forms(row.cell(3), as(VerbForm::present_participle, Mood::none, Tense::none));
      reading = as(VerbForm::finite, Mood::indicative, Tense::present);
      reading.features.morphology.person = 3;
      reading.features.morphology.number = GrammaticalNumber::singular;
      add_forms(row.cell(4), reading);
    }
  }

  /// Every reading that is known now, best first.
  std::vector<Reading> readings_of(std::string_view form) const {
    std::vector<Reading> readings;
    impl_.for_each_reading(form, [&](std::string_view lemma, const Features& f, WordClass c) {
      readings.push_back({lemma, f, c});
    });
    return readings;
  }

  void add_paradigms() {
    for (auto& [form, readings] : added_) {
      if (impl_.settled.contains(form)) continue;
      const std::size_t own = readings.size();
      for (const Reading& other : readings_of(form)) {
        const bool repeats = std::any_of(
            readings.begin(), readings.begin() + static_cast<long>(own), [&](const Reading& r) {
              return r.lemma == other.lemma && other.features.pos == Pos::verb;
            });
        if (!repeats && !other.features.guess) readings.push_back(other);
      }
      impl_.settled.emplace(form, readings);
    }
  }

  Result<void> read_priors() {
    const Table& table = pack_.table("lexicon/prior");
    for (const TableRow& row : table.rows()) {
      std::vector<Pos> order;
      std::string_view names = row.cell(0);
      for (auto name = next_word(names); !name.empty(); name = next_word(names)) {
        const auto pos = parse_pos(name);
        if (!pos) return fail(table.error_at(row, "no part of speech: " + std::string{name}));
        order.push_back(*pos);
      }
      std::string_view forms = row.cell(1);
      for (auto form = next_word(forms); !form.empty(); form = next_word(forms)) {
        reorder(form, order);
      }
    }
    return {};
  }

  void reorder(std::string_view form, const std::vector<Pos>& order) {
    std::vector<Reading> readings = readings_of(form);
    for (const Pos pos : order) {
      const bool there = std::any_of(readings.begin(), readings.end(),
                                     [&](const Reading& r) { return r.features.pos == pos; });
      if (there || pos == Pos::verb) continue;
      Reading reading{.lemma = keep(form)};
      reading.features.pos = pos;
      reading.word_class = usual_class(reading.features);
      readings.push_back(reading);
    }
    const auto place = [&](const Reading& r) {
      return std::find(order.begin(), order.end(), r.features.pos) - order.begin();
    };
    std::stable_sort(readings.begin(), readings.end(),
                     [&](const Reading& a, const Reading& b) { return place(a) < place(b); });
    for (Reading& reading : readings) {
      const bool listed = place(reading) < static_cast<long>(order.size());
      reading.features.rare = !listed && reading.features.pos != Pos::proper_noun;
    }
    impl_.settled.insert_or_assign(std::string{form}, std::move(readings));
  }

  const LanguagePack& pack_;
  Lexicon::Impl& impl_;
  std::map<std::string, std::vector<Reading>, std::less<>> added_;
};

}  // namespace

Result<void> settle(const LanguagePack& pack, Lexicon::Impl& impl, Lexicon::Since since) {
  return Settler{pack, impl}.run(since);
}

}  // namespace frise::tag
