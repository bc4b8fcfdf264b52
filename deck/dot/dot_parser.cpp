// A function for each rule of the grammar.
#include "deck/dot/dot_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "deck/model/diagram_parts.h"
#include "deck/syntax/input.h"

namespace drawplate {
namespace {

using Kind = DotToken::Kind;

/// Pairs of nodes that edges between subgraphs may name in all; in a strict graph they need not add an edge.
constexpr std::size_t most_work = 20'000'000;

constexpr std::string_view key_names[] = {"arrowhead",   "arrowtail",  "bgcolor",   "cluster",   "color",     "compound", "constraint",
                                          "dir",         "distortion", "fillcolor", "fontcolor", "headlabel", "headport", "href",
                                          "image",       "label",      "lhead",     "ltail",     "minlen",    "pencolor", "penwidth",
                                          "peripheries", "rank",       "rankdir",   "shape",     "sides",     "skew",     "splines",
                                          "style",       "taillabel",  "tailport",  "tooltip",   "URL",       "weight",   "xlabel"};
static_assert(std::size(key_names) == dot_key_count);

bool is_compass(std::string_view word) {
  constexpr std::string_view points[] = {"n", "ne", "e", "se", "s", "sw", "w", "nw", "c", "_"};
  return std::ranges::find(points, word) != std::end(points);
}

void apply(DotAttributes& attributes, DotKey key, std::uint32_t value) { attributes[static_cast<std::size_t>(key)] = value; }

}  // namespace

std::optional<DotKey> find_dot_key(std::string_view name) {
  const auto* found = std::ranges::find(key_names, name);
  if (found == std::end(key_names)) return std::nullopt;
  return static_cast<DotKey>(found - key_names);
}

std::span<const std::string_view> dot_key_names() { return key_names; }

DotGraph DotParser::read() {
  graph_.subgraphs.emplace_back();
  step();
  if (!read_head()) return std::move(graph_);
  Scope root;
  read_statements(root);
  if (token_.kind != Kind::close_brace) {
    if (!full_) report_.error(token_.span, "the graph has no end").help("close it with '}'");
  } else {
    step();
    if (token_.kind != Kind::end) report_.warning(token_.span, "only the first graph of a file is read");
  }
  return std::move(graph_);
}

bool DotParser::take(Kind kind) {
  if (token_.kind != kind) return false;
  step();
  return true;
}

/// The id at hand, with all quoted strings that '+' adds to it.
DotToken DotParser::take_id() {
  DotToken id = std::move(token_);
  step();
  while (id.kind == Kind::quoted && token_.kind == Kind::plus) {
    step();
    if (token_.kind != Kind::quoted) {
      report_.error(token_.span, "'+' joins quoted strings only");
      break;
    }
    id.text += token_.text;
    id.span.end = token_.span.end;
    step();
  }
  return id;
}

bool DotParser::read_head() {
  if (token_.is_keyword("strict")) {
    graph_.strict = true;
    step();
  }
  if (!token_.is_keyword("graph") && !token_.is_keyword("digraph")) {
    report_.error(token_.span, "a DOT file begins with 'digraph' or 'graph'").help("write 'digraph { … }'");
    return false;
  }
  graph_.directed = token_.is_keyword("digraph");
  step();
  if (token_.is_id()) graph_.name = take_id().text;
  if (take(Kind::open_brace)) return true;
  report_.error(token_.span, "the graph's '{' is missing");
  return false;
}

/// Up to the '}' of the scope, which stays.
void DotParser::read_statements(Scope& scope) {
  while (token_.kind != Kind::close_brace && token_.kind != Kind::end) {
    if (take(Kind::semicolon) || take(Kind::comma)) continue;
    read_statement(scope);
  }
}

void DotParser::read_statement(Scope& scope) {
  if (token_.is_keyword("node") || token_.is_keyword("edge") || token_.is_keyword("graph")) return read_defaults(scope);
  if (token_.kind == Kind::open_brace || token_.is_keyword("subgraph")) return read_nodes_and_edges(scope, nullptr);
  if (!token_.is_id()) {
    report_.error(token_.span, fmt::format("expected a node, an edge or an attribute, not '{}'", token_.text));
    return skip_statement();
  }
  const DotToken id = take_id();
  if (!take(Kind::equals)) return read_nodes_and_edges(scope, &id);
  if (!token_.is_id()) {
    report_.error(token_.span, fmt::format("'{}' needs a value", id.text));
    return skip_statement();
  }
  std::vector<Setting> settings;
  const DotToken value = take_id();
  add_setting(id, value, settings);
  for (const Setting& setting : settings) set_graph_attribute(scope, setting);
}

void DotParser::set_graph_attribute(Scope& scope, const Setting& setting) {
  DotSubgraph& subgraph = graph_.subgraphs[scope.subgraph];
  apply(subgraph.attributes, setting.key, setting.value);
  apply(subgraph.own, setting.key, setting.value);
}

/// `node [...]`, `edge [...]`, `graph [...]`.
void DotParser::read_defaults(Scope& scope) {
  const DotToken what = token_;
  step();
  if (token_.kind != Kind::open_bracket) {
    report_.error(token_.span, fmt::format("'{}' sets defaults and needs '[…]'", what.text)).help("quote it if it is the name of a node");
    return skip_statement();
  }
  std::vector<Setting> settings;
  read_settings(settings);
  for (const Setting& setting : settings) {
    if (what.is_keyword("graph")) {
      set_graph_attribute(scope, setting);
    } else {
      apply(what.is_keyword("node") ? scope.node_defaults : scope.edge_defaults, setting.key, setting.value);
    }
  }
}

void DotParser::read_settings(std::vector<Setting>& settings) {
  while (token_.kind == Kind::open_bracket) {
    const Span open = token_.span;
    step();
    while (token_.kind != Kind::close_bracket && token_.kind != Kind::end) {
      if (take(Kind::semicolon) || take(Kind::comma)) continue;
      if (!token_.is_id()) {
        report_.error(token_.span, fmt::format("expected an attribute, not '{}'", token_.text)).help("attributes are written name=value");
        if (token_.kind == Kind::open_brace || token_.kind == Kind::close_brace) return;
        step();
        continue;
      }
      read_setting(settings);
    }
    if (!take(Kind::close_bracket)) report_.error(open, "these attributes have no end").help("close them with ']'");
  }
}

/// `name=value`, or `name` alone, which is "true".
void DotParser::read_setting(std::vector<Setting>& settings) {
  const DotToken name = take_id();
  if (!take(Kind::equals)) return add_setting(name, {Kind::id, "true", name.span, false}, settings);
  if (token_.is_id()) return add_setting(name, take_id(), settings);
  report_.error(token_.span, fmt::format("'{}' needs a value", name.text));
}

void DotParser::add_setting(const DotToken& name, const DotToken& value, std::vector<Setting>& settings) {
  const auto key = find_dot_key(name.text);
  if (!key) {
    ++graph_.unknown_attributes;
    return;
  }
  graph_.values.push_back({value.text, value.kind == Kind::html, value.span});
  settings.push_back({*key, static_cast<std::uint32_t>(graph_.values.size())});
}

void DotParser::read_nodes_and_edges(Scope& scope, const DotToken* first_id) {
  std::vector<Operand> operands(1);
  if (!read_operand(scope, first_id, operands.back())) return skip_statement();
  const bool lone_subgraph = first_id == nullptr;
  while (token_.kind == Kind::edge) {
    const bool arrow = token_.text == "->";
    if (arrow != graph_.directed) {
      report_.error(token_.span, arrow ? "'->' in a graph without directions" : "'--' in a graph with directions")
          .help(arrow ? "write '--', or begin with 'digraph'" : "write '->', or begin with 'graph'");
    }
    const Span span = token_.span;
    step();
    operands.emplace_back();
    if (!read_operand(scope, nullptr, operands.back())) {
      report_.error(span, "this edge leads nowhere").help("name the node it ends at");
      return skip_statement();
    }
  }
  std::vector<Setting> settings;
  read_settings(settings);
  for (std::size_t i = 0; i + 1 < operands.size(); ++i) add_edges(scope, operands[i], operands[i + 1], settings);
  if (operands.size() > 1 || lone_subgraph) return;
  for (const std::uint32_t node : operands[0].nodes) {
    for (const Setting& setting : settings) apply(graph_.nodes[node].attributes, setting.key, setting.value);
  }
}

/// A node with its port, several with ',' between them, or a subgraph.
bool DotParser::read_operand(Scope& scope, const DotToken* first_id, Operand& operand) {
  if (!first_id && (token_.kind == Kind::open_brace || token_.is_keyword("subgraph"))) {
    operand.span = token_.span;
    operand.nodes = nodes_within(read_subgraph(scope));
    work_ += operand.nodes.size();
    return true;
  }
  if (!first_id && !token_.is_id()) return false;
  read_node_operand(scope, first_id ? *first_id : take_id(), operand);
  while (token_.kind == Kind::comma) {
    step();
    if (!token_.is_id()) break;
    read_node_operand(scope, take_id(), operand);
  }
  return true;
}

void DotParser::read_node_operand(Scope& scope, DotToken id, Operand& operand) {
  const std::uint32_t node = find_or_add_node(scope, id.text, id.span);
  operand.span = id.span;
  operand.port = read_port();
  if (!full_) operand.nodes.push_back(node);
}

DotPort DotParser::read_port() {
  DotPort port;
  if (!take(Kind::colon)) return port;
  if (token_.is_id()) port.name = take_id().text;
  if (take(Kind::colon) && token_.is_id()) {
    port.compass = take_id().text;
  } else if (is_compass(port.name)) {
    port.compass = std::exchange(port.name, "");
  }
  return port;
}

std::uint32_t DotParser::read_subgraph(Scope& scope) {
  const Span begin = token_.span;
  std::string name;
  if (token_.is_keyword("subgraph")) {
    step();
    if (token_.is_id()) name = take_id().text.substr(0, max_name_bytes);
  }
  const std::uint32_t index = find_or_add_subgraph(scope.subgraph, name, begin);
  if (!take(Kind::open_brace)) return index;
  if (++depth_ > max_nesting) {
    stop(begin, fmt::format("subgraphs are nested deeper than {}", max_nesting));
  }
  Scope inner = scope;
  inner.subgraph = index;
  read_statements(inner);
  --depth_;
  if (!take(Kind::close_brace) && !full_) report_.error(begin, "this subgraph has no end").help("close it with '}'");
  return index;
}

std::uint32_t DotParser::find_or_add_subgraph(std::uint32_t parent, const std::string& name, Span span) {
  const auto index = static_cast<std::uint32_t>(graph_.subgraphs.size());
  if (!name.empty()) {
    const auto [at, is_new] = subgraph_index_.try_emplace({parent, name}, index);
    if (!is_new) return at->second;
  }
  if (graph_.subgraphs.size() >= max_diagram_nodes) {
    stop(span, fmt::format("more than {} subgraphs", max_diagram_nodes));
    return parent;
  }
  DotSubgraph subgraph;
  subgraph.name = name;
  subgraph.parent = parent;
  subgraph.attributes = graph_.subgraphs[parent].attributes;
  subgraph.order = next_order_++;
  subgraph.span = span;
  graph_.subgraphs.push_back(std::move(subgraph));
  graph_.subgraphs[parent].children.push_back(index);
  return index;
}

std::uint32_t DotParser::find_or_add_node(Scope& scope, const std::string& id, Span span) {
  if (id.size() > max_name_bytes) stop(span, fmt::format("an id is longer than {} bytes", max_name_bytes));
  const auto [at, is_new] = node_index_.try_emplace(id, static_cast<std::uint32_t>(graph_.nodes.size()));
  if (is_new && graph_.nodes.size() >= max_diagram_nodes) {
    stop(span, fmt::format("more than {} nodes", max_diagram_nodes));
    node_index_.erase(at);
    return 0;
  }
  if (is_new) graph_.nodes.push_back({id, scope.node_defaults, next_order_++, span});
  graph_.subgraphs[scope.subgraph].nodes.push_back(at->second);
  return at->second;
}

/// A limit is reached: the rest of the text is not read.
void DotParser::stop(Span span, std::string message) {
  if (!full_) report_.error(span, std::move(message));
  full_ = true;
  lexer_.skip_all();
  step();
}

std::vector<std::uint32_t> DotParser::nodes_within(std::uint32_t subgraph) const {
  std::vector<std::uint32_t> nodes, waiting{subgraph};
  while (!waiting.empty()) {
    const DotSubgraph& next = graph_.subgraphs[waiting.back()];
    waiting.pop_back();
    nodes.insert(nodes.end(), next.nodes.begin(), next.nodes.end());
    waiting.insert(waiting.end(), next.children.begin(), next.children.end());
  }
  std::ranges::sort(nodes);
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  return nodes;
}

void DotParser::add_edges(const Scope& scope, const Operand& tail, const Operand& head, const std::vector<Setting>& settings) {
  work_ += tail.nodes.size() * head.nodes.size();
  if (work_ > most_work) return stop(tail.span, "the edges between subgraphs are too many");
  for (const std::uint32_t from : tail.nodes) {
    for (const std::uint32_t to : head.nodes) {
      DotEdge* edge = find_or_add_edge(scope, from, to, tail.span);
      if (!edge) return;
      edge->tail_port = tail.port;
      edge->head_port = head.port;
      for (const Setting& setting : settings) apply(edge->attributes, setting.key, setting.value);
    }
  }
}

/// In a strict graph the edge that is there already. Nothing past the limit.
DotEdge* DotParser::find_or_add_edge(const Scope& scope, std::uint32_t tail, std::uint32_t head, Span span) {
  if (graph_.strict) {
    const bool swap = !graph_.directed && tail > head;
    const auto [at, is_new] =
        strict_edges_.try_emplace({swap ? head : tail, swap ? tail : head}, static_cast<std::uint32_t>(graph_.edges.size()));
    if (!is_new) return &graph_.edges[at->second];
  }
  if (graph_.edges.size() >= max_diagram_edges) {
    stop(span, fmt::format("more than {} edges", max_diagram_edges));
    return nullptr;
  }
  DotEdge edge;
  edge.tail = tail;
  edge.head = head;
  edge.attributes = scope.edge_defaults;
  edge.span = span;
  return &graph_.edges.emplace_back(std::move(edge));
}

/// To the next ';', to an id that begins a line, or to what ends the scope.
void DotParser::skip_statement() {
  int depth = 0;
  for (bool first = true; token_.kind != Kind::end; step(), first = false) {
    if (depth == 0 && !first && token_.first_in_line && token_.is_id()) return;
    if (depth == 0 && (token_.kind == Kind::semicolon || token_.kind == Kind::close_brace)) return;
    if (token_.kind == Kind::open_brace || token_.kind == Kind::open_bracket) ++depth;
    if ((token_.kind == Kind::close_brace || token_.kind == Kind::close_bracket) && depth > 0) --depth;
  }
}

}  // namespace drawplate
