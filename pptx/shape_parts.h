// Heads and frames of shapes and groups: what every kind of item begins with. They know no items.
#pragma once

#include <cstdint>

#include "pptx/slide_scope.h"
#include "pptx/write_names.h"

namespace drawplate {

enum class ShapeUse : std::uint8_t { shape, text_box, placeholder };

/// p:nvSpPr. `placeholder` counts where the use is one.
void write_shape_head(SlideScope& scope, const ShapeNames& names, ShapeUse use, Placeholder placeholder = Placeholder::title);
/// p:nvGrpSpPr and p:grpSpPr; members count in the slide's own coordinates.
void write_group_head(SlideScope& scope, const ShapeNames& names, const EmuFrame& frame);
/// p:nvGrpSpPr and p:grpSpPr of a tree's root.
void write_tree_root(XmlWriter& xml);

/// Shapes have an area, however small: without one Office cannot show or grip them.
EmuFrame solid_frame(Rect box);

}  // namespace drawplate
