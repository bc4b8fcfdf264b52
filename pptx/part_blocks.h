// Pieces that masters, layouts and notes pages are made of: roots, text levels, colour maps, empty placeholders.
// They know nothing of slides' contents.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pptx/drawing.h"
#include "pptx/xml.h"

namespace drawplate {

inline constexpr std::string_view presentationml_namespace = "http://schemas.openxmlformats.org/presentationml/2006/main";
inline constexpr std::string_view relationships_namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The id of a field with a slide's number: one GUID is as good as another.
inline constexpr std::string_view slide_number_field = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}";

/// An empty placeholder of a master, a layout or a notes page.
struct PlaceholderShape {
  int id = 0;
  std::string_view name;
  XmlAttributes kind;             ///< of p:ph
  std::optional<EmuFrame> frame;  ///< none: inherited
  std::string_view prompt;        ///< text; empty: no text body
  std::string_view anchor = "t";
  bool sticks_out = false;  ///< text leaves the frame over its top edge instead of shrinking
};

/// A part's root element with the namespaces of presentations.
XmlWriter::Element begin_part(XmlWriter& xml, std::string_view name, const XmlAttributes& more = {});
/// One level's paragraph and run properties: `font` is "mj" or "mn", `size` in 100ths of a point.
void write_level(XmlWriter& xml, const std::string& name, int size, std::string_view font);
/// p:defaultTextStyle, p:otherStyle, …: nine levels of the body face at one size, in 100ths of a point.
void write_text_levels(XmlWriter& xml, int size);
void write_color_map(XmlWriter& xml);
void write_master_color_mapping(XmlWriter& xml);
/// p:bg in a colour of the scheme.
void write_background(XmlWriter& xml, std::string_view scheme_color);
/// p:nvSpPr.
void write_placeholder_head(XmlWriter& xml, const PlaceholderShape& placeholder);
void write_placeholder(XmlWriter& xml, const PlaceholderShape& placeholder);

Rect title_place(Size size);
/// A title of a slide that does not show it: a flat frame on the slide's upper edge, out of which the text grows upwards.
PlaceholderShape title_above_slide(Size size);

}  // namespace drawplate
