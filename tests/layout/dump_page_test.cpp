// The two outside forms of a page, from a page made by hand.
#include "layout/page/dump_page.h"

#include <gtest/gtest.h>

#include "layout/page/json.h"
#include "layout/text/text_block.h"
#include "tests/layout/small_page.h"

namespace drawplate {
namespace {

TEST(DumpPage, ShowsEveryKindOfItem) {
  test::SmallPage small;
  EXPECT_EQ(dump_page(small.document, small.fonts),
            R"(page 400x300 #F2F4F7 title "Small page"
  alt "two cards"
  reading order 1 2 4
  #1 card "a" round_rect 50,40 120x50 radius 8 fill #FFFFFF(card) stroke #4A8CF7(blue.outline) 1.5
    text 60,40 100x50 middle
      paragraph left height 14.4
        line 60,60 width 31.1 soft
          run "cache " 60,60 Inter-SemiBold 12 #13213C(ink) spacing -0.12
        line 60,74.4 width 36.43
          run "lookup" 60,74.4 Inter-SemiBold 12 #13213C(ink) spacing -0.12
  #2 card "b" group
    #3 card "b box" diamond 50,200 120x50
    #4 icon "b icon" drawing 60,210 20x20 alt "a \"chip\""
      path M60,210 L80,210 C80,220 70,230 60,230 Z stroke #000000 1.25 round
  #5 edge "a->b" connector orthogonal 110,90 110,200 radius 12 stroke #1F3157(connector) 2 dash head arrow large from #1 bottom to #3 top
  #6 decoration "picture" picture 0 300,200 50x50
)");
}

TEST(PageJson, NamesBoxesRoutesAndLabels) {
  test::SmallPage small;
  EXPECT_EQ(page_json(small.document, small.diagram), R"({
  "schema": "layout-1",
  "name": "Small page",
  "direction": "TB",
  "font_size": 12,
  "page": {
    "w": 400,
    "h": 300
  },
  "nodes": [
    {"id": "a", "x": 50, "y": 40, "w": 120, "h": 50, "group": null, "shape": "box", "kind": "card", "number": 3, "title": "cache lookup", "label_text": "3. cache lookup", "subtitle": "", "icon": "db-search", "accent": "blue", "pills": ["one", "two"]},
    {"id": "b", "x": 50, "y": 200, "w": 120, "h": 50, "group": "g", "shape": "diamond", "kind": "diamond", "number": null, "title": "is it \"full\"?", "label_text": "is it \"full\"?", "subtitle": "", "icon": "", "accent": "amber", "pills": []}
  ],
  "groups": [
    {"id": "g", "parent": null, "x": 40, "y": 180, "w": 140, "h": 100, "direction": "LR", "label": {"x": 45, "y": 185, "w": 60, "h": 10}, "number": null, "title": "Group", "label_text": "Group", "footer": "foot", "icon": "", "accent": null}
  ],
  "edges": [
    {"id": "a->b", "from": "a", "to": "b", "curve": "polyline", "dashed": true, "width": 2, "points": [[110, 90], [110, 200]], "kind": "loop", "line": "dashed", "head": "arrow", "tail": "none", "label": {"x": 115, "y": 140, "w": 40.123, "h": 12}, "label_text": "again"}
  ]
}
)");
}

TEST(PageJson, NothingToShow) { EXPECT_EQ(page_json({}, {}), "{}\n"); }

TEST(Json, NumbersAndStrings) {
  EXPECT_EQ(short_number(-0.0001, 2), "0");
  EXPECT_EQ(short_number(12.5, 2), "12.5");
  EXPECT_EQ(short_number(1e21, 1), "1000000000000000000000");
  EXPECT_EQ(short_number(1.0 / 0.0, 2), "null");
  EXPECT_EQ(short_number(100, 0), "100");
  EXPECT_EQ(json_quoted("a\"\\\n\t\x01é"), "\"a\\\"\\\\\\n\\t\\u0001é\"");
}

}  // namespace
}  // namespace drawplate
