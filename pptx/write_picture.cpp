// See write_picture.h.
#include "pptx/write_picture.h"

#include <algorithm>
#include <cmath>

#include "pptx/deck_design.h"
#include "pptx/drawing.h"
#include "pptx/shape_parts.h"

namespace drawplate {
namespace {

/// ST_Percentage of a crop, in 1000ths of a percent.
long share(double part) { return std::lround(std::clamp(part, 0.0, 1.0) * 100000); }

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
  const auto element = scope.xml.element("p:pic");
  write_picture_head(scope, item);
  {
    const auto fill = scope.xml.element("p:blipFill");
    write_image_fill(scope, picture.image, picture.source);
  }
  const auto properties = scope.xml.element("p:spPr");
  write_frame(scope.xml, solid_frame(picture.box));
  write_preset_geometry(scope.xml, "rect");
}

}  // namespace drawplate
