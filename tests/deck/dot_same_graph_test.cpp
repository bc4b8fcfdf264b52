// One graph in three languages is one diagram.
#include <string>

#include <gtest/gtest.h>

#include "deck/model/dump_deck.h"
#include "deck/read_deck.h"

namespace drawplate {
namespace {

std::string dump(const std::string& text, InputForm form) {
  SourceSet sources;
  Report report;
  const SourceId id = sources.add({"same", text});
  const Deck deck = read_deck(sources, id, form, Arguments{}, report);
  EXPECT_EQ(render_text(report, sources), "");
  return dump_deck(deck);
}

TEST(SameGraph, ReadsAlikeInYamlMermaidAndDot) {
  const std::string yaml = dump(R"(
direction: right
nodes:
  user: {title: User, shape: circle}
  shop:
    title: Web shop
    nodes:
      cart: Cart
      pay: {title: "Paid?", shape: diamond}
  db: {title: Orders, shape: cylinder}
edges:
  - user -> cart: adds
  - cart -> pay
  - pay -> db: {label: "yes", line: dotted}
  - pay <-> user
)",
                                InputForm::yaml);
  const std::string mermaid = dump(R"(flowchart LR
user((User))
subgraph shop [Web shop]
  cart[Cart]
  pay{Paid?}
end
db[(Orders)]
user -->|adds| cart --> pay
pay -. yes .-> db
pay <--> user
)",
                                   InputForm::mermaid);
  const std::string dot = dump(R"(digraph {
rankdir=LR
user [label=User shape=circle]
subgraph cluster_shop { label="Web shop"
  cart [label=Cart]
  pay [label="Paid?" shape=diamond]
}
db [label=Orders shape=cylinder]
user -> cart [label=adds]
cart -> pay
pay -> db [label=yes style=dotted]
pay -> user [dir=both]
})",
                               InputForm::dot);
  EXPECT_EQ(mermaid, yaml);
  EXPECT_EQ(dot, yaml);
}

}  // namespace
}  // namespace drawplate
