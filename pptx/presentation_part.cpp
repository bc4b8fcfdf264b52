// See presentation_part.h.
#include "pptx/presentation_part.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "pptx/part_blocks.h"

namespace drawplate {
namespace {

constexpr std::size_t first_slide_id = 256;

/// The same for the same section of the same deck: Office needs some GUID, not a new one.
std::string section_guid(std::string_view name, std::size_t index) {
  std::uint64_t hash = 14695981039346656037u;  // FNV-1a
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  const std::uint64_t more = (hash ^ (index + 1)) * 1099511628211u;
  return fmt::format("{{{:08X}-{:04X}-4{:03X}-8{:03X}-{:012X}}}", hash >> 32, hash >> 16 & 0xFFFF, hash & 0xFFF, more >> 52,
                     more & 0xFFFFFFFFFFFF);
}

void write_section(XmlWriter& xml, std::string_view name, std::size_t begin, std::size_t end) {
  const auto section = xml.element("p14:section", {{"name", name}, {"id", section_guid(name, begin)}});
  const auto list = xml.element("p14:sldIdLst");
  for (std::size_t i = begin; i < end; ++i) xml.leaf("p14:sldId", {{"id", first_slide_id + i}});
}

/// Every slide must be in a section: those before the first named one get Office's own name for such.
void write_sections(XmlWriter& xml, const std::vector<PresentationSlide>& slides) {
  const auto begins = [](const PresentationSlide& slide) { return !slide.section.empty(); };
  if (std::ranges::none_of(slides, begins)) return;
  const auto list = xml.element("p:extLst");
  const auto extension = xml.element("p:ext", {{"uri", "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"}});
  const auto sections = xml.element("p14:sectionLst", {{"xmlns:p14", "http://schemas.microsoft.com/office/powerpoint/2010/main"}});
  for (std::size_t begin = 0; begin < slides.size();) {
    std::size_t end = begin + 1;
    while (end < slides.size() && !begins(slides[end])) ++end;
    write_section(xml, begins(slides[begin]) ? std::string_view(slides[begin].section) : "Default Section", begin, end);
    begin = end;
  }
}

void write_fonts(XmlWriter& xml, const std::vector<PresentationFont>& fonts) {
  if (fonts.empty()) return;
  constexpr std::array<std::string_view, 4> styles = {"p:regular", "p:bold", "p:italic", "p:boldItalic"};
  const auto list = xml.element("p:embeddedFontLst");
  for (const PresentationFont& font : fonts) {
    const auto entry = xml.element("p:embeddedFont");
    xml.leaf("p:font", {{"typeface", font.typeface}});
    for (std::size_t i = 0; i < styles.size(); ++i)
      if (!font.styles[i].empty()) xml.leaf(styles[i], {{"r:id", font.styles[i]}});
  }
}

XmlAttributes root_attributes(const PresentationContents& contents) {
  XmlAttributes attributes;
  if (!contents.fonts.empty()) attributes.push_back({"embedTrueTypeFonts", 1});
  attributes.push_back({"saveSubsetFonts", 1});
  attributes.push_back({"autoCompressPictures", 0});
  return attributes;
}

}  // namespace

std::string presentation_xml(const PresentationContents& contents) {
  XmlWriter xml;
  {
    const auto root = begin_part(xml, "p:presentation", root_attributes(contents));
    {
      const auto list = xml.element("p:sldMasterIdLst");
      xml.leaf("p:sldMasterId", {{"id", 2147483648LL}, {"r:id", contents.master}});
    }
    {
      const auto list = xml.element("p:notesMasterIdLst");
      xml.leaf("p:notesMasterId", {{"r:id", contents.notes_master}});
    }
    {
      const auto list = xml.element("p:sldIdLst");
      for (std::size_t i = 0; i < contents.slides.size(); ++i)
        xml.leaf("p:sldId", {{"id", first_slide_id + i}, {"r:id", contents.slides[i].relationship}});
    }
    xml.leaf("p:sldSz", {{"cx", to_emu(contents.size.width)}, {"cy", to_emu(contents.size.height)}});
    xml.leaf("p:notesSz", {{"cx", 6858000}, {"cy", 9144000}});
    write_fonts(xml, contents.fonts);
    {
      const auto style = xml.element("p:defaultTextStyle");
      write_text_levels(xml, 1800);
    }
    write_sections(xml, contents.slides);
  }
  return std::move(xml).take();
}

}  // namespace drawplate
