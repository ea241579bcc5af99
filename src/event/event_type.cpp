// Spelling of event types, factuality and deal status, in enumerator order, and the score of each
// act. Scores follow the Goldstein scale as PLOVER (Halterman et al. 2023) keeps it, from -10
// (hostile) to +10 (friendly), carried over from states to companies: an exclusion stands where
// PLOVER puts sanctions. Tested in tests/unit/record/words_test.cpp.

#include "frise/event/event_type.hpp"

#include <array>
#include <cstddef>

namespace frise {
namespace {

struct TypeWord {
  std::string_view name;
  double score;
};

constexpr std::array<TypeWord, 25> type_words{{
    {"invest", 6},    {"acquire", 5}, {"merge", 5},      {"partner", 7}, {"supply", 5},
    {"launch", 0},    {"produce", 0}, {"build", 0},      {"admit", 6},   {"exclude", -6},
    {"restrict", -5}, {"ease", 5},    {"cancel", -4},    {"close", 0},   {"request", -1},
    {"litigate", -7}, {"fine", -6},   {"appoint", 0},    {"leave", 0},   {"report", 0},
    {"compete", -2},  {"praise", 4},  {"criticize", -4}, {"state", 0},   {"other", 0},
}};

constexpr std::array<std::string_view, 7> factuality_words{
    "certain", "probable", "possible", "reported", "planned", "denied", "hypothetical"};

constexpr std::array<std::string_view, 8> status_words{
    "none",   "rumoured",  "announced", "letter_of_intent",
    "signed", "completed", "suspended", "cancelled"};

template <class Enum, std::size_t size>
std::optional<Enum> find_word(const std::array<std::string_view, size>& words,
                              std::string_view name) noexcept {
  for (std::size_t i = 0; i < size; ++i) {
    if (words[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(EventType type) noexcept {
  return type_words[static_cast<std::size_t>(type)].name;
}

std::string_view to_string(Factuality factuality) noexcept {
  return factuality_words[static_cast<std::size_t>(factuality)];
}

std::string_view to_string(DealStatus status) noexcept {
  return status_words[static_cast<std::size_t>(status)];
}

std::optional<EventType> parse_event_type(std::string_view name) noexcept {
  for (std::size_t i = 0; i < type_words.size(); ++i) {
    if (type_words[i].name == name) return static_cast<EventType>(i);
  }
  return std::nullopt;
}

std::optional<Factuality> parse_factuality(std::string_view name) noexcept {
  return find_word<Factuality>(factuality_words, name);
}

std::optional<DealStatus> parse_deal_status(std::string_view name) noexcept {
  return find_word<DealStatus>(status_words, name);
}

double plover_score(EventType type) noexcept {
  return type_words[static_cast<std::size_t>(type)].score;
}

}  // namespace frise
