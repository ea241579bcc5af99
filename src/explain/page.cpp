// Tested in tests/unit/explain/explain_test.cpp.

#include "explain/page.hpp"

#include "frise/record/words.hpp"
#include "frise/temporal/time_expression.hpp"
#include "view/text.hpp"

#include <algorithm>

namespace frise::explaining {
namespace {

constexpr std::size_t name_width = 10;
constexpr std::size_t most_anchors = 20;  // a chain of "two days later" may be as long as the text

std::string reading_of(const RecordTimex& timex) {
  std::string words = std::string{to_string(timex.type)} + ' ' + timex.value;
  if (timex.mod != TimexMod::none) words += ", " + std::string{to_string(timex.mod)};
  const auto edtf = edtf_of(timex.type, timex.value, timex.mod);
  if (edtf && edtf->value != timex.value) words += ", in EDTF " + edtf->value;
  return words;
}

/// The expression with what it says, for a line of its own: `t1 "le 4 mai 2012", 2012-05-04`
std::string short_of(const RecordTimex& timex) {
  return timex.id + ' ' + quoted(timex.quote.text) + ", " + timex.value;
}

std::string origin_of(const Source& source, const RecordTimex& timex, const RecordTimex* from) {
  if (from != nullptr) {
    return short_of(*from) + ", in sentence " + sentence_of(from->sentence, {});
  }
  if (!timex.from.empty()) return timex.from;
  switch (timex.anchor) {
    case TimexAnchor::published: {
      const Published* published =
          source.document != nullptr ? &source.document->published : nullptr;
      if (published == nullptr) return "the document's date";
      return "the document's date, " + published->value +
             (published->why.empty() ? "" : ": " + published->why);
    }
    case TimexAnchor::absolute:
      return timex.inferred ? "its own words, but for the century" : "its own words";
    case TimexAnchor::reference:
      return "a date told before";
    case TimexAnchor::none:
      break;
  }
  const bool placed = timex.bounds.earliest || timex.bounds.latest;
  if (placed || timex.type == TimexType::duration || timex.type == TimexType::set) return {};
  return "nothing: the text gives no date to count from";
}

}  // namespace

void Page::heading(std::size_t indent, std::string_view id, std::string_view words) {
  out_ += std::string(indent, ' ') + clean_text(id);
  if (!words.empty()) out_ += "  " + clean_text(words);
  out_ += '\n';
}

void Page::line(std::size_t indent, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out_ += std::string(indent, ' ') + std::string{name};
  out_ += std::string(name_width - std::min(name_width - 1, name.size()), ' ');
  out_ += clean_text(value) + '\n';
}

std::string quoted(std::string_view words) { return '"' + clean_text(words) + '"'; }

std::string name_of(const RecordDocument& document) {
  std::string name = document.id;
  if (!document.path.empty() && document.path != document.id) name += " (" + document.path + ')';
  if (document.published.value.empty()) return name + ", undated";
  name += ", " + document.published.value;
  if (!document.published.why.empty()) name += " by " + document.published.why;
  return name;
}

std::string days_of(const DayBounds& bounds) {
  if (!bounds.earliest && !bounds.latest) return {};
  if (!bounds.latest) return to_iso(*bounds.earliest) + " or after";
  if (!bounds.earliest) return to_iso(*bounds.latest) + " or before";
  if (*bounds.earliest == *bounds.latest) return to_iso(*bounds.earliest);
  return to_iso(*bounds.earliest) + " to " + to_iso(*bounds.latest);
}

std::string sentence_of(std::uint32_t number, std::string_view words) {
  if (number == 0) return words.empty() ? std::string{} : quoted(words);
  return std::to_string(number) + (words.empty() ? "" : ' ' + quoted(words));
}

void tell_timex(Page& page, std::size_t indent, const Source& source, const RecordTimex& timex) {
  const RecordTimex* told = &timex;
  for (std::size_t depth = 0; told != nullptr && depth < most_anchors; ++depth) {
    page.heading(indent, told->id, quoted(told->quote.text));
    indent += 2;
    if (depth == 0 && source.document != nullptr)
      page.line(indent, "document", name_of(*source.document));
    page.line(indent, "sentence", sentence_of(told->sentence, source.sentence(told->sentence)));
    page.line(indent, "rule", told->rule);
    page.line(indent, "reads", reading_of(*told));
    page.line(indent, "days", days_of(told->bounds));
    const RecordTimex* from = told->from.empty() ? nullptr : source.timex(told->from);
    page.line(indent, "from", origin_of(source, *told, from));
    page.line(indent, "because", told->why);
    told = from;
  }
}

void tell_date(Page& page, std::size_t indent, const Source& source, const RecordDate& date) {
  if (date.value.empty() && date.bounds == DayBounds{}) {
    page.line(indent, "date", "not told");
    return;
  }
  std::string words = date.value;
  const std::string days = days_of(date.bounds);
  if (!days.empty() && days != date.value) words += ", that is " + days;
  if (date.inferred) words += ", inferred in part";
  page.line(indent, "date", words);
  page.line(indent, "because", date.why);
  const RecordTimex* timex = date.timex.empty() ? nullptr : source.timex(date.timex);
  if (timex == nullptr) return;
  Source known = source;
  known.document = nullptr;  // named already
  if (timex->anchor == TimexAnchor::published) known.document = source.document;
  tell_timex(page, indent + 2, known, *timex);
}

void tell_attribution(Page& page, std::size_t indent,
                      const std::optional<RecordAttribution>& attribution) {
  if (!attribution) return;
  std::string words = attribution->speaker.empty() ? "somebody" : attribution->speaker;
  if (!attribution->role.empty()) words += ", " + attribution->role;
  if (!attribution->organization.empty()) words += ", " + attribution->organization;
  words += " (" + std::string{to_string(attribution->anonymity)} + ')';
  if (!attribution->cue.empty()) words += ", by " + quoted(attribution->cue);
  page.line(indent, "said by", words);
}

void tell_amounts(Page& page, std::size_t indent, const std::vector<Amount>& amounts) {
  for (const Amount& amount : amounts) {
    page.line(indent, amount.slot, amount.value + ' ' + amount.currency + amount.unit);
  }
}

Address address_of(std::string_view id) {
  const auto mark = id.rfind('#');
  if (mark == std::string_view::npos) return {{}, id};
  return {id.substr(0, mark), id.substr(mark + 1)};
}

}  // namespace frise::explaining
