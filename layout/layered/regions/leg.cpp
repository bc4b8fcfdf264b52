// The leg is the cheapest way on the grid of what stands in the box, with less clearance where there is no room for more.
#include "layout/layered/regions/leg.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "layout/layered/detours/cheapest_way.h"

namespace drawplate::layered {
namespace {

/// How far a leg keeps from what stands in the box, the widest that lets it through: below 9 pt a line looks as if it touched,
/// but a drawing set small has gaps of no more than twice the last.
constexpr std::array<Pt, 4> clearances{9, 6, 4, 2.5};
/// Less than between two lines of the page: in a box there is little room to go round one.
constexpr double crossing = 45;

bool is_upright(Heading h) { return h == Heading::down || h == Heading::up; }

// The way in from the side that the start stands on.
Heading start_heading(const LegProblem& p) {
  const Rect& b = p.box;
  const std::array<Pt, 4> distance{std::abs(p.start.x - b.left()), std::abs(p.start.y - b.top()), std::abs(p.start.x - b.right()),
                                   std::abs(p.start.y - b.bottom())};
  return static_cast<Heading>(std::min_element(distance.begin(), distance.end()) - distance.begin());
}

// The middles of the target's sides, and straight on from the start if that meets its side not too near a corner.
std::vector<Stand> goals_of(const LegProblem& p) {
  const Rect& t = p.target;
  std::vector<Stand> goals{{{t.left(), t.mid_y()}, Heading::right},
                           {{t.mid_x(), t.top()}, Heading::down},
                           {{t.right(), t.mid_y()}, Heading::left},
                           {{t.mid_x(), t.bottom()}, Heading::up}};
  const double reach = p.outline == OutlineKind::box ? 0.5 : p.outline == OutlineKind::ellipse ? 0.25 : 0.15;
  const Heading heading = start_heading(p);
  const bool upright = is_upright(heading);
  const Pt off = upright ? p.start.x - t.mid_x() : p.start.y - t.mid_y();
  const Pt limit = (upright ? t.width : t.height) * reach - (p.outline == OutlineKind::box ? 8 : 0);
  if (std::abs(off) > limit) return goals;
  if (upright)
    goals.push_back({{p.start.x, heading == Heading::down ? t.top() : t.bottom()}, heading});
  else
    goals.push_back({{heading == Heading::right ? t.left() : t.right(), p.start.y}, heading});
  return goals;
}

std::vector<Point> leg_at(const LegProblem& p, Pt clearance) {
  WayProblem problem;
  problem.area = grown_by(p.box, -std::min(4.0, clearance / 2));
  problem.starts = {{p.start, start_heading(p)}};
  problem.goals = goals_of(p);
  problem.blocks = p.blocks;
  problem.blocks.push_back(grown_by(p.target, -clearance + 0.5));  // the leg ends right at it
  problem.shy = p.shy;
  for (const auto& [a, b] : p.lines) problem.fences.push_back({a, b, crossing});
  problem.clearance = clearance;
  return cheapest_way(problem);
}

// Where everything is blocked: straight in, then across.
std::vector<Point> simple_way(const LegProblem& p) {
  const Rect& t = p.target;
  const Point s = p.start;
  const bool upright = is_upright(start_heading(p));
  if (upright && s.x > t.left() && s.x < t.right()) return {s, {s.x, s.y < t.top() ? t.top() : t.bottom()}};
  if (!upright && s.y > t.top() && s.y < t.bottom()) return {s, {s.x < t.left() ? t.left() : t.right(), s.y}};
  if (upright) return {s, {s.x, t.mid_y()}, {s.x < t.left() ? t.left() : t.right(), t.mid_y()}};
  return {s, {t.mid_x(), s.y}, {t.mid_x(), s.y < t.top() ? t.top() : t.bottom()}};
}

}  // namespace

std::vector<Point> route_leg(const LegProblem& problem) {
  for (const Pt clearance : clearances)
    if (std::vector<Point> leg = leg_at(problem, clearance); leg.size() > 1) return leg;
  return simple_way(problem);
}

}  // namespace drawplate::layered
