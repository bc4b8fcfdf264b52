// Nodes are taken as their boxes: a line through the corner of an ellipse's box may be none through the ellipse, but looks bad, too.
#include "layout/layered/detours/hard_faults.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "layout/layered/detours/scene.h"

namespace drawplate::layered {
namespace {

constexpr Pt grazed = 1.5;           ///< a line may run along an outline, and this far inside of it
constexpr double most_across = 0.5;  ///< of a box at which a line ends, along the line

bool is_end(const LayoutEnd& end, std::size_t node) { return !end.is_group && end.index == node; }

// Whether one piece of the line runs through more than `most_across` of a box at which the line ends.
bool crosses_own_end(const Rect& box, const std::vector<Point>& line) {
  const Rect inside = grown_by(box, -grazed);
  for (std::size_t k = 0; k + 1 < line.size(); ++k) {
    const Rect piece = box_of_piece(line[k], line[k + 1]);
    const Pt x = std::min(piece.right(), box.right()) - std::max(piece.left(), box.left());
    const Pt y = std::min(piece.bottom(), box.bottom()) - std::max(piece.top(), box.top());
    if (x < 0 || y < 0) continue;
    const bool level = piece.width > piece.height;
    const bool runs_inside =
        level ? piece.y > inside.top() && piece.y < inside.bottom() : piece.x > inside.left() && piece.x < inside.right();
    if (runs_inside && (level ? x / std::max(1.0, box.width) : y / std::max(1.0, box.height)) > most_across) return true;
  }
  return false;
}

}  // namespace

bool runs_through(const LayoutGraph& graph, const Drawing& drawing, int edge) {
  const LayoutEdge& e = graph.edges[edge];
  const std::vector<Point>& line = drawing.edges[edge].points;
  if (!e.is_drawn) return false;
  if (line.size() < 2) return true;
  for (std::size_t v = 0; v < drawing.nodes.size(); ++v) {
    if (is_end(e.from, v) || is_end(e.to, v)) {
      if (crosses_own_end(drawing.nodes[v], line)) return true;
      continue;
    }
    const Rect inside = grown_by(drawing.nodes[v], -grazed);
    for (std::size_t k = 0; k + 1 < line.size(); ++k)
      if (overlaps(grown_by(box_of_piece(line[k], line[k + 1]), 0.01), inside)) return true;
  }
  return false;
}

bool label_is_hidden(const LayoutGraph& graph, const Drawing& drawing, int edge) {
  const LayoutEdge& e = graph.edges[edge];
  if (!e.is_drawn || e.label.width <= 0 || e.label.height <= 0) return false;
  const Rect& label = drawing.edges[edge].label;
  if (label.width <= 0) return true;
  const Rect ink = grown_by(label, -1);
  const auto is_hit = [&](const Rect& r) { return r.width > 0 && overlaps(ink, r); };
  if (std::any_of(drawing.nodes.begin(), drawing.nodes.end(), is_hit)) return true;
  if (std::any_of(drawing.titles.begin(), drawing.titles.end(), is_hit)) return true;
  for (std::size_t f = 0; f < drawing.edges.size(); ++f)
    if (static_cast<int>(f) != edge && is_hit(drawing.edges[f].label)) return true;
  return false;
}

int hard_faults(const LayoutGraph& graph, const Drawing& drawing) {
  int count = 0;
  for (int e = 0; e < static_cast<int>(graph.edges.size()); ++e)
    count += (runs_through(graph, drawing, e) ? 1 : 0) + (label_is_hidden(graph, drawing, e) ? 1 : 0);
  return count;
}

}  // namespace drawplate::layered
