// Objects and complements to the right of a verb, up to the next clause mark. Scans are bounded.
// Tested in tests/unit/event/clauses_test.cpp.

#include "event/clause_draft.hpp"

#include <algorithm>

namespace frise {
namespace {

constexpr std::uint32_t reach = ClauseDraft::reach;

class ComplementScan {
 public:
  explicit ComplementScan(ClauseDraft& draft) : draft_{draft} {}

  void run() {
    for (Clause& clause : draft_.clauses) attach_complements(clause);
  }

 private:
  [[nodiscard]] ChunkKind kind(std::uint32_t c) const { return draft_.chunks[c].kind; }
  [[nodiscard]] std::uint32_t index(const Clause& clause) const { return draft_.index(clause); }

  void attach_complements(Clause& clause) {
    std::string_view slot;
    bool pending = false;
    bool joined = false;
    std::string_view last_slot;
    const std::uint32_t v = clause.chunk;
    std::uint32_t stop_token = draft_.chunks[v].tokens.end;
    const std::uint32_t limit =
        std::min<std::uint32_t>(static_cast<std::uint32_t>(draft_.chunks.size()), v + reach);
    for (std::uint32_t c = v + 1; c < limit; ++c) {
      switch (kind(c)) {
        case ChunkKind::preposition:
          slot = draft_.chunks[c].key;
          pending = true;
          joined = false;
          break;
        case ChunkKind::noun:
          if (draft_.subject_of[c] && *draft_.subject_of[c] != index(clause)) {
            clause.extent = {draft_.chunks[v].tokens.begin, stop_token};
            return;
          }
          if (clause.inverted && clause.subjects.front() == c) break;
          if (pending) {
            clause.complements.emplace_back(slot, c);
            last_slot = slot;
            pending = false;
          } else if (joined && !last_slot.empty()) {
            clause.complements.emplace_back(last_slot, c);
            if (clause.objects.empty()) clause.objects.push_back(c);
          } else if (clause.objects.empty() || joined) {
            clause.objects.push_back(c);
          } else if (kind(c - 1) == ChunkKind::comma && listed(c)) {
            clause.objects.push_back(c);
          }
          joined = false;
          break;
        case ChunkKind::time:
          pending = false;
          break;  // "en décembre" has taken its preposition
        case ChunkKind::coordinator:
          joined = true;
          break;
        case ChunkKind::comma:
          joined = !last_slot.empty() && listed(c + 1);
          break;
        case ChunkKind::verb: {
          const VerbForm form = draft_.chunks[c].verb->form;
          if (form == VerbForm::finite) {
            clause.extent = {draft_.chunks[v].tokens.begin, stop_token};
            return;
          }
          pending = false;
          last_slot = {};
          if (form == VerbForm::past_participle && joined) {
            // "a critiqué X et exprimé Y": another verb of the same subject begins.
            clause.extent = {draft_.chunks[v].tokens.begin, stop_token};
            return;
          }
          joined = false;
          if (form == VerbForm::infinitive || form == VerbForm::present_participle) {
            // Its own objects are its own; what follows may still matter as topic (extent).
            clause.extent = {draft_.chunks[v].tokens.begin, draft_.chunks[c].tokens.begin};
            return;
          }
          break;
        }
        case ChunkKind::complementizer:
          if (only(clause, c)) break;
          [[fallthrough]];
        case ChunkKind::colon:
          clause.content = c + 1;
          clause.extent = {draft_.chunks[v].tokens.begin, stop_token};
          return;
        case ChunkKind::relative:
        case ChunkKind::subordinator:
        case ChunkKind::stop:
          clause.extent = {draft_.chunks[v].tokens.begin, stop_token};
          return;
        case ChunkKind::dash:
        case ChunkKind::open_bracket: {
          const std::uint32_t close = closing(c, limit);
          if (close == c && kind(c) == ChunkKind::dash) {
            clause.extent = {draft_.chunks[v].tokens.begin, stop_token};
            return;
          }
          c = close;
          break;
        }
        default:
          break;
      }
      stop_token = draft_.chunks[c].tokens.end;
    }
    clause.extent = {draft_.chunks[v].tokens.begin, stop_token};
  }

  /// "n'a livré les camions qu'en mars": "only", no clause to come.
  [[nodiscard]] bool only(const Clause& clause, std::uint32_t c) const {
    std::uint32_t next = c + 1;
    if (next + 1 < draft_.chunks.size() && kind(next) == ChunkKind::preposition) ++next;
    if (next >= draft_.chunks.size() || kind(next) != ChunkKind::time) return false;
    const TokenRange verb = draft_.chunks[clause.chunk].tokens;
    for (std::uint32_t t = verb.begin; t < verb.end; ++t) {
      if (draft_.context.rules.negators.contains(draft_.context.key(t))) return true;
    }
    return false;
  }

  /// The noun at `c` is an element of a list that a coordinator closes within a few chunks.
  [[nodiscard]] bool listed(std::uint32_t c) const {
    const auto limit = std::min<std::size_t>(draft_.chunks.size(), c + 12);
    if (c >= limit || kind(c) != ChunkKind::noun) return false;
    for (std::uint32_t n = c + 1; n + 1 < limit; ++n) {
      if (kind(n) == ChunkKind::coordinator) return kind(n + 1) == ChunkKind::noun;
      if (kind(n) != ChunkKind::comma && kind(n) != ChunkKind::noun) return false;
    }
    return false;
  }

  [[nodiscard]] std::uint32_t closing(std::uint32_t open, std::uint32_t limit) const {
    const ChunkKind mark =
        kind(open) == ChunkKind::dash ? ChunkKind::dash : ChunkKind::close_bracket;
    for (std::uint32_t c = open + 1; c < limit; ++c) {
      if (kind(c) == mark) return c;
      if (kind(c) == ChunkKind::stop) break;
    }
    return open;
  }

  ClauseDraft& draft_;
};

}  // namespace

void scan_complements(ClauseDraft& draft) { ComplementScan{draft}.run(); }

}  // namespace frise
