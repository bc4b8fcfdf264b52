// Markdown inside one text: **bold**, *italic*, ~~strike~~, `code`, [text](url), backslash escapes, and the tags <b>, <i>,
// <s>, <u> and <br>. Stars inside a word and underscores anywhere are text: identifiers and formulae stay as they were written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "deck/model/diagram.h"

namespace drawplate {

/// Neighbours differ in style and none is empty; what is no markup stays as it stands.
std::vector<TextSpan> parse_inline_markdown(std::string_view text);

/// The Markdown that parse_inline_markdown reads back as these spans.
std::string to_inline_markdown(const std::vector<TextSpan>& spans);

}  // namespace drawplate
