// A page of text, two figures and a table, whole without JavaScript; the script finds its events
// by their ids. Only two inline elements may act, named by their hashes (CSP level 2), and all
// words of articles are escaped or JSON without `<`. Tested in tests/unit/render/report_test.cpp
// and, in Chromium, in tests/browser/report.mjs.

#include "frise/render/report.hpp"

#include "render/palette.hpp"
#include "render/report_parts.hpp"
#include "render/words.hpp"
#include "text/clean.hpp"
#include "text/xml_writer.hpp"

#include <openssl/evp.h>
#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace frise {
namespace {

constexpr std::size_t context_bytes = 200;

bool begins_character(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

}  // namespace

SentenceContext context_of(std::string_view text, Span sentence) {
  if (sentence.begin > sentence.end || sentence.end > text.size()) return {};
  std::size_t begin = sentence.begin - std::min<std::size_t>(sentence.begin, context_bytes);
  while (begin > 0 && begin < sentence.begin && text[begin - 1] != ' ' && text[begin - 1] != '\n') {
    ++begin;
  }
  std::size_t end = std::min<std::size_t>(text.size(), sentence.end + context_bytes);
  while (end < text.size() && end > sentence.end && text[end] != ' ' && text[end] != '\n') --end;
  while (end < text.size() && !begins_character(text[end])) ++end;
  std::string before = clean_text(text.substr(begin, sentence.begin - begin));
  std::string after = clean_text(text.substr(sentence.end, end - sentence.end));
  if (begin > 0 && !before.empty()) before.insert(0, "… ");
  if (end < text.size() && !after.empty()) after += " …";
  return {std::move(before), std::move(after)};
}

}  // namespace frise

namespace frise::render {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  append_xml(out, text);
  return out;
}

/// `'sha256-...'`, as a content security policy names an inline element.
std::string hash_source(std::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int length = 0;
  EVP_Digest(text.data(), text.size(), digest.data(), &length, EVP_sha256(), nullptr);
  std::array<unsigned char, 2 * EVP_MAX_MD_SIZE> base64{};
  const int size = EVP_EncodeBlock(base64.data(), digest.data(), static_cast<int>(length));
  return "'sha256-" +
         std::string{reinterpret_cast<const char*>(base64.data()), static_cast<std::size_t>(size)} +
         '\'';
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    text.replace(at, from.size(), to);
    at += to.size();
  }
}

/// Two figures on one page: the ids of the second must not be those of the first. Quotes in words
/// are escaped, so these are attributes only.
std::string with_own_ids(std::string svg, std::string_view prefix) {
  const std::string own{prefix};
  replace_all(svg, "\"figure-title", '"' + own + "figure-title");
  replace_all(svg, "\"figure-description", '"' + own + "figure-description");
  replace_all(svg, " figure-description\"", ' ' + own + "figure-description\"");
  replace_all(svg, "id=\"note-", "id=\"" + own + "note-");
  return svg;
}

/// Options of a filter, by their words.
std::string options_of(std::vector<std::pair<std::string, std::string>> words,
                       std::string_view all) {
  std::sort(words.begin(), words.end());
  std::string out = "<option value=\"\">" + escaped(all) + "</option>";
  for (const auto& [text, value] : words) {
    out += "<option value=\"" + escaped(value) + "\">" + escaped(cut_text(text, 60)) + "</option>";
  }
  return out;
}

class Page {
 public:
  Page(const TimelineView& timeline, const ReportData& data, const Style& look)
      : timeline_{timeline}, data_{data}, look_{look} {}

  std::string write(const std::string& timeline, const std::string& map, std::string_view json) {
    const std::string style = theme_style(look_) + std::string{report_style};
    out_ =
        "<!DOCTYPE html>\n<html lang=\"" + escaped(data_.locale) +
        "\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src " +
        hash_source(report_script) + "; style-src " + hash_source(style) +
        "; img-src data:; base-uri 'none'; form-action 'none'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"referrer\" content=\"no-referrer\">\n<title>" +
        escaped(timeline_.title) + "</title>\n<style>" + style + "</style>\n</head>\n<body>\n";
    write_head();
    write_tools();
    out_ += "<main>\n";
    write_figure("timeline", ReportWord::timeline, timeline);
    write_figure("map", ReportWord::map, with_own_ids(map, "map-"));
    write_table();
    out_ +=
        "</main>\n<aside id=\"panel\" aria-labelledby=\"panel-title\" aria-live=\"polite\" hidden>"
        "<h2 id=\"panel-title\"></h2></aside>\n";
    write_foot();
    out_ += "<script type=\"application/json\" id=\"data\">" + std::string{json} +
            "</script>\n<script>" + std::string{report_script} + "</script>\n</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string say(ReportWord which) const {
    return escaped(word(which, data_.locale));
  }

  void write_head() {
    out_ += "<a class=\"skip\" href=\"#events\">" + say(ReportWord::to_table) +
            "</a>\n<header>\n<h1>" + escaped(timeline_.title) + "</h1>\n<p>" +
            escaped(timeline_.subtitle) + "</p>\n<nav>";
    constexpr std::pair<std::string_view, ReportWord> parts[] = {{"timeline", ReportWord::timeline},
                                                                 {"map", ReportWord::map},
                                                                 {"events", ReportWord::table}};
    for (const auto& [id, name] : parts) {
      out_ += "<a href=\"#" + std::string{id} + "\">" + say(name) + "</a>";
    }
    out_ += "</nav>\n<button id=\"theme\" type=\"button\" hidden>" + say(ReportWord::theme) +
            "</button>\n<noscript><p>" + say(ReportWord::no_script) +
            "</p></noscript>\n</header>\n";
  }

  void write_select(std::string_view id, ReportWord name,
                    std::vector<std::pair<std::string, std::string>> words) {
    out_ += "<label>" + say(name) + "<select id=\"" + std::string{id} + "\">" +
            options_of(std::move(words), word(ReportWord::all, data_.locale)) +
            "</select></label>\n";
  }

  void write_tools() {
    std::set<std::pair<std::string, std::string>> types;
    std::set<std::pair<std::string, std::string>> stances;
    std::set<std::pair<std::string, std::string>> factualities;
    std::set<std::size_t> actors;
    for (const ReportEvent& one : data_.events) {
      types.emplace(word(one.event->type, data_.locale), to_string(one.event->type));
      stances.emplace(word(one.item->stance, data_.locale), key_of(one.item->stance));
      factualities.emplace(word(one.item->factuality, data_.locale),
                           to_string(one.item->factuality));
      actors.insert(one.who.begin(), one.who.end());
      actors.insert(one.whom.begin(), one.whom.end());
    }
    std::vector<std::pair<std::string, std::string>> who;
    for (const std::size_t i : actors) who.emplace_back(data_.entities[i].name, std::to_string(i));
    std::vector<std::pair<std::string, std::string>> sources;
    for (std::size_t i = 0; i < data_.documents.size(); ++i) {
      sources.emplace_back(data_.documents[i].name, std::to_string(i));
    }
    out_ += "<form id=\"tools\" role=\"search\" aria-label=\"" + say(ReportWord::filters) +
            "\" hidden>\n<label>" + say(ReportWord::search) +
            "<input id=\"q\" type=\"search\" autocomplete=\"off\"></label>\n";
    write_select("who", ReportWord::actor, std::move(who));
    write_select("type", ReportWord::type, {types.begin(), types.end()});
    write_select("stance", ReportWord::stance, {stances.begin(), stances.end()});
    write_select("factuality", ReportWord::factuality, {factualities.begin(), factualities.end()});
    write_select("source", ReportWord::source, std::move(sources));
    out_ += "<button id=\"reset\" type=\"button\">" + say(ReportWord::reset) +
            "</button>\n<output id=\"shown\" aria-live=\"polite\"></output>\n"
            "<div id=\"brush\" role=\"group\" aria-label=\"" +
            say(ReportWord::period) +
            "\" hidden>\n<div class=\"strip\">\n<svg preserveAspectRatio=\"none\" "
            "aria-hidden=\"true\"></svg>\n";
    for (const auto& [id, name] :
         {std::pair{"from", ReportWord::begin}, std::pair{"to", ReportWord::end}}) {
      out_ += "<input id=\"" + std::string{id} +
              "\" type=\"range\" min=\"0\" max=\"1\" aria-label=\"" + say(name) + "\">\n";
    }
    out_ +=
        "</div>\n<p><output id=\"from-day\" for=\"from\"></output>"
        "<output id=\"to-day\" for=\"to\"></output></p>\n</div>\n</form>\n";
  }

  void write_figure(std::string_view id, ReportWord name, const std::string& svg) {
    const std::string heading = std::string{id} + "-heading";
    out_ += "<section id=\"" + std::string{id} + "\" aria-labelledby=\"" + heading +
            "\">\n<h2 id=\"" + heading + "\">" + say(name) +
            "</h2>\n<div class=\"figure still\" tabindex=\"0\" role=\"group\" aria-labelledby=\"" +
            heading + "\">\n" + svg + "</div>\n</section>\n";
  }

  [[nodiscard]] std::string names(const std::vector<std::size_t>& indices) const {
    std::string out;
    for (const std::size_t i : indices) out += (out.empty() ? "" : ", ") + data_.entities[i].name;
    return escaped(out);
  }

  void write_table() {
    out_ +=
        "<section id=\"events\" aria-labelledby=\"events-heading\">\n<h2 id=\"events-heading\">" +
        say(ReportWord::table) + "</h2>\n<table>\n<thead><tr>";
    for (const ReportWord head :
         {ReportWord::when, ReportWord::event, ReportWord::actors, ReportWord::others,
          ReportWord::type, ReportWord::stance, ReportWord::factuality, ReportWord::source}) {
      out_ += "<th scope=\"col\">" + say(head) + "</th>";
    }
    out_ += "</tr></thead>\n<tbody id=\"rows\">\n";
    for (const ReportEvent& one : data_.events) write_row(one);
    out_ += "</tbody>\n</table>\n</section>\n";
  }

  void write_row(const ReportEvent& one) {
    out_ += "<tr id=\"row-" + one.id + "\"><td class=\"when\">" + escaped(one.item->date_label) +
            "</td><td><a href=\"#" + one.id + "\">" + escaped(one.item->label) + "</a>";
    std::set<std::string> quotes;
    std::vector<std::string> sources;
    for (const ReportClaim& claim : one.claims) {
      std::string quote = clean_text(claim.claim->evidence.quote);
      if (quotes.insert(quote).second) out_ += "<blockquote>" + escaped(quote) + "</blockquote>";
      const std::string& name = data_.documents[claim.document].name;
      if (std::find(sources.begin(), sources.end(), name) == sources.end()) sources.push_back(name);
    }
    out_ += "</td><td>" + names(one.who) + "</td><td>" + names(one.whom) + "</td><td>" +
            escaped(word(one.event->type, data_.locale)) + "</td><td>" +
            escaped(word(one.item->stance, data_.locale)) + "</td><td>" +
            escaped(word(one.item->factuality, data_.locale)) + "</td><td>";
    for (const std::string& source : sources) {
      if (&source != sources.data()) out_ += "; ";
      out_ += escaped(source);
    }
    out_ += "</td></tr>\n";
  }

  /// The counts and the state of the input, as under the figures.
  void write_foot() {
    const auto part = [&](std::size_t number, Word which) {
      return count(number, data_.locale) + ' ' + std::string{word(which, data_.locale)};
    };
    std::string line = part(timeline_.items.size(), Word::shown) + " / " +
                       part(timeline_.extracted, Word::extracted) + " / " +
                       part(timeline_.hidden, Word::hidden) + " · frise " FRISE_VERSION;
    if (!timeline_.input_hash.empty()) {
      line += " · " + std::string{word(Word::input, data_.locale)} + ' ' + timeline_.input_hash;
    }
    out_ += "<footer>" + escaped(line) + "</footer>\n";
  }

  const TimelineView& timeline_;
  const ReportData& data_;
  const Style& look_;
  std::string out_;
};

}  // namespace

std::string theme_style(const Style& style) {
  const auto variables = [](const Palette& p) {
    return "--ground:" + std::string{p.background} + ";--band:" + std::string{p.band} +
           ";--ink:" + std::string{p.ink} + ";--quiet:" + std::string{p.secondary} +
           ";--grid:" + std::string{p.grid} + ";--line:" + std::string{p.line} +
           ";--link:" + std::string{p.stance(MarkStance::favourable).colour} +
           ";--favourable:" + std::string{p.stance(MarkStance::favourable).colour} +
           ";--unfavourable:" + std::string{p.stance(MarkStance::unfavourable).colour} +
           ";--contested:" + std::string{p.stance(MarkStance::contested).colour} +
           ";--neutral:" + std::string{p.stance(MarkStance::neutral).colour};
  };
  const Palette light = palette(Theme::light, style);
  const Palette dark = palette(Theme::dark, style);
  std::vector<std::pair<std::string_view, std::string_view>> pairs{
      {light.background, dark.background}, {light.band, dark.band}, {light.ink, dark.ink},
      {light.secondary, dark.secondary},   {light.grid, dark.grid}, {light.line, dark.line}};
  for (std::size_t i = 0; i < light.stances.size(); ++i) {
    pairs.emplace_back(light.stances[i].colour, dark.stances[i].colour);
    if (light.stances[i].fill != "none")
      pairs.emplace_back(light.stances[i].fill, dark.stances[i].fill);
  }
  const auto dark_rules = [&](const std::string& root) {
    std::string rules = root + "{" + variables(dark) + "}\n";
    std::set<std::string_view> seen;
    for (const auto& [from, to] : pairs) {
      if (!seen.insert(from).second) continue;
      for (const std::string_view property : {"fill", "stroke"}) {
        rules += root + " .figure [" + std::string{property} + "=\"" + std::string{from} + "\"]{" +
                 std::string{property} + ":" + std::string{to} + "}\n";
      }
    }
    return rules;
  };
  return ":root{" + variables(light) + "}\n@media screen and (prefers-color-scheme:dark){\n" +
         dark_rules(":root:not([data-theme=light])") + "}\n@media screen{\n" +
         dark_rules(":root[data-theme=dark]") + "}\n";
}

}  // namespace frise::render

namespace frise {

Result<Rendering> report_html(const EventGraph& graph, const TimelineView& timeline,
                              const RelationView& map, const RenderOptions& options,
                              const SentenceContexts& contexts) {
  RenderOptions light = options;
  light.theme = Theme::light;
  light.page = "auto";
  light.embedded = true;
  auto first = timeline_svg(timeline, light);
  if (!first) return fail(first.error());
  RenderOptions follow = light;
  follow.page = "auto";  // a page that scrolls holds the whole map
  auto second = map_svg(map, follow);
  if (!second) return fail(second.error());
  const render::ReportData data = render::gather_report(graph, timeline, map);
  Rendering done;
  done.bytes = render::Page{timeline, data, options.style}.write(
      first->bytes, second->bytes, render::report_json(graph, data, contexts));
  done.warnings = std::move(first->warnings);
  done.warnings.insert(done.warnings.end(), second->warnings.begin(), second->warnings.end());
  return done;
}

}  // namespace frise
