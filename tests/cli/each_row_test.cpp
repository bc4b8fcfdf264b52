// --each: one drawing for each row of a CSV file, all of them or none.
#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/command.h"

namespace drawplate::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::string_view offer = "flow:\n  - one: \"For {who}\"\n  - two: Second\n";

TEST(EachRow, IsDrawnWithItsValuesUnderItsName) {
  const Workshop shop;
  shop.write("offer.yaml", offer);
  shop.write("rows.csv", "id,who\r\na,Ann\r\n\r\nb/c,\"Bob, \"\"the\"\" builder\"\r\n");
  const Outcome done = shop.run("offer.yaml -o '{row}-{id}.page' --each rows.csv");
  EXPECT_EQ(done.err, "");
  EXPECT_EQ(done.status, 0);
  EXPECT_THAT(shop.files(), ElementsAre("1-a.page", "2-b-c.page", "offer.yaml", "rows.csv"));
  EXPECT_THAT(shop.read("1-a.page"), HasSubstr("For Ann"));
  EXPECT_THAT(shop.read("2-b-c.page"), HasSubstr("For Bob, \\\"the\\\" builder"));
}

TEST(EachRow, WinsOverParametersAndSetWinsOverIt) {
  const Workshop shop;
  shop.write("offer.yaml", offer);
  shop.write("p.yaml", "who: nobody\n");
  shop.write("rows.csv", "id;who\na;Ann\n");
  ASSERT_EQ(shop.run("offer.yaml -o '{id}.page' --each rows.csv --params p.yaml").status, 0);
  EXPECT_THAT(shop.read("a.page"), HasSubstr("For Ann"));
  ASSERT_EQ(shop.run("offer.yaml -o '{id}.page' --each rows.csv --set who=all").status, 0);
  EXPECT_THAT(shop.read("a.page"), HasSubstr("For all"));
}

TEST(EachRow, WritesNothingWhereARowIsAtFault) {
  const Workshop shop;
  shop.write("offer.yaml", "flow:\n  - one: \"{a}\"\n  - two: \"{b}\"\n");
  shop.write("rows.csv", "id,a\nx,1\n");
  const Outcome done = shop.run("offer.yaml -o '{id}.pdf' --each rows.csv");
  EXPECT_EQ(done.status, 1);
  EXPECT_THAT(done.err, HasSubstr("'b'"));
  EXPECT_THAT(shop.files(), ElementsAre("offer.yaml", "rows.csv"));
}

TEST(EachRow, SaysWhatIsWrongWithTheRows) {
  const Workshop shop;
  shop.write("offer.yaml", offer);
  const struct {
    std::string csv, output, err;
    int status;
  } cases[] = {
      {"id,who\na\n", "{id}.pdf", "drawplate: cannot read 'rows.csv': line 2: 1 values where the first row names 2\n", 1},
      {"id,who\na,\"x\n", "{id}.pdf", "drawplate: cannot read 'rows.csv': line 2: this quote has no end\n", 1},
      {"id,who\n", "{id}.pdf", "drawplate: 'rows.csv' has no rows under its first\n", 1},
      {"id,who\na,x\n", "{idd}.pdf", "drawplate: output '{idd}.pdf' names no column of the rows; did you mean 'id'?\n", 2},
      {"id,who\na,x\na,y\n", "{id}.pdf", "drawplate: two rows would be written to 'a.pdf'\n", 2},
  };
  for (const auto& [csv, output, err, status] : cases) {
    shop.write("rows.csv", csv);
    const Outcome done = shop.run("offer.yaml -o '" + output + "' --each rows.csv");
    EXPECT_EQ(done.status, status) << csv;
    EXPECT_EQ(done.err, err);
  }
  const Outcome none = shop.run("offer.yaml -o '{id}.pdf' --each none.csv");
  EXPECT_EQ(none.err, "drawplate: cannot read 'none.csv': no such file or directory\n");
  EXPECT_EQ(none.status, 1);
}

TEST(Verbose, CountsWhatWasSetAside) {
  const Workshop shop;
  shop.write("a.gv", "digraph { a [fontname=Times]; a -> b [fontsize=9, samehead=x] }");
  EXPECT_EQ(shop.run("check a.gv -q").err, "");
  EXPECT_EQ(shop.run("check a.gv -v").err, "drawplate: 3 attributes that say nothing of what is drawn were set aside\n");
}

TEST(Licenses, AreThoseOfTheIconPack) {
  const Workshop shop;
  const Outcome done = shop.run("--licenses");
  EXPECT_EQ(done.status, 0);
  EXPECT_THAT(done.out, HasSubstr("drawplate"));
}

}  // namespace
}  // namespace drawplate::test
