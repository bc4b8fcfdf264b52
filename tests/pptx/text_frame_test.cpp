// Frames: their widths break text at the same words, their insets and spacings put first lines where the page has them.
#include "pptx/text_frame.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "layout/text/text_block.h"
#include "pptx/frame_width.h"
#include "tests/pdf/hand_made.h"

namespace drawplate {
namespace {

using test::face_of;
using test::hand_line;

TextBlock block_of(std::vector<Line> lines, Align align, Rect box, Anchor anchor = Anchor::top) {
  TextBlock block;
  block.box = box;
  block.anchor = anchor;
  block.paragraphs.push_back({align, 18, std::move(lines), false});
  return block;
}

test::TextLook plain(Pt size) { return {face_of("Inter", 400), size, test::ink}; }

Line soft(Line line) {
  line.soft_break = true;
  line.width -= line.runs.back().glyphs.back().advance;  // the space at its end
  return line;
}

TEST(FrameWidth, LiesBetweenTheLongestLineAndTheNextWord) {
  const TextBlock block =
      block_of({soft(hand_line("one two ", plain(10), {0, 10})), hand_line("three four", plain(10), {0, 22})}, Align::left, {0, 0, 60, 24});
  const WidthRange range = width_range(block.paragraphs[0]);
  EXPECT_DOUBLE_EQ(range.least, block.paragraphs[0].lines[1].width);
  EXPECT_NEAR(range.most, test::width_of(test::hand_run("one two three", plain(10), {})), 1e-9);
}

TEST(FrameWidth, AHyphenIsAPlaceToBreakToo) {
  const TextBlock block =
      block_of({soft(hand_line("one two ", plain(10), {0, 10})), hand_line("x-ray four", plain(10), {0, 22})}, Align::left, {0, 0, 60, 24});
  EXPECT_NEAR(width_range(block.paragraphs[0]).most, test::width_of(test::hand_run("one two x-", plain(10), {})), 1e-9);
}

TEST(FrameWidth, KeepsTheWantedWidthWhereAllParagraphsAgree) {
  TextBlock block =
      block_of({soft(hand_line("one two ", plain(10), {0, 10})), hand_line("three four", plain(10), {0, 22})}, Align::left, {0, 0, 60, 24});
  const WidthRange range = width_range(block.paragraphs[0]);
  const Pt middle = (range.least + range.most) / 2;
  EXPECT_EQ(choose_frame_width(block, middle, SpareLine::yes).width, middle);
  EXPECT_EQ(choose_frame_width(block, 1000, SpareLine::yes).width, middle);
  EXPECT_EQ(choose_frame_width(block, middle, SpareLine::yes).keeps_lines, std::vector<bool>{false});
}

TEST(FrameWidth, ParagraphsThatNoCommonWidthSuitsKeepTheirLines) {
  TextBlock block =
      block_of({soft(hand_line("one two ", plain(10), {0, 10})), hand_line("six", plain(10), {0, 22})}, Align::left, {0, 0, 60, 24});
  block.paragraphs.push_back({Align::left, 18, {hand_line("much longer than that", plain(10), {0, 34})}, false});
  const FrameWidth frame = choose_frame_width(block, 40, SpareLine::yes);
  EXPECT_GT(frame.width, block.paragraphs[1].lines[0].width);
  EXPECT_EQ(frame.keeps_lines, (std::vector<bool>{true, false}));
}

TEST(FrameWidth, OneFromRightToLeftThatIsTightLeavesItsTitleRoom) {
  Line first = soft(hand_line("one two three ", plain(10), {0, 10}));
  for (GlyphRun& run : first.runs) run.right_to_left = true;
  Line next = hand_line("x", plain(10), {0, 22});
  for (GlyphRun& run : next.runs) run.right_to_left = true;
  TextBlock block = block_of({hand_line("one two three six", plain(10), {0, 10})}, Align::right, {0, 0, 60, 24});
  const Pt title = block.paragraphs[0].lines[0].width;
  block.paragraphs.push_back({Align::right, 18, {first, next}, true});
  ASSERT_LT(width_range(block.paragraphs[1]).most, title);
  const FrameWidth frame = choose_frame_width(block, 1000, SpareLine::yes);
  EXPECT_GE(frame.width, title * 1.008);
  EXPECT_EQ(frame.keeps_lines, (std::vector<bool>{false, true}));
  block.paragraphs[1].right_to_left = false;  // others do keep to the width that their words allow
  EXPECT_LT(choose_frame_width(block, 1000, SpareLine::yes).width, frame.width);
}

/// Where LibreOffice sets the first baseline in a frame: insets, then 1.0 em, in a text of the given height.
Pt first_baseline(const TextFrame& frame, Rect inner, Pt size, Pt height) {
  const Pt top = inner.top() + frame.insets.top, bottom = inner.bottom() - frame.insets.bottom;
  switch (frame.anchor) {
    case Anchor::top:
      return top + size;
    case Anchor::middle:
      return (top + bottom - height) / 2 + size;
    case Anchor::bottom:
      return bottom - height + size;
  }
  return 0;
}

TEST(TextFrame, PutsTheFirstBaselineWhereThePageHasIt) {
  const Rect box{100, 100, 200, 60};
  for (const Anchor anchor : {Anchor::top, Anchor::middle, Anchor::bottom}) {
    for (const Pt baseline : {104.0, 118.0, 133.5, 158.0, 170.0}) {
      const TextBlock block = block_of({hand_line("word", plain(12), {110, baseline})}, Align::left, {110, 100, 100, 60}, anchor);
      const TextFrame frame = frame_in_shape(block, box, box);
      EXPECT_NEAR(first_baseline(frame, box, 12, 1.2 * 12), baseline, 1e-6);
      EXPECT_GE(frame.insets.top, 0);
      EXPECT_GE(frame.insets.bottom, 0);
    }
  }
}

TEST(TextFrame, SpacesParagraphsByTheirBaselines) {
  TextBlock block = block_of({hand_line("title", plain(20), {0, 30})}, Align::left, {0, 0, 100, 60});
  block.paragraphs.push_back({Align::left, 18, {hand_line("subtitle", plain(13.5), {0, 52})}, false});
  const TextFrame frame = frame_alone(block);
  EXPECT_DOUBLE_EQ(frame.box.top(), 10);                                // 1.0 em above the first baseline
  EXPECT_NEAR(frame.space_before[1], 52 - 30 - 0.2 * 20 - 13.5, 1e-9);  // what neither line takes
  EXPECT_NEAR(frame.box.bottom(), 52 + 0.2 * 13.5, 1e-9);
}

TEST(TextFrame, LineSpacingIsAWholePercentOfTheWrappedParagraphs) {
  TextBlock block =
      block_of({soft(hand_line("one ", plain(13.5), {0, 20})), hand_line("two", plain(13.5), {0, 38})}, Align::left, {0, 0, 30, 60});
  block.paragraphs.push_back({Align::left, 18, {hand_line("alone", plain(13.5), {0, 60})}, false});
  EXPECT_EQ(frame_alone(block).line_spacing, (std::vector<int>{111000, 100000}));
}

TEST(TextFrame, OneLineTextsHaveWidthToSpareWhereItMovesNothing) {
  const Line line = hand_line("word", plain(12), {110, 130});
  const Rect text_box{110, 120, line.width, 16}, box{100, 100, 200, 60};
  const TextFrame left = frame_in_shape(block_of({line}, Align::left, text_box), box, box);
  EXPECT_DOUBLE_EQ(left.insets.left, 10);
  EXPECT_DOUBLE_EQ(left.insets.right, 6);
  const TextFrame right = frame_in_shape(block_of({line}, Align::right, text_box), box, box);
  EXPECT_DOUBLE_EQ(right.insets.right, 300 - text_box.right());
  EXPECT_DOUBLE_EQ(right.insets.left, 6);
  const TextFrame center = frame_in_shape(block_of({line}, Align::center, text_box), box, box);
  EXPECT_DOUBLE_EQ((100 + center.insets.left + 300 - center.insets.right) / 2, text_box.mid_x());
  const TextFrame alone = frame_alone(block_of({line}, Align::center, text_box));
  EXPECT_GT(alone.box.width, line.width * 1.03);
  EXPECT_DOUBLE_EQ(alone.box.mid_x(), text_box.mid_x());
}

TEST(TextFrame, TextWiderThanItsShapeIsNotWrapped) {
  const Line line = hand_line("a line too long", plain(12), {110, 130});
  const Rect box{100, 100, 40, 60};
  const TextFrame frame = frame_in_shape(block_of({line}, Align::center, {90, 120, 60, 16}), box, box);
  EXPECT_FALSE(frame.wraps);
}

/// Greedy filling by words, as other programs do it.
std::vector<std::string> filled(const std::string& text, const test::TextLook& look, Pt width, FontCatalog& fonts, Report& report) {
  std::vector<std::string> lines = {""};
  ParagraphStyle style;
  style.text = {"Inter", 400, false, look.size, 1.2, 0};
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string word = text.substr(begin, end - begin), longer = lines.back().empty() ? word : lines.back() + " " + word;
    RichText rich;
    rich.spans.push_back({longer});
    if (measure_text(rich, style, fonts, report).natural <= width)
      lines.back() = longer;
    else
      lines.push_back(word);
    begin = end + 1;
  }
  return lines;
}

TEST(TextFrame, GreedyFillingOfTheFrameGivesTheLinesOfTheLayout) {
  Report report;
  const std::string text = "share aligned full blocks of keys and values and copy the rest when it is written to";
  for (const Pt width : {64.0, 90.0, 120.0, 150.0, 200.0}) {
    ParagraphStyle style;
    style.text = {"Inter", 400, false, 12, 1.375, 0};
    RichText rich;
    rich.spans.push_back({text});
    const LaidOutParagraph laid_out = layout_paragraph(rich, style, width, test::system_fonts(), report);
    TextBlock block;
    block.box = {0, 0, laid_out.frame_width, laid_out.height};
    block.paragraphs = {laid_out.paragraph};
    const TextFrame frame = frame_alone(block);
    EXPECT_FALSE(frame.keeps_lines[0]) << width;
    std::vector<std::string> lines;
    for (const Line& line : laid_out.paragraph.lines) {
      std::string& words = lines.emplace_back();
      for (const GlyphRun& run : line.runs) words += run.text;
      while (words.ends_with(' ')) words.pop_back();
    }
    EXPECT_EQ(filled(text, plain(12), frame.box.width, test::system_fonts(), report), lines) << width;
  }
}

}  // namespace
}  // namespace drawplate
