// The parts every presentation has and no slide decides: masters, layouts, properties. Each function gives one part's
// XML. It knows nothing of slides' contents.
#pragma once

#include <string>
#include <string_view>

#include "layout/page.h"
#include "pptx/xml.h"

namespace drawplate {

inline constexpr std::string_view presentationml_namespace = "http://schemas.openxmlformats.org/presentationml/2006/main";
inline constexpr std::string_view relationships_namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What a slide layout is for.
enum class SlideLayout : std::uint8_t {
  title_only,  ///< the title stands on the slide
  diagram      ///< the title stands above the slide, where only outlines and screen readers see it
};
inline constexpr int slide_layout_count = 2;

/// `size` is the slide's.
std::string slide_master_xml(Size size);
std::string slide_layout_xml(SlideLayout layout, Size size);
std::string notes_master_xml();
/// A notes slide with one paragraph a line.
std::string notes_slide_xml(std::string_view notes, std::string_view lang);
std::string presentation_properties_xml();
std::string view_properties_xml();
std::string table_styles_xml();
std::string core_properties_xml(const Meta& meta);
std::string app_properties_xml(std::size_t slides, std::size_t notes);

/// p:defaultTextStyle, p:otherStyle, …: nine levels of the body face at one size, in 100ths of a point.
void write_text_levels(XmlWriter& xml, int size);

/// "2026-11-23T14:56:18Z" for seconds since 1970.
std::string iso_time(std::int64_t seconds);

}  // namespace drawplate
