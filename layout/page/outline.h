// The geometry of shape kinds. Proportions are those of the DrawingML presets named below, so that a PPTX preset
// and a path drawn from here cover the same ground. It knows no colours and no text.
#pragma once

#include "layout/page/page.h"

namespace drawplate {

/// The closed outline of a kind in `box`; what is filled and stroked. `radius` means something for round_rect alone.
///
/// Presets with the same geometry at their default adjust values: rect, roundRect, ellipse, diamond, hexagon, octagon,
/// parallelogram (back: flipH), trapezoid (inverted: flipV), triangle (inverted: flipV), can, flowChartMagneticDrum (lying
/// cylinder and queue), flowChartDocument, flowChartMultidocument, cloud, foldedCorner (note), flowChartPredefinedProcess
/// (subroutine), homePlate (tag), flowChartOffpageConnector with flipV (house). Actor, asymmetric, folder and component have
/// no preset: PPTX writes these paths as custom geometry.
Path shape_outline(ShapeKind kind, Rect box, Pt radius);

/// Lines inside the outline, stroked and never filled: a cylinder's lid, the bars of a subroutine. Empty for most kinds.
Path shape_details(ShapeKind kind, Rect box);

/// Continues a path by an arc of an ellipse with half axes rx and ry, from the angle `start` through `sweep`, as DrawingML's
/// arcTo: degrees, clockwise on the page, measured as seen (not as the ellipse's parameter). `from` is the path's last point.
/// Returns the arc's end.
Point arc_to(Path& path, Point from, Size half_axes, double start, double sweep);

}  // namespace drawplate
