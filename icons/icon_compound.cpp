// See icon_compound.h.
#include "icons/icon_compound.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <tuple>
#include <utility>
#include <vector>

#include "icons/icon_core.h"

namespace drawplate {
namespace {

constexpr Point badge_center{16.75, 16.75};
/// Outer radius of the badge 4.5, a gap of 1, and half a stroke.
constexpr double clearance = 6.25;
constexpr double left_edge = 2.75, right_edge = 17.75;  ///< between these the base is narrowed
constexpr double shortest = 1.5;                        ///< what a cut leaves shorter than this is a speck

constexpr std::string_view names[] = {"arrow-down", "arrow-up", "bolt",    "check",  "clock", "lock",
                                      "minus",      "plus",     "refresh", "search", "x"};
constexpr std::string_view drawings[] = {
    "circle 16.75 16.75 4.5;M16.75 14.5V19;m14.75 17 2 2 2-2",
    "circle 16.75 16.75 4.5;M16.75 19v-4.5;m14.75 16.5 2-2 2 2",
    "M17.5 12.25 13.25 17.5h3.25l-.5 3.75 4.25-5.25H17z",
    "circle 16.75 16.75 4.5;m14.75 16.85 1.4 1.4 2.6-2.8",
    "circle 16.75 16.75 4.5;M16.75 14.5V17l1.5.9",
    "rect 13 16.25 7.5 5 1.5;M14.75 16.25v-1.5a2 2 0 0 1 4 0v1.5",
    "circle 16.75 16.75 4.5;M14.75 16.75h4",
    "circle 16.75 16.75 4.5;M16.75 14.75v4M14.75 16.75h4",
    "M12.75 16.25a4.1 4.1 0 0 1 7.1-2l1 1;M20.85 12.6v2.65H18.2;M20.75 17.25a4.1 4.1 0 0 1-7.1 2l-1-1;M12.65 20.9v-2.65h2.65",
    "circle 16 15.75 3.75;m18.7 18.45 2.8 2.8",
    "circle 16.75 16.75 4.5;m15.25 15.25 3 3M18.25 15.25l-3 3",
};
static_assert(std::size(names) == std::size(drawings));

/// A line or a cubic with both its ends; a line's control points lie on it.
struct Segment {
  std::array<Point, 4> p;
  bool is_line = false;
};
using Chain = std::vector<Segment>;

Point between(Point a, Point b, double t) { return a + (b - a) * t; }

Segment line_segment(Point a, Point b) { return {{a, between(a, b, 1.0 / 3), between(a, b, 2.0 / 3), b}, true}; }

/// de Casteljau: the parts before and after t.
std::pair<Segment, Segment> split_at(const Segment& s, double t) {
  const Point a = between(s.p[0], s.p[1], t), b = between(s.p[1], s.p[2], t), c = between(s.p[2], s.p[3], t);
  const Point d = between(a, b, t), e = between(b, c, t), f = between(d, e, t);
  return {{{s.p[0], a, d, f}, s.is_line}, {{f, e, c, s.p[3]}, s.is_line}};
}

Point point_at(const Segment& s, double t) { return split_at(s, t).second.p[0]; }

/// Parameters where the segment crosses the circle, ascending. 64 steps see everything that is visible at this size.
std::vector<double> crossings(const Segment& s, Point center, double radius) {
  constexpr int steps = 64;
  const auto outside = [&](double t) { return length(point_at(s, t) - center) > radius; };
  std::vector<double> found;
  for (int i = 0; i < steps; ++i) {
    double low = static_cast<double>(i) / steps, high = static_cast<double>(i + 1) / steps;
    const bool begins_outside = outside(low);
    if (begins_outside == outside(high)) continue;
    for (int halving = 0; halving < 20; ++halving) (outside((low + high) / 2) == begins_outside ? low : high) = (low + high) / 2;
    found.push_back((low + high) / 2);
  }
  return found;
}

/// The sub-paths as segments; a close becomes a line where it has length.
struct Subpath {
  Chain segments;
  bool closed = false;
};
std::vector<Subpath> subpaths_of(const Path& path) {
  std::vector<Subpath> out;
  Point at, start;
  for (const PathElement& e : path.elements) {
    switch (e.kind) {
      case PathElement::Kind::move:
        out.emplace_back();
        start = e.to;
        break;
      case PathElement::Kind::line:
        out.back().segments.push_back(line_segment(at, e.to));
        break;
      case PathElement::Kind::cubic:
        out.back().segments.push_back({{at, e.c1, e.c2, e.to}, false});
        break;
      case PathElement::Kind::close:
        if (length(start - at) > 1e-9) out.back().segments.push_back(line_segment(at, start));
        out.back().closed = true;
        break;
    }
    at = e.kind == PathElement::Kind::close ? start : e.to;
  }
  return out;
}

/// Cuts one sub-path into the chains of segments outside the circle.
std::vector<Chain> chains_outside(const Subpath& subpath, Point center, double radius) {
  std::vector<Chain> chains(1);
  for (const Segment& whole : subpath.segments) {
    Segment rest = whole;
    double done = 0;
    std::vector<double> cuts = crossings(whole, center, radius);
    cuts.push_back(1);
    for (const double cut : cuts) {
      Segment piece = rest;
      if (cut < 1) std::tie(piece, rest) = split_at(rest, (cut - done) / (1 - done));
      done = cut;
      if (length(point_at(piece, 0.5) - center) > radius) {
        chains.back().push_back(piece);
      } else if (!chains.back().empty()) {
        chains.emplace_back();
      }
    }
  }
  if (chains.back().empty()) chains.pop_back();
  // Where a closed outline began outside, its first and last chains are one.
  const bool wraps = subpath.closed && chains.size() > 1 && chains.back().back().p[3] == chains.front().front().p[0];
  if (wraps) {
    chains.front().insert(chains.front().begin(), chains.back().begin(), chains.back().end());
    chains.pop_back();
  }
  return chains;
}

double extent(const Chain& chain) {
  double sum = 0;
  for (const Segment& s : chain) sum += length(s.p[1] - s.p[0]) + length(s.p[2] - s.p[1]) + length(s.p[3] - s.p[2]);
  return sum;
}

void append(Path& path, const Chain& chain) {
  path.move_to(chain.front().p[0]);
  for (const Segment& s : chain) s.is_line ? path.line_to(s.p[3]) : path.cubic_to(s.p[1], s.p[2], s.p[3]);
}

/// Dots stay or go whole.
Path dots_outside(const Path& path) {
  Path kept, dot;
  const auto keep = [&] {
    const Rect box = control_box(dot);
    if (!dot.empty() && length(box.center() - badge_center) > clearance + box.width / 2)
      kept.elements.insert(kept.elements.end(), dot.elements.begin(), dot.elements.end());
    dot.elements.clear();
  };
  for (const PathElement& e : path.elements) {
    if (e.kind == PathElement::Kind::move) keep();
    dot.elements.push_back(e);
  }
  keep();
  return kept;
}

/// Moves the base to the left edge, and shrinks it where it is wider than its room.
Affine narrowing(const IconDrawing& base) {
  Rect box = control_box(base.parts.front().path);
  for (const IconPart& part : base.parts) box = union_of(box, control_box(part.path));
  const double scale = std::min(1.0, (right_edge - left_edge + 1) / std::max(box.width, 1.0));
  return {scale, 0, 0, scale, left_edge - box.left() * scale, box.top() * (1 - scale)};
}

}  // namespace

std::span<const std::string_view> badge_names() { return names; }

Path cut_by_circle(const Path& path, Point center, double radius) {
  Path kept;
  for (const Subpath& subpath : subpaths_of(path)) {
    if (subpath.segments.empty()) continue;
    const bool touched = std::ranges::any_of(
        subpath.segments, [&](const Segment& s) { return length(s.p[0] - center) <= radius || !crossings(s, center, radius).empty(); });
    for (const Chain& chain : chains_outside(subpath, center, radius)) {
      if (touched && extent(chain) < shortest) continue;
      append(kept, chain);
      if (!touched && subpath.closed) kept.close();
    }
  }
  return kept;
}

std::optional<IconDrawing> with_badge(const IconDrawing& base, std::string_view badge) {
  const auto* name = std::ranges::find(names, badge);
  if (name == std::end(names) || base.parts.empty() || base.parts.front().paint != IconPart::Paint::stroke) return std::nullopt;
  std::optional<IconDrawing> drawing = read_icon_text(drawings[name - std::begin(names)]);
  if (!drawing) return std::nullopt;
  const Affine narrow = narrowing(base);
  for (const IconPart& part : base.parts) {
    const Path moved = transformed(part.path, narrow);
    const bool stroked = part.paint == IconPart::Paint::stroke;
    Path kept = stroked ? cut_by_circle(moved, badge_center, clearance) : dots_outside(moved);
    if (!kept.empty()) drawing->parts.push_back({part.paint, std::move(kept), part.width});
  }
  // All strokes as one part, all dots as another: one shape each for the writers.
  IconDrawing merged;
  for (const IconPart::Paint paint : {IconPart::Paint::stroke, IconPart::Paint::fill}) {
    IconPart whole{paint, {}, 0};
    for (const IconPart& part : drawing->parts)
      if (part.paint == paint) whole.path.elements.insert(whole.path.elements.end(), part.path.elements.begin(), part.path.elements.end());
    if (!whole.path.empty()) merged.parts.push_back(std::move(whole));
  }
  return merged;
}

}  // namespace drawplate
