#pragma once

// Headline and lead: the sentences that tell the news itself (the "lead" of journalism; TimeML
// calls the day they are told the document creation time, ISO 24617-1).

#include "event/parse.hpp"

#include <cstdint>
#include <optional>

namespace frise {

/// How an article that tells its day tells the day of its news.
enum class NewsDay : std::uint8_t {
  dateline,  ///< "Paris, 3 mars 2021 –" stands over the lead: of that day
  header,    ///< "Publié le 3 mars 2021": of that day or shortly before
};

/// The day of the news when a sentence of the segmentation is the headline or the lead of an
/// article whose text says its day. A date that is only given from outside tells nothing of the
/// news. Looks at the first sentences only.
[[nodiscard]] std::optional<NewsDay> news_day(const ParsedDocument& document,
                                              std::uint32_t sentence);

/// A verb that tells the news as such: finite, in the present, the perfect or the plain past.
[[nodiscard]] bool tells_news(const VerbGroup& verb);

}  // namespace frise
