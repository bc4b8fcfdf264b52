#include "fonts/subset.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "fonts/catalog.h"

namespace drawplate {
namespace {

class Subset : public testing::Test {
 protected:
  void SetUp() override {
    Result<FontCatalog> opened = FontCatalog::open_system();
    ASSERT_TRUE(opened);
    fonts_.emplace(std::move(*opened));
  }

  const Face& face(std::string_view family, int weight) {
    const Result<FaceId> id = fonts_->match({family, weight, false});
    EXPECT_TRUE(id);
    return fonts_->face(*id);
  }

  std::optional<FontCatalog> fonts_;
};

std::vector<std::uint16_t> glyphs_of(const Face& face, std::string_view ascii) {
  std::vector<std::uint16_t> glyphs;
  for (const char c : ascii) glyphs.push_back(static_cast<std::uint16_t>(*face.nominal_glyph(static_cast<unsigned char>(c))));
  return glyphs;
}

TEST_F(Subset, cff_outlines_come_as_a_bare_table) {
  const Face& inter = face("Inter", 400);
  const Result<FontProgram> program = subset_font(inter, glyphs_of(inter, "Subset"));
  ASSERT_TRUE(program);
  EXPECT_EQ(program->format, FontProgram::Format::bare_cff);
  EXPECT_EQ(program->bytes.substr(0, 3), std::string("\x01\x00\x04", 3));
  EXPECT_LT(program->bytes.size(), 10000u);
  EXPECT_EQ(program->cids.size(), 7u);  // S u b s e t and the missing glyph
  EXPECT_EQ(program->cids.at(0), 0);
}

TEST_F(Subset, codes_are_numbered_anew_and_without_holes) {
  const Face& inter = face("Inter", 400);
  const Result<FontProgram> program = subset_font(inter, glyphs_of(inter, "zebra"));
  ASSERT_TRUE(program);
  std::vector<std::uint16_t> codes;
  for (const auto& [glyph, cid] : program->cids) codes.push_back(cid);
  std::ranges::sort(codes);
  EXPECT_EQ(codes, (std::vector<std::uint16_t>{0, 1, 2, 3, 4, 5}));
}

TEST_F(Subset, truetype_outlines_come_as_an_sfnt_without_variations) {
  const Face& mono = face("JetBrains Mono", 400);
  ASSERT_FALSE(mono.is_cff());
  const Result<FontProgram> program = subset_font(mono, glyphs_of(mono, "Mono"));
  ASSERT_TRUE(program);
  EXPECT_EQ(program->format, FontProgram::Format::true_type);
  EXPECT_EQ(program->bytes.substr(0, 4), std::string("\0\1\0\0", 4));
  for (const std::string_view table : {"fvar", "gvar", "GSUB", "GPOS", "name", "cmap"})
    EXPECT_EQ(program->bytes.find(table), std::string::npos) << table;
}

TEST_F(Subset, equal_wishes_give_equal_bytes) {
  const Face& inter = face("Inter", 600);
  EXPECT_EQ(subset_font(inter, glyphs_of(inter, "abc"))->bytes, subset_font(inter, glyphs_of(inter, "cba"))->bytes);
}

TEST_F(Subset, the_box_is_in_ems) {
  const auto box = subset_font(face("Inter", 400), {})->box;
  EXPECT_LT(box[0], 0);
  EXPECT_LT(box[1], 0);
  EXPECT_GT(box[2], 1);
  EXPECT_GT(box[3], 0.9);
  EXPECT_LT(box[3], 3);
}

TEST_F(Subset, glyphs_that_the_face_lacks_are_left_out) {
  const Face& inter = face("Inter", 400);
  const std::vector<std::uint16_t> glyphs{1, 65535};
  const Result<FontProgram> program = subset_font(inter, glyphs);
  ASSERT_TRUE(program);
  EXPECT_FALSE(program->cids.contains(65535));
}

}  // namespace
}  // namespace drawplate
