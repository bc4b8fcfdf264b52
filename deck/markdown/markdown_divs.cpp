// A div's name is found in a table; what closes it folds what it holds into what is around it.
#include "deck/markdown/markdown_divs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>
#include <variant>

#include "base/cursor.h"
#include "base/limits.h"
#include "base/suggest.h"
#include "deck/model/block_width.h"
#include "deck/syntax/inline_markdown.h"

namespace drawplate {
namespace {

struct DivName {
  std::string_view name;
  DivKind kind;
  AdmonitionKind admonition = AdmonitionKind::note;
};
constexpr DivName div_names[] = {
    {"columns", DivKind::columns},
    {"column", DivKind::column},
    {"notes", DivKind::notes},
    {"incremental", DivKind::incremental},
    {"nonincremental", DivKind::at_once},
    {"fragment", DivKind::fragment},
    {"v-click", DivKind::fragment},
    {"v-clicks", DivKind::incremental},
    {"hidden", DivKind::hidden},
    {"content-hidden", DivKind::hidden},
    {"callout-note", DivKind::callout, AdmonitionKind::note},
    {"callout-tip", DivKind::callout, AdmonitionKind::tip},
    {"callout-important", DivKind::callout, AdmonitionKind::important},
    {"callout-warning", DivKind::callout, AdmonitionKind::warning},
    {"callout-caution", DivKind::callout, AdmonitionKind::caution},
    {"note", DivKind::callout, AdmonitionKind::note},
    {"info", DivKind::callout, AdmonitionKind::note},
    {"tip", DivKind::callout, AdmonitionKind::tip},
    {"important", DivKind::callout, AdmonitionKind::important},
    {"warning", DivKind::callout, AdmonitionKind::warning},
    {"caution", DivKind::callout, AdmonitionKind::caution},
    {"danger", DivKind::callout, AdmonitionKind::caution},
    // Looks of others' themes: their text stays.
    {"smaller", DivKind::plain},
    {"small", DivKind::plain},
    {"center", DivKind::plain},
    {"r-stack", DivKind::plain},
    {"r-fit-text", DivKind::plain},
    {"r-stretch", DivKind::plain},
    {"r-hstack", DivKind::plain},
    {"r-vstack", DivKind::plain},
    {"panel-tabset", DivKind::plain},
    {"content-visible", DivKind::plain},
    {"refs", DivKind::plain},
    {"figure", DivKind::plain},
    {"aside", DivKind::plain},
    {"absolute", DivKind::plain},
};

const DivName* find_div(std::string_view name) {
  const auto found = std::find_if(std::begin(div_names), std::end(div_names), [&](const DivName& known) { return known.name == name; });
  return found == std::end(div_names) ? nullptr : &*found;
}

/// "{.columns}" or a bare word, with words behind it for a title: "tip Read this". Colons at the end are ornament.
Attributes attributes_of(std::string_view head, Span place, std::string& title) {
  while (!head.empty() && (head.back() == ':' || is_blank(head.back()))) head.remove_suffix(1);
  if (const auto braces = length_of_braces(head))
    return parse_attributes(head.substr(1, *braces - 2), {place.source, place.begin + 1, place.end});
  Attributes attributes;
  const std::size_t end = std::min(head.find_first_of(" \t{"), head.size());
  attributes.classes.emplace_back(head.substr(0, end));
  attributes.origin = place;
  const std::string_view rest = trimmed(head.substr(end));
  if (const auto braces = length_of_braces(rest)) {
    attributes.add(parse_attributes(rest.substr(1, *braces - 2), place));
  } else {
    title = rest;
    if (title.size() > 2 && title.front() == '[' && title.back() == ']') title = title.substr(1, title.size() - 2);
  }
  return attributes;
}

/// pandoc hides what stands before the first column, if it is nothing.
bool is_something(const Flow& flow) {
  return std::any_of(flow.begin(), flow.end(), [](const FlowItem& item) { return item.kind == FlowItem::Kind::block; });
}

}  // namespace

Blocks blocks_of(Flow flow, Flow& others) {
  Blocks blocks;
  bool paused = false, first_after_pause = false;
  for (FlowItem& item : flow) {
    if (item.kind == FlowItem::Kind::pause) {
      paused = first_after_pause = true;
    } else if (item.kind == FlowItem::Kind::block) {
      if (paused && item.block.step == 0) item.block.step = std::exchange(first_after_pause, false) ? next_step : same_step;
      blocks.push_back(std::move(item.block));
    } else {
      others.push_back(std::move(item));
    }
  }
  return blocks;
}

void DivStack::name_div(OpenDiv& div, const Attributes& attributes) {
  bool named = attributes.classes.empty();
  for (const std::string& name : attributes.classes) {
    const DivName* const known = find_div(name);
    if (!known) continue;
    named = true;
    if (known->kind == DivKind::plain) continue;
    div.kind = known->kind;
    div.admonition = known->admonition;
  }
  if (!named) {
    std::vector<std::string_view> names;
    for (const DivName& known : div_names) names.push_back(known.name);
    context_.report.warning(div.origin, fmt::format("a div of the class '{}' is nothing special", attributes.classes.front()))
        .help(did_you_mean(attributes.classes.front(), names));
  }
  if (const Attribute* const width = attributes.find("width")) {
    const auto read = parse_block_width(width->value);
    if (read) div.width = *read;
    if (!read) context_.report.warning(width->value_span, fmt::format("'{}' is no width", width->value)).help("write it as 40%");
  }
  const Attribute* const title = attributes.find("title");
  if (title) div.title = {parse_inline_markdown(title->value), title->value_span};
}

void DivStack::open(std::string_view head, Span place) {
  if (head.starts_with('<')) return open_html(head, place);
  OpenDiv div;
  div.origin = place;
  std::string title;
  const Attributes attributes = attributes_of(head, place, title);
  name_div(div, attributes);
  if (!title.empty() && div.kind == DivKind::callout) div.title = {parse_inline_markdown(title), place};
  push(std::move(div));
}

void DivStack::push(OpenDiv div) {
  if (divs_.size() < static_cast<std::size_t>(max_nesting))
    divs_.push_back(std::move(div));
  else
    context_.warn_once("deep divs", div.origin, fmt::format("divs nested deeper than {} levels are one", max_nesting));
}

void DivStack::close(Span place) {
  if (divs_.empty()) {
    const bool is_html = context_.sources.get(context_.source).text.compare(place.begin, 1, "<") == 0;
    context_.report.warning(place, is_html ? "'</div>' closes nothing" : "':::' closes nothing");
    return;
  }
  OpenDiv div = std::move(divs_.back());
  divs_.pop_back();
  fold(std::move(div), place.begin);
}

void DivStack::fold_notes(const OpenDiv& div, std::uint32_t end) {
  const std::string& text = context_.sources.get(context_.source).text;
  FlowItem note;
  note.kind = FlowItem::Kind::note;
  note.origin = div.origin;
  const std::size_t line_end = std::min(text.find('\n', div.origin.end), text.size());
  if (line_end < end) note.text = trimmed(std::string_view(text).substr(line_end, end - line_end));
  innermost().push_back(std::move(note));
}

void DivStack::fold_column(OpenDiv div) {
  if (divs_.empty() || divs_.back().kind != DivKind::columns) {
    context_.report.warning(div.origin, "a column outside of columns").help("put ':::: columns' and '::::' around it");
    add(std::move(div.items));
    return;
  }
  for (FlowItem& item : div.items)
    if (div.clicks && item.kind == FlowItem::Kind::block) item.block.step = next_step;
  Flow others;
  divs_.back().columns.push_back({div.width, blocks_of(std::move(div.items), others)});
  add(std::move(others));
}

void DivStack::fold_callout(OpenDiv div) {
  Flow others;
  Admonition admonition{div.admonition, std::move(div.title), blocks_of(std::move(div.items), others)};
  Heading* const first = admonition.blocks.empty() ? nullptr : std::get_if<Heading>(&admonition.blocks.front().what);
  if (first && admonition.title.empty()) {
    admonition.title = std::move(first->text);
    admonition.blocks.erase(admonition.blocks.begin());
  }
  add_block({std::move(admonition), div.origin});
  add(std::move(others));
}

void DivStack::add_block(Block block) {
  FlowItem item;
  item.origin = block.origin;
  item.block = std::move(block);
  innermost().push_back(std::move(item));
}

/// A closed div becomes blocks of what is around it.
void DivStack::fold(OpenDiv div, std::uint32_t end) {
  switch (div.kind) {
    case DivKind::hidden:
      return;
    case DivKind::notes:
      return fold_notes(div, end);
    case DivKind::columns:
      if (is_something(div.items)) context_.report.warning(div.origin, "text between columns stands before them");
      add(std::move(div.items));
      if (!div.columns.empty()) add_block({Columns{std::move(div.columns)}, div.origin});
      return;
    case DivKind::column:
      return fold_column(std::move(div));
    case DivKind::callout:
      return fold_callout(std::move(div));
    case DivKind::fragment:
      for (FlowItem& item : div.items)
        if (item.kind == FlowItem::Kind::block) item.block.step = next_step;
      return add(std::move(div.items));
    case DivKind::plain:
    case DivKind::incremental:
    case DivKind::at_once:
      return add(std::move(div.items));
  }
}

void DivStack::add(Flow items) {
  Flow& to = innermost();
  to.insert(to.end(), std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
}

bool DivStack::is_incremental(bool usual) const {
  for (auto div = divs_.rbegin(); div != divs_.rend(); ++div) {
    if (div->kind == DivKind::incremental) return true;
    if (div->kind == DivKind::at_once) return false;
  }
  return usual;
}

Flow DivStack::take(std::uint32_t end) {
  while (!divs_.empty()) {
    OpenDiv div = std::move(divs_.back());
    divs_.pop_back();
    context_.report.warning(div.origin, "the div is not closed on its slide")
        .help(div.is_html ? "close it with </div>" : "close it with a line of ':::'");
    fold(std::move(div), end);
  }
  return std::exchange(flow_, {});
}

}  // namespace drawplate
