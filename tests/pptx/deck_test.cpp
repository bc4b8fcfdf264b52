// Decks: master and layouts, placeholders, lists, tables, pictures, builds, sections, links between slides.
#include <gmock/gmock.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "layout/page/validate.h"
#include "pptx/list_numbers.h"
#include "pptx/write_pptx.h"
#include "tests/pdf/hand_made_deck.h"
#include "tests/pptx/opened_package.h"
#include "tests/support/golden.h"

namespace drawplate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// The file; kept in the folder that DRAWPLATE_KEEP names, for outside checkers and for eyes.
test::OpenedPackage opened(const Document& document) {
  const Result<std::string> bytes = write_pptx(document, test::system_fonts(), {.fonts = PptxFonts::named});
  EXPECT_TRUE(bytes) << (bytes ? "" : bytes.error().message);
  if (const char* folder = std::getenv("DRAWPLATE_KEEP")) {
    const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    std::ofstream(std::string(folder) + "/" + name + ".pptx", std::ios::binary) << bytes.value_or("");
  }
  return test::open_package(bytes.value_or(""));
}

std::string slide_part(int number) { return "ppt/slides/slide" + std::to_string(number) + ".xml"; }

std::vector<std::string> texts(const pugi::xml_document& part, const char* path) {
  std::vector<std::string> found;
  for (const pugi::xpath_node& node : part.select_nodes(path))
    found.emplace_back(node.attribute() ? node.attribute().value() : node.node().text().get());
  return found;
}

TEST(Deck, made_by_hand_keeps_the_invariants) { EXPECT_THAT(validate(test::hand_deck(), test::system_fonts()), testing::IsEmpty()); }

TEST(Deck, Parts) {
  const test::OpenedPackage package = opened(test::hand_deck());
  std::string text;
  for (const std::string& name : package.order)
    if (name.starts_with("ppt/slideMasters/slide") || name.starts_with("ppt/slideLayouts/slide") || name == "ppt/presentation.xml")
      text += "== " + name + "\n" + test::indented(package, name);
  test::expect_golden("pptx/deck_template.xml", text);
  text.clear();
  for (int i = 1; i <= 4; ++i) text += "== " + slide_part(i) + "\n" + test::indented(package, slide_part(i));
  test::expect_golden("pptx/deck_slides.xml", text);
}

TEST(Deck, EverySlideHasATitlePlaceholderWithItsTitle) {
  const test::OpenedPackage package = opened(test::hand_deck());
  const char* titles[] = {"A list", "A table", "An image", "Words of others"};
  for (int i = 1; i <= 4; ++i)
    EXPECT_THAT(texts(test::parse_part(package, slide_part(i)), "//p:sp[p:nvSpPr/p:nvPr/p:ph/@type='title']//a:t"),
                ElementsAre(titles[i - 1]));
}

TEST(Deck, TitleRunsDoNotRepeatWhatTheMasterSays) {
  const pugi::xml_document slide = test::parse_part(opened(test::hand_deck()), slide_part(1));
  const pugi::xml_node run = slide.select_node("//p:sp[p:nvSpPr/p:nvPr/p:ph/@type='title']//a:rPr").node();
  EXPECT_FALSE(run.child("a:latin"));
  EXPECT_FALSE(run.child("a:solidFill"));
  EXPECT_FALSE(run.attribute("sz"));
  EXPECT_FALSE(slide.select_node("//p:sp[p:nvSpPr/p:nvPr/p:ph/@type='title']/p:spPr/a:xfrm")) << "its place is the layout's";
}

TEST(Deck, BulletsAreListLevels) {
  const pugi::xml_document slide = test::parse_part(opened(test::hand_deck()), slide_part(1));
  EXPECT_THAT(texts(slide, "//p:sp[p:nvSpPr/p:nvPr/p:ph/@type='body']//a:pPr/@lvl"), ElementsAre("1"));
  EXPECT_THAT(texts(slide, "//a:buAutoNum/@startAt"), ElementsAre("3", "3"));
  EXPECT_EQ(slide.select_nodes("//a:buNone").size(), 1U) << "the words before the list";
}

TEST(Deck, ImagesAreThereOnce) {
  const test::OpenedPackage package = opened(test::hand_deck());
  EXPECT_EQ(std::count_if(package.order.begin(), package.order.end(), [](const std::string& n) { return n.starts_with("ppt/media/"); }), 1);
  EXPECT_EQ(package.parts.at("ppt/media/image1.png"), test::small_png());
  const pugi::xml_document slide = test::parse_part(package, slide_part(3));
  EXPECT_EQ(slide.select_nodes("//p:pic").size(), 2U);
  EXPECT_THAT(texts(slide, "//a:srcRect/@t"), ElementsAre("25000"));
  EXPECT_THAT(texts(slide, "//p:pic[1]//p:ph/@type"), ElementsAre("pic"));
}

TEST(Deck, ImagesAreTurnedAsTheCameraNoted) {
  Document document = test::hand_deck();
  const std::string exif = std::string(
      "\xFF\xD8\xFF\xE1\0\x22"
      "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0",
      38);
  document.images[0] = {exif, "image/jpeg", 40, 30};
  const pugi::xml_document slide = test::parse_part(opened(document), slide_part(3));
  EXPECT_THAT(texts(slide, "//p:pic[1]/p:spPr/a:xfrm/@rot"), ElementsAre("5400000"));
  EXPECT_THAT(texts(slide, "//p:pic[1]/p:spPr/a:xfrm/a:ext/@cx"), ElementsAre(std::to_string(540 * 12700)));
  EXPECT_THAT(texts(slide, "//p:pic[1]//a:srcRect/@l"), ElementsAre("25000"))
      << "what is cut from the top lies at the left of the stored image";
}

TEST(Deck, TablesAreNative) {
  const pugi::xml_document slide = test::parse_part(opened(test::hand_deck()), slide_part(2));
  EXPECT_EQ(slide.select_nodes("//a:tbl/a:tr").size(), 3U);
  EXPECT_EQ(slide.select_nodes("//a:tbl/a:tr/a:tc").size(), 9U);
  EXPECT_THAT(texts(slide, "//a:tc[@gridSpan]//a:t"), ElementsAre("wide"));
  EXPECT_EQ(slide.select_nodes("//a:tc[@hMerge='1']").size(), 1U);
}

TEST(Deck, LinksBetweenSlides) {
  const test::OpenedPackage package = opened(test::hand_deck());
  EXPECT_THAT(texts(test::parse_part(package, slide_part(1)), "//a:hlinkClick/@action"), ElementsAre("ppaction://hlinksldjump"));
  EXPECT_THAT(package.parts.at("ppt/slides/_rels/slide1.xml.rels"), HasSubstr("Target=\"slide2.xml\""));
}

TEST(Deck, LinksThatLeadNowhereAreLeftOut) {
  Document document = test::hand_deck();
  document.pages[1].id.clear();
  EXPECT_TRUE(texts(test::parse_part(opened(document), slide_part(1)), "//a:hlinkClick").empty());
}

TEST(Deck, StepsAreClicks) {
  const test::OpenedPackage package = opened(test::hand_deck());
  const pugi::xml_document list = test::parse_part(package, slide_part(1));
  EXPECT_THAT(texts(list, "//p:timing//p:pRg/@st"), ElementsAre("5"));
  EXPECT_THAT(texts(list, "//p:bldP/@build"), ElementsAre("p"));
  const std::string spid = list.select_node("//p:timing//p:spTgt/@spid").attribute().value();
  EXPECT_EQ(list.select_node("//p:sp[p:nvSpPr/p:nvPr/p:ph/@type='body']//p:cNvPr/@id").attribute().value(), spid);
  EXPECT_TRUE(texts(test::parse_part(package, slide_part(3)), "//p:timing").empty());
}

TEST(Deck, SectionsHoldAllSlides) {
  const pugi::xml_document part = test::parse_part(opened(test::hand_deck()), "ppt/presentation.xml");
  EXPECT_THAT(texts(part, "//p14:section/@name"), ElementsAre("First part", "Second part"));
  EXPECT_THAT(texts(part, "//p14:sldId/@id"), ElementsAre("256", "257", "258", "259"));
}

TEST(Deck, NumberedListsStartWhereTheyDo) {
  std::vector<Paragraph> paragraphs(5);
  const auto number = [&](std::size_t at, int level, int shown) {
    paragraphs[at].level = level;
    paragraphs[at].bullet = Bullet{Bullet::Kind::number, {}, shown};
  };
  number(0, 0, 2);
  number(1, 1, 1);
  number(2, 0, 3);
  number(4, 0, 4);
  EXPECT_THAT(list_starts(paragraphs), ElementsAre(2, 1, 2, 1, 4));
  EXPECT_EQ(number_form("1."), "arabicPeriod");
  EXPECT_EQ(number_form("(b)"), "alphaLcParenBoth");
  EXPECT_EQ(number_form("7"), "arabicPlain");
}

}  // namespace
}  // namespace drawplate
