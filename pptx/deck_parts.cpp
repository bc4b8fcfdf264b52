// See deck_parts.h. Text sizes, colours and bullets stand in the master's styles; a layout says only where it differs.
#include "pptx/deck_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "pptx/part_blocks.h"
#include "pptx/shape_parts.h"

namespace drawplate {
namespace {

constexpr std::array<std::string_view, 3> alignments = {"l", "ctr", "r"}, anchors = {"t", "ctr", "b"};

long hundredths(Pt size) { return std::lround(std::clamp(size, 1.0, 4000.0) * 100); }

void write_style_fonts(XmlWriter& xml, ThemeFace face) {
  const std::string token = face == ThemeFace::heading ? "+mj-" : "+mn-";
  xml.leaf("a:latin", {{"typeface", token + "lt"}});
  xml.leaf("a:ea", {{"typeface", token + "ea"}});
  xml.leaf("a:cs", {{"typeface", token + "cs"}});
}

void write_bullet_style(XmlWriter& xml, const LevelStyle& style, const DocumentTheme& theme) {
  if (style.bullet.empty()) return xml.leaf("a:buNone");
  if (style.bullet_color && *style.bullet_color != style.color) {
    const auto color = xml.element("a:buClr");
    write_color(xml, *style.bullet_color, theme);
  }
  xml.leaf("a:buFont", {{"typeface", style.bullet_family}});  // LibreOffice takes a face of its own where none is named
  xml.leaf("a:buChar", {{"char", style.bullet}});
}

/// One level of the master's styles: all that is known of it.
void write_whole_level(XmlWriter& xml, int level, const LevelStyle& style, ThemeFace face, const DocumentTheme& theme) {
  const auto element = xml.element("a:lvl" + std::to_string(level) + "pPr", {{"marL", to_emu(style.indent)},
                                                                             {"indent", to_emu(-style.hanging)},
                                                                             {"algn", alignments[static_cast<std::size_t>(style.align)]},
                                                                             {"defTabSz", 914400},
                                                                             {"rtl", 0},
                                                                             {"eaLnBrk", 1},
                                                                             {"latinLnBrk", 0},
                                                                             {"hangingPunct", 1}});
  write_bullet_style(xml, style, theme);
  XmlAttributes attributes = {{"sz", hundredths(style.size)}};
  if (style.bold) attributes.push_back({"b", 1});
  attributes.push_back({"kern", 100});
  const auto properties = xml.element("a:defRPr", attributes);
  write_fill(xml, Fill{style.color}, theme);
  write_style_fonts(xml, face);
}

void write_styles(XmlWriter& xml, const SlideDesign& design) {
  const auto styles = xml.element("p:txStyles");
  {
    const auto title = xml.element("p:titleStyle");
    write_whole_level(xml, 1, design.title, ThemeFace::heading, design.theme);
  }
  {
    const auto body = xml.element("p:bodyStyle");
    for (std::size_t i = 0; i < design.levels.size(); ++i)
      write_whole_level(xml, static_cast<int>(i) + 1, design.levels[i], ThemeFace::body, design.theme);
  }
  const auto other = xml.element("p:otherStyle");
  write_text_levels(xml, 1800);
}

/// a:lstStyle of a layout's placeholder: its first level, without a bullet where it is no body. What the master says already
/// is left out, so that a change there is one here.
void write_own_level(XmlWriter& xml, const PageLayout::Frame& frame, const SlideDesign& design) {
  const bool body = frame.placeholder == Placeholder::body || frame.placeholder == Placeholder::body_2;
  const bool title = frame.placeholder == Placeholder::title;
  const LevelStyle* master = title ? &design.title : body ? &design.levels[0] : nullptr;
  const bool same_size = master && hundredths(master->size) == hundredths(frame.size), same_bold = master && master->bold == frame.bold;
  const bool same_color = master && master->color == frame.color, same_align = master && master->align == frame.align;
  if (same_size && same_bold && same_color && same_align) return xml.leaf("a:lstStyle");
  const auto list = xml.element("a:lstStyle");
  XmlAttributes attributes;
  if (!master) attributes = {{"marL", 0}, {"indent", 0}};
  if (!same_align) attributes.push_back({"algn", alignments[static_cast<std::size_t>(frame.align)]});
  const auto level = xml.element("a:lvl1pPr", attributes);
  if (!master) xml.leaf("a:buNone");
  XmlAttributes text;
  if (!same_size) text.push_back({"sz", hundredths(frame.size)});
  if (!same_bold) text.push_back({"b", frame.bold ? 1 : 0});
  const auto properties = xml.element("a:defRPr", text);
  if (!same_color) write_fill(xml, Fill{frame.color}, design.theme);
}

void write_frame_text(XmlWriter& xml, const PageLayout::Frame& frame, const SlideDesign& design, bool of_master) {
  const auto body = xml.element("p:txBody");
  {
    const auto properties = xml.element("a:bodyPr", {{"vert", "horz"},
                                                     {"lIns", 0},
                                                     {"tIns", 0},
                                                     {"rIns", 0},
                                                     {"bIns", 0},
                                                     {"rtlCol", 0},
                                                     {"anchor", anchors[static_cast<std::size_t>(frame.anchor)]}});
    xml.leaf("a:normAutofit");
  }
  const bool has_master_style = frame.placeholder == Placeholder::title || frame.placeholder == Placeholder::body;
  if (of_master && has_master_style)
    xml.leaf("a:lstStyle");
  else
    write_own_level(xml, frame, design);
  const auto paragraph = xml.element("a:p");
  const PlaceholderKind& kind = placeholder_kind(frame.placeholder);
  if (frame.placeholder == Placeholder::slide_number) {
    const auto field = xml.element("a:fld", {{"id", slide_number_field}, {"type", "slidenum"}});
    xml.leaf("a:rPr", {{"lang", "en-US"}});
    return xml.text_leaf("a:t", {}, "‹#›");
  }
  if (kind.prompt.empty()) return xml.leaf("a:endParaRPr", {{"lang", "en-US"}});
  const auto run = xml.element("a:r");
  xml.leaf("a:rPr", {{"lang", "en-US"}});
  xml.text_leaf("a:t", {}, kind.prompt);
}

/// A master's placeholders have ids of their own: title, text, date, footer and number, the last three at 2, 3 and 4.
XmlAttributes master_kind(Placeholder placeholder) {
  switch (placeholder) {
    case Placeholder::date:
      return {{"type", "dt"}, {"sz", "half"}, {"idx", 2}};
    case Placeholder::footer:
      return {{"type", "ftr"}, {"sz", "quarter"}, {"idx", 3}};
    case Placeholder::slide_number:
      return {{"type", "sldNum"}, {"sz", "quarter"}, {"idx", 4}};
    case Placeholder::body:
      return {{"type", "body"}, {"idx", 1}};
    default:
      return {{"type", "title"}};
  }
}

void write_design_frame(XmlWriter& xml, const PageLayout::Frame& frame, int id, const SlideDesign& design, bool of_master) {
  const auto shape = xml.element("p:sp");
  const PlaceholderKind& kind = placeholder_kind(frame.placeholder);
  const std::string name = std::string(kind.name) + " Placeholder " + std::to_string(id - 1);
  write_placeholder_head(xml, {id, name, of_master ? master_kind(frame.placeholder) : placeholder_attributes(frame.placeholder)});
  {
    const auto properties = xml.element("p:spPr");
    write_frame(xml, to_emu(frame.box));
    write_preset_geometry(xml, "rect");
  }
  write_frame_text(xml, frame, design, of_master);
}

/// The frames a master has: of each kind the first layout's, title and text as the slide's size suggests where none has one.
std::vector<PageLayout::Frame> master_frames(const SlideDesign& design, Size size) {
  const Rect title = title_place(size);
  const Rect body{title.x, title.bottom() + 12, title.width, size.height * 0.94 - title.bottom() - 12};
  std::vector<PageLayout::Frame> frames;
  for (const Placeholder wanted :
       {Placeholder::title, Placeholder::body, Placeholder::date, Placeholder::footer, Placeholder::slide_number}) {
    const PageLayout::Frame* best = nullptr;
    for (const DesignLayout& layout : design.layouts)
      for (const PageLayout::Frame& frame : layout.layout.frames)
        if (frame.placeholder == wanted && (!best || (best->box.height > frame.box.height && wanted == Placeholder::title))) best = &frame;
    if (best)
      frames.push_back(*best);
    else if (wanted == Placeholder::title || wanted == Placeholder::body)
      frames.push_back({wanted, wanted == Placeholder::title ? title : body, Anchor::top, Align::left, 18, false, design.title.color});
  }
  return frames;
}

void write_color_background(XmlWriter& xml, const Color& color, const DocumentTheme& theme) {
  const auto background = xml.element("p:bg");
  const auto properties = xml.element("p:bgPr");
  write_fill(xml, Fill{color}, theme);
  xml.leaf("a:effectLst");
}

bool has_kind(const PageLayout& layout, Placeholder placeholder) {
  return std::ranges::any_of(layout.frames, [&](const PageLayout::Frame& frame) { return frame.placeholder == placeholder; });
}

/// The type by which Office and others know a layout, or "" where it is like none of theirs.
std::string_view layout_type(const PageLayout& layout) {
  const bool title = has_kind(layout, Placeholder::title), body = has_kind(layout, Placeholder::body);
  const bool second = has_kind(layout, Placeholder::body_2), subtitle = has_kind(layout, Placeholder::subtitle);
  if (subtitle || has_kind(layout, Placeholder::picture) || has_kind(layout, Placeholder::header)) return "";
  if (title && body) return second ? "twoObj" : "obj";
  if (title) return "titleOnly";
  return body ? "" : "blank";
}

}  // namespace

std::string deck_master_xml(const SlideDesign& design, Size size) {
  XmlWriter xml;
  {
    const auto root = begin_part(xml, "p:sldMaster");
    {
      const auto slide = xml.element("p:cSld");
      write_background(xml, "bg2");
      const auto tree = xml.element("p:spTree");
      write_tree_root(xml);
      int id = 2;
      for (const PageLayout::Frame& frame : master_frames(design, size)) write_design_frame(xml, frame, id++, design, true);
    }
    write_color_map(xml);
    {
      const auto list = xml.element("p:sldLayoutIdLst");
      for (std::size_t i = 0; i < design.layouts.size(); ++i)
        xml.leaf("p:sldLayoutId", {{"id", 2147483649ULL + i}, {"r:id", "rId" + std::to_string(i + 1)}});
    }
    write_styles(xml, design);
  }
  return std::move(xml).take();
}

std::string deck_layout_xml(const SlideDesign& design, std::size_t layout, Size size) {
  const DesignLayout& own = design.layouts[layout];
  const std::string_view type = layout_type(own.layout);
  XmlWriter xml;
  {
    XmlAttributes attributes;
    if (!type.empty() && own.shows_title) attributes.push_back({"type", type});
    attributes.push_back({"preserve", 1});
    if (attributes.size() == 1) attributes.push_back({"userDrawn", 1});
    const auto root = begin_part(xml, "p:sldLayout", attributes);
    {
      const auto slide = xml.element("p:cSld", {{"name", own.layout.name}});
      if (own.layout.background.rgb != design.theme.background) write_color_background(xml, own.layout.background, design.theme);
      const auto tree = xml.element("p:spTree");
      write_tree_root(xml);
      int id = 2;
      if (!own.shows_title) {
        write_placeholder(xml, title_above_slide(size));
        ++id;
      }
      for (const PageLayout::Frame& frame : own.layout.frames)
        if (frame.placeholder != Placeholder::none) write_design_frame(xml, frame, id++, design, false);
    }
    write_master_color_mapping(xml);
  }
  return std::move(xml).take();
}

}  // namespace drawplate
