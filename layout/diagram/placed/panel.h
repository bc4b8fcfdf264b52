// How a group becomes a panel: its title, a stack of inner cards, a footer. Measured first, drawn later into a box.
#pragma once

#include <optional>
#include <vector>

#include "layout/diagram/placed/card.h"

namespace drawplate {

struct PanelLayout {
  const Group* group = nullptr;
  Pt width = 0, height = 0;  ///< the least height
  Pt inner_width = 0;
  Pt card_gap = 0;  ///< between inner cards
  Pt first = 0;     ///< from the top to the first inner card
  Pt foot = 0;      ///< from the last inner card to the bottom
  LaidOutParagraph title, footer;
  Pt icon = 0;      ///< side of the icon in front of the title; 0: none
  Pt icon_gap = 0;  ///< between icon and title
  std::vector<CardLayout> cards;
};

/// Everything a panel needs before its members are placed: its title and footer at a width.
PanelLayout layout_panel(const Group& group, const std::vector<const Node*>& members, Pt width, Align title_align,
                         const LayoutContext& context);

/// Boxes of the inner cards in a panel at `box`: each `card_height` high, from the top, with `air` more above each than usual.
std::vector<Rect> inner_boxes(const PanelLayout& panel, Rect box, Pt card_height, Pt air);

/// Where a panel goes on the page.
struct PanelPlace {
  Rect box;
  std::optional<Rect> title;  ///< the title's text box where it does not stand centred at the top
  Pt foot_top = 0;            ///< where the last member ends: the footer is centred below
  int turn = 0;               ///< counts panels, for themes that fill them in turn
};

/// The panel's own items, without members: its shape with the title, and its footer.
std::vector<Item> draw_panel(const PanelLayout& panel, const PanelPlace& place, Accent accent, const LayoutContext& context);
/// The title with its icon.
Size panel_title_size(const PanelLayout& panel);
/// The title's ink box, with its icon.
Rect panel_title_box(const PanelLayout& panel, const PanelPlace& place, const LayoutContext& context);

}  // namespace drawplate
