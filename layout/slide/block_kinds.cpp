// See block_kinds.h. These kinds are not drawn yet.
#include "layout/slide/block_kinds.h"
namespace drawplate::slide {
Piece layout_table(const Table&, Span, Pt, const SlideContext&) { return {}; }
Piece layout_code(const Code&, Span, Pt, const SlideContext&) { return {}; }
Piece layout_quote(const Quote&, Span, Pt, const SlideContext&) { return {}; }
Piece layout_admonition(const Admonition&, Span, Pt, const SlideContext&) { return {}; }
Piece layout_math(const Math&, Span, Pt, const SlideContext&) { return {}; }
HeightWish image_wish(const Image&, Pt, const SlideContext&) { return {}; }
Piece layout_image(const Image&, Span, Size, const SlideContext&) { return {}; }
HeightWish diagram_wish(const EmbeddedDiagram&, Pt, const SlideContext&) { return {}; }
Piece layout_embedded(const EmbeddedDiagram&, Span, Size, const SlideContext&) { return {}; }
HeightWish columns_wish(const Columns&, Pt, const SlideContext&) { return {}; }
Piece layout_columns(const Columns&, Size, const SlideContext&) { return {}; }
}  // namespace drawplate::slide
