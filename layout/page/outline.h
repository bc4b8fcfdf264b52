// The outlines of shapes, one function each, and lines drawn inside them. Proportions are those of the DrawingML presets that
// layout/page/shapes names beside them, so that a PPTX preset and a path drawn from here cover the same ground. It knows no
// colours and no text.
#pragma once

#include "base/geometry.h"

namespace drawplate {

/// Continues a path by an arc of an ellipse with half axes rx and ry, from the angle `start` through `sweep`, as DrawingML's
/// arcTo: degrees, clockwise on the page, measured as seen (not as the ellipse's parameter). `from` is the path's last point.
/// Returns the arc's end.
Point arc_to(Path& path, Point from, Size half_axes, double start, double sweep);

/// Closed paths that fill the box, and open ones for the lines inside: a lid, a fold, bars.
namespace outline {

Path rectangle(Rect box);
Path diamond(Rect box);
Path hexagon(Rect box);
Path octagon(Rect box);
Path parallelogram(Rect box);
Path parallelogram_back(Rect box);
Path trapezoid(Rect box);
Path trapezoid_inverted(Rect box);
Path triangle(Rect box);
Path triangle_inverted(Rect box);
Path cylinder(Rect box);
Path cylinder_lid(Rect box);
/// A cylinder that lies.
Path drum(Rect box);
Path drum_lid(Rect box);
Path document(Rect box);
Path documents(Rect box);
Path documents_edges(Rect box);
Path cloud(Rect box);
Path note(Rect box);
Path note_fold(Rect box);
Path subroutine_bars(Rect box);
Path tag(Rect box);
Path asymmetric(Rect box);
Path folder(Rect box);
Path component(Rect box);
Path component_lugs(Rect box);
Path house(Rect box);
/// A stick figure as high as the box, in its middle.
Path actor_head(Rect box);
Path actor_body(Rect box);

}  // namespace outline
}  // namespace drawplate
