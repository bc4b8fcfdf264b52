#include "pdf/syntax.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace drawplate::pdf {
namespace {

std::string number(double value) {
  std::string out;
  append_number(out, value);
  return out;
}

TEST(Syntax, numbers_are_short_and_plain) {
  EXPECT_EQ(number(0), "0");
  EXPECT_EQ(number(-0.0), "0");
  EXPECT_EQ(number(-0.0004), "0");
  EXPECT_EQ(number(12), "12");
  EXPECT_EQ(number(100), "100");
  EXPECT_EQ(number(1.5), "1.5");
  EXPECT_EQ(number(-2.25), "-2.25");
  EXPECT_EQ(number(1.0 / 3), "0.333");
  EXPECT_EQ(number(0.0006), "0.001");
  EXPECT_EQ(number(1e-9), "0");
  EXPECT_EQ(number(1e300), "1000000000");
}

TEST(Syntax, names_escape_what_is_not_regular) {
  std::string out;
  append_name(out, "F1");
  append_name(out, "a b#/(");
  append_name(out, "\xC3\xA9");
  EXPECT_EQ(out, "/F1/a#20b#23#2F#28/#C3#A9");
}

TEST(Syntax, text_is_ascii_or_utf16) {
  EXPECT_EQ(text_string_bytes("plain (text)"), "plain (text)");
  EXPECT_EQ(text_string_bytes("\xC3\xA9"), std::string("\xFE\xFF\0\xE9", 4));
  std::string out;
  append_text_string(out, "a\xF0\x9F\x98\x80");
  EXPECT_EQ(out, "<FEFF0061D83DDE00>");
}

TEST(Syntax, broken_utf8_becomes_the_replacement_character) {
  for (const std::string_view broken : {"\x80", "\xC3", "\xF5", "\xFF"})
    EXPECT_EQ(text_string_bytes(broken), "\xFE\xFF\xFF\xFD") << broken.size();
  EXPECT_EQ(text_string_bytes("a\xC3z"), std::string_view("\xFE\xFF\0a\xFF\xFD\0z", 8));
}

}  // namespace
}  // namespace drawplate::pdf
