// Shapes, one row each: all that drawing, measuring, routing and both writers ask of a kind of shape. A node's form says which
// kind it is drawn as and what it does with the room inside. It knows no colours and no texts.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/geometry.h"
#include "base/units.h"
#include "deck/model/diagram.h"

namespace drawplate {

/// Outline kinds that both formats know. A kind's row in shapes.cpp stands at its enumerator's place.
enum class ShapeKind : std::uint8_t {
  rect,
  round_rect,
  ellipse,
  diamond,
  hexagon,
  octagon,
  parallelogram,
  parallelogram_back,
  trapezoid,
  trapezoid_inverted,
  triangle,
  triangle_inverted,
  cylinder,
  cylinder_lying,
  document,
  documents,
  queue,
  cloud,
  actor,
  note,
  subroutine,
  tag,
  asymmetric,
  folder,
  component,
  house
};

/// Outlines as far as lines that end at them tell them apart.
enum class Contour : std::uint8_t { box, ellipse, diamond };

/// The largest upright rectangle for text, as shares of the box: `width` and `height` of it, from `left` and `top`; `shoulder` is
/// taken from the width on each side in multiples of the height, for shapes with slanted sides of a fixed slope.
struct TextRoom {
  double width = 1, height = 1, left = 0, top = 0, shoulder = 0;
  double least_slope = 0;  ///< height of the box in parts of its width, at least
  Em longest_line = 0;     ///< lines of text wrap there; 0: anywhere
  Pt least_height = 0;     ///< of the box, at the theme's own scale
};

/// A DrawingML preset with the same geometry at its default adjust values (ECMA-376 part 1, presetShapeDefinitions). None is
/// flipped upside down: PowerPoint would turn its text over too.
struct PresetShape {
  std::string_view name{};                 ///< "roundRect"; empty where DrawingML has none, and the outline is written itself
  std::array<std::int8_t, 4> sites{};      ///< by Side: index in the preset's cxnLst; -1 where no site is in the side's middle
  Rect (*text)(Rect box, Pt radius) = {};  ///< the preset's text rectangle; null: the box
  bool flip_h = false;

  int site(Side side) const { return sites[static_cast<std::size_t>(side)]; }
};

struct ShapeRow {
  ShapeKind kind{};
  std::string_view name;                      ///< in dumps; that of the node's shape that is drawn so and has no form of its own
  Path (*outline)(Rect box, Pt radius) = {};  ///< closed; what is filled and stroked
  Path (*details)(Rect box) = {};             ///< lines inside the outline, stroked and never filled; null: none
  TextRoom room{};
  Contour contour = Contour::box;
  bool fills_sides = false;  ///< the outline passes through the middle of each side of its box
  PresetShape preset{};
};

/// All rows, in the order of ShapeKind.
std::span<const ShapeRow> shape_rows();
const ShapeRow& shape_row(ShapeKind kind);

/// The closed outline of a kind in `box`. `radius` means something for round_rect alone.
Path shape_outline(ShapeKind kind, Rect box, Pt radius);
/// Lines inside the outline: a cylinder's lid, the bars of a subroutine. Empty for most kinds.
Path shape_details(ShapeKind kind, Rect box);
/// The preset of a kind, or null where DrawingML has none.
const PresetShape* find_preset(ShapeKind kind);
/// The rectangle from whose edges DrawingML counts the insets of a shape's text: the preset's text rectangle at default
/// adjust values (`radius` is that of round_rect), or the box where the kind has no preset.
Rect text_rectangle(ShapeKind kind, Rect box, Pt radius);

/// What a node's shape is, beside its outline.
enum class NodeBody : std::uint8_t {
  outlined,
  bare,  ///< text alone: its outline is not drawn
  mark   ///< a small sign in the colour of ink, without text
};
enum class Corners : std::uint8_t { slight, rounded, full };

/// How the shape that an author gives a node is drawn.
struct NodeForm {
  NodeShape shape{};
  ShapeKind kind{};
  TextRoom room{};
  NodeBody body = NodeBody::outlined;
  Size size{};                        ///< of a mark, at the theme's own scale
  Corners corners = Corners::slight;  ///< of a round_rect
  bool square = false;                ///< as high as wide
  bool ringed = false;                ///< a second outline inside
  bool fills_box = false;             ///< as far as lines that may not cross it are asked: no more than corners are missing
};

/// A shape whose name is a row's is drawn by that row; all others have forms of their own. A shape with neither does not compile.
const NodeForm& node_form(NodeShape shape);

}  // namespace drawplate
