// What all slides of a deck share, and what one slide's blocks are laid out with: the theme's type scale and lengths at the
// page's size, a factor for slides that are too full, and the slide's colours.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "deck/model/deck.h"
#include "deck/theme/theme.h"
#include "layout/page/layout_options.h"
#include "layout/page/page.h"
#include "layout/text/text_block.h"

namespace drawplate::slide {

/// Images of the deck as the document has them: each once, when it is first used.
class ImageTable {
 public:
  ImageTable(const Deck& deck, Document& document) : deck_(deck), document_(document), ids_(deck.images.size()) {}
  /// Nothing where the image could not be read or is no PNG or JPEG.
  std::optional<ImageId> id_of(ImageIndex index);

 private:
  const Deck& deck_;
  Document& document_;
  std::vector<std::optional<ImageId>> ids_;
};

struct DeckSetting {
  const Deck& deck;
  const Theme& theme;
  Size page;
  double scale = 1;  ///< of text and lengths to the theme's tokens
  FontCatalog& fonts;
  const LayoutOptions& options;
  std::string lang;
  ImageTable& images;
};

/// How large text is set on a page: 1 on 960 x 540 pt. Width counts for more than height, since lines must not grow short.
double page_factor(Size page);

/// Colours of what stands on the slide itself. Boxes (code, tables, admonitions) keep the theme's own.
struct Palette {
  Color background, ink, muted, link, accent, mark, key;
  bool inverted = false;
};
Palette palette_of(const Slide& slide, SlideLayout layout, const Theme& theme);
/// Of text in boxes that are filled with the theme's card colour, whatever the slide's background.
Palette box_palette(const Theme& theme);

struct SlideContext {
  const DeckSetting& deck;
  Palette palette;
  SlideLayout layout = SlideLayout::content;
  double factor = 1;  ///< below 1 where the slide is too full
  Report& report;

  const Theme& theme() const { return deck.theme; }
  /// Whether the deck's language is written from right to left: then what stands at the left elsewhere stands at the right.
  bool is_right_to_left() const;
  /// A role's style at this size; line heights are whole multiples of 0.75 pt.
  TextStyle style(SlideRole role) const;
  ParagraphStyle paragraph(SlideRole role, Color color, Align align = Align::left) const;
  /// A length of the theme at this size.
  Pt length(Pt token) const;
};

/// Sets formulas in text; refers to the context.
SetFormula inline_formulas(const SlideContext& context);

/// The steps in which a slide's text is set smaller, from 1 to the theme's floor.
std::vector<double> text_factors(const DeckSetting& deck);

}  // namespace drawplate::slide
