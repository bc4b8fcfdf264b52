// Things are made when they are named for the first time.
#include "deck/mermaid/mermaid_graph.h"
#include "base/limits.h"

#include <utility>

#include <fmt/format.h>

namespace drawplate {
MermaidVertex* MermaidGraph::touch(std::string_view id, Span origin) {
  const std::string key(id);
  if (!open_.empty()) open_.back().members.push_back(key);
  const auto [at, is_new] = vertex_index_.try_emplace(key, vertices_.size());
  if (!is_new) return &vertices_[at->second];
  if (vertices_.size() >= max_diagram_nodes) {
    vertex_index_.erase(at);
    if (vertices_.size() == max_diagram_nodes) report_.error(origin, fmt::format("more than {} nodes", max_diagram_nodes));
    return nullptr;
  }
  MermaidVertex vertex;
  vertex.id = key;
  vertex.origin = origin;
  vertex.order = next_order_++;
  return &vertices_.emplace_back(std::move(vertex));
}

MermaidEdge* MermaidGraph::add_edge(MermaidEdge edge) {
  if (edges_.size() >= max_diagram_edges) {
    report_.error(edge.origin, fmt::format("more than {} links", max_diagram_edges));
    return nullptr;
  }
  if (!edge.id.empty() && !edge_index_.try_emplace(edge.id, edges_.size()).second) edge.id.clear();
  return &edges_.emplace_back(std::move(edge));
}

MermaidEdge* MermaidGraph::find_edge(std::string_view id) {
  const auto found = edge_index_.find(std::string(id));
  return found == edge_index_.end() ? nullptr : &edges_[found->second];
}

void MermaidGraph::open_group(MermaidSubgraph group) {
  group.order = next_order_++;
  if (!group.id.empty()) group_ids_.insert(group.id);
  open_.push_back(std::move(group));
}

bool MermaidGraph::close_group() {
  if (open_.empty()) return false;
  MermaidSubgraph group = std::move(open_.back());
  open_.pop_back();
  group.number = closed_.size();
  if (group.id.empty()) group.id = fmt::format("subGraph{}", group.number);
  claim_members(group);
  if (!open_.empty()) open_.back().members.push_back(group.id);
  closed_.push_back(std::move(group));
  return true;
}

bool MermaidGraph::is_group(std::string_view id) const { return group_ids_.contains(std::string(id)); }

/// A member belongs to the group that ends first, so inner groups win over outer ones, and earlier ones over later ones.
void MermaidGraph::claim_members(MermaidSubgraph& group) {
  for (const std::string& member : group.members) {
    if (member != group.id) owner_.try_emplace(member, closed_.size());
  }
}

}  // namespace drawplate
