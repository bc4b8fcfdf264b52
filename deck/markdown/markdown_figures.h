// Images of Markdown: what their alternate text (Marp), their title and their attributes say. It knows nothing of where they
// stand.
#pragma once

#include <optional>
#include <string>

#include "deck/markdown/markdown_context.h"

namespace drawplate {

/// An image as written.
struct WrittenImage {
  std::string source, title, alt;
  Span origin;
  Attributes attributes;
};

/// The image as a block, or as a background where its alternate text says "bg"; nothing where it names no file.
std::optional<FlowItem> read_image(MarkdownContext& context, WrittenImage image);

}  // namespace drawplate
