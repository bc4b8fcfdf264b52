// Faces as they are opened: names that other programs ask for, metrics, outlines.
#include "fonts/face.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fonts/catalog.h"

namespace drawplate {
namespace {

std::shared_ptr<const Face> open(Face::Place place) {
  auto face = Face::open(place);
  EXPECT_TRUE(face.has_value()) << face.error().message;
  return *face;
}

const char* const semi_bold = "/usr/share/fonts/opentype/inter/Inter-SemiBold.otf";
const char* const bold = "/usr/share/fonts/opentype/inter/Inter-BoldItalic.otf";
/// Inter as one face with an axis; releases of its package call the file differently.
std::string variable_file() {
  const std::filesystem::path folder = "/usr/share/fonts/truetype/inter-vf";
  for (const char* name : {"Inter-roman.var.ttf", "InterVariable.ttf", "Inter.var.ttf"})
    if (std::filesystem::exists(folder / name)) return (folder / name).string();
  ADD_FAILURE() << "no variable face in " << folder;
  return {};
}
const char* const dejavu = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";

TEST(Face, NamesOfAWeightThatOfficeKnowsAsAFamily) {
  const auto face = open({.file = semi_bold, .weight = 600});
  EXPECT_EQ(face->family(), "Inter");
  EXPECT_EQ(face->legacy_family(), "Inter SemiBold");
  EXPECT_EQ(face->postscript_name(), "Inter-SemiBold");
  EXPECT_FALSE(face->legacy_bold());
  EXPECT_TRUE(face->is_cff());
  EXPECT_TRUE(face->may_be_embedded());
}

TEST(Face, NamesOfAStyleLinkedFace) {
  const auto face = open({.file = bold, .weight = 700, .italic = true});
  EXPECT_EQ(face->legacy_family(), "Inter");
  EXPECT_EQ(face->style(), "Bold Italic");
  EXPECT_TRUE(face->legacy_bold());
  EXPECT_TRUE(face->legacy_italic());
  EXPECT_LT(face->metrics().italic_angle, -5);
}

TEST(Face, MetricsOfInter) {
  const auto face = open({.file = semi_bold, .weight = 600});
  const FaceMetrics& m = face->metrics();
  EXPECT_NEAR(m.cap_height, 0.727, 0.001);
  EXPECT_NEAR(m.x_height, 0.546, 0.01);
  EXPECT_NEAR(m.ascent, 0.969, 0.001);
  EXPECT_NEAR(m.descent, 0.242, 0.001);
  EXPECT_LT(m.underline_position, 0);
  EXPECT_GT(m.strike_position, 0.2);
}

TEST(Face, AVariableFaceIsPinned) {
  const std::string variable = variable_file();
  const auto regular = open({.file = variable, .variations = "wght=400", .weight = 400});
  const auto heavy = open({.file = variable, .variations = "wght=600", .weight = 600});
  const auto is_static = open({.file = semi_bold, .weight = 600});
  EXPECT_EQ(heavy->style(), "SemiBold");
  EXPECT_EQ(heavy->legacy_family(), regular->family() + " SemiBold");
  EXPECT_THAT(heavy->postscript_name(), testing::EndsWith("-SemiBold"));
  EXPECT_GT(heavy->advance(*heavy->nominal_glyph('m')), regular->advance(*regular->nominal_glyph('m')));
  EXPECT_NEAR(heavy->advance(*heavy->nominal_glyph('m')), is_static->advance(*is_static->nominal_glyph('m')), 0.002);
  EXPECT_FALSE(heavy->is_cff());
}

TEST(Face, OutlinesStandOnTheBaselineWithYDown) {
  for (const std::string& file : {std::string(semi_bold), variable_file(), std::string(dejavu)}) {
    const auto face = open({.file = file});
    const Path path = face->outline(*face->nominal_glyph('H'));
    ASSERT_FALSE(path.empty()) << file;
    double top = 1, bottom = -1;
    for (const PathElement& e : path.elements) {
      if (e.kind == PathElement::Kind::close) continue;
      top = std::min(top, e.to.y);
      bottom = std::max(bottom, e.to.y);
    }
    EXPECT_NEAR(top, -face->metrics().cap_height, 0.003) << file;
    EXPECT_NEAR(bottom, 0, 0.003) << file;
    EXPECT_EQ(path.elements.front().kind, PathElement::Kind::move);
    EXPECT_EQ(path.elements.back().kind, PathElement::Kind::close);
  }
}

TEST(Face, GlyphsItHasAndHasNot) {
  const auto face = open({.file = semi_bold});
  EXPECT_TRUE(face->has_glyph('A'));
  EXPECT_FALSE(face->has_glyph(0x4E2D));
  EXPECT_TRUE(face->outline(*face->nominal_glyph(' ')).empty());
}

TEST(Face, WhatIsNoFontFailsWithItsName) {
  const auto missing = Face::open({.file = "/nowhere/none.otf"});
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.error().message, "cannot read the font /nowhere/none.otf");
  const auto text = Face::open({.file = "/etc/passwd"});
  ASSERT_FALSE(text.has_value());
  EXPECT_EQ(text.error().message, "the font /etc/passwd is none that can be read");
  EXPECT_FALSE(Face::open({.file = semi_bold, .index = 7}).has_value());
}

}  // namespace
}  // namespace drawplate
