#include "pdf/write_pdf.h"

#include <gmock/gmock.h>

#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/page/validate.h"
#include "tests/pdf/hand_made.h"
#include "tests/support/golden.h"

namespace drawplate::test {
namespace {

using testing::HasSubstr;
using testing::Not;

const PdfOptions readable{.compression = PdfOptions::Compression::off};

/// The file; kept in the folder that DRAWPLATE_KEEP names, for outside checkers and for eyes.
std::string written(const Document& document, PdfOptions options = {}) {
  const Result<std::string> pdf = write_pdf(document, system_fonts(), options);
  EXPECT_TRUE(pdf) << (pdf ? "" : pdf.error().message);
  if (const char* folder = std::getenv("DRAWPLATE_KEEP")) {
    const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    std::ofstream(std::string(folder) + "/" + name + ".pdf", std::ios::binary) << *pdf;
  }
  return *pdf;
}

/// The operators of the first page.
std::string content_of(const Document& document) {
  const std::string pdf = written(document, readable);
  const std::string_view first_operator = "stream\n1 j\n";
  const std::size_t begin = pdf.find(first_operator);
  if (begin == std::string::npos) return {};
  return pdf.substr(begin + 7, pdf.find("endstream", begin) - begin - 7);
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++n;
  return n;
}

Document one_text(std::vector<GlyphRun> runs) {
  Line line{100, 20, 100, std::move(runs), false};
  Document document = one_page({300, 200}, {item(1, "text", Role::text, hand_text({std::move(line)}))});
  document.pages[0].reading_order = {ItemId{1}};
  return document;
}

TEST(HandMade, documents_keep_the_invariants) {
  EXPECT_THAT(validate(two_cards(), system_fonts()), testing::IsEmpty());
  EXPECT_THAT(validate(gallery(), system_fonts()), testing::IsEmpty());
}

TEST(WritePdf, two_runs_are_equal_byte_for_byte) {
  const std::string first = written(two_cards());
  EXPECT_TRUE(first.starts_with("%PDF-1.7\n"));
  EXPECT_EQ(first, written(two_cards()));
}

TEST(WritePdf, content_of_two_cards) { expect_golden("pdf/two-cards.content", content_of(two_cards())); }

TEST(WritePdf, every_shape_and_head_is_marked) {
  const std::string content = content_of(gallery());
  EXPECT_EQ(count(content, "BMC\n") + count(content, "BDC\n"), count(content, "EMC\n"));
  EXPECT_EQ(count(content, "q\n"), count(content, "\nQ\n"));
  EXPECT_EQ(count(content, "BT\n"), count(content, "ET\n"));
}

TEST(WritePdf, page_and_catalog_say_what_readers_need) {
  const std::string pdf = written(two_cards(), readable);
  for (const std::string_view entry :
       {"/MediaBox [ 0 0 600 340 ]", "/Tabs /S", "/StructParents 0", "/Marked true", "/DisplayDocTitle true", "/Lang (en)",
        "/OutputIntents", "/Title (Two <cards> & a line)", "/CreationDate (D:20231114221320Z)", "<pdfuaid:part>1"})
    EXPECT_THAT(pdf, HasSubstr(entry));
  EXPECT_THAT(pdf, Not(HasSubstr("/Outlines")));
}

TEST(WritePdf, compression_makes_the_file_smaller) { EXPECT_LT(written(two_cards()).size() + 1000, written(two_cards(), readable).size()); }

TEST(WritePdf, links_are_annotations_with_contents) {
  const std::string pdf = written(two_cards(), readable);
  EXPECT_EQ(count(pdf, "/Subtype /Link"), 1u);
  EXPECT_THAT(pdf, HasSubstr("/Contents (the manual)"));
  EXPECT_THAT(pdf, HasSubstr("/URI (https://example.org/manual?a=b)"));
  EXPECT_THAT(pdf, HasSubstr("/StructParent 1\n"));
}

TEST(WritePdf, a_linked_card_is_one_area_and_odd_characters_are_encoded) {
  Document document = one_page({600, 340}, {hand_card(10, {80, 50, 440, 78}, "Title", "subtitle")});
  document.pages[0].items[0].link = "https://example.org/a b/\xC3\xA9";
  document.pages[0].reading_order = {ItemId{13}};
  const std::string pdf = written(document, readable);
  EXPECT_THAT(pdf, HasSubstr("/URI (https://example.org/a%20b/%C3%A9)"));
  EXPECT_THAT(pdf, HasSubstr("/Rect [ 80 212 520 290 ]"));
  EXPECT_THAT(pdf, HasSubstr("/Contents (Title subtitle)"));
}

TEST(WritePdf, text_that_glyphs_do_not_say_gets_actual_text) {
  const FaceId face = face_of("Inter", 400);
  GlyphRun latin = hand_run("A", {face}, {20, 100}), greek = hand_run("A", {face}, {40, 100});
  greek.text = "\xCE\x91";
  greek.glyphs[0].text_end = 2;
  EXPECT_THAT(content_of(one_text({latin, greek})), HasSubstr("EMC\n/Span <</MCID 1/ActualText<FEFF0391>>> BDC\n"));
}

TEST(WritePdf, a_character_without_glyph_is_drawn_not_shown) {
  GlyphRun run = hand_run("a", {face_of("Inter", 400)}, {20, 100});
  run.glyphs[0].id = 0;
  const std::string content = content_of(one_text({run}));
  EXPECT_THAT(content, HasSubstr("/ActualText<61>>> BDC\n"));
  EXPECT_THAT(content, HasSubstr("\nh\nf\n"));
  EXPECT_THAT(content, Not(HasSubstr("<0000")));
}

TEST(WritePdf, rounding_of_widths_never_adds_up) {
  const FaceId face = face_of("Inter", 400);
  GlyphRun run = hand_run(std::string(400, 'i'), {face, 10}, {20, 100});
  const double advance = system_fonts().face(face).advance(run.glyphs[0].id) * 1000;
  const std::string content = content_of(one_text({run}));
  const double steps = static_cast<double>(count(content, ">-1<")) - static_cast<double>(count(content, ">1<"));
  EXPECT_NEAR(400 * std::round(advance) + steps, 400 * advance, 2);
}

TEST(WritePdf, other_languages_are_spans) {
  GlyphRun run = hand_run("Haus", {face_of("Inter", 400)}, {20, 100});
  run.lang = "de";
  EXPECT_THAT(written(one_text({run}), readable), HasSubstr("/Lang (de)"));
}

TEST(WritePdf, all_font_forms_are_embedded) {
  const GlyphRun cff = hand_run("cff", {face_of("Roboto Slab", 400)}, {20, 100});
  const GlyphRun glyf = hand_run("glyf", {face_of("JetBrains Mono", 400)}, {60, 100});
  const std::string pdf = written(one_text({cff, glyf}), readable);
  EXPECT_EQ(count(pdf, "/FontFile3"), 1u);
  EXPECT_EQ(count(pdf, "/CIDFontType0C"), 1u);
  EXPECT_EQ(count(pdf, "/FontFile2"), 1u);
  EXPECT_EQ(count(pdf, "/CIDToGIDMap /Identity"), 1u);
}

TEST(WritePdf, many_pages_have_bookmarks_and_a_balanced_tree) {
  Document document = one_page({200, 100}, {});
  document.pages.resize(130, document.pages[0]);
  const std::string pdf = written(document, readable);
  EXPECT_THAT(pdf, HasSubstr("/PageMode /UseOutlines"));
  EXPECT_EQ(count(pdf, "/Type /Pages"), 4u);
  EXPECT_EQ(count(pdf, "/Count 64"), 2u);
  EXPECT_EQ(count(pdf, "/Count 130"), 2u);
}

TEST(WritePdf, what_cannot_be_written_is_said) {
  const Result<std::string> nothing = write_pdf(Document{}, system_fonts(), {});
  ASSERT_FALSE(nothing);
  EXPECT_EQ(nothing.error().message, "the document has no page");
}

}  // namespace
}  // namespace drawplate::test
