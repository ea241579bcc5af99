// A sentence is quoted with its white space squeezed, an expression as it stands; both are compared
// squeezed, so that a quote is its words. A quote that is not at its bytes is looked for in the
// whole squeezed text, which remembers where each byte came from. Tested in
// tests/unit/audit/verify_test.cpp.

#include "frise/audit/verify.hpp"

#include "record/quotes.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace frise {
namespace {

struct Cited {
  Span span;
  std::string quote;
  std::string owner;
};

/// A text with its white space squeezed, and where each of its bytes stood.
struct SqueezedText {
  std::string text;
  std::vector<std::uint32_t> origin;

  explicit SqueezedText(std::string_view whole) {
    bool space_due = false;
    for (std::size_t i = 0; i < whole.size(); ++i) {
      if (is_quote_space(whole[i])) {
        space_due = !text.empty();
        continue;
      }
      if (space_due) add(' ', i);
      space_due = false;
      add(whole[i], i);
    }
  }

  /// The place nearest to `begin`.
  [[nodiscard]] std::optional<Span> find(const std::string& quote, std::uint32_t begin) const {
    std::optional<Span> best;
    const auto distance = [begin](std::uint32_t place) {
      return place > begin ? place - begin : begin - place;
    };
    for (auto at = text.find(quote); at != std::string::npos; at = text.find(quote, at + 1)) {
      const Span span{origin[at], origin[at + quote.size() - 1] + 1};
      if (best && distance(span.begin) >= distance(best->begin)) break;
      best = span;
    }
    return best;
  }

 private:
  void add(char c, std::size_t from) {
    text += c;
    origin.push_back(static_cast<std::uint32_t>(from));
  }
};

/// The text under a span; what lies beyond the end is not there.
std::string_view under(std::string_view text, Span span) {
  if (span.begin >= text.size()) return {};
  return text.substr(span.begin, span.end - span.begin);
}

/// Whether the quote is what stands there, or its beginning where it was cut.
bool stands(std::string_view text, const Cited& cited) {
  return squeeze(under(text, cited.span)) == squeeze(cited.quote);
}

std::string shortened(std::string text) {
  constexpr std::size_t longest = 160;
  if (text.size() <= longest) return text;
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "\u2026";
}

}  // namespace

struct QuoteChecker::Impl {
  explicit Impl(const EventGraph& whole) : graph{whole} {
    const Corpus& corpus = graph.corpus();
    for (const MergedEvent& event : corpus.events) {
      for (const Claim& claim : event.claims) add(claim.evidence, claim.id);
    }
    for (const MergedStance& stance : corpus.stances) {
      for (const Evidence& evidence : stance.evidence) add(evidence, stance.id);
    }
    for (const MergedRole& role : corpus.roles) {
      for (const RoleClaim& claim : role.claims) add(claim.evidence, role.id);
    }
    for (const DatingTimex& dating : corpus.timex) {
      add(dating.document, {dating.timex.quote.span, dating.timex.quote.text,
                            dating.document + '#' + dating.timex.id});
    }
    for (const RecordDocument& document : corpus.documents) {
      if (!document.sha256.empty()) by_text.emplace(document.sha256, document.id);
    }
  }

  void add(const Evidence& evidence, const std::string& owner) {
    add(evidence.document, {evidence.span, evidence.quote, owner});
  }

  void add(const std::string& document, Cited cited) {
    if (cited.quote.empty()) return;
    if (!seen.insert({document, cited.span.begin, cited.span.end, cited.quote}).second) return;
    quotes[document].push_back(std::move(cited));
  }

  /// The graph's id of a document, or nothing.
  [[nodiscard]] std::string id_of(const Document& document) const {
    // Two documents may share their text: the one of the same id first.
    const RecordDocument* same = graph.document(document.id);
    if (same != nullptr && same->sha256 == document.sha256) return same->id;
    const auto found = by_text.find(document.sha256);
    if (found != by_text.end()) return found->second;
    return same == nullptr ? std::string{} : same->id;
  }

  void look(const Document& document, const std::string& id, std::vector<Cited> cited) {
    std::sort(cited.begin(), cited.end(), [](const Cited& a, const Cited& b) {
      return std::tie(a.span.begin, a.span.end, a.owner) <
             std::tie(b.span.begin, b.span.end, b.owner);
    });
    std::optional<SqueezedText> squeezed;
    for (const Cited& one : cited) {
      ++result.quotes;
      if (stands(document.text, one)) continue;
      if (!squeezed) squeezed.emplace(document.text);
      QuoteFinding finding;
      finding.document = id;
      finding.path = document.path;
      finding.owner = one.owner;
      finding.span = one.span;
      finding.quote = one.quote;
      finding.now = shortened(squeeze(under(document.text, one.span)));
      if (const auto place = squeezed->find(squeeze(one.quote), one.span.begin)) {
        finding.state = QuoteState::moved;
        finding.moved_to = *place;
      }
      place_in_lines(document.text, finding);
      result.findings.push_back(std::move(finding));
    }
  }

  static void place_in_lines(std::string_view text, QuoteFinding& finding) {
    const auto at =
        finding.state == QuoteState::moved ? finding.moved_to.begin : finding.span.begin;
    const std::string_view before = text.substr(0, at);
    const auto line_start = before.rfind('\n');
    finding.line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const std::string_view line =
        line_start == std::string_view::npos ? before : before.substr(line_start + 1);
    finding.column =
        1 + static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) {
          return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        }));
  }

  const EventGraph& graph;
  std::unordered_map<std::string, std::vector<Cited>> quotes;  ///< by document; taken when checked
  std::set<std::tuple<std::string, std::uint32_t, std::uint32_t, std::string>> seen;
  std::unordered_map<std::string, std::string> by_text;
  std::set<std::string> checked;
  Verification result;
};

QuoteChecker::QuoteChecker(const EventGraph& graph) : impl_{std::make_unique<Impl>(graph)} {}
QuoteChecker::QuoteChecker(QuoteChecker&&) noexcept = default;
QuoteChecker& QuoteChecker::operator=(QuoteChecker&&) noexcept = default;
QuoteChecker::~QuoteChecker() = default;

bool QuoteChecker::check(const Document& document) {
  const std::string id = impl_->id_of(document);
  if (id.empty()) return false;
  impl_->checked.insert(id);
  const auto found = impl_->quotes.find(id);
  if (found == impl_->quotes.end()) return true;
  impl_->look(document, id, std::move(found->second));
  impl_->quotes.erase(found);
  return true;
}

Verification QuoteChecker::take() && {
  for (const RecordDocument& document : impl_->graph.corpus().documents) {
    if (!impl_->checked.contains(document.id)) impl_->result.missing.push_back(document.id);
  }
  return std::move(impl_->result);
}

std::string to_string(const QuoteFinding& finding) {
  const auto bytes = [](Span span) {
    return std::to_string(span.begin) + " to " + std::to_string(span.end);
  };
  std::string out = '"' + shortened(finding.quote) + "\" (" + finding.owner + ") ";
  if (finding.state == QuoteState::moved) {
    return out + "has moved from bytes " + bytes(finding.span) + " to " + bytes(finding.moved_to);
  }
  out += "is not there any more: ";
  if (finding.now.empty())
    return out + "the text ends before byte " + std::to_string(finding.span.end);
  return out + "bytes " + bytes(finding.span) + " are now \"" + finding.now + '"';
}

}  // namespace frise
