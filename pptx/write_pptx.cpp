// See write_pptx.h. The parts of a presentation and how they are related; what is in them is written elsewhere.
#include "pptx/write_pptx.h"

#include <fmt/format.h>

#include <array>

#include "pptx/drawing.h"
#include "pptx/package.h"
#include "pptx/template_parts.h"
#include "pptx/theme_part.h"
#include "pptx/write_item.h"

namespace drawplate {
namespace {

constexpr std::string_view presentation = "ppt/presentation.xml", master = "ppt/slideMasters/slideMaster1.xml",
                           notes_master = "ppt/notesMasters/notesMaster1.xml";
constexpr Pt smallest_side = 72, largest_side = 56 * 72;  // ST_SlideSizeCoordinate

std::string office_type(std::string_view name) { return "application/vnd.openxmlformats-officedocument." + std::string(name) + "+xml"; }
std::string presentation_type(std::string_view name) { return office_type("presentationml." + std::string(name)); }

std::string numbered(std::string_view stem, std::size_t index) { return std::string(stem) + std::to_string(index + 1) + ".xml"; }
std::string slide_name(std::size_t index) { return numbered("ppt/slides/slide", index); }
std::string layout_name(std::size_t index) { return numbered("ppt/slideLayouts/slideLayout", index); }
std::string notes_name(std::size_t index) { return numbered("ppt/notesSlides/notesSlide", index); }

/// Relationship ids that p:presentation names.
struct PresentationParts {
  std::string master, notes_master;
  std::vector<std::string> slides;
};

PresentationParts relate_presentation(Package& package, std::size_t slides) {
  const std::string source(presentation);
  const auto relate = [&](std::string_view type, const std::string& target) {
    return package.relate(source, office_relationship(type), target);
  };
  PresentationParts parts;
  parts.master = relate("slideMaster", std::string(master));
  for (std::size_t i = 0; i < slides; ++i) parts.slides.push_back(relate("slide", slide_name(i)));
  parts.notes_master = relate("notesMaster", std::string(notes_master));
  relate("presProps", "ppt/presProps.xml");
  relate("viewProps", "ppt/viewProps.xml");
  relate("theme", "ppt/theme/theme1.xml");
  relate("tableStyles", "ppt/tableStyles.xml");
  return parts;
}

std::string presentation_xml(const PresentationParts& parts, Size size) {
  XmlWriter xml;
  {
    const auto root = xml.element("p:presentation", {{"xmlns:a", drawingml_namespace},
                                                     {"xmlns:r", relationships_namespace},
                                                     {"xmlns:p", presentationml_namespace},
                                                     {"saveSubsetFonts", 1},
                                                     {"autoCompressPictures", 0}});
    {
      const auto list = xml.element("p:sldMasterIdLst");
      xml.leaf("p:sldMasterId", {{"id", 2147483648LL}, {"r:id", parts.master}});
    }
    {
      const auto list = xml.element("p:notesMasterIdLst");
      xml.leaf("p:notesMasterId", {{"r:id", parts.notes_master}});
    }
    {
      const auto list = xml.element("p:sldIdLst");
      for (std::size_t i = 0; i < parts.slides.size(); ++i) xml.leaf("p:sldId", {{"id", 256 + i}, {"r:id", parts.slides[i]}});
    }
    xml.leaf("p:sldSz", {{"cx", to_emu(size.width)}, {"cy", to_emu(size.height)}});
    xml.leaf("p:notesSz", {{"cx", 6858000}, {"cy", 9144000}});
    const auto style = xml.element("p:defaultTextStyle");
    write_text_levels(xml, 1800);
  }
  return std::move(xml).take();
}

void write_slide_background(XmlWriter& xml, const Page& page, const DocumentTheme& theme) {
  const auto background = xml.element("p:bg");
  const auto properties = xml.element("p:bgPr");
  write_fill(xml, Fill{page.background}, theme);
  xml.leaf("a:effectLst");
}

void write_tree(XmlWriter& xml, const Page& page, const SlideIndex& index, SlideScope& scope, const Meta& meta) {
  const auto tree = xml.element("p:spTree");
  write_tree_root(xml);
  const std::string& title = page.title.empty() ? meta.title : page.title;
  if (!index.title() && !title.empty()) write_title_placeholder(xml, SlideIndex::title_id, title, meta.lang);
  write_items(scope, page.items);
}

std::string slide_xml(const Document& document, std::size_t page_index, const FontCatalog& fonts, ConnectorForm form, Package& package) {
  const Page& page = document.pages[page_index];
  const SlideIndex index(page);
  const auto link = [&](const std::string& address) {
    return package.relate_external(slide_name(page_index), office_relationship("hyperlink"), address);
  };
  XmlWriter xml;
  SlideScope scope{xml, index, {fonts, document.theme, document.meta.lang, link}, form, index.first_free_id()};
  {
    const auto root = xml.element(
        "p:sld", {{"xmlns:a", drawingml_namespace}, {"xmlns:r", relationships_namespace}, {"xmlns:p", presentationml_namespace}});
    {
      const auto slide = xml.element("p:cSld");
      write_slide_background(xml, page, document.theme);
      write_tree(xml, page, index, scope, document.meta);
    }
    const auto map = xml.element("p:clrMapOvr");
    xml.leaf("a:masterClrMapping");
  }
  return std::move(xml).take();
}

void add_slide(Package& package, const Document& document, std::size_t i, const FontCatalog& fonts, ConnectorForm form) {
  const Page& page = document.pages[i];
  const bool drawn_title = SlideIndex(page).title().has_value();
  package.relate(slide_name(i), office_relationship("slideLayout"), layout_name(drawn_title ? 0 : 1));
  if (!page.notes.empty()) package.relate(slide_name(i), office_relationship("notesSlide"), notes_name(i));
  package.add_part(slide_name(i), presentation_type("slide"), slide_xml(document, i, fonts, form, package));
}

void add_notes(Package& package, const Document& document) {
  package.add_part(std::string(notes_master), presentation_type("notesMaster"), notes_master_xml());
  package.relate(std::string(notes_master), office_relationship("theme"), "ppt/theme/theme2.xml");
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    if (document.pages[i].notes.empty()) continue;
    package.add_part(notes_name(i), presentation_type("notesSlide"), notes_slide_xml(document.pages[i].notes, document.meta.lang));
    package.relate(notes_name(i), office_relationship("notesMaster"), std::string(notes_master));
    package.relate(notes_name(i), office_relationship("slide"), slide_name(i));
  }
}

void add_masters(Package& package, const Document& document, Size size) {
  const std::string source(master);
  package.add_part(source, presentation_type("slideMaster"), slide_master_xml(size));
  for (std::size_t i = 0; i < slide_layout_count; ++i) {
    package.relate(source, office_relationship("slideLayout"), layout_name(i));
    package.add_part(layout_name(i), presentation_type("slideLayout"), slide_layout_xml(static_cast<SlideLayout>(i), size));
    package.relate(layout_name(i), office_relationship("slideMaster"), source);
  }
  package.relate(source, office_relationship("theme"), "ppt/theme/theme1.xml");
  package.add_part("ppt/theme/theme1.xml", office_type("theme"), theme_xml(document.theme, document.theme.name));
  package.add_part("ppt/theme/theme2.xml", office_type("theme"), theme_xml(document.theme, document.theme.name + " notes"));
}

void add_properties(Package& package, const Document& document) {
  std::size_t notes = 0;
  for (const Page& page : document.pages) notes += page.notes.empty() ? 0 : 1;
  package.add_part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", core_properties_xml(document.meta));
  package.add_part("docProps/app.xml", office_type("extended-properties"), app_properties_xml(document.pages.size(), notes));
  package.add_part("ppt/presProps.xml", presentation_type("presProps"), presentation_properties_xml());
  package.add_part("ppt/viewProps.xml", presentation_type("viewProps"), view_properties_xml());
  package.add_part("ppt/tableStyles.xml", presentation_type("tableStyles"), table_styles_xml());
}

}  // namespace

Result<std::string> write_pptx(const Document& document, const FontCatalog& fonts, const PptxOptions& options) {
  if (document.pages.empty()) return failure("a PPTX file needs a page");
  const Size size = document.pages.front().size;
  for (const Pt side : {size.width, size.height})
    if (side < smallest_side || side > largest_side)
      return failure(fmt::format("a page of {:.0f} by {:.0f} pt cannot be a slide: each side must have 72 to 4032 pt (1 to 56 inches)",
                                 size.width, size.height));

  Package package;
  package.relate("", office_relationship("officeDocument"), std::string(presentation));
  package.relate("", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml");
  package.relate("", office_relationship("extended-properties"), "docProps/app.xml");
  const PresentationParts parts = relate_presentation(package, document.pages.size());
  package.add_part(std::string(presentation), presentation_type("presentation.main"), presentation_xml(parts, size));
  for (std::size_t i = 0; i < document.pages.size(); ++i) add_slide(package, document, i, fonts, options.connectors);
  add_masters(package, document, size);
  add_notes(package, document);
  add_properties(package, document);
  return package.to_zip();
}

}  // namespace drawplate
