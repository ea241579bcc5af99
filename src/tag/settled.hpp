#pragma once

/// \file
/// The forms that the tables of a pack settle, whatever the compiled lexicon says:
///
///   lexicon/closed.tsv     form, lemma, POS, features, class: all readings of the form, likeliest
///   first lexicon/paradigms.tsv  lemma, class or -, features, forms: added to what the lexicon
///   has. Six finite
///                          forms are the persons (- for none); otherwise each has the features as
///                          they are
///   lexicon/paradigms-since.tsv  the same, of words that came after the models were trained
///   lexicon/irregular.tsv  lemma, past, past participle, present participle, third person
///   singular: of verbs
///                          that do not simply take -ed and -ing; alternatives by /
///   lexicon/prior.tsv      parts of speech, forms: the likeliest first; those not named are rare

#include "frise/core/result.hpp"
#include "tag/lexicon_impl.hpp"

namespace frise::tag {

/// Fills `impl.settled`; the file must be open.
[[nodiscard]] Result<void> settle(const LanguagePack& pack, Lexicon::Impl& impl,
                                  Lexicon::Since since);

}  // namespace frise::tag
