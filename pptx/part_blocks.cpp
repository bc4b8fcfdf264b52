// See part_blocks.h. What is written follows Office's own files.
#include "pptx/part_blocks.h"

#include <array>
#include <cstdint>

namespace drawplate {
namespace {

XmlAttributes root_namespaces() {
  return {{"xmlns:a", drawingml_namespace}, {"xmlns:r", relationships_namespace}, {"xmlns:p", presentationml_namespace}};
}

void write_prompt(XmlWriter& xml, const PlaceholderShape& placeholder) {
  const auto body = xml.element("p:txBody");
  {
    const bool out = placeholder.sticks_out;
    const auto properties = xml.element("a:bodyPr", {{"vert", "horz"},
                                                     {"lIns", out ? 0 : 91440},
                                                     {"tIns", out ? 0 : 45720},
                                                     {"rIns", out ? 0 : 91440},
                                                     {"bIns", out ? 0 : 45720},
                                                     {"rtlCol", 0},
                                                     {"anchor", placeholder.anchor}});
    xml.leaf(out ? "a:noAutofit" : "a:normAutofit");
  }
  xml.leaf("a:lstStyle");
  const auto paragraph = xml.element("a:p");
  const auto run = xml.element("a:r");
  xml.leaf("a:rPr", {{"lang", "en-US"}});
  xml.text_leaf("a:t", {}, placeholder.prompt);
}

}  // namespace

XmlWriter::Element begin_part(XmlWriter& xml, std::string_view name, const XmlAttributes& more) {
  XmlAttributes attributes = root_namespaces();
  attributes.insert(attributes.end(), more.begin(), more.end());
  return xml.element(name, attributes);
}

void write_level(XmlWriter& xml, const std::string& name, int size, std::string_view font) {
  const auto level = xml.element(name, {{"marL", 0},
                                        {"indent", 0},
                                        {"algn", "l"},
                                        {"defTabSz", 914400},
                                        {"rtl", 0},
                                        {"eaLnBrk", 1},
                                        {"latinLnBrk", 0},
                                        {"hangingPunct", 1}});
  const auto properties = xml.element("a:defRPr", {{"sz", size}, {"kern", 100}});
  {
    const auto fill = xml.element("a:solidFill");
    xml.leaf("a:schemeClr", {{"val", "tx1"}});
  }
  for (const std::string_view script : {"lt", "ea", "cs"})
    xml.leaf(script == "lt" ? "a:latin" : "a:" + std::string(script), {{"typeface", "+" + std::string(font) + "-" + std::string(script)}});
}

void write_text_levels(XmlWriter& xml, int size) {
  for (int level = 1; level <= 9; ++level) write_level(xml, "a:lvl" + std::to_string(level) + "pPr", size, "mn");
}

void write_color_map(XmlWriter& xml) {
  XmlAttributes map = {{"bg1", "lt1"}, {"tx1", "dk1"}, {"bg2", "lt2"}, {"tx2", "dk2"}};
  static constexpr std::array<std::string_view, 8> same = {"accent1", "accent2", "accent3", "accent4",
                                                           "accent5", "accent6", "hlink",   "folHlink"};
  for (const std::string_view name : same) map.push_back({name, name});
  xml.leaf("p:clrMap", map);
}

void write_master_color_mapping(XmlWriter& xml) {
  const auto override_ = xml.element("p:clrMapOvr");
  xml.leaf("a:masterClrMapping");
}

void write_background(XmlWriter& xml, std::string_view scheme_color) {
  const auto background = xml.element("p:bg");
  const auto properties = xml.element("p:bgPr");
  {
    const auto fill = xml.element("a:solidFill");
    xml.leaf("a:schemeClr", {{"val", scheme_color}});
  }
  xml.leaf("a:effectLst");
}

void write_placeholder_head(XmlWriter& xml, const PlaceholderShape& placeholder) {
  const auto head = xml.element("p:nvSpPr");
  xml.leaf("p:cNvPr", {{"id", placeholder.id}, {"name", placeholder.name}});
  {
    const auto properties = xml.element("p:cNvSpPr");
    xml.leaf("a:spLocks", {{"noGrp", 1}});
  }
  const auto more = xml.element("p:nvPr");
  xml.leaf("p:ph", placeholder.kind);
}

void write_placeholder(XmlWriter& xml, const PlaceholderShape& placeholder) {
  const auto shape = xml.element("p:sp");
  write_placeholder_head(xml, placeholder);
  {
    const auto properties = xml.element("p:spPr");
    if (placeholder.frame) {
      write_frame(xml, *placeholder.frame);
      write_preset_geometry(xml, "rect");
    }
  }
  if (!placeholder.prompt.empty()) write_prompt(xml, placeholder);
}

Rect title_place(Size size) { return {size.width * 0.05, size.height * 0.04, size.width * 0.9, size.height * 0.1}; }

PlaceholderShape title_above_slide(Size size) {
  constexpr std::int64_t flat = 9525;  // a pixel
  EmuFrame frame = to_emu(title_place(size));
  frame.offset.y = -flat;
  frame.height = flat;
  return {2, "Title 1", {{"type", "title"}}, frame, "Click to edit the title", "b", true};
}

}  // namespace drawplate
