// DOT files of other people against Graphviz' own reading of them.
#include <gtest/gtest.h>

#include <cstddef>
#include <map>
#include <string>

#include "tests/deck/corpus_comparison.h"

namespace drawplate {
namespace {

/// Where we differ from Graphviz' reading on purpose.
const std::map<std::string, std::string> known_differences = {
    {"dot/pydot-from-past-to-future.gv", "dot takes nodes of a rank=same set out of their clusters; here they stay"},
};

TEST(DotCorpus, ReadsWhatGraphvizReads) {
  const auto files = test::read_corpus("dot");
  std::size_t different = 0;
  for (test::CorpusFile file : files) {
    Report report;
    const Diagram diagram = test::read_corpus_diagram(file.text, InputForm::dot, report);
    test::Facts actual = test::facts_of(diagram, "dot");
    test::reconcile_dot(file.text, file.expected, actual);
    std::string found = test::differences(file.expected, actual);
    for (const Diagnostic& diagnostic : report.all()) {
      if (diagnostic.severity == Severity::error) found += "  error: " + diagnostic.message + "\n";
    }
    different += found.empty() ? 0 : 1;
    EXPECT_EQ(found.empty(), !known_differences.contains(file.name)) << file.name << "\n" << found;
  }
  EXPECT_LE(different * 100, files.size());
}

}  // namespace
}  // namespace drawplate
