#pragma once

/// \file
/// What a figure shows, before how: selection, lanes, labels, notes.

#include "frise/core/date.hpp"
#include "frise/core/result.hpp"
#include "frise/entity/entity_type.hpp"
#include "frise/event/event_type.hpp"
#include "frise/graph/event_graph.hpp"
#include "frise/graph/order.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace frise {

/// Stance that a mark shows (FIGURES, colour): never by colour alone.
enum class MarkStance : std::uint8_t { favourable, unfavourable, contested, neutral, unknown };

/// Of small maps of the same actors, one a period.
enum class MapPeriod : std::uint8_t { none, quarter, year };

/// What the reader chose to see.
struct ViewOptions {
  std::string title;     ///< empty: made from the actors and the period
  std::string subtitle;  ///< empty: made from counts
  std::string locale;    ///< language of dates, legend and counts; empty: that of most documents
  std::string since;     ///< EDTF; empty: no bound
  std::string until;
  std::vector<std::string> entities;  ///< ids or names; empty: all
  std::vector<EventType> types;       ///< empty: all
  std::vector<MarkStance> stances;    ///< empty: all
  std::size_t min_sources = 1;        ///< independent ones that an event needs
  std::size_t top = 60;               ///< actors on a map
  std::string
      focus;  ///< id or name: its neighbours are on the map; empty: the most connected actor
  bool force = false;  ///< a map of more actors than can be read
  MapPeriod per = MapPeriod::none;
  bool groups = false;             ///< find groups of actors on a map
  std::size_t max_lanes = 0;       ///< 0: eight, or what the page of a figure takes
  std::size_t max_events = 0;      ///< 0: no limit
  std::vector<std::string> lanes;  ///< names or ids of actors whose lanes come first, in order
};

/// The sentences of one source that tell what a mark shows.
struct Citation {
  std::uint32_t note = 0;                ///< number of the SourceNote
  std::vector<std::uint32_t> sentences;  ///< as in SourceNote, sorted; empty: not known

  friend bool operator==(const Citation&, const Citation&) = default;
};

struct CitedSentence {
  std::uint32_t number = 0;  ///< from 1, in its document; 0: not known
  std::string quote;         ///< at most 120 characters; may be empty
};

/// A numbered note at the foot: where marks came from.
struct SourceNote {
  std::uint32_t number = 0;  ///< from 1, by first appearance
  std::string document;
  std::string publisher;
  std::string title;
  std::string published;                 ///< EDTF, or empty
  std::string path;                      ///< the file's name, without folders
  std::vector<CitedSentence> sentences;  ///< those that marks cite, by number
  bool lines = false;                    ///< `sentences` are lines: of corrections, of a table
};

struct Lane {
  std::string id;  ///< entity id; "other" for the folded rest
  std::string name;
  EntityType type = EntityType::company;
  std::string caption;  ///< names of the folded rest, most active first; else empty
};

/// What became of an event since another graph.
enum class ItemChange : std::uint8_t { none, added, removed, moved, rejudged };

/// One event on the timeline.
struct TimelineItem {
  std::string id;  ///< event id
  std::uint32_t lane = 0;
  std::vector<std::uint32_t> targets;    ///< other lanes that take part, sorted, without `lane`
  std::vector<std::uint32_t> partners;   ///< those of them that act along; the event acts on others
  std::string actor;                     ///< who acts; on a shared lane, not the lane's name
  std::string label;                     ///< who did what to whom, in the article's language
  std::optional<PartialDate> date;       ///< empty: undated
  std::vector<PartialDate> other_dates;  ///< what other sources say
  bool inferred = false;
  std::string date_label;  ///< "25 avr. 2025", "au plus tard le 25 avr. 2025", "sans date"
  MarkStance stance = MarkStance::neutral;
  Factuality factuality = Factuality::certain;
  std::vector<Citation> citations;  ///< who says so, by note
  std::string quote;                ///< the sentence it came from, for tooltips
  double weight = 1;                ///< who keeps the better place when space is short
  ItemChange change = ItemChange::none;
  std::optional<PartialDate> was;  ///< where it stood before it was moved
};

struct TimelineLink {
  std::uint32_t from = 0;  ///< indices into TimelineView::items
  std::uint32_t to = 0;
  LinkKind kind = LinkKind::follows;
};

/// Events that one rule left out.
struct HiddenEvents {
  std::string why;  ///< in the locale: "hors de la période"
  std::size_t count = 0;
};

struct TimelineView {
  std::string title;
  std::string subtitle;
  std::string locale;
  std::vector<Lane> lanes;          ///< in drawing order
  std::vector<TimelineItem> items;  ///< by date, then id; undated ones last
  std::vector<TimelineLink> links;
  std::vector<SourceNote> notes;
  std::size_t hidden = 0;  ///< events that the options or limits left out
  std::vector<HiddenEvents>
      reasons;                ///< why, most first in the order of the rules; sums to `hidden`
  std::size_t extracted = 0;  ///< events in the graph
  std::string input_hash;     ///< of the documents, for the last line
};

/// Events by what comes before what, whatever is known of their dates.
struct OrderView {
  TimelineView events;           ///< lanes are not drawn
  std::vector<OrderStep> steps;  ///< indices into the items
  std::string filter;
  bool subtitle_is_made = false;
};

struct MapNode {
  std::string id;
  std::string name;
  std::string caption;  ///< a second line, such as a role; may be empty
  EntityType type = EntityType::company;
  double weight = 1;
  bool focus = false;
};

/// Parallel relations of one direction and one stance, merged: "vend des GPU · 2017–2021".
struct MapRelation {
  std::string id;
  std::uint32_t from = 0;  ///< indices into RelationView::nodes
  std::uint32_t to = 0;
  std::string label;
  MarkStance stance = MarkStance::neutral;
  std::uint32_t events = 1;
  std::vector<Citation> citations;  ///< who says so, by note
  std::string quote;
  std::optional<int> first_year;
  std::optional<int> last_year;
};

/// Actors with more relations among themselves than chance would give.
struct MapGroup {
  std::vector<std::uint32_t> members;  ///< indices into RelationView::nodes, sorted
  std::uint32_t middle = 0;            ///< the one with most relations to the others
  std::string label;                   ///< "groupe de 12 acteurs, autour de Nvidia"
};

/// Modularity below which groups do not stand out: Clauset, Newman and Moore (2004, Phys. Rev. E
/// 70, 066111) found about 0.3 to tell of real ones.
inline constexpr double least_modularity = 0.3;
inline constexpr std::size_t least_group = 3;  ///< members; a pair is what its line shows already

/// How a map's actors fall into groups, by its relations alone: no source tells it.
struct MapGroups {
  double modularity = 0;
  std::vector<MapGroup> standing_out;  ///< of `least_group` members or more, largest first; none
                                       ///< below `least_modularity`
};

struct RelationView {
  std::string title;
  std::string subtitle;
  std::string locale;
  std::vector<MapNode> nodes;  ///< focus first; each of the others is tied to some before it
  std::vector<MapRelation> relations;  ///< by from, to, stance
  std::vector<SourceNote> notes;
  std::optional<MapGroups> groups;  ///< when asked for; of the relations above
  std::size_t hidden_nodes = 0;
  /// Left out to keep the layout possible, or only of a name that somebody speaks of.
  std::size_t hidden_relations = 0;
  std::string input_hash;
  std::string filter;          ///< what the selection keeps, in words
  bool title_is_made = false;  ///< of the actors and years shown: a cut map is titled anew
  bool subtitle_is_made = false;
};

/// The relations of one year or quarter.
struct PeriodMap {
  std::optional<int> number;  ///< the year, or four times it and the quarter from 0; none for what
                              ///< fits no single period
  std::string name;           ///< "2018", "T2 2018"
  std::vector<MapRelation> relations;  ///< ends are nodes of MapSeries::whole
};

/// Maps of the same actors, period by period.
struct MapSeries {
  RelationView whole;  ///< its relations are those of all periods, without citations
  MapPeriod per = MapPeriod::year;
  std::vector<PeriodMap> periods;  ///< that have relations, in order; what fits none last
  std::string without_relation;    ///< "2019–2020": periods between them that have none
};

/// `after`, with what was added, removed, moved to other days or judged otherwise since `before`;
/// what changed is the weightiest.
/// \returns the errors of make_timeline.
[[nodiscard]] Result<TimelineView> make_difference(const EventGraph& before,
                                                   const EventGraph& after,
                                                   const ViewOptions& options);

/// \returns ErrorCode::bad_value for an option that means nothing (a date, an entity not in the
/// graph).
[[nodiscard]] Result<TimelineView> make_timeline(const EventGraph& graph,
                                                 const ViewOptions& options);
[[nodiscard]] Result<OrderView> make_order(const EventGraph& graph, const ViewOptions& options);

/// Its `most` weightiest events, in the order that those left out carry too.
[[nodiscard]] OrderView cut_order(const OrderView& view, std::size_t most);

/// Who only speaks of somebody, taking no side, is left out where more than a few relations remain.
/// \returns ErrorCode::bad_value also for more actors than can be read, unless forced.
[[nodiscard]] Result<RelationView> make_map(const EventGraph& graph, const ViewOptions& options);

/// \returns the errors of make_map, and ErrorCode::bad_value for more periods than can be drawn.
[[nodiscard]] Result<MapSeries> make_map_series(const EventGraph& graph,
                                                const ViewOptions& options);

/// As cut_map; periods that are left without a relation go.
[[nodiscard]] MapSeries cut_map_series(const MapSeries& series, std::size_t most);

/// The map of its first `most` actors: all their relations with each other, hidden counts, notes
/// and titles brought up to date.
[[nodiscard]] RelationView cut_map(const RelationView& view, std::size_t most);

/// Finds the groups of the view's actors, by its relations and the number of events in each
/// (frise/graph/communities.hpp).
[[nodiscard]] MapGroups group_map(const RelationView& view);

}  // namespace frise
