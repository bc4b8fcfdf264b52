// Chains become polylines; lanes get their places on a node's sides.
#include "layout/layered/route/draw.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "layout/layered/route/titles.h"

namespace drawplate::layered {

Pt outline_reach(OutlineKind outline, Pt half_along, Pt half_across, Pt offset) {
  const double t = half_across > 0 ? std::min(1.0, std::abs(offset) / half_across) : 0;
  switch (outline) {
    case OutlineKind::box:
      return half_along;
    case OutlineKind::ellipse:
      return half_along * std::sqrt(1 - t * t);
    case OutlineKind::diamond:
      return half_along * (1 - t);
  }
  return half_along;
}

namespace {

std::vector<Point> without_repeats(const std::vector<Point>& in) {
  std::vector<Point> out;
  for (const Point& p : in) {
    if (!out.empty() && std::abs(out.back().x - p.x) < 1e-6 && std::abs(out.back().y - p.y) < 1e-6) continue;
    if (out.size() > 1) {
      const Point &a = out[out.size() - 2], &b = out.back();
      const bool upright = std::abs(a.x - b.x) < 1e-6 && std::abs(b.x - p.x) < 1e-6;
      const bool level = std::abs(a.y - b.y) < 1e-6 && std::abs(b.y - p.y) < 1e-6;
      if (upright || level) out.pop_back();
    }
    out.push_back(p);
  }
  return out;
}

class Draughtsman {
 public:
  Draughtsman(const Flat& flat, const Ranked& ranked, const Ports& ports, const Tracks& tracks, const Rows& rows)
      : flat_(flat), ranked_(ranked), ports_(ports), tracks_(tracks), rows_(rows) {}

  FlatDrawing draw() {
    draw_nodes();
    draw_groups();
    place_side_ports();
    out_.edges.resize(flat_.edges.size());
    for (std::size_t e = 0; e < flat_.edges.size(); ++e) draw_edge(static_cast<int>(e));
    place_titles(flat_, out_);
    return std::move(out_);
  }

 private:
  void draw_nodes() {
    for (std::size_t v = 0; v < flat_.nodes.size(); ++v) {
      const Item& i = ranked_.items[v];
      out_.nodes.push_back({i.x - i.left, i.y - i.height / 2, i.left + i.right, i.height});
    }
  }

  void draw_groups() {
    out_.groups.resize(flat_.groups.size());
    for (std::size_t g = 0; g < flat_.groups.size(); ++g) {
      out_.groups[g].y = rows_.group_top[g];
      out_.groups[g].height = rows_.group_bottom[g] - rows_.group_top[g];
    }
    for (const Item& i : ranked_.items)
      if (i.kind == ItemKind::border_left) out_.groups[i.ref].x = i.x;
    for (const Item& i : ranked_.items)
      if (i.kind == ItemKind::border_right) out_.groups[i.ref].width = i.x - out_.groups[i.ref].x;
  }

  static constexpr int level_order = 3;

  // Heights at which lanes meet their node: loops first, then lines going up, then along the row, which is the middle if there
  // is one, then down, so that none crosses another.
  void place_side_ports() {
    struct Use {
      int node, order;
      Pt distance;
      int lane;
      bool operator<(const Use& o) const { return std::tie(node, order, distance, lane) < std::tie(o.node, o.order, o.distance, o.lane); }
    };
    std::vector<Use> uses;
    for (const Chain& c : ranked_.chains) {
      for (std::size_t k = 0; k + 1 < c.items.size(); ++k) {
        const Item &a = ranked_.items[c.items[k]], &b = ranked_.items[c.items[k + 1]];
        if (a.layer != b.layer) continue;
        const bool lane_second = b.kind == ItemKind::lane;
        const int node = c.items[lane_second ? k : k + 1], lane = c.items[lane_second ? k + 1 : k];
        const Pt distance = std::abs(ranked_.items[lane].x - ranked_.items[node].x);
        const bool right = ranked_.items[lane].x > ranked_.items[node].x;
        const int side = 2 * node + (right ? 1 : 0);
        if (c.level)
          uses.push_back({side, level_order, 0, lane});
        else if (c.self_loop)
          uses.push_back({side, lane_second ? 0 : 1, distance, lane});
        else if (lane_second)
          uses.push_back({side, 4, -distance, lane});
        else
          uses.push_back({side, 2, distance, lane});
      }
    }
    std::sort(uses.begin(), uses.end());
    for (std::size_t from = 0; from < uses.size();) {
      std::size_t to = from;
      while (to < uses.size() && uses[to].node == uses[from].node) ++to;
      const Item& node = ranked_.items[uses[from].node / 2];
      const double count = static_cast<double>(to - from);
      double middle = (count - 1) / 2;
      for (std::size_t k = from; k < to; ++k)
        if (uses[k].order == level_order) middle = static_cast<double>(k - from);
      const double reach = std::max(middle, count - 1 - middle);
      const Pt gap = std::min(flat_.spacing.port_gap, (node.height - 8) / (2 * reach + 1));
      for (std::size_t k = from; k < to; ++k)
        side_y_[{uses[k].lane, uses[k].order}] = node.y + (static_cast<double>(k - from) - middle) * gap;
      from = to;
    }
  }

  Point side_point(int node, int lane, int order) const {
    const Item &n = ranked_.items[node], &l = ranked_.items[lane];
    const Pt y = side_y_.at({lane, order});
    const Pt reach = outline_reach(flat_.nodes[n.ref].outline, n.left, n.height / 2, y - n.y);
    return {l.x > n.x ? n.x + reach : n.x - reach, y};
  }

  // Where a chain meets its first or last item from below or above.
  Point end_point(int item, Pt x, bool from_below) const {
    const Item& i = ranked_.items[item];
    if (i.kind == ItemKind::group_port) return {x, from_below ? rows_.group_bottom[i.ref] : rows_.group_top[i.ref]};
    if (i.kind != ItemKind::node) return {x, i.y};
    const Pt reach = outline_reach(flat_.nodes[i.ref].outline, i.height / 2, i.left, x - i.x);
    return {x, from_below ? i.y + reach : i.y - reach};
  }

  // Adds the end of a chain's line: at the bottom (top) of its item, or at the middle of a side and on to x.
  void start_at(int item, Pt x, int side, bool from_below, std::vector<Point>& points) const {
    if (side == 0) return points.push_back(end_point(item, x, from_below));
    const Item& i = ranked_.items[item];
    const Point middle{side > 0 ? i.x + i.right : i.x - i.left, i.y}, corner{x, i.y};
    points.push_back(from_below ? middle : corner);
    points.push_back(from_below ? corner : middle);
  }

  int link_between(int upper, int lower, int edge) const {
    for (int l : ranked_.down[upper])
      if (ranked_.links[l].edge == edge && ranked_.links[l].lower == lower) return l;
    return none;
  }

  void draw_edge(int edge) {
    const Chain& chain = ranked_.chains[edge];
    FlatDrawing::Line& line = out_.edges[edge];
    if (chain.level && chain.items.empty()) return;
    if (chain.items.size() < 2) return draw_along_border(edge);
    if (chain.self_loop) return draw_loop(edge);
    std::vector<Point> points;
    const std::size_t last = chain.items.size() - 1;
    for (std::size_t k = 0; k < last; ++k) {
      const int a = chain.items[k], b = chain.items[k + 1];
      const Item &p = ranked_.items[a], &q = ranked_.items[b];
      if (p.layer == q.layer) {
        const bool down = q.kind == ItemKind::lane && p.kind == ItemKind::node;
        const Point at = down ? side_point(a, b, chain.level ? level_order : 4) : side_point(b, a, chain.level ? level_order : 2);
        if (down)
          points.insert(points.end(), {at, {q.x, at.y}});
        else
          points.insert(points.end(), {{p.x, at.y}, at});
        continue;
      }
      if (p.layer > q.layer) {
        add_way_up(edge, a, b, points);
        continue;
      }
      const int l = link_between(a, b, edge);
      const Pt x = ports_.upper[l], z = ports_.lower[l];
      if (k == 0) start_at(a, x, ports_.upper_side[l], true, points);
      if (tracks_.of[l] != none) {
        const Pt y = rows_.track(p.layer, tracks_.of[l]);
        points.insert(points.end(), {{x, y}, {z, y}});
      }
      if (k + 1 == last) start_at(b, z, ports_.lower_side[l], false, points);
    }
    if (chain.reversed) std::reverse(points.begin(), points.end());
    line.points = without_repeats(points);
    for (int i : chain.items)
      if (ranked_.items[i].kind == ItemKind::lane && chain.level && flat_.edges[edge].label_width > 0)
        line.label = label_above(edge, ranked_.items[i]);
      else if (ranked_.items[i].kind == ItemKind::label)
        line.label = label_beside(edge, ranked_.items[i]);
  }

  // A piece of a level chain from the item below to the one above.
  void add_way_up(int edge, int below, int above, std::vector<Point>& points) const {
    const int l = link_between(above, below, edge);
    std::vector<Point> way;
    start_at(above, ports_.upper[l], ports_.upper_side[l], true, way);
    if (tracks_.of[l] != none) {
      const Pt y = rows_.track(ranked_.items[above].layer, tracks_.of[l]);
      way.insert(way.end(), {{ports_.upper[l], y}, {ports_.lower[l], y}});
    }
    points.insert(points.end(), way.rbegin(), way.rend());
  }

  Rect label_above(int edge, const Item& lane) const {
    const FlatEdge& e = flat_.edges[edge];
    return {lane.x - e.label_width / 2, lane.y - flat_.spacing.label_gap - e.label_height, e.label_width, e.label_height};
  }

  Rect label_beside(int edge, const Item& item) const {
    const FlatEdge& e = flat_.edges[edge];
    const Pt gap = flat_.spacing.label_gap;
    const Pt x = e.label_before ? item.x - gap - e.label_width : item.x + gap;
    return {x, item.y - e.label_height / 2, e.label_width, e.label_height};
  }

  void draw_loop(int edge) {
    const Chain& chain = ranked_.chains[edge];
    const Item& lane = ranked_.items[chain.items[1]];
    const Point out = side_point(chain.items[0], chain.items[1], 0), back = side_point(chain.items[0], chain.items[1], 1);
    out_.edges[edge].points = {out, {lane.x, out.y}, {lane.x, back.y}, back};
    if (flat_.edges[edge].label_width > 0) {
      const FlatEdge& e = flat_.edges[edge];
      const bool right = lane.x > ranked_.items[chain.items[0]].x;
      const Pt x = right ? lane.x + flat_.spacing.label_gap : lane.x - flat_.spacing.label_gap - e.label_width;
      out_.edges[edge].label = {x, lane.y - e.label_height / 2, e.label_width, e.label_height};
    }
  }

  Rect box_of(const End& end) const { return end.is_group ? out_.groups[end.index] : out_.nodes[end.index]; }

  // Between a group and a group in it: straight across the gap between their left borders.
  void draw_along_border(int edge) {
    const FlatEdge& e = flat_.edges[edge];
    const Rect from = box_of(e.from), to = box_of(e.to);
    const Pt y = from.height < to.height ? from.mid_y() : to.mid_y();
    if (std::abs(from.x - to.x) > 0.5)
      out_.edges[edge].points = {{from.x, y}, {to.x, y}};
    else
      out_.edges[edge].points = {{from.x, y - 8}, {from.x - 14, y - 8}, {from.x - 14, y + 8}, {from.x, y + 8}};
  }

  const Flat& flat_;
  const Ranked& ranked_;
  const Ports& ports_;
  const Tracks& tracks_;
  const Rows& rows_;
  std::map<std::pair<int, int>, Pt> side_y_;
  FlatDrawing out_;
};

}  // namespace

FlatDrawing draw(const Flat& flat, const Ranked& ranked, const Ports& ports, const Tracks& tracks, const Rows& rows) {
  return Draughtsman(flat, ranked, ports, tracks, rows).draw();
}

}  // namespace drawplate::layered
