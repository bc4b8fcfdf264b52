// Mermaid files of other people against Mermaid's own reading of them.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "deck/mermaid.h"
#include "tests/deck/corpus_comparison.h"

namespace drawplate {
namespace {

Diagram read(const std::string& text, Report& report) {
  SourceSet sources;
  const SourceId id = sources.add({"corpus.mmd", text});
  return read_mermaid(sources, id, Arguments{}, report);
}

TEST(MermaidCorpus, ReadsWhatMermaidReads) {
  std::size_t files = 0, equal = 0;
  for (const test::CorpusFile& file : test::read_corpus("mermaid")) {
    Report report;
    const Diagram diagram = read(file.text, report);
    std::string found = test::differences(file.expected, test::facts_of(diagram, "mermaid"));
    for (const Diagnostic& diagnostic : report.all()) {
      if (diagnostic.severity == Severity::error) found += "  error: " + diagnostic.message + "\n";
    }
    ++files;
    if (found.empty()) {
      ++equal;
    } else {
      fmt::print("{}\n{}", file.name, found);
    }
  }
  fmt::print("{} of {} equal\n", equal, files);
}

}  // namespace
}  // namespace drawplate
