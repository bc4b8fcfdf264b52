// Where on a node's top or bottom side each line ends.
#pragma once

#include <vector>

#include "layout/layered/model/layered.h"

namespace drawplate::layered {

/// x of each link's upper and lower end.
struct Ports {
  std::vector<Pt> upper, lower;
  std::vector<signed char> upper_side, lower_side;  ///< -1, 1: at the left, right side's middle, from where it runs to x; else 0
};

/// Requires: placed items.
/// Ensures: ends at bends are at their anchor; ends on one side of a node are in the order of where they go, either at one
/// point (a trunk, only of lines that look alike and share nothing else) or at least half a port gap apart where the side has
/// room; a line is straight wherever both sides allow.
Ports assign_ports(const Flat& flat, const Ranked& ranked);

}  // namespace drawplate::layered
