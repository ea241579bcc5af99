// Reads an article from memory, annotates it with the installed packs and prints the day that its
// text gives: the library is found, links, and finds its data.

#include <cstdio>
#include <string>

#include "frise/graph/event_graph.hpp"
#include "frise/pipeline/annotator.hpp"
#include "frise/read/reader.hpp"

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const auto annotator = frise::Annotator::load({.data_root = arguments[1]});
  if (!annotator || frise::parse_graph("{")) return 1;
  std::string value;
  frise::read_bytes("article.txt", "Le 2 mai 2019, la mairie a inauguré le pont.\n", {.lang = "fr"},
                    [&](const frise::Result<frise::Document>& document) {
                      const auto record = annotator->annotate(*document);
                      if (record && !record->timex.empty()) value = record->timex.front().value;
                      return true;
                    });
  std::puts(value.c_str());
  return 0;
}
