// How a node becomes a card: tile, icon, title, subtitle, pills. Measured first at a width, drawn later into a box.
// It knows nothing of edges or of where cards stand.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "deck/model/diagram.h"
#include "layout/diagram/placed/context.h"

namespace drawplate {

/// A card on the page's spine, or a smaller one inside a panel.
enum class CardLevel : std::uint8_t { main, inner };

/// Tokens of one level, picked from the theme once.
struct CardMetrics {
  Pt height = 0, plain_height = 0, radius = 0, outline = 0;
  Pt padding = 0, padding_right = 0, tile = 0, tile_radius = 0, icon = 0, tile_gap = 0;
  Pt air = 0;           ///< above the first line's capitals and below the last baseline
  Em subtitle_gap = 0;  ///< between title and subtitle beyond the line height, in the subtitle's size
  TextRole title = TextRole::card_title, subtitle = TextRole::card_subtitle;
};
CardMetrics card_metrics(const LayoutContext& context, CardLevel level);

/// One line of pills: their boxes relative to the pill area's top left corner.
struct PillLayout {
  std::vector<Rect> boxes;
  std::vector<LaidOutParagraph> texts;
  Pt height = 0;
};

/// One cell of a table node: its box from the node's top left corner, and its text.
struct CellLayout {
  Rect box;
  LaidOutParagraph text;
  bool is_head = false;  ///< the table's name
};

/// A card measured at a width.
struct CardLayout {
  const Node* node = nullptr;
  CardLevel level = CardLevel::main;
  Pt width = 0, height = 0;                  ///< the least height
  bool icon_above = false;                   ///< narrow cards set the tile above the text
  bool centred = false;                      ///< a small card as narrow as its title, which stands alone
  Pt head_height = 0;                        ///< the part above the pills; the whole height where there are none
  std::vector<LaidOutParagraph> paragraphs;  ///< title, subtitle, bullets, as far as there are any
  std::vector<Pt> gaps;                      ///< before each paragraph
  PillLayout pills;
  std::vector<CellLayout> cells;  ///< of a table node, as Node::cells
};

/// The title as shown, with its number in front.
RichText shown_title(const std::optional<int>& number, const RichText& title);

/// A bullet's text with its sign in front.
RichText with_bullet(RichText text);

/// The card's pills, with its badge as the first of them.
std::vector<Pill> shown_pills(const Node& node);

/// The widest a card needs for every text on one line.
Pt natural_card_width(const Node& node, CardLevel level, const LayoutContext& context);
/// `most`, or what the card needs so that no word of ordinary length breaks.
Pt card_width_for_words(const Node& node, CardLevel level, Pt most, const LayoutContext& context);
/// `natural` is its natural width where that is known; measuring it costs as much as all the rest.
CardLayout layout_card(const Node& node, CardLevel level, Pt width, const LayoutContext& context, std::optional<Pt> natural = {});
/// The most lines that one of the card's paragraphs takes: title, then subtitle.
int title_lines(const CardLayout& card);
int subtitle_lines(const CardLayout& card);

/// Draws the card into `box` (its width is the measured one, its height not less than the measured one). Ids are left 0.
/// The first item is the shape that connectors hold on to.
Item draw_card(const CardLayout& card, Rect box, Accent accent, const LayoutContext& context);

}  // namespace drawplate
