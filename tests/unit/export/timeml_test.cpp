#include "frise/export/timeml.hpp"

#include <catch2/catch.hpp>

using namespace frise;

namespace {

/// A record of a text; spans are found by their words.
struct Maker {
  explicit Maker(std::string words) : text{std::move(words)} { record.document.id = "a"; }

  [[nodiscard]] Span span_of(const std::string& words) const {
    const std::size_t at = text.find(words);
    REQUIRE(at != std::string::npos);
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  }
  RecordTimex& time(const std::string& words, const std::string& value) {
    RecordTimex timex;
    timex.id = "t" + std::to_string(record.timex.size() + 1);
    timex.quote = {span_of(words), words};
    timex.value = value;
    return record.timex.emplace_back(timex);
  }
  RecordEvent& event(const std::string& words, EventType type) {
    RecordEvent event;
    event.id = "ev" + std::to_string(record.events.size() + 1);
    event.trigger = {span_of(words), words};
    event.type = type;
    return record.events.emplace_back(event);
  }
  /// What stands within TEXT.
  [[nodiscard]] std::string inner() const {
    const std::string xml = to_timeml(record, text).xml;
    const std::size_t begin = xml.find("<TEXT>") + 6;
    return xml.substr(begin, xml.find("</TEXT>") - begin);
  }
  [[nodiscard]] std::string behind() const {
    const std::string xml = to_timeml(record, text).xml;
    return xml.substr(xml.find("</TEXT>\n") + 8);
  }

  std::string text;
  Record record;
};

}  // namespace

TEST_CASE("a document becomes TimeML", "[export]") {
  Maker m{"Hier, Alta a vendu B\u00e9ru, a dit Alta."};
  m.record.document.published = {"2024-03-15", {}, DateBasis::given, ""};
  RecordTimex& time = m.time("Hier", "2024-03-14");
  time.inferred = true;
  time.anchor = TimexAnchor::published;
  time.mod = TimexMod::approx;
  RecordEvent& sale = m.event("vendu", EventType::supply);
  sale.date = {"2024-03-14~", {}, "t1", true, ""};
  sale.attribution = RecordAttribution{.cue = "a dit", .span = m.span_of("a dit")};
  m.event("dit", EventType::state).negated = true;
  CHECK(to_timeml(m.record, m.text).xml ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<TimeML>\n"
        "<DOCID>a</DOCID>\n"
        "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"2024-03-15\" temporalFunction=\"false\" "
        "functionInDocument=\"CREATION_TIME\"/></DCT>\n"
        "<TEXT><TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2024-03-14\" mod=\"APPROX\" "
        "temporalFunction=\"true\" "
        "anchorTimeID=\"t0\">Hier</TIMEX3>, Alta a <EVENT eid=\"e1\" "
        "class=\"OCCURRENCE\">vendu</EVENT> "
        "B\u00e9ru, a <EVENT eid=\"e2\" class=\"REPORTING\">dit</EVENT> Alta.</TEXT>\n"
        "<MAKEINSTANCE eiid=\"ei1\" eventID=\"e1\" pos=\"OTHER\" tense=\"NONE\" aspect=\"NONE\" "
        "polarity=\"POS\"/>\n"
        "<MAKEINSTANCE eiid=\"ei2\" eventID=\"e2\" pos=\"OTHER\" tense=\"NONE\" aspect=\"NONE\" "
        "polarity=\"NEG\"/>\n"
        "<TLINK lid=\"l1\" eventInstanceID=\"ei1\" relatedToTime=\"t1\" relType=\"IS_INCLUDED\"/>\n"
        "<SLINK lid=\"l2\" eventInstanceID=\"ei2\" subordinatedEventInstance=\"ei1\" "
        "relType=\"EVIDENTIAL\"/>\n"
        "</TimeML>\n");
}

TEST_CASE("the document's date is as sure as it is known", "[export]") {
  struct Row {
    std::string published, says;
  };
  const auto row = GENERATE(values<Row>({
      {"", "value=\"\" temporal"},
      {"2024-03~", "value=\"2024-03\" mod=\"APPROX\" temporal"},
      {"2024-03?", "value=\"2024-03\" temporal"},
      {"../2024", "value=\"2024\" mod=\"ON_OR_BEFORE\" temporal"},
      {"2024-03-15/..", "value=\"2024-03-15\" mod=\"ON_OR_AFTER\" temporal"},
      {"2021~/2023", "value=\"\" temporal"},
  }));
  Maker m{"Alta."};
  if (const auto date = parse_date(row.published)) {
    m.record.document.published = {date->value, date->bounds, DateBasis::given, ""};
  }
  CHECK_THAT(to_timeml(m.record, m.text).xml, Catch::Contains(row.says));
}

TEST_CASE("elements hold text only, whatever overlaps", "[export]") {
  Maker m{"Alta a tout revendu en mai dernier."};
  m.time("en mai dernier", "2023-05");
  m.event("revendu en mai", EventType::supply);
  m.event("tout revendu", EventType::acquire);
  m.event("dernier", EventType::other);
  CHECK(m.inner() ==
        "Alta a <EVENT eid=\"e2\" class=\"OCCURRENCE\">tout revendu</EVENT> "
        "<TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2023-05\">en mai dernier</TIMEX3>.");
  // Two acts by one word; the one within the date is left out.
  CHECK_THAT(m.behind(), Catch::Contains("eiid=\"ei1\" eventID=\"e2\"") &&
                             Catch::Contains("eiid=\"ei2\" eventID=\"e2\"") &&
                             !Catch::Contains("ei3"));
}

TEST_CASE("hostile text stays text", "[export]") {
  Maker m{"</TEXT><EVENT> & \"x\" ]]> \x01\x02\tfin\r\n\xEF\xBF\xBF \u00e9"};
  m.record.document.id = "<a>&\"";
  m.time("x", "\"><TLINK/>");
  const TimeMl done = to_timeml(m.record, m.text);
  CHECK(m.inner().find("TLINK/>") == std::string::npos);
  CHECK(m.inner() ==
        "&lt;/TEXT&gt;&lt;EVENT&gt; &amp; &quot;<TIMEX3 tid=\"t1\" type=\"DATE\" "
        "value=\"&quot;&gt;&lt;TLINK/&gt;\">x</TIMEX3>&quot; ]]&gt; \tfin&#13;\n \u00e9");
  CHECK_THAT(done.xml, Catch::Contains("<DOCID>&lt;a&gt;&amp;&quot;</DOCID>"));
  REQUIRE(done.diagnostics.size() == 2);
  CHECK(done.diagnostics[0].code == "not-in-xml");
  CHECK(done.diagnostics[0].span.length() == 2);
  CHECK(done.diagnostics[1].span.length() == 3);
}

TEST_CASE("a link says on which side of its date an event lies", "[export]") {
  struct Row {
    std::string date;
    TimexMod mod;
    std::string relation;
  };
  const auto row = GENERATE(values<Row>({
      {"2023", TimexMod::none, "IS_INCLUDED"},
      {"../2023", TimexMod::none, "BEFORE"},
      {"../2023", TimexMod::before, "IS_INCLUDED"},
      {"2023/..", TimexMod::none, "AFTER"},
      {"2023/..", TimexMod::after, "IS_INCLUDED"},
  }));
  Maker m{"En 2023, Alta a vendu."};
  m.time("2023", "2023").mod = row.mod;
  m.event("vendu", EventType::supply).date = {row.date, {}, "t1", false, ""};
  CHECK_THAT(m.behind(), Catch::Contains("relatedToTime=\"t1\" relType=\"" + row.relation + "\""));
}

TEST_CASE("words that put two acts in order are a signal of their link", "[export]") {
  Maker m{"Alta a ferme Nord apres avoir rachete Beru."};
  m.event("ferme", EventType::close);
  m.event("rachete", EventType::acquire);
  m.record.order.push_back({"ev2", "ev1", {m.span_of("apres"), "apres"}, "fr/event/order/apres"});
  CHECK_THAT(m.inner(), Catch::Contains("Nord <SIGNAL sid=\"s1\">apres</SIGNAL> avoir"));
  CHECK_THAT(m.behind(), Catch::Contains("<TLINK lid=\"l1\" eventInstanceID=\"ei2\" "
                                         "relatedToEventInstance=\"ei1\" relType=\"BEFORE\" "
                                         "signalID=\"s1\"/>"));
}

TEST_CASE("a signal within another element is a link only", "[export]") {
  Maker m{"Alta a ferme Nord deux jours apres avoir rachete Beru."};
  m.event("ferme", EventType::close);
  m.event("rachete", EventType::acquire);
  m.time("deux jours apres", "P2D");
  const Quote cue{m.span_of("apres"), "apres"};
  m.record.order.push_back({"ev2", "ev1", cue, "fr/event/order/apres"});
  m.record.order.push_back({"ev2", "ev9", cue, "fr/event/order/apres"});
  CHECK(m.inner().find("SIGNAL") == std::string::npos);
  CHECK_THAT(m.behind(), Catch::Contains("relatedToEventInstance=\"ei1\" relType=\"BEFORE\"/>"));
  CHECK(m.behind().find("l2") == std::string::npos);
}
