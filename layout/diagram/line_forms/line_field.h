// What stands on a page around a line that is to take another form: boxes, titles, labels, borders and the other lines. Lines
// are polylines of any slant here; a curve is asked about as the polyline that follows it.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "layout/diagram/placed/placed.h"

namespace drawplate {

using Polyline = std::vector<Point>;

/// The least distance between a piece of a line and a box; 0 where they meet.
Pt distance(Point a, Point b, const Rect& box);

class LineField {
 public:
  /// Requires: every route is axis-parallel. `air` is the scale of all clearances.
  LineField(PlacedDiagram& placed, const LayoutContext& context);

  /// False for loops, and for lines between a group and what is in it: these keep their form.
  bool may_change(std::size_t edge) const;
  /// True where the line is clear of all but its ends, meets only the borders it has to, lies on no other line, and
  /// crosses no more of them than the edge's present one.
  bool is_clear(std::size_t edge, const Polyline& line) const;
  /// The same of one piece of a line, as far as it can be told from the piece alone; it keeps clear of the edge's own label too.
  bool is_piece_clear(std::size_t edge, Point a, Point b) const;
  /// True where no other line ends within reach of `at` on the box that this edge begins (or ends) at.
  bool is_end_free(std::size_t edge, bool at_start, Point at) const;
  /// A free place for the edge's label beside the line: where it stands, if that will do. A zero box where it has no label.
  std::optional<Rect> label_beside(std::size_t edge, const Polyline& line) const;
  /// The edge's line as it is drawn from now on, and its label's place.
  void settle(std::size_t edge, Polyline line, const Rect& label);

  Rect end_box(std::size_t edge, bool at_start) const;
  Pt air() const { return air_; }

 private:
  bool is_clear_of_nodes(std::size_t edge, const Polyline& line) const;
  bool is_clear_of_texts(std::size_t edge, const Polyline& line) const;
  bool is_clear_of_groups(std::size_t edge, const Polyline& line) const;
  bool lies_on_another(std::size_t edge, const Polyline& line) const;
  int crossings(std::size_t edge, const Polyline& line) const;
  bool label_fits(std::size_t edge, const Rect& label, const Polyline& line) const;
  const Edge& edge(std::size_t i) const { return placed_.diagram->edges[placed_.edges[i].edge]; }
  bool is_inside(const EdgeEnd& end, std::size_t group) const;

  PlacedDiagram& placed_;
  Pt air_;
  std::vector<Rect> titles_;     // by group
  std::vector<Polyline> lines_;  // by placed edge
  std::vector<Rect> bounds_;     // of the lines
};

}  // namespace drawplate
