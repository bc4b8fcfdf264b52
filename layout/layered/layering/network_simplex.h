// Whole-number ranks of least total weighted length (Gansner, Koutsofios, North & Vo, "A technique for drawing directed
// graphs", TSE 1993). It knows graphs of numbers only.
#pragma once

#include <vector>

namespace drawplate::layered {

struct RankEdge {
  int from = 0, to = 0;
  int min_length = 1;
  int weight = 1;
};

/// Requires: the edges form no cycle; ends in 0 … count-1; weights >= 0.
/// Ensures: rank[to] - rank[from] >= min_length for every edge; the least rank of every connected part is 0;
/// the weighted sum of lengths is least unless `max_pivots` was reached first.
std::vector<int> network_simplex(int count, const std::vector<RankEdge>& edges, int max_pivots);

}  // namespace drawplate::layered
