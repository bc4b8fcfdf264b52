// Colours of code, by letters: .plain, k keyword, t type, f function, s string, n number, c comment, v variable, a annotation.
#include "deck/highlight.h"

#include <gtest/gtest.h>

#include <random>

namespace drawplate {
namespace {

std::string colored(std::vector<std::string> lines, std::string_view language, std::string folder = Highlighter::default_folder) {
  Highlighter highlighter(std::move(folder));
  std::string out;
  for (const auto& spans : highlighter.highlight(lines, language)) {
    for (const CodeSpan& span : spans) out += std::string(1, ".ktfsncvae"[static_cast<std::size_t>(span.token)]) + "<" + span.text + ">";
    out += "\n";
  }
  return out;
}

TEST(Highlight, ColoursByTheLanguagesGrammar) {
  EXPECT_EQ(colored({"def f(a):  # note", "    return \"x\" + 1"}, "python"),
            "k<def >f<f>.<(a):  >c<# note>\n.<    >k<return >s<\"x\" >.<+ >n<1>\n");
  EXPECT_EQ(colored({"/* a", "b */ int x = 0;"}, "c++"), "c</* a>\nc<b */ >t<int >.<x = >n<0>.<;>\n");
  EXPECT_EQ(colored({"{\"a\": [1, true]}"}, "json"), ".<{>n<\"a\": >.<[>n<1>.<, >k<true>.<]}>\n");
}

TEST(Highlight, WhatIsNotKnownStaysPlain) {
  EXPECT_EQ(colored({"a = 1", ""}, "no-such-language"), ".<a = 1>\n\n");
  EXPECT_EQ(colored({"a = 1"}, ""), ".<a = 1>\n");
  EXPECT_EQ(colored({"a = 1"}, "../../etc/passwd"), ".<a = 1>\n");
  EXPECT_EQ(colored({"a = 1"}, "python", "/no/such/folder"), ".<a = 1>\n");
}

TEST(Highlight, KeepsEveryByteOfAnyCode) {
  constexpr std::string_view words[] = {"def ", "\"",    "'", "/*",  "*/",       "#",  "{", "}",  "(",   ")",  "\\",
                                        "f\"{", "<<EOF", "é", "0x1", "<a href=", "//", "`", "${", "-->", "\t", "'''"};
  std::mt19937 random(3);
  Highlighter highlighter;
  for (const std::string_view language :
       {"python", "cpp", "sh", "json", "html", "js", "typescript", "rust", "yaml", "markdown", "latex", "ruby", "perl", "php"}) {
    EXPECT_TRUE(highlighter.knows(language)) << language;
    for (int round = 0; round < 15; ++round) {
      std::vector<std::string> lines(4);
      for (std::string& line : lines)
        for (std::size_t length = random() % 12; length > 0; --length) line += words[random() % std::size(words)];
      const auto spans = highlighter.highlight(lines, language);
      ASSERT_EQ(spans.size(), lines.size());
      for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string joined;
        for (const CodeSpan& span : spans[i]) joined += span.text;
        EXPECT_EQ(joined, lines[i]) << language;
      }
    }
  }
}

}  // namespace
}  // namespace drawplate
