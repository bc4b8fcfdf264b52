// See backgrounds.h.
#include "layout/slide/backgrounds.h"

#include <algorithm>

#include "layout/slide/block_kinds.h"
#include "layout/slide/move_item.h"

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
    const std::optional<ImageId> id = background.image ? context.deck.images.id_of(*background.image) : std::nullopt;
    if (!id) continue;
    const ImageFile& file = context.deck.deck.images[static_cast<std::size_t>(*background.image)];
    const Size size{static_cast<double>(file.width), static_cast<double>(file.height)};
    Item item = block_item("background image", background.alt.empty() ? Role::decoration : Role::image, slide.origin);
    item.alt = background.alt;
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
  const std::optional<Rect> bounds = bounds_of(items);
  if (!bounds) return std::nullopt;
  const Rect grown = grown_by(*bounds, field_padding * context.deck.scale);
  const Pt x = std::max(0.0, grown.x), y = std::max(0.0, grown.y);
  const Rect box{x, y, std::min(grown.right(), context.deck.page.width) - x, std::min(grown.bottom(), context.deck.page.height) - y};
  Item item = box_item("text field", Role::decoration, box, slide.origin, context);
  std::get<Shape>(item.what).fill = Fill{context.palette.background};
  return item;
}

}  // namespace drawplate::slide
