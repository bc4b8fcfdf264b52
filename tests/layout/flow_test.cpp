// Flows stay clean when their content changes, on every page: the laws hold, and a flow is composed rather than passed on to the
// general engine wherever the content lets it.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layout/diagram/flow/layout_flow.h"
#include "layout/layout_deck.h"
#include "layout/page/validate.h"
#include "tests/support/layout_laws.h"

namespace drawplate {
namespace {

using testing::IsEmpty;

/// What varies between flows.
struct FlowShape {
  std::string name;
  int steps = 7;                     // plain cards, the panels come after the fourth at most
  std::vector<int> panels = {2, 2};  // inner cards of each
  int title_words = 3;
  bool icons = true, subtitles = true;
  int loops = 1;
  bool publish = true;  // dashed edges from the last card to the outer panels
};

RichText words(int count, const std::string& first) {
  static const char* const vocabulary[] = {"committed", "cache", "state", "lookup", "token", "request", "scheduler", "of", "model"};
  std::string text = first;
  for (int i = 0; i < count; ++i) text += std::string(" ") + vocabulary[static_cast<std::size_t>(i) % std::size(vocabulary)];
  return {{TextSpan{.text = text, .link = {}}}, {}};
}

/// A flow under construction.
class FlowBuilder {
 public:
  explicit FlowBuilder(const FlowShape& shape) : shape_(shape) {}

  Diagram build() {
    const int before = shape_.panels.empty() ? shape_.steps : std::min(4, shape_.steps - 2);
    for (int i = 0; i < shape_.steps; ++i) {
      if (i == before) add_panels();
      add_row({add_card(i + 1)});
    }
    add_feedback();
    return std::move(diagram_);
  }

 private:
  EdgeEnd add_card(int number) {
    Node node = make_node(fmt::format("step{}", number), "Step");
    node.number = number;
    diagram_.nodes.push_back(std::move(node));
    return {false, static_cast<std::uint32_t>(diagram_.nodes.size() - 1), {}};
  }

  Node make_node(std::string id, const std::string& first) {
    Node node{.id = std::move(id), .title = words(shape_.title_words, first)};
    if (shape_.subtitles) node.subtitle = words(4, "with");
    if (shape_.icons) node.icon.name = "database";
    node.order = order_++;
    return node;
  }

  void add_panels() {
    std::vector<EdgeEnd> row;
    for (std::size_t p = 0; p < shape_.panels.size(); ++p) {
      Group group{.id = fmt::format("panel{}", p + 1), .title = words(2, "Panel"), .footer = words(2, "note")};
      group.order = order_++;
      diagram_.groups.push_back(std::move(group));
      row.push_back({true, static_cast<std::uint32_t>(p), {}});
      for (int i = 0; i < shape_.panels[p]; ++i) {
        Node node = make_node(fmt::format("panel{}.card{}", p + 1, i + 1), "Inner");
        node.group = GroupId{static_cast<std::uint32_t>(p)};
        diagram_.nodes.push_back(std::move(node));
      }
    }
    panels_ = row;
    add_row(row);
  }

  void add_row(const std::vector<EdgeEnd>& row) {
    for (const EdgeEnd& from : last_)
      for (const EdgeEnd& to : row) add_edge(from, to);
    if (first_.empty()) first_ = row;
    last_ = row;
  }

  Edge& add_edge(const EdgeEnd& from, const EdgeEnd& to) {
    Edge edge{.id = fmt::format("edge{}", diagram_.edges.size() + 1)};
    edge.from = from;
    edge.to = to;
    diagram_.edges.push_back(std::move(edge));
    return diagram_.edges.back();
  }

  void add_feedback() {
    if (shape_.loops > 0) add_loop(last_.front(), first_.front());
    if (shape_.loops > 1) add_loop({false, static_cast<std::uint32_t>(diagram_.nodes.size() - 2), {}}, {false, 1, {}});
    if (!shape_.publish || panels_.size() < 2) return;
    for (const EdgeEnd& panel : {panels_.front(), panels_.back()}) {
      Edge& edge = add_edge(last_.front(), panel);
      edge.line = LineKind::dashed;
      edge.label = words(2, "publish");
    }
  }

  void add_loop(const EdgeEnd& from, const EdgeEnd& to) {
    Edge& edge = add_edge(from, to);
    edge.kind = EdgeKind::loop;
    edge.label = words(3, "next");
  }

  FlowShape shape_;
  Diagram diagram_;
  std::vector<EdgeEnd> first_, last_, panels_;
  std::uint32_t order_ = 0;
};

std::vector<FlowShape> shapes() {
  std::vector<FlowShape> out;
  for (int steps = 3; steps <= 12; ++steps)
    out.push_back({.name = fmt::format("{} steps", steps), .steps = steps, .panels = {}, .publish = false});
  for (int steps : {3, 5, 9}) out.push_back({.name = fmt::format("{} steps around two panels", steps), .steps = steps});
  out.push_back({.name = "one panel", .panels = {3}});
  out.push_back({.name = "three panels", .panels = {2, 2, 2}});
  out.push_back({.name = "four panels", .panels = {2, 2, 2, 2}});
  out.push_back({.name = "unequal panels", .panels = {1, 5}});
  out.push_back({.name = "three unequal panels", .panels = {1, 4, 2}});
  out.push_back({.name = "long titles", .title_words = 8});
  out.push_back({.name = "two loops", .loops = 2});
  out.push_back({.name = "two loops, no panels", .panels = {}, .loops = 2});
  out.push_back({.name = "no icons", .icons = false});
  out.push_back({.name = "no subtitles", .subtitles = false});
  out.push_back({.name = "no icons, no subtitles", .icons = false, .subtitles = false});
  out.push_back({.name = "no loop", .loops = 0});
  out.push_back({.name = "nothing but steps and panels", .loops = 0, .publish = false});
  return out;
}

class FlowLaws : public testing::TestWithParam<std::string> {};

TEST_P(FlowLaws, HoldForEveryContent) {
  Result<FontCatalog> fonts = FontCatalog::open_system();
  ASSERT_TRUE(fonts);
  const Theme theme = *find_built_in_theme("mist");
  for (const FlowShape& shape : shapes()) {
    const Diagram diagram = FlowBuilder(shape).build();
    Deck deck;
    deck.slides.push_back({diagram});
    Report report;
    const LayoutOptions options{.page = *parse_page_size(GetParam()), .own_icons = {}};
    const Result<Document> document = layout_deck(deck, theme, options, *fonts, report);
    ASSERT_TRUE(document) << shape.name;
    EXPECT_THAT(test::broken_laws(document->pages[0], diagram), IsEmpty()) << shape.name << " on " << GetParam();
    EXPECT_THAT(validate(*document, *fonts), IsEmpty()) << shape.name << " on " << GetParam();
    EXPECT_EQ(document->pages[0].size, options.page.size) << shape.name << " on " << GetParam();
    EXPECT_EQ(document->pages[0].map.edges.size(), diagram.edges.size()) << shape.name;
  }
}

INSTANTIATE_TEST_SUITE_P(Pages, FlowLaws, testing::Values("4:5", "3:4", "16:9", "A4", "A3 landscape"));

}  // namespace
}  // namespace drawplate
