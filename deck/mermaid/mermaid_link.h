// Mermaid's links: "-->", "-. text .->", "<==>", "~~~", "e1@--x|text|" and all their lengths.
#pragma once

#include <optional>
#include <string>

#include "base/cursor.h"
#include "base/diagnostic.h"
#include "deck/mermaid/mermaid_label.h"
#include "deck/model/diagram.h"

namespace drawplate {

struct MermaidLink {
  std::string id;  ///< the author's, or empty
  LineKind line = LineKind::solid;
  HeadKind tail = HeadKind::none, head = HeadKind::none;
  int length = 1;  ///< layers it asks for
  std::optional<MermaidText> text;
  Span span;
};

/// Reads a link after white space and line ends. Where there is none, the cursor stays and the result is empty.
std::optional<MermaidLink> read_mermaid_link(Cursor& cursor, Report& report);

}  // namespace drawplate
