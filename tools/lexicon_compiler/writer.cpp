// Sort once by (bucket, form, rank): equal forms stand together, and so do the (lemma, features)
// pairs that make a group. Sets of features recur over and over and are written once.

#include "writer.hpp"

#include "core/hash.hpp"
#include "tag/lexicon_format.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <algorithm>
#include <cstring>
#include <tuple>
#include <unordered_map>

namespace frise::lexicon {
namespace {

bool all_capitals(const icu::UnicodeString& word) {
  bool any = false;
  for (std::int32_t i = 0; i < word.length(); i = word.moveIndex32(i, 1)) {
    if (u_islower(word.char32At(i))) return false;
    any |= static_cast<bool>(u_isupper(word.char32At(i)));
  }
  return any && word.length() > 1;
}

bool starts_upper(const icu::UnicodeString& word) {
  return word.length() > 0 && u_isupper(word.char32At(0));
}

/// Where nothing better is known: open classes that are usually meant before those that rarely are.
unsigned usual_order(const tag::Features& f) {
  switch (f.pos) {
    case Pos::verb:
      return f.morphology.verb_form == VerbForm::past_participle ? 1 : 3;
    case Pos::adjective:
      return 2;
    case Pos::proper_noun:
      return 4;
    case Pos::interjection:
      return 6;
    default:
      return 0;
  }
}

template <class T>
void append(std::string& out, const std::vector<T>& values) {
  out.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
  out.append((8 - out.size() % 8) % 8, '\0');
}

class StringPool {
 public:
  std::uint32_t offset(const std::string& text) {
    const auto [found, added] = offsets_.emplace(text, static_cast<std::uint32_t>(bytes_.size()));
    if (added) bytes_ += text;
    return found->second;
  }
  [[nodiscard]] const std::string& bytes() const noexcept { return bytes_; }

 private:
  std::unordered_map<std::string, std::uint32_t> offsets_;
  std::string bytes_;
};

}  // namespace

std::string key_of(std::string_view word) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece{word.data(), static_cast<std::int32_t>(word.size())});
  text.toLower(icu::Locale::getRoot());
  UErrorCode failed = U_ZERO_ERROR;
  text = icu::Normalizer2::getNFCInstance(failed)->normalize(text, failed);
  if (U_FAILURE(failed)) return {};
  text.findAndReplace(icu::UnicodeString{u'\u2019'}, icu::UnicodeString{u'\''});
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    const bool letter = u_isalpha(c) && u_charType(c) != U_MODIFIER_LETTER;
    if (!letter && !u_isdigit(c) && c != '-' && c != '\'' && c != '.') return {};
  }
  std::string key;
  text.toUTF8String(key);
  return key;
}

void Writer::add(std::string_view form, const Reading& reading) {
  Record record{key_of(form), key_of(reading.lemma), 0, 0, 0};
  if (record.key.empty() || record.lemma.empty() || record.key.size() > tag::longest_word ||
      record.lemma.size() > tag::longest_word) {
    return;
  }
  tag::Features features = reading.features;
  const icu::UnicodeString spelled = icu::UnicodeString::fromUTF8(
      icu::StringPiece{form.data(), static_cast<std::int32_t>(form.size())});
  features.capital = starts_upper(spelled);
  if (features.capital && features.pos != Pos::proper_noun) {
    if (spelled.length() == 1) return;  // symbols of units and elements
    if (!all_capitals(spelled) && !order_.contains(record.lemma)) {
      features.pos = Pos::proper_noun;  // France, Royaume-Uni
    }
  }
  record.features = tag::pack(features);
  records_.push_back(std::move(record));
}

std::size_t Writer::finish() {
  for (Record& record : records_) {
    tag::Features features = tag::unpack(record.features);
    unsigned place = usual_order(features);
    if (const auto listed = order_.find(record.lemma); listed != order_.end()) {
      const std::vector<Pos>& poses = listed->second.order;
      const auto found = std::find(poses.begin(), poses.end(), features.pos);
      place = static_cast<unsigned>(found - poses.begin());
      features.rare = found == poses.end() && features.pos != Pos::proper_noun;
      record.features = tag::pack(features);
    }
    record.rank = tag::rank(features) + 100 * place;
    record.hash = hash_bytes(record.key);
  }
  std::sort(records_.begin(), records_.end(), [](const Record& a, const Record& b) {
    return std::tie(a.hash, a.key, a.rank, a.lemma, a.features) <
           std::tie(b.hash, b.key, b.rank, b.lemma, b.features);
  });
  const auto same = [](const Record& a, const Record& b) {
    return a.key == b.key && a.lemma == b.lemma && a.features == b.features;
  };
  records_.erase(std::unique(records_.begin(), records_.end(), same), records_.end());
  forms_ = 0;
  for (std::size_t i = 0; i < records_.size(); ++i) {
    if (i == 0 || records_[i].key != records_[i - 1].key) ++forms_;
  }
  return forms_;
}

std::string Writer::bytes() const {
  tag::FileHeader header{};
  std::memcpy(header.magic, tag::lexicon_magic, sizeof header.magic);
  header.version = tag::lexicon_version;
  header.byte_order = tag::lexicon_byte_order;
  std::memcpy(header.lang, lang_.data(), std::min(lang_.size(), sizeof header.lang - 1));
  header.bucket_bits = 4;
  while ((std::size_t{1} << header.bucket_bits) < forms_ && header.bucket_bits < 28) {
    ++header.bucket_bits;
  }

  std::vector<std::uint32_t> buckets((std::size_t{1} << header.bucket_bits) + 1, 0);
  std::vector<tag::Entry> entries;
  std::vector<tag::Group> groups;
  std::map<std::vector<std::uint32_t>, std::uint16_t> set_of;
  std::vector<std::uint32_t> sets{0};
  std::vector<std::uint32_t> features;
  StringPool strings;

  for (std::size_t i = 0; i < records_.size();) {
    const Record& first = records_[i];
    std::size_t end = i;
    while (end < records_.size() && records_[end].key == first.key) ++end;
    tag::Entry entry{strings.offset(first.key), static_cast<std::uint32_t>(groups.size()),
                     static_cast<std::uint16_t>(first.hash & 0xFFFF),
                     static_cast<std::uint8_t>(first.key.size()), 0};
    std::vector<std::string_view> done;
    for (std::size_t j = i; j < end && entry.groups < 255; ++j) {
      const Record& head = records_[j];
      if (std::find(done.begin(), done.end(), head.lemma) != done.end()) continue;
      done.emplace_back(head.lemma);
      std::vector<std::uint32_t> set;
      for (std::size_t k = j; k < end; ++k) {
        if (records_[k].lemma == head.lemma) set.push_back(records_[k].features);
      }
      const auto [known, added] = set_of.emplace(set, static_cast<std::uint16_t>(sets.size() - 1));
      if (added) {
        features.insert(features.end(), set.begin(), set.end());
        sets.push_back(static_cast<std::uint32_t>(features.size()));
      }
      groups.push_back({strings.offset(head.lemma), known->second,
                        static_cast<std::uint8_t>(head.lemma.size()), 0});
      ++entry.groups;
    }
    ++buckets[(first.hash >> (64 - header.bucket_bits)) + 1];
    entries.push_back(entry);
    i = end;
  }
  for (std::size_t b = 1; b < buckets.size(); ++b) buckets[b] += buckets[b - 1];

  header.entry_count = static_cast<std::uint32_t>(entries.size());
  header.group_count = static_cast<std::uint32_t>(groups.size());
  header.set_count = static_cast<std::uint32_t>(sets.size() - 1);
  header.feature_count = static_cast<std::uint32_t>(features.size());
  header.string_size = static_cast<std::uint32_t>(strings.bytes().size());

  std::string file(sizeof header, '\0');
  append(file, buckets);
  append(file, entries);
  append(file, groups);
  append(file, sets);
  append(file, features);
  file += strings.bytes();
  file.append((8 - file.size() % 8) % 8, '\0');
  header.file_size = file.size();
  header.checksum = checksum_of(std::string_view{file}.substr(sizeof header));
  std::memcpy(file.data(), &header, sizeof header);
  return file;
}

}  // namespace frise::lexicon
