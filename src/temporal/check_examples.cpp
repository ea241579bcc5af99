// Each example is read as `frise extract` reads an article, with the same lexicon; which rules won,
// those that only hide something among them, tells what each rule has been tried on. Tested in
// tests/unit/pipeline/pack_check_test.cpp, and on every pack by the test pack.check.

#include "temporal/check.hpp"
#include "temporal/found.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace frise::temporal {
namespace {

/// What the last cell of an example says, and the name of its file.
struct Manner {
  TextKind kind = TextKind::news;
  bool counter = false;
};

std::optional<Manner> manner_of(const Table& table, std::string_view cell) {
  constexpr std::array<std::pair<std::string_view, TextKind>, 3> kinds{
      {{"news", TextKind::news},
       {"narrative", TextKind::narrative},
       {"dialogue", TextKind::dialogue}}};
  Manner manner;
  const std::string file = std::filesystem::path{table.path()}.filename().string();
  for (const auto& [name, kind] : kinds) {
    if (file.starts_with(name)) manner.kind = kind;
  }
  if (cell == "not") manner.counter = true;
  if (cell.empty() || manner.counter) return manner;
  for (const auto& [name, kind] : kinds) {
    if (cell == name) return Manner{kind, false};
  }
  return std::nullopt;
}

/// "words=value | words=value", or "-".
std::string spelled(const Document& document, const Layer<TimeExpression>& layer) {
  std::string out;
  for (const TimeExpression& time : layer.items) {
    if (!out.empty()) out += " | ";
    out += slice(document.text, time.span);
    out += "=" + time.value;
  }
  return out.empty() ? "-" : out;
}

/// What the examples say of the rows that share a rule's name.
struct Tried {
  const Table* table = nullptr;
  const TableRow* first = nullptr;
  bool hides = false;  ///< type=IGNORE
  bool matched = false;
  bool countered = false;
};

class Trials {
 public:
  Trials(const Trial& trial, PackFindings& findings) : trial_{trial}, findings_{findings} {
    for (const Table* table : rule_tables(trial.pack)) {
      for (const TableRow& row : table->rows()) {
        if (row.cell(0).starts_with('@')) continue;
        Tried& tried = rules_[row.cell(0)];
        if (tried.table == nullptr) tried = {.table = table, .first = &row};
        tried.hides |= row.cell(2).find("type=IGNORE") != std::string_view::npos;
        rows_.emplace_back(table, &row);
      }
    }
    won_.resize(rows_.size());
  }

  void run(const Table& table) {
    for (const TableRow& row : table.rows()) {
      std::string_view name = row.cell(0);
      const bool marked = name.starts_with('!');
      if (marked) name.remove_prefix(1);
      const auto error = [&](std::size_t cell, std::string message) {
        report(FindingKind::error, table, row, row.cell(cell), std::move(message));
      };
      const auto found = rules_.find(name);
      const auto manner = manner_of(table, row.cell(4));
      if (row.cells.size() < 4) {
        error(0, "an example is a rule, a publication date or -, a text, and what is read in it");
      } else if (found == rules_.end()) {
        error(0, fmt::format("no rule is called {}", name));
      } else if (row.cell(1) != "-" && !parse_date(row.cell(1))) {
        error(1,
              fmt::format("\"{}\" is no date; write 2025, 2025-04, 2025-04-25 or -", row.cell(1)));
      } else if (!manner) {
        error(4, fmt::format("\"{}\" is not one of news, narrative, dialogue, not", row.cell(4)));
      } else if (!seen_.insert({name, row.cell(1), row.cell(2), row.cell(4)}).second) {
        error(2, "the same example stands above");
      } else {
        read(table, row, found->second, marked || manner->counter, manner->kind);
      }
    }
  }

  void tell_untried() {
    for (const auto& [name, tried] : rules_) {
      const auto lacks = [&, &name = name, &tried = tried](const char* what) {
        report(FindingKind::error, *tried.table, *tried.first, tried.first->cell(0),
               fmt::format("{} has no {}", name, what));
      };
      if (!tried.matched) lacks("example that it reads");
      if (!tried.countered) lacks("counter-example");
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const auto& [table, row] = rows_[i];
      if (won_[i] || !rules_.find(row->cell(0))->second.matched) continue;
      report(FindingKind::note, *table, *row, row->cell(1), "no example is read by this line");
    }
  }

 private:
  void report(FindingKind kind, const Table& table, const TableRow& row, std::string_view piece,
              std::string message) {
    findings_.push_back({kind, table.error_at(row, piece, std::move(message))});
  }

  void read(const Table& table, const TableRow& row, Tried& tried, bool counter, TextKind kind) {
    Document document;
    document.lang = trial_.pack.lang();
    document.text = row.cell(2);
    if (const auto date = parse_date(row.cell(1))) {
      document.published = {date->value, date->bounds, DateBasis::given, {}};
    }
    const Segmentation segmentation = segment(document, trial_.segment_rules);
    const auto tags = tag_words(segmentation, trial_.lexicon);
    const TimeScan scan{document, segmentation, tags, trial_.rules, kind};
    const auto layer =
        annotate_times(document, segmentation, tags, scan, document.published, trial_.rules);
    std::vector<Diagnostic> unsaid;
    std::vector<std::uint32_t> won;
    static_cast<void>(find_expressions(document.text, segmentation, tags, trial_.rules.impl(), kind,
                                       unsaid, &won));
    bool fired = false;
    for (const std::uint32_t rule : won) {
      won_[rule] = true;
      fired |= tried.hides && rows_[rule].second->cell(0) == tried.first->cell(0);
    }
    const std::string full = trial_.pack.lang() + "/temporal/" + std::string{tried.first->cell(0)};
    for (const TimeExpression& time : layer.items) fired |= !tried.hides && time.rule == full;

    const std::string seen = spelled(document, layer);
    const bool nothing = row.cell(3) == "-";
    if (seen != row.cell(3)) {
      report(FindingKind::error, table, row, row.cell(3), fmt::format("read as: {}", seen));
    } else if (counter && fired) {
      report(FindingKind::error, table, row, row.cell(0), "this rule reads it and must not");
    } else if (!counter && !nothing && !fired) {
      report(
          FindingKind::error, table, row, row.cell(0),
          fmt::format("read, but not by {0}; write !{0} if that is meant", tried.first->cell(0)));
    } else {
      tried.matched |= fired;
      tried.countered |= !fired;
    }
  }

  const Trial& trial_;
  PackFindings& findings_;
  std::map<std::string_view, Tried> rules_;
  std::vector<std::pair<const Table*, const TableRow*>> rows_;
  std::vector<bool> won_;
  std::set<std::tuple<std::string_view, std::string_view, std::string_view, std::string_view>>
      seen_;
};

}  // namespace

void check_examples(const Trial& trial, const std::vector<Table>& examples,
                    PackFindings& findings) {
  Trials trials{trial, findings};
  for (const Table& table : examples) trials.run(table);
  trials.tell_untried();
}

}  // namespace frise::temporal
