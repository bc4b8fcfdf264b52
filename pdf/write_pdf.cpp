// See write_pdf.h. Fonts first, since what a code means is known only when a face is subset; then pages, structure, and the
// dictionaries that hold all together.
#include "pdf/write_pdf.h"

#include <fmt/format.h>

#include "pdf/column_rules.h"
#include "pdf/font_objects.h"
#include "pdf/metadata.h"
#include "pdf/structure.h"
#include "pdf/walk.h"
#include "pdf/write_item.h"
#include "pdf/write_objects.h"

namespace drawplate {
namespace pdf {
namespace {

struct PageContent {
  std::string bytes;
  MarkedSequences sequences;
  std::vector<LinkArea> links;
};

Pt largest_text(const Page& page) {
  Pt size = 0;
  for_each_item(page.items, [&](const Item& item) {
    if (const TextBlock* block = text_of(item)) for_each_run(*block, [&](const GlyphRun& run) { size = std::max(size, run.size); });
  });
  return size;
}

PageContent paint_page(const Page& page, const FontSet& fonts, const std::string& lang) {
  PageContent result;
  ContentStream content;
  MarkedContent marks(content);
  Canvas canvas{content, marks, fonts, result.links, page.size.height, lang};
  content.line_join(LineJoin::round);

  marks.enter({});
  content.fill_color(page.background.rgb).rectangle({0, 0}, page.size).fill();
  std::map<ItemId, int> ranks;
  for (const ItemId id : page.reading_order) ranks.try_emplace(id, static_cast<int>(ranks.size()));
  const ItemContext context{ranks, std::nullopt, std::nullopt, false};
  for (const Item& item : page.items) write_item(item, context, canvas);
  write_column_rules(find_column_rules(page), largest_text(page), canvas);
  marks.finish();
  for (LinkArea& link : result.links)
    if (link.text.empty()) link.text = link.uri;

  result.bytes = content.bytes();
  result.sequences = marks.sequences();
  return result;
}

Rect flipped(const Rect& box, Pt page_height) { return {box.x, page_height - box.bottom(), box.width, box.height}; }

/// The box of all that is no decoration, or the page where there is none.
Rect figure_box(const Page& page) {
  std::optional<Rect> box;
  for (const Item& item : page.items) {
    if (item.role == Role::decoration) continue;
    box = box ? union_of(*box, bounds_of(item)) : bounds_of(item);
  }
  return flipped(box.value_or(Rect{0, 0, page.size.width, page.size.height}), page.size.height);
}

/// 7-bit: bytes outside what a URI may hold are percent-encoded; what is encoded already stays.
std::string encoded_uri(std::string_view uri) {
  std::string out;
  for (const char c : uri) {
    const bool plain = c > ' ' && c < 0x7f && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
    if (plain)
      out += c;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

Ref write_annotation(const LinkArea& link, Pt page_height, std::int64_t key, ObjectTable& objects) {
  const Rect box = flipped(link.box, page_height);
  constexpr int print = 4;
  Dict action;
  action.set("S", name("URI")).set("URI", text(encoded_uri(link.uri)));
  Dict annotation;
  annotation.set("Type", name("Annot")).set("Subtype", name("Link")).set("Rect", Array{box.left(), box.top(), box.right(), box.bottom()});
  annotation.set("Border", Array{0, 0, 0}).set("F", print).set("A", std::move(action)).set("StructParent", key);
  annotation.set("Contents", text(link.text));
  return objects.add(std::move(annotation));
}

/// A balanced tree over `kids`; returns the entries for the root, whose place is given.
Dict page_tree_node(std::span<const Ref> pages, Ref self, ObjectTable& objects, std::vector<Dict>& page_dicts, std::size_t first) {
  constexpr std::size_t fan_out = 64;
  Array kids;
  if (pages.size() <= fan_out) {
    for (std::size_t i = 0; i < pages.size(); ++i) {
      page_dicts[first + i].set("Parent", self);
      kids.emplace_back(pages[i]);
    }
  } else {
    std::size_t part = 1;
    while (part * fan_out < pages.size()) part *= fan_out;
    for (std::size_t at = 0; at < pages.size(); at += part) {
      const Ref node = objects.reserve();
      Dict dict = page_tree_node(pages.subspan(at, std::min(part, pages.size() - at)), node, objects, page_dicts, first + at);
      objects.set(node, std::move(dict.set("Parent", self)));
      kids.emplace_back(node);
    }
  }
  return Dict().set("Type", name("Pages")).set("Count", static_cast<std::int64_t>(pages.size())).set("Kids", std::move(kids));
}

/// Bookmarks, one a page.
Ref write_outline(const Document& document, std::span<const TaggedPage> pages, ObjectTable& objects) {
  const Ref root = objects.reserve();
  std::vector<Ref> entries;
  for (std::size_t i = 0; i < pages.size(); ++i) entries.push_back(objects.reserve());
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string& title = document.pages[i].title;
    Dict entry;
    entry.set("Title", text(title.empty() ? fmt::format("{}", i + 1) : title)).set("Parent", root);
    entry.set("Dest", Array{pages[i].page, name("Fit")});
    if (i > 0) entry.set("Prev", entries[i - 1]);
    if (i + 1 < pages.size()) entry.set("Next", entries[i + 1]);
    objects.set(entries[i], std::move(entry));
  }
  Dict dict;
  dict.set("Type", name("Outlines")).set("First", entries.front()).set("Last", entries.back());
  objects.set(root, std::move(dict.set("Count", static_cast<std::int64_t>(entries.size()))));
  return root;
}

bool has_picture(const Document& document) {
  bool found = false;
  for (const Page& page : document.pages)
    for_each_item(page.items, [&](const Item& item) { found = found || std::holds_alternative<Picture>(item.what); });
  return found;
}

/// Pages and all that hangs on them.
struct WrittenPages {
  std::vector<TaggedPage> tagged;
  Ref root;
  std::uint64_t content_hash = 14695981039346656037u;  // FNV-1a
};

WrittenPages write_pages(const Document& document, const FontSet& fonts, Deflate deflate, ObjectTable& objects) {
  WrittenPages pages;
  const Ref resources = objects.add(Dict().set("Font", write_fonts(fonts, objects)));
  std::vector<Dict> dicts;
  std::vector<Ref> refs;
  auto next_key = static_cast<std::int64_t>(document.pages.size());
  for (const Page& page : document.pages) {
    PageContent content = paint_page(page, fonts, document.meta.lang);
    for (const char c : content.bytes) pages.content_hash = (pages.content_hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    TaggedPage tagged{objects.reserve(),        page.title, page.alt, std::move(content.sequences),
                      std::move(content.links), {},         next_key, figure_box(page)};
    if (tagged.alt.empty()) tagged.alt = page.title.empty() ? title_of(document) : page.title;
    Array annotations;
    for (const LinkArea& link : tagged.links) {
      tagged.annotations.push_back(write_annotation(link, page.size.height, next_key++, objects));
      annotations.emplace_back(tagged.annotations.back());
    }
    Dict dict;
    dict.set("Type", name("Page")).set("MediaBox", Array{0, 0, page.size.width, page.size.height}).set("Resources", resources);
    dict.set("Contents", objects.add_stream({}, std::move(content.bytes), deflate));
    dict.set("StructParents", static_cast<std::int64_t>(pages.tagged.size())).set("Tabs", name("S"));
    if (!annotations.empty()) dict.set("Annots", std::move(annotations));
    dicts.push_back(std::move(dict));
    refs.push_back(tagged.page);
    pages.tagged.push_back(std::move(tagged));
  }
  pages.root = objects.reserve();
  objects.set(pages.root, page_tree_node(refs, pages.root, objects, dicts, 0));
  for (std::size_t i = 0; i < refs.size(); ++i) objects.set(refs[i], std::move(dicts[i]));
  return pages;
}

Result<std::string> write_file(const Document& document, const FontSet& fonts, Deflate deflate) {
  ObjectTable objects;
  const WrittenPages pages = write_pages(document, fonts, deflate, objects);
  Dict metadata;
  metadata.set("Type", name("Metadata")).set("Subtype", name("XML"));

  Dict catalog;
  catalog.set("Type", name("Catalog")).set("Pages", pages.root).set("Lang", text(document.meta.lang));
  catalog.set("MarkInfo", Dict().set("Marked", true)).set("ViewerPreferences", Dict().set("DisplayDocTitle", true));
  catalog.set("StructTreeRoot", write_structure(pages.tagged, objects));
  catalog.set("Metadata", objects.add_stream(std::move(metadata), xmp_packet(document), Deflate::no));
  catalog.set("OutputIntents", Array{output_intent(objects)});
  if (pages.tagged.size() > 1) catalog.set("Outlines", write_outline(document, pages.tagged, objects)).set("PageMode", name("UseOutlines"));

  FileRoots roots{objects.add(std::move(catalog)), pages.root, info_dict(document, fmt::format("{:016X}", pages.content_hash))};
  return write_objects(objects, roots);
}

}  // namespace
}  // namespace pdf

Result<std::string> write_pdf(const Document& document, const FontCatalog& fonts, const PdfOptions& options) {
  if (document.pages.empty()) return failure("the document has no page");
  if (pdf::has_picture(document)) return failure("the document holds a picture, which cannot be written to PDF yet");
  const Result<pdf::FontSet> embedded = pdf::collect_fonts(document, fonts);
  if (!embedded) return tl::unexpected(embedded.error());
  const bool compress = options.compression == PdfOptions::Compression::on;
  return pdf::write_file(document, *embedded, compress ? pdf::Deflate::yes : pdf::Deflate::no);
}

}  // namespace drawplate
