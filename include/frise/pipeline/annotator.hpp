#pragma once

/// \file
/// The stages, one after the other: a document in, its record out.

#include "frise/core/document.hpp"
#include "frise/core/result.hpp"
#include "frise/record/record.hpp"

#include <memory>
#include <string>
#include <vector>

namespace frise {

struct AnnotatorOptions {
  std::string data_root;              ///< see find_data_root
  std::vector<std::string> subjects;  ///< subject packs by name; empty: all in the data root
  bool no_subject = false;            ///< use no subject pack
  TextKind kind = TextKind::news;
};

/// Loaded packs, ready to annotate. annotate() may be called from several threads at once.
class Annotator {
 public:
  [[nodiscard]] static Result<Annotator> load(const AnnotatorOptions& options);

  Annotator(Annotator&&) noexcept;
  Annotator& operator=(Annotator&&) noexcept;
  ~Annotator();

  /// A document whose language has no pack gives a record with a diagnostic and nothing else.
  [[nodiscard]] Record annotate(const Document& document) const;

  struct Impl;

 private:
  explicit Annotator(std::unique_ptr<Impl> impl) noexcept;
  std::unique_ptr<Impl> impl_;
};

}  // namespace frise
