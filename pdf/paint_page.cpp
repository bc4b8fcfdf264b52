// See paint_page.h.
#include "pdf/paint_page.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "layout/page/bounds.h"
#include "layout/page/image_crop.h"
#include "layout/page/page_walk.h"
#include "pdf/column_rules.h"
#include "pdf/write_item.h"
#include "pdf/write_text.h"

namespace drawplate::pdf {
namespace {

/// The box of all that is no decoration, or the page where there is none.
Rect figure_box(const Page& page) {
  std::optional<Rect> box;
  for (const Item& item : page.items) {
    if (item.role == Role::decoration) continue;
    box = union_of(box, bounds_of(item));
  }
  return box.value_or(Rect{0, 0, page.size.width, page.size.height});
}

void paint_background(const Page& page, Canvas& canvas) {
  canvas.marks.enter({});
  canvas.content.fill_color(page.background.rgb).rectangle({0, 0}, page.size).fill();
  if (!page.background_image) return;
  const auto image = canvas.file.images.find(*page.background_image);
  if (image == canvas.file.images.end()) return;
  const Picture picture{*page.background_image, {0, 0, page.size.width, page.size.height}, covering_part(image->second.size, page.size)};
  Item item;
  item.role = Role::decoration;
  item.what = picture;
  const std::map<ItemId, int> no_ranks;
  write_item(item, {no_ranks}, canvas);
}

Pt largest_text(const Page& page) {
  Pt size = 0;
  for_each_item(page.items, [&](const Item& item) {
    if (const TextBlock* block = text_of(item)) for_each_run(*block, [&](const GlyphRun& run) { size = std::max(size, run.size); });
  });
  return size;
}

/// A diagram alone is a heading and one figure whose labels follow in reading order.
void paint_diagram(const Page& page, const std::map<ItemId, int>& ranks, std::string_view fallback_alt, Canvas& canvas) {
  ItemContext context{ranks};
  context.heading = add_tag(canvas.tags, Tag{"H1"});
  const std::string_view alt = !page.alt.empty() ? std::string_view(page.alt) : page.title.empty() ? fallback_alt : page.title;
  context.figure = add_tag(canvas.tags, Tag{"Figure", {}, 1, figure_attributes(alt, canvas.place_box(figure_box(page)))});
  for (const Item& item : page.items) write_item(item, context, canvas);
  if (!canvas.marks.is_silent()) write_column_rules(find_column_rules(page), largest_text(page), canvas);
}

/// On a slide each item has tags of its own; what the reading order does not name follows what is painted before it.
void paint_slide(const Page& page, const std::map<ItemId, int>& ranks, Canvas& canvas) {
  ItemContext context{ranks};
  for (const Item& item : page.items) {
    context.order = rank_of(item, ranks).value_or(context.order);
    write_item(item, context, canvas);
  }
}

void paint(const Page& page, std::string_view fallback_alt, Canvas& canvas) {
  canvas.content.line_join(LineJoin::round);
  paint_background(page, canvas);
  std::map<ItemId, int> ranks;
  for (const ItemId id : page.reading_order) ranks.try_emplace(id, static_cast<int>(ranks.size()));
  if (page.layout)
    paint_slide(page, ranks, canvas);
  else
    paint_diagram(page, ranks, fallback_alt, canvas);
  write_page_marks(canvas);
}

}  // namespace

PageContent paint_page(const Page& page, const FileContext& file, std::string_view fallback_alt, const std::function<void(Canvas&)>& more) {
  PageContent result;
  ContentStream content;
  MarkedContent marks(content, result.tags);
  Canvas canvas{content, marks, result.tags, file, result.links, page.size.height, page_direction(page)};
  paint(page, fallback_alt, canvas);
  if (more) more(canvas);
  marks.finish();
  for (LinkArea& link : result.links)
    if (link.text.empty()) link.text = link.uri;
  result.bytes = content.bytes();
  result.sequences = marks.sequences();
  return result;
}

std::string paint_unmarked(const Page& page, const FileContext& file) {
  Tags tags;
  std::vector<LinkArea> links;
  ContentStream content;
  MarkedContent marks(content, tags);
  marks.be_silent();
  Canvas canvas{content, marks, tags, file, links, page.size.height, page_direction(page)};
  paint(page, {}, canvas);
  return content.bytes();
}

std::set<std::string, std::less<>> page_ids_of(const Document& document) {
  std::set<std::string, std::less<>> ids;
  for (const Page& page : document.pages)
    if (!page.id.empty()) ids.insert(page.id);
  return ids;
}

}  // namespace drawplate::pdf
