// Bad input: whole messages, as the author sees them. A block of the file of cases is an input and what is said of it.
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include "base/limits.h"
#include "deck/read_deck.h"
#include "tests/support/golden.h"

namespace drawplate {
namespace {

std::string messages_for(std::string text, InputForm form = InputForm::yaml) {
  SourceSet sources;
  const SourceId source = sources.add({"a.yaml", std::move(text)});
  Report report;
  read_deck(sources, source, form, {}, report);
  return render_text(report, sources);
}

struct Case {
  std::string_view what, text;
};

constexpr Case cases[] = {
    {"empty", ""},
    {"only a comment", "# nothing\n"},
    {"a word", "hello\n"},
    {"a list", "- a\n- b\n"},
    {"nothing to draw", "title: x\n"},
    {"no nodes in nodes", "nodes: {}\n"},
    {"a colon in a text", "title: foo: bar\nnodes: [a]\n"},
    {"indentation", "nodes:\n  a: x\n b: y\n"},
    {"a tab indents", "nodes:\n\ta: x\n"},
    {"an open bracket", "nodes: [a\n"},
    {"a stray bracket", "nodes: a]\nedges: ]\n"},
    {"a text that begins with @", "title: @foo\nnodes: [a]\n"},
    {"an alias to nothing", "title: *foo\nnodes: [a]\n"},
    {"an alias inside its own value", "nodes: &x {a: *x}\n"},
    {"an unknown escape", "title: \"a\\qb\"\nnodes: [a]\n"},
    {"an escape for what no text may hold", "title: \"a\\x01b\"\nnodes: [a]\n"},
    {"two documents", "nodes: [a]\n---\nnodes: [b]\n"},
    {"a key given twice", "nodes:\n  a: x\n  b: y\n  a: z\n"},
    {"a key that is no word", "nodes:\n  ? [1, 2]\n  : z\n  a: x\n"},
    {"unknown keys",
     "titel: x\ncolour: red\nnodes:\n  a: {subtitel: x, color: red, label: y, zzz: 1, children: {b: c}}\nedges:\n  - a -> a: {titel: x, "
     "color: "
     "red}\n"},
    {"wrong types",
     "title: [a]\nsubtitle: {who}\nnumbers: yes\nlegend: 1\nparams: [a]\nclasses: x\nlayout: x\nnodes:\n  a: [x]\n  b: {title: {x: y}, "
     "pills: "
     "{text: x}, step: -1, width: wide, number: 1.5, style: red, link: [x]}\nedges: x\n"},
    {"wrong lists", "flow: x\nnodes: x\nedges: [[a], {}, ~]\n"},
    {"unknown words",
     "page: A9\ntheme: mists\ndirection: left-right\nlang: x y\nnodes:\n  a: {accent: greeen, shape: dimond}\n  b: {accent: pink, shape: "
     "[x], icon: no-such-icon}\nedges:\n  - a -> b: {line: dashy, head: arow, kind: lopp, from_side: north}\n"},
    {"an unknown page far from any name", "page: huge\nnodes: [a]\n"},
    {"unknown and ambiguous ids",
     "nodes: {api: A, g: {nodes: {db: x, log: y}}, h: {nodes: {db: x}}}\nedges:\n  - apy -> g.db\n  - db -> api\n  - api & nothing -> lag: "
     "text\n  - {from: api, to: g.dp}\n  - {from: api}\n"},
    {"edges that are none", "nodes: [a, b]\nedges:\n  - a b\n  - a --> b\n  - a -> \n  - a -> b: x\n    b -> a: y\n  - '\"a -> b'\n"},
    {"a key under an edge without a colon", "nodes: [a, b]\nedges:\n  - a -> b\n    label: x\n"},
    {"ids given twice", "flow: [a, b, a]\nnodes: {b: x, c: y}\n"},
    {"steps whose keys are not indented", "flow:\n  - request:\n    title: x\n  - a: b\n    c: d\n  - {}\n  - [x]\n"},
    {"parallel", "flow: [a, parallel: [], parallel: x, parallel: [parallel: [b], c]]\n"},
    {"keys of groups and nodes", "nodes:\n  g: {subtitle: x, pills: [y], nodes: {a: b}}\n  n: {direction: down}\n"},
    {"parameters",
     "params: {step one: x, list: [a]}\ntitle: 'a {step on} {nothing at all}'\nsubtitle: \"x {open\"\nnodes:\n  a: '{argument name=x}'\n  "
     "b: "
     "'{argument default=\"y\"} {}'\n"},
    {"classes",
     "classes: {hot: {accent: rde, zzz: 1, nodes: {}, class: x}, list: [a]}\nnodes: {a: {class: hot}, b: {class: hto}, c: {class: {x: "
     "y}}}\n"},
    {"class without classes", "nodes: {a: {class: hot}}\n"},
    {"layout", "nodes: [a, b]\nlayout: {same_row: [a], row: [a, b], order: [a, c], align: x}\n"},
    {"an empty id", "nodes: {'': x, ' ': y}\n"},
    {"places after letters of two bytes", "nodes: {ü: 'éé {x}', b: {åccent: red}}\nedges: [ü -> ö]\n"},
    {"not UTF-8", "nodes: [a]\ntitle: caf\xE9\n"},
    {"a control character", "nodes: [a]\ntitle: a\x1B[31m\n"},
    {"a noncharacter", "title: \xEF\xBF\xBF\n"},
};

TEST(YamlErrors, EveryMessage) {
  std::string all;
  for (const Case& c : cases) {
    const std::string messages = messages_for(std::string(c.text));
    EXPECT_NE(messages, "") << c.what;
    all += "=== " + std::string(c.what) + "\n" + messages;
  }
  test::expect_golden("deck/yaml_errors.txt", all);
}

TEST(YamlErrors, DeepNestingIsRefusedInEveryForm) {
  std::string nodes = "nodes:\n";
  for (int i = 1; i < 400; ++i) nodes += std::string(static_cast<std::size_t>(2 * i), ' ') + (i % 2 ? "g:\n" : "nodes:\n");
  std::string maps, dashes, questions;
  for (int i = 0; i < 10'000; ++i) {
    maps += "{a: ";
    dashes += "- ";
    questions += "? ";
  }
  for (const std::string& text : {nodes, "nodes: " + std::string(20'000, '['), maps, dashes, questions}) {
    const std::string messages = messages_for(text);
    EXPECT_NE(messages.find("error: nested deeper than 262 levels\n"), std::string::npos) << messages.substr(0, 300);
  }
}

TEST(YamlErrors, AliasBombsAreRefused) {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n", tower = "b0: &b0 [x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string alias = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + alias;
    for (int j = 1; j < 10; ++j) bomb += ", " + alias;
    bomb += "]\n";
  }
  for (int i = 1; i < 300; ++i) tower += "b" + std::to_string(i) + ": &b" + std::to_string(i) + " [*b" + std::to_string(i - 1) + "]\n";
  EXPECT_EQ(messages_for(bomb),
            "a.yaml:6:55: error: more than 1200000 values in one file\n"
            "a5: &a5 [*a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4]\n"
            "                                                      ^\n"
            "  = help: aliases count as often as they are used\n");
  EXPECT_NE(messages_for(tower).find("nested deeper than 262 levels"), std::string::npos);
}

TEST(YamlErrors, ValuesFromTheCommandLineAreCheckedToo) {
  SourceSet sources;
  const SourceId source = sources.add({"a.yaml", "nodes: {a: '{x}'}"});
  Arguments arguments;
  arguments.values["x"] = "a\x1B[31m";
  Report report;
  read_deck(sources, source, InputForm::yaml, arguments, report);
  EXPECT_EQ(render_text(report, sources), "a.yaml: error: the value of the parameter 'x' holds what cannot stand in a text\n");
}

TEST(YamlErrors, LargeInputsAreRefusedBeforeTheyAreRead) {
  EXPECT_EQ(messages_for(std::string(max_input_bytes + 1, 'x')), "a.yaml: error: the input is larger than 16 MiB\n");
}

TEST(YamlErrors, CountsAreBounded) {
  std::string nodes = "nodes: [", ends;
  for (int i = 0; i < 50'100; ++i) nodes += "n" + std::to_string(i) + ", ";
  EXPECT_NE(messages_for(nodes + "]").find("error: more than 50000 nodes\n"), std::string::npos);
  std::string few = "nodes: [";
  for (int i = 0; i < 320; ++i) {
    few += "n" + std::to_string(i) + ", ";
    ends += (i ? " & n" : "n") + std::to_string(i);
  }
  EXPECT_NE(messages_for(few + "]\nedges: ['" + ends + " -> " + ends + "']").find("error: more than 100000 edges\n"), std::string::npos);
  EXPECT_NE(messages_for("nodes: {a: " + std::string(30'000, 'x') + "}").find("error: 'title' has more than 20000 bytes\n"),
            std::string::npos);
  EXPECT_NE(messages_for("params: {x: " + std::string(9'000, 'x') + "}\nnodes: {a: '{x}{x}{x}'}").find("more than 20000 bytes with its"),
            std::string::npos);
}

}  // namespace
}  // namespace drawplate
