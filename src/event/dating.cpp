// The date of an event, in this order: the time expression in its own clause; the one that opens
// the sentence, for the main clause and what hangs on it; the date of the governor; for "a ajouté",
// that of what the same speaker said before; for the headline and the lead of an article that
// tells its day, that day; the date line under a quoted post; else none. Elsewhere the document's
// own date is never borrowed. What is told as past under a dated act of saying is no later than the
// saying; what is planned is dated by the announcement.

#include "event/details.hpp"
#include "event/news_head.hpp"

#include <algorithm>
#include <utility>

namespace frise {
namespace {

const std::vector<TimeExpression>& times(const ParsedDocument& document) {
  return document.input.times.items;
}

/// Can place an event: a date or time of day with a calendar value.
bool places(const TimeExpression& t) {
  if (t.type != TimexType::date && t.type != TimexType::time) return false;
  return parse_date(t.value).has_value();
}

std::size_t first_time(const ParsedDocument& document, std::uint32_t token) {
  const auto& all = times(document);
  return static_cast<std::size_t>(std::lower_bound(all.begin(), all.end(), token,
                                                   [](const TimeExpression& t, std::uint32_t at) {
                                                     return t.tokens.begin < at;
                                                   }) -
                                  all.begin());
}

std::optional<std::uint32_t> time_in(const ParsedDocument& document, TokenRange tokens) {
  for (std::size_t i = first_time(document, tokens.begin);
       i < times(document).size() && times(document)[i].tokens.begin < tokens.end; ++i) {
    if (places(times(document)[i])) return static_cast<std::uint32_t>(i);
  }
  return std::nullopt;
}

/// "jusqu'en 2027", "deux transferts de 2019": how long it lasts, or which thing is meant, not when
/// the act was. "depuis mars" dates what goes on since, but nothing that is said.
bool tells_when(const ParsedDocument& document, const TimeExpression& t, bool saying) {
  const auto& segmentation = document.input.segmentation;
  const auto& words = document.rules.undating;
  constexpr std::uint32_t near = 2;
  for (std::uint32_t back = 0; back <= near && back <= t.tokens.begin; ++back) {
    const auto found = words.find(segmentation.key(t.tokens.begin - back));
    if (found == words.end()) continue;
    if (found->second == undating_speech ? saying && back < near
                                         : back < near || found->second == undating_far) {
      return false;
    }
  }
  return true;
}

/// From the leftmost of subject and verb through the complements, but never over another verb's
/// words.
TokenRange clause_region(const ParsedSentence& sentence, const Clause& clause) {
  std::uint32_t begin = sentence.chunks[clause.chunk].tokens.begin;
  const bool own = clause.link != ClauseLink::coordinated &&
                   clause.link != ClauseLink::infinitive && clause.link != ClauseLink::purpose &&
                   clause.link != ClauseLink::gerund;
  if (own && !clause.inverted && !clause.subjects.empty()) {
    begin = std::min(begin, sentence.chunks[clause.subjects.front()].tokens.begin);
    if (clause.link == ClauseLink::relative) begin = sentence.chunks[clause.chunk].tokens.begin;
  }
  return {begin, std::max(clause.extent.end, sentence.chunks[clause.chunk].tokens.end)};
}

/// "En 2018, ...", "Il y a deux semaines, ...": a time before every verb and subject.
std::optional<std::uint32_t> opening_time(const ParsedDocument& document,
                                          const ParsedSentence& sentence) {
  for (const Chunk& chunk : sentence.chunks) {
    switch (chunk.kind) {
      case ChunkKind::time: {
        const auto t = time_in(document, chunk.tokens);
        if (t) return t;
        continue;
      }
      case ChunkKind::verb:
        return std::nullopt;
      default:
        continue;
    }
  }
  return std::nullopt;
}

bool main_like(ClauseLink link) {
  return link == ClauseLink::none || link == ClauseLink::coordinated;
}

bool told_as_past(const VerbGroup& verb) {
  return verb.perfect || verb.tense == Tense::past || verb.tense == Tense::imperfect ||
         verb.passive;
}

/// A date under an act of saying: what is past was before it.
EventDate no_later(EventDate date) {
  const auto parsed = parse_date(date.value);
  if (!parsed || !parsed->bounds.latest) return date;
  if (parsed->precision == Precision::day || parsed->precision == Precision::week) {
    date.value = "../" + to_iso(*parsed->bounds.latest);
    date.bounds = {std::nullopt, parsed->bounds.latest};
  } else if (parsed->precision != Precision::interval && !parsed->approximate) {
    date.value += '~';
  }
  date.why += "; told then as past";
  return date;
}

/// The day of the article's news, where a sentence tells it.
EventDate news_date(const ParsedDocument& document, std::uint32_t sentence) {
  const auto told = news_day(document, sentence);
  if (!told) return {};
  const Published& published = document.input.published;
  EventDate date{.value = published.value, .bounds = published.bounds};
  if (*told == NewsDay::header) {
    date.value += '~';
    date.why = "news of an article whose header tells its day";
  } else {
    date.why = "news of the day of the dateline";
  }
  return date;
}

class Dater {
 public:
  Dater(const ParsedDocument& document, const ParsedSentence& sentence)
      : document_{document}, sentence_{sentence} {}

  EventDate of(std::uint32_t clause, int depth) {
    const Clause& c = sentence_.clauses[clause];
    const std::uint32_t token = sentence_.chunks[c.chunk].head;
    if (const auto t = own_time(clause)) {
      return date_from(document_, *t, "time expression of its clause");
    }
    constexpr int deepest = 6;
    if (depth > deepest) return {};
    if (main_like(c.link)) {
      const auto t = opening_time(document_, sentence_);
      if (t && quotation_at(document_, token) ==
                   quotation_at(document_, times(document_)[*t].tokens.begin)) {
        return date_from(document_, *t, "time expression that opens the sentence");
      }
    }
    if (const auto said = saying(clause)) {
      EventDate date = of(*said, depth + 1);
      if (date.value.empty()) return date;
      return was_before(c) ? no_later(std::move(date)) : date;
    }
    // "un médicament fabriqué par X": what a thing is was so before what it takes part in.
    if (describes(c) || apart(c)) return {};
    if (c.governor) {
      EventDate date = of(*c.governor, depth + 1);
      if (!date.value.empty() && of_news_ && aside(c)) return {};
      if (!date.value.empty() && !of_news_) date.why = "date of the clause it hangs on";
      return date;
    }
    if (c.link == ClauseLink::relative) {
      if (const auto outer = clause_of_antecedent(sentence_.clauses, c)) {
        EventDate date = of(*outer, depth + 1);
        if (of_news_) return {};
        if (!date.value.empty()) date.why = "date of the clause it hangs on";
        return date;
      }
    }
    if (c.link == ClauseLink::none) {
      if (EventDate date = of_speech_before(clause); !date.value.empty()) return date;
      return of_news(c);
    }
    return {};
  }

 private:
  /// The time that the clause's own words give it: after the verb first, then before it.
  [[nodiscard]] std::optional<std::uint32_t> own_time(std::uint32_t clause) const {
    const Clause& c = sentence_.clauses[clause];
    const TokenRange region = clause_region(sentence_, c);
    const std::uint32_t verb = sentence_.chunks[c.chunk].tokens.begin;
    const bool says = document_.rules.speech.contains(sentence_.chunks[c.chunk].verb->lemma);
    for (const TokenRange part :
         {TokenRange{verb, region.end}, TokenRange{region.begin, std::min(verb, region.end)}}) {
      const auto& all = times(document_);
      for (std::size_t i = first_time(document_, part.begin);
           i < all.size() && all[i].tokens.begin < part.end; ++i) {
        if (!places(all[i]) || !tells_when(document_, all[i], says)) continue;
        if (!another_dates(clause, all[i].tokens.begin)) return static_cast<std::uint32_t>(i);
      }
    }
    return std::nullopt;
  }

  /// "X, fondée en 1921, a rappelé ...", "la suppression annoncée en octobre": a participle or a
  /// relative stands nearer to the time, with no mark between.
  [[nodiscard]] bool another_dates(std::uint32_t clause, std::uint32_t time) const {
    const auto& chunks = sentence_.chunks;
    const std::uint32_t verb = sentence_.clauses[clause].chunk;
    constexpr std::uint32_t near = 8;
    const std::uint32_t end = std::min<std::uint32_t>(
        static_cast<std::uint32_t>(sentence_.clauses.size()), clause + near);
    for (std::uint32_t o = clause > near ? clause - near : 0; o < end; ++o) {
      const Clause& other = sentence_.clauses[o];
      if (o == clause ||
          (other.link != ClauseLink::participle && other.link != ClauseLink::relative)) {
        continue;
      }
      // "dans un entretien publié dimanche": what is said there was said then.
      if (document_.rules.publishing.contains(chunks[other.chunk].verb->lemma)) continue;
      const std::uint32_t begin = chunks[other.chunk].tokens.begin;
      const bool nearer = begin < time && (other.chunk > verb || chunks[verb].tokens.begin > time);
      if (!nearer) continue;
      std::uint32_t at = other.chunk + 1;
      while (at < chunks.size() && chunks[at].tokens.end <= time &&
             chunks[at].kind != ChunkKind::comma && chunks[at].kind != ChunkKind::verb) {
        ++at;
      }
      if (at >= chunks.size() || chunks[at].tokens.end > time) return true;
    }
    return false;
  }

  /// The clause of the verb of speech whose content holds this clause.
  [[nodiscard]] std::optional<std::uint32_t> saying(std::uint32_t clause) const {
    const std::uint32_t token = sentence_.chunks[sentence_.clauses[clause].chunk].head;
    for (auto act = sentence_.speech.rbegin(); act != sentence_.speech.rend(); ++act) {
      if (act->clause && *act->clause != clause && act->content.contains(token)) return act->clause;
    }
    return std::nullopt;
  }

  /// Told as past by an act of saying: "a annoncé avoir vendu". In French "a annoncé qu'il vendait"
  /// is what goes on as it is said.
  [[nodiscard]] bool was_before(const Clause& c) const {
    const VerbGroup& verb = *sentence_.chunks[c.chunk].verb;
    const bool goes_on = verb.tense == Tense::imperfect && !verb.perfect && !verb.passive &&
                         c.link == ClauseLink::complement;
    return told_as_past(verb) && !goes_on;
  }

  [[nodiscard]] bool describes(const Clause& c) const {
    const bool joined = c.chunk > 0 && sentence_.chunks[c.chunk - 1].kind == ChunkKind::coordinator;
    return c.link == ClauseLink::participle && !joined &&
           sentence_.chunks[c.chunk].verb->form == VerbForm::past_participle;
  }

  /// "avant de faire appel", "after posting a loss"; "went on sale in May and has sold millions":
  /// at another time than the clause it hangs on, which the words tell or the tense does.
  [[nodiscard]] bool apart(const Clause& c) const {
    const Chunk& chunk = sentence_.chunks[c.chunk];
    if (told_in_order(document_, sentence_, c)) return true;
    if (c.link != ClauseLink::coordinated || !c.governor) return false;
    if (!document_.rules.past_as_participle) return false;
    const VerbGroup& before = *sentence_.chunks[sentence_.clauses[*c.governor].chunk].verb;
    return chunk.verb->perfect && chunk.verb->tense == Tense::present && !before.perfect &&
           before.tense == Tense::past;
  }

  /// What an article adds about the past is not its news: "X, qui avait vendu Y, ouvre Z".
  [[nodiscard]] bool aside(const Clause& c) const {
    const VerbGroup& verb = *sentence_.chunks[c.chunk].verb;
    return told_as_past(verb) &&
           (c.link == ClauseLink::relative || c.link == ClauseLink::adverbial ||
            c.link == ClauseLink::participle);
  }

  EventDate of_news(const Clause& c) {
    const Chunk& chunk = sentence_.chunks[c.chunk];
    if (!tells_news(*chunk.verb) || quotation_at(document_, chunk.head)) return {};
    EventDate date = news_date(document_, sentence_.index);
    of_news_ = !date.value.empty();
    return date;
  }

  /// "..., a-t-il ajouté": on the occasion of what the same speaker said right before.
  EventDate of_speech_before(std::uint32_t clause) const {
    const SpeechAct* act = nullptr;
    for (const SpeechAct& one : sentence_.speech) {
      if (one.clause && *one.clause == clause && one.mention) act = &one;
    }
    if (act == nullptr) return {};
    const std::string_view lemma = sentence_.chunks[sentence_.clauses[clause].chunk].verb->lemma;
    if (!document_.rules.adding.contains(lemma)) return {};
    const auto speaker = document_.mention(*act->mention).entity;
    const auto at = &sentence_ - document_.sentences.data();
    constexpr std::ptrdiff_t reach = 4;
    for (std::ptrdiff_t i = at - 1; speaker && i >= 0 && i >= at - reach; --i) {
      const ParsedSentence& before = document_.sentences[static_cast<std::size_t>(i)];
      for (auto other = before.speech.rbegin(); other != before.speech.rend(); ++other) {
        if (!other->clause || !other->mention) continue;
        if (document_.mention(*other->mention).entity != speaker) return {};
        const Clause& said = before.clauses[*other->clause];
        EventDate date;
        if (const auto t = time_in(document_, clause_region(before, said))) {
          date = date_from(document_, *t, "said with what the same speaker said before");
        }
        if (!date.value.empty()) return date;
      }
    }
    return {};
  }

  const ParsedDocument& document_;
  const ParsedSentence& sentence_;
  bool of_news_ = false;  ///< the date found last is that of the article's news
};

/// The words that hang on a noun: a run of prepositions, phrases and times after it.
TokenRange noun_region(const ParsedSentence& sentence, std::uint32_t chunk) {
  constexpr std::uint32_t reach = 14;
  const auto& chunks = sentence.chunks;
  TokenRange region = chunks[chunk].tokens;
  for (std::uint32_t c = chunk + 1; c < chunks.size() && c < chunk + reach; ++c) {
    const ChunkKind kind = chunks[c].kind;
    if (kind != ChunkKind::preposition && kind != ChunkKind::noun && kind != ChunkKind::time &&
        kind != ChunkKind::adverb && kind != ChunkKind::coordinator) {
      break;
    }
    region.end = chunks[c].tokens.end;
  }
  return region;
}

/// "une amende que X avait annoncée en 2019": the time of a relative or a participle that stands
/// after the noun is that of its verb.
bool dates_another(const ParsedSentence& sentence, std::uint32_t noun, std::uint32_t time) {
  const auto& clauses = sentence.clauses;
  const auto after = std::partition_point(clauses.begin(), clauses.end(), [&](const Clause& c) {
    return sentence.chunks[c.chunk].tokens.begin < time;
  });
  if (after == clauses.begin()) return false;
  const Clause& nearest = *std::prev(after);
  const bool describes =
      nearest.link == ClauseLink::relative || nearest.link == ClauseLink::participle;
  return describes && nearest.chunk > noun && clause_region(sentence, nearest).contains(time);
}

bool takes_part(const Clause& clause, std::uint32_t chunk) {
  const auto in = [chunk](const std::vector<std::uint32_t>& list) {
    return std::find(list.begin(), list.end(), chunk) != list.end();
  };
  return in(clause.subjects) || in(clause.objects);
}

/// "le rachat de X par Y en 2019"; "la fermeture interviendra en 2019" through a verb that tells no
/// act of its own; a time that opens the sentence or is the only one in it; the news of a headline.
EventDate date_of_noun(const ParsedDocument& document, const ParsedSentence& sentence,
                       std::uint32_t trigger) {
  const auto found =
      std::partition_point(sentence.chunks.begin(), sentence.chunks.end(),
                           [trigger](const Chunk& chunk) { return chunk.tokens.end <= trigger; });
  if (found == sentence.chunks.end()) return {};
  const auto chunk = static_cast<std::uint32_t>(found - sentence.chunks.begin());
  if (const auto t = time_in(document, noun_region(sentence, chunk))) {
    return date_from(document, *t, "time expression beside the noun");
  }
  constexpr std::ptrdiff_t near = 8;
  const auto& clauses = sentence.clauses;
  const auto after = std::partition_point(clauses.begin(), clauses.end(),
                                          [chunk](const Clause& c) { return c.chunk < chunk; }) -
                     clauses.begin();
  const auto last = std::min(static_cast<std::ptrdiff_t>(clauses.size()), after + near);
  for (auto i = static_cast<std::uint32_t>(after - std::min(near, after));
       i < static_cast<std::uint32_t>(last); ++i) {
    const Clause& clause = clauses[i];
    if (!takes_part(clause, chunk)) continue;
    const std::string_view lemma = sentence.chunks[clause.chunk].verb->lemma;
    const bool act = document.rules.verbs.contains(lemma) || document.rules.speech.contains(lemma);
    if (act && !document.rules.supports.contains(lemma)) return {};
    EventDate date = Dater{document, sentence}.of(i, 0);
    if (!date.value.empty()) return date;
    break;
  }
  const auto& tokens = document.input.segmentation.sentences[sentence.index].tokens;
  const auto quotation = quotation_at(document, trigger);
  std::optional<std::uint32_t> only;
  std::size_t count = 0;
  for (std::size_t i = first_time(document, tokens.begin);
       i < times(document).size() && times(document)[i].tokens.begin < tokens.end; ++i) {
    if (!places(times(document)[i])) continue;
    if (quotation_at(document, times(document)[i].tokens.begin) != quotation) continue;
    if (dates_another(sentence, chunk, times(document)[i].tokens.begin)) continue;
    if (count++ == 0) only = static_cast<std::uint32_t>(i);
  }
  const auto opening = opening_time(document, sentence);
  if (count == 1 || (only && opening == only)) {
    return date_from(document, *only, "time expression of its sentence");
  }
  return sentence.clauses.empty() ? news_date(document, sentence.index) : EventDate{};
}

/// "– Nom (@compte) 25 avril 2025" under a quoted post: said that day, so what it tells was by
/// then; what it tells as just done was about then.
EventDate post_date(const ParsedDocument& document, const ParsedSentence& sentence,
                    std::optional<std::uint32_t> clause) {
  const auto& segmentation = document.input.segmentation;
  const std::uint32_t block = segmentation.sentences[sentence.index].block;
  if (block + 1 >= segmentation.blocks.size()) return {};
  const Block& next = segmentation.blocks[block + 1];
  if (next.kind != BlockKind::attribution || next.sentence_begin == next.sentence_end) return {};
  const TokenRange tokens{segmentation.sentences[next.sentence_begin].tokens.begin,
                          segmentation.sentences[next.sentence_end - 1].tokens.end};
  const auto t = time_in(document, tokens);
  if (!t) return {};
  EventDate date = date_from(document, *t, "date line of the quoted post");
  if (date.value.empty()) return date;
  const bool just_now = clause && [&] {
    const auto& ops = sentence.chunks[sentence.clauses[*clause].chunk].verb->operators;
    return std::find(ops.begin(), ops.end(), Operator::recent_past) != ops.end();
  }();
  if (just_now && date.value.find('~') == std::string::npos) {
    date.value += '~';
    return date;
  }
  return no_later(std::move(date));
}

}  // namespace

EventDate date_from(const ParsedDocument& document, std::uint32_t timex, std::string why) {
  const TimeExpression& t = times(document)[timex];
  EventDate date{.value = t.value,
                 .bounds = t.bounds,
                 .timex = timex,
                 .inferred = t.inferred,
                 .why = std::move(why)};
  if (const auto stretch = parse_date(t.range)) {
    date.value = t.range;
    date.bounds = stretch->bounds;
  }
  if (const auto hour = date.value.find('T'); hour != std::string::npos) date.value.resize(hour);
  const auto parsed = parse_date(date.value);
  if (!parsed) return {};
  PartialDate bounded = *parsed;
  bounded.bounds = date.bounds;
  bounded = modified(std::move(bounded), t.mod);
  date.value = std::move(bounded.value);
  date.bounds = bounded.bounds;
  return date;
}

bool told_in_order(const ParsedDocument& document, const ParsedSentence& sentence,
                   const Clause& clause) {
  if (clause.link == ClauseLink::coordinated) return false;
  const std::uint32_t verb = sentence.chunks[clause.chunk].tokens.begin;
  const std::uint32_t first = document.input.segmentation.sentences[sentence.index].tokens.begin;
  constexpr std::uint32_t near = 2;  // "avant de"
  for (std::uint32_t t = verb; t > first && verb - t < near; --t) {
    const auto cues = document.rules.order_cues.find(document.input.segmentation.key(t - 1));
    if (cues != document.rules.order_cues.end() && cues->second.back().words.size() == 1) {
      return true;
    }
  }
  return false;
}

EventDate date_of(const ParsedDocument& document, const ParsedSentence& sentence,
                  std::optional<std::uint32_t> clause, std::uint32_t trigger) {
  EventDate date;
  if (clause) {
    date = Dater{document, sentence}.of(*clause, 0);
  } else {
    date = date_of_noun(document, sentence, trigger);
  }
  if (date.value.empty()) date = post_date(document, sentence, clause);
  return date;
}

}  // namespace frise
