// The documents are true: every diagram in them can be drawn as it stands, and so can every sample.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/cli/command.h"
#include "tests/support/golden.h"

namespace drawplate::test {
namespace {

struct Example {
  std::string document, form, text;
  int line = 0;
};

/// The fenced blocks of a document whose language drawplate reads.
std::vector<Example> examples_of(const std::string& document) {
  std::vector<Example> examples;
  std::istringstream lines(read_source_file(document));
  std::string line, form;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (!line.starts_with("```")) {
      if (!form.empty()) examples.back().text += line + "\n";
      continue;
    }
    const std::string language = line.substr(3);
    form = form.empty() && (language == "yaml" || language == "mermaid" || language == "dot" || language == "markdown") ? language : "";
    if (!form.empty()) examples.push_back({document, form, "", number});
  }
  return examples;
}

std::vector<std::string> names_in(std::string_view folder, std::string_view suffix) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(DRAWPLATE_SOURCE_DIR) / folder)) {
    if (entry.path().string().ends_with(suffix)) names.push_back((std::filesystem::path(folder) / entry.path().filename()).string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

TEST(Documents, EveryExampleCanBeDrawn) {
  std::vector<std::string> documents = names_in("docs", ".md");
  documents.push_back("README.md");
  const Workshop shop;
  int count = 0;
  for (const std::string& document : documents) {
    for (const Example& example : examples_of(document)) {
      shop.write("example", example.text);
      const Outcome done = shop.run("check example --strict --from " + example.form);
      EXPECT_EQ(done.status, 0) << document << ":" << example.line << "\n" << done.err;
      ++count;
    }
  }
  EXPECT_GE(count, 8);
}

TEST(Documents, EverySampleIsDrawnOnEveryPage) {
  const Workshop shop;
  for (const std::string& sample : names_in("samples", ".yaml")) {
    for (const char* page : {"4:5", "16:9", "A4"}) {
      const Outcome done = shop.run(source_path(sample) + " --quiet -o a.pdf -o a.pptx --page " + page);
      EXPECT_EQ(done.status, 0) << sample << " " << page << "\n" << done.err;
    }
  }
}

TEST(Documents, EveryFrameOfEverySampleHoldsTextThatIsWider) {
  const Workshop shop;
  for (const std::string& sample : names_in("samples", ".yaml"))
    for (const char* setting : {"4:5", "16:9", "A4", "4:5 --pptx-fonts office", "16:9 --pptx-fonts office"}) {
      const Outcome done = shop.run("check " + source_path(sample) + " --page " + setting);
      EXPECT_THAT(done.out, testing::HasSubstr(" text frames hold their text, also where it is 4 % wider\n")) << sample << " " << setting;
      EXPECT_THAT(done.out, testing::Not(testing::HasSubstr("too full"))) << sample << " " << setting;
    }
}

TEST(Documents, EverySampleDeckIsDrawn) {
  const Workshop shop;
  for (const std::string& sample : names_in("samples", ".md")) {
    const Outcome done = shop.run(source_path(sample) + " -o a.pdf -o a.pptx");
    EXPECT_EQ(done.status, 0) << sample;
    EXPECT_EQ(done.err, "") << sample;
  }
}

TEST(Documents, EveryPictureAndLinkThatIsNamedIsThere) {
  for (const char* document :
       {"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/diagrams.md", "docs/command.md", "docs/decks.md", "bench/README.md"}) {
    const std::string text = read_source_file(document);
    const std::filesystem::path folder = (std::filesystem::path(DRAWPLATE_SOURCE_DIR) / document).parent_path();
    for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at + 2)) {
      const std::size_t line = text.rfind('\n', at) + 1;
      if (std::count(text.begin() + static_cast<std::ptrdiff_t>(line), text.begin() + static_cast<std::ptrdiff_t>(at), '`') % 2 == 1)
        continue;
      const std::string target = text.substr(at + 2, text.find_first_of(")#", at + 2) - at - 2);
      if (target.empty() || target.starts_with("http")) continue;
      EXPECT_TRUE(std::filesystem::exists(folder / target)) << document << ": " << target;
    }
  }
}

}  // namespace
}  // namespace drawplate::test
