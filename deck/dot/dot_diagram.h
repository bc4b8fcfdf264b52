// From a DotGraph to the Diagram: clusters become groups, attributes become shapes, texts and colours.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "deck/dot/dot_graph.h"
#include "deck/dot/dot_label.h"
#include "deck/dot/dot_looks.h"
#include "deck/model/diagram.h"

namespace drawplate {

class DotConverter {
 public:
  DotConverter(const DotGraph& graph, Report& report) : graph_(graph), report_(report) {}

  void convert(Diagram& diagram);

 private:
  // clusters, in dot_clusters.cpp
  bool is_cluster(const DotSubgraph& subgraph) const;
  void find_clusters();
  void claim_nodes();
  void drop_empty_clusters();
  void write_groups(Diagram& diagram);
  void write_empty_clusters(Diagram& diagram);
  std::string group_id(const DotSubgraph& subgraph, std::size_t number) const;
  void write_same_rows(Diagram& diagram);

  void write_graph(Diagram& diagram);
  void write_nodes(Diagram& diagram);
  void write_label(const DotNode& read, const DotStyle& style, Node& node);
  NodeShape shape_of(const DotNode& node);
  void write_edges(Diagram& diagram);
  void write_heads(const DotEdge& read, Edge& edge);
  void write_edge_labels(const DotEdge& read, Edge& edge);
  void write_end(const DotEdge& read, bool head, Edge& edge, const Diagram& diagram);
  Style node_style(const DotAttributes& attributes, const DotStyle& style);
  Style group_style(const DotAttributes& attributes);
  RichText text_of(const DotValue* value, const DotNames& names);
  std::string link_of(const DotAttributes& attributes);
  double number(const DotAttributes& attributes, DotKey key, double otherwise) const;
  std::optional<Rgb> color(const DotAttributes& attributes, DotKey key);

  const DotGraph& graph_;
  Report& report_;
  std::vector<std::uint32_t> clusters_;  // subgraphs that are clusters, parents first
  std::vector<std::uint32_t> empty_clusters_;
  std::vector<std::uint32_t> cluster_around_;  // subgraph → innermost cluster around it, or none
  std::vector<std::uint32_t> owner_;           // node → its innermost cluster, or none
  std::vector<std::uint32_t> group_index_;     // subgraph → index of Diagram::groups, or none
  std::unordered_map<std::string, std::uint32_t> cluster_names_;
  std::size_t label_bytes_ = 0;
  bool compound_ = false;
};

}  // namespace drawplate
