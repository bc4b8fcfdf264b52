// Mermaid flowcharts: whole inputs against goldens, and what each mistake is answered with.
#include "deck/mermaid/mermaid.h"

#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "deck/model/dump_diagram.h"
#include "deck/read_deck.h"
#include "tests/support/golden.h"

namespace drawplate {
namespace {

struct Reading {
  SourceSet sources;
  Report report;
  Diagram diagram;

  explicit Reading(std::string text, const Arguments& arguments = {}, std::string name = "flow.mmd") {
    const SourceId id = sources.add({std::move(name), std::move(text)});
    diagram = read_mermaid(sources, id, arguments, report);
  }
  std::string messages() const { return render_text(report, sources); }
};

TEST(Mermaid, ReadsAWholeDiagram) {
  const Reading reading(test::read_source_file("tests/deck/inputs/build-service.mmd"), {}, "build-service.mmd");
  test::expect_golden("deck/build-service.mmd.txt", dump_diagram(reading.diagram) + "\n" + reading.messages());
}

TEST(Mermaid, AnswersEveryMistakeInOneRun) {
  const Reading reading(test::read_source_file("tests/deck/inputs/broken.mmd"), {}, "broken.mmd");
  test::expect_golden("deck/broken.mmd.txt", dump_diagram(reading.diagram) + "\n" + reading.messages());
}

TEST(Mermaid, NamesOtherKindsOfDiagram) {
  const Reading sequence("sequenceDiagram\n  a->>b: hi\n");
  ASSERT_EQ(sequence.report.all().size(), 1u);
  EXPECT_EQ(sequence.report.all()[0].message, "this is a sequence diagram; of Mermaid's diagrams only flowcharts are read");
  EXPECT_EQ(sequence.report.all()[0].hint, "a flowchart begins with 'flowchart' or 'graph'");
  EXPECT_EQ(Reading("stateDiagram-v2\n").report.all().size(), 1u);
  EXPECT_EQ(Reading("flowchrt TD\n  a\n").report.all().at(0).hint, "did you mean 'flowchart'?");
  EXPECT_EQ(Reading("").report.all().at(0).message, "the flowchart is empty");
}

TEST(Mermaid, ReplacesOnlyTheArgumentsThatAreGiven) {
  Arguments arguments;
  arguments.values["name"] = "Ada";
  const Reading reading("graph TD\n a[\"hello {name}, {other}\"]\n", arguments);
  EXPECT_EQ(reading.diagram.nodes.at(0).title.plain(), "hello Ada, {other}");
}

TEST(Mermaid, KeepsNestingWithinTheLimit) {
  std::string text = "graph TD\n";
  for (int i = 0; i < 5000; ++i) text += "subgraph s" + std::to_string(i) + "\n a" + std::to_string(i) + "\n";
  const Reading deep(text);
  EXPECT_TRUE(deep.report.has_errors());
  std::string chain = "graph TD\n";  // each group names the next as its member
  for (int i = 0; i < 3000; ++i) chain += "subgraph s" + std::to_string(i) + "\n s" + std::to_string(i + 1) + "\nend\n";
  const Reading named(chain);
  EXPECT_TRUE(named.report.has_errors());
  for (const Group& group : named.diagram.groups) EXPECT_LT(group.id.size(), 2000u);
}

TEST(Mermaid, GroupsThatNameEachOtherEndSomewhere) {
  const Reading reading("graph TD\nsubgraph a\n b\n x\nend\nsubgraph b\n a\n y\nend\n a --> b\n");
  EXPECT_EQ(reading.diagram.groups.size(), 2u);
  EXPECT_FALSE(reading.report.has_errors());
}

}  // namespace
}  // namespace drawplate
