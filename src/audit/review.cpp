// Five questions, each of its own; likeness only proposes and never decides. Tested in
// tests/unit/audit/review_test.cpp.

#include "frise/audit/review.hpp"

#include "frise/record/words.hpp"
#include "merge/fold.hpp"
#include "merge/reports.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace frise {
namespace {

constexpr std::size_t most_namesakes = 24;  // a word that more bear tells nothing
constexpr std::size_t most_looked_at = 8;   // events before one in its block
constexpr std::chrono::days near_dates{31};

/// A basic string of TOML.
std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      out += fmt::format("\\u{:04X}", byte);
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string listed(const std::set<std::string>& items) {
  std::string out;
  for (const std::string& item : items) out += (out.empty() ? "" : ", ") + quoted(item);
  return '[' + out + ']';
}

std::vector<std::string> words_of(const std::string& folded) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    if (end > at) words.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

/// One is called by some of the words of the other, in their order.
bool is_part(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  if (part.empty() || part.size() >= whole.size()) return false;
  return std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end();
}

/// "boe" of "bank of example".
bool is_acronym(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  if (part.size() != 1 || whole.size() < 3 || part[0].size() != whole.size()) return false;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (part[0][i] != whole[i][0]) return false;
  }
  return true;
}

class Reviewer {
 public:
  explicit Reviewer(const EventGraph& graph) : graph_{graph}, corpus_{graph.corpus()} {
    for (const CorrectionNote& note : corpus_.corrections) {
      settled_.insert(note.ids.begin(), note.ids.end());
    }
    for (const MergedEvent& event : corpus_.events) {
      for (const MergedParticipant& a : event.participants) {
        for (const MergedParticipant& b : event.participants) {
          if (a.entity < b.entity) together_.emplace(a.entity, b.entity);
        }
      }
    }
    for (const EventLink& link : corpus_.links) {
      linked_.insert(std::minmax(link.from, link.to));
    }
  }

  std::vector<Suggestion> run() {
    same_actors();
    two_in_one();
    same_events();
    doubtful_dates();
    missing_dates();
    std::sort(out_.begin(), out_.end(), [](const Suggestion& a, const Suggestion& b) {
      return std::tie(b.weight, a.toml) < std::tie(a.weight, b.toml);
    });
    return std::move(out_);
  }

 private:
  void propose(std::size_t weight, std::string reason, std::string toml) {
    out_.push_back({weight, std::move(reason), std::move(toml)});
  }

  [[nodiscard]] bool settled(const std::string& id) const { return settled_.contains(id); }

  [[nodiscard]] std::size_t weight_of(const MergedEvent& event) const {
    std::size_t weight = event.claims.size();
    for (const MergedParticipant& one : event.participants) weight += graph_.degree(one.entity);
    return weight;
  }

  void same_actors() {
    struct Named {
      const MergedEntity* entity;
      std::vector<std::string> words;
    };
    std::vector<Named> all;
    std::map<std::string, std::vector<std::size_t>> bearers;
    for (const MergedEntity& entity : corpus_.entities) {
      all.push_back({&entity, words_of(fold_name(entity.name))});
      const auto& words = all.back().words;
      const std::set<std::string> keys{words.begin(), words.end()};
      for (const std::string& word : keys) bearers[word].push_back(all.size() - 1);
      if (words.size() < 3) continue;
      std::string initials;
      for (const std::string& word : words) initials += word[0];
      if (!keys.contains(initials)) bearers[initials].push_back(all.size() - 1);
    }
    std::set<std::pair<std::size_t, std::size_t>> seen;
    for (const auto& [word, named] : bearers) {
      if (named.size() > most_namesakes) continue;
      for (std::size_t i = 0; i < named.size(); ++i) {
        for (std::size_t j = i + 1; j < named.size(); ++j) {
          if (!seen.emplace(named[i], named[j]).second) continue;
          const Named& a = all[named[i]];
          const Named& b = all[named[j]];
          if (a.words.size() >= b.words.size()) {
            same_actor(*a.entity, a.words, *b.entity, b.words);
          } else {
            same_actor(*b.entity, b.words, *a.entity, a.words);
          }
        }
      }
    }
  }

  void same_actor(const MergedEntity& whole, const std::vector<std::string>& whole_words,
                  const MergedEntity& part, const std::vector<std::string>& part_words) {
    if (settled(whole.id) && settled(part.id)) return;
    if (together_.contains(std::minmax(whole.id, part.id))) return;  // told apart by a source
    const auto propose_merge = [&](const std::string& why) {
      propose(graph_.degree(whole.id) + graph_.degree(part.id), why,
              fmt::format("[[merge]]\nentities = [{}, {}]\n", quoted(whole.id), quoted(part.id)));
    };
    const std::string types =
        whole.type == part.type
            ? fmt::format(", each a {}", to_string(whole.type))
            : fmt::format(", a {} and a {}", to_string(whole.type), to_string(part.type));
    if (whole_words == part_words) {
      return propose_merge(fmt::format("both are called \"{}\"{}", whole.name, types));
    }
    if (whole.type != part.type) return;
    if (is_part(part_words, whole_words)) {
      propose_merge(
          fmt::format("\"{}\" is part of the name \"{}\"{}", part.name, whole.name, types));
    } else if (is_acronym(part_words, whole_words)) {
      propose_merge(
          fmt::format("\"{}\" are the initials of \"{}\"{}", part.name, whole.name, types));
    }
  }

  /// A person with a role in two organizations, by documents that do not overlap.
  void two_in_one() {
    std::map<std::string, std::map<std::string, std::set<std::string>>> places;
    for (const MergedRole& role : corpus_.roles) {
      for (const RoleClaim& claim : role.claims) {
        if (claim.time == RoleTime::present) {
          places[role.person][role.organization].insert(claim.evidence.document);
        }
      }
    }
    for (const auto& [person, organizations] : places) {
      const MergedEntity* entity = graph_.entity(person);
      if (organizations.size() < 2 || settled(person) || entity == nullptr) continue;
      const auto& [first, first_documents] = *organizations.begin();
      for (auto other = std::next(organizations.begin()); other != organizations.end(); ++other) {
        const auto& [second, second_documents] = *other;
        std::set<std::string> both;
        std::set_intersection(first_documents.begin(), first_documents.end(),
                              second_documents.begin(), second_documents.end(),
                              std::inserter(both, both.end()));
        if (!both.empty()) continue;
        propose(
            graph_.degree(person),
            fmt::format("{} is told to be of {} in some articles and of {} in others: one or two?",
                        entity->name, name(first), name(second)),
            fmt::format("[[split]]\nentity = {}\ndocuments = {}\nid = {}\nname = {}\n",
                        quoted(person), listed(second_documents), quoted(person + "-2"),
                        quoted(fmt::format("{} ({})", entity->name, name(second)))));
        break;
      }
    }
  }

  [[nodiscard]] std::string name(const std::string& id) const {
    const MergedEntity* entity = graph_.entity(id);
    return entity == nullptr ? id : entity->name;
  }

  /// Events of one type and the same two actors, near in time or one of them undated.
  void same_events() {
    std::map<std::tuple<EventType, bool, std::string, std::string>, std::vector<const MergedEvent*>>
        blocks;
    for (const MergedEvent& event : corpus_.events) {
      const auto& people = event.participants;
      if (!event.salient || people.size() < 2 || people[0].role != ParticipantRole::agent) continue;
      const bool actual = reality_of(event.factuality) == Reality::actual && !event.negated;
      blocks[{event.type, actual, people[0].entity, people[1].entity}].push_back(&event);
    }
    for (const auto& [key, events] : blocks) {
      for (std::size_t i = 1; i < events.size(); ++i) {
        const std::size_t first = i > most_looked_at ? i - most_looked_at : 0;
        for (std::size_t j = first; j < i; ++j) same_event(*events[j], *events[i]);
      }
    }
  }

  void same_event(const MergedEvent& a, const MergedEvent& b) {
    if ((settled(a.id) && settled(b.id)) || linked_.contains(std::minmax(a.id, b.id))) return;
    const DayBounds& x = a.date.bounds;
    const DayBounds& y = b.date.bounds;
    std::string why;
    if (!x.known() || !y.known()) {
      why = "one of them has no full date";
    } else if (*y.earliest - *x.latest <= near_dates && *x.earliest - *y.latest <= near_dates) {
      why = a.date.value + " and " + b.date.value;
    } else {
      return;
    }
    const bool a_first = a.claims.size() >= b.claims.size();
    const MergedEvent& keeps = a_first ? a : b;
    const MergedEvent& goes = a_first ? b : a;
    propose(
        weight_of(a) + b.claims.size(),
        fmt::format("one event or two ({})? \"{}\" and \"{}\"", why, keeps.summary, goes.summary),
        fmt::format("[[merge]]\nevents = [{}, {}]\n", quoted(keeps.id), quoted(goes.id)));
  }

  static std::string date_entry(const MergedEvent& event, const std::string& date) {
    return fmt::format("[[date]]\nevent = {}\nclaim = {}\ndate = {}\n", quoted(event.id),
                       quoted(event.claims.front().id), quoted(date));
  }

  void doubtful_dates() {
    for (const MergedEvent& event : corpus_.events) {
      if (!event.dates_disagree || settled(event.id)) continue;
      std::map<std::string, std::set<std::string>> told;
      for (const Claim& claim : event.claims) {
        if (!claim.date.value.empty()) told[claim.date.value].insert(claim.evidence.document);
      }
      std::string reason = fmt::format("\"{}\" is dated {}", event.summary, event.date.value);
      std::string other;
      for (const auto& [date, documents] : told) {
        reason += fmt::format("; {} by {}", date, fmt::join(documents, ", "));
        const bool more = other.empty() || told[other].size() < documents.size();
        if (date != event.date.value && parse_date(date) && more) other = date;
      }
      if (other.empty()) continue;
      propose(weight_of(event), reason, date_entry(event, other));
    }
  }

  /// Told as having happened, so no later than its first article.
  void missing_dates() {
    for (const MergedEvent& event : corpus_.events) {
      const bool undated = !event.date.bounds.earliest && !event.date.bounds.latest;
      if (!undated || !event.salient || settled(event.id)) continue;
      if (reality_of(event.factuality) != Reality::actual) continue;
      const RecordDocument* first = nullptr;
      for (const Claim& claim : event.claims) {
        const RecordDocument* document = graph_.document(claim.evidence.document);
        if (document == nullptr || !document->published.bounds.latest) continue;
        if (first == nullptr ||
            *document->published.bounds.latest < *first->published.bounds.latest) {
          first = document;
        }
      }
      if (first == nullptr) continue;
      const std::string day = to_iso(*first->published.bounds.latest);
      propose(
          weight_of(event),
          fmt::format("no date is told of \"{}\"; {} has it by {}", event.summary, first->id, day),
          date_entry(event, "../" + day));
    }
  }

  const EventGraph& graph_;
  const Corpus& corpus_;
  std::set<std::string> settled_;
  std::set<std::pair<std::string, std::string>> together_;
  std::set<std::pair<std::string, std::string>> linked_;
  std::vector<Suggestion> out_;
};

/// Line breaks would end a comment.
std::string one_line(std::string text) {
  for (char& c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) c = ' ';
  }
  return text;
}

}  // namespace

std::vector<Suggestion> review(const EventGraph& graph) { return Reviewer{graph}.run(); }

std::string to_toml(const std::vector<Suggestion>& suggestions, std::size_t most) {
  const std::size_t count = std::min(most, suggestions.size());
  std::string out = fmt::format(
      "## {} of {} proposals, what matters most first. Take one # off the lines of those that are "
      "right.\n",
      count, suggestions.size());
  for (std::size_t i = 0; i < count; ++i) {
    out += "\n## " + one_line(suggestions[i].reason) + '\n';
    const std::string& toml = suggestions[i].toml;
    for (std::size_t at = 0; at < toml.size();) {
      const std::size_t end = toml.find('\n', at);
      out += '#' + toml.substr(at, end - at) + '\n';
      at = end + 1;
    }
  }
  return out;
}

}  // namespace frise
