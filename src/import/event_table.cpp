// Columns by their names, then row by row: what is wrong is told where it stands and takes its row
// with it. Nothing is guessed: no date is made of "last spring", no amount of "a lot". Tested in
// tests/unit/import/event_table_test.cpp.

#include "frise/import/event_table.hpp"

#include "entity/rules.hpp"
#include "import/csv_reader.hpp"
#include "import/table_values.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace frise {
namespace {

enum class Field : std::uint8_t {
  date,
  actor,
  action,
  type,
  target,
  recipient,
  topic,
  place,
  summary,
  quote,
  amount,
  factuality,
  status,
  lang,
  source,
  title,
  url,
  published,
};
constexpr std::size_t field_count = 18;
constexpr std::size_t longest_slug = 60;

struct ColumnName {
  std::string_view name;  ///< lower case
  Field field;
};

/// Ours first, then those of events.csv and their French.
constexpr auto column_names = std::to_array<ColumnName>({
    {"date", Field::date},
    {"actor", Field::actor},
    {"actors", Field::actor},
    {"acteur", Field::actor},
    {"acteurs", Field::actor},
    {"action", Field::action},
    {"type", Field::type},
    {"target", Field::target},
    {"targets", Field::target},
    {"cible", Field::target},
    {"cibles", Field::target},
    {"recipient", Field::recipient},
    {"destinataire", Field::recipient},
    {"topic", Field::topic},
    {"sujet", Field::topic},
    {"place", Field::place},
    {"lieu", Field::place},
    {"summary", Field::summary},
    {"libellé", Field::summary},
    {"quote", Field::quote},
    {"citation", Field::quote},
    {"amount", Field::amount},
    {"montant", Field::amount},
    {"factuality", Field::factuality},
    {"certitude", Field::factuality},
    {"status", Field::status},
    {"statut", Field::status},
    {"lang", Field::lang},
    {"langue", Field::lang},
    {"source", Field::source},
    {"title", Field::title},
    {"titre", Field::title},
    {"url", Field::url},
    {"published", Field::published},
    {"publication", Field::published},
});

std::optional<Field> field_of(std::string_view name) {
  const std::string lower = lower_case(name);
  for (const ColumnName& column : column_names) {
    if (column.name == lower) return column.field;
  }
  return std::nullopt;
}

/// A document in the making.
struct Source {
  Record record;
  std::set<std::string> entities;  ///< ids of the record's
};

/// The column of each field, or nothing.
using Columns = std::array<std::optional<std::size_t>, field_count>;

class Builder {
 public:
  explicit Builder(std::string path) : path_{std::move(path)} {
    stem_ = slug_of(std::filesystem::path{path_}.stem().string());
  }

  Result<void> read_head(const CsvRow& head) {
    for (std::size_t i = 0; i < head.size(); ++i) {
      const auto field = field_of(head[i].text);
      if (!field) {
        if (!head[i].text.empty()) {
          table_.warnings.push_back(
              error_at(head[i], "the column \"" + head[i].text + "\" is not read"));
        }
      } else if (auto& column = columns_[index_of(*field)]; column) {
        return fail(error_at(head[i], "the column \"" + head[i].text + "\" is there twice"));
      } else {
        column = i;
      }
    }
    const auto has = [this](Field field) { return columns_[index_of(field)].has_value(); };
    if (has(Field::date) && has(Field::actor) && (has(Field::action) || has(Field::type)))
      return {};
    return fail(error_at(head.front(),
                         "the first line names no date, actor and action; it should begin like "
                         "date,actor,action,target,source"));
  }

  void add_row(const CsvRow& row) {
    row_ = &row;
    const std::size_t before = table_.errors.size();
    if (row.size() > width_) {
      tell(row[width_], "the row has more cells than the first line has columns");
    }
    RecordEvent event;
    read_what(event);
    read_date(event);
    read_amounts(event);
    read_word(Field::factuality, parse_factuality, event.factuality,
              "certain, probable, possible, reported, planned, denied, hypothetical");
    read_word(Field::status, parse_deal_status, event.status,
              "rumoured, announced, letter_of_intent, signed, completed, suspended, cancelled");
    Published published = read_published();
    if (text(Field::actor).empty()) tell(place_of(Field::actor), "the row names no actor");
    if (table_.errors.size() != before) return;
    Source& source = source_of_row(std::move(published));
    add_participants(source, event);
    event.id = "ev" + std::to_string(source.record.events.size() + 1);
    source.record.events.push_back(std::move(event));
    ++table_.rows;
  }

  void set_width(std::size_t width) noexcept { width_ = width; }

  void tell_errors(std::vector<Error> errors) {
    for (Error& error : errors) {
      error.path = path_;
      table_.errors.push_back(std::move(error));
    }
  }

  EventTable finish() {
    for (auto& [identity, source] : sources_) table_.records.push_back(std::move(source.record));
    std::sort(table_.records.begin(), table_.records.end(),
              [](const Record& a, const Record& b) { return a.document.id < b.document.id; });
    std::set_difference(untyped_.begin(), untyped_.end(), typed_.begin(), typed_.end(),
                        std::back_inserter(table_.untyped));
    std::stable_sort(table_.errors.begin(), table_.errors.end(),
                     [](const Error& a, const Error& b) {
                       return std::pair{a.line, a.column} < std::pair{b.line, b.column};
                     });
    return std::move(table_);
  }

 private:
  static std::size_t index_of(Field field) noexcept { return static_cast<std::size_t>(field); }

  [[nodiscard]] Error error_at(const CsvCell& cell, std::string message) const {
    return {ErrorCode::bad_value, std::move(message), path_, cell.line, cell.column};
  }
  void tell(const CsvCell& cell, std::string message) {
    table_.errors.push_back(error_at(cell, std::move(message)));
  }

  /// Nullptr when the table has no such column or the row ends before it.
  [[nodiscard]] const CsvCell* cell(Field field) const {
    const auto column = columns_[index_of(field)];
    return column && *column < row_->size() ? &(*row_)[*column] : nullptr;
  }
  [[nodiscard]] std::string_view text(Field field) const {
    const CsvCell* found = cell(field);
    return found != nullptr ? std::string_view{found->text} : std::string_view{};
  }
  [[nodiscard]] const CsvCell& place_of(Field field) const {
    const CsvCell* found = cell(field);
    return found != nullptr ? *found : row_->front();
  }

  void read_date(RecordEvent& event) {
    const std::string_view value = text(Field::date);
    if (value.empty()) return;
    const auto date = parse_date(value);
    if (!date || date->bounds == DayBounds{}) return tell(*cell(Field::date), why_no_date(value));
    event.date.value = to_edtf(*date).value;
    event.date.bounds = date->bounds;
    event.date.why = "given in line " + std::to_string(row_->front().line) + " of the table";
  }

  Published read_published() {
    Published published;
    const std::string_view value = text(Field::published);
    if (value.empty()) return published;
    const auto date = parse_date(value);
    if (!date || date->bounds == DayBounds{}) {
      tell(*cell(Field::published), why_no_date(value));
      return published;
    }
    return {to_edtf(*date).value, date->bounds, DateBasis::given, "the table"};
  }

  void read_amounts(RecordEvent& event) {
    for (const std::string_view part : parts_of(text(Field::amount))) {
      auto amount = parse_amount(part);
      if (!amount) {
        tell(*cell(Field::amount), "\"" + std::string{part} +
                                       "\" is no amount; write a number, then a currency or what "
                                       "is counted: 5000000 EUR");
        continue;
      }
      amount->span = cell(Field::amount)->span;
      event.amounts.push_back(std::move(*amount));
    }
  }

  template <class Value, class Parse>
  void read_word(Field field, Parse parse, Value& value, std::string_view words) {
    const std::string_view word = text(field);
    if (word.empty()) return;
    const auto parsed = parse(word);
    if (parsed) {
      value = *parsed;
    } else {
      tell(*cell(field), "\"" + std::string{word} + "\" is not one of " + std::string{words});
    }
  }

  /// Type, words and place of the event. An action that is the name of a type is the type.
  void read_what(RecordEvent& event) {
    const std::string_view action = text(Field::action);
    const std::string_view type = text(Field::type);
    const auto named = parse_event_type(type.empty() ? action : type);
    if (!type.empty() && !named) {
      tell(*cell(Field::type),
           "\"" + std::string{type} + "\" is no type of event; try invest, partner, launch, other");
    }
    if (type.empty() && action.empty()) tell(place_of(Field::action), "the row names no action");
    event.type = named.value_or(EventType::other);
    const CsvCell& act = place_of(action.empty() ? Field::type : Field::action);
    event.trigger = {act.span, act.text};
    event.summary = std::string{text(Field::summary)};
    if (event.summary.empty()) {
      const bool words = !parse_event_type(act.text);
      event.summary =
          join_words({names_in(text(Field::actor)), act.text, names_in(text(Field::target))},
                     words ? " " : " · ");
    }
    const CsvCell* quote = cell(Field::quote);
    const bool quoted = quote != nullptr && !quote->text.empty();
    event.sentence = {quoted ? quote->span : act.span,
                      static_cast<std::uint32_t>(row_->front().line),
                      quoted ? quote->text : event.summary};
    event.rule = table_rule;
  }

  /// The row's source, as a document of its own.
  Source& source_of_row(Published published) {
    RecordDocument document;
    document.path = path_;
    document.lang = text(Field::lang);
    document.source = text(Field::source);
    document.title = text(Field::title);
    document.url = text(Field::url);
    document.published = std::move(published);
    const std::string identity = document.source + '\n' + document.title + '\n' + document.url +
                                 '\n' + document.published.value + '\n' + document.lang;
    const auto [found, fresh] = sources_.try_emplace(identity);
    if (!fresh) return found->second;
    const std::string& words = document.source.empty() ? document.title : document.source;
    const std::string base =
        stem_ + '-' + (words.empty() ? "rows" : slug_of(words).substr(0, longest_slug));
    document.id = base;
    while (!ids_.insert(document.id).second) {
      document.id = base + '-' + std::to_string(++namesakes_[base] + 1);
    }
    found->second.record.document = std::move(document);
    return found->second;
  }

  void add_participants(Source& source, RecordEvent& event) {
    Record& record = source.record;
    constexpr std::pair<Field, ParticipantRole> roles[] = {
        {Field::actor, ParticipantRole::agent},
        {Field::target, ParticipantRole::patient},
        {Field::recipient, ParticipantRole::recipient},
        {Field::topic, ParticipantRole::topic},
        {Field::place, ParticipantRole::place}};
    for (const auto& [field, role] : roles) {
      for (const std::string_view part : parts_of(text(field))) {
        const NamedEntity who = named_entity(part, role);
        const std::string id = std::string{to_string(who.type)} + ':' + slug_of(who.name);
        (who.typed ? typed_ : untyped_).insert(id);
        if (source.entities.insert(id).second) record.entities.push_back({id, who.name, who.type});
        const std::string mention = "m" + std::to_string(record.mentions.size() + 1);
        record.mentions.push_back({mention, {cell(field)->span, who.name}, id, MentionKind::name});
        event.participants.push_back({role, id, mention});
      }
    }
  }

  std::string path_;
  std::string stem_;
  Columns columns_;
  std::size_t width_ = 0;
  const CsvRow* row_ = nullptr;
  std::map<std::string, Source> sources_;         ///< by what tells them apart
  std::set<std::string> ids_;                     ///< of documents
  std::map<std::string, std::size_t> namesakes_;  ///< of sources, by id without number
  std::set<std::string> typed_;                   ///< ids whose type a cell gives
  std::set<std::string> untyped_;
  EventTable table_;
};

}  // namespace

Result<EventTable> parse_event_table(std::string_view csv, const std::string& path) {
  auto read = read_csv(csv);
  if (!read) {
    Error error = std::move(read).error();
    error.path = path;
    return fail(std::move(error));
  }
  Builder builder{path};
  builder.tell_errors(std::move(read->errors));
  if (read->rows.empty()) return fail({ErrorCode::empty, "the table has no rows", path, 0, 0});
  const CsvRow& head = read->rows.front();
  if (auto good = builder.read_head(head); !good) return fail(good.error());
  builder.set_width(head.size());
  for (std::size_t i = 1; i < read->rows.size(); ++i) builder.add_row(read->rows[i]);
  return builder.finish();
}

void adopt_known_entities(EventTable& table, const std::vector<Record>& records) {
  std::map<std::string, const RecordEntity*> known;  // by slug of a name
  const auto learn = [&](std::string_view name, const RecordEntity& entity) {
    const auto [found, fresh] = known.try_emplace(slug_of(name), &entity);
    if (!fresh && entity.id < found->second->id) found->second = &entity;
  };
  for (const Record& record : records) {
    for (const RecordEntity& entity : record.entities) learn(entity.name, entity);
  }
  for (Record& record : table.records) {
    std::map<std::string, const RecordEntity*> adopted;
    for (RecordEntity& entity : record.entities) {
      const bool untyped =
          std::binary_search(table.untyped.begin(), table.untyped.end(), entity.id);
      const auto found = untyped ? known.find(slug_of(entity.name)) : known.end();
      if (found == known.end()) continue;
      adopted.emplace(entity.id, found->second);
      entity = *found->second;
    }
    const auto rename = [&](std::string& id) {
      if (const auto found = adopted.find(id); found != adopted.end()) id = found->second->id;
    };
    for (RecordMention& mention : record.mentions) rename(mention.entity);
    for (RecordEvent& event : record.events) {
      for (RecordParticipant& one : event.participants) rename(one.entity);
    }
  }
}

}  // namespace frise
