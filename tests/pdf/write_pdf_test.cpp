#include "pdf/write_pdf.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>

#include "tests/pdf/hand_made.h"

namespace drawplate::test {
namespace {

using testing::HasSubstr;

std::string written(const Document& document, PdfOptions options = {}) {
  const Result<std::string> pdf = write_pdf(document, system_fonts(), options);
  EXPECT_TRUE(pdf) << (pdf ? "" : pdf.error().message);
  if (const char* folder = std::getenv("DRAWPLATE_KEEP")) {
    const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    std::ofstream(std::string(folder) + "/" + name + ".pdf", std::ios::binary) << *pdf;
  }
  return *pdf;
}

TEST(WritePdf, two_runs_are_equal_byte_for_byte) {
  const std::string first = written(two_cards());
  EXPECT_TRUE(first.starts_with("%PDF-1.7\n"));
  EXPECT_TRUE(first.ends_with("%%EOF\n") || first.ends_with("%%EOF"));
  EXPECT_EQ(first, written(two_cards()));
}

}  // namespace
}  // namespace drawplate::test
