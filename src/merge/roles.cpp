// A role is one when person, organization and words (folded: "PDG", "pdg") are the same. Nothing is
// said of when it began or ended beyond what each source says. Tested in
// tests/unit/merge/roles_test.cpp.

#include "merge/roles.hpp"

#include "merge/fold.hpp"
#include "merge/hash.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace frise {

std::vector<MergedRole> merge_roles(const std::vector<Record>& records,
                                    const EntityTable& entities) {
  using Key = std::tuple<std::string, std::string, std::string>;
  std::map<Key, MergedRole> merged;
  for (const Record& record : records) {
    for (const RecordRole& role : record.roles) {
      const auto person = entities.find(role.person);
      const auto organization = entities.find(role.organization);
      if (!person || !organization || *person == *organization) continue;
      const std::string& who = entities.entities[*person].id;
      const std::string& where = entities.entities[*organization].id;
      const std::string what = fold_name(role.role);
      const auto [found, fresh] = merged.try_emplace(Key{who, where, what});
      MergedRole& one = found->second;
      if (fresh) {
        one = {StableHash{}.add(who).add(where).add(what).id("ro-"), who, where, role.role, {}};
      }
      one.claims.push_back(
          {{record.document.id, role.sentence.span, role.sentence.number, role.sentence.text, {}},
           role.evidence,
           role.time});
    }
  }
  std::vector<MergedRole> out;
  for (auto& [key, role] : merged) {
    std::sort(role.claims.begin(), role.claims.end(), [](const RoleClaim& a, const RoleClaim& b) {
      return std::tie(a.evidence.document, a.words.begin, a.words.end, a.time) <
             std::tie(b.evidence.document, b.words.begin, b.words.end, b.time);
    });
    out.push_back(std::move(role));
  }
  std::sort(out.begin(), out.end(),
            [](const MergedRole& a, const MergedRole& b) { return a.id < b.id; });
  return out;
}

}  // namespace frise
