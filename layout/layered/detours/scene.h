// What stands on the page while one line looks for a better way: boxes, titles, labels and all other lines. It judges a way;
// it proposes none.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

#include "layout/layered/detours/box_grid.h"
#include "layout/layered/model/drawing.h"
#include "layout/layered/model/graph.h"
#include "layout/layered/model/layered.h"

namespace drawplate::layered {

/// How a way stands to everything else.
struct Verdict {
  bool allowed = true;  ///< it keeps every clearance
  int crossings = 0;    ///< with other lines
};

class Scene {
 public:
  /// The drawing is kept by reference: what is written to its lines and titles is seen by the next question. Nodes stay, and
  /// `line_moved` is told of every line that got other points.
  Scene(const LayoutGraph& graph, const Drawing& drawing);

  void line_moved(int edge);
  Verdict judge(int edge, const std::vector<Point>& way) const;
  /// A place for the edge's label beside `way` where it touches nothing: the present one if it can stay.
  std::optional<Rect> label_beside(int edge, const std::vector<Point>& way) const;
  /// Where a group's title can stand, nearest its corner, clear of all lines and of `way` in place of the edge's own.
  std::optional<Rect> title_place(int group, int edge, const std::vector<Point>& way) const;
  /// Lines that share an end with this way, but turn off their common piece at another height.
  int uneven_turns(int edge, const std::vector<Point>& way) const;
  /// Whether another line ends at this very point of the same box.
  bool shares_end(int edge, bool at_from, Point p) const;

  Rect box_of(const LayoutEnd& end) const;
  bool is_inside_group(const LayoutEnd& end, int group) const;
  /// Work done so far: boxes and pieces of lines looked at.
  long effort() const { return effort_; }

 private:
  struct EdgeGroups {
    std::vector<char> holds_from, holds_to;  ///< by group; an end that is a group does not hold itself
  };
  void number_groups();
  bool clear_of_boxes(int edge, const std::vector<Point>& way) const;
  bool clear_of_groups(int edge, const std::vector<Point>& way) const;
  bool enters_once(const Rect& box, const std::vector<Point>& way) const;
  bool meets_lines(int edge, const std::vector<Point>& way, Verdict& verdict) const;
  bool ports_are_apart(int edge, const std::vector<Point>& way) const;
  bool are_alike(int a, int b) const;
  bool share_port(int a, const std::vector<Point>& way, int b) const;
  bool label_fits(int edge, const Rect& label, const std::vector<Point>& way) const;

  const LayoutGraph& graph_;
  const Drawing& drawing_;
  std::vector<std::vector<int>> edges_at_node_, edges_at_group_;
  BoxGrid nodes_;
  std::vector<Rect> line_bounds_;                 ///< by edge
  std::vector<std::uint32_t> labelled_, titled_;  ///< edges, groups
  std::vector<int> group_first_, group_last_;     ///< by group: its number in a walk through the groups, and the last in it
  mutable long effort_ = 0;
};

/// The box of an axis-parallel piece.
inline Rect box_of_piece(Point a, Point b) { return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)}; }

}  // namespace drawplate::layered
