// What slides say: goldens of whole parts, and the rules that goldens would not show.
#include "pptx/write_pptx.h"

#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>

#include "tests/pdf/hand_made.h"
#include "tests/pptx/opened_package.h"
#include "tests/support/golden.h"

namespace drawplate {
namespace {

using test::face_of;
using test::hand_line;
using test::item;

constexpr Color from_theme(ColorRole role, Rgb rgb) { return {rgb, {role, Accent::blue, AccentPart::outline}}; }
constexpr Color accent(Accent which, Rgb rgb) { return {rgb, {ColorRole::accent, which, AccentPart::outline}}; }

DocumentTheme mist() {
  DocumentTheme theme;
  theme.name = "mist";
  theme.background = {0xF2, 0xF4, 0xF7};
  theme.card = {0xFF, 0xFF, 0xFF};
  theme.ink = {0x13, 0x21, 0x3C};
  theme.muted = {0x4A, 0x5A, 0x75};
  theme.connector = {0x1F, 0x31, 0x57};
  theme.loop = theme.ink;
  theme.accents = {{{0x4A, 0x8C, 0xF7},
                    {0x1F, 0xB1, 0xCC},
                    {0x9A, 0x7B, 0xF0},
                    {0x46, 0xB5, 0x7E},
                    {0xEF, 0xA5, 0x2A},
                    {0xEC, 0x6A, 0x6A},
                    {0x93, 0xA1, 0xB5}}};
  theme.heading_family = theme.body_family = "Inter";
  return theme;
}

/// Two cards joined by a bent arrow, with the second one's port, a loop, a wrapped label and a note.
Document glued_cards() {
  Document document = test::two_cards();
  document.theme = mist();
  Page& page = document.pages[0];
  page.background = from_theme(ColorRole::background, document.theme.background);
  page.notes = "First line.\nSecond line.";
  auto& first = std::get<ItemGroup>(page.items[3].what);
  auto& second = std::get<ItemGroup>(page.items[4].what);
  page.items[3].alt = "Step 1";
  first.items[0].link = "https://example.org/a b";
  second.items.push_back(
      item(50, "port of b", Role::port, Shape{ShapeKind::rect, {80, 239.9, 0.2, 0.2}, 0, std::nullopt, std::nullopt, std::nullopt}));
  auto& edge = std::get<Connector>(page.items[0].what);
  edge.route = {{300, 128}, {300, 150}, {280, 150}, {280, 180}};
  edge.stroke.color = from_theme(ColorRole::connector, document.theme.connector);
  edge.from = Glue{ItemId{10}, Side::bottom};
  edge.to = Glue{ItemId{20}, Side::top};
  page.items[0].alt = "from a to b";
  auto& loop = std::get<Connector>(page.items[1].what);
  loop.route = {{80, 240}, {40, 240}, {40, 89}, {80, 89}};
  loop.from = Glue{ItemId{50}, Side::left};
  loop.to = Glue{ItemId{10}, Side::left};
  return document;
}

test::OpenedPackage opened(const Document& document, PptxOptions options = {.fonts = PptxFonts::named}) {
  const Result<std::string> bytes = write_pptx(document, test::system_fonts(), options);
  EXPECT_TRUE(bytes) << (bytes ? "" : bytes.error().message);
  return test::open_package(bytes.value_or(""));
}

/// The first shape, connector or group of that name.
pugi::xml_node find_named(const pugi::xml_document& slide, std::string_view name) {
  const pugi::xml_node properties = slide.find_node(
      [&](const pugi::xml_node& node) { return std::string_view(node.name()) == "p:cNvPr" && node.attribute("name").value() == name; });
  EXPECT_TRUE(properties) << "no shape is named " << name;
  return properties.parent().parent();
}

pugi::xml_document slide_of(const Document& document, PptxOptions options = {}) {
  return test::parse_part(opened(document, options), "ppt/slides/slide1.xml");
}

TEST(WritePptx, Slide) {
  test::expect_golden("pptx/glued_cards.slide.xml", test::indented(opened(glued_cards()), "ppt/slides/slide1.xml"));
}

TEST(WritePptx, SlideWithExactConnectors) {
  const pugi::xml_document slide = slide_of(glued_cards(), {ConnectorForm::exact});
  std::ostringstream out;
  find_named(slide, "b->a").print(out, "  ");
  test::expect_golden("pptx/exact_connector.xml", out.str());
}

TEST(WritePptx, Template) {
  const test::OpenedPackage package = opened(glued_cards());
  std::string text;
  for (const std::string& name : package.order)
    if (!name.starts_with("ppt/slides/slide")) text += "== " + name + "\n" + test::indented(package, name);
  test::expect_golden("pptx/template.xml", text);
}

TEST(WritePptx, ConnectorsAreGluedToSitesOfTheirShapes) {
  const pugi::xml_document slide = slide_of(glued_cards());
  const auto id_of = [&](std::string_view name) {
    return std::string(find_named(slide, name).first_child().first_child().attribute("id").value());
  };
  const pugi::xml_node glue = find_named(slide, "b->a").child("p:nvCxnSpPr").child("p:cNvCxnSpPr");
  EXPECT_EQ(glue.child("a:stCxn").attribute("id").value(), id_of("port of b"));
  EXPECT_EQ(std::string_view(glue.child("a:stCxn").attribute("idx").value()), "1");
  EXPECT_EQ(
      std::string_view(find_named(slide, "a->b").child("p:nvCxnSpPr").child("p:cNvCxnSpPr").child("a:stCxn").attribute("idx").value()),
      "2");
}

TEST(WritePptx, ShapeIdsAreUnique) {
  const pugi::xml_document slide = slide_of(glued_cards());
  std::set<std::string> ids;
  for (const pugi::xpath_node& node : slide.select_nodes("//p:cNvPr")) EXPECT_TRUE(ids.insert(node.node().attribute("id").value()).second);
  EXPECT_FALSE(ids.contains("0"));
}

TEST(WritePptx, ADrawnTitleIsThePlaceholderItself) {
  Document document = glued_cards();
  const test::TextLook look{face_of("Inter", 600), 24, test::ink};
  document.pages[0].items.push_back(item(60, "title", Role::diagram_title, test::hand_text({hand_line("The title", look, {80, 30})})));
  const test::OpenedPackage package = opened(document);
  const pugi::xml_document slide = test::parse_part(package, "ppt/slides/slide1.xml");
  ASSERT_EQ(slide.select_nodes("//p:ph").size(), 1U);
  EXPECT_EQ(std::string_view(find_named(slide, "title").select_node(".//a:t").node().text().get()), "The title");
  EXPECT_TRUE(find_named(slide, "title").select_node("p:nvSpPr/p:nvPr/p:ph[@type='title']"));
  EXPECT_NE(package.parts.at("ppt/slides/_rels/slide1.xml.rels").find("slideLayout1.xml"), std::string::npos);
}

TEST(WritePptx, ATitleThatIsNotDrawnStandsAboveTheSlide) {
  const test::OpenedPackage package = opened(glued_cards());
  const pugi::xml_document slide = test::parse_part(package, "ppt/slides/slide1.xml"),
                           layout = test::parse_part(package, "ppt/slideLayouts/slideLayout2.xml");
  EXPECT_FALSE(find_named(slide, "Title").select_node("p:spPr/a:xfrm")) << "its place is the layout's";
  const pugi::xml_node frame = find_named(layout, "Title 1").select_node("p:spPr/a:xfrm").node();
  EXPECT_EQ(frame.child("a:off").attribute("y").as_int() + frame.child("a:ext").attribute("cy").as_int(), 0);
}

TEST(WritePptx, SoftBreaksAreLeftToTheReaderAndHardOnesWritten) {
  const test::TextLook look{face_of("Inter", 400), 12, test::ink};
  TextBlock block = test::hand_text({hand_line("one two ", look, {80, 300})});
  Paragraph& paragraph = block.paragraphs[0];
  paragraph.lines[0].soft_break = true;
  paragraph.lines.push_back(hand_line("three", look, {80, 316}));
  paragraph.lines.push_back(hand_line("four", look, {80, 332}));
  Document document = test::one_page({600, 340}, {item(1, "text", Role::text, block)});
  std::string text;
  for (const pugi::xml_node& piece : find_named(slide_of(document), "text").select_node(".//a:p").node().children()) {
    if (std::string_view(piece.name()) == "a:r") text += piece.child_value("a:t");
    if (std::string_view(piece.name()) == "a:br") text += "|";
  }
  EXPECT_EQ(text, "one two three|four");
}

TEST(WritePptx, IconsOfSeveralColoursAreSeveralShapes) {
  Freeform icon;
  icon.box = {10, 10, 20, 20};
  for (const Color& color : {test::ink, test::blue, test::blue})
    icon.parts.push_back({ellipse_in({12, 12, 8, 8}), Fill{color}, std::nullopt});
  Item drawn = item(1, "icon", Role::icon, icon);
  drawn.alt = "A mark";
  const pugi::xml_document slide = slide_of(test::one_page({200, 200}, {drawn}));
  const pugi::xml_node group = find_named(slide, "icon");
  EXPECT_EQ(std::string_view(group.name()), "p:grpSp");
  EXPECT_EQ(group.select_nodes("p:sp").size(), 2U);
  EXPECT_EQ(group.select_nodes("p:sp[2]//a:path").size(), 2U);
}

TEST(WritePptx, ShapesWithoutAFittingSiteAreDrawnWithTheirOwn) {
  const Shape hexagon{ShapeKind::hexagon, {50, 100, 80, 40}, 0, Fill{test::white}, Stroke{test::ink, 1, Dash::solid, false}, std::nullopt};
  Connector down = test::hand_connector({{90, 140}, {90, 180}}, {test::ink, 2, Dash::solid, false}, {HeadKind::arrow, HeadSize::large});
  down.from = Glue{ItemId{1}, Side::bottom};
  Document document = test::one_page({200, 200}, {item(1, "hexagon", Role::card, hexagon), item(2, "down", Role::edge, down)});
  EXPECT_TRUE(find_named(slide_of(document), "hexagon").select_node("p:spPr/a:custGeom"));
  std::get<Connector>(document.pages[0].items[1].what).from = Glue{ItemId{1}, Side::right};
  EXPECT_TRUE(find_named(slide_of(document), "hexagon").select_node("p:spPr/a:prstGeom[@prst='hexagon']"));
}

TEST(WritePptx, EndsOffTheMiddleOfASideGetSitesOfTheirOwn) {
  const Shape house{ShapeKind::house, {50, 100, 80, 40}, 0, Fill{test::white}, Stroke{test::ink, 1, Dash::solid, false}, std::nullopt};
  Connector down = test::hand_connector({{70, 140}, {70, 180}}, {test::ink, 2, Dash::solid, false}, {HeadKind::arrow, HeadSize::large});
  down.from = Glue{ItemId{1}, Side::bottom};
  const pugi::xml_document slide =
      slide_of(test::one_page({200, 200}, {item(1, "house", Role::card, house), item(2, "down", Role::edge, down)}));
  const auto sites = find_named(slide, "house").select_nodes("p:spPr/a:custGeom/a:cxnLst/a:cxn/a:pos");
  ASSERT_EQ(sites.size(), 5U);
  EXPECT_EQ(sites[4].node().attribute("x").as_int(), 20 * 12700);
  EXPECT_EQ(sites[4].node().attribute("y").as_int(), 40 * 12700);
  EXPECT_EQ(find_named(slide, "down").select_node(".//a:stCxn/@idx").attribute().as_int(), 4);
}

TEST(WritePptx, TipsAtTheOuterEdgeOfAnOutlineAreMovedToTheSite) {
  const Shape card{ShapeKind::rect, {50, 100, 80, 40}, 0, Fill{test::white}, Stroke{test::ink, 3, Dash::solid, false}, std::nullopt};
  Connector line =
      test::hand_connector({{20, 20}, {90.2, 20}, {90.2, 98.5}}, {test::ink, 2, Dash::solid, false}, {HeadKind::arrow, HeadSize::large});
  line.to = Glue{ItemId{1}, Side::top};
  const pugi::xml_document slide =
      slide_of(test::one_page({200, 200}, {item(1, "card", Role::card, card), item(2, "line", Role::edge, line)}));
  const pugi::xml_node frame = find_named(slide, "line").select_node("p:spPr/a:xfrm").node();
  EXPECT_EQ(frame.child("a:off").attribute("x").as_int() + frame.child("a:ext").attribute("cx").as_int(), 90 * 12700);
  EXPECT_EQ(frame.child("a:off").attribute("y").as_int() + frame.child("a:ext").attribute("cy").as_int(), 100 * 12700);
  EXPECT_TRUE(find_named(slide, "line").select_node("p:spPr/a:prstGeom[@prst='bentConnector2']"));
}

TEST(WritePptx, AStraightLineThatIsAHairOffLevelKeepsItsLength) {
  const Shape card{ShapeKind::rect, {50, 100, 80, 40}, 0, Fill{test::white}, Stroke{test::ink, 1, Dash::solid, false}, std::nullopt};
  Connector line =
      test::hand_connector({{130.5, 120.0000001}, {180, 120}}, {test::ink, 2, Dash::solid, false}, {HeadKind::arrow, HeadSize::large});
  line.from = Glue{ItemId{1}, Side::right};
  const pugi::xml_document slide =
      slide_of(test::one_page({200, 200}, {item(1, "card", Role::card, card), item(2, "line", Role::edge, line)}));
  const pugi::xml_node frame = find_named(slide, "line").select_node("p:spPr/a:xfrm").node();
  EXPECT_EQ(frame.child("a:off").attribute("x").as_int(), 130 * 12700);
  EXPECT_EQ(frame.child("a:ext").attribute("cx").as_int(), 50 * 12700);
}

TEST(WritePptx, EmptyGroupsAndIconsAreLeftOut) {
  const Document document =
      test::one_page({200, 200}, {item(1, "nothing", Role::card, ItemGroup{}), item(2, "blank", Role::icon, Freeform{})});
  const pugi::xml_document slide = slide_of(document);
  EXPECT_TRUE(slide.select_nodes("//p:grpSp").empty());
  EXPECT_EQ(slide.select_nodes("//p:sp").size(), 1U) << "the title alone";
}

}  // namespace
}  // namespace drawplate
