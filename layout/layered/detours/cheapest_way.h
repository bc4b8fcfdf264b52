// The cheapest orthogonal way from some places to others round obstacles. It knows boxes and lines, and nothing of graphs.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "base/geometry.h"

namespace drawplate::layered {

enum class Heading : std::uint8_t { right, down, left, up };

/// Where a way may begin or end, with the direction in which it passes there.
struct Stand {
  Point at;
  Heading heading = Heading::down;
  double price = 0;
};

/// What costs when it is crossed, in points of length; to run along it costs far more.
struct Fence {
  Point a, b;  ///< axis-parallel
  double crossing = 0;
};

struct WayProblem {
  Rect area;  ///< ways stay inside
  std::vector<Stand> starts, goals;
  std::vector<Rect> blocks;  ///< never entered
  std::vector<Rect> shy;     ///< entered at a price: titles, labels
  std::vector<Fence> fences;
  Pt clearance = 9;  ///< from blocks and fences, for the places that a way may take
};

/// The corners of the cheapest way, ends included: length, corners and what is crossed, weighed; empty if there is none.
/// After Wybrow, Marriott and Stuckey, "Orthogonal connector routing" (GD 2009), on the whole grid of interesting places.
std::vector<Point> cheapest_way(const WayProblem& problem);

}  // namespace drawplate::layered
