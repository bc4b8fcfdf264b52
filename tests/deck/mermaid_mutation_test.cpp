// Both readers of foreign languages against thousands of texts with seeded faults in them: no crash, no hang, and a diagram
// that holds together whatever was read.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "deck/dot/dot.h"
#include "deck/mermaid/mermaid.h"
#include "deck/read_deck.h"
#include "tests/support/golden.h"

namespace drawplate {
namespace {

constexpr std::string_view pieces[] = {"\"", "[",       "]",    "{",  "}",        "(",    ")",        "<",        ">",  "-->",
                                       "-.", "==",      "~~~",  "|",  "`",        "@{",   ":::",      ";",        "&",  "%%",
                                       "\n", "end",     "\\",   "#",  "&amp;",    "--",   "subgraph", "style a ", "->", "=",
                                       ":",  "<table>", "<td>", "/*", "\xC3\xA9", "\xFF", "\t"};

/// `count` faults: a piece put in, a stretch taken out, doubled, or moved, a byte changed.
std::string with_faults(std::string text, std::mt19937& random, int count) {
  const auto below = [&](std::size_t end) { return end == 0 ? 0 : random() % end; };
  for (int i = 0; i < count; ++i) {
    const std::size_t at = below(text.size() + 1), length = below(std::min<std::size_t>(40, text.size() - at) + 1);
    switch (random() % 5) {
      case 0:
        text.insert(at, pieces[below(std::size(pieces))]);
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(at, text.substr(at, length));
        break;
      case 3:
        text.insert(below(text.size() + 1), text.substr(at, length));
        break;
      default:
        if (at < text.size()) text[at] = static_cast<char>(random() % 256);
    }
  }
  return text;
}

void expect_whole(const Diagram& diagram, const std::string& text) {
  std::set<std::string> ids;
  for (std::size_t i = 0; i < diagram.groups.size(); ++i) {
    ASSERT_TRUE(ids.insert(diagram.groups[i].id).second) << text;
    std::size_t steps = 0;
    for (auto around = diagram.groups[i].parent; around; around = diagram.groups[index_of(*around)].parent) {
      ASSERT_LT(index_of(*around), diagram.groups.size()) << text;
      ASSERT_LT(++steps, static_cast<std::size_t>(max_nesting) + 1) << text;
    }
  }
  for (const Node& node : diagram.nodes) {
    ASSERT_TRUE(ids.insert(node.id).second) << text;
    ASSERT_TRUE(!node.group || index_of(*node.group) < diagram.groups.size()) << text;
    ASSERT_EQ(node.shape == NodeShape::table, !node.cells.empty()) << text;
  }
  std::set<std::string> edge_ids;
  for (const Edge& edge : diagram.edges) {
    ASSERT_TRUE(edge_ids.insert(edge.id).second) << text;
    for (const EdgeEnd& end : {edge.from, edge.to}) {
      ASSERT_LT(end.index, end.is_group ? diagram.groups.size() : diagram.nodes.size()) << text;
    }
  }
}

template <class Read>
void try_faults(std::string_view path, Read read) {
  const std::string whole = test::read_source_file(path);
  std::mt19937 random(20'250'101);
  for (int round = 0; round < 500; ++round) {
    const std::string text = with_faults(whole, random, 1 + round % 12);
    SourceSet sources;
    Report report;
    const SourceId id = sources.add({"faults", text});
    expect_whole(read(sources, id, report), text);
    if (testing::Test::HasFatalFailure()) return;
  }
}

TEST(Faults, LeaveMermaidDiagramsWhole) {
  for (const char* path : {"tests/deck/inputs/build-service.mmd", "tests/deck/inputs/broken.mmd"}) {
    try_faults(path, [](const SourceSet& sources, SourceId id, Report& report) { return read_mermaid(sources, id, Arguments{}, report); });
  }
}

TEST(Faults, LeaveDotDiagramsWhole) {
  for (const char* path : {"tests/deck/inputs/pipeline.gv", "tests/deck/inputs/broken.gv"}) {
    try_faults(path, [](const SourceSet& sources, SourceId id, Report& report) { return read_dot(sources, id, Arguments{}, report); });
  }
}

}  // namespace
}  // namespace drawplate
