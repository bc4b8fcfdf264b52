#include "pdf/content_stream.h"

#include <gtest/gtest.h>

#include <array>

#include "pdf/marked_content.h"

namespace drawplate::pdf {
namespace {

TEST(ContentStream, operators_are_spelt_one_a_line) {
  ContentStream content;
  {
    const SavedState saved(content);
    content.line_width(1.5).line_cap(LineCap::round).line_join(LineJoin::round).dashes(std::array{8.0, 6.05});
    content.fill_color({255, 0, 51}).stroke_color({0, 128, 255});
    content.move_to({1, 2}).line_to({3.25, -4}).cubic_to({0, 0}, {1, 1}, {2, 2}).close_path().fill_even_odd_and_stroke();
  }
  content.rectangle({10, 20}, {30, 40}).fill().move_to({0, 0}).stroke().fill_even_odd().fill_and_stroke();
  EXPECT_EQ(content.bytes(),
            "q\n1.5 w\n1 J\n1 j\n[8 6.05] 0 d\n1 0 0.2 rg\n0 0.502 1 RG\n"
            "1 2 m\n3.25 -4 l\n0 0 1 1 2 2 c\nh\nB*\nQ\n"
            "10 20 30 40 re\nf\n0 0 m\nS\nf*\nB\n");
}

TEST(ContentStream, codes_are_shown_with_the_steps_between_them) {
  ContentStream content;
  content.begin_text().font("F1", 14).text_at({72, 700.5});
  content.show(std::array<ShownCode, 4>{{{0x12, 0}, {0x34, 0}, {0xABCD, -12}, {1, 7}}});
  content.text_rise(2).show(std::array<ShownCode, 1>{{{2, 5}}}).end_text();
  EXPECT_EQ(content.bytes(), "BT\n/F1 14 Tf\n1 0 0 1 72 700.5 Tm\n[<00120034>-12<ABCD>7<0001>] TJ\n2 Ts\n[5<0002>] TJ\nET\n");
}

Mark figure(int rank) {
  Mark mark;
  mark.tag = 0;
  mark.rank = rank;
  return mark;
}

TEST(MarkedContent, equal_marks_share_a_sequence) {
  ContentStream content;
  const Tags tags = {Tag{"Figure"}};
  MarkedContent marks(content, tags);
  marks.enter({});
  content.fill();
  marks.enter({});
  content.fill();
  marks.enter(figure(1));
  content.stroke();
  marks.enter(figure(1));
  content.stroke();
  marks.enter(figure(2));
  content.fill();
  marks.finish();
  EXPECT_EQ(content.bytes(), "/Artifact BMC\nf\nf\nEMC\n/Figure <</MCID 0>> BDC\nS\nS\nEMC\n/Figure <</MCID 1>> BDC\nf\nEMC\n");
  EXPECT_EQ(marks.sequences(), (MarkedSequences{figure(1), figure(2)}));
}

TEST(MarkedContent, replaced_text_is_a_span_of_its_own_each_time) {
  ContentStream content;
  const Tags tags = {Tag{"Figure"}};
  MarkedContent marks(content, tags);
  Mark replaced = figure(0);
  replaced.actual_text = "\xCE\x91";
  marks.enter(replaced);
  content.fill();
  marks.enter(replaced);
  content.fill();
  marks.finish();
  EXPECT_EQ(content.bytes(), "/Span <</MCID 0/ActualText<FEFF0391>>> BDC\nf\nEMC\n/Span <</MCID 1/ActualText<FEFF0391>>> BDC\nf\nEMC\n");
}

}  // namespace
}  // namespace drawplate::pdf
