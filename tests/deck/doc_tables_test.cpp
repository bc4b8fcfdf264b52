// Reading the documents' tables, which other tests hold the program against.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/doc_tables.h"

namespace drawplate::test {
namespace {

TEST(DocTables, ReadCellsAndCodes) {
  EXPECT_EQ(cells_of("| `a\\|b` | c |"), (std::vector<std::string>{"`a|b`", "c"}));
  EXPECT_EQ(codes_of("`` a`b ``, `c`"), (std::vector<std::string>{"a`b", "c"}));
}

}  // namespace
}  // namespace drawplate::test
