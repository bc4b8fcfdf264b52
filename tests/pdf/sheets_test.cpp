// Handouts and posters: where pages stand on sheets, and what of them the file holds.
#include "layout/print/sheets.h"

#include <gmock/gmock.h>

#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "layout/page/validate.h"
#include "pdf/write_sheets.h"
#include "tests/pdf/hand_made_deck.h"

namespace drawplate::test {
namespace {

using testing::HasSubstr;

constexpr Size a4{595.28, 841.89};
const PdfOptions readable{.compression = PdfOptions::Compression::off};

std::vector<Sheet> handout(const Document& document, int per_page, BesideSlides beside) {
  Report report;
  return layout_handout(document, *find_built_in_theme("mist"), {per_page, a4, beside}, system_fonts(), report);
}

/// The file; kept in the folder that DRAWPLATE_KEEP names, for outside checkers and for eyes.
std::string written(const Document& document, const std::vector<Sheet>& sheets, const std::string& name) {
  const Result<std::string> pdf = write_sheets(document, sheets, system_fonts(), readable);
  EXPECT_TRUE(pdf) << (pdf ? "" : pdf.error().message);
  if (const char* folder = std::getenv("DRAWPLATE_KEEP"))
    std::ofstream(std::string(folder) + "/" + name + ".pdf", std::ios::binary) << *pdf;
  return *pdf;
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++n;
  return n;
}

bool within(const Rect& inner, const Rect& outer) {
  return inner.left() >= outer.left() - 0.01 && inner.right() <= outer.right() + 0.01 && inner.top() >= outer.top() - 0.01 &&
         inner.bottom() <= outer.bottom() + 0.01;
}

TEST(Handout, slides_keep_their_proportions_and_their_distance) {
  Document document = hand_deck();
  document.pages.resize(13, document.pages[0]);
  for (const int per_page : {1, 2, 3, 4, 6, 9})
    for (const BesideSlides beside : {BesideSlides::nothing, BesideSlides::notes, BesideSlides::lines}) {
      std::size_t placed = 0;
      for (const Sheet& sheet : handout(document, per_page, beside)) {
        for (std::size_t i = 0; i < sheet.placed.size(); ++i) {
          const Rect box = sheet.placed[i].box;
          EXPECT_EQ(sheet.placed[i].page, placed++);
          EXPECT_NEAR(box.width / box.height, 16.0 / 9, 1e-6);
          EXPECT_TRUE(within(box, {0, 0, a4.width, a4.height})) << per_page;
          for (std::size_t j = 0; j < i; ++j) {
            const Rect other = sheet.placed[j].box;
            EXPECT_TRUE(box.top() >= other.bottom() || box.left() >= other.right()) << per_page;
          }
        }
      }
      EXPECT_EQ(placed, 13U);
    }
}

TEST(Handout, long_notes_go_on_behind_the_last_sheet) {
  Document document = hand_deck();
  for (int i = 0; i < 60; ++i)
    document.pages[0].notes += "\n\nA paragraph of the notes that is a little longer than the others, number " + std::to_string(i);
  const std::vector<Sheet> sheets = handout(document, 3, BesideSlides::notes);
  ASSERT_GT(sheets.size(), 2U);
  EXPECT_EQ(sheets.back().page.title, "Slide 1, continued");
  std::string text;
  for (const Sheet& sheet : sheets)
    for (const Item& item : sheet.page.items)
      if (const auto* block = std::get_if<TextBlock>(&item.what))
        for (const Paragraph& paragraph : block->paragraphs)
          for (const Line& line : paragraph.lines)
            for (const GlyphRun& run : line.runs) text += run.text;
  EXPECT_EQ(count(text, "A paragraph of the notes"), 60U) << "nothing is cut";
}

TEST(Handout, pages_are_forms_that_keep_their_structure) {
  const Document document = hand_deck();
  const std::string pdf = written(document, handout(document, 3, BesideSlides::notes), "handout");
  EXPECT_EQ(count(pdf, "/Subtype /Form"), 4U);
  EXPECT_EQ(count(pdf, "/Type /Page\n"), 2U);
  EXPECT_EQ(count(pdf, "/S /Table\n"), 1U);
  EXPECT_GT(count(pdf, "/Type /MCR"), 10U);
  EXPECT_EQ(count(pdf, "/Subtype /Link"), 1U);
  EXPECT_EQ(count(pdf, "/Type /FontDescriptor"), 3U) << "sheets share the slides' fonts";
}

TEST(Poster, tiles_overlap_and_cover_the_page) {
  const Document document = two_cards();
  Report report;
  const Size a1{1683.78, 2383.94};
  const std::vector<Sheet> sheets = layout_poster(document, *find_built_in_theme("mist"), {a1, a4}, system_fonts(), report);
  ASSERT_FALSE(sheets.empty());
  Rect poster = sheets[0].placed[0].box;
  EXPECT_NEAR(poster.width, 2383.94, 0.01) << "turned, as the page is";
  double seen = 0;
  for (const Sheet& sheet : sheets) {
    const PlacedPage& placed = sheet.placed[0];
    EXPECT_TRUE(within(*placed.clip, {0, 0, sheet.page.size.width, sheet.page.size.height}));
    seen += placed.clip->width * placed.clip->height;
  }
  EXPECT_GT(seen, poster.width * poster.height);
  const Rect last = sheets.back().placed[0].box, window = *sheets.back().placed[0].clip;
  EXPECT_NEAR(window.right(), last.right(), 0.01);
  EXPECT_NEAR(window.bottom(), last.bottom(), 0.01);
}

TEST(Poster, the_page_is_there_once) {
  const Document document = two_cards();
  Report report;
  const std::vector<Sheet> sheets = layout_poster(document, *find_built_in_theme("mist"), {{1683.78, 2383.94}, a4}, system_fonts(), report);
  const std::string pdf = written(document, sheets, "poster");
  EXPECT_EQ(count(pdf, "/Subtype /Form"), 1U);
  EXPECT_EQ(count(pdf, "/S /Figure\n"), sheets.size());
  EXPECT_THAT(pdf, HasSubstr("row 1 of"));
}

}  // namespace
}  // namespace drawplate::test
