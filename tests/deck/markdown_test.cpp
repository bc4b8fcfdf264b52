// Decks in Markdown: each file of inputs is one convention; its golden holds what was read and everything that was said.
#include "deck/markdown.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "deck/dump_deck.h"
#include "tests/support/golden.h"

namespace drawplate {
namespace {

namespace fs = std::filesystem;

std::string whole_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// What is read from the text, and what is said of it; files that it names lie in `folder`.
std::string read_and_said(std::string name, std::string text, const fs::path& folder = {}) {
  SourceSet sources;
  const SourceId source = sources.add({std::move(name), std::move(text)});
  Report report;
  const ReadFile read_file = [&](std::string_view file, Span origin) -> std::optional<SourceId> {
    if (!fs::exists(folder / file)) {
      report.error(origin, "no such file");
      return std::nullopt;
    }
    return sources.add({std::string(file), whole_file(folder / file)});
  };
  const Deck deck = read_deck(sources, source, InputForm::markdown, {}, report, folder.empty() ? ReadFile() : read_file);
  return dump_deck(deck) + render_text(report, sources);
}

class Convention : public testing::TestWithParam<std::string> {};

TEST_P(Convention, IsReadAsItsGoldenSays) {
  const fs::path folder = fs::path(DRAWPLATE_SOURCE_DIR) / "tests/deck/markdown";
  test::expect_golden("deck/markdown/" + GetParam() + ".txt",
                      read_and_said(GetParam() + ".md", whole_file(folder / (GetParam() + ".md")), folder));
}

std::vector<std::string> conventions() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(fs::path(DRAWPLATE_SOURCE_DIR) / "tests/deck/markdown"))
    if (entry.path().extension() == ".md") names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

INSTANTIATE_TEST_SUITE_P(Markdown, Convention, testing::ValuesIn(conventions()), [](const auto& info) { return info.param; });

}  // namespace
}  // namespace drawplate
