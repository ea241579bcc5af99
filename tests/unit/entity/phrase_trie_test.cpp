#include "entity/phrase_trie.hpp"

#include <catch2/catch.hpp>

namespace frise {
namespace {

std::vector<std::uint64_t> hashes(const std::vector<std::string>& words) {
  std::vector<std::uint64_t> out;
  for (const std::string& word : words) out.push_back(hash_word(word));
  return out;
}

TEST_CASE("the longest phrase wins, and none is found where none begins", "[entity]") {
  PhraseTrie trie;
  const std::vector<std::string> mill{"moulin"};
  const std::vector<std::string> red_mill{"moulin", "rouge"};
  trie.add(mill, 7);
  trie.add(red_mill, 9);
  const auto text = hashes({"le", "moulin", "rouge", "et", "le", "moulin"});
  std::uint32_t value = 0;
  CHECK(trie.longest(text, 0, 6, value) == 0);
  CHECK(trie.longest(text, 1, 6, value) == 2);
  CHECK(value == 9);
  CHECK(trie.longest(text, 1, 2, value) == 1);
  CHECK(value == 7);
  CHECK(trie.longest(text, 5, 6, value) == 1);
}

TEST_CASE("a phrase keeps every value in the order of adding", "[entity]") {
  PhraseTrie trie;
  const std::vector<std::string> words{"deux", "mots"};
  trie.add(words, 3);
  trie.add(words, 1);
  const auto first = trie.step(PhraseTrie::root, hash_word("deux"));
  REQUIRE(first != PhraseTrie::none);
  CHECK(trie.values(first).empty());
  const auto both = trie.values(trie.step(first, hash_word("mots")));
  REQUIRE(both.size() == 2);
  CHECK(both[0] == 3);
  CHECK(both[1] == 1);
}

TEST_CASE("thousands of phrases are all found again", "[entity]") {
  PhraseTrie trie;
  for (std::uint32_t i = 0; i < 5000; ++i) {
    const std::vector<std::string> words{"n" + std::to_string(i), "m" + std::to_string(i % 7)};
    trie.add(words, i);
  }
  std::uint32_t wrong = 0;
  for (std::uint32_t i = 0; i < 5000; ++i) {
    const auto text = hashes({"n" + std::to_string(i), "m" + std::to_string(i % 7)});
    std::uint32_t value = 0;
    if (trie.longest(text, 0, 2, value) != 2 || value != i) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("an empty phrase is not added", "[entity]") {
  PhraseTrie trie;
  trie.add({}, 1);
  const auto text = hashes({"a"});
  std::uint32_t value = 0;
  CHECK(trie.longest(text, 0, 1, value) == 0);
}

}  // namespace
}  // namespace frise
