// Reads the sections once, so that parsing need not check anything: a set holds only relations that
// have a name. Tested in tests/unit/syntax/parsing_test.cpp.

#include "syntax/parse_model.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace frise {

ParseModel::ParseModel() noexcept = default;
ParseModel::ParseModel(std::unique_ptr<Impl> impl) noexcept : impl_{std::move(impl)} {}
ParseModel::ParseModel(ParseModel&&) noexcept = default;
ParseModel& ParseModel::operator=(ParseModel&&) noexcept = default;
ParseModel::~ParseModel() = default;

namespace {

bool read_weights(const model::ModelFile& file, const char* section, unsigned width_bits,
                  model::Weights<std::int8_t>& out) {
  const auto cells = file.numbers<std::int8_t>(section);
  if (!std::has_single_bit(cells.size()) || cells.size() > (1U << 26)) return false;
  const auto bits = static_cast<unsigned>(std::countr_zero(cells.size()));
  if (bits <= width_bits) return false;
  out = {cells.data(), bits - width_bits, width_bits};
  return true;
}

void read_names(std::string_view lines, std::vector<std::string_view>& out) {
  while (!lines.empty()) {
    out.push_back(lines.substr(0, lines.find('\n')));
    lines.remove_prefix(std::min(lines.size(), out.back().size() + 1));
  }
}

/// \returns what is wrong, or nothing.
const char* read_sections(ParseModel::Impl& impl) {
  if (!read_weights(impl.file, "moves", syntax::move_width_bits, impl.moves) ||
      !read_weights(impl.file, "relation", syntax::relation_width_bits, impl.relations)) {
    return "trained model: no table of weights";
  }
  read_names(impl.file.section("names"), impl.names);
  if (impl.names.empty() || impl.names.size() > 64) return "trained model: 1 to 64 relations";
  const auto sets = impl.file.numbers<model::ClassSet>("placeset");
  const auto others = impl.file.numbers<model::ClassSet>("other");
  const auto places =
      model::ClassSets::over(impl.file.numbers<model::ClassSets::Slot>("places"), sets);
  const auto named = [&](model::ClassSet set) {
    return set != 0 && static_cast<std::size_t>(std::bit_width(set)) <= impl.names.size();
  };
  if (!places || others.size() != 1 || !named(others[0]) ||
      !std::all_of(sets.begin(), sets.end(), named)) {
    return "trained model: sets of relations do not hold together";
  }
  impl.places = *places;
  impl.other = others[0];
  return nullptr;
}

}  // namespace

Result<ParseModel> ParseModel::open(const std::string& path, std::string_view lang) {
  auto file = model::ModelFile::open(path, syntax::parse_model_kind, lang);
  if (!file) return fail(file.error());
  auto impl = std::make_unique<Impl>();
  impl->file = std::move(*file);
  if (const char* fault = read_sections(*impl))
    return fail({ErrorCode::bad_format, fault, path, 0, 0});
  return ParseModel{std::move(impl)};
}

Result<ParseModel> ParseModel::from_bytes(std::string bytes, std::string_view lang) {
  const std::string name = "parser in memory";
  auto file = model::ModelFile::from_bytes(std::move(bytes), name, syntax::parse_model_kind, lang);
  if (!file) return fail(file.error());
  auto impl = std::make_unique<Impl>();
  impl->file = std::move(*file);
  if (const char* fault = read_sections(*impl))
    return fail({ErrorCode::bad_format, fault, name, 0, 0});
  return ParseModel{std::move(impl)};
}

std::size_t ParseModel::relation_count() const noexcept {
  return present() ? impl_->names.size() : 0;
}

std::string_view ParseModel::relation(std::uint8_t number) const noexcept {
  return number < relation_count() ? impl_->names[number] : std::string_view{};
}

std::optional<std::uint8_t> ParseModel::find_relation(std::string_view name) const noexcept {
  for (std::size_t i = 0; i < relation_count(); ++i) {
    if (impl_->names[i] == name) return static_cast<std::uint8_t>(i);
  }
  return std::nullopt;
}

}  // namespace frise
