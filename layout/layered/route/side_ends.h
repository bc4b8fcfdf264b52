// Lines that leave or enter a node at its side and so need one corner instead of two.
#pragma once

#include "layout/layered/route/ports.h"

namespace drawplate::layered {

/// Requires: ports as assign_ports ensures.
/// Ensures: an outermost line of a fan whose other end lies beyond the node's side, with nothing between in the node's layer,
/// ends at the middle of that side; it is straight in its channel then. A fan's two outermost lines do so both or not at all.
void use_sides(const Flat& flat, const Ranked& ranked, Ports& ports);

}  // namespace drawplate::layered
