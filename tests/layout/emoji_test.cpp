// Emoji: what is one, sequences that stay whole in one face and on one line, and what the author is told.
#include "layout/text/emoji.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "layout/text/text_block.h"
#include "tests/support/plain_style.h"

namespace drawplate {
namespace {

TEST(Emoji, AreToldBySelectorsAndByDefault) {
  for (const std::string_view emoji :
       {"😀", "☕", "✅", "❤\uFE0F", "3\uFE0F\u20E3", "#\uFE0F\u20E3", "🇩🇪", "👍🏽", "☝🏽", "👩\u200D💻", "🏳\uFE0F\u200D🌈"})
    EXPECT_TRUE(is_emoji(emoji)) << emoji;
  for (const std::string_view text : {"", "3", "#", "a\uFE0F", "❤", "☕\uFE0E", "☎\uFE0E", "→", "©", "字", "é", "3\u20E3"})
    EXPECT_FALSE(is_emoji(text)) << text;
}

constexpr std::string_view sequences[] = {
    "👍🏿",                // with a tone
    "👩🏽\u200D💻",      // joined, with a tone
    "👨\u200D👩\u200D👧\u200D👦",  // a family
    "🇯🇵",                      // a flag
    "🏳\uFE0F\u200D🌈",    // a joined flag
    "3\uFE0F\u20E3",           // a key
    "❤\uFE0F",
};

struct Found {
  std::size_t whole = 0;  ///< sequences that are one cluster of one run
  std::size_t lines = 0;
  std::vector<FaceId> faces;
};

Found find(const LaidOutParagraph& laid, std::string_view sequence) {
  Found found;
  found.lines = laid.paragraph.lines.size();
  for (const Line& line : laid.paragraph.lines)
    for (const GlyphRun& run : line.runs)
      for (const Glyph& glyph : run.glyphs)
        if (std::string_view(run.text).substr(glyph.text_begin, glyph.text_end - glyph.text_begin) == sequence) {
          ++found.whole;
          found.faces.push_back(run.face);
        }
  return found;
}

TEST(Emoji, SequencesStayWholeInOneFaceAndOnOneLine) {
  FontCatalog fonts = std::move(*FontCatalog::open_system());
  ParagraphStyle style = test::plain_style(10);
  for (const std::string_view sequence : sequences) {
    std::string words = "a";
    for (int i = 0; i < 4; ++i) words += sequence;
    for (const Pt width : {1.0, 15.0, 40.0, 1000.0}) {
      Report report;
      const LaidOutParagraph laid = layout_paragraph({{TextSpan{.text = words + "b"}}, {}}, style, width, fonts, report);
      const Found found = find(laid, sequence);
      EXPECT_EQ(found.whole, 4u) << sequence << " in " << width;
      for (const FaceId face : found.faces) EXPECT_EQ(face, found.faces.front()) << sequence;
      EXPECT_GE(found.lines, width == 1.0 ? 4u : 1u) << sequence;
      EXPECT_TRUE(report.all().empty()) << report.all().front().message;
    }
  }
}

TEST(Emoji, OfOneTextComeFromOneFaceAndTextStaysInItsOwn) {
  FontCatalog fonts = std::move(*FontCatalog::open_system());
  ParagraphStyle style = test::plain_style();
  Report report;
  const LaidOutParagraph laid = layout_paragraph({{TextSpan{.text = "😀 🚀 ☕ 3\uFE0F\u20E3 3"}}, {}}, style, 1000, fonts, report);
  ASSERT_EQ(laid.paragraph.lines.size(), 1u);
  const std::vector<GlyphRun>& runs = laid.paragraph.lines[0].runs;
  ASSERT_EQ(runs.size(), 2u);
  EXPECT_EQ(runs[0].text, "😀 🚀 ☕ 3\uFE0F\u20E3");
  EXPECT_EQ(fonts.face(runs[1].face).family(), style.text.family);
}

}  // namespace
}  // namespace drawplate
