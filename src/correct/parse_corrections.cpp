// Each action has one row of keys it takes; what an entry is about follows from which of them it
// has. Tested in tests/unit/correct/parse_corrections_test.cpp.

#include "frise/correct/corrections.hpp"

#include "frise/record/words.hpp"
#include "record/quotes.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <utility>

namespace frise {
namespace {

constexpr std::array<std::string_view, 9> action_words{
    "date", "merge", "split", "rename", "retype", "hide", "add", "confirm", "distinct"};
constexpr std::array<std::string_view, 5> thing_words{"entity", "event", "stance", "role", "link"};

struct Shape {
  CorrectionAction action;
  CorrectedThing thing;
  std::vector<std::string_view> needs;  ///< the first one tells which shape an entry has
  std::vector<std::string_view> takes;
};

const std::vector<Shape>& shapes() {
  using A = CorrectionAction;
  using T = CorrectedThing;
  static const std::vector<Shape> all{
      {A::date, T::event, {"event", "date"}, {"claim"}},
      {A::merge, T::entity, {"entities"}, {}},
      {A::merge, T::event, {"events"}, {}},
      {A::split, T::entity, {"entity", "documents", "id", "name"}, {}},
      {A::split, T::event, {"event", "claims"}, {}},
      {A::rename, T::entity, {"entity", "name"}, {}},
      {A::rename, T::event, {"event", "summary"}, {"claim"}},
      {A::retype, T::entity, {"entity", "type"}, {}},
      {A::retype, T::event, {"event", "type"}, {"claim"}},
      {A::hide, T::entity, {"entity"}, {}},
      {A::hide, T::event, {"event"}, {"claim"}},
      {A::hide, T::stance, {"stance"}, {}},
      {A::hide, T::role, {"role"}, {}},
      {A::add, T::entity, {"entity", "name", "source"}, {}},
      {A::add,
       T::event,
       {"type", "participants", "summary", "source"},
       {"date", "factuality", "status", "lang"}},
      {A::add,
       T::stance,
       {"holder", "target", "polarity", "source"},
       {"date", "strength", "basis"}},
      {A::add, T::link, {"from", "to", "kind", "source"}, {}},
      {A::confirm, T::entity, {"entity"}, {}},
      {A::confirm, T::event, {"event"}, {"claim"}},
      {A::confirm, T::stance, {"stance"}, {}},
      {A::distinct, T::entity, {"entities"}, {}},
      {A::distinct, T::event, {"events"}, {}},
  };
  return all;
}

std::string joined(const std::vector<std::string_view>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
    out += words[i];
  }
  return out;
}

/// A text whose places, in lines and characters, are wanted in bytes.
class Places {
 public:
  explicit Places(std::string_view text) : text_{text}, lines_{0} {
    for (auto end = text.find('\n'); end != std::string_view::npos;
         end = text.find('\n', end + 1)) {
      lines_.push_back(end + 1);
    }
  }

  [[nodiscard]] std::size_t byte_of(const toml::source_position& place) const {
    if (place.line > lines_.size()) return text_.size();
    std::size_t at = lines_[place.line - 1];
    for (toml::source_index column = 1; column < place.column && at < text_.size(); ++column) {
      do {
        ++at;
      } while (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U);
    }
    return at;
  }

  [[nodiscard]] std::string_view slice(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> lines_;  ///< where each begins
};

/// Reads one entry; the first thing that is wrong stays.
class Entry {
 public:
  Entry(const std::string& path, const Places& places, const toml::table& table)
      : path_{path}, places_{places}, table_{table} {}

  Result<Correction> read(CorrectionAction action) {
    const Shape* shape = shape_of(action);
    if (shape == nullptr) return fail(*wrong_);
    Correction out;
    out.action = action;
    out.thing = shape->thing;
    out.line = table_.source().begin.line;
    for (const std::string_view key : shape->needs) {
      if (table_.get(key) == nullptr) {
        refuse(table_, fmt::format("{} of {} {} needs {}", to_string(action),
                                   shape->thing == CorrectedThing::entity ||
                                           shape->thing == CorrectedThing::event
                                       ? "an"
                                       : "a",
                                   to_string(shape->thing), key));
      }
    }
    if (!wrong_) fill(out, *shape);
    if (wrong_) return fail(*wrong_);
    return out;
  }

 private:
  const Shape* shape_of(CorrectionAction action) {
    std::vector<std::string_view> firsts;
    const Shape* found = nullptr;
    for (const Shape& shape : shapes()) {
      if (shape.action != action) continue;
      firsts.push_back(shape.needs.front());
      if (found == nullptr && table_.get(shape.needs.front()) != nullptr) found = &shape;
    }
    if (found == nullptr) {
      refuse(table_, fmt::format("{} needs {}", to_string(action), joined(firsts)));
      return nullptr;
    }
    for (const auto& [key, node] : table_) {
      const auto takes = [&](const auto& keys) {
        return std::find(keys.begin(), keys.end(), key.str()) != keys.end();
      };
      const bool common = key.str() == "why" || key.str() == "source";
      if (common || takes(found->needs) || takes(found->takes)) continue;
      refuse(node, fmt::format("{} of {} takes no \"{}\"", to_string(action),
                               to_string(found->thing), key.str()));
      return nullptr;
    }
    return found;
  }

  void fill(Correction& out, const Shape& shape) {
    using A = CorrectionAction;
    using T = CorrectedThing;
    text("why", out.why);
    text("source", out.source);
    quote(out, shape);
    if (out.action == A::add) {
      if (out.thing == T::event) return add_event(out);
      if (out.thing == T::stance) return add_stance(out);
      if (out.thing == T::link) return add_link(out);
    }
    const std::string_view first = shape.needs.front();
    if (first == "entities" || first == "events") {
      strings(first, out.ids);
      if (!wrong_ && out.ids.size() < 2)
        refuse(*table_.get(first), "two ids or more are wanted here");
    } else {
      text(first, out.ids.emplace_back());
    }
    if (out.thing == T::entity && out.action == A::add) type_of_id(out.ids.front(), out.type);
    if (table_.get("claim") != nullptr) text("claim", out.claims.emplace_back());
    if (table_.get("claims") != nullptr) strings("claims", out.claims);
    if (table_.get("documents") != nullptr) strings("documents", out.documents);
    text("date", out.date);
    if (!out.date.empty()) checked_date("date", out.date);
    text("name", out.name);
    text("summary", out.name);
    text("id", out.new_id);
    if (!out.new_id.empty()) type_of_id(out.new_id, out.type);
    if (const toml::node* node = table_.get("type")) {
      text("type", out.type);
      const bool known = out.thing == T::entity ? parse_entity_type(out.type).has_value()
                                                : parse_event_type(out.type).has_value();
      if (!known)
        refuse(*node, fmt::format("\"{}\" is no type of {}", out.type, to_string(out.thing)));
    }
  }

  void type_of_id(const std::string& id, std::string& type) {
    const auto colon = id.find(':');
    type = id.substr(0, colon);
    if (colon == std::string::npos || colon + 1 == id.size() || !parse_entity_type(type)) {
      refuse(table_,
             fmt::format("id \"{}\" does not begin with a type and a colon, such as company:", id));
    }
  }

  RecordDate checked_date(std::string_view key, const std::string& value) {
    RecordDate date;
    const auto parsed = parse_date(value);
    if (!parsed || parsed->bounds == DayBounds{}) {
      refuse(*table_.get(key), why_no_date(value));
      return date;
    }
    date.value = value;
    date.bounds = parsed->bounds;
    return date;
  }

  void add_event(Correction& out) {
    MergedEvent& event = out.event.emplace();
    word("type", event.type, parse_event_type, "type of event");
    word("factuality", event.factuality, parse_factuality, "factuality");
    word("status", event.status, parse_deal_status, "status of a deal");
    text("summary", event.summary);
    text("lang", event.lang);
    std::string date;
    text("date", date);
    if (!date.empty()) event.date = checked_date("date", date);
    const toml::array* people = table_.get("participants")->as_array();
    if (people == nullptr || people->empty()) {
      return refuse(*table_.get("participants"),
                    "participants are strings such as \"agent company:example\"");
    }
    for (const toml::node& node : *people) {
      const std::string said = node.value_or(std::string{});
      const auto space = said.find(' ');
      const auto role = parse_participant_role(said.substr(0, space));
      if (space == std::string::npos || !role) {
        return refuse(node, "participants are strings such as \"agent company:example\"");
      }
      event.participants.push_back({*role, said.substr(space + 1)});
    }
    std::sort(event.participants.begin(), event.participants.end());
  }

  void add_stance(Correction& out) {
    MergedStance& stance = out.stance.emplace();
    text("holder", stance.holder);
    text("target", stance.target);
    word("basis", stance.basis, parse_stance_basis, "basis of a stance");
    const auto polarity = table_.get("polarity")->value<std::int64_t>();
    if (!polarity || *polarity < -1 || *polarity > 1) {
      return refuse(*table_.get("polarity"), "polarity is -1, 0 or 1");
    }
    stance.polarity = static_cast<int>(*polarity);
    stance.strength = 5.0 * stance.polarity;
    if (const toml::node* node = table_.get("strength")) {
      const auto strength = node->value<double>();
      if (!strength || *strength < -10 || *strength > 10) {
        return refuse(*node, "strength is a number from -10 to 10");
      }
      stance.strength = *strength;
    }
    std::string date;
    text("date", date);
    if (!date.empty()) stance.date = checked_date("date", date);
  }

  void add_link(Correction& out) {
    EventLink& link = out.link.emplace();
    text("from", link.from);
    text("to", link.to);
    word("kind", link.kind, parse_link_kind, "kind of link");
  }

  /// The words of the file that the correction can be cited by.
  void quote(Correction& out, const Shape& shape) {
    const toml::node* node = nullptr;
    for (const std::string_view key : {std::string_view{"source"}, std::string_view{"why"}}) {
      if (node == nullptr) node = table_.get(key);
    }
    if (node == nullptr) node = table_.get(shape.needs.back());
    const std::size_t begin = places_.byte_of(node->source().begin);
    const std::size_t end = places_.byte_of(node->source().end);
    std::string_view raw = places_.slice(begin, end);
    const bool bare = raw.size() > 2 && (raw.front() == '"' || raw.front() == '\'') &&
                      raw.back() == raw.front() && raw[1] != raw.front();
    if (bare) raw = raw.substr(1, raw.size() - 2);
    const auto from = static_cast<std::uint32_t>(begin + (bare ? 1 : 0));
    out.span = {from, from + static_cast<std::uint32_t>(raw.size())};
    out.quote = squeeze(raw);
  }

  void text(std::string_view key, std::string& out) {
    const toml::node* node = table_.get(key);
    if (node == nullptr || wrong_) return;
    const auto* value = node->as_string();
    if (value == nullptr || value->get().empty()) {
      return refuse(*node, fmt::format("{} must be a string that is not empty", key));
    }
    out = value->get();
  }

  void strings(std::string_view key, std::vector<std::string>& out) {
    const toml::node* node = table_.get(key);
    if (node == nullptr || wrong_) return;
    const toml::array* items = node->as_array();
    if (items == nullptr || items->empty()) {
      return refuse(*node, fmt::format("{} must be an array of ids", key));
    }
    std::set<std::string> seen;
    for (const toml::node& item : *items) {
      const auto* value = item.as_string();
      if (value == nullptr || value->get().empty()) return refuse(item, "an id is wanted here");
      if (!seen.insert(value->get()).second) {
        return refuse(item, fmt::format("\"{}\" twice", value->get()));
      }
      out.push_back(value->get());
    }
  }

  template <class Enum, class Parse>
  void word(std::string_view key, Enum& out, Parse parse, std::string_view what) {
    const toml::node* node = table_.get(key);
    if (node == nullptr || wrong_) return;
    const std::string value = node->value_or(std::string{});
    const auto known = parse(std::string_view{value});
    if (!known) return refuse(*node, fmt::format("\"{}\" is no {}", value, what));
    out = *known;
  }

  void refuse(const toml::node& node, std::string message) {
    if (wrong_) return;
    wrong_ = Error{ErrorCode::bad_value, std::move(message), path_, node.source().begin.line,
                   node.source().begin.column};
  }

  const std::string& path_;
  const Places& places_;
  const toml::table& table_;
  std::optional<Error> wrong_;
};

}  // namespace

std::string_view to_string(CorrectionAction action) noexcept {
  return action_words[static_cast<std::size_t>(action)];
}

std::string_view to_string(CorrectedThing thing) noexcept {
  return thing_words[static_cast<std::size_t>(thing)];
}

Result<Corrections> parse_corrections(std::string_view text, const std::string& path) {
  toml::table root;
  try {
    root = toml::parse(text, path);
  } catch (const toml::parse_error& error) {
    return fail({ErrorCode::bad_format, std::string{error.description()}, path,
                 error.source().begin.line, error.source().begin.column});
  }
  const Places places{text};
  Corrections out;
  out.path = path;
  for (const auto& [key, node] : root) {
    const auto action = std::find(action_words.begin(), action_words.end(), key.str());
    const auto place = node.source().begin;
    if (action == action_words.end()) {
      return fail({ErrorCode::bad_value,
                   fmt::format("unknown correction \"{}\"; there are {}", key.str(),
                               joined({action_words.begin(), action_words.end()})),
                   path, place.line, place.column});
    }
    const toml::array* entries = node.as_array();
    if (entries == nullptr || !entries->is_array_of_tables()) {
      return fail({ErrorCode::bad_format, fmt::format("write [[{}]] above its keys", key.str()),
                   path, place.line, place.column});
    }
    for (const toml::node& entry : *entries) {
      auto correction = Entry{path, places, *entry.as_table()}.read(
          static_cast<CorrectionAction>(action - action_words.begin()));
      if (!correction) return fail(correction.error());
      out.entries.push_back(std::move(*correction));
    }
  }
  std::stable_sort(out.entries.begin(), out.entries.end(),
                   [](const Correction& a, const Correction& b) { return a.line < b.line; });
  return out;
}

}  // namespace frise
