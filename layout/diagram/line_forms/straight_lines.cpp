// See straight_lines.h. Tried in turn: from end to end; between the middles of two sides; through some of the corners, and
// middles of pieces, that the line has now, the way with the fewest pieces.
#include "layout/diagram/line_forms/straight_lines.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "layout/page/side.h"

namespace drawplate {
namespace {

constexpr double flattest = 0.2;  ///< sine of the least angle between a line and the side it ends at
constexpr std::size_t most_points = 24;
constexpr std::array sides{Side::top, Side::right, Side::bottom, Side::left};

Vec outward(Side side) {
  constexpr std::array<Vec, 4> normals{Vec{0, -1}, Vec{1, 0}, Vec{0, 1}, Vec{-1, 0}};
  return normals[static_cast<std::size_t>(side)];
}

/// True where a line from `at` to `next` leaves the side well.
bool leaves(Point at, Side side, Point next) {
  const Vec way = next - at, normal = outward(side);
  return way.x * normal.x + way.y * normal.y > flattest * length(way);
}

struct Candidate {
  Polyline line;
  Side from = Side::top, to = Side::top;
};

bool ends_well(const Candidate& c) {
  const std::size_t n = c.line.size();
  return leaves(c.line[0], c.from, c.line[1]) && leaves(c.line[n - 1], c.to, c.line[n - 2]);
}

class Straightener {
 public:
  Straightener(LineField& field, PlacedDiagram& placed) : field_(field), placed_(placed) {}

  // A label that has moved with its line may leave room for another one: those left over get a second chance.
  void run() {
    for (int round = 0; round < 2; ++round)
      for (std::size_t i = 0; i < placed_.edges.size(); ++i)
        if (field_.may_change(i) && placed_.edges[i].route.size() > 2) straighten(i);
  }

 private:
  void straighten(std::size_t i) {
    const PlacedEdge& edge = placed_.edges[i];
    if (take(i, {{edge.route.front(), edge.route.back()}, edge.from_side, edge.to_side})) return;
    for (const Candidate& c : between_sites(i))
      if (take(i, c)) return;
    if (const auto line = fewest_pieces(i)) take(i, {*line, edge.from_side, edge.to_side});
  }

  bool take(std::size_t i, const Candidate& c) {
    if (!ends_well(c) || !field_.is_clear(i, c.line)) return false;
    const auto label = field_.label_beside(i, c.line);
    if (!label) return false;
    PlacedEdge& edge = placed_.edges[i];
    edge.kind = RouteKind::straight;
    edge.route = c.line;
    edge.from_side = c.from;
    edge.to_side = c.to;
    field_.settle(i, c.line, *label);
    return true;
  }

  /// The shortest first.
  std::vector<Candidate> between_sites(std::size_t i) const {
    const Rect a = field_.end_box(i, true), b = field_.end_box(i, false);
    std::vector<Candidate> found;
    for (const Side from : sides)
      for (const Side to : sides) {
        Candidate c{{middle_of(a, from), middle_of(b, to)}, from, to};
        if (ends_well(c) && field_.is_end_free(i, true, c.line[0]) && field_.is_end_free(i, false, c.line[1])) found.push_back(c);
      }
    std::stable_sort(found.begin(), found.end(),
                     [](const Candidate& p, const Candidate& q) { return length(p.line[1] - p.line[0]) < length(q.line[1] - q.line[0]); });
    return found;
  }

  std::optional<Polyline> fewest_pieces(std::size_t i) const {
    const PlacedEdge& edge = placed_.edges[i];
    Polyline points;
    for (std::size_t k = 0; k + 1 < edge.route.size(); ++k) {
      points.push_back(edge.route[k]);
      if (k > 0 && k + 2 < edge.route.size()) points.push_back(edge.route[k] + (edge.route[k + 1] - edge.route[k]) * 0.5);
    }
    points.push_back(edge.route.back());
    if (points.size() > most_points) return std::nullopt;
    return shortest_chain(i, points);
  }

  // From the first point to the last by pieces that are clear, each a step forward; a piece costs more than any way round.
  std::optional<Polyline> shortest_chain(std::size_t i, const Polyline& points) const {
    constexpr double piece = 1e4, unknown = 1e18;
    const PlacedEdge& edge = placed_.edges[i];
    const std::size_t last = points.size() - 1;
    std::vector<double> cost(points.size(), unknown);
    std::vector<std::size_t> before(points.size(), 0);
    cost[0] = 0;
    for (std::size_t q = 1; q <= last; ++q)
      for (std::size_t p = 0; p < q; ++p) {
        const double sum = cost[p] + piece + length(points[q] - points[p]);
        if (cost[p] >= unknown || sum >= cost[q]) continue;
        if ((p == 0 && !leaves(points[0], edge.from_side, points[q])) || (q == last && !leaves(points[last], edge.to_side, points[p])))
          continue;
        if (!field_.is_piece_clear(i, points[p], points[q])) continue;
        cost[q] = sum;
        before[q] = p;
      }
    if (cost[last] >= unknown) return std::nullopt;
    Polyline line;
    for (std::size_t at = last; at != 0; at = before[at]) line.push_back(points[at]);
    line.push_back(points[0]);
    std::ranges::reverse(line);
    if (line.size() >= edge.route.size()) return std::nullopt;
    return line;
  }

  LineField& field_;
  PlacedDiagram& placed_;
};

}  // namespace

void straighten_lines(LineField& field, PlacedDiagram& placed) { Straightener(field, placed).run(); }

}  // namespace drawplate
