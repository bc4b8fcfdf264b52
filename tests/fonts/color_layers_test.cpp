// Faces in colours: their layers as the face states them, and that emoji alone are set in them.
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "fonts/catalog.h"
#include "tests/support/color_font.h"
#include "tests/support/command_output.h"

namespace drawplate {
namespace {

TEST(ColorLayers, AreReadWithTheirColours) {
  const test::TemporaryFile file(".ttf", test::color_font());
  const auto face = Face::open({.file = file.path()});
  ASSERT_TRUE(face) << face.error().message;
  ASSERT_TRUE((*face)->has_color_layers());
  const std::uint32_t smile = *(*face)->nominal_glyph(U'\U0001F600');
  const std::vector<ColorLayer> layers = (*face)->color_layers(smile);
  ASSERT_EQ(layers.size(), 3u);
  EXPECT_EQ(layers[0].glyph, smile);
  EXPECT_EQ(layers[0].color, (Rgb{255, 200, 0}));
  EXPECT_EQ(layers[0].alpha, 1);
  EXPECT_EQ(layers[1].glyph, (*face)->nominal_glyph('o'));
  EXPECT_EQ(layers[1].color, (Rgb{0, 0, 255}));
  EXPECT_NEAR(layers[1].alpha, 0.5, 0.01);
  EXPECT_EQ(layers[2].color, std::nullopt);
  EXPECT_TRUE((*face)->color_layers(*(*face)->nominal_glyph('x')).empty());
}

TEST(ColorLayers, EmojiPreferAFaceInColoursAndLettersNeverTakeOne) {
  const test::ColorFontInstalled installed;
  FontCatalog fonts = std::move(*FontCatalog::open_system());
  const auto emoji = fonts.fallback(U'\U0001F600', {.family = "Inter", .emoji = true}, "en");
  ASSERT_TRUE(emoji);
  EXPECT_EQ(fonts.face(*emoji).family(), "Color Test");
  const auto letter = fonts.fallback(U'\u10D0', {"Inter", 400}, "ka");
  ASSERT_TRUE(letter);
  EXPECT_NE(fonts.face(*letter).family(), "Color Test");
  EXPECT_TRUE(fonts.is_substitute(*fonts.match({"Color Test", 400})));
}

}  // namespace
}  // namespace drawplate
