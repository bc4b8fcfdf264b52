// Which face a query finds on a system with the packages that the build needs.
#include "fonts/catalog.h"

#include <optional>
#include <string>
#include <utility>

#include <gtest/gtest.h>

namespace drawplate {
namespace {

FontCatalog open_catalog() {
  auto catalog = FontCatalog::open_system();
  EXPECT_TRUE(catalog.has_value());
  return std::move(*catalog);
}

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

TEST(FontCatalog, FindsTheStaticFaceOfEveryWeight) {
  struct Case {
    int weight;
    bool italic;
    const char* file;
  };
  FontCatalog fonts = open_catalog();
  for (const Case& c : {Case{400, false, "Inter-Regular.otf"},
                        {500, false, "Inter-Medium.otf"},
                        {600, false, "Inter-SemiBold.otf"},
                        {700, false, "Inter-Bold.otf"},
                        {400, true, "Inter-Italic.otf"},
                        {700, true, "Inter-BoldItalic.otf"}}) {
    const auto id = fonts.match({"Inter", c.weight, c.italic});
    ASSERT_TRUE(id.has_value());
    EXPECT_EQ(file_name(fonts.face(*id).file()), c.file);
    EXPECT_EQ(fonts.face(*id).weight(), c.weight);
    EXPECT_EQ(fonts.face(*id).italic(), c.italic);
    EXPECT_EQ(fonts.face(*id).family(), "Inter");
    EXPECT_FALSE(fonts.is_substitute(*id));
  }
}

TEST(FontCatalog, OtherFamiliesOfTheThemes) {
  FontCatalog fonts = open_catalog();
  EXPECT_EQ(file_name(fonts.face(*fonts.match({"Roboto Slab", 700})).file()), "RobotoSlab-Bold.otf");
  EXPECT_EQ(file_name(fonts.face(*fonts.match({"jetbrains mono", 400})).file()), "JetBrainsMono-Regular.ttf");
  EXPECT_EQ(fonts.face(*fonts.match({"DejaVu Sans", 400})).style(), "Book");
}

TEST(FontCatalog, IdsCountUpInTheOrderOfFirstUse) {
  FontCatalog fonts = open_catalog();
  EXPECT_EQ(*fonts.match({"Inter", 600}), FaceId{0});
  EXPECT_EQ(*fonts.match({"Inter", 400}), FaceId{1});
  EXPECT_EQ(*fonts.match({"INTER", 600}), FaceId{0});
  EXPECT_EQ(fonts.size(), 2u);
}

TEST(FontCatalog, AVariableFaceIsTakenForAWeightThatNoStaticFaceHas) {
  FontCatalog fonts = open_catalog();
  const bool is_apart = !fonts.is_substitute(*fonts.match({"Inter Variable", 400}));  // how Inter 4 and later call it
  const Face& face = fonts.face(*fonts.match({is_apart ? "Inter Variable" : "Inter", 650}));
  EXPECT_EQ(face.weight(), 650);
  EXPECT_EQ(face.place().variations, "wght=650");
}

TEST(FontCatalog, AFamilyThatIsNotInstalledIsReplacedAndSaysSo) {
  FontCatalog fonts = open_catalog();
  const auto id = fonts.match({"No Such Family", 700});
  ASSERT_TRUE(id.has_value());
  EXPECT_TRUE(fonts.is_substitute(*id));
  EXPECT_TRUE(fonts.face(*id).has_glyph('x'));
  EXPECT_EQ(fonts.face(*id).weight(), 700);
  EXPECT_FALSE(fonts.is_substitute(*fonts.match({"sans-serif", 400})));
}

TEST(FontCatalog, FallbackFindsAFaceForScriptsThatInterLacks) {
  FontCatalog fonts = open_catalog();
  for (const char32_t character : {U'ש', U'ع', U'अ', U'ไ', U'√', U'\u2603'}) {
    const auto id = fonts.fallback(character, {"Inter", 600}, "en");
    ASSERT_TRUE(id.has_value()) << static_cast<unsigned>(character);
    EXPECT_TRUE(fonts.face(*id).has_glyph(character));
    EXPECT_EQ(fonts.fallback(character, {"Inter", 600}, "en"), id);
  }
  EXPECT_EQ(fonts.fallback(U'\U0010FFFD', {"Inter", 400}, ""), std::nullopt);
}

}  // namespace
}  // namespace drawplate
