// Which layer each node stands in.
#pragma once

#include <vector>

#include "layout/diagram/cycles.h"
#include "layout/diagram/layered.h"

namespace drawplate::layered {

struct Layering {
  std::vector<int> node;          ///< layer of each node
  std::vector<GroupSpan> groups;  ///< layers of each group
  int count = 0;
};

/// Requires: `runs` as find_feedback ensures.
/// Ensures: an edge that runs forward spans at least its min_length layers downwards, a backward one upwards; an edge with a
/// label leaves a layer free for it; a group's span holds its members' layers; no layer is empty of both nodes and labels;
/// layers count from 0.
Layering assign_layers(const Flat& flat, const std::vector<Run>& runs);

}  // namespace drawplate::layered
