// A title starts at the strip's beginning and moves along to the first place that no line crosses.
#include "layout/layered/route/titles.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace drawplate::layered {
namespace {

constexpr Pt corner = 12;   ///< from the group's corner to its title
constexpr Pt line_gap = 6;  ///< from a title to a line through its strip

Rect strip_of(const Flat& flat, const Rect& g, int group) {
  const Pt depth = flat.groups[group].title_depth, gap = flat.spacing.title_gap;
  switch (flat.groups[group].title_side) {
    case Side::top:
      return {g.x, g.y + gap, g.width, depth};
    case Side::bottom:
      return {g.x, g.bottom() - gap - depth, g.width, depth};
    case Side::left:
      return {g.x + gap, g.y, depth, g.height};
    case Side::right:
      return {g.right() - gap - depth, g.y, depth, g.height};
  }
  return g;
}

struct Stretch {
  Pt from, to;
};

// Stretches of the strip, along it, that a line keeps a title from.
std::vector<Stretch> taken(const FlatDrawing& drawing, const std::vector<int>& lines, const Rect& strip, bool upright) {
  std::vector<Stretch> out;
  for (int index : lines) {
    const FlatDrawing::Line& line = drawing.edges[index];
    for (std::size_t k = 0; k + 1 < line.points.size(); ++k) {
      const Point a = line.points[k], b = line.points[k + 1];
      const Rect box{std::min(a.x, b.x) - 0.5, std::min(a.y, b.y) - 0.5, std::abs(a.x - b.x) + 1, std::abs(a.y - b.y) + 1};
      if (!overlaps(box, strip)) continue;
      if (upright)
        out.push_back({box.top() - line_gap, box.bottom() + line_gap});
      else
        out.push_back({box.left() - line_gap, box.right() + line_gap});
    }
    if (line.label.width > 0 && overlaps(line.label, strip)) {
      const Rect& l = line.label;
      out.push_back(upright ? Stretch{l.top() - 3, l.bottom() + 3} : Stretch{l.left() - 3, l.right() + 3});
    }
  }
  std::sort(out.begin(), out.end(), [](const Stretch& a, const Stretch& b) { return a.from < b.from; });
  return out;
}

// Lines that may pass a group's title: all of them in small drawings; in large ones those with an end in the group.
std::vector<std::vector<int>> lines_by_group(const Flat& flat) {
  const int edges = static_cast<int>(flat.edges.size());
  std::vector<std::vector<int>> lines(flat.groups.size());
  const bool all = flat.groups.size() * flat.edges.size() < 200'000;
  for (int e = 0; e < edges; ++e) {
    if (all) {
      for (auto& l : lines) l.push_back(e);
      continue;
    }
    for (const End& end : {flat.edges[e].from, flat.edges[e].to})
      for (int g = end.is_group ? end.index : flat.nodes[end.index].group; g != none; g = flat.groups[g].parent)
        if (lines[g].empty() || lines[g].back() != e) lines[g].push_back(e);
  }
  return lines;
}

// Whether there is a clear place; the title stands at the strip's beginning if not.
bool place_title(const Flat& flat, FlatDrawing& drawing, int group, const std::vector<int>& lines) {
  const FlatGroup& g = flat.groups[group];
  const Rect strip = strip_of(flat, drawing.groups[group], group);
  const bool upright = g.title_side == Side::left || g.title_side == Side::right;
  const Pt begin = (upright ? strip.top() : strip.left()) + corner, end = (upright ? strip.bottom() : strip.right()) - corner;
  Pt at = begin;
  bool clear = true;
  for (const Stretch& s : taken(drawing, lines, strip, upright))
    if (at + g.title_length > s.from && at < s.to) at = s.to;
  if (at + g.title_length > end + 1e-6) {
    clear = at == begin;
    at = begin;
  }
  drawing.titles[group] = upright ? Rect{strip.x, at, strip.width, g.title_length} : Rect{at, strip.y, g.title_length, strip.height};
  return clear;
}

}  // namespace

void place_titles(const Flat& flat, FlatDrawing& drawing) {
  drawing.titles.assign(flat.groups.size(), {});
  drawing.title_clear.assign(flat.groups.size(), 1);
  const std::vector<std::vector<int>> lines = lines_by_group(flat);
  for (std::size_t g = 0; g < flat.groups.size(); ++g)
    if (flat.groups[g].title_length > 0) drawing.title_clear[g] = place_title(flat, drawing, static_cast<int>(g), lines[g]);
}

}  // namespace drawplate::layered
