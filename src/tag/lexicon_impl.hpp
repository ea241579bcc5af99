#pragma once

/// \file
/// Inside of Lexicon: the closed classes and orders of the pack over the mapped file.

#include "core/hash.hpp"
#include "frise/tag/tagging.hpp"
#include "tag/context.hpp"
#include "tag/features.hpp"
#include "tag/lexicon_file.hpp"
#include "tag/spelling.hpp"
#include "tag/word_class.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace frise::tag {

/// One reading with the class that context knows it by.
struct Reading {
  std::string_view lemma;
  Features features;
  WordClass word_class = WordClass::other;
};

struct KeyHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view key) const noexcept {
    return static_cast<std::size_t>(hash_bytes(key));
  }
};

}  // namespace frise::tag

namespace frise {

struct Lexicon::Impl {
  tag::LexiconFile file;
  tag::Spelling spelling;
  tag::ContextCosts context;

  /// Forms whose readings the pack settles: these win over the file.
  std::unordered_map<std::string, std::vector<tag::Reading>, tag::KeyHash, std::equal_to<>> settled;
  std::deque<std::string> lemmas;  ///< of settled forms; a deque does not move them

  /// Calls `take(lemma, features, class)` for every reading, best first. \returns whether there was
  /// any.
  template <class Take>
  bool for_each_reading(std::string_view key, Take&& take) const {
    if (const auto found = settled.find(key); found != settled.end()) {
      for (const tag::Reading& r : found->second) take(r.lemma, r.features, r.word_class);
      return true;
    }
    const tag::Entry* entry = file.find(key);
    if (entry == nullptr) return false;
    for (const tag::Group& group : file.groups(*entry)) {
      for (const std::uint32_t bits : file.features(group)) {
        const tag::Features features = tag::unpack(bits);
        take(file.lemma(group), features, tag::usual_class(features));
      }
    }
    return true;
  }
};

}  // namespace frise
