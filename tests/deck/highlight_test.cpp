// Colours of code, by letters: .plain, k keyword, t type, f function, s string, n number, c comment, v variable, a annotation.
#include "deck/highlight/highlight.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "deck/markdown/markdown_blocks.h"
#include "deck/markdown/markdown_deck.h"
#include "deck/model/deck.h"
#include "deck/read_deck.h"
#include "deck/syntax/arguments.h"

namespace drawplate {
namespace {

const std::vector<std::string> own_folder = {DRAWPLATE_SOURCE_DIR "/tests/deck/inputs/languages"};

std::string colored(std::vector<std::string> lines, std::string_view language, const std::vector<std::string>& folders = own_folder) {
  Highlighter highlighter(folders);
  std::string out;
  for (const auto& spans : highlighter.highlight(lines, language)) {
    for (const CodeSpan& span : spans) out += std::string(1, ".ktfsncvae"[static_cast<std::size_t>(span.token)]) + "<" + span.text + ">";
    out += "\n";
  }
  return out;
}

TEST(Highlight, ColoursByTheLanguagesGrammar) {
  EXPECT_EQ(colored({"LET a = \"x$(y)\" + 1  ; note", "print a"}, "small"),
            "k<LET >.<a = >s<\"x>a<$(>s<y>a<)>s<\" >.<+ >n<1  >c<; note>\nf<print >.<a>\n");
  EXPECT_EQ(colored({"(* a", "b *) LET"}, "small"), "c<(* a>\nc<b *) >k<LET>\n");
  EXPECT_EQ(colored({"<<END", "LET", "END", "LET"}, "small"), "s<<<END>\ns<LET>\ns<END>\nk<LET>\n");
}

TEST(Highlight, MermaidIsOurOwn) {
  for (const auto& folders : {own_folder, std::vector<std::string>{}})
    EXPECT_EQ(colored({"sequenceDiagram %% who", "  loop daily", "  A->>B: ask \"twice\"", "  end"}, "mermaid", folders),
              "t<sequenceDiagram >c<%% who>\nk<  loop >.<daily>\n.<  A>a<->>>.<B: ask >s<\"twice\">\nk<  end>\n");
}

/// A piece of each language that decks have, and a word in it that must not stay plain.
TEST(Highlight, LanguagesOfDecksAreColoured) {
  constexpr struct {
    std::string_view language, code, word;
  } pieces[] = {{"python", "def f(a): return 1", "return"},
                {"c", "static int x = 0; /* a */", "static"},
                {"cpp", "namespace a { class B; }", "class"},
                {"rust", "fn main() { let x = 1; }", "let"},
                {"go", "func main() { return }", "func"},
                {"java", "public class A { }", "public"},
                {"kotlin", "fun main() { val x = 1 }", "val"},
                {"typescript", "const a: number = 1;", "const"},
                {"javascript", "const a = 'b';", "const"},
                {"csharp", "public class A { }", "public"},
                {"swift", "let x = \"a\"", "let"},
                {"sql", "SELECT a FROM b", "SELECT"},
                {"bash", "if true; then echo \"a\"; fi", "then"},
                {"yaml", "a: \"b\" # c", "# c"},
                {"json", "{\"a\": true}", "true"},
                {"toml", "a = \"b\" # c", "\"b\""},
                {"html", "<p class=\"a\">b</p>", "\"a\""},
                {"css", "a { color: #fff; }", "color"},
                {"dockerfile", "FROM debian:12", "FROM"},
                {"terraform", "resource \"a\" \"b\" { }", "\"a\""},
                {"protobuf", "message A { string b = 1; }", "message"},
                {"latex", "\\section{A} % b", "% b"},
                {"r", "f <- function(x) TRUE", "TRUE"},
                {"julia", "function f(x) end", "function"},
                {"haskell", "module A where", "module"},
                {"mermaid", "flowchart LR", "flowchart"},
                {"diff", "-a", "-a"}};
  Highlighter highlighter;
  ASSERT_TRUE(highlighter.has_grammars());
  for (const auto& piece : pieces) {
    EXPECT_TRUE(highlighter.knows(piece.language)) << piece.language;
    bool found = false;
    const auto lines = highlighter.highlight({std::string(piece.code)}, piece.language);
    for (const CodeSpan& span : lines.front())
      found = found || (span.token != CodeToken::plain && span.text.find(piece.word) != std::string::npos);
    EXPECT_TRUE(found) << piece.language << ": " << piece.word;
  }
}

/// What read_markdown says of a deck where no definitions are installed.
TEST(Highlight, WithoutGrammarsOneWarningNamesThePackage) {
  SourceSet sources;
  const SourceId source = sources.add({"talk.md", "```python\na\n```\n\n```go\nb\n```\n\n```text\nc\n```\n"});
  const Arguments arguments;
  Report report;
  Deck deck;
  Highlighter highlighter(std::vector<std::string>{"/no/such/folder"});
  MarkdownContext context{sources, source, arguments, report, deck, highlighter};
  draft_deck(context);
  EXPECT_EQ(render_text(report, sources),
            "talk.md:1:4: warning: code stays in one colour: no definitions of languages are installed\n"
            "```python\n"
            "   ^~~~~~\n"
            "  = help: on Debian: apt install libgtksourceview-4-common\n");
}

TEST(Highlight, WhatIsNotKnownStaysPlain) {
  EXPECT_EQ(colored({"a = 1", ""}, "no-such-language"), ".<a = 1>\n\n");
  EXPECT_EQ(colored({"a = 1"}, ""), ".<a = 1>\n");
  EXPECT_EQ(colored({"a = 1"}, "../../etc/passwd"), ".<a = 1>\n");
  EXPECT_EQ(colored({"a = 1"}, "python", {"/no/such/folder"}), ".<a = 1>\n");
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
