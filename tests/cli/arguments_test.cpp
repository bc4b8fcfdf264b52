// The command line: every mistake gets one sentence and status 2, and nothing is read or written.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "cli/options.h"
#include "tests/cli/command.h"
#include "tests/support/doc_tables.h"

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

/// The first cells of the manual's table of options.
std::vector<std::string> options_in_manual() {
  std::vector<std::string> cells;
  for (const DocTable& table : read_doc_tables("docs/command.md")) {
    if (table.header.front() != "option") continue;
    for (const auto& row : table.rows) cells.push_back(row.front());
  }
  return cells;
}

TEST(CommandLine, HelpAndTheManualListEveryOptionInOneOrder) {
  std::vector<std::string> spellings;
  for (const Option& option : options()) {
    const std::string short_name = option.short_name.empty() ? "" : fmt::format("`{}`, ", option.short_name);
    const std::string value = option.value.empty() ? "" : fmt::format(" {}", option.value);
    spellings.push_back(fmt::format("{}`{}{}`", short_name, option.name, value));
  }
  EXPECT_EQ(options_in_manual(), spellings);
  const Workshop shop;
  const Outcome help = shop.run("--help");
  EXPECT_EQ(help.status, 0);
  EXPECT_THAT(help.out, HasSubstr("\nOptions\n" + list_options() + "\n"));
  EXPECT_EQ(shop.run("-h").out, help.out);
  EXPECT_EQ(shop.run("check --help").out, help.out);
}

TEST(CommandLine, OptionsAreListedInTwoColumns) {
  const std::string list = list_options();
  EXPECT_THAT(list, testing::StartsWith("  -o, --output FILE        write FILE; may be given several times\n"
                                        "  --page PAGE              4:5, 3:4, 16:9, 16:10, 4:3, 1:1, A0 to A6, Letter, Legal, Tabloid,\n"
                                        "                           \"A4 landscape\", "));
  EXPECT_THAT(list, HasSubstr("\n  --pptx-fonts embed|office|named\n                           embed: fonts go"));
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
