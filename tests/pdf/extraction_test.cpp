// What readers of a PDF get out of it: every text of every sample, character by character in logical order.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "deck/read_deck.h"
#include "layout/layout_deck.h"
#include "pdf/write_pdf.h"
#include "tests/support/command_output.h"
#include "tests/support/golden.h"

namespace drawplate::test {
namespace {

/// Without white space, which lines and columns add, and without direction marks, which readers add of their own.
std::string bare(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view three = text.substr(i, 3);
    const bool mark =
        three == "\u200E" || three == "\u200F" || (three >= "\u202A" && three <= "\u202E") || (three >= "\u2066" && three <= "\u2069");
    if (mark && three.size() == 3) {
      i += 2;
    } else if (text.substr(i, 2) == "\u00A0") {
      ++i;
    } else if (static_cast<unsigned char>(text[i]) > ' ') {
      out += text[i];
    }
  }
  return out;
}

std::vector<std::string> texts_of(const Diagram& diagram) {
  std::vector<std::string> texts;
  const auto add = [&](const RichText& text) {
    if (!text.empty()) texts.push_back(text.plain());
  };
  for (const Group& group : diagram.groups) add(group.title), add(group.footer);
  for (const Edge& edge : diagram.edges) add(edge.label);
  for (const Node& node : diagram.nodes) {
    add(node.title), add(node.subtitle), add(node.footer);
    for (const RichText& bullet : node.bullets) add(bullet);
    for (const Pill& pill : node.pills) add(pill.text);
  }
  return texts;
}

TEST(Extraction, EveryTextOfEverySampleComesOutInLogicalOrder) {
  const std::filesystem::path folder = std::filesystem::path(DRAWPLATE_SOURCE_DIR) / "samples";
  FontCatalog fonts = std::move(*FontCatalog::open_system());
  int samples = 0, checked = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".yaml") continue;
    const std::string name = "samples/" + entry.path().filename().string();
    SourceSet sources;
    Report report;
    const Deck deck = read_deck(sources, sources.add({name, read_source_file(name)}), InputForm::yaml, {}, report);
    if (report.has_errors() || deck.slides.empty() || !deck.slides[0].whole_page) continue;
    const auto document =
        layout_deck(deck, *find_built_in_theme("mist"), {.page = *parse_page_size("4:5"), .own_icons = {}}, fonts, report);
    ASSERT_TRUE(document) << name;
    const auto pdf = write_pdf(*document, fonts, {});
    ASSERT_TRUE(pdf) << name << ": " << pdf.error().message;
    const TemporaryFile file(".pdf", *pdf);
    const std::string got = bare(output_of("pdftotext -enc UTF-8 " + file.path() + " -"));
    for (const std::string& text : texts_of(std::get<Diagram>(*deck.slides[0].whole_page))) {
      EXPECT_NE(got.find(bare(text)), std::string::npos) << name << ": " << text;
      ++checked;
    }
    ++samples;
  }
  EXPECT_GE(samples, 11);
  EXPECT_GE(checked, 150);
}

}  // namespace
}  // namespace drawplate::test
