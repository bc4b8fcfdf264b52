// Code fences: their info strings in the ecosystems' spellings, code with its colours, and the diagrams that are written in
// fences or stand in files of their own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "deck/model/deck.h"
#include "deck/syntax/attributes.h"
#include "deck/syntax/excerpt.h"

namespace drawplate {

struct MarkdownContext;

/// A fence as it stands in the source.
struct FenceText {
  std::string info;  ///< what stands behind the opening ticks
  Span info_span;
  Excerpt content;
};

/// The info string, understood: `python {2,4-6}`, `{.python .numberLines}`, `ts {1|2-3} {lines:true}`, `js title="x.js"`.
struct FenceInfo {
  std::string language;
  Attributes attributes;
  std::vector<int> emphasised;  ///< one-based, in order
};

FenceInfo read_fence_info(std::string_view info, Span span);

/// A code block or a diagram; nothing, with an error, where a diagram cannot be read.
std::optional<Block> read_fence(MarkdownContext& context, const FenceText& fence);

}  // namespace drawplate
