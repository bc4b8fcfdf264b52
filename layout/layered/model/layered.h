// The layered layout's working data: one connected part of a graph, flowing down. Each phase reads what the earlier ones
// decided and fills in its own part. No phase knows of directions; compose.cpp turns the graph before and after.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/layered/model/graph.h"

namespace drawplate::layered {

inline constexpr int none = -1;

struct End {
  bool is_group = false;
  int index = 0;
  friend bool operator==(const End&, const End&) = default;
};

struct FlatNode {
  Pt width = 0, height = 0;
  int group = none;
  OutlineKind outline = OutlineKind::box;
  int written = 0;  ///< its place in the author's order; of a group that stands here as a box, its first member's
  friend bool operator==(const FlatNode&, const FlatNode&) = default;
};

struct FlatGroup {
  int parent = none;
  Insets pad;  ///< with the title's strip
  Pt min_width = 0, min_height = 0;
  Pt title_length = 0, title_depth = 0;  ///< along and across the side it stands on
  Side title_side = Side::top;
};

struct FlatEdge {
  End from, to;
  Pt label_width = 0, label_height = 0;
  bool label_before = false;  ///< the label stands left of its line, not right
  int min_length = 1;
  double weight = 1;
  std::uint32_t look = 0;
  Pt head = 10, tail = 0;
  bool from_pinned = false, to_pinned = false;  ///< the end wants to be this far from the middle of its node, across the flow
  Pt from_offset = 0, to_offset = 0;
  bool is_drawn = true;  ///< else its ends keep the order and the distance it asks for, but it needs no way along a row
  friend bool operator==(const FlatEdge&, const FlatEdge&) = default;
};

/// The part's graph: a compound graph whose edges flow down.
struct Flat {
  std::vector<FlatNode> nodes;
  std::vector<FlatGroup> groups;  ///< parents stand before their children
  std::vector<FlatEdge> edges;
  std::vector<std::vector<int>> same_row;  ///< nodes that want one layer
  std::vector<std::vector<int>> in_order;  ///< nodes that want this order
  std::vector<std::vector<int>> aligned;   ///< nodes that want their middles on one line along the flow
  LayoutSpacing spacing;
  LayoutVariant variant;
  LayoutVariant* asked = nullptr;  ///< where set: which of the variant's choices a phase came to
};

/// Whether the variant chooses so. Phases ask only where the answer may change what they do.
inline bool chooses(const Flat& flat, bool LayoutVariant::*choice) {
  if (flat.asked) flat.asked->*choice = true;
  return flat.variant.*choice;
}

enum class ItemKind : std::uint8_t { node, bend, label, border_left, border_right, group_port, lane };

/// One thing with a place in a layer. `left` and `right` are its extents from the anchor `x`, at which lines meet it.
struct Item {
  ItemKind kind = ItemKind::node;
  int ref = 0;       ///< node, edge or group
  int group = none;  ///< innermost group around it (a border: the group it belongs to)
  int layer = 0;
  int pos = 0;  ///< index in its layer
  Pt left = 0, right = 0, height = 0;
  Pt x = 0, y = 0;  ///< anchor across, middle along
};

/// A piece of an edge between items of neighbouring layers.
struct Link {
  int upper = 0, lower = 0;
  int edge = none;    ///< none: a group's border
  double weight = 1;  ///< of a crossing
};

/// The items an edge runs through, downwards. At lanes two neighbours stand in one layer.
struct Chain {
  std::vector<int> items;
  bool reversed = false;  ///< it runs against the flow: drawn from the last item to the first
  bool self_loop = false;
  bool level = false;  ///< its ends stand in one layer: it goes down and up again, or over a lane between them; undrawn, nowhere
};

struct GroupSpan {
  int first = 0, last = -1;  ///< layers
};

struct Ranked {
  std::vector<Item> items;
  std::vector<std::vector<int>> layers;  ///< items by place
  std::vector<Link> links;
  std::vector<std::vector<int>> up, down;  ///< links of an item to the layer above and below
  std::vector<Chain> chains;               ///< by edge
  std::vector<GroupSpan> spans;            ///< by group
};

/// Where things are, flowing down.
struct FlatDrawing {
  struct Line {
    std::vector<Point> points;
    Rect label;
  };
  std::vector<Rect> nodes, groups, titles;
  std::vector<Line> edges;
  std::vector<char> title_clear;  ///< by group: no line crosses its title
};

/// The groups around `group`, itself first.
std::vector<int> ancestors(const Flat& flat, int group);
/// The innermost group around both; none where they have only the page in common.
int common_group(const Flat& flat, int a, int b);
/// How far from the middle of its upper (lower) item a link wants to end; null where it has no wish.
const Pt* pinned_offset(const Flat& flat, const Ranked& ranked, int link, bool upper);
bool is_inside(const Flat& flat, int group, int ancestor);

}  // namespace drawplate::layered
