#include "pdf/structure.h"

#include <array>
#include <utility>

#include <gtest/gtest.h>

#include "pdf/write_item.h"
#include "tests/pdf/dump_objects.h"

namespace drawplate::pdf {
namespace {

constexpr int heading = 0, figure = 1;

Mark mark(int rank, int tag = figure) {
  Mark result;
  result.tag = tag;
  result.rank = rank;
  return result;
}

TaggedPage page_with(Ref page, MarkedSequences sequences) {
  const Tags tags = {Tag{"H1"}, Tag{"Figure", {}, 1, figure_attributes("What it shows", {10, 20, 30, 40})}};
  return {page, "A title", tags, std::move(sequences), {}, {}, 1};
}

TEST(Structure, labels_follow_in_reading_order_and_graphics_come_first) {
  ObjectTable objects;
  const Ref page = objects.add({});
  const TaggedPage tagged = page_with(page, {mark(1), mark(-1), mark(0), mark(5, heading)});
  write_structure(std::array{tagged}, objects);
  EXPECT_EQ(
      test::dump(objects),
      "#0 <<>>\n"
      "#1 <<Type /StructTreeRoot K #2 ParentTree #6 ParentTreeNextKey 1>>\n"
      "#2 <<Type /StructElem S /Document P #1 K [#3 #4]>>\n"
      "#3 <<Type /StructElem S /H1 P #2 K [3] Pg #0>>\n"
      "#4 <<Alt (What it shows) A <<O /Layout Placement /Block BBox [10 20 40 60]>> Type /StructElem S /Figure P #2 K [1 2 0] Pg #0>>\n"
      "#5 <<Limits [0 0] Nums [0 [#4 #4 #4 #3]]>>\n"
      "#6 <<Kids [#5]>>\n");
}

TEST(Structure, links_own_their_sequences_and_their_annotation) {
  ObjectTable objects;
  const Ref page = objects.add({}), annotation = objects.add({});
  Mark plain = mark(0), linked = mark(0), foreign = mark(0);
  linked.link = 0;
  foreign.link = 0;
  foreign.lang = "de";
  foreign.actual_text = "x";
  TaggedPage tagged = page_with(page, {plain, linked, foreign});
  tagged.links.push_back({{}, "https://example.org", "the manual"});
  tagged.annotations.push_back(annotation);
  write_structure(std::array{tagged}, objects);
  EXPECT_EQ(
      test::dump(objects),
      "#0 <<>>\n"
      "#1 <<>>\n"
      "#2 <<Type /StructTreeRoot K #3 ParentTree #8 ParentTreeNextKey 2>>\n"
      "#3 <<Type /StructElem S /Document P #2 K [#4]>>\n"
      "#4 <<Alt (What it shows) A <<O /Layout Placement /Block BBox [10 20 40 60]>> Type /StructElem S /Figure P #3 K [0 #5] Pg #0>>\n"
      "#5 <<Alt (the manual) Type /StructElem S /Link P #4 K [1 #6 <<Type /OBJR Obj #1 Pg #0>>] Pg #0>>\n"
      "#6 <<ActualText (x) Lang (de) Type /StructElem S /Span P #5 K [2] Pg #0>>\n"
      "#7 <<Limits [0 1] Nums [0 [#4 #5 #6] 1 #5]>>\n"
      "#8 <<Kids [#7]>>\n");
}

TEST(Structure, several_pages_are_sections) {
  ObjectTable objects;
  const Ref first = objects.add({}), second = objects.add({});
  const std::array pages{page_with(first, {mark(0)}), page_with(second, {})};
  write_structure(pages, objects);
  EXPECT_EQ(test::dump(objects),
            "#0 <<>>\n"
            "#1 <<>>\n"
            "#2 <<Type /StructTreeRoot K #3 ParentTree #8 ParentTreeNextKey 2>>\n"
            "#3 <<Type /StructElem S /Document P #2 K [#4 #6]>>\n"
            "#4 <<T (A title) Type /StructElem S /Sect P #3 K [#5] Pg #0>>\n"
            "#5 <<Alt (What it shows) A <<O /Layout Placement /Block BBox [10 20 40 60]>> Type /StructElem S /Figure P #4 K [0] Pg #0>>\n"
            "#6 <<T (A title) Type /StructElem S /Sect P #3 Pg #1>>\n"
            "#7 <<Limits [0 1] Nums [0 [#5] 1 []]>>\n"
            "#8 <<Kids [#7]>>\n");
}

}  // namespace
}  // namespace drawplate::pdf
