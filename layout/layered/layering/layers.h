// Which layer each node stands in.
#pragma once

#include <vector>

#include "layout/layered/layering/cycles.h"
#include "layout/layered/model/layered.h"

namespace drawplate::layered {

struct Layering {
  std::vector<int> node;          ///< layer of each node
  std::vector<GroupSpan> groups;  ///< layers of each group
  int count = 0;
};

/// The rows that the wishes of `flat.same_row` make: by node, the first node of its row; empty where there is no wish.
/// Ensures: with these rows, find_feedback finds an order for every edge that has one without them. A wish that takes part in
/// no such order is left out, alone.
std::vector<int> find_rows(const Flat& flat);

/// Requires: `row_of` as find_rows ensures, or empty: every node stands alone; `runs` as find_feedback ensures for these rows.
/// Ensures: an edge that runs forward spans at least its min_length layers downwards, a backward one upwards; an edge with a
/// label leaves a layer free for it; nodes of one row stand in one layer; a group's span holds its members' layers; no layer is
/// empty of both nodes and labels; layers count from 0.
Layering assign_layers(const Flat& flat, const std::vector<Run>& runs, const std::vector<int>& row_of = {});

}  // namespace drawplate::layered
