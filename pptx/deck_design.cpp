// See deck_design.h.
#include "pptx/deck_design.h"

#include <algorithm>
#include <cstddef>

#include "layout/page/page_walk.h"

namespace drawplate {
namespace {

struct KindRow {
  Placeholder placeholder;
  PlaceholderKind kind;
};

// The idx of each is the same in all layouts, so that a slide keeps its texts when it gets another layout.
constexpr std::array<KindRow, 9> kinds = {{{Placeholder::title, {"title", 0, "Title", "Click to edit the title"}},
                                           {Placeholder::body, {"body", 1, "Text", "Click to edit the text"}},
                                           {Placeholder::body_2, {"body", 2, "Text 2", "Click to edit the text"}},
                                           {Placeholder::subtitle, {"subTitle", 3, "Subtitle", "Click to edit the subtitle"}},
                                           {Placeholder::picture, {"pic", 13, "Picture", "Click the icon to add a picture"}},
                                           {Placeholder::header, {"body", 14, "Header", "Click to edit the header"}},
                                           {Placeholder::date, {"dt", 10, "Date", ""}},
                                           {Placeholder::footer, {"ftr", 11, "Footer", ""}},
                                           {Placeholder::slide_number, {"sldNum", 12, "Slide Number", ""}}}};

bool is_body(Placeholder placeholder) { return placeholder == Placeholder::body || placeholder == Placeholder::body_2; }

const PageLayout::Frame* find_frame(const PageLayout& layout, Placeholder placeholder) {
  for (const PageLayout::Frame& frame : layout.frames)
    if (frame.placeholder == placeholder) return &frame;
  return nullptr;
}

const GlyphRun* first_run(const Paragraph& paragraph) {
  for (const Line& line : paragraph.lines)
    for (const GlyphRun& run : line.runs)
      if (!run.text.empty() && run.baseline_shift == 0) return &run;
  return nullptr;
}

LevelStyle style_of(const PageLayout::Frame& frame) { return {frame.size, frame.bold, frame.color, frame.align}; }

/// The first run of the first text in such a placeholder.
const GlyphRun* first_run(const Document& document, bool of_titles) {
  for (const Page& page : document.pages)
    for (const Item& item : page.items) {
      const TextBlock* text = text_of(item);
      if (!text || (of_titles ? item.placeholder != Placeholder::title : !is_body(item.placeholder))) continue;
      for (const Paragraph& paragraph : text->paragraphs)
        if (const GlyphRun* run = first_run(paragraph); run && !run->code) return run;
    }
  return nullptr;
}

/// The frame of the first layout that has title and text, or of the first that has such a frame.
const PageLayout::Frame* typical_frame(const Document& document, Placeholder placeholder) {
  const PageLayout::Frame* any = nullptr;
  for (const PageLayout& layout : document.layouts) {
    const PageLayout::Frame* frame = find_frame(layout, placeholder);
    if (frame && find_frame(layout, Placeholder::title) && find_frame(layout, Placeholder::body)) return frame;
    if (!any) any = frame;
  }
  return any;
}

/// Bullets and indents as the deck's lists have them; levels that none has go on by the step of those above.
void learn_levels(const Document& document, const FontCatalog& fonts, std::array<LevelStyle, 9>& levels) {
  std::array<bool, 9> known{};
  for (const Page& page : document.pages)
    for (const Item& item : page.items) {
      const TextBlock* text = text_of(item);
      if (!text || !is_body(item.placeholder)) continue;
      for (const Paragraph& paragraph : text->paragraphs) {
        const auto at = static_cast<std::size_t>(std::clamp(paragraph.level, 0, 8));
        const GlyphRun* run = first_run(paragraph);
        if (known[at] || !run || !paragraph.bullet || paragraph.bullet->kind != Bullet::Kind::mark) continue;
        known[at] = true;
        LevelStyle& level = levels[at];  // size and colour stay the layout's: the first text found may be a link, or set smaller
        level.indent = paragraph.indent;
        level.hanging = paragraph.hanging;
        level.bullet = paragraph.bullet->run.text;
        level.bullet_family = office_family(fonts, paragraph.bullet->run.face);
        level.bullet_color = paragraph.bullet->run.color;
      }
    }
  for (std::size_t i = 1; i < levels.size(); ++i) {
    if (known[i]) continue;
    levels[i] = levels[i - 1];
    levels[i].indent += levels[i].hanging;
  }
}

std::vector<DesignLayout> layouts_of(const Document& document) {
  std::vector<DesignLayout> layouts;
  for (const PageLayout& layout : document.layouts) layouts.push_back({layout, find_frame(layout, Placeholder::title) != nullptr});
  const auto is_diagram = [](const Page& page) { return !page.layout; };
  if (std::ranges::any_of(document.pages, is_diagram)) layouts.push_back({{"Diagram", {}, {document.theme.background, {}}}, false});
  return layouts;
}

}  // namespace

const PlaceholderKind& placeholder_kind(Placeholder placeholder) {
  const auto found = std::ranges::find(kinds, placeholder, &KindRow::placeholder);
  return found == kinds.end() ? kinds.front().kind : found->kind;
}

XmlAttributes placeholder_attributes(Placeholder placeholder) {
  const PlaceholderKind& kind = placeholder_kind(placeholder);
  XmlAttributes attributes = {{"type", kind.type}};
  const bool small = placeholder == Placeholder::footer || placeholder == Placeholder::slide_number || placeholder == Placeholder::header;
  if (placeholder == Placeholder::date) attributes.push_back({"sz", "half"});
  if (small) attributes.push_back({"sz", "quarter"});
  if (kind.index > 0) attributes.push_back({"idx", kind.index});
  return attributes;
}

ThemeFace theme_face(Placeholder placeholder) { return placeholder == Placeholder::title ? ThemeFace::heading : ThemeFace::body; }

const PageLayout::Frame* SlideDesign::frame(std::size_t page, Placeholder placeholder) const {
  return find_frame(layouts[layout_of_page[page]].layout, placeholder);
}

LevelStyle SlideDesign::style(std::size_t page, Placeholder placeholder, int level) const {
  if (level > 0 && is_body(placeholder)) return levels[static_cast<std::size_t>(std::clamp(level, 0, 8))];
  LevelStyle result = placeholder == Placeholder::title ? title : levels[0];
  if (const PageLayout::Frame* own = frame(page, placeholder)) {
    const LevelStyle named = style_of(*own);
    result.size = named.size;
    result.bold = named.bold;
    result.color = named.color;
    result.align = named.align;
  }
  if (!is_body(placeholder)) {
    result.indent = result.hanging = 0;
    result.bullet.clear();
    result.bullet_color.reset();
  }
  return result;
}

SlideDesign design_of(const Document& document, const FontCatalog& fonts) {
  SlideDesign design;
  design.theme = document.theme;
  if (const GlyphRun* run = first_run(document, true)) design.theme.heading_family = office_family(fonts, run->face);
  if (const GlyphRun* run = first_run(document, false)) design.theme.body_family = office_family(fonts, run->face);
  const auto is_bold = [&](const GlyphRun* run) { return run && fonts.face(run->face).legacy_bold(); };
  const bool bold_titles = is_bold(first_run(document, true)), bold_texts = is_bold(first_run(document, false));
  const Color ink{document.theme.ink, {ColorRole::ink, {}, {}}};
  const auto master_style = [&](Placeholder placeholder, Pt size) {
    const PageLayout::Frame* frame = typical_frame(document, placeholder);
    return frame ? style_of(*frame) : LevelStyle{size, false, ink};
  };
  design.title = master_style(Placeholder::title, 28);
  design.levels.fill(master_style(Placeholder::body, 18));
  learn_levels(document, fonts, design.levels);
  design.layouts = layouts_of(document);
  // A weight of its own is a family to Office, not the bold of one.
  design.title.bold = bold_titles;
  for (LevelStyle& level : design.levels) level.bold = bold_texts;
  for (DesignLayout& layout : design.layouts)
    for (PageLayout::Frame& frame : layout.layout.frames) frame.bold = frame.placeholder == Placeholder::title ? bold_titles : bold_texts;
  for (const Page& page : document.pages) {
    const std::size_t last = design.layouts.size() - 1;
    design.layout_of_page.push_back(page.layout ? std::min<std::size_t>(*page.layout, last) : last);
  }
  return design;
}

const std::string& office_family(const FontCatalog& fonts, FaceId face) { return fonts.face(face).legacy_family(); }

Size slide_size(const Document& document) { return document.pages.front().size; }

}  // namespace drawplate
