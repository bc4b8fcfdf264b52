// Measuring and placing one row of a flow: see flow.h.
#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "layout/diagram/flow/flow.h"

namespace drawplate {
namespace {

constexpr int most_title_lines = 2, most_subtitle_lines = 3;

bool too_many_lines(const CardLayout& card) { return title_lines(card) > most_title_lines || subtitle_lines(card) > most_subtitle_lines; }

}  // namespace

RowLayout layout_row(const FlowInput& input, const SpineRow& row, Pt width, const LayoutContext& context) {
  RowLayout out;
  Pt first = 0, foot = 0;
  std::size_t most = 0;
  for (const EdgeEnd& item : row.items) {
    if (!item.is_group) {
      out.cards.push_back(layout_card(input.diagram.nodes[item.index], CardLevel::main, width, context));
      out.height = std::max(out.height, out.cards.back().height);
      continue;
    }
    const Group& group = input.diagram.groups[item.index];
    PanelLayout panel = layout_panel(group, members_of(input.diagram, item.index), width, Align::center, context);
    for (const CardLayout& card : panel.cards) out.inner_height = std::max(out.inner_height, card.height);
    first = std::max(first, panel.first);
    foot = std::max(foot, panel.foot);
    most = std::max(most, panel.cards.size());
    out.panels.push_back(std::move(panel));
  }
  if (out.panels.empty()) return out;
  for (PanelLayout& panel : out.panels) {
    panel.first = first;
    const Pt count = static_cast<Pt>(panel.cards.size());
    panel.height = first + count * out.inner_height + (count - 1) * panel.card_gap + foot;
  }
  const Pt count = static_cast<Pt>(most);
  out.height = first + count * out.inner_height + (count - 1) * out.panels.front().card_gap + foot;
  return out;
}

bool too_many_lines(const RowLayout& row) {
  const auto bad = [](const CardLayout& card) { return too_many_lines(card); };
  if (std::any_of(row.cards.begin(), row.cards.end(), bad)) return true;
  return std::any_of(row.panels.begin(), row.panels.end(), [&](const PanelLayout& panel) {
    return panel.title.paragraph.lines.size() > 3 || std::any_of(panel.cards.begin(), panel.cards.end(), [](const CardLayout& card) {
             return title_lines(card) > most_title_lines + (card.icon_above ? 1 : 0) || subtitle_lines(card) > most_subtitle_lines + 1;
           });
  });
}

void place_row(const FlowInput& input, const SpineRow& row, const RowLayout& layout, const std::vector<Rect>& boxes,
               PlacedDiagram& placed) {
  std::size_t most = 1;
  for (const PanelLayout& panel : layout.panels) most = std::max(most, panel.cards.size());
  for (std::size_t i = 0; i < row.items.size(); ++i) {
    const EdgeEnd& item = row.items[i];
    if (!item.is_group) {
      placed.nodes[item.index] = {layout.cards[i], boxes[i], input.accents.nodes[item.index]};
      continue;
    }
    const PanelLayout& panel = layout.panels[i];
    // What a stretched panel has over goes to its cards, by at most a fifth, and then evenly above and below each.
    const Pt spare = std::max(0.0, boxes[i].height - layout.height), cards = static_cast<Pt>(most);
    const Pt growth = std::min(spare / cards, layout.inner_height * 0.2), air = (spare - growth * cards) / (cards + 1);
    const std::vector<Rect> inner = inner_boxes(panel, boxes[i], layout.inner_height + growth, air);
    const std::vector<const Node*> members = members_of(input.diagram, item.index);
    for (std::size_t m = 0; m < members.size(); ++m) {
      const std::size_t index = static_cast<std::size_t>(members[m] - input.diagram.nodes.data());
      placed.nodes[index] = {panel.cards[m], inner[m], input.accents.nodes[index]};
    }
    // Footers of one row share a baseline: each is centred where the tallest panel's is.
    const Pt foot_top = std::max(inner.empty() ? boxes[i].y : inner.back().bottom(), boxes[i].bottom() - panel.foot - air);
    placed.groups[item.index] = {panel, {boxes[i], std::nullopt, foot_top, static_cast<int>(item.index)}, input.accents.groups[item.index]};
  }
}

Rect placed_box(const PlacedDiagram& placed, const EdgeEnd& end) {
  return end.is_group ? placed.groups[end.index].place.box : placed.nodes[end.index].box;
}

}  // namespace drawplate
