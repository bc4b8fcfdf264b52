// The one form of a diagram, whatever language it was written in. Readers fill it; layout reads it.
// It knows nothing of fonts, sizes on the page or file formats.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/color.h"
#include "base/source.h"
#include "base/units.h"

namespace drawplate {

/// A stretch of text in one style. "\n" in it is a line break the author asked for.
struct TextSpan {
  std::string text;  ///< UTF-8
  bool bold = false, italic = false, code = false, strike = false, underline = false;
  std::string link{};  ///< target of a link, or empty
  bool superscript = false, subscript = false;
  bool keyboard = false, highlighted = false;  ///< a key to press; marked with a pen
  std::string math{};                          ///< TeX: the span is this formula, and `text` is how it reads aloud
  friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

struct RichText {
  std::vector<TextSpan> spans;
  Span origin;
  bool empty() const { return spans.empty(); }
  /// The text alone.
  std::string plain() const;
};

enum class Direction : std::uint8_t { down, up, right, left };

enum class NodeShape : std::uint8_t {
  card,
  rect,
  round,
  pill,
  ellipse,
  circle,
  double_circle,
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
  text,
  subroutine,
  tag,
  asymmetric,
  folder,
  component,
  house,
  bar,
  dot,
  dot_ringed,
  brace,
  table
};

/// What the author said about looks in so many words; each part wins over the theme.
struct Style {
  std::optional<Rgb> fill, stroke, text;
  std::optional<Pt> stroke_width;
  std::optional<bool> dashed;
  std::optional<Pt> font_size;
  bool empty() const { return !fill && !stroke && !text && !stroke_width && !dashed && !font_size; }
};

/// Where lines of text begin.
enum class TextDirection : std::uint8_t { ltr, rtl };

enum class NodeId : std::uint32_t {};
enum class GroupId : std::uint32_t {};
inline std::size_t index_of(NodeId id) { return static_cast<std::size_t>(id); }
inline std::size_t index_of(GroupId id) { return static_cast<std::size_t>(id); }

/// A small label in a card's foot.
struct Pill {
  RichText text;
  std::optional<Accent> accent;
};

/// One cell of a record or of an HTML-like table: `port` is what an edge may end at.
struct Cell {
  RichText text;
  std::string port;
  int row = 0, column = 0, row_span = 1, column_span = 1;
  std::optional<Rgb> fill{};
};

struct Icon {
  std::string name;  ///< as written: "database", "bi:router", "./my.svg"; empty where there is none
  Span origin;
  bool empty() const { return name.empty(); }
};

struct Node {
  std::string id;  ///< the author's, with its groups: "data.db"
  RichText title, subtitle, footer, badge;
  std::optional<int> number;  ///< "3. " in front of the title
  std::vector<RichText> bullets;
  std::vector<Pill> pills;
  std::vector<Cell> cells;  ///< not empty for NodeShape::table
  Icon icon;
  std::optional<Accent> accent;
  NodeShape shape = NodeShape::card;
  Style style;
  std::optional<Pt> width;
  std::string link, alt;
  std::string lang;              ///< of its texts, BCP 47; empty: the diagram's
  int step = 0;                  ///< build step in which it appears, 0: from the start
  std::optional<GroupId> group;  ///< innermost group around it
  std::uint32_t order = 0;       ///< place in the source among nodes and groups together
  Span origin;
};

struct Group {
  std::string id;
  RichText title, footer;
  std::optional<int> number;
  Icon icon;
  std::optional<Accent> accent;
  std::optional<Direction> direction;
  Style style;
  std::string link, alt;
  int step = 0;
  std::optional<GroupId> parent;
  std::uint32_t order = 0;
  Span origin;
};

enum class LineKind : std::uint8_t { solid, dashed, dotted, thick, invisible };
enum class HeadKind : std::uint8_t { none, arrow, open, circle, diamond, cross };
/// The way of a line from end to end.
enum class RouteKind : std::uint8_t { orthogonal, straight, curved };
enum class EdgeKind : std::uint8_t { normal, loop };
enum class Side : std::uint8_t { top, right, bottom, left };

/// What an edge ends at: a node or a group.
struct EdgeEnd {
  bool is_group = false;
  std::uint32_t index = 0;  ///< into Diagram::nodes or Diagram::groups
  std::string port;         ///< a Cell's port, or empty
  friend bool operator==(const EdgeEnd&, const EdgeEnd&) = default;
};

struct Edge {
  std::string id;  ///< the author's, or made from its ends: "a->b", "a->b#2"
  EdgeEnd from, to;
  RichText label, head_label, tail_label;
  LineKind line = LineKind::solid;
  HeadKind head = HeadKind::arrow, tail = HeadKind::none;
  EdgeKind kind = EdgeKind::normal;
  std::optional<Accent> accent;
  Style style;
  std::optional<Side> from_side, to_side;
  int min_length = 1;  ///< layers it spans at least
  double weight = 1;
  std::string link;
  int step = 0;
  Span origin;
};

/// A relative wish about places; never needed.
struct LayoutWish {
  enum class Kind : std::uint8_t { same_row, order, align } kind = Kind::same_row;
  std::vector<EdgeEnd> members;
  Span origin;
};

/// What a look stands for: a colour, or, where `is_line`, a sort of line.
struct LegendEntry {
  RichText text;
  std::optional<Accent> accent;
  bool is_line = false;
  LineKind line = LineKind::solid;
  Style style;
};

struct Diagram {
  RichText title, subtitle;
  std::string description;                      ///< alternate text of the whole
  std::string page;                             ///< as written, or empty: "4:5", "A4 landscape"
  std::string theme;                            ///< as written, or empty
  std::string lang;                             ///< BCP 47, or empty
  std::optional<TextDirection> text_direction;  ///< nothing: that of `lang`, or of the first strong character
  std::optional<Direction> direction;
  std::optional<RouteKind> routes;  ///< of all lines, where the author said
  bool heading = false;             ///< the title is drawn above the diagram; a subtitle always is, with it
  std::vector<LegendEntry> legend;
  std::vector<Node> nodes;
  std::vector<Group> groups;
  std::vector<Edge> edges;
  std::vector<LayoutWish> wishes;
  std::size_t unknown_attributes = 0;  ///< of a DOT file: how many were set aside
  Span origin, page_origin, theme_origin;
};

}  // namespace drawplate
