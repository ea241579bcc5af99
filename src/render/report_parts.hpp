#pragma once

/// \file
/// What the report's page is put together from.

#include "frise/render/report.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frise::render {

/// src/render/html, embedded by the build.
extern const std::string_view report_script;
extern const std::string_view report_style;

/// Words of the page itself, French or English.
enum class ReportWord : std::uint8_t {
  to_table,
  timeline,
  map,
  table,
  search,
  actor,
  type,
  stance,
  factuality,
  source,
  all,
  reset,
  theme,
  begin,
  end,
  period,
  filters,
  event,
  when,
  actors,
  others,
  close,
  sentence,
  line,
  speaker,
  copy,
  why,
  shown,
  bin,
  others_lane,
  overview,
  no_script,
};

[[nodiscard]] std::string_view word(ReportWord word, std::string_view locale) noexcept;
[[nodiscard]] std::string_view word(EventType type, std::string_view locale) noexcept;
[[nodiscard]] std::string_view word(Factuality factuality, std::string_view locale) noexcept;
[[nodiscard]] std::string_view word(MarkStance stance, std::string_view locale) noexcept;
/// "favourable", ...: what the script compares.
[[nodiscard]] std::string_view key_of(MarkStance stance) noexcept;

/// How a claim's date was read, in the words of the graph (English), said in the reader's language.
/// Words that a file of corrections gave stay as they are.
[[nodiscard]] std::string why_words(std::string_view why, std::string_view locale);

struct ReportEntity {
  std::string id;  ///< of the map's node: "en-..."
  std::string name;
};

struct ReportDocument {
  std::string name;    ///< title, publisher, date
  std::string url;     ///< of the web, or empty
  bool lines = false;  ///< a file of corrections: what it says stands in lines
};

struct ReportClaim {
  std::size_t document = 0;
  const Claim* claim = nullptr;
};

struct ReportEvent {
  std::string id;  ///< of the timeline's mark: "ev-..."
  const TimelineItem* item = nullptr;
  const MergedEvent* event = nullptr;
  std::vector<std::size_t> who;   ///< entities that act
  std::vector<std::size_t> whom;  ///< all others in it
  std::vector<ReportClaim> claims;
};

struct ReportRelation {
  std::string id;  ///< "rel-..."
  std::size_t from = 0;
  std::size_t to = 0;
};

/// The events of the timeline with all that the page says of them.
struct ReportData {
  std::string locale;
  std::vector<ReportEntity> entities;
  std::vector<ReportDocument> documents;
  std::vector<ReportEvent> events;
  std::vector<ReportRelation> relations;
};

/// \param graph and the views must outlive the data.
[[nodiscard]] ReportData gather_report(const EventGraph& graph, const TimelineView& timeline,
                                       const RelationView& map);

/// For a script element: no `<` in it.
[[nodiscard]] std::string report_json(const EventGraph& graph, const ReportData& data,
                                      const SentenceContexts& contexts);

/// Colours of both themes, and those of the figures' light ground turned into dark.
[[nodiscard]] std::string theme_style(const Style& style);

}  // namespace frise::render
