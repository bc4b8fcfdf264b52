// DOT files: whole inputs against goldens, and what the language's finer points come to.
#include "deck/dot/dot.h"

#include <cstddef>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "deck/dot/dot_looks.h"
#include "deck/model/dump_diagram.h"
#include "deck/read_deck.h"
#include "tests/support/golden.h"

namespace drawplate {
namespace {

struct Reading {
  SourceSet sources;
  Report report;
  Diagram diagram;

  explicit Reading(std::string text, std::string name = "graph.gv") {
    const SourceId id = sources.add({std::move(name), std::move(text)});
    diagram = read_dot(sources, id, Arguments{}, report);
  }
  std::string messages() const { return render_text(report, sources); }
  std::string edges() const {
    std::string text;
    for (const Edge& edge : diagram.edges) text += edge.id + " ";
    return text;
  }
};

TEST(Dot, ReadsAWholeGraph) {
  const Reading reading(test::read_source_file("tests/deck/inputs/pipeline.gv"), "pipeline.gv");
  test::expect_golden("deck/pipeline.gv.txt", dump_diagram(reading.diagram) + "\n" + reading.messages());
}

TEST(Dot, AnswersEveryMistakeInOneRun) {
  const Reading reading(test::read_source_file("tests/deck/inputs/broken.gv"), "broken.gv");
  test::expect_golden("deck/broken.gv.txt", dump_diagram(reading.diagram) + "\n" + reading.messages());
}

TEST(Dot, EdgesJoinEveryNodeOfTheirOperands) {
  EXPECT_EQ(Reading("digraph{{a b}->{c d}->e}").edges(), "a->c a->d b->c b->d c->e d->e ");
  EXPECT_EQ(Reading("digraph{subgraph s{a;b} c->subgraph s}").edges(), "c->a c->b ");
  EXPECT_EQ(Reading("digraph{a,b->c}").edges(), "a->c b->c ");
  EXPECT_EQ(Reading("digraph{a->b a->b}").edges(), "a->b a->b#2 ");
  EXPECT_EQ(Reading("strict graph{a--b b--a}").edges(), "a->b ");
}

TEST(Dot, DefaultsHoldFromTheirStatementToTheEndOfTheirScope) {
  const Reading reading("digraph{a node[label=x] b subgraph{node[label=y] c a} d}");
  std::string titles;
  for (const Node& node : reading.diagram.nodes) titles += node.id + "=" + node.title.plain() + " ";
  EXPECT_EQ(titles, "a=a b=x c=y d=x ");
}

TEST(Dot, CountsUnknownAttributesWithoutAWord) {
  const Reading reading("digraph{graph[foo=1] a[bar=2,baz=3]}");
  EXPECT_EQ(reading.diagram.unknown_attributes, 3u);
  EXPECT_TRUE(reading.report.all().empty());
}

TEST(Dot, KeepsNestingAndCountsWithinTheLimits) {
  std::string deep = "digraph{";
  for (int i = 0; i < 100'000; ++i) deep += '{';
  EXPECT_TRUE(Reading(deep).report.has_errors());
  std::string record = "digraph{a[shape=record label=\"";
  for (int i = 0; i < 100'000; ++i) record += '{';
  EXPECT_TRUE(Reading(record + "\"]}").report.has_errors());
  std::string dense = "strict digraph{subgraph s{";
  for (int i = 0; i < 10'000; ++i) dense += "n" + std::to_string(i) + ";";
  dense += "}";
  for (int i = 0; i < 1000; ++i) dense += "subgraph s->subgraph s;";
  EXPECT_TRUE(Reading(dense + "}").report.has_errors());
}

TEST(Dot, KnowsTheColoursOfX11) {
  Report report;
  const auto color = [&](std::string text) {
    const auto read = read_dot_color({std::move(text), false, {}}, report);
    return read ? to_hex(*read) : "none";
  };
  EXPECT_EQ(color("green"), "#00FF00");
  EXPECT_EQ(color("red3"), "#CD0000");
  EXPECT_EQ(color("gray50"), "#808080");
  EXPECT_EQ(color("#ff000080"), "#FF7F7F");
  EXPECT_EQ(color("0.5 1 1"), "#00FFFF");
  EXPECT_EQ(color("blue:red"), "#0000FF");
  EXPECT_EQ(color("transparent"), "none");
  EXPECT_TRUE(report.all().empty());
  EXPECT_EQ(color("gren"), "none");
  EXPECT_EQ(report.all().at(0).hint, "did you mean 'green'?");
}

}  // namespace
}  // namespace drawplate
