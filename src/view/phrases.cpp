// Names are found in a summary as whole words, case and accents aside, so "d'Ethereum" ends before
// "Ethereum" and loses its "d'". Tested in tests/unit/view/map_test.cpp.

#include "view/phrases.hpp"

#include "merge/fold.hpp"
#include "view/lanes.hpp"
#include "view/text.hpp"
#include "view/words.hpp"

#include <algorithm>

namespace frise {
namespace {

constexpr std::size_t longest_predicate = 32;
constexpr std::size_t longest_whole_predicate = 48;

/// A word of a text: where it stands, and how it folds.
struct PlacedWord {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string folded;
};

bool is_break(std::string_view text, std::size_t at, std::size_t& length) noexcept {
  for (const std::string_view mark : {" ", "'", "’", "\u00A0", "\u202F", ",", "«", "»", "(", ")"}) {
    if (text.substr(at).starts_with(mark)) {
      length = mark.size();
      return true;
    }
  }
  return false;
}

std::vector<PlacedWord> cut_words(std::string_view text) {
  std::vector<PlacedWord> words;
  std::size_t begin = 0;
  const auto finish = [&](std::size_t end) {
    if (end > begin) words.push_back({begin, end, fold_name(text.substr(begin, end - begin))});
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = 0;
    if (is_break(text, at, length)) {
      finish(at);
      at += length;
      begin = at;
    } else {
      ++at;
    }
  }
  finish(text.size());
  return words;
}

/// Index of the first word of any of the entity's names at or after `from`, and how many words it
/// has.
struct Found {
  std::size_t at = 0;
  std::size_t count = 0;
};

Found find_name(const std::vector<PlacedWord>& words, const MergedEntity& entity,
                std::size_t from) {
  Found best{words.size(), 0};
  const auto look = [&](const std::string& name) {
    std::vector<std::string> wanted;
    for (const PlacedWord& word : cut_words(name)) {
      if (!word.folded.empty()) wanted.push_back(word.folded);
    }
    if (wanted.empty()) return;
    for (std::size_t i = from; i + wanted.size() <= words.size() && i <= best.at; ++i) {
      const bool same =
          std::equal(wanted.begin(), wanted.end(), words.begin() + static_cast<std::ptrdiff_t>(i),
                     [](const std::string& a, const PlacedWord& b) { return a == b.folded; });
      if (!same) continue;
      if (i < best.at || wanted.size() > best.count) best = {i, wanted.size()};
      break;
    }
  };
  look(entity.name);
  for (const std::string& alias : entity.aliases) look(alias);
  return best;
}

}  // namespace

std::string summary_of(const MergedEvent& event, const EventGraph& graph,
                       const std::string& locale) {
  if (std::string summary = clean_text(event.summary); !summary.empty()) return summary;
  const auto actors = actors_of(event);
  std::string text;
  for (const std::string_view actor : actors) {
    const MergedEntity* entity = graph.entity(actor);
    if (entity != nullptr) text += (text.empty() ? "" : ", ") + clean_text(entity->name);
  }
  text += std::string{word(Word::colon, locale)} +
          std::string{act_word(event.type, ParticipantRole::patient, locale)};
  for (const MergedParticipant& participant : event.participants) {
    if (participant.role == ParticipantRole::agent) continue;
    const MergedEntity* entity = graph.entity(participant.entity);
    if (entity != nullptr &&
        std::find(actors.begin(), actors.end(), participant.entity) == actors.end()) {
      text += " " + clean_text(entity->name);
      break;
    }
  }
  return text;
}

const std::string& quote_of(const MergedEvent& event) {
  for (const Claim& claim : event.claims) {
    if (claim.summary == event.summary && claim.copy_of.empty()) return claim.evidence.quote;
  }
  return event.claims.front().evidence.quote;
}

std::string predicate_of(const MergedEvent& event, const MergedEntity& agent,
                         const MergedEntity& target) {
  const std::string summary = clean_text(event.summary);
  const std::vector<PlacedWord> words = cut_words(summary);
  const Found subject = find_name(words, agent, 0);
  // "Le groupe Alta rachète ...": a title before the name is fine, a clause is not.
  if (subject.count == 0 || subject.at > 2) return {};
  const std::size_t begin = subject.at + subject.count;
  const Found object = find_name(words, target, begin);
  const bool named = object.count > 0;
  if (!named && summary.ends_with("…")) return {};
  std::size_t end = object.at;
  while (end > begin && is_loose_end(words[end - 1].folded)) --end;
  // "Alta et Béru ...", "Alta : le logiciel ...": no verb follows the name.
  if (begin >= end || words[begin].folded.empty() || is_conjunction(words[begin].folded)) return {};
  const auto clause = std::find_if(words.begin() + static_cast<std::ptrdiff_t>(begin),
                                   words.begin() + static_cast<std::ptrdiff_t>(end),
                                   [](const PlacedWord& one) { return opens_clause(one.folded); });
  if (clause != words.begin() + static_cast<std::ptrdiff_t>(end)) return {};
  std::string_view text{summary};
  text = text.substr(words[begin].begin, words[end - 1].end - words[begin].begin);
  while (text.ends_with('.')) text.remove_suffix(1);
  if (text.find_first_of(",:;\"(") != std::string_view::npos ||
      text.find("«") != std::string_view::npos || text.find("“") != std::string_view::npos) {
    return {};
  }
  const std::size_t most = named ? longest_predicate : longest_whole_predicate;
  return count_characters(text) > most ? std::string{} : std::string{text};
}

std::string_view reservation_of(const MergedEvent& event, std::string_view locale) {
  if (event.negated) return word(Word::negated, locale);
  switch (event.factuality) {
    case Factuality::planned:
      return word(Word::planned, locale);
    case Factuality::denied:
      return word(Word::denied, locale);
    case Factuality::reported:
    case Factuality::possible:
    case Factuality::probable:
      return word(Word::unconfirmed, locale);
    default:
      return {};
  }
}

}  // namespace frise
