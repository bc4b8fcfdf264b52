// One graph, written in each language, gives one page: where a thing stands does not depend on how it was said.
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <gtest/gtest.h>

#include "deck/read_deck.h"
#include "deck/yaml/write_yaml.h"
#include "layout/layout_deck.h"
#include "layout/page/dump_page.h"

namespace drawplate {
namespace {

class SameGraph : public testing::Test {
 protected:
  SameGraph() : fonts_(std::move(FontCatalog::open_system().value())) {}

  Diagram read(const std::string& text, InputForm form) {
    SourceSet sources;
    Report report;
    Deck deck = read_deck(sources, sources.add({"graph", text}), form, Arguments{}, report);
    EXPECT_EQ(render_text(report, sources), "") << text;
    return std::get<Diagram>(std::move(*deck.slides.at(0).whole_page));
  }

  std::string page_of(const Diagram& diagram, std::string_view page) {
    Deck deck;
    deck.slides.emplace_back();
    deck.slides[0].whole_page = diagram;
    Report report;
    const LayoutOptions options{.page = *parse_page_size(page), .own_icons = {}};
    return dump_page(layout_deck(deck, *find_built_in_theme("mist"), options, fonts_, report).value(), fonts_);
  }

  FontCatalog fonts_;
};

constexpr std::string_view in_yaml = R"(
title: Orders
heading: true
direction: right
nodes:
  user: {title: User, shape: circle}
  shop:
    title: Web shop
    nodes:
      cart: Cart
      pay: {title: "Paid?", shape: diamond}
      later: {title: Later, style: {fill: "#FFEECC", stroke: "#CC6600"}}
  db: {title: Orders, shape: cylinder}
  log: {title: log}
edges:
  - user -> cart: adds
  - cart -> pay
  - pay -> db: {label: "yes", line: dotted}
  - pay -> later: {label: "no"}
  - later -> cart
  - pay <-> user
  - shop -> log
  - cart -- db: {line: thick}
)";

constexpr std::string_view in_mermaid = R"(---
title: Orders
---
flowchart LR
user((User))
subgraph shop [Web shop]
  cart[Cart]
  pay{Paid?}
  later[Later]
end
db[(Orders)]
user -->|adds| cart --> pay
pay -. yes .-> db
pay -->|no| later --> cart
pay <--> user
shop --> log
cart === db
style later fill:#FFEECC,stroke:#CC6600
)";

constexpr std::string_view in_dot = R"(digraph {
label=Orders
rankdir=LR
compound=true
node [shape=box]
user [label=User shape=circle]
subgraph cluster_shop { label="Web shop"
  cart [label=Cart]
  pay [label="Paid?" shape=diamond]
  later [label=Later style=filled fillcolor="#FFEECC" color="#CC6600"]
}
db [label=Orders shape=cylinder]
user -> cart [label=adds]
cart -> pay
pay -> db [label=yes style=dotted]
pay -> later [label=no]
later -> cart
pay -> user [dir=both]
cart -> log [ltail=cluster_shop]
cart -> db [dir=none style=bold]
})";

TEST_F(SameGraph, HasOnePageInYamlMermaidAndDot) {
  const Diagram yaml = read(std::string(in_yaml), InputForm::yaml);
  const Diagram mermaid = read(std::string(in_mermaid), InputForm::mermaid);
  const Diagram dot = read(std::string(in_dot), InputForm::dot);
  for (const std::string_view page : {"16:9", "4:5", "fit"}) {
    const std::string expected = page_of(yaml, page);
    EXPECT_EQ(page_of(mermaid, page), expected) << page;
    EXPECT_EQ(page_of(dot, page), expected) << page;
  }
}

TEST_F(SameGraph, HasOnePageBeforeAndAfterItIsConverted) {
  for (const auto& [text, form] : {std::pair(in_mermaid, InputForm::mermaid), std::pair(in_dot, InputForm::dot)}) {
    const Diagram diagram = read(std::string(text), form);
    EXPECT_EQ(page_of(read(write_yaml(diagram), InputForm::yaml), "16:9"), page_of(diagram, "16:9"));
  }
}

/// Colours that the author of a Mermaid file chose, and that no theme has.
constexpr std::string_view coloured = R"(flowchart TD
  A[Start] -->|go| B{Sure?}
  subgraph g [Part]
    B --> C[End]
  end
  classDef hot fill:#123457,stroke:#abcd01,color:#fedcb9
  class A hot
  style g fill:#c0ffe1,stroke:#0ff1c3
  linkStyle 0 stroke:#d00d01
)";

TEST_F(SameGraph, KeepColorsNoLeavesTheAuthorsColoursOut) {
  const Diagram diagram = read(std::string(coloured), InputForm::mermaid);
  Deck deck;
  deck.slides.emplace_back();
  deck.slides[0].whole_page = diagram;
  for (const bool keep : {true, false}) {
    Report report;
    LayoutOptions options{.page = *parse_page_size("16:9"), .own_icons = {}};
    options.keep_colors = keep;
    const std::string dump = dump_page(layout_deck(deck, *find_built_in_theme("mist"), options, fonts_, report).value(), fonts_);
    for (const std::string_view color : {"#123457", "#ABCD01", "#FEDCB9", "#C0FFE1", "#0FF1C3", "#D00D01"})
      EXPECT_EQ(dump.find(color) != std::string::npos, keep) << color;
  }
}

}  // namespace
}  // namespace drawplate
