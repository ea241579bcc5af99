// Tested in tests/unit/audit/diff_test.cpp.

#include "frise/audit/diff.hpp"
#include "record/json_writer.hpp"

namespace frise {
namespace {

/// A line of text, whatever an article put into it.
std::string one_line(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    out += byte < 0x20 || byte == 0x7F ? ' ' : c;
  }
  return out;
}

std::string or_none(const std::string& value) { return value.empty() ? "(none)" : one_line(value); }

}  // namespace

std::string to_text(const GraphDiff& diff) {
  std::string out;
  for (const Change& change : diff.changes) {
    out += std::string{to_string(change.kind)} + ' ' + std::string{to_string(change.thing)} + ' ' +
           one_line(change.id);
    if (!change.old_id.empty()) out += " (was " + one_line(change.old_id) + ')';
    if (!change.place.empty()) out += " of " + one_line(change.place);
    if (!change.label.empty()) out += ": " + one_line(change.label);
    out += '\n';
    for (const ChangedField& field : change.fields) {
      out +=
          "  " + field.name + ": " + or_none(field.before) + " -> " + or_none(field.after) + '\n';
    }
  }
  return out;
}

std::string to_json(const GraphDiff& diff) {
  std::string json;
  JsonWriter out{json, 2};
  out.begin_object();
  out.text("schema", "frise-diff/1");
  out.begin_array("changes");
  for (const Change& change : diff.changes) {
    out.begin_object();
    out.text("change", to_string(change.kind));
    out.text("what", to_string(change.thing));
    out.text("id", change.id);
    out.text("old_id", change.old_id);
    out.text("label", change.label);
    out.text("of", change.place);
    if (!change.fields.empty()) {
      out.begin_array("fields");
      for (const ChangedField& field : change.fields) {
        out.begin_object();
        out.text("name", field.name);
        out.text("before", field.before);
        out.text("after", field.after);
        out.end_object();
      }
      out.end_array();
    }
    out.end_object();
  }
  out.end_array();
  out.end_object();
  json += '\n';
  return json;
}

}  // namespace frise
