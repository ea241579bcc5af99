#include "merge/similarity.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <random>
#include <string>

using namespace frise;

TEST_CASE("a sentence is nearly the same when most of its content words are", "[merge]") {
  const auto same = [](const char* a, const char* b) {
    return near_same(content_words(a), content_words(b));
  };
  CHECK(same("Hier, la régie Béru a commandé trente rames neuves à Alta pour sa ligne 4.",
             "La régie Béru avait commandé hier trente rames neuves à Alta, pour la ligne 4."));
  CHECK_FALSE(same("Hier, la régie Béru a commandé trente rames neuves à Alta pour sa ligne 4.",
                   "Hier, la régie Béru a fermé deux gares de banlieue pour travaux."));
  CHECK(same("Alta rachète Béru.", "ALTA RACHÈTE BÉRU !"));
  CHECK_FALSE(same("Alta rachète Béru.", "Alta rachète Cora."));
  CHECK_FALSE(same("", ""));
}

TEST_CASE("banding finds what comparing everything with everything finds", "[merge]") {
  std::mt19937 random{3};
  std::vector<WordSet> sentences;
  for (int group = 0; group < 60; ++group) {
    WordSet base;
    for (int i = 0; i < 24; ++i) base.push_back(static_cast<std::uint32_t>(random()) & ~3U);
    for (int copy = 0; copy < 3; ++copy) {
      WordSet one = base;
      for (int change = 0; change < 2; ++change) {
        one[random() % one.size()] = static_cast<std::uint32_t>(random()) & ~3U;
      }
      std::sort(one.begin(), one.end());
      sentences.push_back(one);
    }
  }
  std::size_t plain = 0;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    for (std::size_t j = i + 1; j < sentences.size(); ++j) {
      if (near_same(sentences[i], sentences[j])) ++plain;
    }
  }
  const auto found = near_same_pairs(sentences);
  CHECK(plain == 180);
  CHECK(found.size() >= plain * 95 / 100);
  for (const auto& [i, j] : found) CHECK(near_same(sentences[i], sentences[j]));
}

TEST_CASE("a sentence printed everywhere meets a few of its copies only", "[merge]") {
  const WordSet words = content_words(
      "Recevez chaque matin notre lettre gratuite avec toute l'actualité économique du jour.");
  const auto pairs = near_same_pairs(std::vector<WordSet>(2000, words));
  CHECK(pairs.size() < 2000 * 10);
  CHECK(pairs.size() >= 1999);
}
