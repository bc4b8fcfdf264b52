// See plan.h. Every layout is a few rectangles on one set of margins, so that titles and text edges stay where they were
// from slide to slide.
#include "layout/slide/plan.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <variant>

namespace drawplate::slide {
namespace {

constexpr std::size_t longest_statement = 120;  ///< bytes of a lone paragraph that is set large

template <class Kind>
bool is(const Block& block) {
  return std::holds_alternative<Kind>(block.what);
}

bool is_words(const Block& block) { return is<TextParagraph>(block) || is<List>(block) || is<Heading>(block); }

const SlideBackground* side_image(const Slide& slide) {
  for (const SlideBackground& background : slide.backgrounds)
    if (background.image && background.side != SlideBackground::Side::whole) return &background;
  return nullptr;
}

bool has_whole_image(const Slide& slide) {
  return std::any_of(slide.backgrounds.begin(), slide.backgrounds.end(),
                     [](const SlideBackground& b) { return b.image && b.side == SlideBackground::Side::whole; });
}

SlideLayout layout_of_columns(const Columns& columns) {
  const bool headed = columns.columns.size() == 2 && std::all_of(columns.columns.begin(), columns.columns.end(), [](const Column& c) {
                        return !c.blocks.empty() && is<Heading>(c.blocks.front());
                      });
  return headed ? SlideLayout::comparison : SlideLayout::two_columns;
}

/// Of a slide whose only block this is.
SlideLayout layout_of_one(const Block& block, bool has_title) {
  if (is<Quote>(block)) return SlideLayout::quote;
  if (is<Table>(block)) return SlideLayout::table;
  if (is<Code>(block)) return SlideLayout::code;
  if (is<EmbeddedDiagram>(block)) return SlideLayout::diagram;
  if (const auto* columns = std::get_if<Columns>(&block.what)) return layout_of_columns(*columns);
  if (const auto* text = std::get_if<TextParagraph>(&block.what); text && !has_title)
    return text->text.plain().size() <= longest_statement ? SlideLayout::statement : SlideLayout::content;
  return SlideLayout::content;
}

SlideLayout layout_without_blocks(const Slide& slide, bool is_first) {
  if (slide.title.empty() && slide.subtitle.empty()) return has_whole_image(slide) ? SlideLayout::full_image : SlideLayout::blank;
  if (is_first) return SlideLayout::title;
  return SlideLayout::section;
}

Rect page_room(const DeckSetting& deck, const SlideMetrics& metrics) {
  const double k = deck.scale;
  return {metrics.margin_x * k, metrics.margin_top * k, deck.page.width - 2 * metrics.margin_x * k,
          deck.page.height - (metrics.margin_top + metrics.margin_bottom) * k};
}

/// What is left of the page beside an image at its side.
Rect beside(const SlideBackground& image, Rect room, const DeckSetting& deck) {
  const Pt taken = deck.page.width * std::clamp(image.fraction, 0.1, 0.8), margin = room.x, inner = margin * 0.75;
  if (image.side == SlideBackground::Side::left) return {taken + inner, room.y, deck.page.width - taken - inner - margin, room.height};
  return {margin, room.y, deck.page.width - taken - inner - margin, room.height};
}

Pt line_of(SlideRole role, const DeckSetting& deck) {
  const TextStyle& style = deck.theme.style(role);
  return style.size * style.line_height * deck.scale;
}

void plan_large(Plan& plan, Rect room, double foot, const DeckSetting& deck) {
  plan.is_large = true;
  const Pt bottom = deck.page.height * foot, gap = 15 * deck.scale;
  plan.title = {room.x, room.y, room.width, bottom - room.y};
  plan.body = {room.x, bottom + gap, room.width, room.bottom() - bottom - gap};
  plan.subtitle = plan.body;
}

void plan_columns(Plan& plan, const DeckSetting& deck) {
  const Pt gap = deck.theme.slides.column_gap * deck.scale, width = (plan.body.width - gap) / 2;
  if (deck.page.width < deck.page.height) {
    const Pt height = (plan.body.height - gap) / 2;
    plan.body_2 = Rect{plan.body.x, plan.body.y + height + gap, plan.body.width, height};
  } else {
    plan.body_2 = Rect{plan.body.x + width + gap, plan.body.y, width, plan.body.height};
  }
}

}  // namespace

SlideLayout choose_layout(const Slide& slide, bool is_first) {
  if (slide.layout != SlideLayout::automatic) return slide.layout;
  if (const SlideBackground* side = side_image(slide))
    return side->side == SlideBackground::Side::left ? SlideLayout::image_left : SlideLayout::image_right;
  if (slide.blocks.empty()) return layout_without_blocks(slide, is_first);
  const bool has_title = !slide.title.empty();
  if (slide.blocks.size() == 1) return layout_of_one(slide.blocks.front(), has_title);
  const auto images = std::count_if(slide.blocks.begin(), slide.blocks.end(), is<Image>);
  const auto words = std::count_if(slide.blocks.begin(), slide.blocks.end(), is_words);
  if (images == 1 && words + 1 == static_cast<std::ptrdiff_t>(slide.blocks.size()))
    return is<Image>(slide.blocks.front()) ? SlideLayout::image_left : SlideLayout::image_right;
  return SlideLayout::content;
}

Plan plan_of(SlideLayout layout, const Slide& slide, const DeckSetting& deck) {
  const SlideMetrics& metrics = deck.theme.slides;
  Plan plan;
  plan.layout = layout;
  Rect room = page_room(deck, metrics);
  if (const SlideBackground* side = side_image(slide)) room = beside(*side, room, deck);
  const bool portrait = deck.page.height > deck.page.width;
  if (layout == SlideLayout::title) {
    plan.title_role = SlideRole::cover_title;
    plan_large(plan, room, portrait ? 0.46 : 0.54, deck);
    return plan;
  }
  if (layout == SlideLayout::section) {
    plan.title_role = SlideRole::section_title;
    plan_large(plan, room, portrait ? 0.5 : 0.56, deck);
    return plan;
  }
  const Pt line = line_of(SlideRole::title, deck);
  plan.title = {room.x, room.y, room.width, line};
  const bool has_title = !slide.title.empty() || !slide.subtitle.empty();
  const Pt down = has_title ? line + metrics.title_gap * deck.scale : 0;
  plan.body = {room.x, room.y + down, room.width, room.height - down};
  if (layout == SlideLayout::quote || layout == SlideLayout::statement || layout == SlideLayout::diagram) plan.body_anchor = Anchor::middle;
  if (layout == SlideLayout::two_columns || layout == SlideLayout::comparison) plan_columns(plan, deck);
  return plan;
}

Rect furniture_box(bool is_top, const DeckSetting& deck) {
  const SlideMetrics& metrics = deck.theme.slides;
  const Pt line = line_of(SlideRole::furniture, deck), edge = metrics.furniture_edge * deck.scale, margin = metrics.margin_x * deck.scale;
  const Pt top = is_top ? edge - line * 0.7 : deck.page.height - edge - line * 0.7;
  return {margin, top, deck.page.width - 2 * margin, line};
}

}  // namespace drawplate::slide
