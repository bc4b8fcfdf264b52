// See theme_part.h.
#include "pptx/theme_part.h"

#include <cstddef>
#include <utility>

#include "pptx/drawing.h"
#include "pptx/xml.h"

namespace drawplate {
namespace {

void write_theme_color(XmlWriter& xml, const std::string& name, Rgb color) {
  const auto element = xml.element("a:" + name);
  xml.leaf("a:srgbClr", {{"val", hex_color(color)}});
}

void write_color_scheme(XmlWriter& xml, const DocumentTheme& theme) {
  const auto scheme = xml.element("a:clrScheme", {{"name", theme.name}});
  write_theme_color(xml, "dk1", theme.ink);
  write_theme_color(xml, "lt1", theme.card);
  write_theme_color(xml, "dk2", theme.connector);
  write_theme_color(xml, "lt2", theme.background);
  for (int i = 0; i < 6; ++i) write_theme_color(xml, "accent" + std::to_string(i + 1), theme.accents[static_cast<std::size_t>(i)]);
  write_theme_color(xml, "hlink", theme.connector);
  write_theme_color(xml, "folHlink", theme.muted);
}

void write_font_scheme(XmlWriter& xml, const DocumentTheme& theme) {
  const auto scheme = xml.element("a:fontScheme", {{"name", theme.name}});
  for (const auto& [name, family] : {std::pair{"a:majorFont", &theme.heading_family}, std::pair{"a:minorFont", &theme.body_family}}) {
    const auto font = xml.element(name);
    xml.leaf("a:latin", {{"typeface", family->empty() ? "Arial" : *family}});  // must not be empty
    xml.leaf("a:ea", {{"typeface", ""}});
    xml.leaf("a:cs", {{"typeface", ""}});
  }
}

void write_placeholder_fill(XmlWriter& xml) {
  const auto fill = xml.element("a:solidFill");
  xml.leaf("a:schemeClr", {{"val", "phClr"}});
}

/// Three of each, as the schema asks; all plain, since drawplate knows no effects.
void write_format_scheme(XmlWriter& xml, const DocumentTheme& theme) {
  const auto scheme = xml.element("a:fmtScheme", {{"name", theme.name}});
  {
    const auto fills = xml.element("a:fillStyleLst");
    for (int i = 0; i < 3; ++i) write_placeholder_fill(xml);
  }
  {
    const auto lines = xml.element("a:lnStyleLst");
    for (const int width : {12700, 19050, 25400}) {
      const auto line = xml.element("a:ln", {{"w", width}, {"cap", "flat"}, {"cmpd", "sng"}, {"algn", "ctr"}});
      write_placeholder_fill(xml);
      xml.leaf("a:prstDash", {{"val", "solid"}});
      xml.leaf("a:round");
    }
  }
  {
    const auto effects = xml.element("a:effectStyleLst");
    for (int i = 0; i < 3; ++i) {
      const auto style = xml.element("a:effectStyle");
      xml.leaf("a:effectLst");
    }
  }
  const auto backgrounds = xml.element("a:bgFillStyleLst");
  for (int i = 0; i < 3; ++i) write_placeholder_fill(xml);
}

/// What has no place in the scheme: offered below it in the colour menus.
void write_more_colors(XmlWriter& xml, const DocumentTheme& theme) {
  const auto list = xml.element("a:custClrLst");
  for (const auto& [name, color] :
       {std::pair{"muted", theme.muted}, std::pair{"slate", theme.accents.back()}, std::pair{"loop", theme.loop}}) {
    const auto element = xml.element("a:custClr", {{"name", name}});
    xml.leaf("a:srgbClr", {{"val", hex_color(color)}});
  }
}

}  // namespace

std::string theme_xml(const DocumentTheme& theme, std::string_view name) {
  XmlWriter xml;
  {
    const auto root = xml.element("a:theme", {{"xmlns:a", drawingml_namespace}, {"name", name}});
    {
      const auto elements = xml.element("a:themeElements");
      write_color_scheme(xml, theme);
      write_font_scheme(xml, theme);
      write_format_scheme(xml, theme);
    }
    xml.leaf("a:objectDefaults");
    xml.leaf("a:extraClrSchemeLst");
    write_more_colors(xml, theme);
  }
  return std::move(xml).take();
}

}  // namespace drawplate
