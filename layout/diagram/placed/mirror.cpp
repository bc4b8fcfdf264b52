// See mirror.h.
#include "layout/diagram/placed/mirror.h"

#include <optional>

namespace drawplate {
namespace {

Side mirrored(Side side) { return side == Side::left ? Side::right : side == Side::right ? Side::left : side; }

Direction mirrored(Direction direction) {
  return direction == Direction::left ? Direction::right : direction == Direction::right ? Direction::left : direction;
}

Align mirrored(Align align) { return align == Align::left ? Align::right : align == Align::right ? Align::left : align; }

template <class Value>
void mirror_wish(std::optional<Value>& wish) {
  if (wish) wish = mirrored(*wish);
}

/// Lines keep their own order of words: each moves as a whole.
void mirror_lines(LaidOutParagraph& text) {
  text.paragraph.align = mirrored(text.paragraph.align);
  for (Line& line : text.paragraph.lines) {
    const Pt by = text.width - line.width - 2 * line.left;
    line.left += by;
    for (GlyphRun& run : line.runs) run.origin.x += by;
  }
}

}  // namespace

Diagram with_sides_mirrored(Diagram diagram) {
  mirror_wish(diagram.direction);
  for (Group& group : diagram.groups) mirror_wish(group.direction);
  for (Edge& edge : diagram.edges) {
    mirror_wish(edge.from_side);
    mirror_wish(edge.to_side);
  }
  return diagram;
}

void mirror(PlacedDiagram& placed) {
  const auto turn = [&](Rect& box) { box.x = placed.page.width - box.right(); };
  const auto mirror_label = [&](PlacedLabel& label) {
    turn(label.box);
    mirror_lines(label.text);
  };
  placed.direction = mirrored(placed.direction);
  for (PlacedNode& node : placed.nodes) turn(node.box);
  for (PlacedGroup& group : placed.groups) {
    turn(group.place.box);
    if (group.place.title) turn(*group.place.title);
  }
  for (PlacedEdge& edge : placed.edges) {
    for (Point& at : edge.route) at.x = placed.page.width - at.x;
    edge.from_side = mirrored(edge.from_side);
    edge.to_side = mirrored(edge.to_side);
    if (edge.label) mirror_label(*edge.label);
    for (PlacedLabel& label : edge.end_labels) mirror_label(label);
  }
  for (PlacedLegendEntry& entry : placed.legend) {
    turn(entry.sample);
    mirror_label(entry.label);
  }
  for (std::optional<PlacedTitle>* title : {&placed.title, &placed.subtitle}) {
    if (!*title) continue;
    turn((*title)->box);
    mirror_lines((*title)->text);
  }
}

}  // namespace drawplate
