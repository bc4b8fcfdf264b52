// See slide_pages.h.
#include "layout/slide/slide_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "layout/slide/backgrounds.h"
#include "layout/slide/fit.h"
#include "layout/slide/furniture.h"
#include "layout/slide/move_item.h"
#include "layout/slide/number_items.h"
#include "layout/slide/prepare.h"
#include "layout/slide/split.h"
#include "layout/slide/title_block.h"

namespace drawplate::slide {
namespace {

BodyLook look_of(const Plan& plan) {
  if (plan.layout == SlideLayout::title || plan.layout == SlideLayout::section) return {SlideRole::subtitle, Align::left, true};
  if (plan.layout == SlideLayout::statement) return {SlideRole::statement, Align::left, false};
  return {};
}

/// Title, footnotes and the room between them, for a slide's first page and for those that continue it.
class Frame {
 public:
  Frame(const Slide& slide, const Plan& plan, const SlideContext& context) : slide_(slide), plan_(plan), context_(context) {}

  const TitleBlock& title(bool is_first) {
    std::optional<TitleBlock>& title = is_first ? first_ : further_;
    if (!title) title = layout_title(is_first ? slide_ : continued(), plan_, context_);
    return *title;
  }

  Piece footnotes(const Blocks& blocks, bool is_first) {
    if (slide_.footnotes.empty()) return {};
    return layout_footnotes(notes_of(slide_, blocks, is_first), plan_.body.width, context_);
  }

  /// On the page; below the title and above `notes`.
  Rect room(const Piece& notes, bool is_first) {
    const TitleBlock& block = title(is_first);
    Rect room = plan_.body;
    if (!block.items.empty()) {
      const Pt gap = context_.length(context_.theme().slides.title_gap) * (plan_.is_large ? 0.75 : 1);
      const Pt top = std::max(block.bottom + gap, plan_.is_large ? 0 : room.y);
      room = {room.x, top, room.width, std::max(1.0, room.bottom() - top)};
    }
    if (notes.height > 0) room.height = std::max(1.0, room.height - notes.height - context_.length(9));
    return room;
  }

 private:
  Slide continued() const {
    Slide out;
    out.title = slide_.title;
    if (!out.title.empty()) out.title.spans.push_back(TextSpan{.text = " (continued)"});
    return out;
  }

  const Slide& slide_;
  const Plan& plan_;
  const SlideContext& context_;
  std::optional<TitleBlock> first_, further_;
};

void append(std::vector<Item>& to, std::vector<Item> from) {
  for (Item& item : from) to.push_back(std::move(item));
}

/// Text frames of the body become the layout's placeholders, in order.
void give_placeholders(std::vector<Item>& items, const Slide& slide, const Plan& plan) {
  std::vector<Placeholder> free;
  if (plan.subtitle && slide.subtitle.empty()) free = {Placeholder::subtitle};
  if (plan.layout == SlideLayout::statement && slide.title.empty()) free = {Placeholder::title};
  if (has_body_frame(plan.layout)) free = {Placeholder::body};
  if (plan.body_2) free.push_back(Placeholder::body_2);
  auto next = free.begin();
  for (Item& item : items) {
    if (next == free.end()) return;
    if (item.role == Role::body && std::holds_alternative<TextBlock>(item.what)) item.placeholder = *next++;
  }
}

/// What the body's stack is, in place on the page.
std::vector<Item> place_stack(Stack stack, Rect room, Anchor anchor) {
  if (stack.height > room.height + 0.01) {
    scale_items(stack.items, room.height / stack.height);
    stack.height = room.height;
  }
  const Pt spare = room.height - stack.height;
  move_items(stack.items, {room.x, room.y + (anchor == Anchor::middle ? spare * 0.46 : 0)});
  return std::move(stack.items);
}

std::string page_title(const Slide& slide, const Blocks& blocks, bool is_first) {
  if (!slide.title.empty()) return slide.title.plain() + (is_first ? "" : " (continued)");
  std::string text = first_words(blocks);
  return text;
}

/// One page under construction: its title, its part of the blocks, its edges.
class PageMaker {
 public:
  PageMaker(const Slide& slide, const Plan& plan, Frame& frame, const SlideContext& context)
      : slide_(slide), plan_(plan), frame_(frame), context_(context) {}

  /// `number` is the page's, 1 for the first.
  Page page(const FittedPart& part, bool is_first, int number) const {
    Page page;
    page.size = context_.deck.page;
    page.background = context_.palette.background;
    page.title = page_title(slide_, part.blocks, is_first);
    page.fullness = part.fullness;
    page.text_factor = part.factor;
    if (is_first) {
      page.id = slide_.id;
      page.section = slide_.section;
      page.notes = slide_.notes;
    }
    std::vector<Item> content = content_of(part, is_first);
    page.items = layout_backgrounds(slide_, context_);
    if (std::optional<Item> field = field_behind(content, slide_, context_)) page.items.push_back(std::move(*field));
    append(page.items, std::move(content));
    const bool is_picture = plan_.layout == SlideLayout::full_image;  // nothing but the picture
    if (!is_picture) append(page.items, layout_furniture(slide_, number, plan_.title, context_));
    number_items(page);
    return page;
  }

 private:
  std::vector<Item> content_of(const FittedPart& part, bool is_first) const {
    std::vector<Item> items = frame_.title(is_first).items;
    Piece notes = frame_.footnotes(part.blocks, is_first);
    const Rect room = frame_.room(notes, is_first);
    const SlideContext at_size{context_.deck, context_.palette, context_.layout, part.factor, context_.report};
    std::vector<Item> body = place_stack(layout_stack(part.blocks, room.size(), look_of(plan_), at_size), room, plan_.body_anchor);
    give_placeholders(body, slide_, plan_);
    append(items, std::move(body));
    move_items(notes.items, {plan_.body.x, plan_.body.bottom() - notes.height});
    append(items, std::move(notes.items));
    return items;
  }

  const Slide& slide_;
  const Plan& plan_;
  Frame& frame_;
  const SlideContext& context_;
};

}  // namespace

std::uint32_t SlideWriter::layout_index(const Plan& plan, const Palette& palette) {
  PageLayout layout = page_layout(plan, palette, deck_);
  const auto [at, is_new] =
      layouts_.try_emplace({layout.name, to_hex(layout.background.rgb)}, static_cast<std::uint32_t>(document_.layouts.size()));
  if (is_new) document_.layouts.push_back(std::move(layout));
  return at->second;
}

void SlideWriter::add(const Slide& slide) {
  const SlideLayout layout = choose_layout(slide, document_.pages.empty());
  const Plan plan = plan_of(layout, slide, deck_);
  const SlideContext context{deck_, palette_of(slide, layout, deck_.theme), layout, 1, report_};
  Frame frame(slide, plan, context);
  const RoomOf room_of = [&](const Blocks& blocks, bool is_first) {
    return frame.room(frame.footnotes(blocks, is_first), is_first).size();
  };
  const std::vector<FittedPart> parts = fit_blocks(prepared_blocks(slide, layout, deck_), look_of(plan), room_of, context);
  const PageMaker maker(slide, plan, frame, context);
  for (const FittedPart& part : parts) {
    const bool is_first = &part == &parts.front();
    if (!is_first) warn_continued(slide, part.blocks);
    Page page = maker.page(part, is_first, static_cast<int>(document_.pages.size()) + 1);
    page.layout = layout_index(plan, context.palette);
    document_.pages.push_back(std::move(page));
  }
}

void SlideWriter::warn_continued(const Slide& slide, const Blocks& rest) {
  Span origin = first_origin(rest);
  if (origin.end == origin.begin) origin = slide.origin;
  report_.warning(origin, fmt::format("the slide '{}' is too full: from here on it is continued on a further slide", slide.title.plain()))
      .help("part it with ---, or say it in fewer words");
}

}  // namespace drawplate::slide
