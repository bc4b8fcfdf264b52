// Whole decks in Markdown: large ones as others write them, and texts that nobody writes, which must be read nevertheless.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "deck/markdown/markdown.h"
#include "deck/model/dump_deck.h"
#include "deck/read_deck.h"

namespace drawplate {
namespace {

struct ReadDeck {
  Deck deck;
  std::string said;
  bool has_errors = false;
};

ReadDeck read(std::string text) {
  SourceSet sources;
  const SourceId source = sources.add({"talk.md", std::move(text)});
  Report report;
  ReadDeck result;
  result.deck = read_deck(sources, source, InputForm::markdown, {}, report);
  result.said = render_text(report, sources);
  result.has_errors = report.has_errors();
  dump_deck(result.deck);
  return result;
}

TEST(MarkdownDecks, AHundredSlidesInMarpsDialect) {
  std::string text =
      "---\nmarp: true\ntitle: Long\npaginate: true\nheader: Head\nfooter: \"**Foot**\"\nsize: 4:3\n---\n\n<!-- _class: lead -->\n\n# "
      "Long\n";
  for (int i = 2; i <= 100; ++i) {
    text += fmt::format("\n---\n\n<!-- _class: {} -->\n\n## Slide {}\n\n", i % 7 == 0 ? "invert" : "lead", i);
    if (i % 5 == 0) text += fmt::format("![bg right:40%](images/{}.png)\n\n", i);
    if (i % 3 == 0) text += "| a | b |\n|---|---|\n| 1 | 2 |\n\n";
    if (i % 4 == 0) text += "```js\nconst x = 1;\n```\n\n";
    text += fmt::format("* point {}\n* another, with $x_{{{}}}$\n\n<!-- Say something about slide {}. -->\n", i, i, i);
  }
  const ReadDeck deck = read(text);
  EXPECT_EQ(deck.said, "");
  ASSERT_EQ(deck.deck.slides.size(), 100u);
  for (std::size_t i = 1; i < 100; ++i) {
    const Slide& slide = deck.deck.slides[i];
    EXPECT_EQ(slide.title.plain(), fmt::format("Slide {}", i + 1));
    EXPECT_EQ(slide.notes, fmt::format("Say something about slide {}.", i + 1));
    EXPECT_EQ(slide.inverted, (i + 1) % 7 == 0);
    EXPECT_EQ(slide.backgrounds.size(), (i + 1) % 5 == 0 ? 1u : 0u);
  }
}

TEST(MarkdownDecks, MermaidOfOtherKindsIsShownAsItsTextWithAWarning) {
  for (const auto& [keyword, name] : {std::pair{"radar-beta", "a radar chart"},
                                      {"C4Container", "a C4 diagram"},
                                      {"block", "a block diagram"},
                                      {"stateDiagram-v2", "a state diagram"},
                                      {"pie title Pets", "a pie chart"}}) {
    const ReadDeck deck = read(fmt::format("# One\n\n```mermaid\n%% so\n{}\n```\n", keyword));
    EXPECT_EQ(deck.said, fmt::format("talk.md:4:1: warning: this is {}; of Mermaid's diagrams only flowcharts are read, so it is shown as "
                                     "its text\n%% so\n^\n",
                                     name));
    EXPECT_EQ(deck.deck.slides.size(), 1u);
  }
}

TEST(MarkdownDecks, AHundredSlidesInPandocsDialect) {
  std::string text = "% Long\n% Ann; Bob\n% today\n";
  int slides = 1;
  for (int part = 1; part <= 9; ++part) {
    text += fmt::format("\n# Part {}\n", part);
    ++slides;
    for (int i = 1; i <= 10; ++i, ++slides) {
      text += fmt::format("\n## Slide {}.{} {{#s{}-{} .smaller}}\n\n", part, i, part, i);
      if (i % 2 == 0)
        text +=
            ":::: {.columns}\n::: {.column width=\"30%\"}\nLeft\n:::\n::: {.column width=\"70%\"}\n![alt](a.png){width=80%}\n:::\n::::\n\n";
      if (i % 3 == 0)
        text += "::: incremental\n- one\n- two\n:::\n\n. . .\n\nThen this[^n" + std::to_string(slides) + "]\n\n[^n" +
                std::to_string(slides) + "]: note\n\n";
      if (i % 5 == 0) text += "  Left  Right\n\n~~~ {.haskell .numberLines}\nmain = pure ()\n~~~\n\n";
      text += "Text with [a link](#s1-1).\n\n::: notes\nspoken\n:::\n";
    }
  }
  const ReadDeck deck = read(text);
  EXPECT_EQ(deck.said, "");
  ASSERT_EQ(deck.deck.slides.size(), static_cast<std::size_t>(slides));
  EXPECT_EQ(deck.deck.slides[0].title.plain(), "Long");
  EXPECT_EQ(std::count_if(deck.deck.slides.begin(), deck.deck.slides.end(), [](const Slide& s) { return !s.section.empty(); }), 9);
  EXPECT_EQ(std::count_if(deck.deck.slides.begin(), deck.deck.slides.end(), [](const Slide& s) { return s.notes == "spoken"; }), 90);
  EXPECT_EQ(std::count_if(deck.deck.slides.begin(), deck.deck.slides.end(), [](const Slide& s) { return s.footnotes.size() == 1; }), 27);
}

constexpr std::string_view pieces[] = {"---\n",
                                       "\n\n",
                                       "# ",
                                       "## Title {#a .b c=d}\n",
                                       "- ",
                                       "* ",
                                       "1. ",
                                       "> ",
                                       "> [!NOTE]\n> ",
                                       "```\n",
                                       "```mermaid\n",
                                       "```py {1,2}\n",
                                       "::: ",
                                       ":::\n",
                                       "columns\n",
                                       "{.column width=40%}\n",
                                       "notes\n",
                                       "<!-- ",
                                       " -->",
                                       "_class: x",
                                       "$",
                                       "$$",
                                       "\\frac{",
                                       "[^1]",
                                       "[^1]: ",
                                       "![bg right](",
                                       "x.png)",
                                       "{width=50%}",
                                       "|",
                                       "|---|\n",
                                       "<div>",
                                       "</b>",
                                       "<br>",
                                       "~~",
                                       "**",
                                       "_",
                                       "`",
                                       "&amp;",
                                       "\xC3\xA9",
                                       "\t",
                                       "    ",
                                       "a",
                                       "word ",
                                       "http://x.y",
                                       "[a](#b)",
                                       "[a]: b\n",
                                       "::right::\n",
                                       "layout: two-cols\n",
                                       "{",
                                       "}",
                                       ". . .\n",
                                       "\r\n",
                                       "==",
                                       "^",
                                       "<v-click>",
                                       "<style>",
                                       "</style>",
                                       "Table: x\n",
                                       "\\",
                                       "flow: [a, b]\n"};

TEST(MarkdownDecks, AnythingCanBeRead) {
  std::mt19937 random(11);
  for (int round = 0; round < 1500; ++round) {
    std::string text;
    for (std::size_t length = random() % 80; length > 0; --length) text += pieces[random() % std::size(pieces)];
    const ReadDeck once = read(text);
    EXPECT_TRUE(once.has_errors || !once.deck.slides.empty()) << text;
  }
}

TEST(MarkdownDecks, ADeckCutOffAnywhereCanBeRead) {
  const std::string whole =
      "---\ntitle: T\nauthor: [A]\n---\n\n# One {#x}\n\n:::: columns\n::: {.column width=40%}\n- a $x^2$\n  - b\n:::\n::::\n\n---\nlayout: "
      "quote\n---\n\n> q\n> — w\n\n"
      "```diagram {width=50%}\nflow: [a, b]\n```\n\n| a | b |\n|:-:|--|\n| 1 | 2 |\n\n![x](y.png \"c\"){width=20%}[^n]\n\n[^n]: note <!-- "
      "c -->\n";
  for (std::size_t length = 0; length <= whole.size(); ++length) {
    if (find_invalid_utf8(whole.substr(0, length)) == std::string::npos) read(whole.substr(0, length));
  }
}

/// What costs some reader of Markdown or other far more than its length: each must be read in the time of its length.
TEST(MarkdownDecks, TextsThatGrowOutOfHandAreReadInTime) {
  const auto times = [](std::string_view piece, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += piece;
    return text;
  };
  const std::string texts[] = {times("[", 50'000),
                               times("*a ", 30'000),
                               times("> ", 20'000),
                               times("`", 50'001),
                               times("![", 20'000),
                               times("<!--", 20'000),
                               times("- ", 5'000) + "a",
                               times("::: x\n", 10'000),
                               times("$a", 30'000),
                               times("$$", 30'001),
                               times("[^a", 30'000),
                               times("**a _b ", 10'000),
                               times("---\n", 8'000),
                               times("---\na: b\n", 5'000),
                               times("`a``", 20'000),
                               times("<style>\n", 20'000),
                               times("^a", 30'000),
                               times("==a ", 30'000),
                               times("| a ", 3'000) + "\n" + times("|-", 3'000) + "|\n",
                               times("# a\n\n. . .\n", 5'000),
                               times("[a]: b\n\n---\n\n[a]\n\n", 3'000),
                               times("```\n", 10'001),
                               times("[^1]: a\n", 5'000),
                               times("<a ", 20'000),
                               times("&#1;", 20'000),
                               times("{", 50'000),
                               times("\\", 50'000),
                               times("```mermaid\n```\n\n", 3'000),
                               "# " + times("[x]{", 20'000)};
  for (const std::string& text : texts) {
    const std::clock_t begin = std::clock();  // the processor's time: others may be at work
    read(text);
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    EXPECT_LT(seconds, 2.0) << text.substr(0, 40);
  }
}

TEST(MarkdownDecks, LevelsAndCellsAreLimited) {
  std::string quotes(300, '>');
  EXPECT_NE(read("# T\n\n" + quotes + " deep\n").said.find("nested deeper than 128 levels"), std::string::npos);
  std::string table = "|";
  for (int i = 0; i < 100; ++i) table += "a|";
  std::string rule = "|";
  for (int i = 0; i < 100; ++i) rule += "---|";
  std::string rows;
  for (int i = 0; i < 1100; ++i) rows += "|x|\n";
  EXPECT_NE(read("# T\n\n" + table + "\n" + rule + "\n" + rows).said.find("more than 100000 cells"), std::string::npos);
}

}  // namespace
}  // namespace drawplate
