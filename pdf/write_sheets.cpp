// See write_sheets.h.
#include "pdf/write_sheets.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "pdf/finish_file.h"
#include "pdf/metadata.h"
#include "pdf/paint_page.h"
#include "pdf/write_item.h"

namespace drawplate {
namespace pdf {
namespace {

/// A form on a sheet, by its name in the sheet's resources.
struct PlacedForm {
  std::string resource;
  const PlacedPage* placed = nullptr;
  Size size;  ///< of the page itself
};

/// From the page's coordinates to the sheet's, both PDF's.
Affine placement(const PlacedForm& form, Pt sheet_height) {
  const Rect& box = form.placed->box;
  const double scale = box.width / form.size.width;
  return {scale, 0, 0, scale, box.x, sheet_height - box.bottom()};
}

/// What a link on the page covers on the sheet; PDF's coordinates.
Rect on_sheet(const Rect& box, const PlacedForm& form, Pt sheet_height) {
  const double scale = form.placed->box.width / form.size.width;
  const Rect moved{form.placed->box.x + box.x * scale, form.placed->box.y + box.y * scale, box.width * scale, box.height * scale};
  return {moved.x, sheet_height - moved.bottom(), moved.width, moved.height};
}

class SheetsFile {
 public:
  SheetsFile(const Document& document, const std::vector<Sheet>& sheets, const FileContext& file, const PdfOptions& options)
      : document_(document), sheets_(sheets), file_(file), options_(options) {}

  Result<std::string> write() {
    const Result<ImageObjects> images = write_images(document_, file_.images, objects_);
    if (!images) return tl::unexpected(images.error());
    has_masks_ = images->has_masks;
    parts_.has_cmyk = images->has_cmyk;
    fonts_ = write_fonts(file_.fonts, objects_);
    page_resources_ = objects_.add(Dict().set("Font", fonts_).set("XObject", images->resources));
    reserve();
    for (std::size_t i = 0; i < sheets_.size(); ++i) {
      write_sheet(i);
      constexpr double sheets_share = 0.5;  // the rest is compressing
      if (options_.progress) options_.progress(sheets_share * static_cast<double>(i + 1) / static_cast<double>(sheets_.size()));
    }
    finish_pages(parts_, pages_, std::move(dicts_), objects_);
    return finish_file(document_, std::move(parts_), objects_);
  }

 private:
  void reserve() {
    std::int64_t containers = 0;
    for (const Sheet& sheet : sheets_) {
      pages_.push_back(objects_.reserve());
      ++containers;
      for (const PlacedPage& placed : sheet.placed) {
        const Page& page = document_.pages[placed.page];
        if (placed.alt.empty()) ++containers;
        if (!page.id.empty()) by_id_.try_emplace(page.id, pages_.back());
        parts_.bookmarks.push_back(placed.alt.empty() ? Bookmark{page.title, page.section, pages_.back()}
                                                      : Bookmark{placed.alt, "", pages_.back()});
      }
    }
    next_annotation_ = containers;
  }

  Dict form_dict(Size size) const {
    Dict dict;
    dict.set("Type", name("XObject")).set("Subtype", name("Form")).set("BBox", Array{0, 0, size.width, size.height});
    dict.set("Resources", page_resources_);
    if (has_masks_) dict.set("Group", transparency());
    return dict;
  }
  static Dict transparency() { return Dict().set("S", name("Transparency")).set("CS", name("DeviceRGB")); }

  /// A page with its structure; it can stand in a file but once.
  Ref structured_form(const PlacedForm& form, std::size_t sheet, Array& annotations) {
    const Page& page = document_.pages[form.placed->page];
    PageContent content = paint_page(page, file_, title_of(document_));
    add_to_hash(parts_, content.bytes);
    TaggedPage tagged{pages_[sheet],   page.title, std::move(content.tags), std::move(content.sequences), std::move(content.links), {},
                      next_annotation_};
    for (const LinkArea& link : tagged.links) {
      const Rect box = on_sheet(link.box, form, sheets_[sheet].page.size.height);
      tagged.annotations.push_back(write_annotation(link, box, next_annotation_++, by_id_, objects_));
      annotations.emplace_back(tagged.annotations.back());
    }
    Dict dict = form_dict(page.size);
    dict.set("StructParents", static_cast<std::int64_t>(parts_.tagged.size()));
    tagged.form = objects_.add_stream(std::move(dict), std::move(content.bytes), deflate_);
    parts_.tagged.push_back(std::move(tagged));
    return *parts_.tagged.back().form;
  }

  /// A page as a picture, once however often it is shown.
  Ref picture_form(std::uint32_t page) {
    const auto [place, is_new] = pictures_.try_emplace(page);
    if (is_new) {
      std::string content = paint_unmarked(document_.pages[page], file_);
      add_to_hash(parts_, content);
      place->second = objects_.add_stream(form_dict(document_.pages[page].size), std::move(content), deflate_);
    }
    return place->second;
  }

  void write_sheet(std::size_t index) {
    const Sheet& sheet = sheets_[index];
    Array annotations;
    Dict forms;
    std::vector<PlacedForm> placed;
    for (const PlacedPage& page : sheet.placed) {
      placed.push_back({"S" + std::to_string(placed.size() + 1), &page, document_.pages[page.page].size});
      forms.set(placed.back().resource, page.alt.empty() ? structured_form(placed.back(), index, annotations) : picture_form(page.page));
    }
    PageContent content = paint_page(sheet.page, file_, {}, [&](Canvas& canvas) { paint_forms(placed, canvas); });
    add_to_hash(parts_, content.bytes);
    Dict dict;
    dict.set("Type", name("Page")).set("MediaBox", Array{0, 0, sheet.page.size.width, sheet.page.size.height});
    dict.set("Resources", Dict().set("Font", fonts_).set("XObject", std::move(forms)));
    dict.set("Contents", objects_.add_stream({}, std::move(content.bytes), deflate_));
    dict.set("StructParents", static_cast<std::int64_t>(parts_.tagged.size())).set("Tabs", name("S"));
    if (has_masks_) dict.set("Group", transparency());
    if (!annotations.empty()) dict.set("Annots", std::move(annotations));
    dicts_.push_back(std::move(dict));
    parts_.tagged.push_back({pages_[index], sheet.page.title, std::move(content.tags), std::move(content.sequences), {}, {}, 0});
  }

  /// Forms with structure of their own lie in no sequence of the sheet; pictures are its figures.
  static void paint_forms(const std::vector<PlacedForm>& forms, Canvas& canvas) {
    for (const PlacedForm& form : forms) {
      const PlacedPage& placed = *form.placed;
      canvas.marks.finish();
      const Rect shown = canvas.place_box(placed.clip.value_or(placed.box));
      if (!placed.alt.empty()) {
        Mark mark;
        mark.tag = add_tag(canvas.tags, Tag{"Figure", {}, -1, figure_attributes(placed.alt, shown)});
        canvas.marks.enter(mark);
      }
      const SavedState saved(canvas.content);
      canvas.content.rectangle({shown.x, shown.y}, {shown.width, shown.height}).clip();
      canvas.content.transform(placement(form, canvas.page_height)).draw_object(form.resource);
    }
  }

  const Document& document_;
  const std::vector<Sheet>& sheets_;
  const FileContext& file_;
  const PdfOptions& options_;
  Deflate deflate_ = options_.compression == PdfOptions::Compression::on ? Deflate::yes : Deflate::no;
  ObjectTable objects_;
  FileParts parts_;
  Dict fonts_;
  Ref page_resources_;
  bool has_masks_ = false;
  std::vector<Ref> pages_;
  std::vector<Dict> dicts_;
  PagesById by_id_;
  std::map<std::uint32_t, Ref> pictures_;
  std::int64_t next_annotation_ = 0;
};

}  // namespace
}  // namespace pdf

Result<std::string> write_sheets(const Document& document, const std::vector<Sheet>& sheets, const FontCatalog& fonts,
                                 const PdfOptions& options) {
  if (sheets.empty()) return failure("there is no sheet to write");
  std::vector<const Page*> pages, sources;
  for (const Page& page : document.pages) sources.push_back(&page);
  pages = sources;
  for (const Sheet& sheet : sheets) pages.push_back(&sheet.page);
  const Result<pdf::FontSet> embedded = pdf::collect_fonts(pages, fonts);
  if (!embedded) return tl::unexpected(embedded.error());
  const pdf::ImageSet images = pdf::collect_images(document, sources);
  const pdf::FileContext file{*embedded, images, document.meta.lang, pdf::page_ids_of(document)};
  return pdf::SheetsFile(document, sheets, file, options).write();
}

}  // namespace drawplate
