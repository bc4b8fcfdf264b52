// Paths: the outlines that several rooms draw. It knows nothing of strokes or fills.
#include "base/geometry.h"

namespace drawplate {

Path transformed(const Path& path, const Affine& by) {
  Path result = path;
  for (PathElement& element : result.elements) {
    if (element.kind == PathElement::Kind::close) continue;
    element.to = by * element.to;
    if (element.kind != PathElement::Kind::cubic) continue;
    element.c1 = by * element.c1;
    element.c2 = by * element.c2;
  }
  return result;
}

Rect control_box(const Path& path) {
  bool first = true;
  Pt left = 0, top = 0, right = 0, bottom = 0;
  const auto take = [&](Point p) {
    left = first ? p.x : std::min(left, p.x);
    right = first ? p.x : std::max(right, p.x);
    top = first ? p.y : std::min(top, p.y);
    bottom = first ? p.y : std::max(bottom, p.y);
    first = false;
  };
  for (const PathElement& element : path.elements) {
    if (element.kind == PathElement::Kind::close) continue;
    take(element.to);
    if (element.kind != PathElement::Kind::cubic) continue;
    take(element.c1);
    take(element.c2);
  }
  return {left, top, right - left, bottom - top};
}

Path rounded_rect(Rect box, Pt radius) {
  const Pt r = std::clamp(radius, 0.0, std::min(box.width, box.height) / 2);
  Path path;
  if (r <= 0) {
    path.move_to({box.left(), box.top()}).line_to({box.right(), box.top()}).line_to({box.right(), box.bottom()});
    return path.line_to({box.left(), box.bottom()}).close();
  }
  const Pt l = box.left(), t = box.top(), rt = box.right(), b = box.bottom();
  const Pt k = r * (1 - quarter_arc);  // control point's distance from the corner
  path.move_to({l + r, t}).line_to({rt - r, t}).cubic_to({rt - k, t}, {rt, t + k}, {rt, t + r});
  path.line_to({rt, b - r}).cubic_to({rt, b - k}, {rt - k, b}, {rt - r, b});
  path.line_to({l + r, b}).cubic_to({l + k, b}, {l, b - k}, {l, b - r});
  return path.line_to({l, t + r}).cubic_to({l, t + k}, {l + k, t}, {l + r, t}).close();
}

Path ellipse_in(Rect box) {
  const Pt cx = box.mid_x(), cy = box.mid_y();
  const Pt kx = box.width / 2 * quarter_arc, ky = box.height / 2 * quarter_arc;
  const Pt l = box.left(), t = box.top(), r = box.right(), b = box.bottom();
  Path path;
  path.move_to({cx, t}).cubic_to({cx + kx, t}, {r, cy - ky}, {r, cy}).cubic_to({r, cy + ky}, {cx + kx, b}, {cx, b});
  return path.cubic_to({cx - kx, b}, {l, cy + ky}, {l, cy}).cubic_to({l, cy - ky}, {cx - kx, t}, {cx, t}).close();
}

}  // namespace drawplate
