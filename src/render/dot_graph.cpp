// Thin RAII over cgraph, whose functions take char* for what they only read; errors it would print
// are turned off. agwrite goes to memory. Tested in tests/unit/render/dot_test.cpp.

#include "render/dot_graph.hpp"

#include "render/svg_parts.hpp"

#include <graphviz/cgraph.h>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <unordered_map>
#include <vector>

namespace frise::render {
namespace {

/// cgraph copies the string; a NUL would cut it, and clean() has taken those out.
char* mutable_text(std::string& text) { return text.data(); }

/// Ids of one graph: what has a name gets an even one, what has none an odd one.
struct Ids {
  Agraph_t* graph = nullptr;
  std::unordered_map<std::string, IDTYPE> by_name;
  std::vector<char*> names;  ///< cgraph's own copies, whose headers it reads
  IDTYPE nameless = 1;
};

void* open_ids(Agraph_t* graph, Agdisc_t*) { return new Ids{graph, {}, {}}; }

long map_id(void* state, int, char* name, IDTYPE* id, int create) {
  Ids& ids = *static_cast<Ids*>(state);
  if (name == nullptr) {
    *id = ids.nameless;
    ids.nameless += 2;
    return 1;
  }
  const auto found = ids.by_name.find(name);
  if (found != ids.by_name.end()) {
    *id = found->second;
    return 1;
  }
  if (create == 0) return 0;
  ids.names.push_back(agstrdup(ids.graph, name));
  *id = 2 * ids.names.size();
  ids.by_name.emplace(name, *id);
  return 1;
}

char* name_of_id(void* state, int, IDTYPE id) {
  Ids& ids = *static_cast<Ids*>(state);
  const std::size_t number = id / 2;
  return id % 2 == 0 && number >= 1 && number <= ids.names.size() ? ids.names[number - 1] : nullptr;
}

void close_ids(void* state) { delete static_cast<Ids*>(state); }

Agiddisc_t numbering{
    .open = open_ids,
    .map = map_id,
    .alloc = [](void*, int, IDTYPE) { return 0L; },
    .free = [](void*, int, IDTYPE) {},
    .print = name_of_id,
    .close = close_ids,
    .idregister = [](void*, int, void*) {},
};

}  // namespace

std::string dot_label(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '\\') {
      out += "\\\\";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      out += c;
    }
  }
  return out;
}

std::string dot_name(std::string_view prefix, std::string_view id) {
  const bool plain =
      !id.empty() && id.size() <= 80 &&
      id.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.:-") ==
          std::string_view::npos;
  return plain ? std::string{prefix} + std::string{id} : hashed_id(prefix, id);
}

DotGraph::DotGraph(std::string_view name) {
  agseterr(AGMAX);
  std::string text{name};
  Agdisc_t discipline{.mem = nullptr, .id = &numbering, .io = nullptr};
  graph_ = agopen(mutable_text(text), Agdirected, &discipline);
}

DotGraph::~DotGraph() {
  if (graph_ != nullptr) agclose(graph_);
}

Agnode_s* DotGraph::node(std::string_view name) {
  std::string text{name};
  return agnode(graph_, mutable_text(text), 1);
}

Agedge_s* DotGraph::edge(Agnode_s* from, Agnode_s* to, std::string_view name) {
  std::string text{name};
  return agedge(graph_, from, to, mutable_text(text), 1);
}

Agraph_s* DotGraph::subgraph() { return agsubg(graph_, nullptr, 1); }

Agraph_s* DotGraph::cluster(std::size_t number) {
  std::string name = "cluster" + std::to_string(number);
  return agsubg(graph_, mutable_text(name), 1);
}

void DotGraph::put_in(Agraph_s* subgraph, Agnode_s* node) { agsubnode(subgraph, node, 1); }

void DotGraph::set(void* object, std::string_view key, std::string_view value) {
  std::string name{key};
  std::string text{value};
  std::string fallback;
  agsafeset(object, mutable_text(name), mutable_text(text), mutable_text(fallback));
}

void DotGraph::set_empty_label(void* object, double width, double height) {
  std::string html =
      "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\" FIXEDSIZE=\"TRUE\" "
      "WIDTH=\"" +
      std::to_string(std::lround(std::ceil(width))) + "\" HEIGHT=\"" +
      std::to_string(std::lround(std::ceil(height))) + "\"><TR><TD></TD></TR></TABLE>";
  char* const kept = agstrdup_html(graph_, mutable_text(html));
  std::string name{"label"};
  std::string fallback;
  agsafeset(object, mutable_text(name), kept, mutable_text(fallback));
  agstrfree(graph_, kept);
}

void DotGraph::set_node_default(std::string_view key, std::string_view value) {
  std::string name{key};
  std::string text{value};
  agattr(graph_, AGNODE, mutable_text(name), mutable_text(text));
}

void DotGraph::set_edge_default(std::string_view key, std::string_view value) {
  std::string name{key};
  std::string text{value};
  agattr(graph_, AGEDGE, mutable_text(name), mutable_text(text));
}

std::string DotGraph::write() const {
  char* buffer = nullptr;
  std::size_t size = 0;
  std::FILE* file = open_memstream(&buffer, &size);
  if (file == nullptr) return {};
  const bool written = agwrite(graph_, file) == 0;
  const bool closed = std::fclose(file) == 0;
  std::string text;
  if (written && closed) text.assign(buffer, size);
  std::free(buffer);
  return text;
}

}  // namespace frise::render
