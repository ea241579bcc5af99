// Tested through annotate_entities in tests/unit/entity/reference_test.cpp.

#include "entity/register.hpp"

#include <algorithm>
#include <cmath>

namespace frise {
namespace {

constexpr std::size_t remembered = 24;
constexpr std::size_t remembered_nouns = 12;
constexpr double fading = 0.6;  ///< weight left after one more sentence
constexpr double subject_weight = 2.0;
constexpr double other_weight = 0.8;
constexpr double lasting_weight = 0.12;  ///< of each mention, whatever the distance
constexpr std::uint32_t lasting_times = 6;

/// Line breaks and double spaces inside a name are the page's.
std::string one_line(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

template <class T>
void remember(std::vector<T>& list, T value) {
  const bool said = std::find(list.begin(), list.end(), value) != list.end();
  if (!said && list.size() < remembered_nouns) list.push_back(value);
}

}  // namespace

std::uint32_t Register::add(std::string id, std::string name, EntityType type, bool from_pack) {
  const auto [at, added] = index_.emplace(id, static_cast<std::uint32_t>(layer_.entities.size()));
  if (added) {
    layer_.entities.push_back({std::move(id), std::move(name), type, from_pack});
    presences_.emplace_back();
  }
  return at->second;
}

std::uint32_t Register::known(std::uint32_t index) {
  const KnownEntity& entity = rules_.entities[index];
  const std::uint32_t at = add(entity.id, entity.name, entity.type, entity.from_pack);
  Presence& presence = presences_[at];
  if (!presence.known) {
    presence.known = index;
    presence.gender = entity.gender;
    presence.country = entity.country;
    presence.field = entity.field;
  }
  return at;
}

std::uint32_t Register::found(const NamedThing& thing) {
  std::string name = one_line(thing.name);
  std::string id{to_string(thing.type)};
  id += ':';
  id += slug_of(name);
  const std::uint32_t at = add(std::move(id), std::move(name), thing.type, false);
  if (presences_[at].gender == Gender::unknown) presences_[at].gender = thing.gender;
  presences_[at].field = thing.field;
  presences_[at].sure = thing.sure;
  return at;
}

void Register::learn_trade(std::uint32_t entity, std::uint16_t trade) {
  if (trade != 0) remember(presences_[entity].trades, trade);
}

void Register::learn(std::uint32_t entity, std::uint32_t noun, std::uint16_t trade,
                     std::string_view detail) {
  Presence& presence = presences_[entity];
  remember(presence.nouns, noun);
  learn_trade(entity, trade);
  if (trade != 0) remember(presence.told_trades, trade);
  if (!detail.empty()) remember(presence.details, hash_word(detail));
  // "géant du luxe" is one noun of the table: its last word narrows it as well.
  const std::string& words = rules_.noun_rules[noun].words;
  if (const auto space = words.rfind(' '); space != std::string::npos) {
    remember(presence.details, hash_word(std::string_view{words}.substr(space + 1)));
  }
}

void Register::mention(std::uint32_t entity, std::uint32_t sentence, std::uint32_t token,
                       bool subject) {
  Presence& presence = presences_[entity];
  const auto passed = static_cast<double>(std::min(40U, sentence - presence.sentence));
  presence.weight =
      presence.weight * std::pow(fading, passed) + (subject ? subject_weight : other_weight);
  presence.sentence = sentence;
  presence.token = token;
  ++presence.times;
  const auto at = std::find(recent_.begin(), recent_.end(), entity);
  if (at != recent_.end()) {
    std::rotate(recent_.begin(), at, at + 1);
  } else {
    recent_.insert(recent_.begin(), entity);
    if (recent_.size() > remembered) recent_.pop_back();
  }
}

double Register::salience(std::uint32_t entity, std::uint32_t sentence) const {
  const Presence& presence = presences_[entity];
  if (presence.times == 0) return 0;
  const auto distance = static_cast<double>(std::min(40U, sentence - presence.sentence));
  return presence.weight * std::pow(fading, distance) +
         lasting_weight * std::min(lasting_times, presence.times);
}

}  // namespace frise
