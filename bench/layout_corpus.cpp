// Lays out graphs given as plain text, to measure the layout by itself: reads one graph on standard input, writes its
// geometry as JSON (schema layout-1). With "--time N" it lays the graph out N times and prints the milliseconds of one run.
//
//   direction down|up|right|left
//   node WIDTH HEIGHT GROUP OUTLINE          (GROUP -1: none; OUTLINE box, ellipse or diamond)
//   group PARENT TITLE_WIDTH TITLE_HEIGHT DIRECTION   (DIRECTION - : as outside)
//   edge FROM TO LABEL_WIDTH LABEL_HEIGHT MIN_LENGTH  (n3: node 3, g0: group 0)
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <optional>
#include <string>

#include "layout/layered/layout.h"

using namespace drawplate;

namespace {

Direction direction_of(const std::string& word) {
  if (word == "up") return Direction::up;
  if (word == "right") return Direction::right;
  if (word == "left") return Direction::left;
  return Direction::down;
}

const char* short_name(Direction d) {
  constexpr const char* names[] = {"TB", "BT", "LR", "RL"};
  return names[static_cast<int>(d)];
}

LayoutEnd end_of(const std::string& word) { return {word[0] == 'g', static_cast<std::uint32_t>(std::stoul(word.substr(1)))}; }

std::optional<std::uint32_t> index_or_none(int i) { return i < 0 ? std::nullopt : std::optional(static_cast<std::uint32_t>(i)); }

LayoutGraph read_graph(std::istream& in) {
  LayoutGraph graph;
  std::string word;
  while (in >> word) {
    if (word == "direction") {
      in >> word;
      graph.direction = direction_of(word);
    } else if (word == "node") {
      LayoutNode n;
      int group = -1;
      in >> n.size.width >> n.size.height >> group >> word;
      n.group = index_or_none(group);
      n.outline = word == "diamond" ? OutlineKind::diamond : word == "ellipse" ? OutlineKind::ellipse : OutlineKind::box;
      graph.nodes.push_back(n);
    } else if (word == "group") {
      LayoutGroup g;
      int parent = -1;
      in >> parent >> g.title.width >> g.title.height >> word;
      g.parent = index_or_none(parent);
      if (word != "-") g.direction = direction_of(word);
      graph.groups.push_back(g);
    } else if (word == "edge") {
      LayoutEdge e;
      std::string from, to;
      in >> from >> to >> e.label.width >> e.label.height >> e.min_length;
      e.from = end_of(from);
      e.to = end_of(to);
      graph.edges.push_back(e);
    }
  }
  return graph;
}

void print_rect(const char* name, const Rect& r) {
  std::printf("\"%s\":{\"x\":%.3f,\"y\":%.3f,\"w\":%.3f,\"h\":%.3f}", name, r.x, r.y, r.width, r.height);
}

void print_box(const Rect& r) { std::printf("\"x\":%.3f,\"y\":%.3f,\"w\":%.3f,\"h\":%.3f", r.x, r.y, r.width, r.height); }

void print_nodes(const LayoutGraph& graph, const Drawing& d) {
  constexpr const char* outlines[] = {"box", "ellipse", "diamond"};
  for (std::size_t v = 0; v < graph.nodes.size(); ++v) {
    std::printf("%s\n{\"id\":\"n%zu\",", v ? "," : "", v);
    print_box(d.nodes[v]);
    if (graph.nodes[v].group) std::printf(",\"group\":\"g%u\"", *graph.nodes[v].group);
    std::printf(",\"shape\":\"%s\"}", outlines[static_cast<int>(graph.nodes[v].outline)]);
  }
}

void print_groups(const LayoutGraph& graph, const Drawing& d) {
  for (std::size_t g = 0; g < graph.groups.size(); ++g) {
    std::printf("%s\n{\"id\":\"g%zu\",", g ? "," : "", g);
    print_box(d.groups[g]);
    if (graph.groups[g].parent) std::printf(",\"parent\":\"g%u\"", *graph.groups[g].parent);
    if (graph.groups[g].direction) std::printf(",\"direction\":\"%s\"", short_name(*graph.groups[g].direction));
    if (d.titles[g].width > 0) std::printf(","), print_rect("label", d.titles[g]);
    std::printf("}");
  }
}

void print_edges(const LayoutGraph& graph, const Drawing& d) {
  for (std::size_t e = 0; e < graph.edges.size(); ++e) {
    const LayoutEdge& edge = graph.edges[e];
    std::printf("%s\n{\"id\":\"e%zu\",\"from\":\"%c%u\",\"to\":\"%c%u\",\"points\":[", e ? "," : "", e, edge.from.is_group ? 'g' : 'n',
                edge.from.index, edge.to.is_group ? 'g' : 'n', edge.to.index);
    bool first = true;
    for (const Point& p : d.edges[e].points) std::printf("%s[%.3f,%.3f]", first ? "" : ",", p.x, p.y), first = false;
    std::printf("]");
    if (d.edges[e].label.width > 0) std::printf(","), print_rect("label", d.edges[e].label);
    std::printf("}");
  }
}

}  // namespace

int main(int argc, char** argv) {
  const LayoutGraph graph = read_graph(std::cin);
  if (argc > 2 && std::string(argv[1]) == "--time") {
    const int times = std::stoi(argv[2]);
    const auto start = std::chrono::steady_clock::now();
    for (int k = 0; k < times; ++k) layout_graph(graph);
    const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - start;
    std::printf("%.3f\n", spent.count() / times);
    return 0;
  }
  const Drawing d = layout_graph(graph);
  std::printf("{\"schema\":\"layout-1\",\"direction\":\"%s\",\"font_size\":14,\n\"nodes\":[", short_name(graph.direction));
  print_nodes(graph, d);
  std::printf("],\n\"groups\":[");
  print_groups(graph, d);
  std::printf("],\n\"edges\":[");
  print_edges(graph, d);
  std::printf("]}\n");
  return 0;
}
