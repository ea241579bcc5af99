// Sort, so that the order of the inputs cannot show; then who, then what, then what has to do with
// what. Tested in tests/unit/merge/merge_test.cpp.

#include "frise/merge/corpus.hpp"
#include "merge/assemble.hpp"
#include "merge/claim_links.hpp"
#include "merge/clusters.hpp"
#include "merge/copies.hpp"
#include "merge/entities.hpp"
#include "merge/judge.hpp"
#include "merge/links.hpp"
#include "merge/order.hpp"
#include "merge/replies.hpp"
#include "merge/reports.hpp"
#include "merge/roles.hpp"
#include "merge/stances.hpp"
#include "merge/told_order.hpp"
#include "merge/variants.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace frise {
namespace {

/// By document id; a document without one goes by its path. The same record given twice counts
/// once; another one under a taken id gets a suffix.
void sort_records(std::vector<Record>& records) {
  for (Record& record : records) {
    RecordDocument& document = record.document;
    if (document.id.empty()) document.id = document.path.empty() ? "document" : document.path;
  }
  std::sort(records.begin(), records.end(),
            [](const Record& a, const Record& b) { return a.document.id < b.document.id; });
  std::vector<Record> out;
  out.reserve(records.size());
  for (std::size_t begin = 0; begin < records.size();) {
    std::size_t end = begin + 1;
    while (end < records.size() && records[end].document.id == records[begin].document.id) ++end;
    if (end == begin + 1) {
      out.push_back(std::move(records[begin]));
    } else {
      std::vector<std::pair<std::string, std::size_t>> written;
      for (std::size_t i = begin; i < end; ++i) written.emplace_back(to_json(records[i]), i);
      std::sort(written.begin(), written.end());
      std::size_t count = 0;
      for (std::size_t i = 0; i < written.size(); ++i) {
        if (i > 0 && written[i].first == written[i - 1].first) continue;
        Record& record = out.emplace_back(std::move(records[written[i].second]));
        if (++count > 1) record.document.id += "#" + std::to_string(count);
      }
    }
    begin = end;
  }
  records = std::move(out);
  std::stable_sort(records.begin(), records.end(),
                   [](const Record& a, const Record& b) { return a.document.id < b.document.id; });
}

/// Those that date an event or a stance, and what they were read against: told before, so found
/// going back. What is kept is taken out of the record.
void gather_timex(Record& record, std::vector<DatingTimex>& out) {
  std::unordered_set<std::string_view> wanted;
  for (const RecordEvent& event : record.events) wanted.insert(event.date.timex);
  for (const RecordStance& stance : record.stances) wanted.insert(stance.date.timex);
  std::vector<RecordTimex*> found;
  for (auto timex = record.timex.rbegin(); timex != record.timex.rend(); ++timex) {
    if (!wanted.contains(timex->id)) continue;
    wanted.insert(timex->from);
    found.push_back(&*timex);
  }
  for (auto timex = found.rbegin(); timex != found.rend(); ++timex) {
    out.push_back({record.document.id, std::move(**timex)});
  }
}

/// What is the same event, and what of it stands in the corpus. What serves comparing only ends
/// here: with many articles it is large.
void tell_events(const std::vector<Record>& records, const EntityTable& entities, Corpus& corpus) {
  const Reports reports = gather_reports(records, entities);
  const Judge judge{records, reports};
  const std::vector<Cluster> clusters = cluster_reports(records, reports, judge);
  DocumentCopies copies = find_copies(records, reports);
  corpus.events = assemble_events(records, entities, reports, clusters, judge, copies);
  corpus.claim_order = order_of_claims(records, corpus.events);
  corpus.copies = std::move(copies.copies);
}

}  // namespace

Corpus merge_records(std::vector<Record> records) {
  sort_records(records);
  EntityTable entities = merge_entities(records);
  Corpus corpus;
  tell_events(records, entities, corpus);
  corpus.stances = merge_stances(records, entities);
  corpus.roles = merge_roles(records, entities);
  corpus.documents.reserve(records.size());
  for (Record& record : records) {
    gather_timex(record, corpus.timex);
    corpus.documents.push_back(std::move(record.document));
    record = {};
  }
  corpus.links = link_events(corpus.events);
  add_variants(corpus.events, corpus.links);
  add_replies(corpus, corpus.links);
  sort_links(corpus.links);
  corpus.claim_links = link_claims(corpus.events, corpus.links);
  corpus.entities = std::move(entities.entities);
  order_events(corpus);
  return corpus;
}

}  // namespace frise
