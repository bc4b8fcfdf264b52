// Emoji in colours: layers as shapes, bottom up, and the character for readers.
#include <cstddef>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "layout/text/text_block.h"
#include "pdf/write_pdf.h"
#include "tests/pdf/hand_made.h"
#include "tests/support/color_font.h"
#include "tests/support/command_output.h"
#include "tests/support/plain_style.h"

namespace drawplate::test {
namespace {

TEST(ColorGlyphs, AreDrawnInLayersAndCopiedAsText) {
  const ColorFontInstalled installed;
  FontCatalog fonts = std::move(*FontCatalog::open_system());
  ParagraphStyle style = test::plain_style(40);
  style.color = ink;
  Report report;
  const LaidOutParagraph laid = layout_paragraph({{TextSpan{.text = "so \U0001F600 it is"}}, {}}, style, 300, fonts, report);
  TextBlock block;
  block.box = {20, 20, 300, laid.height};
  block.paragraphs.push_back(moved_by(laid.paragraph, {20, 20}));
  Document document = one_page({340, 100}, {item(1, "text", Role::text, block)});
  document.pages[0].reading_order = {ItemId{1}};
  const auto pdf = write_pdf(document, fonts, {.compression = PdfOptions::Compression::off});
  ASSERT_TRUE(pdf) << pdf.error().message;
  const TemporaryFile file(".pdf", *pdf);
  EXPECT_EQ(output_of("pdftotext -enc UTF-8 " + file.path() + " -"), "so \U0001F600 it is\n\n\f");
  const std::size_t yellow = pdf->find("1 0.784 0 rg"), blue_layer = pdf->find("0.498 0.498 1 rg");
  EXPECT_NE(yellow, std::string::npos);
  EXPECT_NE(blue_layer, std::string::npos);
  EXPECT_LT(yellow, blue_layer);
}

}  // namespace
}  // namespace drawplate::test
