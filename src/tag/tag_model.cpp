// Reads the sections once, so that tagging need not check anything: a set holds only tags that
// exist. Tested in tests/unit/tag/model_tagger_test.cpp.

#include "tag/tag_model.hpp"

#include <bit>
#include <utility>

namespace frise {

TagModel::TagModel() noexcept = default;
TagModel::TagModel(std::unique_ptr<Impl> impl) noexcept : impl_{std::move(impl)} {}
TagModel::TagModel(TagModel&&) noexcept = default;
TagModel& TagModel::operator=(TagModel&&) noexcept = default;
TagModel::~TagModel() = default;

namespace {

Result<void> read_sets(const model::ModelFile& file, const std::string& path, const char* slots,
                       const char* sets, model::ClassSets& out) {
  const auto members = file.numbers<model::ClassSet>(sets);
  const auto made = model::ClassSets::over(file.numbers<model::ClassSets::Slot>(slots), members);
  bool good = made.has_value();
  for (const model::ClassSet set : members)
    good = good && set != 0 && set >> tag::fine_tag_count == 0;
  if (!good) {
    return fail({ErrorCode::bad_format,
                 std::string{"trained model: section "} + slots + " does not hold together", path,
                 0, 0});
  }
  out = *made;
  return {};
}

/// Reads the sections of a file that is well formed.
Result<void> read_sections(const std::string& path, TagModel::Impl& impl) {
  const auto cells = impl.file.numbers<std::int8_t>("weights");
  if (!std::has_single_bit(cells.size()) || cells.size() < 128 || cells.size() > (1U << 26)) {
    return fail({ErrorCode::bad_format, "trained model: no table of weights", path, 0, 0});
  }
  const auto bits = static_cast<unsigned>(std::countr_zero(cells.size()));
  impl.weights = {cells.data(), bits - tag::tag_width_bits, tag::tag_width_bits};
  if (auto read = read_sets(impl.file, path, "words", "wordsets", impl.words); !read) return read;
  return read_sets(impl.file, path, "kinds", "kindsets", impl.kinds);
}

}  // namespace

Result<TagModel> TagModel::open(const std::string& path, std::string_view lang) {
  auto file = model::ModelFile::open(path, tag::tag_model_kind, lang);
  if (!file) return fail(file.error());
  auto impl = std::make_unique<Impl>(Impl{std::move(*file), {}, {}, {}});
  if (auto read = read_sections(path, *impl); !read) return fail(read.error());
  return TagModel{std::move(impl)};
}

Result<TagModel> TagModel::from_bytes(std::string bytes, std::string_view lang) {
  const std::string name = "tagger in memory";
  auto file = model::ModelFile::from_bytes(std::move(bytes), name, tag::tag_model_kind, lang);
  if (!file) return fail(file.error());
  auto impl = std::make_unique<Impl>(Impl{std::move(*file), {}, {}, {}});
  if (auto read = read_sections(name, *impl); !read) return fail(read.error());
  return TagModel{std::move(impl)};
}

}  // namespace frise
