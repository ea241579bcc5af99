// A lookup asks the settled forms of the pack first, then the mapped file.
// Tested in tests/unit/tag/lexicon_test.cpp.

#include "tag/lexicon_impl.hpp"
#include "tag/settled.hpp"

#include <filesystem>

namespace frise {

Lexicon::Lexicon(std::unique_ptr<Impl> impl) noexcept : impl_{std::move(impl)} {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

Result<Lexicon> Lexicon::open(const LanguagePack& pack, const std::string& compiled, Since since) {
  auto impl = std::make_unique<Impl>();
  std::error_code ignored;
  if (std::filesystem::exists(compiled, ignored)) {
    auto file = tag::LexiconFile::open(compiled);
    if (!file) return fail(file.error());
    impl->file = std::move(*file);
  }
  auto spelling = tag::Spelling::compile(pack.table("lexicon/spelling"));
  if (!spelling) return fail(spelling.error());
  impl->spelling = std::move(*spelling);
  const auto context = tag::ContextCosts::compile(pack.table("lexicon/context"));
  if (!context) return fail(context.error());
  impl->context = *context;
  if (auto settled = tag::settle(pack, *impl, since); !settled) return fail(settled.error());
  return Lexicon{std::move(impl)};
}

void Lexicon::analyses(std::string_view key, std::vector<Analysis>& out) const {
  out.clear();
  impl_->for_each_reading(key, [&](std::string_view lemma, const tag::Features& f, tag::WordClass) {
    out.push_back({lemma, f.pos, f.morphology, f.given_name});
  });
}

bool Lexicon::is_common_word(std::string_view key) const {
  bool common = false;
  impl_->for_each_reading(key, [&](std::string_view, const tag::Features& f, tag::WordClass) {
    common |= f.pos != Pos::proper_noun;
  });
  return common;
}

}  // namespace frise
