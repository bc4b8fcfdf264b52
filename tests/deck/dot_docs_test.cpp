// docs/graphviz.md says what is read; every row of its tables is tried.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "deck/dot/dot.h"
#include "deck/dot/dot_looks.h"
#include "deck/model/dump_diagram.h"
#include "deck/model/vocabulary.h"
#include "deck/read_deck.h"
#include "tests/support/doc_tables.h"
#include "tests/support/golden.h"

namespace drawplate {
namespace {

std::vector<std::string> read_lines(const std::string& statements, Diagram& diagram) {
  SourceSet sources;
  Report report;
  diagram = read_dot(sources, sources.add({"doc.gv", "digraph{" + statements + "}"}), Arguments{}, report);
  std::vector<std::string> lines = test::lines_of(dump_diagram(diagram));
  for (const Diagnostic& found : report.all())
    lines.push_back((found.severity == Severity::error ? "error: " : "warning: ") + found.message);
  return lines;
}

TEST(DotDocs, EveryRowIsReadAsItSays) {
  std::size_t rows = 0;
  for (const test::DocTable& table : test::read_doc_tables("docs/graphviz.md")) {
    if (table.header.back() != "read as") continue;
    for (const auto& row : table.rows) {
      ASSERT_EQ(row.size(), 3u);
      const std::string written = test::codes_of(row[0]).at(0);
      Diagram diagram;
      const auto lines = read_lines(written, diagram);
      for (const std::string& expected : test::codes_of(row[2])) {
        EXPECT_NE(std::ranges::find(lines, expected), lines.end()) << written << " is not read as " << expected;
      }
      const auto is_message = [](const std::string& line) { return line.starts_with("warning: ") || line.starts_with("error: "); };
      EXPECT_EQ(std::ranges::any_of(lines, is_message), is_message(test::codes_of(row[2]).at(0))) << written;
      ++rows;
    }
  }
  EXPECT_GT(rows, 45u);
}

TEST(DotDocs, NamesEveryShapeAndHeadOnce) {
  std::multiset<std::string> shapes, heads;
  bool heads_next = false;
  for (const test::DocTable& table : test::read_doc_tables("docs/graphviz.md")) {
    if (table.header.front() != "names") continue;
    for (const auto& row : table.rows) {
      for (const std::string& name : test::codes_of(row[0])) {
        (heads_next ? heads : shapes).insert(name);
        const std::string drawn = test::codes_of(row[1]).at(0);
        if (heads_next) {
          EXPECT_EQ(word_for(find_dot_head(name).value(), head_names), drawn) << name;
        } else {
          EXPECT_EQ(word_for(find_dot_shape(name).value(), shape_names), drawn) << name;
        }
      }
    }
    heads_next = true;
  }
  const auto known_shapes = dot_shape_names(), known_heads = dot_head_names();
  EXPECT_EQ(shapes, (std::multiset<std::string>(known_shapes.begin(), known_shapes.end())));
  EXPECT_EQ(heads, (std::multiset<std::string>(known_heads.begin(), known_heads.end())));
}

TEST(DotDocs, NamesEveryAttribute) {
  std::string list;
  for (const std::string_view name : dot_key_names()) list += (list.empty() ? "`" : ", `") + std::string(name) + "`";
  const std::string page = test::read_source_file("docs/graphviz.md");
  EXPECT_NE(page.find("All attributes that are used: " + list + "."), std::string::npos) << list;
}

}  // namespace
}  // namespace drawplate
