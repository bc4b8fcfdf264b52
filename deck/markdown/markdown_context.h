// What the readers of Markdown's parts share while a deck is read: the context, and the flow of blocks that they make. It knows no
// syntax.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "deck/highlight/highlight.h"
#include "deck/model/deck.h"
#include "deck/syntax/attributes.h"
#include "deck/syntax/excerpt.h"
#include "deck/syntax/input.h"

namespace drawplate {

/// What stands in a slide, in order: blocks, and what is no block but has its place between them.
struct FlowItem {
  enum class Kind : std::uint8_t { block, comment, pause, background, note, slot };
  Kind kind = Kind::block;
  Block block;
  Attributes attributes;       ///< of a heading
  std::string text;            ///< of a comment, a note, or a slot's name
  SlideBackground background;  ///< for Kind::background
  Span origin;
};
using Flow = std::vector<FlowItem>;

/// Steps while a slide is read; numbers come when it is whole.
inline constexpr int next_step = -1;
inline constexpr int same_step = -2;  ///< with what appeared last

/// What all pieces of a deck share while they are read.
struct MarkdownContext {
  const SourceSet& sources;
  SourceId source;
  const Arguments& arguments;
  Report& report;
  Deck& deck;
  Highlighter& highlighter;
  std::vector<std::uint32_t> lines = {};                       ///< begins of the source's lines
  std::map<std::string, ImageIndex, std::less<>> images = {};  ///< by path
  std::set<std::string, std::less<>> said = {};                ///< warnings that are given once
  std::string definitions = {};                                ///< link definitions of the whole deck
  std::size_t definition_room = 16u << 20;                     ///< bytes of them that may still be added to pieces
  Diagnostic said_before = {};                                 ///< takes the hints of warnings that are not given again
  std::size_t diagrams = 0;
  std::size_t table_cells = 0;
  int include_depth = 0;  ///< how many files name each other down to this one

  Span span(std::size_t begin, std::size_t end) const {
    return {source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  int line_of(std::uint32_t offset) const;
  /// The index of the image with this path, which is noted where it is new.
  ImageIndex image(std::string_view path, Span origin);
  /// A warning that is given once for each `key`.
  Diagnostic& warn_once(const std::string& key, Span span, std::string message);
};

struct MarkdownOptions {
  bool incremental = false;      ///< list items appear one by one
  bool star_lists_build = true;  ///< a list with * appears item by item, as in Marp
};

}  // namespace drawplate
