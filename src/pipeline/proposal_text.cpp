// Articles are foreign text: in a string what TOML or an eye could misread is escaped, in a comment
// or a cell it is a space. Tested in tests/unit/pipeline/proposals_test.cpp.

#include "frise/pipeline/proposals.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace frise {
namespace {

/// Calls `take` with each code point and its bytes.
template <class Take>
void for_each_code_point(std::string_view text, Take take) {
  const auto size = static_cast<std::int32_t>(text.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    take(c, text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin)));
  }
}

/// Ends a line, turns the direction of writing, or is not seen.
bool is_hidden(UChar32 c) {
  if (c < 0) return true;
  const auto type = u_charType(c);
  return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || type == U_LINE_SEPARATOR ||
         type == U_PARAGRAPH_SEPARATOR;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for_each_code_point(text, [&](UChar32 c, std::string_view bytes) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += bytes;
    } else if (c >= 0 && is_hidden(c)) {
      out += fmt::format("\\U{:08X}", static_cast<std::uint32_t>(c));
    } else if (c >= 0) {
      out += bytes;
    }
  });
  return out + '"';
}

std::string plain(std::string_view text) {
  std::string out;
  for_each_code_point(text, [&](UChar32 c, std::string_view bytes) {
    if (!is_hidden(c))
      out += bytes;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  });
  return out;
}

std::string counted(std::uint32_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string joined(const std::vector<std::string>& items, std::string_view separator,
                   std::string (*spell)(std::string_view)) {
  std::string out;
  for (const std::string& item : items) {
    if (!out.empty()) out += separator;
    out += spell(item);
  }
  return out;
}

}  // namespace

std::string to_toml(const std::vector<Proposal>& proposals) {
  std::string out;
  for (const Proposal& proposal : proposals) {
    out += fmt::format("\n# {} in {}\n", counted(proposal.times, "time"),
                       counted(proposal.documents, "document"));
    out += fmt::format("# {}: {}\n", plain(proposal.document), plain(proposal.example));
    if (!proposal.roles.empty()) out += "# " + joined(proposal.roles, "; ", plain) + '\n';
    if (!proposal.doubtful.empty()) {
      out += "# also called: " + joined(proposal.doubtful, "; ", plain) + '\n';
    }
    out +=
        fmt::format("[[entity]]\nid = {}\nname = {}\n", quoted(proposal.id), quoted(proposal.name));
    if (!proposal.aliases.empty()) {
      out += "aliases = [" + joined(proposal.aliases, ", ", quoted) + "]\n";
    }
  }
  return out;
}

std::string to_rows(const std::vector<Proposal>& proposals) {
  std::string out;
  for (const Proposal& proposal : proposals) {
    out += fmt::format("{}\t{}\t{}\t{}\t{}\n", plain(slug_in(proposal.id)), plain(proposal.name),
                       to_string(proposal.type), proposal.times, proposal.documents);
  }
  return out;
}

}  // namespace frise
