// The horizontal pieces of lines between two layers: which track each runs on.
#pragma once

#include <vector>

#include "layout/layered/route/ports.h"

namespace drawplate::layered {

/// By link: the track in the channel below its upper item, counted from the top; none for a straight line.
struct Tracks {
  std::vector<int> of;
  std::vector<int> count;  ///< by channel; channel i lies below layer i
};

/// Requires: ports as assign_ports ensures.
/// Ensures: two lines on one track do not touch unless they share the source's or the target's end; where a line comes down
/// at the x at which another goes on, its track lies above the other's, unless the two do so mutually.
Tracks assign_tracks(const Flat& flat, const Ranked& ranked, const Ports& ports);

}  // namespace drawplate::layered
