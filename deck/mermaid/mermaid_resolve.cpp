// The second half of MermaidGraph: from ids to indices, once everything has been read.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "deck/mermaid/mermaid_graph.h"
#include "deck/syntax/input.h"
#include "deck/syntax/mermaid_css.h"

namespace drawplate {
namespace {

constexpr std::size_t no_index = static_cast<std::size_t>(-1);

RichText plain_text(std::string text, Span origin) {
  RichText rich;
  rich.origin = origin;
  if (!text.empty()) rich.spans.push_back({std::move(text), false, false, false, false, false, {}});
  return rich;
}

/// Nothing but blanks, no-break spaces too: how authors say that a group has no title.
bool is_blank(const RichText& text) {
  std::string plain = text.plain();
  for (std::size_t at = 0; (at = plain.find("\u00A0", at)) != std::string::npos;) plain.replace(at, 2, " ");
  return trimmed(plain).empty();
}

}  // namespace

/// Groups of one id are one; a group without members is a node, as Mermaid draws it; no group is around itself.
class MermaidResolver {
 public:
  MermaidResolver(MermaidGraph& graph, Diagram& diagram) : graph_(graph), groups_(graph.closed_), diagram_(diagram) {}

  void resolve() {
    join_groups();
    nest_groups();
    limit_depth();
    mark_groups_with_members();
    write_groups();
    write_nodes();
    write_edges();
  }

 private:
  void join_groups() {
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      drawn_as_.push_back(by_id_.try_emplace(groups_[i].id, i).first->second);
      MermaidSubgraph& first = groups_[drawn_as_[i]];
      if (!first.direction) first.direction = groups_[i].direction;
    }
  }

  void nest_groups() {
    parent_.assign(groups_.size(), no_index);
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      const auto owner = graph_.owner_.find(groups_[i].id);
      if (drawn_as_[i] != i || owner == graph_.owner_.end()) continue;
      const std::size_t around = drawn_as_[owner->second];
      if (!is_inside(around, i)) parent_[i] = around;
    }
  }

  bool is_inside(std::size_t inner, std::size_t outer) const {
    std::size_t steps = 0;
    for (; inner != no_index && steps <= groups_.size(); inner = parent_[inner], ++steps) {
      if (inner == outer) return true;
    }
    return false;
  }

  /// Members named across groups may nest them deeper than brackets could.
  void limit_depth() {
    std::vector<int> depth(groups_.size(), 0);
    std::vector<std::size_t> chain;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      chain.clear();
      for (std::size_t g = i; g != no_index && depth[g] == 0; g = parent_[g]) chain.push_back(g);
      for (; !chain.empty(); chain.pop_back()) {
        const std::size_t g = chain.back();
        const int around = parent_[g] == no_index ? 0 : depth[parent_[g]];
        depth[g] = around + 1;
        if (around < max_nesting) continue;
        graph_.report_.error(groups_[g].origin, fmt::format("subgraphs are nested deeper than {}", max_nesting));
        parent_[g] = no_index;
        depth[g] = 1;
      }
    }
  }

  void mark_groups_with_members() {
    has_members_.assign(groups_.size(), false);
    for (const MermaidVertex& vertex : graph_.vertices_) {
      const auto owner = graph_.owner_.find(vertex.id);
      if (owner != graph_.owner_.end() && !by_id_.contains(vertex.id)) has_members_[drawn_as_[owner->second]] = true;
    }
    for (const std::size_t around : parent_) {
      if (around != no_index) has_members_[around] = true;
    }
  }

  void write_groups() {
    std::vector<std::size_t> in_order;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      if (drawn_as_[i] == i && has_members_[i]) in_order.push_back(i);
    }
    std::ranges::sort(in_order, {}, [&](std::size_t i) { return groups_[i].order; });
    group_index_.assign(groups_.size(), 0);
    for (const std::size_t i : in_order) {
      group_index_[i] = static_cast<std::uint32_t>(diagram_.groups.size());
      ends_[groups_[i].id] = {true, group_index_[i], {}};
      const MermaidLooks& looks = graph_.looks(groups_[i].id);
      Group group;
      group.id = groups_[i].id;
      group.title = is_blank(groups_[i].title) ? RichText{} : groups_[i].title;
      group.direction = groups_[i].direction;
      group.style = style_of(group.id, graph_.group_base_);
      group.link = looks.link;
      group.alt = looks.tooltip;
      group.order = groups_[i].order;
      group.origin = groups_[i].origin;
      diagram_.groups.push_back(std::move(group));
    }
    for (const std::size_t i : in_order) {
      if (parent_[i] != no_index) diagram_.groups[group_index_[i]].parent = GroupId{group_index_[parent_[i]]};
    }
  }

  void write_nodes() {
    for (const MermaidVertex& vertex : graph_.vertices_) {
      if (by_id_.contains(vertex.id)) continue;
      Node node;
      node.id = vertex.id;
      node.title = vertex.label ? *vertex.label : plain_text(vertex.id, vertex.origin);
      node.icon = vertex.icon;
      node.shape = vertex.shape.value_or(NodeShape::card);
      node.order = vertex.order;
      node.origin = vertex.origin;
      add_node(std::move(node));
    }
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      if (drawn_as_[i] != i || has_members_[i]) continue;
      Node node;
      node.id = groups_[i].id;
      node.title = groups_[i].title;
      node.order = groups_[i].order;
      node.origin = groups_[i].origin;
      add_node(std::move(node));
    }
    std::ranges::stable_sort(diagram_.nodes, {}, &Node::order);
    for (std::size_t i = 0; i < diagram_.nodes.size(); ++i) ends_[diagram_.nodes[i].id] = {false, static_cast<std::uint32_t>(i), {}};
  }

  void add_node(Node node) {
    const MermaidLooks& looks = graph_.looks(node.id);
    node.style = style_of(node.id, node_base());
    node.link = looks.link;
    node.alt = looks.tooltip;
    if (node.shape == NodeShape::bar || node.shape == NodeShape::dot || node.shape == NodeShape::dot_ringed) {
      if (node.alt.empty()) node.alt = node.title.plain();
      node.title = {};
    }
    const auto found = by_id_.find(node.id);
    if (found != by_id_.end()) {
      if (parent_[found->second] != no_index) node.group = GroupId{group_index_[parent_[found->second]]};
    } else if (const auto owner = graph_.owner_.find(node.id); owner != graph_.owner_.end()) {
      node.group = GroupId{group_index_[drawn_as_[owner->second]]};
    }
    diagram_.nodes.push_back(std::move(node));
  }

  Style node_base() const {
    Style style = graph_.node_base_;
    if (const auto known = graph_.classes_.find("default"); known != graph_.classes_.end()) merge_style(known->second, style);
    return style;
  }

  void write_edges() {
    for (const MermaidEdge& read : graph_.edges_) {
      const auto tail = ends_.find(read.from), head = ends_.find(read.to);
      if (tail == ends_.end() || head == ends_.end()) continue;  // past the limit of nodes
      Edge edge;
      edge.id = read.id;
      edge.from = tail->second;
      edge.to = head->second;
      edge.label = read.label;
      edge.line = read.line;
      edge.head = read.head;
      edge.tail = read.tail;
      edge.min_length = read.length;
      edge.style = graph_.link_base_;
      merge_style(graph_.default_link_, edge.style);
      if (!read.id.empty()) merge_style(style_of(read.id, Style{}), edge.style);
      merge_style(read.style, edge.style);
      edge.origin = read.origin;
      diagram_.edges.push_back(std::move(edge));
    }
  }

  Style style_of(const std::string& id, const Style& base) const {
    Style style = base;
    const auto found = graph_.looks_.find(id);
    if (found == graph_.looks_.end()) return style;
    for (const std::string& name : found->second.classes) {
      if (const auto known = graph_.classes_.find(name); known != graph_.classes_.end()) merge_style(known->second, style);
    }
    merge_style(found->second.style, style);
    return style;
  }

  MermaidGraph& graph_;
  std::vector<MermaidSubgraph>& groups_;
  Diagram& diagram_;
  std::vector<std::size_t> drawn_as_, parent_;          // by index of groups_
  std::unordered_map<std::string, std::size_t> by_id_;  // group id → index of groups_
  std::vector<bool> has_members_;
  std::vector<std::uint32_t> group_index_;  // index of groups_ → index of Diagram::groups
  std::unordered_map<std::string, EdgeEnd> ends_;
};

void MermaidGraph::finish(Diagram& diagram) {
  while (close_group()) {
  }
  MermaidResolver(*this, diagram).resolve();
}

}  // namespace drawplate
