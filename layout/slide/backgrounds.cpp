// See backgrounds.h.
#include "layout/slide/backgrounds.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "layout/page/bounds.h"
#include "layout/slide/block_kinds.h"

namespace drawplate::slide {
namespace {

using Side = SlideBackground::Side;

constexpr Pt field_padding = 18;

Rect place_of(const SlideBackground& background, std::size_t index, std::size_t count, Size page) {
  const Pt width = page.width * std::clamp(background.fraction, 0.1, 0.8);
  if (background.side == Side::left) return {0, 0, width, page.height};
  if (background.side == Side::right) return {page.width - width, 0, width, page.height};
  const Pt share = page.width / static_cast<double>(count);  // several behind the whole page stand side by side
  return {share * static_cast<double>(index), 0, share, page.height};
}

Rect contained(Size image, Rect room) {
  const double k = std::min(room.width / image.width, room.height / image.height);
  const Size size{image.width * k, image.height * k};
  return {room.x + (room.width - size.width) / 2, room.y + (room.height - size.height) / 2, size.width, size.height};
}

bool is_whole_image(const SlideBackground& background) { return background.image && background.side == Side::whole; }

const ImageFile& file_of(const SlideBackground& background, const SlideContext& context) {
  return context.deck.deck.images[static_cast<std::size_t>(*background.image)];
}

Item background_item(const SlideBackground& background, Span origin) {
  Item item = block_item("background image", background.alt.empty() ? Role::decoration : Role::image, origin);
  item.alt = background.alt;
  return item;
}

bool is_svg(const SlideBackground& background, const SlideContext& context) {
  if (!background.image || static_cast<std::size_t>(*background.image) >= context.deck.deck.images.size()) return false;
  const ImageFile& file = file_of(background, context);
  return file.media_type == "image/svg+xml" && !file.bytes.empty() && file.width > 0 && file.height > 0;
}

/// A drawing cannot be cut at its field's edge, so that it is shown whole.
std::optional<Item> svg_background(const SlideBackground& background, Rect room, Span origin, const SlideContext& context) {
  constexpr double tolerated = 0.02;  ///< of the field that stays empty
  const ImageFile& file = file_of(background, context);
  const Rect box = contained({static_cast<double>(file.width), static_cast<double>(file.height)}, room);
  const double filled = box.width * box.height / std::max(1.0, room.width * room.height);
  if (background.fit == SlideBackground::Fit::cover && filled < 1 - tolerated)
    context.report.warning(origin, fmt::format("the background '{}' has another shape than its field: it is shown whole", file.path))
        .help("a PNG or JPEG is cut to the field");
  std::optional<Freeform> drawing = draw_svg(file, box, origin, context);
  if (!drawing) return std::nullopt;
  Item item = background_item(background, origin);
  item.what = std::move(*drawing);
  return item;
}

}  // namespace

Rect cover_source(Size image, Size box) {
  const double own = image.width / image.height, wanted = box.width / box.height;
  if (own > wanted) return {(1 - wanted / own) / 2, 0, wanted / own, 1};
  return {0, (1 - own / wanted) / 2, 1, own / wanted};
}

std::vector<Item> layout_backgrounds(const Slide& slide, const SlideContext& context) {
  std::vector<Item> items;
  const auto whole = static_cast<std::size_t>(std::count_if(slide.backgrounds.begin(), slide.backgrounds.end(), is_whole_image));
  std::size_t index = 0;
  for (const SlideBackground& background : slide.backgrounds) {
    const Rect room = place_of(background, index, std::max<std::size_t>(1, whole), context.deck.page);
    if (is_whole_image(background)) ++index;
    if (background.color && background.side != Side::whole) {
      Item item = block_item("background", Role::decoration, slide.origin);
      item.what = Shape{.kind = ShapeKind::rect, .box = room, .fill = Fill{{*background.color, {}}}};
      items.push_back(std::move(item));
    }
    if (is_svg(background, context)) {
      if (std::optional<Item> item = svg_background(background, room, slide.origin, context)) items.push_back(std::move(*item));
      continue;
    }
    const std::optional<ImageId> id = background.image ? context.deck.images.id_of(*background.image) : std::nullopt;
    if (!id) continue;
    const ImageFile& file = file_of(background, context);
    const Size size{static_cast<double>(file.width), static_cast<double>(file.height)};
    Item item = background_item(background, slide.origin);
    if (background.fit == SlideBackground::Fit::cover)
      item.what = Picture{*id, room, cover_source(size, room.size())};
    else
      item.what = Picture{*id, contained(size, room)};
    items.push_back(std::move(item));
  }
  return items;
}

std::optional<Item> field_behind(const std::vector<Item>& items, const Slide& slide, const SlideContext& context) {
  const bool on_image = std::any_of(slide.backgrounds.begin(), slide.backgrounds.end(), is_whole_image);
  if (!on_image || slide.inverted || slide.text_color) return std::nullopt;
  const std::optional<Rect> bounds = ink_bounds_of(items);
  if (!bounds) return std::nullopt;
  const Rect grown = grown_by(*bounds, field_padding * context.deck.scale);
  const Pt x = std::max(0.0, grown.x), y = std::max(0.0, grown.y);
  const Rect box{x, y, std::min(grown.right(), context.deck.page.width) - x, std::min(grown.bottom(), context.deck.page.height) - y};
  Item item = box_item("text field", Role::decoration, box, slide.origin, context);
  std::get<Shape>(item.what).fill = Fill{context.palette.background};
  return item;
}

}  // namespace drawplate::slide
