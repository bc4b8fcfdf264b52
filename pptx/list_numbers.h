// Numbered lists in DrawingML's terms: how a number is written, and where a list's counting starts. It writes nothing.
#pragma once

#include <string_view>
#include <vector>

#include "layout/page/page.h"

namespace drawplate {

/// ST_TextAutonumberScheme for a number as shown: "arabicPeriod" for "1.", "alphaLcParenR" for "b)".
std::string_view number_form(std::string_view shown);

/// By paragraph: the number at which its list starts. Programs count the paragraphs of one level that follow each other, so
/// all items of a list name the same start; 1 where there is no number.
std::vector<int> list_starts(const std::vector<Paragraph>& paragraphs);

}  // namespace drawplate
