#pragma once

/// \file
/// The stages, one after the other: a document in, its record out.
///
/// \code
///   const auto root = find_data_root("");
///   const auto annotator = Annotator::load({.data_root = *root});
///   const auto record = annotator->annotate(document);   // to_json(*record) is one line
/// \endcode

#include "frise/core/document.hpp"
#include "frise/core/result.hpp"
#include "frise/pipeline/stage_times.hpp"
#include "frise/read/language_guess.hpp"
#include "frise/record/record.hpp"
#include "frise/temporal/time_expression.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

struct AnnotatorOptions {
  std::string data_root;  ///< see find_data_root
  /// Subject packs: names in the data root, or folders; empty: all in the data root.
  std::vector<std::string> subjects;
  bool no_subject = false;  ///< use no subject pack
  TextKind kind = TextKind::news;
  bool predicates = false;  ///< fill Record::predicates
};

/// Packs, ready to annotate. A language is loaded when the first document in it comes, since a
/// reader of French should not wait for English.
class Annotator {
 public:
  /// \returns ErrorCode::not_found for a subject pack that is not there, or what is wrong in one.
  [[nodiscard]] static Result<Annotator> load(const AnnotatorOptions& options);

  Annotator(Annotator&&) noexcept;
  Annotator& operator=(Annotator&&) noexcept;
  ~Annotator();

  /// May be called from several threads at once. A document whose language has no pack gives a
  /// record with a diagnostic and nothing else. \param times where to add what each stage took, or
  /// nullptr. \returns an error only for a language pack that is broken: no other document of it
  /// will do better.
  [[nodiscard]] Result<Record> annotate(const Document& document,
                                        StageTimes* times = nullptr) const;

  /// Tells languages apart by the words that the packs list; for ReadOptions.
  [[nodiscard]] std::shared_ptr<const LanguageGuesser> guesser() const;

  /// Compiled lexicons and models that are there and could not be used, of the languages met so
  /// far; those are read by rules alone. Not while documents are being annotated.
  [[nodiscard]] std::vector<Error> warnings() const;

  /// Whether a pack of the languages met so far names the entity of that id. Not while documents
  /// are being annotated.
  [[nodiscard]] bool knows(std::string_view entity) const;

  /// Languages that have a pack, sorted.
  [[nodiscard]] std::vector<std::string> languages() const;

  struct Impl;

 private:
  explicit Annotator(std::unique_ptr<Impl> impl) noexcept;
  std::unique_ptr<Impl> impl_;
};

}  // namespace frise
