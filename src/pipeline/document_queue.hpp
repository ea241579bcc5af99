#pragma once

/// \file
/// A short queue between the thread that reads and those that annotate: full by number or by bytes,
/// it makes the reader wait.

#include "frise/core/document.hpp"
#include "frise/core/result.hpp"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <utility>

namespace frise {

class DocumentQueue {
 public:
  DocumentQueue(std::size_t most_documents, std::size_t most_bytes) noexcept
      : most_documents_{most_documents}, most_bytes_{most_bytes} {}

  /// Waits for room; one document always fits. \returns false when nobody wants more.
  bool push(Result<Document> document) {
    const std::size_t bytes = size_of(document);
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [&] {
      return closed_ || documents_.empty() ||
             (documents_.size() < most_documents_ && bytes_ + bytes <= most_bytes_);
    });
    if (closed_) return false;
    bytes_ += bytes;
    documents_.push_back(std::move(document));
    changed_.notify_all();
    return true;
  }

  /// Waits for a document. \returns empty at the end; rethrows what ended the reading.
  std::optional<Result<Document>> pop() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [&] { return ended_ || closed_ || !documents_.empty(); });
    if (closed_) return std::nullopt;
    if (documents_.empty()) {
      if (failure_ != nullptr) std::rethrow_exception(std::exchange(failure_, nullptr));
      return std::nullopt;
    }
    Result<Document> document = std::move(documents_.front());
    documents_.pop_front();
    bytes_ -= size_of(document);
    changed_.notify_all();
    return document;
  }

  /// No more will come.
  void end(std::exception_ptr failure = nullptr) noexcept {
    const std::lock_guard lock{mutex_};
    ended_ = true;
    failure_ = std::move(failure);
    changed_.notify_all();
  }

  /// No more is wanted.
  void close() noexcept {
    const std::lock_guard lock{mutex_};
    closed_ = true;
    changed_.notify_all();
  }

 private:
  static std::size_t size_of(const Result<Document>& document) noexcept {
    return document ? document->text.size() : 0;
  }

  std::size_t most_documents_;
  std::size_t most_bytes_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Result<Document>> documents_;
  std::size_t bytes_ = 0;
  bool ended_ = false;
  bool closed_ = false;
  std::exception_ptr failure_;
};

}  // namespace frise
