// Where labels break: the kinds of places, and which of them balanced fitting takes.
#include "layout/text/line_break.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/text/text_block.h"
#include "tests/support/plain_style.h"

namespace drawplate {
namespace {

/// The text with a mark at each place: `^` before an operator, `|` plain, `-` hyphen, `v` after an operator, `.` inside a word.
std::string marked(std::string_view text) {
  std::string out;
  std::size_t done = 0;
  for (const BreakChance& chance : find_breaks(text, "en")) {
    if (chance.kind == BreakKind::never) continue;
    out += text.substr(done, chance.at - done);
    out += "^|-v."[static_cast<std::size_t>(chance.kind)];
    done = chance.at;
  }
  return out + std::string(text.substr(done));
}

TEST(FindBreaks, KindsOfPlaces) {
  EXPECT_EQ(marked("lease same id + track committed"), "lease |same |id ^+ vtrack |committed");
  EXPECT_EQ(marked("a -> b → c & d / e"), "a ^-> vb ^→ vc ^& vd ^/ ve");
  EXPECT_EQ(marked("3. Exact lookup"), "3. vExact |lookup");
  EXPECT_EQ(marked("in 3. place"), "in |3. |place");
  EXPECT_EQ(marked("set num_computed_tokens now"), "set |num_computed_tokens |now");
  EXPECT_EQ(marked("Full-attention e-mail"), "Full--attention |e--mail");
  EXPECT_EQ(marked("x-request_id maxBatch-size"), "x-.request_id |maxBatch-.size");
  EXPECT_EQ(marked("--flag C++ a->b paged K/V"), "--flag |C++ |a->b |paged |K/.V");
  EXPECT_EQ(marked("漢字と仮名"), "漢|字|と|仮|名");
  EXPECT_EQ(marked("one\ntwo three"), "one\ntwo |three");
  EXPECT_EQ(marked(""), "");
}

/// Plain words take a shorter way; a line behind them that is not plain sends the same words the long one.
TEST(FindBreaks, PlainWordsBreakAsAllTextDoes) {
  std::mt19937 random(11);
  constexpr std::string_view letters = "aZx_97  .,:";
  for (const std::string_view lang : {"en", "ja", "zh-Hant", "th", "fi", "ar"})
    for (int trial = 0; trial < 400; ++trial) {
      std::string text;
      for (std::size_t i = 0; i < random() % 24; ++i) text += letters[random() % letters.size()];
      const std::vector<BreakChance> plain = find_breaks(text, lang);
      std::vector<BreakChance> full = find_breaks(text + "\n!", lang);
      std::erase_if(full, [&](const BreakChance& chance) { return chance.at >= text.size(); });
      ASSERT_EQ(plain.size(), full.size()) << '"' << text << "\" in " << lang;
      for (std::size_t i = 0; i < plain.size(); ++i) {
        EXPECT_EQ(plain[i].at, full[i].at) << text;
        EXPECT_EQ(plain[i].content_end, full[i].content_end) << text;
        EXPECT_EQ(plain[i].kind, full[i].kind) << text;
      }
    }
}

class BalancedTest : public ::testing::Test {
 protected:
  FontCatalog fonts_ = std::move(*FontCatalog::open_system());
  Report report_;

  /// Lines of 10 pt text in `width`, joined with " | " where soft and " || " where hard.
  std::string broken(const std::string& words, Pt width, Breaking breaking = Breaking::balanced) {
    ParagraphStyle style = test::plain_style(10);
    style.breaking = breaking;
    const LaidOutParagraph laid = layout_paragraph(RichText{{TextSpan{.text = words}}, {}}, style, width, fonts_, report_);
    std::string out;
    for (const Line& line : laid.paragraph.lines) {
      for (const GlyphRun& run : line.runs) out += run.text;
      if (&line == &laid.paragraph.lines.back()) break;
      if (out.ends_with(' ')) out.pop_back();
      out += line.soft_break ? " | " : " || ";
    }
    return out;
  }
};

TEST_F(BalancedTest, FewestLinesThenTheShortestLongest) {
  EXPECT_EQ(broken("6. Decode assistant tokens", 200), "6. Decode assistant tokens");
  EXPECT_EQ(broken("6. Decode assistant tokens", 100), "6. Decode | assistant tokens");
  EXPECT_EQ(broken("6. Decode assistant tokens", 100, Breaking::greedy), "6. Decode assistant | tokens");
  EXPECT_EQ(broken("3. Exact conversation cache lookup", 140), "3. Exact conversation | cache lookup");
  EXPECT_EQ(broken("stream response token by token", 110), "stream response | token by token");
  EXPECT_EQ(broken("publish pending state or discard on failure", 150), "publish pending state | or discard on failure");
  EXPECT_EQ(broken("next request reuses committed conversation head", 70), "next request | reuses | committed | conversation | head");
}

TEST_F(BalancedTest, OperatorsBeginLines) {
  EXPECT_EQ(broken("conversation_id + cache_salt + new suffix messages", 160), "conversation_id + cache_salt | + new suffix messages");
  EXPECT_EQ(broken("set num_computed_tokens + attach committed state", 140), "set num_computed_tokens | + attach committed state");
  EXPECT_EQ(broken("lease same id + track committed messages", 150), "lease same id || + track committed messages");
}

TEST_F(BalancedTest, IdentifiersStayWholeWhileTheyFit) {
  EXPECT_EQ(broken("set num_computed_tokens", 110), "set | num_computed_tokens");
  EXPECT_EQ(broken("conversation_id", 40).find("conversation_id"), std::string::npos);
}

TEST_F(BalancedTest, LongWordsBreakAtSlashesBeforeTheyBreakAnywhere) {
  EXPECT_EQ(broken("registry/namespace/image", 60), "registry/ | namespace/ | image");
}

}  // namespace
}  // namespace drawplate
