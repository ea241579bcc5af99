// First the marks, sorted and made disjoint, then one pass over the text. Everything that comes
// from the article goes through escape(). Tested in tests/unit/export/timeml_test.cpp, and with an
// XML parser in tests/cli/timeml_test.py.

#include "frise/export/timeml.hpp"

#include "export/timeml_words.hpp"
#include "export/values.hpp"
#include "frise/record/words.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

namespace frise {
namespace {

/// Length in bytes of the character at `at`, and whether XML 1.0 (section 2.2) allows it. The text
/// is UTF-8.
struct Character {
  std::size_t length = 1;
  bool allowed = true;
};

Character character_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {1, lead >= 0x20 || lead == '\t' || lead == '\n' || lead == '\r'};
  const std::size_t length = std::min<std::size_t>(lead >= 0xF0   ? 4
                                                   : lead >= 0xE0 ? 3
                                                                  : 2,
                                                   text.size() - at);
  // U+FFFE and U+FFFF.
  const std::string_view bytes = text.substr(at, length);
  return {length, bytes != "\xEF\xBF\xBE" && bytes != "\xEF\xBF\xBF"};
}

/// \param dropped called with the place of each character that is left out; may be empty.
template <class Dropped>
void escape(std::string& out, std::string_view text, Dropped dropped) {
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (!character.allowed) {
      dropped(at, character.length);
    } else if (character.length > 1) {
      out += text.substr(at, character.length);
    } else {
      switch (text[at]) {
        case '&':
          out += "&amp;";
          break;
        case '<':
          out += "&lt;";
          break;
        case '>':
          out += "&gt;";
          break;
        case '"':
          out += "&quot;";
          break;
        case '\r':
          out += "&#13;";  // a bare one would be read back as a line feed
          break;
        default:
          out += text[at];
      }
    }
    at += character.length;
  }
}

std::string escaped(std::string_view text) {
  std::string out;
  escape(out, text, [](std::size_t, std::size_t) {});
  return out;
}

std::string attribute(std::string_view name, std::string_view value) {
  return ' ' + std::string{name} + "=\"" + escaped(value) + '"';
}

std::string optional_attribute(std::string_view name, std::string_view value) {
  return value.empty() ? std::string{} : attribute(name, value);
}

/// An element within TEXT.
struct Mark {
  Span span;
  std::string open;
  std::string_view close;
};

class Writer {
 public:
  Writer(const Record& record, std::string_view text) : record_{record}, text_{text} {}

  TimeMl write() {
    mark_times();
    mark_events();
    mark_signals();
    std::string& out = done_.xml;
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n<DOCID>";
    out += escaped(record_.document.id);
    out += "</DOCID>\n<DCT><TIMEX3 tid=\"t0\" type=\"DATE\"";
    const TimexValue created = timex_of(record_.document.published);
    out += attribute("value", created.value) + optional_attribute("mod", created.mod);
    out += " temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\"/></DCT>\n<TEXT>";
    write_text();
    out += "</TEXT>\n";
    write_instances();
    write_links();
    out += "</TimeML>\n";
    return std::move(done_);
  }

 private:
  [[nodiscard]] bool fits(Span span) const {
    return span.begin < span.end && span.end <= text_.size();
  }

  [[nodiscard]] std::string anchor_of(const RecordTimex& timex) const {
    if (times_.contains(timex.from)) return timex.from;
    return timex.anchor == TimexAnchor::published ? "t0" : "";
  }

  void mark_times() {
    std::vector<const RecordTimex*> marked;
    for (const RecordTimex& timex : record_.timex) {
      if (!fits(timex.quote.span)) continue;
      if (!marked.empty() && timex.quote.span.begin < marked.back()->quote.span.end) continue;
      marked.push_back(&timex);
      times_.emplace(timex.id, &timex);
    }
    for (const RecordTimex* timex : marked) {
      std::string open =
          "<TIMEX3" + attribute("tid", timex->id) + attribute("type", to_string(timex->type)) +
          attribute("value", timex->value) + optional_attribute("mod", to_string(timex->mod));
      if (timex->inferred) open += attribute("temporalFunction", "true");
      open += optional_attribute("anchorTimeID", anchor_of(*timex));
      marks_.push_back({timex->quote.span, std::move(open) + '>', "</TIMEX3>"});
    }
  }

  /// The longest stretch of a trigger outside the expressions of time, which are the first `times`
  /// marks.
  [[nodiscard]] Span outside_times(Span trigger, std::size_t times) const {
    Span best{trigger.begin, trigger.begin};
    std::uint32_t begin = trigger.begin;
    const auto keep = [&](std::uint32_t end) {
      Span free{begin, std::max(begin, end)};
      while (!free.empty() && text_[free.begin] == ' ') ++free.begin;
      while (!free.empty() && text_[free.end - 1] == ' ') --free.end;
      if (free.length() > best.length()) best = free;
    };
    const auto last = marks_.begin() + static_cast<std::ptrdiff_t>(times);
    auto mark = std::lower_bound(marks_.begin(), last, trigger.begin,
                                 [](const Mark& m, std::uint32_t at) { return m.span.end <= at; });
    for (; mark != last && mark->span.begin < trigger.end; ++mark) {
      keep(mark->span.begin);
      begin = std::max(begin, mark->span.end);
    }
    keep(trigger.end);
    return best;
  }

  /// Each predicate is an EVENT of one word. An event of the record is an instance of the last verb
  /// in its trigger ("a signé un accord"), else of the first predicate in it, else has an EVENT of
  /// its own words.
  void mark_events() {
    const std::size_t times = marks_.size();
    const auto& predicates = record_.predicates.predicates;
    std::vector<std::pair<Span, std::size_t>> found;  // span, event or event count + predicate
    std::vector<std::size_t> owner(predicates.size(), none);
    for (std::size_t i = 0; i < record_.events.size(); ++i) {
      const Span trigger = record_.events[i].trigger.span;
      if (!fits(trigger)) continue;
      if (const auto p = predicate_of(trigger)) {
        if (owner[*p] == none) owner[*p] = i;
        tag_by_predicate_.emplace_back(i, *p);
        continue;
      }
      const Span span = outside_times(trigger, times);
      if (!span.empty()) found.emplace_back(span, i);
    }
    for (std::size_t p = 0; p < predicates.size(); ++p) {
      if (!fits(predicates[p].span) || outside_times(predicates[p].span, times).empty()) continue;
      found.emplace_back(predicates[p].span,
                         owner[p] == none ? record_.events.size() + p : owner[p]);
    }
    std::sort(found.begin(), found.end());
    tag_of_.assign(record_.events.size() + predicates.size(), none);
    for (const auto& [span, index] : found) {
      if (tags_.empty() || span.begin >= tags_.back().first.end) {
        tags_.emplace_back(span, index);
        marks_.push_back({span,
                          "<EVENT eid=\"e" + std::to_string(index + 1) + "\" class=\"" +
                              std::string{class_at(index)} + "\">",
                          "</EVENT>"});
      }
      tag_of_[index] = tags_.back().second;
    }
    for (const auto& [event, p] : tag_by_predicate_) {
      const std::size_t first = owner[p];
      tag_of_[event] = tag_of_[first];
    }
    for (std::size_t p = 0; p < predicates.size(); ++p) {
      if (owner[p] != none) tag_of_[record_.events.size() + p] = tag_of_[owner[p]];
    }
    sort_marks();
  }

  void sort_marks() {
    std::sort(marks_.begin(), marks_.end(),
              [](const Mark& a, const Mark& b) { return a.span < b.span; });
  }

  /// Words that put two events in order are a SIGNAL where they stand outside all other elements.
  void mark_signals() {
    std::set<Span> cues;
    for (const RecordOrder& order : record_.order) cues.insert(order.cue.span);
    std::vector<Mark> signals;
    for (const Span cue : cues) {
      const auto next =
          std::lower_bound(marks_.begin(), marks_.end(), cue.begin,
                           [](const Mark& m, std::uint32_t at) { return m.span.end <= at; });
      const bool free = next == marks_.end() || next->span.begin >= cue.end;
      if (!fits(cue) || !free) continue;
      if (!signals.empty() && cue.begin < signals.back().span.end) continue;
      const std::string id = "s" + std::to_string(signals.size() + 1);
      signals.push_back({cue, "<SIGNAL sid=\"" + id + "\">", "</SIGNAL>"});
      signal_at_.emplace(cue, id);
    }
    marks_.insert(marks_.end(), std::make_move_iterator(signals.begin()),
                  std::make_move_iterator(signals.end()));
    sort_marks();
  }

  [[nodiscard]] std::optional<std::size_t> predicate_of(Span trigger) const {
    const auto& all = record_.predicates.predicates;
    const auto first =
        std::lower_bound(all.begin(), all.end(), trigger.begin,
                         [](const Predicate& one, std::uint32_t at) { return one.span.end <= at; });
    std::optional<std::size_t> best;
    for (auto p = first; p != all.end() && p->span.begin < trigger.end; ++p) {
      if (!best || p->pos == Pos::verb) best = static_cast<std::size_t>(p - all.begin());
    }
    return best;
  }

  /// \param index of an event, or the number of events and that of a predicate.
  [[nodiscard]] std::string_view class_at(std::size_t index) const {
    if (index < record_.events.size()) return class_of(record_.events[index].type);
    return class_of(record_.predicates.predicates[index - record_.events.size()].klass);
  }

  void write_text() {
    std::uint32_t at = 0;
    for (const Mark& mark : marks_) {
      write_words({at, mark.span.begin});
      done_.xml += mark.open;
      write_words(mark.span);
      done_.xml += mark.close;
      at = mark.span.end;
    }
    write_words({at, static_cast<std::uint32_t>(text_.size())});
  }

  void write_words(Span span) {
    escape(done_.xml, slice(text_, span), [&](std::size_t at, std::size_t length) {
      const auto begin = span.begin + static_cast<std::uint32_t>(at);
      const auto end = begin + static_cast<std::uint32_t>(length);
      auto& told = done_.diagnostics;
      if (!told.empty() && told.back().span.end == begin) {
        told.back().span.end = end;
      } else {
        told.push_back({{begin, end}, "not-in-xml", "XML has no such character; it was left out"});
      }
    });
  }

  void write_instances() {
    for (std::size_t i = 0; i < record_.events.size(); ++i) {
      if (tag_of_[i] == none) continue;
      const bool negative =
          record_.events[i].negated || record_.events[i].factuality == Factuality::denied;
      write_instance(i, predicate_of(record_.events[i].trigger.span), negative);
    }
    const auto& predicates = record_.predicates.predicates;
    for (std::size_t p = 0; p < predicates.size(); ++p) {
      const std::size_t index = record_.events.size() + p;
      // An event of the record that stands for it has its instance already.
      if (tag_of_[index] == index) write_instance(index, p, predicates[p].negated);
    }
  }

  void write_instance(std::size_t index, std::optional<std::size_t> predicate, bool negative) {
    const Predicate* verb = predicate ? &record_.predicates.predicates[*predicate] : nullptr;
    done_.xml += "<MAKEINSTANCE eiid=\"ei" + std::to_string(index + 1) + "\" eventID=\"e" +
                 std::to_string(tag_of_[index] + 1) + '"' +
                 attribute("pos", verb == nullptr          ? "OTHER"
                                  : verb->pos == Pos::noun ? "NOUN"
                                                           : "VERB") +
                 attribute("tense", verb == nullptr ? "NONE" : tense_of(*verb)) +
                 attribute("aspect", verb != nullptr && verb->perfect ? "PERFECTIVE" : "NONE") +
                 attribute("polarity", negative ? "NEG" : "POS") +
                 optional_attribute("modality", verb == nullptr ? "" : modality_of(*verb)) + "/>\n";
  }

  void write_links() {
    std::size_t links = 0;
    const auto link = [&](std::string_view name, std::size_t event, std::string_view relation,
                          std::string_view target_name, const std::string& target,
                          std::string_view signal = {}) {
      done_.xml += '<' + std::string{name} + " lid=\"l" + std::to_string(++links) +
                   "\" eventInstanceID=\"ei" + std::to_string(event + 1) + '"' +
                   attribute(target_name, target) + attribute("relType", relation) +
                   optional_attribute("signalID", signal) + "/>\n";
    };
    for (std::size_t i = 0; i < record_.events.size(); ++i) {
      const RecordDate& date = record_.events[i].date;
      const auto timex = times_.find(date.timex);
      if (tag_of_[i] == none || timex == times_.end()) continue;
      link("TLINK", i, relation_of(date, *timex->second), "relatedToTime", date.timex);
    }
    std::unordered_map<std::string_view, std::size_t> event_at;
    for (std::size_t i = 0; i < record_.events.size(); ++i) {
      if (tag_of_[i] != none) event_at.emplace(record_.events[i].id, i);
    }
    for (const RecordOrder& order : record_.order) {
      const auto first = event_at.find(order.before);
      const auto second = event_at.find(order.after);
      if (first == event_at.end() || second == event_at.end()) continue;
      const auto signal = signal_at_.find(order.cue.span);
      link("TLINK", first->second, "BEFORE", "relatedToEventInstance",
           "ei" + std::to_string(second->second + 1),
           signal == signal_at_.end() ? std::string_view{} : signal->second);
    }
    for (std::size_t i = 0; i < record_.events.size(); ++i) {
      const auto source = speech_of(i);
      if (tag_of_[i] == none || !source) continue;
      const bool denied = record_.events[i].factuality == Factuality::denied;
      subordinated_.emplace(*source, i);
      link("SLINK", *source, denied ? "NEG_EVIDENTIAL" : "EVIDENTIAL", "subordinatedEventInstance",
           "ei" + std::to_string(i + 1));
    }
    for (const PredicateLink& one : record_.predicates.links) {
      const std::size_t governor = tag_of_[record_.events.size() + one.governor];
      const std::size_t governed = tag_of_[record_.events.size() + one.governed];
      if (governor == none || governed == none || governor == governed) continue;
      if (!subordinated_.emplace(governor, governed).second) continue;
      link("SLINK", governor, word_of(one.relation), "subordinatedEventInstance",
           "ei" + std::to_string(governed + 1));
    }
  }

  /// "avant 2025" has said it in its `mod` already.
  [[nodiscard]] static std::string_view relation_of(const RecordDate& date,
                                                    const RecordTimex& timex) {
    if (date.value.starts_with("../") && timex.mod != TimexMod::before) return "BEFORE";
    if (date.value.ends_with("/..") && timex.mod != TimexMod::after) return "AFTER";
    return "IS_INCLUDED";
  }

  /// The event whose words are the cue by which event `index` is told, if any is.
  [[nodiscard]] std::optional<std::size_t> speech_of(std::size_t index) const {
    const auto& attribution = record_.events[index].attribution;
    if (!attribution) return std::nullopt;
    const auto tag =
        std::lower_bound(tags_.begin(), tags_.end(), attribution->span.begin,
                         [](const auto& one, std::uint32_t at) { return one.first.end <= at; });
    if (tag == tags_.end() || !tag->first.overlaps(attribution->span)) return std::nullopt;
    const bool speech = class_at(tag->second) == "REPORTING";
    return speech && tag->second != tag_of_[index] ? std::optional{tag->second} : std::nullopt;
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  const Record& record_;
  std::string_view text_;
  std::vector<Mark> marks_;                               ///< disjoint; sorted once all are there
  std::map<std::string_view, const RecordTimex*> times_;  ///< those that are marked, by id
  std::vector<std::pair<Span, std::size_t>> tags_;  ///< EVENT elements and their events, in order
  std::map<Span, std::string> signal_at_;           ///< ids of the SIGNALs
  std::vector<std::size_t> tag_of_;  ///< of each event, then predicate, whose EVENT it shares
  std::vector<std::pair<std::size_t, std::size_t>> tag_by_predicate_;  ///< events of a predicate
  std::set<std::pair<std::size_t, std::size_t>> subordinated_;         ///< linked by an SLINK
  TimeMl done_;
};

}  // namespace

TimeMl to_timeml(const Record& record, std::string_view text) {
  return Writer{record, text}.write();
}

}  // namespace frise
