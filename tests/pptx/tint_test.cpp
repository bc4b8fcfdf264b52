// Tints of theme colours: exact, or not at all.
#include "pptx/tint.h"

#include <gtest/gtest.h>

namespace drawplate {
namespace {

TEST(Tint, ChangesLightnessAlone) {
  EXPECT_EQ(tinted({0x4A, 0x8C, 0xF7}, {100000, 0}), (Rgb{0x4A, 0x8C, 0xF7}));
  EXPECT_EQ(tinted({0xFF, 0x00, 0x00}, {20000, 80000}), (Rgb{0xFF, 0xCC, 0xCC}));
  EXPECT_EQ(tinted({0x00, 0x80, 0x00}, {50000, 0}), (Rgb{0x00, 0x40, 0x00}));
  EXPECT_EQ(tinted({0x80, 0x80, 0x80}, {0, 100000}), (Rgb{0xFF, 0xFF, 0xFF}));
}

TEST(Tint, IsFoundWhereItIsExact) {
  const Rgb blue{0x4A, 0x8C, 0xF7}, pale{0xE9, 0xF1, 0xFE};
  const auto tint = find_tint(blue, pale);
  ASSERT_TRUE(tint);
  EXPECT_EQ(tinted(blue, *tint), pale);
  EXPECT_EQ(tint->lum_mod + tint->lum_off, 100000);
  EXPECT_FALSE(find_tint(blue, {0x25, 0x63, 0xD8})) << "another hue and saturation";
  EXPECT_FALSE(find_tint({0x80, 0x80, 0x80}, {0xE9, 0xF1, 0xFE}));
}

TEST(Tint, EveryTintOfEveryColourIsFoundAgain) {
  for (const Rgb base : {Rgb{0x4A, 0x8C, 0xF7}, Rgb{0x46, 0xB5, 0x7E}, Rgb{0xEC, 0x6A, 0x6A}, Rgb{0x11, 0x11, 0x11}, Rgb{0xFF, 0xFF, 0x00}})
    for (int share = 0; share <= 100; share += 5)
      for (const Tint tint : {Tint{share * 1000, 100000 - share * 1000}, Tint{share * 1000, 0}}) {
        const Rgb wanted = tinted(base, tint);
        const auto found = find_tint(base, wanted);
        ASSERT_TRUE(found) << to_hex(base) << " " << share;
        EXPECT_EQ(tinted(base, *found), wanted);
      }
}

}  // namespace
}  // namespace drawplate
