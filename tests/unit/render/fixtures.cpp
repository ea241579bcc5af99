#include "unit/render/fixtures.hpp"

#include "merge/assemble.hpp"

#include <algorithm>
#include <cstdint>

namespace frise::test {
namespace {

/// Of the second sentence of each.
std::vector<Citation> citations(const std::vector<std::uint32_t>& notes) {
  std::vector<Citation> out;
  for (const std::uint32_t note : notes) out.push_back({note, {2}});
  return out;
}

TimelineItem event(std::string id, std::uint32_t lane, std::vector<std::uint32_t> targets,
                   std::string label, std::string_view date, std::string date_label,
                   MarkStance stance, const std::vector<std::uint32_t>& notes) {
  TimelineItem item;
  item.id = std::move(id);
  item.lane = lane;
  item.targets = std::move(targets);
  item.label = std::move(label);
  item.date = parse_date(date);
  item.date_label = std::move(date_label);
  item.stance = stance;
  item.citations = citations(notes);
  item.actor = "Actor " + std::to_string(lane);
  item.quote = item.label + ".";
  return item;
}

SourceNote note(std::uint32_t number, std::string publisher, std::string title,
                std::string published, const std::vector<std::uint32_t>& sentences,
                const std::string& quote) {
  SourceNote out;
  out.number = number;
  out.document = "doc-" + std::to_string(number);
  out.publisher = std::move(publisher);
  out.title = std::move(title);
  out.published = std::move(published);
  for (const std::uint32_t sentence : sentences) out.sentences.push_back({sentence, quote});
  return out;
}

/// Numerical Recipes' linear congruential sequence: the same on every machine.
class Sequence {
 public:
  explicit Sequence(std::uint32_t seed = 7) : state_{seed} {}
  std::uint32_t below(std::uint32_t limit) {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 8U) % limit;
  }

 private:
  std::uint32_t state_;
};

std::string two(std::uint32_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

constexpr auto up = MarkStance::favourable;
constexpr auto down = MarkStance::unfavourable;
constexpr auto mixed = MarkStance::contested;
constexpr auto plain = MarkStance::neutral;

}  // namespace

TimelineView chips_timeline() {
  TimelineView view;
  view.title = "Nordpuce et les plateformes d'échange : de l'ouverture au refus, 2017–2026";
  view.subtitle =
      "13 événements d’après 5 articles ; une ligne par acteur ; position proportionnelle au "
      "temps";
  view.locale = "fr";
  view.lanes = {{"velmora", "Velmora", EntityType::company},
                {"nordpuce", "Nordpuce", EntityType::company},
                {"coupole", "Programme Coupole", EntityType::programme},
                {"mineurs", "Fermes de minage", EntityType::sector},
                {"altaria", "Altaria IA", EntityType::company}};
  view.items = {
      event("e01", 0, {3}, "Velmora vend des cartes pour le minage", "2017", "2017", up, {1}),
      event("e02", 1, {3}, "Nordpuce vend aussi des cartes aux fermes de minage", "2017", "2017",
            up, {1}),
      event("e03", 1, {2}, "Nordpuce ouvre son programme Coupole à la plateforme Orbex", "2018",
            "2018", up, {2}),
      event("e04", 1, {3}, "Nordpuce demande aux revendeurs de servir d'abord les joueurs",
            "2018-01-23", "23 janv. 2018", down, {1, 2}),
      event("e05", 1, {3}, "Nordpuce bride le minage sur ses nouvelles cartes", "2021-02-18",
            "18 févr. 2021", down, {1, 3}),
      event("e06", 1, {}, "Nordpuce paie une amende de 5,5 millions de dollars", "2022-05",
            "mai 2022", plain, {3}),
      event("e07", 1, {3}, "Le directeur technique juge que la crypto « n'apporte rien d'utile »",
            "2023-03~", "fin mars 2023", down, {2, 3}),
      event("e08", 2, {3}, "Coupole exclut les entreprises de cryptomonnaie", "../2025-04-25",
            "au plus tard le 25 avr. 2025", down, {4}),
      event("e09", 1, {4}, "Nordpuce promet 100 Md$ à Altaria IA", "2025-09-22", "22 sept. 2025",
            up, {5}),
      event("e10", 4, {1}, "La presse met en doute l'investissement de Nordpuce", "2026-01-30",
            "30 janv. 2026", mixed, {5}),
      event("e11", 1, {4}, "Nordpuce dément tout mécontentement envers Altaria IA", "2026-02-01",
            "1ᵉʳ févr. 2026", up, {5}),
      event("e12", 4, {1}, "Altaria IA loue « les meilleures puces du monde »", "2026-02-02",
            "2 févr. 2026", up, {5}),
      event("e13", 0, {4}, "Velmora propose ses puces à Altaria IA", "2026-02-04", "4 févr. 2026",
            plain, {5})};
  view.items[10].inferred = true;
  view.items[10].other_dates = {*parse_date("2025-11-15")};
  for (TimelineItem& item : view.items) item.actor = view.lanes[item.lane].name;
  view.links = {{9, 8, LinkKind::contradicts},
                {10, 9, LinkKind::denies},
                {7, 2, LinkKind::contradicts},
                {4, 3, LinkKind::follows}};
  view.notes = {
      note(1, "Le Quotidien des puces", "Les mineurs ont-ils enrichi Nordpuce ?", "2023-03-28",
           {2, 14, 16}, "En 2017, Nordpuce et Velmora ont vendu des cartes réservées au minage."),
      note(2, "Bourse et Bits", "Coupole ferme la porte aux cryptos", "2025-04-26", {3, 6, 9},
           "En 2018 encore, Orbex avait été admise dans le programme."),
      note(3, "La Gazette du silicium", "Cinq ans de minage", "2023-04", {4},
           "Le limiteur devait rendre les cartes aux joueurs."),
      note(4, "Bourse et Bits", "Nordpuce dit non", "2025-04-25", {1},
           "Le programme n'accepte plus d'entreprise liée aux cryptomonnaies."),
      note(5, "", "L'accord du siècle tient-il encore ?", "2026-02-05", {2, 3, 5, 8},
           "« C'est absurde », a répondu le patron, dimanche 1er février.")};
  view.extracted = 31;
  view.hidden = 18;
  view.input_hash = "9f2c41d07be8";
  return view;
}

RelationView chips_map() {
  RelationView view;
  view.title = "Qui agit sur qui : puces, minage et intelligence artificielle";
  view.subtitle = "9 acteurs, 11 relations, 5 articles, 2017–2026";
  view.locale = "fr";
  view.nodes = {{"nordpuce", "Nordpuce", "", EntityType::company, 9, true},
                {"mineurs", "Fermes de minage", "", EntityType::sector, 4, false},
                {"altaria", "Altaria IA", "", EntityType::company, 3, false},
                {"coupole", "Programme Coupole", "", EntityType::programme, 3, false},
                {"velmora", "Velmora", "", EntityType::company, 2, false},
                {"dir", "Directeur technique", "de Nordpuce", EntityType::person, 2, false},
                {"jeunes", "Jeunes pousses crypto", "", EntityType::sector, 2, false},
                {"orbex", "Orbex", "", EntityType::company, 1, false},
                {"joueurs", "Joueurs", "", EntityType::sector, 1, false}};
  const auto add = [&view](std::uint32_t from, std::uint32_t to, std::string label,
                           MarkStance stance, std::vector<std::uint32_t> notes) {
    MapRelation relation;
    relation.id = "r" + std::to_string(view.relations.size());
    relation.from = from;
    relation.to = to;
    relation.label = std::move(label);
    relation.stance = stance;
    relation.citations = citations(notes);
    relation.quote = relation.label;
    view.relations.push_back(std::move(relation));
  };
  add(0, 1, "vend des cartes · 2017", up, {1});
  add(0, 1, "bride le minage · 2018–2021 · 2 év.", down, {1, 2, 3});
  add(0, 2, "promet 100 Md$ · sept. 2025", up, {5});
  add(0, 3, "opère", plain, {2});
  add(0, 8, "sert d'abord · janv. 2018", up, {2});
  add(2, 0, "loue les puces · 2 févr. 2026", up, {5});
  add(3, 7, "accepte · 2018", up, {2});
  add(3, 6, "exclut · ≤ 25 avr. 2025", down, {4});
  add(4, 1, "vend des cartes · 2017", up, {1});
  add(4, 2, "propose ses puces · févr. 2026", plain, {5});
  add(5, 6, "« n'apporte rien d'utile » · mars 2023", down, {3});
  view.notes = chips_timeline().notes;
  view.hidden_nodes = 4;
  view.input_hash = "9f2c41d07be8";
  return view;
}

TimelineView many_events(std::size_t count, std::size_t lanes) {
  static const std::vector<std::string> acts{"signe un accord de fourniture avec un fondeur",
                                             "annonce une usine",
                                             "retire sa plainte",
                                             "accuse un concurrent de copier ses cartes",
                                             "investit 2 milliards de dollars dans un centre",
                                             "ferme un site de production"};
  TimelineView view;
  view.title = std::to_string(count) + " events on " + std::to_string(lanes) + " lanes";
  view.subtitle = "a fixed sequence";
  view.locale = "en";
  for (std::size_t l = 0; l < lanes; ++l) {
    view.lanes.push_back(
        {"lane" + std::to_string(l), "Company " + std::to_string(l + 1), EntityType::company});
  }
  Sequence sequence;
  for (std::size_t i = 0; i < count; ++i) {
    const auto lane = sequence.below(static_cast<std::uint32_t>(lanes));
    const std::uint32_t y = 2015 + static_cast<std::uint32_t>(i * 10 / count);
    const std::string year = std::to_string(y);
    const std::string month = year + "-" + two(1 + sequence.below(12));
    const std::string day = month + "-" + two(1 + sequence.below(28));
    const std::string& date = i % 7 == 0 ? year : i % 5 == 0 ? month : day;
    std::vector<std::uint32_t> targets;
    const auto target = sequence.below(static_cast<std::uint32_t>(lanes));
    if (i % 3 == 0 && target != lane) targets.push_back(target);
    view.items.push_back(event("m" + std::to_string(i), lane, targets,
                               "Company " + std::to_string(lane + 1) + " " +
                                   acts[sequence.below(static_cast<std::uint32_t>(acts.size()))],
                               date, date, static_cast<MarkStance>(sequence.below(5)), {1}));
    view.items.back().weight = 1 + sequence.below(5);
  }
  view.notes = {note(1, "Weekly Chips", "Ten years", "2025-12-31", {1, 2}, "All of it happened.")};
  view.extracted = count;
  view.input_hash = "0123456789ab";
  return view;
}

TimelineView burst(std::size_t count) {
  TimelineView view = many_events(count, 2);
  view.title = "A burst of " + std::to_string(count) + " events in three days";
  for (std::size_t i = 0; i < view.items.size(); ++i) {
    TimelineItem& item = view.items[i];
    item.lane = 0;
    item.targets.clear();
    if (i % 4 == 0) item.targets.push_back(1);
    item.date = parse_date("2026-02-" + two(1 + static_cast<std::uint32_t>(i * 3 / count)));
    item.date_label = item.date->value;
  }
  view.items.insert(view.items.begin(), event("b0", 1, {0}, "Company 2 founds a rival", "2019-05",
                                              "May 2019", down, {1}));
  return view;
}

namespace {

std::string some_date(Sequence& sequence, std::uint32_t kind) {
  const std::string year = std::to_string(1955 + sequence.below(70));
  const std::string month = year + "-" + two(1 + sequence.below(12));
  const std::string day = month + "-" + two(1 + sequence.below(28));
  switch (kind) {
    case 0:
      return year;
    case 1:
      return month;
    case 2:
      return year + "~";
    case 3:
      return "../" + day;
    case 4:
      return day + "/..";
    case 5:
      return year + "-Q" + std::to_string(1 + sequence.below(4));
    case 6:
      return year + "/" + std::to_string(2026 + sequence.below(3));
    case 7:
      return "";
    case 8:
      return "2026-02-" + two(1 + sequence.below(3));
    default:
      return day;
  }
}

}  // namespace

TimelineView generated(std::uint32_t seed, std::size_t count) {
  Sequence sequence{seed * 2654435761U + 1};
  const std::uint32_t lanes = seed % 23 == 5 ? 100 : 1 + sequence.below(8);
  TimelineView view = many_events(count, lanes);
  view.title = "Graph " + std::to_string(seed);
  view.locale = seed % 2 == 0 ? "fr" : "en";
  const std::vector<std::string> hostile = hostile_strings();
  const std::uint32_t burst_share = sequence.below(4);  // of four
  for (TimelineItem& item : view.items) {
    const std::uint32_t kind = sequence.below(4) < burst_share ? 8 : sequence.below(24);
    item.date = parse_date(some_date(sequence, kind));
    item.date_label = item.date ? item.date->value : "undated";
    item.inferred = sequence.below(5) == 0;
    if (item.date && sequence.below(12) == 0) {
      if (const auto other = parse_date(some_date(sequence, 9))) item.other_dates = {*other};
    }
    if (seed % 5 == 2 && sequence.below(3) == 0) {
      item.change = static_cast<ItemChange>(1 + sequence.below(4));
      if (item.change == ItemChange::moved) item.was = parse_date(some_date(sequence, 9));
    }
    if (sequence.below(6) == 0) {
      item.label = hostile[sequence.below(static_cast<std::uint32_t>(hostile.size()))];
    }
  }
  std::stable_sort(view.items.begin(), view.items.end(), [](const auto& a, const auto& b) {
    if (a.date.has_value() != b.date.has_value()) return a.date.has_value();
    return a.date && date_before(a.date->bounds, b.date->bounds);
  });
  for (std::size_t k = 0; k < count / 6; ++k) {
    const auto any = [&] { return sequence.below(static_cast<std::uint32_t>(count)); };
    view.links.push_back({any(), any(), static_cast<LinkKind>(sequence.below(4))});
  }
  if (!view.lanes.empty() && seed % 3 == 0) {
    view.lanes[0].name = hostile[sequence.below(static_cast<std::uint32_t>(hostile.size()))];
  }
  return view;
}

TimelineView date_shapes() {
  TimelineView view;
  view.title = "Every shape of date";
  view.locale = "fr";
  view.lanes = {{"a", "Dates", EntityType::company}, {"b", "Cible", EntityType::sector}};
  view.items = {
      event("s1", 0, {1}, "un jour", "2020-03-14", "14 mars 2020", up, {1}),
      event("s2", 0, {}, "une année", "2021", "2021", down, {1}),
      event("s3", 0, {}, "un trimestre", "2022-Q2", "T2 2022", mixed, {1}),
      event("s4", 0, {1}, "vers 2019", "2019~", "vers 2019", plain, {1}),
      event("s5", 0, {}, "au plus tard", "../2023-06-01", "au plus tard le 1ᵉʳ juin 2023", up, {1}),
      event("s6", 0, {}, "depuis", "2024-02-01/..", "depuis févr. 2024", down, {1}),
      event("s7", 0, {}, "de 2016 à 2018", "2016/2018", "2016–2018", up, {1}),
      event("s8", 1, {}, "deux dates selon les sources", "2022-01-10",
            "10 janv. 2022 ou 5 nov. 2022", mixed, {1, 2}),
      event("s9", 1, {0}, "sans aucune date", "", "sans date", MarkStance::unknown, {2}),
      event("s10", 0, {}, "un jour d'une année inconnue", "XXXX-02-01", "1ᵉʳ févr.", up, {2})};
  view.items[7].other_dates = {*parse_date("2022-11-05")};
  view.notes = {note(1, "A", "Un", "2024-05-01", {1}, "Un."), note(2, "B", "Deux", "", {2, 3}, "")};
  view.extracted = 10;
  return view;
}

TimelineView undated_only() {
  TimelineView view = many_events(7, 2);
  view.title = "Nothing dated";
  for (TimelineItem& item : view.items) {
    item.date.reset();
    item.date_label = "undated";
  }
  return view;
}

std::vector<std::string> hostile_strings() {
  std::string long_title;
  while (long_title.size() < 300) long_title += "une entreprise annonce encore un accord ";
  return {"<script>alert(1)</script>",
          "\"><image href=\"file:///etc/passwd\"/>",
          "R&D &amp; &#x202E; &eacute; a && b",
          "\\N \\G \\L \\n \\\" back\\slash",
          std::string{"controls \x01\x0B\x1F\x7F nul\0inside", 24},
          "override \u202Eevil\u202C and \u2066isolate\u2069",
          "bad utf-8 \xC3\x28 \xED\xA0\x80 \xF8\x88",
          "noncharacters \uFFFE\uFFFF",
          long_title,
          std::string(20000, 'x'),
          "شركة الشرائح تعلن اتفاقا جديدا مع المنصة",
          "החברה מודיעה על הסכם חדש",
          "半导体公司宣布与交易平台达成新的供应协议并投资建厂",
          "🚀🔥👩‍👩‍👧 chips 🇫🇷 to the moon",
          "]]> <!-- --> <?xml?> javascript:alert(1)",
          "a\nb\r\nc\td",
          ""};
}

TimelineView hostile_timeline() {
  TimelineView view;
  const std::vector<std::string> strings = hostile_strings();
  view.title = strings[0];
  view.subtitle = strings[2];
  view.locale = "fr\"><x>";
  for (std::uint32_t l = 0; l < 3; ++l) {
    view.lanes.push_back({strings[1], strings[l + 8], EntityType::company});
  }
  std::uint32_t n = 0;
  for (const std::string& text : strings) {
    TimelineItem item = event(text, n % 3, {(n + 1) % 3}, text, "20" + std::to_string(10 + n), text,
                              static_cast<MarkStance>(n % 5), {n + 1});
    view.notes.push_back(note(n + 1, text, text, text, {n}, text));
    view.items.push_back(std::move(item));
    ++n;
  }
  view.links = {{0, 1, LinkKind::denies}, {5, 900, LinkKind::follows}};
  view.items[0].targets = {77};
  view.input_hash = strings[0];
  return view;
}

RelationView hostile_map() {
  RelationView view;
  const std::vector<std::string> strings = hostile_strings();
  view.title = strings[1];
  view.subtitle = strings[3];
  view.locale = "\x01";
  for (std::uint32_t i = 0; i < strings.size(); ++i) {
    view.nodes.push_back({strings[i], strings[i], strings[(i + 1) % strings.size()],
                          static_cast<EntityType>(i % 10), 1, i == 0});
    MapRelation relation;
    relation.id = strings[i];
    relation.from = i;
    relation.to = (i * 5 + 1) % static_cast<std::uint32_t>(strings.size());
    relation.label = strings[i];
    relation.stance = static_cast<MarkStance>(i % 5);
    relation.citations = citations({i + 1});
    view.relations.push_back(relation);
    view.notes.push_back(note(i + 1, strings[i], strings[i], strings[i], {}, strings[i]));
  }
  view.relations[3].to = 9999;
  return view;
}

RelationView star_map(std::size_t spokes) {
  static const std::vector<std::string> acts{"vend des puces · 2019", "poursuit · mars 2021",
                                             "s'allie à · 2017–2022 · 4 év.", "concurrence"};
  RelationView view;
  view.title = "Une étoile de " + std::to_string(spokes) + " branches";
  view.locale = "fr";
  view.nodes.push_back(
      {"hub", "Moyeu", "", EntityType::company, static_cast<double>(spokes), true});
  Sequence sequence;
  for (std::uint32_t i = 1; i <= spokes; ++i) {
    view.nodes.push_back({"s" + std::to_string(i), "Société " + std::to_string(i), "",
                          static_cast<EntityType>(sequence.below(10)), 1, false});
    MapRelation relation;
    relation.id = "r" + std::to_string(i);
    relation.from = i % 3 == 0 ? i : 0;
    relation.to = i % 3 == 0 ? 0 : i;
    relation.label = acts[i % acts.size()];
    relation.stance = static_cast<MarkStance>(sequence.below(5));
    relation.citations = citations({1});
    view.relations.push_back(relation);
    if (i % 4 == 0) {
      relation.id += "b";
      relation.from = i;
      relation.to = 1 + sequence.below(static_cast<std::uint32_t>(spokes));
      if (relation.to != relation.from) view.relations.push_back(relation);
    }
  }
  view.notes = {note(1, "Le Fil", "Étoiles", "2024", {1}, "Toutes liées.")};
  return view;
}

RelationView camps_map(std::size_t camps, std::size_t members) {
  const RelationView star = star_map(1);
  RelationView view;
  view.notes = star.notes;
  view.title = std::to_string(camps) + " camps";
  view.locale = "fr";
  const auto count = static_cast<std::uint32_t>(camps * members);
  const auto size = static_cast<std::uint32_t>(members);
  const auto relate = [&view, &cited = star.relations.front()](std::uint32_t from, std::uint32_t to,
                                                               std::uint32_t events) {
    if (from == to) return;
    MapRelation relation = cited;
    relation.id = "r" + std::to_string(view.relations.size());
    relation.from = from;
    relation.to = to;
    relation.events = events;
    relation.stance = static_cast<MarkStance>(view.relations.size() % 5);
    relation.label =
        view.relations.size() % 3 == 0 ? "fournit des moteurs · 2019–2024" : "poursuit";
    view.relations.push_back(relation);
  };
  Sequence sequence;
  for (std::uint32_t i = 0; i < count; ++i) {
    view.nodes.push_back({"a" + std::to_string(i), "Atelier n° " + std::to_string(i), "",
                          static_cast<EntityType>(sequence.below(10)), 1, i == 0});
    const std::uint32_t hub = i - i % size;
    relate(hub, i, 3);
    if (i % 3 == 0) relate(i, hub + sequence.below(size), 1);
    if (i % 7 == 0) relate(i, sequence.below(count), 1);
    if (i == hub) relate(hub, (hub + size) % count, 1);
  }
  view.groups = group_map(view);
  return view;
}

}  // namespace frise::test
