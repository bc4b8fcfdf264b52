// See write_pdf.h. Fonts first, since what a code means is known only when a face is subset; then pages, structure, and the
// dictionaries that hold all together.
#include "pdf/write_pdf.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "pdf/finish_file.h"
#include "pdf/metadata.h"
#include "pdf/paint_page.h"
#include "pdf/steps.h"

namespace drawplate {
namespace pdf {
namespace {

Deflate deflate_of(const PdfOptions& options) { return options.compression == PdfOptions::Compression::on ? Deflate::yes : Deflate::no; }

PagesById pages_by_id(const Document& document, std::span<const Ref> refs) {
  PagesById pages;
  for (std::size_t i = 0; i < refs.size(); ++i)
    if (!document.pages[i].id.empty()) pages.try_emplace(document.pages[i].id, refs[i]);
  return pages;
}

Result<FileParts> write_pages(const Document& document, const FileContext& file, const PdfOptions& options, ObjectTable& objects) {
  const Deflate deflate = deflate_of(options);
  FileParts pages;
  const Result<ImageObjects> images = write_images(document, file.images, objects);
  if (!images) return tl::unexpected(images.error());
  pages.has_cmyk = images->has_cmyk;
  Dict resources = Dict().set("Font", write_fonts(file.fonts, objects));
  if (!file.images.empty()) resources.set("XObject", images->resources);
  const Ref shared = objects.add(std::move(resources));
  std::vector<Dict> dicts;
  std::vector<Ref> refs;
  for (std::size_t i = 0; i < document.pages.size(); ++i) refs.push_back(objects.reserve());
  const PagesById by_id = pages_by_id(document, refs);
  auto next_key = static_cast<std::int64_t>(document.pages.size());
  const std::string fallback_alt = title_of(document);
  for (const Page& page : document.pages) {
    PageContent content = paint_page(page, file, fallback_alt);
    add_to_hash(pages, content.bytes);
    TaggedPage tagged{refs[pages.tagged.size()],
                      page.title,
                      std::move(content.tags),
                      std::move(content.sequences),
                      std::move(content.links),
                      {},
                      next_key};
    Array annotations;
    for (const LinkArea& link : tagged.links) {
      const Rect box{link.box.x, page.size.height - link.box.bottom(), link.box.width, link.box.height};
      tagged.annotations.push_back(write_annotation(link, box, next_key++, by_id, objects));
      annotations.emplace_back(tagged.annotations.back());
    }
    Dict dict;
    dict.set("Type", name("Page")).set("MediaBox", Array{0, 0, page.size.width, page.size.height}).set("Resources", shared);
    dict.set("Contents", objects.add_stream({}, std::move(content.bytes), deflate));
    dict.set("StructParents", static_cast<std::int64_t>(pages.tagged.size())).set("Tabs", name("S"));
    if (images->has_masks) dict.set("Group", Dict().set("S", name("Transparency")).set("CS", name("DeviceRGB")));
    if (!annotations.empty()) dict.set("Annots", std::move(annotations));
    dicts.push_back(std::move(dict));
    pages.tagged.push_back(std::move(tagged));
    constexpr double pages_share = 0.5;  // the rest is compressing
    if (options.progress) options.progress(pages_share * static_cast<double>(dicts.size()) / static_cast<double>(refs.size()));
  }
  finish_pages(pages, refs, std::move(dicts), objects);
  return pages;
}

std::vector<Bookmark> bookmarks_of(const Document& document, std::span<const TaggedPage> pages, std::span<const std::size_t> slides) {
  std::vector<Bookmark> bookmarks;
  for (std::size_t i = 0; i < pages.size(); ++i)
    if (i == 0 || slides[i] != slides[i - 1]) bookmarks.push_back({document.pages[i].title, document.pages[i].section, pages[i].page});
  return bookmarks;
}

Result<std::string> write_file(const Document& document, std::span<const std::size_t> slides, const FileContext& file,
                               const PdfOptions& options) {
  ObjectTable objects;
  Result<FileParts> parts = write_pages(document, file, options, objects);
  if (!parts) return tl::unexpected(parts.error());
  parts->bookmarks = bookmarks_of(document, parts->tagged, slides);
  if (!document.layouts.empty()) parts->labels = page_labels(slides);
  return finish_file(document, std::move(*parts), objects);
}

Result<std::string> write(const Document& document, std::span<const std::size_t> slides, const FontCatalog& catalog,
                          const PdfOptions& options) {
  std::vector<const Page*> pages;
  for (const Page& page : document.pages) pages.push_back(&page);
  const Result<FontSet> fonts = collect_fonts(pages, catalog);
  if (!fonts) return tl::unexpected(fonts.error());
  const ImageSet images = collect_images(document, pages);
  return write_file(document, slides, {*fonts, images, document.meta.lang, page_ids_of(document)}, options);
}

}  // namespace
}  // namespace pdf

Result<std::string> write_pdf(const Document& document, const FontCatalog& fonts, const PdfOptions& options) {
  if (document.pages.empty()) return failure("the document has no page");
  if (options.steps) {
    const pdf::SteppedDocument stepped = pdf::with_steps(document);
    return pdf::write(stepped.document, stepped.slides, fonts, options);
  }
  std::vector<std::size_t> slides;
  for (std::size_t i = 0; i < document.pages.size(); ++i) slides.push_back(i);
  return pdf::write(document, slides, fonts, options);
}

}  // namespace drawplate
