#include "fonts/cff_charset.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

namespace drawplate {
namespace {

std::string bytes(std::initializer_list<int> values) {
  std::string out;
  for (const int value : values) out += static_cast<char>(value);
  return out;
}

/// A program of header, one name and one top dictionary, and then the charset, whose place is 28.
std::string program(const std::string& top_dict, const std::string& charset) {
  std::string cff = bytes({1, 0, 4, 1}) + bytes({0, 1, 1, 1, 2, 'A'});
  cff += bytes({0, 1, 1, 1, static_cast<int>(1 + top_dict.size())}) + top_dict;
  cff.resize(28, '\0');
  return cff + charset;
}

const std::string cid_keyed = bytes({139, 140, 28, 1, 0, 12, 30, 28, 0, 28, 15});  // 0 1 256 ROS, 28 charset
const std::string name_keyed = bytes({28, 0, 28, 15});

TEST(CffCharset, name_keyed_programs_have_none) { EXPECT_FALSE(read_cff_charset(program(name_keyed, bytes({0, 0, 5})), 2).is_cid_keyed); }

TEST(CffCharset, all_three_formats) {
  const auto cids = [](const std::string& charset) { return read_cff_charset(program(cid_keyed, charset), 5).cids; };
  EXPECT_EQ(cids(bytes({0, 0, 7, 0, 9, 1, 0, 2, 0})), (std::vector<std::uint16_t>{0, 7, 9, 256, 512}));
  EXPECT_EQ(cids(bytes({1, 0, 7, 1, 1, 0, 1})), (std::vector<std::uint16_t>{0, 7, 8, 256, 257}));
  EXPECT_EQ(cids(bytes({2, 0, 7, 0, 200})), (std::vector<std::uint16_t>{0, 7, 8, 9, 10}));
}

TEST(CffCharset, every_cut_program_is_read_without_harm) {
  const std::string whole = program(cid_keyed, bytes({0, 0, 7, 0, 9, 1, 0, 2, 0}));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const CffCharset charset = read_cff_charset(std::string_view(whole).substr(0, size), 5);
    EXPECT_EQ(charset.cids.size(), charset.is_cid_keyed ? 5u : 0u) << size;
  }
}

}  // namespace
}  // namespace drawplate
