// frise_bench_clauses [-v] [--rules] LANG FILE.conllu...: how often a clause has the subjects,
// objects, complements, governor and voice that a treebank gives its verb; by rules, by rules and
// the trained parser's trees, and by the treebank's own trees, which is the most that a better
// parser could bring.
//
// An argument is found when the chunk that stands in its place holds the treebank's head. The verbs
// of one group ("va devoir vendre") count as one. Times are no arguments.

#include "event/clauses.hpp"
#include "gold_clauses.hpp"
#include "treebank.hpp"

#include "frise/temporal/time_expression.hpp"

namespace {
using namespace frise;
using bench::GoldVerb;

struct Tally {
  std::size_t found = 0, gold = 0, right = 0, given = 0;
};

enum Measure : std::uint8_t {
  verbs,
  subjects,
  objects,
  complements,
  governors,
  links,
  passives,
  count
};
constexpr const char* measure_names[] = {"verb",     "subject", "object", "complement",
                                         "governor", "link",    "passive"};

struct Score {
  Tally tallies[count];
  bench::Counts misses;
};

/// One sentence with all that clauses are found from.
struct Sentence {
  const train::Lesson& lesson;
  const SentenceContext& context;
  std::vector<Chunk> chunks;
  std::vector<GoldVerb> gold;

  [[nodiscard]] std::string text(TokenRange tokens) const {
    const auto& all = lesson.segmentation.tokens;
    if (tokens.size() == 0) return {};
    return std::string{
        slice(lesson.document.text, {all[tokens.begin].span.begin, all[tokens.end - 1].span.end})};
  }
};

class Scorer {
 public:
  Scorer(const Sentence& sentence, const std::vector<Clause>& clauses, Score& score)
      : sentence_{sentence}, clauses_{clauses}, score_{score} {}

  void run() {
    std::vector<bool> seen(sentence_.gold.size());
    for (const Clause& clause : clauses_) {
      const TokenRange group = sentence_.chunks[clause.chunk].tokens;
      GoldVerb gold;
      bool any = false;
      for (std::size_t g = 0; g < sentence_.gold.size(); ++g) {
        if (!group.contains(sentence_.gold[g].token)) continue;
        seen[g] = true;
        merge(sentence_.gold[g], group, gold, !any);
        any = true;
      }
      ++score_.tallies[verbs].given;
      if (!any) {
        miss("verb", "none in the treebank", group, group);
        continue;
      }
      ++score_.tallies[verbs].right;
      compare(clause, gold);
    }
    for (std::size_t g = 0; g < sentence_.gold.size(); ++g) {
      ++score_.tallies[verbs].gold;
      score_.tallies[verbs].found += seen[g] ? 1U : 0U;
      if (seen[g]) continue;
      const GoldVerb& gold = sentence_.gold[g];
      const TokenRange word{gold.token, gold.token + 1};
      miss("verb", "not found", word, word);
      if (gold.knows_subject) score_.tallies[subjects].gold += count_of(gold.subjects);
      score_.tallies[objects].gold += count_of(gold.objects);
      for (const auto& [mark, t] : gold.complements) {
        score_.tallies[complements].gold += in_time(t) ? 0U : 1U;
      }
    }
  }

 private:
  [[nodiscard]] bool in_time(std::uint32_t token) const {
    for (const Chunk& chunk : sentence_.chunks) {
      if (chunk.tokens.contains(token)) return chunk.kind == ChunkKind::time;
    }
    return false;
  }

  [[nodiscard]] std::size_t count_of(const std::vector<std::uint32_t>& tokens) const {
    std::size_t sum = 0;
    for (const std::uint32_t t : tokens) sum += in_time(t) ? 0U : 1U;
    return sum;
  }

  /// Arguments outside of the group itself ("l'a vendu": a clitic is no phrase).
  void merge(const GoldVerb& verb, TokenRange group, GoldVerb& out, bool first) const {
    const auto outside = [&](const std::vector<std::uint32_t>& from,
                             std::vector<std::uint32_t>& to) {
      for (const std::uint32_t t : from) {
        if (!group.contains(t) && std::find(to.begin(), to.end(), t) == to.end()) to.push_back(t);
      }
    };
    outside(verb.subjects, out.subjects);
    outside(verb.else_subjects, out.else_subjects);
    outside(verb.objects, out.objects);
    outside(verb.else_objects, out.else_objects);
    for (const auto& pair : verb.complements) {
      if (!group.contains(pair.second)) out.complements.push_back(pair);
    }
    out.knows_subject |= verb.knows_subject;
    if (first || (out.governor && group.contains(*out.governor))) out.governor.reset();
    if (verb.governor && !group.contains(*verb.governor)) out.governor = verb.governor;
    out.governed |= verb.governed;
    if (first || verb.link) out.link = verb.link;
    out.has_auxiliary |= verb.has_auxiliary;
    out.passive |= verb.passive;
  }

  [[nodiscard]] bool holds(std::uint32_t chunk, const std::vector<std::uint32_t>& tokens) const {
    return std::any_of(tokens.begin(), tokens.end(),
                       [&](std::uint32_t t) { return sentence_.chunks[chunk].tokens.contains(t); });
  }

  void compare_phrases(Measure measure, const Clause& clause,
                       const std::vector<std::uint32_t>& given,
                       const std::vector<std::uint32_t>& gold,
                       const std::vector<std::uint32_t>& as_good) {
    Tally& tally = score_.tallies[measure];
    const TokenRange verb = sentence_.chunks[clause.chunk].tokens;
    bool other = false;
    for (const std::uint32_t c : given) {
      const bool right = holds(c, gold);
      if (!right && holds(c, as_good)) {
        other = true;
        continue;
      }
      ++tally.given;
      tally.right += right ? 1U : 0U;
      if (!right) miss(measure_names[measure], "wrong", verb, sentence_.chunks[c].tokens);
    }
    for (const std::uint32_t t : gold) {
      if (in_time(t)) continue;
      ++tally.gold;
      const bool found = other || std::any_of(given.begin(), given.end(), [&](std::uint32_t c) {
                           return sentence_.chunks[c].tokens.contains(t);
                         });
      tally.found += found ? 1U : 0U;
      if (!found) miss(measure_names[measure], "not found", verb, {t, t + 1});
    }
  }

  /// The slot name that a preposition has in a clause.
  [[nodiscard]] std::string_view slot(std::uint32_t mark) const {
    for (const Chunk& chunk : sentence_.chunks) {
      if (chunk.kind == ChunkKind::preposition && chunk.tokens.contains(mark)) return chunk.key;
    }
    return {};
  }

  void compare(const Clause& clause, const GoldVerb& gold) {
    if (gold.knows_subject) {
      compare_phrases(subjects, clause, clause.subjects, gold.subjects, gold.else_subjects);
    }
    compare_phrases(objects, clause, clause.objects, gold.objects, gold.else_objects);
    Tally& tally = score_.tallies[complements];
    const TokenRange verb = sentence_.chunks[clause.chunk].tokens;
    for (const auto& [name, c] : clause.complements) {
      if (holds(c, gold.else_objects)) continue;
      ++tally.given;
      const bool right = std::any_of(
          gold.complements.begin(), gold.complements.end(), [&, n = name, at = c](const auto& g) {
            return sentence_.chunks[at].tokens.contains(g.second) && slot(g.first) == n;
          });
      tally.right += right ? 1U : 0U;
      if (!right) miss("complement", "wrong", verb, sentence_.chunks[c].tokens);
    }
    for (const auto& [mark, t] : gold.complements) {
      if (in_time(t)) continue;
      ++tally.gold;
      const bool found = std::any_of(clause.complements.begin(), clause.complements.end(),
                                     [&, m = mark, at = t](const auto& given) {
                                       return sentence_.chunks[given.second].tokens.contains(at) &&
                                              given.first == slot(m);
                                     });
      tally.found += found ? 1U : 0U;
      if (!found) miss("complement", "not found", verb, {t, t + 1});
    }
    compare_governor(clause, gold);
    compare_link(clause, gold);
    if (!gold.has_auxiliary) return;
    Tally& voice = score_.tallies[passives];
    const bool passive = sentence_.chunks[clause.chunk].verb->passive;
    voice.given += passive ? 1U : 0U;
    voice.gold += gold.passive ? 1U : 0U;
    voice.right += passive && gold.passive ? 1U : 0U;
    voice.found += passive && gold.passive ? 1U : 0U;
    if (passive != gold.passive) miss("passive", passive ? "wrong" : "not found", verb, verb);
  }

  void compare_governor(const Clause& clause, const GoldVerb& gold) {
    Tally& tally = score_.tallies[governors];
    const TokenRange verb = sentence_.chunks[clause.chunk].tokens;
    const bool right =
        gold.governor && clause.governor &&
        sentence_.chunks[clauses_[*clause.governor].chunk].tokens.contains(*gold.governor);
    if (gold.governor) {
      ++tally.gold;
      tally.found += right ? 1U : 0U;
      if (!right) miss("governor", "not found", verb, {*gold.governor, *gold.governor + 1});
    }
    if (clause.governor && (gold.governor || !gold.governed)) {
      ++tally.given;
      tally.right += right ? 1U : 0U;
    }
  }

  /// Each kind of link but none is to be found; what is coordinated hangs as its governor does.
  void compare_link(const Clause& clause, const GoldVerb& gold) {
    if (!gold.link) return;
    ClauseLink given = clause.link;
    if (given == ClauseLink::condition) given = ClauseLink::adverbial;
    if (given == ClauseLink::coordinated) given = ClauseLink::none;
    Tally& tally = score_.tallies[links];
    const bool right = given == *gold.link;
    tally.given += given == ClauseLink::none ? 0U : 1U;
    tally.gold += *gold.link == ClauseLink::none ? 0U : 1U;
    if (given != ClauseLink::none) {
      tally.right += right ? 1U : 0U;
      tally.found += right ? 1U : 0U;
    }
    const TokenRange verb = sentence_.chunks[clause.chunk].tokens;
    if (!right) miss("link", std::to_string(static_cast<int>(given)).c_str(), verb, verb);
  }

  void miss(const char* what, const char* how, TokenRange verb, TokenRange argument) {
    ++score_.misses[std::string{what} + ' ' + how + ": [" + sentence_.text(verb) + "] <" +
                    sentence_.text(argument) + "> " + sentence_.lesson.document.text];
  }

  const Sentence& sentence_;
  const std::vector<Clause>& clauses_;
  Score& score_;
};

SentenceTree tree_of_gold(const train::Lesson& lesson) {
  std::vector<std::uint32_t> heads;
  std::vector<Relation> relations;
  for (const train::GoldToken& gold : lesson.gold) {
    heads.push_back(gold.head == train::no_token ? SentenceTree::none
                                                 : static_cast<std::uint32_t>(gold.head));
    relations.push_back(relation_named(gold.relation));
  }
  const auto size = static_cast<std::uint32_t>(heads.size());
  return {{0, size}, std::move(heads), std::move(relations)};
}

struct Scores {
  Score rules, parsed, gold;
};

void score_lesson(const train::Lesson& lesson, const Language& language, Scores& scores) {
  if (lesson.segmentation.tokens.empty()) return;
  const std::vector<WordTag> tags =
      tag_words(lesson.segmentation, language.lexicon, language.tagger);
  const TimeScan scan{lesson.document, lesson.segmentation, tags, language.temporal};
  const Published published;
  const Layer<TimeExpression> times = annotate_times(lesson.document, lesson.segmentation, tags,
                                                     scan, published, language.temporal);
  const EntityLayer entities = annotate_entities(lesson.document, lesson.segmentation, tags,
                                                 language.entity, language.lexicon);
  Trees trees{language.parser, lesson.segmentation, tags};
  const EventInput input{
      lesson.document, lesson.segmentation, tags, published, times, entities, trees};
  const TokenRange tokens{0, static_cast<std::uint32_t>(tags.size())};
  const SentenceContext context{input, language.event.impl(), tokens};
  const SentenceTree gold = tree_of_gold(lesson);
  const auto verbs_there = bench::gold_verbs(context, lesson, gold);
  const auto score_with = [&](const SentenceTree& tree, Score& score) {
    const Sentence sentence{lesson, context, chunk_sentence(context, tree), verbs_there};
    Scorer{sentence, find_clauses(context, sentence.chunks, tree), score}.run();
  };
  score_with({}, scores.rules);
  if (language.parser.present()) {
    Parser parser{language.parser};
    std::vector<Arc> arcs;
    parser.parse(lesson.segmentation, tags, tokens, arcs);
    score_with({tokens, arcs, relations_of(language.parser)}, scores.parsed);
  }
  score_with(gold, scores.gold);
}

void print(const char* title, const Score& score, bool verbose) {
  std::printf("  %-16s", title);
  for (std::size_t m = 0; m < count; ++m) {
    const Tally& t = score.tallies[m];
    const double p = bench::percent(t.right, t.given);
    const double r = bench::percent(t.found, t.gold);
    std::printf("  %s %.1f/%.1f/%.1f", measure_names[m], p, r,
                p + r > 0 ? 2 * p * r / (p + r) : 0.0);
  }
  std::printf("\n");
  if (verbose) bench::print_most(title, score.misses, 100000);
}

}  // namespace

int main(int argc, char** argv) {
  return bench::for_each_treebank(
      argc, argv,
      [](const bench::TreebankOptions& options, const Language& language, const std::string& path,
         const std::vector<train::ConlluSentence>& sentences) {
        Scores scores;
        for (const train::ConlluSentence& sentence : sentences) {
          score_lesson(train::make_lesson(sentence, language.segment, options.lang), language,
                       scores);
        }
        std::printf("%s: precision/recall/F1 in percent\n", path.c_str());
        print("rules", scores.rules, options.verbose);
        if (language.parser.present()) print("with trees", scores.parsed, options.verbose);
        print("treebank's trees", scores.gold, options.verbose);
      });
}
