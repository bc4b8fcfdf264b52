// What else a run reads: parameters, themes, the author's icons, and which page and theme win.
#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/command.h"

namespace drawplate::test {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr std::string_view with_parameter = "params: {who: nobody}\nflow:\n  - one: \"Ask {who}\"\n  - two: Second\n";

TEST(Inputs, TheLastWordOnAParameterWins) {
  const Workshop shop;
  shop.write("a.yaml", with_parameter);
  shop.write("p.yaml", "who: somebody\n");
  ASSERT_EQ(shop.run("a.yaml -o a.json").status, 0);
  EXPECT_THAT(shop.read("a.json"), HasSubstr("Ask nobody"));
  ASSERT_EQ(shop.run("a.yaml -o a.json --params p.yaml").status, 0);
  EXPECT_THAT(shop.read("a.json"), HasSubstr("Ask somebody"));
  ASSERT_EQ(shop.run("a.yaml -o a.json --set who=everybody --params p.yaml").status, 0);
  EXPECT_THAT(shop.read("a.json"), HasSubstr("Ask everybody"));
  ASSERT_EQ(shop.run("a.yaml -o a.json --set 'who=a=b'").status, 0);
  EXPECT_THAT(shop.read("a.json"), HasSubstr("Ask a=b"));
}

TEST(Inputs, AValueForANameThatStandsNowhereIsAWarning) {
  const Workshop shop;
  shop.write("a.yaml", with_parameter);
  const Outcome done = shop.run("check a.yaml --set whom=everybody");
  EXPECT_EQ(done.status, 0);
  EXPECT_EQ(done.err, "a.yaml: warning: it has no parameter 'whom', which --set gives a value\n");
}

TEST(Inputs, FaultyParameterFilesAreTold) {
  const Workshop shop;
  shop.write("a.yaml", with_parameter);
  shop.write("list.yaml", "[a, b]\n");
  EXPECT_EQ(shop.run("a.yaml -o a.pdf --params none.yaml").err,
            "none.yaml: error: cannot read it: no such file or directory\ndrawplate: 1 error; nothing was written\n");
  const Outcome list = shop.run("a.yaml -o a.pdf --params list.yaml");
  EXPECT_EQ(list.status, 1);
  EXPECT_THAT(list.err, StartsWith("list.yaml:1:1: error: "));
}

TEST(Inputs, ThePageOfTheCommandLineWinsOverTheDocuments) {
  const Workshop shop;
  shop.write("a.yaml", "page: 4:5\nflow: [first, second]\n");
  shop.write("plain.yaml", "flow: [first, second]\n");
  ASSERT_EQ(shop.run("a.yaml -o a.json && drawplate plain.yaml -o p.json && drawplate a.yaml -o w.json --page 4:3").status, 0);
  EXPECT_THAT(shop.read("a.json"), HasSubstr("\"w\": 900,\n    \"h\": 1125\n"));
  EXPECT_THAT(shop.read("p.json"), HasSubstr("\"w\": 960,\n    \"h\": 540\n"));
  EXPECT_THAT(shop.read("w.json"), HasSubstr("\"w\": 720,\n    \"h\": 540\n"));
}

TEST(Inputs, UnknownPagesAndThemesInTheDocumentAreErrorsWithTheirPlace) {
  const Workshop shop;
  shop.write("a.yaml", "page: 4:6\nflow: [first]\n");
  const Outcome page = shop.run("check a.yaml");
  EXPECT_EQ(page.status, 1);
  EXPECT_THAT(page.err, StartsWith("a.yaml:1:7: error: "));
  shop.write("b.yaml", "theme: mits\nflow: [first]\n");
  const Outcome theme = shop.run("check b.yaml");
  EXPECT_EQ(theme.status, 1);
  EXPECT_THAT(theme.err, StartsWith("b.yaml:1:8: error: "));
  EXPECT_THAT(theme.err, HasSubstr("did you mean 'mist'?"));
}

TEST(Inputs, AThemeFileOverridesTokensAndIsChecked) {
  const Workshop shop;
  shop.write("a.yaml", small_diagram);
  shop.write("mine.yaml", "base: mist\ncolors: {background: '#123456'}\n");
  ASSERT_EQ(shop.run("a.yaml -o a.page --theme ./mine.yaml").err, "");
  EXPECT_THAT(shop.read("a.page"), HasSubstr("123456"));
  shop.write("wrong.yaml", "base: mist\ncolours: {background: '#123456'}\n");
  const Outcome wrong = shop.run("a.yaml -o b.page --theme wrong.yaml");
  EXPECT_EQ(wrong.status, 1);
  EXPECT_THAT(wrong.err, StartsWith("wrong.yaml:2:1: error: "));
  EXPECT_FALSE(shop.has("b.page"));
}

TEST(Inputs, TheDocumentMayNameAThemeFileBesideIt) {
  const Workshop shop;
  shop.write("docs/a.yaml", "theme: mine.yaml\nflow: [first, second]\n");
  shop.write("docs/mine.yaml", "colors: {background: '#123456'}\n");
  ASSERT_EQ(shop.run("docs/a.yaml -o a.page").err, "");
  EXPECT_THAT(shop.read("a.page"), HasSubstr("123456"));
}

constexpr std::string_view drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\"><path d=\"M2 2H22V22Z\"/></svg>\n";

TEST(Inputs, AnOwnIconIsReadBesideTheDocument) {
  const Workshop shop;
  shop.write("docs/a.yaml", "flow:\n  - one: {title: First, icon: ./my.svg}\n");
  shop.write("docs/my.svg", drawing);
  const Outcome done = shop.run("check docs/a.yaml --strict");
  EXPECT_EQ(done.err, "");
  EXPECT_EQ(done.status, 0);
}

TEST(Inputs, OwnIconsFromElsewhereAreRefused) {
  const Workshop shop;
  shop.write("my.svg", drawing);
  shop.write("docs/large.svg", std::string((1 << 20) + 1, ' '));
  shop.shell("ln -s ../my.svg docs/link.svg");
  const struct {
    std::string icon, message;
  } cases[] = {
      {"../my.svg", "only files in the document's folder or below are read"},
      {"./link.svg", "only files in the document's folder or below are read"},
      {"/etc/my.svg", "only files in the document's folder or below are read"},
      {"./none.svg", "no such file or directory"},
      {"./large.svg", "it is larger than 1 MiB"},
  };
  for (const auto& c : cases) {
    shop.write("docs/a.yaml", "flow:\n  - one: {title: First, icon: " + c.icon + "}\n");
    const Outcome done = shop.run("check docs/a.yaml");
    EXPECT_EQ(done.status, 1) << c.icon;
    EXPECT_THAT(done.err, StartsWith("docs/a.yaml:2:31: error: cannot read '" + c.icon + "': " + c.message + "\n"));
  }
}

TEST(Inputs, ConvertingAndReadingBackGivesTheSamePage) {
  const Workshop shop;
  ASSERT_EQ(shop.run("convert " + source_path("samples/hybrid-cache.yaml") + " -o copy.yaml").err, "");
  ASSERT_EQ(shop.run(source_path("samples/hybrid-cache.yaml") + " -o a.json").status, 0);
  ASSERT_EQ(shop.run("copy.yaml -o b.json --strict").err, "");
  EXPECT_EQ(shop.read("a.json"), shop.read("b.json"));
}

}  // namespace
}  // namespace drawplate::test
