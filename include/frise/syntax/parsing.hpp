#pragma once

/// \file
/// Which word hangs on which: trees of Universal Dependencies over the tokens of one sentence, for
/// the sentences that a caller asks for.
///
/// \code
///   Trees trees{model, segmentation, tags};
///   const std::span<const Arc> tree = trees.of(sentence);   // parsed now, kept for the next asker
///   model.relation(tree[2].relation);                       // "nsubj"
/// \endcode

#include "frise/core/result.hpp"
#include "frise/segment/segmentation.hpp"
#include "frise/tag/tagging.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

/// A parser trained by `frise train`, mapped into memory; without its file there is none.
class ParseModel {
 public:
  ParseModel() noexcept;

  /// \param path of <data>/model/<lang>/parser.model.
  /// \returns ErrorCode::bad_format when it was cut short, altered, or is no parser of this
  /// language.
  [[nodiscard]] static Result<ParseModel> open(const std::string& path, std::string_view lang);

  /// The same of bytes in memory.
  [[nodiscard]] static Result<ParseModel> from_bytes(std::string bytes, std::string_view lang);

  ParseModel(ParseModel&&) noexcept;
  ParseModel& operator=(ParseModel&&) noexcept;
  ~ParseModel();

  [[nodiscard]] bool present() const noexcept { return impl_ != nullptr; }

  /// Names of relations as the treebank has them: "nsubj:pass".
  [[nodiscard]] std::size_t relation_count() const noexcept;
  [[nodiscard]] std::string_view relation(std::uint8_t number) const noexcept;
  [[nodiscard]] std::optional<std::uint8_t> find_relation(std::string_view name) const noexcept;

  struct Impl;
  [[nodiscard]] const Impl& impl() const noexcept { return *impl_; }

 private:
  explicit ParseModel(std::unique_ptr<Impl> impl) noexcept;
  std::unique_ptr<Impl> impl_;
};

/// What a token hangs on.
struct Arc {
  static constexpr std::uint32_t root = 0xFFFFFFFF;

  std::uint32_t head = root;  ///< token index in the document; `root` for the head of the sentence
  std::uint8_t relation = 0;  ///< see ParseModel::relation

  friend bool operator==(const Arc&, const Arc&) = default;
};

/// Parses sentence after sentence in the same memory. The time is linear in the tokens.
class Parser {
 public:
  /// \param model must be present, and outlive the parser.
  explicit Parser(const ParseModel& model);
  Parser(Parser&&) noexcept;
  Parser& operator=(Parser&&) noexcept;
  ~Parser();

  /// One arc a token of `tokens`, in order: one root, no circles, no two arcs that cross.
  void parse(const Segmentation& segmentation, std::span<const WordTag> tags, TokenRange tokens,
             std::vector<Arc>& out);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The trees of one document, each made when it is first asked for.
class Trees {
 public:
  /// All three must outlive this. \param tags one a token.
  Trees(const ParseModel& model, const Segmentation& segmentation, std::span<const WordTag> tags);

  /// One arc a token of the sentence; none when no model is present. Valid as long as this.
  /// \param sentence index in Segmentation::sentences
  [[nodiscard]] std::span<const Arc> of(std::size_t sentence);

  /// Names the relations of the arcs.
  [[nodiscard]] const ParseModel& model() const noexcept { return model_; }

 private:
  const ParseModel& model_;
  const Segmentation& segmentation_;
  std::span<const WordTag> tags_;
  std::optional<Parser> parser_;
  std::vector<Arc> arcs_;     ///< one a token of the document, once parsed
  std::vector<char> parsed_;  ///< one a sentence
  std::vector<Arc> sentence_arcs_;
};

}  // namespace frise
