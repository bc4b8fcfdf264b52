// A plan as a layout of the slide master: what PowerPoint shows in its list of layouts and resets slides to.
#include <array>
#include <cstddef>
#include <string_view>

#include "layout/slide/plan.h"

namespace drawplate::slide {
namespace {

constexpr std::array<std::string_view, 16> layout_names = {"Title and Content",
                                                           "Title Slide",
                                                           "Section Header",
                                                           "Title and Content",
                                                           "Two Content",
                                                           "Comparison",
                                                           "Content with Picture",
                                                           "Picture with Content",
                                                           "Full Picture",
                                                           "Quote",
                                                           "Statement",
                                                           "Title and Diagram",
                                                           "Title and Table",
                                                           "Title and Code",
                                                           "Agenda",
                                                           "Blank"};
static_assert(static_cast<std::size_t>(SlideLayout::blank) + 1 == layout_names.size());

using Frame = PageLayout::Frame;

Frame frame(Placeholder placeholder, Rect box, SlideRole role, Color color, const DeckSetting& deck) {
  const TextStyle& style = deck.theme.style(role);
  Frame out{.placeholder = placeholder, .box = box};
  out.size = style.size * deck.scale;
  out.bold = style.weight >= 600;
  out.color = color;
  return out;
}

void add_furniture(PageLayout& layout, const Palette& palette, const DeckSetting& deck) {
  const Rect foot = furniture_box(false, deck);
  const Pt number = foot.width * 0.1, date = foot.width * 0.2;  // no slide fills the date: it is there for those who edit
  layout.frames.push_back(
      frame(Placeholder::footer, {foot.x, foot.y, foot.width - number - date, foot.height}, SlideRole::furniture, palette.muted, deck));
  Frame of_date =
      frame(Placeholder::date, {foot.right() - number - date, foot.y, date, foot.height}, SlideRole::furniture, palette.muted, deck);
  of_date.align = Align::right;
  layout.frames.push_back(of_date);
  Frame out =
      frame(Placeholder::slide_number, {foot.right() - number, foot.y, number, foot.height}, SlideRole::furniture, palette.muted, deck);
  out.align = Align::right;
  layout.frames.push_back(out);
}

}  // namespace

bool has_body_frame(SlideLayout layout) {
  return layout != SlideLayout::title && layout != SlideLayout::section && layout != SlideLayout::blank &&
         layout != SlideLayout::full_image && layout != SlideLayout::diagram && layout != SlideLayout::table;
}

PageLayout page_layout(const Plan& plan, const Palette& palette, const DeckSetting& deck) {
  PageLayout out;
  out.name = layout_names[static_cast<std::size_t>(plan.layout)];
  const bool is_usual = plan.is_large && deck.theme.looks.ink_covers;
  if (palette.inverted && !is_usual) out.name += " (inverted)";
  out.background = palette.background;
  if (plan.layout != SlideLayout::blank) {
    Frame title = frame(Placeholder::title, plan.title, plan.title_role, palette.ink, deck);
    title.anchor = plan.is_large ? Anchor::bottom : Anchor::top;
    out.frames.push_back(title);
  }
  if (plan.subtitle) out.frames.push_back(frame(Placeholder::subtitle, *plan.subtitle, SlideRole::cover_subtitle, palette.muted, deck));
  if (has_body_frame(plan.layout)) {
    Rect body = plan.body;
    if (plan.body_2 && plan.body_2->y > body.y) body.height = plan.body_2->height;
    if (plan.body_2 && plan.body_2->x > body.x) body.width = plan.body_2->width;
    Frame frame_1 = frame(Placeholder::body, body, SlideRole::body, palette.ink, deck);
    frame_1.anchor = plan.body_anchor;
    out.frames.push_back(frame_1);
  }
  if (plan.body_2) out.frames.push_back(frame(Placeholder::body_2, *plan.body_2, SlideRole::body, palette.ink, deck));
  if (plan.picture) out.frames.push_back(frame(Placeholder::picture, *plan.picture, SlideRole::body, palette.ink, deck));
  add_furniture(out, palette, deck);
  return out;
}

}  // namespace drawplate::slide
