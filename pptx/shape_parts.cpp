// See shape_parts.h.
#include "pptx/shape_parts.h"

#include <algorithm>
#include <cstdint>

#include "pptx/deck_design.h"
#include "pptx/drawing.h"

namespace drawplate {
namespace {

void write_group_frame(XmlWriter& xml, const EmuFrame& frame) {
  const auto properties = xml.element("p:grpSpPr");
  const auto xfrm = xml.element("a:xfrm");
  xml.leaf("a:off", {{"x", frame.offset.x}, {"y", frame.offset.y}});
  xml.leaf("a:ext", {{"cx", frame.width}, {"cy", frame.height}});
  xml.leaf("a:chOff", {{"x", frame.offset.x}, {"y", frame.offset.y}});  // members count in the slide's own coordinates
  xml.leaf("a:chExt", {{"cx", frame.width}, {"cy", frame.height}});
}

}  // namespace

void write_shape_head(SlideScope& scope, const ShapeNames& names, ShapeUse use, Placeholder placeholder) {
  const auto head = scope.xml.element("p:nvSpPr");
  write_names(scope, names);
  if (use == ShapeUse::placeholder) {
    {
      const auto properties = scope.xml.element("p:cNvSpPr");
      scope.xml.leaf("a:spLocks", {{"noGrp", 1}});
    }
    const auto more = scope.xml.element("p:nvPr");
    return scope.xml.leaf("p:ph", placeholder_attributes(placeholder));
  }
  scope.xml.leaf("p:cNvSpPr", use == ShapeUse::text_box ? XmlAttributes{{"txBox", 1}} : XmlAttributes{});
  scope.xml.leaf("p:nvPr");
}

void write_group_head(SlideScope& scope, const ShapeNames& names, const EmuFrame& frame) {
  {
    const auto head = scope.xml.element("p:nvGrpSpPr");
    write_names(scope, names);
    scope.xml.leaf("p:cNvGrpSpPr");
    scope.xml.leaf("p:nvPr");
  }
  write_group_frame(scope.xml, frame);
}

void write_tree_root(XmlWriter& xml) {
  {
    const auto head = xml.element("p:nvGrpSpPr");
    xml.leaf("p:cNvPr", {{"id", SlideIndex::tree_id}, {"name", ""}});
    xml.leaf("p:cNvGrpSpPr");
    xml.leaf("p:nvPr");
  }
  write_group_frame(xml, {});
}

EmuFrame solid_frame(Rect box) {
  EmuFrame frame = to_emu(box);
  frame.width = std::max<std::int64_t>(frame.width, 1);
  frame.height = std::max<std::int64_t>(frame.height, 1);
  return frame;
}

}  // namespace drawplate
