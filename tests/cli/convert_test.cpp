// `convert`: any language in drawplate's own form, which our reader then reads without a word, up to the limits of all readers.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <string>

#include "base/limits.h"
#include "tests/cli/command.h"

namespace drawplate::test {
namespace {

using testing::HasSubstr;

/// Converts, converts what came of it, and expects the same text.
void expect_read_back(const std::string& name, const std::string& text) {
  const Workshop shop;
  shop.write(name, text);
  const Outcome there = shop.run("convert --strict " + name + " -o there.yaml");
  ASSERT_EQ(there.status, 0) << there.err.substr(0, 300);
  const Outcome again = shop.run("convert --strict there.yaml -o again.yaml");
  ASSERT_EQ(again.status, 0) << again.err.substr(0, 300);
  EXPECT_EQ(there.err + again.err, "");
  EXPECT_TRUE(shop.read("there.yaml") == shop.read("again.yaml")) << name;
}

TEST(Convert, AMermaidGraphAsLargeAsMayBeIsReadBack) {
  std::string text = "flowchart TD\n";
  for (std::size_t i = 0; i < max_diagram_nodes; ++i) text += fmt::format("n{}[\"Node {}\"]\n", i, i);
  for (std::size_t i = 0; i < max_diagram_edges; ++i)
    text += fmt::format("n{} -->|{}| n{}\n", i % max_diagram_nodes, i, (i * 7 + 1) % max_diagram_nodes);
  expect_read_back("graph.mmd", text);
}

TEST(Convert, ALargeDotGraphIsReadBack) {
  constexpr std::size_t nodes = max_diagram_nodes / 5, edges = max_diagram_edges / 5;  // Mermaid's goes to the limits
  std::string text = "digraph {\n";
  for (std::size_t i = 0; i < nodes; ++i) text += fmt::format("n{} [label=\"Node {}\", style=dashed];\n", i, i);
  for (std::size_t i = 0; i < edges; ++i) text += fmt::format("n{} -> n{} [label={}];\n", i % nodes, (i * 7 + 1) % nodes, i);
  expect_read_back("graph.dot", text + "}\n");
}

TEST(Convert, GroupsAsDeepAsMayBeAreReadBack) {
  std::string mermaid = "flowchart TD\n", dot = "digraph {\n";
  for (int i = 0; i < max_nesting; ++i) {
    mermaid += fmt::format("subgraph g{}\n", i);
    dot += fmt::format("subgraph cluster{} {{\n", i);
  }
  mermaid += "a --> b\n";
  dot += "a [shape=record, label=\"{x|y}|<p> z\"]; a -> b;\n";
  for (int i = 0; i < max_nesting; ++i) {
    mermaid += "end\n";
    dot += "}\n";
  }
  expect_read_back("deep.mmd", mermaid);
  expect_read_back("deep.dot", dot + "}\n");
}

TEST(Convert, NamesAndRecordsAsLongAsMayBeAreReadBack) {
  const std::string name(max_name_bytes, 'x');
  expect_read_back("name.mmd", "flowchart TD\n" + name + " --> b\n");
  expect_read_back("name.dot", "digraph { " + name + " -> b; }\n");
  std::string fields = "0";
  for (std::size_t i = 1; i < max_node_items; ++i) fields += fmt::format("|{}", i);
  expect_read_back("record.dot", "digraph { a [shape=record, label=\"" + fields + "\"]; }\n");
}

TEST(Convert, WhatOurReaderWouldRefuseIsSaidAndNotWritten) {
  const Workshop shop;
  shop.write("long.dot", "digraph { a [label=\"" + std::string(30'000, 'x') + "\"]; }\n");
  const Outcome done = shop.run("convert long.dot -o long.yaml");
  EXPECT_EQ(done.status, 1);
  EXPECT_EQ(done.err,
            "long.dot: error: as YAML it could not be read again: 'title' has more than 20000 bytes\n"
            "drawplate: 1 error; nothing was written\n");
  EXPECT_FALSE(shop.has("long.yaml"));
}

TEST(Convert, NeedsNoFonts) {
  const Workshop shop;
  shop.write("a.yaml", small_diagram);
  shop.write("none.conf", "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig></fontconfig>\n");
  EXPECT_EQ(shop.shell("FONTCONFIG_FILE=$PWD/none.conf drawplate a.yaml -o a.pdf").status, 3);
  const Outcome done = shop.shell("FONTCONFIG_FILE=$PWD/none.conf drawplate convert a.yaml -o b.yaml");
  EXPECT_EQ(done.err, "");
  EXPECT_EQ(done.status, 0);
  EXPECT_THAT(shop.read("b.yaml"), HasSubstr("First"));
}

TEST(Convert, SlidesAreNoDiagram) {
  const Workshop shop;
  shop.write("talk.md", "# One\n\nText\n");
  const Outcome done = shop.run("convert talk.md -o talk.yaml");
  EXPECT_EQ(done.status, 3);
  EXPECT_THAT(done.err, HasSubstr("only a single diagram can be written as YAML, not a deck of slides\n"));
  EXPECT_FALSE(shop.has("talk.yaml"));
}

}  // namespace
}  // namespace drawplate::test
