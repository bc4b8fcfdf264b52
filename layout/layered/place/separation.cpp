// Projected descent with Nesterov's acceleration. The projection packs everything to the right of where it wants to be, and
// to the left, and takes the mean: both hold the distances, and so does their mean; a crowded row ends up centred.
#include "layout/layered/place/separation.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

namespace drawplate::layered {
namespace {

// Separations sorted so that one pass in order sees each variable final before it is used; empty if there is a cycle.
std::vector<Separation> in_topological_order(const LineProblem& p) {
  std::vector<int> waiting(p.count, 0), ready, begin(p.count + 1, 0);
  for (const Separation& s : p.separations) ++waiting[s.right], ++begin[s.left + 1];
  for (int v = 0; v < p.count; ++v) begin[v + 1] += begin[v];
  std::vector<Separation> by_left(p.separations.size()), sorted;
  std::vector<int> fill(begin.begin(), begin.end() - 1);
  for (const Separation& s : p.separations) by_left[fill[s.left]++] = s;
  for (int v = 0; v < p.count; ++v)
    if (waiting[v] == 0) ready.push_back(v);
  sorted.reserve(by_left.size());
  for (std::size_t k = 0; k < ready.size(); ++k)
    for (int i = begin[ready[k]]; i < begin[ready[k] + 1]; ++i) {
      sorted.push_back(by_left[i]);
      if (--waiting[by_left[i].right] == 0) ready.push_back(by_left[i].right);
    }
  if (ready.size() != static_cast<std::size_t>(p.count)) sorted.clear();
  return sorted;
}

constexpr Pt still = 0.01;  ///< steps smaller than this end the search
/// Nothing holds the whole in its place: in a large problem the search ends when all move nearly alike.
constexpr int large = 400;
constexpr Pt nearly_still = 0.02;

class LineSolver {
 public:
  explicit LineSolver(const LineProblem& p)
      : p_(p), separations_(in_topological_order(p)), curvature_(p.count, 1e-6), gradient_(p.count, 0) {
    for (const Spring& s : p.springs) curvature_[s.a] += 4 * s.weight, curvature_[s.b] += 4 * s.weight;
    for (const Centring& c : p.centrings) {
      curvature_[c.middle] += 4 * c.weight;
      curvature_[c.a] += 2 * c.weight;
      curvature_[c.b] += 2 * c.weight;
    }
  }

  std::vector<Pt> solve(std::vector<Pt> x, int rounds) {
    const bool is_large = p_.count > large;
    project(x);
    std::vector<Pt> look = x, next;
    double t = 1, energy = energy_of(x);
    for (int round = 0; round < rounds; ++round) {
      find_gradient(look);
      next = look;
      for (int v = 0; v < p_.count; ++v) next[v] -= gradient_[v] / curvature_[v];
      project(next);
      const double next_energy = energy_of(next);
      const double t_next = next_energy > energy ? 1 : (1 + std::sqrt(1 + 4 * t * t)) / 2;
      const double ahead = next_energy > energy ? 0 : (t - 1) / t_next;
      Pt least = std::numeric_limits<Pt>::infinity(), most = -least;
      for (int v = 0; v < p_.count; ++v) {
        const Pt moved = next[v] - x[v];
        least = std::min(least, moved);
        most = std::max(most, moved);
        look[v] = next[v] + ahead * moved;
      }
      x.swap(next);
      t = t_next;
      energy = next_energy;
      if (round > 10 && (is_large ? most - least < nearly_still : std::max(most, -least) < still)) break;
    }
    return x;
  }

 private:
  void project(std::vector<Pt>& x) {
    low_ = x;
    high_ = x;
    for (const Separation& s : separations_) low_[s.right] = std::max(low_[s.right], low_[s.left] + s.gap);
    for (auto s = separations_.rbegin(); s != separations_.rend(); ++s) high_[s->left] = std::min(high_[s->left], high_[s->right] - s->gap);
    for (int v = 0; v < p_.count; ++v) x[v] = (low_[v] + high_[v]) / 2;
  }

  void find_gradient(const std::vector<Pt>& x) {
    std::fill(gradient_.begin(), gradient_.end(), 0.0);
    for (const Spring& s : p_.springs) {
      const double pull = 2 * s.weight * (x[s.a] - x[s.b] - s.offset);
      gradient_[s.a] += pull;
      gradient_[s.b] -= pull;
    }
    for (const Centring& c : p_.centrings) {
      const double pull = 2 * c.weight * (x[c.middle] - (x[c.a] + x[c.b]) / 2);
      gradient_[c.middle] += pull;
      gradient_[c.a] -= pull / 2;
      gradient_[c.b] -= pull / 2;
    }
  }

  double energy_of(const std::vector<Pt>& x) const {
    double sum = 0;
    for (const Spring& s : p_.springs) {
      const double d = x[s.a] - x[s.b] - s.offset;
      sum += s.weight * d * d;
    }
    for (const Centring& c : p_.centrings) {
      const double d = x[c.middle] - (x[c.a] + x[c.b]) / 2;
      sum += c.weight * d * d;
    }
    return sum;
  }

  const LineProblem& p_;
  std::vector<Separation> separations_;
  std::vector<double> curvature_, gradient_;
  std::vector<Pt> low_, high_;
};

}  // namespace

bool is_feasible(const LineProblem& problem) { return problem.separations.empty() || !in_topological_order(problem).empty(); }

std::vector<Pt> solve_line(const LineProblem& problem, std::vector<Pt> x, int rounds) {
  assert(is_feasible(problem));
  return LineSolver(problem).solve(std::move(x), rounds);
}

}  // namespace drawplate::layered
