// A diagram and its texts as stable text, for goldens and for comparing one diagram written in several languages. Places in the
// source and the words an id was written with are left out; everything that reaches the layout is in.
#pragma once

#include <string>
#include <string_view>

#include "deck/model/any_diagram.h"

namespace drawplate {

/// One line a node, group, edge or wish; what has its default is left out; groups hold their members, indented.
std::string dump_diagram(const AnyDiagram& diagram);
/// The texts in order, each with its style in front: "plain" b"bold" c"code".
std::string dump_text(const RichText& text);
std::string dump_quoted(std::string_view text);

}  // namespace drawplate
