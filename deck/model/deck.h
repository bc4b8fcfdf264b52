// The author's document: a talk's slides as blocks, or one diagram that is the whole page. Readers fill it; layout reads it.
// It knows nothing of fonts, places on the slide or file formats.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "deck/model/any_diagram.h"

namespace drawplate {

struct Block;
using Blocks = std::vector<Block>;

/// How wide a block shall be: a part of the room there is, or a length.
struct BlockWidth {
  std::optional<double> fraction;  ///< 0 to 1
  std::optional<Pt> length;
  bool empty() const { return !fraction && !length; }
};

struct TextParagraph {
  RichText text;
};

/// A heading below the slide's title.
struct Heading {
  int level = 2;
  RichText text;
};

struct ListItem {
  Blocks blocks;                ///< the first is mostly a TextParagraph
  std::optional<bool> checked;  ///< of a task list
  int step = 0;                 ///< build step in which it appears, 0: from the start
  Span origin;
};

struct List {
  bool ordered = false;
  int start = 1;
  bool tight = true;
  std::vector<ListItem> items;
};

struct Quote {
  Blocks blocks;
  RichText attribution;  ///< who said it: a last line that begins with a dash
};

enum class AdmonitionKind : std::uint8_t { note, tip, important, warning, caution };
struct Admonition {
  AdmonitionKind kind = AdmonitionKind::note;
  RichText title;
  Blocks blocks;
};

enum class CellAlign : std::uint8_t { automatic, left, center, right };
struct Table {
  std::vector<CellAlign> columns;
  bool has_header = true;
  std::vector<std::vector<RichText>> rows;  ///< the header first; each row has as many cells as `columns`
  RichText caption;
};

/// What a piece of code is to its language; themes give each a colour.
enum class CodeToken : std::uint8_t { plain, keyword, type, function, string, number, comment, variable, annotation, error, count_ };
struct CodeSpan {
  std::string text;  ///< never holds a line end
  CodeToken token = CodeToken::plain;
};
struct Code {
  std::string language;                      ///< as written, or empty
  std::vector<std::vector<CodeSpan>> lines;  ///< tabs are already spaces
  std::vector<int> emphasised;               ///< one-based: 1 is the first of `lines`
  bool numbered = false;
  int first_number = 1;  ///< of the first line, where numbered
  std::string title;     ///< a file's name
};

/// An image file of the deck, once however often it is used. Bytes are read and checked by the command, by their header.
struct ImageFile {
  std::string path;        ///< as written
  std::string media_type;  ///< image/png, image/jpeg, image/svg+xml; empty where it could not be read
  std::string bytes;
  int width = 0, height = 0;  ///< in pixels as shown (turned by EXIF); of an SVG, its view box
  int orientation = 1;        ///< how EXIF says a JPEG is to be turned, 1 to 8; 1 is upright
  Span origin;
};

enum class ImageIndex : std::uint32_t {};  ///< into Deck::images
struct Image {
  ImageIndex file{};
  std::string alt;
  RichText caption;
  BlockWidth width, height;
};

/// A formula on its own; formulas in text are TextSpan::math.
struct Math {
  std::string tex;
};

struct EmbeddedDiagram {
  AnyDiagram diagram;
  std::string alt;
  RichText caption;
  BlockWidth width;
};

struct Column {
  BlockWidth width;
  Blocks blocks;
};
struct Columns {
  std::vector<Column> columns;
};

struct Block {
  std::variant<TextParagraph, Heading, List, Quote, Admonition, Table, Code, Image, Math, EmbeddedDiagram, Columns> what;
  Span origin;
  int step = 0;  ///< build step in which it appears, 0: from the start
};

struct Footnote {
  std::string mark;  ///< as shown: "1"
  Blocks blocks;
  Span origin;
};

enum class SlideLayout : std::uint8_t {
  automatic,
  title,
  section,
  content,
  two_columns,
  comparison,
  image_right,
  image_left,
  full_image,
  quote,
  statement,
  diagram,
  table,
  code,
  agenda,
  blank
};

/// An image behind the text, or beside it.
struct SlideBackground {
  enum class Side : std::uint8_t { whole, left, right } side = Side::whole;
  enum class Fit : std::uint8_t { cover, contain } fit = Fit::cover;
  double fraction = 0.5;  ///< of the slide's width, for left and right
  std::optional<ImageIndex> image;
  std::optional<Rgb> color;
  std::string alt;
};

struct Slide {
  std::optional<AnyDiagram> whole_page;  ///< where the page is nothing but this diagram; all else is empty then
  SlideLayout layout = SlideLayout::automatic;
  std::string id;       ///< what links name: "#id"
  std::string section;  ///< of the section that begins with this slide, or empty
  RichText title, subtitle;
  Blocks blocks;
  std::vector<Footnote> footnotes;
  std::vector<SlideBackground> backgrounds;
  std::string notes;  ///< what the speaker says; paragraphs are parted by an empty line
  RichText header, footer;
  bool paginate = false;
  bool inverted = false;  ///< light text on the theme's ink
  std::optional<Rgb> text_color;
  Span origin;
};

struct Deck {
  std::string title, subtitle, author, date, lang;
  std::string page, theme;  ///< as written, or empty
  Span page_origin, theme_origin;
  std::vector<Slide> slides;
  std::vector<ImageFile> images;
  std::size_t unknown_attributes = 0;  ///< of a DOT file: how many were set aside
};

}  // namespace drawplate
