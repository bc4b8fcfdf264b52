// See write_slide.h.
#include "pptx/write_slide.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "layout/page/image_crop.h"
#include "layout/page/image_turn.h"
#include "pptx/drawing.h"
#include "pptx/part_blocks.h"
#include "pptx/shape_parts.h"
#include "pptx/write_item.h"
#include "pptx/write_picture.h"
#include "pptx/write_timing.h"

namespace drawplate {
namespace {

/// A slide's relationships, each target once.
class SlideTargets {
 public:
  SlideTargets(const SlideSources& sources, std::size_t page, Package& package)
      : sources_(sources), part_(slide_part_name(page)), package_(package) {}

  LinkReference link(const std::string& address) {
    if (!address.starts_with('#')) return {package_.relate_external(part_, office_relationship("hyperlink"), address), ""};
    const auto page = sources_.page_of_id.find(std::string_view(address).substr(1));
    if (page == sources_.page_of_id.end()) return {};
    return {relate("slide", slide_part_name(page->second)), "ppaction://hlinksldjump"};
  }
  std::string image(ImageId id) { return relate("image", image_part_name(sources_.document, id)); }

 private:
  std::string relate(std::string_view type, const std::string& part) {
    if (part == part_) return package_.relate(part_, office_relationship(type), part);  // a slide may link to itself
    const auto [place, is_new] = known_.try_emplace(part);
    if (is_new) place->second = package_.relate(part_, office_relationship(type), part);
    return place->second;
  }

  const SlideSources& sources_;
  std::string part_;
  Package& package_;
  std::map<std::string, std::string> known_;
};

void write_image_background(SlideScope& scope, const Page& page, const ImageData& image) {
  const auto fill = scope.xml.element("a:blipFill", {{"dpi", 0}, {"rotWithShape", 1}});
  write_image_fill(scope, *page.background_image, covering_part(upright_size(image), page.size));
}

/// Nothing where the page has its layout's background.
void write_slide_background(SlideScope& scope, const SlideSources& sources, const Page& page) {
  const SlideDesign* design = scope.text.design;
  const bool has_image = page.background_image && static_cast<std::size_t>(*page.background_image) < sources.document.images.size();
  if (design && !has_image && design->layouts[design->layout_of_page[scope.text.page]].layout.background.rgb == page.background.rgb) return;
  const auto background = scope.xml.element("p:bg");
  const auto properties = scope.xml.element("p:bgPr");
  if (has_image)
    write_image_background(scope, page, sources.document.images[static_cast<std::size_t>(*page.background_image)]);
  else
    write_fill(scope.xml, Fill{page.background}, sources.document.theme);
  scope.xml.leaf("a:effectLst");
}

/// Where a title stands that no item draws.
struct TitlePlace {
  std::string_view lang;
  std::optional<EmuFrame> frame{};  ///< none: the layout's
};

void write_title_placeholder(XmlWriter& xml, std::string_view title, const TitlePlace& place) {
  const auto shape = xml.element("p:sp");
  {
    const auto head = xml.element("p:nvSpPr");
    xml.leaf("p:cNvPr", {{"id", SlideIndex::title_id}, {"name", "Title"}});
    {
      const auto properties = xml.element("p:cNvSpPr");
      xml.leaf("a:spLocks", {{"noGrp", 1}});
    }
    const auto more = xml.element("p:nvPr");
    xml.leaf("p:ph", {{"type", "title"}});
  }
  {
    const auto properties = xml.element("p:spPr");
    if (place.frame) write_frame(xml, *place.frame);
  }
  const auto body = xml.element("p:txBody");
  if (place.frame) {
    const auto properties = xml.element("a:bodyPr", {{"lIns", 0}, {"tIns", 0}, {"rIns", 0}, {"bIns", 0}, {"anchor", "b"}});
    xml.leaf("a:noAutofit");
  } else {
    xml.leaf("a:bodyPr");
  }
  xml.leaf("a:lstStyle");
  const auto paragraph = xml.element("a:p");
  const auto run = xml.element("a:r");
  xml.leaf("a:rPr", {{"lang", office_language(place.lang)}, {"dirty", 0}});
  xml.text_leaf("a:t", {}, title);
}

/// The title that no item draws: in its layout's place where that is out of sight, else above the slide.
void write_unseen_title(SlideScope& scope, const SlideSources& sources, const Page& page) {
  const SlideDesign* design = scope.text.design;
  const std::string number = std::to_string(scope.text.page + 1);
  const std::string& title = !page.title.empty() ? page.title : design ? number : sources.document.meta.title;
  if (title.empty()) return;
  TitlePlace place{sources.document.meta.lang};
  if (design && design->layouts[design->layout_of_page[scope.text.page]].shows_title) place.frame = title_above_slide(page.size).frame;
  write_title_placeholder(scope.xml, title, place);
}

}  // namespace

std::string slide_part_name(std::size_t page) { return "ppt/slides/slide" + std::to_string(page + 1) + ".xml"; }

std::string image_part_name(const Document& document, ImageId image) {
  const auto index = static_cast<std::size_t>(image);
  const std::string_view extension = document.images[index].media_type == "image/png" ? ".png" : ".jpeg";
  return "ppt/media/image" + std::to_string(index + 1) + std::string(extension);
}

std::string slide_xml(const SlideSources& sources, std::size_t page_index, Package& package) {
  const Page& page = sources.document.pages[page_index];
  const SlideIndex index(page);
  SlideTargets targets(sources, page_index, package);
  const auto link = [&](const std::string& address) { return targets.link(address); };
  const DocumentTheme& theme = sources.design ? sources.design->theme : sources.document.theme;
  XmlWriter xml;
  SlideScope scope{xml,
                   index,
                   {sources.fonts, theme, sources.document.meta.lang, link, sources.design, page_index},
                   sources.connectors,
                   index.first_free_id()};
  scope.image = [&](ImageId image) { return targets.image(image); };
  scope.orientation = [&](ImageId image) { return orientation_of(sources.document.images[static_cast<std::size_t>(image)]); };
  {
    const auto root = begin_part(xml, "p:sld");
    {
      const auto slide = xml.element("p:cSld");
      write_slide_background(scope, sources, page);
      const auto tree = xml.element("p:spTree");
      write_tree_root(xml);
      if (!index.title()) write_unseen_title(scope, sources, page);
      write_items(scope, page.items);
    }
    write_master_color_mapping(xml);
    write_timing(xml, scope.builds);
  }
  return std::move(xml).take();
}

}  // namespace drawplate
