// See property_parts.h.
#include "pptx/property_parts.h"

#include <cstddef>
#include <utility>

#include "base/date_time.h"
#include "pptx/part_blocks.h"

namespace drawplate {

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

}  // namespace drawplate
