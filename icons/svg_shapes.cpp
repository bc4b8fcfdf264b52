// See svg_shapes.h.
#include "icons/svg_shapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <string>
#include <utility>

namespace drawplate {
namespace {

/// A line of up to this length (grid units) with round caps is meant as a dot; icon packs write 0 or 0.01.
constexpr double dot_extent = 0.02;

void append(Path& path, const Path& more) { path.elements.insert(path.elements.end(), more.elements.begin(), more.elements.end()); }

/// Ends of the sub-path that begins at `from`.
std::size_t end_of_subpath(const Path& path, std::size_t from) {
  std::size_t end = from + 1;
  while (end < path.elements.size() && path.elements[end].kind != PathElement::Kind::move) ++end;
  return end;
}

bool is_dot(std::span<const PathElement> subpath) {
  const Point from = subpath.front().to;
  for (const PathElement& e : subpath) {
    if (e.kind == PathElement::Kind::close) continue;
    if (length(e.to - from) > dot_extent) return false;
    if (e.kind == PathElement::Kind::cubic && (length(e.c1 - from) > dot_extent || length(e.c2 - from) > dot_extent)) return false;
  }
  return true;
}

constexpr std::string_view transform_kinds = "matrix, translate, scale, rotate, skewX or skewY";

/// The matrix of one function with its arguments; nothing where their number is wrong.
std::optional<Affine> matrix_of(std::string_view name, std::span<const double> a) {
  const std::size_t n = a.size();
  const auto radians = [&](std::size_t i) { return a[i] * std::numbers::pi / 180; };
  if (name == "matrix" && n == 6) return Affine{a[0], a[1], a[2], a[3], a[4], a[5]};
  if (name == "translate" && (n == 1 || n == 2)) return Affine{1, 0, 0, 1, a[0], n == 2 ? a[1] : 0};
  if (name == "scale" && (n == 1 || n == 2)) return Affine{a[0], 0, 0, n == 2 ? a[1] : a[0], 0, 0};
  if (name == "rotate" && (n == 1 || n == 3)) {
    const double c = std::cos(radians(0)), s = std::sin(radians(0));
    const Affine turn{c, s, -s, c, 0, 0};
    if (n == 1) return turn;
    return Affine{1, 0, 0, 1, a[1], a[2]} * turn * Affine{1, 0, 0, 1, -a[1], -a[2]};
  }
  if (name == "skewX" && n == 1) return Affine{1, 0, std::tan(radians(0)), 1, 0, 0};
  if (name == "skewY" && n == 1) return Affine{1, std::tan(radians(0)), 0, 1, 0, 0};
  return std::nullopt;
}

}  // namespace

Path svg_rect(Rect box, double rx, double ry) {
  rx = std::clamp(rx, 0.0, box.width / 2);
  ry = std::clamp(ry, 0.0, box.height / 2);
  const double l = box.left(), t = box.top(), r = box.right(), b = box.bottom();
  Path path;
  if (rx <= 0 || ry <= 0) return path.move_to({l, t}).line_to({r, t}).line_to({r, b}).line_to({l, b}).close(), path;
  const double kx = rx * (1 - quarter_arc), ky = ry * (1 - quarter_arc);
  path.move_to({l + rx, t}).line_to({r - rx, t}).cubic_to({r - kx, t}, {r, t + ky}, {r, t + ry});
  path.line_to({r, b - ry}).cubic_to({r, b - ky}, {r - kx, b}, {r - rx, b});
  path.line_to({l + rx, b}).cubic_to({l + kx, b}, {l, b - ky}, {l, b - ry});
  path.line_to({l, t + ry}).cubic_to({l, t + ky}, {l + kx, t}, {l + rx, t}).close();
  return path;
}

Path svg_ellipse(Point center, double rx, double ry) {
  const auto [x, y] = center;
  const double kx = rx * quarter_arc, ky = ry * quarter_arc;
  Path path;
  path.move_to({x + rx, y}).cubic_to({x + rx, y + ky}, {x + kx, y + ry}, {x, y + ry});
  path.cubic_to({x - kx, y + ry}, {x - rx, y + ky}, {x - rx, y}).cubic_to({x - rx, y - ky}, {x - kx, y - ry}, {x, y - ry});
  path.cubic_to({x + kx, y - ry}, {x + rx, y - ky}, {x + rx, y}).close();
  return path;
}

Path svg_polyline(std::span<const Point> points, bool closed) {
  Path path;
  if (points.size() < 2) return path;
  path.move_to(points.front());
  for (const Point p : points.subspan(1)) path.line_to(p);
  if (closed) path.close();
  return path;
}

SvgPoints read_svg_points(std::string_view text) {
  SvgPoints out;
  SvgScanner scan(text);
  for (scan.skip_space(); !scan.at_end(); scan.skip_space()) {
    const std::optional<double> x = scan.number();
    const std::optional<double> y = x ? scan.number() : x;
    if (!y) {
      out.fault = SvgFault{scan.offset(), "points must be pairs of numbers up to 1000000"};
      return out;
    }
    out.points.push_back({*x, *y});
  }
  return out;
}

SvgTransform read_svg_transform(std::string_view text) {
  SvgTransform out;
  SvgScanner scan(text);
  const auto fail = [&](std::size_t offset, std::string message) {
    out.fault = SvgFault{offset, std::move(message)};
    return out;
  };
  int count = 0;
  for (scan.skip_space(); !scan.at_end(); scan.skip_separator()) {
    const std::size_t begin = scan.offset();
    const std::string_view name = scan.word();
    scan.skip_space();
    if (name.empty() || !scan.take('(')) return fail(begin, "a transform must be " + std::string(transform_kinds));
    std::vector<double> arguments;
    while (scan.at_number() && arguments.size() < 6) {
      const std::optional<double> number = scan.number();
      if (!number) return fail(scan.offset(), "a transform's number is not one, or is over 1000000");
      arguments.push_back(*number);
    }
    scan.skip_space();
    const std::optional<Affine> matrix = matrix_of(name, arguments);
    if (!scan.take(')') || !matrix) return fail(begin, "a transform must be " + std::string(transform_kinds) + ", each with its numbers");
    if (++count > 100) return fail(begin, "more than 100 transforms in one list");
    out.matrix = out.matrix * *matrix;
  }
  return out;
}

Path take_dots(Path& stroked, double radius) {
  Path lines, dots;
  for (std::size_t from = 0; from < stroked.elements.size();) {
    const std::size_t end = end_of_subpath(stroked, from);
    const std::span<const PathElement> subpath(stroked.elements.data() + from, end - from);
    if (subpath.size() > 1 && is_dot(subpath)) {
      append(dots, svg_ellipse(subpath.front().to, radius, radius));
    } else if (subpath.size() > 1) {
      lines.elements.insert(lines.elements.end(), subpath.begin(), subpath.end());
    }
    from = end;
  }
  stroked = std::move(lines);
  return dots;
}

}  // namespace drawplate
