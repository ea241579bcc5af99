// frise_lexicon_compiler: a Hunspell dictionary and the tables of a language pack -> <lang>.lex.
// Part of the build, not installed. Run by data/CMakeLists.txt.
//
//   frise_lexicon_compiler LANG FILE.aff FILE.dic PACK_FOLDER OUTPUT.lex

#include "frise/pack/table.hpp"
#include "hunspell.hpp"
#include "tag/spelling.hpp"
#include "tag_map.hpp"
#include "writer.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace {
using namespace frise;
using namespace frise::lexicon;
namespace fs = std::filesystem;

/// A table of the pack, or an empty one where the pack has none.
Result<Table> read_table(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Table::parse(path.string(), "");
  const std::string bytes{std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
  return Table::parse(path.string(), bytes);
}

/// lexicon/lemmas.tsv: parts of speech, likeliest first, and the lemmas that have them.
Result<LemmaOrder> read_order(const Table& table) {
  LemmaOrder order;
  for (const TableRow& row : table.rows()) {
    std::vector<Pos> poses;
    std::string_view names = row.cell(0);
    for (auto name = tag::next_word(names); !name.empty(); name = tag::next_word(names)) {
      const auto pos = tag::parse_pos(name);
      if (!pos) return fail(table.error_at(row, "no part of speech: " + std::string{name}));
      poses.push_back(*pos);
    }
    std::string_view words = row.cell(1);
    for (auto word = tag::next_word(words); !word.empty(); word = tag::next_word(words)) {
      if (!order.emplace(key_of(word), ListedLemma{std::string{word}, poses}).second) {
        return fail(table.error_at(row, "listed twice: " + std::string{word}));
      }
    }
  }
  return order;
}

/// What is listed is a word in its own right, also where the dictionary does not say of what kind.
void add_listed(const LemmaOrder& order, Writer& writer) {
  for (const auto& [key, lemma] : order) {
    for (const Pos pos : lemma.order) {
      if (pos == Pos::verb) continue;  // its forms are the dictionary's business
      tag::Features features;
      features.pos = pos;
      if (pos == Pos::noun) features.morphology.number = GrammaticalNumber::singular;
      writer.add(lemma.spelled, {lemma.spelled, features});
    }
  }
}

Result<void> write_whole(const std::string& path, const std::string& bytes) {
  const std::string part = path + ".part";
  std::ofstream out(part, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  std::error_code failed;
  if (out) fs::rename(part, path, failed);
  if (!out || failed) return fail({ErrorCode::unreadable, "cannot be written", path, 0, 0});
  return {};
}

Result<void> run(const std::string& lang, const std::string& aff, const std::string& dic,
                 const fs::path& pack, const std::string& output) {
  const auto map_table = read_table(pack / "lexicon" / "hunspell.tsv");
  if (!map_table) return fail(map_table.error());
  const auto map = TagMap::compile(*map_table);
  if (!map) return fail(map.error());
  const auto spelling_table = read_table(pack / "lexicon" / "spelling.tsv");
  if (!spelling_table) return fail(spelling_table.error());
  const auto spelling = tag::Spelling::compile(*spelling_table);
  if (!spelling) return fail(spelling.error());
  const auto order_table = read_table(pack / "lexicon" / "lemmas.tsv");
  if (!order_table) return fail(order_table.error());
  const auto order = read_order(*order_table);
  if (!order) return fail(order.error());
  const auto dictionary = Dictionary::load(aff, dic);
  if (!dictionary) return fail(dictionary.error());

  Writer writer{lang, *order};
  std::vector<Reading> readings;
  dictionary->expand([&](const Form& form) {
    map->read(form, readings);
    for (const Reading& reading : readings) writer.add(form.text, reading);
    if (!readings.empty() || !form.word->fields.empty()) return;
    const std::string key = key_of(form.text);
    for (const tag::Guess& guess : spelling->guess(key)) {
      writer.add(form.text, {key.substr(0, key.size() - guess.cut), guess.features});
    }
  });
  add_listed(*order, writer);
  const std::size_t forms = writer.finish();
  const std::string bytes = writer.bytes();
  std::printf("%s: %zu words, %zu forms, %zu bytes\n", lang.c_str(), dictionary->size(), forms,
              bytes.size());
  return write_whole(output, bytes);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 6) {
    std::fprintf(stderr, "usage: frise_lexicon_compiler LANG AFF DIC PACK OUTPUT\n");
    return 2;
  }
  if (const auto done = run(argv[1], argv[2], argv[3], argv[4], argv[5]); !done) {
    std::fprintf(stderr, "%s\n", to_string(done.error()).c_str());
    return 1;
  }
  return 0;
}
