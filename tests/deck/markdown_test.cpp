// Decks in Markdown: each file of inputs is one convention; its golden holds what was read and everything that was said.
#include "deck/markdown/markdown.h"
#include "deck/read_deck.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "deck/model/dump_deck.h"
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
  const Deck deck = read_deck(sources, source, InputForm::markdown, {{}, folder.empty() ? ReadFile() : read_file}, report);
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

/// The words between backticks in a row's second cell; a bar in a cell is written behind a backslash.
std::vector<std::string> conventions_in(std::string row) {
  std::vector<std::string> words;
  for (std::size_t at = row.find("\\|"); at != std::string::npos; at = row.find("\\|")) row.replace(at, 2, "\x01");
  const std::size_t begin = row.find('|', 1), end = row.find('|', begin + 1);
  std::string cell = row.substr(begin + 1, end - begin - 1);
  std::replace(cell.begin(), cell.end(), '\x01', '|');
  for (std::size_t at = cell.find('`'); at != std::string::npos; at = cell.find('`', at + 1)) {
    const std::size_t close = cell.find('`', at + 1);
    if (close == std::string::npos) break;
    words.push_back(cell.substr(at + 1, close - at - 1));
    at = close;
  }
  return words;
}

TEST(Markdown, EveryConventionThatTheDocumentsNameIsReadInATest) {
  const fs::path root = DRAWPLATE_SOURCE_DIR;
  std::string inputs;
  for (const std::string& name : conventions()) inputs += whole_file(root / "tests/deck/markdown" / (name + ".md"));
  std::istringstream lines(whole_file(root / "docs/decks.md"));
  std::size_t count = 0;
  bool in_table = false;
  for (std::string line; std::getline(lines, line);) {
    in_table = in_table || line == "## Decks you have already";
    if (!in_table || !line.starts_with("| ") || line.starts_with("| tool")) continue;
    for (const std::string& word : conventions_in(line)) {
      ++count;
      EXPECT_NE(inputs.find(word), std::string::npos) << word;
    }
  }
  EXPECT_GT(count, 50U);
}

INSTANTIATE_TEST_SUITE_P(Markdown, Convention, testing::ValuesIn(conventions()), [](const auto& info) { return info.param; });

}  // namespace
}  // namespace drawplate
