// Region by region, inner ones first: each region falls into connected parts, each part is turned to flow down, laid out by
// the phases, turned back and packed beside the others; then everything is moved to its place on the page.
#include "layout/layered/regions/compose.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "layout/layered/detours/shortcuts.h"
#include "layout/layered/detours/ways_round.h"
#include "layout/layered/pipeline/pipeline.h"
#include "layout/layered/regions/finish.h"
#include "layout/layered/regions/fold.h"
#include "layout/layered/regions/fold_lines.h"
#include "layout/layered/regions/inside.h"
#include "layout/layered/regions/pack.h"
#include "layout/layered/regions/parts.h"
#include "layout/layered/regions/regions.h"
#include "layout/layered/regions/turn.h"

namespace drawplate::layered {
namespace {

class Compositor {
 public:
  Compositor(const LayoutGraph& graph, Trials& trials) : graph_(graph), trials_(trials), regions_(find_regions(graph)) {
    drawing_.nodes.resize(graph.nodes.size());
    drawing_.groups.resize(graph.groups.size());
    drawing_.titles.resize(graph.groups.size());
    drawing_.edges.resize(graph.edges.size());
    inner_size_.resize(graph.groups.size());
    region_edges_.resize(regions_.all.size());
    is_reached_.resize(graph.groups.size());
    first_member_.assign(graph.groups.size(), static_cast<int>(graph.nodes.size()));
    for (std::size_t v = graph.nodes.size(); v-- > 0;)
      for (auto g = graph.nodes[v].group; g; g = graph.groups[*g].parent) first_member_[*g] = static_cast<int>(v);
    for (std::size_t e = 0; e < graph.edges.size(); ++e) {
      const EdgePlace& place = regions_.edges[e];
      region_edges_[place.region].push_back(static_cast<int>(e));
      for (const int box : {place.from_box, place.to_box})
        if (box != none) is_reached_[box] = 1;
    }
  }

  std::optional<Drawing> run() {
    trials_.asked = {};
    for (int r = static_cast<int>(regions_.all.size()) - 1; r >= 0; --r) layout_region(r);
    move_regions();
    lead_folds(graph_, folds_, drawing_);
    lead_lines_inside(graph_, regions_, drawing_);
    if (std::find(trials_.placed.begin(), trials_.placed.end(), drawing_) != trials_.placed.end()) return std::nullopt;
    if (trials_.are_several) trials_.placed.push_back(drawing_);
    lead_round(graph_, drawing_);
    take_shortcuts(graph_, drawing_);
    lead_round(graph_, drawing_);
    finish(drawing_);
    return std::move(drawing_);
  }

 private:
  // ---- one region
  void layout_region(int r) {
    const Region& region = regions_.all[r];
    std::vector<Part> parts = connected_parts(graph_, regions_, r, region_edges_[r]), linked, single;
    for (Part& p : parts)
      (p.nodes.size() + p.boxes.size() == 1 && p.edges.empty() && p.groups.empty() ? single : linked).push_back(std::move(p));
    const auto order = [&](const Part& p) { return p.nodes.empty() ? 0 : graph_.loose_order[p.nodes[0]]; };
    if (!graph_.loose_order.empty() && region.boxes.empty())
      std::stable_sort(single.begin(), single.end(), [&](const Part& a, const Part& b) { return order(a) < order(b); });
    std::vector<Rect> boxes;
    for (const Part& p : linked) boxes.push_back(layout_folded(p, region.direction));
    const Size content = pack(linked, boxes, single, region);
    if (region.group != none) frame(region.group, content);
  }

  Size pack(const std::vector<Part>& linked, std::vector<Rect> boxes, const std::vector<Part>& single, const Region& region) {
    const double aspect = region.group == none ? graph_.aspect : 1.5;
    std::vector<Size> loose;
    for (const Part& p : single) loose.push_back(single_size(p));
    const Pt gap = graph_.spacing.component_gap;
    const std::vector<Point> cells =
        stands_in_line(region) ? pack_line(loose, gap * 0.75, region.direction) : pack_grid(loose, gap * 0.75, aspect);
    Rect grid;
    for (std::size_t k = 0; k < single.size(); ++k) {
      put_single(single[k], cells[k]);
      const Rect cell{cells[k].x, cells[k].y, loose[k].width, loose[k].height};
      grid = k == 0 ? cell : union_of(grid, cell);
    }
    std::vector<Size> sizes;
    for (const Rect& b : boxes) sizes.push_back(b.size());
    if (!single.empty()) sizes.push_back(grid.size());
    const std::vector<Point> places = pack_rows(sizes, gap, aspect);
    Size whole;
    for (std::size_t k = 0; k < places.size(); ++k) {
      const Rect from = k < boxes.size() ? boxes[k] : grid;
      const Vec by = places[k] - Point{from.x, from.y};
      if (k < linked.size())
        move_part(linked[k], by);
      else
        for (const Part& p : single) move_part(p, by);
      whole.width = std::max(whole.width, places[k].x + sizes[k].width);
      whole.height = std::max(whole.height, places[k].y + sizes[k].height);
    }
    return whole;
  }

  // Whether the author said how the things of a group follow one another: a row or a column then, in which lines from outside
  // reach each of them; many things that no line reaches fill a grid all the same.
  bool stands_in_line(const Region& region) const {
    constexpr std::size_t most = 6;
    if (region.group == none || !graph_.groups[region.group].direction) return false;
    return region.nodes.size() + region.boxes.size() <= most || is_reached_[region.group];
  }

  Size single_size(const Part& p) const { return p.nodes.empty() ? inner_size_[p.boxes[0]] : graph_.nodes[p.nodes[0]].size; }
  void put_single(const Part& p, Point at) {
    const Size s = single_size(p);
    (p.nodes.empty() ? drawing_.groups[p.boxes[0]] : drawing_.nodes[p.nodes[0]]) = {at.x, at.y, s.width, s.height};
  }

  void move_part(const Part& p, Vec by) {
    for (int v : p.nodes) drawing_.nodes[v] = moved_by(drawing_.nodes[v], by);
    for (int g : p.boxes) drawing_.groups[g] = moved_by(drawing_.groups[g], by);
    for (int g : p.groups) {
      drawing_.groups[g] = moved_by(drawing_.groups[g], by);
      drawing_.titles[g] = moved_by(drawing_.titles[g], by);
    }
    for (int e : p.edges) {
      for (Point& q : drawing_.edges[e].points) q = q + by;
      drawing_.edges[e].label = moved_by(drawing_.edges[e].label, by);
    }
  }

  // Padding of a group with its title's strip.
  Insets framing(int group) const {
    const LayoutGroup& g = graph_.groups[group];
    Insets pad = g.padding;
    if (g.title.height > 0) pad.top = graph_.spacing.title_gap + g.title.height + std::max(graph_.spacing.title_gap, pad.top * 0.6);
    return pad;
  }

  // A region's content gets its group's border; its title stands at the top left. Content is kept relative to the group.
  void frame(int group, Size content) {
    const LayoutGroup& g = graph_.groups[group];
    const Insets pad = framing(group);
    Size& size = inner_size_[group];
    size.width = std::max({content.width + pad.left + pad.right, g.title.width + 24, g.min_size.width});
    size.height = std::max(content.height + pad.top + pad.bottom, g.min_size.height);
    content_offset_.resize(graph_.groups.size());
    content_offset_[group] = {std::max(pad.left, (size.width - content.width) / 2),
                              pad.top + std::max(0.0, size.height - pad.top - pad.bottom - content.height) / 2};
  }

  // ---- a long part in columns
  // The things of a part along the flow, in the order nodes, boxes, groups, and its lines between them.
  struct Folding {
    std::vector<Extent> things;
    std::vector<std::pair<int, int>> lines;
  };

  Folding folding_of(const Part& part, Direction d) {
    Folding f;
    node_number_.resize(graph_.nodes.size());
    group_number_.resize(graph_.groups.size());
    for (int v : part.nodes) node_number_[v] = static_cast<int>(f.things.size()), f.things.push_back(extent_of(drawing_.nodes[v], d));
    for (int g : part.boxes) group_number_[g] = static_cast<int>(f.things.size()), f.things.push_back(extent_of(drawing_.groups[g], d));
    for (int g : part.groups) group_number_[g] = static_cast<int>(f.things.size()), f.things.push_back(extent_of(drawing_.groups[g], d));
    const auto thing = [&](const LayoutEnd& end, int box) {
      return box != none ? group_number_[box] : end.is_group ? group_number_[end.index] : node_number_[end.index];
    };
    for (int e : part.edges)
      f.lines.push_back({thing(graph_.edges[e].from, regions_.edges[e].from_box), thing(graph_.edges[e].to, regions_.edges[e].to_box)});
    return f;
  }

  Rect layout_folded(const Part& part, Direction d) {
    constexpr std::size_t shortest_chain = 5;
    const Rect whole = layout_part_of(part, d);
    if (part.nodes.size() + part.boxes.size() < shortest_chain) return whole;
    const auto folding = folding_of(part, d);
    const auto& things = folding.things;
    const auto& lines = folding.lines;
    if (graph_.columns < 2) {
      drawing_.can_fold = drawing_.can_fold || !places_to_cut(things, lines).empty();
      return whole;
    }
    const std::vector<Pt> cuts = find_cuts(things, lines, graph_.columns);
    if (cuts.empty()) return whole;
    const auto block_of = [&](std::size_t t) {
      return static_cast<std::size_t>(std::upper_bound(cuts.begin(), cuts.end(), things[t].begin) - cuts.begin());
    };
    std::vector<Part> blocks(cuts.size() + 1);
    FoldedPart folded{d, {}, {}, {}};
    std::size_t t = 0;
    const auto put = [&](const std::vector<int>& from, std::vector<int> Part::*to, bool is_group) {
      for (int i : from) {
        (blocks[block_of(t++)].*to).push_back(i);
        folded.things.push_back({is_group, static_cast<std::uint32_t>(i)});
      }
    };
    put(part.nodes, &Part::nodes, false);
    put(part.boxes, &Part::boxes, true);
    put(part.groups, &Part::groups, true);
    for (std::size_t k = 0; k < lines.size(); ++k) {
      const std::size_t a = block_of(static_cast<std::size_t>(lines[k].first)), b = block_of(static_cast<std::size_t>(lines[k].second));
      if (a == b)
        blocks[a].edges.push_back(part.edges[k]);
      else
        (a < b ? folded.forward : folded.back).push_back(part.edges[k]);
    }
    folds_.push_back(std::move(folded));
    return set_side_by_side(blocks, folds_.back());
  }

  // Columns begin on one line; between two runs the line that joins them, with its label, and lines back run round them.
  Rect set_side_by_side(const std::vector<Part>& blocks, const FoldedPart& folded) {
    const Direction d = folded.direction;
    const auto room_of = [&](int e) {
      const Size label = turned(graph_.edges[e].label, d);
      return label.width > 0 ? label.width + graph_.spacing.label_gap : 0;
    };
    const Pt back = way_back_room * static_cast<Pt>(folded.back.size());
    Pt gap = std::max(graph_.spacing.component_gap, 44.0), beyond = back;
    for (int e : folded.forward) gap = std::max(gap, 44 + room_of(e)), drawing_.edges[e] = {};
    for (int e : folded.back) beyond = std::max(beyond, back + room_of(e)), drawing_.edges[e] = {};
    gap += back;
    Rect all;
    Pt at = 0;
    for (const Part& block : blocks) {
      const Rect box = turned(layout_part_of(block, d), d);
      move_part(block, turned_back(Point{at - box.x, -box.y}, d) - Point{});
      all.height = std::max(all.height, box.height);
      all.width = at + box.width;
      at = all.width + gap;
    }
    return turned_back(Rect{0, -back, all.width + beyond, all.height + back}, d);
  }

  // ---- one part through the phases
  struct Numbering {
    std::vector<int> group;  // of the graph → in the part; boxes are numbered as nodes
  };

  Rect layout_part_of(const Part& part, Direction d) {
    Numbering n{std::vector<int>(graph_.groups.size(), none)};
    node_number_.resize(graph_.nodes.size());
    Flat flat;
    flat.spacing = graph_.spacing;
    flat.variant = graph_.variant;
    for (int g : part.groups) n.group[g] = static_cast<int>(flat.groups.size()), flat.groups.push_back(flat_group(g, d, n));
    for (int v : part.nodes) {
      node_number_[v] = static_cast<int>(flat.nodes.size());
      flat.nodes.push_back(flat_node(graph_.nodes[v].size, graph_.nodes[v].group, graph_.nodes[v].outline, d, n));
      flat.nodes.back().written = v;
    }
    for (int g : part.boxes) {
      n.group[g] = static_cast<int>(flat.nodes.size());
      flat.nodes.push_back(flat_node(inner_size_[g], graph_.groups[g].parent, OutlineKind::box, d, n));
      flat.nodes.back().written = first_member_[g];
    }
    for (int e : part.edges) flat.edges.push_back(flat_edge(e, d, n));
    add_wishes(part, flat);
    return take_over(part, drawn(flat), d);
  }

  FlatDrawing drawn(Flat& flat) {
    if (const DrawnPart* found = trials_.parts.find(flat)) {
      add_asked(trials_.asked, found->asked);
      return found->drawing;
    }
    LayoutVariant asked;
    flat.asked = &asked;
    FlatDrawing drawing = layered::layout_part(flat, trials_.memory);
    flat.asked = nullptr;
    add_asked(trials_.asked, asked);
    if (trials_.are_several) trials_.parts.keep(flat, asked, drawing);
    return drawing;
  }

  int group_number(const std::optional<std::uint32_t>& group, const Numbering& n) const {
    if (!group || regions_.of_group[*group] != none) return none;
    return n.group[*group];
  }

  FlatGroup flat_group(int g, Direction d, const Numbering& n) const {
    const LayoutGroup& group = graph_.groups[g];
    FlatGroup f;
    f.parent = group_number(group.parent, n);
    f.pad = turned(framing(g), d);
    Size least = group.min_size;
    least.width = std::max(least.width, group.title.width > 0 ? group.title.width + 24 : 0);
    least = turned(least, d);
    f.min_width = least.width;
    f.min_height = least.height;
    f.title_length = group.title.width;
    f.title_depth = group.title.height;
    f.title_side = top_side(d);
    return f;
  }

  FlatNode flat_node(Size size, const std::optional<std::uint32_t>& group, OutlineKind outline, Direction d, const Numbering& n) const {
    const Size s = turned(size, d);
    return {s.width, s.height, group_number(group, n), outline};
  }

  // How far from the middle of a box the thing inside stands at which a line is to end, across the flow.
  Pt offset_in(int box, const LayoutEnd& end, Direction d) const {
    const Rect inner = end.is_group ? drawing_.groups[end.index] : drawing_.nodes[end.index];
    Vec at = inner.center() - Point{};
    const auto& first = end.is_group ? graph_.groups[end.index].parent : graph_.nodes[end.index].group;
    for (int g = static_cast<int>(*first); g != box; g = static_cast<int>(*graph_.groups[g].parent))
      if (regions_.of_group[g] != none) at = at + content_offset_[g] + (Point{drawing_.groups[g].x, drawing_.groups[g].y} - Point{});
    at = at + content_offset_[box];
    return is_sideways(d) ? at.y - inner_size_[box].height / 2 : at.x - inner_size_[box].width / 2;
  }

  FlatEdge flat_edge(int e, Direction d, const Numbering& n) const {
    const LayoutEdge& edge = graph_.edges[e];
    const auto end = [&](const LayoutEnd& x, int box) {
      if (box != none) return End{false, n.group[box]};
      if (!x.is_group) return End{false, node_number_[x.index]};
      return End{regions_.of_group[x.index] == none, n.group[x.index]};
    };
    FlatEdge f;
    const EdgePlace& place = regions_.edges[e];
    f.from = end(edge.from, place.from_box);
    f.to = end(edge.to, place.to_box);
    f.from_pinned = place.from_box != none;
    f.to_pinned = place.to_box != none;
    if (f.from_pinned) f.from_offset = offset_in(place.from_box, edge.from, d);
    if (f.to_pinned) f.to_offset = offset_in(place.to_box, edge.to, d);
    const auto pin = [&](const std::optional<Vec>& at, bool is_group, bool& pinned, Pt& offset) {
      if (!at || is_group) return;
      offset += is_sideways(d) ? at->y : at->x;
      pinned = true;
    };
    pin(edge.from_at, edge.from.is_group, f.from_pinned, f.from_offset);
    pin(edge.to_at, edge.to.is_group, f.to_pinned, f.to_offset);
    const Size label = turned(edge.label, d);
    if (label.width > 0 && label.height > 0) f.label_width = label.width, f.label_height = label.height;
    f.label_before = is_sideways(d);
    f.min_length = std::clamp(edge.min_length, 0, 64);
    f.weight = std::clamp(edge.weight, 0.1, 100.0);
    f.look = edge.look;
    f.head = edge.head;
    f.tail = edge.tail;
    f.is_drawn = edge.is_drawn;
    return f;
  }

  void add_wishes(const Part& part, Flat& flat) const {
    for (const LayoutRequest& q : graph_.requests) {
      std::vector<int> members;
      for (std::uint32_t v : q.nodes)
        if (std::binary_search(part.nodes.begin(), part.nodes.end(), static_cast<int>(v))) members.push_back(node_number_[v]);
      if (members.size() < 2) continue;
      if (q.kind == LayoutWish::Kind::order)
        flat.in_order.push_back(members);
      else
        (q.kind == LayoutWish::Kind::align ? flat.aligned : flat.same_row).push_back(members);
    }
  }

  Rect take_over(const Part& part, const FlatDrawing& flat, Direction d) {
    Rect bounds;
    bool any = false;
    const auto see = [&](const Rect& r) {
      bounds = any ? union_of(bounds, r) : r;
      any = true;
    };
    std::size_t k = 0;
    for (int v : part.nodes) see(drawing_.nodes[v] = turned_back(flat.nodes[k++], d));
    for (int g : part.boxes) see(drawing_.groups[g] = turned_back(flat.nodes[k++], d));
    k = 0;
    for (int g : part.groups) {
      see(drawing_.groups[g] = turned_back(flat.groups[k], d));
      drawing_.titles[g] = turned_back(flat.titles[k++], d);
    }
    k = 0;
    for (int e : part.edges) {
      const FlatDrawing::Line& line = flat.edges[k++];
      drawing_.edges[e] = {};  // a folded part was drawn as a whole before
      for (const Point& p : line.points) {
        const Point q = turned_back(p, d);
        drawing_.edges[e].points.push_back(q);
        see({q.x, q.y, 0, 0});
      }
      if (line.label.width <= 0) continue;
      see(drawing_.edges[e].label = turned_back(line.label, d));
    }
    return bounds;
  }

  // ---- the whole
  // Outer regions come first: each moves what is in it to where its group's box has come to stand.
  void move_regions() {
    for (std::size_t r = 1; r < regions_.all.size(); ++r) {
      const Region& region = regions_.all[r];
      const Rect box = drawing_.groups[region.group];
      const LayoutGroup& g = graph_.groups[region.group];
      if (g.title.height > 0) drawing_.titles[region.group] = {box.x + 12, box.y + graph_.spacing.title_gap, g.title.width, g.title.height};
      const Vec by{box.x + content_offset_[region.group].x, box.y + content_offset_[region.group].y};
      move_part({region.nodes, region.boxes, region.groups, region_edges_[r]}, by);
    }
  }

  const LayoutGraph& graph_;
  Trials& trials_;
  Regions regions_;
  std::vector<FoldedPart> folds_;
  std::vector<std::vector<int>> region_edges_;
  std::vector<int> first_member_;  ///< by group: the first node in it
  std::vector<char> is_reached_;   ///< by group: a line from outside ends at something in it
  std::vector<Size> inner_size_;
  std::vector<Vec> content_offset_;
  std::vector<int> node_number_, group_number_;
  Drawing drawing_;
};

}  // namespace

std::optional<Drawing> compose(const LayoutGraph& graph, Trials& trials) { return Compositor(graph, trials).run(); }

}  // namespace drawplate::layered
