#include "event/verb_places.hpp"

#include <algorithm>

namespace frise {
namespace {

/// The phrase of "de ..." after a quantity that begins at a chunk: "plus de 500 postes".
std::optional<std::uint32_t> measured(const ParsedSentence& sentence, std::uint32_t quantity) {
  const auto& chunks = sentence.chunks;
  const bool of = quantity + 2 < chunks.size() &&
                  chunks[quantity + 1].kind == ChunkKind::preposition &&
                  (chunks[quantity + 1].key == "de" || chunks[quantity + 1].key == "of") &&
                  chunks[quantity + 2].kind == ChunkKind::noun;
  return of ? std::optional{quantity + 2} : std::nullopt;
}

}  // namespace

std::vector<std::uint32_t> VerbPlaces::at(std::string_view place, std::string_view particle) const {
  if (place == "subj" && !passive()) return clause_.subjects;
  if (place == "obj") {
    if (bare_participle()) return told_of();
    auto found = passive() ? clause_.subjects : clause_.objects;
    if (!passive() && !particle.empty()) {
      const auto apart = clause_.in_slot(particle);
      found.insert(found.end(), apart.begin(), apart.end());
    }
    return found.empty() ? quantity_of(!passive()) : found;
  }
  if (place != "subj") return clause_.in_slot(place);
  auto by = clause_.in_slot("par");
  return by.empty() ? clause_.in_slot("by") : by;
}

/// "supprime plus de 500 postes", "près de 500 postes sont supprimés": no phrase of its own for
/// shallow chunks.
std::vector<std::uint32_t> VerbPlaces::quantity_of(bool after_verb) const {
  constexpr std::uint32_t near = 5;
  const auto& chunks = sentence_.chunks;
  const std::uint32_t verb = clause_.chunk;
  const std::uint32_t first = after_verb ? verb + 1 : verb - std::min(verb, near);
  const std::uint32_t stop =
      after_verb ? std::min<std::uint32_t>(static_cast<std::uint32_t>(chunks.size()), verb + near)
                 : verb;
  for (std::uint32_t c = first; c < stop; ++c) {
    const bool adverb = chunks[c].kind == ChunkKind::adverb || chunks[c].kind == ChunkKind::other;
    if (!adverb || !document_.rules.measures.contains(chunks[c].key)) continue;
    if (const auto of = measured(sentence_, c); of && (after_verb || *of < verb)) return {*of};
  }
  return {};
}

/// "X, fondée en 1921, ...", "Fondée en 1921, X ...": set off, a participle tells of the phrase
/// before its comma, at the start of the sentence of the subject to come.
std::vector<std::uint32_t> VerbPlaces::told_of() const {
  const auto& chunks = sentence_.chunks;
  const std::uint32_t verb = clause_.chunk;
  // English: "X, a maker of Y, sold Z" may be no participle at all.
  const bool past = document_.rules.past_as_participle && !clause_.objects.empty();
  if (past || (verb > 0 && chunks[verb - 1].kind != ChunkKind::comma)) return clause_.objects;
  if (verb == 0) {
    constexpr std::ptrdiff_t near = 16;
    const auto count = static_cast<std::ptrdiff_t>(sentence_.clauses.size());
    const auto last = sentence_.clauses.begin() + std::min(near, count);
    const auto main = std::find_if(sentence_.clauses.begin(), last, [this](const Clause& clause) {
      return sentence_.chunks[clause.chunk].verb->form == VerbForm::finite;
    });
    return main == last ? std::vector<std::uint32_t>{} : main->subjects;
  }
  const auto phrase = set_off_from(document_, sentence_, clause_);
  return phrase ? std::vector{*phrase} : clause_.objects;
}

std::optional<std::uint32_t> set_off_from(const ParsedDocument& document,
                                          const ParsedSentence& sentence, const Clause& clause) {
  const auto& chunks = sentence.chunks;
  const std::uint32_t verb = clause.chunk;
  if (verb < 2 || chunks[verb].verb->form != VerbForm::past_participle ||
      chunks[verb - 1].kind != ChunkKind::comma || chunks[verb - 2].kind != ChunkKind::noun) {
    return std::nullopt;
  }
  // "le club de X, racheté": the club; "une amende à X, accusé de ...": X.
  std::uint32_t head = verb - 2;
  const bool alleges = document.rules.operates(chunks[verb].verb->lemma, Operator::alleged);
  if (alleges) return head;
  while (head >= 2 && chunks[head - 1].kind == ChunkKind::preposition &&
         chunks[head - 2].kind == ChunkKind::noun) {
    head -= 2;
  }
  return head;
}

bool head_among(const ParsedDocument& document, const ParsedSentence& sentence, std::uint32_t chunk,
                const std::vector<std::string>& lemmas) {
  constexpr int deepest = 3;
  for (int depth = 0; depth < deepest; ++depth) {
    // Some nouns have the lemma of an adjective ("filiale"), so the form itself counts too.
    const std::uint32_t head = sentence.chunks[chunk].head;
    const std::string_view lemma = document.input.tags[head].lemma;
    const std::string_view form = document.input.segmentation.key(head);
    // A name of several words is known by its first: "le Conseil d'État".
    const auto mention = sentence.chunks[chunk].mention;
    const std::string_view first =
        mention ? document.input.tags[document.mention(*mention).tokens.begin].lemma : lemma;
    const bool among = std::any_of(lemmas.begin(), lemmas.end(), [&](const std::string& l) {
      return l == lemma || l == form || l == first;
    });
    if (among) return true;
    const bool measures = document.rules.multipliers.contains(form) ||
                          document.rules.measures.contains(lemma) ||
                          document.input.tags[head].pos == Pos::numeral ||
                          (form.front() >= '0' && form.front() <= '9');  // "11bn"
    const auto of = measures ? measured(sentence, chunk) : std::nullopt;
    if (!of) return false;
    chunk = *of;
  }
  return false;
}

bool is_counted(const ParsedDocument& document, const ParsedSentence& sentence,
                std::uint32_t chunk) {
  const TokenRange tokens = sentence.chunks[chunk].tokens;
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (document.input.tags[t].pos == Pos::numeral ||
        document.rules.multipliers.contains(document.input.segmentation.key(t))) {
      return true;
    }
  }
  return false;
}

bool counts_actors(const ParsedDocument& document, const ParsedSentence& sentence,
                   std::uint32_t chunk) {
  const EventRules::Impl& rules = document.rules;
  const std::string_view head = document.input.tags[sentence.chunks[chunk].head].lemma;
  const bool acts = rules.metonyms.contains(head) || rules.company_nouns.contains(head) ||
                    rules.actor_nouns.contains(head);
  return acts && is_counted(document, sentence, chunk);
}

bool any_person(const ParsedDocument& document, const std::vector<std::uint32_t>& mentions) {
  return std::any_of(mentions.begin(), mentions.end(), [&document](std::uint32_t m) {
    const auto entity = document.mention(m).entity;
    return entity && document.entity(*entity).type == EntityType::person;
  });
}

std::vector<std::uint32_t> named_by(const ParsedDocument& document, const ParsedSentence& sentence,
                                    std::uint32_t chunk) {
  auto found = referents(document, sentence, chunk);
  if (found.empty()) {
    for (const std::uint32_t m : mentions_in(document, sentence.chunks[chunk].tokens)) {
      if (document.mention(m).kind == MentionKind::name) found.push_back(m);
    }
  }
  return found;
}

}  // namespace frise
