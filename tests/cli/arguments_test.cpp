// The command line: every mistake gets one sentence and status 2, and nothing is read or written.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "tests/cli/command.h"
#include "tests/support/golden.h"

namespace drawplate::test {
namespace {

using testing::HasSubstr;

struct Wrong {
  std::string words, err;
};

/// What the test's name shows.
void PrintTo(const Wrong& wrong, std::ostream* out) { *out << wrong.words; }

class CommandLineMistake : public testing::TestWithParam<Wrong> {};

TEST_P(CommandLineMistake, GetsOneSentence) {
  const Workshop shop;
  shop.write("a.yaml", small_diagram);
  const Outcome done = shop.run(GetParam().words);
  EXPECT_EQ(done.status, 2);
  EXPECT_EQ(done.err, "drawplate: " + GetParam().err + "\n");
  EXPECT_EQ(done.out, "");
  EXPECT_THAT(shop.files(), testing::ElementsAre("a.yaml"));
}

INSTANTIATE_TEST_SUITE_P(
    All, CommandLineMistake,
    testing::Values(Wrong{"", "no input is named; try 'drawplate flow.yaml -o flow.pdf', or --help"},
                    Wrong{"a.yaml", "no output is named; add -o FILE.pdf or -o FILE.pptx"},
                    Wrong{"convert a.yaml", "no output is named; add -o FILE.yaml"},
                    Wrong{"check", "no input is named; try 'drawplate flow.yaml -o flow.pdf', or --help"},
                    Wrong{"check a.yaml -o a.pdf", "only drawing and convert write files; leave -o out"},
                    Wrong{"a.yaml b.yaml -o a.pdf", "one input at a time: 'b.yaml' is one too many"},
                    Wrong{"a.yaml -o", "--output needs a value"},
                    Wrong{"a.yaml -o a.doc", "'a.doc' says no format; its suffix must be .pdf, .pptx, .json or .page"},
                    Wrong{"a.yaml -o .pdf", "'.pdf' says no format; its suffix must be .pdf, .pptx, .json or .page"},
                    Wrong{"convert a.yaml -o b.pdf", "'b.pdf' says no format; its suffix must be .yaml or .yml"},
                    Wrong{"a.yaml -o b.pdf -o ./b.pdf", "output './b.pdf' is given twice"},
                    Wrong{"convert a.yaml -o ./a.yaml", "output './a.yaml' would overwrite the input"},
                    Wrong{"a.yaml -o b.pdf --pgae 4:5", "unknown option '--pgae'; did you mean '--page'?"},
                    Wrong{"a.yaml -o b.pdf --page 4:6", "'4:6' is no page size; did you mean '4:5'?"},
                    Wrong{"a.yaml -o b.pdf --theme mits", "there is no theme 'mits'; did you mean 'mist'?"},
                    Wrong{"a.yaml -o b.pdf --set name", "--set takes NAME=VALUE, not 'name'"},
                    Wrong{"a.yaml -o b.pdf --set =x", "--set takes NAME=VALUE, not '=x'"},
                    Wrong{"a.yaml -o b.pdf --each rows.csv",
                          "with --each, 'b.pdf' would be written again for each row; name a column, as in 'out/{id}.pdf'"},
                    Wrong{"check a.yaml --each rows.csv", "--each is for drawing alone"},
                    Wrong{"a.yaml -o b.pdf --from yml", "--from takes yaml, mermaid, dot or markdown, not 'yml'"},
                    Wrong{"a.yaml -o b.pdf --connectors bent", "--connectors takes live or exact, not 'bent'"},
                    Wrong{"a.yaml -o b.pdf --keep-colors=maybe", "--keep-colors takes yes or no, not 'maybe'"},
                    Wrong{"a.yaml -o b.pdf --diagnostics xml", "--diagnostics takes text or json, not 'xml'"},
                    Wrong{"- -o b.pdf", "standard input has no suffix; add --from yaml, mermaid, dot or markdown"},
                    Wrong{"themes mist", "'mist' is one word too many"}));

TEST(CommandLine, OptionsMayStandAnywhere) {
  const Workshop shop;
  shop.write("a.yaml", small_diagram);
  EXPECT_EQ(shop.run("-o a.pdf --page 4:5 a.yaml").status, 0);
  EXPECT_EQ(shop.run("--quiet check a.yaml").status, 0);
  EXPECT_TRUE(shop.has("a.pdf"));
}

TEST(CommandLine, HelpNamesEveryOptionOfTheManual) {
  const Workshop shop;
  const Outcome help = shop.run("--help");
  EXPECT_EQ(help.status, 0);
  for (const char* option : {"-o, --output", "--page", "--theme", "--set", "--params", "--from", "--keep-colors", "--connectors",
                             "--strict", "--diagnostics", "--quiet", "--help", "--version"}) {
    EXPECT_THAT(help.out, HasSubstr(option));
    const std::string name = std::string(option).substr(std::string(option).find("--"));
    EXPECT_THAT(read_source_file("docs/command.md"), HasSubstr(name));
  }
  EXPECT_EQ(shop.run("-h").out, help.out);
  EXPECT_EQ(shop.run("check --help").out, help.out);
}

TEST(CommandLine, TheDiagramInHelpCanBeDrawn) {
  const Workshop shop;
  const Outcome done = shop.shell("drawplate --help | sed -n '/^A first diagram/,/^$/p' | sed 1d | drawplate check - --from yaml --strict");
  EXPECT_EQ(done.err, "");
  EXPECT_EQ(done.status, 0);
}

TEST(CommandLine, Version) {
  const Workshop shop;
  EXPECT_THAT(shop.run("--version").out, testing::MatchesRegex("drawplate [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

}  // namespace
}  // namespace drawplate::test
