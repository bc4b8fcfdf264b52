// Markdown (CommonMark with GitHub's tables, task lists, strikethrough and autolinks, and formulas between $) to blocks, by
// md4c: the one room that sees it. It knows nothing of slides: comments, pauses and backgrounds are handed on in order.
#pragma once

#include "deck/markdown/markdown_context.h"
#include "deck/syntax/excerpt.h"

namespace drawplate {

/// Reads the piece; everything wrong is in the context's report.
Flow read_markdown_blocks(MarkdownContext& context, Excerpt excerpt, const MarkdownOptions& options);

}  // namespace drawplate
