// See template_parts.h. The parts follow what Office itself writes, without what it writes for its own interface only.
#include "pptx/template_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "pptx/drawing.h"
#include "pptx/write_item.h"
#include "pptx/xml.h"

namespace drawplate {
namespace {

XmlAttributes root_namespaces() {
  return {{"xmlns:a", drawingml_namespace}, {"xmlns:r", relationships_namespace}, {"xmlns:p", presentationml_namespace}};
}

constexpr int title_size = 2400, body_size = 1800, notes_size = 1200;

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

void write_color_map(XmlWriter& xml) {
  XmlAttributes map = {{"bg1", "lt1"}, {"tx1", "dk1"}, {"bg2", "lt2"}, {"tx2", "dk2"}};
  static constexpr std::array<std::string_view, 8> same = {"accent1", "accent2", "accent3", "accent4",
                                                           "accent5", "accent6", "hlink",   "folHlink"};
  for (const std::string_view name : same) map.push_back({name, name});
  xml.leaf("p:clrMap", map);
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

struct Placeholder {
  int id = 0;
  std::string_view name;
  XmlAttributes kind;             // of p:ph
  std::optional<EmuFrame> frame;  // none: inherited
  std::string_view prompt;        // text; empty: no text body
  std::string_view anchor = "t";
  bool sticks_out = false;  // text leaves the frame over its top edge instead of shrinking
};

void write_prompt(XmlWriter& xml, const Placeholder& placeholder) {
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

void write_placeholder_head(XmlWriter& xml, const Placeholder& placeholder) {
  const auto head = xml.element("p:nvSpPr");
  xml.leaf("p:cNvPr", {{"id", placeholder.id}, {"name", placeholder.name}});
  {
    const auto properties = xml.element("p:cNvSpPr");
    xml.leaf("a:spLocks", {{"noGrp", 1}});
  }
  const auto more = xml.element("p:nvPr");
  xml.leaf("p:ph", placeholder.kind);
}

void write_placeholder(XmlWriter& xml, const Placeholder& placeholder) {
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

/// The title of a diagram: a flat frame on the slide's upper edge, out of which the text grows upwards, off the slide.
Placeholder title_above_slide(Size size) {
  constexpr std::int64_t flat = 9525;  // a pixel
  EmuFrame frame = to_emu(title_place(size));
  frame.offset.y = -flat;
  frame.height = flat;
  return {2, "Title 1", {{"type", "title"}}, frame, "Click to edit the title", "b", true};
}

Placeholder title_on_slide(Size size) {
  return {2, "Title 1", {{"type", "title"}}, to_emu(title_place(size)), "Click to edit the title", "ctr"};
}

/// The text of a notes slide, one paragraph a line.
void write_notes_placeholder(XmlWriter& xml, std::string_view notes, std::string_view lang) {
  const auto shape = xml.element("p:sp");
  write_placeholder_head(xml, {3, "Notes Placeholder 2", {{"type", "body"}, {"idx", 1}}, {}, ""});
  xml.leaf("p:spPr");
  const auto body = xml.element("p:txBody");
  xml.leaf("a:bodyPr");
  xml.leaf("a:lstStyle");
  for (std::size_t begin = 0; begin <= notes.size();) {
    const std::size_t end = std::min(notes.find('\n', begin), notes.size());
    const auto paragraph = xml.element("a:p");
    if (end > begin) {
      const auto run = xml.element("a:r");
      xml.leaf("a:rPr", {{"lang", office_language(lang)}});
      xml.text_leaf("a:t", {}, notes.substr(begin, end - begin));
    }
    begin = end + 1;
  }
}

XmlWriter::Element begin_part(XmlWriter& xml, std::string_view name, XmlAttributes more = {}) {
  XmlAttributes attributes = root_namespaces();
  attributes.insert(attributes.end(), more.begin(), more.end());
  return xml.element(name, attributes);
}

void write_master_color_mapping(XmlWriter& xml) {
  const auto override_ = xml.element("p:clrMapOvr");
  xml.leaf("a:masterClrMapping");
}

}  // namespace

void write_text_levels(XmlWriter& xml, int size) {
  for (int level = 1; level <= 9; ++level) write_level(xml, "a:lvl" + std::to_string(level) + "pPr", size, "mn");
}

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
      for (int i = 0; i < slide_layout_count; ++i)
        xml.leaf("p:sldLayoutId", {{"id", 2147483649LL + i}, {"r:id", "rId" + std::to_string(i + 1)}});
    }
    write_text_styles(xml);
  }
  return std::move(xml).take();
}

std::string slide_layout_xml(SlideLayout layout, Size size) {
  const bool plain = layout == SlideLayout::title_only;
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

std::string notes_master_xml() {
  XmlWriter xml;
  {
    const auto root = begin_part(xml, "p:notesMaster");
    {
      const auto slide = xml.element("p:cSld");
      write_background(xml, "bg1");
      const auto tree = xml.element("p:spTree");
      write_tree_root(xml);
      write_placeholder(
          xml, {2, "Slide Image Placeholder 1", {{"type", "sldImg"}, {"idx", 2}}, EmuFrame{{685800, 1143000}, 5486400, 3086100}, ""});
      write_placeholder(xml, {3,
                              "Notes Placeholder 2",
                              {{"type", "body"}, {"sz", "quarter"}, {"idx", 3}},
                              EmuFrame{{685800, 4400550}, 5486400, 3600450},
                              "Click to edit the notes"});
    }
    write_color_map(xml);
    const auto style = xml.element("p:notesStyle");
    write_text_levels(xml, notes_size);
  }
  return std::move(xml).take();
}

std::string notes_slide_xml(std::string_view notes, std::string_view lang) {
  XmlWriter xml;
  {
    const auto root = begin_part(xml, "p:notes");
    {
      const auto slide = xml.element("p:cSld");
      const auto tree = xml.element("p:spTree");
      write_tree_root(xml);
      write_placeholder(xml, {2, "Slide Image Placeholder 1", {{"type", "sldImg"}}, {}, ""});
      write_notes_placeholder(xml, notes, lang);
    }
    write_master_color_mapping(xml);
  }
  return std::move(xml).take();
}

std::string presentation_properties_xml() {
  XmlWriter xml;
  { const auto root = begin_part(xml, "p:presentationPr"); }
  return std::move(xml).take();
}

std::string view_properties_xml() {
  XmlWriter xml;
  {
    const auto root = begin_part(xml, "p:viewPr");
    {
      const auto normal = xml.element("p:normalViewPr");
      xml.leaf("p:restoredLeft", {{"sz", 15611}});
      xml.leaf("p:restoredTop", {{"sz", 94610}});
    }
    xml.leaf("p:gridSpacing", {{"cx", 76200}, {"cy", 76200}});
  }
  return std::move(xml).take();
}

std::string table_styles_xml() {
  XmlWriter xml;
  xml.leaf("a:tblStyleLst", {{"xmlns:a", drawingml_namespace}, {"def", "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"}});
  return std::move(xml).take();
}

std::string core_properties_xml(const Meta& meta) {
  XmlWriter xml;
  {
    const auto root =
        xml.element("cp:coreProperties", {{"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"},
                                          {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
                                          {"xmlns:dcterms", "http://purl.org/dc/terms/"},
                                          {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"}});
    xml.text_leaf("dc:title", {}, meta.title);
    if (!meta.subject.empty()) xml.text_leaf("dc:subject", {}, meta.subject);
    if (!meta.author.empty()) xml.text_leaf("dc:creator", {}, meta.author);
    for (const std::string_view name : {"dcterms:created", "dcterms:modified"})
      xml.text_leaf(name, {{"xsi:type", "dcterms:W3CDTF"}}, iso_time(meta.created));
    if (!meta.lang.empty()) xml.text_leaf("dc:language", {}, meta.lang);
  }
  return std::move(xml).take();
}

std::string app_properties_xml(std::size_t slides, std::size_t notes) {
  XmlWriter xml;
  {
    const auto root = xml.element("Properties", {{"xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"}});
    xml.text_leaf("Application", {}, "drawplate");
    xml.text_leaf("Slides", {}, std::to_string(slides));
    xml.text_leaf("Notes", {}, std::to_string(notes));
  }
  return std::move(xml).take();
}

std::string iso_time(std::int64_t seconds) {
  using namespace std::chrono;
  constexpr std::int64_t last = 253402300799;  // the end of year 9999
  const sys_seconds time{std::chrono::seconds{std::clamp<std::int64_t>(seconds, 0, last)}};
  const auto day = floor<days>(time);
  const year_month_day date{day};
  const hh_mm_ss clock{time - day};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()), clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

}  // namespace drawplate
