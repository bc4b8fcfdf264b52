// See template_parts.h. The parts follow what Office itself writes, without what it writes for its own interface only.
#include "pptx/template_parts.h"

#include <utility>

#include "pptx/part_blocks.h"
#include "pptx/shape_parts.h"

namespace drawplate {
namespace {

constexpr int title_size = 2400, body_size = 1800;

void write_text_styles(XmlWriter& xml) {
  const auto styles = xml.element("p:txStyles");
  {
    const auto title = xml.element("p:titleStyle");
    write_level(xml, "a:lvl1pPr", title_size, "mj");
  }
  {
    const auto body = xml.element("p:bodyStyle");
    write_text_levels(xml, body_size);
  }
  const auto other = xml.element("p:otherStyle");
  write_text_levels(xml, body_size);
}

PlaceholderShape title_on_slide(Size size) {
  return {2, "Title 1", {{"type", "title"}}, to_emu(title_place(size)), "Click to edit the title", "ctr"};
}

}  // namespace

std::string slide_master_xml(Size size) {
  const Rect title = title_place(size);
  const Rect body{title.x, title.bottom() + 12, title.width, size.height * 0.94 - title.bottom() - 12};
  XmlWriter xml;
  {
    const auto root = begin_part(xml, "p:sldMaster");
    {
      const auto slide = xml.element("p:cSld");
      write_background(xml, "bg2");
      const auto tree = xml.element("p:spTree");
      write_tree_root(xml);
      write_placeholder(xml, {2, "Title Placeholder 1", {{"type", "title"}}, to_emu(title), "Click to edit the title", "ctr"});
      write_placeholder(xml, {3, "Text Placeholder 2", {{"type", "body"}, {"idx", 1}}, to_emu(body), "Click to edit the text"});
    }
    write_color_map(xml);
    {
      const auto list = xml.element("p:sldLayoutIdLst");
      for (int i = 0; i < diagram_layout_count; ++i)
        xml.leaf("p:sldLayoutId", {{"id", 2147483649LL + i}, {"r:id", "rId" + std::to_string(i + 1)}});
    }
    write_text_styles(xml);
  }
  return std::move(xml).take();
}

std::string slide_layout_xml(DiagramLayout layout, Size size) {
  const bool plain = layout == DiagramLayout::title_only;
  XmlWriter xml;
  {
    const auto root =
        begin_part(xml, "p:sldLayout",
                   plain ? XmlAttributes{{"type", "titleOnly"}, {"preserve", 1}} : XmlAttributes{{"preserve", 1}, {"userDrawn", 1}});
    {
      const auto slide = xml.element("p:cSld", {{"name", plain ? "Title Only" : "Diagram"}});
      const auto tree = xml.element("p:spTree");
      write_tree_root(xml);
      write_placeholder(xml, plain ? title_on_slide(size) : title_above_slide(size));
    }
    write_master_color_mapping(xml);
  }
  return std::move(xml).take();
}

}  // namespace drawplate
