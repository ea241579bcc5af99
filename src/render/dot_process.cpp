// Graphviz may crash, hang or swallow memory on a graph that it dislikes, and it keeps global
// state; so it runs in a forked child that has seconds of processor time and a cap on memory, and
// answers in numbers over a pipe. Labels never reach it: it gets sizes only, which also keeps fonts
// out of the layout. Tested in tests/unit/render/map_test.cpp.

#include "render/dot_graph.hpp"
#include "render/map_layout.hpp"
#include "text/xml_writer.hpp"

#include <fcntl.h>
#include <graphviz/gvc.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>

namespace frise::render {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool limit_memory = false;  // its shadow takes terabytes of address space
#else
constexpr bool limit_memory = true;
#endif

std::string inches(double pixels) { return number(pixels / 72.0); }

struct Drawn {
  DotGraph graph{"map"};
  std::vector<Agnode_s*> nodes;
  std::vector<Agedge_s*> edges;
  std::vector<Agraph_s*> clusters;
};

void describe(const LayeredGraph& in, Drawn& out) {
  DotGraph& graph = out.graph;
  if (!in.ranked) {
    graph.set(graph.root(), "overlap", "prism");
    graph.set(graph.root(), "sep", "+10");
    graph.set(graph.root(), "splines", "line");
  }
  graph.set(graph.root(), "rankdir", in.downwards ? "TB" : "LR");
  if (in.ranked) graph.set(graph.root(), "splines", "true");
  if (!in.groups.empty()) graph.set(graph.root(), "newrank", "true");
  const char* const between_ranks = in.downwards ? "0.3" : "0.32";
  const char* const within_rank = in.downwards ? "0.3" : "0.18";
  graph.set(graph.root(), "nodesep", in.tight ? "0.13" : within_rank);
  graph.set(graph.root(), "ranksep", in.tight ? "0.2" : between_ranks);
  if (in.sizes.size() > 200) {
    graph.set(graph.root(), "nslimit", "2");
    graph.set(graph.root(), "nslimit1", "2");
    graph.set(graph.root(), "mclimit", "0.2");
  }
  graph.set_node_default("shape", "box");
  graph.set_node_default("label", "");
  graph.set_node_default("fixedsize", "true");
  graph.set_node_default("width", "1");
  graph.set_node_default("height", "1");
  graph.set_edge_default("arrowhead", "none");
  graph.set_edge_default("headport", "");
  graph.set_edge_default("tailport", "");
  for (std::size_t i = 0; i < in.sizes.size(); ++i) {
    Agnode_s* node = graph.node("n" + std::to_string(i));
    graph.set(node, "width", inches(in.sizes[i].first));
    graph.set(node, "height", inches(in.sizes[i].second));
    out.nodes.push_back(node);
  }
  for (std::size_t i = 0; i < in.lines.size(); ++i) {
    const auto [from, to] = in.lines[i];
    Agedge_s* edge = graph.edge(out.nodes[from], out.nodes[to], "e" + std::to_string(i));
    // A line goes through the middle of its label.
    if (from >= in.node_count) graph.set(edge, "tailport", in.downwards ? "s" : "e");
    if (to >= in.node_count) graph.set(edge, "headport", in.downwards ? "n" : "w");
    out.edges.push_back(edge);
  }
  for (const LayeredGroup& group : in.groups) {
    Agraph_s* cluster = graph.cluster(out.clusters.size());
    graph.set(cluster, "margin", number(band_margin));
    graph.set(cluster, "labeljust", "l");
    graph.set_empty_label(cluster, group.head_width, group.head_height);
    for (const std::uint32_t member : group.members) graph.put_in(cluster, out.nodes[member]);
    out.clusters.push_back(cluster);
  }
}

/// Appends width, height, centres and curves; y is turned to point downwards.
bool lay_out(GVC_t* context, const LayeredGraph& in, std::vector<double>& out) {
  Drawn drawn;
  describe(in, drawn);
  Agraph_t* graph = drawn.graph.root();
  if (gvLayout(context, graph, in.ranked ? "dot" : "sfdp") != 0) return false;
  const boxf bounds = GD_bb(graph);
  out.push_back(bounds.UR.x - bounds.LL.x);
  out.push_back(bounds.UR.y - bounds.LL.y);
  const auto put = [&out, &bounds](pointf p) {
    out.push_back(p.x - bounds.LL.x);
    out.push_back(bounds.UR.y - p.y);
  };
  for (Agnode_s* node : drawn.nodes) put(ND_coord(node));
  for (Agedge_s* edge : drawn.edges) {
    const splines* curve = ED_spl(edge);
    const int count = curve != nullptr && curve->size > 0 ? curve->list[0].size : 0;
    out.push_back(count);
    for (int i = 0; i < count; ++i) put(curve->list[0].list[i]);
  }
  for (Agraph_s* cluster : drawn.clusters) {
    const boxf box = GD_bb(cluster);
    put({box.LL.x, box.UR.y});
    put({box.UR.x, box.LL.y});
  }
  gvFreeLayout(context, graph);
  return true;
}

bool ask_graphviz(const std::vector<LayeredGraph>& graphs, std::vector<double>& answer) {
  GVC_t* context = gvContext();
  if (context == nullptr) return false;
  return std::all_of(graphs.begin(), graphs.end(),
                     [&](const LayeredGraph& graph) { return lay_out(context, graph, answer); });
}

[[noreturn]] void child(int pipe_end, const std::vector<LayeredGraph>& graphs,
                        const Layouter& layouter, const LayoutLimits& limits) {
  const rlimit cpu{limits.cpu_seconds, limits.cpu_seconds + 1};
  const rlimit memory{limits.memory, limits.memory};
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CPU, &cpu);
  setrlimit(RLIMIT_CORE, &none);
  setrlimit(RLIMIT_FSIZE, &none);
  if (limit_memory) setrlimit(RLIMIT_AS, &memory);
  if (const int null = open("/dev/null", O_RDWR | O_CLOEXEC); null >= 0) {
    dup2(null, STDOUT_FILENO);
    dup2(null, STDERR_FILENO);
  }
  std::vector<double> answer;
  const bool good = layouter(graphs, answer);
  const char* bytes = reinterpret_cast<const char*>(answer.data());
  std::size_t left = good ? answer.size() * sizeof(double) : 0;
  while (left > 0) {
    const ssize_t written = write(pipe_end, bytes, left);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) break;
    bytes += written;
    left -= static_cast<std::size_t>(written);
  }
  _exit(good && left == 0 ? 0 : 1);
}

/// Everything the child writes, until it closes the pipe; false when it takes too long or says too
/// much.
bool read_all(int pipe_end, const LayoutLimits& limits, std::string& out) {
  const auto deadline = std::chrono::steady_clock::now() + limits.patience;
  std::string buffer(65536, '\0');
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0) return false;
    pollfd wait{pipe_end, POLLIN, 0};
    const int ready = poll(&wait, 1, static_cast<int>(left.count()));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return false;
    const ssize_t count = read(pipe_end, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    if (count == 0) return true;
    out.append(buffer.data(), static_cast<std::size_t>(count));
    if (out.size() > limits.answer) return false;
  }
}

class Numbers {
 public:
  explicit Numbers(const std::string& bytes) : values_(bytes.size() / sizeof(double)) {
    std::memcpy(values_.data(), bytes.data(), values_.size() * sizeof(double));
  }

  bool next(double& value) {
    if (at_ >= values_.size()) return false;
    value = values_[at_++];
    return value > -1e7 && value < 1e7;
  }
  bool next(Point& point) { return next(point.x) && next(point.y); }
  [[nodiscard]] bool done() const { return at_ == values_.size(); }

 private:
  std::vector<double> values_;
  std::size_t at_ = 0;
};

bool read_result(Numbers& numbers, const LayeredGraph& graph, LayeredResult& result) {
  if (!numbers.next(result.width) || !numbers.next(result.height)) return false;
  result.centres.resize(graph.sizes.size());
  for (Point& centre : result.centres) {
    if (!numbers.next(centre)) return false;
  }
  result.curves.resize(graph.lines.size());
  for (auto& curve : result.curves) {
    double count = 0;
    if (!numbers.next(count) || count < 4 || count > 10000) return false;
    curve.resize(static_cast<std::size_t>(count));
    if (curve.size() % 3 != 1) return false;
    for (Point& point : curve) {
      if (!numbers.next(point)) return false;
    }
  }
  result.groups.resize(graph.groups.size());
  for (Box& box : result.groups) {
    if (!numbers.next(box.left) || !numbers.next(box.top)) return false;
    if (!numbers.next(box.right) || !numbers.next(box.bottom)) return false;
  }
  return true;
}

}  // namespace

std::vector<LayeredResult> run_limited(const std::vector<LayeredGraph>& graphs,
                                       const Layouter& layouter, const LayoutLimits& limits) {
  int ends[2] = {-1, -1};
  if (pipe2(ends, O_CLOEXEC) != 0) return {};
  const pid_t pid = fork();
  if (pid < 0) {
    close(ends[0]);
    close(ends[1]);
    return {};
  }
  if (pid == 0) {
    close(ends[0]);
    child(ends[1], graphs, layouter, limits);
  }
  close(ends[1]);
  std::string answer;
  const bool complete = read_all(ends[0], limits, answer);
  close(ends[0]);
  if (!complete) kill(pid, SIGKILL);
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  if (!complete || !WIFEXITED(status) || WEXITSTATUS(status) != 0) return {};
  std::vector<LayeredResult> results(graphs.size());
  Numbers numbers{answer};
  for (std::size_t i = 0; i < graphs.size(); ++i) {
    if (!read_result(numbers, graphs[i], results[i])) return {};
  }
  return numbers.done() ? results : std::vector<LayeredResult>{};
}

std::vector<LayeredResult> run_dot(const std::vector<LayeredGraph>& graphs) {
  return run_limited(graphs, ask_graphviz);
}

}  // namespace frise::render
