#include "pdf/metadata.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include <gmock/gmock.h>

#include "tests/pdf/dump_objects.h"
#include "tests/support/golden.h"

namespace drawplate::pdf {
namespace {

Document with_meta(Meta meta) {
  Document document;
  document.meta = std::move(meta);
  return document;
}

Document at_time(std::int64_t created) {
  Document document;
  document.meta.created = created;
  return document;
}

TEST(Metadata, info_and_packet_say_the_same) {
  const Document document = with_meta({"Cards <& lines>", "A. Author", "A \"subject\"", "en-GB", 1709209805});  // a leap day
  EXPECT_EQ(test::dump(info_dict(document, "00FF")),
            "<<Title (Cards <& lines>) Creator (drawplate) Producer (drawplate) Author (A. Author) Subject (A \"subject\") "
            "CreationDate (D:20240229123005Z) ModDate (D:20240229123005Z) ContentKey (00FF)>>");
  test::expect_golden("pdf/packet.xml", xmp_packet(document));
}

TEST(Metadata, times_beyond_four_digit_years_are_held_in) {
  EXPECT_THAT(test::dump(info_dict(at_time(0), "")), testing::HasSubstr("(D:19700101000000Z)"));
  EXPECT_THAT(test::dump(info_dict(at_time(INT64_MAX), "")), testing::HasSubstr("(D:99991231235959Z)"));
  EXPECT_THAT(test::dump(info_dict(at_time(INT64_MIN), "")), testing::HasSubstr("(D:00010101000000Z)"));
}

TEST(Metadata, there_is_always_a_title) {
  Document document;
  EXPECT_EQ(title_of(document), "Diagram");
  document.pages.resize(2);
  document.pages[1].title = "Second";
  EXPECT_EQ(title_of(document), "Second");
  document.meta.title = "Whole";
  EXPECT_EQ(title_of(document), "Whole");
}

std::uint32_t u32(const std::string& bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

TEST(Metadata, profile_is_well_formed) {
  const std::string profile = srgb_profile();
  EXPECT_EQ(u32(profile, 0), profile.size());
  EXPECT_EQ(profile.substr(12, 12), "mntrRGB XYZ ");
  EXPECT_EQ(profile.substr(36, 4), "acsp");
  const std::size_t tags = u32(profile, 128);
  ASSERT_EQ(tags, 10u);
  double sum[3] = {};
  for (std::size_t i = 0; i < tags; ++i) {
    const std::size_t entry = 132 + 12 * i, offset = u32(profile, entry + 4), size = u32(profile, entry + 8);
    EXPECT_EQ(offset % 4, 0u);
    ASSERT_LE(offset + size, profile.size());
    if (profile.substr(entry + 1, 3) != "XYZ") continue;
    for (std::size_t k = 0; k < 3; ++k) sum[k] += u32(profile, offset + 8 + 4 * k) / 65536.0;
  }
  EXPECT_NEAR(sum[0], 0.9642, 2e-4);  // the primaries add up to white
  EXPECT_NEAR(sum[1], 1.0, 2e-4);
  EXPECT_NEAR(sum[2], 0.8249, 4e-4);
}

}  // namespace
}  // namespace drawplate::pdf
