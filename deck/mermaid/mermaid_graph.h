// What a Mermaid flowchart says, gathered by id: Mermaid names things before, after and instead of declaring them, so ends
// of edges, members of groups and styles are resolved only when everything has been read. It knows no syntax.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/diagnostic.h"
#include "deck/mermaid/mermaid_link.h"
#include "deck/model/diagram.h"
#include "deck/model/diagram_parts.h"

namespace drawplate {

/// What an author says of one id, be it a node's, a group's or an edge's.
struct MermaidLooks {
  std::vector<std::string> classes;
  Style style;
  std::string link, tooltip;
};

struct MermaidVertex {
  std::string id;
  std::optional<RichText> label;
  Icon icon;
  std::optional<NodeShape> shape;
  std::uint32_t order = 0;
  Span origin;
};

struct MermaidSubgraph {
  std::string id;  ///< empty: none but its number
  RichText title;
  std::optional<Direction> direction;
  std::vector<std::string> members;
  std::size_t number = 0;  ///< in the order of their ends; Mermaid names those without an id by it
  std::uint32_t order = 0;
  Span origin;
};

struct MermaidEdge {
  std::string id, from, to;
  LineKind line = LineKind::solid;
  HeadKind tail = HeadKind::none, head = HeadKind::none;
  int length = 1;
  RichText label;
  Style style;
  Span origin;
};

class MermaidGraph {
 public:
  explicit MermaidGraph(Report& report) : report_(report) {}

  /// The vertex of this id, made if need be, as a member of the innermost open group. Nothing past the limit.
  MermaidVertex* touch(std::string_view id, Span origin);
  /// Nothing past the limit.
  MermaidEdge* add_edge(MermaidEdge edge);
  MermaidEdge* find_edge(std::string_view id);
  std::vector<MermaidEdge>& edges() { return edges_; }

  void open_group(MermaidSubgraph group);
  /// False where no group is open.
  bool close_group();
  MermaidSubgraph* innermost_group() { return open_.empty() ? nullptr : &open_.back(); }
  std::size_t depth() const { return open_.size(); }

  MermaidLooks& looks(std::string_view id) { return looks_[std::string(id)]; }
  Style& class_style(std::string_view name) { return classes_[std::string(name)]; }
  bool has_class(std::string_view name) const { return classes_.contains(std::string(name)); }
  /// What all nodes, groups and links begin with.
  Style& node_base() { return node_base_; }
  Style& group_base() { return group_base_; }
  Style& link_base() { return link_base_; }
  /// `linkStyle default`.
  Style& default_link_style() { return default_link_; }
  /// True for the id of a group that is open or was closed.
  bool is_group(std::string_view id) const;
  /// True for the id of a node or a group that was named before.
  bool is_known(std::string_view id) const { return vertex_index_.contains(std::string(id)) || is_group(id); }

  /// Closes what is open, then writes everything, resolved, into the diagram.
  void finish(Diagram& diagram);

 private:
  friend class MermaidResolver;
  void claim_members(MermaidSubgraph& group);

  Report& report_;
  std::vector<MermaidVertex> vertices_;
  std::unordered_map<std::string, std::size_t> vertex_index_;
  std::vector<MermaidEdge> edges_;
  std::unordered_map<std::string, std::size_t> edge_index_;
  std::vector<MermaidSubgraph> open_, closed_;
  std::unordered_set<std::string> group_ids_;
  std::unordered_map<std::string, std::size_t> owner_;  // id → index into closed_
  std::unordered_map<std::string, MermaidLooks> looks_;
  std::unordered_map<std::string, Style> classes_;
  Style node_base_, group_base_, link_base_, default_link_;
  std::uint32_t next_order_ = 0;
};

}  // namespace drawplate
