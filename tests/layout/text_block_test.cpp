// Paragraphs as a whole: measured widths, white space, directions, links, and the laws of every paragraph.
#include "layout/text/text_block.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/plain_style.h"

namespace drawplate {
namespace {

class TextBlockTest : public ::testing::Test {
 protected:
  FontCatalog fonts_ = std::move(*FontCatalog::open_system());
  Report report_;

  static RichText text(std::string words) { return {{TextSpan{.text = std::move(words)}}, {}}; }
  static ParagraphStyle style(int weight = 400, Pt size = 1) {
    ParagraphStyle out = test::plain_style(size);
    out.text.weight = weight;
    out.code.size = 0.9;
    return out;
  }
  LaidOutParagraph lay_out(const RichText& words, const ParagraphStyle& s, Pt width) {
    return layout_paragraph(words, s, width, fonts_, report_);
  }
  Pt natural(const std::string& words, int weight) { return measure_text(text(words), style(weight), fonts_, report_).natural; }
};

std::vector<std::string> lines_of(const LaidOutParagraph& laid) {
  std::vector<std::string> out;
  for (const Line& line : laid.paragraph.lines) {
    std::vector<const GlyphRun*> runs;
    for (const GlyphRun& run : line.runs) runs.push_back(&run);
    std::string words;
    for (const GlyphRun* run : runs) words += run->text;
    out.push_back(words);
  }
  return out;
}

std::string joined(const LaidOutParagraph& laid) {
  std::string out;
  for (const std::string& line : lines_of(laid)) out += line;
  return out;
}

using Words = std::vector<std::string>;

/// In ems of Inter 3.19; later releases of Inter are at most 1 % wider or narrower.
TEST_F(TextBlockTest, WidthsAreThoseABrowserMeasures) {
  EXPECT_NEAR(natural("3. Exact conversation cache lookup", 600), 17.13, 17.13 * 0.015);
  EXPECT_NEAR(natural("set num_computed_tokens + attach committed state", 400), 24.90, 24.90 * 0.015);
  EXPECT_NEAR(natural("Request-owned terminal copy", 600), 14.53, 14.53 * 0.015);
}

TEST_F(TextBlockTest, FacesThatOfficeHasAreSetInWholeSizesOfADevice) {
  FontCatalog office = std::move(*FontCatalog::open_system(FaceNames::office));
  ParagraphStyle arial = style(400, 11);
  arial.text.family = "Liberation Sans";
  const LaidOutParagraph laid = layout_paragraph(text("size 文字"), arial, 1000, office, report_);
  const std::vector<GlyphRun>& runs = laid.paragraph.lines[0].runs;
  ASSERT_EQ(runs.size(), 2u);
  EXPECT_NEAR(runs[0].size, 11.04, 1e-9);
  EXPECT_EQ(runs[1].size, 11);  // a face that goes into the file is measured as it is
  EXPECT_EQ(lay_out(text("size"), arial, 1000).paragraph.lines[0].runs[0].size, 11);
}

TEST_F(TextBlockTest, LetterSpacingCountsOnceACharacter) {
  ParagraphStyle spaced = style(600, 20);
  const Pt before = lay_out(text("cache lookup"), spaced, 1000).width;
  spaced.text.letter_spacing = -0.01;
  const LaidOutParagraph laid = lay_out(text("cache lookup"), spaced, 1000);
  EXPECT_NEAR(laid.width, before - 12 * 0.2, 1e-9);
  EXPECT_NEAR(laid.paragraph.lines[0].runs[0].letter_spacing, -0.2, 1e-12);
}

TEST_F(TextBlockTest, SpacesCollapseAndStayAtSoftBreaks) {
  EXPECT_EQ(lines_of(lay_out(text("conversation_id  committed turn state"), style(), 1000)), Words{"conversation_id committed turn state"});
  const LaidOutParagraph laid = lay_out(text("  one \t two  "), style(), 3);
  EXPECT_EQ(lines_of(laid), (Words{"one ", "two"}));
  EXPECT_TRUE(laid.paragraph.lines[0].soft_break);
  EXPECT_FALSE(laid.paragraph.lines[1].soft_break);
  EXPECT_LT(laid.paragraph.lines[0].width, natural("one x", 400) - natural("x", 400) - 0.1);
}

TEST_F(TextBlockTest, HardLines) {
  const LaidOutParagraph laid = lay_out(text("one \n two\n\nfour\r\nfive"), style(), 1000);
  EXPECT_EQ(lines_of(laid), (Words{"one", "two", "", "four", "five"}));
  for (const Line& line : laid.paragraph.lines) EXPECT_FALSE(line.soft_break);
  EXPECT_NEAR(laid.height, 5 * laid.paragraph.line_height, 1e-9);
}

TEST_F(TextBlockTest, EmptyTextIsOneEmptyLine) {
  for (const RichText& empty : {RichText{}, text(""), text("  ")}) {
    const LaidOutParagraph laid = lay_out(empty, style(400, 10), 100);
    EXPECT_EQ(lines_of(laid), Words{""});
    EXPECT_EQ(laid.width, 0);
    EXPECT_NEAR(laid.height, 12, 1e-9);
    EXPECT_GT(laid.cap_height, 7);
  }
  EXPECT_EQ(lines_of(lay_out(text("\n"), style(), 100)), (Words{"", ""}));
}

TEST_F(TextBlockTest, BaselineCentresAscentAndDescentInTheLine) {
  const LaidOutParagraph laid = lay_out(text("Hxg"), style(400, 20), 100);
  const FaceMetrics& m = fonts_.face(laid.paragraph.lines[0].runs[0].face).metrics();
  const Pt above = laid.first_baseline - m.ascent * 20, below = 24 - laid.first_baseline - m.descent * 20;
  EXPECT_NEAR(above, below, 1e-9);
  EXPECT_NEAR(laid.paragraph.lines[0].baseline, laid.first_baseline, 1e-9);
  EXPECT_NEAR(laid.cap_height, 14.54, 0.02);
}

TEST_F(TextBlockTest, AlignmentIsWithinTheLongestLine) {
  ParagraphStyle centred = style();
  centred.align = Align::center;
  const LaidOutParagraph laid = lay_out(text("wide line here\nx"), centred, 100);
  const Line& narrow = laid.paragraph.lines[1];
  EXPECT_NEAR(narrow.left + narrow.width / 2, laid.width / 2, 1e-9);
  EXPECT_NEAR(narrow.runs[0].origin.x, narrow.left, 1e-9);
  centred.align = Align::right;
  const Line right = lay_out(text("wide line here\nx"), centred, 100).paragraph.lines[1];
  EXPECT_NEAR(right.left + right.width, laid.width, 1e-9);
}

TEST_F(TextBlockTest, SpansKeepTheirStyles) {
  const RichText rich{
      {{.text = "see "}, {.text = "run_all", .code = true}, {.text = " and "}, {.text = "docs", .bold = true, .link = "https://x.org"}},
      {}};
  ParagraphStyle s = style(400, 10);
  s.link_color.rgb = {1, 2, 3};
  const LaidOutParagraph laid = lay_out(rich, s, 1000);
  ASSERT_EQ(laid.paragraph.lines[0].runs.size(), 4u);
  const std::vector<GlyphRun>& runs = laid.paragraph.lines[0].runs;
  EXPECT_TRUE(runs[1].code);
  EXPECT_EQ(fonts_.face(runs[1].face).family(), "JetBrains Mono");
  const double x_heights = fonts_.face(runs[0].face).metrics().x_height / fonts_.face(runs[1].face).metrics().x_height;
  EXPECT_NEAR(runs[1].size, s.code.size * 10 * x_heights, 1e-9);
  EXPECT_EQ(fonts_.face(runs[3].face).weight(), 700);
  EXPECT_EQ(runs[3].link, "https://x.org");
  EXPECT_TRUE(runs[3].underline);
  EXPECT_EQ(runs[3].color.rgb, (Rgb{1, 2, 3}));
  Pt x = 0;
  for (const GlyphRun& run : runs) {
    EXPECT_NEAR(run.origin.x, x, 1e-9);
    for (const Glyph& glyph : run.glyphs) x += glyph.advance;
  }
}

TEST_F(TextBlockTest, CodeHasNoLigatures) {
  const RichText code{{{.text = "a->b", .code = true}}, {}};
  const LaidOutParagraph laid = lay_out(code, style(), 100);
  const GlyphRun& run = laid.paragraph.lines[0].runs[0];
  const Face& face = fonts_.face(run.face);
  ASSERT_EQ(run.glyphs.size(), 4u);
  EXPECT_EQ(run.glyphs[1].id, face.nominal_glyph('-'));
  EXPECT_EQ(run.glyphs[2].id, face.nominal_glyph('>'));
}

TEST_F(TextBlockTest, RightToLeftRunsStandInVisualOrder) {
  const LaidOutParagraph laid = lay_out(text("abc שלום def"), style(), 100);
  const Line& line = laid.paragraph.lines[0];
  ASSERT_EQ(line.runs.size(), 3u);
  EXPECT_FALSE(laid.paragraph.right_to_left);
  EXPECT_TRUE(line.runs[1].right_to_left);
  EXPECT_EQ(line.runs[1].text, "שלום");
  EXPECT_EQ(line.runs[1].glyphs.front().text_end, 8u);
  EXPECT_EQ(line.runs[1].glyphs.back().text_begin, 0u);

  const LaidOutParagraph hebrew = lay_out(text("שלום abc עולם"), style(), 100);
  EXPECT_TRUE(hebrew.paragraph.right_to_left);
  EXPECT_EQ(hebrew.paragraph.lines[0].runs.back().text.substr(0, 8), "שלום");
}

TEST_F(TextBlockTest, TheSpaceEatenInARightToLeftParagraphIsOnTheLeft) {
  const LaidOutParagraph laid = lay_out(text("שלום עולם"), style(), 3);
  ASSERT_EQ(laid.paragraph.lines.size(), 2u);
  const Line& line = laid.paragraph.lines[0];
  EXPECT_NEAR(line.left, 0, 1e-9);
  EXPECT_LT(line.runs.front().origin.x, -0.1);
  Pt end = line.runs.front().origin.x;
  for (const GlyphRun& run : line.runs)
    for (const Glyph& glyph : run.glyphs) end += glyph.advance;
  EXPECT_NEAR(end, line.width, 1e-9);
}

TEST_F(TextBlockTest, ACharacterNoFaceHasIsReportedOnce) {
  const RichText words{{TextSpan{.text = "x \U0010FFFD y"}}, {SourceId{}, 3, 9}};
  lay_out(words, style(), 100);
  lay_out(words, style(), 50);
  measure_text(words, style(), fonts_, report_);
  ASSERT_EQ(report_.all().size(), 1u);
  EXPECT_EQ(report_.all()[0].message, "no installed font has the character '\U0010FFFD' (U+10FFFD)");
  EXPECT_EQ(report_.all()[0].span, (Span{SourceId{}, 3, 9}));
  EXPECT_EQ(report_.all()[0].severity, Severity::warning);
}

TEST_F(TextBlockTest, MinimumIsTheWidestUnbreakablePiece) {
  const TextWidths widths = measure_text(text("set num_computed_tokens now"), style(), fonts_, report_);
  EXPECT_NEAR(widths.minimum, natural("num_computed_tokens", 400), 0.01);
  EXPECT_GT(widths.natural, widths.minimum);
}

// The laws, over texts of many scripts and many widths.

const char* const samples[] = {
    "1. chat completions request",
    "conversation_id + cache_salt + new suffix messages",
    "set num_computed_tokens + attach committed state",
    "Full-attention KV cache group / align-mode terminal state placement",
    "a -> b & c/d | {x}y C++ --flag https://example.org/very/long/path?with=query&and=more",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
    "שלום עולם abc (def) 123 גם זה",
    "مرحبا بالعالم العربي 2024 test نص",
    "हिन्दी में पाठ और उसकी पंक्तियाँ",
    "ภาษาไทยไม่มีช่องว่างระหว่างคำ",
    "emoji 👩‍👩‍👧‍👦 and 🏳️‍🌈 flags é e\u0301 ﬃ office",
    "tabs\tand\u00A0no-break spaces \u200B zero\u200Bwidth",
    "one\ntwo three four five six\n\nseven",
    "   ",
    "",
};

void expect_runs_cover_their_text(const Line& line) {
  for (const GlyphRun& run : line.runs) {
    std::vector<Glyph> glyphs = run.glyphs;
    if (run.right_to_left) std::reverse(glyphs.begin(), glyphs.end());
    std::erase_if(glyphs, [](const Glyph& g) { return g.text_begin == g.text_end; });
    std::uint32_t at = 0;
    for (const Glyph& glyph : glyphs) {
      EXPECT_EQ(glyph.text_begin, at) << run.text;
      at = glyph.text_end;
    }
    EXPECT_EQ(at, run.text.size()) << run.text;
  }
}

TEST_F(TextBlockTest, LawsOfEveryParagraph) {
  for (const char* words : samples) {
    const LaidOutParagraph whole = lay_out(text(words), style(500, 10), 1e6);
    for (const Pt width : {45.0, 77.0, 120.0, 200.0, 400.0, 1000.0}) {
      for (const Breaking breaking : {Breaking::balanced, Breaking::greedy}) {
        ParagraphStyle s = style(500, 10);
        s.breaking = breaking;
        const LaidOutParagraph laid = lay_out(text(words), s, width);
        for (const Line& line : laid.paragraph.lines) {
          EXPECT_LE(line.width, width + 1e-6) << words;
          expect_runs_cover_their_text(line);
        }
        EXPECT_GE(laid.frame_width, laid.width);
        EXPECT_LE(laid.frame_width, width + 1e-6);
        EXPECT_NEAR(laid.height, laid.paragraph.line_height * static_cast<double>(laid.paragraph.lines.size()), 1e-6);
        if (!whole.paragraph.right_to_left && std::string_view(words).find("ש") == std::string_view::npos) {
          EXPECT_EQ(joined(laid), joined(whole)) << width;
        }
      }
    }
  }
}

TEST_F(TextBlockTest, GreedyFillingOfTheFrameBreaksTheSameLines) {
  int soft = 0;
  for (const char* words : samples) {
    for (Pt width = 30; width < 300; width *= 1.13) {
      const LaidOutParagraph laid = lay_out(text(words), style(500, 10), width);
      std::string with_breaks;  // hard ones, as a writer writes them
      bool all_soft = true;
      for (std::size_t i = 0; i + 1 < laid.paragraph.lines.size(); ++i) all_soft = all_soft && laid.paragraph.lines[i].soft_break;
      if (!all_soft) continue;
      ParagraphStyle greedy = style(500, 10);
      greedy.breaking = Breaking::greedy;
      soft += static_cast<int>(laid.paragraph.lines.size()) - 1;
      for (const double drift : {0.0, -0.004, 0.004})
        if (laid.frame_width * (1 + drift) >= laid.width) {
          EXPECT_EQ(lines_of(lay_out(text(words), greedy, laid.frame_width * (1 + drift))), lines_of(laid)) << words << " in " << width;
        }
    }
  }
  EXPECT_GT(soft, 100);
}

TEST_F(TextBlockTest, AMegabyteIsLaidOut) {
  std::string words;
  while (words.size() < 1'000'000) words += "publish pending state_or_discard on failure ";
  const LaidOutParagraph laid = lay_out(text(words), style(400, 10), 500);
  const LaidOutParagraph unbroken = lay_out(text(std::string(100'000, 'x')), style(400, 10), 500);
  const LaidOutParagraph hebrew = lay_out(text("ש " + words.substr(0, 100'000)), style(400, 10), 500);
  EXPECT_GT(laid.paragraph.lines.size(), 5000u);
  EXPECT_GT(unbroken.paragraph.lines.size(), 1000u);
  EXPECT_TRUE(hebrew.paragraph.right_to_left);
}

}  // namespace
}  // namespace drawplate
