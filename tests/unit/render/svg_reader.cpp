#include "unit/render/svg_reader.hpp"

#include "render/utf8.hpp"

#include <algorithm>
#include <cstdlib>

namespace frise::test {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view xml) : xml_{xml} {}

  std::optional<Element> run(std::string& why) {
    Element root;
    const bool good = valid_characters() && element(root, 0);
    skip_space();
    if (!good || at_ != xml_.size()) {
      why = (why_.empty() ? "text after the root" : why_) + " at byte " + std::to_string(at_);
      return std::nullopt;
    }
    return root;
  }

 private:
  bool fail(std::string why) {
    if (why_.empty()) why_ = std::move(why);
    return false;
  }

  bool valid_characters() {
    for (std::size_t at = 0; at < xml_.size();) {
      const std::size_t start = at;
      const char32_t c = next_code_point(xml_, at);
      const bool real_replacement = xml_.substr(start, 3) == "\uFFFD";
      if ((c == 0xFFFD && !real_replacement) || (c < 0x20 && c != '\n') || c == 0xFFFE ||
          c == 0xFFFF) {
        at_ = start;
        return fail("character that XML cannot hold");
      }
    }
    return true;
  }

  void skip_space() {
    while (at_ < xml_.size() && (xml_[at_] == ' ' || xml_[at_] == '\n')) ++at_;
  }

  bool expect(std::string_view token) {
    if (xml_.substr(at_, token.size()) != token) return fail("expected " + std::string{token});
    at_ += token.size();
    return true;
  }

  std::string name() {
    const std::size_t start = at_;
    while (at_ < xml_.size() && (std::isalnum(static_cast<unsigned char>(xml_[at_])) != 0 ||
                                 xml_[at_] == '-' || xml_[at_] == ':')) {
      ++at_;
    }
    return std::string{xml_.substr(start, at_ - start)};
  }

  /// Character data up to `stop`, entities read.
  bool characters(char stop, std::string& out) {
    while (at_ < xml_.size() && xml_[at_] != stop) {
      if (xml_[at_] == '<') return fail("< in a value");
      if (xml_[at_] != '&') {
        out += xml_[at_++];
        continue;
      }
      bool known = false;
      for (const auto& [entity, c] : {std::pair{"&amp;", '&'},
                                      {"&lt;", '<'},
                                      {"&gt;", '>'},
                                      {"&quot;", '"'},
                                      {"&apos;", '\''}}) {
        if (xml_.substr(at_, std::string_view{entity}.size()) != entity) continue;
        out += c;
        at_ += std::string_view{entity}.size();
        known = true;
        break;
      }
      if (!known) return fail("unknown entity");
    }
    return true;
  }

  bool element(Element& out, int depth) {
    if (depth > 40) return fail("too deep");
    if (!expect("<")) return false;
    out.name = name();
    if (out.name.empty()) return fail("element without a name");
    while (true) {
      skip_space();
      if (at_ >= xml_.size()) return fail("unfinished tag");
      if (xml_[at_] == '/') return expect("/>");
      if (xml_[at_] == '>') break;
      const std::string key = name();
      std::string value;
      if (key.empty() || !expect("=\"") || !characters('"', value) || !expect("\"")) {
        return fail("broken attribute");
      }
      if (!out.attributes.emplace(key, value).second) return fail("attribute twice: " + key);
    }
    ++at_;
    while (true) {
      if (!characters('<', out.text)) return false;
      if (at_ >= xml_.size()) return fail("element not closed: " + out.name);
      if (xml_.substr(at_, 2) == "</") return expect("</" + out.name + ">");
      out.children.emplace_back();
      if (!element(out.children.back(), depth + 1)) return false;
      out.text += out.children.back().text;
    }
  }

  std::string_view xml_;
  std::size_t at_ = 0;
  std::string why_;
};

}  // namespace

std::string Element::get(const std::string& key) const {
  const auto found = attributes.find(key);
  return found == attributes.end() ? std::string{} : found->second;
}

double Element::number(const std::string& key) const {
  return std::strtod(get(key).c_str(), nullptr);
}

bool Element::is(std::string_view wanted_name, std::string_view wanted_class) const {
  return name == wanted_name && (wanted_class.empty() || get("class") == wanted_class);
}

std::optional<Element> read_svg(std::string_view xml, std::string& why) {
  return Reader{xml}.run(why);
}

void walk(const Element& element, const std::function<void(const Element&)>& visit) {
  visit(element);
  for (const Element& child : element.children) walk(child, visit);
}

std::vector<const Element*> all(const Element& root, std::string_view name,
                                std::string_view of_class) {
  std::vector<const Element*> found;
  walk(root, [&](const Element& element) {
    if (element.is(name, of_class)) found.push_back(&element);
  });
  return found;
}

std::vector<double> numbers_in(std::string_view text) {
  std::vector<double> out;
  const std::string copy{text};
  for (const char* at = copy.c_str(); *at != '\0';) {
    char* end = nullptr;
    const double value = std::strtod(at, &end);
    if (end == at) {
      ++at;
    } else {
      out.push_back(value);
      at = end;
    }
  }
  return out;
}

}  // namespace frise::test
