// Mermaid files of other people against Mermaid's own reading of them.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <map>
#include <string>

#include "tests/deck/corpus_comparison.h"

namespace drawplate {
namespace {

/// Where we differ from Mermaid's reading on purpose.
const std::map<std::string, std::string> known_differences = {
    {"mermaid/autoware-autoware-pose-covariance-modifier-02.mmd",
     "emphasis in brackets is taken for text by the reference, for emphasis by us"},
    {"mermaid/langgraph-test-large-cases-05.mmd", "<hr/> parts two words; the reference joins them"},
    {"mermaid/beaumer-parser-test-45.mmd", "'style A,B' makes a node \"A,B\" in Mermaid; here it styles both nodes"},
    {"mermaid/temporal-history-service-01.mmd", "'&nbsp' without its ';' is a blank to browsers; the parser alone keeps it"},
};

TEST(MermaidCorpus, ReadsWhatMermaidReads) {
  const auto files = test::read_corpus("mermaid");
  std::size_t different = 0;
  for (const test::CorpusFile& file : files) {
    Report report;
    const Diagram diagram = test::read_corpus_diagram(file.text, InputForm::mermaid, report);
    std::string found = test::differences(file.expected, test::facts_of(diagram, "mermaid"));
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
