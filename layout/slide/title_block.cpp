// See title_block.h.
#include "layout/slide/title_block.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "layout/slide/body_text.h"

namespace drawplate::slide {
namespace {

constexpr std::size_t most_lines = 2, most_large_lines = 4;
constexpr double least_share = 0.6;

LaidOutParagraph fit_title(const RichText& text, SlideRole role, const Plan& plan, const SlideContext& context) {
  const std::size_t most = plan.is_large ? most_large_lines : most_lines;
  ParagraphStyle style = context.paragraph(role, context.palette.ink);
  style.breaking = Breaking::balanced;
  const Pt full = style.text.size;
  LaidOutParagraph laid;
  for (double share = 1; share >= least_share; share -= 0.1) {
    style.text.size = full * share;
    laid = layout_paragraph(text, style, plan.title.width, context.deck.fonts, context.report);
    const bool too_high = plan.is_large && laid.height > plan.title.height;
    if (laid.paragraph.lines.size() <= most && laid.width <= plan.title.width + 0.01 && !too_high) break;
  }
  return laid;
}

/// What a text of the block is to readers.
struct TextPart {
  std::string_view name;
  Role role = Role::text;
  Placeholder placeholder = Placeholder::none;
};

/// `box` says where the text begins and how wide it is.
Item text_item(const TextPart& part, const RichText& text, LaidOutParagraph laid, Rect box) {
  Item item = block_item(std::string(part.name), part.role, text.origin);
  item.placeholder = part.placeholder;
  TextBlock block;
  block.box = {box.x, box.y, box.width, laid.height};
  block.paragraphs.push_back(moved_by(align_in(std::move(laid), box.width), {box.x, box.y}));
  item.what = std::move(block);
  return item;
}

Item bar(std::string name, Rect box, Color color) {
  Item item = block_item(std::move(name), Role::decoration, {});
  item.what = Shape{.kind = ShapeKind::rect, .box = box, .fill = Fill{color}};
  return item;
}

/// The theme's signature: a short bar over large titles, a line under the others.
void add_marks(TitleBlock& out, const Plan& plan, Pt title_top, const SlideContext& context) {
  const SlideMetrics& metrics = context.theme().slides;
  const double k = context.deck.scale;
  if (plan.is_large && metrics.mark_width > 0 && metrics.mark_height > 0) {
    const Pt width = metrics.mark_width * k, x = context.is_right_to_left() ? plan.title.right() - width : plan.title.x;
    const Rect box{x, title_top - 21 * k, width, metrics.mark_height * k};
    out.items.push_back(bar("mark", box, context.palette.accent));
  }
  if (metrics.title_rule > 0) {
    const Pt gap = 7.5 * k, top = out.bottom + gap;
    out.items.push_back(bar("title rule", {plan.title.x, top, plan.title.width, metrics.title_rule * k}, context.palette.ink));
    out.bottom = top;
  }
}

}  // namespace

TitleBlock layout_title(const Slide& slide, const Plan& plan, const SlideContext& context) {
  TitleBlock out;
  out.bottom = plan.title.y;
  Pt top = plan.title.y;
  if (!slide.title.empty()) {
    LaidOutParagraph laid = fit_title(slide.title, plan.title_role, plan, context);
    top = plan.is_large ? std::max(plan.title.y, plan.title.bottom() - laid.height) : plan.title.y;
    out.bottom = top + laid.height;
    out.items.push_back(
        text_item({"title", Role::heading, Placeholder::title}, slide.title, std::move(laid), {plan.title.x, top, plan.title.width, 0}));
  } else if (plan.is_large) {
    out.bottom = top = plan.title.bottom();
  }
  if (!out.items.empty()) add_marks(out, plan, top, context);
  if (!slide.subtitle.empty()) {
    const SlideRole role = plan.is_large ? SlideRole::cover_subtitle : SlideRole::subtitle;
    ParagraphStyle style = context.paragraph(role, context.palette.muted);
    style.breaking = Breaking::balanced;
    LaidOutParagraph laid = layout_paragraph(slide.subtitle, style, plan.title.width, context.deck.fonts, context.report);
    const Pt y = out.bottom + (plan.is_large ? 15 : 3) * context.deck.scale;
    out.bottom = y + laid.height;
    out.items.push_back(text_item({"subtitle", Role::text, Placeholder::subtitle}, slide.subtitle, std::move(laid),
                                  {plan.title.x, y, plan.title.width, 0}));
  }
  return out;
}

}  // namespace drawplate::slide
