#pragma once

/// \file
/// The entity stage as the tests ask it: text in, "words=entity" out.

#include "frise/entity/mention.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace frise::entity_test {

/// A language with its packs, loaded once a process.
class Bench {
 public:
  static const Bench& french() {
    static const Bench bench{"fr", false};
    return bench;
  }
  static const Bench& english() {
    static const Bench bench{"en", false};
    return bench;
  }
  static const Bench& french_crypto() {
    static const Bench bench{"fr", true};
    return bench;
  }
  static const Bench& english_crypto() {
    static const Bench bench{"en", true};
    return bench;
  }

  [[nodiscard]] EntityLayer read(const std::string& text) const {
    Document document;
    document.text = text;
    document.lang = pack_.lang();
    const Segmentation segmentation = segment(document, segment_rules_);
    const std::vector<WordTag> tags = tag_words(segmentation, lexicon_);
    return annotate_entities(document, segmentation, tags, rules_, lexicon_);
  }

  /// Mentions of one kind, in the order of the text: "Renault=company:renault; il=?".
  [[nodiscard]] std::string mentions(const std::string& text, MentionKind kind) const {
    const EntityLayer layer = read(text);
    std::string out;
    for (const Mention& mention : layer.mentions) {
      if (mention.kind != kind) continue;
      if (!out.empty()) out += "; ";
      out += slice(text, mention.span);
      out += '=';
      out += mention.entity ? layer.entities[*mention.entity].id : "?";
      if (mention.second) out += "&" + layer.entities[*mention.second].id;
      if (mention.possessor) out += "<" + layer.entities[*mention.possessor].id;
    }
    return out;
  }
  [[nodiscard]] std::string names(const std::string& text) const {
    return mentions(text, MentionKind::name);
  }
  [[nodiscard]] std::string nominals(const std::string& text) const {
    return mentions(text, MentionKind::nominal);
  }
  [[nodiscard]] std::string pronouns(const std::string& text) const {
    return mentions(text, MentionKind::pronoun);
  }
  [[nodiscard]] std::string roles(const std::string& text) const {
    const EntityLayer layer = read(text);
    std::string out;
    for (const RoleFact& fact : layer.roles) {
      if (!out.empty()) out += "; ";
      constexpr std::array times{"", "(past) ", "(then) ", "(future) "};
      out += layer.entities[fact.person].id + " " + fact.role + " " +
             times[static_cast<std::size_t>(fact.time)] + layer.entities[fact.organization].id;
    }
    return out;
  }

 private:
  template <class T>
  static T must(Result<T> result) {
    if (!result) FAIL(to_string(result.error()));
    return std::move(*result);
  }
  static std::string root() { return FRISE_TEST_DATA_ROOT; }
  static std::vector<SubjectPack> subjects(bool crypto) {
    std::vector<SubjectPack> out;
    if (crypto) out.push_back(must(SubjectPack::load(root() + "/subject/tech-crypto")));
    return out;
  }

  Bench(const std::string& lang, bool crypto)
      : pack_{must(LanguagePack::load(root() + "/lang/" + lang))},
        segment_rules_{must(SegmentRules::compile(pack_))},
        lexicon_{must(Lexicon::open(pack_, root() + "/lexicon/" + lang + ".lex"))},
        rules_{must(EntityRules::compile(pack_, segment_rules_, subjects(crypto)))} {}

  LanguagePack pack_;
  SegmentRules segment_rules_;
  Lexicon lexicon_;
  EntityRules rules_;
};

}  // namespace frise::entity_test
