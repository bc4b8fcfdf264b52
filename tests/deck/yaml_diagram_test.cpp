// The YAML form: what is read from it, as dumps compared in full.
#include "deck/yaml_diagram.h"

#include <gtest/gtest.h>

#include "deck/dump_deck.h"
#include "tests/support/golden.h"

namespace drawplate {
namespace {

struct Read {
  std::string dump, messages;
};

Read read(std::string text, const Arguments& arguments = {}) {
  SourceSet sources;
  const SourceId source = sources.add({"a.yaml", std::move(text)});
  Report report;
  const Deck deck = read_deck(sources, source, InputForm::yaml, arguments, report);
  std::string dump;
  for (const Slide& slide : deck.slides) dump += dump_diagram(slide.diagram);
  return {std::move(dump), render_text(report, sources)};
}

TEST(YamlDiagram, TheReferenceSampleReadsWithoutAWord) {
  const Read sample = read(test::read_source_file("samples/hybrid-cache.yaml"));
  EXPECT_EQ(sample.messages, "");
  test::expect_golden("deck/hybrid-cache.dump", sample.dump);
}

}  // namespace
}  // namespace drawplate
