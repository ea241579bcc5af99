// Compiles the event tables of a pack. Each row of verbs, nouns, speech, operators, order and
// stance words carries an example that must match and one that must not; pack_examples_test.cpp and
// sequence_test.cpp of tests/unit/event run them all.
//
//   event/grammar*.tsv   kind, word, value: the small words (negations, relatives, currencies)
//   event/verbs*.tsv     rule, predicate, type, slots, conditions, marks, example, counter-example
//   event/nouns*.tsv     the same, for nouns that name an event
//   event/speech.tsv     predicate, kind, need (bare, actor, said, -), example, counter-example
//   event/operators.tsv  lemma, effect, linkers, example, counter-example
//   event/order.tsv      rule, words, before or after, example, counter-example
//   stance/words.tsv     rule, predicate, holder, target, strength, marks, example, counter-example
//   event/predicates.tsv kind ("act", "thing", "ending" or a class of TimeML), word, verb's ending
//
// A predicate is a lemma, "se:" before it when reflexive, then "+" and words that follow it. A
// frame may have several, of one meaning and one build: "afficher|enregistrer", "être + en
// baisse|repli".

#include "event/rules.hpp"

#include "event/waking.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

namespace frise {
namespace {

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto stop = text.find(mark);
    if (stop != 0) parts.push_back(text.substr(0, stop));
    text = stop == std::string_view::npos ? std::string_view{} : text.substr(stop + 1);
  }
  return parts;
}

std::vector<std::string> strings(const std::vector<std::string_view>& views) {
  return {views.begin(), views.end()};
}

struct Predicate {
  std::string lemma;
  std::vector<std::string> fixed;
  bool reflexive = false;
};

Predicate parse_predicate(std::string_view text, const SegmentRules& segment_rules) {
  Predicate predicate;
  if (text.starts_with("se:")) {
    predicate.reflexive = true;
    text.remove_prefix(3);
  }
  const auto plus = text.find(" + ");
  predicate.lemma = text.substr(0, plus);
  if (plus != std::string_view::npos) {
    predicate.fixed = phrase_keys(text.substr(plus + 3), segment_rules);
  }
  return predicate;
}

std::optional<ParticipantRole> parse_role(std::string_view name) {
  constexpr std::pair<std::string_view, ParticipantRole> roles[] = {
      {"agent", ParticipantRole::agent},         {"patient", ParticipantRole::patient},
      {"recipient", ParticipantRole::recipient}, {"instrument", ParticipantRole::instrument},
      {"place", ParticipantRole::place},         {"topic", ParticipantRole::topic}};
  for (const auto& [text, role] : roles) {
    if (text == name) return role;
  }
  return std::nullopt;
}

std::optional<std::string> parse_slots(std::string_view text, std::vector<FrameSlot>& out) {
  for (const std::string_view part : split(text, ' ')) {
    const auto equals = part.find('=');
    const auto role =
        equals == std::string_view::npos ? std::nullopt : parse_role(part.substr(equals + 1));
    if (!role) return "a slot is place=role, not \"" + std::string{part} + '"';
    for (const std::string_view place : split(part.substr(0, equals), '|')) {
      out.push_back({std::string{place}, *role});
    }
  }
  return std::nullopt;
}

std::optional<std::string> parse_conditions(std::string_view text,
                                            std::vector<FrameCondition>& out) {
  for (std::string_view part : split(text, ' ')) {
    FrameCondition condition;
    if (part.starts_with('!')) {
      condition.negative = true;
      part.remove_prefix(1);
    }
    if (const auto tilde = part.find('~'); tilde != std::string_view::npos) {
      const std::string_view place = part.substr(0, tilde);
      condition.kind = place == "inf"       ? FrameCondition::Kind::governed_act
                       : place == "inf.obj" ? FrameCondition::Kind::governed_object
                                            : FrameCondition::Kind::head;
      condition.places = strings(split(place, '|'));
      condition.lemmas = strings(split(part.substr(tilde + 1), '|'));
    } else if (const auto colon = part.find(':'); colon != std::string_view::npos) {
      condition.places = strings(split(part.substr(0, colon), '|'));
      const std::string_view what = part.substr(colon + 1);
      if (what == "actor")
        condition.kind = FrameCondition::Kind::actor;
      else if (what == "person")
        condition.kind = FrameCondition::Kind::person;
      else if (what == "entity")
        condition.kind = FrameCondition::Kind::entity;
      else if (what == "negated")
        condition.kind = FrameCondition::Kind::negated;
      else if (what == "negative")
        condition.kind = FrameCondition::Kind::negative_act;
      else
        return "a condition asks for actor, person, entity, negative or negated, not \"" +
               std::string{what} + '"';
    } else {
      condition.places = strings(split(part, '|'));
    }
    out.push_back(std::move(condition));
  }
  return std::nullopt;
}

std::optional<std::string> parse_marks(std::string_view text, Frame& frame) {
  for (const std::string_view mark : split(text, ' ')) {
    if (mark == "weak")
      frame.weak = true;
    else if (mark == "own")
      frame.own = true;
    else if (mark == "neutral")
      frame.neutral = true;
    else if (const auto factuality = parse_factuality(mark))
      frame.factuality = factuality;
    else if (const auto status = parse_deal_status(mark))
      frame.status = *status;
    else
      return "unknown mark \"" + std::string{mark} + '"';
  }
  return std::nullopt;
}

/// "afficher|enregistrer + une perte|un bénéfice": each lemma with each of the phrases.
std::vector<Predicate> parse_predicates(std::string_view text, const SegmentRules& segment_rules) {
  const auto plus = text.find(" + ");
  const auto lemmas = split(text.substr(0, plus), '|');
  if (plus == std::string_view::npos) {
    std::vector<Predicate> all;
    for (const std::string_view lemma : lemmas) {
      all.push_back(parse_predicate(lemma, segment_rules));
    }
    return all;
  }
  std::vector<Predicate> all;
  for (const std::string_view lemma : lemmas) {
    for (const std::string_view phrase : split(text.substr(plus + 3), '|')) {
      all.push_back(parse_predicate(lemma, segment_rules));
      all.back().fixed = phrase_keys(phrase, segment_rules);
    }
  }
  return all;
}

/// How much a frame asks for.
std::size_t demands(const Frame& frame) {
  std::size_t sum = 4 * frame.fixed.size();
  for (const FrameCondition& c : frame.conditions) {
    if (!c.negative) ++sum;
    if (c.kind == FrameCondition::Kind::negative_act) sum += 4;
    if (c.asks_words()) sum += 2;
  }
  return sum;
}

Result<void> compile_frames(const Table& table, std::string_view prefix,
                            const SegmentRules& segment_rules, TextMap<std::vector<Frame>>& out) {
  for (const TableRow& row : table.rows()) {
    const auto type = parse_event_type(row.cell(2));
    if (!type) {
      return fail(table.error_at(row, "no event type \"" + std::string{row.cell(2)} + '"'));
    }
    Frame frame{.rule = std::string{prefix} + std::string{row.cell(0)}, .type = *type};
    auto wrong = parse_slots(row.cell(3), frame.slots);
    if (!wrong) wrong = parse_conditions(row.cell(4), frame.conditions);
    if (!wrong) wrong = parse_marks(row.cell(5), frame);
    if (wrong) return fail(table.error_at(row, *wrong));
    if (row.cell(6).empty() || row.cell(7).empty()) {
      return fail(table.error_at(row, "a rule needs an example and a counter-example"));
    }
    for (Predicate& predicate : parse_predicates(row.cell(1), segment_rules)) {
      frame.fixed = std::move(predicate.fixed);
      frame.reflexive = predicate.reflexive;
      auto& frames = out[predicate.lemma];
      // The more a frame asks for, the earlier it is tried.
      auto place = frames.begin();
      while (place != frames.end() && demands(*place) >= demands(frame)) ++place;
      frames.insert(place, frame);
    }
  }
  return {};
}

/// "acquire|merge"; nothing for all.
std::optional<std::vector<EventType>> parse_types(std::string_view names) {
  std::vector<EventType> types;
  for (const std::string_view name : split(names, '|')) {
    const auto type = parse_event_type(name);
    if (!type) return std::nullopt;
    types.push_back(*type);
  }
  return types;
}

/// "de=patient": where the noun stands, and what the verb's subject is to it; nothing for an object
/// whose agent it is.
std::optional<Support> parse_support(std::string_view value, Predicate predicate) {
  Support support{.fixed = std::move(predicate.fixed), .place = "obj"};
  if (value.empty()) return support;
  const auto equals = value.find('=');
  if (equals == std::string_view::npos) return std::nullopt;
  support.place = value.substr(0, equals);
  const std::string_view what = value.substr(equals + 1);
  support.tells = what == "teller";
  support.spares = what == "spared";
  if (support.tells) return support;
  const auto role = support.spares ? ParticipantRole::patient : parse_role(what);
  if (!role) return std::nullopt;
  support.subject = *role;
  return support;
}

std::optional<SpeechKind> parse_speech_kind(std::string_view name) {
  constexpr std::pair<std::string_view, SpeechKind> kinds[] = {
      {"state", SpeechKind::state},         {"announce", SpeechKind::announce},
      {"report", SpeechKind::report},       {"deny", SpeechKind::deny},
      {"praise", SpeechKind::praise},       {"criticize", SpeechKind::criticize},
      {"request", SpeechKind::request},     {"promise", SpeechKind::promise},
      {"recommend", SpeechKind::recommend}, {"warn", SpeechKind::warn}};
  for (const auto& [text, kind] : kinds) {
    if (text == name) return kind;
  }
  return std::nullopt;
}

std::optional<SpeechNeed> parse_speech_need(std::string_view name) {
  constexpr std::pair<std::string_view, SpeechNeed> needs[] = {{"-", SpeechNeed::kind},
                                                               {"bare", SpeechNeed::bare},
                                                               {"actor", SpeechNeed::actor},
                                                               {"said", SpeechNeed::said}};
  for (const auto& [text, need] : needs) {
    if (text == name) return need;
  }
  return std::nullopt;
}

std::optional<Operator> parse_operator(std::string_view name) {
  constexpr std::pair<std::string_view, Operator> effects[] = {
      {"future", Operator::future},     {"recent-past", Operator::recent_past},
      {"possible", Operator::possible}, {"necessary", Operator::necessary},
      {"plan", Operator::plan},         {"attempt", Operator::attempt},
      {"negative", Operator::negative}, {"aspect", Operator::aspect},
      {"control", Operator::control},   {"object", Operator::object},
      {"alleged", Operator::alleged}};
  for (const auto& [text, effect] : effects) {
    if (text == name) return effect;
  }
  return std::nullopt;
}

std::optional<double> parse_number(std::string_view text) {
  double value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
  return value;
}

Result<void> compile_speech(const Table& table, const SegmentRules& segment_rules,
                            EventRules::Impl& out) {
  for (const TableRow& row : table.rows()) {
    const auto kind = parse_speech_kind(row.cell(1));
    if (!kind) {
      return fail(table.error_at(row, "no kind of speech \"" + std::string{row.cell(1)} + '"'));
    }
    const auto need = parse_speech_need(row.cell(2));
    if (!need) {
      return fail(table.error_at(row, "a verb of speech needs bare, actor, said or -"));
    }
    Predicate predicate = parse_predicate(row.cell(0), segment_rules);
    auto& verbs = out.speech[predicate.lemma];
    SpeechVerb verb{.kind = *kind,
                    .need = *need,
                    .reflexive = predicate.reflexive,
                    .fixed = std::move(predicate.fixed)};
    verbs.insert(verb.fixed.empty() ? verbs.end() : verbs.begin(), std::move(verb));
  }
  return {};
}

Result<void> compile_operators(const Table& table, EventRules::Impl& out) {
  for (const TableRow& row : table.rows()) {
    const auto effect = parse_operator(row.cell(1));
    if (!effect) {
      return fail(table.error_at(row, "no operator \"" + std::string{row.cell(1)} + '"'));
    }
    std::vector<std::string> linkers;
    for (const std::string_view linker : split(row.cell(2), '|')) {
      linkers.emplace_back(linker == "-" ? std::string_view{} : linker);
    }
    out.operators[std::string{row.cell(0)}].push_back({*effect, std::move(linkers)});
  }
  return {};
}

Result<void> compile_order(const Table& table, std::string_view prefix,
                           const SegmentRules& segment_rules, EventRules::Impl& out) {
  for (const TableRow& row : table.rows()) {
    const std::string_view relation = row.cell(2);
    if (row.cell(1).empty() || (relation != "before" && relation != "after")) {
      return fail(table.error_at(row, "an order is words, then before or after"));
    }
    if (row.cell(3).empty() || row.cell(4).empty()) {
      return fail(table.error_at(row, "a rule needs an example and a counter-example"));
    }
    std::vector<std::string> words = phrase_keys(row.cell(1), segment_rules);
    auto& cues = out.order_cues[words.front()];
    auto place = cues.begin();
    while (place != cues.end() && place->words.size() >= words.size()) ++place;
    cues.insert(place, {std::string{prefix} + "order/" + std::string{row.cell(0)}, std::move(words),
                        relation == "after"});
  }
  return {};
}

Result<void> compile_stances(const Table& table, std::string_view prefix,
                             const SegmentRules& segment_rules, EventRules::Impl& out) {
  for (const TableRow& row : table.rows()) {
    const auto strength = parse_number(row.cell(4));
    if (!strength || *strength < -10 || *strength > 10) {
      return fail(table.error_at(row, "a strength lies in -10..10"));
    }
    std::string_view text = row.cell(1);
    const bool noun = text.starts_with("n:");
    if (noun) text.remove_prefix(2);
    Predicate predicate = parse_predicate(text, segment_rules);
    StanceWord word{.rule = std::string{prefix} + std::string{row.cell(0)},
                    .fixed = std::move(predicate.fixed),
                    .reflexive = predicate.reflexive,
                    .holder = std::string{row.cell(2)},
                    .target = std::string{row.cell(3)},
                    .strength = *strength,
                    .needs_negation = row.cell(5) == "negated",
                    .deed = row.cell(5) == "deed"};
    auto& words = (noun ? out.stance_nouns : out.stance)[predicate.lemma];
    // The more words, the earlier.
    auto place = words.begin();
    while (place != words.end() && place->fixed.size() >= word.fixed.size()) ++place;
    words.insert(place, std::move(word));
  }
  return {};
}

Result<void> compile_predicates(const Table& table, PredicateWords& out) {
  constexpr std::pair<std::string_view, PredicateClass> classes[] = {
      {"perception", PredicateClass::perception},
      {"aspectual", PredicateClass::aspectual},
      {"i-action", PredicateClass::i_action},
      {"i-state", PredicateClass::i_state},
      {"state", PredicateClass::state}};
  for (const TableRow& row : table.rows()) {
    const std::string_view kind = row.cell(0);
    const std::string word{row.cell(1)};
    if (word.empty()) return fail(table.error_at(row, "a word is missing"));
    if (kind == "act" || kind == "thing") {
      out.nouns.emplace(word, kind == "act");
      continue;
    }
    if (kind == "ending") {
      out.endings.emplace_back(word, std::string{row.cell(2)});
      continue;
    }
    const auto* found = std::find_if(std::begin(classes), std::end(classes),
                                     [kind](const auto& one) { return one.first == kind; });
    if (found == std::end(classes)) {
      return fail(table.error_at(row, "no kind of predicate \"" + std::string{kind} + '"'));
    }
    out.classes.emplace(word, found->second);
  }
  return {};
}

Result<void> compile_grammar(const Table& table, const SegmentRules& segment_rules,
                             EventRules::Impl& out) {
  const std::pair<std::string_view, TextMap<char>*> sets[] = {
      {"negation", &out.negations},
      {"negator", &out.negators},
      {"hypothesis", &out.hypothesis},
      {"clause-opener", &out.clause_openers},
      {"condition", &out.conditions},
      {"complementizer", &out.complementizers},
      {"relative", &out.relatives},
      {"subject-relative", &out.subject_relatives},
      {"decision", &out.decisions},
      {"dating", &out.dating},
      {"adding", &out.adding},
      {"likewise", &out.likewise},
      {"publishing", &out.publishing},
      {"undating", &out.undating},
      {"plan", &out.plans},
      {"doubt", &out.doubts},
      {"purpose", &out.purpose},
      {"first-person", &out.first_person},
      {"subject-pronoun", &out.subject_pronouns},
      {"clitic", &out.clitics},
      {"reflexive", &out.reflexives},
      {"partitive", &out.partitives},
      {"de-verb", &out.de_verbs},
      {"possessive", &out.possessives},
      {"company-noun", &out.company_nouns},
      {"be-perfect", &out.be_perfect},
      {"definite", &out.definites},
      {"measure", &out.measures},
      {"possession", &out.possessions},
      {"stock", &out.stocks},
      {"actor-noun", &out.actor_nouns},
      {"metonym", &out.metonyms},
      {"example", &out.examples},
      {"indefinite", &out.indefinite},
      {"emphatic", &out.emphatics},
      {"nobody", &out.nobody},
      {"without", &out.without},
      {"rumour", &out.rumours},
      {"quote-tag", &out.quote_tags},
      {"wish", &out.wishes},
      {"court", &out.courts},
      {"saying", &out.sayings},
      {"neutral-subject", &out.neutral_subjects},
      {"spokesman", &out.spokesmen},
      {"cabinet", &out.cabinet},
      {"anonymous", &out.anonymous},
      {"anonymity", &out.anonymity},
  };
  for (const TableRow& row : table.rows()) {
    const std::string_view kind = row.cell(0);
    const std::string word{row.cell(1)};
    if (word.empty()) return fail(table.error_at(row, "a word is missing"));
    bool known = false;
    for (const auto& [name, set] : sets) {
      if (name == kind) {
        set->emplace(word, row.cell(2) == "alone"    ? negation_alone
                           : row.cell(2) == "far"    ? undating_far
                           : row.cell(2) == "speech" ? undating_speech
                                                     : '\1');
        known = true;
      }
    }
    if (known) continue;
    if (kind == "auxiliary") {
      out.auxiliary.emplace(word, row.cell(2));
      if (row.cell(2) == "be") out.be_lemma = word;
    } else if (kind == "doing") {
      auto types = parse_types(row.cell(2));
      if (!types) return fail(table.error_at(row, "no such type of event"));
      out.doings.emplace(word, std::move(*types));
    } else if (kind == "number") {
      out.numbers.emplace(word, row.cell(2));
    } else if (kind == "baseless") {
      out.baseless.push_back(phrase_keys(word, segment_rules));
    } else if (kind == "contrast") {
      out.contrasts.push_back(phrase_keys(word, segment_rules));
    } else if (kind == "half") {
      out.halves.push_back(phrase_keys(word, segment_rules));
    } else if (kind == "range") {
      out.ranges.emplace(word, row.cell(2));
    } else if (kind == "preposition") {
      out.prepositions.emplace(word, row.cell(2));
    } else if (kind == "currency") {
      out.currencies.emplace(word, row.cell(2));
    } else if (kind == "support") {
      Predicate predicate = parse_predicate(word, segment_rules);
      auto& supports = out.supports[predicate.lemma];
      auto support = parse_support(row.cell(2), std::move(predicate));
      if (!support) return fail(table.error_at(row, "a support is place=role or place=teller"));
      supports.insert(support->fixed.empty() ? supports.end() : supports.begin(),
                      std::move(*support));
    } else if (kind == "adverb" || kind == "filler" || kind == "quantity") {
      auto words = phrase_keys(word, segment_rules);
      if (words.empty()) return fail(table.error_at(row, "an adverb has words"));
      auto& all = kind == "adverb"   ? out.adverb_phrases
                  : kind == "filler" ? out.fillers
                                     : out.quantities;
      auto& phrases = all[words.front()];
      phrases.push_back(std::move(words));
    } else if (kind == "source") {
      out.sources.push_back({phrase_keys(word, segment_rules), row.cell(2) == "set-off"});
    } else if (kind == "hedge" || kind == "prospect") {
      const auto factuality = parse_factuality(row.cell(2));
      auto words = phrase_keys(word, segment_rules);
      if (!factuality || words.empty()) {
        return fail(table.error_at(row, "a hedge needs words and a factuality"));
      }
      if (kind == "hedge") {
        const std::string first = words.front();
        out.hedges[first].push_back({std::move(words), *factuality});
      } else {
        out.prospects.push_back({std::move(words), *factuality});
      }
    } else if (kind == "deal") {
      const auto status = parse_deal_status(row.cell(2));
      if (!status) return fail(table.error_at(row, "no such status of a deal"));
      out.deal_words.push_back({phrase_keys(word, segment_rules), *status});
    } else if (kind == "outcome") {
      out.outcomes.emplace(word, row.cell(2) == "for" ? 1 : -1);
    } else if (kind == "lend" || kind == "withdraw") {
      Predicate predicate = parse_predicate(word, segment_rules);
      out.lending[predicate.lemma].push_back({std::move(predicate.fixed), kind == "lend" ? 1 : -1});
    } else if (kind == "multiplier") {
      const auto value = parse_number(row.cell(2));
      if (!value) return fail(table.error_at(row, "a multiplier needs a number"));
      out.multipliers.emplace(word, *value);
    } else {
      return fail(table.error_at(row, "no kind of word \"" + std::string{kind} + '"'));
    }
  }
  return {};
}

}  // namespace

EventRules::EventRules(std::unique_ptr<Impl> impl) noexcept : impl_{std::move(impl)} {}
EventRules::EventRules(EventRules&&) noexcept = default;
EventRules& EventRules::operator=(EventRules&&) noexcept = default;
EventRules::~EventRules() = default;

Result<EventRules> EventRules::compile(const LanguagePack& pack,
                                       const SegmentRules& segment_rules) {
  auto impl = std::make_unique<Impl>();
  impl->lang = pack.lang();
  impl->and_word = ' ' + std::string{pack.setting("and", "and")} + ' ';
  impl->colon = pack.setting("colon", ": ");
  impl->past_as_participle = pack.setting("past-form", "") == "participle";
  impl->head_last = pack.setting("noun-head", "first") == "last";
  impl->dative = pack.setting("dative", "");
  const std::string events = pack.lang() + "/event/";
  const std::string stances = pack.lang() + "/stance/";
  Result<void> done;
  for (const std::string_view name : pack.tables("event/grammar")) {
    if (done) done = compile_grammar(pack.table(name), segment_rules, *impl);
  }
  for (const auto& [prefix, frames] :
       {std::pair{"event/verbs", &impl->verbs}, std::pair{"event/nouns", &impl->nouns}}) {
    for (const std::string_view name : pack.tables(prefix)) {
      if (done) done = compile_frames(pack.table(name), events, segment_rules, *frames);
    }
  }
  if (done) done = compile_speech(pack.table("event/speech"), segment_rules, *impl);
  if (done) done = compile_operators(pack.table("event/operators"), *impl);
  if (done) done = compile_order(pack.table("event/order"), events, segment_rules, *impl);
  if (done) done = compile_predicates(pack.table("event/predicates"), impl->predicates);
  if (done) done = compile_stances(pack.table("stance/words"), stances, segment_rules, *impl);
  if (!done) return fail(done.error());
  impl->waking = waking_words(*impl);
  return EventRules{std::move(impl)};
}

}  // namespace frise
