// Names and keywords: Mermaid's manual, "Diagram Syntax".
#include "deck/mermaid/mermaid_kinds.h"

#include <algorithm>
#include <cstddef>

#include "base/cursor.h"

namespace drawplate {
namespace {

struct Kind {
  std::string_view keyword, name;
};
constexpr Kind kinds[] = {
    {"sequenceDiagram", "a sequence diagram"},
    {"classDiagram", "a class diagram"},
    {"stateDiagram", "a state diagram"},
    {"erDiagram", "an entity relationship diagram"},
    {"gantt", "a Gantt chart"},
    {"pie", "a pie chart"},
    {"journey", "a user journey"},
    {"gitGraph", "a Git graph"},
    {"mindmap", "a mind map"},
    {"timeline", "a timeline"},
    {"quadrantChart", "a quadrant chart"},
    {"requirementDiagram", "a requirement diagram"},
    {"C4Context", "a C4 diagram"},
    {"C4Container", "a C4 diagram"},
    {"C4Component", "a C4 diagram"},
    {"C4Dynamic", "a C4 diagram"},
    {"C4Deployment", "a C4 diagram"},
    {"sankey", "a Sankey diagram"},
    {"xychart", "an XY chart"},
    {"block", "a block diagram"},
    {"packet", "a packet diagram"},
    {"kanban", "a Kanban board"},
    {"architecture", "an architecture diagram"},
    {"radar", "a radar chart"},
    {"treemap", "a treemap"},
    {"zenuml", "a ZenUML diagram"},
    {"info", "an info diagram"},
};

}  // namespace

std::optional<std::string_view> undrawn_mermaid_kind(std::string_view word) {
  for (const Kind& kind : kinds) {
    if (word.starts_with(kind.keyword) && (word.size() == kind.keyword.size() || word[kind.keyword.size()] == '-')) return kind.name;
  }
  return std::nullopt;
}

std::string_view mermaid_header(std::string_view text) {
  bool in_front_matter = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trimmed(text.substr(at, end - at));
    at = end + 1;
    if (line == "---") {
      in_front_matter = !in_front_matter;
    } else if (!in_front_matter && !line.empty() && !line.starts_with("%%")) {
      return line.substr(0, line.find_first_of(" \t;:"));
    }
  }
  return {};
}

}  // namespace drawplate
