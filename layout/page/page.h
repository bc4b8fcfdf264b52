// The page model: everything decided, nothing left to resolve. Layout writes it, the writers only translate it.
//
// Invariants, checked by validate (layout/page/validate.h):
//  1. Coordinates are points on the page, y down, finite.
//  2. Paint order is vector order; reading order is stated in Page::reading_order.
//  3. No theme names, no inheritance, no wrapping is left. A colour keeps the token it came from.
//  4. A run's glyph ranges cover its text in order; the space eaten at a soft break stays in `text` of the line it ends.
//  5. A Glue names a Shape of the same page, and the route's end lies on that site.
//  6. A route has two points or more; neighbours differ; segments are axis-parallel unless the connector is straight.
//  7. Ids are unique; names come from the author's ids.
//  8. Equal input gives equal pages, byte for byte.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/color.h"
#include "base/geometry.h"
#include "deck/math/math.h"
#include "deck/model/diagram.h"
#include "fonts/catalog.h"
#include "layout/page/shapes.h"

namespace drawplate {

/// One glyph of a run. [text_begin, text_end) are bytes of GlyphRun::text: its HarfBuzz cluster. Where a cluster has several
/// glyphs the first carries the range and the others an empty range at its end.
struct Glyph {
  std::uint16_t id = 0;
  Pt advance = 0;  ///< with kerning and letter spacing
  Vec offset;
  std::uint32_t text_begin = 0, text_end = 0;
};

/// Glyphs of one face, size, colour and direction.
struct GlyphRun {
  FaceId face{};
  Pt size = 0;
  Color color;
  Point origin;               ///< of the first glyph, on the baseline
  std::string text;           ///< UTF-8, logical order
  std::vector<Glyph> glyphs;  ///< visual order, left to right
  Pt letter_spacing = 0;      ///< already in the advances; PPTX states it
  bool right_to_left = false;
  bool underline = false, strike = false;
  bool code = false;
  std::string link;  ///< an address, or "#" and the id of a page
  std::string lang;
  std::optional<Color> highlight;  ///< behind the run, as high as the line
  double baseline_shift = 0;       ///< of the size of the text around it: above 0 raised, below 0 lowered; already in `origin`
  bool lacks_bold = false, lacks_italic = false;  ///< asked for, and the family has no such face: upright or lighter letters stand here
};

/// A formula, laid out. `tree` is what is set, for writers with formulas of their own; `tex` is what the author wrote.
struct Formula {
  std::string tex;
  MathRow tree;
  Rect box;
  std::vector<GlyphRun> runs;
  std::vector<Rect> rules;  ///< bars of fractions and roots
  Color color;
};

struct Line {
  Pt baseline = 0;             ///< y
  Pt left = 0, width = 0;      ///< of its ink's advance box, without trailing space
  std::vector<GlyphRun> runs;  ///< visual order
  bool soft_break = false;     ///< true where the line wrapped; false where the text or the author ended it
  /// Formulas in the line; each stands before run number `before_run` (in `runs`).
  struct InlineFormula {
    std::uint32_t before_run = 0;
    Formula formula;
  };
  std::vector<InlineFormula> formulas;
};

/// What stands in front of a list item's first line.
struct Bullet {
  enum class Kind : std::uint8_t { mark, number } kind = Kind::mark;
  GlyphRun run;            ///< drawn left of the text
  std::int32_t start = 1;  ///< of a number: the item's own
};

enum class Align : std::uint8_t { left, center, right };
enum class Anchor : std::uint8_t { top, middle, bottom };

struct Paragraph {
  Align align = Align::left;
  Pt line_height = 0;  ///< baseline to baseline
  std::vector<Line> lines;
  bool right_to_left = false;
  int level = 0;        ///< of a list, 0 to 8
  Pt indent = 0;        ///< from the block's edge to the text
  Pt hanging = 0;       ///< from the bullet to the text
  Pt space_before = 0;  ///< to the paragraph above; 0 for the first
  std::optional<Bullet> bullet{};
  int step = 0;  ///< build step in which it appears, where that is later than its item's
};

/// Text in a frame. `box` is the frame whose width a word processor needs to break the same lines: every soft break is where
/// greedy filling of `box.width` breaks too.
struct TextBlock {
  Rect box;
  Anchor anchor = Anchor::top;
  std::vector<Paragraph> paragraphs;
};

struct Fill {
  Color color;
};

enum class Dash : std::uint8_t { solid, dash, dot, dash_dot };

/// Dashes are multiples of the width: dash 4:3, dot 1:3, dash_dot 4:3:1:3.
struct Stroke {
  Color color;
  Pt width = 1;
  Dash dash = Dash::solid;
  bool round_caps = false;
};

struct Shape {
  ShapeKind kind = ShapeKind::rect;
  Rect box;
  Pt radius = 0;  ///< means something for round_rect alone
  std::optional<Fill> fill;
  std::optional<Stroke> stroke;
  std::optional<TextBlock> text;  ///< its box may be anywhere; writers express it by insets
};

enum class HeadSize : std::uint8_t { small, medium, large };  ///< 2, 3 or 5 times max(stroke width, 2 pt)
struct Arrow {
  HeadKind kind = HeadKind::none;
  HeadSize size = HeadSize::large;
};

enum class ItemId : std::uint32_t {};

/// Where a connector holds on: the middle of one side of a Shape's box outline.
struct Glue {
  ItemId shape{};
  Side side = Side::top;
};

/// The route starts at the source's outline and ends at the arrow's tip. Corners are given sharp; `corner_radius` says how
/// the PDF rounds them (or, chamfered, how far from the corner the cut begins).
struct Connector {
  RouteKind kind = RouteKind::orthogonal;
  std::vector<Point> route;  ///< curved: 1 + 3n control points
  Pt corner_radius = 0;
  bool chamfered = false;
  std::vector<std::uint32_t> joints;  ///< corners of the route where lines of one bus meet: they stay square
  Stroke stroke;
  Arrow tail, head;  ///< tail at route.front(), head at route.back()
  std::optional<Glue> from, to;
};

struct Freeform {
  struct Part {
    Path path;
    std::optional<Fill> fill;  ///< even-odd
    std::optional<Stroke> stroke;
  };
  Rect box;  ///< the icon's box; parts lie in it
  std::vector<Part> parts;
};

enum class ImageId : std::uint32_t {};
struct Picture {
  ImageId image{};
  Rect box;
  Rect source{0, 0, 1, 1};  ///< the part of the image that is shown, in parts of its width and height
};

struct TableCell {
  TextBlock text;
  std::optional<Fill> fill;
  int row_span = 1, column_span = 1;
};
/// Cells row by row; a place that a span covers has an empty cell. Rules are drawn under rows.
struct TableGrid {
  Rect box;
  std::vector<Pt> columns, rows;  ///< widths and heights; their sums are the box's
  std::vector<TableCell> cells;
  bool has_header = true;
  Stroke rule, header_rule;
  Insets padding;  ///< between a cell's edge and its text's box
};

struct Item;
/// A group of items that move together under the author's name.
struct ItemGroup {
  std::vector<Item> items;
};

/// What an item is to the reader; writers choose tags, alternate text and placeholders by it.
enum class Role : std::uint8_t {
  decoration,  ///< says nothing that the text does not: tile, bar
  diagram_title,
  card,
  inner_card,
  panel,
  pill,
  icon,
  text,
  edge,
  edge_label,
  footer,
  port,
  heading,  ///< below the slide's title
  body,     ///< paragraphs and lists
  quote,
  code,
  table,
  image,
  formula,
  caption,
  footnote,
  diagram  ///< the group of an embedded diagram
};

/// Which placeholder of its layout an item fills; it holds one Shape or TextBlock, or a Picture.
enum class Placeholder : std::uint8_t { none, title, subtitle, body, body_2, picture, header, footer, date, slide_number };

struct Item {
  ItemId id{};
  std::string name;  ///< author's id, or one made from it: "request", "request icon", "commit->request"
  Span origin;
  Role role = Role::decoration;
  std::string alt, link;
  int step = 0;
  std::variant<Shape, Connector, TextBlock, Freeform, Picture, ItemGroup, TableGrid, Formula> what;
  Placeholder placeholder = Placeholder::none;
};

/// Which item is which part of the diagram: what outside tools compare.
struct DiagramMap {
  Direction direction = Direction::down;
  struct NodeEntry {
    std::uint32_t node;
    ItemId item;
    Rect box;
  };
  struct GroupEntry {
    std::uint32_t group;
    ItemId item;
    Rect box;
    Rect title;
  };
  struct EdgeEntry {
    std::uint32_t edge;
    ItemId item;
    std::vector<Rect> labels;
  };
  std::vector<NodeEntry> nodes;
  std::vector<GroupEntry> groups;
  std::vector<EdgeEntry> edges;
};

struct Page {
  Size size;
  Color background;
  std::string title;                  ///< for the title placeholder, bookmarks and metadata; drawn only if an item draws it
  std::string alt;                    ///< alternate text of the whole diagram
  std::vector<Item> items;            ///< paint order
  std::vector<ItemId> reading_order;  ///< of all items with text
  std::string notes;
  DiagramMap map;
  std::string id;                           ///< what links name, or empty
  std::string section;                      ///< of the section that begins here, or empty
  std::optional<std::uint32_t> layout;      ///< into Document::layouts; none: the page is a diagram alone
  std::optional<ImageId> background_image;  ///< behind everything, filling the page
  double fullness = 0;                      ///< of a slide: height its content takes at the theme's text size, in parts of its room
  double text_factor = 1;                   ///< of a slide: below 1 where its text is set smaller than the theme says
};

/// A layout of the slide master: the same for every page that uses it.
struct PageLayout {
  std::string name;  ///< as people see it: "Title and Content"
  struct Frame {
    Placeholder placeholder = Placeholder::none;
    Rect box;
    Anchor anchor = Anchor::top;
    Align align = Align::left;
    Pt size = 18;  ///< of the first level's text
    bool bold = false;
    Color color;
  };
  std::vector<Frame> frames;
  Color background;
};

struct Meta {
  std::string title, author, subject, lang = "en";
  std::int64_t created = 0;  ///< seconds since 1970, from SOURCE_DATE_EPOCH or a constant
};

struct ImageData {
  std::string bytes, media_type;  ///< image/png or image/jpeg
  int width = 0, height = 0;      ///< in pixels, as stored
};

/// What PPTX writes as the theme, so that a recoloured deck recolours the diagram.
struct DocumentTheme {
  std::string name;
  Rgb background, card, ink, muted, connector, loop;
  std::array<Rgb, 7> accents;  ///< outlines, by Accent
  std::string heading_family, body_family;
};

struct Document {
  Meta meta;
  DocumentTheme theme;
  std::vector<ImageData> images;
  std::vector<PageLayout> layouts;  ///< none in files of diagrams alone
  std::vector<Page> pages;
};

}  // namespace drawplate
