// See glyf.h. A cubic is cut into n equal parts, and each replaced by the quadratic with the same ends; the error of that is
// |p3 - 3 c2 + 3 c1 - p0| / (12 √3 n³) · ½ (T. Sederberg, "Computer Aided Geometric Design", 2.7 and 11).
#include "fonts/glyf.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "fonts/sfnt.h"

namespace drawplate {
namespace {

constexpr double largest_error = 0.5;  // font units
constexpr int most_parts = 16;
constexpr std::size_t most_points = 0xFFFF;

struct OutlinePoint {
  int x = 0, y = 0;
  bool on_curve = true;
  friend bool operator==(const OutlinePoint&, const OutlinePoint&) = default;
};
using Contour = std::vector<OutlinePoint>;

/// Collects contours in font units, y up.
class ContourCollector {
 public:
  explicit ContourCollector(double units) : units_(units) {}

  void add(const PathElement& element) {
    switch (element.kind) {
      case PathElement::Kind::move:
        finish();
        pen_ = in_units(element.to);
        add_point(pen_, true);
        break;
      case PathElement::Kind::line:
        pen_ = in_units(element.to);
        add_point(pen_, true);
        break;
      case PathElement::Kind::cubic:
        add_cubic(in_units(element.c1), in_units(element.c2), in_units(element.to));
        break;
      case PathElement::Kind::close:
        finish();
        break;
    }
  }

  std::vector<Contour> take() {
    finish();
    return std::move(contours_);
  }

 private:
  Point in_units(Point p) const { return {p.x * units_, -p.y * units_}; }

  void add_point(Point p, bool on_curve) {
    const auto whole = [](double v) { return static_cast<int>(std::lround(std::clamp(v, -16000.0, 16000.0))); };
    const OutlinePoint point{whole(p.x), whole(p.y), on_curve};
    if (contour_.empty() || contour_.back() != point) contour_.push_back(point);
  }

  void add_cubic(Point c1, Point c2, Point end) {
    const Vec third = {end.x - 3 * c2.x + 3 * c1.x - pen_.x, end.y - 3 * c2.y + 3 * c1.y - pen_.y};
    const double error = std::hypot(third.x, third.y) * std::sqrt(3.0) / 36;
    const int parts = std::clamp(static_cast<int>(std::ceil(std::cbrt(error / largest_error))), 1, most_parts);
    const Point start = pen_;
    const auto at = [&](double t) {
      const double u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
      return Point{a * start.x + b * c1.x + c * c2.x + d * end.x, a * start.y + b * c1.y + c * c2.y + d * end.y};
    };
    const auto slope = [&](double t) {
      const double u = 1 - t, a = 3 * u * u, b = 6 * u * t, c = 3 * t * t;
      return Vec{a * (c1.x - start.x) + b * (c2.x - c1.x) + c * (end.x - c2.x),
                 a * (c1.y - start.y) + b * (c2.y - c1.y) + c * (end.y - c2.y)};
    };
    for (int i = 0; i < parts; ++i) {
      const double t0 = static_cast<double>(i) / parts, t1 = static_cast<double>(i + 1) / parts, h = (t1 - t0) / 4;
      const Point from = at(t0), to = at(t1);
      const Vec out = slope(t0), in = slope(t1);
      add_point({(from.x + to.x) / 2 + (out.x - in.x) * h, (from.y + to.y) / 2 + (out.y - in.y) * h}, false);
      add_point(to, true);
    }
    pen_ = end;
  }

  void finish() {
    if (contour_.size() > 1 && contour_.front() == contour_.back()) contour_.pop_back();
    if (contour_.size() > 2) contours_.push_back(std::move(contour_));
    contour_.clear();
  }

  double units_;
  Point pen_;
  Contour contour_;
  std::vector<Contour> contours_;
};

struct GlyphBox {
  int left = 0, bottom = 0, right = 0, top = 0;
};

GlyphBox box_of(const std::vector<Contour>& contours) {
  GlyphBox box{contours[0][0].x, contours[0][0].y, contours[0][0].x, contours[0][0].y};
  for (const Contour& contour : contours)
    for (const OutlinePoint& p : contour) {
      box.left = std::min(box.left, p.x);
      box.right = std::max(box.right, p.x);
      box.bottom = std::min(box.bottom, p.y);
      box.top = std::max(box.top, p.y);
    }
  return box;
}

/// A simple glyph's description; no flags are packed, the file is deflated anyway.
std::string description(const std::vector<Contour>& contours, GlyphBox box) {
  std::string out, flags, xs, ys;
  append_i16(out, static_cast<int>(contours.size()));
  for (const int edge : {box.left, box.bottom, box.right, box.top}) append_i16(out, edge);
  unsigned last = 0;
  int x = 0, y = 0;
  for (const Contour& contour : contours) {
    last += static_cast<unsigned>(contour.size());
    append_u16(out, last - 1);
    for (const OutlinePoint& p : contour) {
      flags += static_cast<char>(p.on_curve ? 1 : 0);
      append_i16(xs, p.x - x);
      append_i16(ys, p.y - y);
      x = p.x;
      y = p.y;
    }
  }
  append_u16(out, 0);  // no instructions
  return out + flags + xs + ys;
}

struct Extremes {
  std::size_t points = 0, contours = 0;
};

std::string maxp_table(std::size_t glyphs, Extremes most) {
  std::string maxp;
  append_u32(maxp, 0x00010000);
  append_u16(maxp, static_cast<unsigned>(glyphs));
  append_u16(maxp, static_cast<unsigned>(most.points));
  append_u16(maxp, static_cast<unsigned>(most.contours));
  for (const unsigned value : {0u, 0u, 1u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u}) append_u16(maxp, value);
  return maxp;
}

}  // namespace

GlyfTables write_glyf(std::span<const Path> outlines, unsigned units_per_em) {
  GlyfTables tables;
  Extremes most;
  append_u32(tables.loca, 0);
  bool is_first = true;
  for (const Path& outline : outlines) {
    ContourCollector collector(units_per_em);
    for (const PathElement& element : outline.elements) collector.add(element);
    const std::vector<Contour> contours = collector.take();
    std::size_t points = 0;
    for (const Contour& contour : contours) points += contour.size();
    tables.left_bearings.push_back(0);
    if (!contours.empty() && points <= most_points && contours.size() < 0x7FFF) {
      const GlyphBox box = box_of(contours);
      tables.glyf += description(contours, box);
      tables.glyf.resize((tables.glyf.size() + 3) & ~std::size_t{3}, '\0');
      tables.left_bearings.back() = box.left;
      most = {std::max(most.points, points), std::max(most.contours, contours.size())};
      const std::array<int, 4> own = {box.left, box.bottom, box.right, box.top};
      for (std::size_t i = 0; i < 4; ++i)
        tables.box[i] = is_first ? own[i] : i < 2 ? std::min(tables.box[i], own[i]) : std::max(tables.box[i], own[i]);
      is_first = false;
    }
    append_u32(tables.loca, static_cast<std::uint32_t>(tables.glyf.size()));
  }
  if (tables.glyf.empty()) tables.glyf.assign(4, '\0');
  tables.maxp = maxp_table(outlines.size(), most);
  return tables;
}

}  // namespace drawplate
