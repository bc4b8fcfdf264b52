// An edge line becomes the edges of its chain; what the value says goes to all of them, the label to the last.
#include "deck/yaml/yaml_edges.h"

#include <fmt/format.h>

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "deck/model/vocabulary.h"
#include "deck/syntax/edge_line.h"
#include "deck/yaml/yaml_nodes.h"

namespace drawplate {
namespace {

using Ends = std::vector<EdgeEnd>;

/// A chain with its ids resolved; an id that names nothing is left out, with an error.
struct Chain {
  std::vector<Ends> stages;
  std::vector<EdgeLine::Operator> operators;
  Span origin;
};

Ends resolve_words(Reading& reading, const YamlValue& line, const std::vector<EdgeLine::Word>& words) {
  Ends ends;
  for (const EdgeLine::Word& word : words) {
    if (const auto end = reading.ids.resolve(word.id, span_within(line, word.begin, word.end), *reading.report)) ends.push_back(*end);
  }
  return ends;
}

/// False, with an error, where the line is not sound.
bool is_sound(Reading& reading, const YamlValue& line, const EdgeLine& parsed) {
  if (parsed.problem.empty()) return true;
  reading.error(span_within(line, parsed.problem_begin, parsed.problem_end), parsed.problem).help(parsed.hint);
  return false;
}

Chain read_chain(Reading& reading, const YamlValue& line) {
  Chain chain;
  chain.origin = line.span;
  const EdgeLine parsed = parse_edge_line(line.text);
  if (!is_sound(reading, line, parsed)) return chain;
  for (const auto& words : parsed.stages) chain.stages.push_back(resolve_words(reading, line, words));
  chain.operators = parsed.operators;
  return chain;
}

/// What the keys or the label beside an edge line say.
EdgeDraft read_edge_keys(Reading& reading, const YamlEntry& entry) {
  EdgeDraft draft;
  if (entry.value->kind == YamlKind::mapping) {
    apply_keys(reading, *entry.value, edge_keys(), draft, "an edge");
  } else {
    read_value(reading, {"label", entry.key_span, entry.name, entry.value}, draft.label);
  }
  return draft;
}

Edge edge_between(const EdgeDraft& draft, EdgeEnd from, EdgeEnd to, EdgeLine::Operator how) {
  Edge edge = draft;
  const bool backward = how == EdgeLine::Operator::backward;
  edge.from = backward ? std::move(to) : std::move(from);
  edge.to = backward ? std::move(from) : std::move(to);
  edge.from.port = draft.from_port;
  edge.to.port = draft.to_port;
  const bool plain = how == EdgeLine::Operator::plain, both = how == EdgeLine::Operator::both;
  edge.head = draft.head_given.value_or(plain ? HeadKind::none : HeadKind::arrow);
  edge.tail = draft.tail_given.value_or(both ? HeadKind::arrow : HeadKind::none);
  return edge;
}

void add_chain(Reading& reading, const Chain& chain, EdgeDraft draft) {
  draft.origin = chain.origin;
  const RichText label = std::exchange(draft.label, {});
  for (std::size_t i = 0; i + 1 < chain.stages.size(); ++i) {
    if (i + 2 == chain.stages.size()) draft.label = label;
    for (const EdgeEnd& from : chain.stages[i]) {
      for (const EdgeEnd& to : chain.stages[i + 1]) {
        if (!add_edge(reading, edge_between(draft, from, to, chain.operators[i]))) return;
      }
    }
  }
}

/// One end of the long form: an id, "a & b", or a list of ids.
Ends read_ends(Reading& reading, std::string_view key, const YamlValue& value) {
  Ends ends;
  const std::vector<const YamlValue*> items = value.kind == YamlKind::sequence ? value.items : std::vector{&value};
  for (const YamlValue* const item : items) {
    if (item->kind != YamlKind::scalar) {
      reading.error(item->span, fmt::format("'{}' must be an id, not {}", key, describe(*item)));
      continue;
    }
    const EdgeLine parsed = parse_edge_line(item->text, false);
    if (!is_sound(reading, *item, parsed)) continue;
    for (const EdgeEnd& end : resolve_words(reading, *item, parsed.stages.front())) ends.push_back(end);
  }
  return ends;
}

/// {from: a, to: b, label: …}
void read_long_form(Reading& reading, const YamlValue& value) {
  Chain chain;
  chain.origin = value.entries.front().key_span;
  chain.operators = {EdgeLine::Operator::forward};
  YamlValue keys = value;  // without the ends, which are no keys of an edge line
  std::erase_if(keys.entries, [](const YamlEntry& entry) { return entry.key == "from" || entry.key == "to"; });
  for (const std::string_view key : {"from", "to"}) {
    const YamlValue* const end = value.find(key);
    if (!end) reading.error(value.span, fmt::format("the edge has no '{}'", key));
    chain.stages.push_back(end ? read_ends(reading, key, *end) : Ends{});
  }
  EdgeDraft draft;
  apply_keys(reading, keys, edge_keys(), draft, "an edge");
  add_chain(reading, chain, std::move(draft));
}

void read_line(Reading& reading, const YamlEntry& entry) {
  const Chain chain = read_chain(reading, *entry.name);
  add_chain(reading, chain, read_edge_keys(reading, entry));
}

void read_edge(Reading& reading, const YamlValue& value) {
  if (value.kind == YamlKind::scalar) return add_chain(reading, read_chain(reading, value), {});
  if (value.kind != YamlKind::mapping || value.entries.empty()) {
    reading.error(value.span, fmt::format("expected an edge, not {}", describe(value))).help("write it as 'a -> b' or 'a -> b: label'");
    return;
  }
  if (value.find("from") || value.find("to")) return read_long_form(reading, value);
  if (value.entries.size() == 1) return read_line(reading, value.entries[0]);
  const YamlEntry& second = value.entries[1];
  const bool is_key = find_rule(edge_keys(), second.key) != nullptr;
  reading.error(second.key_span, fmt::format("'{}' stands beside '{}', where one edge is expected", second.key, value.entries[0].key))
      .help(is_key ? fmt::format("indent it further, under '{}:'", value.entries[0].key) : "begin each edge with '- '");
}

void read_wish(Reading& reading, LayoutWish::Kind kind, const YamlEntry& entry, const YamlValue& list) {
  LayoutWish wish;
  wish.kind = kind;
  wish.origin = list.span;
  wish.members = read_ends(reading, entry.key, list);
  if (wish.members.size() >= 2) {
    reading.diagram.wishes.push_back(std::move(wish));
  } else if (list.items.size() < 2) {
    reading.error(list.span, fmt::format("'{}' must be a list of two ids or more", entry.key));
  }
}

}  // namespace

void read_edges(Reading& reading, const YamlValue& edges) {
  if (edges.kind == YamlKind::null) return;
  if (edges.kind == YamlKind::scalar) {
    reading.error(edges.span, "'edges' must be a list of edges, not a text").help("begin each edge with '- '");
    return;
  }
  for (const YamlValue* const edge : edges.items) read_edge(reading, *edge);
  for (const YamlEntry& entry : edges.entries) read_line(reading, entry);
}

void read_layout(Reading& reading, const YamlValue& layout) {
  if (layout.kind == YamlKind::null || !expect_mapping(reading, "layout", layout)) return;
  for (const YamlEntry& entry : layout.entries) {
    const auto kind = find_word<LayoutWish::Kind>(entry.key, wish_names);
    if (!kind) {
      report_unknown_key(reading, entry, "'layout'", wish_names);
      continue;
    }
    const YamlValue& value = *entry.value;
    const bool several = !value.items.empty() && value.items.front()->kind == YamlKind::sequence;
    if (!several) {
      read_wish(reading, *kind, entry, value);
      continue;
    }
    for (const YamlValue* const list : value.items) read_wish(reading, *kind, entry, *list);
  }
}

}  // namespace drawplate
