// The built-in themes as data: complete, legible, and checked like any input when an author writes one.
#include "deck/theme/theme.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "deck/syntax/yaml_tree.h"
#include "deck/theme/theme_tokens.h"
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

/// Paths of the tokens that a theme file says: "metrics.card_gap", "type.pill.size".
std::set<std::string> paths_said_in(std::string_view file) {
  SourceSet sources;
  Report report;
  const SourceId source = sources.add({std::string(file), test::read_source_file(file)});
  const YamlTree tree = read_yaml_tree(sources, source, report);
  std::set<std::string> paths;
  const auto walk = [&](const YamlValue& mapping, const std::string& path, const auto& self) -> void {
    for (const YamlEntry& entry : mapping.entries) {
      const std::string inner = path.empty() ? entry.key : path + "." + entry.key;
      paths.insert(inner);
      if (entry.value->kind == YamlKind::mapping) self(*entry.value, inner, self);
    }
  };
  walk(*tree.root, "", walk);
  return paths;
}

/// Of an element, what is not said is not so: upright, not bold, no spacing.
bool may_be_left_out(const ThemeToken& token) {
  return token.name == "italic" || token.name == "bold" || token.name == "tabular_figures" || token.name == "letter_spacing";
}

TEST(Theme, MistSaysEveryToken) {
  const std::set<std::string> said = paths_said_in("themes/mist.yaml");
  std::vector<std::string> missing;
  for (const ThemeSection& section : theme_sections()) {
    std::vector<std::string> owners;
    for (const std::string_view element : section.elements) owners.push_back(std::string(section.path) + "." + std::string(element) + ".");
    if (owners.empty()) owners.push_back(section.path.empty() ? "" : std::string(section.path) + ".");
    for (const std::string& owner : owners) {
      for (const ThemeToken& token : section.tokens) {
        const std::string path = owner + std::string(token.name);
        if (!said.contains(path) && !(may_be_left_out(token) && !section.elements.empty())) missing.push_back(path);
      }
    }
  }
  EXPECT_EQ(missing, std::vector<std::string>{"name"}) << "a built-in theme is called as its file";
}

TEST(Theme, EveryTokenHasAPlaceOfItsOwnAndAPhraseOnIt) {
  Theme theme;
  std::set<const void*> places;
  std::size_t count = 0;
  for_each_token(theme, [&](const ThemeToken& token, TokenValue value) {
    std::visit([&](auto* place) { places.insert(place); }, value);
    ++count;
    EXPECT_FALSE(token.about.empty() || token.about.ends_with('.')) << token.name;
    const bool is_number = std::holds_alternative<double*>(value) || std::holds_alternative<int*>(value);
    EXPECT_EQ(is_number, token.unit != TokenUnit::none) << token.name;
    EXPECT_TRUE(std::holds_alternative<double*>(value) || token.scaling == TokenScaling::fixed) << token.name;
  });
  EXPECT_EQ(places.size(), count);
}

TEST(Theme, MistHasTheValuesOfItsFile) {
  const Theme mist = *find_built_in_theme("mist");
  EXPECT_EQ(mist.lang, "en");
  EXPECT_EQ(mist.metrics.panel_first, 47.25);
  EXPECT_EQ(mist.lines.loop_lane, 72);
  EXPECT_EQ(mist.slides.smallest_text, 15);
  EXPECT_EQ(mist.code.family, "JetBrains Mono");
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
