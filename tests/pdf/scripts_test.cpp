// Texts as layout really shapes them: every script the machine has faces for goes through fallback, subsetting and ToUnicode.
#include <gmock/gmock.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/text/text_block.h"
#include "pdf/font_objects.h"
#include "pdf/write_pdf.h"
#include "tests/pdf/hand_made.h"
#include "tests/support/plain_style.h"

namespace drawplate::test {
namespace {

TextBlock laid_out(std::string text, Rect box, Pt size) {
  ParagraphStyle style = test::plain_style(size);
  style.color = ink;
  style.link_color = blue;
  RichText rich;
  rich.spans.push_back({std::move(text)});
  Report report;
  const LaidOutParagraph laid = layout_paragraph(rich, style, box.width, system_fonts(), report);
  TextBlock block;
  block.box = {0, 0, box.width, laid.height};
  block.paragraphs.push_back(laid.paragraph);
  return moved_by(std::move(block), {box.x, box.y});
}

constexpr std::string_view texts[] = {
    "Office affine fjord \xE2\x80\x94 na\xC3\xAFve caf\xC3\xA9, AVATAR",
    "\xCE\x91\xCE\xB8\xCE\xAE\xCE\xBD\xCE\xB1 and A, Z and \xCE\x96",
    "q\xCC\x83 x\xCC\x84\xCC\x81 combining marks",
    "\xD8\xA7\xD9\x84\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85 \xD8\xB9\xD9\x84\xD9\x8A\xD9\x83\xD9\x85",
    "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D world",
    "\xE0\xA4\xA8\xE0\xA4\xAE\xE0\xA4\xB8\xE0\xA5\x8D\xE0\xA4\xA4\xE0\xA5\x87 "
    "\xE0\xA4\x95\xE0\xA5\x8D\xE0\xA4\xB7\xE0\xA4\xA4\xE0\xA5\x8D\xE0\xA4\xB0\xE0\xA4\xBF\xE0\xA4\xAF",
    "\xE0\xB8\xAA\xE0\xB8\xA7\xE0\xB8\xB1\xE0\xB8\xAA\xE0\xB8\x94\xE0\xB8\xB5\xE0\xB8\x8A\xE0\xB8\xB2\xE0\xB8\xA7\xE0\xB9\x82\xE0\xB8\xA5"
    "\xE0\xB8\x81",
    "\xE6\xB1\x89\xE5\xAD\x97 \xE3\x81\x8B\xE3\x81\xAA",
    "\xF0\x9F\x98\x80 \xF0\x9D\x94\x98 \xEE\x80\x80",
    "a\xC2\xA0no\xE2\x80\x91"
    "break\xC2\xADhere and a long tail that wraps onto a second line",
};

TEST(Scripts, all_texts_are_written) {
  std::vector<Item> items;
  std::vector<ItemId> order;
  Pt y = 20;
  for (const std::string_view text : texts) {
    const auto id = static_cast<std::uint32_t>(items.size() + 1);
    items.push_back(item(id, "text", Role::text, laid_out(std::string(text), {20, y, 260, 20}, 16)));
    order.push_back(ItemId{id});
    y += std::get<TextBlock>(items.back().what).box.height + 8;
  }
  Document document = one_page({300, y + 20}, std::move(items));
  document.pages[0].reading_order = order;
  const Result<std::string> pdf = write_pdf(document, system_fonts(), {});
  ASSERT_TRUE(pdf) << pdf.error().message;
  EXPECT_EQ(*pdf, *write_pdf(document, system_fonts(), {}));
  if (const char* folder = std::getenv("DRAWPLATE_KEEP")) std::ofstream(std::string(folder) + "/scripts.pdf", std::ios::binary) << *pdf;
}

}  // namespace
}  // namespace drawplate::test
