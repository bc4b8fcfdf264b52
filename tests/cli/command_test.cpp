// Files in and out, and the exit status: what a script that calls the program relies on.
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/cli/command.h"

namespace drawplate::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

TEST(Command, WritesEveryOutputThatIsNamed) {
  const Workshop shop;
  shop.write("a.yaml", small_diagram);
  const Outcome done = shop.run("a.yaml -o a.pdf -o a.pptx --output a.json -o a.page");
  EXPECT_EQ(done.err, "");
  EXPECT_EQ(done.out, "");
  EXPECT_EQ(done.status, 0);
  EXPECT_THAT(shop.files(), ElementsAre("a.json", "a.page", "a.pdf", "a.pptx", "a.yaml"));
  EXPECT_THAT(shop.read("a.pdf"), StartsWith("%PDF-1."));
  EXPECT_THAT(shop.read("a.pptx"), StartsWith("PK\x03\x04"));
  EXPECT_THAT(shop.read("a.json"), HasSubstr("\"layout-1\""));
}

TEST(Command, TwoRunsGiveTheSameBytes) {
  const Workshop shop;
  const std::string sample = source_path("samples/hybrid-cache.yaml");
  ASSERT_EQ(shop.run(sample + " -o a.pdf -o a.pptx -o a.json").status, 0);
  ASSERT_EQ(shop.shell("LC_ALL=C TZ=Asia/Tokyo drawplate " + sample + " -o b.pdf -o b.pptx -o b.json").status, 0);
  EXPECT_TRUE(shop.read("a.pdf") == shop.read("b.pdf"));
  EXPECT_TRUE(shop.read("a.pptx") == shop.read("b.pptx"));
  EXPECT_EQ(shop.read("a.json"), shop.read("b.json"));
}

TEST(Command, SourceDateEpochIsTheTimeOfTheDocument) {
  const Workshop shop;
  shop.write("a.yaml", small_diagram);
  ASSERT_EQ(shop.shell("SOURCE_DATE_EPOCH=946684800 drawplate a.yaml -o a.pdf").status, 0);
  EXPECT_THAT(shop.read("a.pdf"), HasSubstr("D:20000101000000"));
  const Outcome wrong = shop.shell("SOURCE_DATE_EPOCH=now drawplate a.yaml -o b.pdf");
  EXPECT_EQ(wrong.status, 3);
  EXPECT_EQ(wrong.err, "drawplate: error: SOURCE_DATE_EPOCH must be a whole number of seconds since 1970\n");
}

TEST(Command, ReadsStandardInput) {
  const Workshop shop;
  shop.write("a.yaml", small_diagram);
  EXPECT_EQ(shop.shell("drawplate - --from yaml -o a.pdf < a.yaml").status, 0);
  EXPECT_TRUE(shop.has("a.pdf"));
  const Outcome wrong = shop.shell("echo 'flow: 3' | drawplate check - --from yaml");
  EXPECT_EQ(wrong.status, 1);
  EXPECT_THAT(wrong.err, StartsWith("<stdin>:1:7: error: "));
}

TEST(Command, InputsThatCannotBeReadAreTheInputsFault) {
  const Workshop shop;
  shop.shell("mkdir folder.yaml; truncate -s 16777217 large.yaml; touch flow.txt");
  const struct {
    std::string words, err;
  } cases[] = {
      {"none.yaml -o a.pdf", "none.yaml: error: cannot read it: no such file or directory\n"},
      {"folder.yaml -o a.pdf", "folder.yaml: error: cannot read it: it is a directory\n"},
      {"large.yaml -o a.pdf", "large.yaml: error: cannot read it: it is larger than 16 MiB\n"},
      {"flow.txt -o a.pdf",
       "flow.txt: error: its suffix tells no form\n  = help: name it .yaml, .mmd, .dot or .md, or add --from yaml, mermaid, dot or "
       "markdown\n"},
  };
  for (const auto& c : cases) {
    const Outcome done = shop.run(c.words);
    EXPECT_EQ(done.status, 1) << c.words;
    EXPECT_EQ(done.err, c.err + "drawplate: 1 error; nothing was written\n");
    EXPECT_FALSE(shop.has("a.pdf"));
  }
}

TEST(Command, AnEndlessPipeIsCutOff) {
  const Workshop shop;
  const Outcome done = shop.shell("yes '# on and on' | timeout 20 drawplate check - --from yaml");
  EXPECT_EQ(done.status, 1);
  EXPECT_EQ(done.err, "<stdin>: error: cannot read it: it is larger than 16 MiB\ndrawplate: 1 error\n");
}

TEST(Command, AFaultyInputLeavesEarlierFilesAlone) {
  const Workshop shop;
  shop.write("a.yaml", "title: x\nflow: [a]\nedgse: []\n");
  shop.write("a.pdf", "earlier");
  const Outcome done = shop.run("a.yaml -o a.pdf -o a.pptx");
  EXPECT_EQ(done.status, 1);
  EXPECT_THAT(done.err, StartsWith("a.yaml:3:1: error: "));
  EXPECT_THAT(done.err, HasSubstr("\nedgse: []\n^~~~~\n  = help: did you mean 'edges'?\n"));
  EXPECT_THAT(done.err, testing::EndsWith("drawplate: 1 error; nothing was written\n"));
  EXPECT_EQ(shop.read("a.pdf"), "earlier");
  EXPECT_THAT(shop.files(), ElementsAre("a.pdf", "a.yaml"));
}

TEST(Command, AnOutputThatCannotBeWrittenLeavesEarlierFilesAlone) {
  const Workshop shop;
  shop.write("a.yaml", small_diagram);
  shop.write("a.pdf", "earlier");
  shop.shell("mkdir folder.pptx; ln -s /dev/full full.pptx; mkdir sealed; touch file");
  const struct {
    std::string output, err;
  } cases[] = {
      {"none/a.pptx", "drawplate: error: cannot write 'none/a.pptx': no such file or directory\n"},
      {"file/a.pptx", "drawplate: error: cannot write 'file/a.pptx': a part of its path is not a directory\n"},
      {"folder.pptx", "drawplate: error: cannot write 'folder.pptx': it is a directory\n"},
      {"full.pptx", "drawplate: error: cannot write 'full.pptx': no space left on the device\n"},
  };
  for (const auto& c : cases) {
    const Outcome done = shop.run("a.yaml -o a.pdf -o " + c.output);
    EXPECT_EQ(done.status, 3) << c.output;
    EXPECT_EQ(done.err, c.err);
    EXPECT_EQ(shop.read("a.pdf"), "earlier") << c.output;
  }
  EXPECT_THAT(shop.files(), ElementsAre("a.pdf", "a.yaml", "file", "folder.pptx", "full.pptx", "sealed"));
}

TEST(Command, AFileSizeLimitIsAnErrorAndLeavesNothingBehind) {
  const Workshop shop;
  shop.write("a.yaml", small_diagram);
  shop.write("a.pdf", "earlier");
  const Outcome done = shop.shell("ulimit -f 1; drawplate a.yaml -o a.pdf 2>&1");
  EXPECT_EQ(done.status, 3);
  EXPECT_THAT(done.out, StartsWith("drawplate: error: cannot write 'a.pdf': "));
  EXPECT_EQ(shop.read("a.pdf"), "earlier");
  EXPECT_THAT(shop.files(), ElementsAre("a.pdf", "a.yaml"));
}

TEST(Command, ReplacesWhatALinkLeadsToAndKeepsItsMode) {
  const Workshop shop;
  shop.write("a.yaml", small_diagram);
  shop.shell("echo old > real.pdf; chmod 640 real.pdf; ln -s real.pdf link.pdf");
  ASSERT_EQ(shop.run("a.yaml -o link.pdf").status, 0);
  EXPECT_EQ(shop.shell("readlink link.pdf").out, "real.pdf\n");
  EXPECT_EQ(shop.shell("stat -c %a real.pdf").out, "640\n");
  EXPECT_THAT(shop.read("real.pdf"), StartsWith("%PDF-1."));
}

TEST(Command, AFullStandardOutputIsNoticed) {
  const Workshop shop;
  const Outcome done = shop.shell("drawplate themes > /dev/full");
  EXPECT_EQ(done.status, 3);
  EXPECT_EQ(done.err, "drawplate: error: cannot write to standard output: no space left on the device\n");
}

TEST(Command, StrictMakesWarningsErrors) {
  const Workshop shop;
  shop.write("a.yaml", "flow:\n  - one: {title: First, icon: databse}\n");
  EXPECT_EQ(shop.run("a.yaml -o a.pdf").status, 0);
  const Outcome strict = shop.run("a.yaml -o b.pdf --strict");
  EXPECT_EQ(strict.status, 1);
  EXPECT_THAT(strict.err, testing::EndsWith("drawplate: 1 warning, which --strict counts as errors; nothing was written\n"));
  EXPECT_FALSE(shop.has("b.pdf"));
  EXPECT_EQ(shop.run("a.yaml -o c.pdf --quiet").err, "");
}

TEST(Command, DiagnosticsAsJsonAreAlwaysOneArray) {
  const Workshop shop;
  shop.write("good.yaml", small_diagram);
  shop.write("bad.yaml", "flow: 3\n");
  EXPECT_EQ(shop.run("check good.yaml --diagnostics json").err, "[]\n");
  const Outcome bad = shop.run("check bad.yaml --diagnostics json");
  EXPECT_EQ(bad.status, 1);
  EXPECT_THAT(bad.err, StartsWith("[\n {\"file\": \"bad.yaml\", \"line\": 1, \"column\": 7, "));
  EXPECT_THAT(bad.err, testing::EndsWith("}\n]\n"));
}

TEST(Command, CheckWritesNothingAndSaysSo) {
  const Workshop shop;
  shop.write("a.yaml", small_diagram);
  const Outcome done = shop.run("check a.yaml");
  EXPECT_EQ(done.status, 0);
  EXPECT_THAT(done.out, testing::StartsWith("a.yaml: can be drawn\n"));
  EXPECT_THAT(done.out, testing::HasSubstr(" text frames hold their text, also where it is 4 % wider\n"));
  EXPECT_EQ(done.err, "");
  EXPECT_THAT(shop.files(), ElementsAre("a.yaml"));
}

}  // namespace
}  // namespace drawplate::test
