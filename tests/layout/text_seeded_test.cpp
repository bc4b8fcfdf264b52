// Texts nobody would write: seeded mixtures of scripts, marks, controls and spans. No layout may crash, lose a byte or leave
// the page model's invariants.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <utility>

#include "layout/page/validate.h"
#include "layout/text/text_block.h"
#include "tests/support/plain_style.h"

namespace drawplate {
namespace {

constexpr std::array pieces = {"a",      "b",      "_",      "Z",      "1",      " ",         " ",   " ",    "\n",     "-",
                               "/",      " + ",    "->",     "(",      ")",      ".",         "ffi", "ש",    "ב",      "ع",
                               "لا",     "١",      "क",      "्",       "ि",      "ก",         "ำ",   "中",   "あ",     "\u0301",
                               "\u200D", "\u200F", "\u202E", "\u202C", "\u2066", "\u2069",    "👩",   "🏻", "\uFE0F", "\u00A0",
                               "\u00AD", "\u200B", "→",      "ᄀ",     "ᅡ",     "\U0010FFFD"};

RichText random_text(std::mt19937& random) {
  RichText text;
  for (auto spans = random() % 4; spans-- > 0;) {
    TextSpan span;
    for (auto length = random() % 25; length-- > 0;) span.text += pieces[random() % pieces.size()];
    span.bold = random() % 3 == 0;
    span.code = random() % 4 == 0;
    text.spans.push_back(std::move(span));
  }
  return text;
}

/// Without hyphens: a soft one is seen where a line is broken at it.
std::string sorted_bytes(const LaidOutParagraph& laid) {
  std::string bytes;
  for (const Line& line : laid.paragraph.lines)
    for (const GlyphRun& run : line.runs) bytes += run.text;
  std::erase(bytes, '-');
  std::sort(bytes.begin(), bytes.end());
  return bytes;
}

TEST(SeededText, KeepsTheLawsOfThePage) {
  FontCatalog fonts = std::move(*FontCatalog::open_system());
  Report report;
  for (unsigned seed = 0; seed < 400; ++seed) {
    std::mt19937 random(seed);
    const RichText text = random_text(random);
    ParagraphStyle style = test::plain_style(10);
    style.text.letter_spacing = random() % 2 == 0 ? -0.01 : 0;
    style.code.size = 0.9;
    style.breaking = random() % 2 == 0 ? Breaking::balanced : Breaking::greedy;
    style.align = static_cast<Align>(random() % 3);
    const Pt width = 1 + random() % 300;
    const LaidOutParagraph laid = layout_paragraph(text, style, width, fonts, report);
    EXPECT_EQ(sorted_bytes(laid), sorted_bytes(layout_paragraph(text, style, 1e6, fonts, report))) << seed;
    EXPECT_GE(laid.frame_width, laid.width) << seed;

    Item item;
    item.name = "text";
    item.what = TextBlock{{0, 0, width, laid.height}, Anchor::top, {laid.paragraph}};
    Document document;
    document.pages.resize(1);
    document.pages[0].size = {500, 500};
    document.pages[0].reading_order = {item.id};
    document.pages[0].items.push_back(std::move(item));
    EXPECT_THAT(validate(document, fonts), ::testing::IsEmpty()) << seed;
  }
}

}  // namespace
}  // namespace drawplate
