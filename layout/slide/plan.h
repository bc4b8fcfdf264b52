// Which layout a slide gets, and where that layout puts its title, body and picture on the page.
#pragma once

#include <optional>

#include "layout/slide/setting.h"

namespace drawplate::slide {

/// The author's layout, or the one that the content asks for. Never `automatic`.
SlideLayout choose_layout(const Slide& slide, bool is_first);

/// Frames of a layout on the page, at the theme's own text size.
struct Plan {
  SlideLayout layout = SlideLayout::content;
  SlideRole title_role = SlideRole::title;
  Rect title;                    ///< of one line of a slide's title; large titles stand at its foot
  Rect body;                     ///< from the title to the foot
  std::optional<Rect> subtitle;  ///< of layouts that have one of their own
  std::optional<Rect> body_2;    ///< the right one of two columns
  std::optional<Rect> picture;
  bool is_large = false;  ///< a cover, a section or a statement: the title is the slide
  Anchor body_anchor = Anchor::top;
};
Plan plan_of(SlideLayout layout, const Slide& slide, const DeckSetting& deck);

/// True where the layout has a frame for text under its title.
bool has_body_frame(SlideLayout layout);

/// The plan's frames as a layout of the slide master.
PageLayout page_layout(const Plan& plan, const Palette& palette, const DeckSetting& deck);

/// A line of header or footer over the page's whole width between the margins.
Rect furniture_box(bool is_top, const DeckSetting& deck);

}  // namespace drawplate::slide
