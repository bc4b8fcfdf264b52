// docs/mermaid.md says what is read; every row of its tables is tried.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "deck/mermaid/mermaid.h"
#include "deck/mermaid/mermaid_parser.h"
#include "deck/mermaid/mermaid_shapes.h"
#include "deck/model/dump_diagram.h"
#include "deck/model/vocabulary.h"
#include "deck/read_deck.h"
#include "tests/support/doc_tables.h"
#include "tests/support/golden.h"

namespace drawplate {
namespace {

/// The dump's lines, and a line "warning: …" or "error: …" for each diagnostic.
std::vector<std::string> read_lines(const std::string& text, Diagram& diagram) {
  SourceSet sources;
  Report report;
  diagram = read_mermaid(sources, sources.add({"doc.mmd", text}), Arguments{}, report);
  std::vector<std::string> lines = test::lines_of(dump_diagram(diagram));
  for (const Diagnostic& found : report.all())
    lines.push_back((found.severity == Severity::error ? "error: " : "warning: ") + found.message);
  return lines;
}

TEST(MermaidDocs, EveryRowIsReadAsItSays) {
  std::size_t rows = 0;
  for (const test::DocTable& table : test::read_doc_tables("docs/mermaid.md")) {
    if (table.header.back() != "read as" || table.header.front() != "written") continue;
    for (const auto& row : table.rows) {
      ASSERT_EQ(row.size(), 3u);
      const std::string written = test::codes_of(row[0]).at(0);
      Diagram diagram;
      const auto lines = read_lines("flowchart TD\n" + written, diagram);
      for (const std::string& expected : test::codes_of(row[2])) {
        EXPECT_NE(std::ranges::find(lines, expected), lines.end()) << written << " is not read as " << expected;
      }
      const auto is_message = [](const std::string& line) { return line.starts_with("warning: ") || line.starts_with("error: "); };
      EXPECT_EQ(std::ranges::any_of(lines, is_message), is_message(test::codes_of(row[2]).at(0))) << written;
      ++rows;
    }
  }
  EXPECT_GT(rows, 80u);
}

TEST(MermaidDocs, NamesEveryShapeOnce) {
  std::multiset<std::string> named;
  for (const test::DocTable& table : test::read_doc_tables("docs/mermaid.md")) {
    if (table.header.front() != "names") continue;
    for (const auto& row : table.rows) {
      for (const std::string& name : test::codes_of(row[0])) {
        named.insert(name);
        Diagram diagram;
        read_lines("flowchart TD\nA@{ shape: " + name + " }", diagram);
        EXPECT_EQ(word_for(diagram.nodes.at(0).shape, shape_names), test::codes_of(row[1]).at(0)) << name;
      }
    }
  }
  const auto known = mermaid_shape_names();
  EXPECT_EQ(named, (std::multiset<std::string>(known.begin(), known.end())));
}

TEST(MermaidDocs, NamesEveryDirection) {
  const test::DocTable table = test::read_doc_tables("docs/mermaid.md").at(0);
  EXPECT_EQ(table.rows.size(), 9u);
  for (const auto& row : table.rows) {
    Diagram diagram;
    read_lines("flowchart " + test::codes_of(row[0]).at(0) + "\nA", diagram);
    ASSERT_TRUE(diagram.direction);
    EXPECT_EQ(word_for(*diagram.direction, direction_names), test::codes_of(row[1]).at(0));
  }
}

TEST(MermaidDocs, SettingsDoWhatTheirTableSays) {
  Diagram diagram;
  const std::string variables =
      "---\ntitle: T\nconfig:\n  flowchart:\n    curve: basis\n  theme: dark\n  themeVariables:\n    primaryColor: '#112233'\n    "
      "primaryBorderColor: '#445566'\n"
      "    primaryTextColor: '#ffffff'\n    clusterBkg: '#eeeeff'\n    clusterBorder: '#0000ff'\n    lineColor: '#ff0000'\n---\n";
  const auto lines = read_lines(variables + "flowchart TD\nsubgraph g\nA --> B\nend", diagram);
  const std::vector<std::string> expected = {
      "diagram title=\"T\" theme=\"mist-dark\" direction=down heading=true routes=curved",
      "group \"g\" title=\"g\" fill=#EEEEFF stroke=#0000FF",
      "node \"g.A\" title=\"A\" fill=#112233 stroke=#445566 color=#FFFFFF",
      "node \"g.B\" title=\"B\" fill=#112233 stroke=#445566 color=#FFFFFF",
      "edge \"g.A\" -> \"g.B\" stroke=#FF0000",
  };
  EXPECT_EQ(lines, expected);
}

TEST(MermaidDocs, SettingsMayBeInFlowStyle) {
  Diagram diagram;
  const auto lines = read_lines("---\ntitle: T\nconfig: {flowchart: {curve: linear}, theme: dark}\n---\nflowchart TD\nA", diagram);
  EXPECT_EQ(lines.at(0), "diagram title=\"T\" theme=\"mist-dark\" direction=down heading=true routes=straight");
  EXPECT_EQ(lines.size(), 2u);
  const auto over_lines =
      read_lines("---\nconfig: {\n  flowchart: {curve: step,\n  defaultRenderer: elk}\n}\ntitle: U\n---\nflowchart TD\nA", diagram);
  EXPECT_EQ(over_lines.at(0), "diagram title=\"U\" direction=down heading=true routes=orthogonal");
  EXPECT_EQ(over_lines.size(), 2u);
  const auto unclosed = read_lines("---\nconfig: {flowchart: {curve: linear\n---\nflowchart TD\nA", diagram);
  EXPECT_EQ(unclosed.at(0), "diagram direction=down routes=straight");
}

TEST(MermaidDocs, UnknownSettingsAreTold) {
  Diagram diagram;
  const auto lines = read_lines("---\ntittle: T\nconfig:\n  flowchart:\n    curve: bent\n  loook: neo\n---\nflowchart TD\nA", diagram);
  EXPECT_EQ(lines,
            (std::vector<std::string>{"diagram direction=down", "node \"A\" title=\"A\"", "warning: unknown setting 'tittle' is set aside",
                                      "warning: unknown curve 'bent'", "warning: unknown setting 'config.loook' is set aside"}));
}

TEST(MermaidDocs, EveryCurveItNamesIsKnown) {
  for (const test::DocTable& table : test::read_doc_tables("docs/mermaid.md"))
    for (const auto& row : table.rows) {
      if (row[0] != "`config.flowchart.curve`") continue;
      for (std::string curve : test::codes_of(row[1])) {
        if (curve.ends_with("…")) curve.resize(curve.find("…"));
        Diagram diagram;
        read_lines("%%{init: {'flowchart': {'curve': '" + curve + "'}}}%%\nflowchart TD\nA", diagram);
        ASSERT_TRUE(diagram.routes) << curve;
        const RouteKind kind = curve == "linear"                       ? RouteKind::straight
                               : curve == "rounded" || curve == "step" ? RouteKind::orthogonal
                                                                       : RouteKind::curved;
        EXPECT_EQ(*diagram.routes, kind) << curve;
      }
    }
}

TEST(MermaidDocs, NamesEverySettingThatIsUsed) {
  std::string page = test::read_source_file("docs/mermaid.md");
  for (const std::string_view name :
       {"title", "config.theme", "config.flowchart.curve", "config.themeVariables.primaryColor", "mainBkg",
        "config.themeVariables.primaryBorderColor", "nodeBorder", "config.themeVariables.primaryTextColor", "nodeTextColor",
        "config.themeVariables.clusterBkg", "clusterBorder", "config.themeVariables.lineColor"})
    EXPECT_NE(page.find("`" + std::string(name) + "`"), std::string::npos) << name;
}

}  // namespace
}  // namespace drawplate
