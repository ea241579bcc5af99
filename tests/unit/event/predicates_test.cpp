// Every verb and act noun of a text, and what one says of another.

#include "event_fixture.hpp"

#include "frise/event/predicate.hpp"

#include <catch2/catch.hpp>

using namespace frise;
using frise::testing::Annotated;
using frise::testing::EventFixture;

namespace {

struct Found {
  Annotated annotated;
  PredicateLayer layer;

  [[nodiscard]] std::string word(std::uint32_t index) const {
    return std::string{slice(annotated.document.text, layer.predicates[index].span)};
  }
  [[nodiscard]] std::string words() const {
    std::string out;
    for (std::uint32_t i = 0; i < layer.predicates.size(); ++i) {
      if (i != 0) out += ' ';
      if (layer.predicates[i].negated) out += '!';
      if (layer.predicates[i].modality == Modality::possibility) out += '?';
      out += word(i);
    }
    return out;
  }
  [[nodiscard]] std::string links() const {
    constexpr const char* names[] = {">", "!>", "~>", "if>"};
    std::string out;
    for (const PredicateLink& link : layer.links) {
      if (!out.empty()) out += ' ';
      out += word(link.governor) + names[static_cast<int>(link.relation)] + word(link.governed);
    }
    return out;
  }
};

Found find(const std::string& lang, const std::string& text) {
  const EventFixture& fixture = EventFixture::of(lang);
  Found found{fixture.annotate(text), {}};
  found.layer = fixture.predicates(found.annotated);
  return found;
}

}  // namespace

TEST_CASE("every verb and act noun is a predicate, auxiliaries and names are none",
          "[event][predicate]") {
  struct Row {
    const char* lang;
    const char* text;
    const char* words;
  };
  const auto row = GENERATE(values<Row>({
      {"fr", "Orval a vendu son usine.", "vendu"},
      {"fr", "La fermeture du site inquiète la ville.", "fermeture inquiète"},
      {"fr", "Une grève a commencé lundi.", "grève commencé"},
      {"fr", "La direction de la nation est calme.", ""},
      {"fr", "Orval va vendre le site.", "vendre"},
      {"fr", "Orval n'a pas vendu le site.", "!vendu"},
      {"fr", "Orval pourrait vendre le site.", "pourrait ?vendre"},
      {"fr", "Orval cesse de vendre des montres.", "cesse vendre"},
      {"en", "Orval has sold the plant.", "sold"},
      {"en", "The closure worries the region.", "closure worries"},
  }));
  CAPTURE(row.text);
  CHECK(find(row.lang, row.text).words() == row.words);
}

TEST_CASE("speech, wanting and conditions subordinate one predicate to another",
          "[event][predicate]") {
  struct Row {
    const char* text;
    const char* links;
  };
  const auto row = GENERATE(values<Row>({
      {"Orval annonce que Brumel ferme le site.", "annonce>ferme"},
      {"Orval nie avoir vendu le site.", "nie!>vendu"},
      {"« Le site ferme », a déclaré Léa Brun.", "déclaré>ferme"},
      {"Orval souhaite vendre le site.", "souhaite~>vendre"},
      {"Orval vend le site.", ""},
  }));
  CAPTURE(row.text);
  CHECK(find("fr", row.text).links() == row.links);
}
