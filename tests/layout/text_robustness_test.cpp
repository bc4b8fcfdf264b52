// Texts and fonts that are wrong or far too large: a clear word or right output, never a crash, and never for long.
#include <unistd.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "layout/text/text_block.h"
#include "tests/support/plain_style.h"

namespace drawplate {
namespace {

class Robustness : public testing::Test {
 protected:
  LaidOutParagraph lay_out(std::string words, Pt width = 400) {
    ParagraphStyle style = test::plain_style();
    return layout_paragraph({{TextSpan{.text = std::move(words)}}, {}}, style, width, fonts_, report_);
  }

  static std::string repeated(std::string_view piece, std::size_t bytes) {
    std::string out;
    while (out.size() < bytes) out += piece;
    return out;
  }
  static std::size_t text_bytes(const LaidOutParagraph& laid) {
    std::size_t bytes = 0;
    for (const Line& line : laid.paragraph.lines)
      for (const GlyphRun& run : line.runs) bytes += run.text.size();
    return bytes;
  }

  FontCatalog fonts_ = std::move(*FontCatalog::open_system());
  Report report_;
};

TEST_F(Robustness, AMegabyteOfWords) {
  const LaidOutParagraph laid = lay_out(repeated("words of a very long paragraph ", 1 << 20));
  EXPECT_GT(laid.paragraph.lines.size(), 10'000u);
  EXPECT_GE(text_bytes(laid), (1u << 20) - 1);
}

TEST_F(Robustness, AMegabyteWithoutASpace) {
  const LaidOutParagraph laid = lay_out(repeated("unbroken", 1 << 20));
  EXPECT_GE(text_bytes(laid), 1u << 20);
  EXPECT_LE(laid.width, 400.001);
}

TEST_F(Robustness, AFloodOfZeroWidths) {
  for (const char* piece : {"\u200B", "\u200D", "\u2060", "\u0301", "\u20DD"}) {
    const LaidOutParagraph laid = lay_out("a" + repeated(piece, 20'000) + "b");
    EXPECT_FALSE(laid.paragraph.lines.empty());
  }
}

TEST_F(Robustness, LoneSurrogatesAndOtherBytesThatAreNoText) {
  for (const char* bytes : {"\xED\xA0\x80 high", "low \xED\xB0\x80", "\xFF\xFE", "cut \xE4\xB8", "\xC0\x80", "\xF8\x88\x80\x80\x80"})
    EXPECT_FALSE(lay_out(bytes).paragraph.lines.empty());
}

TEST_F(Robustness, DirectionControlsThatAreNeverClosed) {
  EXPECT_FALSE(lay_out("a \u202E b \u2067 c \u202B d").paragraph.lines.empty());
  EXPECT_FALSE(lay_out("\u202C\u2069\u202C closed, never opened").paragraph.lines.empty());
  EXPECT_FALSE(lay_out(repeated("\u202E\u2067", 3000) + "deep").paragraph.lines.empty());
}

TEST_F(Robustness, AFamilyThatIsNotInstalledHasASubstitute) {
  const auto face = fonts_.match({"No Such Family", 400, false});
  ASSERT_TRUE(face);
  EXPECT_TRUE(fonts_.is_substitute(*face));
}

TEST_F(Robustness, ACharacterWithoutAFaceIsNamedWithItsPackage) {
  lay_out("no face has \U0010FFFD");
  ASSERT_EQ(report_.all().size(), 1u);
  EXPECT_EQ(report_.all()[0].message, "no installed font has the character '\U0010FFFD' (U+10FFFD)");
}

TEST_F(Robustness, BrokenFontFilesAreRefused) {
  const std::string path = testing::TempDir() + "drawplate-broken-" + std::to_string(getpid()) + ".ttf";
  std::ifstream good(fonts_.face(*fonts_.match({"Inter", 400, false})).file(), std::ios::binary);
  const std::string whole((std::istreambuf_iterator<char>(good)), {});
  for (const std::size_t size : {std::size_t{0}, std::size_t{3}, std::size_t{12}, std::size_t{200}, whole.size() / 2}) {
    std::ofstream(path, std::ios::binary) << whole.substr(0, size);
    if (const auto face = Face::open({.file = path})) (*face)->outline(1);  // cut short, but readable as far as it goes
  }
  std::ofstream(path, std::ios::binary) << std::string(5000, '\x7F');
  EXPECT_FALSE(Face::open({.file = path}));
  EXPECT_FALSE(Face::open({.file = path + ".none"}));
  std::remove(path.c_str());
}

TEST_F(Robustness, ParagraphsAreNoMoreRaggedThanGreedyOnes) {
  ParagraphStyle style = test::plain_style();
  const RichText text{
      {TextSpan{.text = repeated("some words of uneven length make a paragraph ragged unless incomprehensibilities intervene ", 900)}}, {}};
  const auto raggedness = [&](Breaking breaking) {
    style.breaking = breaking;
    const LaidOutParagraph laid = layout_paragraph(text, style, 180, fonts_, report_);
    double sum = 0;
    for (std::size_t i = 0; i + 1 < laid.paragraph.lines.size(); ++i)
      sum += (180 - laid.paragraph.lines[i].width) * (180 - laid.paragraph.lines[i].width);
    return std::pair(laid.paragraph.lines.size(), sum);
  };
  const auto [greedy_lines, greedy] = raggedness(Breaking::greedy);
  const auto [optimal_lines, optimal] = raggedness(Breaking::optimal);
  EXPECT_EQ(optimal_lines, greedy_lines);
  EXPECT_LT(optimal, greedy);
}

TEST_F(Robustness, RaisedTextIsSmallAndHigh) {
  ParagraphStyle style = test::plain_style(10);
  const RichText text{{TextSpan{.text = "x"}, TextSpan{.text = "2", .superscript = true}, TextSpan{.text = "i", .subscript = true}}, {}};
  const LaidOutParagraph laid = layout_paragraph(text, style, 100, fonts_, report_);
  const auto& runs = laid.paragraph.lines[0].runs;
  ASSERT_EQ(runs.size(), 3u);
  EXPECT_LT(runs[1].size, runs[0].size);
  EXPECT_NEAR(runs[0].origin.y - runs[1].origin.y, 3.4, 1e-9);
  EXPECT_NEAR(runs[2].origin.y - runs[0].origin.y, 1.4, 1e-9);
  EXPECT_GT(runs[1].baseline_shift, 0);
}

TEST_F(Robustness, AddressesBreakAfterSlashesAlone) {
  const LaidOutParagraph laid = lay_out("https://example.org/some-long-path/with-many-parts/of-an-address", 150);
  ASSERT_GT(laid.paragraph.lines.size(), 1u);
  for (std::size_t i = 0; i + 1 < laid.paragraph.lines.size(); ++i) EXPECT_EQ(laid.paragraph.lines[i].runs.back().text.back(), '/');
}

TEST_F(Robustness, JapaneseTitlesBreakBetweenPhrases) {
  ParagraphStyle style = test::plain_style();
  style.lang = "ja";
  const RichText text{{TextSpan{.text = "会話キャッシュの完全一致検索を先に試す"}}, {}};
  const auto broken = [&](Breaking breaking, Pt width) {
    style.breaking = breaking;
    std::string out;
    for (const Line& line : layout_paragraph(text, style, width, fonts_, report_).paragraph.lines) {
      for (const GlyphRun& run : line.runs) out += run.text;
      out += "|";
    }
    return out;
  };
  EXPECT_EQ(broken(Breaking::balanced, 140), "会話キャッシュの完全|一致検索を先に試す|");
  EXPECT_EQ(broken(Breaking::greedy, 12 * 6.5), "会話キャッ|シュの完全一|致検索を先に|試す|") << "no small kana begins a line";
}

TEST_F(Robustness, SoftHyphensAreSeenWhereALineEndsInOne) {
  const auto shown = [](const LaidOutParagraph& laid) {
    std::string out;
    for (const Line& line : laid.paragraph.lines) {
      for (const GlyphRun& run : line.runs) {
        out += run.text;
        EXPECT_TRUE(run.glyphs.empty() || run.glyphs.back().text_end == run.text.size());
      }
      out += line.soft_break ? "~" : "|";
    }
    return out;
  };
  const std::string word = "Donau\u00ADdampf\u00ADschiff\u00ADfahrt";
  EXPECT_EQ(shown(lay_out(word, 400)), "Donaudampfschifffahrt|");
  const LaidOutParagraph broken = lay_out(word, 90);
  EXPECT_EQ(shown(broken), "Donaudampf-|schifffahrt|");
  EXPECT_LE(broken.width, 90);
}

TEST_F(Robustness, KoreanBreaksBetweenWords) {
  const LaidOutParagraph laid = lay_out("모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다", 90);
  ASSERT_GT(laid.paragraph.lines.size(), 1u);
  for (std::size_t i = 0; i + 1 < laid.paragraph.lines.size(); ++i) EXPECT_EQ(laid.paragraph.lines[i].runs.back().text.back(), ' ');
}

}  // namespace
}  // namespace drawplate
