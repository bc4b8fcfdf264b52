// The kinds of blocks that are no plain text, each laid out by itself at a width. None knows what stands around it.
#pragma once

#include <optional>
#include <string>

#include "layout/slide/stack.h"

namespace drawplate::slide {

/// An elastic block takes between `least` and `wanted` of height.
struct HeightWish {
  Pt least = 0, wanted = 0;
  bool fits = true;  ///< false where something in it is wider than its room
};

Piece layout_table(const Table& table, Span origin, Pt width, const SlideContext& context);
Piece layout_code(const Code& code, Span origin, Pt width, const SlideContext& context);
Piece layout_quote(const Quote& quote, Span origin, Pt width, const SlideContext& context);
Piece layout_admonition(const Admonition& note, Span origin, Pt width, const SlideContext& context);
Piece layout_math(const Math& math, Span origin, Pt width, const SlideContext& context);

HeightWish image_wish(const Image& image, Pt width, const SlideContext& context);
Piece layout_image(const Image& image, Span origin, Size room, const SlideContext& context);

HeightWish diagram_wish(const EmbeddedDiagram& diagram, Pt width, const SlideContext& context);
Piece layout_embedded(const EmbeddedDiagram& diagram, Span origin, Size room, const SlideContext& context);

HeightWish columns_wish(const Columns& columns, Pt width, const SlideContext& context);
Piece layout_columns(const Columns& columns, Size room, const SlideContext& context);
/// True where the columns hold something that takes the height it is given.
bool is_elastic(const Blocks& blocks);

/// A field in the theme's card colour with the theme's corners, for an item of this name and role.
Item box_item(std::string name, Role role, Rect box, Span origin, const SlideContext& context);

/// A caption's lines, centred in `width` or at its left; nothing where it is empty.
std::optional<Item> layout_caption(const RichText& caption, Pt width, Align align, const SlideContext& context, Pt& height);

/// An SVG as a drawing in the box; nothing, and a warning, where it cannot be read.
std::optional<Freeform> draw_svg(const ImageFile& file, Rect box, Span origin, const SlideContext& context);

/// A block's width of the room there is.
Pt resolved_width(const BlockWidth& wish, Pt room, Pt otherwise, const SlideContext& context);

}  // namespace drawplate::slide
