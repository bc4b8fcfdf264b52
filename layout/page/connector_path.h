// What is drawn of a connector: its shaft with rounded or cut corners, shortened where a head begins, its dashes and its
// heads. It reads the page model's geometry only; colours are the writer's.
#pragma once

#include <vector>

#include "layout/page/page.h"

namespace drawplate {

/// One arrow head. Filled heads are also stroked, thinly and with round joins, so that no corner is needle-sharp and no seam
/// shows; the others are stroked with the connector's own width and round joins.
struct HeadDrawing {
  Path path;
  bool filled = false;
  Pt stroke_width = 0;
};

struct ConnectorDrawing {
  Path shaft;              ///< butt caps
  std::vector<Pt> dashes;  ///< on, off, …; empty: solid
  std::vector<HeadDrawing> heads;
};

ConnectorDrawing draw_connector(const Connector& connector);

/// The whole route with its corners rounded or cut, from end to end.
Path connector_path(const Connector& connector);

/// Length and width of a head: 2, 3 or 5 times max(stroke width, 2 pt).
Pt head_length(const Arrow& arrow, Pt stroke_width);

/// On and off lengths in points. Where `path_length` is not 0 the gaps are stretched so that the path ends with a whole dash;
/// a path too short for two dashes is solid.
std::vector<Pt> dash_lengths(Dash dash, Pt width, Pt path_length);

/// Sum of the lengths of lines and curves, to about a thousandth.
Pt path_length(const Path& path);

}  // namespace drawplate
