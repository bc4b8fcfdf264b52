// See end_labels.h. Candidates stand on both sides of the line's last piece, nearest to the end first; the first that is free
// is taken, else the one that covers least.
#include "layout/diagram/placed/end_labels.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace drawplate {
namespace {

constexpr Em longest_line = 11;
constexpr int most_steps = 8;
constexpr std::size_t most_looked_at = 3000;  ///< things on the page; with more, a label stands where it first may

/// What a label may not cover.
struct Obstacles {
  std::vector<Rect> boxes;
  std::vector<std::pair<std::size_t, Rect>> pieces;  ///< of lines, with the placed edge they belong to
};

Rect piece_box(Point a, Point b) { return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)}; }

Pt shared_area(const Rect& a, const Rect& b) {
  const Pt width = std::min(a.right(), b.right()) - std::max(a.left(), b.left());
  const Pt height = std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
  return width > 0 && height > 0 ? width * height : 0;
}

Obstacles obstacles_of(const PlacedDiagram& placed, const LayoutContext& context) {
  Obstacles found;
  for (const PlacedNode& node : placed.nodes) found.boxes.push_back(node.box);
  for (const PlacedGroup& group : placed.groups) {
    found.boxes.push_back(panel_title_box(group.panel, group.place, context));
    const Rect box = group.place.box;  // its border, as four thin bars
    for (const Rect& bar : {Rect{box.x - 1, box.y, 2, box.height}, Rect{box.right() - 1, box.y, 2, box.height},
                            Rect{box.x, box.y - 1, box.width, 2}, Rect{box.x, box.bottom() - 1, box.width, 2}})
      found.boxes.push_back(bar);
  }
  for (std::size_t i = 0; i < placed.edges.size(); ++i) {
    if (placed.edges[i].label) found.boxes.push_back(placed.edges[i].label->box);
    const std::vector<Point>& route = placed.edges[i].route;
    for (std::size_t k = 0; k + 1 < route.size(); ++k) found.pieces.emplace_back(i, piece_box(route[k], route[k + 1]));
  }
  return found;
}

/// How much of the candidate is covered; its own line counts too, for all but the piece it stands beside.
double cost_of(const Rect& box, std::size_t edge, const Rect& own_piece, const Obstacles& obstacles) {
  double cost = 0;
  const Rect wide = grown_by(box, 1.5);
  for (const Rect& other : obstacles.boxes) cost += shared_area(wide, other);
  for (const auto& [owner, piece] : obstacles.pieces) {
    if (owner == edge && piece == own_piece) continue;
    cost += 4 * shared_area(wide, grown_by(piece, 1.5));
  }
  return cost;
}

/// One label beside the piece from `end` towards `next`: on either side, further and further from the end.
std::vector<Rect> candidates(Point end, Point next, Size size, Pt head, Pt gap) {
  std::vector<Rect> out;
  const Vec way = next - end;
  const bool upright = std::abs(way.y) > std::abs(way.x);
  const Pt along = upright ? size.height : size.width;
  const Pt room = std::max(0.0, (upright ? std::abs(way.y) : std::abs(way.x)) - head - along);
  for (int step = 0; step <= most_steps; ++step) {
    const Pt from = head + room * step / most_steps;
    if (upright) {
      const Pt y = way.y > 0 ? end.y + from : end.y - from - size.height;
      out.push_back({end.x + gap, y, size.width, size.height});
      out.push_back({end.x - gap - size.width, y, size.width, size.height});
    } else {
      const Pt x = way.x > 0 ? end.x + from : end.x - from - size.width;
      out.push_back({x, end.y - gap - size.height, size.width, size.height});
      out.push_back({x, end.y + gap, size.width, size.height});
    }
    if (room == 0) break;
  }
  return out;
}

/// One end of a line.
struct LineEnd {
  const PlacedEdge& edge;
  std::size_t index = 0;  ///< of the placed edge
  bool at_start = false;
};

/// Nothing where every place would cover other text or a node: a label that cannot be read is worse than none.
std::optional<PlacedLabel> place_one(const LaidOutParagraph& text, const LineEnd& at, const Obstacles& obstacles, double scale) {
  const auto& route = at.edge.route;
  const Point end = at.at_start ? route.front() : route.back(), next = at.at_start ? route[1] : route[route.size() - 2];
  const Rect own = piece_box(end, next);
  std::vector<Rect> places = candidates(end, next, {text.width, text.height}, 6 * scale, 4 * scale);
  for (const Rect& further : candidates(end, next, {text.width, text.height}, 6 * scale, 10 * scale)) places.push_back(further);
  const bool crowded = obstacles.boxes.size() + obstacles.pieces.size() > most_looked_at;
  Rect best = places.front();
  double least = crowded ? 0 : cost_of(best, at.index, own, obstacles);
  for (const Rect& place : places) {
    if (least <= 0) break;
    const double cost = cost_of(place, at.index, own, obstacles);
    if (cost < least) least = cost, best = place;
  }
  const auto covers = [&](const Rect& other) { return shared_area(best, other) > 0; };
  if (!crowded && least > 0 && std::any_of(obstacles.boxes.begin(), obstacles.boxes.end(), covers)) return std::nullopt;
  return PlacedLabel{text, best};
}

}  // namespace

EndTexts layout_end_texts(const Edge& edge, const LayoutContext& context) {
  EndTexts out;
  const ParagraphStyle style = label_style(edge, Align::center, context);
  const Pt most = longest_line * style.text.size;
  if (!edge.tail_label.empty()) out.tail = layout_paragraph(edge.tail_label, style, most, context.fonts, context.report);
  if (!edge.head_label.empty()) out.head = layout_paragraph(edge.head_label, style, most, context.fonts, context.report);
  return out;
}

Size room_for(const EndTexts& texts) {
  Size room;
  for (const auto& text : {texts.tail, texts.head})
    if (text) room = {std::max(room.width, text->width), room.height + text->height};
  return room;
}

void place_end_labels(PlacedDiagram& placed, const std::vector<EndTexts>& texts, const LayoutContext& context) {
  if (std::none_of(texts.begin(), texts.end(), [](const EndTexts& t) { return t.tail || t.head; })) return;
  Obstacles obstacles = obstacles_of(placed, context);
  const double scale = context.scale.geometry;
  for (std::size_t i = 0; i < placed.edges.size(); ++i) {
    PlacedEdge& edge = placed.edges[i];
    const EndTexts& own = texts[edge.edge];
    for (const bool at_start : {true, false}) {
      const auto& text = at_start ? own.tail : own.head;
      if (!text) continue;
      std::optional<PlacedLabel> label = place_one(*text, {edge, i, at_start}, obstacles, scale);
      if (!label) {
        const Edge& source = placed.diagram->edges[edge.edge];
        context.report.warning(source.origin, fmt::format("there is no room for the label at the {} of '{}'; it is left out",
                                                          at_start ? "start" : "end", source.id));
        continue;
      }
      label->at_start = at_start;
      obstacles.boxes.push_back(label->box);
      edge.end_labels.push_back(std::move(*label));
    }
  }
}

}  // namespace drawplate
