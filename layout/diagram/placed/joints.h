// Where lines of one bus meet: such a corner stays square, so that trunk and arms read as one T.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/diagram/placed/placed.h"

namespace drawplate {

/// For each placed edge the indices of its route's corners where another line of the same source or target goes another way.
std::vector<std::vector<std::uint32_t>> bus_joints(const PlacedDiagram& placed);

}  // namespace drawplate
