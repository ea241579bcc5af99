// One graph is made of both: the newer one and what it has no more. It is viewed like any other, so
// that one selection and one plan of lanes holds for all, then each item is told what became of it.
// Tested in tests/unit/view/difference_test.cpp.

#include "frise/audit/diff.hpp"
#include "frise/view/view.hpp"
#include "view/date_words.hpp"
#include "view/mark_stance.hpp"
#include "view/selection.hpp"
#include "view/words.hpp"

#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace frise {
namespace {

constexpr double of_a_change = 10;  ///< more weight than any event has without

struct Fate {
  ItemChange change = ItemChange::none;
  std::string old_id;
};

/// By event id: that of the newer graph, or of the older one for what was removed.
std::map<std::string, Fate, std::less<>> fates(const GraphDiff& changes) {
  std::map<std::string, Fate, std::less<>> found;
  for (const Change& change : changes.changes) {
    const bool of_claim = change.thing == ChangedThing::claim;
    if (change.thing != ChangedThing::event && !of_claim) continue;
    ItemChange what = ItemChange::none;
    if (change.kind == ChangeKind::rejudged) what = ItemChange::rejudged;
    if (!of_claim) {
      if (change.kind == ChangeKind::added) what = ItemChange::added;
      if (change.kind == ChangeKind::removed) what = ItemChange::removed;
      if (change.kind == ChangeKind::redated) what = ItemChange::moved;
    }
    if (what == ItemChange::none) continue;
    Fate& fate = found[of_claim ? change.place : change.id];
    // What a claim says of an event gives way to what became of the event itself.
    if (fate.change != ItemChange::none && of_claim) continue;
    fate.change = what;
    fate.old_id = change.old_id.empty() ? change.id : change.old_id;
  }
  return found;
}

/// The newer corpus and the removed events of the older one, with all that they speak of.
Corpus both(const EventGraph& before, const EventGraph& after,
            const std::map<std::string, Fate, std::less<>>& fates) {
  Corpus corpus = after.corpus();
  std::set<std::string> documents;
  std::set<std::string> entities;
  const auto take_document = [&](std::string_view id) {
    if (after.document(id) != nullptr || !documents.emplace(id).second) return;
    if (const RecordDocument* document = before.document(id)) corpus.documents.push_back(*document);
  };
  for (const MergedEvent& event : before.corpus().events) {
    const auto fate = fates.find(event.id);
    if (fate == fates.end() || fate->second.change != ItemChange::removed) continue;
    corpus.events.push_back(event);
    for (const MergedParticipant& participant : event.participants) {
      const std::string& id = participant.entity;
      if (after.entity(id) != nullptr || !entities.insert(id).second) continue;
      if (const MergedEntity* entity = before.entity(id)) corpus.entities.push_back(*entity);
    }
    for (const Claim& claim : event.claims) {
      take_document(claim.evidence.document);
    }
  }
  return corpus;
}

std::string subtitle_of(const TimelineView& view, std::size_t unchanged, const std::string& since) {
  constexpr std::array<std::pair<ItemChange, Word>, 4> kinds{
      {{ItemChange::added, Word::many_added},
       {ItemChange::removed, Word::many_removed},
       {ItemChange::moved, Word::many_moved},
       {ItemChange::rejudged, Word::many_rejudged}}};
  std::string text;
  for (const auto& [kind, words] : kinds) {
    std::size_t count = 0;
    for (const TimelineItem& item : view.items) count += item.change == kind ? 1 : 0;
    if (count == 0) continue;
    text += (text.empty() ? "" : ", ") + word(words, view.locale, std::to_string(count));
  }
  text += (text.empty() ? "" : ", ") +
          word(Word::many_unchanged, view.locale, std::to_string(unchanged));
  return text + std::string{word(Word::semicolon, view.locale)} +
         word(Word::since_input, view.locale, since);
}

}  // namespace

Result<TimelineView> make_difference(const EventGraph& before, const EventGraph& after,
                                     const ViewOptions& options) {
  const auto changes = fates(diff(before, after));
  const EventGraph graph = EventGraph::build(both(before, after, changes));
  auto view = make_timeline(graph, options);
  if (!view) return view;
  const StanceIndex old_stances{before};
  const DateWords dates{view->locale};
  std::size_t unchanged = 0;
  for (TimelineItem& item : view->items) {
    const auto fate = changes.find(item.id);
    const std::string& old_id = fate == changes.end() ? item.id : fate->second.old_id;
    const MergedEvent* old = before.event(old_id);
    if (fate != changes.end()) item.change = fate->second.change;
    if (item.change == ItemChange::none && old != nullptr && old_stances.of(*old) != item.stance) {
      item.change = ItemChange::rejudged;
    }
    if (item.change == ItemChange::none) {
      ++unchanged;
      continue;
    }
    item.weight += of_a_change;
    constexpr std::array<Word, 5> words{Word::added, Word::added, Word::removed, Word::moved,
                                        Word::rejudged};
    std::string said{word(words[static_cast<std::size_t>(item.change)], view->locale)};
    if (item.change == ItemChange::moved && old != nullptr) {
      item.was = date_of(old->date);
      said += ", " + word(Word::before_that, view->locale,
                          item.was ? dates.label(*item.was) : dates.label(DayBounds{}));
    }
    item.date_label += " · " + said;
  }
  view->input_hash = input_hash(after);
  if (options.subtitle.empty()) view->subtitle = subtitle_of(*view, unchanged, input_hash(before));
  return view;
}

}  // namespace frise
