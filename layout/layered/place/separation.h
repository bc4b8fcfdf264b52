// Positions on a line: springs between variables, least distances that always hold. It knows nothing of graphs.
#pragma once

#include <vector>

#include "base/units.h"

namespace drawplate::layered {

/// x[right] - x[left] >= gap
struct Separation {
  int left = 0, right = 0;
  Pt gap = 0;
};

/// weight * (x[a] - x[b] - offset)^2
struct Spring {
  int a = 0, b = 0;
  double weight = 1;
  Pt offset = 0;
};

/// weight * (x[middle] - (x[a] + x[b]) / 2)^2
struct Centring {
  int middle = 0, a = 0, b = 0;
  double weight = 1;
};

struct LineProblem {
  int count = 0;
  std::vector<Separation> separations;
  std::vector<Spring> springs;
  std::vector<Centring> centrings;
};

/// Whether the separations can hold at all: no cycle among them.
bool is_feasible(const LineProblem& problem);

/// Requires: is_feasible.
/// `x` is where the search begins, one entry a variable.
/// Ensures: every separation holds (to 1e-6); the energy is as low as `rounds` steps of accelerated projected descent bring it.
std::vector<Pt> solve_line(const LineProblem& problem, std::vector<Pt> x, int rounds);

}  // namespace drawplate::layered
