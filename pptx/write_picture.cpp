// See write_picture.h.
#include "pptx/write_picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "layout/page/image_turn.h"
#include "pptx/deck_design.h"
#include "pptx/drawing.h"
#include "pptx/shape_parts.h"

namespace drawplate {
namespace {

/// ST_Percentage of a crop, in 1000ths of a percent.
long share(double part) { return std::lround(std::clamp(part, 0.0, 1.0) * 100000); }

/// How Office turns what a camera stored; flips come first.
struct PictureTurn {
  int quarters = 0;  ///< clockwise
  bool flip_h = false, flip_v = false;
};

PictureTurn turn_of(int orientation) {
  static constexpr std::array<PictureTurn, 8> turns = {{{0}, {0, true}, {2}, {0, false, true}, {1, false, true}, {1}, {1, true}, {3}}};
  return turns[static_cast<std::size_t>(std::clamp(orientation, 1, 8)) - 1];
}

/// The box before it is turned about its middle.
EmuFrame frame_of(const Rect& box, int orientation) {
  const PictureTurn turn = turn_of(orientation);
  const bool lies = turn.quarters % 2 == 1;
  const Size size = lies ? Size{box.height, box.width} : box.size();
  EmuFrame frame = solid_frame({box.mid_x() - size.width / 2, box.mid_y() - size.height / 2, size.width, size.height});
  frame.rotation = turn.quarters * 5400000;
  frame.flip_h = turn.flip_h;
  frame.flip_v = turn.flip_v;
  return frame;
}

/// The part that is shown, as a part of the image as stored.
Rect stored_part(const Rect& shown, int orientation) {
  const int back = orientation == 6 ? 8 : orientation == 8 ? 6 : orientation;  // all other turns undo themselves
  const Affine undo = turn(back);
  const Point a = undo * Point{shown.left(), shown.top()}, b = undo * Point{shown.right(), shown.bottom()};
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
}

void write_picture_head(SlideScope& scope, const Item& item) {
  const auto head = scope.xml.element("p:nvPicPr");
  ShapeNames names = names_of(scope, item, "Picture");
  if (names.alt.empty()) names.decorative = true;
  write_names(scope, names);
  const Placeholder placeholder = scope.index.placeholder(item.id);
  {
    const auto properties = scope.xml.element("p:cNvPicPr");
    const bool fills = placeholder == Placeholder::picture;
    scope.xml.leaf("a:picLocks", fills ? XmlAttributes{{"noGrp", 1}, {"noChangeAspect", 1}} : XmlAttributes{{"noChangeAspect", 1}});
  }
  if (placeholder != Placeholder::picture || !scope.has_frame(placeholder)) return scope.xml.leaf("p:nvPr");
  const auto more = scope.xml.element("p:nvPr");
  scope.xml.leaf("p:ph", placeholder_attributes(placeholder));
}

}  // namespace

void write_image_fill(SlideScope& scope, ImageId image, const Rect& source) {
  scope.xml.leaf("a:blip", {{"r:embed", scope.image(image)}});
  const long left = share(source.left()), top = share(source.top()), right = share(1 - source.right()), bottom = share(1 - source.bottom());
  XmlAttributes crop;
  if (left != 0) crop.push_back({"l", left});
  if (top != 0) crop.push_back({"t", top});
  if (right != 0) crop.push_back({"r", right});
  if (bottom != 0) crop.push_back({"b", bottom});
  scope.xml.leaf("a:srcRect", crop);
  const auto stretch = scope.xml.element("a:stretch");
  scope.xml.leaf("a:fillRect");
}

void write_picture(SlideScope& scope, const Item& item, const Picture& picture) {
  const int orientation = scope.orientation(picture.image);
  const auto element = scope.xml.element("p:pic");
  write_picture_head(scope, item);
  {
    const auto fill = scope.xml.element("p:blipFill");
    write_image_fill(scope, picture.image, stored_part(picture.source, orientation));
  }
  const auto properties = scope.xml.element("p:spPr");
  write_frame(scope.xml, frame_of(picture.box, orientation));
  write_preset_geometry(scope.xml, "rect");
}

}  // namespace drawplate
