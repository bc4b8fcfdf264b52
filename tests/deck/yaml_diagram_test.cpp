// The YAML form: what is read from it, as dumps compared in full.
#include "deck/yaml/yaml_diagram.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "deck/model/dump_diagram.h"
#include "deck/read_deck.h"
#include "deck/syntax/arguments.h"
#include "deck/yaml/write_yaml.h"
#include "deck/yaml/yaml_schema.h"
#include "tests/support/golden.h"

namespace drawplate {
namespace {

struct Read {
  Diagram diagram;
  std::string dump, messages;
};

Read read(std::string text, const Arguments& arguments = {}) {
  SourceSet sources;
  const SourceId source = sources.add({"a.yaml", std::move(text)});
  Report report;
  const Deck deck = read_deck(sources, source, InputForm::yaml, arguments, report);
  Read result;
  result.messages = render_text(report, sources);
  if (deck.slides.empty()) return result;
  result.diagram = std::get<Diagram>(*deck.slides.front().whole_page);
  result.dump = dump_diagram(result.diagram);
  return result;
}

constexpr std::string_view samples[] = {"checkout", "hybrid-cache", "release", "three-panels", "triage", "two-loops"};

TEST(YamlDiagram, TheSamplesReadWithoutAWord) {
  for (const std::string_view name : samples) {
    const Read sample = read(test::read_source_file("samples/" + std::string(name) + ".yaml"));
    EXPECT_EQ(sample.messages, "") << name;
    test::expect_golden("deck/" + std::string(name) + ".dump", sample.dump);
  }
}

TEST(YamlDiagram, ADiagramWrittenBackHasTheSameDump) {
  std::string all_keys =
      "title: A *b* {{c}\ndescription: 'x \"y\" \\'\nlang: de\ndirection: right\nlegend: [{text: a, accent: green}, {text: b, line: "
      "dashed, style: {stroke: '#123'}}]\n"
      "heading: true\nroutes: curved\nsubtitle: s\npage: A4 landscape\ntheme: drafting\n"
      "nodes:\n"
      "  'odd \"id\" & -> x':\n    {title: '**a**b\\* [l](u)', subtitle: \"two\\nlines\", icon: db, shape: diamond, badge: '`c`', width: "
      "4cm,\n"
      "     style: {fill: '#abc', dashed: true, font_size: 12}, number: 7, step: 2, link: 'https://x', alt: 'a {{b}'}\n"
      "  g: {title: '', direction: up, nodes: {t: {shape: table, cells: [{text: a, port: p, fill: '#abc'}, {text: b, row: 1, column: 0, "
      "row_span: "
      "2}]}}}\n"
      "edges:\n  - {from: t, to: g, from_port: p, label: l, head_label: h, min_length: 3, weight: 2.5, from_side: left, tail: diamond}\n"
      "  - '\"odd \"\"'  -- g\n"
      "layout: {same_row: [g, t], order: [[g, t], [t, g]]}\n";
  all_keys.erase(all_keys.find("  - '\"odd"), std::string_view("  - '\"odd \"\"'  -- g\n").size());
  all_keys.insert(all_keys.find("layout:"), "  - \"'odd \\\"id\\\" & -> x' -- g\": {line: thick}\n");
  std::vector<std::string> texts = {all_keys};
  for (const std::string_view name : samples) texts.push_back(test::read_source_file("samples/" + std::string(name) + ".yaml"));
  for (const std::string& text : texts) {
    const Read first = read(text);
    EXPECT_EQ(first.messages, "");
    const std::string written = write_yaml(first.diagram);
    const Read again = read(written);
    EXPECT_EQ(again.messages, "") << written;
    EXPECT_EQ(again.dump, first.dump) << written;
  }
}

struct Case {
  std::string_view what, text, dump;
};

constexpr Case cases[] = {
    {"a flow of bare words is numbered and joined", "flow: [first, second step]",
     "diagram\n"
     "node \"first\" number=1 title=\"first\"\n"
     "node \"second step\" number=2 title=\"second step\"\n"
     "edge \"first\" -> \"second step\"\n"},
    {"parallel members branch and merge, and are not numbered", "flow: [a, parallel: [b, {c: See}], d]",
     "diagram\n"
     "node \"a\" number=1 title=\"a\"\n"
     "node \"b\" title=\"b\"\n"
     "node \"c\" title=\"See\"\n"
     "node \"d\" number=2 title=\"d\"\n"
     "edge \"a\" -> \"b\"\n"
     "edge \"a\" -> \"c\"\n"
     "edge \"b\" -> \"d\"\n"
     "edge \"c\" -> \"d\"\n"},
    {"numbers can be turned off, and a group can be a step", "numbers: false\nflow: [a, {g: {title: G, nodes: [x]}}]",
     "diagram\n"
     "node \"a\" title=\"a\"\n"
     "group \"g\" title=\"G\"\n"
     "  node \"g.x\" title=\"x\"\n"
     "edge \"a\" -> \"g\"\n"},
    {"nesting is grouping, ids may be short, chains keep the label for the end",
     "nodes:\n"
     "  api: {title: API gateway, icon: gateway}\n"
     "  auth: Auth service\n"
     "  data:\n"
     "    title: Data plane\n"
     "    direction: right\n"
     "    nodes: {db: {title: Postgres, shape: cylinder}, cache: Redis}\n"
     "  log:\n"
     "edges:\n"
     "  - api -> auth -> data.db: reads\n"
     "  - auth <-> cache\n"
     "  - api & auth -> log\n"
     "  - log <- db: {line: dotted, head: none}\n"
     "  - {from: [api, auth], to: data, label: '`x`', tail: circle}\n"
     "  - api -- auth\n",
     "diagram\n"
     "node \"api\" title=\"API gateway\" icon=\"gateway\"\n"
     "node \"auth\" title=\"Auth service\"\n"
     "group \"data\" title=\"Data plane\" direction=right\n"
     "  node \"data.db\" title=\"Postgres\" shape=cylinder\n"
     "  node \"data.cache\" title=\"Redis\"\n"
     "node \"log\" title=\"log\"\n"
     "edge \"api\" -> \"auth\"\n"
     "edge \"auth\" -> \"data.db\" label=\"reads\"\n"
     "edge \"auth\" -> \"data.cache\" tail=arrow\n"
     "edge \"api\" -> \"log\"\n"
     "edge \"auth\" -> \"log\"\n"
     "edge \"data.db\" -> \"log\" line=dotted head=none\n"
     "edge \"api\" -> \"data\" label=c\"x\" tail=circle\n"
     "edge \"auth\" -> \"data\" label=c\"x\" tail=circle\n"
     "edge \"api\" -> \"auth\" head=none\n"},
    {"a whole id wins over the ending of another", "nodes: {db: one, g: {nodes: {db: two}}}\nedges: [db -> g.db]",
     "diagram\n"
     "node \"db\" title=\"one\"\n"
     "group \"g\" title=\"g\"\n"
     "  node \"g.db\" title=\"two\"\n"
     "edge \"db\" -> \"g.db\"\n"},
    {"classes give keys, and a node's own keys win",
     "classes: {hot: {accent: red, shape: round}, wire: {line: dashed, accent: green}}\n"
     "nodes: {a: {class: hot}, b: {accent: blue, class: [hot, wire]}}\n"
     "edges: [{a -> b: {class: [wire, hot]}}]\n",
     "diagram\n"
     "node \"a\" title=\"a\" accent=red shape=round\n"
     "node \"b\" title=\"b\" accent=blue shape=round\n"
     "edge \"a\" -> \"b\" line=dashed accent=red\n"},
    {"parameters stand anywhere in texts",
     "params: {who: Ann, n: 3}\n"
     "title: '{who} has {n} {{things} {argument name=\"kind\" default=\"a } b\"}'\n"
     "nodes: {a: '{kind} and {argument name=''kind'' default=''c''}'}\n",
     "diagram title=\"Ann has 3 {things} a } b\"\n"
     "node \"a\" title=\"a } b and c\"\n"},
    {"texts may be numbers, ids may be anything, question marks are text",
     "title: 4.20\nnodes: {1: true, null: {title: is it?, subtitle: a? b}, ~: x, 'ü': \"\\U0001F600\"}",
     "diagram title=\"4.20\"\n"
     "node \"1\" title=\"true\"\n"
     "node \"null\" title=\"is it?\" subtitle=\"a? b\"\n"
     "node \"~\" title=\"x\"\n"
     "node \"ü\" title=\"😀\"\n"},
    {"JSON is the same form",
     "{\n\t\"nodes\": {\"a\":\"x\\/y \\ud83d\\ude00\", \"b\": {\"pills\": [\"p\", {\"text\": \"q\", \"accent\": \"red\"}]}},\n\t\"edges\": "
     "[\"a -> b\"]\n}",
     "diagram\n"
     "node \"a\" title=\"x/y 😀\"\n"
     "node \"b\" title=\"b\" pills=[\"p\", \"q\":red]\n"
     "edge \"a\" -> \"b\"\n"},
    {"a backslash may be the last thing", "nodes: {a: 'x\\'} # \\",
     "diagram\n"
     "node \"a\" title=\"x\\\\\"\n"},
    {"aliases stand for what they name", "nodes: {a: &x {accent: red}, b: *x}",
     "diagram\n"
     "node \"a\" title=\"a\" accent=red\n"
     "node \"b\" title=\"b\" accent=red\n"},
    {"a byte order mark and Windows line ends do no harm", "\xEF\xBB\xBFnodes:\r\n  a: x\r\n",
     "diagram\n"
     "node \"a\" title=\"x\"\n"},
    {"wishes", "nodes: [a, b, c]\nlayout: {same_row: [a, b], order: [[a, b], [c, a]], align: [b, c]}",
     "diagram\n"
     "node \"a\" title=\"a\"\n"
     "node \"b\" title=\"b\"\n"
     "node \"c\" title=\"c\"\n"
     "same_row \"a\" \"b\"\n"
     "order \"a\" \"b\"\n"
     "order \"c\" \"a\"\n"
     "align \"b\" \"c\"\n"},
};

TEST(YamlDiagram, Cases) {
  for (const Case& c : cases) {
    const Read result = read(std::string(c.text));
    EXPECT_EQ(result.messages, "") << c.what;
    EXPECT_EQ(result.dump, c.dump) << c.what;
  }
}

TEST(YamlDiagram, EdgesAreCalledAfterTheirEnds) {
  const Read result = read("nodes: [a, b]\nedges: [a -> b, b -> a, a -> b]");
  std::vector<std::string> ids;
  for (const Edge& edge : result.diagram.edges) ids.push_back(edge.id);
  EXPECT_EQ(ids, (std::vector<std::string>{"a->b", "b->a", "a->b#2"}));
}

TEST(YamlDiagram, TheCommandLinesArgumentsWin) {
  Arguments arguments;
  arguments.values["x"] = "given";
  EXPECT_EQ(read("params: {x: own, y: own}\nnodes: {a: '{x} {y}'}", arguments).dump, "diagram\nnode \"a\" title=\"given own\"\n");
  SourceSet sources;
  const SourceId file = sources.add({"p.yaml", "x: from file\nz: 3\n"});
  Report report;
  read_parameters(sources, file, arguments, report);
  EXPECT_EQ(arguments.values, (std::map<std::string, std::string, std::less<>>{{"x", "given"}, {"z", "3"}}));
  EXPECT_FALSE(report.has_errors());
}

TEST(YamlDiagram, TheSchemaIsStable) { test::expect_golden("deck/schema.json", yaml_schema()); }

/// Small and random, the same on every machine.
struct Random {
  std::uint64_t state;
  std::uint64_t next() { return state = state * 6364136223846793005u + 1442695040888963407u, state >> 33; }
};

TEST(YamlDiagram, ChangedBytesNeverBreakTheReader) {
  const std::string sample = test::read_source_file("samples/hybrid-cache.yaml");
  for (std::size_t length = 0; length < sample.size(); length += 61) {
    for (const std::string_view ending : {"\\", "\\ud83d", "?", "\"", "{", "&", "*"})
      EXPECT_NO_THROW(read(sample.substr(0, length) + std::string(ending)));
  }
  constexpr std::string_view signs = "{}[]:,-&*#?|>'\"%@`!\\ \n\t<~.a\xC3\xA9\x01";
  Random random{7};
  for (int round = 0; round < 300; ++round) {
    std::string text = sample;
    for (std::uint64_t edits = 1 + random.next() % 4; edits > 0; --edits) {
      const std::size_t at = random.next() % text.size();
      switch (random.next() % 3) {
        case 0:
          text[at] = signs[random.next() % signs.size()];
          break;
        case 1:
          text.erase(at, 1 + random.next() % 20);
          break;
        default:
          text.insert(at, 1, signs[random.next() % signs.size()]);
      }
    }
    const Read result = read(text);
    ASSERT_TRUE(!result.messages.empty() || !result.dump.empty());
  }
}

}  // namespace
}  // namespace drawplate
