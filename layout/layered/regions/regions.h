// Which groups are laid out on their own and stand in their surroundings as one box.
#pragma once

#include <vector>

#include "layout/layered/model/layered.h"

namespace drawplate::layered {

/// A piece of the graph with one flow: the page, a group that no edge leaves, a group with a direction of its own, or
/// one of many loose things.
struct Region {
  int group = none;  ///< none: the page
  int outer = none;  ///< the region around it
  Direction direction = Direction::down;
  std::vector<int> nodes;   ///< of the graph
  std::vector<int> groups;  ///< groups within the same flow, parents first
  std::vector<int> boxes;   ///< groups that are regions of their own, seen from outside
};

/// Where an edge is laid out: in the innermost region around both ends. An end further inside is stood for by its box there.
struct EdgePlace {
  int region = 0;
  int from_box = none, to_box = none;  ///< groups
};

struct Regions {
  std::vector<Region> all;    ///< 0 is the page; outer ones before inner ones
  std::vector<int> of_group;  ///< by group: its region if it is one of its own, else none
  std::vector<EdgePlace> edges;
};

/// Requires: groups without cycles.
Regions find_regions(const LayoutGraph& graph);

}  // namespace drawplate::layered
