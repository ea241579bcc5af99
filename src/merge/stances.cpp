// Stances are told together when holder, target, sign, basis and date are the same; the strongest
// wording gives the strength, and every sentence stays as evidence. Tested in
// tests/unit/merge/stances_test.cpp.

#include "merge/stances.hpp"

#include "frise/record/words.hpp"
#include "merge/assemble.hpp"
#include "merge/hash.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace frise {

std::vector<MergedStance> merge_stances(const std::vector<Record>& records,
                                        const EntityTable& entities) {
  using Key = std::tuple<std::string, std::string, int, StanceBasis, std::string>;
  std::map<Key, MergedStance> merged;
  for (const Record& record : records) {
    for (const RecordStance& stance : record.stances) {
      const auto holder = entities.find(stance.holder);
      const auto target = entities.find(stance.target);
      if (!holder || !target || *holder == *target) continue;
      const int polarity = (stance.polarity > 0) - (stance.polarity < 0);
      const std::string& holder_id = entities.entities[*holder].id;
      const std::string& target_id = entities.entities[*target].id;
      const auto [found, fresh] =
          merged.try_emplace(Key{holder_id, target_id, polarity, stance.basis, stance.date.value});
      MergedStance& one = found->second;
      if (fresh) {
        one.holder = holder_id;
        one.target = target_id;
        one.polarity = polarity;
        one.basis = stance.basis;
        one.expression = stance.expression;
        one.date = stance.date;
        one.date.timex.clear();
        one.attribution = canonical(stance.attribution, entities);
        one.strength = stance.strength;
        StableHash identity;
        identity.add(holder_id).add(target_id).add(std::to_string(polarity));
        identity.add(to_string(stance.basis)).add(stance.date.value);
        one.id = identity.id("st-");
      }
      if (std::abs(stance.strength) > std::abs(one.strength)) one.strength = stance.strength;
      one.expression = std::min(one.expression, stance.expression);
      one.evidence.push_back({record.document.id, stance.sentence.span, stance.sentence.number,
                              stance.sentence.text, stance.rule});
    }
  }
  std::vector<MergedStance> out;
  for (auto& [key, stance] : merged) {
    const auto place = [](const Evidence& e) { return std::tie(e.document, e.span, e.rule); };
    std::sort(stance.evidence.begin(), stance.evidence.end(),
              [&](const Evidence& a, const Evidence& b) { return place(a) < place(b); });
    stance.evidence.erase(
        std::unique(stance.evidence.begin(), stance.evidence.end(),
                    [&](const Evidence& a, const Evidence& b) { return place(a) == place(b); }),
        stance.evidence.end());
    out.push_back(std::move(stance));
  }
  std::sort(out.begin(), out.end(),
            [](const MergedStance& a, const MergedStance& b) { return a.id < b.id; });
  return out;
}

}  // namespace frise
