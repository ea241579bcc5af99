#pragma once

/// \file
/// A strict little XML reader for the tests: what it accepts is well formed, and what a figure
/// holds can be asked of the tree.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frise::test {

struct Element {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::vector<Element> children;
  std::string text;  ///< of this element and those within

  [[nodiscard]] std::string get(const std::string& key) const;
  [[nodiscard]] double number(const std::string& key) const;
  [[nodiscard]] bool is(std::string_view wanted_name, std::string_view wanted_class) const;
};

/// The root; empty, with the reason in `why`, for text that is not well formed XML 1.0 in UTF-8.
[[nodiscard]] std::optional<Element> read_svg(std::string_view xml, std::string& why);

/// Calls `visit` on the element and all within it, in document order.
void walk(const Element& element, const std::function<void(const Element&)>& visit);

/// All elements of that name and class (empty: any).
[[nodiscard]] std::vector<const Element*> all(const Element& root, std::string_view name,
                                              std::string_view of_class);

/// The numbers in a path or a list of points.
[[nodiscard]] std::vector<double> numbers_in(std::string_view text);

}  // namespace frise::test
