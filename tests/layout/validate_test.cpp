// A good page has nothing wrong; each invariant, broken alone, gives its own sentence.
#include "layout/page/validate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "tests/layout/small_page.h"

namespace drawplate {
namespace {

using ::testing::ElementsAre;

class ValidateTest : public ::testing::Test {
 protected:
  test::SmallPage small_;

  Shape& card() { return std::get<Shape>(small_.item(0).what); }
  Line& line() { return card().text->paragraphs[0].lines[0]; }
  Connector& connector() { return std::get<Connector>(small_.item(2).what); }
  std::vector<std::string> found() { return validate(small_.document, small_.fonts); }
};

TEST_F(ValidateTest, AGoodPageIsFine) { EXPECT_THAT(found(), ElementsAre()); }

TEST_F(ValidateTest, CoordinatesAreFinite) {
  card().box.x = std::numeric_limits<double>::quiet_NaN();
  connector().from.reset();
  EXPECT_THAT(found(), ElementsAre("page 1, item 1 'a': the shape is not on the page"));
}

TEST_F(ValidateTest, SizesAreNotNegative) {
  std::get<Picture>(small_.item(3).what).box.width = -1;
  small_.page().size.width = 0;
  EXPECT_THAT(found(), ElementsAre("page 1: the page has no proper size", "page 1, item 6 'picture': the picture has no proper size"));
}

TEST_F(ValidateTest, TheReadingOrderNamesEveryTextOnce) {
  small_.page().reading_order = {ItemId{4}, ItemId{4}, ItemId{9}};
  EXPECT_THAT(found(), ElementsAre("page 1, item 1 'a': the text has no place in the reading order",
                                   "page 1: the reading order names the item 4 twice",
                                   "page 1: the reading order names the item 9, which is not there"));
}

TEST_F(ValidateTest, NoWrappingIsLeft) {
  line().runs[0].text[1] = '\n';
  EXPECT_THAT(found(), ElementsAre("page 1, item 1 'a': the run 'c\nche ' holds a line break"));
}

TEST_F(ValidateTest, TheLastLineEndsHard) {
  card().text->paragraphs[0].lines[1].soft_break = true;
  EXPECT_THAT(found(), ElementsAre("page 1, item 1 'a': the last line of a paragraph ends with a soft break"));
}

TEST_F(ValidateTest, GlyphsCoverTheText) {
  line().runs[0].glyphs.pop_back();
  EXPECT_THAT(found(), ElementsAre("page 1, item 1 'a': the glyphs of the run 'cache ' do not cover its text in order"));
}

TEST_F(ValidateTest, GlyphsAndFacesExist) {
  line().runs[0].glyphs[0].id = 65'535;
  card().text->paragraphs[0].lines[1].runs[0].face = FaceId{77};
  EXPECT_THAT(found(), ElementsAre("page 1, item 1 'a': the run 'cache ' has a glyph that its face lacks",
                                   "page 1, item 1 'a': the run 'lookup' has a face that is not there"));
}

TEST_F(ValidateTest, RunsStandOneBehindTheOther) {
  line().runs[0].origin.y += 1;
  EXPECT_THAT(found(), ElementsAre("page 1, item 1 'a': the run 'cache ' does not stand where the one before ends"));
}

TEST_F(ValidateTest, GlueNamesAShapeAtTheRoutesEnd) {
  connector().from->shape = ItemId{4};
  connector().to->side = Side::left;
  EXPECT_THAT(found(), ElementsAre("page 1, item 5 'a->b': the begin is glued to the item 4, which is no shape of the page",
                                   "page 1, item 5 'a->b': the end of the route is not at the site that it is glued to"));
}

TEST_F(ValidateTest, RoutesAreOrthogonalAndMove) {
  connector().route = {{110, 90}, {110, 90}, {112, 200}};
  connector().to.reset();
  EXPECT_THAT(found(), ElementsAre("page 1, item 5 'a->b': two points of the route are the same",
                                   "page 1, item 5 'a->b': a segment of the route is slanted"));
  connector().kind = RouteKind::straight;
  connector().route = {{110, 90}, {112, 200}};
  EXPECT_THAT(found(), ElementsAre());
  connector().kind = RouteKind::curved;
  EXPECT_THAT(found(), ElementsAre("page 1, item 5 'a->b': the curved route has no whole number of cubics"));
  connector().route = {{110, 90}};
  EXPECT_THAT(found(), ElementsAre("page 1, item 5 'a->b': the route has fewer than two points"));
}

TEST_F(ValidateTest, IdsAreUniqueAndItemsNamed) {
  small_.item(3).id = ItemId{1};
  small_.item(3).name.clear();
  EXPECT_THAT(found(), ElementsAre("page 1, item 1 '': the id is taken by another item", "page 1, item 1 '': the item has no name"));
}

TEST_F(ValidateTest, ImagesAndMappedItemsExist) {
  std::get<Picture>(small_.item(3).what).image = ImageId{5};
  small_.page().map.nodes[0].item = ItemId{50};
  EXPECT_THAT(found(), ElementsAre("page 1, item 6 'picture': the picture's image is not there",
                                   "page 1: the map names the item 50 for a node, which is not there"));
}

}  // namespace
}  // namespace drawplate
