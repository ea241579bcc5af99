// Who is called by a noun: kind and trade must agree, what the text told of somebody goes before
// what is only possible, and of those that are left the most present is meant. Tested in
// tests/unit/entity/reference_test.cpp.

#include "entity/resolver.hpp"

#include <algorithm>
#include <string>

namespace frise {
namespace {

constexpr std::uint32_t stranger_reach = 3;
constexpr std::size_t remembered_strangers = 6;
/// Sentences over which what was told of somebody shuts out the others.
constexpr std::uint32_t told_reach = 6;
constexpr double called_otherwise = 0.06;

}  // namespace

/// How gladly a writer calls this entity so. What the text told of it comes first: where somebody
/// is from, then the noun itself.
Resolver::Fit Resolver::fits(const Wanted& wanted, std::uint32_t entity) const {
  const Presence& presence = entities_.presence(entity);
  const std::string_view nationality = wanted.nationality;
  const bool from_there = !nationality.empty() && presence.country == nationality;
  if (!nationality.empty() && nationality != "EU" && !presence.country.empty() && !from_there) {
    return {};
  }
  // "la banque" after "la banque d'affaires X": the head of what was said.
  const bool said =
      std::any_of(presence.nouns.begin(), presence.nouns.end(),
                  [&](std::uint32_t noun) { return noun == wanted.noun || heads(wanted, noun); });
  const bool told_trade =
      wanted.trade != 0 && std::find(presence.told_trades.begin(), presence.told_trades.end(),
                                     wanted.trade) != presence.told_trades.end();
  const bool narrowed =
      !wanted.detail.empty() && std::find(presence.details.begin(), presence.details.end(),
                                          hash_word(wanted.detail)) != presence.details.end();
  Fit fit;
  fit.weight = kind_fits(wanted, entity);
  const bool named = presence.name_noun == wanted.noun;
  const NounScope scope = rules_.noun_rules[wanted.noun].scope;
  if (said || named || (narrowed && fit.weight > 0)) fit.weight = 1.5;
  if (fit.weight <= 0) return {};
  if (named && scope == NounScope::generic) fit.weight = 2.2;  // "X Group": "the group"
  if (from_there) fit.told += 4;
  if (narrowed || (said && scope == NounScope::specific)) fit.told += 2;
  if (told_trade && scope == NounScope::specific) ++fit.told;
  return fit;
}

/// Is the noun asked for the head of the longer one: "fabricant" of "fabricant de puces"?
bool Resolver::heads(const Wanted& wanted, std::uint32_t noun) const {
  const std::string_view head = rules_.noun_rules[wanted.noun].words;
  const std::string_view longer = rules_.noun_rules[noun].words;
  if (longer.size() <= head.size()) return false;
  return rules_.lang == "en"
             ? longer.ends_with(head) && longer[longer.size() - head.size() - 1] == ' '
             : longer.starts_with(head) && longer[head.size()] == ' ';
}

/// By kind and trade alone: an agency is no drugmaker, a bank no carmaker.
double Resolver::kind_fits(const Wanted& wanted, std::uint32_t entity) const {
  const NounRule& rule = rules_.noun_rules[wanted.noun];
  const Entity& record = entities_.entity(entity);
  const Presence& presence = entities_.presence(entity);
  const bool own = presence.known &&
                   std::binary_search(rule.entities.begin(), rule.entities.end(), *presence.known);
  if (rule.type == EntityType::company) {
    if (record.type != EntityType::company &&
        (record.type != EntityType::organization || presence.known || presence.sure)) {
      return 0;
    }
  } else if (rule.type == EntityType::government) {
    if (rule.field != 0) {  // "le tribunal" after "le tribunal de commerce de X"
      return trade_fits(wanted, presence) > 1 ? 1.2 : 0.0;
    }
    // A senate is no government: only what is known as one, or what the text has called so.
    if (record.type != rule.type || !presence.known || presence.field != 0) return 0;
  } else if (record.type != rule.type && !own) {
    // What only looks like a company may be a club or an agency.
    // But who was called so without a name is not somebody else.
    const bool guessed =
        record.type == EntityType::company && !presence.known && !presence.sure &&
        presence.nouns.empty() && rule.type == EntityType::organization &&
        std::none_of(strangers_.begin(), strangers_.end(), [&](const auto& other) {
          return other.called.noun == wanted.noun || heads(wanted, other.called.noun);
        });
    return guessed && rule.scope == NounScope::specific ? 0.3 : 0.0;
  }
  if (rule.scope == NounScope::generic && wanted.trade == 0) {
    return record.type == rule.type ? 1.0 : 0.6;
  }
  if (own) return 1.2;
  // A pack says what it calls its own: silence there is a no. Others may be anything not said yet.
  if (presence.known && record.from_pack && record.type != EntityType::government) return 0;
  if (!rule.entities.empty() && presence.known) return 0;
  const double fit = trade_fits(wanted, presence);
  // A thing is called only what the text or its trade has made it.
  return rule.type == EntityType::product && fit < 1 ? 0 : fit;
}

/// What the text says of a trade goes before what a word of the name does.
double Resolver::trade_fits(const Wanted& wanted, const Presence& presence) const {
  bool same = false;
  bool other = false;
  for (const std::uint16_t trade : presence.trades) {
    same = same || (wanted.trade != 0 && rules_.same_trade(trade, wanted.trade));
    other = other || rules_.other_trade(trade, wanted.trade);
  }
  if (same) return 1.3;
  if (other) return 0;
  if (presence.trades.empty() && presence.field != 0 && wanted.trade != 0) {
    if (rules_.same_trade(presence.field, wanted.trade)) return 1.3;
    return 0;
  }
  const bool called =
      presence.field != 0 || presence.name_noun ||
      std::any_of(presence.nouns.begin(), presence.nouns.end(), [&](std::uint32_t noun) {
        return rules_.noun_rules[noun].scope == NounScope::specific;
      });
  return called ? called_otherwise : 0.5;
}

std::optional<std::uint32_t> Resolver::noun(const Wanted& wanted, const Place& place) const {
  const auto fit_of = [&](std::uint32_t candidate) {
    return place.object && place.subject == candidate ? Fit{} : fits(wanted, candidate);
  };
  int most_told = 0;
  for (const std::uint32_t candidate : entities_.recent()) {
    if (place.sentence - entities_.presence(candidate).sentence > told_reach) continue;
    most_told = std::max(most_told, fit_of(candidate).told);
  }
  const auto entity = best(place, noun_reach, [&](std::uint32_t candidate) {
    const Fit fit = fit_of(candidate);
    if (fit.told < most_told) return 0.0;
    // What the sentence, or the one before, is about goes on.
    const bool goes_on = place.subject == candidate || place.previous == candidate;
    return fit.weight * (goes_on && fit.weight > called_otherwise ? 1.4 : 1.0);
  });
  return entity && outdated(wanted, *entity, place) ? std::nullopt : entity;
}

/// Was somebody without a name called so since?
bool Resolver::outdated(const Wanted& wanted, std::uint32_t entity, const Place& place) const {
  const EntityType type = rules_.noun_rules[wanted.noun].type;
  return std::any_of(strangers_.begin(), strangers_.end(), [&](const Stranger& stranger) {
    const bool alike = stranger.called.noun == wanted.noun ||
                       (rules_.noun_rules[stranger.called.noun].type == type && wanted.trade != 0 &&
                        stranger.called.trade == wanted.trade);
    return alike && place.sentence - stranger.sentence <= stranger_reach &&
           stranger.token > entities_.presence(entity).token;
  });
}

void Resolver::stranger(const Wanted& wanted, const Place& place) {
  if (strangers_.size() == remembered_strangers) strangers_.erase(strangers_.begin());
  strangers_.push_back({wanted, place.sentence, place.token});
}

}  // namespace frise
