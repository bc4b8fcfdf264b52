// One page as a slide's XML, with the relationships that it needs. It knows no other part of the package.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>

#include "layout/page/page.h"
#include "pptx/deck_design.h"
#include "pptx/package.h"
#include "pptx/pptx_options.h"

namespace drawplate {

/// What slides share. `design` is null in files of diagrams alone.
struct SlideSources {
  const Document& document;
  const FontCatalog& fonts;
  ConnectorForm connectors = ConnectorForm::live;
  const SlideDesign* design = nullptr;
  std::map<std::string, std::size_t, std::less<>> page_of_id;
};

/// Part names: "ppt/slides/slide1.xml" for page 0.
std::string slide_part_name(std::size_t page);
std::string image_part_name(const Document& document, ImageId image);

/// The slide's XML; relates its part to what it links to and shows.
std::string slide_xml(const SlideSources& sources, std::size_t page, Package& package);

}  // namespace drawplate
