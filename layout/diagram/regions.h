// Which groups are laid out on their own and stand in their surroundings as one box.
#pragma once

#include "layout/diagram/layered.h"

namespace drawplate::layered {

/// A piece of the graph with one flow: the page, or a group no edge of which leaves it.
struct Region {
  int group = none;  ///< none: the page
  Direction direction = Direction::down;
  std::vector<int> nodes;   ///< of the graph
  std::vector<int> groups;  ///< groups within the same flow, parents first
  std::vector<int> boxes;   ///< groups that are regions of their own, seen from outside
};

struct Regions {
  std::vector<Region> all;           ///< 0 is the page; outer ones before inner ones
  std::vector<int> of_group;         ///< by group: its region if it is one of its own, else none
  std::vector<int> groups_by_depth;  ///< all groups, parents first
};

/// Requires: groups without cycles.
Regions find_regions(const LayoutGraph& graph);

}  // namespace drawplate::layered
