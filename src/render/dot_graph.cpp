// Thin RAII over cgraph, whose functions take char* for what they only read; errors it would print
// are turned off. agwrite goes to memory. Tested in tests/unit/render/dot_test.cpp.

#include "render/dot_graph.hpp"

#include "render/svg_parts.hpp"

#include <graphviz/cgraph.h>
#include <cstdio>
#include <cstdlib>

namespace frise::render {
namespace {

/// cgraph copies the string; a NUL would cut it, and clean() has taken those out.
char* mutable_text(std::string& text) { return text.data(); }

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
  graph_ = agopen(mutable_text(text), Agdirected, nullptr);
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

void DotGraph::put_in(Agraph_s* subgraph, Agnode_s* node) { agsubnode(subgraph, node, 1); }

void DotGraph::set(void* object, std::string_view key, std::string_view value) {
  std::string name{key};
  std::string text{value};
  std::string fallback;
  agsafeset(object, mutable_text(name), mutable_text(text), mutable_text(fallback));
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
