// See write_pptx.h. The parts of a presentation and how they are related; what is in them is written elsewhere.
#include "pptx/write_pptx.h"

#include <fmt/format.h>

#include <cstddef>
#include <optional>
#include <set>
#include <vector>

#include "layout/page/page_walk.h"
#include "pptx/deck_parts.h"
#include "pptx/face_parts.h"
#include "pptx/notes_parts.h"
#include "pptx/package.h"
#include "pptx/presentation_part.h"
#include "pptx/property_parts.h"
#include "pptx/slide_index.h"
#include "pptx/template_parts.h"
#include "pptx/theme_part.h"
#include "pptx/write_slide.h"

namespace drawplate {
namespace {

constexpr std::string_view presentation = "ppt/presentation.xml", master = "ppt/slideMasters/slideMaster1.xml",
                           notes_master = "ppt/notesMasters/notesMaster1.xml";
constexpr Pt smallest_side = 72, largest_side = 56 * 72;  // ST_SlideSizeCoordinate

std::string office_type(std::string_view name) { return "application/vnd.openxmlformats-officedocument." + std::string(name) + "+xml"; }
std::string presentation_type(std::string_view name) { return office_type("presentationml." + std::string(name)); }

std::string numbered(std::string_view stem, std::size_t index) { return std::string(stem) + std::to_string(index + 1) + ".xml"; }
std::string layout_name(std::size_t index) { return numbered("ppt/slideLayouts/slideLayout", index); }
std::string font_name(std::size_t index) { return "ppt/fonts/font" + std::to_string(index + 1) + ".fntdata"; }
std::string notes_name(std::size_t index) { return numbered("ppt/notesSlides/notesSlide", index); }

PresentationContents relate_presentation(Package& package, const Document& document, const std::vector<EmbeddedFamily>& families) {
  const std::string source(presentation);
  const auto relate = [&](std::string_view type, const std::string& target) {
    return package.relate(source, office_relationship(type), target);
  };
  PresentationContents contents;
  contents.size = slide_size(document);
  contents.master = relate("slideMaster", std::string(master));
  for (std::size_t i = 0; i < document.pages.size(); ++i)
    contents.slides.push_back({relate("slide", slide_part_name(i)), document.pages[i].section});
  contents.notes_master = relate("notesMaster", std::string(notes_master));
  relate("presProps", "ppt/presProps.xml");
  relate("viewProps", "ppt/viewProps.xml");
  relate("theme", "ppt/theme/theme1.xml");
  relate("tableStyles", "ppt/tableStyles.xml");
  std::size_t number = 0;
  for (const EmbeddedFamily& family : families) {
    PresentationFont& font = contents.fonts.emplace_back(PresentationFont{family.typeface, {}});
    for (std::size_t i = 0; i < family.styles.size(); ++i)
      if (family.styles[i]) font.styles[i] = relate("font", font_name(number++));
  }
  return contents;
}

/// The layout of a page in a file of diagrams alone.
std::size_t diagram_layout(const Page& page) {
  const bool drawn_title = SlideIndex(page).title().has_value();
  return static_cast<std::size_t>(drawn_title ? DiagramLayout::title_only : DiagramLayout::diagram);
}

void add_slide(Package& package, const SlideSources& sources, std::size_t i) {
  const Page& page = sources.document.pages[i];
  const std::string part = slide_part_name(i);
  const std::size_t layout = sources.design ? sources.design->layout_of_page[i] : diagram_layout(page);
  package.relate(part, office_relationship("slideLayout"), layout_name(layout));
  if (!page.notes.empty()) package.relate(part, office_relationship("notesSlide"), notes_name(i));
  package.add_part(part, presentation_type("slide"), slide_xml(sources, i, package));
}

void add_notes(Package& package, const Document& document) {
  package.add_part(std::string(notes_master), presentation_type("notesMaster"), notes_master_xml());
  package.relate(std::string(notes_master), office_relationship("theme"), "ppt/theme/theme2.xml");
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    if (document.pages[i].notes.empty()) continue;
    package.add_part(notes_name(i), presentation_type("notesSlide"), notes_slide_xml(document.pages[i].notes, document.meta.lang));
    package.relate(notes_name(i), office_relationship("notesMaster"), std::string(notes_master));
    package.relate(notes_name(i), office_relationship("slide"), slide_part_name(i));
  }
}

void add_masters(Package& package, const Document& document, const SlideDesign* design) {
  const std::string source(master);
  const Size size = slide_size(document);
  package.add_part(source, presentation_type("slideMaster"), design ? deck_master_xml(*design, size) : slide_master_xml(size));
  const std::size_t count = design ? design->layouts.size() : diagram_layout_count;
  for (std::size_t i = 0; i < count; ++i) {
    package.relate(source, office_relationship("slideLayout"), layout_name(i));
    package.add_part(layout_name(i), presentation_type("slideLayout"),
                     design ? deck_layout_xml(*design, i, size) : slide_layout_xml(static_cast<DiagramLayout>(i), size));
    package.relate(layout_name(i), office_relationship("slideMaster"), source);
  }
  package.relate(source, office_relationship("theme"), "ppt/theme/theme1.xml");
  const DocumentTheme& theme = design ? design->theme : document.theme;
  package.add_part("ppt/theme/theme1.xml", office_type("theme"), theme_xml(theme, theme.name));
  package.add_part("ppt/theme/theme2.xml", office_type("theme"), theme_xml(theme, theme.name + " notes"));
}

/// Each image once, however often it is shown.
void add_images(Package& package, const Document& document) {
  std::set<ImageId> used;
  for (const Page& page : document.pages) {
    for_each_item(page.items, [&](const Item& item) {
      if (const auto image = image_of(item)) used.insert(*image);
    });
    if (page.background_image) used.insert(*page.background_image);
  }
  for (const ImageId image : used)
    if (static_cast<std::size_t>(image) < document.images.size())
      package.add_part(image_part_name(document, image), "", document.images[static_cast<std::size_t>(image)].bytes);
}

void add_fonts(Package& package, const std::vector<EmbeddedFamily>& families) {
  std::size_t number = 0;
  for (const EmbeddedFamily& family : families)
    for (const auto& file : family.styles)
      if (file) package.add_part(font_name(number++), "", *file);
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
  const Size size = slide_size(document);
  for (const Pt side : {size.width, size.height})
    if (side < smallest_side || side > largest_side)
      return failure(fmt::format("a page of {:.0f} by {:.0f} pt cannot be a slide: each side must have 72 to 4032 pt (1 to 56 inches)",
                                 size.width, size.height));

  std::vector<EmbeddedFamily> families;
  if (options.fonts != PptxFonts::named) families = embedded_families(document, fonts);
  Package package;
  package.relate("", office_relationship("officeDocument"), std::string(presentation));
  package.relate("", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml");
  package.relate("", office_relationship("extended-properties"), "docProps/app.xml");
  package.add_part(std::string(presentation), presentation_type("presentation.main"),
                   presentation_xml(relate_presentation(package, document, families)));
  std::optional<SlideDesign> design;
  if (!document.layouts.empty()) design = design_of(document, fonts);
  SlideSources sources{document, fonts, options.connectors, design ? &*design : nullptr, {}};
  for (std::size_t i = 0; i < document.pages.size(); ++i)
    if (!document.pages[i].id.empty()) sources.page_of_id.try_emplace(document.pages[i].id, i);
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    add_slide(package, sources, i);
    constexpr double slides_share = 0.7;  // the rest is compressing
    if (options.progress) options.progress(slides_share * static_cast<double>(i + 1) / static_cast<double>(document.pages.size()));
  }
  add_masters(package, document, sources.design);
  add_images(package, document);
  add_notes(package, document);
  add_fonts(package, families);
  add_properties(package, document);
  return package.to_zip();
}

}  // namespace drawplate
