// frise_bench_growth [LANG]: how the time of the event stage grows with one sentence or document of
// a hard shape. The stage is run on a text and on one four times as long; linear is 4, and what
// comes out well above is marked. The least of three runs counts.

#include "frise/pack/data_root.hpp"
#include "frise/temporal/find_published.hpp"
#include "pipeline/language.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>

namespace {
using namespace frise;
using Seconds = std::chrono::duration<double>;

struct Outcome {
  Seconds time{0};
  std::size_t events = 0;
};

Outcome run_once(const Language& language, const std::string& text) {
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
  const auto begin = std::chrono::steady_clock::now();
  Trees trees{language.parser, segmentation, tags};
  const EventLayer events = annotate_events(
      {document, segmentation, tags, undated, times, entities, trees}, language.event);
  return {std::chrono::steady_clock::now() - begin, events.events.size()};
}

Outcome run(const Language& language, const std::string& text) {
  Outcome best = run_once(language, text);
  for (int again = 0; again < 2; ++again) {
    best.time = std::min(best.time, run_once(language, text).time);
  }
  return best;
}

std::string repeat(const std::string& what, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += what;
  return out;
}

struct Shape {
  const char* name;
  std::function<std::string(std::size_t)> text;
};

/// Words of the shapes: a name, a saying, a deal, a price.
struct Words {
  std::string said, sold, and_sold, that, price, names_before, names_after;
};

Words words_of(const std::string& lang) {
  if (lang == "fr") {
    return {", a déclaré Brumel",
            "Orval a vendu 300 camions à Brumel. ",
            ", et a vendu un site",
            " qui a dit que Orval",
            "Cuivre 8 200 $, étain 25 400 $, ",
            "Orval a vendu un site à Brumel",
            " et Altéa"};
  }
  return {", said Brumel",
          "Orval sold 300 trucks to Brumel. ",
          ", and sold a plant",
          " who said that Orval",
          "Copper $8,200, tin $25,400, ",
          "Orval sold a plant to Brumel",
          " and Altea"};
}

}  // namespace

int main(int argc, char** argv) {
  const std::string lang = argc > 1 ? argv[1] : "fr";
  const auto root = find_data_root("");
  auto language = root ? Language::load(*root, *root + "/lang/" + lang, {}, {})
                       : Result<Language>{fail(root.error())};
  if (!language) {
    std::fprintf(stderr, "%s\n", to_string(language.error()).c_str());
    return 1;
  }
  const Words words = words_of(lang);
  const Shape shapes[] = {
      {"sentences", [&](std::size_t n) { return repeat(words.sold, n); }},
      {"verbs in one sentence",
       [&](std::size_t n) { return words.names_before + repeat(words.and_sold, n) + "."; }},
      {"clauses in clauses",
       [&](std::size_t n) { return words.names_before + repeat(words.that, n) + "."; }},
      {"names in one sentence",
       [&](std::size_t n) { return words.names_before + repeat(words.names_after, n) + "."; }},
      {"sayings in one sentence",
       [&](std::size_t n) { return "« Oui »" + repeat(words.said, n) + "."; }},
      {"quotations never closed",
       [&](std::size_t n) { return repeat("« " + words.names_before + " ", n); }},
      {"quotations in one sentence",
       [&](std::size_t n) {
         return repeat("« " + words.names_before + " »" + words.said + ", ", n);
       }},
      {"words without verbs", [&](std::size_t n) { return repeat("table ", 4 * n); }},
      {"prices", [&](std::size_t n) { return repeat(words.price, n); }},
  };
  for (const Shape& shape : shapes) {
    constexpr std::size_t small = 1000;
    const Outcome once = run(*language, shape.text(small));
    const Outcome more = run(*language, shape.text(4 * small));
    const double ratio = more.time / once.time;
    std::printf("%-28s %9.2f ms  %9.2f ms  x %5.2f%s  %zu events\n", shape.name,
                1e3 * once.time.count(), 1e3 * more.time.count(), ratio, ratio > 6 ? " !" : "  ",
                more.events);
  }
}
