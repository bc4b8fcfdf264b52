// The built-in themes as data: complete, legible, and checked like any input when an author writes one.
#include "deck/theme/theme.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/golden.h"

namespace drawplate {
namespace {

struct Read {
  Theme theme;
  std::string messages;
};

Read read(std::string text) {
  SourceSet sources;
  const SourceId source = sources.add({"mine.yaml", std::move(text)});
  Report report;
  Theme theme = read_theme(sources, source, report);
  return {std::move(theme), render_text(report, sources)};
}

TEST(Theme, EveryThemeFileIsBuiltInAndReadsWithoutAWord) {
  const std::vector<std::string_view> names = built_in_theme_names();
  EXPECT_EQ(names, (std::vector<std::string_view>{"mist", "mist-dark", "mist-print", "drafting"}));
  for (const std::string_view name : names) {
    const std::string text = test::read_source_file("themes/" + std::string(name) + ".yaml");
    EXPECT_EQ(read(text).messages, "") << name;
    ASSERT_TRUE(find_built_in_theme(name));
    EXPECT_EQ(find_built_in_theme(name)->name, name);
  }
  EXPECT_FALSE(find_built_in_theme("fog"));
}

TEST(Theme, EveryTextIsLegible) {
  for (const std::string_view name : built_in_theme_names()) {
    const Theme theme = *find_built_in_theme(name);
    std::vector<Rgb> grounds = {theme.background, theme.card};
    for (const AccentColors& accent : theme.accents) grounds.insert(grounds.end(), {accent.pale, accent.panel});
    grounds.insert(grounds.end(), theme.looks.panel_fills.begin(), theme.looks.panel_fills.end());
    for (const Rgb ground : grounds) {
      EXPECT_GE(contrast_ratio(theme.ink, ground), 4.5) << name << " ink on " << to_hex(ground);
      EXPECT_GE(contrast_ratio(theme.muted, ground), 4.5) << name << " muted on " << to_hex(ground);
    }
    for (std::size_t i = 0; i < theme.accents.size(); ++i) {
      const AccentColors& accent = theme.accents[i];
      for (const Rgb ground : {theme.background, theme.card, accent.pale, accent.panel}) {
        EXPECT_GE(contrast_ratio(accent.text, ground), 4.5) << name << " " << accent_names[i] << " text on " << to_hex(ground);
        EXPECT_GE(contrast_ratio(accent.icon, ground), 3.0) << name << " " << accent_names[i] << " icon on " << to_hex(ground);
      }
    }
  }
}

TEST(Theme, MistIsTheDefaultOfTheStructs) {
  const Theme mist = *find_built_in_theme("mist");
  const Metrics metrics;
  const LineMetrics lines;
  EXPECT_EQ(mist.metrics.panel_first, metrics.panel_first);
  EXPECT_EQ(mist.metrics.inner_tile_gap, metrics.inner_tile_gap);
  EXPECT_EQ(mist.lines.loop_lane, lines.loop_lane);
  EXPECT_EQ(mist.lines.label_gap, lines.label_gap);
  EXPECT_EQ(mist.looks.dashes, std::vector<DashStyle>{DashStyle::dash});
  EXPECT_EQ(mist.style(TextRole::card_title).weight, 600);
  EXPECT_EQ(mist.style(TextRole::line_label).size, 11);
  EXPECT_EQ(to_hex(mist.color(Accent::green, AccentPart::icon).rgb), "#17804F");
  EXPECT_EQ(to_hex(mist.color(ColorRole::connector).rgb), "#1F3157");
}

TEST(Theme, AnAuthorsThemeOverridesTokensOfItsBase) {
  const Read own = read("base: drafting\ncolors: {card: F8F8F8}\naccents:\n  red: {icon: \"#a00\"}\nmetrics: {card_gap: 40}\n");
  EXPECT_EQ(own.messages, "");
  EXPECT_EQ(to_hex(own.theme.card), "#F8F8F8");
  EXPECT_EQ(to_hex(own.theme.colors(Accent::red).icon), "#AA0000");
  EXPECT_EQ(to_hex(own.theme.colors(Accent::red).text), "#98341F");
  EXPECT_EQ(own.theme.metrics.card_gap, 40);
  EXPECT_EQ(own.theme.looks.accent, AccentStyle::bar);
}

TEST(Theme, WhatIsWrongIsSaidWithItsPlace) {
  EXPECT_EQ(read("base: fog\n"
                 "colours: {card: red}\n"
                 "colors: {card: reddish, inc: \"#000\", muted: #13213C\n  }\n"
                 "accents: {teal: {}, blue: {outline: 7}}\n"
                 "type: {card_titel: {size: 2}, card_title: {size: 2, weight: bold}}\n"
                 "metrics: {card_gap: wide, corner: 3}\n"
                 "lines: [1]\n"
                 "looks: {accent: outlined, tiles: yes, dashes: dot, panel_fills: [\"#zzz\"]}\n")
                .messages,
            "mine.yaml:1:7: error: unknown theme 'fog'\n"
            "base: fog\n"
            "      ^~~\n"
            "  = help: built in are mist, mist-dark, mist-print or drafting\n"
            "mine.yaml:2:1: error: unknown key 'colours'\n"
            "colours: {card: red}\n"
            "^~~~~~~\n"
            "  = help: did you mean 'colors'?\n"
            "mine.yaml:3:16: error: 'card' must be a colour\n"
            "colors: {card: reddish, inc: \"#000\", muted: #13213C\n"
            "               ^~~~~~~\n"
            "  = help: write it as \"#1F3157\"\n"
            "mine.yaml:3:25: error: unknown key in 'colors': 'inc'\n"
            "colors: {card: reddish, inc: \"#000\", muted: #13213C\n"
            "                        ^~~\n"
            "  = help: did you mean 'ink'?\n"
            "mine.yaml:4:3: error: 'muted' must be a colour\n"
            "  }\n"
            "  ^\n"
            "  = help: put quotes around it: \"#1F3157\"\n"
            "mine.yaml:5:11: error: unknown accent 'teal'\n"
            "accents: {teal: {}, blue: {outline: 7}}\n"
            "          ^~~~\n"
            "  = help: known are blue, cyan, purple, green, amber, red or slate\n"
            "mine.yaml:5:37: error: 'outline' must be a colour\n"
            "accents: {teal: {}, blue: {outline: 7}}\n"
            "                                    ^\n"
            "  = help: write it as \"#1F3157\"\n"
            "mine.yaml:6:8: error: unknown text role 'card_titel'\n"
            "type: {card_titel: {size: 2}, card_title: {size: 2, weight: bold}}\n"
            "       ^~~~~~~~~~\n"
            "  = help: did you mean 'card_title'?\n"
            "mine.yaml:6:50: error: 'size' must be a number from 4 to 400\n"
            "type: {card_titel: {size: 2}, card_title: {size: 2, weight: bold}}\n"
            "                                                 ^\n"
            "mine.yaml:6:61: error: 'weight' must be a number from 100 to 900\n"
            "type: {card_titel: {size: 2}, card_title: {size: 2, weight: bold}}\n"
            "                                                            ^~~~\n"
            "mine.yaml:7:21: error: 'card_gap' must be a number from 4 to 2000\n"
            "metrics: {card_gap: wide, corner: 3}\n"
            "                    ^~~~\n"
            "mine.yaml:7:27: error: unknown key in 'metrics': 'corner'\n"
            "metrics: {card_gap: wide, corner: 3}\n"
            "                          ^~~~~~\n"
            "mine.yaml:8:8: error: 'lines' must be a mapping, not a list\n"
            "lines: [1]\n"
            "       ^\n"
            "mine.yaml:9:17: error: 'accent' must be outline or bar\n"
            "looks: {accent: outlined, tiles: yes, dashes: dot, panel_fills: [\"#zzz\"]}\n"
            "                ^~~~~~~~\n"
            "  = help: did you mean 'outline'?\n"
            "mine.yaml:9:34: error: 'tiles' must be true or false\n"
            "looks: {accent: outlined, tiles: yes, dashes: dot, panel_fills: [\"#zzz\"]}\n"
            "                                 ^~~\n"
            "mine.yaml:9:47: error: 'dashes' must be a list\n"
            "looks: {accent: outlined, tiles: yes, dashes: dot, panel_fills: [\"#zzz\"]}\n"
            "                                              ^~~\n"
            "mine.yaml:9:66: error: 'panel_fills' must be a colour\n"
            "looks: {accent: outlined, tiles: yes, dashes: dot, panel_fills: [\"#zzz\"]}\n"
            "                                                                 ^~~~~~\n"
            "  = help: write it as \"#1F3157\"\n");
}

}  // namespace
}  // namespace drawplate
