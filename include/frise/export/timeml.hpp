#pragma once

/// \file
/// One document as TimeML 1.2, in the layout of TempEval-3: what annotation tools and scorers read.
///
/// \code{.xml}
///   <TimeML><DOCID>a1</DOCID>
///   <DCT><TIMEX3 tid="t0" type="DATE" value="2024-03-15"
///   functionInDocument="CREATION_TIME"/></DCT> <TEXT>Alta a <EVENT eid="e1"
///   class="OCCURRENCE">vendu</EVENT> ... <TIMEX3 tid="t1" ...>hier</TIMEX3></TEXT> <MAKEINSTANCE
///   eiid="ei1" eventID="e1" .../><TLINK lid="l1" .../><SLINK lid="l2" .../></TimeML>
/// \endcode
///
/// What is relied on:
/// - DOCID, DCT, TEXT, then MAKEINSTANCE, TLINK and SLINK, in that order. An unknown DCT has an
/// empty value.
/// - `tid`, `eid`, `eiid` and `lid` are XML ids: t, e, ei or l and a number, unique in the
/// document. `t3` and `e2`
///   are the record's "t3" and "ev2"; t0 is the document's date.
/// - TIMEX3 and EVENT hold text only, so neither is within the other. An expression of time goes
/// first. Where the record has predicates (AnnotatorOptions::predicates), each is an EVENT of one
/// word; an event of the record is an instance of the predicate in its trigger. Without, of an
/// event's trigger only the longest stretch outside expressions of time is marked, and an event
/// with none is left out, with its links. Triggers that overlap are one EVENT with an instance for
/// each. Predicates that are no events of the record are numbered after these.
/// - `type` DATE, TIME, DURATION, SET; `value` and `mod` are the record's;
/// `temporalFunction="true"` where the
///   value had to be worked out, then `anchorTimeID` names what it was read against.
/// - `class` is one of OCCURRENCE, PERCEPTION, REPORTING, ASPECTUAL, STATE, I_STATE, I_ACTION,
/// MODAL (the last as in the French TimeBank). MAKEINSTANCE states pos, tense, aspect, polarity and
/// modality; of an event without predicate OTHER and NONE.
/// - TLINK: an event IS_INCLUDED in its date, or BEFORE or AFTER it where it is dated "../2025" or
/// "2025/..".
///   SLINK: a verb of speech is EVIDENTIAL of what it is the source of, NEG_EVIDENTIAL if that is
///   denied.
///
/// The text content of TEXT is Document::text, byte for byte, but for the characters that XML 1.0
/// cannot hold.

#include "frise/core/diagnostic.hpp"
#include "frise/record/record.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace frise {

struct TimeMl {
  std::string xml;
  /// not-in-xml: a run of characters that XML 1.0 has no place for, left out.
  std::vector<Diagnostic> diagnostics;
};

/// \param text of the document that the record was made of; its spans count these bytes.
[[nodiscard]] TimeMl to_timeml(const Record& record, std::string_view text);

}  // namespace frise
