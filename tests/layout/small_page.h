// A page of two cards and an edge, made by hand: every kind of item is on it, and every invariant holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "layout/page/page.h"
#include "layout/text/text_block.h"
#include "tests/support/built_faces.h"

namespace drawplate::test {

struct SmallPage {
  FontCatalog fonts = open_built_faces();
  Document document;
  Diagram diagram;

  SmallPage() {
    make_document();
    make_diagram();
  }

  Page& page() { return document.pages.front(); }
  Item& item(std::size_t index) { return page().items[index]; }

 private:
  static RichText plain(std::string text) { return {{TextSpan{.text = std::move(text)}}, {}}; }

  Shape card_a() {
    ParagraphStyle style;
    style.text = {"Inter", 600, false, 12, 1.2, -0.01};
    style.color = {{0x13, 0x21, 0x3C}, {ColorRole::ink}};
    Report report;
    LaidOutParagraph laid = layout_paragraph(plain("cache lookup"), style, 50, fonts, report);
    TextBlock text{{60, 40, 100, 50}, Anchor::middle, {}};
    text.paragraphs.push_back(moved_by(std::move(laid.paragraph), {60, 60 - laid.first_baseline}));
    return {ShapeKind::round_rect,
            {50, 40, 120, 50},
            8,
            Fill{{{255, 255, 255}, {ColorRole::card}}},
            Stroke{{{0x4A, 0x8C, 0xF7}, {ColorRole::accent, Accent::blue, AccentPart::outline}}, 1.5},
            std::move(text)};
  }

  Freeform icon() {
    Path path;
    path.move_to({60, 210}).line_to({80, 210}).cubic_to({80, 220}, {70, 230}, {60, 230}).close();
    return {{60, 210, 20, 20}, {{std::move(path), std::nullopt, Stroke{{}, 1.25, Dash::solid, true}}}};
  }

  static Item named(std::uint32_t id, std::string name, Role role) {
    Item item;
    item.id = ItemId{id};
    item.name = std::move(name);
    item.role = role;
    return item;
  }

  void make_document() {
    Page page;
    page.size = {400, 300};
    page.background.rgb = {0xF2, 0xF4, 0xF7};
    page.title = "Small page";
    page.alt = "two cards";
    page.reading_order = {ItemId{1}, ItemId{2}, ItemId{4}};
    Item a = named(1, "a", Role::card);
    a.what = card_a();
    Item box = named(3, "b box", Role::card);
    box.what = Shape{ShapeKind::diamond, {50, 200, 120, 50}, 0, {}, {}, {}};
    Item drawing = named(4, "b icon", Role::icon);
    drawing.alt = "a \"chip\"";
    drawing.what = icon();
    Item b = named(2, "b", Role::card);
    b.what = ItemGroup{{std::move(box), std::move(drawing)}};
    Connector connector;
    connector.route = {{110, 90}, {110, 200}};
    connector.corner_radius = 12;
    connector.stroke = {{{0x1F, 0x31, 0x57}, {ColorRole::connector}}, 2, Dash::dash};
    connector.head.kind = HeadKind::arrow;
    connector.from = Glue{ItemId{1}, Side::bottom};
    connector.to = Glue{ItemId{3}, Side::top};
    Item edge = named(5, "a->b", Role::edge);
    edge.what = std::move(connector);
    Item picture = named(6, "picture", Role::decoration);
    picture.what = Picture{ImageId{0}, {300, 200, 50, 50}};
    page.items = {std::move(a), std::move(b), std::move(edge), std::move(picture)};
    page.map.nodes = {{0, ItemId{1}, {50, 40, 120, 50}}, {1, ItemId{2}, {50, 200, 120, 50}}};
    page.map.groups = {{0, ItemId{2}, {40, 180, 140, 100}, {45, 185, 60, 10}}};
    page.map.edges = {{0, ItemId{5}, {{115, 140, 40.1234, 12}}}};
    document.images.push_back({"", "image/png", 1, 1});
    document.pages.push_back(std::move(page));
  }

  void make_diagram() {
    Node a;
    a.id = "a";
    a.title = plain("cache lookup");
    a.number = 3;
    a.icon.name = "db-search";
    a.pills = {{plain("one"), {}}, {plain("two"), {}}};
    Node b;
    b.id = "b";
    b.title = plain("is it \"full\"?");
    b.shape = NodeShape::diamond;
    b.accent = Accent::amber;
    b.group = GroupId{0};
    Group g;
    g.id = "g";
    g.title = plain("Group");
    g.footer = plain("foot");
    g.direction = Direction::right;
    Edge edge;
    edge.id = "a->b";
    edge.from.index = 0;
    edge.to.index = 1;
    edge.label = plain("again");
    edge.line = LineKind::dashed;
    edge.kind = EdgeKind::loop;
    diagram.nodes = {std::move(a), std::move(b)};
    diagram.groups = {std::move(g)};
    diagram.edges = {std::move(edge)};
  }
};

}  // namespace drawplate::test
