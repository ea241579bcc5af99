// EDTF out (ISO 8601-2:2019), and words for what is no date. Tested in
// tests/unit/core/date_test.cpp.

#include "frise/core/date.hpp"

#include <algorithm>
#include <array>

namespace frise {
namespace {

std::string_view without_mark(std::string_view value) {
  const bool marked =
      !value.empty() && (value.back() == '~' || value.back() == '?' || value.back() == '%');
  return marked ? value.substr(0, value.size() - 1) : value;
}

std::string_view mark_of(std::string_view value) {
  return value.substr(without_mark(value).size());
}

/// "SU" -> "22"; what EDTF writes alike is handed back.
std::string_view number_of_part(std::string_view part) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 10> numbers{{{"SP", "21"},
                                                                                   {"SU", "22"},
                                                                                   {"FA", "23"},
                                                                                   {"WI", "24"},
                                                                                   {"Q1", "33"},
                                                                                   {"Q2", "34"},
                                                                                   {"Q3", "35"},
                                                                                   {"Q4", "36"},
                                                                                   {"H1", "40"},
                                                                                   {"H2", "41"}}};
  for (const auto& [name, number] : numbers) {
    if (name == part) return number;
  }
  return part;
}

std::string edtf_value(const PartialDate& date) {
  const std::string_view text = without_mark(date.value);
  const std::string mark{mark_of(date.value)};
  switch (date.precision) {
    case Precision::day:
      return to_iso(*date.bounds.earliest) + mark;
    case Precision::week:
      return to_iso(*date.bounds.earliest) + mark + '/' + to_iso(*date.bounds.latest) + mark;
    case Precision::quarter:
    case Precision::season:
    case Precision::half:
      return std::string{text.substr(0, 5)} + std::string{number_of_part(text.substr(5))} + mark;
    case Precision::decade:
      return std::string{text.substr(0, 3)} + 'X' + mark;
    case Precision::century:
      return std::string{text.substr(0, 2)} + "XX" + mark;
    case Precision::month:
    case Precision::year:
    case Precision::unknown:
    case Precision::interval:
      break;
  }
  return date.value;
}

/// One side of an interval: a week gives the day that bounds it.
std::string edtf_side(std::string_view text, bool first) {
  const auto date = parse_date(text);
  if (!date) return std::string{text};
  const std::string value = edtf_value(*date);
  const auto slash = value.find('/');
  if (slash == std::string::npos) return value;
  return first ? value.substr(0, slash) : value.substr(slash + 1);
}

/// Digits of other scripts look like a date and are none: Arabic-Indic, their Persian forms, and
/// full-width.
bool has_foreign_digit(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto byte = [&](std::size_t at) {
      return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    const unsigned second = byte(i + 1);
    if (byte(i) == 0xD9U && second >= 0xA0U && second <= 0xA9U) return true;
    if (byte(i) == 0xDBU && second >= 0xB0U && second <= 0xB9U) return true;
    if (byte(i) == 0xEFU && second == 0xBCU && byte(i + 2) >= 0x90U && byte(i + 2) <= 0x99U)
      return true;
  }
  return false;
}

/// "2025-02-30" -> "dddd-dd-dd"
std::string shape_of(std::string_view text) {
  std::string shape{text};
  std::replace_if(
      shape.begin(), shape.end(), [](char c) { return c >= '0' && c <= '9'; }, 'd');
  return shape;
}

/// Of one side of a range, or of the whole.
std::string_view fault_of(std::string_view text) {
  const std::string shape = shape_of(text);
  const bool far = shape.starts_with("ddddd") || shape.starts_with("Yd") ||
                   shape.starts_with("Y-d") || shape.starts_with("-d") || text.starts_with("0000");
  if (far) return "years are 0001 to 9999";
  if (parse_date(text)) return text.starts_with("XXXX") ? "its year is not told" : "";
  if (shape == "dddd-dd-dd" || shape.starts_with("dddd-dd-ddT") || shape == "dddd-dd" ||
      shape == "XXXX-dd-dd") {
    return shape.size() == 7 ? "there is no such month" : "there is no such day";
  }
  if (shape.starts_with("dddd-Wdd")) return "there is no such week";
  return {};
}

}  // namespace

PartialDate to_edtf(const PartialDate& date) {
  PartialDate edtf = date;
  const auto slash = date.value.find('/');
  if (slash == std::string::npos) {
    edtf.value = edtf_value(date);
  } else {
    const std::string_view value = date.value;
    edtf.value =
        edtf_side(value.substr(0, slash), true) + '/' + edtf_side(value.substr(slash + 1), false);
  }
  if (date.precision == Precision::week) edtf.precision = Precision::interval;
  return edtf;
}

std::string why_no_date(std::string_view value) {
  std::string_view fault;
  const auto slash = value.find('/');
  if (has_foreign_digit(value)) {
    fault = "its digits must be 0 to 9";
  } else if (slash == std::string_view::npos) {
    fault = fault_of(value);
  } else {
    const std::string_view from = value.substr(0, slash);
    const std::string_view to = value.substr(slash + 1);
    fault = parse_date(from) ? fault_of(to) : fault_of(from);
    if (parse_date(from) && parse_date(to)) fault = "the range runs backwards";
  }
  std::string words = '"' + std::string{value} + "\" is no date";
  if (!fault.empty()) words += ": " + std::string{fault};
  return words + "; write 2025, 2025-04 or 2025-04-25";
}

}  // namespace frise
