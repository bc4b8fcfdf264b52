// What is said once of a document's faces, whole messages compared.
#include "layout/text/font_warnings.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "deck/read_deck.h"
#include "layout/layout_deck.h"

namespace drawplate {
namespace {

/// The warnings of a document whose texts are set in `family`.
std::vector<std::string> warnings_of(const std::string& yaml, const std::string& family, InputForm form = InputForm::yaml) {
  SourceSet sources;
  Report report;
  const Deck deck = read_deck(sources, sources.add({"text", yaml}), form, {}, report);
  Theme theme = *find_built_in_theme("mist");
  for (TextStyle& style : theme.type) style.family = family;
  for (TextStyle& style : theme.slide_type) style.family = family;
  FontCatalog fonts = std::move(*FontCatalog::open_system());
  const auto document = layout_deck(deck, theme, {.page = *parse_page_size("4:5"), .own_icons = {}}, fonts, report);
  EXPECT_TRUE(document);
  std::vector<std::string> out;
  for (const Diagnostic& d : report.all()) out.push_back(std::to_string(d.span.begin) + ": " + d.message);
  return out;
}

using Messages = std::vector<std::string>;

TEST(FontWarnings, EmojiInOneColourAreSaidOnceADocument) {
  const std::string deck = "# One 🚀\n\nGo 🚀\n\n---\n\n# Two\n\n👍🏽 and ❤\uFE0F\n";
  const Messages said = warnings_of(deck, "Inter", InputForm::markdown);
  ASSERT_EQ(said.size(), 1u);
  EXPECT_NE(said[0].find("emoji are drawn in one colour: no installed font has them in layers of colour, and 'Symbola' has outlines"),
            std::string::npos)
      << said[0];
  EXPECT_EQ(warnings_of("nodes:\n  a: Go ☎\uFE0E ❤ → ✓\n", "Inter"), Messages{});
}

TEST(FontWarnings, FamiliesWithoutItalicOrBoldSaySoOnce) {
  const std::string slides = "# A *slanted* title\n\nAnd *more*\n\n---\n\n# Two\n\n*Again* and **bold**\n";
  const Messages slab = warnings_of(slides, "Roboto Slab", InputForm::markdown);
  ASSERT_EQ(slab.size(), 1u);
  EXPECT_NE(slab[0].find("'Roboto Slab' has no italic: upright letters are used"), std::string::npos) << slab[0];
  const Messages none = warnings_of(slides, "Symbola", InputForm::markdown);
  ASSERT_EQ(none.size(), 2u);
  EXPECT_NE(none[0].find("'Symbola' has no"), std::string::npos);
  EXPECT_NE(none[1].find("'Symbola' has no"), std::string::npos);
  EXPECT_EQ(warnings_of(slides, "Inter", InputForm::markdown), Messages{});
}

TEST(FontWarnings, OtherScriptsNeedNoItalic) { EXPECT_EQ(warnings_of("nodes:\n  a: 'see *日本語* and *한국어*'\n", "Inter"), Messages{}); }

}  // namespace
}  // namespace drawplate
