// Images and colours behind a slide's text or beside it, and the field that keeps text readable on an image.
#pragma once

#include <optional>
#include <vector>

#include "layout/slide/piece.h"

namespace drawplate::slide {

/// Items in place on the page, to be painted first.
std::vector<Item> layout_backgrounds(const Slide& slide, const SlideContext& context);

/// A field behind `items` where they would stand on an image; nothing elsewhere, or where the author chose the text's colour.
std::optional<Item> field_behind(const std::vector<Item>& items, const Slide& slide, const SlideContext& context);

/// The part of an image that fills a box of another shape.
Rect cover_source(Size image, Size box);

}  // namespace drawplate::slide
