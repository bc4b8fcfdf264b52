// Paragraphs and runs: faces as Office asks for them, order of mixed directions, links.
#include "pptx/write_text.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <pugixml.hpp>

#include "tests/pdf/hand_made.h"

namespace drawplate {
namespace {

using test::face_of;

GlyphRun run_of(std::string_view text, bool right_to_left = false) {
  GlyphRun run = test::hand_run(text, {face_of("Inter", 400), 12, test::ink}, {});
  run.right_to_left = right_to_left;
  run.underline = right_to_left;  // so that runs of one direction are not joined with the others
  return run;
}

TextBlock one_line(std::vector<GlyphRun> runs, bool right_to_left = false) {
  TextBlock block;
  block.paragraphs.push_back({Align::left, 14, {{10, 0, 50, std::move(runs), false}}, right_to_left});
  return block;
}

pugi::xml_document written(const TextBlock& block) {
  const DocumentTheme theme;
  XmlWriter xml;
  write_text_body(xml, block, frame_alone(block), {test::system_fonts(), theme, "en", [](const std::string& address) {
                                                     return LinkReference{"id of " + address, ""};
                                                   }});
  pugi::xml_document document;
  EXPECT_TRUE(document.load_string(std::move(xml).take().c_str(), pugi::parse_full));
  return document;
}

std::string text_of(const pugi::xml_document& document) {
  std::string text;
  for (const pugi::xpath_node& node : document.select_nodes("//a:t"))
    text += std::string(text.empty() ? "" : "|") + node.node().text().get();
  return text;
}

TEST(WriteText, FacesAreNamedAsOfficeNamesThem) {
  const auto properties = [](int weight) {
    return written(one_line({test::hand_run("word", {face_of("Inter", weight), 13.5, test::ink}, {})}));
  };
  const pugi::xml_document bold = properties(700), medium = properties(500);
  EXPECT_EQ(std::string_view(bold.select_node("//a:latin/@typeface").attribute().value()), "Inter");
  EXPECT_EQ(bold.select_node("//a:rPr/@b").attribute().as_int(), 1);
  EXPECT_EQ(std::string_view(medium.select_node("//a:latin/@typeface").attribute().value()), "Inter Medium");
  EXPECT_FALSE(medium.select_node("//a:rPr/@b"));
  EXPECT_EQ(medium.select_node("//a:rPr/@sz").attribute().as_int(), 1350);
}

TEST(WriteText, RunsOfOneStyleAreOne) { EXPECT_EQ(text_of(written(one_line({run_of("one "), run_of("two")}))), "one two"); }

TEST(WriteText, VisualOrderBecomesLogicalOrder) {
  // seen: latin CIBARA WERBEH latin
  EXPECT_EQ(text_of(written(one_line({run_of("a "), run_of("hebrew", true), run_of("arabic ", true), run_of(" z")}))),
            "a |arabic hebrew| z");
  // seen in a paragraph that runs left: WERBEH one two ARABIC
  const TextBlock leftwards = one_line({run_of("last", true), run_of("one "), run_of("two"), run_of("first", true)}, true);
  EXPECT_EQ(text_of(written(leftwards)), "first|one two|last");
  EXPECT_EQ(written(leftwards).select_node("//a:pPr/@rtl").attribute().as_int(), 1);
}

/// Two lines that a break parts, as no width of a frame would.
std::string text_of_two_lines(Align align, bool right_to_left) {
  TextBlock block;
  block.paragraphs.push_back({align,
                              14,
                              {{10, 0, 50, {run_of("one ", right_to_left)}, false}, {24, 0, 50, {run_of("two", right_to_left)}, false}},
                              right_to_left});
  return text_of(written(block));
}

TEST(WriteText, LinesThatDoNotEndOnTheRightLoseTheSpaceBeforeABreak) {
  EXPECT_EQ(text_of_two_lines(Align::left, false), "one |two");
  EXPECT_EQ(text_of_two_lines(Align::left, true), "one|two");
  EXPECT_EQ(text_of_two_lines(Align::right, true), "one|two");
  EXPECT_EQ(text_of_two_lines(Align::center, false), "one|two");
}

TEST(WriteText, LinksKeepTheColourOfTheirText) {
  GlyphRun run = run_of("manual");
  run.link = "https://example.org";
  const pugi::xml_document document = written(one_line({run}));
  EXPECT_EQ(std::string_view(document.select_node("//a:hlinkClick/@r:id").attribute().value()), "id of https://example.org");
  EXPECT_EQ(std::string_view(document.select_node("//*[local-name()='hlinkClr']/@val").attribute().value()), "tx");
}

TEST(WriteText, AnEmptyLineKeepsItsHeight) {
  TextBlock block = one_line({run_of("word")});
  block.paragraphs.push_back({Align::left, 24, {{40, 0, 0, {}, false}}, false});
  EXPECT_EQ(written(block).select_node("//a:endParaRPr/@sz").attribute().as_int(), 2000);
}

TEST(WriteText, OfficeWantsARegion) {
  EXPECT_EQ(office_language("en"), "en-US");
  EXPECT_EQ(office_language(""), "en-US");
  EXPECT_EQ(office_language("de-CH"), "de-CH");
}

}  // namespace
}  // namespace drawplate
