// The table itself. Each value is checked here, so that a command never meets one that means
// nothing. Tested in tests/unit/cli/command_line_test.cpp.

#include "cli/option_table.hpp"

#include "cli/input.hpp"
#include "frise/core/date.hpp"
#include "frise/event/event_type.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <optional>

namespace frise::cli {
namespace {

constexpr auto commands = std::to_array<CommandRow>({
    {build_bit, "build", "ARTICLES...", "draw the timeline and the map that articles tell",
     "Reads articles (text files with or without sidecars, JSON Lines, folders of them, or - for "
     "standard "
     "input) and writes timeline.svg, timeline.dot, map.svg, map.dot, report.html, graph.json and "
     "events.csv. "
     "Every mark "
     "cites the sentence it came from.",
     "frise build articles/ -o figures",
     "no articles named; give files, folders, or - for standard input"},
    {extract_bit, "extract", "ARTICLES...", "write what each article says, one record a line",
     "Reads articles as `frise build` does and writes one JSON record a document, in the order "
     "given: dates, "
     "entities, mentions, events, stances, each with its place in the text. With --format timeml, "
     "it "
     "writes TimeML instead, a file a document: to standard output when there is one document, and "
     "as NAME.tml into the folder that -o names when there are more.",
     "frise extract articles/ > records.jsonl",
     "no articles named; give files, folders, or - for standard input"},
    {merge_bit, "merge", "RECORDS...", "merge extraction records and tables into one graph",
     "Reads the records that `frise extract` wrote, from files or - for standard input, and tables "
     "of events made by hand (NAME.csv, NAME.tsv; docs/EVENT-TABLE.md), and writes graph.json. "
     "Their order does not matter.",
     "frise merge records.jsonl -o graph.json",
     "no records named; give files that frise extract wrote, or - for standard input"},
    {draw_bit, "draw", "timeline|map|order GRAPH", "draw one figure of a graph",
     "Reads a graph.json (- for standard input) and draws its timeline, its map, or its events by "
     "what "
     "comes before what, as SVG, PDF, PNG or DOT; with -T html, the report: one page with both, a "
     "table, and the sentences behind "
     "them.",
     "frise draw map graph.json -T svg -o map.svg",
     "say which figure and of which graph: frise draw timeline|map|order GRAPH"},
    {export_bit, "export", "GRAPH", "write a graph in a format of other programs",
     "Reads a graph.json (- for standard input) and writes it for other programs: csv (nodes, "
     "edges and claims, three files in the folder that -o names), cypher (Neo4j), dot, ftm "
     "(FollowTheMoney), gexf and graphml (Gephi, networkx), ics (calendars), jsonld (schema.org "
     "and PROV), mermaid, timelinejs, timeml (ISO-TimeML). What a format cannot hold is left out; "
     "docs/EXPORTS.md says what.",
     "frise export graph.json -T gexf -o graph.gexf",
     "no graph named; give the graph.json of "
     "frise build, or - for standard input"},
    {explain_bit, "explain", "GRAPH|RECORDS ID [ID]",
     "show the evidence behind a date, an event, an actor",
     "Reads a graph.json, or records that `frise extract` wrote (- for standard input), and writes "
     "what ID rests on: every source with its sentence and rule, and for a date what it was "
     "counted "
     "from and how. ID is that of an event (ev-...), a claim (cl-...), a stance (st-...) or an "
     "entity "
     "of a graph; of a time expression (t3), event (ev2) or entity of a record; where several "
     "documents have one, DOCUMENT#t3. With the ids of two actors of a graph: the shortest way "
     "that connects them, step by step.",
     "frise explain graph.json ev-0a1b2c3d4e5f",
     "say of what and which: frise explain GRAPH|RECORDS ID"},
    {verify_bit, "verify", "GRAPH ARTICLES...", "check that every quote is still in its source",
     "Reads a graph.json and the articles it was made from, and tells which quotes are not in "
     "their "
     "article, byte for byte, any more, with what stands there now. A quote that only moved is "
     "told "
     "as moved. Exits with 1 when a quote is gone, with 3 when an article of the graph was not "
     "given.",
     "frise verify graph.json articles/",
     "say which graph, and the articles it was made from: frise verify GRAPH ARTICLES..."},
    {diff_bit, "diff", "OLD NEW", "tell what changed between two graphs",
     "Reads two graph.json and writes what was added, removed, dated otherwise or judged "
     "otherwise: "
     "events, claims, stances, roles, links, entities and documents, by their ids. An event whose "
     "date has changed is the same event as long as it rests on a claim of before.",
     "frise diff old/graph.json new/graph.json", "name two graphs: frise diff OLD NEW"},
    {review_bit, "review", "GRAPH", "propose lines for corrections.toml",
     "Reads a graph.json and writes what is worth a second look, what matters most first: actors "
     "that "
     "may be one or two, events that may be one, dates that sources disagree on, events without a "
     "date. Each is an entry of corrections.toml as a comment, below its reason: take one # off to "
     "apply it.",
     "frise review graph.json >> articles/corrections.toml", "no graph named; give a graph.json"},
    {status_bit, "status", "ARTICLES...", "tell which articles a build would read again",
     "Reads the articles as `frise build` does and tells which are new, changed or removed since "
     "the "
     "last build with a store, and how many it has kept.",
     "frise status articles/", "no articles named; give the files or folders of the project"},
    {pack_bit, "pack", "check|list|new [PACK...]", "check packs against their own examples",
     "check: compiles the packs named (fr, tech-crypto, or folders; all when none is named), reads "
     "every example, and tells what is not read as it should be, which rules lack an example or a "
     "counter-example, and which never fire. list: shows the packs there are. new NAME with --lang "
     "DIR or --subject DIR: writes a commented pack to begin from. new NAME --from ARTICLES...: "
     "writes "
     "a subject pack of the entities that the articles name and no pack knows, most named first, "
     "to "
     "keep, edit or delete; in a pack that is there already it adds what was not proposed before "
     "and changes nothing else.",
     "frise pack check fr", "say what to do with packs: check, list or new"},
    {train_bit, "train", "TREEBANKS...", "train the tagger and the parser of a language",
     "Reads treebanks of Universal Dependencies (CoNLL-U) and writes tagger.model and "
     "parser.model. "
     "The same "
     "treebanks in the same order give the same bytes.",
     "frise train --lang fr fr-train.conllu -o models/fr",
     "no treebanks named; give files in CoNLL-U"},
});

std::string one_of(std::string_view seen, std::string_view choices) {
  return "\"" + std::string{seen} + "\" is not one of " + std::string{choices};
}

std::string check_date(const std::string& value) {
  const auto date = parse_date(value);
  return date && date->bounds != DayBounds{} ? std::string{} : why_no_date(value);
}

/// Calls `take` with each part of a list with commas.
template <class Take>
std::string for_each_part(const std::string& value, Take take) {
  std::size_t begin = 0;
  while (true) {
    const std::size_t comma = value.find(',', begin);
    const std::string part = value.substr(begin, comma - begin);
    if (part.empty()) return "\"" + value + "\" names nothing";
    if (std::string wrong = take(part); !wrong.empty()) return wrong;
    if (comma == std::string::npos) return {};
    begin = comma + 1;
  }
}

std::string set_count(std::size_t& target, const std::string& value, std::size_t most) {
  std::size_t number = 0;
  const char* end = value.data() + value.size();
  const auto [stop, failed] = std::from_chars(value.data(), end, number);
  if (failed != std::errc{} || stop != end || number == 0 || number > most) {
    return "\"" + value + "\" is no number from 1 to " + std::to_string(most);
  }
  target = number;
  return {};
}

std::string set_text(std::string& target, const std::string& value) {
  if (value.empty()) return "wants a value";
  target = value;
  return {};
}

std::string set_new_pack(Settings& s, PackKind kind, const std::string& value) {
  if (s.new_pack) return "one pack at a time; --lang and --subject do not go together";
  s.new_pack = kind;
  return set_text(s.output, value);
}

std::string set_lang(std::string& target, const std::string& value) {
  bool plain = value.size() >= 2 && value.size() <= 3;
  for (const char c : value) plain = plain && c >= 'a' && c <= 'z';
  if (!plain) return "\"" + value + "\" is no language; write a code such as fr";
  target = value;
  return {};
}

std::string set_kind(Settings& s, const std::string& value) {
  if (value == "news")
    s.kind = TextKind::news;
  else if (value == "narrative")
    s.kind = TextKind::narrative;
  else if (value == "dialogue")
    s.kind = TextKind::dialogue;
  else
    return one_of(value, "news, narrative, dialogue");
  return {};
}

std::string add_type(Settings& s, const std::string& value) {
  return for_each_part(value, [&](const std::string& part) -> std::string {
    const auto type = parse_event_type(part);
    if (!type) return "\"" + part + "\" is no type of event; try invest, partner, launch, restrict";
    s.view.types.push_back(*type);
    return {};
  });
}

std::string add_stance(Settings& s, const std::string& value) {
  return for_each_part(value, [&](const std::string& part) -> std::string {
    constexpr std::array<std::string_view, 5> names{"favourable", "unfavourable", "contested",
                                                    "neutral", "unknown"};
    const auto* const found = std::find(names.begin(), names.end(), part);
    if (found == names.end()) {
      return one_of(part, "favourable, unfavourable, contested, neutral, unknown");
    }
    s.view.stances.push_back(static_cast<MarkStance>(found - names.begin()));
    return {};
  });
}

std::string set_figure_format(Settings& s, const std::string& value) {
  if (value == "svg")
    s.format = FigureFormat::svg;
  else if (value == "dot")
    s.format = FigureFormat::dot;
  else if (value == "pdf")
    s.format = FigureFormat::pdf;
  else if (value == "png")
    s.format = FigureFormat::png;
  else if (value == "html")
    s.format = FigureFormat::html;
  else
    return one_of(value, "svg, pdf, png, dot, html");
  return {};
}

std::string set_export_format(Settings& s, const std::string& value) {
  s.export_format = find_export_format(value);
  if (s.export_format != nullptr) return {};
  std::string names;
  for (const ExportFormat& format : export_formats()) {
    if (!names.empty()) names += ", ";
    names += format.name;
  }
  return one_of(value, names);
}

std::string set_record_format(Settings& s, const std::string& value) {
  if (value == "jsonl")
    s.record_format = RecordFormat::json;
  else if (value == "timeml")
    s.record_format = RecordFormat::timeml;
  else
    return one_of(value, "jsonl, timeml");
  return {};
}

std::string set_theme(Settings& s, const std::string& value) {
  if (value == "light")
    s.render.theme = Theme::light;
  else if (value == "dark")
    s.render.theme = Theme::dark;
  else if (value == "auto")
    s.render.theme = Theme::automatic;
  else if (value == "print")
    s.render.theme = Theme::print;
  else
    return one_of(value, "light, dark, auto, print");
  return {};
}

std::string set_style(Settings& settings, const std::string& path) {
  const auto text = read_all(path);
  if (!text) return path + ": " + text.error().message;
  auto style = parse_style(*text, path);
  if (!style) {
    const Error& error = style.error();
    return path + ":" + std::to_string(error.line) + ":" + std::to_string(error.column) + ": " +
           error.message;
  }
  settings.view.lanes = style->lanes;
  settings.render.style = std::move(*style);
  return {};
}

std::string set_page(Settings& s, const std::string& value) {
  constexpr std::string_view names = "a4-landscape, a4-portrait, 16x9, poster-a1, poster-a0, auto";
  const std::string padded = ", " + std::string{names} + ",";
  if (value.empty() || padded.find(" " + value + ",") == std::string::npos) {
    return one_of(value, names);
  }
  s.render.page = value;
  return {};
}

using S = Settings;
using Value = const std::string&;

constexpr auto options = std::to_array<OptionRow>({
    {build_bit | train_bit, "-o,--output", "DIR", "folder for the files (default: output)",
     [](S& s, Value v) { return set_text(s.output, v); }},
    {extract_bit, "-o,--output", "FILE",
     "write there instead of to standard output; a folder, with --format timeml",
     [](S& s, Value v) { return set_text(s.output, v); }},
    {export_bit, "-o,--output", "FILE",
     "write there instead of to standard output; a folder, for csv",
     [](S& s, Value v) { return set_text(s.output, v); }},
    {merge_bit | graph_bits | status_bit, "-o,--output", "FILE",
     "write there instead of to standard output",
     [](S& s, Value v) { return set_text(s.output, v); }},

    {reading_bits, "--lang", "LANG",
     "language of all articles, such as fr (default: found in the text)",
     [](S& s, Value v) { return set_lang(s.lang, v); }},
    {reading_bits, "--published,--date", "DATE", "date of the articles that state none",
     [](S& s, Value v) {
       s.published = v;
       return check_date(v);
     }},
    {reading_bits, "--kind", "KIND", "news, narrative or dialogue (default: news)", set_kind},
    {reading_bits, "--subject", "NAME", "use this subject pack only, by name or folder; may be repeated",
     [](S& s, Value v) {
       return for_each_part(v, [&](const std::string& part) {
         s.subjects.push_back(part);
         return std::string{};
       });
     }},
    {reading_bits | pack_bit, "--no-subject-pack", "", "use no subject pack",
     [](S& s, Value) {
       s.no_subject_pack = true;
       return std::string{};
     }},
    {train_bit, "--lang", "LANG", "language of the treebanks: fr, en (default: fr)",
     [](S& s, Value v) { return set_lang(s.lang, v); }},
    {reading_bits | pack_bit | train_bit, "--data", "DIR",
     "folder of lang/ and subject/ (default: beside the program)",
     [](S& s, Value v) { return set_text(s.data, v); }},
    {reading_bits | pack_bit, "--jobs", "N", "articles read at a time (default: one a processor)",
     [](S& s, Value v) { return set_count(s.jobs, v, 1024); }},

    {pack_bit, "--lang", "DIR", "new: write a language pack into this folder",
     [](S& s, Value v) { return set_new_pack(s, PackKind::language, v); }},
    {pack_bit, "--subject", "DIR", "new: write a subject pack into this folder",
     [](S& s, Value v) { return set_new_pack(s, PackKind::subject, v); }},
    {pack_bit, "--from", "ARTICLES...", "new: propose entities from these (folder: NAME)",
     [](S& s, Value v) {
       s.from_articles = true;
       std::string path;
       std::string wrong = set_text(path, v);
       s.inputs.push_back(std::move(path));
       return wrong;
     }},
    {pack_bit, "--at-least", "N", "new --from: who is named so many times (default: 2)",
     [](S& s, Value v) { return set_count(s.at_least, v, 1000000); }},

    {draw_bit, "-T,--to", "FORMAT", "svg, pdf, png, dot, or html: the report with both (default: by the name after -o, else svg)",
     set_figure_format},
    {export_bit, "-T,--to", "FORMAT", "csv, cypher, dot, ftm, gexf, graphml, ics, jsonld, mermaid, "
     "timelinejs or timeml (default: by the name after -o)",
     set_export_format},
    {draw_bit, "--diff", "OLD", "timeline: mark what was added, removed, moved or judged otherwise since this graph",
     [](S& s, Value v) { return set_text(s.before, v); }},
    {draw_bit, "--dpi", "N", "dots an inch of a PNG (default: 192)",
     [](S& s, Value v) {
       std::size_t dots = 0;
       std::string wrong = set_count(dots, v, 1200);
       s.render.dots_an_inch = static_cast<double>(dots);
       return wrong;
     }},
    {drawing_bits, "--max-events", "N", "most events on the timeline, the weightiest first",
     [](S& s, Value v) { return set_count(s.view.max_events, v, 100000); }},
    {drawing_bits, "--lanes", "N", "most lanes of the timeline (default: by the page, 8 on A4)",
     [](S& s, Value v) { return set_count(s.view.max_lanes, v, 200); }},
    {drawing_bits, "--min-sources", "N", "only events that so many independent articles tell",
     [](S& s, Value v) { return set_count(s.view.min_sources, v, 100000); }},
    {drawing_bits, "--stance", "STANCE",
     "only marks of this stance; may be repeated: favourable, unfavourable, contested, neutral, "
     "unknown",
     add_stance},
    {drawing_bits, "--title", "TEXT", "title of the figures",
     [](S& s, Value v) { return set_text(s.view.title, v); }},
    {drawing_bits, "--subtitle", "TEXT", "line under the title",
     [](S& s, Value v) { return set_text(s.view.subtitle, v); }},
    {drawing_bits, "--locale", "LANG", "language of dates and legend (default: of most articles)",
     [](S& s, Value v) { return set_lang(s.view.locale, v); }},
    {drawing_bits, "--since", "DATE", "leave out what ended before",
     [](S& s, Value v) {
       s.view.since = v;
       return check_date(v);
     }},
    {drawing_bits, "--until", "DATE", "leave out what began after",
     [](S& s, Value v) {
       s.view.until = v;
       return check_date(v);
     }},
    {build_bit | status_bit, "--store", "DIR",
     "keep what was read in DIR (default: .frise beside the articles, if it is there)",
     [](S& s, Value v) { return set_text(s.store, v); }},
    {build_bit, "--no-store", "", "use no store",
     [](S& s, Value) {
       s.no_store = true;
       return std::string{};
     }},
    {build_bit | merge_bit, "--corrections", "FILE",
     "corrections to apply (build: default corrections.toml beside the articles)",
     [](S& s, Value v) { return set_text(s.corrections, v); }},
    {graph_bits | export_bit, "--as-of", "DATE", "leave out what was published after this day",
     [](S& s, Value v) {
       std::string wrong = check_date(v);
       const auto date = parse_date(v);
       if (wrong.empty() && !date->bounds.latest) wrong = "\"" + v + "\" has no last day";
       if (wrong.empty()) s.as_of = date->bounds.latest;
       return wrong;
     }},
    {drawing_bits, "--entity", "NAME", "only what this actor takes part in; may be repeated",
     [](S& s, Value v) {
       if (v.empty()) return std::string{"wants a value"};
       s.view.entities.push_back(v);
       return std::string{};
     }},
    {drawing_bits, "--type", "TYPE", "only events of this type; may be repeated: invest,partner",
     add_type},
    {drawing_bits, "--top", "N", "most actors on the map (default: 60)",
     [](S& s, Value v) { return set_count(s.view.top, v, 100000); }},
    {drawing_bits, "--focus", "NAME",
     "actor in the middle of the map: its neighbours are always on it (default: the most connected)",
     [](S& s, Value v) { return set_text(s.view.focus, v); }},
    {drawing_bits, "--groups", "",
     "map: a band behind actors that are tied more to each other than to the rest",
     [](S& s, Value) {
       s.view.groups = true;
       return std::string{};
     }},
    {drawing_bits, "--per", "PERIOD",
     "map: small maps of the same actors, one for each year or quarter",
     [](S& s, Value v) {
       s.view.per = v == "year"      ? MapPeriod::year
                    : v == "quarter" ? MapPeriod::quarter
                                     : MapPeriod::none;
       return s.view.per == MapPeriod::none ? one_of(v, "year, quarter") : std::string{};
     }},
    {drawing_bits, "--force", "", "draw a map of more than 200 actors",
     [](S& s, Value) {
       s.view.force = true;
       return std::string{};
     }},
    {drawing_bits, "--page", "PAGE", "a4-landscape (default), a4-portrait, 16x9, poster-a1, poster-a0 or auto",
     set_page},
    {drawing_bits, "--axis", "AXIS",
     "linear (default), or broken: long stretches without an event are left out",
     [](S& s, Value v) {
       s.render.broken_axis = v == "broken";
       return v == "broken" || v == "linear" ? std::string{} : one_of(v, "linear, broken");
     }},
    {drawing_bits, "--style", "FILE", "colours and order of lanes, from this file", set_style},
    {drawing_bits, "--theme", "THEME", "light (default), dark, auto or print", set_theme},

    {review_bit, "--top", "N", "most proposals (default: 50)",
     [](S& s, Value v) { return set_count(s.most_proposals, v, 1000000); }},
    {diff_bit, "--format", "FORMAT", "text or json (default: text)",
     [](S& s, Value v) {
       s.diff_json = v == "json";
       return v == "json" || v == "text" ? std::string{} : one_of(v, "text, json");
     }},
    {extract_bit, "--format", "FORMAT", "jsonl or timeml (default: jsonl)", set_record_format},
    {extract_bit, "--stats", "", "tell the time of each stage on standard error",
     [](S& s, Value) {
       s.stats = true;
       return std::string{};
     }},

    {all_bits, "--strict", "", "exit with 3 when there were warnings",
     [](S& s, Value) {
       s.strict = true;
       return std::string{};
     }},
    {all_bits, "-q,--quiet", "", "say nothing but errors",
     [](S& s, Value) {
       s.quiet = true;
       return std::string{};
     }},
    {all_bits, "-v,--verbose", "", "say also what the text left unclear",
     [](S& s, Value) {
       s.verbose = true;
       return std::string{};
     }},
    {all_bits, "-h,--help", "", "show this help", nullptr},
    {0, "--version", "", "show the version", nullptr},
});

}  // namespace

std::span<const CommandRow> command_table() noexcept { return commands; }
std::span<const OptionRow> option_table() noexcept { return options; }

}  // namespace frise::cli
