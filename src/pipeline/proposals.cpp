// Records are kept as their names alone, merged as a corpus is, then ranked. An alias is proposed
// only where it means one entity: what two are called would make a text ambiguous. Tested in
// tests/unit/pipeline/proposals_test.cpp.

#include "frise/pipeline/proposals.hpp"

#include "frise/pipeline/story.hpp"
#include "merge/entities.hpp"
#include "merge/fold.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace frise {
namespace {

constexpr std::size_t context = 90;  ///< bytes of a sentence shown before and after a name
constexpr std::size_t most_aliases = 8;
constexpr std::size_t most_roles = 3;

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// The line around a span, cut between words where it is long.
std::string words_around(std::string_view text, Span span) {
  const auto before = text.rfind('\n', span.begin);
  std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  std::size_t end = std::min(text.find('\n', span.end), text.size());
  const bool cut_begin = span.begin - begin > context;
  const bool cut_end = end - span.end > context;
  if (cut_begin) {
    begin = span.begin - context;
    while (begin < span.begin && text[begin] != ' ') ++begin;
    while (begin < span.begin && (text[begin] == ' ' || continues(text[begin]))) ++begin;
  }
  if (cut_end) {
    end = span.end + context;
    while (end > span.end && text[end] != ' ') --end;
  }
  std::string out = cut_begin ? "... " : "";
  out += text.substr(begin, end - begin);
  if (cut_end) out += " ...";
  return out;
}

/// All the words of a name, or none: brackets are grammar of the pack's aliases.
bool can_be_alias(std::string_view name) {
  return !name.empty() && name.find_first_of("[]\n") == std::string_view::npos;
}

/// "Kagan" of "Michael Kagan": other people may bear it.
bool is_part_of_person(const std::string& form, const MergedEntity& entity) {
  return entity.type == EntityType::person && form.find(' ') == std::string::npos &&
         (" " + fold_name(entity.name) + " ").find(" " + fold_name(form) + " ") !=
             std::string::npos;
}

const char* spelled(RoleTime time) {
  switch (time) {
    case RoleTime::past:
      return " (past)";
    case RoleTime::then:
      return " (then)";
    case RoleTime::future:
      return " (future)";
    case RoleTime::present:
      break;
  }
  return "";
}

}  // namespace

std::string_view slug_in(std::string_view id) noexcept {
  const auto colon = id.find(':');
  return colon == std::string_view::npos ? id : id.substr(colon + 1);
}

void Proposer::add(const Record& record, std::string_view text) {
  Record names;
  names.document = record.document;
  names.entities = record.entities;
  names.roles = record.roles;
  std::set<std::string_view> shown;
  for (const RecordMention& mention : record.mentions) {
    if (mention.kind != MentionKind::name || mention.entity.empty()) continue;
    names.mentions.push_back(mention);
    if (!shown.insert(mention.entity).second || mention.quote.span.end > text.size()) continue;
    Example example{record.document.id, words_around(text, mention.quote.span)};
    const auto [at, fresh] = examples_.try_emplace(mention.entity, example);
    if (!fresh) at->second = std::min(at->second, std::move(example));
  }
  std::erase_if(names.entities,
                [&](const RecordEntity& entity) { return !shown.contains(entity.id); });
  records_.push_back(std::move(names));
}

std::vector<Proposal> Proposer::propose(const ProposalOptions& options) && {
  make_ids_distinct(records_);
  std::sort(records_.begin(), records_.end(),
            [](const Record& a, const Record& b) { return a.document.id < b.document.id; });
  const EntityTable table = merge_entities(records_);

  std::vector<Example> examples(table.entities.size());
  for (const auto& [id, example] : examples_) {
    const auto index = table.find(id);
    if (!index) continue;
    Example& best = examples[*index];
    best = best.words.empty() ? example : std::min(best, example);
  }
  std::vector<std::set<std::string>> roles(table.entities.size());
  for (const Record& record : records_) {
    for (const RecordRole& role : record.roles) {
      const auto person = table.find(role.person);
      const auto organization = table.find(role.organization);
      if (!person || !organization) continue;
      roles[*person].insert(role.role + ", " + table.entities[*organization].name +
                            spelled(role.time));
    }
  }

  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < table.entities.size(); ++i) order.push_back(i);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto rank = [&](std::uint32_t i) {
      const MergedEntity& entity = table.entities[i];
      return std::tuple{-static_cast<std::int64_t>(entity.mentions),
                        -static_cast<std::int64_t>(entity.documents.size()), std::cref(entity.id)};
    };
    const auto left = rank(a);
    const auto right = rank(b);
    if (std::get<0>(left) != std::get<0>(right)) return std::get<0>(left) < std::get<0>(right);
    if (std::get<1>(left) != std::get<1>(right)) return std::get<1>(left) < std::get<1>(right);
    return std::get<2>(left).get() < std::get<2>(right).get();
  });

  // A name belongs to who bears it as his own, else to the first who is called so.
  const std::set<std::string, std::less<>> before{options.before.begin(), options.before.end()};
  std::set<std::string> taken;
  for (const PackEntity& entity : options.taken) {
    taken.insert(fold_name(entity.name));
    for (const std::string& alias : entity.aliases) taken.insert(fold_name(alias));
  }
  std::vector<Proposal> proposals;
  std::vector<const MergedEntity*> sources;
  for (const std::uint32_t i : order) {
    const MergedEntity& entity = table.entities[i];
    if (entity.mentions < options.at_least || entity.type == EntityType::place) continue;
    if ((options.known && options.known(entity.id)) || before.contains(slug_in(entity.id))) {
      continue;
    }
    if (!can_be_alias(entity.name) || !taken.insert(fold_name(entity.name)).second) continue;
    Proposal proposal{entity.id,
                      entity.name,
                      entity.type,
                      {},
                      {},
                      entity.mentions,
                      static_cast<std::uint32_t>(entity.documents.size()),
                      examples[i].words,
                      examples[i].document,
                      {}};
    for (const std::string& role : roles[i]) {
      if (proposal.roles.size() < most_roles) proposal.roles.push_back(role);
    }
    proposals.push_back(std::move(proposal));
    sources.push_back(&entity);
  }
  for (std::size_t i = 0; i < proposals.size(); ++i) {
    Proposal& proposal = proposals[i];
    for (const std::string& form : sources[i]->aliases) {
      const std::string folded = fold_name(form);
      if (!can_be_alias(form) || folded == fold_name(proposal.name)) continue;
      const bool sure = proposal.aliases.size() < most_aliases &&
                        !is_part_of_person(form, *sources[i]) && taken.insert(folded).second;
      auto& list = sure ? proposal.aliases : proposal.doubtful;
      if (list.size() < most_aliases) list.push_back(form);
    }
  }
  return proposals;
}

}  // namespace frise
