// Documents made by hand for the PDF tests: text one glyph a character, without layout, in the face a test names.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "fonts/catalog.h"
#include "layout/page/page.h"
#include "tests/support/built_faces.h"

namespace drawplate::test {

inline constexpr Color ink{{0x13, 0x21, 0x3C}, {}}, muted{{0x4A, 0x5A, 0x75}, {}}, blue{{0x4A, 0x8C, 0xF7}, {}};
inline constexpr Color pale{{0xE9, 0xF1, 0xFE}, {}}, white{{0xFF, 0xFF, 0xFF}, {}}, grey{{0xF2, 0xF4, 0xF7}, {}},
    green{{0x17, 0x80, 0x4F}, {}};

/// The fonts that documents made by hand are set in: those that goldens use.
inline FontCatalog& system_fonts() {
  static FontCatalog fonts = [] {
    FontCatalog opened = open_built_faces();
    // Ids count up in the order of first use: fixed here, so that goldens do not depend on which test runs first.
    for (const int weight : {400, 500, 600}) EXPECT_TRUE(opened.match({"Inter", weight, false}));
    return opened;
  }();
  return fonts;
}

inline FaceId face_of(std::string_view family, int weight) {
  const Result<FaceId> face = system_fonts().match({family, weight, false});
  EXPECT_TRUE(face) << (face ? "" : face.error().message);
  return *face;
}

struct TextLook {
  FaceId face{};
  Pt size = 12;
  Color color = ink;
};

/// ASCII only: one glyph a byte.
inline GlyphRun hand_run(std::string_view text, TextLook look, Point origin) {
  const Face& face = system_fonts().face(look.face);
  GlyphRun run;
  run.face = look.face;
  run.size = look.size;
  run.color = look.color;
  run.origin = origin;
  run.text = text;
  run.lang = "en";
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    const auto glyph = static_cast<std::uint16_t>(face.nominal_glyph(static_cast<unsigned char>(text[i])).value_or(0));
    run.glyphs.push_back({glyph, face.advance(glyph) * look.size, {}, i, i + 1});
  }
  return run;
}

inline Pt width_of(const GlyphRun& run) {
  Pt width = 0;
  for (const Glyph& glyph : run.glyphs) width += glyph.advance;
  return width;
}

inline Line hand_line(std::string_view text, TextLook look, Point origin) {
  GlyphRun run = hand_run(text, look, origin);
  const Pt width = width_of(run);
  return {origin.y, origin.x, width, {std::move(run)}, false};
}

inline TextBlock hand_text(std::vector<Line> lines) {
  Pt right = 0;
  for (const Line& line : lines) right = std::max(right, line.left + line.width);
  TextBlock block;
  block.box = {lines.front().left, lines.front().baseline - 14, right - lines.front().left,
               lines.back().baseline - lines.front().baseline + 18};
  for (Line& line : lines) block.paragraphs.push_back({Align::left, 16, {std::move(line)}, false});
  return block;
}

inline Item item(std::uint32_t id, std::string name, Role role, decltype(Item::what) what) {
  Item result;
  result.id = ItemId{id};
  result.name = std::move(name);
  result.role = role;
  result.what = std::move(what);
  return result;
}

inline Document one_page(Size size, std::vector<Item> items) {
  Document document;
  document.meta.title = "Two <cards> & a line";
  document.meta.author = "A. Author";
  document.meta.created = 1700000000;
  Page page;
  page.size = size;
  page.background = grey;
  page.title = "Two cards";
  page.alt = "Two cards and a line";
  page.items = std::move(items);
  document.pages.push_back(std::move(page));
  return document;
}

/// A rounded card with a tile, an icon of one stroke, a title and a subtitle; ids from `id` on, `id` itself is the text's.
inline Item hand_card(std::uint32_t id, Rect box, std::string_view title, std::string_view subtitle) {
  Shape shape{ShapeKind::round_rect, box, 13.5, Fill{white}, Stroke{blue, 1.5, Dash::solid, false}, std::nullopt};
  const TextLook heading{face_of("Inter", 600), 20, ink}, detail{face_of("Inter", 400), 13.5, muted};
  shape.text = hand_text({hand_line(title, heading, {box.x + 80, box.y + 35}), hand_line(subtitle, detail, {box.x + 80, box.y + 57})});
  Shape tile{ShapeKind::round_rect, {box.x + 15, box.y + 15, 48, 48}, 12, Fill{pale}, std::nullopt, std::nullopt};
  Freeform icon;
  icon.box = {box.x + 24, box.y + 24, 30, 30};
  icon.parts.push_back({ellipse_in({box.x + 29, box.y + 29, 20, 20}), std::nullopt, Stroke{blue, 1.9, Dash::solid, true}});
  ItemGroup group;
  group.items.push_back(item(id, "card", Role::card, std::move(shape)));
  group.items.push_back(item(id + 1, "card tile", Role::decoration, std::move(tile)));
  group.items.push_back(item(id + 2, "card icon", Role::icon, std::move(icon)));
  return item(id + 3, "card group", Role::card, std::move(group));
}

inline Connector hand_connector(std::vector<Point> route, Stroke stroke, Arrow head) {
  Connector connector;
  connector.route = std::move(route);
  connector.stroke = stroke;
  connector.head = head;
  connector.corner_radius = 12;
  return connector;
}

/// Two cards, a line between them, a dashed one with a label, a thick loop, and a paragraph with a link.
inline Document two_cards() {
  const TextLook label{face_of("Inter", 500), 11, green};
  std::vector<Item> items;
  items.push_back(item(1, "a->b", Role::edge,
                       hand_connector({{300, 128}, {300, 180}}, {ink, 2, Dash::solid, false}, {HeadKind::arrow, HeadSize::large})));
  items.push_back(
      item(2, "b->a", Role::edge,
           hand_connector({{80, 219}, {40, 219}, {40, 89}, {80, 89}}, {ink, 6, Dash::solid, false}, {HeadKind::arrow, HeadSize::medium})));
  items.push_back(
      item(3, "publish", Role::edge,
           hand_connector({{520, 219}, {560, 219}, {560, 40}}, {green, 2, Dash::dash, false}, {HeadKind::arrow, HeadSize::large})));
  items.push_back(hand_card(10, {80, 50, 440, 78}, "1. First card", "subtitle of the first"));
  items.push_back(hand_card(20, {80, 180, 440, 78}, "2. Second card", "subtitle of the second"));
  items.push_back(
      item(30, "label", Role::edge_label, hand_text({hand_line("publish", label, {500, 140}), hand_line("new state", label, {500, 155})})));
  TextBlock text = hand_text({hand_line("See ", {label.face, 12, ink}, {80, 300})});
  Line& line = text.paragraphs[0].lines[0];
  GlyphRun link = hand_run("the manual", {label.face, 12, blue}, {80 + line.width, 300});
  link.link = "https://example.org/manual?a=b";
  link.underline = true;
  line.runs.push_back(std::move(link));
  items.push_back(item(40, "note", Role::text, std::move(text)));
  Document document = one_page({600, 340}, std::move(items));
  document.pages[0].reading_order = {ItemId{10}, ItemId{20}, ItemId{30}, ItemId{40}};
  return document;
}

/// Every kind of shape, a row of heads in every form of line, and the three dashes.
inline Document gallery() {
  std::vector<Item> items;
  std::vector<ItemId> order;
  std::uint32_t id = 1;
  const TextLook label{face_of("Inter", 400), 8, muted};
  for (int i = 0; i < static_cast<int>(shape_rows().size()); ++i) {
    const Rect box{20.0 + 100 * (i % 7), 20.0 + 70 * (i / 7), 80, 50};
    Shape shape{static_cast<ShapeKind>(i), box, 8, Fill{white}, Stroke{blue, 1.5, Dash::solid, false}, std::nullopt};
    shape.text = hand_text({hand_line("kind " + std::to_string(i), label, {box.x + 28, box.mid_y() + 3})});
    order.push_back(ItemId{id});
    items.push_back(item(id++, "shape", Role::card, std::move(shape)));
  }
  for (int kind = 0; kind <= static_cast<int>(HeadKind::cross); ++kind) {
    const Pt x = 20.0 + 110 * kind;
    const Arrow arrow{static_cast<HeadKind>(kind), HeadSize::large};
    for (int dash = 0; dash <= 3; ++dash) {
      const Stroke stroke{ink, 2, static_cast<Dash>(dash), false};
      const Pt y = 310.0 + 20 * dash;
      Connector straight = hand_connector({{x, y}, {x + 90, y + 10}}, stroke, arrow);
      straight.kind = RouteKind::straight;
      straight.tail = {arrow.kind, HeadSize::small};
      items.push_back(item(id++, "straight", Role::edge, std::move(straight)));
    }
    items.push_back(item(id++, "bent", Role::edge,
                         hand_connector({{x, 400}, {x + 45, 400}, {x + 45, 440}, {x + 90, 440}}, {green, 2, Dash::dash, false}, arrow)));
    Connector cut = hand_connector({{x, 420}, {x + 30, 420}, {x + 30, 460}, {x + 90, 460}}, {blue, 3, Dash::solid, false}, arrow);
    cut.chamfered = true;
    items.push_back(item(id++, "cut", Role::edge, std::move(cut)));
    Connector curve = hand_connector({{x, 480}, {x + 60, 480}, {x + 30, 510}, {x + 90, 510}}, {ink, 1, Dash::solid, false}, arrow);
    curve.kind = RouteKind::curved;
    items.push_back(item(id++, "curve", Role::edge, std::move(curve)));
  }
  Document document = one_page({720, 530}, std::move(items));
  document.pages[0].reading_order = std::move(order);
  return document;
}

}  // namespace drawplate::test
