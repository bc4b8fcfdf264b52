// A deck made by hand for the writers' tests: every part of the page model that slides need, without layout.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "deck/math/math.h"
#include "tests/pdf/hand_made.h"

namespace drawplate::test {

inline constexpr Size deck_size{960, 540};

/// 2 by 2 pixels: red, green, blue, and white half seen through.
inline std::string small_png() {
  static constexpr unsigned char bytes[] = {0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52,
                                            0x00, 0x00, 0x00, 0x02, 0x00, 0x00, 0x00, 0x02, 0x08, 0x06, 0x00, 0x00, 0x00, 0x72, 0xb6, 0x0d,
                                            0x24, 0x00, 0x00, 0x00, 0x13, 0x49, 0x44, 0x41, 0x54, 0x78, 0xda, 0x63, 0xf8, 0xcf, 0xc0, 0xf0,
                                            0x1f, 0x0c, 0x81, 0x34, 0x08, 0x34, 0x00, 0x00, 0x49, 0x49, 0x09, 0x78, 0x9c, 0x51, 0x17, 0x92,
                                            0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82};
  return {reinterpret_cast<const char*>(bytes), sizeof bytes};
}

inline PageLayout content_layout() {
  PageLayout layout;
  layout.name = "Title and Content";
  layout.background = grey;
  layout.frames = {{Placeholder::title, {60, 40, 840, 50}, Anchor::bottom, Align::left, 32, false, ink},
                   {Placeholder::body, {60, 110, 840, 360}, Anchor::top, Align::left, 20, false, ink},
                   {Placeholder::footer, {60, 500, 600, 20}, Anchor::middle, Align::left, 11, false, muted},
                   {Placeholder::slide_number, {800, 500, 100, 20}, Anchor::middle, Align::right, 11, false, muted}};
  return layout;
}

inline PageLayout full_image_layout() {
  PageLayout layout;
  layout.name = "Full Image";
  layout.background = white;
  layout.frames = {{Placeholder::picture, {0, 0, 960, 540}, Anchor::top, Align::left, 18, false, ink}};
  return layout;
}

inline TextLook body_look() { return {face_of("Inter", 400), 20, ink}; }
inline TextLook title_look() { return {face_of("Inter", 600), 32, ink}; }

inline Item filling(Item item, Placeholder placeholder) {
  item.placeholder = placeholder;
  return item;
}

/// One line in a frame.
inline TextBlock framed(Rect box, std::string_view text, TextLook look, Point origin) {
  TextBlock block;
  block.box = box;
  Line line = hand_line(text, look, origin);
  block.paragraphs.push_back({Align::left, look.size * 1.3, {std::move(line)}, false});
  return block;
}

struct ListLook {
  int level = 0;
  Bullet::Kind kind = Bullet::Kind::mark;
  std::string_view shown = "-";
  int start = 1;
};

inline Paragraph list_item(std::string_view text, ListLook list, Point origin) {
  Paragraph paragraph{Align::left, 26, {hand_line(text, body_look(), origin)}, false};
  paragraph.level = list.level;
  paragraph.hanging = 20;
  paragraph.indent = 20 * (list.level + 1);
  paragraph.bullet = Bullet{list.kind, hand_run(list.shown, body_look(), {origin.x - 20, origin.y}), list.start};
  return paragraph;
}

/// A heading-like paragraph, a list of two levels, and a numbered one that starts at 3; the last item comes at a click.
inline TextBlock list_block() {
  TextBlock block;
  block.box = {60, 110, 840, 360};
  block.paragraphs.push_back({Align::left, 26, {hand_line("Some words", body_look(), {60, 130})}, false});
  block.paragraphs.push_back(list_item("first", {0}, {80, 160}));
  block.paragraphs.push_back(list_item("nested", {1}, {100, 190}));
  block.paragraphs.push_back(list_item("second", {0}, {80, 220}));
  block.paragraphs.push_back(list_item("three", {0, Bullet::Kind::number, "3.", 3}, {80, 250}));
  block.paragraphs.push_back(list_item("four", {0, Bullet::Kind::number, "4.", 4}, {80, 280}));
  block.paragraphs.back().step = 1;
  Line& line = block.paragraphs[0].lines[0];
  GlyphRun marked = hand_run("marked", body_look(), {60 + line.width, 130});
  marked.highlight = Color{{0xFF, 0xF2, 0x99}, {}};
  GlyphRun raised = hand_run("2", {body_look().face, 13, ink}, {60 + line.width + width_of(marked), 123});
  raised.baseline_shift = 0.33;
  GlyphRun there = hand_run(" there", body_look(), {60 + line.width + width_of(marked) + width_of(raised), 130});
  there.link = "#table";
  for (GlyphRun* run : {&marked, &raised, &there}) line.runs.push_back(std::move(*run));
  return block;
}

inline TableCell hand_cell(std::string_view text, Point origin) {
  return {framed({origin.x, origin.y - 20, 180, 26}, text, {face_of("Inter", 400), 16, ink}, origin), std::nullopt, 1, 1};
}

/// Three columns and three rows; in the last row one cell covers two columns.
inline TableGrid hand_table() {
  TableGrid table;
  table.box = {60, 120, 600, 120};
  table.columns = {200, 200, 200};
  table.rows = {40, 40, 40};
  table.rule = {muted, 0.5, Dash::solid, false};
  table.header_rule = {ink, 1.5, Dash::solid, false};
  const std::string_view words[] = {"Name", "Kind", "Size", "alpha", "letter", "1", "wide", "", "2"};
  for (int i = 0; i < 9; ++i) {
    const Point origin{70.0 + 200 * (i % 3), 145.0 + 40 * (i / 3)};
    table.cells.push_back(words[i].empty() ? TableCell{} : hand_cell(words[i], origin));
  }
  table.cells[0].fill = table.cells[1].fill = table.cells[2].fill = Fill{pale};
  table.cells[6].column_span = 2;
  return table;
}

inline Formula hand_formula() {
  Formula formula;
  formula.tex = "\\frac{a}{b}";
  formula.tree = parse_math(formula.tex);
  formula.box = {100, 300, 20, 40};
  formula.color = ink;
  formula.runs.push_back(hand_run("a", body_look(), {104, 314}));
  formula.runs.push_back(hand_run("b", body_look(), {104, 336}));
  formula.rules.push_back({100, 319, 20, 1});
  return formula;
}

inline Page deck_page(std::string_view title, std::uint32_t layout) {
  Page page;
  page.size = deck_size;
  page.background = grey;
  page.title = title;
  page.layout = layout;
  return page;
}

inline void add(Page& page, Item item) {
  page.reading_order.push_back(item.id);
  page.items.push_back(std::move(item));
}

inline void add_title(Page& page) {
  TextBlock block = framed({60, 40, 840, 50}, page.title, title_look(), {60, 78});
  block.anchor = Anchor::bottom;
  add(page, filling(item(1, "title", Role::diagram_title, std::move(block)), Placeholder::title));
}

inline Page list_page() {
  Page page = deck_page("A list", 0);
  page.section = "First part";
  page.notes = "Say hello.\n\nThen go on.";
  add_title(page);
  add(page, filling(item(2, "text", Role::body, list_block()), Placeholder::body));
  add(page, filling(item(3, "footer", Role::footer, framed({60, 500, 600, 20}, "A talk", {face_of("Inter", 400), 11, muted}, {60, 514})),
                    Placeholder::footer));
  TextBlock number = framed({800, 500, 100, 20}, "1 / 4", {face_of("Inter", 400), 11, muted}, {876, 514});
  number.paragraphs[0].align = Align::right;
  add(page, filling(item(4, "number", Role::footer, std::move(number)), Placeholder::slide_number));
  return page;
}

inline Page table_page() {
  Page page = deck_page("A table", 0);
  page.id = "table";
  add_title(page);
  Item table = item(2, "sizes", Role::table, hand_table());
  table.alt = "Sizes";
  add(page, std::move(table));
  Item formula = item(3, "formula", Role::formula, hand_formula());
  formula.step = 1;
  add(page, std::move(formula));
  add(page, item(5, "note", Role::footnote, framed({60, 470, 400, 20}, "A note", {face_of("Inter", 400), 11, muted}, {60, 484})));
  return page;
}

inline Page image_page() {
  Page page = deck_page("An image", 1);
  page.section = "Second part";
  page.background = white;
  Item picture = item(2, "pixels", Role::image, Picture{ImageId{0}, {0, 0, 960, 540}, {0, 0.25, 1, 0.5}});
  picture.alt = "Four pixels";
  add(page, filling(std::move(picture), Placeholder::picture));
  Item again = item(3, "again", Role::image, Picture{ImageId{0}, {400, 200, 100, 100}, {0, 0, 1, 1}});
  again.alt = "The same again";
  add(page, std::move(again));
  return page;
}

inline Page quote_and_code_page() {
  Page page = deck_page("Words of others", 0);
  page.background_image = ImageId{0};
  add_title(page);
  add(page, item(2, "quote", Role::quote, framed({60, 120, 800, 30}, "Well said", body_look(), {60, 140})));
  TextBlock code = framed({60, 180, 800, 60}, "int a = 1;", {face_of("JetBrains Mono", 400), 16, ink}, {60, 200});
  code.paragraphs[0].lines.push_back(hand_line("  return a;", {face_of("JetBrains Mono", 400), 16, blue}, {60, 224}));
  Shape box{ShapeKind::rect, {50, 170, 820, 80}, 0, Fill{pale}, std::nullopt, std::move(code)};
  add(page, item(3, "code", Role::code, std::move(box)));
  ItemGroup diagram;
  diagram.items.push_back(hand_card(10, {80, 300, 440, 78}, "A card", "in a diagram"));
  Item group = item(9, "flow", Role::diagram, std::move(diagram));
  group.alt = "One card";
  page.reading_order.push_back(ItemId{10});
  page.items.push_back(std::move(group));
  return page;
}

inline Document hand_deck() {
  Document document;
  document.meta.title = "A talk";
  document.meta.author = "A. Author";
  document.meta.created = 1700000000;
  document.theme.name = "mist";
  document.theme.background = grey.rgb;
  document.theme.card = white.rgb;
  document.theme.ink = ink.rgb;
  document.theme.heading_family = document.theme.body_family = "Inter";
  document.layouts = {content_layout(), full_image_layout()};
  document.images.push_back({small_png(), "image/png", 2, 2});
  document.pages = {list_page(), table_page(), image_page(), quote_and_code_page()};
  return document;
}

}  // namespace drawplate::test
