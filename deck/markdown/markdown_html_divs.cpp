// The divs of HTML that decks lay their columns out with. Their classes are those of others' style sheets: what looks like a
// grid is columns, and a div right inside of one is a column. See markdown_divs.h.
#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/cursor.h"
#include "deck/markdown/markdown_divs.h"
#include "deck/model/block_width.h"
#include "deck/syntax/html_text.h"

namespace drawplate {
namespace {

constexpr std::string_view column_classes[] = {"columns",     "columns-2", "columns2",    "columns-3", "columns3", "two-columns",
                                               "two-column",  "twocols",   "two-cols",    "grid",      "flex",     "row",
                                               "multicolumn", "split",     "columns-two", "cols"};

bool has_class(std::string_view classes, std::string_view wanted) {
  for (std::size_t at = classes.find(wanted); at != std::string_view::npos; at = classes.find(wanted, at + 1)) {
    const std::size_t end = at + wanted.size();
    if ((at == 0 || is_space(classes[at - 1])) && (end == classes.size() || is_space(classes[end]))) return true;
  }
  return false;
}

/// Of a style such as "width: 40%; color: red".
std::optional<BlockWidth> width_in(std::string_view style) {
  for (std::size_t at = style.find("width"); at != std::string_view::npos; at = style.find("width", at + 1)) {
    const std::size_t colon = style.find_first_not_of(" \t", at + 5);
    const bool alone = at == 0 || style[at - 1] == ';' || is_space(style[at - 1]);
    if (!alone || colon == std::string_view::npos || style[colon] != ':') continue;
    return parse_block_width(trimmed(style.substr(colon + 1, style.find(';', colon) - colon - 1)));
  }
  return std::nullopt;
}

}  // namespace

void DivStack::open_html(std::string_view tag, Span place) {
  OpenDiv div;
  div.origin = place;
  div.is_html = true;
  const std::string_view inside = tag.substr(1, tag.size() - 2);
  const std::string classes = tag_attribute(inside, "class"), style = tag_attribute(inside, "style");
  const bool is_grid =
      std::any_of(std::begin(column_classes), std::end(column_classes), [&](std::string_view name) { return has_class(classes, name); }) ||
      style.find("grid") != std::string::npos || style.find("flex") != std::string::npos;
  div.clicks = inside.find(" v-click") != std::string_view::npos;
  if (!divs_.empty() && divs_.back().kind == DivKind::columns) {
    div.kind = DivKind::column;
    if (const auto width = width_in(style)) div.width = *width;
  } else if (div.clicks) {
    div.kind = DivKind::fragment;
  } else if (is_grid) {
    div.kind = DivKind::columns;
  } else {
    context_.warn_once("<div", place, "of <div> only what it holds is kept")
        .help("columns are <div class=\"columns\"> with a <div> for each, or ':::: columns' and '::: column'");
  }
  push(std::move(div));
}

}  // namespace drawplate
